package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences appends the sentences of one block to dst, as ranges of toks, the
// block's tokens as Tokens gave them. No sentence has more than MaxTokens
// tokens.
func Sentences(dst []Range, text string, toks []Span) []Range {
	from := 0
	head, tail := unmarked(text, toks)
	for i := 0; i < len(toks); i++ {
		if i-from+1 >= MaxTokens {
			i = cut(text, toks, from, i)
			dst = append(dst, Range{from, i + 1})
			from = i + 1
			continue
		}
		if i == head || i == tail {
			dst = append(dst, Range{from, i + 1})
			from = i + 1
			continue
		}
		stop := stopKind(text, toks[i])
		if stop == noStop {
			continue
		}
		if stop == colon {
			if k := credit(text, toks, from, i); k > from {
				dst = append(dst, Range{from, k})
				from = k
			}
			continue
		}
		last := min(closers(text, toks, i, stop), from+MaxTokens-1)
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
	smiley
	ideographic // needs no space after it
	colon       // ends nothing, but may follow the first word of a credit
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
	case '[':
		if n > 1 { // "[...]"
			return ellipsis
		}
		return noStop
	case ':', ';', '=':
		if n > 1 && emoticonLen(text[t.Start:t.End]) == n {
			return smiley
		}
		if c == ':' {
			return colon
		}
		return noStop
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
		case "‼", "⁉":
			return exclamation
		case "。", "！", "？":
			return ideographic
		}
	}
	return noStop
}

// ends reports whether the sentence that began at token from ends with token
// last, where token i is its stop.
func ends(text string, toks []Span, from, i, last int, stop stopClass) bool {
	next := last + 1
	if stop == ideographic {
		return last == i
	}
	spaced := toks[next].Start > toks[last].End
	r, quoted := opening(text, toks, next)
	if !spaced && !quoted && !unicode.IsUpper(r) {
		return false
	}
	if isYear(text, toks[next:]) {
		return false
	}
	if unicode.IsLower(r) && !camel(text, toks[next]) && !(stop == fullStop && startsSmall(text, toks, i, last)) {
		return false
	}
	switch stop {
	case fullStop:
		if spacedStop(text, toks, next) {
			return false // ". . ." is an ellipsis; its last stop decides
		}
		if i > from && spacedStop(text, toks, i) && spacedStop(text, toks, i-1) {
			return endsAfterEllipsis(text, toks, from, i, next, r)
		}
		// The number of a list item: "1. First".
		return !(i == from+1 && isDigit(text[toks[from].Start]) && toks[from].End-toks[from].Start <= 3)
	case exclamation:
		return last == i || !attributed(text, toks, next)
	case ellipsis:
		return endsAfterEllipsis(text, toks, from, i, next, r)
	case abbreviated:
		return last > i && unicode.IsUpper(r) || endsAfterAbbreviation(text, toks, i, next)
	case smiley:
		return unicode.IsUpper(r)
	}
	return false
}

// domains holds the ends of web addresses that are written with a space before
// them where marks of punctuation have been set apart ("example. com").
var domains = map[string]bool{"com": true, "org": true, "net": true, "gov": true, "edu": true, "co": true}

// startsSmall reports whether a sentence may begin with a small letter after
// the full stop at token i, which token last closes: not after a quotation, and
// not after a letter or a short number, whose stop is no full stop ("E. coli",
// "9 p. m. and", "first, 1. that").
func startsSmall(text string, toks []Span, i, last int) bool {
	if last > i || i == 0 || toks[i+1].Start == toks[i].End || domains[text[toks[i+1].Start:toks[i+1].End]] {
		return false
	}
	w := text[toks[i-1].Start:toks[i-1].End]
	return !(len(w) == 1 && isLetter(w[0]) && w != "I") && !(len(w) <= 2 && isDigit(w[0]))
}

// endsAfterEllipsis reports whether the dots of token i end a sentence before
// token next, whose first letter is r. The same word said again shows a pause
// ("I … I waited"), and so does "I" within a quotation.
func endsAfterEllipsis(text string, toks []Span, from, i, next int, r rune) bool {
	if !unicode.IsUpper(r) {
		return false
	}
	w := text[toks[next].Start:toks[next].End]
	if w == "I" && inQuotation(text, toks[from:i]) {
		return false
	}
	return i == 0 || !strings.EqualFold(text[toks[i-1].Start:toks[i-1].End], w)
}

// inQuotation reports whether toks open a quotation and do not close it.
func inQuotation(text string, toks []Span) bool {
	open := false
	for _, t := range toks {
		switch text[t.Start:t.End] {
		case "“", "‘", "``":
			open = true
		case "”", "’", "''":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// isYear reports whether toks begin with a year in brackets, as after the
// title of a work.
func isYear(text string, toks []Span) bool {
	return len(toks) > 2 && text[toks[0].Start] == '(' && text[toks[2].Start] == ')' &&
		toks[1].End-toks[1].Start == 4 && isDigit(text[toks[1].Start]) && isDigit(text[toks[1].End-1])
}

// spacedStop reports whether token k is a full stop that stands apart.
func spacedStop(text string, toks []Span, k int) bool {
	return toks[k].End == toks[k].Start+1 && text[toks[k].Start] == '.' && k > 0 && toks[k-1].End < toks[k].Start
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
	for k := t.Start + 1; k < t.End; k++ {
		if isUpper(text[k]) {
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
