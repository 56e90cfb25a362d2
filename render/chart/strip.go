package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
)

const (
	stripEvents = 16             // at most
	stripPitch  = scene.Px * 72  // at least, from event to event
	stripLast   = scene.Px * 118 // to the right of the last event, at least
	stripHeight = scene.Px * 520 // of the whole picture, at most
	stripLines  = 6              // of a label
	stripNear   = scene.Px * 34  // from the axis to the nearest words
	stripInset  = scene.Px * 7   // from a leader to the words beside it
)

// A strip is the events at equal steps on one line, their words above and
// below it in turn, or below it only.
type strip struct {
	*chart
	ms     []scale.Moment
	x      []scene.Unit
	gaps   []lang.Length // before each event
	blocks []furniture.Block
	pitch  scene.Unit
	below  bool // all words stand below the line
}

// strip draws the events in order at equal steps. It reports false where
// their words do not fit.
func (c *chart) strip() (*scene.Picture, bool) {
	if len(c.ms) > stripEvents {
		return nil, false
	}
	s := c.newStrip(c.ms, false)
	if s.pitch < stripPitch || !s.set() {
		return nil, false
	}
	top := c.head() + scene.Pixels(20)
	bottom := s.draw(top)
	p := c.foot(bottom+scene.Pixels(24), s.note())
	if p.Height > stripHeight {
		c.begin(p.Title)
		return nil, false
	}
	return p, true
}

// newStrip places the events.
func (c *chart) newStrip(ms []scale.Moment, below bool) *strip {
	s := &strip{chart: c, ms: ms, below: below, gaps: make([]lang.Length, len(ms)), blocks: make([]furniture.Block, len(ms))}
	left := c.frame.Margin + scene.Pixels(8)
	room := c.frame.Width - c.frame.Margin - left
	s.pitch = room / scene.Unit(len(ms))
	if !below && len(ms) > 1 {
		s.pitch = (room - stripLast) / scene.Unit(len(ms)-1)
	}
	for i := range ms {
		s.x = append(s.x, left+s.pitch*scene.Unit(i))
	}
	for _, g := range scale.Gaps(ms, nil) {
		s.gaps[g.After] = g.Length
	}
	return s
}

// up reports whether the words of event i stand above the line.
func (s *strip) up(i int) bool { return !s.below && i%2 == 0 }

// width is the room for the words of event i: to the next words on its side,
// or to the margin.
func (s *strip) width(i int) scene.Unit {
	steps := scene.Unit(2)
	inset := stripInset
	if s.below {
		steps, inset = 1, -scene.Pixels(8)
	}
	return min(s.pitch*steps-gutter, s.frame.Width-s.frame.Margin-s.x[i]) - inset
}

// set breaks the words into lines. It reports false where they take too many.
func (s *strip) set() bool {
	t := s.frame.Type
	for i, m := range s.ms {
		b := &s.blocks[i]
		w := s.width(i)
		b.AddDate(s.opt.Say, s.date(i), furniture.StatusWord(s.opt.Say, m.Event), t.Date, w)
		dates := b.Lines()
		b.Add(furniture.Title(s.opt.Say, m.Event), t.Label, w)
		if b.Lines()-dates > stripLines || b.Width > w {
			return false
		}
		s.differences(b, m, w)
	}
	return true
}

// date writes the date of event i: without the year where the event before is
// of the same, by the clock alone where it is of the same day.
func (s *strip) date(i int) string {
	m, form := s.ms[i], inFull
	if i > 0 {
		if sameDay(s.ms, i-1) && m.Timed && s.ms[i-1].Timed {
			return m.Clock.Words(s.opt.Say)
		}
		a, b := s.ms[i-1].Event.Date, m.Event.Date
		if plain(a) && plain(b) && b.Precision() < edtf.PrecisionYear {
			y0, _, _ := scale.DayOf(s.ms[i-1].To - 1).Civil()
			y1, _, _ := scale.DayOf(m.From).Civil()
			y2, _, _ := scale.DayOf(m.To - 1).Civil()
			form.OmitYear = y0 == y1 && y1 == y2
		}
	}
	words := furniture.When(s.opt.Say, m, form)
	if furniture.Room(words, s.frame.Type.Date) > s.width(i) {
		form.Full = false
		words = furniture.When(s.opt.Say, m, form)
	}
	return words
}

// draw draws the strip below top and returns the edge below it.
func (s *strip) draw(top scene.Unit) scene.Unit {
	var up, down scene.Unit
	for i, b := range s.blocks {
		if s.up(i) {
			up = max(up, b.Height+stripNear)
		} else {
			down = max(down, b.Height)
		}
	}
	near := stripNear
	_, gapHeight := s.gapWords(0)
	if !s.below {
		near = max(near, gapHeight+scene.Pixels(26))
	} else {
		up, near = max(up, gapHeight+scene.Pixels(14)), scene.Pixels(20)
	}
	axis := top + max(up, scene.Pixels(16))
	words, _ := s.gapWords(axis)
	s.decorate(s.days(axis)...)
	s.decorate(s.line(axis)...)
	s.decorate(words...)
	s.decorate(s.leaders(axis, near)...)
	var items []scene.Mark
	for i, m := range s.ms {
		y := axis + near
		if s.up(i) {
			y = axis - stripNear - s.blocks[i].Height
		}
		x := s.x[i] + stripInset
		if s.below {
			x = s.x[i] - scene.Pixels(8)
		}
		items = append(items, s.item(m, append(s.mark(i, axis), s.blocks[i].Marks(x, y, scene.Left)...)...))
	}
	s.pic.Add(scene.Group{Role: scene.List, Marks: items})
	return axis + near + down
}

// leaders draws the lines between the marks and their words, which stand
// beside them.
func (s *strip) leaders(axis, near scene.Unit) []scene.Mark {
	if s.below {
		return nil
	}
	var out []scene.Mark
	for i, m := range s.ms {
		role, _ := s.groups.Look(m.Event)
		end := axis + near + s.blocks[i].Height - scene.Pixels(4)
		if s.up(i) {
			end = axis - stripNear - s.blocks[i].Height + scene.Pixels(4)
		}
		out = append(out, scene.Polyline(scene.Paint{Stroke: role, StrokeWidth: theme.LeaderWidth},
			scene.Point{X: s.x[i], Y: axis}, scene.Point{X: s.x[i], Y: end}))
	}
	return out
}

// mark draws event i on the line.
func (s *strip) mark(i int, axis scene.Unit) []scene.Mark {
	m := s.ms[i]
	if m.Kind == scale.Range || m.Kind == scale.Period {
		from := s.x[i] - scene.Pixels(6)
		length := s.pitch * 3 / 5
		if i+1 < len(s.gaps) && !s.gaps[i+1].IsZero() {
			length = s.pitch/2 - scene.Pixels(10) // clear of the slashes
		}
		return furniture.Bar{From: from, To: from + length, Across: axis, Thick: furniture.BarWidth, Faint: m.Kind == scale.Period,
			OpenStart: m.OpenStart, OpenEnd: m.OpenEnd}.Marks(s.look(m))
	}
	return furniture.Point(s.x[i], axis, s.look(m))
}

// line draws the line, open at breaks.
func (s *strip) line(axis scene.Unit) []scene.Mark {
	var out []scene.Mark
	seg := func(x0, x1 scene.Unit) {
		out = append(out, scene.Rect{X: x0, Y: axis - theme.AxisWidth/2, W: x1 - x0, H: theme.AxisWidth, Paint: scene.Paint{Fill: scene.Axis}})
	}
	from := s.x[0]
	for i, g := range s.gaps {
		if !g.IsZero() {
			mid := s.gapX(i)
			seg(from, mid-furniture.SlashHole)
			from = mid + furniture.SlashHole
		}
	}
	seg(from, s.frame.Width-s.frame.Margin)
	return out
}

// gapX is the middle of the break before event i.
func (s *strip) gapX(i int) scene.Unit { return (s.x[i-1] + s.x[i]) / 2 }

// gapWords draws the breaks and their lengths in words, below the line, or
// above it where all labels stand below. It returns the height of the words.
func (s *strip) gapWords(axis scene.Unit) ([]scene.Mark, scene.Unit) {
	t := s.frame.Type.Gap
	var out []scene.Mark
	var height scene.Unit
	for i, g := range s.gaps {
		if g.IsZero() {
			continue
		}
		words := s.opt.Say.Length(g)
		lines := measure.Wrap(words, s.pitch-scene.Pixels(18), furniture.Style(t))
		h := scene.Unit(t.Line) * scene.Unit(len(lines))
		height = max(height, h)
		top := axis + scene.Pixels(13)
		if s.below {
			top = axis - scene.Pixels(13) - h
		}
		group := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: words}}}
		group.Add(furniture.Slashes(s.gapX(i), axis, false)...)
		marks, _ := furniture.Paragraph(words, t, s.gapX(i), top, s.pitch-scene.Pixels(18), scene.Middle)
		group.Add(marks...)
		out = append(out, group)
	}
	return out, height
}

// days shades the events of one day.
func (s *strip) days(axis scene.Unit) []scene.Mark {
	var out []scene.Mark
	for i := 0; i < len(s.ms); i++ {
		j := i
		for sameDay(s.ms, j) {
			j++
		}
		if j > i {
			const pad = scene.Px * 15
			out = append(out, scene.Rect{X: s.x[i] - pad, Y: axis - scene.Pixels(13), W: s.x[j] - s.x[i] + 2*pad, H: scene.Pixels(26),
				Radius: scene.Pixels(13), Paint: scene.Paint{Fill: scene.Tint2}})
		}
		i = j
	}
	return out
}

// note says how to read the strip.
func (s *strip) note() string {
	say := s.opt.Say
	note := say.Say("scale.strip")
	var days []string
	for i := range s.ms {
		if sameDay(s.ms, i) && !sameDay(s.ms, i-1) {
			day := say.Date(s.ms[i].Event.Date, inFull)
			if zone := sharedZone(s.ms[i:]); zone != "" {
				day = say.Say("date.time", day, zone)
			}
			days = append(days, day)
		}
	}
	for _, g := range s.gaps {
		if !g.IsZero() {
			note = s.opt.Say.Sentences(note, say.Say("scale.gaps"))
			break
		}
	}
	if len(days) > 0 {
		note = s.opt.Say.Sentences(note, say.Say("scale.strip.day", say.And(days)))
	}
	return note
}
