// Package graph is the event graph of a story: events as vertices, stated
// relations as directed edges, carried by github.com/dominikbraun/graph on a
// compact store of ours.
//
// That library holds one edge for a pair of vertices, while two events may be
// related in more than one way ("part of" and "led to"). So an edge's data is
// the list of relations of the pair. Its algorithms copy the graph at each
// call and answer in the order of a map; ours walk the store itself, in time
// and memory that grow with events and relations, and whatever they return
// comes in a fixed order.
package graph

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	lib "github.com/dominikbraun/graph"

	"github.com/causeline/causeline/timeline/story"
)

// A Graph is a story's events and relations. It is read-only and safe for
// concurrent use.
type Graph struct {
	store *store // vertices are numbered in time order

	from [][]*story.Relation // by cause, in time order of the effects
	to   [][]*story.Relation // by effect, in time order of the causes
}

// New builds the graph of a story. A relation that names an unknown event is
// an error, as are two events with one id; story.Story.Validate names the
// places.
func New(s *story.Story) (*Graph, error) {
	return newGraph(s, false)
}

// newGraph builds the graph of a story; lenient, of what there is of it: the
// first event of each id, and the relations between events that are there.
func newGraph(s *story.Story, lenient bool) (*Graph, error) {
	g := &Graph{store: newStore(len(s.Events), len(s.Relations))}
	carrier := lib.NewWithStore(func(e *story.Event) string { return e.ID }, lib.Store[string, *story.Event](g.store), lib.Directed())
	for _, i := range inTime(s) {
		e := &s.Events[i]
		if err := carrier.AddVertex(e); err != nil && !(lenient && errors.Is(err, lib.ErrVertexAlreadyExists)) {
			return nil, fmt.Errorf("event %q: %w", e.ID, err)
		}
	}
	relations, err := g.inOrder(s.Relations, lenient)
	if err != nil {
		return nil, err
	}
	for len(relations) > 0 {
		from, to := relations[0].From, relations[0].To
		n := 1
		for n < len(relations) && relations[n].From == from && relations[n].To == to {
			n++
		}
		if err := carrier.AddEdge(from, to, lib.EdgeData(relations[:n:n])); err != nil {
			return nil, fmt.Errorf("relation from %q to %q: %w", from, to, err)
		}
		relations = relations[n:]
	}
	g.from, g.to = g.listed(g.store.out), g.listed(g.store.in)
	return g, nil
}

// inOrder returns relations by the time of their causes, then of their
// effects, then as the story has them. Lenient, it leaves out those of unknown
// events.
func (g *Graph) inOrder(relations []story.Relation, lenient bool) ([]*story.Relation, error) {
	type placed struct {
		pair
		relation *story.Relation
	}
	all := make([]placed, 0, len(relations))
	for i := range relations {
		r := &relations[i]
		p, err := g.store.pair(r.From, r.To)
		switch {
		case err == nil:
			all = append(all, placed{p, r})
		case !lenient:
			unknown := r.From
			if _, ok := g.store.index[unknown]; ok {
				unknown = r.To
			}
			return nil, fmt.Errorf("relation from %q to %q: there is no event %q", r.From, r.To, unknown)
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	out := make([]*story.Relation, len(all))
	for i, p := range all {
		out[i] = p.relation
	}
	return out, nil
}

// listed lists the relations of each vertex's arcs, those of one pair by type.
func (g *Graph) listed(arcs [][]arc) [][]*story.Relation {
	total := 0
	for _, e := range g.store.edges {
		total += len(e.relations)
	}
	all := make([]*story.Relation, 0, total)
	out := make([][]*story.Relation, len(arcs))
	for v := range arcs {
		first := len(all)
		for _, a := range arcs[v] {
			n := len(all)
			all = append(all, g.store.edges[a.edge].relations...)
			slices.SortStableFunc(all[n:], func(a, b *story.Relation) int { return cmp.Compare(a.Type, b.Type) })
		}
		if len(all) > first {
			out[v] = all[first:len(all):len(all)]
		}
	}
	return out
}

// Order returns the ids of all events in time order, that of Sorted.
func (g *Graph) Order() []string { return slices.Clone(g.store.ids) }

// Event returns the event with an id, nil where there is none.
func (g *Graph) Event(id string) *story.Event {
	v, ok := g.store.index[id]
	if !ok {
		return nil
	}
	return g.store.events[v]
}

// From returns the relations that lead from an event, by the time of what
// they lead to. The list is the graph's own and must not be changed.
func (g *Graph) From(id string) []*story.Relation {
	v, ok := g.store.index[id]
	if !ok {
		return nil
	}
	return g.from[v]
}

// To returns the relations that lead to an event, by the time of what they
// come from. The list is the graph's own and must not be changed.
func (g *Graph) To(id string) []*story.Relation {
	v, ok := g.store.index[id]
	if !ok {
		return nil
	}
	return g.to[v]
}

// Between returns the relations of one pair of events, in the order of the
// story. The list is the graph's own and must not be changed.
func (g *Graph) Between(from, to string) []*story.Relation {
	at, ok := g.store.edge(from, to)
	if !ok {
		return nil
	}
	return g.store.edges[at].relations
}

// Whole returns the id of the event that id is stated to be a part of, ""
// where none is.
func (g *Graph) Whole(id string) string {
	for _, r := range g.From(id) {
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
	for _, r := range g.To(id) {
		if r.Type == story.PartOf {
			out = append(out, r.From)
		}
	}
	return out
}

// steps yields the relations of a vertex in a direction, in the order of From
// and To, with the vertex that each leads to. Those that lead back to the
// vertex itself are left out.
func (g *Graph) steps(v int32, d Direction) iter.Seq2[*story.Relation, int32] {
	return func(yield func(*story.Relation, int32) bool) {
		if d != Causes && !g.along(g.store.out[v], g.from[v], v, yield) {
			return
		}
		if d != Effects {
			g.along(g.store.in[v], g.to[v], v, yield)
		}
	}
}

// along yields listed relations with the other ends of their arcs.
func (g *Graph) along(arcs []arc, relations []*story.Relation, v int32, yield func(*story.Relation, int32) bool) bool {
	for _, a := range arcs {
		n := len(g.store.edges[a.edge].relations)
		for _, r := range relations[:n] {
			if a.other != v && !yield(r, a.other) {
				return false
			}
		}
		relations = relations[n:]
	}
	return true
}

// number returns the number of an event.
func (g *Graph) number(id string) (int32, error) {
	if v, ok := g.store.index[id]; ok {
		return v, nil
	}
	if near := story.NearestID(id, slices.Values(g.store.ids)); near != "" {
		return 0, fmt.Errorf("there is no event %q: did you mean %q?", id, near)
	}
	return 0, fmt.Errorf("there is no event %q: the story file and the page name the ids", id)
}
