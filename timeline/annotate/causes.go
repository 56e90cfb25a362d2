package annotate

import (
	"github.com/causeline/causeline/timeline/causes"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// Causes returns the causal relations that a text states, in its order. Only
// sentences with a word of a cue are parsed. Without possible, only those are
// given that are stated plainly. Text must be valid UTF-8; blocks may be nil,
// as for nlp.Analyzer.
//
// Where a sentence takes up the one before ("As a result, ..."), that is the
// cause, as a whole; its tokens are not counted.
func Causes(text string, blocks []nlp.Block, lang english.Analyzer, possible bool) []causes.Relation {
	least := causes.Stated
	if possible {
		least = causes.Suggested
	}
	sents := english.Split(text, blocks)
	var out []causes.Relation
	for i := range sents {
		s := &sents[i]
		if s.Kind == nlp.Meta || !causes.MayHold(s.Tokens, least) {
			continue
		}
		lang.Parse(s)
		for _, r := range causes.Find(s) {
			if r.Sure() || possible && r.Thinkable() {
				if resolve(&r.Cause, sents, i) && resolve(&r.Effect, sents, i) {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// resolve gives a side that is the sentence before its place in the text. It
// reports whether there is such a sentence.
func resolve(s *causes.Side, sents []nlp.Sentence, i int) bool {
	if !s.Previous {
		return true
	}
	if i == 0 || sents[i-1].Kind == nlp.Meta || sents[i-1].Kind == nlp.Heading {
		return false
	}
	toks := sents[i-1].Tokens
	last := len(toks) - 1
	for last > 0 && causes.IsMark(toks[last].Text) {
		last--
	}
	s.Span = causes.Span{Start: toks[0].Start, End: toks[last].End}
	return true
}
