package graph

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// maxEffort is how many steps a search for paths may take before it gives up:
// a fraction of a second. The first path, which is a shortest one, is found
// before anything is counted.
const maxEffort = 2_000_000

// Paths returns ways from one event to another along the relations, none of
// which meets an event twice: the shortest first, and of one length in the
// time order of the events on them. Where two events are related in more than
// one way, a path has the plainest relation of those that may be followed:
// causes before enables, prevents, before and part_of, stated before possible.
//
// There can be very many paths (k diamonds in a row have 2^k), so no more are
// made than b.Limit asks for. more reports whether there are others, within
// b.Steps or beyond, or may be: a search that takes too long, which only
// cycles and very long paths bring about, ends with what it has.
func (g *Graph) Paths(from, to string, b Bounds) (paths [][]*story.Relation, more bool, err error) {
	source, err := g.number(from)
	if err != nil {
		return nil, false, err
	}
	target, err := g.number(to)
	if err != nil {
		return nil, false, err
	}
	if source == target {
		return nil, false, nil
	}
	s := g.newPathSearch(source, target, b)
	for length := s.least[source]; length >= 0 && length <= s.most[source]; length++ {
		if s.extend(source, length) {
			break
		}
	}
	return s.paths, s.more, nil
}

// A pathSearch looks for all paths of one length, then of the next, in depth
// first order. It goes to a vertex only where a way of exactly the length that
// is left leads on from there, so without cycles it never turns back empty.
type pathSearch struct {
	g      *Graph
	bounds Bounds
	target int32

	next   [][]hop // by vertex, in time order; only what leads to the target
	least  []int32 // length of the shortest way to the target, -1 for none
	most   []int32 // length that no path from there is longer than
	onPath []bool
	path   []*story.Relation
	exact  map[way]bool
	effort int

	paths [][]*story.Relation
	more  bool
}

// A hop is the relation that leads to the next vertex.
type hop struct {
	relation *story.Relation
	to       int32
}

// A way is a walk of some length from a vertex to the target.
type way struct{ from, length int32 }

// newPathSearch cuts the graph down to what lies between source and target.
func (g *Graph) newPathSearch(source, target int32, b Bounds) *pathSearch {
	n := len(g.store.ids)
	s := &pathSearch{g: g, bounds: b, target: target, next: make([][]hop, n), least: make([]int32, n),
		most: make([]int32, n), onPath: make([]bool, n), exact: map[way]bool{}}
	for v := range s.least {
		s.least[v] = -1
	}
	s.least[target] = 0
	for reached := []int32{target}; len(reached) > 0; reached = reached[1:] {
		v := reached[0]
		for r, w := range g.steps(v, Causes) {
			if s.least[w] < 0 && b.follows(r) {
				s.least[w] = s.least[v] + 1
				reached = append(reached, w)
			}
		}
	}
	if s.least[source] < 0 {
		return s
	}
	seen := make([]bool, n)
	seen[source] = true
	reached := []int32{source}
	for i := 0; i < len(reached); i++ {
		v := reached[i]
		if v == target {
			continue
		}
		s.next[v] = s.hops(v)
		for _, h := range s.next[v] {
			if !seen[h.to] {
				seen[h.to] = true
				reached = append(reached, h.to)
			}
		}
	}
	s.measure(source, reached)
	return s
}

// measure fills in the length of the longest path from each vertex; with a
// cycle among them, which makes that hard, that of a path through them all.
func (s *pathSearch) measure(source int32, vertices []int32) {
	waits := make([]int32, len(s.next))
	for _, v := range vertices {
		for _, h := range s.next[v] {
			waits[h.to]++
		}
	}
	var order []int32
	if waits[source] == 0 {
		order = append(order, source)
	}
	for i := 0; i < len(order); i++ {
		for _, h := range s.next[order[i]] {
			if waits[h.to]--; waits[h.to] == 0 {
				order = append(order, h.to)
			}
		}
	}
	if len(order) < len(vertices) {
		for _, v := range vertices {
			s.most[v] = int32(len(vertices) - 1)
		}
		return
	}
	for _, v := range slices.Backward(order) {
		for _, h := range s.next[v] {
			s.most[v] = max(s.most[v], s.most[h.to]+1)
		}
	}
}

// hops returns the ways on from a vertex that can end at the target.
func (s *pathSearch) hops(v int32) []hop {
	var out []hop
	for r, w := range s.g.steps(v, Effects) {
		if s.least[w] < 0 || !s.bounds.follows(r) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].to == w {
			if plainer(r, out[n-1].relation) {
				out[n-1].relation = r
			}
			continue
		}
		out = append(out, hop{r, w})
	}
	return out
}

// plainness is the order in which the relations of a pair are chosen from.
var plainness = []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf}

func plainer(a, b *story.Relation) bool {
	if a.Type != b.Type {
		return slices.Index(plainness, a.Type) < slices.Index(plainness, b.Type)
	}
	return a.Strength != story.StrengthPossible && b.Strength == story.StrengthPossible
}

// extend completes the path that ends at a vertex by ways of an exact length.
// It reports whether the search is over. The stack is its own: a path may be as
// long as the story has events.
func (s *pathSearch) extend(source, length int32) bool {
	type frame struct {
		v    int32
		hops []hop
	}
	stack := []frame{{source, s.next[source]}}
	s.onPath[source] = true
	leave := func() {
		s.onPath[stack[len(stack)-1].v] = false
		stack = stack[:len(stack)-1]
		if len(s.path) > 0 {
			s.path = s.path[:len(s.path)-1]
		}
	}
	defer func() {
		for len(stack) > 0 {
			leave()
		}
	}()
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.hops) == 0 {
			leave()
			continue
		}
		h := top.hops[0]
		top.hops = top.hops[1:]
		left := length - int32(len(s.path)) - 1
		if s.tired() {
			s.more = true
			return true
		}
		if s.onPath[h.to] || !s.leads(way{h.to, left}) {
			continue
		}
		if left == 0 {
			if s.take(h.relation) {
				return true
			}
			continue
		}
		s.onPath[h.to] = true
		s.path = append(s.path, h.relation)
		stack = append(stack, frame{h.to, s.next[h.to]})
	}
	return false
}

// tired counts the effort after the first path.
func (s *pathSearch) tired() bool {
	if len(s.paths) > 0 || s.more {
		s.effort++
	}
	return s.effort > maxEffort
}

// take adds the path that a last relation completes, and reports whether there
// is one too many.
func (s *pathSearch) take(last *story.Relation) bool {
	length := len(s.path) + 1
	if len(s.paths) == max(s.bounds.Limit, 1) || s.bounds.Steps > 0 && length > s.bounds.Steps {
		s.more = true
		return true
	}
	s.paths = append(s.paths, append(slices.Clone(s.path), last))
	return false
}

// leads reports whether a walk of exactly this length leads to the target.
func (s *pathSearch) leads(w way) bool {
	if known, ok := s.known(w); ok {
		return known
	}
	// Depth first, with a stack of its own.
	type frame struct {
		way
		hops []hop
	}
	stack := []frame{{w, s.next[w.from]}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.hops) == 0 {
			s.exact[top.way] = false
			stack = stack[:len(stack)-1]
			continue
		}
		step := way{top.hops[0].to, top.length - 1}
		found, ok := s.known(step)
		if !ok {
			if s.effort++; s.effort > maxEffort {
				return true // not known; the search ends at its next step
			}
			stack = append(stack, frame{step, s.next[step.from]})
			continue
		}
		top.hops = top.hops[1:]
		if found {
			s.exact[top.way] = true
			stack = stack[:len(stack)-1]
		}
	}
	return s.exact[w]
}

// known answers leads where nothing needs to be searched.
func (s *pathSearch) known(w way) (leads, ok bool) {
	least := s.least[w.from]
	if w.length <= least || w.length > s.most[w.from] || w.from == s.target {
		return w.length == least, true
	}
	leads, ok = s.exact[w]
	return leads, ok
}
