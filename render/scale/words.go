package scale

import (
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
)

// Elapsed returns the length of time from the end of one span to the start of
// another, for people: 151 years, over 3 years, nearly 2 years. The
// length is floored to its largest sensible unit: days below 14 days, weeks
// below 13 weeks, months below 24 months (12 are 1 year), else years. "Over" and "nearly" say
// so where flooring leaves out a twentieth or more. Where a date is known to
// the year or the month only, years or months are subtracted, since nobody
// can count the days. It returns the zero Length where to is not after from.
func Elapsed(from, to Moment) lang.Length {
	if to.From < from.To {
		return lang.Length{}
	}
	a, b := lastDay(from.Span), DayOf(to.From)
	switch max(coarse(from.Event.Date.End()), coarse(to.Event.Date.Start())) {
	case edtf.PrecisionYear:
		ya, _, _ := a.Civil()
		yb, _, _ := b.Civil()
		if yb > ya {
			return lang.Length{N: yb - ya, Unit: lang.Year}
		}
	case edtf.PrecisionMonth:
		if n := months(a, b, false); n >= 24 {
			return inYears(n)
		} else if n > 0 {
			return oneYear(lang.Length{N: n, Unit: lang.Month})
		}
	}
	if b > a {
		return inDays(a, b)
	}
	return inMinutes(to.From - from.To)
}

// lastDay is the last day of a span.
func lastDay(s Span) edtf.Day {
	if s.To > s.From {
		return DayOf(s.To - 1)
	}
	return DayOf(s.To)
}

// coarse folds precisions to day, month (with seasons) and year or more.
func coarse(d edtf.Date) edtf.Precision {
	switch p := d.Precision(); p {
	case edtf.PrecisionNone, edtf.PrecisionDay:
		return edtf.PrecisionDay
	case edtf.PrecisionMonth, edtf.PrecisionSeason:
		return edtf.PrecisionMonth
	case edtf.PrecisionOther:
		return edtf.PrecisionDay
	default:
		return edtf.PrecisionYear
	}
}

// inDays returns the length between two days, a before b.
func inDays(a, b edtf.Day) lang.Length {
	days := int64(b - a)
	switch {
	case days < 14:
		return lang.Length{N: days, Unit: lang.Day}
	case days < 13*7:
		return floored(days, 7, lang.Week)
	}
	n := months(a, b, true)
	if n >= 23 {
		return inYears(n)
	}
	// Days beyond the last whole month, in thirtieths of a month.
	return oneYear(floored(n*30+min(29, int64(b-addMonths(a, n))), 30, lang.Month))
}

// oneYear calls twelve months what everybody calls them.
func oneYear(l lang.Length) lang.Length {
	if l.N == 12 && l.Unit == lang.Month {
		l.N, l.Unit = 1, lang.Year
	}
	return l
}

// months counts the whole months from a to b; without days it subtracts the
// calendar months alone.
func months(a, b edtf.Day, whole bool) int64 {
	ya, ma, _ := a.Civil()
	yb, mb, _ := b.Civil()
	n := (yb-ya)*12 + int64(mb-ma)
	if whole && n > 0 && addMonths(a, n) > b {
		n--
	}
	return n
}

// addMonths returns the same day n months later, or the last day of a month
// that is too short for it.
func addMonths(a edtf.Day, n int64) edtf.Day {
	y, m, d := a.Civil()
	month := int64(m) - 1 + n
	y, month = y+month/12, month%12
	last := edtf.DayOf(y, int(month)+2, 0)
	return min(edtf.DayOf(y, int(month)+1, d), last)
}

// inYears returns a number of whole months, 23 or more, in years.
func inYears(n int64) lang.Length { return floored(n, 12, lang.Year) }

// floored returns n/size units, floored. Where the rest would be a twentieth
// or more of what is said, "nearly" announces the next number from five
// sixths of a unit on (two thirds for months, which are counted roughly), and
// "over" any smaller rest.
func floored(n, size int64, unit lang.Unit) lang.Length {
	whole, rest := n/size, n%size
	nearly := rest*6 >= size*5
	if unit == lang.Month {
		nearly = rest*3 >= size*2
	}
	switch {
	case rest*20 < whole*size:
		return lang.Length{N: whole, Unit: unit}
	case nearly:
		return lang.Length{N: whole + 1, Unit: unit, Round: lang.Nearly}
	}
	return lang.Length{N: whole, Unit: unit, Round: lang.Over}
}

func inMinutes(m Minute) lang.Length {
	switch {
	case m <= 0:
		return lang.Length{}
	case m < Hour:
		return lang.Length{N: int64(m), Unit: lang.Minute}
	}
	return floored(int64(m), int64(Hour), lang.Hour)
}
