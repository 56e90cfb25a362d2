package pdf

import (
	"strings"

	"github.com/causeline/causeline/render/scene"
)

// rect adds a rectangle to the path. Corners are quarters of an ellipse, as
// round as the sides allow.
func (c *content) rect(m scene.Rect) bool {
	if m.W <= 0 || m.H <= 0 {
		return false
	}
	if m.Radius <= 0 {
		c.point(m.X, m.Y).point(m.W, m.H).raw("re\n")
		return true
	}
	rx, ry := min(m.Radius, m.W/2), min(m.Radius, m.H/2)
	left, right, top, bottom := m.X, m.X+m.W, m.Y, m.Y+m.H
	c.point(left+rx, top).raw("m ").point(right-rx, top).raw("l ")
	c.quarter(right-rx, top, right, top+ry, true)
	c.point(right, bottom-ry).raw("l ")
	c.quarter(right, bottom-ry, right-rx, bottom, false)
	c.point(left+rx, bottom).raw("l ")
	c.quarter(left+rx, bottom, left, bottom-ry, true)
	c.point(left, top+ry).raw("l ")
	c.quarter(left, top+ry, left+rx, top, false)
	c.raw("h\n")
	return true
}

// circle adds a circle to the path.
func (c *content) circle(m scene.Circle) bool {
	if m.R <= 0 {
		return false
	}
	c.point(m.X+m.R, m.Y).raw("m ")
	c.quarter(m.X+m.R, m.Y, m.X, m.Y+m.R, false)
	c.quarter(m.X, m.Y+m.R, m.X-m.R, m.Y, true)
	c.quarter(m.X-m.R, m.Y, m.X, m.Y-m.R, false)
	c.quarter(m.X, m.Y-m.R, m.X+m.R, m.Y, true)
	c.raw("h\n")
	return true
}

// quarter draws a quarter of an ellipse that leaves x0, y0 level or upright.
// The control points lie at 0.5523 of the way to the corner, where the curve
// is nearest to an ellipse.
func (c *content) quarter(x0, y0, x1, y1 scene.Unit, level bool) {
	part := func(from, to scene.Unit) scene.Unit { return from + (to-from)*5523/10000 }
	if level {
		c.point(part(x0, x1), y0).point(x1, part(y1, y0))
	} else {
		c.point(x0, part(y0, y1)).point(part(x1, x0), y1)
	}
	c.point(x1, y1).raw("c ")
}

// path adds a path. Steps before the first Move have nowhere to begin and are
// left out.
func (c *content) path(m scene.Path) bool {
	begun := false
	for _, s := range m.Segments {
		to := s.P[2]
		switch {
		case s.Op == scene.Move:
			c.point(to.X, to.Y).raw("m ")
			begun = true
		case !begun:
		case s.Op == scene.Line:
			c.point(to.X, to.Y).raw("l ")
		case s.Op == scene.Cubic:
			c.point(s.P[0].X, s.P[0].Y).point(s.P[1].X, s.P[1].Y).point(to.X, to.Y).raw("c ")
		case s.Op == scene.Close:
			c.raw("h ")
		}
	}
	return begun
}

// dash prints a pattern of strokes and gaps, none where SVG would draw a
// solid line.
func dash(lengths []scene.Unit) string {
	var sum scene.Unit
	parts := make([]string, len(lengths))
	for i, d := range lengths {
		if d < 0 {
			return "[] 0"
		}
		sum += min(d, limit)
		parts[i] = px(d)
	}
	if sum == 0 {
		return "[] 0"
	}
	return "[" + strings.Join(parts, " ") + "] 0"
}
