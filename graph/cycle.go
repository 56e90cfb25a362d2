package graph

import "slices"

// CreatesCycle reports whether an edge would close a cycle. The library asks
// it where cycles are to be prevented.
//
// It keeps a topological order that begins as the order in which the vertices
// came, which for an event graph is time. An edge along that order, from an
// earlier event to a later one, closes no cycle, and nothing is searched. For
// any other edge the search ends at the place of its source: among events of
// one day, and those between whose dates are unknown or cross. (The order is
// kept as by Pearce and Kelly, "A dynamic topological sort algorithm", 2006.)
func (s *store) CreatesCycle(source, target string) (bool, error) {
	p, err := s.pair(source, target)
	if err != nil {
		return false, err
	}
	if p.from == p.to {
		return true, nil
	}
	if s.place == nil {
		s.place = s.topological()
	}
	last := int32(len(s.ids))
	if s.place != nil {
		if last = s.place[p.from]; last < s.place[p.to] {
			return false, nil
		}
	}
	_, found := s.search(s.out, p.to, p.from, func(v int32) bool { return s.place == nil || s.place[v] <= last })
	return found, nil
}

// keepOrder mends the topological order after an edge was added.
func (s *store) keepOrder(p pair) {
	if s.place == nil || s.place[p.from] < s.place[p.to] {
		return
	}
	low, high := s.place[p.to], s.place[p.from]
	after, cycle := s.search(s.out, p.to, p.from, func(v int32) bool { return s.place[v] <= high })
	if cycle {
		s.place = nil // none any more
		return
	}
	before, _ := s.search(s.in, p.from, p.to, func(v int32) bool { return s.place[v] >= low })
	byPlace := func(a, b int32) int { return int(s.place[a] - s.place[b]) }
	slices.SortFunc(before, byPlace)
	slices.SortFunc(after, byPlace)
	moved := append(before, after...)
	places := make([]int32, len(moved))
	for i, v := range moved {
		places[i] = s.place[v]
	}
	slices.Sort(places)
	for i, v := range moved {
		s.place[v] = places[i]
	}
}

// search returns what can be reached along arcs, from itself included, through
// vertices that are allowed, and whether that holds to, where it stops.
func (s *store) search(arcs [][]arc, from, to int32, allowed func(int32) bool) (reached []int32, found bool) {
	seen := map[int32]bool{from: true}
	reached = append(reached, from)
	for i := 0; i < len(reached); i++ {
		for _, a := range arcs[reached[i]] {
			if a.other == to {
				return reached, true
			}
			if !seen[a.other] && allowed(a.other) {
				seen[a.other] = true
				reached = append(reached, a.other)
			}
		}
	}
	return reached, false
}

// topological returns the place of each vertex in an order in which every edge
// leads forward, nil where there is a cycle. Where edges leave it open, the
// order is that of the numbers.
func (s *store) topological() []int32 {
	waits := make([]int32, len(s.ids))
	var free heap
	for v := range s.in {
		if waits[v] = int32(len(s.in[v])); waits[v] == 0 {
			free.push(int32(v))
		}
	}
	place := make([]int32, len(s.ids))
	n := int32(0)
	for ; len(free) > 0; n++ {
		v := free.pop()
		place[v] = n
		for _, a := range s.out[v] {
			if waits[a.other]--; waits[a.other] == 0 {
				free.push(a.other)
			}
		}
	}
	if int(n) < len(s.ids) {
		return nil
	}
	return place
}

// A heap gives the smallest of its numbers first.
type heap []int32

func (h *heap) push(v int32) {
	*h = append(*h, v)
	q := *h
	for i := len(q) - 1; i > 0; {
		up := (i - 1) / 2
		if q[up] <= q[i] {
			break
		}
		q[up], q[i] = q[i], q[up]
		i = up
	}
}

func (h *heap) pop() int32 {
	q := *h
	top, last := q[0], len(q)-1
	q[0] = q[last]
	q = q[:last]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(q); child++ {
			if q[child] < q[least] {
				least = child
			}
		}
		if least == i {
			break
		}
		q[i], q[least] = q[least], q[i]
		i = least
	}
	*h = q
	return top
}
