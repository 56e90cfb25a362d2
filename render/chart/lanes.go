package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

const (
	lanesAxis = scene.Px * 104 // from the margin to the axis of time
	lanesText = scene.Px * 18  // from a lane's line to its words
	lanesPad  = scene.Px * 14  // below the words of an event
	lanesStep = scene.Px * 10  // between events of different times in different lanes
)

// A laneEvent is an event in its lane's column.
type laneEvent struct {
	m     scale.Moment
	lane  int
	label furniture.Block
	gap   lang.Length // of the break before it
	gapY  scene.Unit
	scale *stretch // of the way from the event before it; nil across a break
	y     scene.Unit
}

// lanes draws each lane in a column of its own, with one axis of time for all
// that runs down: true to time between breaks, and slower where the words of a
// lane need the room.
func (c *chart) lanes() *scene.Picture {
	names := c.groups.Names(c.opt.Say, c.ms)
	marks, y := furniture.Headline(c.frame, c.story.Title, furniture.Standfirst(c.opt.Say, c.story, c.ms))
	c.pic.Add(scene.Group{Marks: marks})
	key, y := furniture.Key(c.frame, y, furniture.KeyOf(c.opt.Say, furniture.Groups{}, c.ms))
	c.decorate(key...)
	axis := c.frame.Margin + lanesAxis
	first := axis + scene.Pixels(36)
	pitch := (c.frame.Width - c.frame.Margin - first) / scene.Unit(len(names))
	y0 := c.laneHeads(names, first, pitch, y+scene.Pixels(10)) + scene.Pixels(20)
	events := c.laneEvents(names, pitch-gutter-lanesText)
	bottom := c.placeLanes(events, len(names))
	for i := range names {
		x := first + pitch*scene.Unit(i)
		c.decorate(scene.Rect{X: x - scene.Px/2, Y: y0 - scene.Pixels(14), W: scene.Px, H: bottom + scene.Pixels(14), Paint: scene.Paint{Fill: scene.Hair}})
	}
	c.decorate(c.lanesAxis(events, axis, y0)...)
	var items []scene.Mark
	for _, e := range events {
		x := first + pitch*scene.Unit(e.lane)
		top := y0 + e.y - scene.Unit(c.frame.Type.Date.Line)/2
		items = append(items, c.item(e.m, append(c.laneMark(e, x, y0), e.label.Marks(x+lanesText, top, scene.Left)...)...))
	}
	c.pic.Add(scene.Group{Role: scene.List, Marks: items})
	note := c.opt.Say.Say("scale.vertical")
	if c.opt.Scale == Sequence {
		note = c.opt.Say.Say("scale.sequence")
	}
	for _, e := range events {
		if !e.gap.IsZero() {
			note = c.opt.Say.Sentences(note, c.opt.Say.Say("scale.gaps"))
			break
		}
	}
	return c.foot(y0+bottom+scene.Pixels(20), note)
}

// laneHeads writes the names of the lanes above their columns and returns the
// edge below them.
func (c *chart) laneHeads(names []string, first, pitch, top scene.Unit) scene.Unit {
	bottom := top
	t := c.frame.Type.Year
	var out []scene.Mark
	for i, name := range names {
		x := first + pitch*scene.Unit(i)
		role, shape := c.groups.LaneLook(i)
		t.Role = string(role)
		marks, y := furniture.Paragraph(name, t, x+lanesText, top, pitch-gutter-lanesText, scene.Left)
		out = append(out, furniture.Point(x, top+scene.Unit(t.Line)/2, furniture.Look{Role: role, Shape: shape})...)
		out = append(out, marks...)
		bottom = max(bottom, y)
	}
	c.decorate(out...)
	return bottom
}

// laneEvents sets the words of the events.
func (c *chart) laneEvents(names []string, width scene.Unit) []laneEvent {
	gaps := map[int]lang.Length{} // looked up only, never walked
	for _, g := range c.gaps(c.ms, nil) {
		gaps[g.After] = g.Length
	}
	out := make([]laneEvent, len(c.ms))
	for i, m := range c.ms {
		e := &out[i]
		e.m, e.gap, e.lane = m, gaps[i], min(c.groups.Lane(m.Event), len(names)-1)
		e.label.AddDate(c.opt.Say, c.when(m, inFull), furniture.StatusWord(c.opt.Say, m.Event), c.frame.Type.Date, width)
		e.label.Add(furniture.Title(c.opt.Say, m.Event), c.frame.Type.Label, width)
		c.differences(&e.label, m, width)
	}
	return out
}

// placeLanes gives the events their places and returns the edge below the last
// words. First all stand as close as their words allow; then each run between
// breaks gets a scale.
func (c *chart) placeLanes(events []laneEvent, lanes int) scene.Unit {
	bottom := c.stackLanes(events, lanes)
	if c.opt.Scale == Sequence {
		return bottom
	}
	for from := 1; from < len(events); {
		var pairs []pair
		i := from
		for ; i < len(events) && events[i].gap.IsZero(); i++ {
			pairs = append(pairs, pair{i, events[i].m.From - events[i-1].m.From, events[i].y - events[i-1].y})
		}
		s := newStretch(pairs)
		for _, p := range pairs {
			events[p.next].scale = &s
		}
		from = max(i, from) + 1
	}
	return c.stackLanes(events, lanes)
}

// stackLanes places the events one after the other, as far apart as the scale
// of the way, the words of the lane and a break ask for.
func (c *chart) stackLanes(events []laneEvent, lanes int) scene.Unit {
	free := make([]scene.Unit, lanes) // below the words of each lane
	var bottom scene.Unit
	half := scene.Unit(c.frame.Type.Date.Line) / 2
	for i := range events {
		e := &events[i]
		y := max(half, free[e.lane]+half)
		if i > 0 {
			before := events[i-1]
			elapsed := e.m.From - before.m.From
			if elapsed > 0 {
				y = max(y, before.y+lanesStep)
			} else {
				y = max(y, before.y)
			}
			if e.scale != nil {
				y = max(y, before.y+e.scale.take(elapsed))
			}
			if !e.gap.IsZero() {
				y = max(y, bottom+breakRoom+half)
				e.gapY = (bottom + y - half) / 2
			}
		}
		e.y = y
		free[e.lane] = y - half + e.label.Height + lanesPad
		bottom = max(bottom, free[e.lane])
	}
	return bottom
}

// laneMark draws an event on its lane's line.
func (c *chart) laneMark(e laneEvent, x, y0 scene.Unit) []scene.Mark {
	look := c.look(e.m)
	look.Vertical = true
	if e.m.Kind == scale.Range || e.m.Kind == scale.Period {
		from := y0 + e.y - scene.Pixels(6)
		return furniture.Bar{From: from, To: from + max(minBar, e.label.Height-scene.Pixels(6)), Across: x, Thick: furniture.BarWidth, Vertical: true,
			Faint: e.m.Kind == scale.Period, OpenStart: e.m.OpenStart, OpenEnd: e.m.OpenEnd}.Marks(look)
	}
	return furniture.Point(x, y0+e.y, look)
}

// lanesAxis draws the axis of time with its ticks and breaks.
func (c *chart) lanesAxis(events []laneEvent, x, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	seg := func(from, to scene.Unit) { out = append(out, axisPiece(x, y0+from, y0+to)...) }
	t := c.frame.Type.Tick
	half := scene.Unit(t.Line) / 2
	lines := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: theme.TickWidth}}
	free := -half
	tick := func(y scene.Unit, words string, t theme.Type) {
		lines.MoveTo(x, y0+y)
		lines.LineTo(x-theme.TickHeight, y0+y)
		b := furniture.Block{}
		b.Add(words, t, lanesAxis-scene.Pixels(12))
		if h := b.Height / 2; y-h >= free+scene.Pixels(2) {
			out = append(out, b.Marks(x-scene.Pixels(11), y0+y-h, scene.Right)...)
			free = y + h
		}
	}
	finest := scale.FinestOf(c.ms)
	from, start := events[0].y, events[0].y
	for i, e := range events {
		if i == 0 || !e.gap.IsZero() {
			if i > 0 {
				seg(from, e.gapY-furniture.SlashHole)
				from = e.gapY + furniture.SlashHole
				out = append(out, c.gapBeside(e.gap, x, y0+e.gapY))
				free = max(free, e.gapY+half)
			}
			start = e.y
			tick(e.y, c.opening(e.m), c.frame.Type.Year)
			continue
		}
		step, ok := c.stepOf(e.scale, finest)
		if !ok {
			continue
		}
		a := events[i-1]
		for m := step.Next(step.Floor(a.m.From)); m < e.m.From; m = step.Next(m) {
			y := a.y + share(e.y-a.y, m-a.m.From, e.m.From-a.m.From)
			if y-start >= tickClear {
				tick(y, c.ruler.Tick(step, m), t)
			}
		}
	}
	seg(from, events[len(events)-1].y)
	return append(out, lines)
}

// opening names the time at which a piece of the axis begins: the year.
func (c *chart) opening(m scale.Moment) string {
	if c.ruler.Relative() {
		return c.ruler.Offset(m)
	}
	y, _, _ := scale.DayOf(m.From).Civil()
	return c.opt.Say.Year(y)
}

// gapBeside draws a break of an axis that runs down, with its length beside
// the slashes.
func (c *chart) gapBeside(l lang.Length, x, y scene.Unit) scene.Mark {
	t := c.frame.Type.Gap
	words := c.opt.Say.Length(l)
	g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: words}}}
	g.Add(furniture.Slashes(x, y, true)...)
	b := furniture.Block{}
	b.Add(words, t, lanesAxis-scene.Pixels(14))
	g.Add(b.Marks(x-scene.Pixels(14), y-b.Height/2, scene.Right)...)
	return g
}
