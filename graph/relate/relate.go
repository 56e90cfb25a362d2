// Package relate turns what sentences state (package causes) into relations
// between events: causes ("because of", "led to"), order ("after", "before"),
// and parts ("at", "during").
//
// A relation needs an event on each side. What a sentence denies yields
// nothing, nor do motives and purposes; what is only supposed, alleged or expected
// is marked as possible. Of a document only its mentions and its
// statements are read, neither its words nor their trees.
package relate

import (
	"sort"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/story"
)

// A link is one statement of a relation in one sentence.
type link struct {
	from, to int // mentions of the document
	typ      story.RelationType
	strength story.Strength
	cue      string
	sentence int
}

// Relations returns the relations that the documents of a merge state between
// its events, in the order of their ends. Statements of one relation are
// brought together with all their sentences.
//
// Left out is what says nothing or cannot be: order that the dates tell by
// themselves, and what is only supposed where a report states the opposite or
// the dates exclude it.
func Relations(r *merge.Result) []story.Relation {
	c := collect(r)
	dates := map[string]edtf.Date{}
	for _, e := range r.Events {
		dates[e.ID] = e.Date
	}
	sort.Slice(c.order, func(i, j int) bool {
		a, b := c.order[i], c.order[j]
		if a.From != b.From {
			return a.From < b.From
		}
		if a.To != b.To {
			return a.To < b.To
		}
		return a.Type < b.Type
	})
	var out []story.Relation
	for _, k := range c.order {
		if rel := c.found[k]; !c.idle(rel, dates[k.From], dates[k.To]) {
			out = append(out, *rel)
		}
	}
	return out
}

// A collection is the relations that were found, by their ends and type.
type collection struct {
	found map[story.RelationKey]*story.Relation
	order []story.RelationKey
}

// collect brings the statements of all documents together.
func collect(r *merge.Result) *collection {
	c := &collection{found: map[story.RelationKey]*story.Relation{}}
	for i, d := range r.World.Docs {
		event := func(chain int) string { return r.EventOf[[2]int{i, chain}] }
		for _, l := range links(d) {
			k := story.RelationKey{From: event(d.Mentions[l.from].Chain), To: event(d.Mentions[l.to].Chain), Type: l.typ}
			c.add(k, l.strength, l.cue, d.Quote(l.sentence))
		}
		for k, ch := range d.Chains {
			if ch.Parent < 0 {
				continue
			}
			strength := story.StrengthPossible
			if ch.Stated {
				strength = story.StrengthStated
			}
			c.add(story.RelationKey{From: event(k), To: event(ch.Parent), Type: story.PartOf}, strength, "", d.Quote(ch.ParentAt))
		}
	}
	return c
}

// add adds one statement. The first plain one gives strength and cue.
func (c *collection) add(k story.RelationKey, strength story.Strength, cue string, m story.Mention) {
	if k.From == "" || k.To == "" || k.From == k.To {
		return
	}
	rel := c.found[k]
	if rel == nil {
		rel = &story.Relation{From: k.From, To: k.To, Type: k.Type, Strength: strength, Cue: cue}
		c.found[k] = rel
		c.order = append(c.order, k)
	}
	if strength == story.StrengthStated && rel.Strength != strength {
		rel.Strength, rel.Cue = strength, cue
	}
	for _, have := range rel.Mentions {
		if have == m {
			return // two cues of one sentence
		}
	}
	rel.Mentions = append(rel.Mentions, m)
}

// idle reports whether a relation says nothing that is not known otherwise,
// or is supposed against better knowledge.
func (c *collection) idle(r *story.Relation, from, to edtf.Date) bool {
	part := c.found[story.RelationKey{From: r.From, To: r.To, Type: story.PartOf}] != nil ||
		c.found[story.RelationKey{From: r.To, To: r.From, Type: story.PartOf}] != nil
	supposed := r.Strength == story.StrengthPossible
	switch r.Type {
	case story.PartOf:
		return false
	case story.Before:
		return part || before(from, to) || before(to, from) || c.opposed(r, story.StrengthPossible)
	}
	// A part follows and comes out of its whole anyway.
	return supposed && (part || before(to, from) || c.opposed(r, story.StrengthStated))
}

// opposed reports whether some cause the other way round is as sure as least.
func (c *collection) opposed(r *story.Relation, least story.Strength) bool {
	for _, t := range [...]story.RelationType{story.Causes, story.Enables, story.Prevents} {
		if o := c.found[story.RelationKey{From: r.To, To: r.From, Type: t}]; o != nil && (o.Strength == story.StrengthStated || least == story.StrengthPossible) {
			return true
		}
	}
	return false
}

// before reports whether the dates leave no doubt that a was over when b
// began.
func before(a, b edtf.Date) bool {
	last, ok1 := a.Latest()
	first, ok2 := b.Earliest()
	return ok1 && ok2 && last < first
}
