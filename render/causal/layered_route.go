package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// Lines run straight down through the bands and to the side between them.
// The layout's curve tells on which side of the boxes a line passes each
// band, and in which order lines pass; within that corridor it keeps as straight
// as it can, seen from its head. So lines cross where the layout's do.

// route chooses where each line passes each band, short lines first.
func (w *layered) route() {
	order := make([]int, 0, len(w.lines))
	for k, l := range w.lines {
		if !l.panelled {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(p, q int) int { return cmp.Compare(w.length(p), w.length(q)) })
	for _, k := range order {
		l := &w.lines[k]
		first, last := w.boxes[l.upper()].band, w.boxes[l.lower()].band
		l.xs = make([]scene.Unit, last-first+1)
		x := l.shaftX()
		l.xs[last-first], l.xs[last-first-1] = l.portX, x
		for n := last - 2; n > first; n-- {
			low, high := w.corridor(n, k)
			// Events and the words above them are passed in one line if
			// possible: a bend between them would part heads from words.
			m := n
			if up := n - 1; up > first && w.bands[up].words {
				lo, hi := w.corridor(up, k)
				if lo, hi = max(lo, low), min(hi, high); lo <= hi {
					m, low, high = up, lo, hi
				}
			}
			x = min(max(x, low), high)
			for ; n > m; n-- {
				l.xs[n-first] = x
			}
			l.xs[m-first] = x
		}
	}
}

func (w *layered) length(k int) int {
	return w.boxes[w.lines[k].lower()].band - w.boxes[w.lines[k].upper()].band
}

// samples returns points of the layout's curve, near enough to tell on which
// side of a box it passes.
func (l *line) samples() []scene.Point {
	const steps = 16
	out := l.path[:1:1]
	for n := 0; n+3 < len(l.path); n += 3 {
		a, b, c, d := l.path[n], l.path[n+1], l.path[n+2], l.path[n+3]
		for t := scene.Unit(1); t <= steps; t++ {
			u := steps - t
			mix := func(a, b, c, d scene.Unit) scene.Unit {
				return (a*u*u*u + 3*b*u*u*t + 3*c*u*t*t + d*t*t*t) / (steps * steps * steps)
			}
			out = append(out, scene.Point{X: mix(a.X, b.X, c.X, d.X), Y: mix(a.Y, b.Y, c.Y, d.Y)})
		}
	}
	return out
}

// at returns where the layout's curve is at a height.
func (l *line) at(y scene.Unit) scene.Unit {
	points := l.samples()
	best := points[0]
	for _, p := range points {
		if max(p.Y-y, y-p.Y) < max(best.Y-y, y-best.Y) {
			best = p
		}
	}
	return best.X
}

// clear is how far a line stays off boxes and words that it passes.
const clear = scene.Px * 9

// A place is an event or, with line ≥ 0, a word of a band.
type place struct {
	line int
	x, w scene.Unit
}

// places returns what stands in a band, from left to right. Events in a panel
// take up its edge, too.
func (w *layered) places(n int) []place {
	var out []place
	for _, i := range w.ranks[w.bands[n].rank] {
		b := &w.boxes[i]
		if !w.bands[n].words {
			edge := scene.Unit(0)
			if w.panelOf(i) >= 0 {
				edge = panelPad
			}
			out = append(out, place{-1, b.x - edge, b.w + 2*edge})
			continue
		}
		for _, k := range b.head {
			out = append(out, place{k, w.lines[k].x, w.lines[k].w})
		}
	}
	slices.SortStableFunc(out, func(p, q place) int { return cmp.Compare(p.x, q.x) })
	return out
}

// A pass is a line on its way through a band.
type pass struct {
	line int
	slot int        // how many places of the band stand left of it
	at   scene.Unit // of the layout's curve
}

// setSlots notes where the layout's curves pass each band, from left to right.
func (w *layered) setSlots() {
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled {
			continue
		}
		l.first = w.boxes[l.upper()].band
		for n := l.first + 1; n < w.boxes[l.lower()].band-1; n++ {
			p := pass{line: k, at: l.at(w.bands[n].middle)}
			for _, i := range w.ranks[w.bands[n].rank] {
				switch b := &w.boxes[i]; {
				case b.x+b.w/2 >= p.at:
				case w.bands[n].words:
					p.slot += len(b.head)
				default:
					p.slot++
				}
			}
			w.bands[n].passing = append(w.bands[n].passing, p)
		}
	}
	for n := range w.bands {
		slices.SortStableFunc(w.bands[n].passing, func(p, q pass) int { return cmp.Compare(p.at, q.at) })
	}
}

// slotRoom is the least width of a slot of a band, with the lines that pass
// there.
func (w *layered) slotRoom(n, slot int) scene.Unit {
	lines := scene.Unit(0)
	for _, p := range w.bands[n].passing {
		if p.slot == slot {
			lines++
		}
	}
	if lines == 0 {
		return scene.Px * 8
	}
	return 2*clear + (lines-1)*lineSep
}

// corridor returns the room that line k has in a band: between the places at
// its sides, and with room for the other lines there.
func (w *layered) corridor(n, k int) (low, high scene.Unit) {
	passing := w.bands[n].passing
	own := slices.IndexFunc(passing, func(p pass) bool { return p.line == k })
	low, high = w.frame.Margin-scene.Px*6, w.frame.Width-w.frame.Margin+scene.Px*6
	places, slot := w.places(n), passing[own].slot
	if slot > 0 {
		low = places[slot-1].x + places[slot-1].w + clear
	}
	if slot < len(places) {
		high = places[slot].x - clear
	}
	left, right := low, high
	for m, p := range passing {
		if p.slot != slot || m == own {
			continue
		}
		apart := scene.Unit(0) // from line k, with the lines between
		for _, q := range passing[min(m, own):max(m, own)] {
			if q.slot == slot {
				apart += lineSep
			}
		}
		edge, placed := w.passage(n, p.line)
		switch {
		case m < own && placed:
			low = max(low, edge+apart)
		case m < own:
			low = max(low, left+apart)
		case placed:
			high = min(high, edge-apart)
		default:
			high = min(high, right-apart)
		}
	}
	if low > high {
		low = (low + high) / 2
		high = low
	}
	return low, high
}

// passage returns where a line passes a band, if that is decided.
func (w *layered) passage(n, k int) (x scene.Unit, decided bool) {
	l := &w.lines[k]
	if l.xs == nil {
		return 0, false
	}
	return l.xs[n-l.first], true
}

// setTails lets the lines that leave an event begin at its lower edge, each
// where it goes on straight down if that is below the event, and apart.
func (w *layered) setTails() {
	for i := range w.boxes {
		b := &w.boxes[i]
		slices.SortStableFunc(b.tail, func(p, q int) int {
			return cmp.Or(cmp.Compare(w.lines[p].xs[1], w.lines[q].xs[1]), cmp.Compare(p, q))
		})
		at := make([]scene.Unit, len(b.tail))
		for n, k := range b.tail {
			at[n] = w.lines[k].xs[1]
		}
		spreadPorts(at, b.x+tailInset, b.x+b.w-tailInset, portSep)
		for n, k := range b.tail {
			w.lines[k].xs[0] = at[n]
		}
	}
}

// trace returns the points at which a line turns, from the lower edge of the
// upper event to the upper edge of the lower one.
func (w *layered) trace(l *line) []scene.Point {
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
