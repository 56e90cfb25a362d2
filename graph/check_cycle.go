package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// maxKnot is how many relations a finding holds, unless its cycle has more.
const maxKnot = 1000

// cycles names each strongly connected component of the relations to follow,
// with a shortest cycle in it. The finding holds the relations of that cycle
// and behind them, for pictures to mark, the others in the component. Its id is
// made of all of them: whoever lets it stand has not seen a cycle that comes in
// later.
func (c *checker) cycles(name string, follow func(*story.Relation) bool) {
	of, count := c.g.strong(follow)
	members := make([][]int32, count)
	for v, at := range of {
		members[at] = append(members[at], int32(v))
	}
	slices.SortFunc(members, func(a, b []int32) int { return int(a[0] - b[0]) }) // by time
	for _, all := range members {
		if len(all) < 2 {
			continue
		}
		cycle := c.g.shortestCycle(all, of, follow)
		d := story.Diagnostic{Name: name, Severity: story.Error, Item: story.Item{List: "relations", Index: len(c.story.Relations)}}
		var events []*story.Event
		named := map[story.RelationKey]bool{}
		for _, r := range cycle {
			d.Events = append(d.Events, r.From)
			d.Relations = append(d.Relations, keyOf(r))
			named[keyOf(r)] = true
			d.Item.Index = min(d.Item.Index, c.place(r))
			events = append(events, c.g.Event(r.From))
		}
		if follow(&story.Relation{Type: story.PartOf}) {
			events = nil // dates have no part in it
		}
		d.Sentences = quotes(cycle, events)
		d.Message = round(cycle) + ": correct or remove one of these relations"
		if others := len(all) - len(cycle); others > 0 {
			d.Message += fmt.Sprintf("; %d more of the events lie on cycles with them", others)
		}
		knot := c.g.inside(all, of, follow)
		for _, key := range knot {
			if len(d.Relations) < maxKnot && !named[key] {
				d.Relations = append(d.Relations, key)
			}
		}
		d.ID = story.FindingID(name, spelt(knot)...)
		c.found = append(c.found, d)
	}
}

// round spells a cycle: "a" is said to cause "b", which is said to cause "a".
func round(cycle []*story.Relation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q", cycle[0].From)
	for i, r := range cycle {
		if i > 0 {
			b.WriteString(", which")
		}
		if last := len(cycle) - 1; i == maxListed && last > i+1 {
			fmt.Fprintf(&b, ", by way of %d more, %s %q", last-i, verb(cycle[last].Type), cycle[last].To)
			return b.String()
		}
		fmt.Fprintf(&b, " %s %q", verb(r.Type), r.To)
	}
	return b.String()
}

// inside returns the relations between members of a component, each once, in
// time order.
func (g *Graph) inside(members, of []int32, follow func(*story.Relation) bool) []story.RelationKey {
	var out []story.RelationKey
	for _, v := range members {
		for r, w := range g.steps(v, Effects) {
			if of[w] == of[v] && follow(r) {
				out = append(out, keyOf(r))
			}
		}
	}
	return slices.Compact(out) // those of one pair come by type
}

// spelt spells relations, in the alphabet's order.
func spelt(keys []story.RelationKey) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.From + " " + string(k.Type) + " " + k.To
	}
	slices.Sort(out)
	return out
}

// maxCycleEffort is how many arcs a search for the shortest cycle of one
// component looks at, before it takes the shortest that it has found.
const maxCycleEffort = 5_000_000

// shortestCycle returns the relations of a shortest cycle in a component that
// has one, of those of one length the first in time, from the event on whose id
// is the first in the alphabet. Only in components of thousands of events may there be a shorter one.
func (g *Graph) shortestCycle(members, of []int32, follow func(*story.Relation) bool) []*story.Relation {
	type hop struct {
		from     int32
		relation *story.Relation
		depth    int32
	}
	var best []*story.Relation
	effort := 0
	for _, start := range members {
		if best != nil && (len(best) == 2 || effort > maxCycleEffort) {
			break
		}
		came := map[int32]hop{}
		queue := []int32{start}
		var last *hop
		for i := 0; i < len(queue) && last == nil; i++ {
			v := queue[i]
			depth := came[v].depth + 1
			if best != nil && int(depth) >= len(best) {
				break
			}
			for r, w := range g.steps(v, Effects) {
				effort++
				if of[w] != of[v] || !follow(r) {
					continue
				}
				if w == start {
					last = &hop{v, r, depth}
					break
				}
				if _, seen := came[w]; !seen {
					came[w] = hop{v, r, depth}
					queue = append(queue, w)
				}
			}
		}
		if last == nil {
			continue
		}
		best = make([]*story.Relation, last.depth)
		for at, h := last.depth-1, *last; at >= 0; at-- {
			best[at] = h.relation
			h = came[h.from]
		}
	}
	first := slices.MinFunc(best, func(a, b *story.Relation) int { return strings.Compare(a.From, b.From) })
	at := slices.Index(best, first)
	return append(slices.Clone(best[at:]), best[:at]...)
}
