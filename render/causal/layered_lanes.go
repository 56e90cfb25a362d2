package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// A move is a line's way to the side in the room above a band.
type move struct {
	line     int
	from, to scene.Unit
	lane     int
}

func (m move) low() scene.Unit  { return min(m.from, m.to) }
func (m move) high() scene.Unit { return max(m.from, m.to) }

// setMoves collects the ways to the side and gives them lanes.
func (w *layered) setMoves() {
	for k, l := range w.lines {
		for n := 1; n < len(l.xs); n++ {
			if l.xs[n] != l.xs[n-1] {
				b := &w.bands[l.first+n]
				b.moves = append(b.moves, move{line: k, from: l.xs[n-1], to: l.xs[n]})
			}
		}
	}
	for n := range w.bands {
		w.bands[n].lanes = setLanes(w.bands[n].moves)
	}
	for n := range w.lines {
		l := &w.lines[n]
		l.lane = make([]int, len(l.xs))
		for k := 1; k < len(l.xs); k++ {
			for _, m := range w.bands[l.first+k].moves {
				if m.line == n {
					l.lane[k] = m.lane
				}
			}
		}
	}
}

// setLanes gives moves that would run into each other lanes of their own and
// returns how many lanes there are. Lines to the right are stacked from the
// rightmost, lines to the left from the leftmost, so that parallel lines do
// not cross; a line comes down above one that goes on below it.
func setLanes(ms []move) int {
	slices.SortStableFunc(ms, func(a, b move) int {
		right, also := a.to > a.from, b.to > b.from
		switch {
		case right != also && right:
			return -1
		case right != also:
			return 1
		case right:
			return cmp.Compare(b.from, a.from)
		}
		return cmp.Compare(a.from, b.from)
	})
	const near = lineSep - 1
	above := func(a, b int) bool { // a must be above b
		p, q := ms[a], ms[b]
		if p.low() > q.high()+near || q.low() > p.high()+near {
			return false
		}
		meets := func(x, y scene.Unit) bool { return max(x-y, y-x) < near }
		switch {
		case meets(p.from, q.to) && !meets(q.from, p.to):
			return true
		case meets(q.from, p.to) && !meets(p.from, q.to):
			return false
		}
		return a < b
	}
	done := make([]bool, len(ms))
	lanes := 0
	for left := len(ms); left > 0; left-- {
		next := -1
		for a := range ms {
			if done[a] {
				continue
			}
			blocked := false
			for b := range ms {
				blocked = blocked || !done[b] && b != a && above(b, a)
			}
			if !blocked || next < 0 {
				next = a
			}
			if !blocked {
				break
			}
		}
		lane := 0
		for b := range ms {
			if done[b] && (above(b, next) || above(next, b)) {
				lane = max(lane, ms[b].lane+1)
			}
		}
		ms[next].lane, done[next] = lane, true
		lanes = max(lanes, lane+1)
	}
	return lanes
}
