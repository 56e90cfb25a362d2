package extract

import (
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
	"github.com/causeline/causeline/timeline/timex"
)

// attach gives each date expression of the sentence to the events that it
// dates: to the event noun whose phrase it stands in or follows, else to the
// verb of its clause.
func (r *reader) attach() {
	for _, s := range r.dates {
		targets := r.within(s.from)
		if len(targets) == 0 {
			targets = r.targets(s)
			if when := r.whenClause(s); r.bound(s) && len(when) > 0 {
				targets = when // "since 1987, when the dam failed"
			} else if r.bound(s) {
				for _, f := range targets {
					r.found[f].Bounded = true
				}
				continue
			}
		}
		for _, f := range targets {
			r.give(&r.found[f], r.timex(s))
		}
	}
}

// give dates a mention. The first expression with a date wins; a clock time
// is added to the day that it has.
func (r *reader) give(m *Mention, tx timex.Timex) {
	w := &m.When
	if w.Basis == story.BasisStated {
		if tx.Clock != "" && w.Clock == "" {
			w.Clock = tx.Clock
			w.Start, w.End = min(w.Start, tx.Start), max(w.End, tx.End)
		}
		if w.Date.IsZero() && w.Weekday < 0 && !tx.Date.IsZero() {
			w.Date, w.Weekday, w.Reason = tx.Date, tx.Weekday, r.doc.resolved(tx)
			w.Start, w.End = min(w.Start, tx.Start), max(w.End, tx.End)
		}
		return
	}
	*w = When{Date: tx.Date, Clock: tx.Clock, Weekday: tx.Weekday, Basis: story.BasisStated, Start: tx.Start, End: tx.End, Partial: tx.Value, Reason: r.doc.resolved(tx)}
	if m.Status == story.StatusPlanned {
		return
	}
	if !r.ahead(tx.Date) || m.Status != story.StatusHappened {
		return
	}
	if m.Told && !m.Heading {
		// "The bridge was closed on 12 March", read in December: what the verb
		// says has happened cannot lie ahead, so it was the year before.
		if date, ok := yearBefore(tx.Date); ok && tx.Yearless {
			w.Date = date
			w.Reason += "; the year before, since what is told as done cannot lie ahead"
			return
		}
	}
	// A past verb with a date yet to come is a plan told in a headline.
	m.Status = story.StatusPlanned
}

// yearBefore returns the same day a year earlier.
func yearBefore(d edtf.Date) (edtf.Date, bool) {
	day, ok := d.Earliest()
	if !ok || d.Precision() != edtf.PrecisionDay || d.IsInterval() {
		return d, false
	}
	year, month, dom := day.Civil()
	if month == 2 && dom == 29 {
		return d, false
	}
	return edtf.FromDay(edtf.DayOf(year-1, month, dom)), true
}

// whenClause returns the mentions of a clause that tells what happened at a
// date: "in March 1990, when the wall fell".
func (r *reader) whenClause(s dateSpan) []int {
	for i, cl := range r.parse.Clauses {
		if from := r.parse.Chunks[cl.Start].Start; cl.Marker == "when" && from >= s.to && from <= s.to+1 {
			return r.ofClause(i)
		}
	}
	return nil
}

// targets returns the mentions of the sentence that an expression dates.
func (r *reader) targets(s dateSpan) []int {
	out := r.whenClause(s)
	nouns, taken := r.leftNoun(s.from, r.parse.ChunkAt(s.from))
	if len(nouns) > 0 || taken {
		return append(out, nouns...)
	}
	i := s.clause
	if i < 0 {
		return out
	}
	if of := r.ofClause(i); len(of) > 0 {
		return append(out, of...)
	}
	if cl := r.parse.Clauses[i]; cl.Form == chunk.Participle && r.afterComma(s.from) {
		// "joined the league, then called the Union, in 1973"
		for k := i - 1; k >= 0; k-- {
			if r.parse.Clauses[k].Form == chunk.Finite {
				return append(out, r.ofClause(k)...)
			}
		}
	}
	return out
}

// afterComma reports whether only a preposition stands between token a and a
// comma before it.
func (r *reader) afterComma(a int) bool {
	toks := r.parse.Tokens
	for k := a - 1; k >= 0 && k >= a-2; k-- {
		if toks[k].Text == "," {
			return true
		}
		if toks[k].Tag != "IN" {
			return false
		}
	}
	return false
}

// within returns the event noun whose noun phrase holds the date at token a:
// "the 2011 uprising".
func (r *reader) within(a int) []int {
	at := r.parse.ChunkAt(a)
	for i, m := range r.found {
		if m.Nominal && m.NP == at && m.End > a {
			return []int{i}
		}
	}
	return nil
}

// leftNoun walks left from a date over prepositional phrases to the event
// noun that it belongs to: "the invasion of Kuwait in 1990". Taken says that
// the noun is one that yields no event: "called for a vote in May".
func (r *reader) leftNoun(a, at int) (found []int, taken bool) {
	p := r.parse
	for k := at; k >= 0 && k > at-14; k-- {
		c := p.Chunks[k]
		switch c.Kind {
		case chunk.VG:
			return nil, false
		case chunk.Wh, chunk.QuoteMark:
			return nil, false
		case chunk.Comma:
			if p.Tokens[c.Start].Text != "," || at-k > 2 || p.Head(max(k-1, 0)).Tag != "NNP" {
				return nil, false
			}
		case chunk.Coord:
			if k+1 < len(p.Chunks) && p.Chunks[k+1].Kind == chunk.VG {
				return nil, false
			}
		case chunk.NP:
			var out []int
			for i, m := range r.found {
				if m.Nominal && m.NP == k && m.End <= a && !(bare(p.Tokens, c, c.Head) && r.sent.Kind != nlp.Heading && k > 0 && p.Chunks[k-1].Kind == chunk.Prep) {
					out = append(out, i)
				}
			}
			if len(out) == 0 {
				if k < at && at-k <= 2 && r.wishedFor(k) {
					return nil, true
				}
				continue
			}
			if gov, at := p.Governor(k); gov == "of" && at > 0 && phase(p.Head(at-1).Lemma) {
				return nil, false // "announced the end of the siege on Monday"
			}
			// The object of an act shares the act's date: "signed the treaty
			// in Rome in 1957".
			m := r.found[out[0]]
			gov, _ := p.Governor(k)
			if m.Clause >= 0 && (contains(p.Clauses[m.Clause].Object, k) || gov == "in" || gov == "at" || gov == "during" || gov == "with" || gov == "amid") {
				var verb []int
				for i, v := range r.found {
					if !v.Nominal && v.Clause == m.Clause {
						verb = append(verb, i)
					}
				}
				// "ran aground in a storm on 3 May": the storm that names no
				// one is a circumstance, the date the verb's.
				if len(verb) > 0 && gov == "" && m.Definite && !r.ofDate(a) && !r.one(verb, out[0]) {
					return verb, false // "approved the deal on Wednesday" dates no deal
				}
				if len(verb) > 0 && gov != "" && !r.ofDate(a) && len(m.Agents)+len(m.Patients)+len(m.Places) == 0 {
					return verb, false
				}
				out = append(out, verb...)
			}
			charge := gov == "of" || gov == "for"
			if m.Clause >= 0 && m.Definite && (charge || gov == "against" || gov == "over" || gov == "about") {
				var verb []int
				for i, v := range r.found {
					if !v.Nominal && v.Clause == m.Clause && (!charge || v.Kind == string(lexicon.Legal)) {
						verb = append(verb, i) // "appealed against the verdict on Monday"
					}
				}
				if len(verb) > 0 {
					return verb, false
				}
			}
			return out, false
		}
	}
	return nil, false
}

// one reports whether one of the verbs says no more than the noun, or that it
// took place: "signed the treaty", "completed the merger".
func (r *reader) one(verbs []int, noun int) bool {
	for _, v := range verbs {
		switch m := r.found[v]; {
		case m.In == noun, r.occurs(m.Lemma):
			return true
		case m.Lemma == "complete" || m.Lemma == "finalise" || m.Lemma == "finalize" || m.Lemma == "launch":
			return true
		}
	}
	return false
}

// ofDate reports whether "of" stands right before a date, which then belongs
// to the noun: "in the election of May 1997".
func (r *reader) ofDate(a int) bool { return a > 0 && r.parse.Tokens[a-1].Lower == "of" }

// clauseAt returns the clause that the tokens [a, b) belong to: the one whose
// chunks hold them, else the nearest verb to the left, else, at the head of a
// sentence, the first finite clause.
func (r *reader) clauseAt(a, b int) int {
	p := r.parse
	best, size := -1, 0
	for i, cl := range p.Clauses {
		from, to := p.Chunks[cl.Start].Start, p.Chunks[cl.End-1].End
		if cl.Form == chunk.Infinitive && r.insideSubject(i) {
			continue // "an attempt to free the ship on Friday failed"
		}
		if a >= from && b <= to && (best < 0 || to-from <= size) {
			best, size = i, to-from // the shortest that holds it is the innermost
		}
	}
	if best >= 0 {
		return best
	}
	if r.leading(a) {
		return r.finite
	}
	// After a comma at the end, or between subject and verb.
	for i := len(p.Clauses) - 1; i >= 0; i-- {
		if p.Chunks[p.Clauses[i].Verb].End <= a {
			return i
		}
	}
	return r.finite
}

// insideSubject reports whether an infinitive belongs to the subject of the
// next finite verb.
func (r *reader) insideSubject(i int) bool {
	for j := i + 1; j < len(r.parse.Clauses) && j <= i+3; j++ {
		if cl := r.parse.Clauses[j]; cl.Form == chunk.Finite {
			return cl.Start < r.parse.Clauses[i].Start && len(cl.Subject) > 0 && cl.Subject[0] < r.parse.Clauses[i].Verb
		}
	}
	return false
}

// ofClause returns the mentions that a date in a clause dates: its verb where
// that is an event, else the event nouns that the verb carries.
func (r *reader) ofClause(i int) []int {
	var verb, nouns []int
	cl := r.parse.Clauses[i]
	lem := r.parse.Head(cl.Verb).Lemma
	info, _ := r.verbInfo(cl)
	for k, m := range r.found {
		switch {
		case !m.Nominal && m.Clause == i:
			verb = append(verb, k)
		case m.Nominal && contains(cl.Subject, m.NP) && (describesSubject(cl) && r.occurs(lem) || sets(lem) && (describesSubject(cl) || cl.Form == chunk.Participle)):
			return []int{k} // "the war, which began in May, ...", "the visit planned for June"
		case m.Nominal && cl.Form == chunk.Infinitive && contains(cl.Subject, m.NP) && r.planned(i) && r.occurs(lem):
			nouns = append(nouns, k) // "talks are due to begin in March"
		case m.Nominal && m.Clause == i && (contains(cl.Subject, m.NP) || contains(cl.Object, m.NP) || r.inSubject(cl, m.NP)):
			if m.When.Basis != story.BasisStated {
				nouns = append(nouns, k)
			}
		}
	}
	if len(verb)+len(nouns) == 0 && i > 0 && cl.Form == chunk.Gerund && cl.Verb == r.parse.Clauses[i-1].Verb+1 {
		return r.ofClause(i - 1) // "extended trading on Monday"
	}
	if len(verb)+len(nouns) == 0 && r.completes(i) {
		return r.ofClause(i - 1) // "agreed to buy the mill on Monday"
	}
	if len(verb) == 0 {
		// "said on Monday that the talks ...": saying dates nothing else.
		switch info.Class {
		case lexicon.VerbSpeech, lexicon.VerbCognition, lexicon.VerbState:
			if lem != "be" {
				return nil
			}
		}
		return nouns
	}
	// "A fire destroyed the mill on Friday" dates the fire as well.
	for _, k := range nouns {
		if r.found[k].Kind == string(lexicon.Disaster) && contains(cl.Subject, r.found[k].NP) && cl.Form == chunk.Finite && !cl.Passive {
			verb = append(verb, k)
		}
	}
	// "The summit ended on Friday": one event, the noun.
	if len(nouns) > 0 && (r.occurs(lem) || cancelling(info)) {
		return append(nouns, verb...)
	}
	return verb
}

// sets reports whether a verb says when something is to be, or was, held.
func sets(lemma string) bool {
	switch lemma {
	case "plan", "schedule", "set", "slate", "hold", "expect":
		return true
	}
	return false
}

// inSubject reports whether a noun phrase lies between the subject and the
// verb of a clause: the phrase that the subject is made of.
func (r *reader) inSubject(cl chunk.Clause, np int) bool {
	return len(cl.Subject) > 0 && np > cl.Subject[0] && np < cl.Verb
}
