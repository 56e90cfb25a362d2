package merge

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/lexicon"
)

// A Cluster is one event: indices of the nodes that tell of it, in order.
type Cluster []int

// largeBlock is how many nodes of a block are all compared with each other. Of
// more, each is compared with as many of those next to it in time: "the company
// announces" holds of thousands of reports, and those of other years are no
// copies of today's.
const largeBlock = 80

// Candidates returns the pairs of nodes that are worth a score, by their first
// nodes: those that share a concept and a participant, place or date, and the
// news of two reports of which one names nobody. What is told in passing is
// left to the second look (see join).
func (w *World) Candidates(nodes []Node) []Pair {
	blocks := map[string]*block{}
	var keys []string // of blocks, in the order of the nodes
	file := func(key string, node int, named bool) {
		b := blocks[key]
		if b == nil {
			b = &block{}
			blocks[key] = b
			keys = append(keys, key)
		}
		if n := len(b.nodes); n == 0 || b.nodes[n-1] != node {
			b.nodes, b.named = append(b.nodes, node), append(b.named, named)
		}
	}
	for i := range nodes {
		n := &nodes[i]
		if n.minor {
			continue
		}
		for _, c := range topics(n) {
			for _, key := range w.filed(n) {
				file(c+"\x00"+key, i, true)
			}
			if n.main {
				file(c+"\x00news", i, !n.nameless())
			}
		}
	}
	rank := w.byTime(nodes)
	var out []Pair
	for _, k := range keys {
		out = blocks[k].pairs(rank, strings.HasSuffix(k, "\x00news"), out)
	}
	slices.SortFunc(out, func(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	return slices.Compact(out)
}

// A block is the nodes that are filed under one key.
type block struct {
	nodes []int
	named []bool // whether they name somebody or some place
}

// pairs appends the pairs of a block to out; those of the news are pairs of
// which one names nobody.
func (b *block) pairs(rank []int, news bool, out []Pair) []Pair {
	order := make([]int, len(b.nodes))
	for i := range order {
		order[i] = i
	}
	reach := len(order)
	if reach > largeBlock {
		reach = largeBlock
		slices.SortFunc(order, func(x, y int) int { return cmp.Compare(rank[b.nodes[x]], rank[b.nodes[y]]) })
	}
	for i, x := range order {
		for _, y := range order[i+1 : min(i+1+reach, len(order))] {
			if !news || b.named[x] != b.named[y] {
				m, n := b.nodes[x], b.nodes[y]
				out = append(out, Pair{A: min(m, n), B: max(m, n)})
			}
		}
	}
	return out
}

// byTime returns the place of each node in the order of what is known of their
// dates, else of those of their documents; what has neither comes first.
func (w *World) byTime(nodes []Node) []int {
	order := make([]int, len(nodes))
	days := make([]edtf.Day, len(nodes))
	for i := range nodes {
		order[i] = i
		day, ok := nodes[i].when.Date.Earliest()
		if nodes[i].when.Date.IsZero() {
			day, ok = w.Docs[nodes[i].Doc].Date.Earliest()
		}
		if days[i] = math.MinInt64; ok {
			days[i] = day
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(days[a], days[b]) })
	rank := make([]int, len(nodes))
	for i, n := range order {
		rank[n] = i
	}
	return rank
}

// nameless reports whether a node names neither people nor places.
func (n *Node) nameless() bool { return len(n.actors)+len(n.places) == 0 }

// topics returns what a node may be called.
func topics(n *Node) []string {
	if n.kind == string(lexicon.Death) {
		return append([]string{"k:" + n.kind}, n.concepts...)
	}
	return n.concepts
}

// filed returns what a node is filed under.
func (w *World) filed(n *Node) []string {
	var out []string
	if n.when.Dated() {
		out = append(out, "d:"+n.when.Date.String())
	}
	if n.when.Dated() && n.nameless() || n.history {
		// "The 1998 election" names no one: it is filed under its year.
		day, _ := n.when.Date.Earliest()
		year, _, _ := day.Civil()
		out = append(out, "y:"+strconv.FormatInt(year, 10))
	}
	for _, list := range [][]int{n.actors, n.places} {
		for _, e := range list {
			out = append(out, w.keys(e)...)
		}
	}
	return out
}

// keys returns what an entity is filed under: itself, and the country that
// can stand for it.
func (w *World) keys(e int) []string {
	ent := w.Entities[e]
	out := []string{strconv.Itoa(e)}
	if ent.Country != "" {
		out = append(out, "c:"+ent.Country)
	}
	if ent.Kind == "country" {
		out = append(out, "c:"+ent.Name)
	}
	if ent.Within >= 0 {
		out = append(out, strconv.Itoa(ent.Within))
	}
	return out
}

// Clusters joins the best pairs first. Two clusters become one only when no
// pair of their nodes excludes it. Every node is in exactly one cluster; the
// clusters are in the order of their first nodes.
func (w *World) Clusters(nodes []Node, pairs []Pair) []Cluster {
	var good []Pair
	for _, p := range pairs {
		p.Score = w.Score(&nodes[p.A], &nodes[p.B])
		if p.Score >= w.Threshold(&nodes[p.A], &nodes[p.B]) {
			good = append(good, p)
		}
	}
	sort.SliceStable(good, func(i, j int) bool {
		if good[i].Score != good[j].Score {
			return good[i].Score > good[j].Score
		}
		if good[i].A != good[j].A {
			return good[i].A < good[j].A
		}
		return good[i].B < good[j].B
	})
	alone := make([]Cluster, len(nodes))
	for i := range nodes {
		alone[i] = Cluster{i}
	}
	f := newFusion(len(nodes), alone)
	for _, p := range good {
		f.join(p.A, p.B, func(a, b Cluster) bool { return w.excluded(nodes, a, b) })
	}
	return f.clusters()
}

// excluded reports whether some pair across two clusters cannot be one event:
// dates or places that exclude each other, or people whom no report brings
// together and who belong to different matters. That a pair shares too little
// is no reason, since a third report may know more. Kinds need no look: pairs
// of two kinds are never good.
func (w *World) excluded(nodes []Node, a, b Cluster) bool {
	for _, i := range a {
		for _, j := range b {
			x, y := &nodes[i], &nodes[j]
			people, shared := w.people(x, y)
			if date(x, y, shared) == never {
				return true
			}
			if place, _ := w.place(x, y); place < 0 && shared < 2 {
				return true
			}
			if people == never && !w.bridged(nodes, x, y, a) && !w.bridged(nodes, x, y, b) && (x.Doc == y.Doc || w.matter(x.Doc, y.Doc) < oneMatter) {
				return true
			}
		}
	}
	return false
}

// bridged reports whether some node of a cluster names people of both x and y.
func (w *World) bridged(nodes []Node, x, y *Node, c Cluster) bool {
	for _, k := range c {
		n := &nodes[k]
		if _, shared := w.acquainted(n.actors, x.actors); shared == 0 {
			continue
		}
		if _, shared := w.acquainted(n.actors, y.actors); shared > 0 {
			return true
		}
	}
	return false
}
