package neural

import (
	"math/rand/v2"

	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/train/tensor"
)

// Rates of what is hidden in training.
const (
	dropInput  = 0.20 // of an embedded token
	dropState  = 0.20 // of an LSTM's state on its way to the next token
	dropLayer  = 0.33 // of a layer's output
	dropScorer = 0.33 // of the vectors that heads and relations are scored with
	dropTag    = 0.05 // whole slots, for each token by itself
	dropAffix  = 0.10
	otherName  = 0.35 // names that are given the letters of others
	rareWord   = 0.25 // n occurrences: dropped with rareWord/(rareWord+n)
)

// Weights of what is learned on the side.
const (
	xposShare = 0.5
	uposShare = 0.2
)

// A pass holds what one batch leaves on its way through the network.
type pass struct {
	b     *batch
	rng   *rand.Rand // nil outside training
	rows  [][biaffine.Slots]int32
	x     tensor.Mat    // embedded tokens
	dx    tensor.Mat    // and their gradient
	xMask tensor.Mat    // a row for each sentence
	out   [2]tensor.Mat // of each layer, masked
	mask  [2]tensor.Mat // a row for each sentence
}

// encode runs the batch through embeddings and LSTMs.
func (net *network) encode(b *batch, rng *rand.Rand) *pass {
	p := &pass{b: b, rng: rng}
	p.embed(net)
	in := p.x
	for l := range net.cells {
		hid := net.sizes.Hidden
		p.out[l] = tensor.New(b.rows, 2*hid)
		p.mask[l] = masks(tensor.Mat{}, len(b.sents), 2*hid, dropLayer, rng)
		for d, c := range net.cells[l] {
			c.drop = dropState
			c.forward(b, in, rng)
			for t, n := range b.live {
				for s := range n {
					r := b.row(s, t)
					dst, m := p.out[l].Row(r)[d*hid:(d+1)*hid], p.mask[l].Row(s)[d*hid:(d+1)*hid]
					for j, v := range c.h.Row(r) {
						dst[j] = v * m[j]
					}
				}
			}
		}
		in = p.out[l]
	}
	return p
}

// embed looks the tokens up, hiding some of what there is to see.
func (p *pass) embed(net *network) {
	b := p.b
	p.rows = make([][biaffine.Slots]int32, b.rows)
	p.x = tensor.New(b.rows, net.sizes.input())
	p.xMask = masks(tensor.Mat{}, len(b.sents), net.sizes.input(), dropInput, p.rng)
	for t, n := range b.live {
		for s := range n {
			e, r := b.sents[s], b.row(s, t)
			p.rows[r] = e.rows[t]
			if p.rng != nil {
				if e.name[t] && p.rng.Float32() < otherName {
					rename(&p.rows[r], b.names, p.rng)
				}
				hide(&p.rows[r], e.count[t], p.rng)
			}
			x, m, at := p.x.Row(r), p.xMask.Row(s), 0
			for k, row := range p.rows[r] {
				for _, v := range net.embed[k].Row(int(row)) {
					x[at] = v * m[at]
					at++
				}
			}
		}
	}
}

// rename gives a name the letters of another one, drawn at random, and makes
// it a word that was never seen. The world has more names than a treebank:
// what stands around a name must tell more than how it ends.
func rename(rows *[biaffine.Slots]int32, names [][biaffine.Slots]int32, rng *rand.Rand) {
	other := &names[rng.IntN(len(names))]
	rows[biaffine.Word], rows[biaffine.Class] = 0, 0
	for _, k := range []biaffine.Slot{biaffine.Suffix4, biaffine.Suffix3, biaffine.Suffix2, biaffine.Prefix3} {
		rows[k] = other[k]
	}
}

// hide replaces rows by row 0, the unknown, at random.
func hide(rows *[biaffine.Slots]int32, count int32, rng *rand.Rand) {
	for k := range rows {
		rate := float32(dropAffix)
		switch biaffine.Slot(k) {
		case biaffine.Word:
			rate = rareWord / (rareWord + float32(count))
		case biaffine.Tag:
			rate = dropTag
		}
		if rng.Float32() < rate {
			rows[k] = 0
		}
	}
}

// back carries the gradients of the layers' outputs down to the embedded
// tokens. d1 may already hold what tags say of the first layer.
func (net *network) back(p *pass, d1, d2 tensor.Mat) {
	p.dx = tensor.New(p.b.rows, net.sizes.input())
	net.layerBack(p, 1, d2, d1)
	net.layerBack(p, 0, d1, p.dx)
}

// learn adds the gradients of a pass's embedded tokens to those of the tables.
func (e *tables) learn(p *pass) {
	for t, n := range p.b.live {
		for s := range n {
			r := p.b.row(s, t)
			d, m, at := p.dx.Row(r), p.xMask.Row(s), 0
			for k, row := range p.rows[r] {
				g := e[k].Touch(int(row))
				for j := range g {
					g[j] += float32(d[at] * m[at])
					at++
				}
			}
		}
	}
}

// layerBack goes back through one layer: from the gradient of its output to
// that of its input, to which it adds.
func (net *network) layerBack(p *pass, l int, dout, din tensor.Mat) {
	hid := net.sizes.Hidden
	for d, c := range net.cells[l] {
		dh := tensor.New(p.b.rows, hid)
		for t, n := range p.b.live {
			for s := range n {
				r := p.b.row(s, t)
				src, m := dout.Row(r)[d*hid:(d+1)*hid], p.mask[l].Row(s)[d*hid:(d+1)*hid]
				dst := dh.Row(r)
				for j := range dst {
					dst[j] = src[j] * m[j]
				}
			}
		}
		c.backward(p.b, dh, din)
	}
}
