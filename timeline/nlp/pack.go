package nlp

import (
	"encoding/binary"
	"strings"
)

// Packed holds the tokens of a text's sentences in about a tenth of their
// memory: what the text itself gives is left out. It is never changed, and so
// safe for concurrent use.
type Packed struct {
	text  string
	data  []byte
	from  []int    // where each sentence begins in data, and the end
	words []string // tags, relations, endings of lemmas: few for a whole text
}

// How a token's Lower and Lemma are written down: by what they are made from.
const (
	asText  = iota // as written
	lowered        // Lower(Text)
	literal        // a word of the table
)

// Pack packs the tokens of sentences of a text. The Text of each token must be
// what stands in the text from Start to End.
func Pack(text string, sents []Sentence) *Packed {
	p := packer{Packed: &Packed{text: text}, ids: map[string]uint64{}}
	for i := range sents {
		p.from = append(p.from, len(p.data))
		p.sentence(sents[i].Tokens)
	}
	p.from = append(p.from, len(p.data))
	p.data = append(make([]byte, 0, len(p.data)), p.data...)
	return p.Packed
}

type packer struct {
	*Packed
	ids map[string]uint64 // of words
}

func (p *packer) sentence(toks []Token) {
	p.number(uint64(len(toks)))
	at := 0
	for i := range toks {
		t := &toks[i]
		p.offset(t.Start - at)
		p.offset(t.End - t.Start)
		at = t.End
		p.word(t.Tag)
		p.word(t.UPOS)
		p.word(t.Rel)
		p.offset(t.Head - i)
		switch t.Lower {
		case t.Text:
			p.number(asText)
		case Lower(t.Text):
			p.number(lowered)
		default:
			p.number(literal)
			p.word(t.Lower)
		}
		// A lemma is a beginning of the word, in small letters or not, and an
		// ending.
		base, from := t.Lower, uint64(lowered)
		if strings.HasPrefix(t.Lemma, t.Text) {
			base, from = t.Text, asText
		}
		n := shared(base, t.Lemma)
		p.number(uint64(n)<<1 | from)
		p.word(t.Lemma[n:])
	}
}

func (p *packer) number(n uint64) { p.data = binary.AppendUvarint(p.data, n) }

func (p *packer) offset(n int) { p.data = binary.AppendVarint(p.data, int64(n)) }

func (p *packer) word(w string) {
	id, ok := p.ids[w]
	if !ok {
		w = strings.Clone(w) // it may be a small part of something large
		id = uint64(len(p.words))
		p.ids[w] = id
		p.words = append(p.words, w)
	}
	p.number(id)
}

// shared returns the length of the longest common beginning.
func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// Tokens returns the tokens of sentence i, which are the caller's.
func (p *Packed) Tokens(i int) []Token {
	r := reader{p, p.data[p.from[i]:p.from[i+1]]}
	n := int(r.number())
	if n == 0 {
		return nil
	}
	toks := make([]Token, n)
	at := 0
	for i := range toks {
		t := &toks[i]
		t.Start = at + r.offset()
		t.End = t.Start + r.offset()
		at = t.End
		t.Text = p.text[t.Start:t.End]
		t.Tag, t.UPOS, t.Rel = r.word(), r.word(), r.word()
		t.Head = i + r.offset()
		switch r.number() {
		case asText:
			t.Lower = t.Text
		case lowered:
			t.Lower = Lower(t.Text)
		default:
			t.Lower = r.word()
		}
		n := r.number()
		base := t.Text
		if n&1 == lowered {
			base = t.Lower
		}
		t.Lemma = base[:n>>1] + r.word()
	}
	return toks
}

// A reader reads what a packer wrote.
type reader struct {
	*Packed
	left []byte
}

func (r *reader) number() uint64 {
	n, size := binary.Uvarint(r.left)
	r.left = r.left[size:]
	return n
}

func (r *reader) offset() int {
	n, size := binary.Varint(r.left)
	r.left = r.left[size:]
	return int(n)
}

func (r *reader) word() string { return r.words[r.number()] }
