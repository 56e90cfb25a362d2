package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

var details = []timeline.Detail{timeline.DetailLess, timeline.DetailNormal, timeline.DetailMore, timeline.DetailAll}

func TestWeigh(t *testing.T) {
	s := &story.Story{
		Events: []story.Event{
			{ID: "a", Weight: 0.35}, {ID: "b", Weight: 0.95}, {ID: "c", Weight: 0.35}, {ID: "d", Weight: 0.29},
			{ID: "e", Weight: 0.2, WeightReason: "told by one report +20"}, {ID: "f", Weight: 0.2}, {ID: "hub", Weight: 0.1},
		},
		Relations: []story.Relation{
			{From: "a", To: "b", Type: story.Causes}, {From: "a", To: "b", Type: story.Enables}, {From: "d", To: "b", Type: story.Prevents},
			{From: "c", To: "b", Type: story.Before}, {From: "c", To: "b", Type: story.PartOf},
			{From: "e", To: "f", Type: story.Causes, Strength: story.StrengthPossible},
			{From: "a", To: "hub", Type: story.Causes}, {From: "b", To: "hub", Type: story.Causes}, {From: "hub", To: "d", Type: story.Causes},
			{From: "hub", To: "x", Type: story.Causes}, {From: "hub", To: "y", Type: story.Causes}, {From: "hub", To: "f", Type: story.Causes, Strength: story.StrengthPossible},
		},
	}
	timeline.Weigh(s)
	for i, want := range []struct {
		weight float64
		reason string
	}{
		{0.48, "a cause or effect of 2 other events +13"},
		{1, "a cause or effect of 3 other events +16"},
		{0.35, ""}, // order and parts are no causes
		{0.42, "a cause or effect of 2 other events +13"},
		{0.24, "told by one report +20, perhaps a cause or effect of another event +4"},
		{0.24, "perhaps a cause or effect of another event +4"},
		{0.29, "a cause or effect of 5 other events +19"}, // no more for the fifth
	} {
		if e := s.Events[i]; e.Weight != want.weight || e.WeightReason != want.reason {
			t.Errorf("%s weighs %v because %q, want %v because %q", e.ID, e.Weight, e.WeightReason, want.weight, want.reason)
		}
	}
}

func TestDecide(t *testing.T) {
	yes, no := true, false
	mentions := []story.Mention{{Document: "a"}}
	tests := []struct {
		name  string
		event story.Event
		want  bool
	}{
		{"heavy", story.Event{Date: day(t, "2001"), Weight: 0.5, Mentions: mentions}, true},
		{"just heavy enough", story.Event{Date: day(t, "2001"), Weight: 0.2, Mentions: mentions}, true},
		{"told in passing", story.Event{Date: day(t, "2001"), Weight: 0.19, Mentions: mentions}, false},
		{"light, but shown", story.Event{Date: day(t, "2001"), Weight: 0.1, Show: &yes, Mentions: mentions}, true},
		{"heavy, but hidden", story.Event{Date: day(t, "2001"), Weight: 0.9, Show: &no, Mentions: mentions}, false},
		{"by hand", story.Event{Date: day(t, "2001")}, true},
		{"by hand, with a sentence", story.Event{Date: day(t, "2001"), Mentions: mentions}, true},
		{"by hand, hidden", story.Event{Date: day(t, "2001"), Show: &no}, false},
		{"undated", story.Event{Weight: 0.9, Mentions: mentions}, false},
		{"undated, though shown", story.Event{Weight: 0.9, Show: &yes}, false},
		{"undated by hand", story.Event{}, false},
		{"open end", story.Event{Date: day(t, "2001/..")}, true},
		{"open start", story.Event{Date: day(t, "../2001")}, true},
		{"open at both ends", story.Event{Date: day(t, "../..")}, false},
		{"cancelled", story.Event{Date: day(t, "2001"), Weight: 0.5, Status: story.StatusCancelled, Mentions: mentions}, true},
	}
	for _, tt := range tests {
		for _, before := range []bool{true, false} {
			tt.event.Drawn = before
			s := &story.Story{Events: []story.Event{tt.event}}
			if timeline.Decide(s, ""); s.Events[0].Drawn != tt.want {
				t.Errorf("%s: drawn %v, want %v", tt.name, s.Events[0].Drawn, tt.want)
			}
		}
	}
}

// weighed is a story of so many reports with events of the given weights, in
// hundredths, told by the reports in turn.
func weighed(reports int, weights ...int) *story.Story {
	s := &story.Story{}
	for i := range reports {
		s.Documents = append(s.Documents, story.Document{ID: fmt.Sprintf("r%d", i)})
	}
	for i, w := range weights {
		s.Events = append(s.Events, story.Event{
			ID: fmt.Sprintf("e%03d", i), Title: "x", Date: edtf.FromYear(1900 + int64(i)), Weight: float64(w) / 100,
			Mentions: []story.Mention{{Document: fmt.Sprintf("r%d", i%reports)}},
		})
	}
	return s
}

// falling returns n weights from 95 down to 20.
func falling(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 95 - 75*i/max(1, n-1)
	}
	return out
}

func drawn(s *story.Story, d timeline.Detail) []string {
	s = s.Clone()
	timeline.Decide(s, d)
	var ids []string
	for _, e := range s.Events {
		if e.Drawn {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// TestDetailFollowsReports: about eight events of one report, a dozen of
// five, at most 25 of any number, when there are enough to choose from.
func TestDetailFollowsReports(t *testing.T) {
	last := 0
	for _, tt := range []struct{ reports, events, least, most int }{
		{1, 14, 6, 10}, {5, 40, 10, 14}, {20, 150, 12, 20}, {50, 400, 16, 25}, {500, 2000, 16, 25},
	} {
		n := len(drawn(weighed(tt.reports, falling(tt.events)...), timeline.DetailNormal))
		if n < tt.least || n > tt.most {
			t.Errorf("%d reports, %d events: %d drawn, want %d to %d", tt.reports, tt.events, n, tt.least, tt.most)
		}
		if n < last {
			t.Errorf("%d reports draw %d, fewer than before", tt.reports, n)
		}
		last = n
	}
}

// TestDetailCutsAtTheGap: where the weights fall clearly near the number that
// fits, the cut is there and not in the middle of equals.
func TestDetailCutsAtTheGap(t *testing.T) {
	for _, tt := range []struct {
		weights []int
		want    int
	}{
		{[]int{80, 79, 78, 77, 76, 75, 74, 73, 40, 39, 38, 37}, 8},
		{[]int{80, 79, 78, 77, 76, 75, 74, 73, 72, 71, 40, 39}, 10},
		{[]int{50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50}, 9}, // nothing tells them apart
		{[]int{80, 79, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31}, 9}, // too few before the gap
		{[]int{80, 79, 40, 19, 10}, 3},
	} {
		if n := len(drawn(weighed(1, tt.weights...), timeline.DetailNormal)); n != tt.want {
			t.Errorf("%v: %d drawn, want %d", tt.weights, n, tt.want)
		}
	}
}

// TestDetailIsMonotone: more detail draws all that less does, and all draws
// every event with a date, also what is told in passing.
func TestDetailIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.IntRange(1, 100), 0, 80).Draw(t, "weights")
		s := weighed(rapid.IntRange(1, 60).Draw(t, "reports"), weights...)
		yes, no := true, false
		for i := range s.Events {
			e := &s.Events[i]
			e.Show = rapid.SampledFrom([]*bool{nil, nil, nil, nil, &yes, &no}).Draw(t, "show")
			if rapid.IntRange(0, 5).Draw(t, "undated") == 0 {
				e.Date = edtf.Date{}
			}
		}
		var before []string
		for _, d := range details {
			ids := drawn(s, d)
			for _, id := range before {
				if !slices.Contains(ids, id) {
					t.Fatalf("%s leaves out %s, which less detail draws: %v", d, id, ids)
				}
			}
			before = ids
			for _, e := range s.Events {
				in := slices.Contains(ids, e.ID)
				switch {
				case e.Date.IsZero() && in:
					t.Fatalf("%s draws %s, which has no date", d, e.ID)
				case !e.Date.IsZero() && e.Show != nil && in != *e.Show:
					t.Fatalf("%s overrules what a person says of %s", d, e.ID)
				case d != timeline.DetailAll && e.Weight < 0.2 && in && e.Show == nil:
					t.Fatalf("%s draws %s, which is told in passing", d, e.ID)
				case d == timeline.DetailAll && !e.Date.IsZero() && e.Show == nil && !in:
					t.Fatalf("all leaves out %s", e.ID)
				}
			}
		}
	})
}

// TestDetailTurns: each level draws more than the one before where there is
// more to draw.
func TestDetailTurns(t *testing.T) {
	s := weighed(5, append(falling(60), 15, 10)...)
	last := 0
	for _, d := range details {
		n := len(drawn(s, d))
		if n <= last {
			t.Errorf("%s draws %d, the level before it %d", d, n, last)
		}
		last = n
	}
	if last != 62 {
		t.Errorf("all draws %d of 62", last)
	}
}

// TestDetailOneMoreReport: a report more, with events of its own, moves the
// number of events by a few at most.
func TestDetailOneMoreReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 50).Draw(t, "reports")
		per := rapid.IntRange(8, 20).Draw(t, "events each")
		weights := rapid.SliceOfN(rapid.IntRange(20, 100), per*(n+1), per*(n+1)).Draw(t, "weights")
		a := len(drawn(weighed(n, weights[:per*n]...), timeline.DetailNormal))
		b := len(drawn(weighed(n+1, weights...), timeline.DetailNormal))
		if b-a > 8 || a-b > 6 {
			t.Fatalf("%d reports draw %d events, one more %d", n, a, b)
		}
	})
}

// TestDetailHiding: what a person shows or hides moves no other event.
func TestDetailHiding(t *testing.T) {
	s := weighed(1, falling(20)...)
	before := drawn(s, timeline.DetailNormal)
	yes, no := true, false
	s.Events[0].Show, s.Events[19].Show = &no, &yes
	got := strings.Join(drawn(s, timeline.DetailNormal), " ")
	if want := strings.Join(append(slices.Clone(before[1:]), "e019"), " "); got != want {
		t.Errorf("drawn %s\nwant  %s", got, want)
	}
}

// TestDetailOrder: the order of events in the file decides nothing.
func TestDetailOrder(t *testing.T) {
	s := weighed(3, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50)
	want := drawn(s, timeline.DetailNormal)
	slices.Reverse(s.Events)
	got := drawn(s, timeline.DetailNormal)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("reversed %v, before %v", got, want)
	}
}

// TestDetailDrawsTheHeaviest, and of equals those that more reports tell, in
// whatever order they stand.
func TestDetailDrawsTheHeaviest(t *testing.T) {
	weights := falling(20)
	slices.Reverse(weights)
	s := weighed(1, weights...)
	ids := drawn(s, timeline.DetailNormal)
	if ids[0] != fmt.Sprintf("e%03d", 20-len(ids)) || len(ids) < 6 {
		t.Errorf("of twenty, the last the heaviest, %v are drawn", ids)
	}
	s = weighed(2, slices.Repeat([]int{50}, 20)...)
	s.Events[19].Mentions = []story.Mention{{Document: "r0"}, {Document: "r1"}}
	s.Events[18].Mentions = []story.Mention{{Document: "r0"}, {Document: "r0"}}
	ids = drawn(s, timeline.DetailNormal)
	if !slices.Contains(ids, "e019") || !slices.Contains(ids, "e018") {
		t.Errorf("what is told more often is left out: %v", ids)
	}
	for i := range s.Events {
		s.Events[i].Mentions = []story.Mention{{Document: "r0"}, {Document: "r0"}}
	}
	s.Events[19].Mentions[1].Document = "r1"
	if ids = drawn(s, timeline.DetailNormal); !slices.Contains(ids, "e019") {
		t.Errorf("what a second report tells is left out: %v", ids)
	}
}

// TestDecideDrawsPartners: the stated cause of an event that is drawn is drawn,
// too, where it has some weight and a date; a possible one or mere order is not
// enough.
func TestDecideDrawsPartners(t *testing.T) {
	at := func(id string, weight float64) story.Event {
		return story.Event{ID: id, Title: id, Date: day(t, "2001"), Weight: weight, Mentions: []story.Mention{{Document: "a"}}}
	}
	for _, tt := range []struct {
		name     string
		relation story.Relation
		weight   float64
		want     bool
	}{
		{"a stated cause", story.Relation{Type: story.Causes, Strength: story.StrengthStated}, 0.5, true},
		{"what it enables", story.Relation{Type: story.Enables, Strength: story.StrengthStated}, 0.5, true},
		{"a light one", story.Relation{Type: story.Causes, Strength: story.StrengthStated}, 0.3, false},
		{"a possible cause", story.Relation{Type: story.Causes, Strength: story.StrengthPossible}, 0.5, false},
		{"what came before", story.Relation{Type: story.Before, Strength: story.StrengthStated}, 0.5, false},
	} {
		s := &story.Story{}
		for i := range 30 {
			s.Events = append(s.Events, at(fmt.Sprintf("heavy-%d", i), 0.9))
		}
		s.Events = append(s.Events, at("partner", tt.weight))
		tt.relation.From, tt.relation.To = "partner", "heavy-0"
		s.Relations = []story.Relation{tt.relation}
		timeline.Decide(s, timeline.DetailNormal)
		if !s.Events[0].Drawn {
			t.Fatal("the first of equals is not drawn")
		}
		if got := s.Events[30].Drawn; got != tt.want {
			t.Errorf("%s: drawn %v, want %v", tt.name, got, tt.want)
		}
	}
}
