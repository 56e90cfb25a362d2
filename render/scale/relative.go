package scale

import (
	"strings"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
)

// A Ruler says how axes step: by the calendar and the clock, or in time before
// and after one event.
type Ruler struct {
	Zero  Moment // the event that time is counted from; none where Event is nil
	Words lang.Speaker
}

// Relative reports whether time is counted from an event.
func (r Ruler) Relative() bool { return r.Zero.Event != nil }

// steps returns every step of the ruler, from fine to coarse.
func (r Ruler) steps() []Step {
	if !r.Relative() {
		return allSteps()
	}
	out := Steps()
	for i := range out {
		out[i].zero, out[i].relative = r.Zero.From, true
	}
	return out
}

// Finest returns the finest step, of those that are not finer than the
// calendar unit given, that suits.
func (r Ruler) Finest(finest Calendar, suits func(Step) bool) (Step, bool) {
	for _, s := range r.steps() {
		if s.Unit >= finest && suits(s) {
			return s, true
		}
	}
	return Step{}, false
}

// Offset writes when a moment was, seen from the ruler's event: "T", "T+3 h",
// "T−2 d". Days are counted where either has no clock time, and months and
// years by the calendar.
func (r Ruler) Offset(m Moment) string {
	if !m.Timed || !r.Zero.Timed {
		return r.daysApart(DayOf(r.Zero.From), DayOf(m.From), max(coarse(m.Event.Date.Start()), coarse(r.Zero.Event.Date.Start())))
	}
	words := r.at(m.From)
	if m.To > m.From {
		return r.Words.Say("rel.range", words, r.at(m.To))
	}
	return words
}

// at writes a time to the minute.
func (r Ruler) at(m Minute) string {
	d := m - r.Zero.From
	if d < 0 {
		d = -d
	}
	days, hours, minutes := int64(d/Day), int64(d%Day/Hour), int64(d%Hour)
	if days >= 60 {
		return r.daysApart(DayOf(r.Zero.From), DayOf(m), edtf.PrecisionDay)
	}
	return r.signed(m < r.Zero.From, part{days, lang.Day}, part{hours, lang.Hour}, part{minutes, lang.Minute})
}

// daysApart writes the time between two days, as far as the dates bear out.
func (r Ruler) daysApart(zero, day edtf.Day, p edtf.Precision) string {
	before := day < zero
	a, b := min(zero, day), max(zero, day)
	switch p {
	case edtf.PrecisionYear:
		ya, _, _ := a.Civil()
		yb, _, _ := b.Civil()
		return r.signed(before, part{yb - ya, lang.Year})
	case edtf.PrecisionMonth:
		n := months(a, b, false)
		return r.signed(before, part{n / 12, lang.Year}, part{n % 12, lang.Month})
	}
	if b-a < 60 {
		return r.signed(before, part{int64(b - a), lang.Day})
	}
	n := months(a, b, true)
	return r.signed(before, part{n / 12, lang.Year}, part{n % 12, lang.Month})
}

// A part is one unit of an offset.
type part struct {
	n    int64
	unit lang.Unit
}

// signed writes the parts that are not zero, two at most, after T and a sign.
func (r Ruler) signed(before bool, parts ...part) string {
	var words []string
	for _, p := range parts {
		if p.n != 0 && len(words) < 2 {
			words = append(words, r.Words.Say("rel."+p.unit.String(), r.Words.Number(p.n)))
		}
	}
	switch {
	case len(words) == 0:
		return r.Words.Say("rel.zero")
	case before:
		return r.Words.Say("rel.before", strings.Join(words, " "))
	}
	return r.Words.Say("rel.after", strings.Join(words, " "))
}

// Tick writes a tick by itself: the year where one begins, days with their
// month.
func (r Ruler) Tick(s Step, m Minute) string {
	if r.Relative() {
		return r.tick(s, m)
	}
	if _, month, day := DayOf(m).Civil(); month == 1 && day == 1 {
		return s.TickWords(r.Words, m, TellYear)
	}
	if s.Unit == Days {
		return s.TickWords(r.Words, m, TellDate)
	}
	return s.TickWords(r.Words, m, TellChange)
}

// tick writes a tick of a relative axis.
func (r Ruler) tick(s Step, m Minute) string {
	if s.Unit <= Hours {
		return r.at(m)
	}
	if s.Unit == Days {
		d := m - r.Zero.From
		return r.signed(d < 0, part{int64(max(d, -d) / Day), lang.Day})
	}
	n := s.months(m)
	return r.signed(n < 0, part{max(n, -n) / 12, lang.Year}, part{max(n, -n) % 12, lang.Month})
}

// after returns the tick k months after the step's zero.
func (s Step) after(k int64) Minute {
	y, m, d := DayOf(s.zero).Civil()
	month := int64(m) - 1 + k
	year := y + month/12
	month %= 12
	if month < 0 {
		month, year = month+12, year-1
	}
	day := min(edtf.DayOf(year, int(month)+1, d), edtf.DayOf(year, int(month)+2, 0))
	return midnight(day) + s.zero - floorDay(s.zero)
}

// floorRelative returns the last tick at or before m, counted from zero.
func (s Step) floorRelative(m Minute) Minute {
	if s.Unit <= Days {
		return s.zero + floorTo(m-s.zero, s.Mean())
	}
	n := s.N
	if s.Unit == Years {
		n *= 12
	}
	k := s.months(m)
	k -= ((k % n) + n) % n
	for s.after(k) > m {
		k -= n
	}
	return s.after(k)
}

// months returns the calendar months from zero to m, rounded up.
func (s Step) months(m Minute) int64 {
	y0, m0, _ := DayOf(s.zero).Civil()
	y1, m1, _ := DayOf(m).Civil()
	return (y1-y0)*12 + int64(m1-m0)
}

// nextRelative returns the first tick after the tick at m.
func (s Step) nextRelative(m Minute) Minute {
	if s.Unit <= Days {
		return m + s.Mean()
	}
	n := s.N
	if s.Unit == Years {
		n *= 12
	}
	k := s.months(m)
	k -= ((k % n) + n) % n
	for s.after(k) <= m {
		k += n
	}
	return s.after(k)
}
