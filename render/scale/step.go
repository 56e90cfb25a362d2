package scale

import (
	"slices"
	"sync"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
)

// Calendar is a unit of the calendar or the clock.
type Calendar uint8

// The units that axes step in.
const (
	Minutes Calendar = iota
	Hours
	Days
	Months
	Years
)

// A Step is the distance between two ticks: N units.
type Step struct {
	Unit Calendar
	N    int64

	zero     Minute // ticks are counted from here,
	relative bool   // if this is set
}

// Steps returns every step that an axis may have, from fine to coarse.
func Steps() []Step { return slices.Clone(allSteps()) }

var allSteps = sync.OnceValue(func() []Step {
	out := []Step{
		{Unit: Minutes, N: 1}, {Unit: Minutes, N: 5}, {Unit: Minutes, N: 10}, {Unit: Minutes, N: 30},
		{Unit: Hours, N: 1}, {Unit: Hours, N: 2}, {Unit: Hours, N: 3}, {Unit: Hours, N: 6}, {Unit: Hours, N: 12},
		{Unit: Days, N: 1}, {Unit: Days, N: 2}, {Unit: Days, N: 7},
		{Unit: Months, N: 1}, {Unit: Months, N: 3},
	}
	for n := int64(1); n < 1_000_000_000_000; n *= 10 {
		out = append(out, Step{Unit: Years, N: n}, Step{Unit: Years, N: 2 * n}, Step{Unit: Years, N: 5 * n})
	}
	return out
})

// midnight returns the minute at which a day begins, within what is drawn.
func midnight(d edtf.Day) Minute { return Minute(min(max(d, -maxDay), maxDay)) * Day }

// Mean is the step's usual length, for choosing among steps.
func (s Step) Mean() Minute {
	switch s.Unit {
	case Minutes:
		return Minute(s.N)
	case Hours:
		return Minute(s.N) * Hour
	case Days:
		return Minute(s.N) * Day
	case Months:
		return Minute(s.N) * 30 * Day
	}
	return Minute(s.N) * Year
}

// Floor returns the last tick at or before m. Steps of two days are
// counted from the first of each month, so that ticks fall on the same days,
// and weeks from Monday.
func (s Step) Floor(m Minute) Minute {
	if s.relative {
		return s.floorRelative(m)
	}
	y, month, day := DayOf(m).Civil()
	switch s.Unit {
	case Minutes:
		return floorTo(m, Minute(s.N))
	case Hours:
		return floorTo(m, Minute(s.N)*Hour)
	case Days:
		if s.N == 7 {
			// From Monday to Monday; 1 January 1970 was a Thursday.
			return floorTo(floorDay(m)+3*Day, 7*Day) - 3*Day
		}
		d := (int64(day)-1)/s.N*s.N + 1
		if s.N > 1 && d+s.N/2 > 30 {
			d -= s.N // no tick just before the next month's first
		}
		return midnight(edtf.DayOf(y, month, int(d)))
	case Months:
		return midnight(edtf.DayOf(y, int((int64(month)-1)/s.N*s.N)+1, 1))
	}
	r := y % s.N
	if r < 0 {
		r += s.N
	}
	return midnight(edtf.DayOf(y-r, 1, 1))
}

// Next returns the first tick after the tick at m.
func (s Step) Next(m Minute) Minute {
	if s.relative {
		return s.nextRelative(m)
	}
	y, month, day := DayOf(m).Civil()
	switch s.Unit {
	case Minutes:
		return m + Minute(s.N)
	case Hours:
		return m + Minute(s.N)*Hour
	case Days:
		if s.N == 7 {
			return floorDay(m) + 7*Day
		}
		next := int64(day) + s.N
		if s.N > 1 && next+s.N/2 > 30 {
			return midnight(edtf.DayOf(y, month+1, 1))
		}
		return midnight(edtf.DayOf(y, month, int(next)))
	case Months:
		return midnight(edtf.DayOf(y, month+int(s.N), 1))
	}
	return midnight(edtf.DayOf(y+s.N, 1, 1))
}

// Ceil returns the first tick at or after m.
func (s Step) Ceil(m Minute) Minute {
	f := s.Floor(m)
	if f == m {
		return f
	}
	return s.Next(f)
}

// Words writes the step for people: "One step is one year".
func (s Step) Words(say lang.Speaker) string {
	unit := [...]lang.Unit{lang.Minute, lang.Hour, lang.Day, lang.Month, lang.Year}[s.Unit]
	return say.Step(s.N, unit)
}

// A Tell says what a tick must tell besides its own unit.
type Tell uint8

// The levels of telling.
const (
	TellChange Tell = iota // the next larger unit, where it begins
	TellDate               // month and day, at the beginning of a piece
	TellYear               // the year too
)

// TickWords writes a tick at m.
func (s Step) TickWords(say lang.Speaker, m Minute, tell Tell) string {
	y, month, day := DayOf(m).Civil()
	withYear := func(words string) string {
		if tell == TellYear {
			return say.WithYear(words, y)
		}
		return words
	}
	switch s.Unit {
	case Minutes, Hours:
		switch {
		case tell == TellYear || m == floorDay(m):
			return withYear(say.DayTick(month, day))
		}
		return say.Clock(int(m - floorDay(m)))
	case Days:
		if day == 1 || s.N == 7 && day <= 7 || tell >= TellDate {
			return withYear(say.DayTick(month, day))
		}
		return say.DayNumber(day)
	case Months:
		if tell == TellYear && month == 1 {
			return say.Year(y)
		}
		return withYear(say.MonthTick(month))
	}
	return say.Year(y)
}
