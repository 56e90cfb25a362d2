package typeface

import (
	"testing"

	"github.com/go-text/typesetting/bidi"
	"pgregory.net/rapid"
)

func TestBidiLevels(t *testing.T) {
	// Letters of Hebrew and Arabic stand for capitals in the comments of UAX #9.
	for _, test := range []struct {
		name, text string
		base       uint8
		want       string // a digit for each character
	}{
		{"Latin", "abc 12", 0, "000000"},
		{"nothing", "", 0, ""},
		{"Hebrew", "אב", 1, "11"},
		{"Hebrew in Latin", "a אב b", 0, "001100"},
		{"Latin in Hebrew", "א ab ב", 1, "112211"},
		{"number after Hebrew in Latin", "a א 12 b", 0, "00112200"},
		{"number and letter after Hebrew", "a א 12b", 0, "0011220"},
		{"European number after Arabic", "a ب 1-2", 0, "0011212"},
		{"Arabic digits", "ب ١٬٢", 1, "11222"},
		{"number with separators", "א 1,2.3%", 1, "11222222"},
		{"brackets follow their content", "a (א) b", 0, "0001000"},
		{"brackets in Hebrew", "א (ab) ב", 1, "11122111"},
		{"brackets take the context", "אב (גד[&ef]!) gh", 1, "1111111122111122"},
		{"mark takes its letter's class", "a א\u05B0 b", 0, "001100"},
		{"isolate", "a \u2067א b\u2069 c", 0, "000112000"},
		{"first strong isolate", "א \u2068ab\u2069 ב", 1, "11122111"},
		{"embedding", "a\u202Bb\u202Cc", 0, "00220"},
		{"override", "\u202Eab\u202C", 0, "0110"},
	} {
		base, levels := bidiLevels([]rune(test.text))
		got := ""
		for _, l := range levels {
			got += string('0' + rune(l))
		}
		if base != test.base || got != test.want {
			t.Errorf("%s: %d %s, want %d %s", test.name, base, got, test.base, test.want)
		}
	}
}

// Directions agree with another implementation, which does not tell levels.
func TestBidiDirections(t *testing.T) {
	alphabet := []rune("ab אבب١٢12+-,.:%$([{}])<>&\u05B0\u0301\u200E\u200F\u061C\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\u2329\u3009\u200B")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, 24).Draw(t, "text")
		_, levels := bidiLevels(text)
		var p bidi.Paragraph
		runs := p.Segment(text, bidi.Neutral)
		for n := range runs.NumRuns() {
			run := runs.Run(n)
			for i := run.Start; i < run.End; i++ {
				if run.IsLeftToRight() != (levels[i]%2 == 0) {
					t.Fatalf("%q: character %d has level %d, want left to right: %v", string(text), i, levels[i], run.IsLeftToRight())
				}
			}
		}
	})
}
