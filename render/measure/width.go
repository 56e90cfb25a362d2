package measure

import (
	"strings"
	"unicode"

	"github.com/causeline/causeline/render/scene"
)

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
	r := rulers.Get().(*ruler)
	defer rulers.Put(r)
	var sum, spaces scene.Unit
	for _, w := range fields(text) {
		sum += r.width(w, style)
		spaces++
	}
	if spaces > 1 {
		sum += (spaces - 1) * r.width(" ", style)
	}
	return sum
}

// Reserved returns the room to keep for a line: Reserve of its Width.
func Reserved(text string, style Style) scene.Unit { return Reserve(Width(text, style)) }

// Longest returns the room to keep for the longest word of a text.
func Longest(text string, style Style) scene.Unit {
	r := rulers.Get().(*ruler)
	defer rulers.Put(r)
	var most scene.Unit
	for _, w := range fields(text) {
		for _, part := range ideographs(w) {
			most = max(most, r.width(part, style))
		}
	}
	return Reserve(most)
}

// width returns the advance of a word at a size, rounded up.
func (r *ruler) width(word string, style Style) scene.Unit {
	n := scene.Unit(r.word(word, style.Bold)) * style.Size
	if style.Percent == 0 {
		return (n + em - 1) / em
	}
	return (n*scene.Unit(style.Percent) + 100*em - 1) / (100 * em)
}

// fields splits at white space that allows a break, which no-break spaces do
// not.
func fields(text string) []string { return strings.FieldsFunc(text, breakingSpace) }

func breakingSpace(r rune) bool {
	return unicode.IsSpace(r) && r != 0xA0 && r != 0x202F
}

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

// zeroWidth reports whether a character takes no room of its own: controls,
// joiners, variation selectors and combining marks.
func zeroWidth(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Mn, unicode.Me)
}
