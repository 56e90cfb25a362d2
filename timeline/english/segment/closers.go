package segment

import (
	"strings"
	"unicode/utf8"
)

// maxClosers bounds the marks that can follow a stop.
const maxClosers = 12

// maxNotes bounds the note marks that can follow a stop.
const maxNotes = 8

// closers returns the index of the last token that closes the sentence whose
// stop is token i: further stops, quotation marks, brackets and note marks
// ("[3]") that follow without a space, and after a space the marks that belong
// to what stands before them.
func closers(text string, toks []Span, i int, stop stopClass) int {
	i = gluedClosers(text, toks, i)
	if stop == fullStop {
		if k := noteNumber(text, toks, i+1); k > 0 {
			return k
		}
	}
	for n := 0; n < maxNotes && i+1 < len(toks); n++ {
		t := toks[i+1]
		gap := t.Start - toks[i].End
		switch c := text[t.Start]; {
		case gap <= 1 && c == '[':
			k := noteMark(text, toks[i+1:])
			if k == 0 {
				return i
			}
			i += k
			continue
		case stop == exclamation && (c == '!' || c == '?'),
			stop != abbreviated && isSmiley(text[t.Start:t.End]):
			i++
			continue
		}
		break
	}
	return i
}

// gluedClosers returns the last of the closing marks that follow token i
// without a space.
func gluedClosers(text string, toks []Span, i int) int {
	most := i + maxClosers
	for i < most && i+1 < len(toks) && toks[i+1].Start == toks[i].End {
		t := toks[i+1]
		switch text[t.Start] {
		case '"', '\'', ')', ']', '}', '!', '?', '.':
			i++
			continue
		}
		switch text[t.Start:t.End] {
		case "”", "’", "»", "’’", "…", "‘", "“", "」", "』", "）":
			// An opening mark directly after a stop closes in some newspapers'
			// house style, where it faces the wrong way.
			if i+2 < len(toks) && toks[i+2].Start == t.End && isOpening(text[t.Start:t.End]) {
				return i
			}
			i++
			continue
		}
		return i
	}
	return i
}

// isOpening reports whether the mark s normally opens a quotation.
func isOpening(s string) bool { return s == "“" || s == "‘" }

// noteMark returns the number of tokens of a note mark such as "[12]" or
// "[citation needed]", 0 where none begins.
func noteMark(text string, toks []Span) int {
	const most = 6
	for k := 1; k < len(toks) && k < most; k++ {
		w := text[toks[k].Start:toks[k].End]
		switch {
		case w == "]":
			short := k == 2 && toks[2].Start-toks[1].Start <= 3
			if k > 1 && (short || text[toks[k-1].Start:toks[k-1].End] == "needed") {
				return k + 1
			}
			return 0
		case !isAlnum(w[0]):
			return 0
		}
	}
	return 0
}

// noteNumber returns k when token k is the number of a note that stands bare
// after a full stop: a short number before a word that opens a sentence. It
// returns 0 otherwise: "It sank. 12 sailors drowned."
func noteNumber(text string, toks []Span, k int) int {
	if k+1 >= len(toks) || toks[k].End-toks[k].Start > 3 || toks[k].End == toks[k+1].Start {
		return 0
	}
	for _, c := range []byte(text[toks[k].Start:toks[k].End]) {
		if !isDigit(c) {
			return 0
		}
	}
	next := text[toks[k+1].Start:toks[k+1].End]
	if !isUpper(next[0]) || !starters[lowerASCII(next)] {
		return 0
	}
	return k
}

// isSmiley reports whether the token w is an emoticon or an emoji.
func isSmiley(w string) bool {
	if w[0] < 0x80 {
		return emoticonLen(w) == len(w)
	}
	r, _ := utf8.DecodeRuneInString(w)
	return r >= 0x1f300 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf
}

// emoticonLen returns the length of the emoticon at the head of s: eyes, a
// nose at will, and a mouth, as in ":)" or ";-P". It returns 0 when there is
// none.
func emoticonLen(s string) int {
	if len(s) < 2 || s[0] != ':' && s[0] != ';' && s[0] != '=' {
		return 0
	}
	k := 1
	if s[k] == '-' || s[k] == '\'' {
		k++
	}
	if k == len(s) || strings.IndexByte(")(DPp/][|", s[k]) < 0 {
		return 0
	}
	mouth := s[k]
	for k < len(s) && s[k] == mouth {
		k++
	}
	return k
}
