package biaffine

// A graph is a complete directed graph over a root, vertex 0, and n words, for
// which it finds the spanning arborescence of the greatest weight: Edmonds'
// algorithm (1967) in the form of Tarjan (1977), in time n² for n words.
//
// Each word takes its best incoming edge. A cycle of such edges becomes one
// node, whose incoming edges are worth what they gain over the edge of the
// cycle that they would replace. Nodes count up from the words, so that a
// cycle's number is higher than those of its members.
type graph struct {
	size   int     // vertices, the root included
	weight []int64 // of the edge from vertex u into node v: weight[row(v)+u]
	enter  []int32 // the word of node v that this edge goes to
	row    []int32 // node → where its edges begin; a cycle takes over a member's
	in     []int32 // node → the vertex that its best edge comes from
	inTo   []int32 // node → the word that this edge goes to
	up     []int32 // node → the cycle that it is in, -1 where in none
	first  []int32 // cycle → one of its members
	next   []int32 // node → the next member of its cycle
	state  []int8  // node → untouched, on the path, or settled
	find   []int32 // vertex → its topmost node, with shortened ways
	parent []int32 // the result: vertex → vertex
}

// What is known of a node while the best edges are walked.
const (
	untouched int8 = iota
	onPath
	settled // its way leads to the root
)

// load takes the scores of n words: n+1 a word, the root's first.
func (g *graph) load(scores []int32, n int) {
	g.size = n + 1
	g.weight, g.enter = grow(g.weight, g.size*g.size), grow(g.enter, g.size*g.size)
	for v := 1; v <= n; v++ {
		for u := range g.size {
			w := int64(scores[(v-1)*g.size+u])
			if u == 0 {
				w -= rootPenalty
			}
			g.weight[v*g.size+u] = w
			g.enter[v*g.size+u] = int32(v)
		}
	}
	nodes := 2 * g.size
	for _, s := range []*[]int32{&g.row, &g.in, &g.inTo, &g.up, &g.first, &g.next, &g.find} {
		*s = grow(*s, nodes)
	}
	g.state = grow(g.state, nodes)
	clear(g.state)
	g.parent = grow(g.parent, g.size)
	for v := range nodes {
		g.up[v], g.first[v], g.find[v] = -1, -1, int32(v)
		if v < g.size {
			g.row[v] = int32(v * g.size)
		}
	}
	g.state[0] = settled
}

// solve fills parent.
func (g *graph) solve() {
	nodes := int32(g.size)
	for start := int32(1); int(start) < g.size; start++ {
		v := g.top(start)
		for g.state[v] != settled {
			g.state[v] = onPath
			u := g.best(v)
			switch to := g.top(u); g.state[to] {
			case settled:
				// All that led here leads to the root.
				for w := g.top(start); g.state[w] == onPath; w = g.top(g.in[w]) {
					g.state[w] = settled
				}
			case onPath:
				g.contract(to, v, nodes)
				v = nodes
				nodes++
			default:
				v = to
			}
		}
	}
	g.open(nodes)
}

// top returns the topmost node that holds vertex or node v.
func (g *graph) top(v int32) int32 {
	for g.find[v] != v {
		g.find[v] = g.find[g.find[v]]
		v = g.find[v]
	}
	return v
}

// best finds the best edge into node v from outside it, and returns where it
// comes from.
func (g *graph) best(v int32) int32 {
	edges := g.weight[g.row[v] : int(g.row[v])+g.size]
	from := int32(-1)
	for u := range edges {
		if (from < 0 || edges[u] > edges[from]) && g.top(int32(u)) != v {
			from = int32(u)
		}
	}
	g.in[v] = from
	g.inTo[v] = g.enter[int(g.row[v])+int(from)]
	return from
}

// contract makes node c of the cycle in which best edges, walked backwards,
// lead from node a to node b and from there to a again.
func (g *graph) contract(a, b, c int32) {
	for v := a; ; v = g.top(g.in[v]) {
		g.next[v] = g.first[c]
		g.first[c] = v
		if v == b {
			break
		}
	}
	row := int(g.row[g.first[c]])
	g.row[c] = int32(row)
	for m := g.first[c]; m >= 0; m = g.next[m] {
		at := int(g.row[m])
		lost := g.weight[at+int(g.in[m])]
		for u := range g.size {
			w := g.weight[at+u] - lost
			if at == row || w > g.weight[row+u] {
				g.weight[row+u] = w
				g.enter[row+u] = g.enter[at+u]
			}
		}
	}
	for m := g.first[c]; m >= 0; m = g.next[m] {
		g.up[m], g.find[m] = c, c
	}
}

// open takes the cycles apart, the latest first: the member that the cycle's
// edge goes to takes that edge, the others keep theirs.
func (g *graph) open(nodes int32) {
	for c := nodes - 1; int(c) >= g.size; c-- {
		m := g.inTo[c]
		for g.up[m] != c {
			m = g.up[m]
		}
		g.in[m], g.inTo[m] = g.in[c], g.inTo[c]
	}
	for v := 1; v < g.size; v++ {
		g.parent[v] = g.in[v]
	}
}
