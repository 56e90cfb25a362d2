package timex

import (
	"strconv"

	"github.com/causeline/causeline/timeline/edtf"
)

// A stamp is a place on the calendar with its precision.
type stamp struct {
	gran unit // uDay, uWeekend, uWeek, uMonth, uQuarter, uHalf, uSeason, uYear, uDecade, uCentury
	year int  // astronomical; the first year of a decade or century
	sub  int  // the month; the number of a quarter, half or season, from 1
	day  int  // of the month; a week and a weekend have that of the week's Monday
	open bool // the year is not known (and is 0)

	start, end int // bytes of the expression that told it, for the trace alone
}

func (s stamp) isZero() bool { return s.gran == uNone }

// dayStamp returns the day as a stamp of a precision of at most a year.
func dayStamp(d edtf.Day, gran unit) stamp {
	year, month, day := d.Civil()
	y := int(year)
	switch gran {
	case uDay:
		return stamp{gran: uDay, year: y, sub: month, day: day}
	case uWeek, uWeekend, uFortnight:
		y, m, day := monday(d).Civil()
		if gran == uFortnight {
			gran = uWeek
		}
		return stamp{gran: gran, year: int(y), sub: m, day: day}
	case uMonth:
		return stamp{gran: uMonth, year: y, sub: month}
	case uQuarter:
		return stamp{gran: uQuarter, year: y, sub: (month + 2) / 3}
	case uHalf:
		return stamp{gran: uHalf, year: y, sub: (month + 5) / 6}
	case uDecade:
		return stamp{gran: uDecade, year: y - floorMod(y, 10)}
	case uCentury:
		return stamp{gran: uCentury, year: y - floorMod(y, 100)}
	}
	return stamp{gran: uYear, year: y}
}

// monday returns the Monday of the ISO week that holds d.
func monday(d edtf.Day) edtf.Day {
	return d - edtf.Day((int(d.Weekday())+6)%7)
}

// firstMonth returns the month that the stamp's part of the year starts with.
// Northern seasons are meant, as TIMEX3 does: spring starts in March.
func (s stamp) firstMonth() int {
	switch s.gran {
	case uMonth, uDay, uWeek, uWeekend:
		return s.sub
	case uQuarter:
		return s.sub*3 - 2
	case uHalf:
		return s.sub*6 - 5
	case uSeason:
		return s.sub * 3
	}
	return 1
}

// months returns how many months the stamp covers; 0 for less than one.
func (s stamp) months() int {
	switch s.gran {
	case uMonth:
		return 1
	case uQuarter, uSeason:
		return 3
	case uHalf:
		return 6
	case uYear:
		return 12
	case uDecade:
		return 120
	case uCentury:
		return 1200
	}
	return 0
}

// span returns the first and the last day of the stamp.
func (s stamp) span() (first, last edtf.Day) {
	first = edtf.DayOf(int64(s.year), s.firstMonth(), max(s.day, 1))
	switch s.gran {
	case uDay:
		return first, first
	case uWeek:
		return first, first + 6
	case uWeekend:
		return first + 5, first + 6
	}
	return first, edtf.DayOf(int64(s.year), s.firstMonth()+s.months(), 0)
}

// shift moves the stamp by n of a unit. The precision becomes that of gran
// where the stamp is fine enough; else there is no answer.
func (s stamp) shift(u unit, n int, gran unit) (stamp, bool) {
	if s.open || s.isZero() || s.gran > gran && fineness(s.gran) > fineness(gran) || n > maxShift || n < -maxShift {
		return stamp{}, false
	}
	first, _ := s.span()
	y, m, d := first.Civil()
	switch u {
	case uDay:
		first += edtf.Day(n)
	case uWeek, uWeekend:
		first += edtf.Day(7 * n)
	case uFortnight:
		first += edtf.Day(14 * n)
	default:
		months := int(m) - 1 + n*monthsPer(u)
		year := int64(y) + int64(floorDiv(months, 12))
		month := floorMod(months, 12) + 1
		first = edtf.DayOf(year, month, min(d, daysIn(int(year), month)))
	}
	if gran == uSeason && s.gran == uSeason {
		s.year += n
		return s, true
	}
	return dayStamp(first, gran), true
}

// move shifts a day by weeks and anything else by years, keeping what it is.
func (s stamp) move(step unit, n int) (stamp, bool) {
	if step == uWeek {
		return s.shift(uWeek, n, uDay)
	}
	s.year += n
	return s, s.gran <= uYear && (s.gran != uDay || s.day <= daysIn(s.year, s.sub))
}

// maxShift bounds how far an expression can point: no news counts further.
const maxShift = 100_000

// fineness ranks units by the least precision that naming one of them needs:
// a week needs a day, a quarter a month.
func fineness(u unit) int {
	switch {
	case u <= uFortnight:
		return 0
	case u <= uSeason:
		return 1
	case u == uYear:
		return 2
	}
	return int(u)
}

func monthsPer(u unit) int {
	switch u {
	case uMonth:
		return 1
	case uQuarter, uSeason:
		return 3
	case uHalf:
		return 6
	case uYear:
		return 12
	case uDecade:
		return 120
	case uCentury:
		return 1200
	case uMillennium:
		return 12000
	}
	return 0
}

// seasonCodes are the TIMEX3 codes of the seasons, spring first.
var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// value spells the stamp as a TIMEX3 value.
func (s stamp) value() string {
	year := "XXXX"
	if !s.open {
		year = yearValue(s.year)
	}
	switch s.gran {
	case uDay:
		if s.sub == 0 {
			return year + "-XX-" + two(s.day)
		}
		return year + "-" + two(s.sub) + "-" + two(s.day)
	case uWeek, uWeekend:
		if s.open {
			return "XXXX-WXX"
		}
		y, w := isoWeek(edtf.DayOf(int64(s.year), s.sub, s.day))
		v := yearValue(y) + "-W" + two(w)
		if s.gran == uWeekend {
			v += "-WE"
		}
		return v
	case uMonth:
		return year + "-" + two(s.sub)
	case uQuarter:
		return year + "-Q" + strconv.Itoa(s.sub)
	case uHalf:
		return year + "-H" + strconv.Itoa(s.sub)
	case uSeason:
		return year + "-" + seasonCodes[s.sub-1]
	case uDecade:
		if s.year < 0 {
			return year[:len("BC007")]
		}
		return four(s.year)[:3]
	case uCentury:
		if s.year < 0 {
			return "BC" + two(-s.year/100)
		}
		return four(s.year)[:2]
	}
	return year
}

// yearValue spells an astronomical year: 1867, BC0480.
func yearValue(y int) string {
	if y <= 0 {
		return "BC" + four(1-y)
	}
	return four(y)
}

func two(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

func four(n int) string {
	s := strconv.Itoa(n)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

// isoWeek returns the ISO 8601 year and number of the week that holds d.
func isoWeek(d edtf.Day) (year, week int) {
	thursday := monday(d) + 3
	y, _, _ := thursday.Civil()
	return int(y), int(thursday-edtf.DayOf(y, 1, 1))/7 + 1
}

func daysIn(y, m int) int {
	_, _, d := edtf.DayOf(int64(y), m+1, 0).Civil()
	return d
}

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }

func floorMod(a, b int) int {
	m := a % b
	if m < 0 {
		m += b
	}
	return m
}
