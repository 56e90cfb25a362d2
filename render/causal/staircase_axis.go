package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
)

const (
	tickLength = scene.Px * 6
	tickClear  = scene.Px * 10 // between the words of two ticks
	axisBelow  = scene.Px * 16 // from the axis to the first row, besides the words of breaks
	leastPlumb = scene.Px * 24 // shorter pieces between words look like crumbs
	maxPlumbs  = 24            // more lines down from the axis would be a hatching
)

// axis draws the axis of time from y down: dates, ticks, breaks and their
// lengths. It returns the edge at which the rows begin.
func (s *staircase) axis(y scene.Unit) ([]scene.Mark, scene.Unit) {
	var out []scene.Mark
	yearType, dayType, gapType := s.frame.Type.Year, s.frame.Type.Tick, s.frame.Type.Gap
	line := y + scene.Unit(yearType.Line) + scene.Unit(dayType.Line) + tickLength
	var yearEnd, dayEnd scene.Unit // of the words so far
	told := ""                     // the year that they stand under
	for i := range s.steps {
		x := s.steps[i].x
		year, day := s.tick(i)
		if year != told && x >= yearEnd && x >= dayEnd {
			out = append(out, furniture.Line(year, yearType, x-scene.Px, furniture.Baseline(yearType, y), scene.Left))
			yearEnd, told = x+furniture.Room(year, yearType)+tickClear, year
		}
		// No day stands under another year than its own.
		if day != "" && year == told && x >= dayEnd {
			out = append(out, furniture.Line(day, dayType, x-scene.Px, furniture.Baseline(dayType, y+scene.Unit(yearType.Line)), scene.Left))
			dayEnd = x + furniture.Room(day, dayType) + tickClear/3
		}
		out = append(out, scene.Rect{X: x - scene.Px/2, Y: line - tickLength, W: scene.Px, H: tickLength, Paint: scene.Paint{Fill: scene.Axis}})
	}
	from, end := firstX-scene.Px*10, s.steps[len(s.steps)-1].x+scene.Px*40
	piece := func(from, to scene.Unit) {
		out = append(out, scene.Rect{X: from, Y: line - scene.Px, W: to - from, H: scene.Px * 2, Paint: scene.Paint{Fill: scene.Axis}})
	}
	levels := s.gapLevels()
	deepest := 0
	for i, gap := range s.gaps {
		if gap.IsZero() {
			continue
		}
		x := s.gapX(i)
		piece(from, x-furniture.SlashHole)
		from = x + furniture.SlashHole
		words := s.opt.Say.Length(gap)
		g := scene.Group{Hidden: true, Data: []scene.Datum{{Key: "gap", Value: words}}}
		g.Add(furniture.Slashes(x, line, false)...)
		top := line + scene.Px*9 + scene.Unit(levels[i])*scene.Unit(gapType.Line)
		g.Add(furniture.Line(words, gapType, x, furniture.Baseline(gapType, top), scene.Middle))
		out = append(out, g)
		deepest = max(deepest, levels[i]+1)
	}
	piece(from, end)
	return out, line + scene.Unit(deepest)*scene.Unit(gapType.Line) + axisBelow
}

// gapX is where the axis is broken before event i.
func (s *staircase) gapX(i int) scene.Unit {
	return (s.steps[i-1].x + s.steps[i].x) / 2 / scene.Px * scene.Px
}

// gapLevels sets the words of breaks that stand too close below one another.
func (s *staircase) gapLevels() []int {
	out := make([]int, len(s.gaps))
	var ends []scene.Unit // of the words on each level
	for i, gap := range s.gaps {
		if gap.IsZero() {
			continue
		}
		room := furniture.Room(s.opt.Say.Length(gap), s.frame.Type.Gap)
		left := s.gapX(i) - room/2
		level := slices.IndexFunc(ends, func(end scene.Unit) bool { return end+scene.Px*6 <= left })
		if level < 0 {
			level = len(ends)
			ends = append(ends, 0)
		}
		ends[level] = left + room
		out[i] = level
	}
	return out
}

// tick returns the words above the axis for the beginning of an event: its
// year, and the day or time where the year does not say it all.
func (s *staircase) tick(i int) (year, day string) {
	m, say := s.ms[i], s.opt.Say
	y, date := s.begins(i)
	if date.IsZero() {
		return say.Date(m.Event.Date, lang.Form{}), ""
	}
	before := edtf.Date{}
	if i > 0 {
		_, before = s.begins(i - 1)
	}
	switch {
	case date.Precision() >= edtf.PrecisionYear:
	case date == before && m.Timed:
		day = say.Clock(int(m.Clock.Start))
	case date == before:
	default:
		day = say.Date(date, lang.Form{OmitYear: true})
	}
	return say.Year(y), day
}

// begins returns the date at which an event begins, and its year; the zero
// date where that is not one year.
func (s *staircase) begins(i int) (int64, edtf.Date) {
	date := s.ms[i].Event.Date
	if date.IsInterval() {
		date = date.Start()
	}
	first, ok := date.Earliest()
	last, too := date.Latest()
	if !ok || !too {
		return 0, edtf.Date{}
	}
	a, _, _ := first.Civil()
	if b, _, _ := last.Civil(); a != b {
		return 0, edtf.Date{}
	}
	return a, date
}

// plumbs draws a faint line from the axis down to each event, in pieces that
// leave out the words on its way.
func (s *staircase) plumbs(top, y0 scene.Unit) []scene.Mark {
	if len(s.steps) > maxPlumbs {
		return nil
	}
	var words []scene.Box
	for i := range s.steps {
		b := s.labelArea(i)
		b.Min.Y, b.Max.Y = b.Min.Y-scene.Px*3, b.Max.Y+scene.Px*3
		b.Min.X, b.Max.X = b.Min.X-scene.Px*3, b.Max.X+scene.Px*4
		words = append(words, b)
	}
	line := top + scene.Unit(s.frame.Type.Year.Line) + scene.Unit(s.frame.Type.Tick.Line) + tickLength
	levels := s.gapLevels()
	for i, gap := range s.gaps {
		if !gap.IsZero() {
			room := furniture.Room(s.opt.Say.Length(gap), s.frame.Type.Gap)/2 + scene.Px*3
			y := line - y0 + scene.Px*9 + scene.Unit(levels[i])*scene.Unit(s.frame.Type.Gap.Line)
			words = append(words, scene.Box{Min: scene.Point{X: s.gapX(i) - room, Y: y}, Max: scene.Point{X: s.gapX(i) + room, Y: y + scene.Unit(s.frame.Type.Gap.Line)}})
		}
	}
	for k := range s.flights {
		words = append(words, s.flights[k].wordBox())
	}
	slices.SortStableFunc(words, func(a, b scene.Box) int { return cmp.Compare(a.Min.Y, b.Min.Y) })
	var out []scene.Mark
	for i := range s.steps {
		st := &s.steps[i]
		from := line + scene.Px - y0
		to := st.y - scene.Px*10
		draw := func(from, to scene.Unit) {
			if to-from >= leastPlumb {
				out = append(out, scene.Rect{X: st.x - scene.Px/2, Y: y0 + from, W: scene.Px, H: to - from, Paint: scene.Paint{Fill: scene.Hair}})
			}
		}
		for _, w := range words {
			if w.Min.X < st.x+scene.Px && st.x-scene.Px < w.Max.X && w.Max.Y > from && w.Min.Y < to {
				draw(from, min(w.Min.Y, to))
				from = max(from, w.Max.Y)
			}
		}
		draw(from, to)
	}
	return out
}

// cornerFrame is the frame of a key in the free corner below the stairs.
func cornerFrame(f furniture.Frame) furniture.Frame {
	f.Width = 2*f.Margin + scene.Pixels(250)
	return f
}

// bothKeys draws the keys of marks and of lines.
func bothKeys(f furniture.Frame, y scene.Unit, entries []furniture.Entry, signs []lineSign) ([]scene.Mark, scene.Unit) {
	marks, y := furniture.Key(f, y, entries)
	more, y := lineKey(f, y, signs)
	return append(marks, more...), y
}

func keyHeight(f furniture.Frame, entries []furniture.Entry, signs []lineSign) scene.Unit {
	_, y := bothKeys(cornerFrame(f), 0, entries, signs)
	return y
}

// freeCorner returns how far down the ground below the stairs is free for a
// key of the given height, or -1 where it is not.
func (s *staircase) freeCorner(height scene.Unit) scene.Unit {
	const clear = scene.Px * 16
	f := cornerFrame(s.frame)
	box := scene.Box{Max: scene.Point{X: f.Width - f.Margin + clear}}
	var taken []scene.Box
	for i := range s.steps {
		taken = append(taken, s.labelArea(i))
	}
	for k := range s.flights {
		taken = append(taken, s.flights[k].wordBox())
		p := s.flights[k].path
		for n := 1; n < len(p); n++ {
			taken = append(taken, extent(p[n-1], p[n]))
		}
	}
	for _, g := range s.grounds {
		taken = append(taken, s.groundArea(g))
	}
	for y := s.height - height; y > 0; y -= scene.Px * 8 {
		box.Min.Y, box.Max.Y = y-clear, y+height+clear
		if !slices.ContainsFunc(taken, box.Overlaps) {
			return y
		}
	}
	return -1
}
