package extract

import (
	"sort"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// newsDays is how long before a report's date its news can have happened.
// Dailies and agencies report within the week.
const newsDays = 7

// clock finds what the report is about and dates by it the events that the
// report tells as its news without a date of their own.
func (d *Document) clock() {
	d.borrow()
	main := d.mainChain()
	defer func() { d.pass(main) }()
	if main < 0 {
		return
	}
	d.Chains[main].Main = true
	day, basis := d.newsDay(main)
	if day.IsZero() {
		return
	}
	blocks := d.blocks(main)
	for i := range d.Chains {
		c := &d.Chains[i]
		if c.When.Basis != "" || c.Minor || !d.news(c, main, blocks) {
			continue
		}
		c.When = When{Date: day, Weekday: -1, Basis: basis}
		if i == main && basis == story.BasisContext {
			c.When.Basis = story.BasisDocument
		}
		for _, k := range c.Mentions {
			if m := &d.Mentions[k]; m.When.Basis == "" {
				m.When = c.When
				m.When.Reason = d.newsReason(m, main, basis)
			}
		}
	}
}

// borrow dates a verb without a date by the dated event that it is said to
// have happened at or in: "interfered in the 1998 vote".
func (d *Document) borrow() {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.When.Basis != "" || m.Minor {
			continue
		}
		first := d.firstIn(m.Sentence)
		if n := d.datedSubject(m, first); n != nil {
			if m.Nominal {
				m.Bounded = m.Bounded || !d.recent(n.When.Date)
				continue
			}
			m.When = When{Date: n.When.Date, Weekday: -1, Basis: story.BasisContext, Reason: d.borrowed(n, "the subject of its clause")}
		}
		if m.Nominal {
			continue
		}
		if n := d.joined(m, first); n != nil && m.When.Basis == "" {
			m.When = When{Date: n.When.Date, Weekday: -1, Basis: story.BasisContext, Reason: d.borrowed(n, "to which it is joined")}
		}
		for _, ph := range d.parse(m.Sentence).Clauses[m.Clause].Phrases {
			if ph.Prep != "in" && ph.Prep != "at" && ph.Prep != "during" {
				continue
			}
			for k := first; k < len(d.Mentions) && d.Mentions[k].Sentence == m.Sentence; k++ {
				n := &d.Mentions[k]
				if n.Nominal && n.NP == ph.NP && !n.When.Date.IsZero() && n.When.Basis == story.BasisStated {
					m.When = When{Date: n.When.Date, Weekday: -1, Basis: story.BasisContext, Reason: d.borrowed(n, "at or in which it took place")}
				}
			}
		}
		if c := &d.Chains[m.Chain]; better(m.When, c.When) {
			c.When = m.When
		}
	}
}

// joined returns the dated verb that the verb m is joined to by "and": "ruled
// for the bank in 2019 and fined its owner". It is nil where there is none.
func (d *Document) joined(m *Mention, first int) *Mention {
	p := d.parse(m.Sentence)
	cl := p.Clauses[m.Clause]
	if cl.Form != chunk.Finite || cl.Verb == 0 || p.Chunks[cl.Verb-1].Kind != chunk.Coord {
		return nil
	}
	var found *Mention
	for k := first; k < len(d.Mentions) && d.Mentions[k].Sentence == m.Sentence && d.Mentions[k].Start < m.Start; k++ {
		if n := &d.Mentions[k]; !n.Nominal && n.Clause == m.Clause-1 && n.When.Dated() && p.Clauses[n.Clause].Form == chunk.Finite {
			found = n
		}
	}
	return found
}

// historic reports whether a sentence gives an event a date that is not of
// the report's week: what else it tells is no news of the day either.
func (d *Document) historic(sentence int) bool {
	for k := d.firstIn(sentence); k < len(d.Mentions) && d.Mentions[k].Sentence == sentence; k++ {
		m := &d.Mentions[k]
		if m.When.Dated() && !d.recent(m.When.Date) && m.Status != story.StatusPlanned && !d.Date.IsZero() && !m.Nominal {
			return true
		}
	}
	return false
}

// firstIn returns the index of the first mention at or after a sentence.
func (d *Document) firstIn(sentence int) int {
	return sort.Search(len(d.Mentions), func(k int) bool { return d.Mentions[k].Sentence >= sentence })
}

// datedSubject returns the event noun with a date of its own that is the
// subject of the clause of m, nil where there is none: what the uprising of
// 2011 brought about is no news of today.
func (d *Document) datedSubject(m *Mention, first int) *Mention {
	if m.Clause < 0 {
		return nil
	}
	cl := d.parse(m.Sentence).Clauses[m.Clause]
	if cl.Form != chunk.Finite {
		return nil
	}
	for k := first; k < len(d.Mentions) && d.Mentions[k].Sentence == m.Sentence; k++ {
		n := &d.Mentions[k]
		if n != m && n.Nominal && contains(cl.Subject, n.NP) && n.When.Dated() {
			return n
		}
	}
	return nil
}

// newsDay returns the day of the report's news: the stated date of its main
// event where that is a day of the last week, else the document's own date.
func (d *Document) newsDay(main int) (edtf.Date, story.DateBasis) {
	w := When{Weekday: -1}
	if main >= 0 {
		w = d.Chains[main].When
	}
	if w.Basis == story.BasisStated && !w.Date.IsZero() {
		if d.recent(w.Date) {
			return w.Date, story.BasisContext
		}
		if w.Date.Precision() == edtf.PrecisionDay && d.Date.IsZero() {
			return w.Date, story.BasisContext
		}
	}
	if !d.News.IsZero() {
		return d.News, story.BasisInferred
	}
	if d.chronicle {
		return edtf.Date{}, "" // what it gives no date did not happen when it was written
	}
	if d.Date.IsZero() || d.Date.Precision() != edtf.PrecisionDay {
		return edtf.Date{}, ""
	}
	return d.Date, story.BasisDocument
}

// recent reports whether a date is one day of the week up to the document's
// date.
func (d *Document) recent(date edtf.Date) bool {
	now, ok := d.Date.Latest()
	if !ok {
		return false
	}
	first, ok1 := date.Earliest()
	last, ok2 := date.Latest()
	return ok1 && ok2 && first == last && first <= now && now-first <= newsDays
}

// mainChain returns the chain that the report is about, -1 where it has none:
// stated early and often, with people, not as history.
func (d *Document) mainChain() int {
	best, bestScore := -1, 0
	for i, c := range d.Chains {
		if c.Minor {
			continue
		}
		score := 0
		for n, k := range c.Mentions {
			m := d.Mentions[k]
			switch {
			case m.Heading:
				score += 5
			case m.Sentence <= d.FirstBody()+1:
				score += 6
			case n < 6:
				score += 2
			}
			if m.Background || m.Status == story.StatusPlanned {
				score -= 3
			}
		}
		if len(c.Actors) >= 2 {
			score += 4
		}
		if c.Part || c.Kind == string(lexicon.Speech) {
			score -= 5
		}
		if c.Kind == string(lexicon.Travel) {
			score -= 9
		}
		if important(c.Kind) {
			score += 2
		}
		if c.When.Basis == story.BasisStated && !c.When.Date.IsZero() && !d.Date.IsZero() && !d.recent(c.When.Date) {
			score -= 12 // history
		}
		if c.When.Dated() && d.recent(c.When.Date) {
			score += 6
		}
		if c.When.Weekday >= 0 {
			score += 4
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// important reports whether events of a kind make the news by themselves.
func important(kind string) bool {
	switch lexicon.Kind(kind) {
	case lexicon.Meeting, lexicon.Disaster, lexicon.Election, lexicon.Deal, lexicon.War, lexicon.Death, lexicon.Legal, lexicon.Launch:
		return true
	}
	return false
}

// FirstBody returns the first sentence that is not a heading or metadata.
func (d *Document) FirstBody() int {
	for i, s := range d.Sentences {
		if s.Kind != nlp.Meta && s.Kind != nlp.Heading {
			return i
		}
	}
	return 0
}

// news reports whether an undated chain is told as part of the day's news.
func (d *Document) news(c *Chain, main int, blocks map[int]bool) bool {
	if c.Status == story.StatusPlanned || c.Status == story.StatusDenied {
		return false
	}
	bounded, lasting := true, true
	for _, k := range c.Mentions {
		m := &d.Mentions[k]
		bounded = bounded && m.Bounded
		lasting = lasting && m.Definite && !m.Told && !m.Heading && (m.Kind == string(lexicon.Deal) || m.Kind == string(lexicon.Law))
	}
	if bounded || lasting {
		return false // "the treaty" was not made today for being spoken of
	}
	if c.Main {
		return true
	}
	for _, k := range c.Mentions {
		m := d.Mentions[k]
		if m.Background || m.Quoted {
			continue
		}
		if m.Told && !d.historic(m.Sentence) && d.beside(m.Sentence, blocks) && d.shares(c.Actors, d.Chains[main].Actors) {
			return true
		}
		// The press conference of the meeting that the report is about.
		if m.Part && (len(c.Actors) == 0 && m.Told || d.shares(c.Actors, d.Chains[main].Actors)) {
			return true
		}
	}
	return false
}

// beside reports whether a sentence belongs to the telling of the main event:
// among the first, or in a paragraph that speaks of it. Later paragraphs tell
// history in the same tense.
func (d *Document) beside(sentence int, blocks map[int]bool) bool {
	return sentence <= d.FirstBody()+4 || blocks[d.Sentences[sentence].Block]
}

// blocks returns the paragraphs that speak of a chain.
func (d *Document) blocks(chain int) map[int]bool {
	out := map[int]bool{}
	for _, k := range d.Chains[chain].Mentions {
		out[d.Sentences[d.Mentions[k].Sentence].Block] = true
	}
	return out
}

// shares reports whether two sets of participants have one in common.
func (d *Document) shares(a, b []int) bool {
	return len(a) > 0 && len(b) > 0 && d.overlap(a, b)
}

// parts finds the events that are parts of what the report is about.
func (d *Document) parts() {
	main := -1
	for i, c := range d.Chains {
		if c.Main {
			main = i
		}
	}
	if main < 0 || d.Chains[main].Part {
		return
	}
	whole := d.Chains[main]
	told := map[int]bool{} // sentences that speak of the whole
	for _, k := range whole.Mentions {
		if m := &d.Mentions[k]; !m.Minor {
			told[m.Sentence] = true
		}
	}
	for i := range d.Chains {
		c := &d.Chains[i]
		if i == main || !c.Part || c.Minor || !d.sameDay(c.When, whole.When) || !d.overlap(c.Actors, whole.Actors) {
			continue
		}
		c.Parent = main
		c.ParentAt = d.Mentions[c.Mentions[0]].Sentence
		for _, k := range c.Mentions {
			if s := d.Mentions[k].Sentence; told[s] {
				c.ParentAt, c.Stated = s, true
				break
			}
		}
	}
}

// sameDay reports whether two datings are of one day, or one is unknown.
func (d *Document) sameDay(a, b When) bool {
	if a.Date.IsZero() || b.Date.IsZero() {
		return a.Weekday < 0 || b.Weekday < 0 || a.Weekday == b.Weekday
	}
	return a.Date.Overlaps(b.Date)
}
