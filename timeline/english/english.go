// Package english is the analyser for English: sentences, tokens, parts of
// speech and lemmas.
//
// It puts together segment (sentences and tokens), tagger (parts of speech)
// and lemma (dictionary forms). README.md beside this file says what another
// language needs.
package english

import (
	"strings"

	"github.com/causeline/causeline/timeline/english/segment"
	"github.com/causeline/causeline/timeline/nlp"
)

// Analyzer reads English. It holds no state of its own; the models are loaded
// once, on first use, and shared. The zero value is the accurate one.
type Analyzer struct {
	fast bool
}

var _ nlp.Language = Analyzer{}

// New returns the accurate analyser of English.
func New() nlp.Language { return Accurate() }

// Accurate returns the analyser that a story deserves.
func Accurate() Analyzer { return Analyzer{} }

// Fast returns the analyser for archives: several times faster, and with more
// mistakes in its trees.
func Fast() Analyzer { return Analyzer{fast: true} }

// Analyze splits text into sentences and tokens and parses them.
// Blocks that reach outside text are cut to it; where blocks overlap, the
// later begins where the earlier ends, so that no word is read twice.
func (a Analyzer) Analyze(text string, blocks []nlp.Block) []nlp.Sentence {
	return a.AnalyzeWhere(text, blocks, func(*nlp.Sentence) bool { return true })
}

// AnalyzeWhere is Analyze for sentences that are worth a tree, which takes
// nearly all the time; the others get what Tag gives.
func (a Analyzer) AnalyzeWhere(text string, blocks []nlp.Block, worth func(*nlp.Sentence) bool) []nlp.Sentence {
	sents := Split(text, blocks)
	for i := range sents {
		s := &sents[i]
		if Tag(s); worth(s) {
			a.tree(s)
		}
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

// tokens makes the tokens of a block, without tags. The lower-case forms of
// all words in ASCII share one string.
func tokens(text string, spans []segment.Span) []nlp.Token {
	if len(spans) == 0 {
		return nil
	}
	toks := make([]nlp.Token, len(spans))
	start := spans[0].Start
	lower := lowerASCII(text[start:spans[len(spans)-1].End])
	for i, s := range spans {
		t := &toks[i]
		t.Start, t.End, t.Text = s.Start, s.End, text[s.Start:s.End]
		switch shapeOf(t.Text) {
		case small:
			t.Lower = t.Text
		case mixed:
			t.Lower = lower[s.Start-start : s.End-start]
		default:
			t.Lower = nlp.Lower(t.Text)
		}
	}
	return toks
}

// A shape says what has to be done to write a word in small letters.
type shape uint8

const (
	small shape = iota // nothing
	mixed              // capitals of ASCII
	wide               // characters outside ASCII
)

func shapeOf(w string) shape {
	s := small
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 0x80 {
			return wide
		} else if c-'A' < 26 {
			s = mixed
		}
	}
	return s
}

// lowerASCII returns s with the capitals of ASCII made small and all else as
// it is, so that offsets hold.
func lowerASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'A' < 26 {
			c |= 0x20
		}
		b.WriteByte(c)
	}
	return b.String()
}
