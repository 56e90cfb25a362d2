package causal

import (
	"slices"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/timeline/story"
)

// findConflicts marks the relations that contradict dates or one another, and
// says so at the events that they lead to. What a person silenced is left be.
func (d *diagram) findConflicts() {
	d.conflicts = make([][]string, len(d.ms))
	if len(d.rels) == 0 {
		return
	}
	open := d.opt.Findings
	if open == nil {
		open, _, _ = story.Silence(graph.Check(d.story), d.story.Silenced)
	}
	for _, found := range open {
		for k := range d.rels {
			r := &d.rels[k]
			if !slices.Contains(found.Relations, story.RelationKey{From: r.From, To: r.To, Type: r.Type}) {
				continue
			}
			at, other := r.to, r.from
			phrase := ""
			switch found.Name {
			case "effect-before-cause":
				phrase = "conflict.order"
			case "cycle-of-causes":
				phrase = "conflict.circle"
			case "part-outside-whole":
				phrase, at, other = "conflict.part", r.from, r.to
			case "cycle-of-parts":
				phrase, at, other = "conflict.parts", r.from, r.to
			default:
				continue
			}
			words := d.opt.Say.Say(phrase, furniture.EventName(d.opt.Say, d.ms[other].Event))
			r.conflict = true
			if !slices.Contains(d.conflicts[at], words) {
				d.conflicts[at] = append(d.conflicts[at], words)
			}
		}
	}
}

// conflictsOf returns what contradicts the relations to event i, as sentences.
func (d *diagram) conflictsOf(i int) []string {
	var out []string
	for _, words := range d.conflicts[i] {
		out = append(out, furniture.Sentence(d.opt.Say, words))
	}
	return out
}

// doubts returns what stands below an event behind the sign of a contradiction:
// on what reports differ, and what contradicts the relations to it.
func (d *diagram) doubts(i int) []string {
	return append(furniture.Differences(d.opt.Say, d.story, d.ms[i].Event.ID), d.conflicts[i]...)
}
