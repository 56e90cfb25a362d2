package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// shelfGap is the least room between groups of events on one shelf.
const shelfGap = scene.Px * 40

// connected returns the groups of events that relations connect, in order of
// their first events.
func (d *diagram) connected() [][]int {
	group := make([]int, len(d.ms))
	for i := range group {
		group[i] = i
	}
	for _, r := range d.rels {
		a, b := group[r.from], group[r.to]
		for i, g := range group {
			if g == max(a, b) {
				group[i] = min(a, b)
			}
		}
	}
	var out [][]int
	for first := range group {
		var events []int
		for i, g := range group {
			if g == first {
				events = append(events, i)
			}
		}
		if events != nil {
			out = append(out, events)
		}
	}
	return out
}

// need is the least width that one group of events needs in the rows.
func (w *layered) need(rows [][]int) scene.Unit {
	var out scene.Unit
	for _, row := range rows {
		for _, group := range w.connected() {
			out = max(out, w.rowWidth(among(row, group))-w.plan.sep)
		}
	}
	return out
}

// rowWidth is the width of boxes side by side, with a gap for each.
func (w *layered) rowWidth(row []int) scene.Unit {
	var out scene.Unit
	for _, i := range row {
		out += w.boxes[i].cell + w.plan.sep
	}
	return out
}

// among returns the events of a row that belong to a group.
func among(row, group []int) []int {
	return slices.DeleteFunc(slices.Clone(row), func(i int) bool { return !slices.Contains(group, i) })
}

// cut cuts rows in which one group of events is wider than the plan's share of
// the width into several, the earlier events above the later.
func (w *layered) cut(rows [][]int) [][]int {
	room := w.frame.Inner() * w.plan.share / 100
	var out [][]int
	for _, row := range rows {
		var pieces [][]int
		for _, group := range w.connected() {
			for n, piece := range w.pieces(among(row, group), room) {
				if n == len(pieces) {
					pieces = append(pieces, nil)
				}
				pieces[n] = append(pieces[n], piece...)
			}
		}
		out = append(out, pieces...)
	}
	return out
}

// pieces cuts a row into as few as fit, of about the same width.
func (w *layered) pieces(row []int, room scene.Unit) [][]int {
	total := w.rowWidth(row)
	fair := total / max(1, (total+room-1)/room)
	var out [][]int
	var used scene.Unit
	for _, i := range row {
		width := w.boxes[i].cell + w.plan.sep
		if out == nil || used+width > room || used+width/2 > fair {
			out, used = append(out, nil), 0
		}
		out[len(out)-1] = append(out[len(out)-1], i)
		used += width
	}
	return out
}

// shelve sets groups of events that no line connects one below the other where
// they are too wide side by side. It reports whether everything fits into the
// width then.
func (w *layered) shelve() bool {
	all := w.extent(nil)
	if all.Max.X-all.Min.X <= w.frame.Inner() {
		w.shift(nil, w.frame.Margin-all.Min.X, 0)
		return true
	}
	type shelf struct {
		events []int
		used   scene.Unit
	}
	var shelves []shelf
	for _, group := range w.connected() {
		e := w.extent(group)
		width := e.Max.X - e.Min.X
		if width > w.frame.Inner() {
			return false
		}
		n := slices.IndexFunc(shelves, func(s shelf) bool { return s.used+width <= w.frame.Inner() })
		if n < 0 {
			n, shelves = len(shelves), append(shelves, shelf{})
		}
		w.shift(group, w.frame.Margin+shelves[n].used-e.Min.X, 0)
		shelves[n].used += width + shelfGap
		shelves[n].events = append(shelves[n].events, group...)
	}
	var rows [][]int
	for n, s := range shelves {
		w.shift(s.events, 0, scene.Unit(n)*(all.Max.Y-all.Min.Y))
		w.shelves = append(w.shelves, len(rows))
		for _, row := range w.ranks {
			if row = among(row, s.events); len(row) > 0 {
				rows = append(rows, row)
			}
		}
	}
	w.setRanks(rows)
	return true
}

// extent is the ground of a group of events with their lines, as the layout
// has it; of all events for nil.
func (w *layered) extent(group []int) scene.Box {
	var out scene.Box
	first := true
	cover := func(x, y, width, height scene.Unit) {
		if first {
			out, first = scene.Box{Min: scene.Point{X: x, Y: y}, Max: scene.Point{X: x, Y: y}}, false
		}
		out.Min.X, out.Max.X = min(out.Min.X, x), max(out.Max.X, x+width)
		out.Min.Y, out.Max.Y = min(out.Min.Y, y), max(out.Max.Y, y+height)
	}
	for i, b := range w.boxes {
		if group == nil || slices.Contains(group, i) {
			width := b.cell
			if w.panelOf(i) >= 0 {
				width = max(width, b.w+2*panelPad)
			}
			cover(b.x+(b.w-width)/2, b.y, width, b.h)
		}
	}
	for _, l := range w.lines {
		if l.panelled || group != nil && !slices.Contains(group, l.from) {
			continue
		}
		for _, p := range l.path {
			cover(p.X, p.Y, 0, 0)
		}
	}
	return out
}

// shift moves a group of events with their lines; all events for nil.
func (w *layered) shift(group []int, dx, dy scene.Unit) {
	for i := range w.boxes {
		if group == nil || slices.Contains(group, i) {
			w.boxes[i].x, w.boxes[i].y = whole(w.boxes[i].x+dx), w.boxes[i].y+dy
		}
	}
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled || group != nil && !slices.Contains(group, l.from) {
			continue
		}
		for n := range l.path {
			l.path[n].X, l.path[n].Y = l.path[n].X+dx, l.path[n].Y+dy
		}
	}
}
