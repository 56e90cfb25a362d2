package merge

import (
	"sort"
	"strconv"
)

// A Cluster is one event: indices of the nodes that tell of it, in order.
type Cluster []int

// Candidates returns the pairs of nodes that are worth a score: those that
// share a concept and a participant or place. Within a block the work is
// quadratic, so blocks are kept small by concept and name together.
func (w *World) Candidates(nodes []Node) []Pair {
	blocks := map[string][]int{}
	for i := range nodes {
		n := &nodes[i]
		seen := map[string]bool{}
		if n.when.Dated() {
			for _, c := range n.concepts {
				k := c + "\x00d:" + n.when.Date.String()
				blocks[k] = append(blocks[k], i)
			}
		}
		if n.when.Dated() && len(n.actors)+len(n.places) == 0 || n.history {
			// "The 1998 election" names no one: it is filed under its year.
			day, _ := n.when.Date.Earliest()
			year, _, _ := day.Civil()
			for _, c := range n.concepts {
				k := c + "\x00y:" + strconv.FormatInt(year, 10)
				blocks[k] = append(blocks[k], i)
			}
		}
		for _, e := range append(append([]int(nil), n.actors...), n.places...) {
			for _, key := range w.keys(e) {
				for _, c := range n.concepts {
					if k := c + "\x00" + key; !seen[k] {
						seen[k] = true
						blocks[k] = append(blocks[k], i)
					}
				}
			}
		}
	}
	found := map[[2]int]bool{}
	var out []Pair
	names := make([]string, 0, len(blocks))
	for k := range blocks {
		names = append(names, k)
	}
	sort.Strings(names)
	for _, k := range names {
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
// dates that exclude each other, or parts of different kinds. That a pair
// shares too little is no reason, since a third report may know more.
func (w *World) excluded(nodes []Node, a, b Cluster) bool {
	for _, i := range a {
		for _, j := range b {
			x, y := &nodes[i], &nodes[j]
			if x.part != y.part || x.kind != y.kind {
				return true
			}
			_, people := w.people(x, y)
			place, places := w.place(x, y)
			if w.date(x, y, people, places, sharesWord(x.concepts, y.concepts)) == never {
				return true
			}
			if place < 0 && people < 2 {
				return true
			}
		}
	}
	return false
}
