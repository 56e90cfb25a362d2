package main

import (
	"math/rand/v2"
	"slices"

	"github.com/causeline/causeline/timeline/names/eval"
	"github.com/causeline/causeline/timeline/names/spot"
	"github.com/causeline/causeline/timeline/nlp"
)

// cell is one feature's weights in training: their values now and the sums of
// their values over all steps so far, from which the averages are taken.
type cell struct {
	value [spot.Kinds]int32
	total [spot.Kinds]int64
	since int32 // step of the last change
	seen  int32 // occurrences in gold names
}

// perceptron is the averaged perceptron in training. It scores features for
// spot's search.
type perceptron struct {
	cells []cell
	step  int32
	least int32
	drop  uint64 // features hidden, in 1/1024
	salt  uint64
}

func (p *perceptron) hidden(f spot.Feature) bool {
	h := (uint64(f) + p.salt) * 0x9e3779b97f4a7c15
	h = (h ^ h>>29) * 0xbf58476d1ce4e5b9
	return h>>54 < p.drop
}

// Score adds up the weights of features.
func (p *perceptron) Score(fs []spot.Feature) [spot.Kinds]int32 {
	var out [spot.Kinds]int32
	for _, f := range fs {
		if p.drop > 0 && p.hidden(f) {
			continue
		}
		for k, v := range p.cells[f].value {
			out[k] += v
		}
	}
	return out
}

// Score1 returns the weights of one feature.
func (p *perceptron) Score1(f spot.Feature) [spot.Kinds]int32 { return p.cells[f].value }

func (p *perceptron) add(f spot.Feature, k spot.Kind, by int32) {
	c := &p.cells[f]
	if c.seen < p.least || p.drop > 0 && p.hidden(f) {
		return
	}
	for t := range c.value {
		c.total[t] += int64(c.value[t]) * int64(p.step-c.since)
	}
	c.since = p.step
	c.value[k] += by
}

// document is a document ready for training.
type document struct {
	id     string
	quiet  *spot.Reader // without votes
	voting *spot.Reader
	gold   [][]spot.Span
}

// prepare makes documents and their copies ready, without votes.
func prepare(docs []eval.Document, o options) []document {
	var out []document
	for _, d := range augment(docs, o) {
		sents := d.Fresh()
		x := document{id: d.ID, quiet: &spot.Reader{}, voting: &spot.Reader{}}
		x.quiet.Document(sents)
		x.voting.Document(sents)
		for i := range sents {
			var gold []spot.Span
			for _, s := range goldSpans(&d, i) {
				if x.quiet.Reaches(i, s) {
					gold = append(gold, s)
				}
			}
			x.gold = append(x.gold, gold)
		}
		out = append(out, x)
	}
	return out
}

// folds is the number of parts of the training data: what a first reading
// finds in each is learned from the others.
const folds = 6

// parts deals documents to folds; copies go with their documents.
func parts(docs []document, folds int) []int {
	of := map[string]int{}
	out := make([]int, len(docs))
	for i, d := range docs {
		k, ok := of[d.id]
		if !ok {
			k = len(of) % folds
			of[d.id] = k
		}
		out[i] = k
	}
	return out
}

// train makes a model of documents.
func train(ready []document, o options) *spot.Model {
	first := o
	first.rounds = 1
	part := parts(ready, folds)
	for k := range folds {
		var learn []document
		for i, x := range ready {
			if part[i] != k {
				learn = append(learn, x)
			}
		}
		m := average(learn, first, false)
		for i, x := range ready {
			if part[i] == k {
				x.voting.Vote(x.quiet.Read(m))
			}
		}
	}
	return average(ready, o, true)
}

// average trains perceptrons and averages them. With votes, each sentence is
// read now with and now without them, as the model serves both readings.
func average(ready []document, o options, votes bool) *spot.Model {
	type place struct{ doc, sent int }
	var places []place
	for d := range ready {
		for i := range ready[d].gold {
			places = append(places, place{d, i})
		}
	}
	sum := make([][spot.Kinds]int64, 1<<spot.Bits)
	for round := range o.rounds {
		rng := rand.New(rand.NewPCG(o.seed, uint64(round)))
		p := &perceptron{cells: make([]cell, 1<<spot.Bits), least: int32(o.least)}
		for _, x := range ready {
			for i, gold := range x.gold {
				each(x.voting, i, gold, func(f spot.Feature, _ spot.Kind) { p.cells[f].seen++ })
			}
		}
		for range o.epochs {
			for _, k := range rng.Perm(len(places)) {
				x := &ready[places[k].doc]
				reader := x.quiet
				if votes && rng.IntN(3) > 0 {
					reader = x.voting
				}
				p.drop, p.salt = uint64(o.drop), rng.Uint64()
				p.learn(reader, places[k].sent, x.gold[places[k].sent], o)
			}
		}
		for f := range p.cells {
			c := &p.cells[f]
			for t := range c.value {
				sum[f][t] += c.total[t] + int64(c.value[t])*int64(p.step-c.since)
			}
		}
	}
	return spot.NewModel(quantise(sum))
}

// each calls f for the features of a sequence of names.
func each(r *spot.Reader, i int, spans []spot.Span, f func(spot.Feature, spot.Kind)) {
	var buf []spot.Feature
	last := spot.Kinds
	for _, s := range spans {
		buf = r.Features(buf[:0], i, s, last)
		for _, x := range buf {
			f(x, s.Kind)
		}
		last = s.Kind
	}
}

// learn passes once over a sentence. Gold names must win by margin against
// others, which have an advantage of their own.
func (p *perceptron) learn(r *spot.Reader, i int, gold []spot.Span, o options) {
	extra := func(start, end int, k spot.Kind) int32 {
		for _, g := range gold {
			if g.Start == start && g.End == end && g.Kind == k {
				return -int32(o.margin)
			}
		}
		return int32(o.other)
	}
	got := r.Best(p, i, extra, nil)
	p.step++
	if slices.EqualFunc(gold, got, func(a, b spot.Span) bool {
		return a.Start == b.Start && a.End == b.End && a.Kind == b.Kind
	}) {
		return
	}
	each(r, i, gold, func(f spot.Feature, k spot.Kind) { p.add(f, k, 1) })
	each(r, i, got, func(f spot.Feature, k spot.Kind) { p.add(f, k, -1) })
}

// levels is the greatest weight in a model.
const levels = 1000

// quantise scales averaged weights to integers, the greatest of which is
// levels. Nothing is clipped.
func quantise(sum [][spot.Kinds]int64) []spot.Row {
	top := int64(1)
	for _, r := range sum {
		for _, v := range r {
			top = max(top, v, -v)
		}
	}
	rows := make([]spot.Row, len(sum))
	for f, r := range sum {
		for t, v := range r {
			rows[f][t] = int16(divide(v*levels, top))
		}
	}
	return rows
}

// divide rounds to the nearest integer.
func divide(a, b int64) int64 {
	if a < 0 {
		return -((-2*a + b) / (2 * b))
	}
	return (2*a + b) / (2 * b)
}

// alone finds names by a model without the rules around it.
func alone(m *spot.Model) eval.Finder {
	return func(sents []nlp.Sentence) [][]eval.Name {
		out := make([][]eval.Name, len(sents))
		for i, spans := range m.Spans(sents) {
			for _, s := range spans {
				if s.Kind < spot.Other {
					out[i] = append(out[i], eval.Name{Start: s.Start, End: s.End, Type: eval.Types[s.Kind]})
				}
			}
		}
		return out
	}
}
