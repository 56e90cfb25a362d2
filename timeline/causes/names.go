package causes

import (
	"slices"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
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

// A Statement is a relation and the sentence that states it.
type Statement struct {
	Sentence int
	Relation
}

// Read returns what the sentences of a document state, in their order. Where a
// sentence takes up the one before ("As a result, ...", "This led to ..."), the
// side has Previous set and the place of that sentence's main clause; there
// must be such a sentence, and no heading.
func Read(sents []nlp.Sentence) []Statement {
	var out []Statement
	for i := range sents {
		s := &sents[i]
		if s.Kind == nlp.Meta || !MayHold(s.Tokens, Order) {
			continue
		}
		for _, r := range Find(s) {
			if r.Cause.settle(sents[:i]) && r.Effect.settle(sents[:i]) {
				out = append(out, Statement{i, r})
			}
		}
	}
	return out
}

// settle fills in a side that takes up the last of the sentences. It reports
// false where that says nothing.
func (s *Side) settle(before []nlp.Sentence) bool {
	if !s.Previous && !s.Anaphor {
		return true
	}
	if len(before) == 0 {
		return !s.Previous
	}
	last := &before[len(before)-1]
	if last.Kind == nlp.Meta || last.Kind == nlp.Heading {
		return !s.Previous
	}
	whole, ok := mainClause(last)
	if ok {
		whole.Previous, whole.Anaphor = true, s.Anaphor
		*s = whole
	}
	return ok || !s.Previous
}

// mainClause returns the main clause of a sentence as a side.
func mainClause(s *nlp.Sentence) (Side, bool) {
	if len(s.Tokens) == 0 || len(s.Tokens) > maxTokens {
		return Side{}, false
	}
	t := newTree(s.Tokens)
	if t == nil {
		return Side{}, false
	}
	f := finder{tree: t, text: words(s.Tokens)}
	for i := range s.Tokens {
		if t.head(i) >= 0 {
			continue
		}
		if k := t.child(i, "ccomp"); k >= 0 && f.speaks(i) {
			i = k // what is said, not that it is
		}
		return f.span(at(i), nothing, 0, 0)
	}
	return Side{}, false
}
