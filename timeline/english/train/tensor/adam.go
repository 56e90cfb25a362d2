package tensor

import "math"

// Adam's decay rates (Kingma and Ba 2015). The second is that of Dozat and
// Manning (2017), who found that parsing wants a short memory.
const (
	beta1 = 0.9
	beta2 = 0.99
	tiny  = 1e-8
)

// A Param is a matrix that is learned, with its gradient and Adam's moments.
// A sparse one is a table of embeddings: only rows that were touched since
// the last step are changed by the next.
type Param struct {
	Mat
	Grad    Mat
	m, v    []float32
	touched []int32
	dirty   []bool
}

// NewParam returns a parameter of zeros.
func NewParam(r, c int) *Param {
	return &Param{Mat: New(r, c), Grad: New(r, c), m: make([]float32, r*c), v: make([]float32, r*c)}
}

// NewTable returns a sparse parameter of zeros.
func NewTable(r, c int) *Param {
	p := NewParam(r, c)
	p.dirty = make([]bool, r)
	return p
}

// Touch says that row i has a gradient, and returns that.
func (p *Param) Touch(i int) []float32 {
	if !p.dirty[i] {
		p.dirty[i] = true
		p.touched = append(p.touched, int32(i))
	}
	return p.Grad.Row(i)
}

// spans calls f for each stretch of values that has a gradient.
func (p *Param) spans(f func(from, to int)) {
	if p.dirty == nil {
		f(0, len(p.D))
		return
	}
	for _, i := range p.touched {
		f(int(i)*p.C, int(i+1)*p.C)
	}
}

// Norm returns the sum of the squares of the gradient.
func (p *Param) Norm() float64 {
	sum := 0.0
	p.spans(func(from, to int) {
		for _, g := range p.Grad.D[from:to] {
			sum += float64(float64(g) * float64(g))
		}
	})
	return sum
}

// Step moves the parameter against its gradient times scale, at the given
// rate, and clears the gradient. n counts the steps from 1.
func (p *Param) Step(rate, scale float32, n int) {
	c1 := float32(1 - power(beta1, n))
	c2 := float32(1 - power(beta2, n))
	p.spans(func(from, to int) {
		w, g, m, v := p.D[from:to], p.Grad.D[from:to], p.m[from:to], p.v[from:to]
		for i := range w {
			d := g[i] * scale
			m[i] = float32(beta1*m[i]) + float32((1-beta1)*d)
			v[i] = float32(beta2*v[i]) + float32((1-beta2)*float32(d*d))
			w[i] -= float32(rate*m[i]/c1) / (sqrt(v[i]/c2) + tiny)
			g[i] = 0
		}
	})
	for _, i := range p.touched {
		p.dirty[i] = false
	}
	p.touched = p.touched[:0]
}

// sqrt is correctly rounded on every architecture.
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func power(b float64, n int) float64 {
	r := 1.0
	for ; n > 0 && r > 1e-20; n-- {
		r = float64(r * b)
	}
	return r
}
