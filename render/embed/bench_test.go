package embed

import (
	"fmt"
	"io"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// BenchmarkWrite writes the figure of a story of 400 events, each of which led
// to the next.
func BenchmarkWrite(b *testing.B) {
	s := &story.Story{Title: "A long story"}
	for i := range 400 {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%d", i), Title: "Step after step", Date: date(b, fmt.Sprint(1500+i)), Drawn: true})
		if i > 0 {
			s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("e%d", i-1), To: fmt.Sprintf("e%d", i), Type: story.Causes})
		}
	}
	for b.Loop() {
		if err := Write(io.Discard, s, options(Timeline)); err != nil {
			b.Fatal(err)
		}
	}
}
