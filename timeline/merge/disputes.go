package merge

import (
	"slices"

	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// disputes finds what the reports of an event answer differently, its date left
// out: whether it took place, where, and how many. What is told in passing
// answers the last only.
func (r *Result) disputes(c Cluster, id string) []story.Disagreement {
	out := r.numbers(c, id)
	if c = r.core(c); r.World.passing(r.Nodes, c) {
		return out
	}
	for _, d := range []story.Disagreement{
		{Field: "status", Values: r.outcomes(c)},
		{Field: "place", Values: r.scenes(c)},
	} {
		if len(d.Values) > 1 {
			d.About, d.Kind = []string{id}, story.Conflict
			out = append(out, d)
		}
	}
	return out
}

// outcomes lists whether an event took place as the documents tell it, where
// they exclude each other. That it was planned is older knowledge, and no
// answer.
func (r *Result) outcomes(c Cluster) []story.DisagreementValue {
	var out []story.DisagreementValue
	for _, s := range []story.Status{story.StatusHappened, story.StatusCancelled, story.StatusDenied} {
		if ids := r.documents(c, func(n *Node) bool { return n.status == s }); len(ids) > 0 {
			out = append(out, story.DisagreementValue{Value: string(s), Documents: ids})
		}
	}
	return out
}

// scenes lists the places that no document brings together and that exclude
// each other.
func (r *Result) scenes(c Cluster) []story.DisagreementValue {
	w := r.World
	var places []int
	for _, n := range c {
		places = appendNew(places, r.Nodes[n].places...)
	}
	at := func(p int) []string {
		return r.documents(c, func(n *Node) bool { return contains(n.places, p) })
	}
	var out []story.DisagreementValue
	for _, p := range places {
		mine := at(p)
		if slices.ContainsFunc(places, func(q int) bool { return w.elsewhere(p, q) && !intersect(mine, at(q)) }) {
			out = append(out, story.DisagreementValue{Value: w.Entities[p].Name, Documents: mine})
		}
	}
	slices.SortFunc(out, func(a, b story.DisagreementValue) int {
		return slices.Compare(append(slices.Clone(a.Documents), a.Value), append(slices.Clone(b.Documents), b.Value))
	})
	return out
}

// elsewhere reports whether two places are known to exclude each other.
func (w *World) elsewhere(x, y int) bool {
	if x == y || w.inside(x, y) || w.inside(y, x) {
		return false
	}
	a, b := w.Entities[x], w.Entities[y]
	return names.Apart(names.Entity{Name: a.Name, Country: a.Country}, names.Entity{Name: b.Name, Country: b.Country})
}

// documents returns the ids of the documents of some nodes, sorted.
func (r *Result) documents(c Cluster, which func(*Node) bool) []string {
	var out []string
	for _, n := range c {
		if node := &r.Nodes[n]; which(node) {
			out = append(out, r.World.Docs[node.Doc].Source.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func intersect(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
