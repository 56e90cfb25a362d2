package raster

import (
	"testing"

	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// timeline is a wide timeline of 14 events.
func timeline(b *testing.B) *scene.Picture {
	s := &story.Story{Title: "Three weeks at the old lock", Summary: "A ship, a gate and a river that did not wait.",
		Documents: []story.Document{{Publisher: "Lock and Quay"}}}
	for i, e := range []struct{ when, title string }{
		{"1884-04-02", "The lock opens to barges"}, {"1926", "Iron gates replace the oak ones"},
		{"1987-08", "Divers find cracks in the sill"}, {"2003-02-03", "A coaster strikes the lower gate"},
		{"2003-02-04", "The gate is closed to traffic"}, {"2003-02-04", "Nineteen barges wait above the weir"},
		{"2003-02-06", "Engineers lift the gate out by crane"}, {"2003-02-09", "The river rises by two metres"},
		{"2003-02-10", "Water breaks into the chamber"}, {"2003-02-10", "The lock keeper's house is evacuated"},
		{"2003-02-12", "Sandbags hold the upper gate"}, {"2003-02-17", "A new gate arrives from the yard"},
		{"2003-02-24", "The first barge passes"}, {"2003-12", "The owner of the coaster pays for the repair"},
	} {
		date, err := edtf.Parse(e.when)
		if err != nil {
			b.Fatal(err)
		}
		s.Events = append(s.Events, story.Event{ID: string(rune('a' + i)), Date: date, Title: e.title, Drawn: true, Status: story.StatusHappened})
	}
	p, err := chart.Wide(s, chart.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func BenchmarkMarshal(b *testing.B) {
	p := timeline(b)
	for b.Loop() {
		if _, err := Marshal(p, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDraw leaves compression out.
func BenchmarkDraw(b *testing.B) {
	p := timeline(b)
	for b.Loop() {
		if _, err := draw(p, Options{Scale: 2}); err != nil {
			b.Fatal(err)
		}
	}
}
