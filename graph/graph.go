// Package graph is the event graph of a story: events as vertices, stated
// relations as directed edges, carried by github.com/dominikbraun/graph.
//
// That library holds one edge for a pair of vertices, while two events may be
// related in more than one way ("part of" and "led to"). So an edge's data is
// the list of relations of the pair. Everything that is returned comes in a
// fixed order, never in the order of a map.
package graph

import (
	"errors"
	"fmt"
	"sort"

	lib "github.com/dominikbraun/graph"

	"github.com/causeline/causeline/timeline/story"
)

// A Graph is a story's events and relations. It is read-only and safe for
// concurrent use.
type Graph struct {
	lib    lib.Graph[string, *story.Event]
	order  []string       // ids by time
	rank   map[string]int // places in order
	events map[string]*story.Event
	out    map[string][]*story.Relation // by effect, in time order
	in     map[string][]*story.Relation // by cause, in time order
}

// New builds the graph of a story. A relation that names an unknown event is
// an error, as are two events with one id; story.Story.Validate names the
// places.
func New(s *story.Story) (*Graph, error) {
	g := &Graph{
		lib:    lib.New(func(e *story.Event) string { return e.ID }, lib.Directed()),
		events: make(map[string]*story.Event, len(s.Events)),
		rank:   make(map[string]int, len(s.Events)),
		out:    make(map[string][]*story.Relation),
		in:     make(map[string][]*story.Relation),
	}
	for i := range s.Events {
		e := &s.Events[i]
		if err := g.lib.AddVertex(e); err != nil {
			return nil, fmt.Errorf("event %q: %w", e.ID, err)
		}
		g.events[e.ID] = e
	}
	for rank, i := range inTime(s) {
		g.order = append(g.order, s.Events[i].ID)
		g.rank[s.Events[i].ID] = rank
	}
	for i := range s.Relations {
		if err := g.add(&s.Relations[i]); err != nil {
			return nil, err
		}
	}
	for _, rs := range g.out {
		g.sortRelations(rs, func(r *story.Relation) string { return r.To })
	}
	for _, rs := range g.in {
		g.sortRelations(rs, func(r *story.Relation) string { return r.From })
	}
	return g, nil
}

func (g *Graph) add(r *story.Relation) error {
	for _, id := range []string{r.From, r.To} {
		if g.events[id] == nil {
			return fmt.Errorf("relation from %q to %q: there is no event %q", r.From, r.To, id)
		}
	}
	edge, err := g.lib.Edge(r.From, r.To)
	switch {
	case errors.Is(err, lib.ErrEdgeNotFound):
		err = g.lib.AddEdge(r.From, r.To, lib.EdgeData([]*story.Relation{r}))
	case err == nil:
		held := edge.Properties.Data.([]*story.Relation)
		err = g.lib.UpdateEdge(r.From, r.To, lib.EdgeData(append(held, r)))
	}
	if err != nil {
		return fmt.Errorf("relation from %q to %q: %w", r.From, r.To, err)
	}
	g.out[r.From] = append(g.out[r.From], r)
	g.in[r.To] = append(g.in[r.To], r)
	return nil
}

func (g *Graph) sortRelations(rs []*story.Relation, other func(*story.Relation) string) {
	sort.SliceStable(rs, func(i, j int) bool {
		a, b := other(rs[i]), other(rs[j])
		if a != b {
			return g.rank[a] < g.rank[b]
		}
		return rs[i].Type < rs[j].Type
	})
}

// Order returns the ids of all events in time order, that of Sorted.
func (g *Graph) Order() []string { return append([]string(nil), g.order...) }

// Event returns the event with an id, nil where there is none.
func (g *Graph) Event(id string) *story.Event { return g.events[id] }

// From returns the relations that lead from an event, by the time of what
// they lead to.
func (g *Graph) From(id string) []*story.Relation { return g.out[id] }

// To returns the relations that lead to an event, by the time of what they
// come from.
func (g *Graph) To(id string) []*story.Relation { return g.in[id] }

// Between returns the relations of one pair of events, in the order of the
// story.
func (g *Graph) Between(from, to string) []*story.Relation {
	edge, err := g.lib.Edge(from, to)
	if err != nil {
		return nil
	}
	return edge.Properties.Data.([]*story.Relation)
}

// Whole returns the id of the event that id is stated to be a part of, ""
// where none is.
func (g *Graph) Whole(id string) string {
	for _, r := range g.out[id] {
		if r.Type == story.PartOf {
			return r.To
		}
	}
	return ""
}

// Parts returns the ids of the events that are stated to be parts of id, in
// time order.
func (g *Graph) Parts(id string) []string {
	var out []string
	for _, r := range g.in[id] {
		if r.Type == story.PartOf {
			out = append(out, r.From)
		}
	}
	return out
}
