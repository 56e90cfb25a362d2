package page

import (
	"sort"

	"github.com/causeline/causeline/timeline/story"
)

// Told is the folded list of what reports tell in passing, by report.
type told struct {
	Count  int
	Groups []toldGroup
}

// A toldGroup is what one report tells in passing, in the order of its text.
type toldGroup struct {
	Source *source // nil where the story lacks the document
	Name   string  // of the document that is lacking
	Events []event
}

// inPassing reports whether an event belongs into the folded list: reports
// only mention it, and the pictures leave it out.
func inPassing(e *story.Event) bool { return e.Passing() && !e.Drawn }

// told gathers what is told in passing under the first report that tells it;
// it returns nil for nothing.
func (b *builder) told() *told {
	byDocument := map[string][]*story.Event{}
	var order []string // documents of the story, then those it lacks
	for _, d := range b.story.Documents {
		order = append(order, d.ID)
	}
	known := len(order)
	n := 0
	for i := range b.story.Events {
		e := &b.story.Events[i]
		if !inPassing(e) {
			continue
		}
		id := e.Mentions[0].Document
		if _, ok := byDocument[id]; !ok && b.docs[id] == nil {
			order = append(order, id)
		}
		byDocument[id] = append(byDocument[id], e)
		n++
	}
	if n == 0 {
		return nil
	}
	sort.Strings(order[known:])
	v := &told{Count: n}
	for _, id := range order {
		events := byDocument[id]
		delete(byDocument, id) // a document may be in the story twice
		if len(events) == 0 {
			continue
		}
		sort.SliceStable(events, func(i, j int) bool {
			x, y := events[i].Mentions[0], events[j].Mentions[0]
			if x.Sentence.Start != y.Sentence.Start {
				return x.Sentence.Start < y.Sentence.Start
			}
			return x.Trigger.Start < y.Trigger.Start
		})
		g := toldGroup{Source: b.docs[id], Name: oneLine(id)}
		for _, e := range events {
			g.Events = append(g.Events, b.event(e))
		}
		v.Groups = append(v.Groups, g)
	}
	return v
}
