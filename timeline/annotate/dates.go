package annotate

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// Dates returns the sentences of a text and the date expressions of each. It
// is the short way for those who want dates and nothing else: no tree is made,
// and parts of speech are found where a rule asks for them. Text must be valid UTF-8; blocks may be
// nil, as for nlp.Analyzer; docDate is zero where the text's date is unknown.
func Dates(text string, blocks []nlp.Block, docDate edtf.Date) ([]nlp.Sentence, [][]timex.Timex) {
	sents := english.Split(text, blocks)
	return sents, timex.Find(text, sents, timex.Context{DocDate: docDate, Tag: english.Tag})
}
