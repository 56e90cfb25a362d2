package neural

import (
	"math/rand/v2"

	"github.com/causeline/causeline/timeline/english/train/tensor"
)

// Losses are the mean losses of a token, in nats.
type Losses struct {
	Xpos, Upos, Head, Label float64
}

func (l *Losses) add(m Losses, weight float64) {
	l.Xpos += m.Xpos * weight
	l.Upos += m.Upos * weight
	l.Head += m.Head * weight
	l.Label += m.Label * weight
}

// learn runs one batch forth and back and leaves the gradients in the
// network's parameters and that of the embedded tokens in the pass.
func (net *network) learn(b *batch, rng *rand.Rand) (Losses, *pass) {
	for l := range net.cells {
		for _, c := range net.cells[l] {
			tensor.Transpose(c.wt, c.w.Mat)
			tensor.Transpose(c.ut, c.u.Mat)
		}
	}
	p := net.encode(b, rng)
	d1 := tensor.New(b.rows, 2*net.sizes.Hidden)
	d2 := tensor.New(b.rows, 2*net.sizes.Hidden)
	var loss Losses
	loss.Xpos = classify(p.out[0], net.xpos, net.xposB, p.gold(func(e *example) []int32 { return e.xpos }), d1, xposShare)
	loss.Upos = classify(p.out[0], net.upos, net.uposB, p.gold(func(e *example) []int32 { return e.upos }), d1, uposShare)
	loss.Head = net.heads(p, d2)
	loss.Label = net.labels(p, d2)
	net.back(p, d1, d2)
	return loss, p
}

// gold lays what each sentence should have out in the order of rows.
func (p *pass) gold(of func(*example) []int32) []int32 {
	g := make([]int32, p.b.rows)
	for t, n := range p.b.live {
		for s := range n {
			g[p.b.row(s, t)] = of(p.b.sents[s])[t]
		}
	}
	return g
}

// classify is a softmax layer over x with its way back; weight is that of its
// loss.
func classify(x tensor.Mat, w, bias *tensor.Param, gold []int32, dx tensor.Mat, weight float32) float64 {
	s := tensor.New(x.R, w.C)
	tensor.AddRow(s, bias.D)
	tensor.MulAdd(s, x, w.Mat)
	loss := 0.0
	scale := weight / float32(x.R)
	for r := range s.R {
		row := s.Row(r)
		loss -= tensor.Softmax(row, int(gold[r]))
		row[gold[r]]--
		for j := range row {
			row[j] *= scale
		}
	}
	tensor.SumRows(bias.Grad.D, s)
	tensor.MulAddT(w.Grad, x, s)
	back(dx, s, w)
	return loss / float64(x.R)
}

// back adds d·wᵀ to dx.
func back(dx, d tensor.Mat, w *tensor.Param) {
	wt := tensor.New(w.C, w.R)
	tensor.Transpose(wt, w.Mat)
	tensor.MulAdd(dx, d, wt)
}

// A perceptron layer: y = leaky(x·w + b), masked.
type hidden struct {
	raw, y, mask tensor.Mat
}

func (p *pass) layer(x tensor.Mat, w, bias *tensor.Param) hidden {
	h := hidden{raw: tensor.New(x.R, w.C)}
	tensor.AddRow(h.raw, bias.D)
	tensor.MulAdd(h.raw, x, w.Mat)
	tensor.LeakyReLU(h.raw.D)
	h.mask = masks(tensor.Mat{}, len(p.b.sents), w.C, dropScorer, p.rng)
	h.y = tensor.New(x.R, w.C)
	p.eachRow(func(s, r int) { multiply(h.y.Row(r), h.raw.Row(r), h.mask.Row(s)) })
	return h
}

// layerBack is the way back through layer, from the gradient of y.
func (p *pass) layerBack(h hidden, dy, x tensor.Mat, w, bias *tensor.Param, dx tensor.Mat) {
	p.eachRow(func(s, r int) { multiply(dy.Row(r), dy.Row(r), h.mask.Row(s)) })
	tensor.LeakyReLUBack(dy.D, h.raw.D)
	tensor.SumRows(bias.Grad.D, dy)
	tensor.MulAddT(w.Grad, x, dy)
	back(dx, dy, w)
}

func (p *pass) eachRow(f func(s, r int)) {
	for t, n := range p.b.live {
		for s := range n {
			f(s, p.b.row(s, t))
		}
	}
}

func multiply(dst, a, b []float32) {
	for i := range dst {
		dst[i] = a[i] * b[i]
	}
}

// heads scores every word as head of every other: dep·bilinear·head plus a
// bias of the head.
func (net *network) heads(p *pass, dx tensor.Mat) float64 {
	b, x := p.b, p.out[1]
	dep := p.layer(x, net.arcDep, net.arcDepB)
	head := p.layer(x, net.arcHead, net.arcHeadB)
	t := tensor.New(b.rows, net.sizes.Arc)
	tensor.MulAdd(t, dep.y, net.bilinear.Mat)
	dt := tensor.New(b.rows, net.sizes.Arc)
	dhead := tensor.New(b.rows, net.sizes.Arc)
	loss := 0.0
	for s, e := range b.sents {
		loss += net.headsOf(b, s, e, t, head.y, dt, dhead)
	}
	ddep := tensor.New(b.rows, net.sizes.Arc)
	back(ddep, dt, net.bilinear)
	tensor.MulAddT(net.bilinear.Grad, dep.y, dt)
	p.layerBack(dep, ddep, x, net.arcDep, net.arcDepB, dx)
	p.layerBack(head, dhead, x, net.arcHead, net.arcHeadB, dx)
	return loss / float64(b.rows)
}

// headsOf scores the heads of one sentence. Column 0 is the root, column i+1
// is token i; a word is not its own head.
func (net *network) headsOf(b *batch, s int, e *example, t, head, dt, dhead tensor.Mat) float64 {
	n := e.len()
	arc := net.sizes.Arc
	wide := (n + 1 + 15) &^ 15 // columns beyond n stay 0
	cand, candT := tensor.New(wide, arc), tensor.New(arc, wide)
	copy(cand.Row(0), net.root.D)
	deps := tensor.New(n, arc)
	for i := range n {
		copy(cand.Row(i+1), head.Row(b.row(s, i)))
		copy(deps.Row(i), t.Row(b.row(s, i)))
	}
	tensor.Transpose(candT, cand)
	scores := tensor.New(n, wide)
	for j := range n + 1 {
		v := tensor.Dot(net.headBias.D, cand.Row(j))
		for i := range n {
			scores.Row(i)[j] = v
		}
	}
	tensor.MulAdd(scores, deps, candT)
	loss, scale := 0.0, 1/float32(b.rows)
	for i := range n {
		row := scores.Row(i)
		row[i+1] = -1e9
		gold := int(e.head[i]) + 1
		loss -= tensor.Softmax(row[:n+1], gold)
		row[gold]--
		for j := range row {
			if j > n {
				row[j] = 0
			}
			row[j] *= scale
		}
	}
	ddeps, dcand := tensor.New(n, arc), tensor.New(wide, arc)
	tensor.MulAdd(ddeps, scores, cand)
	tensor.MulAddT(dcand, scores, deps)
	for j := range n + 1 {
		var sum float32
		for i := range n {
			sum += scores.Row(i)[j]
		}
		tensor.Axpy(net.headBias.Grad.D, sum, cand.Row(j))
		tensor.Axpy(dcand.Row(j), sum, net.headBias.D)
	}
	tensor.Axpy(net.root.Grad.D, 1, dcand.Row(0))
	for i := range n {
		tensor.Axpy(dt.Row(b.row(s, i)), 1, ddeps.Row(i))
		tensor.Axpy(dhead.Row(b.row(s, i)), 1, dcand.Row(i+1))
	}
	return loss
}

// labels scores the relations of each word to its gold head.
func (net *network) labels(p *pass, dx tensor.Mat) float64 {
	b, x := p.b, p.out[1]
	dep, head := tensor.New(b.rows, net.sizes.Label), tensor.New(b.rows, net.sizes.Label)
	tensor.AddRow(dep, net.labB.D)
	tensor.MulAdd(dep, x, net.labDep.Mat)
	tensor.MulAdd(head, x, net.labHead.Mat)
	z := tensor.New(b.rows, net.sizes.Label)
	y := tensor.New(b.rows, net.sizes.Label)
	mask := masks(tensor.Mat{}, len(b.sents), net.sizes.Label, dropScorer, p.rng)
	at := make([]int, b.rows) // row of the head, -1 for the root
	for t, n := range b.live {
		for s := range n {
			r := b.row(s, t)
			at[r] = -1
			h := net.labRoot.D
			if g := b.sents[s].head[t]; g >= 0 {
				at[r] = b.row(s, int(g))
				h = head.Row(at[r])
			}
			row := z.Row(r)
			copy(row, dep.Row(r))
			tensor.Axpy(row, 1, h)
			tensor.LeakyReLU(row)
			multiply(y.Row(r), row, mask.Row(s))
		}
	}
	dy := tensor.New(b.rows, net.sizes.Label)
	loss := classify(y, net.labOut, net.labOutB, p.gold(func(e *example) []int32 { return e.label }), dy, 1)
	dhead := tensor.New(b.rows, net.sizes.Label)
	p.eachRow(func(s, r int) {
		d := dy.Row(r)
		multiply(d, d, mask.Row(s))
		tensor.LeakyReLUBack(d, z.Row(r))
		if at[r] >= 0 {
			tensor.Axpy(dhead.Row(at[r]), 1, d)
		} else {
			tensor.Axpy(net.labRoot.Grad.D, 1, d)
		}
	})
	tensor.SumRows(net.labB.Grad.D, dy)
	tensor.MulAddT(net.labDep.Grad, x, dy)
	tensor.MulAddT(net.labHead.Grad, x, dhead)
	back(dx, dy, net.labDep)
	back(dx, dhead, net.labHead)
	return loss
}
