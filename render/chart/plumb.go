package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

const (
	plumbAxis  = scene.Px * 56  // from the left margin to the axis
	plumbText  = scene.Px * 100 // and to the words
	plumbPad   = scene.Px * 12  // between the words of two events
	plumbSpare = 5              // a fifth of the words' height is given to time
)

// plumb draws all events on one axis that runs down and is true to scale
// throughout. The words stand beside it in the same order, moved as little as
// can be, each tied to its mark by a leader; since both sides keep their order,
// no leader crosses another.
func (c *chart) plumb() *scene.Picture {
	y0 := c.head() + scene.Pixels(16)
	axisX, textX := c.frame.Margin+plumbAxis, c.frame.Margin+plumbText
	width := min(c.frame.Width-c.frame.Margin-textX, scene.Pixels(720))
	blocks := make([]furniture.Block, len(c.ms))
	heights := make([]scene.Unit, len(c.ms))
	var words scene.Unit
	for i, m := range c.ms {
		b := &blocks[i]
		b.AddDate(c.opt.Say, c.when(m, inFull), furniture.StatusWord(c.opt.Say, m.Event), c.frame.Type.Date, width)
		b.Add(furniture.Title(c.opt.Say, m.Event), c.frame.Type.Label, width)
		c.differences(b, m, width)
		heights[i] = b.Height + plumbPad
		words += heights[i]
	}
	axis := c.plumbAxis(y0, words+words/plumbSpare)
	line := scene.Unit(c.frame.Type.Date.Line)
	want := make([]scene.Unit, len(c.ms))
	for i, m := range c.ms {
		want[i] = axis.X(m.From) - line/2
	}
	bottom := axis.Pieces[0].X1
	tops, _ := spread(want, heights, y0-line/2, max(bottom, y0+words)+words/4)
	c.decorate(c.plumbLine(axis, axisX)...)
	leaders := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: theme.LeaderWidth}}
	var items []scene.Mark
	tracks := newTracks(axisX)
	for i, m := range c.ms {
		top := tops[i] - tops[i]%scene.Px
		y := axis.X(m.From)
		leaders.MoveTo(axisX+scene.Pixels(14), y)
		leaders.LineTo(textX-scene.Pixels(8), top+line/2)
		items = append(items, c.item(m, append(c.plumbMark(axis, axisX, m, tracks), blocks[i].Marks(textX, top, scene.Left)...)...))
		bottom = max(bottom, top+blocks[i].Height)
	}
	c.decorate(leaders)
	c.pic.Add(scene.Group{Role: scene.List, Marks: items})
	return c.foot(bottom+scene.Pixels(22), c.opt.Say.Say("scale.plumb"))
}

// plumbAxis builds the axis from y0 down.
func (c *chart) plumbAxis(y0, length scene.Unit) scale.Axis {
	span := [2]scale.Minute{c.ms[0].From, c.ms[0].From + 1}
	for _, m := range c.ms {
		span[0], span[1] = min(span[0], m.From), max(span[1], m.To, m.From+1)
	}
	length = max(length, scene.Pixels(240))
	return scale.NewAxis([][2]scale.Minute{span}, nil, nil, y0, y0+length, scale.FinestOf(c.ms), c.ruler)
}

// plumbLine draws the axis and its ticks.
func (c *chart) plumbLine(axis scale.Axis, x scene.Unit) []scene.Mark {
	p := axis.Pieces[0]
	out := axisPiece(x, p.X0, p.X1)
	ticks := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: theme.TickWidth}}
	t := c.frame.Type.Tick
	free := p.X0 - scene.Unit(t.Line) // below the last words
	for _, tick := range axis.Ticks(false) {
		ticks.MoveTo(x, tick.X)
		ticks.LineTo(x-tickReach, tick.X)
		b := furniture.Block{}
		b.Add(tick.Words, t, plumbAxis-tickReach-scene.Pixels(4)+c.frame.Margin-scene.Pixels(4))
		top := tick.X - scene.Unit(t.Line)/2
		if top < free {
			continue // a tick may go without words; its neighbours name the times
		}
		free = top + b.Height
		out = append(out, b.Marks(x-tickReach-scene.Pixels(4), top, scene.Right)...)
	}
	if len(ticks.Segments) > 0 {
		out = append(out, ticks)
	}
	return out
}

// plumbMark draws an event on the axis.
func (c *chart) plumbMark(axis scale.Axis, x scene.Unit, m scale.Moment, tracks *tracks) []scene.Mark {
	look := c.look(m)
	look.Vertical = true
	from, to := axis.X(m.From), axis.X(m.To)
	if m.Kind == scale.Range || m.Kind == scale.Period && to-from >= scene.Pixels(16) {
		bar := furniture.Bar{From: from, To: max(to, from+scene.Pixels(12)), Thick: furniture.BarWidth, Vertical: true,
			Faint: m.Kind == scale.Period, OpenStart: m.OpenStart, OpenEnd: m.OpenEnd}
		tracks.place(&bar)
		return bar.Marks(look)
	}
	return furniture.Point(x, from, look)
}
