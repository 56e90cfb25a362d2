package causes

import "github.com/causeline/causeline/timeline/nlp"

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
