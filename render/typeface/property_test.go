package typeface

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var mixed = rapid.StringOf(rapid.RuneFrom([]rune("AVTo.-()12 \t\u00A0\u0301éשלוםبتلا١٢ժქ港한क🌋👩\u200D\u200F\u2067\u2069\uFE0F")))

// Every character comes out once, in whatever order, and advances add up.
func TestNoCharacterIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := mixed.Draw(t, "text")
		line := Shape(words, Style{Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")})
		want := []rune(strings.Join(strings.FieldsFunc(words, BreakingSpace), " "))
		got := []rune(line.String())
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("%q became %q", words, line.String())
		}
		sum := 0
		for _, g := range line.Glyphs {
			sum += g.Advance
			if g.Face == nil && g.Text == "" {
				t.Fatalf("%q: a glyph without face and characters", words)
			}
		}
		if sum != line.Advance {
			t.Fatalf("%q: advances sum up to %d, not %d", words, sum, line.Advance)
		}
	})
}

// A line is as wide as its words and spaces.
func TestLineIsItsWords(t *testing.T) {
	for _, words := range []string{"AV To. VA, T. W", "שלום לכל", "ميناء قديم", "Port 港 of 🌋 call", "Nyx ժամ ქარი"} {
		for _, style := range []Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
			want := 0
			for i, w := range strings.Fields(words) {
				if i > 0 {
					want += Advance(" ", style)
				}
				want += Advance(w, style)
			}
			if got := Shape(words, style).Advance; got != want {
				t.Errorf("%q is %d wide, its words and spaces %d", words, got, want)
			}
		}
	}
}
