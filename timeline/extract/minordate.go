package extract

import (
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// minorDates gives each date expression of the sentence to the mention told in
// passing that it depends on in the tree; from is the first of those found. A
// date that reaches a main event first is that event's.
func (r *reader) minorDates(from int) {
	owner := make([]int, len(r.sent.Tokens))
	for i := range owner {
		owner[i] = -1
	}
	for k, m := range r.found {
		for i := m.Start; i < m.End; i++ {
			owner[i] = k
		}
	}
	s := r.syntax()
	for _, span := range r.dates {
		h := s.top(span.from, span.to)
		k := r.dependsOn(h, owner)
		if k < from {
			continue
		}
		m := &r.found[k]
		if r.bound(span) {
			m.Bounded = true
			continue
		}
		r.give(m, r.timex(span))
		if m.In >= 0 && r.found[m.In].When.Basis == "" && !r.found[m.In].Bounded {
			r.give(&r.found[m.In], r.timex(span)) // "the siege that the army began in May"
		}
		if m.Nominal || span.from > m.Start {
			continue
		}
		// "On Monday the firm cut jobs and closed a plant."
		for _, c := range s.conjuncts(m.Start)[1:] {
			if o := owner[c]; o >= from && r.found[o].When.Basis == "" {
				r.found[o].When = When{Date: m.When.Date, Weekday: m.When.Weekday, Basis: story.BasisContext}
			}
		}
	}
}

// top returns the token of a span that the others depend on: the first whose
// head lies outside.
func (s *syntax) top(from, to int) int {
	for i := from; i < to; i++ {
		if h := s.head(i); h < from || h >= to {
			return i
		}
	}
	return from
}

// dependsOn climbs from a token to the first that belongs to a mention and
// returns the mention, -1 where a verb that is none comes first.
func (r *reader) dependsOn(i int, owner []int) int {
	s := r.syntax()
	for range maxClimb {
		g := s.head(i)
		if g < 0 {
			return -1
		}
		if owner[g] >= 0 {
			return owner[g]
		}
		if s.toks[g].UPOS == "VERB" {
			return r.throughVerb(g, owner)
		}
		i = g
	}
	return -1
}

// throughVerb returns the mention that a verb only carries, -1 for none:
// "the hearing began on Monday", "held a rally in May".
func (r *reader) throughVerb(g int, owner []int) int {
	info, _ := r.verbAt(g)
	if info.Class != lexicon.VerbAspect && info.Class != lexicon.VerbLight && !r.occurs(r.sent.Tokens[g].Lemma) {
		return -1
	}
	s := r.syntax()
	for _, rel := range [...]string{"xcomp", "obj", "nsubj"} {
		if k := s.child(g, rel); k >= 0 && owner[k] >= 0 {
			return owner[k]
		}
	}
	return -1
}

// pass dates what is told in passing and gives no date of its own: what a
// report tells in the past tense as its news happened on the day of the news.
func (d *Document) pass(main int) {
	day, basis := d.newsDay(main)
	for i := range d.Chains {
		c := &d.Chains[i]
		if !c.Minor || c.When.Basis != "" || day.IsZero() || c.Status != story.StatusHappened {
			continue
		}
		for _, k := range c.Mentions {
			if m := &d.Mentions[k]; m.Told && !m.Bounded && !d.historic(m.Sentence) {
				m.When = When{Date: day, Weekday: -1, Basis: basis}
				c.When = m.When
				break
			}
		}
	}
}
