package raster

import (
	"math"

	"github.com/causeline/causeline/render/scene"
)

// miterLimit is SVG's: a sharper corner is cut off.
const miterLimit = 4

// A brush strokes lines into a scanner: each straight piece is a quadrangle,
// each corner a wedge on its outer side, each round end half a disc. The
// pieces touch without overlapping, but for the inner side of sharp corners.
type brush struct {
	to    *scanner
	half  int64 // half the line's width
	round bool  // ends
}

// outline strokes contours.
func (d *drawing) outline(contours []contour, p scene.Paint) {
	b := brush{&d.stroke, max(d.px(p.StrokeWidth)/2, 1), p.RoundCap}
	dashes := d.dashes(p.Dash)
	most := maxEdges / (4 + 4*pieces(float64(b.half), 3)) // a dash has four edges, and its round ends
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
		for _, dash := range c.dashed(dashes, most) {
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
	closed := c.closed && n > 2
	at := func(i int) point { return c.points[i%n] }
	pieces := n - 1
	begin := b.normal(at(0), at(1))
	finish := b.normal(at(n-2), at(n-1))
	if closed {
		pieces = n
		finish, begin = b.corner(at(n-1), at(0), at(1))
	}
	for i := range pieces {
		end, next := finish, point{}
		if i+1 < pieces {
			end, next = b.corner(at(i), at(i+1), at(i+2))
		}
		b.piece(at(i), at(i+1), begin, end)
		begin = next
	}
	if !closed && b.round {
		b.end(at(1), at(0))
		b.end(at(n-2), at(n-1))
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

// piece draws a straight piece whose ends reach to the given vectors on both
// sides.
func (b *brush) piece(p, q, begin, end point) {
	b.to.convex(p.plus(begin), q.plus(end), q.minus(end), p.minus(begin))
}

// corner fills the corner at q and returns to where the pieces before and after
// it reach. Along a curve both reach to the same points, so that they do not
// overlap on the inner side.
func (b *brush) corner(p, q, r point) (end, begin point) {
	m, n := b.normal(p, q), b.normal(q, r)
	square := b.half * b.half
	cos := square + m.x*n.x + m.y*n.y // 1 + the cosine of the turn, times the half width squared
	short := min(length(q.x-p.x, q.y-p.y), length(r.x-q.x, r.y-q.y)) < float64(b.half)/2
	if cos > square*19/10 && !short {
		tip := miter(m, n, square, cos)
		return tip, tip
	}
	d, e := q.minus(p), r.minus(q)
	switch turn := d.x*e.y - d.y*e.x; {
	case turn > 0:
		b.join(q, point{-m.x, -m.y}, point{-n.x, -n.y}, square, cos)
	case turn < 0:
		b.join(q, m, n, square, cos)
	}
	return m, n
}

// join fills the outer side of a corner, to a point where that is not too sharp.
func (b *brush) join(q, m, n point, square, cos int64) {
	if cos*miterLimit*miterLimit < 2*square {
		b.to.convex(q, q.plus(m), q.plus(n))
		return
	}
	b.to.convex(q, q.plus(m), q.plus(miter(m, n, square, cos)), q.plus(n))
}

// miter returns where the lines along both normals' ends meet.
func miter(m, n point, square, cos int64) point {
	return point{
		int64(math.Round(float64(m.x+n.x) * float64(square) / float64(cos))),
		int64(math.Round(float64(m.y+n.y) * float64(square) / float64(cos))),
	}
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
