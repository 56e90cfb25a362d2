// Package spot finds and types the names in a document's sentences with a
// learned model, for the names that no list or title decides.
//
// It is a semi-Markov perceptron (Sarawagi and Cohen, 2004; trained as Collins,
// 2002, with averaged weights): every run of at most MaxSpan tokens that can be
// a name gets an integer score for each Kind, and the best sequence of names in
// a sentence is found by dynamic programming. What the document as a whole says
// of a word (after a title here, after "in" there) is among the features, after
// Chieu and Ng (2002).
package spot

import "github.com/causeline/causeline/timeline/nlp"

// A Kind is a type of name.
type Kind uint8

// The kinds of name that the model tells apart. Other is a name of something
// else: an event, a work, a law.
const (
	Person Kind = iota
	Place
	Org
	Other
	Kinds // their number
)

// A Span is a name in a sentence. Its score is above zero; a score of 0 is
// that of no name.
type Span struct {
	Start, End int // tokens
	Kind       Kind
	Score      int32
}

// MaxSpan bounds the tokens of a name.
const MaxSpan = 8

// Spans returns the names of each sentence of a document, in order. The
// document is read twice: the second reading knows what the first took other
// mentions of a name for.
func (m *Model) Spans(sents []nlp.Sentence) [][]Span {
	var r Reader
	r.Document(sents)
	r.Vote(r.Read(m))
	return r.Read(m)
}

// Read returns the names of each sentence of the document, in order.
func (r *Reader) Read(m Scorer) [][]Span {
	out := make([][]Span, len(r.from)-1)
	var all []Span
	for i := range out {
		from := len(all)
		all = r.Best(m, i, nil, all)
		out[i] = all[from:len(all):len(all)]
	}
	return out
}
