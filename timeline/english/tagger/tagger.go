// Package tagger gives each token of an English sentence its Penn Treebank
// part of speech.
//
// It is a greedy averaged perceptron (Collins 2002) over hashed features: the
// word, its ending and spelling, the words and known tags around it, and the
// two tags just given. Weights and scores are integers, so that every machine
// gives the same tags. The program in timeline/english/train makes the model.
package tagger

import (
	"math/bits"
	"sync"

	"github.com/causeline/causeline/timeline/nlp"
)

// A Model tags sentences. It is safe for concurrent use.
type Model struct {
	*Dictionary
	tags    []string
	grammar *Grammar
	weights []int32 // value<<8 | tag
	slots   []slot
	shift   uint
	pool    sync.Pool // of *Sentence
}

// slot is one place of an open-addressing table from features to rows.
type slot struct {
	key  uint32 // feature + 1, 0 where empty
	from uint32 // index into weights
	size uint32
}

// NoTag stands for the tags of the places before a sentence.
const NoTag = 63

// newSlots makes a table that n features fill to at most half.
func newSlots(n int) ([]slot, uint) {
	size := bits.Len(uint(2*n + 1))
	return make([]slot, 1<<size), uint(32 - size)
}

func (m *Model) insert(key, from, size uint32) {
	mask := uint32(len(m.slots) - 1)
	for i := key * 0x9e3779b1 >> m.shift; ; i = (i + 1) & mask {
		if m.slots[i].key == 0 {
			m.slots[i] = slot{key + 1, from, size}
			return
		}
	}
}

// row returns the weights of feature f.
func (m *Model) row(f Feature) []int32 {
	mask := uint32(len(m.slots) - 1)
	for i := uint32(f) * 0x9e3779b1 >> m.shift; ; i = (i + 1) & mask {
		s := &m.slots[i&mask]
		if s.key == uint32(f)+1 {
			return m.weights[s.from : s.from+s.size]
		}
		if s.key == 0 {
			return nil
		}
	}
}

// Tag sets the tags of toks, whose Text and Lower must be set. title says
// that capitals carry no meaning; see LooksTitled.
func (m *Model) Tag(toks []nlp.Token, title bool) {
	s, _ := m.pool.Get().(*Sentence)
	if s == nil {
		s = &Sentence{}
	}
	s.Prepare(toks, title, m.Dictionary)
	st := Begin()
	for i := range toks {
		t := m.best(s, i, st)
		toks[i].Tag = repair(toks, i, m.tags[t])
		st = s.Next(st, i, t, m.grammar)
	}
	if !title {
		ensureFinite(toks)
	}
	m.pool.Put(s)
}

// best returns the tag of token i.
func (m *Model) best(s *Sentence, i int, st State) int {
	if f := s.words[i].frozen; f >= 0 {
		return int(f)
	}
	var scores [64]int32
	for _, f := range s.static[i*perToken : (i+1)*perToken] {
		for _, w := range m.row(f) {
			scores[w&63] += w >> 8
		}
	}
	var moving [maxFeatures]Feature
	n := s.moving(&moving, i, st)
	for _, f := range moving[:n] {
		for _, w := range m.row(f) {
			scores[w&63] += w >> 8
		}
	}
	top := 0
	for t := 1; t < len(m.tags); t++ {
		if scores[t] > scores[top] {
			top = t
		}
	}
	return top
}

// Features appends the features of token i to dst, for the trainer. frozen is
// the tag that the dictionary fixes, or -1.
func (s *Sentence) Features(dst []Feature, i int, st State) (f []Feature, frozen int) {
	if k := s.words[i].frozen; k >= 0 {
		return dst, int(k)
	}
	dst = append(dst, s.static[i*perToken:(i+1)*perToken]...)
	var moving [maxFeatures]Feature
	n := s.moving(&moving, i, st)
	return append(dst, moving[:n]...), -1
}
