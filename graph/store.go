package graph

import (
	"fmt"
	"slices"

	lib "github.com/dominikbraun/graph"

	"github.com/causeline/causeline/timeline/story"
)

// A store holds vertices and edges for github.com/dominikbraun/graph. That
// library's own one takes 1.5 kB a vertex and answers in the order of a map;
// this one numbers vertices densely, keeps their edges in slices, and lists
// all in the order in which they came.
//
// It keeps what the event graph has: an event for each vertex, the relations
// of a pair as an edge's data. Weights and attributes are dropped. It is not
// safe for concurrent change.
type store struct {
	index  map[string]int32 // numbers of ids
	ids    []string         // by number
	events []*story.Event   // by number
	out    [][]arc          // by number of the edge's source
	in     [][]arc          // by number of the edge's target
	edges  []edge
	pairs  map[pair]int32 // places in edges

	// place of each vertex in a topological order, nil until CreatesCycle is
	// first asked or where there is none.
	place []int32
}

// An arc is an edge seen from one of its ends.
type arc struct {
	other int32 // the vertex at the other end
	edge  int32 // place in edges
}

type edge struct {
	pair
	relations []*story.Relation // never empty, in the order of the story
}

type pair struct{ from, to int32 }

func newStore(vertices, edges int) *store {
	return &store{
		index: make(map[string]int32, vertices),
		pairs: make(map[pair]int32, edges),
		edges: make([]edge, 0, edges),
	}
}

// AddVertex implements lib.Store.
func (s *store) AddVertex(id string, e *story.Event, _ lib.VertexProperties) error {
	if _, ok := s.index[id]; ok {
		return lib.ErrVertexAlreadyExists
	}
	s.index[id] = int32(len(s.ids))
	s.ids = append(s.ids, id)
	s.events = append(s.events, e)
	s.out = append(s.out, nil)
	s.in = append(s.in, nil)
	if s.place != nil {
		s.place = append(s.place, int32(len(s.place)))
	}
	return nil
}

// Vertex implements lib.Store.
func (s *store) Vertex(id string) (*story.Event, lib.VertexProperties, error) {
	v, ok := s.index[id]
	if !ok {
		return nil, lib.VertexProperties{}, lib.ErrVertexNotFound
	}
	return s.events[v], lib.VertexProperties{}, nil
}

// RemoveVertex implements lib.Store. The last vertex takes the number of the
// one that goes.
func (s *store) RemoveVertex(id string) error {
	v, ok := s.index[id]
	if !ok {
		return lib.ErrVertexNotFound
	}
	if len(s.out[v])+len(s.in[v]) > 0 {
		return lib.ErrVertexHasEdges
	}
	last := int32(len(s.ids) - 1)
	for _, a := range s.out[last] {
		s.renumber(a.edge, last, v)
	}
	for _, a := range s.in[last] {
		if s.edges[a.edge].to == last {
			s.renumber(a.edge, last, v)
		}
	}
	s.ids[v], s.events[v], s.out[v], s.in[v] = s.ids[last], s.events[last], s.out[last], s.in[last]
	s.index[s.ids[v]] = v
	delete(s.index, id)
	s.ids, s.events, s.out, s.in = s.ids[:last], s.events[:last], s.out[:last], s.in[:last]
	s.place = nil
	return nil
}

// renumber gives the ends of an edge that are called was another number, in
// the lists that stand under the old one still.
func (s *store) renumber(at, was, is int32) {
	old := s.edges[at].pair
	now := old
	if now.from == was {
		now.from = is
	}
	if now.to == was {
		now.to = is
	}
	find(s.out[old.from], at).other = now.to
	find(s.in[old.to], at).other = now.from
	delete(s.pairs, old)
	s.pairs[now] = at
	s.edges[at].pair = now
}

func find(arcs []arc, at int32) *arc {
	for i := range arcs {
		if arcs[i].edge == at {
			return &arcs[i]
		}
	}
	return nil
}

// ListVertices implements lib.Store.
func (s *store) ListVertices() ([]string, error) { return slices.Clone(s.ids), nil }

// VertexCount implements lib.Store.
func (s *store) VertexCount() (int, error) { return len(s.ids), nil }

// AddEdge implements lib.Store. The edge's data are the relations of the pair.
func (s *store) AddEdge(source, target string, e lib.Edge[string]) error {
	p, err := s.pair(source, target)
	if err != nil {
		return err
	}
	if _, ok := s.pairs[p]; ok {
		return lib.ErrEdgeAlreadyExists
	}
	relations, err := relationsOf(e)
	if err != nil {
		return err
	}
	at := int32(len(s.edges))
	s.edges = append(s.edges, edge{p, relations})
	s.pairs[p] = at
	s.out[p.from] = append(s.out[p.from], arc{p.to, at})
	s.in[p.to] = append(s.in[p.to], arc{p.from, at})
	s.keepOrder(p)
	return nil
}

// UpdateEdge implements lib.Store.
func (s *store) UpdateEdge(source, target string, e lib.Edge[string]) error {
	at, ok := s.edge(source, target)
	if !ok {
		return lib.ErrEdgeNotFound
	}
	relations, err := relationsOf(e)
	if err != nil {
		return err
	}
	s.edges[at].relations = relations
	return nil
}

// RemoveEdge implements lib.Store. The last edge takes the place of the one
// that goes.
func (s *store) RemoveEdge(source, target string) error {
	at, ok := s.edge(source, target)
	if !ok {
		return lib.ErrEdgeNotFound
	}
	gone := s.edges[at].pair
	is := func(a arc) bool { return a.edge == at }
	s.out[gone.from] = slices.DeleteFunc(s.out[gone.from], is)
	s.in[gone.to] = slices.DeleteFunc(s.in[gone.to], is)
	delete(s.pairs, gone)
	if last := int32(len(s.edges) - 1); at != last {
		moved := s.edges[last]
		s.edges[at] = moved
		s.pairs[moved.pair] = at
		find(s.out[moved.from], last).edge = at
		find(s.in[moved.to], last).edge = at
	}
	s.edges = s.edges[:len(s.edges)-1]
	return nil
}

// Edge implements lib.Store.
func (s *store) Edge(source, target string) (lib.Edge[string], error) {
	at, ok := s.edge(source, target)
	if !ok {
		return lib.Edge[string]{}, lib.ErrEdgeNotFound
	}
	return s.libEdge(at), nil
}

// ListEdges implements lib.Store.
func (s *store) ListEdges() ([]lib.Edge[string], error) {
	out := make([]lib.Edge[string], len(s.edges))
	for at := range s.edges {
		out[at] = s.libEdge(int32(at))
	}
	return out, nil
}

// EdgeCount is what the library will ask of its stores after v0.23.
func (s *store) EdgeCount() (int, error) { return len(s.edges), nil }

func (s *store) libEdge(at int32) lib.Edge[string] {
	e := s.edges[at]
	return lib.Edge[string]{Source: s.ids[e.from], Target: s.ids[e.to], Properties: lib.EdgeProperties{Data: e.relations}}
}

func (s *store) pair(source, target string) (pair, error) {
	from, ok1 := s.index[source]
	to, ok2 := s.index[target]
	if !ok1 || !ok2 {
		return pair{}, lib.ErrVertexNotFound
	}
	return pair{from, to}, nil
}

// edge returns the place of an edge.
func (s *store) edge(source, target string) (int32, bool) {
	p, err := s.pair(source, target)
	if err != nil {
		return 0, false
	}
	at, ok := s.pairs[p]
	return at, ok
}

func relationsOf(e lib.Edge[string]) ([]*story.Relation, error) {
	relations, ok := e.Properties.Data.([]*story.Relation)
	if !ok || len(relations) == 0 {
		return nil, fmt.Errorf("an edge carries the relations of its pair, not %T", e.Properties.Data)
	}
	return relations, nil
}
