package graph

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	lib "github.com/dominikbraun/graph"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

func data(from, to string) func(*lib.EdgeProperties) {
	return lib.EdgeData([]*story.Relation{{From: from, To: to, Type: story.Causes}})
}

// TestStoreIsTheLibrarys: whatever is added and taken out, the store answers
// as the library's own does, and what it keeps of the graph stays whole.
func TestStoreIsTheLibrarys(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		hash := func(e *story.Event) string { return e.ID }
		cycles := lib.PreventCycles()
		if rapid.Bool().Draw(rt, "cycles") {
			cycles = lib.Directed()
		}
		st := newStore(0, 0)
		ours := lib.NewWithStore(hash, lib.Store[string, *story.Event](st), lib.Directed(), cycles)
		theirs := lib.New(hash, lib.Directed(), cycles)
		same := func(what string, a, b error) {
			for _, known := range []error{lib.ErrVertexNotFound, lib.ErrVertexAlreadyExists, lib.ErrEdgeNotFound, lib.ErrEdgeAlreadyExists, lib.ErrEdgeCreatesCycle, lib.ErrVertexHasEdges, nil} {
				if errors.Is(a, known) != errors.Is(b, known) {
					rt.Fatalf("%s: %v, want %v", what, a, b)
				}
			}
		}
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			a, b := fmt.Sprint(rapid.IntRange(0, 6).Draw(rt, "a")), fmt.Sprint(rapid.IntRange(0, 6).Draw(rt, "b"))
			what := rapid.SampledFrom([]string{"vertex", "vertex", "edge", "edge", "edge", "edge", "update", "cut", "drop", "ask"}).Draw(rt, "what")
			switch what {
			case "vertex":
				e := &story.Event{ID: a}
				same(what, ours.AddVertex(e), theirs.AddVertex(e))
			case "edge":
				same(what, ours.AddEdge(a, b, data(a, b)), theirs.AddEdge(a, b, data(a, b)))
			case "update":
				same(what, ours.UpdateEdge(a, b, data(b, a)), theirs.UpdateEdge(a, b, data(b, a)))
			case "cut":
				same(what, ours.RemoveEdge(a, b), theirs.RemoveEdge(a, b))
			case "drop":
				same(what, ours.RemoveVertex(a), theirs.RemoveVertex(a))
			case "ask":
				_, err1 := ours.Vertex(a)
				_, err2 := theirs.Vertex(a)
				same(what, err1, err2)
				creates, err := lib.CreatesCycle(theirs, a, b)
				got, ourErr := st.CreatesCycle(a, b)
				same("cycle", ourErr, err)
				if err == nil && got != creates {
					rt.Fatalf("%s to %s creates a cycle: %v, want %v", a, b, got, creates)
				}
			}
			whole(rt, st)
		}
		size, _ := ours.Size()
		wantSize, _ := theirs.Size()
		count, _ := st.EdgeCount()
		if size != wantSize || count != wantSize {
			rt.Fatalf("%d edges, %d counted, want %d", size, count, wantSize)
		}
		want, _ := theirs.AdjacencyMap()
		got, _ := ours.AdjacencyMap()
		if len(got) != len(want) {
			rt.Fatalf("%d vertices, want %d", len(got), len(want))
		}
		for from, edges := range want {
			for to, e := range edges {
				mine, ok := got[from][to]
				if !ok || mine.Properties.Data.([]*story.Relation)[0].From != e.Properties.Data.([]*story.Relation)[0].From {
					rt.Fatalf("edge from %s to %s: %v, want %v", from, to, mine, e)
				}
			}
			if len(got[from]) != len(edges) {
				rt.Fatalf("%d edges from %s, want %d", len(got[from]), from, len(edges))
			}
		}
	})
}

// whole checks that the store's lists fit together.
func whole(rt *rapid.T, s *store) {
	n := 0
	for v := range s.ids {
		if s.index[s.ids[v]] != int32(v) || s.events[v].ID != s.ids[v] {
			rt.Fatalf("vertex %d is %s, found at %d", v, s.ids[v], s.index[s.ids[v]])
		}
		for _, a := range s.out[v] {
			e := s.edges[a.edge]
			if e.from != int32(v) || e.to != a.other || !slices.ContainsFunc(s.in[a.other], func(b arc) bool { return b.edge == a.edge && b.other == int32(v) }) {
				rt.Fatalf("arc %v of %d does not fit edge %v", a, v, e)
			}
			if s.pairs[e.pair] != a.edge {
				rt.Fatalf("edge %v is found at %d", e, s.pairs[e.pair])
			}
			if s.place != nil && s.place[e.from] >= s.place[e.to] {
				rt.Fatalf("edge %v against the order %v", e, s.place)
			}
			n++
		}
	}
	if n != len(s.edges) || n != len(s.pairs) {
		rt.Fatalf("%d arcs, %d edges, %d pairs", n, len(s.edges), len(s.pairs))
	}
}

func TestStoreRefusesOtherData(t *testing.T) {
	g := lib.NewWithStore(func(e *story.Event) string { return e.ID }, lib.Store[string, *story.Event](newStore(0, 0)), lib.Directed())
	for _, id := range []string{"a", "b"} {
		if err := g.AddVertex(&story.Event{ID: id}); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.AddEdge("a", "b", lib.EdgeData("a text")); err == nil {
		t.Error("an edge without relations is taken")
	}
}
