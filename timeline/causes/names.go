package causes

import (
	"slices"

	"github.com/causeline/causeline/timeline/lexicon"
)

// maxNames is how many tokens of a side are kept. What lies deeper is a
// circumstance.
const maxNames = 8

// names lists the tokens of a side that may name its event: its head, then
// what the head says nothing without ("STAGED A PROTEST", "NEWS OF THE
// ATTACK"), level by level. What is denied, or only called for or feared, is
// not gone into, nor are subordinate clauses.
func (f *finder) names(s side) []int {
	out := []int{s.head}
	if s.also >= 0 && !f.isVerb(s.head) {
		out = append(out, s.also)
	}
	for i := 0; i < len(out) && len(out) < maxNames; i++ {
		t := out[i]
		if f.denied(t) || lexicon.CueWord("unreal", f.text.lemmas[t]) {
			continue
		}
		for _, rel := range [...]string{"xcomp", "obj", "nsubj", "nmod", "obl", "appos", "conj"} {
			for _, k := range f.kids[t] {
				if f.rel(k) == rel && f.leads(t, k) {
					out = append(out, k)
				}
			}
		}
	}
	return slices.Clip(out[:min(len(out), maxNames)])
}

// denied reports whether a word is said not to be so.
func (f *finder) denied(i int) bool {
	for _, k := range f.kids[i] {
		if f.negation(k) || f.toks[k].Lower == "no" {
			return true
		}
	}
	return false
}

// leads reports whether what a word is about may be what its child names: an
// adjunct of place, time or company is not.
func (f *finder) leads(t, k int) bool {
	switch f.rel(k) {
	case "nmod", "obl":
		mark := f.child(k, "case")
		if mark < 0 || f.isVerb(t) && !lexicon.CueWord("light", f.text.lemmas[t]) && !lexicon.CueWord("occur", f.text.lemmas[t]) {
			return false
		}
		switch f.toks[mark].Lower {
		case "of", "over", "about", "against", "by", "on", "for", "from":
			return true
		case "in", "to":
			return f.isVerb(t) // "took part in a march", "led to a strike"
		}
		return false
	case "obj":
		return lexicon.CueWord("light", f.text.lemmas[t])
	case "nsubj":
		return f.isVerb(t) && lexicon.CueWord("occur", f.text.lemmas[t])
	case "conj":
		return !f.isVerb(k)
	case "xcomp":
		return !supposing[f.text.lemmas[t]] && !denying[f.text.lemmas[t]]
	}
	return true
}
