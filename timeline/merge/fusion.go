package merge

import "slices"

// A fusion brings clusters of nodes together, one pair of nodes after another.
type fusion struct {
	of      []int     // for each node, the first of its cluster
	members []Cluster // by the first node; nil where the cluster is gone
}

// newFusion begins with clusters of n nodes, each in order.
func newFusion(n int, clusters []Cluster) *fusion {
	f := &fusion{of: make([]int, n), members: make([]Cluster, n)}
	for _, c := range clusters {
		for _, x := range c {
			f.of[x] = c[0]
		}
		f.members[c[0]] = slices.Clone(c)
	}
	return f
}

// join makes the clusters of two nodes one unless they are, or are refused.
func (f *fusion) join(x, y int, refuse func(a, b Cluster) bool) {
	a, b := f.of[x], f.of[y]
	if a == b || refuse(f.members[a], f.members[b]) {
		return
	}
	if b < a {
		a, b = b, a
	}
	for _, n := range f.members[b] {
		f.of[n] = a
	}
	f.members[a] = append(f.members[a], f.members[b]...)
	slices.Sort(f.members[a])
	f.members[b] = nil
}

// clusters returns what there is, in the order of the first nodes.
func (f *fusion) clusters() []Cluster {
	var out []Cluster
	for _, c := range f.members {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}
