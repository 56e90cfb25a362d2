package biaffine

import "github.com/causeline/causeline/timeline/english/kernel"

// tags adds the scores of tags to xpos and upos.
func (net *network) tags(s *scratch, w *work, n int) {
	wide := w.wide[1]
	for i := range n {
		x := w.state[1][i*wide : (i+1)*wide]
		net.xpos.add(w, s.xpos[i*len(net.xpos.bias):], x)
		net.upos.add(w, s.upos[i*len(net.upos.bias):], x)
	}
}

// add adds the layer's outputs for x to scores.
func (l *layer) add(w *work, scores []int32, x []int16) {
	w.sums, w.outs = grow(w.sums, len(l.bias)), grow(w.outs, len(l.bias))
	l.run(w.outs, w.sums, x)
	for j, v := range w.outs {
		scores[j] += v
	}
}

// hidden writes the leaky outputs of l for x to dst.
func (l *layer) hidden(w *work, dst []int16, x []int16) {
	w.sums, w.outs = grow(w.sums, len(l.bias)), grow(w.outs, len(l.bias))
	l.run(w.outs, w.sums, x)
	for j, v := range w.outs {
		dst[j] = narrow(leaky(v))
	}
}

// arcs adds the scores of heads to s.arcs, n+1 a token: first the root, then
// the tokens. Their point is at HiddenBits+FormBits.
func (net *network) arcs(s *scratch, w *work, n int) {
	wide, arc := w.wide[2], len(net.arc.bias)
	w.heads = grow(w.heads, (n+1)*arc)
	w.dep = grow(w.dep, 2*arc)
	copy(w.heads, net.root)
	for i := range n {
		net.head.hidden(w, w.heads[(i+1)*arc:(i+2)*arc], w.state[2][i*wide:(i+1)*wide])
	}
	dep, form := w.dep[:arc], w.dep[arc:]
	for i := range n {
		net.dep.hidden(w, dep, w.state[2][i*wide:(i+1)*wide])
		net.arc.run(w.outs, w.sums, dep)
		for j, v := range w.outs[:arc] {
			form[j] = narrow(v + int32(net.bias[j]))
		}
		row := s.arcs[i*(n+1) : (i+1)*(n+1)]
		for j := range row {
			row[j] += kernel.Dot(form, w.heads[j*arc:(j+1)*arc])
		}
	}
}

// relations adds the scores of each token's relation to its head in s.heads.
func (net *network) relations(s *scratch, w *work, n int) {
	wide, lab := w.wide[2], len(net.labDep.bias)
	w.tops, w.deps = grow(w.tops, n*lab), grow(w.deps, lab)
	w.sums = grow(w.sums, lab)
	for i := range n {
		net.labTop.run(w.tops[i*lab:(i+1)*lab], w.sums, w.state[2][i*wide:(i+1)*wide])
	}
	w.dep = grow(w.dep, lab)
	for i := range n {
		net.labDep.run(w.deps, w.sums[:lab], w.state[2][i*wide:(i+1)*wide])
		for j, v := range w.deps {
			if h := s.heads[i]; h >= 0 {
				v += w.tops[h*lab+j]
			} else {
				v += int32(net.labTo[j])
			}
			w.dep[j] = narrow(leaky(v))
		}
		net.out.add(w, s.label[i*len(net.out.bias):], w.dep)
		w.sums = grow(w.sums, lab)
	}
}
