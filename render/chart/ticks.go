package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// Room that a tick beside a vertical axis keeps.
const (
	tickStep  = scene.Px * 34 // between two ticks
	tickClear = scene.Px * 10 // to a mark
	tickReach = scene.Px * 11 // its end, beyond what the widest bar covers
)

// ticks draws the ticks of a column: where on the axis months or hours begin
// between the events, with their names where the dates leave room. They show
// how the rows stretch time.
func (c *chart) ticks(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	t := c.frame.Type.Tick
	finest := scale.FinestOf(c.ms)
	lines := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: theme.TickWidth}}
	var out []scene.Mark
	var free scene.Unit // below the last words of the column of dates
	line := scene.Unit(c.frame.Type.Label.Line)
	for i := 1; i < len(stops); i++ {
		a, b := &stops[i-1], &stops[i]
		free = max(free, a.y-line/2+a.date.Height)
		step, ok := c.stepOf(b.scale, finest)
		if !ok {
			continue
		}
		end := b.top
		if b.begins() {
			end -= panelPad
		}
		for m := step.Next(step.Floor(a.m.From)); m < b.m.From; m = step.Next(m) {
			y := a.y + share(b.y-a.y, m-a.m.From, b.m.From-a.m.From)
			if y-a.y < tickClear || b.y-y < tickClear {
				continue
			}
			half := scene.Unit(t.Line) / 2
			words := c.ruler.Tick(step, m)
			if y-half < free+scene.Pixels(2) || y+half > end-scene.Pixels(2) || furniture.Room(words, t) > col.dateWidth {
				continue // a tick without words would tell nothing
			}
			free = y + half
			lines.MoveTo(col.axis-theme.AxisWidth/2, y0+y)
			lines.LineTo(col.axis-tickReach, y0+y)
			out = append(out, furniture.Line(words, t, col.dateRight, furniture.Baseline(t, y0+y-half), scene.Right))
		}
	}
	if len(lines.Segments) > 0 {
		out = append(out, lines)
	}
	return out
}

// stepOf returns the finest step whose ticks stand apart on a stretch, and not
// finer than the dates bear out.
func (c *chart) stepOf(s *stretch, finest scale.Calendar) (scale.Step, bool) {
	if s == nil || s.of <= 0 {
		return scale.Step{}, false
	}
	return c.ruler.Finest(finest, func(step scale.Step) bool {
		return step.Mean() <= s.of && s.take(step.Mean()) >= tickStep
	})
}
