package tagging

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/nlp"
)

// joinHyphens returns copies of the sentences with split hyphenated words, in
// which these are whole as our own tokens are. The treebanks split them.
func joinHyphens(in []sentence) []sentence {
	var out []sentence
	for _, s := range in {
		if j, ok := joined(s); ok {
			out = append(out, j)
		}
	}
	return out
}

func joined(s sentence) (sentence, bool) {
	out := sentence{title: s.title}
	changed := false
	for i := 0; i < len(s.toks); i++ {
		text, tag, rel := s.toks[i].Text, s.gold[i], s.relation[i]
		first := i
		for i+2 < len(s.toks) && s.gold[i+1] == "HYPH" && s.glued[i] && s.glued[i+1] && len(s.toks[i+1].Text) == 1 {
			i += 2
			text += "-" + s.toks[i].Text
			tag, rel = s.gold[i], s.relation[i]
		}
		if i > first {
			changed = true
			tag = wholeTag(tag, s.gold[first], s.relation[first], rel)
		}
		out.toks = append(out.toks, nlp.Token{Text: text, Lower: nlp.Lower(text)})
		out.gold = append(out.gold, tag)
	}
	return out, changed
}

// wholeTag is the tag of a hyphenated word from its parts: compounds before a
// noun are adjectives ("three-hour", "US-backed"), names stay names.
func wholeTag(last, first, firstRel, lastRel string) string {
	if first == "NNP" && last == "NNP" {
		return "NNP"
	}
	if first == "CD" && last == "CD" {
		return "CD"
	}
	switch {
	case strings.HasPrefix(lastRel, "amod"), firstRel == "amod" && last == "VBN":
		return "JJ"
	case lastRel == "compound" && (last == "NN" || last == "VBN" || last == "VBG"):
		return "JJ"
	}
	return last
}

// smallInTitles lists the words that headlines do not capitalise.
var smallInTitles = map[string]bool{
	"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "of": true,
	"in": true, "on": true, "at": true, "to": true, "for": true, "by": true, "as": true,
	"from": true, "with": true, "over": true, "into": true, "vs": true, "n't": true, "'s": true,
}

// titled returns copies of about one in share sentences as headlines.
func titled(in []sentence, share int, rng *rand.Rand) []sentence {
	var out []sentence
	for _, s := range in {
		if len(s.toks) < 4 || len(s.toks) > 25 || rng.IntN(share) != 0 {
			continue
		}
		style := titleStyle{
			short:   rng.IntN(2) == 0,
			shout:   rng.IntN(10) == 0,
			small:   rng.IntN(4) == 0,
			present: rng.IntN(2) == 0,
		}
		out = append(out, asTitle(s, style))
	}
	return out
}

// titleStyle says how a sentence becomes a headline.
type titleStyle struct {
	short   bool // without articles and final stop
	shout   bool // all in capitals
	small   bool // capitals as in a sentence
	present bool // in the present tense, as headlines tell the past
}

func asTitle(s sentence, style titleStyle) sentence {
	out := sentence{title: style.shout || !style.small}
	for i, t := range s.toks {
		if style.short && (s.gold[i] == "DT" && isArticle(t.Lower) || i == len(s.toks)-1 && t.Text == ".") {
			continue
		}
		text, tag := t.Text, s.gold[i]
		if style.present && tag == "VBD" && t.Lemma != "be" && t.Lemma != "have" && t.Lemma != "do" && isWord(t.Lemma) {
			text, tag = lemma.Present(t.Lemma, true), "VBZ"
		}
		lower := nlp.Lower(text)
		switch {
		case style.shout:
			text = strings.ToUpper(text)
		case !style.small && !smallInTitles[lower]:
			r, n := utf8.DecodeRuneInString(text)
			text = string(unicode.ToUpper(r)) + text[n:]
		}
		out.toks = append(out.toks, nlp.Token{Text: text, Lower: lower})
		out.gold = append(out.gold, tag)
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
