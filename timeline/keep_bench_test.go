package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/adopt"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// archive makes reports of twenty events each, n events in all, of people and
// towns that return.
func archive(tb testing.TB, n int) []source.Document {
	var out []source.Document
	syllables := []string{"Var", "Bel", "Dra", "Lin", "Hor", "Sal", "Wei", "Oka", "Cas", "Fel"}
	name := func(i int) string {
		return syllables[i%10] + strings.ToLower(syllables[i/10%10]) + strings.ToLower(syllables[i/100%10])
	}
	for i := 0; i < n; i += 20 {
		var b strings.Builder
		for k := i; k < i+20; k++ {
			fmt.Fprintf(&b, "Anna %s met Boris %s in %sburg on %d March %d.\n\n", name(k), name(3*k+1), name(7*k%90), 1+k%28, 1700+k%250)
		}
		out = append(out, report(tb, fmt.Sprintf("report-%04d", i), "1995-03-07", b.String()))
	}
	return out
}

// BenchmarkAdopt adds a report to stories of several sizes, as the build
// command does. The time for an event should not grow with the story.
func BenchmarkAdopt(b *testing.B) {
	for _, n := range []int{1250, 5000} {
		b.Run(fmt.Sprint(n, " events"), func(b *testing.B) {
			docs := archive(b, n+40)
			d := &desk{}
			d.build(b, docs[:len(docs)-2])
			held := len(load(b, "story.json", d.json).Events)
			if held < n*9/10 {
				b.Fatalf("only %d events", held)
			}
			for b.Loop() {
				again := *d
				again.build(b, docs[len(docs)-2:])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*held), "ns/event")
		})
	}
}

// BenchmarkSince compares a story with its last state when all of it changed
// places.
func BenchmarkSince(b *testing.B) {
	for _, n := range []int{1250, 5000} {
		b.Run(fmt.Sprint(n, " events"), func(b *testing.B) {
			last := &story.Story{Documents: []story.Document{{ID: "a"}}}
			for i := range n {
				m := story.Mention{Document: "a", Quote: fmt.Sprint("Sentence ", i/3), Trigger: story.Span{Start: 1 + i%3, End: 5}, Sentence: story.Span{Start: 0, End: 9}}
				last.Events = append(last.Events, story.Event{ID: fmt.Sprint("e-", i), Title: "Same", Mentions: []story.Mention{m}})
			}
			for b.Loop() {
				p := last.Clone()
				for i := range p.Events {
					p.Events[i].ID = fmt.Sprint("renamed-", i)
					p.Events[i].Mentions[0].Trigger, p.Events[i].Mentions[0].Sentence = story.Span{}, story.Span{}
				}
				adopt.Since(last, p, true)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/event")
		})
	}
}
