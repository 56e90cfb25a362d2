package chart

import (
	"maps"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

const (
	rowLeft  = scene.Px * 176 // where axes with a name beside them begin
	tickBand = scene.Px * 24  // above an axis
	track    = scene.Px * 15  // between marks that would cover each other
	flare    = scene.Px * 30
)

// A crowding is how much of a row's time events may take that are enlarged, in
// per cent, and whether they must stand clear of the others.
type crowding struct {
	share scale.Minute
	loose bool
}

// rows draws the wide timeline in rows: of the ways to choose what is enlarged,
// the one whose labels fit best. It reports false where none fits.
func (c *chart) rows() (*scene.Picture, bool) {
	var best *plan
	var tried [][]row
	for _, how := range []crowding{{15, false}, {15, true}, {40, false}, {40, true}} {
		rows, ok := c.planRows(c.ms, 0, how)
		if !ok || slices.ContainsFunc(tried, func(t []row) bool { return sameRows(t, rows) }) {
			continue
		}
		tried = append(tried, rows)
		if p, ok := c.fit(rows); ok && (best == nil || p.cost < best.cost) {
			best = p
		}
		if best != nil && best.easy() {
			break // no other way sets the labels better
		}
	}
	if best == nil {
		return nil, false
	}
	return c.drawRows(best), true
}

// sameRows reports whether two plans enlarge the same events.
func sameRows(a, b []row) bool {
	return slices.EqualFunc(a, b, func(x, y row) bool { return slices.Equal(x.down, y.down) && len(x.ms) == len(y.ms) })
}

// line draws all events on one row. It reports false where the labels do not
// fit.
func (c *chart) line() (*scene.Picture, bool) {
	axis, ok := c.buildAxis(c.ms, nil, c.axisLeft(c.ms, 0), c.frame.Width-c.frame.Margin)
	if !ok {
		return nil, false
	}
	p, ok := c.fit([]row{{ms: c.ms, axis: axis}})
	if !ok {
		return nil, false
	}
	return c.drawRows(p), true
}

// A plan is rows with their labels placed, and what that costs: see settle.
type plan struct {
	rows  []row
	sides [][]side
	cost  scene.Unit
}

// easy reports whether all labels stand on one level below their marks.
func (p *plan) easy() bool {
	for _, sides := range p.sides {
		for _, s := range sides {
			if slices.ContainsFunc(s.labels, func(l *label) bool { return l.level > 0 || l.via[0] != l.x || l.height > tallLabel }) {
				return false
			}
		}
	}
	return true
}

// rowCost is what a further row costs.
const rowCost = scene.Px * 90

// fit places the labels of planned rows. It reports false where they do not
// fit.
func (c *chart) fit(rows []row) (*plan, bool) {
	p := &plan{rows: rows}
	for i := range rows {
		rows[i].named = len(rows) > 1 || oneYear(c.ms)
		s, cost, fits := c.labelSides(&rows[i], c.rowDate(&rows[i]))
		d := drawing{chart: c, row: &rows[i]}
		if !fits || !d.tracks() {
			return nil, false
		}
		p.sides = append(p.sides, s)
		p.cost += cost + rowCost
	}
	return p, true
}

func (c *chart) drawRows(p *plan) *scene.Picture {
	rows, sides := p.rows, p.sides
	top := c.head() + scene.Pixels(20)
	items := map[*story.Event]scene.Group{} // read in the order of c.ms
	axisY := top + tickBand
	bottom := axisY
	for i := range rows {
		r := &rows[i]
		d := drawing{chart: c, row: r, y: axisY}
		d.tracks()
		bottom = d.layer(sides[i])
		var name []scene.Mark
		if r.named {
			var below scene.Unit
			name, below = d.name(rows, i)
			bottom = max(bottom, below)
		}
		next := bottom + scene.Pixels(70)
		var behind []scene.Mark
		if i+1 < len(rows) {
			behind = d.column(bottom, next, &rows[i+1])
		}
		behind = append(behind, d.line()...)
		behind = append(behind, name...)
		for _, p := range d.leaders {
			behind = append(behind, p)
		}
		c.decorate(behind...)
		maps.Copy(items, d.items)
		axisY = next
	}
	var list []scene.Mark
	for _, m := range c.ms {
		list = append(list, items[m.Event])
	}
	c.pic.Add(scene.Group{Role: scene.List, Marks: list})
	return c.foot(bottom+scene.Pixels(22), c.rowsNote(rows))
}

// A drawing is one row being drawn.
type drawing struct {
	*chart
	*row
	y       scene.Unit           // of the axis
	track   map[*story.Event]int // of each event's mark
	deepest int
	leaders []scene.Path // one for each colour
	items   map[*story.Event]scene.Group
}

// maxTracks is how many marks may stand below each other at one time.
const maxTracks = 6

// tracks gives each mark the first track on which it covers no other: a point
// may stand on a bar that is drawn before it, but a bar on nothing and a point
// on no point. It reports false where marks would pile up.
func (d *drawing) tracks() bool {
	type taken struct {
		x0, x1 scene.Unit
		track  int
		bar    bool
	}
	var all []taken
	d.track = map[*story.Event]int{}
	own := d.own()
	slices.SortStableFunc(own, scale.Order) // in the order of drawing
	for _, m := range own {
		x := d.anchor(m)
		t := taken{x0: x - scene.Pixels(7), x1: x + scene.Pixels(7)}
		if x0, x1, bar := d.bar(m); bar {
			t = taken{x0: x0 - scene.Pixels(3), x1: x1 + scene.Pixels(3), bar: true}
			if m.OpenEnd {
				t.x1 += scene.Pixels(12)
			}
		}
		for slices.ContainsFunc(all, func(o taken) bool {
			return o.track == t.track && (t.bar || !o.bar) && t.x0 < o.x1 && o.x0 < t.x1
		}) {
			t.track++
		}
		all = append(all, t)
		d.track[m.Event] = t.track
		d.deepest = max(d.deepest, t.track)
	}
	return d.deepest < maxTracks
}

// layer draws the row's marks, leaders and labels and returns the edge below
// the lowest label.
func (d *drawing) layer(sides []side) scene.Unit {
	d.items = map[*story.Event]scene.Group{}
	var heights []scene.Unit
	bent := false
	for _, s := range sides {
		for _, l := range s.labels {
			for len(heights) <= l.level {
				heights = append(heights, 0)
			}
			heights[l.level] = max(heights[l.level], l.height)
			bent = bent || slices.ContainsFunc(l.via, func(x scene.Unit) bool { return x != l.x })
		}
	}
	// Each level begins with a band in which leaders may bend.
	start := d.y + scene.Pixels(8) + track*scene.Unit(d.deepest)
	band := scene.Pixels(14)
	if bent {
		band = scene.Pixels(26)
	}
	tops := []scene.Unit{start + band}
	for i, h := range heights {
		tops = append(tops, tops[i]+h+scene.Pixels(8)+band)
	}
	bottom := d.y + scene.Pixels(10)
	for _, s := range sides {
		for _, l := range s.labels {
			d.leader(l, tops, band)
			y := tops[l.level] + scene.Pixels(2)
			for i, m := range l.ms {
				x, anchor := l.left, scene.Left
				if l.flush {
					x, anchor = l.left+l.width, scene.Right
				}
				d.items[m.Event] = d.item(m, append(d.marks(m), l.blocks[i].Marks(x, y, anchor)...)...)
				y += l.blocks[i].Height
			}
			bottom = max(bottom, y)
		}
	}
	return bottom
}

// leader draws the line from a mark to its label. Leaders bend in the bands
// only and keep their order there, so that none crosses another.
func (d *drawing) leader(l *label, tops []scene.Unit, band scene.Unit) {
	role, _ := d.groups.Look(l.ms[0].Event)
	i := slices.IndexFunc(d.leaders, func(p scene.Path) bool { return p.Stroke == role })
	if i < 0 {
		i = len(d.leaders)
		d.leaders = append(d.leaders, scene.Path{Paint: scene.Paint{Stroke: role, StrokeWidth: theme.LeaderWidth}})
	}
	p := &d.leaders[i]
	p.MoveTo(l.x, d.y+track*scene.Unit(d.track[l.ms[0].Event]))
	x := l.x
	for k, to := range l.via {
		if to != x {
			p.LineTo(x, tops[k]-band+scene.Pixels(2))
			p.LineTo(to, tops[k]-scene.Pixels(6))
		}
		x = to
	}
	p.LineTo(x, tops[l.level]-scene.Pixels(1))
}

// marks draws an event on the axis.
func (d *drawing) marks(m scale.Moment) []scene.Mark {
	y := d.y + track*scene.Unit(d.track[m.Event])
	if x0, x1, bar := d.bar(m); bar {
		return furniture.Bar{From: x0, To: x1, Across: y, Thick: furniture.BarWidth, Faint: m.Kind != scale.Range,
			OpenStart: m.OpenStart, OpenEnd: m.OpenEnd}.Marks(d.look(m))
	}
	return furniture.Point(d.anchor(m), y, d.look(m))
}

// line draws the axis, its ticks and its breaks.
func (d *drawing) line() []scene.Mark {
	t := d.frame.Type
	var out []scene.Mark
	seg := func(x0, x1 scene.Unit) {
		out = append(out, scene.Rect{X: x0, Y: d.y - theme.AxisWidth/2, W: x1 - x0, H: theme.AxisWidth, Paint: scene.Paint{Fill: scene.Axis}})
	}
	var taken []scene.Box
	from := d.axis.Pieces[0].X0
	for _, b := range d.axis.Breaks {
		mid := (b.X0 + b.X1) / 2
		seg(from, mid-furniture.SlashHole)
		from = mid + furniture.SlashHole
		length := d.opt.Say.Length(b.Length)
		words := furniture.Line(length, t.Gap, mid, d.y-scene.Pixels(12), scene.Middle)
		g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: length}}}
		g.Add(furniture.Slashes(mid, d.y, false)...)
		g.Add(words)
		out = append(out, g)
		taken = append(taken, words.BoxOf(measure.Reserve(words.Width)))
	}
	seg(from, d.axis.Pieces[len(d.axis.Pieces)-1].X1)
	ticks := scene.Path{Paint: scene.Paint{Stroke: scene.Axis, StrokeWidth: theme.TickWidth}}
	for _, tick := range d.axis.Ticks(d.named) {
		ticks.MoveTo(tick.X, d.y)
		ticks.LineTo(tick.X, d.y-theme.TickHeight)
		words := furniture.Line(tick.Words, t.Tick, whole(tick.X)+scene.Pixels(4), d.y-scene.Pixels(9), scene.Left)
		box := words.BoxOf(measure.Reserve(words.Width) + scene.Pixels(4))
		if box.Max.X > d.frame.Width-scene.Pixels(4) || slices.ContainsFunc(taken, box.Overlaps) {
			continue // a tick may go without words; its neighbours name the dates
		}
		taken = append(taken, box)
		out = append(out, words)
	}
	if len(ticks.Segments) > 0 {
		out = append(out, ticks)
	}
	return out
}

// whole returns the whole pixel at or before x: words need not stand finer.
func whole(x scene.Unit) scene.Unit { return x - x%scene.Px }

// column draws the shaded stretch that the next row enlarges: down between
// the labels, then wide as the next axis.
func (d *drawing) column(bottom, nextY scene.Unit, next *row) []scene.Mark {
	left, right := next.axis.Pieces[0].X0, next.axis.Pieces[len(next.axis.Pieces)-1].X1
	low := nextY - tickBand
	high := low - flare
	p := scene.Path{Paint: scene.Paint{Fill: scene.Tint2, Stroke: scene.Tint2, StrokeWidth: scene.Px}}
	p.MoveTo(d.x0, d.y)
	p.LineTo(d.x0, high)
	p.CubicTo(d.x0, low, left, high, left, low)
	p.LineTo(left, nextY)
	p.LineTo(right, nextY)
	p.LineTo(right, low)
	p.CubicTo(right, high, d.x1, low, d.x1, high)
	p.LineTo(d.x1, d.y)
	p.Close()
	out := []scene.Mark{p}
	t := d.frame.Type.Note
	top := d.y + scene.Pixels(14) + track*scene.Unit(d.deepest)
	words := d.opt.Say.Say("enlarged")
	room := scene.Pixels(58)
	for _, w := range strings.Fields(words) {
		room = max(room, furniture.Room(w, t)) // no word is broken
	}
	if d.x1-d.x0 >= room && bottom > top+scene.Pixels(40) {
		lines, _ := furniture.Paragraph(words, t, (d.x0+d.x1)/2, top, room, scene.Middle)
		out = append(out, lines...)
	}
	return out
}

// name writes the row's time and step to its left and returns the edge below.
func (d *drawing) name(rows []row, i int) ([]scene.Mark, scene.Unit) {
	t := d.frame.Type
	room := rowLeft - d.frame.Margin - scene.Pixels(10)
	step := t.Standfirst
	step.Size, step.Line = t.Gap.Size, t.Gap.Line
	name := d.rowName(rows, i)
	if d.ruler.Relative() {
		name = d.opt.Say.Say("rel.name", d.axis.Words(d.axis.From()), d.axis.Words(d.axis.To()))
	}
	row := furniture.Fitted(name, t.Row, room)
	out, y := furniture.Paragraph(furniture.Hold(name, row, room), row, d.frame.Margin, d.y-scene.Pixels(11), room, scene.Left)
	words := d.axis.Step.Words(d.opt.Say)
	if zone := d.zone(); zone != "" && !d.ruler.Relative() {
		words = d.opt.Say.Say("step.zone", words, zone)
	}
	more, y := furniture.Paragraph(words, step, d.frame.Margin, y+scene.Pixels(2), room, scene.Left)
	return append(out, more...), y
}

// zone returns the zone of the row's clock times where they have but one and
// the row steps by the clock.
func (d *drawing) zone() string {
	if d.axis.Step.Unit > scale.Hours {
		return ""
	}
	zone := ""
	for _, m := range d.own() {
		if z := m.Clock.ZoneWords(); m.Timed && z != zone {
			if zone != "" {
				return ""
			}
			zone = z
		}
	}
	return zone
}

// rowsNote says how the rows are to be read.
func (c *chart) rowsNote(rows []row) string {
	say := c.opt.Say
	note := say.Say("scale.line")
	if len(rows) > 1 {
		note = say.Say("scale.rows")
	}
	var cuts []string
	for _, r := range rows {
		for _, b := range r.axis.Breaks {
			cuts = append(cuts, say.Length(b.Length))
		}
	}
	switch {
	case len(cuts) > 3:
		note = say.Sentences(note, say.Say("scale.cuts"))
	case len(cuts) > 0:
		note = say.Sentences(note, say.Say("scale.cut", say.And(cuts)))
	}
	for i := range rows {
		for _, m := range rows[i].own() {
			if _, _, bar := rows[i].bar(m); m.Kind == scale.OneDay && !bar {
				return say.Sentences(note, say.Say("scale.midday"))
			}
		}
	}
	return note
}
