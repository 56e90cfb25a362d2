package merge

import (
	"sort"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// Comparisons turns what documents say an event was "the first since" into
// disagreements: a conflict where they compare the same, else a difference.
func (r *Result) Comparisons() []story.Disagreement {
	type fact struct {
		doc int
		f   extract.Fact
	}
	byEvent := map[string][]fact{}
	var ids []string
	for i, d := range r.World.Docs {
		for _, f := range d.Facts {
			id, ok := r.EventOf[[2]int{i, f.Chain}]
			if !ok {
				continue
			}
			if byEvent[id] == nil {
				ids = append(ids, id)
			}
			byEvent[id] = append(byEvent[id], fact{i, f})
		}
	}
	sort.Strings(ids)
	var out []story.Disagreement
	for _, id := range ids {
		fs := byEvent[id]
		for i := range fs {
			for j := i + 1; j < len(fs); j++ {
				a, b := fs[i], fs[j]
				if a.doc == b.doc || a.f.Value.Overlaps(b.f.Value) {
					continue
				}
				kind := story.Differs
				if alike(a.f.Question, b.f.Question) {
					kind = story.Conflict
				}
				out = append(out, story.Disagreement{
					About: []string{id}, Field: "date", Kind: kind,
					Values: []story.DisagreementValue{
						r.World.value(a.f.Value, []int{a.doc}),
						r.World.value(b.f.Value, []int{b.doc}),
					},
				})
			}
		}
	}
	return out
}

// alike reports whether two comparisons ask the same: the smaller set of
// words lies wholly, or nearly so, in the larger, and neither is empty.
func alike(a, b []string) bool {
	shared := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				shared++
			}
		}
	}
	return shared > 0 && shared*5 >= (len(a)+len(b)-shared)*3
}
