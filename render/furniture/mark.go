package furniture

import (
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// A Look is what a mark shows: the group by colour and shape, the status by
// its fill, and how well the date is known.
type Look struct {
	Role        scene.Role
	Shape       Shape
	Status      story.Status
	Approximate bool
	Uncertain   bool
	Vertical    bool       // the axis runs down
	Size        scene.Unit // diameter of a moment's mark; 0 is 12 px
}

// LookOf returns the look of an event.
func LookOf(g Groups, e *story.Event) Look {
	role, shape := g.Look(e)
	return Look{Role: role, Shape: shape, Size: g.mark, Status: e.Status,
		Approximate: e.Date.Approximate(), Uncertain: e.Date.Uncertain()}
}

// half is the radius of a moment's mark.
func (l Look) half() scene.Unit {
	if l.Size == 0 {
		return scene.Px * 6
	}
	return l.Size / 2
}

// Point draws the mark of a moment around x, y, with a halo in the colour of
// the ground that keeps it apart from lines.
func Point(x, y scene.Unit, l Look) []scene.Mark {
	return PointOn(x, y, l, scene.Background)
}

// PointOn is Point on a ground of another colour.
func PointOn(x, y scene.Unit, l Look, ground scene.Role) []scene.Mark {
	var marks []scene.Mark
	if l.Approximate {
		marks = append(marks, lens(x, y, l))
	}
	if l.Uncertain {
		return append(marks, question(x, y, l.Role, ground)...)
	}
	half := l.half()
	halo := scene.Paint{Fill: ground, Stroke: ground, StrokeWidth: 2 * theme.MarkHalo}
	// The inner half of the halo's stroke covers what the shape is too large.
	solid := scene.Paint{Fill: l.Role, Stroke: ground, StrokeWidth: theme.MarkHalo}
	hollow := scene.Paint{Fill: ground, Stroke: l.Role, StrokeWidth: scene.Px * 2}
	switch l.Status {
	case story.StatusPlanned:
		hollow.Dash = []scene.Unit{scene.Px * 26 / 10, scene.Px * 19 / 10}
		return append(marks, shape(x, y, half, l.Shape, halo), shape(x, y, half-scene.Px*3/4, l.Shape, hollow))
	case story.StatusCancelled, story.StatusDenied:
		marks = append(marks, shape(x, y, half, l.Shape, halo), shape(x, y, half-scene.Px*3/4, l.Shape, hollow))
		return append(marks, stroke(x, y, l))
	}
	return append(marks, shape(x, y, half+theme.MarkHalo/2, l.Shape, solid))
}

// stroke is the × of what was cancelled or the slash of what is denied.
func stroke(x, y scene.Unit, l Look) scene.Mark {
	const d = scene.Px * 5 / 2
	p := scene.Path{Paint: scene.Paint{Stroke: l.Role, StrokeWidth: scene.Px * 7 / 4}}
	p.MoveTo(x-d, y+d)
	p.LineTo(x+d, y-d)
	if l.Status == story.StatusCancelled {
		p.MoveTo(x-d, y-d)
		p.LineTo(x+d, y+d)
	}
	return p
}

// shape draws an outline of radius r.
func shape(x, y, r scene.Unit, s Shape, paint scene.Paint) scene.Mark {
	switch s {
	case Square:
		r = r * 11 / 12
		return scene.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r, Paint: paint}
	case Diamond:
		r = r * 15 / 12
		return scene.Polygon(paint, scene.Point{X: x, Y: y - r}, scene.Point{X: x + r, Y: y},
			scene.Point{X: x, Y: y + r}, scene.Point{X: x - r, Y: y})
	case Triangle:
		r = r * 14 / 12
		return scene.Polygon(paint, scene.Point{X: x, Y: y - r}, scene.Point{X: x + r, Y: y + r*3/4},
			scene.Point{X: x - r, Y: y + r*3/4})
	case Pentagon:
		r = r * 13 / 12
		return scene.Polygon(paint, scene.Point{X: x, Y: y - r}, scene.Point{X: x + r*95/100, Y: y - r*31/100},
			scene.Point{X: x + r*59/100, Y: y + r*81/100}, scene.Point{X: x - r*59/100, Y: y + r*81/100},
			scene.Point{X: x - r*95/100, Y: y - r*31/100})
	}
	return scene.Circle{X: x, Y: y, R: r, Paint: paint}
}

// lens is the faint stretch behind an approximate date, 60 by 13; half as
// long on an axis that runs down, where rows are close.
func lens(x, y scene.Unit, l Look) scene.Mark {
	const w, h = scene.Px * 30, scene.Px * 13 / 2
	p := scene.Path{Paint: scene.Paint{Fill: l.Role, Fade: 70}}
	at := func(along, across scene.Unit) (scene.Unit, scene.Unit) {
		if l.Vertical {
			return x + across, y + along/2
		}
		return x + along, y + across
	}
	curve := func(a1, c1, a2, c2, a3, c3 scene.Unit) {
		x1, y1 := at(a1, c1)
		x2, y2 := at(a2, c2)
		x3, y3 := at(a3, c3)
		p.CubicTo(x1, y1, x2, y2, x3, y3)
	}
	p.MoveTo(at(-w, 0))
	curve(-w/2, -h, -w/3, -h, 0, -h)
	curve(w/3, -h, w/2, -h, w, 0)
	curve(w/2, h, w/3, h, 0, h)
	curve(-w/3, h, -w/2, h, -w, 0)
	p.Close()
	return p
}

// question is the open ring of an uncertain date. The sign is drawn, not
// written, because it is smaller than text may be.
func question(x, y scene.Unit, role, ground scene.Role) []scene.Mark {
	const r = scene.Px * 7
	sign := scene.Path{Paint: scene.Paint{Stroke: role, StrokeWidth: scene.Px * 3 / 2}}
	u := scene.Px / 4
	sign.MoveTo(x-9*u, y-7*u)
	sign.CubicTo(x-9*u, y-17*u, x+9*u, y-17*u, x+9*u, y-7*u)
	sign.CubicTo(x+9*u, y-1*u, x, y-2*u, x, y+5*u)
	sign.MoveTo(x, y+9*u)
	sign.LineTo(x, y+15*u)
	return []scene.Mark{
		scene.Circle{X: x, Y: y, R: r, Paint: scene.Paint{Fill: ground, Stroke: ground, StrokeWidth: 3 * theme.MarkHalo}},
		scene.Circle{X: x, Y: y, R: r, Paint: scene.Paint{Fill: ground, Stroke: role, StrokeWidth: scene.Px * 3 / 2}},
		sign,
	}
}

// SlashHole is how much of the line to leave out on either side of Slashes.
const SlashHole = scene.Px * 7 / 2

// Slashes draws the two strokes of a break at x, y on a line that runs across
// or down: 14 long, 7 apart. The line itself has to leave a hole between them.
func Slashes(x, y scene.Unit, vertical bool) []scene.Mark {
	const (
		apart = SlashHole
		long  = scene.Px * 7
		lean  = scene.Px * 3
	)
	line := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: scene.Px * 3 / 2}}
	for _, d := range []scene.Unit{-apart, apart} {
		if vertical {
			line.MoveTo(x-long*9/7, y+d+lean)
			line.LineTo(x+long*9/7, y+d-lean)
		} else {
			line.MoveTo(x+d-lean, y+long)
			line.LineTo(x+d+lean, y-long)
		}
	}
	return []scene.Mark{line}
}
