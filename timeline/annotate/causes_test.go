package annotate

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// TestCauses: what takes up the sentence before has it as its cause; headings
// and metadata are no such sentence.
func TestCauses(t *testing.T) {
	const text = "Dam breaks\nThe dam broke. As a result, the town fled. The mayor may have resigned because of it."
	body := nlp.Block{Start: 11, End: len(text)}
	for _, c := range []struct {
		name     string
		blocks   []nlp.Block
		possible bool
		want     string
	}{
		{"stated", []nlp.Block{{Start: 0, End: 10, Kind: nlp.Heading}, body}, false, "The dam broke > the town fled"},
		{"possible", []nlp.Block{{Start: 0, End: 10, Kind: nlp.Heading}, body}, true, "The dam broke > the town fled; it > The mayor may have resigned"},
		{"after a heading", []nlp.Block{{Start: 11, End: 25, Kind: nlp.Heading}, {Start: 26, End: 53}}, false, ""},
		{"metadata", []nlp.Block{{Start: 11, End: len(text), Kind: nlp.Meta}}, true, ""},
	} {
		var got []string
		for _, r := range Causes(text, c.blocks, english.Accurate(), c.possible) {
			got = append(got, text[r.Cause.Start:r.Cause.End]+" > "+text[r.Effect.Start:r.Effect.End])
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// BenchmarkCauses reads a text in which every third sentence has a cue, from
// the text to its relations.
func BenchmarkCauses(b *testing.B) {
	text := strings.Repeat("The council of Velmar met on Monday in the old hall. The harbour closed because of the storm that came in from the west. Nobody was in the streets of the town.\n\n", 30)
	for _, lang := range []struct {
		name string
		a    english.Analyzer
	}{{"accurate", english.Accurate()}, {"fast", english.Fast()}} {
		b.Run(lang.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				if got := len(Causes(text, nil, lang.a, false)); got != 30 {
					b.Fatalf("%d relations", got)
				}
				n += 90
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}
