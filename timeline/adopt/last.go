package adopt

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// Edits is what a person did to a story since it was last written, as far as
// it has to be told or carried on.
type Edits struct {
	Renamed   map[string]string   // new ids of events by their last ones
	Merged    map[string]string   // the event that a person put another into, by the id of the other
	Removed   []string            // ids of events deleted, in the order of the last state
	Relations []story.RelationKey // relations deleted though both events stand
}

// Since compares a person's story with the last state of it and carries on, in
// place, what the person did: offsets and reasons, which a file for people
// leaves out, are put back; what is deleted is written down in Removed, what was put into
// another event in SameAs; what pointed to an event of another id, or to one
// that is gone, is turned or goes too.
//
// Own says that the person's file is the very one that was written with the
// last state. A file from elsewhere need not ever have held what is in it: from
// such a file only that counts as deleted whose document it still lists.
func Since(last, person *story.Story, own bool) Edits {
	c := newComparison(last, person, own)
	c.claim()
	c.putBack()
	c.heirs()
	c.dangling()
	c.relations()
	c.disagreements()
	c.reasons()
	return c.edits
}

// A comparison is a last state beside the person's story.
type comparison struct {
	last, person *story.Story
	own          bool
	documents    map[string]string // ids of the person's documents by the last ones
	listed       map[string]string // sums of the documents that the person's story lists, by id
	at           map[string]int    // the person's events by id
	was          map[string]int    // the last events by id
	slots        [][]slot          // by event and mention of the last state
	gone         map[string]bool   // ids that must not be written down as removed again
	united       map[string]string // by the second id of a pair of SameAs, the first, where it is an event
	edits        Edits
}

// A slot is a mention of the last state and the event of the person's story
// that has it now, -1 where none does.
type slot struct {
	of      int // index into the last events
	mention *story.Mention
	by      int
}

func newComparison(last, person *story.Story, own bool) *comparison {
	c := &comparison{
		last: last, person: person, own: own,
		documents: map[string]string{}, listed: map[string]string{}, at: map[string]int{}, was: map[string]int{}, gone: map[string]bool{}, united: map[string]string{},
		edits: Edits{Renamed: map[string]string{}, Merged: map[string]string{}},
	}
	bySum := map[string]string{}
	for _, d := range person.Documents {
		c.listed[d.ID] = d.TextSHA256
		if d.TextSHA256 != "" {
			bySum[d.TextSHA256] = d.ID
		}
	}
	for _, d := range last.Documents {
		switch sum, ok := c.listed[d.ID]; {
		case ok && (own || sum == d.TextSHA256 || sum == "" || d.TextSHA256 == ""):
			c.documents[d.ID] = d.ID
		case bySum[d.TextSHA256] != "":
			c.documents[d.ID] = bySum[d.TextSHA256] // it was given another id
		case !ok:
			c.documents[d.ID] = d.ID
		}
	}
	c.sums()
	for i, e := range person.Events {
		c.at[e.ID] = i
	}
	for i, e := range last.Events {
		c.was[e.ID] = i
	}
	for _, id := range person.Removed {
		c.gone[id] = true
	}
	for _, p := range person.SameAs {
		if has(c.at, p[0]) {
			c.gone[p[1]], c.united[p[1]] = true, p[0]
		}
	}
	return c
}

// sums fills in the sums that a person left out: they are the program's.
func (c *comparison) sums() {
	was := map[string]string{}
	for _, d := range c.last.Documents {
		was[c.documents[d.ID]] = d.TextSHA256
	}
	for i := range c.person.Documents {
		if d := &c.person.Documents[i]; d.TextSHA256 == "" {
			d.TextSHA256 = was[d.ID]
		}
	}
}

// A sentence is what a mention without offsets can be known by.
type sentence struct{ document, quote string }

func (c *comparison) sentence(m *story.Mention) sentence {
	return sentence{c.documents[m.Document], m.Quote}
}

// maxLike bounds how many mentions of one sentence are looked through.
const maxLike = 64

// claim finds out which event of the person's story has each mention of the
// last state: that of the same id where it has one of the sentence, else the
// first that has. Offsets that a mention lacks are put back.
func (c *comparison) claim() {
	type key struct {
		event int // of the last state, -1 for any
		sentence
	}
	free := map[key][]*slot{}
	c.slots = make([][]slot, len(c.last.Events))
	for i := range c.last.Events {
		ms := c.last.Events[i].Mentions
		c.slots[i] = make([]slot, len(ms))
		for k := range ms {
			s := &c.slots[i][k]
			*s = slot{of: i, mention: &ms[k], by: -1}
			for _, event := range [...]int{i, -1} {
				n := key{event, c.sentence(&ms[k])}
				free[n] = append(free[n], s)
			}
		}
	}
	take := func(event, by int, m *story.Mention) bool {
		n := key{event, sentence{m.Document, m.Quote}}
		list := free[n]
		for len(list) > 0 && list[0].by >= 0 {
			list = list[1:]
		}
		free[n] = list
		s := choose(list, m)
		if s == nil {
			return false
		}
		s.by = by
		if m.Trigger.IsZero() && m.Sentence.IsZero() {
			m.Trigger, m.Sentence = s.mention.Trigger, s.mention.Sentence
		}
		return true
	}
	var moved [][2]int // event and mention
	for i := range c.person.Events {
		e := &c.person.Events[i]
		was, ok := c.was[e.ID]
		for k := range e.Mentions {
			if !ok || !take(was, i, &e.Mentions[k]) {
				moved = append(moved, [2]int{i, k})
			}
		}
	}
	for _, at := range moved {
		take(-1, at[0], &c.person.Events[at[0]].Mentions[at[1]])
	}
}

// choose returns the free one of the mentions of a sentence that m is: by its
// trigger, by the words that date it, else the first.
func choose(list []*slot, m *story.Mention) *slot {
	var first, dated *slot
	for _, s := range list[:min(len(list), maxLike)] {
		switch {
		case s.by >= 0 || !m.Trigger.IsZero() && !s.mention.Trigger.IsZero() && s.mention.Trigger != m.Trigger:
		case !m.Trigger.IsZero() && s.mention.Trigger == m.Trigger:
			return s
		case dated == nil && s.mention.DateText == m.DateText:
			dated = s
		case first == nil:
			first = s
		}
	}
	if dated != nil {
		return dated
	}
	return first
}

// putBack gives the evidence of relations its offsets.
func (c *comparison) putBack() {
	spans := map[sentence]story.Span{}
	for _, r := range c.last.Relations {
		for i := range r.Mentions {
			spans[c.sentence(&r.Mentions[i])] = r.Mentions[i].Sentence
		}
	}
	for i := range c.person.Relations {
		for k := range c.person.Relations[i].Mentions {
			if m := &c.person.Relations[i].Mentions[k]; m.Sentence.IsZero() {
				m.Sentence = spans[sentence{m.Document, m.Quote}]
			}
		}
	}
}

// heirs finds out what became of each event that is in the last state and not
// in the person's story.
func (c *comparison) heirs() {
	heirs := make([]string, len(c.last.Events))
	named := map[string]int{} // events of new ids by what they were called before
	byTitle := c.newTitles()
	for i := range c.last.Events {
		was := &c.last.Events[i]
		if has(c.at, was.ID) {
			continue
		}
		heirs[i] = c.heir(i)
		if heirs[i] == "" && len(was.Mentions) == 0 {
			heirs[i] = byTitle[titled{was.Title, was.Date.String()}]
		}
		if id := heirs[i]; id != "" && !has(c.was, id) && !c.gone[was.ID] {
			// Of several that were put into a new event, one gave it its title.
			if _, ok := named[id]; !ok || c.person.Events[c.at[id]].Title == was.Title {
				named[id] = i
			}
		}
	}
	for i := range c.last.Events {
		if was := &c.last.Events[i]; !has(c.at, was.ID) {
			at, ok := named[heirs[i]]
			c.inherit(was, heirs[i], ok && at == i)
		}
	}
}

// newTitles returns the ids of events that are new by title and date.
func (c *comparison) newTitles() map[titled]string {
	out := map[titled]string{}
	for _, e := range c.person.Events {
		if k := (titled{e.Title, e.Date.String()}); !has(c.was, e.ID) && !has(out, k) {
			out[k] = e.ID
		}
	}
	return out
}

// inherit writes down what became of an event: it was given another id, put
// into its heir or, without one, deleted.
func (c *comparison) inherit(was *story.Event, heir string, renamed bool) {
	switch {
	case c.gone[was.ID]: // a person wrote it down
		if heir == "" {
			heir = c.united[was.ID]
		}
		if heir != "" {
			c.edits.Merged[was.ID] = heir
		}
	case renamed:
		c.edits.Renamed[was.ID] = heir
		c.follow(was.ID, heir)
	case heir != "":
		c.edits.Merged[was.ID] = heir
		c.person.SameAs = append(c.person.SameAs, [2]string{heir, was.ID})
	case c.deleted(documentsOf(was.Mentions)):
		c.edits.Removed = append(c.edits.Removed, was.ID)
		c.person.Removed = append(c.person.Removed, was.ID)
	}
}

// heir returns the event that has most of the mentions of the i-th last event,
// of equals one of a new id, then the first; "" where they all went.
func (c *comparison) heir(i int) string {
	count := map[int]int{}
	best := -1
	for _, s := range c.slots[i] {
		if s.by < 0 {
			continue
		}
		count[s.by]++
	}
	for _, s := range c.slots[i] {
		if s.by < 0 {
			continue
		}
		if best < 0 || count[s.by] > count[best] ||
			count[s.by] == count[best] && !has(c.was, c.person.Events[s.by].ID) && has(c.was, c.person.Events[best].ID) {
			best = s.by
		}
	}
	if best < 0 {
		return ""
	}
	return c.person.Events[best].ID
}

// deleted reports whether what rests on documents was deleted, when it is not
// in the person's story, and not just never there.
func (c *comparison) deleted(documents []string) bool {
	return c.own || slices.ContainsFunc(documents, func(d string) bool { return has(c.listed, c.documents[d]) })
}

func documentsOf(ms []story.Mention) []string {
	var out []string
	for i := range ms {
		if !slices.Contains(out, ms[i].Document) {
			out = append(out, ms[i].Document)
		}
	}
	return out
}

func has[K comparable, V any](m map[K]V, k K) bool { _, ok := m[k]; return ok }

// Pairs lists the ids of Renamed or Merged, the last one first, in order.
func (Edits) Pairs(of map[string]string) [][2]string {
	var out [][2]string
	for was, id := range of {
		out = append(out, [2]string{was, id})
	}
	slices.SortFunc(out, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return out
}
