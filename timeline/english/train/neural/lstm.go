package neural

import (
	"math/rand/v2"

	"github.com/causeline/causeline/timeline/english/train/tensor"
)

// steps returns the times in the order in which c reads them.
func (c *cell) steps(b *batch) (first, last, by int) {
	if c.reverse {
		return len(b.from) - 1, -1, -1
	}
	return 0, len(b.from), 1
}

// forward reads the rows of x and leaves the states in c.h. With rng, parts
// of the state that is handed on are hidden, the same ones throughout a
// sentence (Gal and Ghahramani 2016).
func (c *cell) forward(b *batch, x tensor.Mat, rng *rand.Rand) {
	hid := c.u.R
	c.x = x
	c.prev = c.prev.Resize(b.rows, hid)
	c.gates = c.gates.Resize(b.rows, 4*hid)
	c.c, c.tc, c.h = c.c.Resize(b.rows, hid), c.tc.Resize(b.rows, hid), c.h.Resize(b.rows, hid)
	c.mask = masks(c.mask, len(b.sents), hid, c.drop, rng)
	tensor.AddRow(c.gates, c.b.D)
	tensor.MulAdd(c.gates, x, c.w.Mat)
	first, last, by := c.steps(b)
	for t := first; t != last; t += by {
		n, from, before := b.live[t], b.from[t], 0
		both := 0 // sentences that also ran one step before
		if t != first {
			both, before = min(n, b.live[t-by]), b.from[t-by]
		}
		for s := range both {
			dst, src, m := c.prev.Row(from+s), c.h.Row(before+s), c.mask.Row(s)
			for j := range dst {
				dst[j] = src[j] * m[j]
			}
		}
		tensor.MulAdd(c.gates.Rows(from, from+both), c.prev.Rows(from, from+both), c.u.Mat)
		for s := range n {
			var old []float32
			if s < both {
				old = c.c.Row(before + s)
			}
			c.step(from+s, old)
		}
	}
}

// step turns the sums in row r into gates and state.
func (c *cell) step(r int, old []float32) {
	hid := c.u.R
	g, cc, tc, h := c.gates.Row(r), c.c.Row(r), c.tc.Row(r), c.h.Row(r)
	for j := range 3 * hid {
		g[j] = tensor.Sigmoid(g[j])
	}
	for j := range hid {
		g[3*hid+j] = tensor.Tanh(g[3*hid+j])
		v := float32(g[j] * g[3*hid+j])
		if old != nil {
			v += float32(g[hid+j] * old[j])
		}
		cc[j] = v
		tc[j] = tensor.Tanh(v)
		h[j] = float32(g[2*hid+j] * tc[j])
	}
}

// backward takes the gradient of c.h, which it changes, adds to those of the
// parameters and adds the gradient of the input to dx.
func (c *cell) backward(b *batch, dh, dx tensor.Mat) {
	hid := c.u.R
	c.dgates, c.dc = c.dgates.Resize(b.rows, 4*hid), c.dc.Resize(b.rows, hid)
	dprev := tensor.New(len(b.sents), hid)
	first, last, by := c.steps(b)
	for t := last - by; t != first-by; t -= by {
		n, from, before := b.live[t], b.from[t], 0
		both := 0
		if t != first {
			both, before = min(n, b.live[t-by]), b.from[t-by]
		}
		for s := range n {
			var old, dold []float32
			if s < both {
				old, dold = c.c.Row(before+s), c.dc.Row(before+s)
			}
			c.stepBack(from+s, dh.Row(from+s), old, dold)
		}
		if both == 0 {
			continue
		}
		d := dprev.Rows(0, both)
		d.Zero()
		tensor.MulAdd(d, c.dgates.Rows(from, from+both), c.ut)
		for s := range both {
			dst, m := dh.Row(before+s), c.mask.Row(s)
			for j, v := range d.Row(s) {
				dst[j] += float32(v * m[j])
			}
		}
	}
	tensor.MulAddT(c.w.Grad, c.x, c.dgates)
	tensor.MulAddT(c.u.Grad, c.prev, c.dgates)
	tensor.SumRows(c.b.Grad.D, c.dgates)
	tensor.MulAdd(dx, c.dgates, c.wt)
}

// stepBack is the way back through step. dold takes the gradient of the state
// before.
func (c *cell) stepBack(r int, dh, old, dold []float32) {
	hid := c.u.R
	g, tc, dc, d := c.gates.Row(r), c.tc.Row(r), c.dc.Row(r), c.dgates.Row(r)
	for j := range hid {
		in, forget, out, cand := g[j], g[hid+j], g[2*hid+j], g[3*hid+j]
		d[2*hid+j] = dh[j] * tc[j] * out * (1 - out)
		v := dc[j] + float32(dh[j]*out*(1-float32(tc[j]*tc[j])))
		d[j] = v * cand * in * (1 - in)
		d[3*hid+j] = v * in * (1 - float32(cand*cand))
		if old != nil {
			d[hid+j] = v * old[j] * forget * (1 - forget)
			dold[j] += float32(v * forget)
		}
	}
}

// masks returns rows of which a share is 0 and the rest so much greater than
// 1 that the mean stays; all 1 without rng.
func masks(m tensor.Mat, rows, cols int, share float32, rng *rand.Rand) tensor.Mat {
	m = m.Resize(rows, cols)
	keep := 1 / (1 - share)
	for i := range m.D {
		switch {
		case rng == nil:
			m.D[i] = 1
		case rng.Float32() >= share:
			m.D[i] = keep
		}
	}
	return m
}
