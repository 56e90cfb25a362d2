package typeface

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Span is a stretch of a line in one style.
type Span struct {
	Text  string
	Style Style
}

// A Line is a line of text, set.
type Line struct {
	Glyphs      []Glyph // from left to right, whatever the direction of reading
	Advance     int     // width of the line in units of Em
	RightToLeft bool    // its first letter belongs to a right-to-left script
}

// A Glyph is a shape on a line. Its origin is X, Y away from the pen, Y up;
// then the pen moves on by Advance.
type Glyph struct {
	Face    *Face // nil where no face has the characters
	ID      GlyphID
	X, Y    int
	Advance int
	Text    string // the characters it stands for; empty from the second glyph of the same characters on
	Span    int    // which span it comes from
}

// Shape sets a line in one style.
func Shape(text string, style Style) Line { return ShapeSpans(Span{text, style}) }

// ShapeSpans sets a line of several spans, which follow one another without a
// gap. White space counts as SVG shows it: none at the ends, one space in
// between. There is no kerning across spaces and spans, so that the line is as
// wide as its words and spaces together.
//
// Order follows the Unicode bidirectional algorithm (UAX #9); the first strong
// character of the line gives its direction.
func ShapeSpans(spans ...Span) Line {
	var text []letter
	faces := make([]chain, len(spans))
	for i, span := range spans {
		faces[i] = chainOf(span.Style)
		text = collapse(text, span.Text, i)
	}
	if n := len(text); n > 0 && text[n-1].r == ' ' {
		text = text[:n-1]
	}
	s := shapers.Get().(*shaper)
	defer shapers.Put(s)
	return s.line(text, faces)
}

// collapse appends a span's characters.
func collapse(text []letter, words string, span int) []letter {
	for i := 0; i < len(words); {
		r, n := utf8.DecodeRuneInString(words[i:])
		i += n
		switch {
		case BreakingSpace(r):
			if len(text) > 0 && text[len(text)-1].r != ' ' {
				text = append(text, letter{' ', span})
			}
		case r == utf8.RuneError && n == 1, unicode.IsControl(r):
		default:
			text = append(text, letter{r, span})
		}
	}
	return text
}

// BreakingSpace reports whether a character is white space that allows a line
// break, which no-break spaces do not.
func BreakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F
}

// Missing returns what no face has, each once, in the order of the line: a
// character with what is joined to it. It is empty where the line can be drawn
// in full.
func (l Line) Missing() []string {
	var out []string
	for _, g := range l.Glyphs {
		if g.Face == nil && !slices.Contains(out, g.Text) {
			out = append(out, g.Text)
		}
	}
	return out
}

// String returns the characters of the line from left to right.
func (l Line) String() string {
	var b strings.Builder
	for _, g := range l.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}
