package annotate

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// Dates returns the sentences of a text and the date expressions of each. It
// is the short way for those who want dates and nothing else: no tree is made,
// since no rule of timex asks for one. Text must be valid UTF-8; blocks may be
// nil, as for nlp.Analyzer; docDate is zero where the text's date is unknown.
func Dates(text string, blocks []nlp.Block, docDate edtf.Date) ([]nlp.Sentence, [][]timex.Timex) {
	sents := english.Split(text, blocks)
	tagAll(sents)
	return sents, timex.Find(text, sents, timex.Context{DocDate: docDate, Tag: english.Tag})
}

// tagAll tags every sentence beforehand, because timex.Find reads tags without
// asking Context.Tag for them. It goes once Find does ask.
func tagAll(sents []nlp.Sentence) {
	for i := range sents {
		english.Tag(&sents[i])
	}
}
