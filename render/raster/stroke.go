package raster

import (
	"math"

	"github.com/causeline/causeline/render/scene"
)

// miterLimit is SVG's: a sharper corner is cut off.
const miterLimit = 4

// A brush strokes lines into a scanner: each straight piece is a rectangle,
// each corner a wedge on its outer side, each round end half a disc. The
// pieces touch without overlapping, but for the inner side of corners.
type brush struct {
	to    *scanner
	half  int64 // half the line's width
	round bool  // ends
}

// outline strokes contours.
func (d *drawing) outline(contours []contour, p scene.Paint) {
	b := brush{&d.stroke, max(d.px(p.StrokeWidth)/2, 1), p.RoundCap}
	dashes := d.dashes(p.Dash)
	for _, c := range contours {
		if len(c.points) == 1 && !c.closed {
			continue // a move and nothing drawn
		}
		c.points = distinct(c.points)
		if n := len(c.points); c.closed && n > 1 && c.points[0] == c.points[n-1] {
			c.points = c.points[:n-1]
		}
		if dashes == nil {
			b.contour(c)
			continue
		}
		for _, dash := range c.dashed(dashes) {
			b.contour(dash)
		}
	}
}

// distinct drops points that repeat the one before.
func distinct(points []point) []point {
	var out []point
	for i, p := range points {
		if i == 0 || p != points[i-1] {
			out = append(out, p)
		}
	}
	return out
}

func (b *brush) contour(c contour) {
	n := len(c.points)
	if n == 1 {
		b.dot(c.points[0])
		return
	}
	for i := range n - 1 {
		b.piece(c.points[i], c.points[i+1])
		if i > 0 {
			b.join(c.points[i-1], c.points[i], c.points[i+1])
		}
	}
	if c.closed && n > 2 {
		b.piece(c.points[n-1], c.points[0])
		b.join(c.points[n-2], c.points[n-1], c.points[0])
		b.join(c.points[n-1], c.points[0], c.points[1])
		return
	}
	if b.round {
		b.end(c.points[1], c.points[0])
		b.end(c.points[n-2], c.points[n-1])
	}
}

// dot draws a line of no length, of which only round ends are seen.
func (b *brush) dot(p point) {
	if b.round {
		b.end(point{p.x - sub, p.y}, p)
		b.end(point{p.x + sub, p.y}, p)
	}
}

// along returns the vector from p to q at a length of half the width.
func (b *brush) along(p, q point) point {
	dx, dy := q.x-p.x, q.y-p.y
	l := length(dx, dy)
	return point{
		int64(math.Round(float64(dx) * float64(b.half) / l)),
		int64(math.Round(float64(dy) * float64(b.half) / l)),
	}
}

// normal returns along, turned to the side.
func (b *brush) normal(p, q point) point {
	v := b.along(p, q)
	return point{-v.y, v.x}
}

func (p point) plus(q point) point  { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point { return point{p.x - q.x, p.y - q.y} }

// piece draws a straight piece.
func (b *brush) piece(p, q point) {
	n := b.normal(p, q)
	b.to.convex(p.plus(n), q.plus(n), q.minus(n), p.minus(n))
}

// join fills the outer side of the corner at q, to a point where that is not
// too sharp.
func (b *brush) join(p, q, r point) {
	d, e := q.minus(p), r.minus(q)
	turn := d.x*e.y - d.y*e.x
	if turn == 0 {
		return
	}
	m, n := b.normal(p, q), b.normal(q, r)
	if turn > 0 {
		m, n = point{-m.x, -m.y}, point{-n.x, -n.y}
	}
	// 1 + cos of the angle between the normals, times the half width squared.
	square := b.half * b.half
	cos := square + m.x*n.x + m.y*n.y
	if cos*miterLimit*miterLimit < 2*square {
		b.to.convex(q, q.plus(m), q.plus(n))
		return
	}
	tip := point{
		int64(math.Round(float64(m.x+n.x) * float64(square) / float64(cos))),
		int64(math.Round(float64(m.y+n.y) * float64(square) / float64(cos))),
	}
	b.to.convex(q, q.plus(m), q.plus(tip), q.plus(n))
}

// end draws a round end at q for a line that comes from p: half a disc.
func (b *brush) end(p, q point) {
	v, n := b.along(p, q), b.normal(p, q)
	arm := func(u point) point { return point{kappa(u.x), kappa(u.y)} }
	var half pen
	half.move(q.plus(n))
	half.cubic(q.plus(n).plus(arm(v)), q.plus(v).plus(arm(n)), q.plus(v))
	half.cubic(q.plus(v).minus(arm(n)), q.minus(n).plus(arm(v)), q.minus(n))
	b.to.convex(half.contours[0].points...)
}
