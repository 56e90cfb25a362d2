package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Sorted returns a story whose events are in the order in which they are
// drawn: by date and clock time, events without a date last. What date and
// clock leave open follows the stated relations, causes before effects and a
// whole before its parts, and then the order of the story itself. The story
// that is given stays as it is; the result shares everything but the list of
// events with it.
func Sorted(s *story.Story) *story.Story {
	out := *s
	out.Events = make([]story.Event, 0, len(s.Events))
	for _, i := range inTime(s) {
		out.Events = append(out.Events, s.Events[i])
	}
	return &out
}

// Before orders events as they are drawn: by the local calendar day on which
// they begin, then clock time; of two dates that begin alike the shorter comes
// first; events without a date come last. Events that this leaves open are for Sorted to
// order; sort with a stable sort.
func Before(a, b *story.Event) bool { return compare(a, b) < 0 }

func compare(a, b *story.Event) int {
	if a.Date.IsZero() || b.Date.IsZero() {
		return edtf.Compare(a.Date, b.Date)
	}
	return cmp.Or(
		compareStarts(a.Date, b.Date),
		// An event without a clock time stands for its whole day, or more.
		strings.Compare(a.Time, b.Time),
		compareDays(a.Date, b.Date),
	)
}

// compareStarts compares the days on which dates begin. One without such a day
// comes before all others.
func compareStarts(a, b edtf.Date) int {
	x, ok := a.Earliest()
	y, too := b.Earliest()
	switch {
	case ok && too:
		return cmp.Compare(x, y)
	case ok:
		return 1
	case too:
		return -1
	}
	return 0
}

// compareDays compares dates by what they cover; that one of them is uncertain
// does not make it later.
func compareDays(a, b edtf.Date) int {
	if a.Covers(b) && b.Covers(a) {
		return 0
	}
	return edtf.Compare(a, b)
}

// inTime returns the indices of a story's events in the order of Sorted.
func inTime(s *story.Story) []int {
	order := make([]int, len(s.Events))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(compare(&s.Events[i], &s.Events[j]), cmp.Compare(i, j)) })
	group := make([]int32, len(order)) // by place: the place where its group begins
	for p := 1; p < len(order); p++ {
		group[p] = int32(p)
		if compare(&s.Events[order[group[p-1]]], &s.Events[order[p]]) == 0 {
			group[p] = group[p-1]
		}
	}
	arrange(order, predecessors(s, order, group))
	return order
}

// predecessors returns for each place in order, itself sorted by place, the
// places of the events that relations put before its own, if these are of the
// same group.
func predecessors(s *story.Story, order []int, group []int32) [][]int32 {
	place := make(map[string]int32, len(order))
	for p, i := range order {
		place[s.Events[i].ID] = int32(p)
	}
	var pairs []pair
	for i := range s.Relations {
		r := &s.Relations[i]
		from, ok1 := place[r.From]
		to, ok2 := place[r.To]
		if !ok1 || !ok2 || from == to || group[from] != group[to] {
			continue
		}
		if r.Type == story.PartOf {
			from, to = to, from
		}
		pairs = append(pairs, pair{from, to})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.from, b.from) })
	out := make([][]int32, len(order))
	for _, p := range pairs {
		out[p.to] = append(out[p.to], p.from)
	}
	return out
}

// arrange reorders events so that each comes after its predecessors, and as
// they stood otherwise. Relations that go round in a circle are followed as
// far as they can be.
func arrange(order []int, first [][]int32) {
	seen := make([]bool, len(order))
	out := make([]int, 0, len(order))
	type frame struct {
		place int32
		first []int32 // still to be visited
	}
	var stack []frame // a chain may be as long as the story has events
	for p := range order {
		if seen[p] {
			continue
		}
		seen[p] = true
		stack = append(stack, frame{int32(p), first[p]})
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if len(top.first) == 0 {
				out = append(out, order[top.place])
				stack = stack[:len(stack)-1]
				continue
			}
			q := top.first[0]
			top.first = top.first[1:]
			if !seen[q] {
				seen[q] = true
				stack = append(stack, frame{q, first[q]})
			}
		}
	}
	copy(order, out)
}
