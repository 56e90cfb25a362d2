package page

import (
	"fmt"
	"io"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

// BenchmarkWrite writes the page of a thousand events with two sentences each.
func BenchmarkWrite(b *testing.B) {
	base := reportStory(b)
	s := &story.Story{Title: "Large", Documents: base.Documents, Disagreements: base.Disagreements}
	for i := range 1000 {
		e := base.Events[1]
		e.ID = fmt.Sprintf("event-%d", i)
		s.Events = append(s.Events, e)
		if i > 0 {
			s.Relations = append(s.Relations, story.Relation{From: s.Events[i-1].ID, To: e.ID, Type: story.Causes, Cue: "led to", Mentions: base.Relations[0].Mentions})
		}
	}
	for b.Loop() {
		if err := Write(io.Discard, s, plainPictures(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
