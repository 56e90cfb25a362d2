package trail

import (
	"fmt"
	"testing"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// archive makes a story of 100,000 dated events and 150,000 relations, most
// of them claims, none against time.
func archive() *story.Story {
	const events, relations = 100_000, 150_000
	types := []story.RelationType{story.Causes, story.Causes, story.Enables, story.Prevents, story.Before}
	s := &story.Story{}
	first := edtf.DayOf(1900, 1, 1)
	for i := range events {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%06d", i), Title: fmt.Sprintf("The dyke is raised at mile %d", i), Date: edtf.FromDay(first + edtf.Day(i/3))})
	}
	x := uint64(7)
	next := func(n int) int {
		x = x*6364136223846793005 + 1442695040888963407
		return int((x >> 33) % uint64(n))
	}
	for i := range relations {
		to := 500 + next(events-500)
		s.Relations = append(s.Relations, story.Relation{
			From: s.Events[to-1-next(500)].ID, To: s.Events[to].ID, Type: types[next(len(types))],
			Mentions: []story.Mention{{Document: "d", Quote: fmt.Sprintf("Sentence %d says that the one led to the other.", i)}},
		})
	}
	return s
}

// BenchmarkFollow asks why in an archive that is loaded: as the command does,
// of an event at whose back much of the archive lies, and of one without
// causes, which looks at every date.
func BenchmarkFollow(b *testing.B) {
	s := archive()
	g, err := graph.New(s)
	if err != nil {
		b.Fatal(err)
	}
	without := ""
	for _, e := range s.Events[50_000:] {
		if len(g.To(e.ID)) == 0 {
			without = e.ID
			break
		}
	}
	var deep *Account // of the last events, the one that rests on most
	for _, e := range s.Events[99_900:] {
		a, err := Follow(s, g, e.ID, Causes, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if deep == nil || len(a.Steps) > len(deep.Steps) {
			deep = a
		}
	}
	for _, tt := range []struct {
		name, id string
		opt      Options
	}{
		{"200 relations", deep.Event.ID, Options{Limit: 200}},
		{"no causes", without, Options{Limit: 200}},
		{fmt.Sprintf("all %d relations", len(deep.Steps)), deep.Event.ID, Options{}},
	} {
		b.Run(tt.name, func(b *testing.B) {
			for b.Loop() {
				a, err := Follow(s, g, tt.id, Causes, tt.opt)
				if err != nil {
					b.Fatal(err)
				}
				if a.Text(80) == "" {
					b.Fatal("no text")
				}
			}
		})
	}
	b.Run("path", func(b *testing.B) {
		from := deep.Steps[min(5000, len(deep.Steps)-1)].From
		for b.Loop() {
			if _, err := Between(s, g, from, deep.Event.ID, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
