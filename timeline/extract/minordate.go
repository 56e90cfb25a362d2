package extract

import (
	"cmp"

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
				r.found[o].When = When{Date: m.When.Date, Weekday: m.When.Weekday, Basis: story.BasisContext, Reason: r.doc.borrowed(m, "to which it is joined")}
			}
		}
	}
	r.minorAt(from, owner)
	r.minorPhase(from, owner)
}

// minorPhase dates the events told in passing of which a verb with a date says
// that they began or ended: "orders began on Tuesday".
func (r *reader) minorPhase(from int, owner []int) {
	s := r.syntax()
	for n := from; n < len(r.found); n++ {
		m := &r.found[n]
		g := s.head(m.End - 1)
		if !m.Nominal || m.When.Basis != "" || g < 0 || owner[g] < 0 || owner[g] >= from {
			continue
		}
		rel := s.toks[m.End-1].Relation()
		if v := &r.found[owner[g]]; !v.Nominal && r.occurs(v.Lemma) && v.When.Dated() && (rel == "nsubj" || rel == "obj") {
			m.When = v.When
		}
	}
}

// minorAt dates the verbs told in passing by the dated event that they happened
// in or at: "said at the 1998 summit".
func (r *reader) minorAt(from int, owner []int) {
	s := r.syntax()
	for n := from; n < len(r.found); n++ {
		m := &r.found[n]
		if m.Nominal || m.When.Basis != "" {
			continue
		}
		for _, k := range s.kids[m.Start] {
			if s.toks[k].Relation() != "obl" || owner[k] < 0 {
				continue
			}
			prep, at := s.marker(k), &r.found[owner[k]]
			if (prep == "in" || prep == "at" || prep == "during") && at.Nominal && at.When.Dated() {
				m.When = When{Date: at.When.Date, Weekday: at.When.Weekday, Basis: story.BasisContext, Reason: r.doc.borrowed(at, "at or in which it took place")}
				break
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

// pass dates what no other rule did: what a report tells in the past tense as
// its news happened, as far as one can tell, on the day of the news.
func (d *Document) pass(main int) {
	day, basis := d.newsDay(main)
	if day.IsZero() {
		return
	}
	blocks := map[int]bool{}
	if main >= 0 {
		blocks = d.blocks(main)
	}
	var r *reader
	for k := range d.Mentions {
		m := &d.Mentions[k]
		c := &d.Chains[m.Chain]
		if c.When.Basis != "" || c.Status != story.StatusHappened || !d.newly(m) || m.Perfect && !d.beside(m.Sentence, blocks) {
			continue
		}
		if r == nil || r.index != m.Sentence {
			r = newReader(d, m.Sentence)
		}
		if !d.ordered(r, m) && (m.saying() || !d.beneath(r, m)) {
			m.When = When{Date: day, Weekday: -1, Basis: basis, Presumed: true, Reason: d.newsReason(m, main, basis)}
			c.When = m.When
		}
	}
	d.share()
}

// ordered reports whether the sentence puts a mention before or after something
// else that has a date, or before anything: then it is not of the news day.
func (d *Document) ordered(r *reader, m *Mention) bool {
	s := r.syntax()
	for _, i := range [...]int{m.Start, s.first(m.Start)} {
		for _, k := range s.kids[i] {
			switch s.marker(k) {
			case "before", "since", "until", "ahead", "prior":
				return true
			}
		}
	}
	for n := d.firstIn(m.Sentence); n < len(d.Mentions) && d.Mentions[n].Sentence == m.Sentence; n++ {
		o := &d.Mentions[n]
		if o == m || !o.When.Dated() {
			continue
		}
		for i := o.Start; i < o.End; i++ {
			switch cmp.Or(s.marker(i), s.markerAbove(i)) {
			case "after", "before", "since", "until":
				return true
			}
		}
	}
	return false
}

// beneath reports whether a mention stands in a sentence that tells of an
// earlier time: with a verb that has a date outside the report's week, unless
// that verb hangs from the mention ("arrived for the first time since taking
// office in 2019").
func (d *Document) beneath(r *reader, m *Mention) bool {
	if d.Date.IsZero() {
		return false
	}
	s := r.syntax()
	for k := d.firstIn(m.Sentence); k < len(d.Mentions) && d.Mentions[k].Sentence == m.Sentence; k++ {
		o := &d.Mentions[k]
		if o.Nominal || o == m || !o.When.Dated() || d.recent(o.When.Date) || o.Status == story.StatusPlanned {
			continue
		}
		if !s.above(m.Start, o.Start) {
			return true
		}
	}
	return false
}

// newly reports whether a mention is told as something that has just happened.
func (d *Document) newly(m *Mention) bool {
	if m.Nominal || !m.Told || m.Bounded || m.Quoted && !m.saying() {
		return false
	}
	return m.saying() || !d.past(m)
}

// past reports whether the paragraph of a mention has turned to an earlier
// time before it: by a verb with a date that is not of the report's week.
func (d *Document) past(m *Mention) bool {
	block := d.Sentences[m.Sentence].Block
	for k := d.firstIn(m.Sentence) - 1; k >= 0; k-- {
		n := &d.Mentions[k]
		if d.Sentences[n.Sentence].Block != block {
			return false
		}
		if !n.Nominal && n.When.Dated() && n.Status != story.StatusPlanned && !d.Date.IsZero() {
			return !d.recent(n.When.Date)
		}
	}
	return false
}

// share gives the day of a verb that is told as news to what the sentence says
// happened with it: the event it happened at ("during his speech he said"),
// what it brought forth ("issued an apology") and what went on there ("at a
// rally where she spoke").
func (d *Document) share() {
	var r *reader
	for k := range d.Mentions {
		m := &d.Mentions[k]
		c := &d.Chains[m.Chain]
		if c.When.Basis != "" || c.Status != story.StatusHappened || m.Bounded || m.Quoted {
			continue
		}
		if r == nil || r.index != m.Sentence {
			r = newReader(d, m.Sentence)
		}
		v := d.verbAt(m.Sentence, r.withVerb(m))
		if v == nil || v.When.Date.IsZero() || v.When.Basis == story.BasisStated || v.Status != story.StatusHappened || v.Kind == string(lexicon.Speech) && m.Nominal && m.Kind != v.Kind && !r.occasion(m.End-1) {
			continue
		}
		m.When = When{Date: v.When.Date, Weekday: v.When.Weekday, Basis: story.BasisContext, Presumed: true, Reason: d.borrowed(v, "with which the sentence tells it")}
		c.When = m.When
	}
}

// verbAt returns the verb mentioned at a token of a sentence, nil for none.
func (d *Document) verbAt(sentence, token int) *Mention {
	for k := d.firstIn(sentence); k < len(d.Mentions) && d.Mentions[k].Sentence == sentence; k++ {
		if m := &d.Mentions[k]; !m.Nominal && m.Start == token {
			return m
		}
	}
	return nil
}

// withVerb returns the token of the verb that a mention happened with, -1 for
// none.
func (r *reader) withVerb(m *Mention) int {
	s := r.syntax()
	i := m.End - 1
	if !m.Nominal {
		i = m.Start
		if s.toks[i].Rel != "acl:relcl" || !r.where(i) {
			return -1
		}
		i = s.head(i) // "a rally where she spoke"
	}
	g := s.head(i)
	if i < 0 || g < 0 || s.toks[g].UPOS != "VERB" {
		return -1
	}
	if s.toks[i].Relation() == "obj" && m.Nominal && !m.Definite || r.occasion(i) {
		return g
	}
	return -1
}

// occasion reports whether a noun is said to be what a verb happened at.
func (r *reader) occasion(i int) bool {
	s := r.syntax()
	prep := s.marker(i)
	return s.toks[i].Relation() == "obl" && (prep == "at" || prep == "during" || prep == "in")
}

// where reports whether a relative clause tells what went on at its noun.
func (r *reader) where(i int) bool {
	s := r.syntax()
	for _, k := range s.kids[i] {
		if s.toks[k].Lower == "where" {
			return true
		}
	}
	return false
}
