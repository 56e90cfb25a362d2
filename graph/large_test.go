package graph

import (
	"fmt"
	"slices"
	"testing"

	lib "github.com/dominikbraun/graph"

	"github.com/causeline/causeline/graph/internal/plant"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// chain is a story of n events in a row, the last first, with a relation from
// each to the next, all on one day.
func chain(n int, day edtf.Date) *story.Story {
	s := &story.Story{}
	for i := n - 1; i >= 0; i-- {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%06d", i), Date: day})
		if i > 0 {
			s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("e%06d", i-1), To: fmt.Sprintf("e%06d", i), Type: story.Causes})
		}
	}
	return s
}

// TestLongChain: depth is no matter, to no algorithm.
func TestLongChain(t *testing.T) {
	const n = 100_000
	s := chain(n, date(t, "2001"))
	first, last := "e000000", fmt.Sprintf("e%06d", n-1)
	g := build(t, s)
	if order := g.Order(); order[0] != first || order[n-1] != last || !slices.IsSorted(order) {
		t.Error("the chain is out of order")
	}
	if steps, more, err := g.Reach(last, Causes, Bounds{}); len(steps) != n-1 || steps[n-2].Depth != n-1 || more || err != nil {
		t.Errorf("%d steps, more %v, err %v", len(steps), more, err)
	}
	if paths, more, err := g.Paths(first, last, Bounds{Limit: 3}); len(paths) != 1 || len(paths[0]) != n-1 || more || err != nil {
		t.Errorf("%d paths, more %v, err %v", len(paths), more, err)
	}
	if len(g.Reduced()) != n-1 || len(g.Components()) != 1 || len(Check(s)) != 0 {
		t.Error("the chain has something to drop or to name")
	}
	s.Relations = append(s.Relations, story.Relation{From: last, To: first, Type: story.Before})
	found := Check(s)
	if len(found) != 1 || found[0].Name != "cycle-of-causes" || len(found[0].Events) != n {
		t.Errorf("%d findings in a circle", len(found))
	}
}

// TestReducedFans: each event of a long chain also comes before the last one;
// a walk from each would take time in the square of them.
func TestReducedFans(t *testing.T) {
	const n = 50_000
	s := chain(n, date(t, "2001"))
	last := fmt.Sprintf("e%06d", n-1)
	for i := range n - 2 {
		s.Relations = append(s.Relations,
			story.Relation{From: fmt.Sprintf("e%06d", i), To: last, Type: story.Before},
			story.Relation{From: "e000000", To: fmt.Sprintf("e%06d", i+2), Type: story.Before})
	}
	if got := len(build(t, s).Reduced()); got != n-1 {
		t.Errorf("%d relations are left, want %d", got, n-1)
	}
}

// diamonds is k diamonds in a row: from "0" to fmt.Sprint(k) lead 2^k paths.
func diamonds(k int) *story.Story {
	s := &story.Story{Events: []story.Event{{ID: "0"}}}
	for i := range k {
		from, to := fmt.Sprint(i), fmt.Sprint(i+1)
		s.Events = append(s.Events, story.Event{ID: from + "-a"}, story.Event{ID: from + "-b"}, story.Event{ID: to})
		for _, side := range []string{"-a", "-b"} {
			s.Relations = append(s.Relations, story.Relation{From: from, To: from + side, Type: story.Causes}, story.Relation{From: from + side, To: to, Type: story.Causes})
		}
	}
	return s
}

// TestDiamonds: no more paths are made than are asked for, and none of a length
// that there is not.
func TestDiamonds(t *testing.T) {
	g := build(t, diamonds(5000))
	paths, more, err := g.Paths("0", "5000", Bounds{Limit: 20})
	if err != nil || len(paths) != 20 || !more {
		t.Fatalf("%d paths, more %v, err %v", len(paths), more, err)
	}
	for i, p := range paths {
		if len(p) != 10_000 || i > 0 && slices.Equal(p, paths[i-1]) {
			t.Errorf("path %d has %d relations", i, len(p))
		}
	}
	g = build(t, diamonds(12))
	if paths, more, err := g.Paths("0", "12", Bounds{Limit: 5000}); len(paths) != 1<<12 || more || err != nil {
		t.Errorf("%d paths, more %v, err %v", len(paths), more, err)
	}
	if paths, more, err := g.Paths("0", "12", Bounds{Limit: 5, Steps: 23}); len(paths) != 0 || !more || err != nil {
		t.Errorf("too short: %d paths, more %v, err %v", len(paths), more, err)
	}
}

// TestPathsInTangle: where everything leads everywhere the search gives up and
// says so.
func TestPathsInTangle(t *testing.T) {
	s := &story.Story{}
	const n = 40
	for i := range n {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprint(i)})
		for j := range n {
			if i != j && i != n-1 && (j != n-1 || i == n-2) {
				s.Relations = append(s.Relations, story.Relation{From: fmt.Sprint(i), To: fmt.Sprint(j), Type: story.Causes})
			}
		}
	}
	paths, more, err := build(t, s).Paths("0", fmt.Sprint(n-1), Bounds{Limit: 1 << 30})
	if err != nil || !more || len(paths) == 0 || len(paths[0]) != 2 {
		t.Errorf("%d paths, more %v, err %v", len(paths), more, err)
	}
}

// TestPreventCycles: a hundred thousand events with relations along time are
// built without a search, and the one against it is refused.
func TestPreventCycles(t *testing.T) {
	const n = 100_000
	g := lib.NewWithStore(func(e *story.Event) string { return e.ID }, lib.Store[string, *story.Event](newStore(n, n)), lib.Directed(), lib.PreventCycles())
	s := chain(n, edtf.Date{})
	slices.Reverse(s.Events)
	for i := range s.Events {
		if err := g.AddVertex(&s.Events[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range s.Relations {
		r := &s.Relations[i]
		if err := g.AddEdge(r.From, r.To, lib.EdgeData([]*story.Relation{r})); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.AddEdge(s.Events[n-1].ID, s.Events[0].ID, data("", "")); err != lib.ErrEdgeCreatesCycle {
		t.Errorf("the edge that closes the circle: %v", err)
	}
}

// The story of the benchmarks: 100,000 events and 150,000 relations.
func large(b *testing.B) *story.Story {
	b.Helper()
	s, _, err := plant.Story(100_000, 150_000, 1)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func BenchmarkNew(b *testing.B) {
	s := large(b)
	for b.Loop() {
		if _, err := New(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	s := large(b)
	for b.Loop() {
		if len(Check(s)) == 0 {
			b.Fatal("nothing found")
		}
	}
}

// BenchmarkCheckWholes: one event that is part of 40,000.
func BenchmarkCheckWholes(b *testing.B) {
	s := &story.Story{Events: []story.Event{{ID: "part"}}}
	for i := range 40_000 {
		id := fmt.Sprint(i)
		s.Events = append(s.Events, story.Event{ID: id})
		s.Relations = append(s.Relations, story.Relation{From: "part", To: id, Type: story.PartOf})
	}
	for b.Loop() {
		if found := Check(s); len(found) != 1 || len(found[0].Relations) != 40_000 {
			b.Fatal(found)
		}
	}
}

func BenchmarkReduced(b *testing.B) {
	g := build(b, large(b))
	for b.Loop() {
		g.Reduced()
	}
}

func BenchmarkReach(b *testing.B) {
	g := build(b, large(b))
	id := g.Order()[50_000]
	for b.Loop() {
		if _, _, err := g.Reach(id, Causes, Bounds{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPaths(b *testing.B) {
	g := build(b, large(b))
	steps, _, err := g.Reach(g.Order()[50_000], Effects, Bounds{Limit: 1000})
	if err != nil || len(steps) == 0 {
		b.Fatal("nothing is reached")
	}
	to := steps[len(steps)-1].Relation.To
	for b.Loop() {
		if _, _, err := g.Paths(g.Order()[50_000], to, Bounds{Limit: 10}); err != nil {
			b.Fatal(err)
		}
	}
}
