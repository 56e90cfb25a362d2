package furniture

import (
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// BarWidth is the thickness of a bar on the axis.
const BarWidth = scene.Px * 10

// A Bar is a stretch of time drawn along an axis.
type Bar struct {
	From, To           scene.Unit // along the axis
	Across             scene.Unit // the axis's place, in the middle of the bar
	Thick              scene.Unit
	Vertical           bool // the axis runs down
	Faint              bool // only the period is known, not when in it
	OpenStart, OpenEnd bool
	Ground             scene.Role
}

// Marks draws the bar in an event's look.
func (b Bar) Marks(l Look) []scene.Mark {
	if b.Ground == scene.None {
		b.Ground = scene.Background
	}
	if b.Faint {
		return b.faint(l)
	}
	outline := b.outline()
	halo := scene.Paint{Fill: b.Ground, Stroke: b.Ground, StrokeWidth: 2 * theme.MarkHalo}
	paint := scene.Paint{Fill: l.Role}
	switch {
	case l.Status == story.StatusPlanned, l.Uncertain:
		paint = scene.Paint{Fill: b.Ground, Stroke: l.Role, StrokeWidth: scene.Px * 3 / 2,
			Dash: []scene.Unit{scene.Px * 4, scene.Px * 3}}
	case l.Status == story.StatusCancelled, l.Status == story.StatusDenied:
		paint = scene.Paint{Fill: b.Ground, Stroke: l.Role, StrokeWidth: scene.Px * 3 / 2}
	case l.Approximate:
		paint.Fade = 40
	}
	marks := []scene.Mark{polygon(outline, halo), polygon(outline, paint)}
	if l.Status == story.StatusCancelled || l.Status == story.StatusDenied {
		mid := b.at((b.From+b.To)/2, 0)
		marks = append(marks, stroke(mid.X, mid.Y, l))
	}
	return append(marks, b.chevrons(l.Role)...)
}

// at returns the point a along the axis and c across it from its middle.
func (b Bar) at(a, c scene.Unit) scene.Point {
	if b.Vertical {
		return scene.Point{X: b.Across + c, Y: a}
	}
	return scene.Point{X: a, Y: b.Across + c}
}

// outline is a rectangle with a point at each open end.
func (b Bar) outline() []scene.Point {
	h := b.Thick / 2
	from, to := b.From, b.To
	var out []scene.Point
	if b.OpenStart {
		out = append(out, b.at(from+h, h), b.at(from, 0), b.at(from+h, -h))
	} else {
		out = append(out, b.at(from, h), b.at(from, -h))
	}
	if b.OpenEnd {
		return append(out, b.at(to-h, -h), b.at(to, 0), b.at(to-h, h))
	}
	return append(out, b.at(to, -h), b.at(to, h))
}

// chevrons are the two arrowheads beyond an open end.
func (b Bar) chevrons(role scene.Role) []scene.Mark {
	h := b.Thick / 2
	p := scene.Path{Paint: scene.Paint{Stroke: role, StrokeWidth: scene.Px * 2}}
	head := func(tip, back scene.Unit) {
		for i, c := range []scene.Unit{-h, 0, h} {
			a := back
			if i == 1 {
				a = tip
			}
			pt := b.at(a, c)
			if i == 0 {
				p.MoveTo(pt.X, pt.Y)
			} else {
				p.LineTo(pt.X, pt.Y)
			}
		}
	}
	for _, d := range []scene.Unit{scene.Px * 6, scene.Px * 12} {
		if b.OpenEnd {
			head(b.To+d, b.To+d-h)
		}
		if b.OpenStart {
			head(b.From-d, b.From-d+h)
		}
	}
	if len(p.Segments) == 0 {
		return nil
	}
	return []scene.Mark{p}
}

// faint is a bar at 30 % in an outline, with a stroke at each end: some time in
// here.
func (b Bar) faint(l Look) []scene.Mark {
	h := b.Thick / 2
	box := []scene.Point{b.at(b.From, h), b.at(b.From, -h), b.at(b.To, -h), b.at(b.To, h)}
	ends := scene.Path{Paint: scene.Paint{Stroke: l.Role, StrokeWidth: scene.Px * 3 / 2}}
	for _, a := range []scene.Unit{b.From, b.To} {
		p, q := b.at(a, -h-scene.Px*2), b.at(a, h+scene.Px*2)
		ends.MoveTo(p.X, p.Y)
		ends.LineTo(q.X, q.Y)
	}
	marks := []scene.Mark{polygon(box, scene.Paint{Fill: b.Ground}), polygon(box, scene.Paint{Fill: l.Role, Fade: 70}),
		polygon(box, scene.Paint{Stroke: l.Role, StrokeWidth: scene.Px}), ends}
	mid := b.at((b.From+b.To)/2, 0)
	if b.Vertical {
		mid = b.at(b.From+scene.Px*9, 0) // beside its words
	}
	switch {
	case l.Uncertain:
		marks = append(marks, question(mid.X, mid.Y, l.Role, b.Ground)...)
	case l.Status == story.StatusCancelled, l.Status == story.StatusDenied, l.Status == story.StatusPlanned:
		l.Approximate = false
		marks = append(marks, PointOn(mid.X, mid.Y, l, b.Ground)...)
	}
	return marks
}

func polygon(points []scene.Point, paint scene.Paint) scene.Mark {
	return scene.Polygon(paint, points...)
}
