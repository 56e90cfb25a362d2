package treebank

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/nlp"
)

// JoinHyphens returns a copy of s in which split hyphenated words are whole,
// as our own tokens are, and whether there is one: a sentence without such a
// word has none, nor has one in which two parts hang from outside so that the
// whole would hang from itself. A whole takes the head of the last part that
// hangs from outside.
func JoinHyphens(s *conllu.Sentence) (*conllu.Sentence, bool) {
	space := s.SpaceAfter()
	out := &conllu.Sentence{}
	at := make([]int, len(s.Tokens)) // where each token went
	var from []int                   // the part that gives a new token its head
	for i := 0; i < len(s.Tokens); i++ {
		first := i
		t := s.Tokens[i]
		for i+2 < len(s.Tokens) && s.Tokens[i+1].XPOS == "HYPH" && !space[i] && !space[i+1] && len(s.Tokens[i+1].Form) == 1 {
			i += 2
			t.Form += "-" + s.Tokens[i].Form
		}
		top := i
		if i > first {
			t.XPOS = wholeTag(s.Tokens[i], s.Tokens[first])
			t.UPOS = s.Tokens[i].UPOS
			if t.XPOS == "JJ" {
				t.UPOS = "ADJ"
			}
			t.Lemma = nlp.Lower(t.Form)
			for k := i; k >= first; k-- {
				if h := s.Tokens[k].Head; h < first || h > i {
					top = k
					break
				}
			}
			t.Head, t.Rel = s.Tokens[top].Head, s.Tokens[top].Rel
		}
		for k := first; k <= i; k++ {
			at[k] = len(out.Tokens)
		}
		t.Misc = ""
		if !space[i] {
			t.Misc = "SpaceAfter=No"
		}
		from = append(from, top)
		out.Tokens = append(out.Tokens, t)
	}
	if len(out.Tokens) == len(s.Tokens) {
		return nil, false
	}
	for i := range out.Tokens {
		if h := s.Tokens[from[i]].Head; h >= 0 {
			out.Tokens[i].Head = at[h]
		}
	}
	return out, out.IsTree()
}

// wholeTag is the tag of a hyphenated word from its parts: compounds before a
// noun are adjectives ("three-hour", "US-backed"), names stay names.
func wholeTag(last, first conllu.Token) string {
	if first.XPOS == last.XPOS && (last.XPOS == "NNP" || last.XPOS == "CD") {
		return last.XPOS
	}
	switch {
	case strings.HasPrefix(last.Rel, "amod"), first.Rel == "amod" && last.XPOS == "VBN":
		return "JJ"
	case last.Rel == "compound" && (last.XPOS == "NN" || last.XPOS == "VBN" || last.XPOS == "VBG"):
		return "JJ"
	}
	return last.XPOS
}

// smallInTitles lists the words that headlines do not capitalise.
var smallInTitles = map[string]bool{
	"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "of": true,
	"in": true, "on": true, "at": true, "to": true, "for": true, "by": true, "as": true,
	"from": true, "with": true, "over": true, "into": true, "vs": true, "n't": true, "'s": true,
}

// A TitleStyle says how a sentence becomes a headline.
type TitleStyle struct {
	Short   bool // without articles and final stop
	Shout   bool // all in capitals
	Small   bool // capitals as in a sentence
	Present bool // in the present tense, as headlines tell the past
}

// RandomTitle draws a style.
func RandomTitle(rng *rand.Rand) TitleStyle {
	return TitleStyle{
		Short:   rng.IntN(2) == 0,
		Shout:   rng.IntN(10) == 0,
		Small:   rng.IntN(4) == 0,
		Present: rng.IntN(2) == 0,
	}
}

// Capitals reports whether the style's capitals carry no meaning.
func (t TitleStyle) Capitals() bool { return t.Shout || !t.Small }

// Titled returns a copy of s as a headline. Words are left out only where
// nothing hangs from them.
func Titled(s *conllu.Sentence, style TitleStyle) *conllu.Sentence {
	out := &conllu.Sentence{}
	parent := make([]bool, len(s.Tokens))
	for _, t := range s.Tokens {
		if t.Head >= 0 {
			parent[t.Head] = true
		}
	}
	at := make([]int, len(s.Tokens))
	for i, t := range s.Tokens {
		at[i] = len(out.Tokens)
		lower := nlp.Lower(t.Form)
		if style.Short && !parent[i] && t.Head >= 0 && (t.XPOS == "DT" && isArticle(lower) || i == len(s.Tokens)-1 && t.Form == ".") {
			continue
		}
		if style.Present && t.XPOS == "VBD" && t.Lemma != "be" && t.Lemma != "have" && t.Lemma != "do" && isWord(t.Lemma) {
			t.Form, t.XPOS = lemma.Present(t.Lemma, true), "VBZ"
			lower = nlp.Lower(t.Form)
		}
		switch {
		case style.Shout:
			t.Form = strings.ToUpper(t.Form)
		case !style.Small && !smallInTitles[lower]:
			r, n := utf8.DecodeRuneInString(t.Form)
			t.Form = string(unicode.ToUpper(r)) + t.Form[n:]
		}
		out.Tokens = append(out.Tokens, t)
	}
	for i := range out.Tokens {
		if h := out.Tokens[i].Head; h >= 0 {
			out.Tokens[i].Head = at[h]
		}
	}
	return out
}

// isWord reports whether s is all small ASCII letters.
func isWord(s string) bool {
	for _, c := range s {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

func isArticle(w string) bool { return w == "a" || w == "an" || w == "the" }
