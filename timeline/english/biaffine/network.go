package biaffine

import (
	"math"

	"github.com/causeline/causeline/timeline/english/kernel"
)

// A layer is a matrix with what its sums need.
type layer struct {
	m     *kernel.Matrix
	bias  []int32
	scale []int32
}

// run writes the layer's outputs for x to out, in the output's fixed point.
// sums is scratch.
func (l *layer) run(out, sums []int32, x []int16) {
	sums = sums[:len(l.bias)]
	copy(sums, l.bias)
	l.m.MulAdd(sums, x)
	scale := l.scale[:len(sums)]
	out = out[:len(sums)]
	for j, s := range sums {
		out[j] = int32((int64(s)*int64(scale[j]) + 1<<(LayerBits-1)) >> LayerBits)
	}
}

// A table holds the embeddings of one slot.
type table struct {
	wide  int
	scale int64
	rows  []byte
}

// appendRow appends the embedding of row i to x.
func (t *table) appendRow(x []int16, i int) []int16 {
	for _, b := range t.rows[i*t.wide : (i+1)*t.wide] {
		x = append(x, narrow(int32((int64(int8(b))*t.scale+1<<(TableBits-1))>>TableBits)))
	}
	return x
}

// narrow cuts v to 16 bits.
func narrow(v int32) int16 {
	return int16(max(min(v, math.MaxInt16), math.MinInt16))
}

// A network is one of a model's networks, ready to run.
type network struct {
	cells          [2][2]layer
	xpos, upos     layer
	dep, head, arc layer
	root, bias     []int16
	labDep, labTop layer
	labTo          []int16
	out            layer
}

func newNetwork(n *NetData) (*network, error) {
	net := &network{root: n.Root, bias: n.Bias, labTo: n.LabTo}
	for _, p := range []struct {
		to   *layer
		from *LayerData
	}{
		{&net.cells[0][0], &n.Cells[0][0]}, {&net.cells[0][1], &n.Cells[0][1]},
		{&net.cells[1][0], &n.Cells[1][0]}, {&net.cells[1][1], &n.Cells[1][1]},
		{&net.xpos, &n.Xpos}, {&net.upos, &n.Upos},
		{&net.dep, &n.Dep}, {&net.head, &n.Head}, {&net.arc, &n.Arc},
		{&net.labDep, &n.LabDep}, {&net.labTop, &n.LabTop}, {&net.out, &n.Out},
	} {
		l, err := p.from.layer()
		if err != nil {
			return nil, err
		}
		*p.to = l
	}
	return net, nil
}

// A scratch is the memory of one sentence at a time.
type scratch struct {
	keys   []Keys
	words  []int16 // token × embeddings
	net    []work  // of each network
	xpos   []int32 // token × tags, summed over the networks
	upos   []int32
	arcs   []int32 // token × (root + tokens)
	label  []int32
	heads  []int
	solver solver
}

// work is what one network leaves behind on its way through a sentence.
type work struct {
	state [3][]int16 // what goes into each layer and comes out of the last
	wide  [3]int
	input []int16 // of one step of an LSTM: the token and the state before
	c     []int32 // an LSTM's memory
	sums  []int32
	outs  []int32
	dep   []int16
	heads []int16
	tops  []int32 // label × token
	deps  []int32
}

// encode runs n embedded words, x, through the LSTMs.
func (net *network) encode(w *work, x []int16, n int) {
	w.state[0], w.wide[0] = x, len(x)/n
	for l := range net.cells {
		hid := len(net.cells[l][0].bias) / 4
		w.wide[l+1] = 2 * hid
		w.state[l+1] = grow(w.state[l+1], n*2*hid)
		for d := range net.cells[l] {
			net.cells[l][d].scan(w, l, n, hid, d == 1)
		}
	}
}

// scan runs one direction of an LSTM over the n states of layer l and writes
// its half of the states of layer l+1.
func (cell *layer) scan(w *work, l, n, hid int, reverse bool) {
	in, out := w.wide[l], 2*hid
	w.input = grow(w.input, in+hid)
	w.c = grow(w.c, hid)
	w.sums, w.outs = grow(w.sums, 4*hid), grow(w.outs, 4*hid)
	clear(w.c)
	clear(w.input[in:])
	table := sigmoids()
	for i := range n {
		t, half := i, 0
		if reverse {
			t, half = n-1-i, hid
		}
		copy(w.input, w.state[l][t*in:(t+1)*in])
		cell.run(w.outs, w.sums, w.input)
		h := w.input[in:]
		gate(h, w.c, w.outs, table)
		copy(w.state[l+1][t*out+half:], h)
	}
}

// gate applies the gates of an LSTM's step: h and c hold the state before and
// then the one after. g holds the input, forget and output gates and the
// candidate, before their functions. c has its point at 16 bits.
func gate(h []int16, c, g []int32, table *[sigmoidSize]int16) {
	hid := len(h)
	c = c[:hid]
	in, forget, out, cand := g[:hid], g[hid:2*hid], g[2*hid:3*hid], g[3*hid:4*hid]
	for j := range h {
		keep := int64(sigmoid(table, forget[j])) * int64(c[j]) >> 15
		add := int64(sigmoid(table, in[j])) * int64(tanh(table, cand[j])) >> 14
		v := max(min(keep+add, math.MaxInt32), math.MinInt32)
		c[j] = int32(v)
		// To the table's point, then from 30 bits to the state's.
		th := tanh(table, int32(v>>(16-GateBits)))
		h[j] = int16((sigmoid(table, out[j])*th + 1<<(29-StateBits)) >> (30 - StateBits))
	}
}

// grow returns a slice of n values in s's memory if that suffices. Their
// values are not defined.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// leaky divides values below zero by 8.
func leaky(v int32) int32 {
	if v < 0 {
		return v >> 3
	}
	return v
}
