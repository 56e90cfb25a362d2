package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads a word, number, address or abbreviation that begins at i and
// appends its token or, where clitics are split off, its tokens.
func word(dst []Span, text string, first, i, end int) ([]Span, int) {
	if n := addressLen(text[i:end]); n > 0 {
		return append(dst, Span{i, i + n}), i + n
	}
	j := i
	if text[j] == '-' || text[j] == '.' { // a sign or a decimal point, see repeated
		j++
	}
	dots := 0 // stops inside the word
	plain := true
	for j < end {
		c := text[j]
		if isAlnum(c) {
			j++
			continue
		}
		n, dot := joins(text, i, j, end, dots)
		if n == 0 {
			break
		}
		plain = false
		if dot {
			dots++
		}
		j += n
	}
	if j == i { // never, as long as joins takes every letter
		_, n := utf8.DecodeRuneInString(text[i:end])
		return append(dst, Span{i, i + n}), i + n
	}
	if j < end && text[j] == '.' && keepsStop(text, i, j, end, dots) {
		return append(dst, Span{i, j + 1}), j + 1
	}
	if plain {
		return plainWord(dst, text, i, j), j
	}
	return clitics(dst, text, i, j), j
}

// joins says how many bytes at j continue the word that began at i: letters
// outside ASCII, and marks that hold a word together when they stand between
// letters or digits. dot reports a stop.
func joins(text string, i, j, end, dots int) (n int, dot bool) {
	c := text[j]
	if c >= 0x80 {
		r, n := utf8.DecodeRuneInString(text[j:end])
		switch {
		case r == utf8.RuneError && n <= 1:
			return 0, false
		case isApostrophe(r) || r == '‐' || r == '‑':
			if r == '‘' || j+n >= end || !startsWord(text[j+n:end]) {
				return 0, false
			}
			return n, false
		case r == '\u00ad' || r == '\u200c' || r == '\u200d': // soft hyphen, joiners
			return n, false
		case r >= 0x0e00 && !unicode.Is(unicode.Latin, r):
			return 0, false
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == 'º' || r == 'ª':
			return n, false
		}
		return 0, false
	}
	if j+1 >= end || j == i {
		return 0, false
	}
	next := text[j+1]
	before := text[j-1]
	switch c {
	case '-':
		if startsWord(text[j+1:end]) && (before != '.' || dots > 0) {
			return 1, false
		}
	case '\'':
		if startsWord(text[j+1 : end]) {
			return 1, false
		}
	case '.':
		if !isAlnum(next) && !(next == '-' && dots > 0 && j+2 < end && isAlnum(text[j+2])) {
			return 0, false
		}
		if sentenceGlued(text, i, j, end, dots) || noteGlued(text, i, j, end, dots) {
			return 0, false
		}
		return 1, true
	case ',':
		if isDigit(before) && isDigit(next) {
			return 1, false
		}
	case ':', '/':
		if isDigit(before) && isDigit(next) {
			return 1, false
		}
	case '&':
		if isUpper(before) && isUpper(next) {
			return 1, false
		}
	case '_', '@', '+':
		if isAlnum(next) && (c != '+' || isDigit(before)) {
			return 1, false
		}
	}
	return 0, false
}

// sentenceGlued reports whether the stop at j ends a sentence whose successor
// follows without a space: "the end.Next" or "in 2005.The".
func sentenceGlued(text string, i, j, end, dots int) bool {
	if dots > 0 || !isUpper(text[j+1]) || j+2 >= end || !isLower(text[j+2]) {
		return false
	}
	if j-i < 2 {
		return false
	}
	return (isLower(text[j-1]) && isLower(text[j-2]) || isDigit(text[j-1])) && !addressed(text, j+1, end)
}

// addressed reports whether the sign of an e-mail address follows in the name
// at k.
func addressed(text string, k, end int) bool {
	for end = min(end, k+64); k < end; k++ {
		switch c := text[k]; {
		case c == '@':
			return true
		case !isAlnum(c) && c != '.' && c != '-' && c != '_':
			return false
		}
	}
	return false
}

// noteGlued reports whether the stop at j ends a sentence and the number of a
// note follows without a space, as in "the road.12 Later".
func noteGlued(text string, i, j, end, dots int) bool {
	if dots > 0 || j-i < 3 || !isLower(text[j-1]) || !isLower(text[j-2]) || !isLower(text[j-3]) {
		return false
	}
	k := j + 1
	for k < end && k <= j+3 && isDigit(text[k]) {
		k++
	}
	if k == j+1 || k < end || j-i <= maxAbbreviation && abbreviations[lowerASCII(text[i:j])] != 0 {
		return false
	}
	return k+1 >= len(text) || isUpper(text[k+1])
}

// startsWord reports whether s begins with a letter or a digit.
func startsWord(s string) bool {
	if s == "" {
		return false
	}
	if s[0] < 0x80 {
		return isAlnum(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// keepsStop reports whether the word text[i:j] owns the stop that follows it:
// initials, acronyms with stops inside, and known abbreviations. The chunk ends
// at end.
func keepsStop(text string, i, j, end, dots int) bool {
	w, next := text[i:j], j+1
	if next < end && (text[next] == '.' || isAlnum(text[next])) {
		return false
	}
	if len(w) == 1 && isLower(w[0]) && i > 1 && (text[i-1] == '(' || text[i-2] == ';' && text[i-1] == ' ' && digitNext(text, next)) {
		return true // "(b. 1950; m. 1980)"
	}
	if len(w) == 1 && w != "c" && w != "p" {
		return isUpper(w[0]) && (initialBefore(text, next, w[0] == 'I') || afterInitial(text, i) && digitNext(text, next))
	}
	if dots > 0 && isAcronym(w) {
		return true
	}
	if len(w) > maxAbbreviation {
		return false
	}
	k, ok := abbreviations[lowerASCII(w)]
	if !ok || k&small == 0 && !isUpper(w[0]) {
		return false
	}
	return k&^small != number || digitNext(text, next)
}

// afterInitial reports whether an initial stands before the word at i.
func afterInitial(text string, i int) bool {
	return i >= 3 && text[i-1] == ' ' && text[i-2] == '.' && isUpper(text[i-3]) && (i == 3 || !isAlnum(text[i-4]))
}

// digitNext reports whether a number begins at or just after k.
func digitNext(text string, k int) bool {
	if k < len(text) && text[k] == ' ' {
		k++
	}
	return k < len(text) && isDigit(text[k])
}

// initialBefore reports whether a single letter and its stop, which ends at
// next, read as an initial: a capitalised word follows. The pronoun "I" needs
// another initial to follow.
func initialBefore(text string, next int, pronoun bool) bool {
	k := next
	for k < len(text) && (text[k] == ' ' || text[k] == '\n') && k < next+3 {
		k++
	}
	if k+1 >= len(text) || !isUpper(text[k]) {
		return k > next && k < len(text) && text[k] >= 0x80 && startsWord(text[k:])
	}
	return !pronoun || text[k+1] == '.'
}

// isAcronym reports whether every stop in w stands between single letters, as
// in "U.S", "p.m" or "Ph.D".
func isAcronym(w string) bool {
	run := 0
	for k := 0; k < len(w); k++ {
		switch c := w[k]; {
		case c == '.':
			if run == 0 || run > 2 {
				return false
			}
			run = 0
		case isLetter(c):
			run++
		default:
			return false
		}
	}
	return run <= 2
}

// addressLen returns the length of a web address at the head of s, without
// the punctuation that follows it.
func addressLen(s string) int {
	if len(s) < 5 {
		return 0
	}
	c := s[0] | 0x20
	if c != 'h' && c != 'w' && c != 'f' {
		return 0
	}
	head := strings.ToLower(s[:min(len(s), 8)])
	if !strings.HasPrefix(head, "www.") && !strings.HasPrefix(head, "http://") &&
		!strings.HasPrefix(head, "https://") && !strings.HasPrefix(head, "ftp://") {
		return 0
	}
	n := 0
	for n < len(s) && s[n] > ' ' && !strings.ContainsRune("<>\"`{}|\\", rune(s[n])) && s[n] < 0x80 {
		n++
	}
	for n > 0 && strings.IndexByte(".,;:!?')]", s[n-1]) >= 0 {
		n--
	}
	return n
}
