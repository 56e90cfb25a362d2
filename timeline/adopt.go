package timeline

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// Adopt adds what was read from documents to a person's story and returns the
// ids of the events that are new. What is in the story stays as it is: an
// event that is told there already only gains the mentions that no event of
// the story has.
//
// An event counts as told there when it rests on the same words as one of the
// story, has its id or that of one that a person merged into it, or its title
// and date. Removed events do not come back. The story read is not changed.
func Adopt(person, read *story.Story) []string {
	a := newAdoption(person)
	for i := range read.Documents {
		a.document(&read.Documents[i])
	}
	// Who is sure comes first: a file for people has no offsets, and once they
	// are put back, two events of one sentence are told apart.
	var open []*story.Event
	for i := range read.Events {
		if e := &read.Events[i]; !a.join(e, a.surely(e)) {
			open = append(open, e)
		}
	}
	var added []string
	for _, e := range open {
		switch {
		case a.gone[e.ID]:
			a.renamed[e.ID] = ""
		case !a.join(e, a.likely(e)):
			added = append(added, a.event(e))
		}
	}
	a.relations(read.Relations)
	a.disagreements(read.Disagreements)
	if person.Title == "" {
		person.Title = read.Title
	}
	return added
}

// An adoption is what must be known of a person's story to add to it. Indices
// are of events that were in it from the start: what is read is never taken
// for what was read.
type adoption struct {
	story   *story.Story
	taken   map[string]bool   // ids, removed ones too
	byID    map[string]int    // with the ids that a person merged
	byTitle map[titled]int    // the first of each title and date
	byQuote map[quoted][]int  // events with a mention in a sentence
	known   map[string]bool   // ids of documents
	gone    map[string]bool   // ids that a person removed
	renamed map[string]string // from ids of the story read; "" for what stays away
}

type titled struct{ title, date string }

type quoted struct{ document, quote string }

func newAdoption(person *story.Story) *adoption {
	a := &adoption{
		story: person,
		taken: map[string]bool{}, byID: map[string]int{}, byTitle: map[titled]int{}, byQuote: map[quoted][]int{},
		known: map[string]bool{}, gone: map[string]bool{}, renamed: map[string]string{},
	}
	for _, d := range person.Documents {
		a.known[d.ID] = true
	}
	for i, e := range person.Events {
		a.taken[e.ID] = true
		a.byID[e.ID] = i
		if k := (titled{e.Title, e.Date.String()}); !has(a.byTitle, k) {
			a.byTitle[k] = i
		}
		for _, m := range e.Mentions {
			k := quoted{m.Document, m.Quote}
			if !slices.Contains(a.byQuote[k], i) {
				a.byQuote[k] = append(a.byQuote[k], i)
			}
		}
	}
	for _, p := range person.SameAs {
		for k, id := range p {
			if at, ok := a.byID[p[1-k]]; ok && !has(a.byID, id) {
				a.byID[id] = at
			}
		}
	}
	for _, id := range person.Removed {
		a.gone[id], a.taken[id] = true, true
	}
	return a
}

func has[K comparable, V any](m map[K]V, k K) bool { _, ok := m[k]; return ok }

func (a *adoption) document(d *story.Document) {
	if !a.known[d.ID] {
		a.known[d.ID] = true
		a.story.Documents = append(a.story.Documents, *d)
	}
}

// join adds the mentions of an event that was read to one of the story. It
// returns false for the index -1.
func (a *adoption) join(e *story.Event, at int) bool {
	if at < 0 {
		return false
	}
	a.renamed[e.ID] = a.story.Events[at].ID
	a.mentions(at, e)
	a.story.Events[at].Recall(e) // what only the machine knows, for what is still as it says
	return true
}

// event adds a new event and returns its id.
func (a *adoption) event(e *story.Event) string {
	id := e.ID
	if a.taken[id] {
		id = story.EventID(e.Date, e.Title, func(id string) bool { return a.taken[id] })
	}
	a.taken[id] = true
	a.renamed[e.ID] = id
	added := *e
	added.ID = id
	added.Actors, added.Mentions = slices.Clone(e.Actors), slices.Clone(e.Mentions)
	a.story.Events = append(a.story.Events, added)
	return id
}

// surely finds the person's event with the same trigger as a mention of e, or
// with e's id, -1 for none. Where a person split what e is, both have words of
// it, and the one that kept the id is meant.
func (a *adoption) surely(e *story.Event) int {
	same := a.byWords(e, func(o *story.Event, n, m *story.Mention) bool {
		return !n.Trigger.IsZero() && n.Trigger == m.Trigger
	})
	if same >= 0 {
		return same
	}
	if i, ok := a.byID[e.ID]; ok {
		return i
	}
	return -1
}

// likely finds the person's event of the same sentence and date, where a file
// does not say at which word, or of the same title and date; -1 for none.
func (a *adoption) likely(e *story.Event) int {
	same := a.byWords(e, func(o *story.Event, n, m *story.Mention) bool {
		return (n.Trigger.IsZero() || m.Trigger.IsZero()) && n.DateText == m.DateText && o.Date == e.Date
	})
	if same >= 0 {
		return same
	}
	if i, ok := a.byTitle[titled{e.Title, e.Date.String()}]; ok {
		return i
	}
	return -1
}

// byWords finds the person's event with a mention in a sentence of e of which
// same holds: the one with e's id, else the first, -1 for none.
func (a *adoption) byWords(e *story.Event, same func(o *story.Event, n, m *story.Mention) bool) int {
	best := -1
	for i := range e.Mentions {
		m := &e.Mentions[i]
		for _, at := range a.byQuote[quoted{m.Document, m.Quote}] {
			o := &a.story.Events[at]
			for k := range o.Mentions {
				n := &o.Mentions[k]
				if n.Document == m.Document && n.Quote == m.Quote && same(o, n, m) && (best < 0 || o.ID == e.ID) {
					best = at
				}
			}
		}
	}
	return best
}

// mentions adds to an event what e has and no event of the story does.
func (a *adoption) mentions(at int, e *story.Event) {
	own := &a.story.Events[at]
	for _, m := range e.Mentions {
		if a.held(at, &m) {
			continue
		}
		own.Mentions = append(own.Mentions, m)
		k := quoted{m.Document, m.Quote}
		if !slices.Contains(a.byQuote[k], at) {
			a.byQuote[k] = append(a.byQuote[k], at)
		}
	}
}

// held reports whether the event, or another of the story, has a mention. A
// file for people leaves offsets out: to the event's own they are put back.
func (a *adoption) held(at int, m *story.Mention) bool {
	events := a.byQuote[quoted{m.Document, m.Quote}]
	for _, i := range events {
		for k := range a.story.Events[i].Mentions {
			if n := &a.story.Events[i].Mentions[k]; n.Document == m.Document && n.Quote == m.Quote && n.Trigger == m.Trigger {
				return true
			}
		}
	}
	if !slices.Contains(events, at) {
		return false
	}
	for k := range a.story.Events[at].Mentions {
		if n := &a.story.Events[at].Mentions[k]; n.Document == m.Document && n.Quote == m.Quote && n.Trigger.IsZero() {
			n.Trigger, n.Sentence = m.Trigger, m.Sentence
			return true
		}
	}
	return false
}

func (a *adoption) relations(read []story.Relation) {
	have := map[story.RelationKey]bool{}
	for _, r := range a.story.Relations {
		have[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = true
	}
	for _, r := range read {
		r.From, r.To = a.renamed[r.From], a.renamed[r.To]
		k := story.RelationKey{From: r.From, To: r.To, Type: r.Type}
		if r.From == "" || r.To == "" || r.From == r.To || have[k] {
			continue
		}
		have[k] = true
		r.Mentions = slices.Clone(r.Mentions)
		a.story.Relations = append(a.story.Relations, r)
	}
}

func (a *adoption) disagreements(read []story.Disagreement) {
	for _, d := range read {
		var about []string
		for _, id := range d.About {
			if to := a.renamed[id]; to != "" && !slices.Contains(about, to) {
				about = append(about, to)
			}
		}
		d.About = about
		if len(about) > 0 && !slices.ContainsFunc(a.story.Disagreements, func(o story.Disagreement) bool { return alike(&o, &d) }) {
			a.story.Disagreements = append(a.story.Disagreements, d)
		}
	}
}

// alike reports whether two disagreements say the same, whatever documents
// they name.
func alike(a, b *story.Disagreement) bool {
	return a.Field == b.Field && a.Kind == b.Kind && slices.Equal(a.About, b.About) &&
		slices.EqualFunc(a.Values, b.Values, func(x, y story.DisagreementValue) bool { return x.Value == y.Value })
}
