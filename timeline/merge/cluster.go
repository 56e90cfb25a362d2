package merge

import (
	"maps"
	"slices"
	"sort"
	"strconv"

	"github.com/causeline/causeline/timeline/lexicon"
)

// A Cluster is one event: indices of the nodes that tell of it, in order.
type Cluster []int

// Candidates returns the pairs of nodes that are worth a score: those that
// share a concept and a participant, place, date or the front page. Within a
// block the work is quadratic, so blocks are kept small by two things at once.
func (w *World) Candidates(nodes []Node) []Pair {
	blocks := map[string][]int{}
	for i := range nodes {
		seen := map[string]bool{}
		for _, c := range topics(&nodes[i]) {
			for _, key := range w.filed(&nodes[i]) {
				if k := c + "\x00" + key; !seen[k] {
					seen[k] = true
					blocks[k] = append(blocks[k], i)
				}
			}
		}
	}
	found := map[[2]int]bool{}
	var out []Pair
	for _, k := range slices.Sorted(maps.Keys(blocks)) {
		b := blocks[k]
		for i := range b {
			for j := i + 1; j < len(b); j++ {
				p := [2]int{b[i], b[j]}
				if !found[p] {
					found[p] = true
					out = append(out, Pair{A: p[0], B: p[1]})
				}
			}
		}
	}
	return out
}

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
	if n.when.Dated() && len(n.actors)+len(n.places) == 0 || n.history {
		// "The 1998 election" names no one: it is filed under its year.
		day, _ := n.when.Date.Earliest()
		year, _, _ := day.Civil()
		out = append(out, "y:"+strconv.FormatInt(year, 10))
	}
	if n.main {
		out = append(out, "main")
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
// dates or places that exclude each other, parts of different kinds, or people
// whom no report brings together and who belong to different matters. That a pair shares too little is no reason,
// since a third report may know more.
func (w *World) excluded(nodes []Node, a, b Cluster) bool {
	for _, i := range a {
		for _, j := range b {
			x, y := &nodes[i], &nodes[j]
			if x.part != y.part || x.kind != y.kind {
				return true
			}
			people, shared := w.people(x, y)
			place, places := w.place(x, y)
			if w.date(x, y, shared, places, sharesWord(x.concepts, y.concepts)) == never {
				return true
			}
			if place < 0 && shared < 2 {
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
