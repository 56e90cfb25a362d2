package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
)

// hashBits is the width of the space that features are hashed into. The model
// stores hashes, never the words that they stand for.
const hashBits = 26

// A Feature is a hashed observation about a token and its surroundings.
type Feature uint32

// maxFeatures bounds the features of one token.
const maxFeatures = 40

// word is what the templates need to know of one token, hashed once.
type word struct {
	lower      uint32
	suffix     [5]uint32 // of 1 to 4 bytes of the lower-case form, index 0 unused
	prefix     [4]uint32 // of 1 to 3 bytes, index 0 unused
	shape      uint32
	class      uint32 // the tags that the word is known to take, 0 where unknown
	caseHabit  uint32 // how the word is usually written
	frozen     int8   // its only tag, or -1
	lowerCased bool
}

// Hash returns the hash of a lower-case word form (FNV-1a).
func Hash(s string) uint32 {
	return hashOn(2166136261, s)
}

// hashOn continues the hash h with the bytes of s.
func hashOn(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// feature combines a template's number with up to three values.
func feature(template, a, b, c uint32) Feature {
	h := uint64(template)*0x9e3779b97f4a7c15 + uint64(a)
	h = (h ^ h>>31) * 0xbf58476d1ce4e5b9
	h += uint64(b)
	h = (h ^ h>>29) * 0x94d049bb133111eb
	h += uint64(c)
	h = (h ^ h>>32) * 0x9e3779b97f4a7c15
	return Feature(h >> (64 - hashBits))
}

// A Sentence is a tokenised sentence made ready for tagging. It can be used
// again for the next one, which saves allocations.
type Sentence struct {
	words  []word
	static []Feature // of all tokens, perToken each
	title  bool
}

// perToken is the number of features that do not depend on earlier tags.
const perToken = 26

// Prepare fills s from toks, whose Text and Lower must be set. title says
// that capitals carry no meaning, as in headlines and in lines all in capitals.
func (s *Sentence) Prepare(toks []nlp.Token, title bool, d *Dictionary) {
	s.title = title
	if cap(s.words) < len(toks) {
		s.words = make([]word, len(toks), len(toks)+len(toks)/2)
	}
	s.words = s.words[:len(toks)]
	for i := range toks {
		s.words[i] = describe(toks[i].Text, Normal(toks[i].Lower), i == 0, title, d)
	}
	s.fixed()
}

// describe hashes what the templates need of a token.
func describe(text, lower string, first, title bool, d *Dictionary) word {
	w := word{frozen: -1}
	w.lower = Hash(lower)
	n := len(lower)
	for k := 1; k <= 4 && k <= n; k++ {
		w.suffix[k] = Hash(lower[n-k:])
	}
	h := uint32(2166136261)
	for k := 0; k < 3 && k < n; k++ {
		h = (h ^ uint32(lower[k])) * 16777619
		w.prefix[k+1] = h
	}
	known := d.look(w.lower)
	w.class = known.tags
	w.caseHabit = uint32(known.habit)
	if w.class == 0 {
		w.relative(lower, d)
	}
	w.lowerCased = text == lower
	w.shape = shape(text, first, title)
	if known.frozen >= 0 && (w.lowerCased || first || title) {
		w.frozen = known.frozen
	}
	return w
}

// endings are what inflection adds to a word, and what it takes away.
var endings = []struct{ add, cut string }{
	{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ied", "y"},
	{"ing", ""}, {"ing", "e"}, {"er", ""}, {"er", "e"}, {"ly", ""},
}

// relative gives a word that the dictionary does not know what it knows of
// the word's stem, marked with the ending: "berates" after "berate".
func (w *word) relative(lower string, d *Dictionary) {
	for k, e := range endings {
		n := len(lower) - len(e.add)
		if n < 3 || lower[n:] != e.add {
			continue
		}
		stem := d.look(hashOn(Hash(lower[:n]), e.cut))
		if stem.tags == 0 {
			continue
		}
		w.class = stem.tags ^ uint32(k+1)*0x85ebca6b
		if w.caseHabit == uint32(HabitUnknown) {
			w.caseHabit = uint32(stem.habit)
		}
		return
	}
	if k := strings.LastIndexByte(lower, '-'); k > 0 && k < len(lower)-2 {
		if last := d.look(Hash(lower[k+1:])); last.tags != 0 {
			w.class = last.tags ^ 0x27d4eb2f
		}
	}
}

// Normal replaces numbers by classes and typographic marks by plain ones, so
// that what is learned of one holds for the other.
func Normal(lower string) string {
	c := lower[0]
	if c < 0x80 {
		if c-'0' > 9 {
			return lower
		}
		for i := 1; i < len(lower); i++ {
			if c := lower[i]; c-'0' > 9 && c != '.' && c != ',' {
				return lower
			}
		}
		if len(lower) == 4 && (c == '1' || c == '2') && lower[1]-'0' <= 9 && lower[2]-'0' <= 9 {
			return "!year"
		}
		return "!number"
	}
	switch lower {
	case "…", "….":
		return "..."
	case "—", "–", "―":
		return "--"
	case "’’":
		return "''"
	case "‘":
		return "`"
	}
	return lower
}

// shape hashes how a token is written: capitals, digits, hyphens and where it
// stands. Under title, capitals of words are hidden.
func shape(text string, first, title bool) uint32 {
	var upper, lower, digit, mark uint32
	head := false
	for i, r := range text {
		switch {
		case r < 0x80 && (r|0x20)-'a' < 26:
			if r < 'a' {
				upper++
				head = head || i == 0
			} else {
				lower++
			}
		case r < 0x80 && r-'0' < 10 && r >= '0':
			digit = 1
		case r == '-' || r == '‐' || r == '‑':
			mark |= 1
		case r == '.':
			mark |= 2
		case r < 0x80:
			mark |= 4
		case unicode.IsUpper(r):
			upper++
			head = head || i == 0
		case unicode.IsLetter(r):
			lower++
		default:
			mark |= 8
		}
	}
	var capitals uint32
	switch {
	case upper == 0 && lower > 0:
		capitals = 1
	case upper == 1 && head && lower > 0:
		capitals = 2
	case upper == 1 && lower == 0:
		capitals = 3
	case upper > 1 && lower == 0:
		capitals = 4
	case upper > 0 && head:
		capitals = 5
	case upper > 0:
		capitals = 6
	}
	s := capitals | digit<<3 | mark<<4
	if title {
		if capitals == 2 || capitals == 4 && len(text) > 5 {
			s = 7 | digit<<3 | mark<<4
		}
		s |= 1 << 10
	}
	if first {
		s |= 1 << 9
	}
	return s
}

// Numbers that stand for the places before and after the sentence.
const (
	before = 1
	after  = 2
)

var (
	wordBefore = word{lower: before, shape: before, class: before, suffix: [5]uint32{0, 1, 1, 1, 1}}
	wordAfter  = word{lower: after, shape: after, class: after, suffix: [5]uint32{0, 2, 2, 2, 2}}
)

// at returns the word at i, or one of the two borders.
func (s *Sentence) at(i int) *word {
	if i < 0 {
		return &wordBefore
	}
	if i >= len(s.words) {
		return &wordAfter
	}
	return &s.words[i]
}

// fixed computes the features that do not depend on tags.
func (s *Sentence) fixed() {
	n := len(s.words) * perToken
	if cap(s.static) < n {
		s.static = make([]Feature, n, n+n/2)
	}
	s.static = s.static[:n]
	for i := range s.words {
		w, p, q := &s.words[i], s.at(i-1), s.at(i+1)
		p2, q2 := s.at(i-2), s.at(i+2)
		f := s.static[i*perToken : (i+1)*perToken : (i+1)*perToken]
		f[0] = feature(0, w.lower, 0, 0)
		f[1] = feature(1, w.lower, w.shape, 0)
		f[2] = feature(2, w.suffix[1], w.shape, 0)
		f[3] = feature(3, w.suffix[2], 0, 0)
		f[4] = feature(4, w.suffix[3], 0, 0)
		f[5] = feature(5, w.suffix[4], 0, 0)
		f[6] = feature(6, w.prefix[1], w.shape, 0)
		f[7] = feature(7, w.prefix[2], 0, 0)
		f[8] = feature(8, w.prefix[3], 0, 0)
		f[9] = feature(9, w.shape, w.caseHabit, w.class)
		f[10] = feature(10, p.lower, 0, 0)
		f[11] = feature(11, q.lower, 0, 0)
		f[12] = feature(12, p2.lower, 0, 0)
		f[13] = feature(13, q2.lower, 0, 0)
		f[14] = feature(14, p.lower, w.lower, 0)
		f[15] = feature(15, w.lower, q.lower, 0)
		f[16] = feature(16, p.lower, q.lower, 0)
		f[17] = feature(17, w.class, q.class, 0)
		f[18] = feature(18, w.class, q.class, q2.class)
		f[19] = feature(19, p.class, w.class, q.class)
		f[20] = feature(20, p.suffix[3], 0, 0)
		f[21] = feature(21, q.suffix[3], w.suffix[2], 0)
		f[22] = feature(22, q.shape, w.shape, p.shape)
		f[23] = feature(23, w.suffix[3], w.shape, q.class)
		f[24] = feature(24, p2.class, p.class, w.class)
		f[25] = feature(25, w.lower, q.class, 0)
	}
}

// moving computes the features of token i that depend on the tags before it.
func (s *Sentence) moving(dst *[maxFeatures]Feature, i int, st State) int {
	t1, t2 := st.t1, st.t2
	w, p, q := &s.words[i], s.at(i-1), s.at(i+1)
	dst[0] = feature(30, t1, 0, 0)
	dst[1] = feature(31, t1, t2, 0)
	dst[2] = feature(32, t1, w.lower, 0)
	dst[3] = feature(33, t1, w.suffix[3], w.shape)
	dst[4] = feature(34, t1, w.class, q.class)
	dst[5] = feature(35, t1, t2, w.class)
	dst[6] = feature(36, t1, q.lower, 0)
	dst[7] = feature(37, t2, w.lower, 0)
	dst[8] = feature(38, t1, p.lower, w.class)
	dst[9] = feature(39, t1, w.shape, q.shape)
	dst[10] = feature(40, t1, t2, w.suffix[2])
	dst[11] = feature(41, st.verb, st.since, w.suffix[2])
	dst[12] = feature(42, st.verb, st.since, w.class)
	dst[13] = feature(43, st.verb<<3|st.since, w.class, q.class)
	return 14
}

// LooksTitled reports whether capitals carry no meaning in toks: nearly all
// words that a headline would capitalise are capitalised. heading lowers the
// bar.
func LooksTitled(toks []nlp.Token, heading bool) bool {
	var long, capital int
	for i := range toks {
		t := toks[i].Text
		r, n := utf8.DecodeRuneInString(t)
		if i == 0 || !unicode.IsLetter(r) {
			continue
		}
		switch {
		case unicode.IsUpper(r):
			if len(t) >= 4 {
				long++
				capital++
			}
		case len(t) >= 4 || n < len(t) && !smallInTitles[t]:
			long++
		}
	}
	if heading {
		return long >= 2 && capital*10 >= long*6
	}
	return long >= 4 && capital*10 >= long*9
}

// smallInTitles lists short words that headlines leave in small letters. A
// verb among capitals, though short, is the mark of a sentence: "Ann met Tom".
var smallInTitles = map[string]bool{
	"an": true, "the": true, "and": true, "or": true, "but": true, "nor": true, "of": true,
	"in": true, "on": true, "at": true, "to": true, "for": true, "by": true, "as": true,
	"off": true, "out": true, "up": true, "per": true, "via": true, "vs": true, "n't": true,
	"de": true, "la": true, "el": true, "al": true, "van": true, "von": true, "der": true,
}

// Class returns a number for the set of tags that the dictionary allows a word
// given in lower case, or allows the word's stem, marked with its ending; 0
// where it knows neither.
func (d *Dictionary) Class(lower string) uint32 {
	if lower == "" {
		return 0
	}
	form := Normal(lower)
	w := word{lower: Hash(form)}
	known := d.look(w.lower)
	w.class, w.caseHabit = known.tags, uint32(known.habit)
	if w.class == 0 {
		w.relative(form, d)
	}
	return w.class
}
