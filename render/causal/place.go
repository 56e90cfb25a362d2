package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
)

// A band is a row of the layout, of words or of events. Between bands there
// are only lines, so the picture gives that room as the lines need it.
type band struct {
	rank     int
	words    bool
	from, to scene.Unit // in the answer
	y, h     scene.Unit // in the picture
	moves    []move     // of lines to the side, above the band
	lanes    int        // that the moves take
}

// middle is the band's middle in the answer.
func (b band) middle() scene.Unit { return (b.from + b.to) / 2 }

const (
	straightGap = scene.Px * 5  // between rows where all lines go straight down
	plainGap    = scene.Px * 20 // between rows of events without words
	laneGap     = scene.Px * 8  // between lines that run to the side
	lanePad     = scene.Px * 7  // above and below them
	panelPad    = scene.Px * 7  // around the members of a panel
	portSep     = scene.Px * 14 // between heads
	lineSep     = scene.Px * 8  // between lines that run down
)

// place turns the answer into places in the picture, from y = 0.
func (w *wide) place(a *layout.Answer) {
	left := fieldX + min((w.frame.Width-w.frame.Margin-fieldX-scene.Unit(a.Width))/2, scene.Pixels(100))
	node := make(map[string]layout.PlacedNode, len(a.Nodes)) // looked up only
	for _, n := range a.Nodes {
		node[n.ID] = n
	}
	edge := make(map[string]layout.PlacedEdge, len(a.Edges)) // looked up only
	for _, e := range a.Edges {
		edge[e.ID] = e
	}
	for i := range w.boxes {
		b, n := &w.boxes[i], node[eventNode(i)]
		b.x, b.y = whole(left+scene.Unit(n.X)-b.w/2), scene.Unit(n.Y)-b.h/2
	}
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled {
			continue
		}
		n := node[wordNode(k)]
		l.x, l.y = whole(left+scene.Unit(n.X)-l.w/2), scene.Unit(n.Y)-wordLine/2
		for _, p := range edge["u"+itoa(k)].Points {
			l.path = append(l.path, scene.Point{X: left + scene.Unit(p[0]), Y: scene.Unit(p[1])})
		}
	}
	w.findBands()
	w.setPorts()
	w.route()
	w.setTails()
	w.setMoves()
	w.stack()
	for n := range w.panels {
		w.setPanel(&w.panels[n])
	}
}

// findBands lists the rows of the answer from top to bottom.
func (w *wide) findBands() {
	for n, rank := range w.ranks {
		words, events := band{rank: n, words: true}, band{rank: n}
		for _, i := range rank {
			b := &w.boxes[i]
			if events.h == 0 {
				events.from, events.to = b.y, b.y+b.h
			}
			events.from, events.to = min(events.from, b.y), max(events.to, b.y+b.h)
			events.h = max(events.h, b.h)
			for _, k := range b.head {
				words.from, words.to, words.h = w.lines[k].y, w.lines[k].y+wordLine, wordLine
			}
		}
		if words.h > 0 {
			w.bands = append(w.bands, words)
		}
		w.bands = append(w.bands, events)
	}
	for n, b := range w.bands {
		for _, i := range w.ranks[b.rank] {
			if !b.words {
				w.boxes[i].band = n
			}
		}
	}
}

// setPorts decides where the lines meet the upper edges of the boxes: below
// their words if they can, and apart from one another.
func (w *wide) setPorts() {
	for i := range w.boxes {
		b := &w.boxes[i]
		slices.SortStableFunc(b.head, func(p, q int) int { return cmp.Compare(w.lines[p].x, w.lines[q].x) })
		w.gather(b)
		at := make([]scene.Unit, len(b.head))
		for n, k := range b.head {
			at[n] = w.lines[k].shaftX()
		}
		spreadPorts(at, b.x+scene.Px*10, b.x+b.w-scene.Px*10, portSep)
		for n, k := range b.head {
			w.lines[k].portX = at[n]
		}
	}
}

// gather moves the words of the lines into a box inwards, so that the lines
// come down on it straight, if the box is wide enough and nothing is between.
func (w *wide) gather(b *box) {
	const gap = scene.Px * 8
	n := len(b.head)
	at := make([]scene.Unit, n)
	low, high := b.x+scene.Px*10-shaft, b.x+b.w-scene.Px*10-shaft
	for m, k := range b.head {
		at[m] = max(w.lines[k].x, low)
		if m > 0 {
			before := w.lines[b.head[m-1]]
			at[m] = max(at[m], at[m-1]+before.w+gap)
		}
	}
	for m := n - 1; m >= 0; m-- {
		if m < n-1 {
			high = at[m+1] - w.lines[b.head[m]].w - gap
		}
		if at[m] = min(at[m], high); at[m] < low {
			return
		}
	}
	for _, i := range w.ranks[b.rank] {
		for _, k := range w.boxes[i].head {
			for m, own := range b.head {
				l, o := w.lines[own], w.lines[k]
				if !slices.Contains(b.head, k) && at[m] < o.x+o.w+gap && o.x < at[m]+l.w+gap {
					return
				}
			}
		}
	}
	for m, k := range b.head {
		w.lines[k].x = at[m]
	}
}

// spreadPorts moves places, which are in order, into low to high and at least
// sep apart, as far as there is room.
func spreadPorts(at []scene.Unit, low, high, sep scene.Unit) {
	last := scene.Unit(len(at) - 1)
	if last > 0 {
		sep = min(sep, (high-low)/last)
	}
	for n := range at {
		at[n] = max(at[n], low)
		if n > 0 {
			at[n] = max(at[n], at[n-1]+sep)
		}
	}
	for n := len(at) - 1; n >= 0; n-- {
		at[n] = min(at[n], high-(last-scene.Unit(n))*sep)
	}
}

// stack sets the bands one below the other, so far apart as their lines and
// the words beside the axis need.
func (w *wide) stack() {
	var y, ticks scene.Unit // ticks is the lower edge of the words beside the axis
	for n := range w.bands {
		b := &w.bands[n]
		if n > 0 {
			y += w.gapAbove(n)
		}
		if !b.words && w.panelAt(b.rank, true) || n > 0 && !w.bands[n-1].words && w.panelAt(w.bands[n-1].rank, false) {
			y += panelPad
		}
		b.y = y
		if !b.words {
			need := ticks + scene.Pixels(6)
			if !w.breaks[b.rank].IsZero() {
				need = ticks + scene.Pixels(30)
			}
			if down := need - y; n > 0 && down > 0 {
				// The words move down with their events.
				if w.bands[n-1].words {
					w.bands[n-1].y += down
				}
				y += down
				b.y = y
			}
			for _, i := range w.ranks[b.rank] {
				w.boxes[i].y = y
				for _, k := range w.boxes[i].head {
					w.lines[k].y = w.bands[n-1].y
				}
			}
			ticks = y + w.tickHeight(b.rank)
		}
		y += b.h
	}
	w.height = max(y, ticks)
}

// gapAbove is the room between a band and the one before.
func (w *wide) gapAbove(n int) scene.Unit {
	b := w.bands[n]
	below := !b.words && w.bands[n-1].words // from words to their events
	switch {
	case b.lanes == 0 && below:
		return scene.Px
	case b.lanes == 0 && !b.words:
		return plainGap
	case b.lanes == 0 && w.backward(n-1):
		return headRoom + lanePad
	case b.lanes == 0:
		return straightGap
	}
	room := 2*lanePad + scene.Unit(b.lanes-1)*laneGap
	if below || w.backward(n-1) {
		room += headRoom // heads stand straight
	}
	return room
}

// panelAt reports whether a panel begins, or else ends, with a row of events.
func (w *wide) panelAt(rank int, begins bool) bool {
	for _, p := range w.panels {
		first, last := len(w.ranks), 0
		for _, i := range p.members {
			first, last = min(first, w.boxes[i].rank), max(last, w.boxes[i].rank)
		}
		if begins && first == rank || !begins && last == rank {
			return true
		}
	}
	return false
}

// backward reports whether a line has its head below an event of the band.
func (w *wide) backward(n int) bool {
	b := w.bands[n]
	if b.words {
		return false
	}
	for _, i := range w.ranks[b.rank] {
		for _, k := range w.boxes[i].tail {
			if w.lines[k].to == i {
				return true
			}
		}
	}
	return false
}

// setPanel covers the members of a panel and the words of the lines inside.
func (w *wide) setPanel(p *panel) {
	const pad = panelPad
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
