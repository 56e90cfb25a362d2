package extract

import (
	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// A Sentence is where a sentence stands in its document's text. Tokens has its
// words.
type Sentence struct {
	Start, End int // bytes
	Kind       nlp.BlockKind
	Block      int // index of the block that it stands in
}

// An analysis is what the language's analyser says of a document. While events
// are read it is all there; Pack leaves what the rest can be made from.
type analysis struct {
	sents  []nlp.Sentence
	parses []*chunk.Parse // one for each sentence; nil for metadata
	quoted []bool         // for each sentence, whether it begins inside a quotation
	packed *nlp.Packed    // where sents and parses are gone
}

// Pack returns the same document in a fraction of its memory. Its tokens are
// unpacked whenever they are asked for.
func (d *Document) Pack() *Document {
	if d.packed != nil {
		return d
	}
	return d.pack(nlp.Pack(d.Source.Text, d.sents))
}

// pack leaves of a document what cannot be made from its packed tokens.
func (d *Document) pack(p *nlp.Packed) *Document {
	out := *d
	// What grew by appending has room to grow.
	out.Mentions, out.Chains, out.Sentences = exact(d.Mentions), exact(d.Chains), exact(d.Sentences)
	out.Timexes = nil
	out.analysis = analysis{quoted: d.quoted, packed: p}
	return &out
}

// exact returns a copy without spare room.
func exact[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }

// Tokens returns the tokens of a sentence. They are not to be changed, and of a
// packed document better asked for once than often.
func (d *Document) Tokens(sentence int) []nlp.Token {
	if d.packed != nil {
		return d.packed.Tokens(sentence)
	}
	return d.sents[sentence].Tokens
}

// parse returns the chunks of a sentence, nil for metadata.
func (d *Document) parse(sentence int) *chunk.Parse {
	if d.packed == nil {
		return d.parses[sentence]
	}
	if d.Sentences[sentence].Kind == nlp.Meta {
		return nil
	}
	toks := d.Tokens(sentence)
	return chunk.Read(toks, borders(toks, d.Times[sentence], d.Names.Mentions[sentence]), d.quoted[sentence])
}

// sentences returns the sentences with their tokens.
func (d *Document) sentences() []nlp.Sentence {
	if d.packed == nil {
		return d.sents
	}
	out := make([]nlp.Sentence, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = nlp.Sentence{Start: s.Start, End: s.End, Kind: s.Kind, Block: s.Block, Tokens: d.Tokens(i)}
	}
	return out
}

// A TimeSpan is where a time expression stands, in bytes of the text, and what
// the chunker asks of it.
type TimeSpan struct {
	Start, End int
	Calendar   bool // it names a point or stretch of the calendar
	Weekday    bool // it names a day of the week
}

func timeSpans(of [][]timex.Timex) [][]TimeSpan {
	out := make([][]TimeSpan, len(of))
	for i, txs := range of {
		for _, tx := range txs {
			out[i] = append(out[i], TimeSpan{tx.Start, tx.End, calendar(tx), tx.Weekday >= 0})
		}
	}
	return out
}
