package graph

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// Reduced returns the relations without the order that follows from others: a
// `before` goes where a longer way of relations that put one event before
// another (before, causes, enables, prevents) leads from the one to the other.
// Causes, enables, prevents and part_of are never dropped, and nothing is
// where one of the two events is in a cycle, because there order means
// nothing. They come by the time of their causes, then of their effects.
func (g *Graph) Reduced() []*story.Relation {
	follows := g.redundant(orders, isBefore)
	var out []*story.Relation
	for v := range g.from {
		for _, r := range g.from[v] {
			if r.Type != story.Before || !follows[pair{int32(v), g.store.index[r.To]}] {
				out = append(out, r)
			}
		}
	}
	return out
}

// orders reports whether a relation puts its first event before the other.
func orders(r *story.Relation) bool { return r.Type != story.PartOf }

// A candidate is a pair that may follow from others, and its components.
type candidate struct {
	pair
	above, below int32
}

func isBefore(r *story.Relation) bool { return r.Type == story.Before }

// redundant returns the pairs with a relation that may go, which a longer way
// of relations to follow connects. No pair is among them of which an event is
// in a cycle.
//
// Sixty-four effects are looked at in one sweep over the components that lie
// between them and their causes: each component learns from those it leads to
// which of the effects it reaches. So no graph takes longer than its effects
// times its relations, divided by sixty-four, and one whose relations are
// short in time takes a single pass over each of its parts.
func (g *Graph) redundant(follow, may func(*story.Relation) bool) map[pair]bool {
	c := g.condense(follow)
	candidates := g.candidates(c, may)
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.below, b.below), cmp.Compare(a.above, b.above))
	})
	out := map[pair]bool{}
	reaches := make([]uint64, len(c.size))
	bit := make([]uint64, len(c.size)) // of the effects of this sweep
	for len(candidates) > 0 {
		n, effects := 0, 0
		low, high := candidates[0].above, candidates[0].below
		for ; n < len(candidates); n++ {
			k := candidates[n]
			if bit[k.below] == 0 {
				if effects == 64 {
					break
				}
				bit[k.below] = 1 << effects
				effects++
			}
			low, high = min(low, k.above), max(high, k.below)
		}
		for v := high; v >= low; v-- {
			reaches[v] = 0
			for _, w := range c.out(v) {
				if w <= high {
					reaches[v] |= reaches[w] | bit[w]
				}
			}
		}
		for _, k := range candidates[:n] {
			for _, w := range c.out(k.above) {
				if w <= high && reaches[w]&bit[k.below] != 0 {
					out[k.pair] = true
					break
				}
			}
		}
		for _, k := range candidates[:n] {
			bit[k.below] = 0
		}
		candidates = candidates[n:]
	}
	return out
}

// candidates returns the pairs that have a relation that may go, another way
// out of the first event and another into the second.
func (g *Graph) candidates(c *condensed, may func(*story.Relation) bool) []candidate {
	var out []candidate
	for _, e := range g.store.edges {
		above, below := c.of[e.from], c.of[e.to]
		if c.size[above] > 1 || c.size[below] > 1 || above == below || len(g.store.out[e.from]) < 2 || len(g.store.in[e.to]) < 2 {
			continue
		}
		if slices.ContainsFunc(e.relations, may) {
			out = append(out, candidate{e.pair, above, below})
		}
	}
	return out
}
