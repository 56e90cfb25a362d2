package timex

import "github.com/causeline/causeline/timeline/edtf"

// date spells the stamp as EDTF; zero where the year is not known. The mods
// START, MID and END narrow it to the third of its span that they mean, APPROX
// marks it approximate.
func (s stamp) date(mod string) edtf.Date {
	if s.open || s.isZero() {
		return edtf.Date{}
	}
	d := s.plainDate()
	switch mod {
	case ModStart:
		return third(s, 0, d)
	case ModMid:
		return third(s, 1, d)
	case ModEnd:
		return third(s, 2, d)
	case ModApprox, ModEqualOrLess, ModLess, ModMore:
		return d.WithApproximate()
	}
	return d
}

func (s stamp) plainDate() edtf.Date {
	y := int64(s.year)
	switch s.gran {
	case uDay:
		return edtf.FromDay(edtf.DayOf(y, s.sub, s.day))
	case uMonth:
		return edtf.FromMonth(y, s.sub)
	case uQuarter:
		return edtf.FromSeason(y, 32+s.sub)
	case uHalf:
		return edtf.FromSeason(y, 39+s.sub)
	case uSeason:
		return edtf.FromSeason(y, 20+s.sub)
	case uDecade:
		return edtf.FromDecade(y)
	case uCentury:
		return edtf.FromCentury(y)
	case uWeek, uWeekend:
		first, last := s.span()
		return edtf.Interval(edtf.FromDay(first), edtf.FromDay(last))
	}
	return edtf.FromYear(y)
}

// third returns the early, middle or late part of a stamp as an interval.
func third(s stamp, part int, whole edtf.Date) edtf.Date {
	at := func(from, to stamp) edtf.Date { return edtf.Interval(from.plainDate(), to.plainDate()) }
	switch s.gran {
	case uMonth:
		last := daysIn(s.year, s.sub)
		cut := [4]int{1, 11, 21, last + 1}
		a, b := s, s
		a.gran, b.gran = uDay, uDay
		a.day, b.day = cut[part], cut[part+1]-1
		return at(a, b)
	case uQuarter, uSeason, uHalf, uYear:
		step := s.months() / 3
		from := s.firstMonth() + part*step
		a := monthStamp(s.year, from)
		return at(a, monthStamp(s.year, from+step-1))
	case uDecade:
		cut := [4]int{0, 4, 7, 10}
		return at(stamp{gran: uYear, year: s.year + cut[part]}, stamp{gran: uYear, year: s.year + cut[part+1] - 1})
	case uCentury:
		cut := [4]int{0, 33, 67, 100}
		return at(stamp{gran: uYear, year: s.year + cut[part]}, stamp{gran: uYear, year: s.year + cut[part+1] - 1})
	}
	return whole
}

// monthStamp takes months beyond December, as winters need.
func monthStamp(year, month int) stamp {
	return stamp{gran: uMonth, year: year + (month-1)/12, sub: (month-1)%12 + 1}
}
