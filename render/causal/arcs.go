package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// A column is where the parts of a list with arcs stand.
type column struct {
	axis            scene.Unit
	text, textRight scene.Unit
	inner           scene.Unit // of the innermost track
	step            scene.Unit // between tracks
	tracks          int
}

func (d *diagram) narrowColumn() column {
	return d.forWords(column{axis: scene.Pixels(118), text: scene.Pixels(133), textRight: scene.Pixels(344),
		inner: scene.Pixels(50), step: scene.Pixels(9), tracks: 5})
}

func (d *diagram) wideColumn() column {
	return d.forWords(column{axis: scene.Pixels(440), text: scene.Pixels(462), textRight: scene.Pixels(1100),
		inner: scene.Pixels(336), step: scene.Pixels(9), tracks: 34})
}

// forWords makes sure that there is room for the words at the heads between the
// innermost track and the axis: wide ones move the axis.
func (d *diagram) forWords(c column) column {
	var more scene.Unit
	for _, r := range d.rels {
		if r.Type == story.PartOf {
			continue // no line
		}
		for _, line := range d.summaryLines(r, c) {
			more = max(more, furniture.Room(line, d.frame.Type.Note)-(c.wordEnd()-c.inner))
		}
	}
	c.axis, c.text = c.axis+more, c.text+more
	return c
}

// summaryLines sets the word for a relation's type in the room between the
// innermost track and its head: on a phone in two lines where it has a doubt
// and would be too wide.
func (d *diagram) summaryLines(r relation, c column) []string {
	word := r.summary(d.opt.Say)
	if d.frame.Narrow && r.possible() {
		style := furniture.Style(d.frame.Type.Note)
		if lines := measure.Wrap(word, max(c.wordEnd()-c.inner, measure.Longest(word, style)), style); len(lines) == 2 {
			return lines
		}
	}
	return []string{word}
}

// wordEnd is where the words at the heads end.
func (c column) wordEnd() scene.Unit { return c.axis - scene.Px*9 - headRoom }

func (c column) x(track int) scene.Unit { return c.inner - scene.Unit(track)*c.step }

// An arc is a relation drawn in the margin. Its ends are ports: places on
// the axis beside its events.
type arc struct {
	relation
	track      int
	yTop, yEnd scene.Unit // of the ports at the upper and the lower event
}

// headed reports whether the port at the lower, or else the upper, event is
// where the arc's head is.
func (a *arc) headed(lower bool) bool { return lower == (a.to > a.from) }

// A port is one end of an arc at an event.
type port struct {
	arc   *arc
	lower bool // the arc comes from above
}

// ports returns the ports of event i from top to bottom: first the arcs from
// above, the latest on top, then those to below, the farthest on top. In this
// order arcs that can nest do not cross.
func ports(arcs []*arc, i int) []port {
	var in, out []port
	for _, a := range arcs {
		if a.lower() == i {
			in = append(in, port{a, true})
		}
		if a.upper() == i {
			out = append(out, port{a, false})
		}
	}
	slices.SortStableFunc(in, func(a, b port) int { return cmp.Compare(b.arc.upper(), a.arc.upper()) })
	slices.Reverse(out) // equal arcs nest too
	slices.SortStableFunc(out, func(a, b port) int { return cmp.Compare(b.arc.lower(), a.arc.lower()) })
	return append(in, out...)
}

// nest gives each relation the lowest free track outside all arcs that it
// contains. The short ones come first; what finds no track is returned to be
// told in words.
func nest(rels []relation, tracks int) (arcs []*arc, told []relation) {
	order := make([]relation, len(rels))
	copy(order, rels)
	slices.SortStableFunc(order, func(a, b relation) int {
		return cmp.Or(cmp.Compare(a.lower()-a.upper(), b.lower()-b.upper()), cmp.Compare(a.upper(), b.upper()))
	})
	for _, r := range order {
		a := &arc{relation: r}
		taken := make([]bool, tracks)
		for _, b := range arcs {
			switch {
			case b.upper() >= a.upper() && b.lower() <= a.lower():
				a.track = max(a.track, b.track+1)
			case b.upper() < a.lower() && b.lower() > a.upper():
				taken[b.track] = true
			}
		}
		for a.track < tracks && taken[a.track] {
			a.track++
		}
		if a.track >= tracks {
			told = append(told, r)
			continue
		}
		arcs = append(arcs, a)
	}
	return arcs, told
}

// A stop is one event of a list with arcs. Places are measured from the top
// of the list.
type stop struct {
	label  furniture.Block
	told   []telling
	gap    lang.Length // words of the break before it
	gapY   scene.Unit
	top    scene.Unit
	y      scene.Unit // of the mark
	last   scene.Unit // of the last port
	bottom scene.Unit
}

// A telling is a relation in words.
type telling struct {
	rel   relation
	block furniture.Block
}

const (
	rowPad    = scene.Px * 15
	breakRoom = scene.Px * 28
	wordPort  = scene.Px * 18 // from a port to one with a word above its line
	wordRoom  = scene.Px * 16 // what the word itself takes of that
	wordLead  = scene.Px * 15 // from one line of a word to the next
	barePort  = scene.Px * 7
)

// arcs draws the events down the page with their relations in the margin.
func (d *diagram) arcs(col column) *scene.Picture {
	var lines, told []relation
	for _, r := range d.rels {
		switch {
		case d.inGround(r):
		case r.Type == story.PartOf:
			told = append(told, r)
		default:
			lines = append(lines, r)
		}
	}
	arcs, more := nest(lines, col.tracks)
	told = append(told, more...)
	stops := d.stops(col, arcs, told)
	standfirst := d.opt.Say.Say("causes.arcs")
	y := d.head(standfirst, d.lineSigns(func(r relation) bool {
		return slices.ContainsFunc(arcs, func(a *arc) bool { return a.relation == r })
	}, len(d.grounds) > 0))
	y += scene.Pixels(10)
	d.pic.Add(d.arcPanels(col, stops, y)...)
	d.decorate(d.backdrop(col, stops, y)...)
	slices.SortStableFunc(arcs, func(a, b *arc) int { return cmp.Compare(b.track, a.track) })
	var drawn [][]scene.Point
	for _, a := range arcs {
		points := a.path(col)
		var cuts []scene.Mark
		for _, c := range crossingsWith(points, drawn) {
			if !slices.ContainsFunc(arcs, func(o *arc) bool { return o.headBox(col).Overlaps(c.box()) }) {
				cuts = append(cuts, c.cut(a.paint(), scene.Background, y))
			}
		}
		d.pic.Add(d.arcGroup(a, arcs, col, y, cuts))
		drawn = append(drawn, points)
	}
	list := scene.Group{Role: scene.List}
	for i := range stops {
		list.Add(d.stopItem(i, &stops[i], col, y))
	}
	d.pic.Add(list)
	words := d.opt.Say.Say("causes.note")
	if slices.ContainsFunc(stops, func(s stop) bool { return !s.gap.IsZero() }) {
		words = d.opt.Say.Say("causes.note.gaps")
	}
	_, below := d.roomFor(len(stops) - 1)
	return d.foot(y+stops[len(stops)-1].bottom+below+scene.Pixels(20), words)
}

// stops sets the events one below the other and the ports beside them.
func (d *diagram) stops(col column, arcs []*arc, told []relation) []stop {
	gaps := d.gaps()
	out := make([]stop, len(d.ms))
	t, width := d.frame.Type, col.textRight-col.text
	var y scene.Unit
	for i, m := range d.ms {
		s := &out[i]
		s.gap = gaps[i]
		if i > 0 {
			y += rowPad
		}
		if !s.gap.IsZero() {
			lines := d.gapLines(s.gap, col.textRight-col.text)
			more := scene.Unit(len(lines)-1) * scene.Unit(d.frame.Type.Gap.Line)
			s.gapY = y + (breakRoom-rowPad+more)/2
			y += breakRoom + more
		}
		above, below := d.roomFor(i)
		y += above
		in := ports(arcs, i)
		if len(in) > 0 && in[0].lower && in[0].arc.headed(true) {
			y += d.moreLines(in[0].arc, col)
		}
		s.top = y
		s.label.AddDate(d.opt.Say, d.when(i), furniture.StatusWord(d.opt.Say, m.Event), t.Date, width)
		title := t.Label
		title.Bold = title.Bold || d.heads(i)
		s.label.Add(furniture.Title(d.opt.Say, m.Event), title, width)
		for _, words := range d.doubts(i) {
			s.label.AddDifference(words, t.Date, width)
		}
		height := s.label.Height
		for _, r := range told {
			if r.to != i && r.Type != story.PartOf || r.from != i && r.Type == story.PartOf {
				continue
			}
			var b furniture.Block
			if r.Type == story.PartOf {
				b.Add(furniture.Therefore(d.opt.Say, r.Relation, d.ms[r.to].Event), t.Note, width)
			} else {
				b.Add(furniture.Because(d.opt.Say, r.Relation, d.ms[r.from].Event), t.Note, width)
			}
			s.told = append(s.told, telling{r, b})
			height += b.Height
		}
		s.y = y + scene.Unit(t.Date.Line+t.Date.Size)/4 + scene.Px
		s.last = s.y
		for k, p := range in {
			switch {
			case k == 0 && p.lower:
			case p.arc.headed(p.lower):
				s.last += wordPort + d.moreLines(p.arc, col)
			case s.last == s.y:
				s.last += scene.Px * 12 // clear of the mark
			default:
				s.last += barePort
			}
			if p.lower {
				p.arc.yEnd = s.last
			} else {
				p.arc.yTop = s.last
			}
		}
		s.bottom = max(y+height, s.last+scene.Px*4, s.y+d.markLength(i))
		y = s.bottom + below
	}
	return out
}

// arcPanels draws the grounds behind wholes and their parts. The first part's
// relation carries the whole ground, the others carry the place of their part.
func (d *diagram) arcPanels(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	const step = scene.Px * 4 // by which a panel within another is narrower
	var out []scene.Mark
	for _, g := range d.grounds {
		in := scene.Unit(g.depth) * step
		above, below := d.edges(g)
		left, right := col.axis-scene.Px*16+in, col.textRight+scene.Px*12-in
		first := true
		for _, r := range d.rels {
			if r.Type != story.PartOf || r.to != g.first {
				continue
			}
			top, bottom := stops[g.first].top-above, stops[g.last].bottom+below
			if !first {
				top, bottom = stops[r.from].top, stops[r.from].bottom
			}
			first = false
			out = append(out, d.lineGroup(r, scene.Rect{X: left, Y: y0 + top, W: right - left, H: bottom - top,
				Radius: d.frame.Radius, Paint: scene.Paint{Fill: g.role()}}))
		}
	}
	return out
}

// moreLines is what the word of an arc takes beyond one line.
func (d *diagram) moreLines(a *arc, col column) scene.Unit {
	return scene.Unit(len(d.summaryLines(a.relation, col))-1) * wordLead
}

// backdrop draws the axis and its breaks.
func (d *diagram) backdrop(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	var out []scene.Mark
	piece := func(from, to scene.Unit) {
		out = append(out, scene.Rect{X: col.axis - scene.Px, Y: y0 + from, W: scene.Px * 2, H: to - from,
			Paint: scene.Paint{Fill: scene.Axis}})
	}
	from := stops[0].y
	for _, s := range stops[1:] {
		if !s.gap.IsZero() {
			piece(from, s.gapY-furniture.SlashHole)
			from = s.gapY + furniture.SlashHole
		}
	}
	piece(from, stops[len(stops)-1].y)
	for _, s := range stops {
		if !s.gap.IsZero() {
			out = append(out, d.gapGroup(s.gap, col.axis, y0+s.gapY, col.text, col.textRight-col.text))
		}
	}
	return out
}

// gapLines are the words of a break, one line as a rule.
func (d *diagram) gapLines(gap lang.Length, width scene.Unit) []string {
	return measure.Wrap(d.opt.Say.Later(gap), width, furniture.Style(d.frame.Type.Gap))
}

// gapGroup draws a break of the axis at y, with its length in words from x.
func (d *diagram) gapGroup(gap lang.Length, axis, y, x, width scene.Unit) scene.Group {
	t := d.frame.Type.Gap
	g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: d.opt.Say.Length(gap)}}}
	g.Add(furniture.Slashes(axis, y, true)...)
	lines := d.gapLines(gap, width)
	top := y - scene.Unit(t.Line)*scene.Unit(len(lines))/2
	for k, line := range lines {
		g.Add(furniture.Line(line, t, x, furniture.Baseline(t, top+scene.Unit(k)*scene.Unit(t.Line)), scene.Left))
	}
	return g
}

// path returns the points at which an arc turns, its end at the head last.
func (a *arc) path(col column) []scene.Point {
	x, tail := col.x(a.track), col.axis-scene.Px*3
	from, to := a.yTop, a.yEnd
	if a.headed(false) {
		from, to = to, from
	}
	return []scene.Point{{X: tail, Y: from}, {X: x, Y: from}, {X: x, Y: to}, {X: col.tip(), Y: to}}
}

// tip is where the heads end.
func (c column) tip() scene.Unit { return c.axis - scene.Px*9 }

// headBox is the room that an arc's head takes.
func (a *arc) headBox(col column) scene.Box {
	const across = scene.Px * 7
	tip := a.path(col)[3]
	return scene.Box{Min: scene.Point{X: tip.X - headRoom, Y: tip.Y - across}, Max: scene.Point{X: tip.X, Y: tip.Y + across}}
}

// arcGroup draws an arc with its head and word, over what cuts the lines that
// it crosses.
func (d *diagram) arcGroup(a *arc, arcs []*arc, col column, y0 scene.Unit, cuts []scene.Mark) scene.Group {
	points := a.path(col)
	for n := range points {
		points[n].Y += y0
	}
	tip, to := points[3].X, points[3].Y
	points[3].X -= a.inset()
	line := rounded(points)
	line.Paint = a.paint()
	g := d.lineGroup(a.relation, cuts...)
	g.Add(line)
	g.Add(a.head(tip, to, right)...)
	t := d.frame.Type.Note
	t.Role = string(scene.Ink)
	lines := []string{a.word(d.opt.Say)}
	if measure.Reserved(lines[0], furniture.Style(t)) > col.wordEnd()-clearFrom(arcs, col, to-y0)-scene.Px*2 {
		lines = d.summaryLines(a.relation, col)
	}
	for n, line := range lines {
		up := scene.Unit(len(lines)-1-n) * wordLead
		g.Add(furniture.Line(line, t, col.wordEnd(), to-scene.Px*5-up, scene.Right))
	}
	return g
}

// clearFrom returns where the first arc runs down, seen from the axis, past a
// word that stands above y.
func clearFrom(arcs []*arc, col column, y scene.Unit) scene.Unit {
	track := col.tracks
	for _, a := range arcs {
		if a.yTop <= y && a.yEnd >= y-wordRoom {
			track = min(track, a.track)
		}
	}
	return col.x(track)
}

// stopItem draws an event: its mark, the stretch of the axis that its arcs
// use, and its label.
func (d *diagram) stopItem(i int, s *stop, col column, y0 scene.Unit) scene.Group {
	var marks []scene.Mark
	if s.last > s.y {
		marks = append(marks, scene.Rect{X: col.axis - scene.Px*2, Y: y0 + s.y, W: scene.Px * 4, H: s.last - s.y + scene.Px*3,
			Paint: scene.Paint{Fill: scene.Axis}})
	}
	marks = append(marks, d.mark(i, col.axis, y0+s.y, true, d.ground(i))...)
	marks = append(marks, s.label.Marks(col.text, y0+s.top, scene.Left)...)
	y := y0 + s.top + s.label.Height
	for _, t := range s.told {
		marks = append(marks, scene.Group{Data: t.rel.data(), Marks: t.block.Marks(col.text, y, scene.Left)})
		y += t.block.Height
	}
	return d.item(i, marks...)
}
