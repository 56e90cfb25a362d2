package extract

import (
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// mend corrects a tag that a tagger gets wrong and the lexicon can set right:
// a listed event noun taken for a verb although a finite verb follows it at
// once, as in "the Lisbon talks ended".
func mend(toks []nlp.Token) {
	for i := 1; i+1 < len(toks); i++ {
		t := &toks[i]
		if t.Tag != "VBZ" || toks[i-1].Tag[0] != 'N' && toks[i-1].Tag[0] != 'J' {
			continue
		}
		switch next := toks[i+1]; {
		case next.Tag == "VBD", next.Tag == "MD", next.Tag == "VBN" && (i+2 == len(toks) || toks[i+2].Tag == "IN" || toks[i+2].Tag == "."):
		default:
			continue
		}
		if _, ok := lexicon.EventNoun(t.Lower); ok {
			t.Tag, t.Lemma = "NNS", t.Lower
		} else if _, ok := lexicon.EventNoun(t.Lemma); ok {
			t.Tag = "NNS"
		}
	}
}
