package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
)

// A band is a row of the layout, of words or of events: where it was in the
// answer and where it is drawn. Between bands there are only lines, so the
// room there can be stretched or taken away as the picture needs.
type band struct {
	from, to scene.Unit // in the answer
	y, h     scene.Unit // in the picture
}

const (
	tailGap  = scene.Px * 14 // from events to the words below
	bendGap  = scene.Px * 16 // from words to events, for lines that must bend
	plainGap = scene.Px * 22 // between rows of events without words
	portSep  = scene.Px * 14 // between heads
	tailSep  = scene.Px * 8  // between lines that leave one event
)

// place turns the answer into places in the picture, from 0,0.
func (w *wide) place(a *layout.Answer) {
	shift := fieldX
	node := make(map[string]layout.PlacedNode, len(a.Nodes)) // looked up only
	for _, n := range a.Nodes {
		node[n.ID] = n
	}
	for i := range w.boxes {
		b, n := &w.boxes[i], node[eventNode(i)]
		b.x, b.cy = shift+scene.Unit(n.X)-b.w/2, scene.Unit(n.Y)
	}
	for k := range w.lines {
		if l := &w.lines[k]; !l.panelled {
			n := node[wordNode(k)]
			l.x, l.y = shift+scene.Unit(n.X)-l.w/2, scene.Unit(n.Y)-wordLine/2
		}
	}
	w.setPorts()
	w.setBands()
	edge := make(map[string]layout.PlacedEdge, len(a.Edges)) // looked up only
	for _, e := range a.Edges {
		edge[e.ID] = e
	}
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled {
			continue
		}
		for _, p := range edge["u"+itoa(k)].Points {
			l.path = append(l.path, [2]scene.Unit{shift + scene.Unit(p[0]), w.mapped(scene.Unit(p[1]))})
		}
		l.y = w.mapped(l.y)
	}
	for n := range w.panels {
		w.setPanel(&w.panels[n])
	}
	w.setTails()
}

// setPorts decides where the lines meet the upper edges of the boxes: below
// their words if they can, and apart from one another.
func (w *wide) setPorts() {
	for i := range w.boxes {
		b := &w.boxes[i]
		slices.SortStableFunc(b.head, func(p, q int) int { return cmp.Compare(w.lines[p].x, w.lines[q].x) })
		low, high := b.x+scene.Px*10, b.x+b.w-scene.Px*10
		sep := portSep
		if n := scene.Unit(len(b.head)); n > 1 {
			sep = min(sep, (high-low)/(n-1))
		}
		for n, k := range b.head {
			l := &w.lines[k]
			l.portX = max(l.shaftX(), low)
			if n > 0 {
				l.portX = max(l.portX, w.lines[b.head[n-1]].portX+sep)
			}
		}
		for n := len(b.head) - 1; n >= 0; n-- {
			l := &w.lines[b.head[n]]
			l.portX = min(l.portX, high-scene.Unit(len(b.head)-1-n)*sep)
		}
	}
}

// bent reports whether some line into the row must bend below its word.
func (w *wide) bent(rank []int) bool {
	for _, i := range rank {
		for _, k := range w.boxes[i].head {
			if w.lines[k].portX != w.lines[k].shaftX() {
				return true
			}
		}
	}
	return false
}

// setBands finds the rows of the answer and gives them their places, so far
// apart as their lines and the words beside the axis need.
func (w *wide) setBands() {
	gaps := w.gaps()
	var y, ticks scene.Unit // ticks is the lower edge of the words beside the axis
	for n, rank := range w.ranks {
		var words, events band
		words.from = -1
		for _, i := range rank {
			b := &w.boxes[i]
			if events.h == 0 {
				events.from, events.to = b.cy-b.h/2, b.cy+b.h/2
			}
			events.from, events.to = min(events.from, b.cy-b.h/2), max(events.to, b.cy+b.h/2)
			events.h = max(events.h, b.h)
			for _, k := range b.head {
				words.from, words.h = w.lines[k].y, wordLine
				words.to = words.from + wordLine
			}
		}
		top := y
		switch {
		case words.h > 0:
			if n > 0 {
				y += tailGap
			}
			words.y = y
			y += words.h + scene.Px
			if w.bent(rank) {
				y += bendGap
			}
			w.bands = append(w.bands, words)
		case n > 0:
			y += plainGap
		}
		need := ticks + scene.Pixels(4)
		if gaps[rank[0]] != "" {
			need = ticks + scene.Pixels(30)
		}
		if n > 0 && y < need {
			// Everything since the row above moves down.
			extra := need - y
			y += extra
			if words.h > 0 {
				w.bands[len(w.bands)-1].y += extra
			}
		}
		_ = top
		events.y = y
		w.bands = append(w.bands, events)
		for _, i := range rank {
			w.boxes[i].y = y
		}
		y += events.h
		ticks = events.y + w.tickHeight(n)
	}
	w.height = max(y, ticks)
}

// mapped returns where a height in the answer is drawn.
func (w *wide) mapped(y scene.Unit) scene.Unit {
	for n, b := range w.bands {
		if y < b.from {
			if n == 0 {
				return b.y - (b.from - y)
			}
			a := w.bands[n-1]
			end := a.y + a.to - a.from
			return end + (y-a.to)*(b.y-end)/max(b.from-a.to, 1)
		}
		if y <= b.to {
			return b.y + y - b.from
		}
	}
	last := w.bands[len(w.bands)-1]
	return last.y + y - last.from
}

// setTails lets the lines that leave one event begin side by side at its
// lower edge, and end where they enter their words.
func (w *wide) setTails() {
	for i := range w.boxes {
		b := &w.boxes[i]
		slices.SortStableFunc(b.tail, func(p, q int) int {
			return cmp.Or(cmp.Compare(w.aim(p), w.aim(q)), cmp.Compare(p, q))
		})
		n := scene.Unit(len(b.tail))
		sep := tailSep
		if n > 1 {
			sep = min(sep, (b.w-scene.Px*16)/(n-1))
		}
		var mid scene.Unit
		for _, k := range b.tail {
			mid += w.lines[k].path[0][0]
		}
		if n > 0 {
			mid /= n
			half := sep * (n - 1) / 2
			mid = min(max(mid, b.x+scene.Px*8+half), b.x+b.w-scene.Px*8-half)
			for m, k := range b.tail {
				w.lines[k].fix(mid-half+scene.Unit(m)*sep, b.y+b.h)
			}
		}
	}
}

// aim is where a line is heading as it leaves its event.
func (w *wide) aim(k int) scene.Unit {
	p := w.lines[k].path
	return p[min(3, len(p)-1)][0]
}

// fix moves the ends of the curve: it leaves the box at x, y straight down
// and enters its word the same way.
func (l *line) fix(x, y scene.Unit) {
	last := len(l.path) - 1
	ex, ey := l.shaftX(), l.y
	l.path[0], l.path[last] = [2]scene.Unit{x, y}, [2]scene.Unit{ex, ey}
	l.path[1][0], l.path[last-1][0] = x, ex
	l.path[1][1] = max(l.path[1][1], y)
	l.path[last-1][1] = min(l.path[last-1][1], ey)
	if last == 3 {
		l.path[1][1], l.path[2][1] = (y+ey)/2, (y+ey)/2
	}
}

// setPanel covers the members of a panel and the words of the lines inside.
func (w *wide) setPanel(p *panel) {
	const pad = scene.Px * 8
	x0, y0, x1, y1 := w.frame.Width, w.height, scene.Unit(0), scene.Unit(0)
	first := len(w.ranks)
	for _, i := range p.members {
		first = min(first, w.boxes[i].rank)
	}
	for _, i := range p.members {
		b := w.boxes[i]
		x0, x1 = min(x0, b.x), max(x1, b.x+b.w)
		y0, y1 = min(y0, b.y), max(y1, b.y+b.h)
		for _, k := range b.head {
			if b.rank > first {
				x0, x1 = min(x0, w.lines[k].x), max(x1, w.lines[k].x+w.lines[k].w)
			}
		}
	}
	p.x, p.y, p.w, p.h = x0-pad, y0-pad, x1-x0+2*pad, y1-y0+2*pad
}
