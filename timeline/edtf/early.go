package edtf

// The format has no spelling for "early 2022". This package spells it with
// what the format offers, and Words reads it back:
//
//	of            early                    mid                      late
//	2022          2022-~37                 2022-~38                 2022-~39
//	2025-08       2025-08-~01/2025-08-~10  2025-08-~11/2025-08-~20  2025-08-~21/2025-08-~31
//	199X          1990~/1993~              1994~/1996~              1997~/1999~
//	19XX          1900~/1933~              1934~/1966~              1967~/1999~
//
// The groupings 37 to 39 are the thirds of a year (quadrimesters). The
// qualifier ~ stands on what is vague only: the year is known, where in it is
// not. Without the qualifier the same dates are exact, and Words says so
// ("January – April 2022").

// A third is a part of a period that people name without borders.
type third int

const (
	early third = iota
	mid
	late
)

var thirdNames = [3]string{"early", "mid", "late"}

// Early returns the first part of a year, month, decade (199X) or century
// (19XX): "early 2022". It reports false for any other date.
func Early(d Date) (Date, bool) { return d.third(early) }

// Mid returns the middle part of a year, month, decade or century:
// "mid 2022". It reports false for any other date.
func Mid(d Date) (Date, bool) { return d.third(mid) }

// Late returns the last part of a year, month, decade or century:
// "late 2022". It reports false for any other date.
func Late(d Date) (Date, bool) { return d.third(late) }

func (d Date) third(t third) (Date, bool) {
	if d.kind != single || d.start.sig > 0 || d.start.exp > 0 {
		return Date{}, false
	}
	if d.Uncertain() {
		d.start = d.start.bare()
		part, ok := d.third(t)
		return part.WithUncertain(), ok
	}
	p := d.start.bare()
	from, to := p, p
	switch {
	case p.precision() == PrecisionYear && !p.hasMonth():
		p.month = uint8(37 + t)
		p.qual[1] = approximate
		return newSingle(p), true
	case p.precision() == PrecisionMonth && !p.hasDay():
		from.day = [3]uint8{1, 11, 21}[t]
		to.day = [3]uint8{10, 20, uint8(daysIn(p.year(), int(p.month)))}[t]
		from.qual[2], to.qual[2] = approximate, approximate
	case p.precision() == PrecisionDecade && !p.neg && !p.hasMonth():
		from = spanYear(p, [3]int64{0, 4, 7}[t])
		to = spanYear(p, [3]int64{3, 6, 9}[t])
	case p.precision() == PrecisionCentury && !p.neg && !p.hasMonth():
		from = spanYear(p, [3]int64{0, 34, 67}[t])
		to = spanYear(p, [3]int64{33, 66, 99}[t])
	default:
		return Date{}, false
	}
	return newInterval(from, known, to, known), true
}

// spanYear returns a year of a decade or century, marked approximate.
func spanYear(p point, offset int64) point {
	q := yearPoint(p.mag + offset)
	q.qual[0] = approximate
	return q
}
