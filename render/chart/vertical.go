package chart

import (
	"math/bits"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A column is where the parts of a vertical timeline stand.
type column struct {
	left, right     scene.Unit // panel edges
	dateRight, axis scene.Unit
	text, textRight scene.Unit
	dateWidth       scene.Unit
}

// A stop is one event of a vertical timeline. Places are measured from the
// top of the column.
type stop struct {
	m        scale.Moment
	date     furniture.Block
	label    furniture.Block
	heading  furniture.Block // date of the day that begins here, shared by its events
	inDay    bool            // stands in a day's panel
	sameDate bool            // the date above holds for it too
	gap      lang.Length     // of the break before it
	gapY     scene.Unit
	top      scene.Unit // of its own panel or text
	y        scene.Unit // of the mark and the first line's middle
	bottom   scene.Unit
}

// begins reports whether a day's panel begins with the stop.
func (s *stop) begins() bool { return s.heading.Lines() > 0 }

const (
	rowPad    = scene.Px * 15
	breakRoom = scene.Px * 28
	panelPad  = scene.Px * 8
)

// stretch is the room that elapsed time adds between two stops: 3 px for each
// doubling of the hours between them. It grows with time, but slowly, so that
// a day and a year can stand in one picture.
func stretch(elapsed scale.Minute) scene.Unit {
	if elapsed <= 0 {
		return 0
	}
	// log2(1 + hours) in 1/64, by straight lines between powers of two.
	v := uint64(elapsed)/60*64 + uint64(elapsed)%60*64/60 + 64
	n := bits.Len64(v) - 1
	frac := (v - 1<<n) >> max(n-6, 0)
	return 3 * scene.Unit((n-6)*64+int(min(frac, 63)))
}

// vertical draws the events down the page, in two columns where a wide
// picture would be too long.
func (c *chart) vertical() *scene.Picture {
	y := c.head() + scene.Pixels(8)
	cols := c.columns(1)
	var stops []stop
	if c.frame.Narrow || len(c.ms) <= maxRowEvents {
		stops = c.stops(cols[0], c.ms)
	}
	parts := [][]stop{stops}
	if !c.frame.Narrow && (stops == nil || stops[len(stops)-1].bottom > scene.Pixels(700)) {
		cols = c.columns(2)
		stops = c.stops(cols[0], c.ms)
		split := middle(stops)
		parts = [][]stop{stops[:split]}
		if split < len(stops) {
			parts = append(parts, c.stops(cols[1], c.ms[split:]))
		}
	}
	var back, items []scene.Mark
	bottom := y
	for i, part := range parts {
		col := cols[i]
		back = append(back, c.backdrop(col, part, y)...)
		items = append(items, c.itemsOf(col, part, y)...)
		bottom = max(bottom, y+part[len(part)-1].bottom)
	}
	c.decorate(back...)
	c.pic.Add(scene.Group{Role: scene.List, Marks: items})
	return c.foot(bottom+scene.Pixels(20), c.verticalNote(parts))
}

// columns returns the places of one or two columns.
func (c *chart) columns(n int) []column {
	if c.frame.Narrow {
		return []column{{left: 0, right: c.frame.Width, dateRight: scene.Pixels(92), axis: scene.Pixels(110),
			text: scene.Pixels(126), textRight: c.frame.Width - c.frame.Margin, dateWidth: scene.Pixels(86)}}
	}
	var out []column
	gutter := scene.Pixels(40)
	w := (c.frame.Inner() - gutter*scene.Unit(n-1)) / scene.Unit(n)
	for i := range n {
		x := c.frame.Margin + scene.Unit(i)*(w+gutter)
		right := x + w
		out = append(out, column{left: x, right: right, dateRight: x + scene.Pixels(124), axis: x + scene.Pixels(144),
			text: x + scene.Pixels(164), textRight: min(right-scene.Pixels(8), x+scene.Pixels(760)), dateWidth: scene.Pixels(116)})
	}
	return out
}

// middle returns where to begin the second column: where the first is as long
// as what is left, not inside a day.
func middle(stops []stop) int {
	half := stops[len(stops)-1].bottom / 2
	for i, s := range stops {
		if i > 0 && s.y >= half && !s.sameDate {
			return i
		}
	}
	return len(stops)
}

// stops sets the events of a column one below the other.
func (c *chart) stops(col column, ms []scale.Moment) []stop {
	gaps := map[*story.Event]lang.Length{} // looked up only, never walked
	for _, g := range scale.Gaps(c.ms, nil) {
		gaps[c.ms[g.After].Event] = g.Length
	}
	out := make([]stop, len(ms))
	var y scene.Unit
	dates := dateColumn{chart: c, col: col}
	line := scene.Unit(c.frame.Type.Label.Line)
	for i, m := range ms {
		s := &out[i]
		s.m, s.gap = m, gaps[m.Event]
		s.inDay = crowdedDay(ms, i)
		s.sameDate = sameDay(ms, i-1)
		if s.inDay && !s.sameDate {
			s.heading.AddDate(dates.heading(m), sharedZone(ms[i:]), c.frame.Type.Year, col.textRight-col.text)
		}
		dates.set(s)
		s.label.Add(furniture.Title(c.opt.Say, m.Event), c.frame.Type.Label, col.textRight-col.text)
		c.differences(&s.label, m, col.textRight-col.text)
		if i > 0 {
			y += rowPad
			if s.gap.IsZero() {
				y += stretch(m.From - ms[i-1].From)
			}
			if out[i-1].inDay && !s.sameDate {
				y += panelPad // below the panel of the day before
			}
		}
		if !s.gap.IsZero() {
			s.gapY = y + (breakRoom-rowPad)/2
			y += breakRoom
		}
		s.top = y
		if s.begins() {
			y += s.heading.Height + panelPad + scene.Pixels(8)
		}
		s.y = y + line/2
		s.bottom = y + max(s.date.Height, s.label.Height, line)
		y = s.bottom
	}
	return out
}

// sameDay reports whether the moments i and i+1 share one calendar date.
func sameDay(ms []scale.Moment, i int) bool {
	if i < 0 || i+1 >= len(ms) {
		return false
	}
	a, b := ms[i].Event.Date, ms[i+1].Event.Date
	return a == b && a.Precision() == edtf.PrecisionDay && !a.IsInterval()
}

// crowdedDay reports whether event i stands in a panel with the others of its
// day: three or more, or two of which one has a clock time. Two without share
// the date beside the axis.
func crowdedDay(ms []scale.Moment, i int) bool {
	from, to := i, i
	for sameDay(ms, from-1) {
		from--
	}
	for sameDay(ms, to) {
		to++
	}
	timed := false
	for _, m := range ms[from : to+1] {
		timed = timed || m.Timed
	}
	return to-from >= 2 || to-from == 1 && timed
}

// sharedZone returns the zone of a day's clock times where they have but one.
func sharedZone(ms []scale.Moment) string {
	zone := ""
	for i, m := range ms {
		if i > 0 && !sameDay(ms, i-1) {
			break
		}
		if !m.Timed {
			continue
		}
		z := m.Clock.ZoneWords()
		if zone != "" && z != zone {
			return ""
		}
		zone = z
	}
	return zone
}

// backdrop draws what is behind the events: panels of days, the axis, breaks.
func (c *chart) backdrop(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	t := c.frame.Type
	for i, s := range stops {
		if !s.begins() {
			continue
		}
		end := i
		for end+1 < len(stops) && stops[end+1].inDay && !stops[end+1].begins() {
			end++
		}
		out = append(out, scene.Rect{X: col.left, Y: y0 + s.top - panelPad, W: col.right - col.left,
			H: stops[end].bottom - s.top + 2*panelPad, Paint: scene.Paint{Fill: scene.Tint, Stroke: scene.Tint, StrokeWidth: scene.Px}})
	}
	out = append(out, axisLine(col, stops, y0)...)
	for _, s := range stops {
		out = append(out, s.heading.Marks(col.text, y0+s.top+panelPad/2, scene.Left)...)
		if s.gap.IsZero() {
			continue
		}
		y := y0 + s.gapY
		g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: c.opt.Say.Length(s.gap)}}}
		g.Add(furniture.Slashes(col.axis, y, true)...)
		lines := measure.Wrap(c.opt.Say.Later(s.gap), col.textRight-col.text, furniture.Style(t.Gap))
		for k, words := range lines {
			g.Add(furniture.Line(words, t.Gap, col.text, y+scene.Unit(t.Gap.Size)*7/20+scene.Unit(k)*scene.Unit(t.Gap.Line), scene.Left))
		}
		out = append(out, g)
	}
	return out
}

// axisLine is the line from the first mark to the last, open at breaks.
func axisLine(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	piece := func(from, to scene.Unit) {
		if from < to {
			out = append(out, scene.Rect{X: col.axis - theme.AxisWidth/2, Y: y0 + from, W: theme.AxisWidth,
				H: to - from, Paint: scene.Paint{Fill: scene.Axis}})
		}
	}
	from := stops[0].y
	for _, s := range stops[1:] {
		if !s.gap.IsZero() {
			piece(from, s.gapY-furniture.SlashHole)
			from = s.gapY + furniture.SlashHole
		}
	}
	piece(from, stops[len(stops)-1].y)
	return out
}

// verticalNote says how the places encode time.
func (c *chart) verticalNote(parts [][]stop) string {
	note := c.opt.Say.Say("scale.vertical")
	for _, part := range parts {
		for _, s := range part {
			if !s.gap.IsZero() {
				return note + " " + c.opt.Say.Say("scale.gaps")
			}
		}
	}
	return note
}
