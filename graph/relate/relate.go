// Package relate reads relations between events out of the sentences that
// state them: causes by cue words ("because of", "led to"), order ("after",
// "before"), and parts ("at", "during").
//
// A relation needs a cue and an event on each side of it within one sentence,
// or a sentence-opening adverb ("as a result") that takes up the sentence
// before. What a sentence negates yields nothing; what it only suggests is
// marked as possible. The cues and how far each is to be believed are in
// package lexicon.
package relate

import (
	"sort"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/lexicon"
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
func Relations(r *merge.Result) []story.Relation {
	type key struct {
		from, to string
		typ      story.RelationType
	}
	found := map[key]*story.Relation{}
	var order []key
	add := func(k key, strength story.Strength, cue string, m story.Mention) {
		if k.from == "" || k.to == "" || k.from == k.to {
			return
		}
		rel := found[k]
		if rel == nil {
			rel = &story.Relation{From: k.from, To: k.to, Type: k.typ, Strength: strength, Cue: cue}
			found[k] = rel
			order = append(order, k)
		}
		if strength == story.StrengthStated && rel.Strength != strength {
			rel.Strength, rel.Cue = strength, cue
		}
		rel.Mentions = append(rel.Mentions, m)
	}
	for i, d := range r.World.Docs {
		event := func(mention int) string { return r.EventOf[[2]int{i, d.Mentions[mention].Chain}] }
		for _, l := range links(d) {
			add(key{event(l.from), event(l.to), l.typ}, l.strength, l.cue, d.Quote(l.sentence))
		}
		for k, c := range d.Chains {
			if c.Parent < 0 {
				continue
			}
			strength := story.StrengthPossible
			if c.Stated {
				strength = story.StrengthStated
			}
			add(key{r.EventOf[[2]int{i, k}], r.EventOf[[2]int{i, c.Parent}], story.PartOf}, strength, "", d.Quote(c.ParentAt))
		}
	}
	sort.Slice(order, func(i, j int) bool {
		a, b := order[i], order[j]
		if a.from != b.from {
			return a.from < b.from
		}
		if a.to != b.to {
			return a.to < b.to
		}
		return a.typ < b.typ
	})
	dates := map[string]edtf.Date{}
	for _, e := range r.Events {
		dates[e.ID] = e.Date
	}
	var out []story.Relation
	for _, k := range order {
		rel := *found[k]
		part := found[key{k.from, k.to, story.PartOf}] != nil || found[key{k.to, k.from, story.PartOf}] != nil
		switch {
		case part && (k.typ == story.Before || rel.Strength == story.StrengthPossible && k.typ != story.PartOf):
			continue // a part follows and comes out of its whole anyway
		case k.typ == story.Before && ordered(dates[k.from], dates[k.to]):
			continue // the dates say so
		}
		out = append(out, rel)
	}
	return out
}

// ordered reports whether two dates leave no doubt which comes first.
func ordered(a, b edtf.Date) bool {
	last, ok1 := a.Latest()
	first, ok2 := b.Earliest()
	if ok1 && ok2 && last < first {
		return true
	}
	last, ok1 = b.Latest()
	first, ok2 = a.Earliest()
	return ok1 && ok2 && last < first
}

// links finds the statements of one document.
func links(d *extract.Document) []link {
	bySentence := make([][]int, len(d.Sentences))
	for i, m := range d.Mentions {
		bySentence[m.Sentence] = append(bySentence[m.Sentence], i)
	}
	var out []link
	for s := range d.Sentences {
		if d.Parses[s] == nil || len(bySentence[s]) == 0 {
			continue
		}
		f := finder{doc: d, sentence: s, mentions: bySentence[s]}
		f.read()
		out = append(out, f.links...)
	}
	return out
}

// typeOf turns a cue's claim into a relation type.
func typeOf(c lexicon.Cue) story.RelationType {
	if c.Tier == lexicon.TierTemporal {
		return story.Before
	}
	switch c.Type {
	case lexicon.CueEnables:
		return story.Enables
	case lexicon.CuePrevents:
		return story.Prevents
	}
	return story.Causes
}
