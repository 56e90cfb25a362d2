// Package biaffine is the accurate parser: it gives the tokens of an English
// sentence their parts of speech, heads and relations.
//
// It is a network of embeddings, two layers of bidirectional LSTM and scorers
// for tags, heads and relations on top (Dozat and Manning 2017), computed in
// integers: weights have 8 bits, activations 16, sums 32. So every machine
// gives the same trees. The program in timeline/english/train makes the model.
package biaffine

import (
	_ "embed"
	"math"
	"sync"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

//go:embed model.bin
var modelFile []byte

// Default returns the model that the program carries. It is read on first use.
var Default = sync.OnceValue(func() *Model {
	m, err := Decode(modelFile)
	if err != nil {
		// The file is part of the program: a fault in it is a fault of the build.
		panic(err)
	}
	return m
})

// A Model parses sentences. It is safe for concurrent use.
type Model struct {
	xpos, upos, labels []string
	pairs              []uint32                // see Data
	rows               [Slots]map[uint32]int32 // of the embeddings
	tables             [Slots]table
	nets               []*network
	pool               sync.Pool // of *scratch
}

func newModel(d *Data) (*Model, error) {
	m := &Model{xpos: d.Xpos, upos: d.Upos, labels: d.Labels, pairs: d.Pairs}
	for s, keys := range d.Keys {
		t := &d.Tables[s]
		m.tables[s] = table{t.Wide, int64(t.Scale), t.Rows}
		m.rows[s] = make(map[uint32]int32, len(keys))
		for i, k := range keys {
			m.rows[s][k] = int32(i + 1)
		}
	}
	for i := range d.Nets {
		if err := d.Nets[i].check(d); err != nil {
			return nil, err
		}
		net, err := newNetwork(&d.Nets[i])
		if err != nil {
			return nil, err
		}
		m.nets = append(m.nets, net)
	}
	return m, nil
}

// MaxTokens is the length up to which a sentence is parsed as a whole. Of a
// longer one, stretches of this length are parsed, and the roots of the later
// ones hang from that of the first as "parataxis". That keeps the time linear.
const MaxTokens = 400

// Parse sets Tag, UPOS, Head and Rel of toks, whose Text, Lower and Tag must
// be set: Tag to a first guess, that of the perceptron tagger. title says that
// capitals carry no meaning. The result is a tree with one root.
func (m *Model) Parse(toks []nlp.Token, title bool) {
	s, _ := m.pool.Get().(*scratch)
	if s == nil {
		s = &scratch{}
	}
	root := -1
	for from := 0; from < len(toks); from += MaxTokens {
		part := toks[from:min(from+MaxTokens, len(toks))]
		m.parse(s, part, title)
		for i := range part {
			switch {
			case part[i].Head >= 0:
				part[i].Head += from
			case root < 0:
				root = i
			default:
				part[i].Head, part[i].Rel = root, "parataxis"
			}
		}
	}
	m.pool.Put(s)
}

// parse parses at most MaxTokens tokens.
func (m *Model) parse(s *scratch, toks []nlp.Token, title bool) {
	n := len(toks)
	s.keys = KeysOf(s.keys[:0], toks, title, tagger.Default().Dictionary)
	s.words = s.words[:0]
	for _, k := range s.keys {
		for slot, key := range k {
			s.words = m.tables[slot].appendRow(s.words, int(m.rows[slot][key]))
		}
	}
	xpos, upos, labels := padded(len(m.xpos)), padded(len(m.upos)), padded(len(m.labels))
	s.xpos, s.upos = zeros(s.xpos, n*xpos), zeros(s.upos, n*upos)
	s.arcs, s.label = zeros(s.arcs, n*(n+1)), zeros(s.label, n*labels)
	if s.net == nil {
		s.net = make([]work, len(m.nets))
	}
	for k, net := range m.nets {
		w := &s.net[k]
		net.encode(w, s.words, n)
		net.tags(s, w, n)
		net.arcs(s, w, n)
	}
	s.heads = s.solver.heads(s.heads, s.arcs, n)
	for k, net := range m.nets {
		net.relations(s, &s.net[k], n)
	}
	for i := range toks {
		t := &toks[i]
		t.Tag, t.UPOS = m.tags(s.xpos[i*xpos:], s.upos[i*upos:])
		t.Head = s.heads[i]
		t.Rel = m.relation(s.label[i*labels:], t.Head < 0)
	}
}

// relation names the best relation; "root" goes to the root and to no other.
func (m *Model) relation(scores []int32, root bool) string {
	if root {
		return "root"
	}
	top := -1
	for i, name := range m.labels {
		if name != "root" && (top < 0 || scores[i] > scores[top]) {
			top = i
		}
	}
	if top < 0 {
		return "dep"
	}
	return m.labels[top]
}

// tags returns the tag and the universal one that have the highest score
// together, of those that go together.
func (m *Model) tags(xpos, upos []int32) (tag, universal string) {
	var x, u int
	top := int32(math.MinInt32)
	for i, set := range m.pairs {
		for k := range m.upos {
			if s := xpos[i] + upos[k]; set>>k&1 != 0 && s > top {
				x, u, top = i, k, s
			}
		}
	}
	return m.xpos[x], m.upos[u]
}

// zeros returns n zeros in s's memory if that suffices.
func zeros(s []int32, n int) []int32 {
	s = grow(s, n)
	clear(s)
	return s
}
