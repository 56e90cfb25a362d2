package causal

import (
	"cmp"
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

// shelve moves everything to the left margin. Groups of events that no line
// connects stand one below the other where they are too wide side by side, and
// one that is too wide by itself is squeezed. It reports whether everything
// fits into the width then.
func (w *layered) shelve() bool {
	room := w.frame.Inner()
	if low, high := w.extent(nil); high-low <= room {
		w.shift(nil, w.frame.Margin-low)
		return true
	}
	type shelf struct {
		events []int
		used   scene.Unit
	}
	var shelves []shelf
	for _, group := range w.connected() {
		low, high := w.extent(group)
		if high-low > room {
			if high-low > room*w.plan.squeeze/100 || !w.squeeze(group, room) {
				return false
			}
			low, high = 0, room
		}
		n := slices.IndexFunc(shelves, func(s shelf) bool { return s.used+high-low <= room })
		if n < 0 {
			n, shelves = len(shelves), append(shelves, shelf{})
		}
		w.shift(group, w.frame.Margin+shelves[n].used-low)
		shelves[n].used += high - low + shelfGap
		shelves[n].events = append(shelves[n].events, group...)
	}
	var rows [][]int
	w.layers = nil
	for _, s := range shelves {
		w.shelves = append(w.shelves, len(rows))
		for k, row := range w.ranks {
			if row = among(row, s.events); len(row) > 0 {
				rows, w.layers = append(rows, row), append(w.layers, k)
			}
		}
	}
	w.setRanks(rows)
	return true
}

// A spot is what stands in a layer or passes it: an event with the words above
// it and the edge of its panel, or a line.
type spot struct {
	event, line int        // the other is -1
	x           scene.Unit // of its middle
	half        scene.Unit // of its width
}

// spots returns what a layer of the answer has of a group of events, from left
// to right; of all events for nil.
func (w *layered) spots(layer int, group []int) []spot {
	var out []spot
	for i, b := range w.boxes {
		if b.layer == layer && (group == nil || slices.Contains(group, i)) {
			half := b.cell / 2
			if w.panelOf(i) >= 0 {
				half = max(half, b.w/2+panelPad)
			}
			out = append(out, spot{i, -1, b.x + b.w/2, half})
		}
	}
	for k, l := range w.lines {
		if !l.panelled && w.boxes[l.top].layer < layer && layer < w.boxes[l.end].layer && (group == nil || slices.Contains(group, l.from)) {
			out = append(out, spot{-1, k, l.through[layer], 0})
		}
	}
	slices.SortStableFunc(out, func(a, b spot) int { return cmp.Compare(a.x, b.x) })
	return out
}

// move sets the middle of a spot.
func (w *layered) move(layer int, s spot, x scene.Unit) {
	if s.event >= 0 {
		w.boxes[s.event].x = whole(x - w.boxes[s.event].w/2)
	} else {
		w.lines[s.line].through[layer] = x
	}
}

// extent returns how far a group of events with their lines reaches to the left
// and right; all events for nil.
func (w *layered) extent(group []int) (low, high scene.Unit) {
	first := true
	for layer := range w.ranks {
		for _, s := range w.spots(layer, group) {
			if first {
				low, high, first = s.x, s.x, false
			}
			low, high = min(low, s.x-s.half), max(high, s.x+s.half)
		}
	}
	return low, high
}

// shift moves a group of events with their lines; all events for nil.
func (w *layered) shift(group []int, dx scene.Unit) {
	for layer := range w.ranks {
		for _, s := range w.spots(layer, group) {
			w.move(layer, s, s.x+dx)
		}
	}
}

// squeeze gives a group of events with their lines places from 0 to the room's
// width, in the layout's order and as near as possible to its places on a
// smaller scale. It fails where a row is too crowded, or where a panel would
// lose its shape.
func (w *layered) squeeze(group []int, room scene.Unit) bool {
	if slices.ContainsFunc(group, func(i int) bool { return w.panelOf(i) >= 0 }) {
		return false
	}
	low, high := w.extent(group)
	rows := make([][]spot, len(w.ranks))
	for layer := range rows {
		row := w.spots(layer, group)
		rows[layer] = row
		if len(row) == 0 {
			continue
		}
		// Less the least distances, places only have to be in order.
		least := make([]scene.Unit, len(row))
		for n := range row {
			row[n].x = (row[n].x - low) * room / (high - low)
			if n > 0 {
				least[n] = least[n-1] + w.apart(row[n-1], row[n])
			}
			row[n].x -= least[n]
		}
		first, last := row[0].half, room-least[len(row)-1]-row[len(row)-1].half
		if first > last {
			return false
		}
		order(row)
		for n := range row {
			row[n].x = min(max(row[n].x, first), last) + least[n]
		}
	}
	for layer, row := range rows {
		for _, s := range row {
			w.move(layer, s, s.x)
		}
	}
	return true
}

// apart is the least distance between the middles of neighbours.
func (w *layered) apart(a, b spot) scene.Unit {
	switch {
	case a.line >= 0 && b.line >= 0:
		return lineSep
	case a.line >= 0 || b.line >= 0:
		return a.half + b.half + clear + scene.Px
	}
	return a.half + b.half + w.plan.sep
}

// order moves places as little as possible so that none lies left of the one
// before: neighbours in the wrong order share their mean.
func order(row []spot) {
	type pool struct{ sum, n scene.Unit }
	var pools []pool
	for _, s := range row {
		pools = append(pools, pool{s.x, 1})
		for k := len(pools) - 1; k > 0 && pools[k-1].sum*pools[k].n > pools[k].sum*pools[k-1].n; k-- {
			pools[k-1].sum += pools[k].sum
			pools[k-1].n += pools[k].n
			pools = pools[:k]
		}
	}
	n := 0
	for _, p := range pools {
		for range p.n {
			row[n].x = p.sum / p.n
			n++
		}
	}
}
