package main

import "github.com/causeline/causeline/render/layout"

// constraints decides which edges may pull their heads to later ranks. Where
// there are rank groups, these come first: an edge that contradicts them, or
// closes a cycle with edges before it, is drawn but pulls nothing. Without
// groups Graphviz breaks cycles by itself.
func constraints(req *layout.Request, index map[string]int) []bool {
	holds := make([]bool, len(req.Edges))
	for i, e := range req.Edges {
		holds[i] = e.Constraint
	}
	// All nodes of a group stand for its first.
	stand := make([]int, len(req.Nodes))
	for i := range stand {
		stand[i] = i
	}
	next := make([][]int, len(req.Nodes))
	anchor := -1
	for _, group := range req.Ranks {
		if len(group) == 0 {
			continue
		}
		first := index[group[0]]
		for _, id := range group {
			stand[index[id]] = first
		}
		if anchor >= 0 {
			next[anchor] = append(next[anchor], first)
		}
		anchor = first
	}
	if anchor < 0 {
		return holds
	}
	search := newSearch(next)
	for i, e := range req.Edges {
		from, to := stand[index[e.From]], stand[index[e.To]]
		if !holds[i] {
			continue
		}
		if search.reaches(to, from) {
			holds[i] = false
			continue
		}
		next[from] = append(next[from], to)
	}
	return holds
}

// A search answers questions about reach in a graph that grows.
type search struct {
	next  [][]int
	seen  []int // number of the last question that came by
	asked int
	stack []int
}

func newSearch(next [][]int) *search {
	return &search{next: next, seen: make([]int, len(next))}
}

// reaches reports whether a path leads from one node to another; every node
// reaches itself.
func (s *search) reaches(from, to int) bool {
	s.asked++
	s.stack = append(s.stack[:0], from)
	for len(s.stack) > 0 {
		n := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if n == to {
			return true
		}
		if s.seen[n] == s.asked {
			continue
		}
		s.seen[n] = s.asked
		s.stack = append(s.stack, s.next[n]...)
	}
	return false
}
