package neural

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/causeline/causeline/timeline/english/biaffine"
)

// toy returns three sentences of random tokens and a network for them.
func toy(rng *rand.Rand) (*network, *batch) {
	sizes := Sizes{Hidden: 6, Arc: 5, Label: 7}
	n := counts{xpos: 4, upos: 3, labels: 5}
	for k := range sizes.Embed {
		sizes.Embed[k] = 2 + k%3
		n.rows[k] = 6
	}
	net := newNetwork(sizes, n, newTables(sizes, n, rng), rng)
	var sents []*example
	for _, length := range []int{4, 1, 6} {
		e := &example{}
		for i := range length {
			var rows [biaffine.Slots]int32
			for k := range rows {
				rows[k] = int32(rng.IntN(6))
			}
			e.rows = append(e.rows, rows)
			e.count = append(e.count, 3)
			e.name = append(e.name, i%2 == 0)
			e.xpos = append(e.xpos, int32(rng.IntN(4)))
			e.upos = append(e.upos, int32(rng.IntN(3)))
			e.label = append(e.label, int32(rng.IntN(5)))
			e.head = append(e.head, int32(i)-1)
		}
		sents = append(sents, e)
	}
	return net, newBatch(sents, sents[0].rows)
}

func (l Losses) total() float64 {
	return xposShare*l.Xpos + uposShare*l.Upos + l.Head + l.Label
}

// The gradients written out by hand must be the slopes of the loss. Dropout
// is on: the same seed hides the same things in every run.
// One difference in fifty may be spoilt by a step across the kink of a leaky
// unit; without leaks (slope 1) all agree.
func TestGradients(t *testing.T) {
	net, b := toy(rand.New(rand.NewPCG(2, 7)))
	params := append(net.embed[:], net.all...)
	loss := func() float64 {
		l, p := net.learn(b, rand.New(rand.NewPCG(3, 3)))
		net.embed.learn(p)
		return l.total()
	}
	clean := func() {
		for _, p := range params {
			p.Grad.Zero()
		}
	}
	clean()
	loss()
	pick := rand.New(rand.NewPCG(5, 5))
	type probe struct {
		param, at int
		grad      float64
	}
	var probes []probe
	for k, p := range params {
		for range 6 {
			i := pick.IntN(len(p.D))
			probes = append(probes, probe{k, i, float64(p.Grad.D[i])})
		}
	}
	bad, moving := 0, 0
	for _, pr := range probes {
		p := params[pr.param]
		const h = 1e-3
		old := p.D[pr.at]
		p.D[pr.at] = old + h
		up := loss()
		p.D[pr.at] = old - h
		down := loss()
		p.D[pr.at] = old
		slope := (up - down) / (2 * h)
		if math.Abs(slope) > 1e-4 {
			moving++
		}
		if math.Abs(slope-pr.grad) > 0.02*math.Abs(slope)+5e-4 {
			bad++
			t.Logf("parameter %d, value %d: gradient %.6f, slope %.6f", pr.param, pr.at, pr.grad, slope)
		}
	}
	if bad*50 > len(probes) {
		t.Errorf("%d of %d gradients are wrong", bad, len(probes))
	}
	if moving < len(probes)/3 {
		t.Errorf("only %d of %d values matter to the loss", moving, len(probes))
	}
}
