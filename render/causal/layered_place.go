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
	rank    int
	words   bool
	middle  scene.Unit // of the row in the answer
	y, h    scene.Unit // in the picture
	passing []pass     // the lines that pass it, from left to right
	moves   []move     // of lines to the side, above the band
	lanes   int        // that the moves take
}

const (
	straightGap = scene.Px * 5  // between rows where all lines go straight down
	plainGap    = scene.Px * 20 // between rows of events without words
	laneGap     = scene.Px * 8  // between lines that run to the side
	lanePad     = scene.Px * 7  // above and below them
	panelPad    = scene.Px * 7  // around the members of a panel
	portSep     = scene.Px * 14 // between heads
	lineSep     = scene.Px * 8  // between lines that run down
	headInset   = scene.Px * 10 // of heads from the sides of their box
	tailInset   = scene.Px * 12 // of tails
	groupGap    = scene.Px * 36 // between groups that no line connects
)

// locate takes the places over from the answer as they are.
func (w *layered) locate(a *layout.Answer) {
	for i := range w.boxes {
		b, n := &w.boxes[i], a.Nodes[i] // nodes are in the order of boxes
		b.x, b.y = scene.Unit(n.X)-b.w/2, scene.Unit(n.Y)-b.h/2
	}
	edge := make(map[string]layout.PlacedEdge, len(a.Edges)) // looked up only
	for _, e := range a.Edges {
		edge[e.ID] = e
	}
	for k := range w.lines {
		for _, p := range edge[lineEdge(w.edgeOf(k))].Points {
			w.lines[k].path = append(w.lines[k].path, scene.Point{X: scene.Unit(p[0]), Y: scene.Unit(p[1])})
		}
	}
}

// place turns the answer's places into those in the picture, from y = 0.
func (w *layered) place() {
	w.findBands()
	w.setSlots()
	for i := range w.boxes {
		w.setHeads(&w.boxes[i])
	}
	w.straighten()
	w.route()
	w.setTails()
	w.setMoves()
	w.stack()
	for n := range w.panels {
		w.setPanel(&w.panels[n])
	}
}

// findBands lists the rows from top to bottom: of words, if any line arrives,
// and of events.
func (w *layered) findBands() {
	for n, rank := range w.ranks {
		events := band{rank: n}
		words := false
		for _, i := range rank {
			b := &w.boxes[i]
			events.middle = b.y + b.h/2
			events.h = max(events.h, b.h)
			words = words || len(b.head) > 0
		}
		if words {
			w.bands = append(w.bands, band{rank: n, words: true, middle: events.middle, h: wordLine})
		}
		for _, i := range rank {
			w.boxes[i].band = len(w.bands)
		}
		w.bands = append(w.bands, events)
	}
}

// setHeads sets the words of the lines into a box side by side above it, in the
// order in which the lines arrive, and the ports below their words or as near
// as the box allows.
func (w *layered) setHeads(b *box) {
	if len(b.head) == 0 {
		return
	}
	from := make(map[int]scene.Unit, len(b.head)) // looked up only
	above := b.band - 2                           // above the words is another row of events
	for _, k := range b.head {
		l := &w.lines[k]
		if from[k] = w.boxes[l.upper()].x + w.boxes[l.upper()].w/2; l.first < above {
			from[k] = l.at(w.bands[above].middle)
		}
	}
	slices.SortStableFunc(b.head, func(p, q int) int { return cmp.Compare(from[p], from[q]) })
	width := -wordSep
	for _, k := range b.head {
		width += w.lines[k].w + wordSep
	}
	x := whole(b.x + (b.w-width)/2)
	at := make([]scene.Unit, len(b.head))
	for n, k := range b.head {
		w.lines[k].x = x
		at[n] = w.lines[k].shaftX()
		x += w.lines[k].w + wordSep
	}
	spreadPorts(at, b.x+headInset, b.x+b.w-headInset, portSep)
	for n, k := range b.head {
		w.lines[k].portX = at[n]
	}
}

// straighten moves the words of lines, with their ports, to where the line can
// come down straight through as many rows as possible.
func (w *layered) straighten() {
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled || l.portX != l.shaftX() {
			continue
		}
		low, high := w.play(k)
		if low > high {
			continue
		}
		for n := w.boxes[l.lower()].band - 2; n >= l.first; n-- {
			up := w.boxes[l.upper()]
			lo, hi := up.x+tailInset, up.x+up.w-tailInset
			if n > l.first {
				lo, hi = w.corridor(n, k)
			}
			if lo, hi = max(lo, low), min(hi, high); lo > hi {
				break
			}
			low, high = lo, hi
		}
		x := min(max(l.portX, low), high)
		l.x, l.portX = x-shaft, x
	}
}

// play returns how far a line may be moved above its lower event: as far as
// that box goes, and no word or port beside it comes too near.
func (w *layered) play(k int) (low, high scene.Unit) {
	l, b := &w.lines[k], &w.boxes[w.lines[k].lower()]
	low = max(b.x+headInset, w.frame.Margin+shaft)
	high = min(b.x+b.w-headInset, w.frame.Width-w.frame.Margin-l.w+shaft)
	words := w.places(b.band - 1)
	n := slices.IndexFunc(words, func(p place) bool { return p.line == k })
	if n > 0 {
		low = max(low, words[n-1].x+words[n-1].w+w.slotRoom(b.band-1, n)+shaft)
	}
	if n+1 < len(words) {
		high = min(high, words[n+1].x-w.slotRoom(b.band-1, n+1)-l.w+shaft)
	}
	for _, o := range b.head {
		switch at := w.lines[o].portX; {
		case o == k:
		case at < l.portX:
			low = max(low, at+portSep)
		default:
			high = min(high, at-portSep)
		}
	}
	return low, high
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

// stack sets the bands one below the other, so far apart as their lines need.
func (w *layered) stack() {
	var y scene.Unit
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
			for _, i := range w.ranks[b.rank] {
				w.boxes[i].y = y
				for _, k := range w.boxes[i].head {
					w.lines[k].y = w.bands[n-1].y
				}
			}
		}
		y += b.h
	}
	w.height = y
}

// gapAbove is the room between a band and the one before.
func (w *layered) gapAbove(n int) scene.Unit {
	b := w.bands[n]
	below := !b.words && w.bands[n-1].words // from words to their events
	switch {
	case slices.Contains(w.shelves, b.rank) && b.lanes == 0:
		return groupGap
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
func (w *layered) panelAt(rank int, begins bool) bool {
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
func (w *layered) backward(n int) bool {
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
func (w *layered) setPanel(p *panel) {
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
