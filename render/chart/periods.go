package chart

import (
	"strconv"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
)

// maxPeriods is how many periods a timeline counts events in.
const maxPeriods = 60

// A period is a stretch of time with the events that begin in it.
type period struct {
	from, to scale.Minute // to is exclusive
	ms       []scale.Moment
	gap      lang.Length // of the empty time before it
}

// Grouped reports whether a story has so many events that its timeline counts
// them by period.
func Grouped(events int) bool { return events > maxEvents }

// periods draws how many events fall in each period, with the title of the one
// that matters most, where one does.
func (c *chart) periods() *scene.Picture {
	ps, step := c.group()
	marks, y := furniture.Headline(c.frame, c.story.Title, furniture.Standfirst(c.opt.Say, c.story, c.ms))
	c.pic.Add(scene.Group{Marks: marks})
	y += scene.Pixels(8)
	col := c.columns(1)[0]
	most := 0
	for _, p := range ps {
		most = max(most, len(p.ms))
	}
	var items, back []scene.Mark
	t := c.frame.Type
	line := scene.Unit(t.Label.Line)
	width := col.textRight - col.text
	from := y + line/2
	for i, p := range ps {
		if i > 0 {
			y += scene.Pixels(8)
		}
		if !p.gap.IsZero() {
			g, h := c.gapRow(p.gap, col, y)
			back = append(back, axisPiece(col.axis, from, y+h/2-furniture.SlashHole)...)
			from = y + h/2 + furniture.SlashHole
			back = append(back, g)
			y += h + scene.Pixels(8)
		}
		count := furniture.Count(c.opt.Say, len(p.ms))
		room := furniture.Room(count, t.Label) + scene.Pixels(8)
		bar := max(scene.Pixels(3), (width-room)*scene.Unit(len(p.ms))/scene.Unit(most))
		var title furniture.Block
		date := c.periodDates(p, step, i == 0 || !sameYear(ps[i-1], p), col)
		if m, ok := heaviest(p.ms); ok {
			title.Add(c.opt.Say.Say("dated", c.when(m, lang.Form{}), furniture.Title(c.opt.Say, m.Event)), t.Note, width)
		}
		marks = []scene.Mark{
			scene.Rect{X: col.text, Y: y + line/2 - scene.Pixels(6), W: bar, H: scene.Pixels(12), Paint: scene.Paint{Fill: scene.Group1}},
			furniture.Line(count, t.Label, col.text+bar+scene.Pixels(8), furniture.Baseline(t.Label, y), scene.Left),
		}
		marks = append(marks, furniture.Point(col.axis, y+line/2, furniture.Look{Role: scene.Group1, Vertical: true})...)
		marks = append(marks, date.Marks(col.dateRight, y, scene.Right)...)
		marks = append(marks, title.Marks(col.text, y+line, scene.Left)...)
		items = append(items, c.periodItem(p, step, count, marks))
		y += max(date.Height, line+title.Height)
	}
	last := y
	back = append(back, axisPiece(col.axis, from, last-line/2)...)
	c.decorate(back...)
	c.pic.Add(scene.Group{Role: scene.List, Marks: items})
	return c.foot(last+scene.Pixels(20), c.opt.Say.Say("scale.periods"))
}

// axisPiece draws an axis that runs down from one place to another.
func axisPiece(x, from, to scene.Unit) []scene.Mark {
	if from >= to {
		return nil
	}
	return []scene.Mark{scene.Rect{X: x - theme.AxisWidth/2, Y: from, W: theme.AxisWidth, H: to - from, Paint: scene.Paint{Fill: scene.Axis}}}
}

// gapRow draws a break in a row of its own and returns its height.
func (c *chart) gapRow(l lang.Length, col column, y scene.Unit) (scene.Mark, scene.Unit) {
	t := c.frame.Type.Gap
	g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: c.opt.Say.Length(l)}}}
	lines := measure.Wrap(c.opt.Say.Later(l), col.textRight-col.text, furniture.Style(t))
	h := max(scene.Unit(t.Line)*scene.Unit(len(lines)), scene.Pixels(20))
	g.Add(furniture.Slashes(col.axis, y+h/2, true)...)
	marks, _ := furniture.Paragraph(c.opt.Say.Later(l), t, col.text, y+(h-scene.Unit(t.Line)*scene.Unit(len(lines)))/2, col.textRight-col.text, scene.Left)
	g.Add(marks...)
	return g, h
}

// periodItem is the group of a period, with its date and the number of its events.
func (c *chart) periodItem(p period, step scale.Step, count string, marks []scene.Mark) scene.Group {
	label := c.opt.Say.Say("dated", c.periodName(p, step), count)
	if m, ok := heaviest(p.ms); ok {
		label = c.opt.Say.Sentences(furniture.Sentence(c.opt.Say, label), c.told.Label(m))
	}
	return scene.Group{Role: scene.ListItem, Label: label, Marks: marks,
		Data: []scene.Datum{{Key: "period", Value: periodDate(p, step).String()}, {Key: "count", Value: strconv.Itoa(len(p.ms))}}}
}

// group cuts the time into the shortest periods of which there are not too
// many. Two or more empty ones in a row make a gap.
func (c *chart) group() ([]period, scale.Step) {
	var ps []period
	var step scale.Step
	least := c.commonUnit()
	for _, step = range scale.Steps() {
		if step.Unit < least || step.Unit == scale.Days && step.N > 1 {
			continue
		}
		if ps = c.cut(step); len(ps) <= maxPeriods {
			break
		}
	}
	for i := 1; i < len(ps); i++ {
		if step.Next(ps[i-1].to) < ps[i].from {
			ps[i].gap = scale.Elapsed(c.whole(ps[i-1]), c.whole(ps[i]))
		}
	}
	return ps, step
}

// commonUnit returns the finest unit, days at least, that nine dates of ten
// bear out: a period finer than a date would say more than is known.
func (c *chart) commonUnit() scale.Calendar {
	for unit := scale.Days; unit < scale.Years; unit++ {
		coarser := 0
		for _, m := range c.ms {
			if scale.FinestOf([]scale.Moment{m}) > unit {
				coarser++
			}
		}
		if coarser*10 <= len(c.ms) {
			return unit
		}
	}
	return scale.Years
}

// whole is a period as a moment, for telling the time between two.
func (c *chart) whole(p period) scale.Moment {
	return scale.Moment{Event: p.ms[0].Event, Span: scale.Span{From: p.from, To: p.to}}
}

// cut deals the events out to periods of a step; empty ones are left out.
func (c *chart) cut(step scale.Step) []period {
	var out []period
	for _, m := range c.ms {
		if n := len(out); n == 0 || m.From >= out[n-1].to {
			from := step.Floor(m.From)
			out = append(out, period{from: from, to: step.Next(from)})
			if len(out) > maxPeriods {
				return out
			}
		}
		last := &out[len(out)-1]
		last.ms = append(last.ms, m)
	}
	return out
}

// periodDate is the period as a date.
func periodDate(p period, step scale.Step) edtf.Date {
	y0, m0, _ := scale.DayOf(p.from).Civil()
	y1, m1, _ := scale.DayOf(p.to - 1).Civil()
	switch {
	case step.Unit == scale.Days:
		return edtf.FromDay(scale.DayOf(p.from))
	case step.Unit == scale.Months && step.N == 1:
		return edtf.FromMonth(y0, m0)
	case step.Unit == scale.Months:
		return edtf.Interval(edtf.FromMonth(y0, m0), edtf.FromMonth(y1, m1))
	case step.N == 1:
		return edtf.FromYear(y0)
	}
	return edtf.Interval(edtf.FromYear(y0), edtf.FromYear(y1))
}

// periodDates writes the period beside the axis: the year where it changes,
// then the months or the day.
func (c *chart) periodDates(p period, step scale.Step, changed bool, col column) furniture.Block {
	var b furniture.Block
	t := c.frame.Type
	if step.Unit == scale.Years {
		b.AddDate(c.opt.Say, c.periodName(p, step), "", t.Date, col.dateWidth)
		return b
	}
	small := t.Date
	if changed {
		y, _, _ := scale.DayOf(p.from).Civil()
		b.AddDate(c.opt.Say, c.opt.Say.Year(y), "", t.Year, col.dateWidth)
		small.Bold, small.Role = false, string(scene.Secondary)
	}
	b.AddDate(c.opt.Say, c.opt.Say.Date(periodDate(p, step), lang.Form{Short: true, OmitYear: true}), "", small, col.dateWidth)
	return b
}

func sameYear(a, b period) bool {
	x, _, _ := scale.DayOf(a.from).Civil()
	y, _, _ := scale.DayOf(b.from).Civil()
	return x == y
}

func (c *chart) periodName(p period, step scale.Step) string {
	return c.opt.Say.Date(periodDate(p, step), lang.Form{})
}

// heaviest returns the event that weighs most, and whether one alone does.
func heaviest(ms []scale.Moment) (scale.Moment, bool) {
	best, alone := ms[0], true
	for _, m := range ms[1:] {
		switch {
		case m.Event.Weight > best.Event.Weight:
			best, alone = m, true
		case m.Event.Weight == best.Event.Weight:
			alone = false
		}
	}
	return best, alone
}
