package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// chunk appends the tokens of text[i:end], which holds no white space.
func chunk(dst []Span, text string, i, end int) []Span {
	first := i
	for i < end {
		c := text[i]
		switch {
		case isAlnum(c):
			dst, i = word(dst, text, first, i, end)
		case (c == ':' || c == ';' || c == '=') && i == first && emoticonLen(text[i:end]) == end-i:
			dst, i = append(dst, Span{i, end}), end
		case c >= 0x80:
			dst, i = wide(dst, text, first, i, end)
		case c == '.' || c == '-' || c == '\'' || c == '`' || c == '=' || c == '*' || c == '_' || c == '~':
			dst, i = repeated(dst, text, first, i, end)
		case c == '[' && (strings.HasPrefix(text[i:end], "[...]") || strings.HasPrefix(text[i:end], "[…]")):
			dst, i = append(dst, Span{i, i + 5}), i+5
		case c == '!' || c == '?':
			j := i + 1
			for j < end && (text[j] == '!' || text[j] == '?') {
				j++
			}
			dst, i = append(dst, Span{i, j}), j
		case (c == '#' || c == '@') && i+1 < end && isLetter(text[i+1]):
			j := i + 1
			for j < end && (isAlnum(text[j]) || text[j] == '_') {
				j++
			}
			dst, i = append(dst, Span{i, j}), j
		default:
			dst, i = append(dst, Span{i, i + 1}), i+1
		}
	}
	return dst
}

// repeated reads marks that come in runs: "...", "--", "”", "***". An
// apostrophe before a decade ("'90s") belongs to it.
func repeated(dst []Span, text string, first, i, end int) ([]Span, int) {
	c := text[i]
	j := i + 1
	stop := end
	if c == '\'' || c == '`' { // marks of quotation come in pairs
		stop = min(end, i+2)
	}
	for j < stop && text[j] == c {
		j++
	}
	switch c {
	case '.':
		// A decimal without its nought: ".05".
		if j == i+1 && i == first && j < end && isDigit(text[j]) {
			return word(dst, text, first, i, end)
		}
	case '\'', '`':
		if c == '\'' && j == i+1 && (i == first || !isAlnum(text[i-1])) {
			if n := decadeLen(text[j:end]); n == 3 {
				return append(dst, Span{i, j + n}), j + n
			}
		}
	case '-':
		// A minus sign or a hyphen before a number at the head of a chunk.
		if j == i+1 && i == first && j < end && (isDigit(text[j]) || text[j] == '.' && j+1 < end && isDigit(text[j+1])) {
			return word(dst, text, first, i, end)
		}
	}
	return append(dst, Span{i, j}), j
}

// decadeLen returns the length of "90s" or "90" at the head of s.
func decadeLen(s string) int {
	if len(s) < 2 || !isDigit(s[0]) || !isDigit(s[1]) {
		return 0
	}
	n := 2
	if len(s) > 2 && s[2] == 's' {
		n = 3
	}
	if len(s) > n && isAlnum(s[n]) {
		return 0
	}
	return n
}

// wide reads a token that begins with a character outside ASCII.
func wide(dst []Span, text string, first, i, end int) ([]Span, int) {
	r, n := utf8.DecodeRuneInString(text[i:end])
	switch {
	case isApostrophe(r):
		if i == first || !isAlnum(text[i-1]) {
			if d := decadeLen(text[i+n : end]); d == 3 || d > 0 && r == '’' {
				return append(dst, Span{i, i + n + d}), i + n + d
			}
		}
		return append(dst, Span{i, i + n}), i + n
	case r == '…':
		j := i + n
		for j < end && (text[j] == '.' || strings.HasPrefix(text[j:end], "…")) {
			_, m := utf8.DecodeRuneInString(text[j:end])
			j += m
		}
		return append(dst, Span{i, j}), j
	case r >= 0x0e00 && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Latin, r):
		return unspaced(dst, text, i, end)
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return word(dst, text, first, i, end)
	}
	// A symbol, with the marks, joiners and modifiers that follow it.
	j := i + n
	for j < end {
		m, k := utf8.DecodeRuneInString(text[j:end])
		if !unicode.IsMark(m) && !(m >= 0x1f3fb && m <= 0x1f3ff) {
			break
		}
		j += k
	}
	return append(dst, Span{i, j}), j
}

// unspaced reads one word of a script that writes no spaces. It looks at a
// bounded window, so that a long run costs linear time.
func unspaced(dst []Span, text string, i, end int) ([]Span, int) {
	const window = 256
	stop := min(end, i+window)
	for stop < end && !utf8.RuneStart(text[stop]) {
		stop++
	}
	it := words.FromString(text[i:stop])
	if !it.Next() || len(it.Value()) == 0 {
		return append(dst, Span{i, stop}), stop
	}
	j := i + len(it.Value())
	return append(dst, Span{i, j}), j
}

func isAlnum(c byte) bool  { return isLetter(c) || isDigit(c) }
func isDigit(c byte) bool  { return c-'0' <= 9 }
func isLetter(c byte) bool { return (c|0x20)-'a' < 26 }
func isUpper(c byte) bool  { return c-'A' < 26 }
func isLower(c byte) bool  { return c-'a' < 26 }

// isApostrophe reports whether r is a typographic apostrophe or its usual
// stand-in.
func isApostrophe(r rune) bool { return r == '’' || r == 'ʼ' || r == '‘' }
