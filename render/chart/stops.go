package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/edtf"
)

// A dateColumn writes the dates beside a vertical axis: the year once, until
// it changes, and the date of a day that several events share in its heading
// only.
type dateColumn struct {
	*chart
	col   column
	year  int64
	has   bool   // a year stands above
	clock string // stands above in the same panel
}

// heading writes the date of a day's panel.
func (d *dateColumn) heading(m scale.Moment) string {
	y, _, _ := scale.DayOf(m.From).Civil()
	form := inFull
	form.OmitYear = d.has && d.year == y && plain(m.Event.Date)
	d.year, d.has = y, plain(m.Event.Date)
	return d.opt.Say.Date(m.Event.Date, form)
}

// set fills the stop's date block.
func (d *dateColumn) set(s *stop) {
	t := d.frame.Type
	status := furniture.StatusWord(d.opt.Say, s.m.Event)
	if d.ruler.Relative() {
		s.date.AddDate(d.opt.Say, d.ruler.Offset(s.m), status, t.Date, d.col.dateWidth)
		return
	}
	if s.inDay {
		words := ""
		if s.m.Timed {
			words = s.m.Clock.Words(d.opt.Say)
		}
		if s.sameDate && words == d.clock {
			words = "" // it stands above
		} else {
			d.clock = words
		}
		s.date.AddDate(d.opt.Say, words, status, t.Date, d.col.dateWidth)
		return
	}
	if s.sameDate {
		s.date.AddDate(d.opt.Say, "", status, t.Date, d.col.dateWidth)
		return
	}
	date := s.m.Event.Date
	y, one := oneYearOf(s.m)
	if !one || !plain(date) && date.Precision() >= edtf.PrecisionYear {
		d.has = false
		d.add(&s.date, d.opt.Say.Date(date, d.columnForm(false)), t.Date)
	} else {
		changed := !d.has || d.year != y
		d.year, d.has = y, true
		rest := d.opt.Say.Date(date, d.columnForm(true))
		if date.Precision() >= edtf.PrecisionYear {
			rest, changed = "", true
		}
		small := t.Date
		if changed {
			d.add(&s.date, d.opt.Say.Year(y), t.Year)
			small.Bold, small.Role = false, string(scene.Secondary)
		}
		d.add(&s.date, rest, small)
	}
	if s.m.Timed {
		d.add(&s.date, s.m.Clock.Words(d.opt.Say), t.Date)
	}
	plainType := t.Date
	plainType.Bold, plainType.Role = false, string(scene.Secondary)
	d.add(&s.date, status, plainType)
}

// oneYearOf returns the year in which an event begins, and whether it is told
// by that year alone.
func oneYearOf(m scale.Moment) (int64, bool) {
	y, _, _ := scale.DayOf(m.From).Civil()
	last, ok := m.Event.Date.Latest()
	end, _, _ := last.Civil()
	d := m.Event.Date
	return y, ok && end == y && !d.IsSet() && d.Precision() != edtf.PrecisionOther && !m.OpenStart && !m.OpenEnd
}

func (d *dateColumn) add(b *furniture.Block, words string, t theme.Type) {
	b.AddDate(d.opt.Say, words, "", t, d.col.dateWidth)
}

// roomyDates is the width of a column of dates that holds months in full.
const roomyDates = scene.Px * 98

// columnForm abbreviates months where the column is narrow.
func (d *dateColumn) columnForm(omitYear bool) lang.Form {
	return lang.Form{Full: d.col.dateWidth >= roomyDates, OmitYear: omitYear}
}

// plain reports whether a date can be written without its year under a line
// that names the year.
func plain(d edtf.Date) bool {
	return !d.Approximate() && !d.Uncertain() && !d.IsSet() && d.Precision() != edtf.PrecisionOther &&
		d.Precision() <= edtf.PrecisionYear && !d.OpenEnd() && !d.OpenStart() && !d.UnknownEnd() && !d.UnknownStart()
}

// itemsOf draws the events of a column.
func (c *chart) itemsOf(col column, stops []stop, y0 scene.Unit) []scene.Mark {
	tracks := newTracks(col.axis)
	var out []scene.Mark
	for i, s := range stops {
		ground := scene.Background
		if s.inDay {
			ground = scene.Tint
		}
		look := c.look(s.m)
		look.Vertical = true
		var marks []scene.Mark
		if bar, ok := c.barOf(stops, i); ok {
			bar.Ground = ground
			tracks.place(&bar)
			bar.From, bar.To = bar.From+y0, bar.To+y0
			marks = bar.Marks(look)
		} else {
			marks = furniture.PointOn(col.axis, y0+s.y, look, ground)
		}
		top := y0 + s.y - scene.Unit(c.frame.Type.Label.Line)/2
		marks = append(marks, s.date.Marks(col.dateRight, top, scene.Right)...)
		marks = append(marks, s.label.Marks(col.text, top, scene.Left)...)
		out = append(out, c.item(s.m, marks...))
	}
	return out
}

// minBar is the least length of a bar.
const minBar = scene.Px * 24

// barOf returns the bar of a stop that lasts, from its mark to where its end
// falls among the stops below.
func (c *chart) barOf(stops []stop, i int) (furniture.Bar, bool) {
	s := stops[i]
	if s.m.Kind != scale.Range && s.m.Kind != scale.Period {
		return furniture.Bar{}, false
	}
	from := s.y - scene.Pixels(6)
	b := furniture.Bar{From: from, To: max(from+minBar, endY(stops, i)), Thick: furniture.BarWidth, Vertical: true,
		Faint: s.m.Kind == scale.Period, OpenStart: s.m.OpenStart, OpenEnd: s.m.OpenEnd}
	return b, true
}

// endY places the end of stop i's span: in proportion between the two stops
// around it, and never beyond its own text before a break or at the end.
func endY(stops []stop, i int) scene.Unit {
	to := stops[i].m.To
	j := i
	for j+1 < len(stops) && stops[j+1].m.From < to {
		j++
	}
	if j+1 == len(stops) || !stops[j+1].gap.IsZero() {
		return stops[j].bottom
	}
	a, b := stops[j], stops[j+1]
	whole, part := b.m.From-a.m.From, to-a.m.From
	if whole <= 0 {
		return a.bottom
	}
	end := a.y + share(b.y-a.y, part, whole)
	if b.top > a.bottom && end > b.y-scene.Pixels(10) {
		end = b.y - scene.Pixels(10) // clear of the next mark
	}
	return end
}

// tracks keeps bars that overlap in time apart: the first stands on the axis,
// others beside it, thinner.
type tracks struct {
	axis scene.Unit
	free [4]scene.Unit // where each track is free again
}

// beside is where the tracks stand, from the axis, and how thick their bars
// are.
var beside = [4]struct{ across, thick scene.Unit }{
	{0, furniture.BarWidth},
	{-scene.Px * 21 / 2, scene.Px * 4},
	{scene.Px * 21 / 2, scene.Px * 4},
	{-scene.Px * 31 / 2, scene.Px * 3},
}

func newTracks(axis scene.Unit) *tracks {
	t := &tracks{axis: axis}
	for i := range t.free {
		t.free[i] = -1 << 40
	}
	return t
}

// place gives the bar a track; where all are taken, it is drawn short on the
// axis, as one that goes on, which its date still corrects.
func (t *tracks) place(b *furniture.Bar) {
	for i := range t.free {
		if t.free[i] <= b.From {
			b.Across, b.Thick = t.axis+beside[i].across, beside[i].thick
			t.free[i] = b.To
			return
		}
	}
	b.Across, b.To = t.axis, b.From+minBar
	b.OpenEnd = true
}
