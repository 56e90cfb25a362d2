package typeface

import "unicode"

func missing(cluster []rune, span int) Glyph {
	width := 0
	for _, r := range cluster {
		width += roomFor(r)
	}
	return Glyph{Text: string(cluster), Advance: width, Span: span}
}

// roomFor returns the room kept for a character that no face has.
func roomFor(r rune) int {
	switch {
	case ignorable(r), unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	return Em
}
