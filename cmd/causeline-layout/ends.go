package main

import (
	"math"

	"github.com/causeline/causeline/render/layout"
)

// reach is how far an end may be moved: Graphviz cuts curves at boxes of whole
// pixels, by halving, and prints five digits. Ends farther away are wrong and
// stay so, for the client to find.
const reach = 4 * layout.Unit

// snap moves the end of a curve to the border of its box, and the control
// point beside it by as much, so that the curve keeps its direction there.
func snap(end, beside *[2]int, at layout.PlacedNode, size layout.Node) {
	left, right := at.X-size.Width/2, at.X+size.Width/2
	top, bottom := at.Y-size.Height/2, at.Y+size.Height/2
	x := min(max(end[0], left), right)
	y := min(max(end[1], top), bottom)
	if x > left && x < right && y > top && y < bottom {
		switch min(x-left, right-x, y-top, bottom-y) {
		case x - left:
			x = left
		case right - x:
			x = right
		case y - top:
			y = top
		default:
			y = bottom
		}
	}
	dx, dy := x-end[0], y-end[1]
	if max(dx, -dx, dy, -dy) > reach {
		return
	}
	end[0], end[1] = x, y
	beside[0] += dx
	beside[1] += dy
}

// straight is the curve between two boxes for an edge to which Graphviz gives
// no way, as happens between neighbours in one rank and two clusters.
func straight(from, to point, a, b layout.Node) []point {
	start, end := border(from, to, a), border(to, from, b)
	third := func(k float64) point {
		return point{start.x + (end.x-start.x)*k/3, start.y + (end.y-start.y)*k/3}
	}
	return []point{start, third(1), third(2), end}
}

// border is where the line between two centres leaves the first one's box.
func border(from, to point, size layout.Node) point {
	dx, dy := to.x-from.x, to.y-from.y
	k := 1.0
	if dx != 0 {
		k = min(k, float64(size.Width)/(2*layout.Unit)/math.Abs(dx))
	}
	if dy != 0 {
		k = min(k, float64(size.Height)/(2*layout.Unit)/math.Abs(dy))
	}
	return point{from.x + k*dx, from.y + k*dy}
}

// middle is the point half way along the pieces of a curve.
func middle(curve []point) point {
	pieces := (len(curve) - 1) / 3
	if pieces%2 == 0 {
		return curve[len(curve)/2]
	}
	p := curve[pieces/2*3:]
	return point{
		(p[0].x + 3*p[1].x + 3*p[2].x + p[3].x) / 8,
		(p[0].y + 3*p[1].y + 3*p[2].y + p[3].y) / 8,
	}
}
