package causal

import "slices"

// guess returns rows of events much like those that Graphviz finds, which keep
// lines short: each event below its causes, and those with more effects than
// causes as low as they may stand. It tells, before a process is started,
// which plans cannot fit.
func (w *layered) guess() [][]int {
	row := make([]int, len(w.boxes))
	// lowest and highest are the rows between an event's causes and effects.
	highest := func(i int) int {
		r := 0
		for _, k := range w.boxes[i].head {
			r = max(r, row[w.lines[k].top]+1)
		}
		return r
	}
	lowest := func(i int) int {
		r := len(w.boxes)
		for _, k := range w.boxes[i].tail {
			r = min(r, row[w.lines[k].end]-1)
		}
		return r
	}
	for range w.boxes {
		for i := range w.boxes {
			row[i] = max(row[i], highest(i))
		}
	}
	for range w.boxes {
		moved := false
		for i, b := range w.boxes {
			if len(b.tail) <= len(b.head) {
				continue
			}
			if r := lowest(i); r > row[i] {
				row[i], moved = r, true
			}
		}
		if !moved {
			break
		}
	}
	rows := make([][]int, slices.Max(row)+1)
	for i, r := range row {
		rows[r] = append(rows[r], i)
	}
	return rows
}
