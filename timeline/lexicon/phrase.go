package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A phraseIndex finds the longest phrase that a slice of tokens begins with.
// It is filled once and only read afterwards.
type phraseIndex struct {
	byFirst map[string][]phrase // per first token, longest phrase first
}

// A phrase is a sequence of tokens and the row of the table it stands for.
type phrase struct {
	tokens []string
	row    int
}

// add enters a phrase. Where the same tokens are already there, the earlier
// row stays, so that tables can be entered in order of precedence.
func (x *phraseIndex) add(tokens []string, row int) {
	if len(tokens) == 0 {
		return
	}
	if x.byFirst == nil {
		x.byFirst = map[string][]phrase{}
	}
	same := x.byFirst[tokens[0]]
	at := len(same)
	for i, p := range same {
		if equalTokens(p.tokens, tokens) {
			return
		}
		if at == len(same) && len(p.tokens) < len(tokens) {
			at = i
		}
	}
	same = append(same, phrase{})
	copy(same[at+1:], same[at:])
	same[at] = phrase{tokens: tokens, row: row}
	x.byFirst[tokens[0]] = same
}

// addName enters a name with the spellings under which readers also meet it:
// without diacritics, and in capitals as in datelines and headings.
func (x *phraseIndex) addName(name string, row int) {
	x.add(splitPhrase(name), row)
	plain := foldDiacritics(name)
	if plain != name {
		x.add(splitPhrase(plain), row)
	}
	if letterCount(name) >= minCapitals {
		x.add(splitPhrase(strings.ToUpper(name)), row)
		x.add(splitPhrase(strings.ToUpper(plain)), row)
	}
}

// minCapitals is the least number of letters of a name that is recognised in
// capitals too: shorter ones look like abbreviations.
const minCapitals = 4

// match gives the number of tokens and the row of the longest phrase that the
// tokens begin with; the number is 0 where there is none.
func (x *phraseIndex) match(tokens []string) (n, row int) {
	if len(tokens) == 0 {
		return 0, 0
	}
	for _, p := range x.byFirst[plainMarks(tokens[0])] {
		if hasPrefixTokens(tokens, p.tokens) {
			return len(p.tokens), p.row
		}
	}
	return 0, 0
}

// begins reports whether some phrase begins with the token.
func (x *phraseIndex) begins(token string) bool { return len(x.byFirst[plainMarks(token)]) > 0 }

// exact gives the row of a whole phrase.
func (x *phraseIndex) exact(name string) (row int, ok bool) {
	tokens := splitPhrase(name)
	n, row := x.match(tokens)
	return row, n > 0 && n == len(tokens)
}

func equalTokens(a, b []string) bool {
	return len(a) == len(b) && hasPrefixTokens(a, b)
}

func hasPrefixTokens(tokens, prefix []string) bool {
	if len(tokens) < len(prefix) {
		return false
	}
	for i, p := range prefix {
		if plainMarks(tokens[i]) != p {
			return false
		}
	}
	return true
}

// splitPhrase splits a name as a tokeniser in the Penn Treebank's manner
// does: at spaces, before a comma and before a possessive ending.
func splitPhrase(s string) []string {
	var out []string
	for _, word := range strings.Fields(plainMarks(s)) {
		comma := strings.HasSuffix(word, ",") && word != ","
		word = strings.TrimSuffix(word, ",")
		stem, possessive := strings.CutSuffix(word, "'s")
		switch {
		case possessive && stem != "":
			out = append(out, stem, "'s")
		case word != "":
			out = append(out, word)
		}
		if comma || word == "" {
			out = append(out, ",")
		}
	}
	return out
}

// plainMarks makes typographic apostrophes and unbreakable hyphens plain.
func plainMarks(s string) string {
	if isASCII(s) {
		return s
	}
	return marks.Replace(s)
}

var marks = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‑", "-", "‐", "-")

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// foldDiacritics writes Latin letters without their marks: "São" gives "Sao".
func foldDiacritics(s string) string {
	if isASCII(s) {
		return s
	}
	return diacritics().Replace(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var diacritics = sync.OnceValue(newDiacritics)

// newDiacritics lists the Latin letters with marks that European, Turkish
// and romanised names use, by the plain letters that replace them.
func newDiacritics() *strings.Replacer {
	groups := []struct{ plain, marked string }{
		{"a", "àáâãäåāăą"}, {"c", "çćčĉċ"}, {"d", "ďđð"}, {"e", "èéêëēėęě"},
		{"g", "ğĝģġ"}, {"h", "ĥħ"}, {"i", "ìíîïīįı"}, {"j", "ĵ"}, {"k", "ķ"},
		{"l", "łľļĺ"}, {"n", "ñńňņ"}, {"o", "òóôõöøōő"}, {"r", "řŕ"},
		{"s", "śšşșŝ"}, {"t", "ťţț"}, {"u", "ùúûüūůűų"}, {"y", "ýÿ"}, {"z", "źžż"},
		{"ae", "æ"}, {"oe", "œ"}, {"ss", "ß"}, {"th", "þ"},
	}
	var pairs []string
	for _, g := range groups {
		for _, r := range g.marked {
			pairs = append(pairs, string(r), g.plain)
			upper := unicode.ToUpper(r)
			if upper != r && r != 'ı' {
				pairs = append(pairs, string(upper), strings.ToUpper(g.plain[:1])+g.plain[1:])
			}
		}
	}
	pairs = append(pairs, "İ", "I")
	return strings.NewReplacer(pairs...)
}
