package story

import (
	"cmp"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// Normalize brings a story into its one stable order, in place: documents by
// id; events by date (undated ones last), time and id; relations by from, to
// and type; mentions by document and place; lists of ids by id, each once.
// Order that carries meaning stays: that of actors, and of the ids in a pair.
func Normalize(s *Story) {
	slices.SortStableFunc(s.Documents, func(a, b Document) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(s.Events, compareEvents)
	for i := range s.Events {
		slices.SortStableFunc(s.Events[i].Mentions, compareMentions)
	}
	slices.SortStableFunc(s.Relations, func(a, b Relation) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), cmp.Compare(a.Type, b.Type))
	})
	for i := range s.Relations {
		slices.SortStableFunc(s.Relations[i].Mentions, compareMentions)
	}
	for i := range s.Disagreements {
		g := &s.Disagreements[i]
		slices.Sort(g.About)
		g.About = slices.Compact(g.About)
		for j := range g.Values {
			slices.Sort(g.Values[j].Documents)
			g.Values[j].Documents = slices.Compact(g.Values[j].Documents)
		}
		slices.SortStableFunc(g.Values, func(a, b DisagreementValue) int { return strings.Compare(a.Value, b.Value) })
	}
	slices.SortStableFunc(s.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(slices.Compare(a.About, b.About), strings.Compare(a.Field, b.Field), cmp.Compare(a.Kind, b.Kind))
	})
	slices.Sort(s.Removed)
	s.Removed = slices.Compact(s.Removed)
	s.SameAs = sortPairs(s.SameAs)
	s.NotSameAs = sortPairs(s.NotSameAs)
	slices.Sort(s.Silenced)
	s.Silenced = slices.Compact(s.Silenced)
}

func compareEvents(a, b Event) int {
	return cmp.Or(edtf.Compare(a.Date, b.Date), compareTimes(a.Time, b.Time), strings.Compare(a.ID, b.ID))
}

// compareTimes orders by local clock time; events without a time come first,
// since such a day is known as a whole.
func compareTimes(a, b string) int {
	fromA, toA, errA := ParseTime(a)
	fromB, toB, errB := ParseTime(b)
	if errA != nil || errB != nil {
		return cmp.Or(cmp.Compare(present(errA == nil), present(errB == nil)), strings.Compare(a, b))
	}
	return cmp.Or(cmp.Compare(fromA.Seconds(), fromB.Seconds()), cmp.Compare(toA.Seconds(), toB.Seconds()), strings.Compare(a, b))
}

func present(b bool) int {
	if b {
		return 1
	}
	return 0
}

func compareMentions(a, b Mention) int {
	return cmp.Or(
		strings.Compare(a.Document, b.Document),
		cmp.Compare(a.Sentence.Start, b.Sentence.Start),
		cmp.Compare(a.Trigger.Start, b.Trigger.Start),
		strings.Compare(a.Quote, b.Quote),
	)
}

func sortPairs(pairs [][2]string) [][2]string {
	slices.SortFunc(pairs, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(pairs)
}
