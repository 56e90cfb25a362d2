// Package trail follows stated causes through a story: what led to an event,
// what came of it, and how one event led to another. What it finds is plain
// data with the sentence behind every step, to be printed as text or JSON.
//
// Nothing is inferred. What reports state only as an order, or what only the
// dates tell, is kept apart from causes and named so.
package trail

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// A Direction is which way causes are followed.
type Direction string

// The directions.
const (
	Causes  Direction = "causes"  // what led to an event
	Effects Direction = "effects" // what came of it
)

// Options bound what is followed. The zero Options follow everything.
type Options struct {
	Steps  int  // most relations one after the other; 0 for no bound
	Limit  int  // most relations in all; 0 for no bound
	Stated bool // leave out what is only possible
}

// An Event is an event in an answer.
type Event struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Date   string `json:"date,omitempty"` // EDTF
	Status string `json:"status"`

	when string // the date in words
}

// A Step is one relation, with the sentences that state it.
type Step struct {
	Depth    int    `json:"depth"` // from 1, the relations of the event itself
	From     string `json:"from"`  // id of the cause
	To       string `json:"to"`    // id of the effect
	Type     string `json:"type"`  // causes, enables, prevents, before or part_of
	Strength string `json:"strength"`
	Word     string `json:"word"`          // the relation in a word, from cause to effect
	Cue      string `json:"cue,omitempty"` // the words that say so
	// Contradiction is what graph.Check calls a step that the dates rule out:
	// effect-before-cause or part-outside-whole. It is empty, too, where a
	// person silenced that finding.
	Contradiction string     `json:"contradiction,omitempty"`
	Sentences     []Sentence `json:"sentences"`
}

// A Sentence is a sentence of a report.
type Sentence struct {
	Document  string `json:"document"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Quote     string `json:"quote"`
}

// An Account is what a story states to have led to an event, or to have come
// of it.
type Account struct {
	Event     Event     `json:"event"`
	Direction Direction `json:"direction"`
	Events    []Event   `json:"events"` // all that are named in the steps, in time order
	Steps     []Step    `json:"steps"`  // by depth, then in time order
	More      bool      `json:"more"`   // the bounds cut something off

	// Order are events that a report puts before (or after) the event itself
	// without claiming a cause.
	Order []Step `json:"order"`
	// Whole is what the event is a part of; Parts are its parts for which the
	// story has steps of the same direction.
	Whole *Event  `json:"whole,omitempty"`
	Parts []Event `json:"parts,omitempty"`
	// ByDate are, where there are no steps, events that come before (or
	// after) the event by their dates, the nearest first. Nobody claims that
	// they are causes.
	ByDate []Event `json:"by_date,omitempty"`

	opt      Options
	possible bool // Options.Stated left out relations of the event itself
}

// words are the types of relation from the cause to the effect and back.
var words = map[story.RelationType]struct{ on, back string }{
	story.Causes:   {"led to", "was caused by"},
	story.Enables:  {"made possible", "was made possible by"},
	story.Prevents: {"prevented", "was prevented by"},
	story.Before:   {"came before", "came after"},
	story.PartOf:   {"was part of", "had as a part"},
}

// claims reports whether a relation states a cause.
func claims(r *story.Relation) bool {
	return r.Type == story.Causes || r.Type == story.Enables || r.Type == story.Prevents
}

func (o Options) takes(r *story.Relation) bool {
	return !o.Stated || r.Strength != story.StrengthPossible
}

// Follow says what led to an event, or what came of it. An unknown id is an
// error.
func Follow(s *story.Story, g *graph.Graph, id string, d Direction, opt Options) (*Account, error) {
	way := graph.Causes
	if d == Effects {
		way = graph.Effects
	}
	found, more, err := g.Reach(id, way, graph.Bounds{Steps: opt.Steps, Limit: opt.Limit,
		Follow: func(r *story.Relation) bool { return claims(r) && opt.takes(r) }})
	if err != nil {
		return nil, err
	}
	t := newTeller(s, g)
	a := &Account{Event: t.event(id), Direction: d, Steps: []Step{}, Order: []Step{}, More: more, opt: opt}
	ids := []string{}
	for _, f := range found {
		a.Steps = append(a.Steps, t.step(f.Relation, f.Depth))
		ids = append(ids, f.Relation.From, f.Relation.To)
	}
	for _, r := range d.relations(g, id) {
		switch {
		case r.From == r.To:
		case r.Type == story.Before && opt.takes(r):
			a.Order = append(a.Order, t.step(r, 1))
			ids = append(ids, r.From, r.To)
		case claims(r) && !opt.takes(r):
			a.possible = true
		}
	}
	a.Events = t.inTime(ids)
	if whole := g.Whole(id); whole != "" {
		e := t.event(whole)
		a.Whole = &e
	}
	for _, part := range g.Parts(id) {
		if slices.ContainsFunc(d.relations(g, part), func(r *story.Relation) bool { return claims(r) && opt.takes(r) }) {
			a.Parts = append(a.Parts, t.event(part))
		}
	}
	if len(a.Steps) == 0 && !a.possible {
		a.ByDate = t.byDate(id, d)
	}
	return a, nil
}

// relations returns the relations of an event that lead in a direction.
func (d Direction) relations(g *graph.Graph, id string) []*story.Relation {
	if d == Effects {
		return g.From(id)
	}
	return g.To(id)
}

// A teller makes the parts of an answer.
type teller struct {
	story     *story.Story
	graph     *graph.Graph
	documents map[string]*story.Document
	silenced  map[string]bool // ids of findings that a person lets stand
}

func newTeller(s *story.Story, g *graph.Graph) *teller {
	t := &teller{story: s, graph: g, documents: make(map[string]*story.Document, len(s.Documents)), silenced: make(map[string]bool, len(s.Silenced))}
	for i := range s.Documents {
		t.documents[s.Documents[i].ID] = &s.Documents[i]
	}
	for _, id := range s.Silenced {
		t.silenced[id] = true
	}
	return t
}

func (t *teller) event(id string) Event {
	e := t.graph.Event(id)
	return Event{ID: id, Title: prose.OneLine(e.Title), Date: e.Date.String(),
		Status: string(cmp.Or(e.Status, story.StatusHappened)), when: e.Date.Words(edtf.Style{FullMonth: true})}
}

func (t *teller) step(r *story.Relation, depth int) Step {
	s := Step{Depth: depth, From: r.From, To: r.To, Type: string(r.Type), Strength: string(cmp.Or(r.Strength, story.StrengthStated)),
		Word: words[r.Type].on, Cue: prose.OneLine(r.Cue), Sentences: []Sentence{}}
	s.Contradiction = t.contradiction(r)
	for _, m := range r.Mentions {
		said := Sentence{Document: m.Document, Quote: m.Quote}
		if d := t.documents[m.Document]; d != nil {
			said.Publisher, said.URL = prose.OneLine(d.Publisher), d.URL
		}
		s.Sentences = append(s.Sentences, said)
	}
	return s
}

// contradiction returns the name that graph.Check has for what is wrong with
// the dates of a relation, "" for nothing or what a person lets stand. To ask
// Check itself would mean to check the whole story for a few steps.
func (t *teller) contradiction(r *story.Relation) string {
	name := ""
	switch from, to := t.graph.Event(r.From), t.graph.Event(r.To); {
	case r.Type == story.PartOf && (graph.CertainlyBefore(from, to) || graph.CertainlyBefore(to, from)):
		name = "part-outside-whole"
	case r.Type != story.PartOf && graph.CertainlyBefore(to, from):
		name = "effect-before-cause"
	}
	if name == "" || len(t.silenced) > 0 && t.silenced[story.FindingID(name, r.From, string(r.Type), r.To)] {
		return ""
	}
	return name
}

// inTime returns events, each once, in time order.
func (t *teller) inTime(ids []string) []Event {
	named := make(map[string]bool, len(ids))
	for _, id := range ids {
		named[id] = true
	}
	out := []Event{}
	if len(named) == 0 {
		return out
	}
	for _, id := range t.graph.Order() {
		if named[id] {
			out = append(out, t.event(id))
		}
	}
	return out
}

// nearest is how many events are named that only their dates put before or
// after an event.
const nearest = 5

// byDate returns the events that certainly come before an event, or after it,
// by their dates alone: the nearest ones, the nearest first. What reports tell
// only in passing is left out.
func (t *teller) byDate(id string, d Direction) []Event {
	order := t.graph.Order()
	if d == Causes {
		slices.Reverse(order)
	}
	related := map[string]bool{} // more than the dates is known of these
	for _, r := range d.relations(t.graph, id) {
		related[r.From], related[r.To] = true, true
	}
	e := t.graph.Event(id)
	var out []Event
	for _, other := range order[slices.Index(order, id)+1:] {
		first, last := e, t.graph.Event(other)
		if related[other] || last.Passing() {
			continue
		}
		if d == Causes {
			first, last = last, first
		}
		if graph.CertainlyBefore(first, last) {
			if out = append(out, t.event(other)); len(out) == nearest {
				break
			}
		}
	}
	return out
}
