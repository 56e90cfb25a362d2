package graph

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	lib "github.com/dominikbraun/graph"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

// drawTale draws a story of a few events and many relations between them.
// Forward keeps relations along the order of the ids.
func drawTale(rt *rapid.T, dates []string, forward bool) *story.Story {
	n := rapid.IntRange(1, 9).Draw(rt, "events")
	s := &story.Story{}
	for i := range n {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%d", i), Date: date(rt, rapid.SampledFrom(dates).Draw(rt, "date"))})
	}
	types := []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.Before, story.PartOf}
	for range rapid.IntRange(0, 18).Draw(rt, "relations") {
		a, b := rapid.IntRange(0, n-1).Draw(rt, "from"), rapid.IntRange(0, n-1).Draw(rt, "to")
		if forward {
			if a == b {
				continue
			}
			a, b = min(a, b), max(a, b)
		}
		s.Relations = append(s.Relations, story.Relation{From: s.Events[a].ID, To: s.Events[b].ID,
			Type: rapid.SampledFrom(types).Draw(rt, "type"), Strength: rapid.SampledFrom([]story.Strength{story.StrengthStated, story.StrengthPossible}).Draw(rt, "strength")})
	}
	return s
}

var oneDay = []string{"2001-05-01"}

// library builds a story's graph on the library's own store, of the relations
// that are wanted.
func library(t tb, s *story.Story, want func(*story.Relation) bool) lib.Graph[string, string] {
	t.Helper()
	g := lib.New(lib.StringHash, lib.Directed())
	for _, e := range s.Events {
		if err := g.AddVertex(e.ID); err != nil {
			t.Fatal(err)
		}
	}
	for i := range s.Relations {
		r := &s.Relations[i]
		if !want(r) {
			continue
		}
		if err := g.AddEdge(r.From, r.To); err != nil && !errors.Is(err, lib.ErrEdgeAlreadyExists) {
			t.Fatal(err)
		}
	}
	return g
}

func notPart(r *story.Relation) bool { return r.Type != story.PartOf }

func edges(t tb, g lib.Graph[string, string]) []string {
	t.Helper()
	all, err := g.Edges()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range all {
		out = append(out, e.Source+" "+e.Target)
	}
	slices.Sort(out)
	return out
}

// TestOrderIsTopological: with one date for all, the order is one that the
// library's own sort would take: every relation leads forward.
func TestOrderIsTopological(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, oneDay, true)
		s.Events = rapid.Permutation(s.Events).Draw(rt, "order")
		for i := range s.Relations { // a part comes after its whole
			if r := &s.Relations[i]; r.Type == story.PartOf {
				r.From, r.To = r.To, r.From
			}
		}
		order := build(rt, s).Order()
		g := library(rt, s, notPart)
		for _, r := range s.Relations {
			if r.Type == story.PartOf {
				if err := g.AddEdge(r.To, r.From); err != nil && !errors.Is(err, lib.ErrEdgeAlreadyExists) {
					rt.Fatal(err)
				}
			}
		}
		// The library's stable sort, asked to prefer our order, must give it.
		want, err := lib.StableTopologicalSort(g, func(a, b string) bool { return slices.Index(order, a) < slices.Index(order, b) })
		if err != nil {
			rt.Fatal(err)
		}
		if len(want) != len(order) {
			rt.Fatalf("%d events in order of %d", len(order), len(want))
		}
		for _, e := range edges(rt, g) {
			from, to, _ := strings.Cut(e, " ")
			if slices.Index(order, from) > slices.Index(order, to) {
				rt.Fatalf("%s comes after %s in %v", from, to, order)
			}
		}
	})
}

// TestTopologicalPlaces: the store's own order is the first in the alphabet of
// all topological orders, and there is none where the library finds none.
func TestTopologicalPlaces(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, oneDay, rapid.Bool().Draw(rt, "forward"))
		st := newStore(0, 0)
		for _, e := range s.Events {
			if err := st.AddVertex(e.ID, &e, lib.VertexProperties{}); err != nil {
				rt.Fatal(err)
			}
		}
		waits := map[string]map[string]bool{}
		for _, e := range s.Events {
			waits[e.ID] = map[string]bool{}
		}
		for i := range s.Relations {
			r := &s.Relations[i]
			err := st.AddEdge(r.From, r.To, lib.Edge[string]{Properties: lib.EdgeProperties{Data: []*story.Relation{r}}})
			if err != nil && !errors.Is(err, lib.ErrEdgeAlreadyExists) {
				rt.Fatal(err)
			}
			waits[r.To][r.From] = true
		}
		var want []string
		for len(waits) > 0 {
			next := ""
			for _, id := range slices.Sorted(maps.Keys(waits)) {
				if len(waits[id]) == 0 {
					next = id
					break
				}
			}
			if next == "" {
				break
			}
			want = append(want, next)
			delete(waits, next)
			for _, w := range waits {
				delete(w, next)
			}
		}
		_, err := lib.TopologicalSort(library(rt, s, func(*story.Relation) bool { return true }))
		place := st.topological()
		if (place == nil) != (err != nil) || (place == nil) != (len(want) < len(s.Events)) {
			rt.Fatalf("places %v, but the library says %v", place, err)
		}
		if place == nil {
			return
		}
		for i, id := range want {
			if place[st.index[id]] != int32(i) {
				rt.Fatalf("places %v of %v, want %v", place, st.ids, want)
			}
		}
	})
}

// TestReducedIsTheLibrarys: with `before` alone, the reduction of a graph
// without cycles is unique, and the library's.
func TestReducedIsTheLibrarys(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, oneDay, true)
		for i := range s.Relations {
			s.Relations[i].Type = story.Before
		}
		full := library(rt, s, notPart)
		reduced, err := lib.TransitiveReduction(full)
		if err != nil {
			rt.Fatal(err)
		}
		var got []string
		for _, r := range build(rt, s).Reduced() {
			got = append(got, r.From+" "+r.To)
		}
		slices.Sort(got)
		if got, want := slices.Compact(got), edges(rt, reduced); !slices.Equal(got, want) {
			rt.Fatalf("reduced to %v, want %v, of %v", got, want, edges(rt, full))
		}
	})
}

// TestReducedDropsWhatFollows: whatever the types and the cycles, exactly the
// `before` goes that a longer way spells out, and every event is still known
// to come before those it came before.
func TestReducedDropsWhatFollows(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, []string{"2001", "2002", ""}, rapid.Bool().Draw(rt, "forward"))
		g := build(rt, s)
		kept := map[*story.Relation]bool{}
		for _, r := range g.Reduced() {
			kept[r] = true
		}
		ordering := func(r *story.Relation) bool { return notPart(r) && r.From != r.To }
		reach := closure(s.Relations, ordering)
		for i := range s.Relations {
			r := &s.Relations[i]
			cyclic := reach[r.From+" "+r.From] || reach[r.To+" "+r.To]
			longer := false
			for _, first := range s.Relations {
				longer = longer || ordering(&first) && first.From == r.From && first.To != r.To && reach[first.To+" "+r.To]
			}
			if drop := r.Type == story.Before && longer && !cyclic; kept[r] == drop {
				rt.Fatalf("%s %s %s is kept: %v, of %v", r.From, r.Type, r.To, kept[r], spell(s))
			}
		}
		var left []story.Relation
		for _, r := range g.Reduced() {
			left = append(left, *r)
		}
		if after := closure(left, ordering); !maps.Equal(after, reach) {
			rt.Fatalf("what comes before what was %v and is %v", reach, after)
		}
	})
}

func spell(s *story.Story) string {
	var out []string
	for _, r := range s.Relations {
		out = append(out, fmt.Sprintf("%s %s %s", r.From, r.Type, r.To))
	}
	return strings.Join(out, ", ")
}

// closure returns the pairs "from to" that one relation or more connect.
func closure(relations []story.Relation, want func(*story.Relation) bool) map[string]bool {
	out := map[string]bool{}
	for i := range relations {
		if want(&relations[i]) {
			out[relations[i].From+" "+relations[i].To] = true
		}
	}
	for changed := true; changed; {
		changed = false
		for a := range maps.Clone(out) {
			from, mid, _ := strings.Cut(a, " ")
			for b := range maps.Clone(out) {
				if at, to, _ := strings.Cut(b, " "); at == mid && !out[from+" "+to] {
					out[from+" "+to] = true
					changed = true
				}
			}
		}
	}
	return out
}

// TestStrongIsTheLibrarys: the same strongly connected components, and none
// leads to one with a higher number.
func TestStrongIsTheLibrarys(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, []string{"2001", "2002", ""}, false)
		g := build(rt, s)
		want, err := lib.StronglyConnectedComponents(library(rt, s, notPart))
		if err != nil {
			rt.Fatal(err)
		}
		of, count := g.strong(orders)
		if count != len(want) {
			rt.Fatalf("%d components, want %v", count, want)
		}
		for _, component := range want {
			for _, id := range component {
				if of[g.store.index[id]] != of[g.store.index[component[0]]] {
					rt.Fatalf("%s and %s are not in one component", id, component[0])
				}
			}
		}
		c := g.condense(orders)
		for i := range s.Relations {
			r := &s.Relations[i]
			from, to := g.store.index[r.From], g.store.index[r.To]
			if notPart(r) && (of[from] < of[to] || c.of[from] > c.of[to]) {
				rt.Fatalf("%s %s %s leads from component %d to %d, in order %d to %d", r.From, r.Type, r.To, of[from], of[to], c.of[from], c.of[to])
			}
		}
	})
}
