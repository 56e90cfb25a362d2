package adopt

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/timeline/story"
)

func TestUnite(t *testing.T) {
	s := &story.Story{
		Events: []story.Event{
			{ID: "shut", Title: "Bridge shut", Mentions: []story.Mention{{Document: "a", Quote: "x"}}},
			{ID: "closed", Title: "Bridge closed", Mentions: []story.Mention{{Document: "a", Quote: "x"}, {Document: "b", Quote: "y"}}},
			{ID: "flood", Title: "Flood"},
		},
		Relations: []story.Relation{
			{From: "flood", To: "shut", Type: story.Causes},
			{From: "flood", To: "closed", Type: story.Causes},
			{From: "closed", To: "shut", Type: story.Before},
			{From: "closed", To: "flood", Type: story.Before},
		},
		Disagreements: []story.Disagreement{{About: []string{"closed", "shut"}, Field: "date", Kind: story.Conflict}},
		SameAs:        [][2]string{{"shut", "closed"}, {"flood", "nowhere"}},
	}
	went := Unite(s)
	if diff := cmp.Diff([]string{"closed"}, went); diff != "" {
		t.Error(diff)
	}
	want := &story.Story{
		Events: []story.Event{
			{ID: "shut", Title: "Bridge shut", Mentions: []story.Mention{{Document: "a", Quote: "x"}, {Document: "b", Quote: "y"}}},
			{ID: "flood", Title: "Flood"},
		},
		Relations: []story.Relation{
			{From: "flood", To: "shut", Type: story.Causes},
			{From: "shut", To: "flood", Type: story.Before},
		},
		Disagreements: []story.Disagreement{{About: []string{"shut"}, Field: "date", Kind: story.Conflict}},
		SameAs:        s.SameAs,
	}
	cmpDates := cmp.Comparer(func(a, b story.Event) bool {
		return a.ID == b.ID && a.Title == b.Title && cmp.Equal(a.Mentions, b.Mentions)
	})
	if diff := cmp.Diff(want, s, cmpDates); diff != "" {
		t.Error(diff)
	}
	if again := Unite(s); again != nil {
		t.Errorf("a second time unites %v", again)
	}
}
