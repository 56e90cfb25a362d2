package biaffine

import (
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// A Slot is one of the observations about a word that the network sees, each
// with embeddings of its own.
type Slot int

// The slots.
const (
	Word    Slot = iota // the form in lower case, numbers by class
	Suffix4             // the last bytes of that form
	Suffix3
	Suffix2
	Prefix3
	Shape // capitals, digits and marks
	Tag   // the perceptron tagger's guess
	Class // the tags that its dictionary allows the word
	Slots
)

// Keys are the hashes of a token's observations. They are what a model knows
// words by; the words themselves are not in it.
type Keys [Slots]uint32

// KeysOf appends the keys of toks, whose Text, Lower and Tag must be set, to
// dst. title says that capitals carry no meaning, as in headlines.
func KeysOf(dst []Keys, toks []nlp.Token, title bool, d *tagger.Dictionary) []Keys {
	for i := range toks {
		k := keys(&toks[i], i == 0, title)
		k[Class] = d.Class(toks[i].Lower)
		dst = append(dst, k)
	}
	return dst
}

func keys(t *nlp.Token, first, title bool) (k Keys) {
	form := normal(t.Lower)
	k[Word] = hash(basis, form)
	k[Suffix4] = ending(form, 4)
	k[Suffix3] = ending(form, 3)
	k[Suffix2] = ending(form, 2)
	k[Prefix3] = hash(basis, form[:min(3, len(form))])
	k[Shape] = shape(t.Text, first, title)
	k[Tag] = hash(basis, t.Tag)
	return k
}

// ending hashes the last n bytes, or the whole of a shorter word, marked.
func ending(form string, n int) uint32 {
	if len(form) < n {
		return hash(hash(basis, "^"), form)
	}
	return hash(basis, form[len(form)-n:])
}

// basis is where FNV-1a begins.
const basis = 2166136261

// hash continues h with the bytes of s (FNV-1a).
func hash(h uint32, s string) uint32 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// normal gives numbers and typographic marks the form of their class.
func normal(lower string) string {
	if lower == "" {
		return lower
	}
	if c := lower[0]; c >= '0' && c <= '9' {
		for i := 1; i < len(lower); i++ {
			if c := lower[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
				return lower
			}
		}
		if len(lower) == 4 && (c == '1' || c == '2') && lower[1] >= '0' && lower[2] >= '0' {
			return "!year"
		}
		return "!number"
	}
	switch lower {
	case "…", "….":
		return "..."
	case "—", "–", "―", "--":
		return "-"
	case "“", "”", "``", "''", "„", "«", "»":
		return "\""
	case "‘", "’", "`":
		return "'"
	}
	return lower
}

// shape hashes how a word is written, runs of one class as one or two. Under
// title the capitals of words are hidden.
func shape(text string, first, title bool) uint32 {
	h := uint32(basis)
	if first {
		h = hash(h, "^")
	}
	var last byte
	run := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		c := class(r)
		if title && c == 'X' {
			c = 'x'
		}
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func class(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return 'x'
	case r >= 'A' && r <= 'Z':
		return 'X'
	case r >= '0' && r <= '9':
		return 'd'
	case r < 0x80:
		return byte(r)
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return '*'
}
