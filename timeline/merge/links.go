package merge

import (
	"cmp"
	"slices"
	"strings"
)

// A LinkReason says why an event of one document is taken to be that of another.
type LinkReason struct {
	With string   // id of the document that tells of it too
	Same []string // in what the two agree, in words: kind, people, place, time, report
}

// String is the link in words.
func (l LinkReason) String() string { return "as in " + l.With + ": " + strings.Join(l.Same, ", ") }

// links finds for each node of a cluster but the first the node before it that
// agrees with it most, where the rules of Score do not say so already.
func (j *joiner) links(clusters []Cluster, bonds []bond) map[[2]int]LinkReason {
	with := map[int]int{} // node by node
	for _, b := range bonds {
		if _, ok := with[int(b.b)]; !ok {
			with[int(b.b)] = int(b.a) // the best come first
		}
	}
	out := map[[2]int]LinkReason{}
	for _, c := range clusters {
		for i, n := range c[1:] {
			if j.ruled(c[:i+1], n) {
				continue
			}
			p, ok := with[n]
			if !ok {
				p = c[0] // a third report ties the two
			}
			node := &j.nodes[n]
			out[[2]int{node.Doc, node.Chain}] = LinkReason{With: j.w.Docs[j.nodes[p].Doc].Source.ID, Same: j.common(p, n)}
		}
	}
	return out
}

// ruled reports whether the rules of Score take a node to be one with another.
func (j *joiner) ruled(before Cluster, n int) bool {
	return slices.ContainsFunc(sample(before), func(x int) bool {
		a, b := &j.nodes[x], &j.nodes[n]
		return !a.minor && !b.minor && j.w.Score(a, b) >= j.w.Threshold(a, b)
	})
}

// common says in words in what two nodes agree.
func (j *joiner) common(x, y int) []string {
	a, b := &j.tellings[x], &j.tellings[y]
	na, nb := &j.nodes[x], &j.nodes[y]
	same := []string{j.called(x, y)}
	if people := j.w.sharedPeople(na, nb); len(people) > 0 {
		same = append(same, "the same people or bodies ("+listed(people)+")")
	} else if words := j.words(a.all, b.all); len(words) > 0 {
		same = append(same, "the same participants ("+listed(words[:min(namesListed, len(words))])+")")
	}
	if place, ok := j.w.sharedPlace(na, nb); ok {
		same = append(same, "the same place ("+place+")")
	}
	if when := together(na.when, nb.when); when != "" {
		same = append(same, when)
	}
	if common := compare(a.numbers, b.numbers); common == agree {
		same = append(same, "the same numbers")
	}
	if na.Doc == nb.Doc {
		return append(same, "told again in the same report")
	}
	if words := j.words(j.leadNames[na.Doc], j.leadNames[nb.Doc]); len(words) > 0 {
		same = append(same, "reports on one story ("+listed(words[:min(namesListed, len(words))])+")")
	}
	return same
}

// called says how the words for two events are related.
func (j *joiner) called(x, y int) string {
	a, b := &j.tellings[x].triggers, &j.tellings[y].triggers
	var best relation
	first, second := "", ""
	for _, s := range *a {
		for _, t := range *b {
			if r := s.relation(&t); r > best {
				best, first, second = r, s.lemma, t.lemma
			}
		}
	}
	switch best {
	case sameWord:
		return "the same word (" + first + ")"
	case sameBase:
		return "words for one act (" + first + ", " + second + ")"
	case synonym, narrower:
		return "words alike in meaning (" + first + ", " + second + ")"
	case sister:
		return "acts of one sort (" + first + ", " + second + ")"
	}
	if kind := j.nodes[x].kind; kind != "" && kind == j.nodes[y].kind {
		return "one kind of event (" + kind + ")"
	}
	return "tied by other reports"
}

// sharedPeople returns the names of those whom both nodes name.
func (w *World) sharedPeople(a, b *Node) []string {
	var out []string
	for _, x := range a.actors {
		if contains(b.actors, x) || w.standsFor(x, b.actors) {
			out = append(out, w.Entities[x].Name)
		}
	}
	return out
}

// words returns the words that two bags share, the rarest first.
func (j *joiner) words(a, b bag) []string {
	var list []int32
	for _, x := range a.words {
		if slices.Contains(b.words, x) {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, func(x, y int32) int {
		return cmp.Or(cmp.Compare(j.w.weights[y], j.w.weights[x]), cmp.Compare(j.w.spelt[x], j.w.spelt[y]))
	})
	var out []string
	for _, x := range list {
		out = append(out, j.w.spelt[x])
	}
	return out
}
