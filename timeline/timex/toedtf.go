package timex

import "github.com/causeline/causeline/timeline/edtf"

// date spells the stamp as EDTF; zero where the year is not known. The mods
// START, MID and END narrow it to the third of its span that they mean where
// the date type has a spelling for that, BEFORE and AFTER leave one side open;
// the others mark it approximate.
func (s stamp) date(mod string) edtf.Date {
	if s.open || s.isZero() {
		return edtf.Date{}
	}
	d := s.plainDate()
	part, ok := edtf.Date{}, false
	switch mod {
	case ModStart:
		part, ok = edtf.Early(d)
	case ModMid:
		part, ok = edtf.Mid(d)
	case ModEnd:
		part, ok = edtf.Late(d)
	case ModBefore:
		part, ok = edtf.Interval(edtf.Date{}, d), true
	case ModAfter:
		part, ok = edtf.Interval(d, edtf.Date{}), true
	case ModApprox, ModEqualOrLess, ModLess, ModMore:
		part, ok = d.WithApproximate(), true
	}
	if ok {
		return part
	}
	return d
}

// partOf returns the years of a decade or century that a fraction of it
// covers, as an approximate interval.
func (s stamp) partOf(f fraction) edtf.Date {
	years := s.months() / 12
	from := s.year + (f.part-1)*years/f.of
	to := s.year + f.part*years/f.of - 1
	return edtf.Interval(edtf.FromYear(int64(from)).WithApproximate(), edtf.FromYear(int64(to)).WithApproximate())
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
		if y < 0 { // the 70s BC are the years -0078 to -0069
			return edtf.Interval(edtf.FromYear(y), edtf.FromYear(y+9))
		}
		return edtf.FromDecade(y)
	case uCentury:
		return edtf.FromCentury(y)
	case uWeek, uWeekend:
		first, last := s.span()
		return edtf.Interval(edtf.FromDay(first), edtf.FromDay(last))
	}
	return edtf.FromYear(y)
}
