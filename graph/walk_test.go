package graph

import (
	"slices"
	"testing"

	lib "github.com/dominikbraun/graph"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

// TestPathsAreTheLibrarys: all paths that the library finds, the shortest
// first and then by time, each once; and the first has the length of the
// library's shortest.
func TestPathsAreTheLibrarys(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, []string{"2001", "2002", ""}, rapid.Bool().Draw(rt, "forward"))
		g := build(rt, s)
		order := g.Order()
		from, to := s.Events[0].ID, s.Events[len(s.Events)-1].ID
		if from == to {
			return
		}
		other := library(rt, s, notPart)
		want, err := lib.AllPathsBetween(other, from, to)
		if err != nil {
			rt.Fatal(err)
		}
		slices.SortFunc(want, func(a, b []string) int {
			if len(a) != len(b) {
				return len(a) - len(b)
			}
			for i := range a {
				if a[i] != b[i] {
					return slices.Index(order, a[i]) - slices.Index(order, b[i])
				}
			}
			return 0
		})
		got, more, err := g.Paths(from, to, Bounds{Limit: 1 << 20})
		if err != nil || more {
			rt.Fatalf("more %v, err %v", more, err)
		}
		if len(got) != len(want) {
			rt.Fatalf("%d paths, want %v", len(got), want)
		}
		for i, path := range got {
			if spelt := events(path); !slices.Equal(spelt, want[i]) {
				rt.Fatalf("path %d is %v, want %v", i, spelt, want[i])
			}
		}
		if shortest, err := lib.ShortestPath(other, from, to); err == nil && len(shortest) != len(got[0])+1 {
			rt.Fatalf("the shortest path is %v, not %v", shortest, events(got[0]))
		}
		limit, steps := rapid.IntRange(1, 4).Draw(rt, "limit"), rapid.IntRange(1, 5).Draw(rt, "steps")
		some, more, err := g.Paths(from, to, Bounds{Limit: limit, Steps: steps})
		if err != nil {
			rt.Fatal(err)
		}
		n := 0
		for n < min(limit, len(got)) && len(got[n]) <= steps {
			n++
		}
		if len(some) != n || more != (n < len(got)) {
			rt.Fatalf("limit %d, steps %d: %d paths, more %v, of %v", limit, steps, len(some), more, want)
		}
	})
}

// events names the events along a path.
func events(path []*story.Relation) []string {
	out := []string{path[0].From}
	for _, r := range path {
		if r.From != out[len(out)-1] {
			return append(out, "broken at "+r.From)
		}
		out = append(out, r.To)
	}
	return out
}

// TestReachIsAll: against the closure, and depths against the library's
// shortest paths.
func TestReachIsAll(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, []string{"2001", "2002", ""}, false)
		g := build(rt, s)
		id := s.Events[0].ID
		d := rapid.SampledFrom([]Direction{Causes, Effects, Both}).Draw(rt, "direction")
		depth := depths(s, id, d)
		var want []Step
		for i := range s.Relations {
			r := &s.Relations[i]
			if r.Type == story.PartOf || r.From == r.To {
				continue
			}
			least := -1
			for _, end := range []struct {
				id string
				ok bool
			}{{r.From, d != Causes}, {r.To, d != Effects}} {
				if n, ok := depth[end.id]; ok && end.ok && (least < 0 || n+1 < least) {
					least = n + 1
				}
			}
			if least > 0 {
				want = append(want, Step{r, least})
			}
		}
		got, more, err := g.Reach(id, d, Bounds{})
		if err != nil || more || len(got) != len(want) {
			rt.Fatalf("%d relations, more %v, err %v; want %d", len(got), more, err, len(want))
		}
		for i, step := range got {
			if !slices.Contains(want, step) {
				rt.Fatalf("step %+v at depth %d is not wanted", step.Relation, step.Depth)
			}
			if i > 0 && got[i-1].Depth > step.Depth {
				rt.Fatalf("depth %d after %d", step.Depth, got[i-1].Depth)
			}
			if slices.Contains(got[:i], step) {
				rt.Fatalf("step %+v comes twice", step.Relation)
			}
		}
		steps, limit := rapid.IntRange(1, 4).Draw(rt, "steps"), rapid.IntRange(1, 6).Draw(rt, "limit")
		cut, more, err := g.Reach(id, d, Bounds{Steps: steps, Limit: limit})
		n := 0
		for n < min(limit, len(got)) && got[n].Depth <= steps {
			n++
		}
		if err != nil || !slices.Equal(cut, got[:n]) || more != (n < len(got)) {
			rt.Fatalf("steps %d, limit %d: %d relations, more %v, of %d", steps, limit, len(cut), more, len(got))
		}
	})
}

// depths returns how many relations lead to each event that can be reached.
func depths(s *story.Story, id string, d Direction) map[string]int {
	out := map[string]int{id: 0}
	for changed := true; changed; {
		changed = false
		for _, r := range s.Relations {
			if r.Type == story.PartOf {
				continue
			}
			for _, way := range [][2]string{{r.From, r.To}, {r.To, r.From}} {
				if d == Effects && way[0] != r.From || d == Causes && way[0] != r.To {
					continue
				}
				n, ok := out[way[0]]
				if known, has := out[way[1]]; ok && (!has || known > n+1) {
					out[way[1]] = n + 1
					changed = true
				}
			}
		}
	}
	return out
}

// TestAroundAndComponents: against depths that know no direction.
func TestAroundAndComponents(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, []string{"2001", "2002", ""}, false)
		g := build(rt, s)
		order := g.Order()
		ids := []string{s.Events[0].ID, s.Events[len(s.Events)/2].ID, "ghost"}
		steps := rapid.IntRange(0, 3).Draw(rt, "steps")
		near := map[string]bool{}
		for _, id := range ids[:2] {
			for other, n := range depths(s, id, Both) {
				near[other] = near[other] || n <= steps
			}
		}
		var want []string
		for _, id := range order {
			if near[id] {
				want = append(want, id)
			}
		}
		if got := g.Around(ids, steps, notPart); !slices.Equal(got, want) {
			rt.Fatalf("around %v within %d: %v, want %v", ids, steps, got, want)
		}
		for i := range s.Relations {
			if s.Relations[i].Type == story.PartOf {
				s.Relations[i].Type = story.Before
			}
		}
		seen := map[string]bool{}
		var all [][]string
		for _, id := range order {
			if seen[id] {
				continue
			}
			var one []string
			for _, other := range order {
				if _, ok := depths(s, id, Both)[other]; ok {
					one = append(one, other)
					seen[other] = true
				}
			}
			all = append(all, one)
		}
		if got := g.Components(); !slices.EqualFunc(got, all, slices.Equal) {
			rt.Fatalf("components %v, want %v", got, all)
		}
	})
}
