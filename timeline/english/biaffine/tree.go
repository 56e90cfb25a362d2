package biaffine

// rootPenalty keeps the best tree from having two roots: it is more than all
// scores of a sentence together.
const rootPenalty = int64(1) << 45

// A solver turns scores of heads into a tree. It keeps its memory for the next
// sentence.
type solver struct {
	seen  []int32
	graph graph
}

// heads returns for each of n tokens its head, -1 for the one root, so that
// the whole is the tree of the highest score. scores holds n+1 scores a token:
// the root's first, then the tokens'. Mostly the best heads are a tree
// already; otherwise it is the maximum spanning arborescence.
func (s *solver) heads(dst []int, scores []int32, n int) []int {
	dst = dst[:0]
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		best := -1
		for j, v := range row {
			if j != i+1 && (best < 0 || v > row[best]) {
				best = j
			}
		}
		dst = append(dst, best-1)
	}
	if s.isTree(dst) {
		return dst
	}
	s.graph.load(scores, n)
	s.graph.solve()
	for i := range n {
		dst[i] = int(s.graph.parent[i+1]) - 1
	}
	return dst
}

// isTree reports whether heads have one root and no cycle.
func (s *solver) isTree(heads []int) bool {
	s.seen = grow(s.seen, len(heads))
	clear(s.seen)
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		mark := int32(i + 1)
		for k := i; k >= 0 && s.seen[k] != -1; k = heads[k] {
			if s.seen[k] == mark {
				return false
			}
			s.seen[k] = mark
		}
		// What was walked now leads to the root for sure.
		for k := i; k >= 0 && s.seen[k] == mark; k = heads[k] {
			s.seen[k] = -1
		}
	}
	return roots == 1
}
