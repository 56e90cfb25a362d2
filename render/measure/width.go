// Package measure tells how wide words are and breaks them into lines.
//
// Words are shaped with render/typeface, whose faces have Arial's widths where
// no family of a person's own is asked for. A reader's browser may choose
// another family of the font stack, so layout works with reserved widths: 15 %
// more than measured, which covers the families in common use. Results are
// whole 1/64 px and the same on every machine. All functions are safe for
// concurrent use.
package measure

import (
	"strings"
	"unicode"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/typeface"
)

// A Style is what a width depends on. Of the embedded faces italics are as
// wide as upright letters, so that only a registered family needs Italic.
type Style struct {
	Size   scene.Unit
	Bold   bool
	Italic bool
	Family string // as registered with render/typeface; empty for the embedded faces

	// Percent is how wide the words will be in per cent of the measured face,
	// where they are set in another one that is not at hand; 0 reads as 100.
	Percent int
}

// reservePercent is what a reader's face may need more than the measured one.
const reservePercent = 15

// Reserve returns the room to keep for words that measure w: w and 15 %.
func Reserve(w scene.Unit) scene.Unit { return w + (w*reservePercent+99)/100 }

// Natural is the inverse of Reserve: the widest text that fits in room.
func Natural(room scene.Unit) scene.Unit {
	w := room * 100 / (100 + reservePercent)
	for Reserve(w+1) <= room {
		w++
	}
	for w > 0 && Reserve(w) > room {
		w--
	}
	return w
}

// Width returns the advance of a line. White space counts as SVG shows it:
// none at the ends, one space in between. Kerning across spaces is not
// counted, so that the width of a line is the sum of its words and spaces.
func Width(text string, style Style) scene.Unit {
	var sum, spaces scene.Unit
	for _, w := range fields(text) {
		for _, part := range ideographs(w) { // what lines are made of
			sum += style.width(part)
		}
		spaces++
	}
	if spaces > 1 {
		sum += (spaces - 1) * style.width(" ")
	}
	return sum
}

// Reserved returns the room to keep for a line: Reserve of its Width.
func Reserved(text string, style Style) scene.Unit { return Reserve(Width(text, style)) }

// Longest returns the room to keep for the longest word of a text.
func Longest(text string, style Style) scene.Unit {
	var most scene.Unit
	for _, w := range fields(text) {
		for _, part := range ideographs(w) {
			most = max(most, style.width(part))
		}
	}
	return Reserve(most)
}

// width returns the advance of a word, rounded up.
func (s Style) width(word string) scene.Unit {
	advance := typeface.Advance(word, typeface.Style{Family: s.Family, Bold: s.Bold, Italic: s.Italic})
	n := scene.Unit(advance) * s.Size
	if s.Percent == 0 {
		return (n + typeface.Em - 1) / typeface.Em
	}
	return (n*scene.Unit(s.Percent) + 100*typeface.Em - 1) / (100 * typeface.Em)
}

// fields splits at white space that allows a break.
func fields(text string) []string { return strings.FieldsFunc(text, typeface.BreakingSpace) }

// RightToLeft reports whether the first letter of a text belongs to a script
// that runs from right to left.
func RightToLeft(text string) bool {
	for _, r := range text {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}
