package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
)

// manyBars is how many ranges at one time are too many to tell apart on one
// line.
const manyBars = 3

// entangled reports whether so many ranges run at one time that each needs a
// line of its own.
func (c *chart) entangled() bool {
	for _, m := range c.ms {
		n := 0
		for _, o := range c.ms {
			if o.Kind == scale.Range && o.From <= m.From && m.From < o.To {
				n++
			}
		}
		if n >= manyBars {
			return true
		}
	}
	return false
}

// Room in a picture of bars.
const (
	barsPitch = scene.Px * 10 // between two lines
	barsClear = scene.Px * 12 // between a mark and its words
	barsLeast = scene.Px * 150
)

// bars draws each event on a line of its own below one axis, its words beside
// its mark. It reports false where no axis can be drawn.
func (c *chart) bars() (*scene.Picture, bool) {
	right := c.frame.Width - c.frame.Margin
	axis, ok := c.buildAxis(c.ms, nil, c.axisLeft(c.ms, 0), right)
	if !ok {
		return nil, false
	}
	r := &row{ms: c.ms, axis: axis}
	labels := make([]barLabel, len(c.ms))
	for i, m := range c.ms {
		labels[i] = c.barLabel(r, m)
	}
	y := c.head() + scene.Pixels(20) + tickBand
	r.named = oneYear(c.ms)
	d := drawing{chart: c, row: r, y: y}
	behind := d.line()
	bottom := y
	if r.named {
		name, below := d.name([]row{*r}, 0)
		behind, bottom = append(behind, name...), below
	}
	c.decorate(behind...)
	var items []scene.Mark
	lines := scene.Path{Paint: scene.Paint{Stroke: scene.Hair, StrokeWidth: scene.Px}}
	y += scene.Pixels(18)
	for i, m := range c.ms {
		l := labels[i]
		d.y = y + scene.Unit(c.frame.Type.Date.Line)/2
		items = append(items, c.item(m, append(d.marks(m), l.block.Marks(l.x, y+l.down, l.anchor)...)...))
		y += l.down + l.block.Height + barsPitch
		if i+1 < len(c.ms) {
			lines.MoveTo(axis.Pieces[0].X0, y-barsPitch/2)
			lines.LineTo(right, y-barsPitch/2)
		}
	}
	c.decorate(lines)
	c.pic.Add(scene.Group{Role: scene.List, Marks: items})
	return c.foot(max(y, bottom)+scene.Pixels(14), c.rowsNote([]row{*r})), true
}

// A barLabel is the words of an event and where they stand.
type barLabel struct {
	block  furniture.Block
	x      scene.Unit
	anchor scene.Anchor
	down   scene.Unit // from the line's upper edge, for words below their mark
}

// below sets words below their mark, from its beginning on or up to its end.
func (c *chart) below(x0, x1 scene.Unit) (barLabel, scene.Unit) {
	right := c.frame.Width - c.frame.Margin
	l := barLabel{x: x0, anchor: scene.Left, down: scene.Pixels(20)}
	if right-x0 >= barsLeast {
		return l, right - x0
	}
	l.x, l.anchor = x1, scene.Right
	return l, x1 - c.frame.Margin
}

// barLabel sets an event's words on the side of its mark that has more room.
func (c *chart) barLabel(r *row, m scale.Moment) barLabel {
	x0, x1, bar := r.bar(m)
	if !bar {
		x0, x1 = r.anchor(m)-c.frame.Mark/2, r.anchor(m)+c.frame.Mark/2
	}
	before, after := barsClear, barsClear
	if m.OpenEnd {
		after += scene.Pixels(14) // the chevrons
	}
	if m.OpenStart {
		before += scene.Pixels(14)
	}
	if m.Event.Date.Approximate() && !bar {
		before, after = before+scene.Pixels(22), after+scene.Pixels(22)
	}
	left, right := x0-before-r.axis.Pieces[0].X0, c.frame.Width-c.frame.Margin-x1-after
	l := barLabel{x: x1 + after, anchor: scene.Left}
	room := right
	if right < barsLeast*2 && left > right {
		l, room = barLabel{x: x0 - before, anchor: scene.Right}, left
	}
	if room < barsLeast {
		l, room = c.below(x0, x1)
	}
	room = min(room, scene.Pixels(560))
	l.block.AddDate(c.opt.Say, c.when(m, inFull), furniture.StatusWord(c.opt.Say, m.Event), c.frame.Type.Date, room)
	l.block.Add(furniture.Title(c.opt.Say, m.Event), c.frame.Type.Label, room)
	c.differences(&l.block, m, room)
	return l
}
