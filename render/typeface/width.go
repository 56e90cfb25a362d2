package typeface

import "unicode"

// missing keeps room for characters that no face has.
func missing(cluster []rune, span int) Glyph {
	width := 0
	for _, r := range cluster {
		switch {
		case ignorable(r), unicode.In(r, unicode.Mn, unicode.Me):
		case emoji(cluster):
			width += hundredths(emojiWidth)
		default:
			width += hundredths(letterWidth(r))
		}
	}
	return Glyph{Text: string(cluster), Advance: width, Span: span}
}

// hundredths returns n/100 em, rounded up.
func hundredths(n int) int { return (n*Em + 99) / 100 }

// emojiWidth is that of the widest colour fonts in use, in em/100: Noto Color
// Emoji has 1.17 to 1.27 (by version), Segoe UI Emoji 1.30, Apple Color Emoji 1.25.
const emojiWidth = 130

// otherWidth is for letters of scripts without a row below, in em/100; signs
// take one em.
const otherWidth = 140

// widths is how wide letters of the scripts are that the embedded faces lack, in
// em/100. East Asian fonts are built on squares of one em. For the others 19
// of 20 letters are no wider in the widest font at hand: the Noto Sans of the
// script (Devanagari, Gujarati, Gurmukhi, Kannada, Khmer, Malayalam, Mongolian,
// Myanmar, Tamil), else GNU FreeSerif, whose letters are of the same size;
// Telugu has the width of Kannada, its sister. What shaping joins only gets
// narrower.
var widths = []struct {
	script *unicode.RangeTable
	width  int
}{
	{unicode.Han, 100}, {unicode.Hangul, 100}, {unicode.Hiragana, 100}, {unicode.Katakana, 100},
	{unicode.Bopomofo, 100}, {unicode.Yi, 100},
	{unicode.Latin, 100}, {unicode.Greek, 100}, {unicode.Cyrillic, 100},
	{unicode.Arabic, 100}, {unicode.Hebrew, 100},
	{unicode.Bengali, 83}, {unicode.Cherokee, 91}, {unicode.Devanagari, 105}, {unicode.Ethiopic, 105},
	{unicode.Gujarati, 115}, {unicode.Gurmukhi, 98}, {unicode.Kannada, 138}, {unicode.Khmer, 118},
	{unicode.Malayalam, 199}, {unicode.Mongolian, 113}, {unicode.Myanmar, 134}, {unicode.Sinhala, 132},
	{unicode.Tamil, 171}, {unicode.Telugu, 138}, {unicode.Thaana, 89}, {unicode.Thai, 72},
	{unicode.Tibetan, 72},
}

// letterWidth returns the room of a character in em/100.
func letterWidth(r rune) int {
	for _, w := range widths {
		if unicode.Is(w.script, r) {
			return w.width
		}
	}
	if unicode.In(r, unicode.L, unicode.Mc) {
		return otherWidth
	}
	return 100
}
