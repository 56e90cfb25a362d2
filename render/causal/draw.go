package causal

import (
	"slices"
	"strconv"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func itoa(k int) string { return strconv.Itoa(k) }

// draw draws the diagram when everything has its place.
func (w *wide) draw() *scene.Picture {
	y0 := w.head(w.standfirst(), w.lineSigns(func(r relation) bool { return !w.inPanel(r) }, len(w.panels) > 0)) + scene.Pixels(14)
	for n := range w.panels {
		w.pic.Add(w.panelGroups(&w.panels[n], y0)...)
	}
	w.decorate(w.axis(y0)...)
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
	words := w.opt.Say.Say("causes.note")
	if slices.ContainsFunc(w.breaks, func(l lang.Length) bool { return !l.IsZero() }) {
		words = w.opt.Say.Say("causes.note.gaps")
	}
	return w.foot(y0+w.height+scene.Pixels(24), words)
}

// standfirst says how to read the lines, and where the words at the heads come
// from.
func (w *wide) standfirst() string {
	for _, l := range w.lines {
		if !l.panelled && !l.quoted(w.opt.Say) {
			return w.opt.Say.Say("causes.lines.summed")
		}
	}
	return w.opt.Say.Say("causes.lines.quoted")
}

// panelGroups draws the ground behind an event and its parts. The first
// part's relation carries it, the others carry the place of their part in it.
func (w *wide) panelGroups(p *panel, y0 scene.Unit) []scene.Mark {
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
func (w *wide) lineMarks(l *line, y0 scene.Unit, points []scene.Point, halo bool) scene.Group {
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
func (w *wide) boxItem(i int, y0 scene.Unit) scene.Group {
	b := w.boxes[i]
	marks := []scene.Mark{scene.Rect{X: b.x + scene.Px/2, Y: y0 + b.y + scene.Px/2, W: b.w - scene.Px, H: b.h - scene.Px,
		Radius: w.frame.Radius, Paint: scene.Paint{Fill: scene.Background, Stroke: scene.Hair, StrokeWidth: scene.Px}}}
	t := w.frame.Type.Date
	marks = append(marks, w.mark(i, b.x+boxPad+scene.Px*7, y0+b.y+boxTop+scene.Unit(t.Line)/2, false)...)
	marks = append(marks, b.label.Marks(b.x+b.textX, y0+b.y+boxTop, scene.Left)...)
	return w.item(i, marks...)
}

// ticks returns the words beside the axis for a row: the year where it
// changes, and the day or time where the year does not say it all.
func (w *wide) ticks(n int) (year, day string) {
	m := w.ms[w.ranks[n][0]]
	y, ok := oneYear(m)
	say, form := w.opt.Say, lang.Form{OmitYear: ok}
	if !ok || m.Event.Date.Precision() >= edtf.PrecisionYear {
		return say.Date(m.Event.Date, lang.Form{}), ""
	}
	changed := true
	var before scale.Moment
	if n > 0 {
		above := w.ranks[n-1]
		before = w.ms[above[len(above)-1]]
		last, one := oneYear(before)
		changed = !one || last != y
	}
	if changed {
		year = say.Year(y)
	}
	switch {
	case n > 0 && before.Event.Date == m.Event.Date && m.Timed:
		day = m.Clock.Words(say)
	case n > 0 && before.Event.Date == m.Event.Date:
	case m.Timed:
		day = furniture.When(say, m, form)
	default:
		day = say.Date(m.Event.Date, form)
	}
	return year, day
}

// tickBlock sets the words beside the axis for a row.
func (w *wide) tickBlock(n int) furniture.Block {
	year, day := w.ticks(n)
	var b furniture.Block
	b.Add(year, w.frame.Type.Year, tickWidth)
	b.Add(day, w.frame.Type.Tick, tickWidth)
	return b
}

func (w *wide) tickHeight(n int) scene.Unit {
	b := w.tickBlock(n)
	return b.Height + boxTop
}

// axis draws the time axis down the left side: the dates of the rows, and
// the breaks between them.
func (w *wide) axis(y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	piece := func(from, to scene.Unit) {
		out = append(out, scene.Rect{X: axisX - scene.Px, Y: from, W: scene.Px * 2, H: to - from, Paint: scene.Paint{Fill: scene.Axis}})
	}
	var from, ticks scene.Unit
	for n, rank := range w.ranks {
		top := y0 + w.boxes[rank[0]].y
		b := w.tickBlock(n)
		line := scene.Unit(w.frame.Type.Year.Line)
		if year, _ := w.ticks(n); year == "" {
			line = scene.Unit(w.frame.Type.Tick.Line)
		}
		at := top + boxTop + line/2
		if n == 0 {
			from = at
		}
		if gap := w.breaks[n]; !gap.IsZero() && n > 0 {
			y := (ticks + top + boxTop) / 2
			piece(from, y-furniture.SlashHole)
			from = y + furniture.SlashHole
			out = append(out, w.gapGroup(gap, axisX, y, tickX, tickWidth))
		}
		if b.Lines() == 0 {
			at = top // one more row of the same time
		} else {
			out = append(out, b.Marks(tickX, top+boxTop, scene.Left)...)
			out = append(out, tick(at))
		}
		ticks = top + boxTop + b.Height
		if n == len(w.ranks)-1 {
			piece(from, max(at, from)+scene.Px/2)
		}
	}
	return slices.Clip(out)
}

// tick joins the axis to its words.
func tick(y scene.Unit) scene.Mark {
	return scene.Rect{X: axisX, Y: y - scene.Px/2, W: scene.Px * 8, H: scene.Px, Paint: scene.Paint{Fill: scene.Axis}}
}
