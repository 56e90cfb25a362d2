package spot

import (
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// word is what the templates need to know of a token, computed once.
type word struct {
	lower  uint32 // hash of the lower-case form
	suf2   uint32 // hashes of its last two and three bytes, and first three
	suf3   uint32
	pre3   uint32
	grams  [maxGrams]uint32 // of three letters each, borders included
	gramN  uint8
	shape  uint32
	class  uint32 // lexicon.Class
	tag    uint32 // coarse part of speech
	doc    uint32 // what the document says of the word; see document.go
	rel    uint32 // hash of the relation to the head; 0 where not parsed
	gov    uint32 // hash of the head's lemma
	prep   uint32 // hash of the preposition that governs the word
	head   int32  // the head in the sentence, -1 for the root
	begins bool   // a name can begin or end here
	links  bool   // a name can go on over the word
	list   [3]listed
}

// listed is the longest entry of one of the gazetteers at a token.
type listed struct {
	n    uint8 // tokens, 0 for none
	kind uint8
}

// Codes of gazetteer entries.
const (
	listCountry = iota + 1
	listCity
	listState
	listRegion
	listSite
	listOrg
	listMedia
	listDemonym
)

const fnv = 2166136261

func hash(s string) uint32 { return hashOn(fnv, s) }

func hashOn(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// describe fills a word from a token. title says that capitals carry no
// meaning in the sentence.
func describe(w *word, t *nlp.Token, title bool) {
	lower := t.Lower
	n := len(lower)
	*w = word{lower: hash(lower), tag: coarse(t.Tag)}
	if n > 0 && lower[0] >= '0' && lower[0] <= '9' {
		w.lower = digits(lower)
	}
	w.shape = shapeOf(t.Text, title)
	w.begins = w.shape&hasCapital != 0
	w.links = link(lower) || n > 0 && lower[0] >= '0' && lower[0] <= '9'
	w.class = uint32(lexicon.WordClass(lower))
	if !w.begins {
		return
	}
	w.suf2 = hash(lower[max(0, n-2):])
	w.suf3 = hash(lower[max(0, n-3):])
	w.pre3 = hash(lower[:min(3, n)])
	h := uint32('^') // borders count as letters
	for k := 0; k <= n && int(w.gramN) < maxGrams; k++ {
		c := uint32('$')
		if k < n {
			c = uint32(lower[k])
		}
		h = h<<8 | c
		if k > 0 {
			w.grams[w.gramN] = h & 0xffffff
			w.gramN++
		}
	}
}

// syntax notes what the dependency tree says of the words of a sentence.
func syntax(ws []word, toks []nlp.Token) {
	for k := range ws {
		ws[k].head = -1
	}
	for k := range toks {
		t := &toks[k]
		if t.Rel == "" {
			continue
		}
		w := &ws[k]
		w.rel, w.head = hash(t.Rel), int32(t.Head)
		if t.Head < 0 {
			continue
		}
		w.gov = hash(toks[t.Head].Lemma)
		if t.Rel == "case" {
			ws[t.Head].prep = w.lower
		}
	}
}

// maxGrams bounds the letter sequences of a word that are looked at.
const maxGrams = 12

// digits is the class of a number: years, other numbers of four digits and
// the rest by length.
func digits(s string) uint32 {
	n := uint32(0)
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 7000
		}
		n++
	}
	return 7001 + min(n, 6)
}

// Parts of a shape.
const (
	hasCapital = 1 << iota
	firstCapital
	allCapitals
	hasDigit
	hasStop
	hasHyphen
	hasApostrophe
	oneLetter
	foreign // letters beyond ASCII
	innerCapital
	short // up to three letters
	inTitle
)

// shapeOf says how a token is written.
func shapeOf(text string, title bool) uint32 {
	var s, upper, lower uint32
	first := true
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && (r|0x20)-'a' < 26 && (r|0x20) >= 'a' || r >= utf8.RuneSelf && unicode.IsLetter(r):
			if r >= utf8.RuneSelf {
				s |= foreign
			}
			if unicode.IsUpper(r) {
				upper++
				if first {
					s |= firstCapital
				} else if lower > 0 {
					s |= innerCapital
				}
			} else {
				lower++
			}
		case r >= '0' && r <= '9':
			s |= hasDigit
		case r == '.':
			s |= hasStop
		case r == '-' || r == '‐' || r == '‑' || r == '–':
			s |= hasHyphen
		case r == '\'' || r == '’':
			s |= hasApostrophe
		}
		first = false
	}
	if upper > 0 {
		s |= hasCapital
		if lower == 0 {
			s |= allCapitals
		}
	}
	if upper+lower == 1 {
		s |= oneLetter
	}
	if upper+lower <= 3 {
		s |= short
	}
	if title {
		s |= inTitle
	}
	return s
}

// link reports whether a lower-case word or mark can stand inside a name.
func link(lower string) bool {
	switch lower {
	case "of", "the", "for", "and", "&", "-", "–", "'s", "’s", "'", "’", "y", "à", "des", "zu", "do", "e", "on", "no.":
		return true
	}
	return lexicon.Particle(lower)
}

// coarse maps Penn tags to few classes: taggers differ over the others.
func coarse(tag string) uint32 {
	switch tag {
	case "NNP":
		return 1
	case "NNPS":
		return 2
	case "NN":
		return 3
	case "NNS":
		return 4
	case "CD":
		return 5
	case "IN", "TO":
		return 6
	case "DT", "PRP$":
		return 7
	case "POS":
		return 8
	case ",":
		return 9
	case ".", ":":
		return 10
	case "CC":
		return 11
	case "PRP", "WP", "WDT", "EX":
		return 12
	case "RB", "WRB", "MD":
		return 13
	case "-LRB-", "(":
		return 14
	case "-RRB-", ")":
		return 15
	case "``", "''", "\"":
		return 16
	case "HYPH":
		return 17
	case "":
		return 0
	}
	switch tag[0] {
	case 'V':
		return 18
	case 'J':
		return 19
	}
	return 20
}
