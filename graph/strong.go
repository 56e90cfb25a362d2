package graph

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// strong returns the number of the strongly connected component of each
// vertex, along edges that have a relation to follow, and how many there are.
// A component's number is above those of the components that it leads to.
// (Tarjan's algorithm, with a stack of its own: a chain may be as long as the
// story has events.)
func (g *Graph) strong(follow func(*story.Relation) bool) (of []int32, count int) {
	s := g.store
	n := len(s.ids)
	const unseen = -1
	of = make([]int32, n)
	index := make([]int32, n)
	low := make([]int32, n)
	for v := range n {
		of[v], index[v] = unseen, unseen
	}
	type frame struct {
		v    int32
		arcs []arc
	}
	var open []int32 // seen, component not closed yet
	var stack []frame
	enter := func(v, i int32) {
		index[v], low[v] = i, i
		open = append(open, v)
		stack = append(stack, frame{v, s.out[v]})
	}
	next := int32(0)
	for root := range n {
		if index[root] != unseen {
			continue
		}
		enter(int32(root), next)
		next++
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if len(top.arcs) > 0 {
				a := top.arcs[0]
				top.arcs = top.arcs[1:]
				if !slices.ContainsFunc(s.edges[a.edge].relations, follow) {
					continue
				}
				switch w := a.other; {
				case index[w] == unseen:
					enter(w, next)
					next++
				case of[w] == unseen:
					low[top.v] = min(low[top.v], index[w])
				}
				continue
			}
			v := top.v
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				up := stack[len(stack)-1].v
				low[up] = min(low[up], low[v])
			}
			if low[v] != index[v] {
				continue
			}
			for {
				w := open[len(open)-1]
				open = open[:len(open)-1]
				of[w] = int32(count)
				if w == v {
					break
				}
			}
			count++
		}
	}
	return of, count
}

// condensed is the graph of strongly connected components. They are numbered
// in a topological order, the earlier in time first where edges leave it open.
type condensed struct {
	of    []int32 // component of each vertex
	size  []int32 // vertices in each component
	first []int32 // where a component's edges begin in to; one more than components
	to    []int32 // components that the edges lead to, perhaps more than once
}

// out returns the components that a component leads to.
func (c *condensed) out(v int32) []int32 { return c.to[c.first[v]:c.first[v+1]] }

// condense makes one vertex of each component along edges that have a relation
// to follow.
func (g *Graph) condense(follow func(*story.Relation) bool) *condensed {
	of, count := g.strong(follow)
	c := &condensed{of: of, size: make([]int32, count)}
	c.number(g, follow)
	for _, at := range c.of {
		c.size[at]++
	}
	c.first = make([]int32, count+1)
	for e := range c.edges(g, follow) {
		c.first[e.from+1]++
	}
	for i := range count {
		c.first[i+1] += c.first[i]
	}
	c.to = make([]int32, c.first[count])
	fill := slices.Clone(c.first)
	for e := range c.edges(g, follow) {
		c.to[fill[e.from]] = e.to
		fill[e.from]++
	}
	return c
}

// edges yields the edges between different components.
func (c *condensed) edges(g *Graph, follow func(*story.Relation) bool) func(func(pair) bool) {
	return func(yield func(pair) bool) {
		for _, e := range g.store.edges {
			p := pair{c.of[e.from], c.of[e.to]}
			if p.from != p.to && slices.ContainsFunc(e.relations, follow) && !yield(p) {
				return
			}
		}
	}
}

// number renumbers the components in topological order, by the time of their
// first events where that is free, so that what is near in time has near
// numbers.
func (c *condensed) number(g *Graph, follow func(*story.Relation) bool) {
	// By their first events: then the smallest number is the earliest.
	byTime := make([]int32, len(c.size))
	for i := range byTime {
		byTime[i] = -1
	}
	next := int32(0)
	for v, at := range c.of {
		if byTime[at] < 0 {
			byTime[at] = next
			next++
		}
		c.of[v] = byTime[at]
	}
	topo := &store{ids: make([]string, len(c.size)), out: make([][]arc, len(c.size)), in: make([][]arc, len(c.size))}
	for e := range c.edges(g, follow) {
		topo.out[e.from] = append(topo.out[e.from], arc{other: e.to})
		topo.in[e.to] = append(topo.in[e.to], arc{other: e.from})
	}
	place := topo.topological()
	for v, at := range c.of {
		c.of[v] = place[at]
	}
}
