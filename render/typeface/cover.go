package typeface

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// pick returns the first face that has all of a character and what is joined
// to it, nil where none does. Emoji are left to a person's own font: the signs
// that DejaVu Sans has for some are not what a reader of the SVG sees.
func pick(faces chain, cluster []rune) *Face {
	if emoji(cluster) {
		if f := faces.own(); f != nil && f.covers(cluster) {
			return f
		}
		return nil
	}
	return faces.first(func(f *Face) bool { return f.covers(cluster) })
}

// covers reports whether the face has the cluster as it is, or composed.
func (f *Face) covers(cluster []rune) bool {
	if f.hasAll(cluster) {
		return true
	}
	return len(cluster) > 1 && len(cluster) <= maxRun && f.hasAll([]rune(norm.NFC.String(string(cluster))))
}

func (f *Face) hasAll(runes []rune) bool {
	for _, r := range runes {
		if !f.has(r) && !ignorable(r) {
			return false
		}
	}
	return true
}

// joins reports whether a character is set in one face with the one before:
// marks, joiners and what is joined, selectors, the colours of emoji.
func joins(before, r rune) bool {
	if r < 0x300 && before != zeroWidthJoiner {
		return false
	}
	return before == zeroWidthJoiner || unicode.Is(unicode.M, r) || ignorable(r) || r >= 0x1F3FB && r <= 0x1F3FF
}

const zeroWidthJoiner = 0x200D

// ignorable reports whether a character is not seen where a font lacks it:
// joiners, selectors, controls of direction.
func ignorable(r rune) bool {
	return r >= 0xAD && unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// emoji reports whether a cluster is shown as a picture.
func emoji(cluster []rune) bool {
	if unicode.Is(emojiPresentation, cluster[0]) {
		return true
	}
	for _, r := range cluster[1:] {
		if r == 0xFE0F {
			return true
		}
	}
	return false
}
