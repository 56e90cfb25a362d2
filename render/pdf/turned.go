package pdf

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/typeface"
)

// rightToLeft reports whether some of the words run from right to left.
func rightToLeft(s string) bool { return strings.ContainsFunc(s, turned) }

func turned(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// brackets are the pairs that turn with the text, each next to its other.
const brackets = "()[]{}<>«»‹›"

// mirror returns the other of a pair, and the character itself where it is in
// none.
func mirror(r rune) rune {
	pairs := []rune(brackets)
	if i := slices.Index(pairs, r); i >= 0 {
		return pairs[i^1]
	}
	return r
}

// seen makes brackets that have turned with the text stand for what they look
// like, as programs expect it of all glyphs.
func (w *writer) seen(m scene.Text, glyphs []typeface.Glyph) {
	for i, g := range glyphs {
		if !strings.Contains(brackets, g.Text) || g.Text == "" {
			continue
		}
		other := strings.Map(mirror, g.Text)
		alone := typeface.Shape(other, w.style(m.Runs[g.Span])).Glyphs
		if len(alone) == 1 && alone[0].Face == g.Face && alone[0].ID == g.ID {
			glyphs[i].Text = other
		}
	}
}

// reads reports whether a program that reads glyphs from left to right finds
// the words. It puts what runs from right to left in order itself; there, the
// characters count. Otherwise the words must stand beside the glyphs.
func reads(glyphs, words string) bool {
	if !rightToLeft(words) {
		return glyphs == words
	}
	return slices.Equal(letters(glyphs), letters(words))
}

// letters returns the characters in a fixed order, the two brackets of a pair
// as one.
func letters(s string) []rune {
	r := []rune(strings.Map(func(r rune) rune { return max(r, mirror(r)) }, s))
	slices.Sort(r)
	return r
}
