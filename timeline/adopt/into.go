package adopt

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// Into adds a reading to a person's story and returns what is new. What is in
// the story stays as it is: an event that it tells already only gains
// mentions, weight that no person set, and a date where it never had one; what
// contradicts it becomes a disagreement. Removed events, relations and answers do not come back.
//
// Last is the last state of the story, nil where there is none; then all that
// the story does not say is the person's decision as well. The reading is not
// changed.
func Into(person, last *story.Story, r *Reading) Changes {
	a := newAdoption(person, last)
	for i := range r.Documents {
		a.document(&r.Documents[i])
	}
	for i := range r.Events {
		a.event(&r.Events[i])
	}
	a.relations(r.Relations)
	a.disagreements(r.Disagreements)
	if person.Title == "" && last == nil && len(person.Events) == len(a.changes.Events) {
		person.Title = r.Title // the story was empty
	}
	return a.changes
}

// An adoption is what must be known of a story to add to it.
type adoption struct {
	story    *story.Story
	buried   graveyard
	apart    map[[2]string]bool // not_same_as, both ways round
	taken    map[string]bool    // ids, removed ones too
	number   map[string]int     // the last number tried behind an id
	at       map[string]int     // events by id, with the ids that a person merged
	byHand   map[titled]int     // events without mentions
	undated  map[string]bool    // events of the last state that never had a date
	held     map[held]int       // events by their mentions, once offsets are known
	quoted   map[sentence][]int // events by their sentences
	told     map[string]bool    // in changes.Told
	known    map[string]int     // documents
	renamed  map[string]string  // from ids of the reading; "" for what stays away
	asked    map[question]int   // disagreements
	relation map[story.RelationKey]int
	changes  Changes
}

type titled struct{ title, date string }

type held struct {
	sentence
	trigger story.Span
}

type question struct{ about, field string }

func newAdoption(person, last *story.Story) *adoption {
	a := &adoption{
		story: person, buried: newGraveyard(person),
		apart: map[[2]string]bool{}, taken: map[string]bool{}, number: map[string]int{}, at: map[string]int{},
		byHand: map[titled]int{}, undated: map[string]bool{}, held: map[held]int{}, quoted: map[sentence][]int{},
		told: map[string]bool{}, known: map[string]int{}, renamed: map[string]string{},
		asked: map[question]int{}, relation: map[story.RelationKey]int{},
	}
	for i, d := range person.Documents {
		a.known[d.ID] = i
	}
	for i := range person.Events {
		e := &person.Events[i]
		a.taken[e.ID] = true
		a.at[e.ID] = i
		if k := (titled{e.Title, e.Date.String()}); len(e.Mentions) == 0 && !has(a.byHand, k) {
			a.byHand[k] = i
		}
		for k := range e.Mentions {
			a.hold(i, &e.Mentions[k])
		}
	}
	a.merged(person.SameAs)
	for _, p := range person.SameAs { // else what is new would be merged next time
		a.taken[p[0]], a.taken[p[1]] = true, true
	}
	for _, p := range person.NotSameAs {
		a.apart[p], a.apart[[2]string{p[1], p[0]}] = true, true
	}
	for _, id := range person.Removed {
		a.taken[id] = true
	}
	if last != nil {
		for i := range last.Events {
			e := &last.Events[i]
			a.taken[e.ID] = true // what had an id yesterday is not something else today
			if neverDated(e) {
				a.undated[e.ID] = true
			}
		}
	}
	for i, r := range person.Relations {
		a.relation[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = i
	}
	for i, d := range person.Disagreements {
		if k := (question{"", d.Field}); len(d.About) == 1 && d.Kind == story.Conflict {
			k.about = d.About[0]
			if !has(a.asked, k) {
				a.asked[k] = i
			}
		}
	}
	return a
}

// merged finds the events for the ids of those that a person put into others,
// over however many steps.
func (a *adoption) merged(pairs [][2]string) {
	beside := map[string][]string{}
	for _, p := range pairs {
		beside[p[0]] = append(beside[p[0]], p[1])
		beside[p[1]] = append(beside[p[1]], p[0])
	}
	for i := range a.story.Events {
		for todo := beside[a.story.Events[i].ID]; len(todo) > 0; {
			id := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if !has(a.at, id) {
				a.at[id] = i
				todo = append(slices.Clip(todo), beside[id]...)
			}
		}
	}
}

// neverDated reports whether an event was read and no report ever dated it: a
// date that a person deleted leaves its traces in the mentions.
func neverDated(e *story.Event) bool {
	return e.Date.IsZero() && len(e.Mentions) > 0 &&
		!slices.ContainsFunc(e.Mentions, func(m story.Mention) bool { return m.DateBasis != "" })
}

func (a *adoption) hold(event int, m *story.Mention) {
	s := sentence{m.Document, m.Quote}
	a.held[held{s, m.Trigger}] = event
	if q := a.quoted[s]; len(q) == 0 || q[len(q)-1] != event {
		a.quoted[s] = append(q, event)
	}
}

// document adds a document, or fills in what is not known of one.
func (a *adoption) document(d *story.Document) {
	i, ok := a.known[d.ID]
	if !ok {
		a.known[d.ID] = len(a.story.Documents)
		a.story.Documents = append(a.story.Documents, *d)
		a.changes.Documents = append(a.changes.Documents, d.ID)
		return
	}
	own := &a.story.Documents[i]
	own.TextSHA256 = d.TextSHA256
	if own.Published.IsZero() && own.Dating == story.DatingUnknown {
		own.Published, own.Dating, own.DatingReason = d.Published, d.Dating, d.DatingReason
	}
}

// event adds one that was read, or what is new about one of the story.
func (a *adoption) event(e *Event) {
	if i := a.find(e); i >= 0 {
		if a.renamed[e.ID] == "" { // of several that it is, the first
			a.renamed[e.ID] = a.story.Events[i].ID
		}
		a.join(i, e)
		return
	}
	if len(e.Mentions) == 0 {
		return
	}
	if a.buried.ids[e.Told] || a.buried.holds(e) {
		a.changes.Left = append(a.changes.Left, e.Title)
		return // what leads to it stays away, too
	}
	id := a.newID(e)
	a.renamed[e.ID] = id
	a.taken[id] = true
	added := e.Event
	added.ID = id
	added.Actors, added.Mentions = slices.Clone(e.Actors), slices.Clone(e.Mentions)
	a.story.Events = append(a.story.Events, added)
	a.at[id] = len(a.story.Events) - 1
	for k := range added.Mentions {
		a.hold(len(a.story.Events)-1, &added.Mentions[k])
	}
	a.changes.Events = append(a.changes.Events, id)
}

// newID gives an event the id that it was read with where that is free.
func (a *adoption) newID(e *Event) string {
	if !a.taken[e.ID] {
		return e.ID
	}
	base := story.EventID(e.Date, e.Title, nil)
	tried, from := 0, a.number[base] // what was taken before is not tried again
	id := story.EventID(e.Date, e.Title, func(id string) bool {
		tried++
		return tried <= from || a.taken[id]
	})
	a.number[base] = tried - 1
	return id
}

// find returns the event of the story that one of the reading is, -1 for none:
// the one that it was found to be, or the one that has its mentions already.
// An event without mentions is only a person's word: it is known by its id, or
// by title and date.
func (a *adoption) find(e *Event) int {
	i, ok := a.at[e.Told]
	if !ok && a.buried.ids[e.Told] {
		return -1
	}
	if !ok {
		i, ok = a.holder(e)
	}
	if !ok {
		// An id that was merged, or an event that was written by hand.
		if i, ok = a.at[e.ID]; ok && a.story.Events[i].ID == e.ID && len(a.story.Events[i].Mentions) > 0 {
			ok = false
		}
	}
	if !ok {
		i, ok = a.byHand[titled{e.Title, e.Date.String()}]
	}
	if !ok || a.apart[[2]string{a.story.Events[i].ID, e.ID}] {
		return -1
	}
	return i
}

// holder finds the event with a mention of e's: the same words of the same
// sentence or, where a file has no offsets, the sentence that only one has.
func (a *adoption) holder(e *Event) (int, bool) {
	for _, m := range e.Mentions {
		s := sentence{m.Document, m.Quote}
		if i, ok := a.held[held{s, m.Trigger}]; ok {
			return i, true
		}
		if i, ok := a.held[held{s, story.Span{}}]; ok && len(a.quoted[s]) == 1 {
			return i, true
		}
	}
	return -1, false
}

// join adds to an event of the story what is new about it.
func (a *adoption) join(i int, e *Event) {
	own := &a.story.Events[i]
	fresh := false
	undated := a.undated[own.ID] && neverDated(own)
	for _, m := range e.Mentions {
		s := sentence{m.Document, m.Quote}
		if _, ok := a.held[held{s, m.Trigger}]; ok {
			continue
		}
		if k := slices.IndexFunc(own.Mentions, func(n story.Mention) bool {
			return n.Document == m.Document && n.Quote == m.Quote && n.Trigger.IsZero()
		}); k >= 0 && len(a.quoted[s]) == 1 {
			own.Mentions[k].Sentence, own.Mentions[k].Trigger = m.Sentence, m.Trigger
			a.hold(i, &m)
			continue
		}
		own.Mentions = append(own.Mentions, m)
		a.hold(i, &m)
		fresh = true
	}
	if fresh && !a.told[own.ID] {
		a.told[own.ID] = true
		a.changes.Told = append(a.changes.Told, own.ID)
	}
	if undated {
		a.date(own, e)
	}
	// A weight with a reason is the program's: a person's has none. More reports
	// never make an event matter less.
	if fresh && own.WeightReason != "" && e.Weight > own.Weight {
		own.Weight, own.WeightReason = e.Weight, e.WeightReason
	}
	a.contradicts(own, e)
}

// date gives an event the date that a report states, where none ever stood.
func (a *adoption) date(own *story.Event, e *Event) {
	if e.Date.IsZero() || !slices.ContainsFunc(e.Said, func(s Said) bool { return s.Given && e.Date.Overlaps(s.Date) }) {
		return
	}
	own.Date = e.Date
	if own.Time == "" {
		own.Time = e.Time
	}
	for k := range own.Mentions {
		if m := &own.Mentions[k]; m.DateBasis == "" {
			m.DateBasis = story.BasisInferred
		}
	}
	a.changes.Dated = append(a.changes.Dated, own.ID)
}

// contradicts writes down the answers of new mentions that the event's date or
// status excludes.
func (a *adoption) contradicts(own *story.Event, e *Event) {
	var date, status []string // documents that say what the story says
	for _, s := range e.Said {
		if !s.Date.IsZero() && s.Date.Overlaps(own.Date) {
			date = insert(date, s.Document)
		}
		if statusOf(s.Status) == statusOf(own.Status) {
			status = insert(status, s.Document)
		}
	}
	for _, s := range e.Said {
		if !s.New {
			continue
		}
		if !own.Date.IsZero() && !s.Date.IsZero() && !s.Date.Overlaps(own.Date) {
			a.answer(own.ID, "date", story.Conflict, own.Date.String(), date, s.Date.String(), s.Document)
		}
		if kind, ok := against(own.Status, s.Status); ok && !slices.Contains(status, s.Document) {
			a.answer(own.ID, "status", kind, string(statusOf(own.Status)), status, string(s.Status), s.Document)
		}
	}
}

// insert adds an id to a sorted list that lacks it.
func insert(ids []string, id string) []string {
	if i, ok := slices.BinarySearch(ids, id); !ok {
		ids = slices.Insert(ids, i, id)
	}
	return ids
}

func statusOf(s story.Status) story.Status {
	if s == "" {
		return story.StatusHappened
	}
	return s
}

// against reports whether what is said now does not fit what was said before,
// and how: a plan may have become true or come to nothing since, while a plan
// told of again is only an older report.
func against(was, now story.Status) (story.DisagreementKind, bool) {
	was, now = statusOf(was), statusOf(now)
	switch {
	case was == now || now == story.StatusPlanned:
		return "", false
	case was == story.StatusPlanned:
		return story.Differs, true
	}
	return story.Conflict, true
}
