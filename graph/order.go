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

// Before orders events as they are drawn: by local calendar date, then clock
// time; of two dates that begin on one day the shorter comes first; events
// without a date come last. Events that this leaves open are for Sorted to
// order; sort with a stable sort.
func Before(a, b *story.Event) bool { return compare(a, b) < 0 }

func compare(a, b *story.Event) int {
	if a.Date.IsZero() || b.Date.IsZero() {
		return edtf.Compare(a.Date, b.Date)
	}
	return cmp.Or(
		compareDays(a.Date, b.Date),
		// A day's event without a clock time stands for the whole day.
		strings.Compare(a.Time, b.Time),
	)
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
	slices.SortStableFunc(order, func(i, j int) int { return compare(&s.Events[i], &s.Events[j]) })
	first := predecessors(s)
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && compare(&s.Events[order[from]], &s.Events[order[to]]) == 0 {
			to++
		}
		arrange(order[from:to], first)
		from = to
	}
	return order
}

// predecessors returns for each event the indices of those that relations put
// before it.
func predecessors(s *story.Story) [][]int {
	index := make(map[string]int, len(s.Events))
	for i, e := range s.Events {
		index[e.ID] = i
	}
	out := make([][]int, len(s.Events))
	for _, r := range s.Relations {
		from, ok1 := index[r.From]
		to, ok2 := index[r.To]
		if !ok1 || !ok2 || from == to {
			continue
		}
		if r.Type == story.PartOf {
			from, to = to, from
		}
		out[to] = append(out[to], from)
	}
	return out
}

// arrange reorders a group of events so that each comes after its
// predecessors in the group, and as they stood otherwise. Relations that go
// round in a circle are followed as far as they can be.
func arrange(group []int, first [][]int) {
	if len(group) < 2 {
		return
	}
	place := make(map[int]int, len(group)) // in the group as it stood
	for p, i := range group {
		place[i] = p
	}
	seen := make([]bool, len(group))
	out := make([]int, 0, len(group))
	var visit func(p, i int)
	visit = func(p, i int) {
		if seen[p] {
			return
		}
		seen[p] = true
		var before []int
		for _, j := range first[i] {
			if q, ok := place[j]; ok {
				before = append(before, q)
			}
		}
		slices.Sort(before)
		for _, q := range before {
			visit(q, group[q])
		}
		out = append(out, i)
	}
	for p, i := range group {
		visit(p, i)
	}
	copy(group, out)
}
