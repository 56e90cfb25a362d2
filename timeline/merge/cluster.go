package merge

import (
	"sort"
	"strconv"

	"github.com/causeline/causeline/timeline/lexicon"
)

// A Cluster is one event: indices of the nodes that tell of it, in order.
type Cluster []int

// Candidates returns the pairs of nodes that are worth a score, by their first
// nodes: those that share a concept and a participant, place or date, and the
// news of two reports of which one names nobody. Within a block the work is
// quadratic, so blocks are kept small by two things at once.
func (w *World) Candidates(nodes []Node) []Pair {
	blocks := map[string][]int{}
	own := make([][]string, len(nodes)) // blocks to look into
	for i := range nodes {
		n := &nodes[i]
		for _, c := range topics(n) {
			for _, key := range w.filed(n) {
				k := c + "\x00" + key
				if b := blocks[k]; len(b) == 0 || b[len(b)-1] != i {
					blocks[k] = append(b, i)
					own[i] = append(own[i], k)
				}
			}
			if n.main && n.nameless() {
				blocks[c+nameless] = append(blocks[c+nameless], i)
				own[i] = append(own[i], c+named)
			} else if n.main {
				blocks[c+named] = append(blocks[c+named], i)
				own[i] = append(own[i], c+nameless)
			}
		}
	}
	var out []Pair
	last := make([]int, len(nodes)) // the node, plus one, that one was last paired with
	for i := range nodes {
		for _, k := range own[i] {
			for _, j := range blocks[k] {
				if j > i && last[j] != i+1 {
					last[j] = i + 1
					out = append(out, Pair{A: i, B: j})
				}
			}
		}
	}
	return out
}

// The blocks of the news that names nobody and of that which does.
const (
	nameless = "\x00nameless"
	named    = "\x00named"
)

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
	of := make([]int, len(nodes))
	members := make([]Cluster, len(nodes))
	for i := range nodes {
		of[i], members[i] = i, Cluster{i}
	}
	for _, p := range good {
		a, b := of[p.A], of[p.B]
		if a == b || w.excluded(nodes, members[a], members[b]) {
			continue
		}
		if b < a {
			a, b = b, a
		}
		for _, n := range members[b] {
			of[n] = a
		}
		members[a] = append(members[a], members[b]...)
		sort.Ints(members[a])
		members[b] = nil
	}
	var out []Cluster
	for _, m := range members {
		if m != nil {
			out = append(out, m)
		}
	}
	return out
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
		if _, shared := w.known(n.actors, x.actors); shared == 0 {
			continue
		}
		if _, shared := w.known(n.actors, y.actors); shared > 0 {
			return true
		}
	}
	return false
}
