// Package linear finds the dependency tree of a tagged English sentence, fast
// enough for archives.
//
// Two transition-based parsers with linear models read a sentence, one from
// its end and one from its beginning; the second takes the first one's tree as
// advice. A third linear model gives the finished tree its relations. Choosing
// structure before relations, and among three transitions only, is what makes
// the parser fast. Weights and scores are integers, so that every machine gives
// the same trees. The trainer is in timeline/english/train/factored.
package linear

import (
	"sync"

	"github.com/causeline/causeline/timeline/nlp"
)

// A Model parses sentences. It is safe for concurrent use.
type Model struct {
	vocabulary *Vocabulary
	relations  []string
	labels     labels
	backward   reader // reads from the end
	forward    reader // reads from the beginning, advised by backward
	pool       sync.Pool
}

// reader is one of the two parsers.
type reader struct {
	table table
	width int // of the beam
}

// parse is what parsing one sentence needs.
type parse struct {
	toks              []nlp.Token
	sentence, reverse Sentence
	beam              Beam
	heads, advice     []int32
	spots             [MaxSpots]Spot
	open              []opening
}

// Parse sets Head and Rel of toks, whose Lower and Tag must be set. One token
// is the root, with Head -1 and Rel "root"; the heads of the others lead to it.
func (m *Model) Parse(toks []nlp.Token) {
	if len(toks) == 0 {
		return
	}
	p, _ := m.pool.Get().(*parse)
	if p == nil {
		p = &parse{}
	}
	p.toks = toks
	p.sentence.Prepare(toks, m.vocabulary, false)
	if p.sentence.n == 0 {
		marksOnly(toks)
	} else {
		m.structure(p)
		m.relate(p)
		p.sentence.punctuate(p)
	}
	p.toks = nil
	m.pool.Put(p)
}

// structure finds the heads of words.
func (m *Model) structure(p *parse) {
	p.reverse.Prepare(p.toks, m.vocabulary, true)
	p.beam.Search(&p.reverse, &m.backward.table, m.backward.width)
	p.advice = p.beam.Heads(p.advice, &p.reverse)
	Reverse(p.advice)
	s := &p.sentence
	s.Advise(p.advice)
	p.beam.Search(s, &m.forward.table, m.forward.width)
	p.heads = p.beam.Heads(p.heads, s)
}

// relate finds the relations of words and writes them down with the heads.
func (m *Model) relate(p *parse) {
	s := &p.sentence
	for d := s.Plant(p.heads); d != 0; {
		r := m.labels.best(p.spots[:s.Spots(&p.spots, d)], s.Kind(d))
		d = s.Relate(d, r, m.labels.markers)
	}
	for d := int32(1); d <= s.n; d++ {
		t := &p.toks[s.words[d].token]
		h := p.heads[d]
		t.Head, t.Rel = int(s.words[h].token), m.relations[s.tree[d].relation]
		if h > s.n {
			t.Rel = rootRelation
		}
	}
}

// rootRelation is the relation of the word that hangs from the root.
const rootRelation = "root"

// marksOnly parses a sentence of nothing but punctuation.
func marksOnly(toks []nlp.Token) {
	for i := range toks {
		toks[i].Head, toks[i].Rel = 0, "punct"
	}
	toks[0].Head, toks[0].Rel = -1, rootRelation
}
