package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// Lines run straight down through the bands and to the side between them.
// The layout's curve tells on which side of the boxes a line passes each
// band; within that corridor it keeps as straight as it can, seen from its
// head, and apart from other lines.

// A move is a line's way to the side in the room above a band.
type move struct {
	line     int
	from, to scene.Unit
	lane     int
}

func (m move) low() scene.Unit  { return min(m.from, m.to) }
func (m move) high() scene.Unit { return max(m.from, m.to) }

// route chooses where each line passes each band, short lines first.
func (w *wide) route() {
	order := make([]int, 0, len(w.lines))
	for k, l := range w.lines {
		if !l.panelled {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(w.length(p), w.length(q)) })
	taken := make([][]scene.Unit, len(w.bands))
	for _, k := range order {
		l := &w.lines[k]
		first, last := w.boxes[l.upper()].band, w.boxes[l.lower()].band
		l.first = first
		l.xs = make([]scene.Unit, last-first+1)
		x := l.shaftX()
		l.xs[last-first], l.xs[last-first-1] = l.portX, x
		for n := last - 2; n > first; n-- {
			low, high := w.corridor(n, l.at(w.bands[n].middle()))
			// Events and the words above them are passed in one line if
			// possible: a bend between them would part heads from words.
			m := n
			if up := n - 1; up > first && w.bands[up].words {
				lo, hi := w.corridor(up, l.at(w.bands[up].middle()))
				if lo, hi = max(lo, low), min(hi, high); lo <= hi {
					m, low, high = up, lo, hi
				}
			}
			x = freeNear(min(max(x, low), high), low, high, slices.Concat(taken[m:n+1]...))
			for ; ; n-- {
				taken[n] = append(taken[n], x)
				l.xs[n-first] = x
				if n == m {
					break
				}
			}
		}
	}
}

func (w *wide) length(k int) int {
	return w.boxes[w.lines[k].lower()].band - w.boxes[w.lines[k].upper()].band
}

// at returns where the layout's curve is at a height, near enough to tell
// on which side of a box.
func (l *line) at(y scene.Unit) scene.Unit {
	best, dist := l.path[0].X, scene.Unit(-1)
	for n := 0; n+3 < len(l.path); n += 3 {
		a, b, c, d := l.path[n], l.path[n+1], l.path[n+2], l.path[n+3]
		const steps = 16
		for t := scene.Unit(0); t <= steps; t++ {
			u := steps - t
			mix := func(a, b, c, d scene.Unit) scene.Unit {
				return (a*u*u*u + 3*b*u*u*t + 3*c*u*t*t + d*t*t*t) / (steps * steps * steps)
			}
			off := mix(a.Y, b.Y, c.Y, d.Y) - y
			if off = max(off, -off); dist < 0 || off < dist {
				best, dist = mix(a.X, b.X, c.X, d.X), off
			}
		}
	}
	return best
}

// corridor returns the room around x that the boxes of a band leave.
func (w *wide) corridor(n int, x scene.Unit) (low, high scene.Unit) {
	const clear = scene.Px * 9
	low, high = fieldX-scene.Px*6, w.frame.Width-w.frame.Margin
	block := func(left, width scene.Unit) {
		if left+width/2 < x {
			low = max(low, left+width+clear)
		} else {
			high = min(high, left-clear)
		}
	}
	for _, i := range w.ranks[w.bands[n].rank] {
		b := &w.boxes[i]
		if !w.bands[n].words {
			block(b.x, b.w)
			continue
		}
		for _, k := range b.head {
			block(w.lines[k].x, w.lines[k].w)
		}
	}
	if low > high {
		low = (low + high) / 2
		high = low
	}
	return low, high
}

// freeNear returns the place nearest to x that keeps clear of those taken,
// or x where there is none.
func freeNear(x, low, high scene.Unit, taken []scene.Unit) scene.Unit {
	free := func(at scene.Unit) bool {
		for _, t := range taken {
			if d := at - t; max(d, -d) < lineSep {
				return false
			}
		}
		return at >= low && at <= high
	}
	x = min(whole(x), high)
	best, dist := x, scene.Unit(-1)
	try := func(at scene.Unit) {
		if d := max(at-x, x-at); free(at) && (dist < 0 || d < dist) {
			best, dist = at, d
		}
	}
	try(x)
	for _, t := range taken {
		try(t - lineSep)
		try(t + lineSep)
	}
	return best
}

// setTails lets the lines that leave an event begin at its lower edge, each
// where it goes on straight down if that is below the event, and apart.
func (w *wide) setTails() {
	for i := range w.boxes {
		b := &w.boxes[i]
		slices.SortStableFunc(b.tail, func(p, q int) int {
			return cmp.Or(cmp.Compare(w.lines[p].xs[1], w.lines[q].xs[1]), cmp.Compare(p, q))
		})
		at := make([]scene.Unit, len(b.tail))
		for n, k := range b.tail {
			at[n] = w.lines[k].xs[1]
		}
		spreadPorts(at, b.x+scene.Px*12, b.x+b.w-scene.Px*12, portSep)
		for n, k := range b.tail {
			w.lines[k].xs[0] = at[n]
		}
	}
}

// setMoves collects the ways to the side and gives them lanes.
func (w *wide) setMoves() {
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

// trace returns the points at which a line turns, from the lower edge of the
// upper event to the upper edge of the lower one.
func (w *wide) trace(l *line) []scene.Point {
	upper, lower := w.boxes[l.upper()], w.boxes[l.lower()]
	out := []scene.Point{{X: l.xs[0], Y: upper.y + upper.h}}
	for n := 1; n < len(l.xs); n++ {
		if l.xs[n] == l.xs[n-1] {
			continue
		}
		a := w.bands[l.first+n-1]
		y := a.y + a.h + lanePad + scene.Unit(l.lane[n])*laneGap
		if w.backward(l.first + n - 1) {
			y += headRoom
		}
		out = append(out, scene.Point{X: l.xs[n-1], Y: y}, scene.Point{X: l.xs[n], Y: y})
	}
	return append(out, scene.Point{X: l.portX, Y: lower.y})
}

// rounded returns a path of straight pieces with rounded corners.
func rounded(points []scene.Point) scene.Path {
	const radius = scene.Px * 8
	var p scene.Path
	p.MoveTo(points[0].X, points[0].Y)
	for n := 1; n+1 < len(points); n++ {
		a, b, c := points[n-1], points[n], points[n+1]
		r := min(radius, reach(a, b)/2, reach(b, c)/2)
		from, to := toward(b, a, r), toward(b, c, r)
		in, out := toward(b, a, r/2), toward(b, c, r/2)
		p.LineTo(from.X, from.Y)
		p.CubicTo(in.X, in.Y, out.X, out.Y, to.X, to.Y)
	}
	last := points[len(points)-1]
	p.LineTo(last.X, last.Y)
	return p
}

// reach is the distance of two points on an upright or level line.
func reach(a, b scene.Point) scene.Unit {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y)
}

// toward returns the point at distance r from a on the way to b.
func toward(a, b scene.Point, r scene.Unit) scene.Point {
	step := func(a, b scene.Unit) scene.Unit { return a + min(max(b-a, -r), r) }
	return scene.Point{X: step(a.X, b.X), Y: step(a.Y, b.Y)}
}
