package chart

import (
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
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
	gapText  []string // its words in lines
	gapRoom  scene.Unit
	scale    *stretch   // of the way from the stop before it; nil across a break
	top      scene.Unit // of its own panel or text
	y        scene.Unit // of the mark and the first line's middle
	bottom   scene.Unit
}

// begins reports whether a day's panel begins with the stop.
func (s *stop) begins() bool { return s.heading.Lines() > 0 }

const (
	rowPad    = scene.Px * 15
	densePad  = scene.Px * 9 // of a timeline of very many events
	breakRoom = scene.Px * 28
	panelPad  = scene.Px * 8
)

// vertical draws the events down the page, in columns where a wide picture
// would be too long.
func (c *chart) vertical() *scene.Picture {
	y := c.head() + scene.Pixels(8)
	if crowdedDay(c.ms, 0) {
		y += panelPad // a panel begins above its heading
	}
	cols := c.columns(1)
	var stops []stop
	if c.frame.Narrow || len(c.ms) <= maxRowEvents {
		stops = c.stops(cols[0], c.ms)
	}
	n := c.columnCount(stops)
	if n > 1 || stops == nil {
		cols = c.columns(n)
		stops = c.stops(cols[0], c.ms)
	}
	parts := c.inColumns(cols, stops)
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

// How long a column may be before there are more, and how narrow its words.
const (
	columnLong   = scene.Px * 700
	columnNarrow = scene.Px * 180
	columnMost   = 3
	columnEvents = 30 // for each column, before there are three
)

// columnCount returns how many columns the events are set in, given those of
// one column where they are known.
func (c *chart) columnCount(stops []stop) int {
	if c.frame.Narrow || stops != nil && stops[len(stops)-1].bottom <= columnLong {
		return 1
	}
	n := 2
	if len(c.ms) > n*columnEvents {
		n = columnMost
	}
	for n > 1 {
		if col := c.columns(n)[0]; col.textRight-col.text >= columnNarrow {
			break
		}
		n--
	}
	return n
}

// columns returns the places of the columns.
func (c *chart) columns(n int) []column {
	if c.frame.Narrow {
		dates := c.dateRoom(scene.Pixels(88))
		right := dates + scene.Pixels(4)
		return []column{{left: 0, right: c.frame.Width, dateRight: right, axis: right + scene.Pixels(20),
			text: right + scene.Pixels(36), textRight: c.frame.Width - c.frame.Margin, dateWidth: dates}}
	}
	var out []column
	gutter := scene.Pixels(36)
	dates := scene.Pixels(140)
	if n > 1 {
		dates = scene.Pixels(120 - 8*n)
	}
	dates = c.dateRoom(dates-scene.Pixels(4)) + scene.Pixels(4)
	w := (c.frame.Inner() - gutter*scene.Unit(n-1)) / scene.Unit(n)
	for i := range n {
		x := c.frame.Margin + scene.Unit(i)*(w+gutter)
		right := x + w
		out = append(out, column{left: x, right: right, dateRight: x + dates, axis: x + dates + scene.Pixels(23),
			text: x + dates + scene.Pixels(42), textRight: min(right-scene.Pixels(8), x+scene.Pixels(780)), dateWidth: dates - scene.Pixels(4)})
	}
	return out
}

// dateRoom is how wide the dates' column is: the usual width, more where a
// theme's type is so large or wide that a month or two times would be broken.
func (c *chart) dateRoom(usual scene.Unit) scene.Unit {
	return max(usual, furniture.Room("September", c.frame.Type.Date), furniture.Room("00:00–00:00", c.frame.Type.Date))
}

// inColumns deals the stops of one column out to columns of about the same
// length and width. The scale stays the same in all of them.
func (c *chart) inColumns(cols []column, stops []stop) [][]stop {
	var parts [][]stop
	for i := range cols {
		n := len(stops)
		if left := len(cols) - i; left > 1 {
			n = cutAt(stops, (stops[len(stops)-1].bottom-stops[0].top)/scene.Unit(left))
		}
		part := stops[:n:n]
		c.restart(part, cols[i])
		parts = append(parts, part)
		if stops = stops[n:]; len(stops) == 0 {
			break
		}
	}
	return parts
}

// cutAt returns where to begin the next column: where the first is as long as
// given, not inside a day.
func cutAt(stops []stop, length scene.Unit) int {
	for i, s := range stops {
		if i > 0 && s.bottom-stops[0].top > length+scene.Pixels(20) && !s.sameDate {
			return i
		}
	}
	return len(stops)
}

// restart moves the stops to the top of a column. The first tells its year
// anew, and the break before it stands above it.
func (c *chart) restart(part []stop, col column) {
	dates := dateColumn{chart: c, col: col}
	first := &part[0]
	before, heading := first.date.Height, first.heading.Height
	if first.begins() {
		first.heading = furniture.Block{}
		first.heading.AddDate(c.opt.Say, dates.heading(first.m), sharedZone(moments(part)), c.frame.Type.Year, col.textRight-col.text)
	} else {
		first.date = furniture.Block{}
		dates.set(first)
	}
	shift := first.top
	if !first.gap.IsZero() {
		shift -= first.gapRoom
		first.gapY = first.gapRoom / 2
	}
	// A year that is told anew may take a line more than there was, above the
	// mark or below it.
	above := max(0, first.heading.Height-heading)
	below := max(0, first.date.Height-max(before, first.label.Height, scene.Unit(c.frame.Type.Label.Line)))
	first.y, first.top, first.bottom = first.y-shift+above, first.top-shift, first.bottom-shift+above+below
	for i := range part[1:] {
		s := &part[i+1]
		down := above + below - shift
		s.y, s.top, s.bottom, s.gapY = s.y+down, s.top+down, s.bottom+down, s.gapY+down
	}
}

func moments(stops []stop) []scale.Moment {
	out := make([]scale.Moment, len(stops))
	for i, s := range stops {
		out[i] = s.m
	}
	return out
}

// stops sets the events of a column one below the other.
func (c *chart) stops(col column, ms []scale.Moment) []stop {
	gaps := map[*story.Event]lang.Length{} // looked up only, never walked
	for _, g := range c.gaps(c.ms, nil) {
		gaps[c.ms[g.After].Event] = g.Length
	}
	out := make([]stop, len(ms))
	dates := dateColumn{chart: c, col: col}
	for i, m := range ms {
		s := &out[i]
		s.m = m
		if i > 0 && !gaps[m.Event].IsZero() {
			s.gap = gaps[m.Event]
			s.gapText = measure.Wrap(c.opt.Say.Later(s.gap), col.textRight-col.text, furniture.Style(c.frame.Type.Gap))
			s.gapRoom = max(breakRoom, scene.Unit(c.frame.Type.Gap.Line)*scene.Unit(len(s.gapText)))
		}
		s.inDay = crowdedDay(ms, i)
		s.sameDate = sameDay(ms, i-1)
		if s.inDay && !s.sameDate {
			s.heading.AddDate(c.opt.Say, dates.heading(m), sharedZone(ms[i:]), c.frame.Type.Year, col.textRight-col.text)
		}
		dates.set(s)
		t := c.frame.Type.Label
		t.Bold = c.stands(m)
		s.label.Add(furniture.Title(c.opt.Say, m.Event), t, col.textRight-col.text)
		c.differences(&s.label, m, col.textRight-col.text)
	}
	pad := rowPad
	if len(c.ms) > maxRowEvents {
		pad = densePad
	}
	place(out, scene.Unit(c.frame.Type.Label.Line), pad, c.opt.Scale == Sequence)
	return out
}

// stands reports whether an event stands out among very many: whether it is of
// the tenth that weighs most.
func (c *chart) stands(m scale.Moment) bool {
	if len(c.ms) <= maxRowEvents {
		return false
	}
	if c.heavy == 0 {
		var all []float64
		for _, o := range c.ms {
			all = append(all, o.Event.Weight)
		}
		slices.Sort(all)
		c.heavy = all[len(all)-1-len(all)/10]
		if c.heavy <= all[len(all)/2] {
			c.heavy = 2 // none does
		}
	}
	return m.Event.Weight >= c.heavy
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
		if m.Clock.Told {
			return ""
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
	out = append(out, c.ticks(col, stops, y0)...)
	for _, s := range stops {
		out = append(out, s.heading.Marks(col.text, y0+s.top+panelPad/2, scene.Left)...)
		if s.gap.IsZero() {
			continue
		}
		y := y0 + s.gapY
		g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: c.opt.Say.Length(s.gap)}}}
		g.Add(furniture.Slashes(col.axis, y, true)...)
		top := y - scene.Unit(t.Gap.Line)*scene.Unit(len(s.gapText))/2
		for k, words := range s.gapText {
			g.Add(furniture.Line(words, t.Gap, col.text, furniture.Baseline(t.Gap, top+scene.Unit(k)*scene.Unit(t.Gap.Line)), scene.Left))
		}
		out = append(out, g)
	}
	return out
}

// axisLine is the line from the first mark to the last, open at breaks.
func axisLine(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	piece := func(from, to scene.Unit) { out = append(out, axisPiece(col.axis, y0+from, y0+to)...) }
	from := stops[0].y
	if s := stops[0]; !s.gap.IsZero() {
		from = s.gapY + furniture.SlashHole
	}
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
	gap, panel := false, false
	for _, part := range parts {
		for _, s := range part {
			gap = gap || !s.gap.IsZero()
			panel = panel || s.begins()
		}
	}
	say := c.opt.Say
	if len(c.ms) < 3 && !gap {
		return ""
	}
	note := say.Say("scale.vertical")
	switch {
	case c.opt.Scale == Sequence:
		note = say.Say("scale.sequence")
	case panel:
		note = c.opt.Say.Sentences(note, say.Say("scale.panel"))
	}
	if gap {
		note = c.opt.Say.Sentences(note, say.Say("scale.gaps"))
	}
	return note
}
