package tagger

import (
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
)

// repair corrects tags that cannot be right whatever the weights say: marks
// that face one way only, words tagged as marks, and names with capitals
// inside, of which the treebanks have too few.
func repair(toks []nlp.Token, i int, tag string) string {
	text := toks[i].Text
	switch text {
	case "“", "«", "``":
		return "``"
	case "”", "»", "’’":
		return "''"
	case "\"":
		return quote(toks, i, tag)
	}
	if isPunctuation(tag) {
		if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) && len(text) > 1 {
			if unicode.IsUpper(r) {
				return "NNP"
			}
			return "NN"
		}
		return tag
	}
	switch camelCase(text) {
	case 1:
		return "NNP"
	case 2:
		if tag != "NN" && tag != "NNS" && tag != "NNPS" {
			return "NNP"
		}
	}
	return tag
}

// ensureFinite turns a participle into a past where a full sentence would
// otherwise have no finite verb: the first one that directly follows a noun.
func ensureFinite(toks []nlp.Token) {
	n := len(toks)
	if n < 4 || toks[n-1].Text != "." {
		return
	}
	first := -1
	for i := range toks {
		switch toks[i].Tag {
		case "VBD", "VBZ", "VBP", "MD", "VB":
			return
		case "VBN":
			if first < 0 && i > 0 && isNominal(toks[i-1].Tag) {
				first = i
			}
		}
	}
	if first >= 0 {
		toks[first].Tag = "VBD"
	}
}

func isNominal(tag string) bool {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "RB":
		return true
	}
	return false
}

// quote decides whether a straight mark opens or closes from the spaces around
// it, where offsets are known.
func quote(toks []nlp.Token, i int, tag string) string {
	if toks[i].End == 0 {
		return tag
	}
	left := i > 0 && toks[i-1].End == toks[i].Start
	right := i+1 < len(toks) && toks[i+1].Start == toks[i].End
	switch {
	case right && !left:
		return "``"
	case left && !right:
		return "''"
	case i == 0:
		return "``"
	}
	return tag
}

func isPunctuation(tag string) bool {
	switch tag {
	case ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "$":
		return true
	}
	return false
}

// camelCase returns 1 for a name such as "eBay", 2 for one such as
// "PayPal", else 0.
func camelCase(text string) int {
	if len(text) < 3 {
		return 0
	}
	lower, upper := 0, 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c-'a' < 26:
			lower++
		case c-'A' < 26:
			if i > 0 {
				upper++
			}
		default:
			return 0
		}
	}
	switch {
	case upper == 0 || lower == 0:
		return 0
	case text[0]-'a' < 26 && text[1] != 's':
		return 1
	case text[0]-'A' < 26 && lower >= 2 && text[len(text)-1] != 's':
		return 2
	}
	return 0
}
