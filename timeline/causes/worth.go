package causes

import (
	"strings"
	"sync"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// MayHold reports whether a sentence has a word of a cue of the grade or a
// surer one, so that it is worth parsing. It looks at words alone: Text and
// Lower must be set, nothing else.
func MayHold(toks []nlp.Token, least Grade) bool {
	for i := range toks {
		if g, ok := signs()[toks[i].Lower]; ok && g <= least {
			return true
		}
	}
	return false
}

// signs maps the most telling word of each cue, in all its forms, to the
// surest grade of such cues.
var signs = sync.OnceValue(func() map[string]Grade {
	m := map[string]Grade{}
	for _, c := range lexicon.Cues() {
		word := ""
		for _, w := range c.Words {
			if w != lexicon.OptionalModifier && len(w) > len(word) {
				word = w
			}
		}
		inflected := word == c.Words[0]
		switch c.Form {
		case lexicon.FormVerb, lexicon.FormDeed:
		case lexicon.FormFrame, lexicon.FormSplit:
			word, inflected = c.Words[0], true
		default:
			inflected = false
		}
		forms := []string{word}
		if inflected {
			forms = verbForms(word)
		}
		for _, w := range forms {
			if g, ok := m[w]; !ok || gradeOf(c) < g {
				m[w] = gradeOf(c)
			}
		}
	}
	return m
})

// irregular are the past forms of verbs in cues that no rule makes.
var irregular = map[string][]string{
	"arise": {"arose", "arisen"}, "be": {"is", "are", "was", "were", "been", "being", "am"},
	"bring": {"brought"}, "come": {"came"}, "drive": {"drove", "driven"}, "give": {"gave", "given"},
	"hold": {"held"}, "keep": {"kept"}, "lay": {"laid"}, "lead": {"led"}, "leave": {"left"}, "make": {"made"},
	"spell": {"spelt"}, "spring": {"sprang", "sprung"}, "stick": {"stuck"}, "clear": {"cleared"},
	"fuel": {"fuelled", "fuelling"}, "pay": {"paid"},
}

// verbForms returns what a verb can look like, and some forms that no verb
// has: a form too many costs a parse, one too few a relation.
func verbForms(lemma string) []string {
	out := append([]string{lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing"}, irregular[lemma]...)
	n := len(lemma)
	switch last := lemma[n-1]; last {
	case 'e':
		out = append(out, lemma[:n-1]+"ing")
	case 'y':
		out = append(out, lemma[:n-1]+"ies", lemma[:n-1]+"ied")
	default:
		if !strings.ContainsRune("aiou", rune(last)) {
			out = append(out, lemma+string(last)+"ed", lemma+string(last)+"ing")
		}
	}
	return out
}
