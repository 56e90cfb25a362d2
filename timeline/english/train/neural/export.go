package neural

import (
	"math"

	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/kernel"
	"github.com/causeline/causeline/timeline/english/train/tensor"
)

// Export returns the networks as a model in integers.
func (t *Trained) Export() *biaffine.Data {
	d := &biaffine.Data{Xpos: t.inv.xpos, Upos: t.inv.upos, Labels: t.inv.labels, Pairs: t.inv.pairs, Keys: t.inv.keys}
	for k, p := range t.embed {
		d.Tables[k] = quantiseTable(p.Mat)
	}
	for _, net := range t.nets {
		d.Nets = append(d.Nets, net.export())
	}
	return d
}

func (net *network) export() biaffine.NetData {
	const (
		state, hidden, form = biaffine.StateBits, biaffine.HiddenBits, biaffine.FormBits
		gate, score         = biaffine.GateBits, biaffine.ScoreBits
	)
	var d biaffine.NetData
	for l := range net.cells {
		for k, c := range net.cells[l] {
			d.Cells[l][k] = quantise(stack(c.w.Mat, c.u.Mat), c.b.D, state, gate)
		}
	}
	d.Xpos = quantise(net.xpos.Mat, net.xposB.D, state, score)
	d.Upos = quantise(net.upos.Mat, net.uposB.D, state, score)
	d.Dep = quantise(net.arcDep.Mat, net.arcDepB.D, state, hidden)
	d.Head = quantise(net.arcHead.Mat, net.arcHeadB.D, state, hidden)
	d.Arc = quantise(net.bilinear.Mat, nil, hidden, form)
	d.Root = fixed(net.root.D, hidden)
	d.Bias = fixed(net.headBias.D, form)
	d.LabDep = quantise(net.labDep.Mat, net.labB.D, state, hidden)
	d.LabTop = quantise(net.labHead.Mat, nil, state, hidden)
	d.LabTo = fixed(net.labRoot.D, hidden)
	d.Out = quantise(net.labOut.Mat, net.labOutB.D, hidden, score)
	return d
}

// stack puts b's rows below a's.
func stack(a, b tensor.Mat) tensor.Mat {
	m := tensor.New(a.R+b.R, a.C)
	copy(m.D, a.D)
	copy(m.D[len(a.D):], b.D)
	return m
}

// steps is the greatest size of an 8-bit weight.
const steps = 127

// quantise rounds a layer's weights to 8 bits, with one scale for each output
// so that the greatest weight is exact and nothing is clipped. from and to are
// the binary points of inputs and outputs.
func quantise(w tensor.Mat, bias []float32, from, to int) biaffine.LayerData {
	out := (w.C + kernel.Group - 1) / kernel.Group * kernel.Group
	l := biaffine.LayerData{In: w.R, Out: out, Bias: make([]int32, out), Scale: make([]int32, out)}
	size := make([]float64, out) // of one step
	for j := range w.C {
		top := 1e-9
		for i := range w.R {
			top = max(top, math.Abs(float64(w.Row(i)[j])))
		}
		size[j] = top / steps
		if bias != nil {
			l.Bias[j] = int32(math.Round(math.Ldexp(float64(bias[j])/size[j], from)))
		}
		l.Scale[j] = int32(math.Round(math.Ldexp(size[j], to-from+biaffine.LayerBits)))
	}
	l.Weights = kernel.Pack(w.R, out, func(i, j int) int8 {
		if j >= w.C {
			return 0
		}
		return int8(math.Round(float64(w.Row(i)[j]) / size[j]))
	})
	return l
}

// quantiseTable rounds embeddings to 8 bits with one scale for the table.
func quantiseTable(m tensor.Mat) biaffine.TableData {
	top := 1e-9
	for _, v := range m.D {
		top = max(top, math.Abs(float64(v)))
	}
	t := biaffine.TableData{Wide: m.C, Rows: make([]byte, len(m.D))}
	t.Scale = int32(math.Round(math.Ldexp(top/steps, biaffine.StateBits+biaffine.TableBits)))
	for i, v := range m.D {
		t.Rows[i] = byte(int8(math.Round(float64(v) / top * steps)))
	}
	return t
}

// fixed returns v in fixed point.
func fixed(v []float32, bits int) []int16 {
	out := make([]int16, len(v))
	for i, x := range v {
		r := math.Round(math.Ldexp(float64(x), bits))
		out[i] = int16(max(min(r, math.MaxInt16), math.MinInt16))
	}
	return out
}
