package main

import "math"

// smallestAt is the size in px of the smallest type where the picture is shown
// in a column so many px wide: as large as it is made, or shrunk to fit.
func (d *drawing) smallestAt(column float64) float64 {
	return d.smallest * min(d.natural, column/d.width)
}

// backwards counts the pairs of events that stand in the wrong order along the
// axis, by the middles of their boxes or marks, and all pairs. ids are in the
// order of time, no two at one time. Less than a hundredth of a unit is no order.
func (d *drawing) backwards(ids []string, along func(point) float64) (wrong, pairs int) {
	var at []float64
	for _, id := range ids {
		if p, ok := d.events[id]; ok {
			at = append(at, along(p))
		}
	}
	for i := range at {
		for j := range i {
			pairs++
			if at[j] > at[i]+0.01 {
				wrong++
			}
		}
	}
	return wrong, pairs
}

// crossings counts the points at which lines of relations cross that have no
// event in common.
func (d *drawing) crossings() int {
	n := 0
	for i, a := range d.lines {
		boxA := boundsOf(a.path)
		for _, b := range d.lines[:i] {
			if a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to || !boxA.meets(boundsOf(b.path)) {
				continue
			}
			n += cross(a.path, b.path)
		}
	}
	return n
}

// cross counts the points at which two lines cross. Where they only touch or
// run along each other, they do not.
func cross(a, b []point) int {
	n := 0
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			p, q, r, s := a[i-1], a[i], b[j-1], b[j]
			if side(p, q, r)*side(p, q, s) < 0 && side(r, s, p)*side(r, s, q) < 0 {
				n++
			}
		}
	}
	return n
}

// side is positive where c lies on one side of the line from a to b, negative
// on the other, and 0 where it is too near to tell.
func side(a, b, c point) float64 {
	area := (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x)
	if math.Abs(area) < 1e-6 {
		return 0
	}
	return area
}

// bounds is the box around a line.
type bounds struct{ low, high point }

func boundsOf(path []point) bounds {
	b := bounds{path[0], path[0]}
	for _, p := range path {
		b.low = point{min(b.low.x, p.x), min(b.low.y, p.y)}
		b.high = point{max(b.high.x, p.x), max(b.high.y, p.y)}
	}
	return b
}

func (b bounds) meets(c bounds) bool {
	return b.low.x <= c.high.x && c.low.x <= b.high.x && b.low.y <= c.high.y && c.low.y <= b.high.y
}
