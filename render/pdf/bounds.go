package pdf

import "github.com/causeline/causeline/render/scene"

// grow returns the box around both. A box without an extent to the right and
// downwards is none.
func grow(a, b scene.Box) scene.Box {
	switch {
	case empty(b):
		return a
	case empty(a):
		return b
	}
	return scene.Box{
		Min: scene.Point{X: min(a.Min.X, b.Min.X), Y: min(a.Min.Y, b.Min.Y)},
		Max: scene.Point{X: max(a.Max.X, b.Max.X), Y: max(a.Max.Y, b.Max.Y)},
	}
}

func empty(b scene.Box) bool { return b.Max.X <= b.Min.X || b.Max.Y <= b.Min.Y }

// bounds returns the box around marks, strokes included.
func bounds(marks []scene.Mark) scene.Box {
	var all scene.Box
	scene.Walk(marks, func(m scene.Mark, _ []scene.Group) {
		switch m := m.(type) {
		case scene.Rect:
			all = grow(all, widen(rectBox(m), m.Paint))
		case scene.Circle:
			all = grow(all, widen(circleBox(m), m.Paint))
		case scene.Path:
			all = grow(all, widen(pathBox(m), m.Paint))
		case scene.Text:
			all = grow(all, m.Box())
		}
	})
	return all
}

func rectBox(m scene.Rect) scene.Box {
	return scene.Box{Min: scene.Point{X: m.X, Y: m.Y}, Max: scene.Point{X: m.X + m.W, Y: m.Y + m.H}}
}

func circleBox(m scene.Circle) scene.Box {
	return scene.Box{Min: scene.Point{X: m.X - m.R, Y: m.Y - m.R}, Max: scene.Point{X: m.X + m.R, Y: m.Y + m.R}}
}

// pathBox returns the box around a path's points. A curve lies within the
// box of its control points.
func pathBox(m scene.Path) scene.Box {
	var box scene.Box
	first := true
	add := func(points ...scene.Point) {
		for _, p := range points {
			if first {
				box, first = scene.Box{Min: p, Max: p}, false
			}
			box.Min.X, box.Min.Y = min(box.Min.X, p.X), min(box.Min.Y, p.Y)
			box.Max.X, box.Max.Y = max(box.Max.X, p.X), max(box.Max.Y, p.Y)
		}
	}
	for _, s := range m.Segments {
		switch s.Op {
		case scene.Move, scene.Line:
			add(s.P[2])
		case scene.Cubic:
			add(s.P[:]...)
		}
	}
	return box
}

// widen adds half a stroke on every side.
func widen(b scene.Box, p scene.Paint) scene.Box {
	if p.Stroke == scene.None || p.StrokeWidth <= 0 {
		return b
	}
	half := p.StrokeWidth / 2
	return scene.Box{Min: scene.Point{X: b.Min.X - half, Y: b.Min.Y - half}, Max: scene.Point{X: b.Max.X + half, Y: b.Max.Y + half}}
}
