package recall

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// bind gives a reading the chains that the story has: one for each event of
// it. A mention that is not the story's keeps its chain, but parts from those
// that are. What a sentence that the story does not quote says goes with its
// chain; with quotesOnly there is no such sentence.
func (h *holding) bind(d *extract.Document, quotesOnly bool) Document {
	b := &binding{from: d, chains: map[partKey]int{}, first: make([]int, len(d.Chains))}
	b.to = *d
	b.to.Mentions, b.to.Facts, b.to.Chains = slices.Clone(d.Mentions), slices.Clone(d.Facts), nil
	out := Document{Document: &b.to, Of: map[int]string{}, Known: map[string]bool{}}
	owner, known := h.owners(d, out.Known)
	for c := range d.Chains {
		b.first[c] = -1
		follow := ""
		for _, k := range d.Chains[c].Mentions {
			if follow == "" && !quotesOnly {
				follow = owner[k]
			}
		}
		for _, k := range d.Chains[c].Mentions {
			event := owner[k]
			if event == "" && !known[k] {
				event = follow
			}
			b.put(c, k, event)
		}
	}
	for k, at := range b.chains {
		if k.event != "" {
			out.Of[at] = k.event
		}
	}
	b.settle()
	h.date(&out)
	return out
}

// A binding makes new chains of a reading's old ones.
type binding struct {
	from   *extract.Document
	to     extract.Document
	chains map[partKey]int
	first  []int // new chains by old ones
}

// A partKey names a new chain: that of an event of the story or, with no
// event, what is left of an old chain.
type partKey struct {
	event string
	old   int
}

// put moves mention k of the old chain c to the chain of an event, or to what
// is left of c.
func (b *binding) put(c, k int, event string) {
	key := partKey{event: event}
	if event == "" {
		key.old = c
	}
	at, ok := b.chains[key]
	if !ok {
		at = len(b.to.Chains)
		b.chains[key] = at
		part := b.from.Chains[c]
		part.Mentions, part.Main = nil, part.Main && b.first[c] < 0
		b.to.Chains = append(b.to.Chains, part)
	}
	if b.first[c] < 0 {
		b.first[c] = at
	}
	b.to.Chains[at].Mentions = append(b.to.Chains[at].Mentions, k)
	b.to.Mentions[k].Chain = at
}

// settle says of each new chain what its mentions say, where they are not just
// those of an old one, and turns what points to old chains.
func (b *binding) settle() {
	for at := range b.to.Chains {
		c := &b.to.Chains[at]
		slices.Sort(c.Mentions)
		if p := c.Parent; p >= 0 {
			if c.Parent = b.first[p]; c.Parent == at {
				c.Parent = -1
			}
		}
		if slices.Equal(c.Mentions, b.from.Chains[b.from.Mentions[c.Mentions[0]].Chain].Mentions) {
			continue
		}
		c.When, c.Actors, c.Places = extract.When{Weekday: -1}, nil, nil
		for _, k := range c.Mentions {
			m := &b.to.Mentions[k]
			if !c.When.Dated() && (m.When.Dated() || c.When.Basis == "") {
				c.When = m.When
			}
			for _, list := range [...]struct {
				to   *[]int
				more []int
			}{{&c.Actors, m.Agents}, {&c.Actors, m.Patients}, {&c.Places, m.Places}} {
				for _, e := range list.more {
					if !slices.Contains(*list.to, e) {
						*list.to = append(*list.to, e)
					}
				}
			}
		}
	}
	facts := b.to.Facts[:0]
	for _, f := range b.to.Facts {
		if f.Chain = b.first[f.Chain]; f.Chain >= 0 {
			facts = append(facts, f)
		}
	}
	b.to.Facts = facts
}

// A spot is where a mention of the story stands in a text, in bytes; the
// trigger is empty where the story does not say it.
type spot struct {
	event        *story.Event
	mention      *story.Mention
	start, end   int // the sentence
	first, after int // the trigger
}

// owners returns the ids of the story's events by mentions of d, "" for none,
// and which mentions stand in sentences that the story quotes. Those sentences
// are added to quotes.
func (h *holding) owners(d *extract.Document, quotes map[string]bool) (owner []string, known []bool) {
	owner, known = make([]string, len(d.Mentions)), make([]bool, len(d.Mentions))
	spots := h.spots(d.Source.Text)
	byStart := map[int][]int{} // mentions by where their sentences start
	for k := range d.Mentions {
		start := d.Sentences[d.Mentions[k].Sentence].Start
		byStart[start] = append(byStart[start], k)
	}
	// What is named most exactly comes first: the words of one event may lie
	// between those of another.
	slices.SortStableFunc(spots, func(a, b spot) int { return cmp.Compare(a.after-a.first, b.after-b.first) })
	for _, s := range spots {
		quotes[s.mention.Quote] = true
		for _, k := range h.within(d, byStart, s) {
			known[k] = true
			// "Held talks" may be two mentions of the event, one in the other.
			if owner[k] == "" && s.covers(d, k) {
				owner[k] = s.event.ID
			}
		}
	}
	for _, s := range spots {
		if s.first < s.after {
			continue
		}
		best, bestScore := -1, -1
		for _, k := range h.within(d, byStart, s) {
			if owner[k] == "" && !d.Carries(k) {
				if score := s.fits(d, k); score > bestScore {
					best, bestScore = k, score
				}
			}
		}
		if best < 0 {
			continue
		}
		owner[best] = s.event.ID
		for _, k := range h.within(d, byStart, s) {
			if owner[k] == "" && d.Carries(k) && d.Mentions[k].In == best {
				owner[k] = s.event.ID
			}
		}
	}
	return owner, known
}

// within returns the mentions that stand in the sentence of a spot, or in one
// that begins there.
func (h *holding) within(d *extract.Document, byStart map[int][]int, s spot) []int {
	if list := byStart[s.start]; len(list) > 0 {
		return list
	}
	var out []int
	for k := range d.Mentions {
		if at := d.Sentences[d.Mentions[k].Sentence].Start; at >= s.start && at < s.end {
			out = append(out, k)
		}
	}
	return out
}

// covers reports whether mention k of d shares words with the spot's trigger.
func (s spot) covers(d *extract.Document, k int) bool {
	if s.first >= s.after {
		return false
	}
	m := &d.Mentions[k]
	toks := d.Tokens(m.Sentence)
	return toks[m.Start].Start < s.after && toks[m.End-1].End > s.first
}

// fits says how well mention k of d is the one at the spot, where the story
// does not say at which word it is.
func (s spot) fits(d *extract.Document, k int) int {
	m := &d.Mentions[k]
	score := 0
	if m.When.End > m.When.Start && d.Source.Text[m.When.Start:m.When.End] == s.mention.DateText {
		score += 4
	}
	if strings.Contains(strings.ToLower(s.event.Title), m.Lemma) {
		score += 2
	}
	return score
}

// spots finds the mentions of a holding in a text. A sentence that stands there
// more than once is meant where it stands first.
func (h *holding) spots(text string) []spot {
	at := map[string]int{}
	var out []spot
	for i, m := range h.mentions {
		if m.Quote == "" {
			continue
		}
		start, ok := at[m.Quote]
		if !ok {
			start = strings.Index(text, m.Quote)
			at[m.Quote] = start
		}
		if start < 0 {
			continue
		}
		s := spot{event: h.events[i], mention: m, start: start, end: start + len(m.Quote)}
		if from, to := m.Trigger.Start-m.Sentence.Start, m.Trigger.End-m.Sentence.Start; !m.Trigger.IsZero() && 0 <= from && from < to && to <= utf8.RuneCountInString(m.Quote) {
			s.first, s.after = start+runes(m.Quote, from), start+runes(m.Quote, to)
		}
		out = append(out, s)
	}
	return out
}

// runes returns the byte at which the n-th code point of a text begins.
func runes(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// date gives the events that no words of a document date the date that the
// story has for them.
func (h *holding) date(d *Document) {
	for at, e := range h.at(d) {
		c := &d.Chains[at]
		if c.When.Date.IsZero() && !e.Date.IsZero() {
			c.When = extract.When{Date: e.Date, Basis: story.BasisStated, Weekday: -1}
		}
	}
}

// edited returns a reading of a document in which events have the dates that a
// person gave them, false where none has another than its words give.
func (h *holding) edited(d Document) (Document, bool) {
	to := *d.Document
	to.Chains = slices.Clone(d.Chains)
	out := Document{Document: &to, Of: d.Of, Known: d.Known, Edit: true}
	found := false
	for at, e := range h.at(&d) {
		c := &to.Chains[at]
		if !e.Date.IsZero() && !c.When.Date.Overlaps(e.Date) {
			c.When = extract.When{Date: e.Date, Basis: story.BasisStated, Weekday: -1}
			found = true
		}
	}
	return out, found
}

// at returns the events of the story by chains of a document.
func (h *holding) at(d *Document) map[int]*story.Event {
	byID := map[string]*story.Event{}
	for _, e := range h.events {
		byID[e.ID] = e
	}
	out := map[int]*story.Event{}
	for at, id := range d.Of {
		out[at] = byID[id]
	}
	return out
}
