package chart

import "github.com/causeline/causeline/render/scene"

// spread places boxes of the given widths on a line between low and high, in
// order and without overlap, so that the sum of squared distances from the
// wanted places is least. It is isotonic regression by pooling adjacent
// violators (Ayer and others, 1955): with the widths taken off, places only
// have to rise. Values outside the line are moved to its ends, which keeps
// the result least. It reports false where the boxes do not fit.
func spread(want, width []scene.Unit, low, high scene.Unit) ([]scene.Unit, bool) {
	type pool struct {
		sum scene.Unit
		n   scene.Unit
	}
	offset := make([]scene.Unit, len(want))
	var total scene.Unit
	var pools []pool
	for i := range want {
		offset[i] = total
		total += width[i]
		p := pool{want[i] - offset[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].sum*p.n >= p.sum*pools[len(pools)-1].n {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			p = pool{last.sum + p.sum, last.n + p.n}
		}
		pools = append(pools, p)
	}
	if total > high-low {
		return nil, false
	}
	out := make([]scene.Unit, 0, len(want))
	for _, p := range pools {
		at := min(max(floorDiv(p.sum, p.n), low), high-total)
		for range p.n {
			out = append(out, at+offset[len(out)])
		}
	}
	return out, true
}

func floorDiv(a, b scene.Unit) scene.Unit {
	q := a / b
	if a%b != 0 && a < 0 {
		q--
	}
	return q
}
