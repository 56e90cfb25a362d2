package timex

import "github.com/causeline/causeline/timeline/nlp"

// An item is a word, a number or a mark that patterns are matched on. It is a
// token, a part of one ("third-quarter" is two) or several joined ("twenty
// four", "10 a.m.").
type item struct {
	start, end int
	lower      string
	class      class
	marks      mark
	tags       *tags  // of its sentence
	n          int    // see word; for cIso packed by packDate
	value      string // see word
	meridiem   bool   // a clock time with a.m. or p.m.
	zoneNamed  bool   // a clock time with the name of a zone: EST
	half       bool   // a number and a half: "two and a half"
	upper      bool   // starts with a capital
	glued      bool   // no space stands before it
	hyphen     bool   // a hyphen joins it to the one before
	token      int    // index of its first token in the sentence
}

// tag is the part of speech of the item's token.
func (it *item) tag() string {
	if it.tags == nil {
		return ""
	}
	return it.tags.of(it.token)
}

// plural reports whether the item's token is a noun in the plural.
func (it *item) plural() bool { return it.tag() == "NNS" }

// tags sees to it that a sentence has its parts of speech when they are asked
// for. Most sentences are read without.
type tags struct {
	sentence *nlp.Sentence
	set      func(*nlp.Sentence) // nil where they are set
}

func (t *tags) of(token int) string { return t.all()[token].Tag }

// all returns the tokens with their tags.
func (t *tags) all() []nlp.Token {
	if t.set != nil {
		t.set(t.sentence)
		t.set = nil
	}
	return t.sentence.Tokens
}

func anyTrigger(items []item) bool {
	for i := range items {
		it := &items[i]
		if it.class&(cTrigger|cOrd) != 0 || it.isEarlyYear() {
			return true
		}
	}
	return false
}

func anyMarked(items []item, k mark) bool {
	for i := range items {
		if items[i].marks&k != 0 {
			return true
		}
	}
	return false
}

// appendItems appends the items of a sentence to dst.
func (l *Language) appendItems(dst []item, text string, tags *tags) []item {
	prevEnd := -1
	s := tags.sentence
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Start < s.Start || t.End > s.End || t.Start >= t.End || t.Start < prevEnd ||
			t.End > len(text) || t.End-t.Start != len(t.Text) {
			continue // a token outside its sentence cannot be pointed at
		}
		n := len(dst)
		dst = l.appendToken(dst, t, item{start: t.Start, end: t.End, lower: t.Lower, tags: tags, token: i})
		dst[n].glued = t.Start == prevEnd
		prevEnd = t.End
	}
	dst = joinNumbers(joinShortYears(dst))
	dst = l.joinClocks(dst)
	l.applyTraps(dst)
	return dst
}

// appendToken appends one token as one item, or as several where hyphens or
// dashes join parts that all mean something here.
func (l *Language) appendToken(dst []item, t *nlp.Token, it item) []item {
	c := t.Text[0]
	it.upper = c >= 'A' && c <= 'Z'
	if w, ok := l.words[t.Lower]; ok {
		it.class, it.marks, it.n, it.value = w.class, w.marks, w.n, w.value
		return append(dst, it)
	}
	if len(t.Lower) > maxTokenLen || len(t.Lower) != len(t.Text) {
		return append(dst, it)
	}
	if l.scanNumeral(&it, t.Lower) {
		return append(dst, it)
	}
	if parts, ok := l.appendEra(dst, it, t); ok {
		return parts
	}
	if parts, ok := l.appendParts(dst, it, t); ok {
		return parts
	}
	return append(dst, it)
}

// appendEra splits "AD842" and "300BC".
func (l *Language) appendEra(dst []item, whole item, t *nlp.Token) ([]item, bool) {
	s := t.Lower
	cut := digits(s)
	if cut == 0 {
		for cut < len(s) && s[cut] >= 'a' && s[cut] <= 'z' {
			cut++
		}
	}
	if cut == 0 || cut == len(s) {
		return dst, false
	}
	parts := [2]item{whole, whole}
	for i, p := range []string{s[:cut], s[cut:]} {
		it := &parts[i]
		it.start += i * cut
		it.end = it.start + len(p)
		it.lower = p
		it.glued = i > 0
		if w, ok := l.words[p]; ok && w.class&cEra != 0 && whole.upper == (i == 0) {
			it.class, it.n = cEra, w.n
		} else if digits(p) != len(p) || !l.scanNumeral(it, p) {
			return dst, false
		}
	}
	if (parts[0].class|parts[1].class)&cEra == 0 || (parts[0].class|parts[1].class)&cNum == 0 {
		return dst, false
	}
	parts[0].upper, parts[1].upper = true, true
	return append(dst, parts[0], parts[1]), true
}

// maxTokenLen bounds what is looked into: no date is longer than that.
const maxTokenLen = 40

// appendParts splits a token at its hyphens and dashes. It answers false,
// appending nothing, when a part is no word or number of the tables.
func (l *Language) appendParts(dst []item, whole item, t *nlp.Token) ([]item, bool) {
	lower := t.Lower
	n := len(dst)
	from := 0
	for from <= len(lower) {
		cut, width := nextDash(lower, from)
		part := lower[from:cut]
		it := whole
		it.start, it.end, it.lower = whole.start+from, whole.start+cut, part
		it.class, it.marks, it.n, it.value = 0, 0, 0, ""
		it.upper = from < len(lower) && t.Text[from] >= 'A' && t.Text[from] <= 'Z'
		it.hyphen = from > 0
		it.glued = from > 0
		if w, ok := l.words[part]; ok && (w.class != 0 || w.marks&mJoiner != 0) {
			it.class, it.marks, it.n, it.value = w.class, w.marks, w.n, w.value
		} else if !l.scanNumeral(&it, part) {
			return dst[:n], false
		}
		dst = append(dst, it)
		if cut == len(lower) {
			break
		}
		from = cut + width
	}
	return dst, len(dst) > n+1
}

// nextDash finds the next hyphen, slash or dash and its width in bytes; at the end it
// answers the length of s.
func nextDash(s string, from int) (at, width int) {
	for i := from; i < len(s); i++ {
		if (s[i] == '-' || s[i] == '/') && i > from {
			return i, 1
		}
		if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0x94 && i > from {
			return i, 3
		}
	}
	return len(s), 0
}
