package causal

import (
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// draw draws the diagram when everything has its place.
func (w *layered) draw() *scene.Picture {
	w.pic.Description = w.opt.Say.Say("causes.layers.description",
		furniture.CountOver(w.opt.Say, w.ms), w.opt.Say.Count("relations", int64(len(w.rels))))
	y0 := w.head(w.standfirst(), w.lineSigns(func(r relation) bool { return !w.inPanel(r) }, len(w.panels) > 0)) + scene.Pixels(14)
	for n := range w.panels {
		w.pic.Add(w.panelGroups(&w.panels[n], y0)...)
	}
	var drawn [][]scene.Point
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled {
			continue
		}
		points := w.trace(l)
		for n := range points {
			points[n].Y += y0
		}
		w.pic.Add(w.lineMarks(l, y0, points, crosses(drawn, points)))
		drawn = append(drawn, points)
	}
	list := scene.Group{Role: scene.List}
	for i := range w.boxes {
		list.Add(w.boxItem(i, y0))
	}
	w.pic.Add(list)
	note := w.opt.Say.Say("causes.layers.note")
	if w.circular() {
		note = w.opt.Say.Sentences(note, w.opt.Say.Say("causes.layers.circle"))
	}
	return w.foot(y0+w.height+scene.Pixels(24), note)
}

// circular reports whether a line from a cause to what it led to runs up.
func (w *layered) circular() bool {
	return slices.ContainsFunc(w.lines, func(l line) bool { return l.Type != story.PartOf && l.top == l.to })
}

// standfirst says how to read the lines, and where the words at the heads come
// from.
func (w *layered) standfirst() string {
	for _, l := range w.lines {
		if !l.panelled && !l.quoted(w.opt.Say) {
			return w.opt.Say.Say("causes.layers.summed")
		}
	}
	return w.opt.Say.Say("causes.layers.quoted")
}

// panelGroups draws the ground behind an event and its parts. The first
// part's relation carries it, the others carry the place of their part in it.
func (w *layered) panelGroups(p *panel, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	for _, l := range w.lines {
		if l.Type != story.PartOf || l.to != p.whole {
			continue
		}
		r := scene.Rect{X: p.x, Y: y0 + p.y, W: p.w, H: p.h, Radius: scene.Px * 6, Paint: scene.Paint{Fill: scene.Tint}}
		if len(out) > 0 {
			b := w.boxes[l.from]
			r.X, r.Y, r.W, r.H = b.x, y0+b.y, b.w, b.h
		}
		out = append(out, w.lineGroup(l.relation, r))
	}
	return out
}

// lineMarks draws a line through the points, its head and its word.
func (w *layered) lineMarks(l *line, y0 scene.Unit, points []scene.Point, halo bool) scene.Group {
	points = slices.Clone(points)
	first, last := &points[0], &points[len(points)-1]
	tip, way, back := last, down, -l.inset()
	if l.to == l.upper() {
		// The line runs up: its head is at the upper event.
		tip, way, back = first, up, l.inset()
	}
	tip.Y -= way.dy * scene.Px / 2
	at := *tip
	tip.Y += back
	g := w.lineGroup(l.relation, l.strokes(rounded(points), halo)...)
	g.Add(l.head(at.X, at.Y, way)...)
	t := w.frame.Type.Note
	t.Role = string(scene.Ink)
	g.Add(furniture.Line(l.word, t, l.shaftX()+wordGap, furniture.Baseline(t, y0+l.y+scene.Px), scene.Left))
	return g
}

// boxItem draws an event.
func (w *layered) boxItem(i int, y0 scene.Unit) scene.Group {
	b := w.boxes[i]
	marks := []scene.Mark{scene.Rect{X: b.x + scene.Px/2, Y: y0 + b.y + scene.Px/2, W: b.w - scene.Px, H: b.h - scene.Px,
		Radius: w.frame.Radius, Paint: scene.Paint{Fill: scene.Background, Stroke: scene.Axis, StrokeWidth: scene.Px}}}
	t := w.frame.Type.Date
	marks = append(marks, w.mark(i, b.x+boxPad+scene.Px*7, y0+b.y+boxTop+scene.Unit(t.Line)/2, false, scene.Background)...)
	marks = append(marks, b.label.Marks(b.x+b.textX, y0+b.y+boxTop, scene.Left)...)
	return w.item(i, marks...)
}
