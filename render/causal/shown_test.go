package causal

import (
	"fmt"
	"slices"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// TestShown compares the events with those of the diagram itself, of a story
// with more of them than a diagram shows.
func TestShown(t *testing.T) {
	s := &story.Story{Events: []story.Event{{ID: "alone", Title: "Alone", Date: edtf.FromYear(1900), Drawn: true}}}
	for i := range maxEvents + 9 {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%d", i), Title: "Step", Date: edtf.FromYear(int64(1901 + i)), Drawn: true})
		if i > 0 {
			s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("e%d", i-1), To: fmt.Sprintf("e%d", i), Type: story.Causes})
		}
	}
	pic, err := Narrow(s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	lines := 0
	scene.Walk(pic.Marks, func(m scene.Mark, _ []scene.Group) {
		g, ok := m.(scene.Group)
		for _, d := range g.Data {
			switch {
			case ok && d.Key == "event":
				want = append(want, d.Value)
			case ok && d.Key == "from":
				lines++
			}
		}
	})
	ms, relations, err := Shown(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range ms {
		got = append(got, m.Event.ID)
	}
	if !slices.Equal(got, want) || len(got) == 0 || len(got) > maxEvents {
		t.Errorf("%d events are shown, the diagram has %d", len(got), len(want))
	}
	if relations != lines || lines == 0 {
		t.Errorf("%d relations, the diagram has %d", relations, lines)
	}
	s.Relations[0].From = "gone"
	if _, _, err := Shown(s); err == nil {
		t.Error("a relation to nowhere is no error")
	}
}
