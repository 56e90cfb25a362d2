package extract

import (
	"sort"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// maxBack bounds how many mentions of one concept are looked back over.
const maxBack = 300

// chain decides which mentions of the document are one event. A later mention
// joins an earlier one of the same kind when it speaks of something known, or
// states the same participants and date, and nothing tells the two apart.
func (d *Document) chain() {
	kept := d.Mentions[:0]
	moved := make([]int, len(d.Mentions))
	joined := map[int]int{}
	like := map[string][]int{} // kept mentions by concept
	for n := range d.Mentions {
		m := d.Mentions[n]
		i := len(kept)
		m.Chain = -1
		ahead := -1 // the noun that a verb says more about may stand behind it
		if m.Minor {
			moved[n] = i
			kept = append(kept, m) // chained when the main events are known
			continue
		}
		if m.In > n {
			ahead, m.In = m.In, -1
		} else if m.In >= 0 {
			m.In = moved[m.In]
		}
		switch chain, promised := joined[n]; {
		case m.In >= 0:
			// What a meeting is said to have been belongs to the meeting.
			m.Chain = kept[m.In].Chain
		case promised:
			m.Chain = chain
		}
		if m.Chain < 0 {
			m.Chain = d.bestChain(kept, like[m.Concept], &m)
		}
		moved[n] = -1
		if m.Chain < 0 && m.Tentative && !m.When.Dated() {
			if !m.Asserted {
				continue
			}
			m.Minor = true // known to the reader, but from nothing told here
			moved[n] = i
			kept = append(kept, m)
			continue
		}
		if m.Chain < 0 {
			m.Chain = len(d.Chains)
			d.Chains = append(d.Chains, Chain{Kind: m.Kind, Part: m.Part, Parent: -1, When: When{Weekday: -1}})
		}
		moved[n] = i
		kept = append(kept, m)
		like[m.Concept] = append(like[m.Concept], i)
		d.join(&d.Chains[m.Chain], &kept[i], i)
		if ahead >= 0 {
			joined[ahead] = m.Chain
		}
	}
	d.Mentions = kept
	for i := range kept {
		if m := &kept[i]; m.Minor && m.In >= 0 {
			m.In = moved[m.In]
		}
	}
	d.chainMinors()
}

// chainMinors gives the mentions told in passing to the events that they speak
// of, or to events of their own. What they say changes no main event.
func (d *Document) chainMinors() {
	like := map[string][]int{}
	for i := range d.Mentions {
		if m := &d.Mentions[i]; !m.Minor {
			like[m.Concept] = append(like[m.Concept], i)
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if !m.Minor || m.In >= 0 {
			continue // goes where its noun goes
		}
		m.Chain = d.bestChain(d.Mentions, like[m.Concept], m)
		d.joinMinor(i)
		like[m.Concept] = append(like[m.Concept], i)
	}
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Minor && m.In >= 0 {
			m.Chain = d.Mentions[m.In].Chain
			d.joinMinor(i)
		}
	}
	for i := range d.Chains {
		sort.Ints(d.Chains[i].Mentions)
	}
}

// joinMinor adds mention i, told in passing, to its chain, a new one where it
// has none.
func (d *Document) joinMinor(i int) {
	m := &d.Mentions[i]
	if m.Chain < 0 {
		m.Chain = len(d.Chains)
		d.Chains = append(d.Chains, Chain{Kind: m.Kind, Part: m.Part, Parent: -1, When: When{Weekday: -1}, Minor: true, Unsaid: true})
	}
	c := &d.Chains[m.Chain]
	if c.Minor && (!m.Unsaid || c.Unsaid) {
		if c.Unsaid && !m.Unsaid {
			c.Status = "" // what was only spoken of has no say in it
		}
		c.Unsaid = c.Unsaid && m.Unsaid
		d.join(c, m, i)
		return
	}
	c.Mentions = append(c.Mentions, i)
}

// saying reports whether a mention told in passing is one of speech.
func (m *Mention) saying() bool { return m.Minor && !m.Nominal && m.Kind == string(lexicon.Speech) }

// bestChain returns the chain of an earlier mention that m speaks of, -1 for
// none. Of several, what shares a place or people and is still being talked
// about comes before what was only mentioned as history. Like holds the kept
// mentions of m's concept.
func (d *Document) bestChain(kept []Mention, like []int, m *Mention) int {
	best, bestScore := -1, -1<<20
	for n := len(like) - 1; n >= 0 && n >= len(like)-maxBack; n-- {
		a := &kept[like[n]]
		if !d.sameEvent(a, m) {
			continue
		}
		c := &d.Chains[a.Chain]
		score := min(2, len(c.Mentions))
		if len(m.Places) > 0 && len(c.Places) > 0 && !disjoint(m.Places, c.Places) {
			score += 3
		}
		if people := append(append([]int(nil), m.Agents...), m.Patients...); len(people) > 0 && !disjoint(people, c.Actors) {
			score += 2
		}
		if a.Lemma == m.Lemma {
			score++
		}
		if m.Sentence-a.Sentence <= 1 {
			score += 2
		} else if c.When.Dated() && !d.Date.IsZero() && !d.recent(c.When.Date) {
			score -= 3
		}
		if score > bestScore {
			best, bestScore = a.Chain, score
		}
	}
	return best
}

func disjoint(a, b []int) bool { return len(without(a, b)) == len(a) }

// join adds a mention to a chain and what it says to what the chain knows.
func (d *Document) join(c *Chain, m *Mention, i int) {
	c.Mentions = append(c.Mentions, i)
	c.Actors = appendNew(c.Actors, m.Agents...)
	c.Actors = appendNew(c.Actors, m.Patients...)
	c.Places = appendNew(c.Places, m.Places...)
	if better(m.When, c.When) {
		c.When = m.When
	}
	switch {
	case c.Status == "":
		c.Status = m.Status
	case m.Status == story.StatusCancelled:
		c.Status = m.Status
	case c.Status == story.StatusPlanned && m.Status == story.StatusHappened && !m.Definite:
		c.Status = m.Status
	}
}

// better reports whether a dates an event more surely or finely than b.
func better(a, b When) bool {
	if a.Basis == "" {
		return false
	}
	if b.Basis == "" {
		return true
	}
	if a.Date.IsZero() != b.Date.IsZero() {
		return b.Date.IsZero()
	}
	if a.Basis != b.Basis {
		return a.Basis == story.BasisStated
	}
	if a.Date.Precision() != b.Date.Precision() {
		return a.Date.Precision() < b.Date.Precision()
	}
	return a.Clock != "" && b.Clock == ""
}

// sameEvent compares a mention with an earlier one of the document.
func (d *Document) sameEvent(a, b *Mention) bool {
	if b.saying() {
		// What one speaker says in a report is one event, told piece by piece.
		return a.saying() && len(b.Agents) > 0 && equal(a.Agents, b.Agents) && d.compatible(a.When, b.When) && a.Status == b.Status
	}
	if a.Concept != b.Concept || a.Part != b.Part || a.saying() {
		return false
	}
	if a.Kind == "" {
		return !b.Distinct && d.sameWords(a, b)
	}
	if b.Distinct || a.Distinct && !sameModifiers(a, b) {
		return false
	}
	if !d.compatible(a.When, b.When) || !d.compatible(d.Chains[a.Chain].When, b.When) {
		return false
	}
	// "The war of 1973" is not the war told of before, unless people say so.
	if b.When.Dated() && !d.Chains[a.Chain].When.Dated() && d.Chains[a.Chain].When.Weekday < 0 {
		people := append(append([]int(nil), b.Agents...), b.Patients...)
		if len(people) == 0 || disjoint(people, d.Chains[a.Chain].Actors) {
			return false
		}
	}
	// A plan, a call-off and an event are told apart unless the words repeat.
	if a.Status != b.Status && !(b.Definite && (a.Lemma == b.Lemma || a.Part)) {
		return false
	}
	c := &d.Chains[a.Chain]
	// Who met two people is not who met two others.
	if people := append(append([]int(nil), b.Agents...), b.Patients...); len(people) > 1 && len(c.Actors) > 1 && !d.known(people, c.Actors) && !d.known(c.Actors, people) {
		return false
	}
	if !d.overlap(c.Actors, append(append([]int(nil), b.Agents...), b.Patients...)) {
		return false
	}
	if !d.placesAgree(c.Places, b.Places) {
		return false
	}
	if b.Nominal {
		return b.Definite || b.Heading || a.Heading || bothDated(a.When, b.When)
	}
	// A verb repeats an event when it states the same date or people.
	return bothDated(a.When, b.When) || len(b.Agents) > 0 && d.known(b.Agents, c.Actors) && (len(b.Agents)+len(b.Patients) > 1)
}

func bothDated(a, b When) bool {
	return a.Basis == story.BasisStated && b.Basis == story.BasisStated && !a.Date.IsZero() && !b.Date.IsZero()
}

// sameWords is the test for events of no listed kind: the same verb or noun,
// the same people, no date that differs.
func (d *Document) sameWords(a, b *Mention) bool {
	return d.compatible(a.When, b.When) && len(a.Agents) > 0 && equal(a.Agents, b.Agents) && equal(a.Patients, b.Patients) && a.Status == b.Status
}

// compatible reports whether two datings can be of one event.
func (d *Document) compatible(a, b When) bool {
	if a.Basis != story.BasisStated || b.Basis != story.BasisStated {
		return true
	}
	if a.Date.IsZero() || b.Date.IsZero() {
		if a.Weekday >= 0 && b.Weekday >= 0 {
			return a.Weekday == b.Weekday
		}
		if a.Partial != "" && b.Partial != "" && a.Date.IsZero() && b.Date.IsZero() {
			return a.Partial == b.Partial
		}
		// A weekday without a date is news, a year without a day history.
		return a.Weekday < 0 && b.Weekday < 0 || a.Date.IsZero() && b.Date.IsZero()
	}
	return a.Date.Overlaps(b.Date)
}

// overlap reports whether two sets of participants can belong to one event:
// one is empty or they share a member, a country standing for its people.
func (d *Document) overlap(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if x == y || d.stands(x, y) || d.stands(y, x) {
				return true
			}
		}
	}
	return false
}

// stands reports whether country x stands for person y in "the US and Chile
// agreed".
func (d *Document) stands(x, y int) bool {
	ex, ey := d.Names.Entities[x], d.Names.Entities[y]
	return ex.Kind == names.Country && ey.Kind == names.Person && ey.Country == ex.Name
}

// placesAgree reports whether places can be one: none given, one shared, or
// one inside the other.
func (d *Document) placesAgree(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if x == y || d.inside(x, y) || d.inside(y, x) || !names.Apart(d.Names.Entities[x], d.Names.Entities[y]) {
				return true
			}
		}
	}
	return false
}

func (d *Document) inside(x, y int) bool {
	ex, ey := d.Names.Entities[x], d.Names.Entities[y]
	return ex.Within == ey.Name || ex.Country == ey.Name
}

func sameModifiers(a, b *Mention) bool {
	if len(a.Modifiers) != len(b.Modifiers) {
		return false
	}
	for i := range a.Modifiers {
		if a.Modifiers[i] != b.Modifiers[i] {
			return false
		}
	}
	return true
}

// known reports whether each participant of a is one of b, a country standing
// for its people.
func (d *Document) known(a, b []int) bool {
	for _, x := range a {
		if !d.overlap([]int{x}, b) || len(b) == 0 {
			return false
		}
	}
	return true
}

func subset(a, b []int) bool { return len(without(a, b)) == 0 }

func equal(a, b []int) bool { return len(a) == len(b) && subset(a, b) }
