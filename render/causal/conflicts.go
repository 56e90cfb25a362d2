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
	open, _, _ := story.Silence(graph.Check(d.story), d.story.Silenced)
	for _, found := range open {
		for k := range d.rels {
			r := &d.rels[k]
			if !slices.Contains(found.Relations, story.RelationKey{From: r.From, To: r.To, Type: r.Type}) {
				continue
			}
			words := ""
			switch found.Name {
			case "effect-before-cause":
				words = d.opt.Say.Say("conflict.order", furniture.EventName(d.opt.Say, d.ms[r.from].Event))
			case "cycle-of-causes":
				words = d.opt.Say.Say("conflict.circle", furniture.EventName(d.opt.Say, d.ms[r.from].Event))
			default:
				continue
			}
			r.conflict = true
			d.conflicts[r.to] = append(d.conflicts[r.to], words)
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
