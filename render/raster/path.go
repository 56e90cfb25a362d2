package raster

import (
	"math"

	"github.com/causeline/causeline/render/scene"
)

// A contour is a curve as straight pieces, in 1/256 pixel.
type contour struct {
	points []point
	closed bool
}

// px converts a length from 1/64 px.
func (d *drawing) px(u scene.Unit) int64 {
	const perUnit = sub / int64(scene.Px)
	bound := limit / (perUnit * d.scale)
	return min(max(int64(u), -bound), bound) * perUnit * d.scale
}

func (d *drawing) point(p scene.Point) point { return point{d.px(p.X), d.px(p.Y)} }

// A pen draws contours.
type pen struct {
	contours []contour
	open     bool // the last contour may grow
}

func (p *pen) move(to point) {
	p.contours = append(p.contours, contour{points: []point{to}})
	p.open = true
}

// last returns the contour to draw on. After a close that is a new one from
// the same beginning; before any move there is none.
func (p *pen) last() *contour {
	if len(p.contours) == 0 {
		return nil
	}
	if !p.open {
		p.move(p.contours[len(p.contours)-1].points[0])
	}
	return &p.contours[len(p.contours)-1]
}

func (p *pen) line(to point) {
	if c := p.last(); c != nil {
		c.points = append(c.points, to)
	}
}

// tolerance is how far a curve's straight pieces may lie beside it: 1/128 pixel.
const tolerance = sub / 128

// maxPieces bounds the straight pieces of a curve.
const maxPieces = 256

// pieces returns into how many straight pieces a curve is cut. Bend is the
// largest second difference of its control points; the distance between a
// Bézier curve of degree n and a chord of 1/m of it is at most
// n(n-1)/8 * bend/m² (Wang's bound).
func pieces(bend float64, degree int) int {
	m := math.Ceil(math.Sqrt(bend * float64(degree*(degree-1)) / (8 * tolerance)))
	return int(min(max(m, 1), maxPieces))
}

// bend returns the length of the second difference of three points.
func bend(a, b, c point) float64 { return length(a.x-2*b.x+c.x, a.y-2*b.y+c.y) }

// length returns the length of a vector. The sum of squares is a whole number,
// and machines agree on square roots.
func length(x, y int64) float64 { return math.Sqrt(float64(x*x + y*y)) }

func (p *pen) quad(b, c point) {
	last := p.last()
	if last == nil {
		return
	}
	a := last.points[len(last.points)-1]
	m := int64(pieces(bend(a, b, c), 2))
	for t := int64(1); t < m; t++ {
		s := m - t
		last.points = append(last.points, point{
			floorDiv(s*s*a.x+2*s*t*b.x+t*t*c.x+m*m/2, m*m),
			floorDiv(s*s*a.y+2*s*t*b.y+t*t*c.y+m*m/2, m*m),
		})
	}
	last.points = append(last.points, c)
}

func (p *pen) cubic(b, c, e point) {
	last := p.last()
	if last == nil {
		return
	}
	a := last.points[len(last.points)-1]
	m := int64(pieces(max(bend(a, b, c), bend(b, c, e)), 3))
	cube := m * m * m
	for t := int64(1); t < m; t++ {
		s := m - t
		k := [4]int64{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t}
		last.points = append(last.points, point{
			floorDiv(k[0]*a.x+k[1]*b.x+k[2]*c.x+k[3]*e.x+cube/2, cube),
			floorDiv(k[0]*a.y+k[1]*b.y+k[2]*c.y+k[3]*e.y+cube/2, cube),
		})
	}
	last.points = append(last.points, e)
}

// close ends the contour with a line to its beginning.
func (p *pen) close() {
	if c := p.last(); c != nil {
		c.closed = true
		p.open = false
	}
}

// path returns a path's contours.
func (d *drawing) path(m scene.Path) []contour {
	var p pen
	for _, s := range m.Segments {
		switch s.Op {
		case scene.Move:
			p.move(d.point(s.P[2]))
		case scene.Line:
			p.line(d.point(s.P[2]))
		case scene.Cubic:
			p.cubic(d.point(s.P[0]), d.point(s.P[1]), d.point(s.P[2]))
		case scene.Close:
			p.close()
		}
	}
	return p.contours
}

// rect returns a rectangle's contour. One without an area is not drawn, as in
// SVG.
func (d *drawing) rect(m scene.Rect) []contour {
	if m.W <= 0 || m.H <= 0 {
		return nil
	}
	a, b := d.point(scene.Point{X: m.X, Y: m.Y}), d.point(scene.Point{X: m.X + m.W, Y: m.Y + m.H})
	rx, ry := min(d.px(m.Radius), (b.x-a.x)/2), min(d.px(m.Radius), (b.y-a.y)/2)
	if rx <= 0 || ry <= 0 {
		return []contour{{[]point{a, {b.x, a.y}, b, {a.x, b.y}}, true}}
	}
	var p pen
	p.move(point{a.x + rx, a.y})
	p.line(point{b.x - rx, a.y})
	p.corner(point{b.x, a.y + ry}, rx, 0)
	p.line(point{b.x, b.y - ry})
	p.corner(point{b.x - rx, b.y}, 0, ry)
	p.line(point{a.x + rx, b.y})
	p.corner(point{a.x, b.y - ry}, -rx, 0)
	p.line(point{a.x, a.y + ry})
	p.corner(point{a.x + rx, a.y}, 0, -ry)
	p.close()
	return p.contours
}

// circle returns a circle's contour.
func (d *drawing) circle(m scene.Circle) []contour {
	r := d.px(m.R)
	if r <= 0 {
		return nil
	}
	c := d.point(scene.Point{X: m.X, Y: m.Y})
	var p pen
	p.move(point{c.x + r, c.y})
	p.corner(point{c.x, c.y + r}, 0, r)
	p.corner(point{c.x - r, c.y}, -r, 0)
	p.corner(point{c.x, c.y - r}, 0, -r)
	p.corner(point{c.x + r, c.y}, r, 0)
	p.close()
	return p.contours
}

// corner draws a quarter of an ellipse to a point, leaving in the direction
// dx, dy, which is as long as the half axis and goes along one axis.
func (p *pen) corner(to point, dx, dy int64) {
	from := p.contours[len(p.contours)-1].points
	a := from[len(from)-1]
	// What is left to go when the first direction is done.
	ex, ey := to.x-a.x-dx, to.y-a.y-dy
	p.cubic(point{a.x + kappa(dx), a.y + kappa(dy)}, point{to.x - kappa(ex), to.y - kappa(ey)}, to)
}

// kappa is the length of the control arms of a quarter circle, 4/3 (√2 - 1) of
// the radius, here as 579111/2^20.
func kappa(r int64) int64 { return (r*579111 + 1<<19) >> 20 }
