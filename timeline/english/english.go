// Package english is the analyser for English: sentences, tokens, parts of
// speech and lemmas.
//
// It puts together segment (sentences and tokens), tagger (parts of speech)
// and lemma (dictionary forms). README.md beside this file says what another
// language needs.
package english

import (
	"github.com/causeline/causeline/timeline/english/lemma"
	"github.com/causeline/causeline/timeline/english/segment"
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// Analyzer reads English. It holds no state of its own; the model is loaded
// once, on first use, and shared.
type Analyzer struct{}

var _ nlp.Language = Analyzer{}

// New returns an analyser of English.
func New() nlp.Language { return Analyzer{} }

// Analyze splits text into sentences and tokens, tags and lemmatises them.
// Blocks that reach outside text are cut to it; where blocks overlap, the
// later begins where the earlier ends, so that no word is read twice.
func (a Analyzer) Analyze(text string, blocks []nlp.Block) []nlp.Sentence {
	sents := Split(text, blocks)
	for i := range sents {
		a.Tag(&sents[i])
	}
	return sents
}

// Split finds the sentences and tokens of text and fills in Text and Lower,
// but neither Tag nor Lemma.
func Split(text string, blocks []nlp.Block) []nlp.Sentence {
	if blocks == nil {
		blocks = nlp.Paragraphs(text)
	}
	var sents []nlp.Sentence
	var spans []segment.Span
	var ranges []segment.Range
	done := 0
	for k, b := range blocks {
		start := max(b.Start, done)
		end := min(b.End, len(text))
		if start >= end {
			continue
		}
		done = end
		spans = segment.Tokens(spans[:0], text, start, end)
		ranges = segment.Sentences(ranges[:0], text, spans)
		toks := tokens(text, spans)
		for _, r := range ranges {
			sents = append(sents, nlp.Sentence{
				Start:  spans[r.From].Start,
				End:    spans[r.To-1].End,
				Kind:   b.Kind,
				Block:  k,
				Tokens: toks[r.From:r.To:r.To],
			})
		}
	}
	return sents
}

// tokens makes the tokens of a block, without tags.
func tokens(text string, spans []segment.Span) []nlp.Token {
	toks := make([]nlp.Token, len(spans))
	for i, s := range spans {
		t := &toks[i]
		t.Start, t.End, t.Text = s.Start, s.End, text[s.Start:s.End]
		t.Lower = nlp.Lower(t.Text)
	}
	return toks
}

// Tag sets Tag and Lemma of the tokens of s, whose Text and Lower must be set.
// It serves sentences that were tokenised elsewhere.
func (Analyzer) Tag(s *nlp.Sentence) {
	title := tagger.LooksTitled(s.Tokens, s.Kind == nlp.Heading)
	tagger.Default().Tag(s.Tokens, title)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = lemma.Of(t.Text, t.Lower, t.Tag)
	}
}
