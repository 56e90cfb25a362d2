package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences appends the sentences of one block to dst, as ranges of toks, the
// block's tokens as Tokens gave them.
func Sentences(dst []Range, text string, toks []Span) []Range {
	from := 0
	for i := 0; i < len(toks); i++ {
		if i-from+1 >= MaxTokens {
			dst = append(dst, Range{from, i + 1})
			from = i + 1
			continue
		}
		stop := stopKind(text, toks[i])
		if stop == noStop {
			continue
		}
		last := min(closers(text, toks, i), from+MaxTokens-1)
		if last+1 < len(toks) && ends(text, toks, from, i, last, stop) {
			dst = append(dst, Range{from, last + 1})
			from = last + 1
			i = last
		}
	}
	if from < len(toks) {
		dst = append(dst, Range{from, len(toks)})
	}
	return dst
}

// stopClass says what kind of stop a token is or holds.
type stopClass uint8

const (
	noStop stopClass = iota
	fullStop
	exclamation // also the question mark
	ellipsis
	abbreviated // a word that owns its stop
)

func stopKind(text string, t Span) stopClass {
	c := text[t.Start]
	n := t.End - t.Start
	switch c {
	case '.':
		if n == 1 {
			return fullStop
		}
		return ellipsis
	case '!', '?':
		return exclamation
	}
	if text[t.End-1] == '.' {
		if c >= 0x80 && strings.HasPrefix(text[t.Start:], "…") {
			return ellipsis
		}
		if isAlnum(c) {
			return abbreviated
		}
	}
	if c >= 0xe2 && n == 3 {
		switch text[t.Start:t.End] {
		case "…":
			return ellipsis
		case "。", "！", "？", "‼", "⁉":
			return exclamation
		}
	}
	return noStop
}

// maxClosers bounds the marks that can follow a stop.
const maxClosers = 12

// closers returns the index of the last token that closes the sentence whose
// stop is token i: further stops, quotation marks, brackets and note marks
// ("[3]") that follow without a space.
func closers(text string, toks []Span, i int) int {
	most := i + maxClosers
	for i < most && i+1 < len(toks) && toks[i+1].Start == toks[i].End {
		t := toks[i+1]
		switch text[t.Start] {
		case '"', '\'', ')', ']', '}', '!', '?', '.':
			i++
			continue
		case '[':
			if n := noteMark(text, toks[i+1:]); n > 0 {
				i += n
				continue
			}
			return i
		}
		switch text[t.Start:t.End] {
		case "”", "’", "»", "’’", "…", "‘", "“":
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
	// A number in brackets after a space is a note mark as well.
	if i+1 < len(toks) && toks[i+1].Start == toks[i].End+1 && text[toks[i+1].Start] == '[' {
		if n := noteMark(text, toks[i+1:]); n > 0 && isDigit(text[toks[i+2].Start]) {
			i += n
		}
	}
	return i
}

// isOpening reports whether the mark s normally opens a quotation.
func isOpening(s string) bool { return s == "“" || s == "‘" }

// noteMark returns the number of tokens of a note mark such as "[12]".
func noteMark(text string, toks []Span) int {
	if len(toks) < 3 || !isAlnum(text[toks[1].Start]) || text[toks[2].Start] != ']' ||
		toks[1].Start != toks[0].End || toks[2].Start != toks[1].End || toks[1].End-toks[1].Start > 3 {
		return 0
	}
	return 3
}

// ends reports whether the sentence that began at token from ends with token
// last, where token i is its stop.
func ends(text string, toks []Span, from, i, last int, stop stopClass) bool {
	next := last + 1
	spaced := toks[next].Start > toks[last].End
	r, quoted := opening(text, toks, next)
	if !spaced && !quoted && !unicode.IsUpper(r) {
		return false
	}
	if unicode.IsLower(r) && !camel(text, toks[next]) {
		return false
	}
	switch stop {
	case fullStop:
		// The number of a list item: "1. First".
		return !(i == from+1 && isDigit(text[toks[from].Start]) && toks[from].End-toks[from].Start <= 3)
	case exclamation:
		return last == i || !attributed(text, toks, next)
	case ellipsis:
		return unicode.IsUpper(r) && lowerASCII(text[toks[next].Start:min(toks[next].End, toks[next].Start+2)]) != "i"
	case abbreviated:
		return last > i && unicode.IsUpper(r) || endsAfterAbbreviation(text, toks, i, next)
	}
	return false
}

// opening returns the first telling character from token next on, past
// opening marks, and whether it passed a mark of quotation.
func opening(text string, toks []Span, next int) (r rune, quoted bool) {
	for k := next; k < len(toks) && k < next+4; k++ {
		r, _ = utf8.DecodeRuneInString(text[toks[k].Start:toks[k].End])
		switch r {
		case '"', '\'', '“', '‘', '«', '`':
			quoted = true
			continue
		case '(', '[', '-', '–', '—', '…', '.', '*', '•':
			continue
		}
		return r, quoted
	}
	return r, quoted
}

// camel reports whether a token that begins with a small letter is a name
// such as "eBay".
func camel(text string, t Span) bool {
	w := text[t.Start:t.End]
	for k := 1; k < len(w) && k < 3; k++ {
		if isUpper(w[k]) {
			return true
		}
	}
	return false
}

// attributed reports whether a verb of saying follows within three tokens:
// the quotation before it is part of its sentence.
func attributed(text string, toks []Span, next int) bool {
	for k := next; k < len(toks) && k < next+4; k++ {
		w := text[toks[k].Start:toks[k].End]
		if len(w) <= 9 && speech[lowerASCII(w)] {
			return true
		}
		if !isAlnum(w[0]) && w[0] < 0x80 {
			return false
		}
	}
	return false
}

// endsAfterAbbreviation reports whether a new sentence begins at token next
// after the abbreviation at token i.
func endsAfterAbbreviation(text string, toks []Span, i, next int) bool {
	w := lowerASCII(text[toks[i].Start:toks[i].End])
	follower := text[toks[next].Start:toks[next].End]
	r, quoted := opening(text, toks, next)
	k := abbreviations[w[:len(w)-1]] &^ small
	if k == 0 {
		if w == "e.g." || w == "i.e." {
			return false
		}
		k = starter
		if clock[w] {
			k = capital
		}
	}
	switch k {
	case number: // kept its stop only because a number follows
		return false
	case starter:
		if quoted {
			return unicode.IsUpper(r)
		}
		return unicode.IsUpper(r) && starters[strings.ToLower(follower)]
	case capital:
		return unicode.IsUpper(r) && (!clock[w] || !afterClock[strings.ToLower(follower)])
	}
	return false
}
