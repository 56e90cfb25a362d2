// Package neural trains the accurate parser: embeddings of words, endings and
// guessed tags, two layers of bidirectional LSTM, and on top of them scores
// for tags, for heads and for relations.
//
// The network is that of Dozat and Manning (2017), "Deep Biaffine Attention
// for Neural Dependency Parsing", made small: an additive layer instead of a
// biaffine one scores relations, and tags are learned on the first layer
// (Søgaard and Goldberg 2016). Its gradients are written out by hand; a test
// compares them with differences.
package neural

import (
	"math"
	"math/rand/v2"

	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/train/tensor"
)

// Sizes are the widths of the network.
type Sizes struct {
	Embed  [biaffine.Slots]int // of each slot's embeddings
	Hidden int                 // of one direction of an LSTM layer
	Arc    int                 // of the vectors that heads are scored with
	Label  int                 // of those that relations are scored with
}

// input is the width of an embedded token.
func (s Sizes) input() int {
	n := 0
	for _, e := range s.Embed {
		n += e
	}
	return n
}

// Defaults are the sizes of the model that the program carries. Widths are
// multiples of 16, the width of the arithmetic.
var Defaults = Sizes{
	Embed:  [biaffine.Slots]int{64, 32, 16, 16, 16, 16, 32, 32},
	Hidden: 128,
	Arc:    128,
	Label:  128,
}

// cell is one direction of an LSTM layer. Columns hold the input, forget and
// output gates and the candidate, in this order.
type cell struct {
	w, u, b    *tensor.Param // in×4H, H×4H, 1×4H
	wt, ut     tensor.Mat    // transposed, for the way back
	reverse    bool
	drop       float32
	x          tensor.Mat // what came in
	prev       tensor.Mat // the h before each token, masked
	gates      tensor.Mat // after the sigmoids and the tanh
	c, tc, h   tensor.Mat
	dgates, dc tensor.Mat
	mask       tensor.Mat // of the recurrent h, a row for each sentence
}

// tables are the embeddings that all networks of a model share.
type tables [biaffine.Slots]*tensor.Param

// network is all that is learned on top of the embeddings.
type network struct {
	sizes Sizes
	embed *tables
	cells [2][2]*cell // layer, direction

	xpos, xposB *tensor.Param // 2H×tags on the first layer
	upos, uposB *tensor.Param

	arcDep, arcDepB   *tensor.Param // 2H×Arc
	arcHead, arcHeadB *tensor.Param
	bilinear          *tensor.Param // Arc×Arc
	headBias          *tensor.Param // 1×Arc: how likely a word is a head at all
	root              *tensor.Param // 1×Arc, the root's arcHead vector

	labDep, labHead, labB *tensor.Param // 2H×Label
	labRoot               *tensor.Param // 1×Label
	labOut, labOutB       *tensor.Param // Label×relations

	all []*tensor.Param // but the tables
}

// counts are the sizes that the data decide.
type counts struct {
	rows               [biaffine.Slots]int
	xpos, upos, labels int
}

func newTables(s Sizes, n counts, rng *rand.Rand) *tables {
	t := &tables{}
	for k := range t {
		t[k] = tensor.NewTable(n.rows[k], s.Embed[k])
		fill(t[k], 0.1*math.Sqrt(3), rng)
	}
	return t
}

func newNetwork(s Sizes, n counts, embed *tables, rng *rand.Rand) *network {
	net := &network{sizes: s, embed: embed}
	for l := range net.cells {
		in := s.input()
		if l > 0 {
			in = 2 * s.Hidden
		}
		for d := range net.cells[l] {
			c := &cell{reverse: d == 1}
			c.w = net.dense(in, 4*s.Hidden, rng)
			c.u = net.dense(s.Hidden, 4*s.Hidden, rng)
			c.b = net.zeros(1, 4*s.Hidden)
			for j := s.Hidden; j < 2*s.Hidden; j++ {
				c.b.D[j] = 1 // remember, until told otherwise
			}
			c.wt = tensor.New(c.w.C, c.w.R)
			c.ut = tensor.New(c.u.C, c.u.R)
			net.cells[l][d] = c
		}
	}
	two := 2 * s.Hidden
	net.xpos, net.xposB = net.dense(two, n.xpos, rng), net.zeros(1, n.xpos)
	net.upos, net.uposB = net.dense(two, n.upos, rng), net.zeros(1, n.upos)
	net.arcDep, net.arcDepB = net.dense(two, s.Arc, rng), net.zeros(1, s.Arc)
	net.arcHead, net.arcHeadB = net.dense(two, s.Arc, rng), net.zeros(1, s.Arc)
	net.bilinear = net.zeros(s.Arc, s.Arc)
	for i := range s.Arc {
		net.bilinear.Row(i)[i] = 0.1 // like words first; a start without any preference learns slowly
	}
	net.headBias = net.zeros(1, s.Arc)
	net.root = net.dense(1, s.Arc, rng)
	net.labDep, net.labHead = net.dense(two, s.Label, rng), net.dense(two, s.Label, rng)
	net.labB, net.labRoot = net.zeros(1, s.Label), net.zeros(1, s.Label)
	net.labOut, net.labOutB = net.dense(s.Label, n.labels, rng), net.zeros(1, n.labels)
	return net
}

// dense adds a parameter with Glorot's uniform start.
func (net *network) dense(r, c int, rng *rand.Rand) *tensor.Param {
	p := net.zeros(r, c)
	fill(p, math.Sqrt(6/float64(r+c)), rng)
	return p
}

func (net *network) zeros(r, c int) *tensor.Param {
	p := tensor.NewParam(r, c)
	net.all = append(net.all, p)
	return p
}

func fill(p *tensor.Param, width float64, rng *rand.Rand) {
	for i := range p.D {
		p.D[i] = float32(float64(2*rng.Float64()-1) * width)
	}
}
