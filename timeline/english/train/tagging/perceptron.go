package tagging

import (
	"math/rand/v2"
	"slices"

	"github.com/causeline/causeline/timeline/english/tagger"
)

// cell is one weight in training: its value now and the sum of its values
// over all steps so far, from which the average is taken.
type cell struct {
	tag   uint8
	value int32
	since int32 // step of the last change
	total int64
}

// perceptron is the averaged perceptron in training.
type perceptron struct {
	tags    []string
	grammar *tagger.Grammar
	index   map[string]int
	rows    [][]cell
	at      []int32 // row of each feature, 0 where none
	seen    []uint8 // how often each feature occurs, up to 255
	step    int32

	dropout int // features left out in training, in thousandths
	rng     *rand.Rand
}

func newPerceptron(tags []string) *perceptron {
	p := &perceptron{tags: tags, grammar: tagger.NewGrammar(tags), index: map[string]int{}, rows: make([][]cell, 1)}
	for i, t := range tags {
		p.index[t] = i
	}
	p.at = make([]int32, 1<<26)
	p.seen = make([]uint8, 1<<26)
	return p
}

// count notes the features of the gold sequence, so that rare ones can be
// left out.
func (p *perceptron) count(s *tagger.Sentence, gold []int) {
	var buf []tagger.Feature
	st := tagger.Begin()
	for i, g := range gold {
		buf, _ = s.Features(buf[:0], i, st)
		for _, f := range buf {
			if p.seen[f] < 255 {
				p.seen[f]++
			}
		}
		st = s.Next(st, i, g, p.grammar)
	}
}

// train passes once over one sentence and returns the number of wrong tags.
func (p *perceptron) train(s *tagger.Sentence, gold []int, least uint8) int {
	var buf []tagger.Feature
	wrong := 0
	st := tagger.Begin()
	for i, g := range gold {
		var frozen int
		buf, frozen = s.Features(buf[:0], i, st)
		t := frozen
		if t < 0 {
			buf = p.drop(buf)
			t = p.best(buf)
			p.step++
			if t != g {
				p.update(buf, g, t, least)
			}
		}
		if t != g {
			wrong++
		}
		st = s.Next(st, i, t, p.grammar)
	}
	return wrong
}

// drop leaves out a random share of the features, so that no weight comes to
// rely on another always being there.
func (p *perceptron) drop(f []tagger.Feature) []tagger.Feature {
	if p.dropout == 0 {
		return f
	}
	kept := f[:0]
	for _, k := range f {
		if p.rng.IntN(1000) >= p.dropout {
			kept = append(kept, k)
		}
	}
	return kept
}

func (p *perceptron) best(f []tagger.Feature) int {
	var scores [64]int32
	for _, k := range f {
		for _, c := range p.rows[p.at[k]] {
			scores[c.tag&63] += c.value
		}
	}
	top := 0
	for t := range p.tags {
		if scores[t] > scores[top] {
			top = t
		}
	}
	return top
}

func (p *perceptron) update(f []tagger.Feature, gold, got int, least uint8) {
	for _, k := range f {
		if p.seen[k] < least {
			continue
		}
		if p.at[k] == 0 {
			p.at[k] = int32(len(p.rows))
			p.rows = append(p.rows, nil)
		}
		p.add(p.at[k], uint8(gold), 1)
		p.add(p.at[k], uint8(got), -1)
	}
}

func (p *perceptron) add(row int32, tag uint8, by int32) {
	r := p.rows[row]
	for i := range r {
		if r[i].tag == tag {
			c := &r[i]
			c.total += int64(c.value) * int64(p.step-c.since)
			c.since = p.step
			c.value += by
			return
		}
	}
	p.rows[row] = append(r, cell{tag: tag, value: by, since: p.step})
}

// quantise returns the averaged weights as integers, the greatest of which is
// levels; weights below least are left out. Nothing is clipped.
func (p *perceptron) quantise(levels, least int64) []tagger.Row {
	top := int64(1)
	for _, r := range p.rows {
		for i := range r {
			c := &r[i]
			c.total += int64(c.value) * int64(p.step-c.since)
			c.since = p.step
			top = max(top, c.total, -c.total)
		}
	}
	var out []tagger.Row
	for f, at := range p.at {
		if at == 0 {
			continue
		}
		row := tagger.Row{Feature: tagger.Feature(f)}
		for _, c := range p.rows[at] {
			// Totals stay below 2^40 and levels below 2^20.
			v := (2*c.total*levels + sign(c.total)*top) / (2 * top)
			if v >= least || -v >= least {
				row.Weights = append(row.Weights, tagger.Weight{Tag: c.tag, Value: int32(v)})
			}
		}
		slices.SortFunc(row.Weights, func(a, b tagger.Weight) int { return int(a.Tag) - int(b.Tag) })
		if len(row.Weights) > 0 {
			out = append(out, row)
		}
	}
	return out
}

func sign(v int64) int64 {
	if v < 0 {
		return -1
	}
	return 1
}
