package edtf

// Precision says how closely a date is known. Finer precisions are smaller.
type Precision int

// The precisions. Unspecified digits count as not known: 201X is a decade,
// and 1985-04-XX, some day in a month, is no finer than that month.
const (
	PrecisionNone       Precision = iota // no date
	PrecisionDay                         // 1985-04-12
	PrecisionMonth                       // 1985-04
	PrecisionSeason                      // any sub-year grouping: 2001-21, 2001-33
	PrecisionYear                        // 1985
	PrecisionDecade                      // 201X
	PrecisionCentury                     // 20XX
	PrecisionMillennium                  // 1XXX
	PrecisionOther                       // sets, 15XX-12-25, 1984-1X, Y171010000S3
)

// Precision returns how closely the date is known; of an interval, the
// coarser precision of its known ends.
func (d Date) Precision() Precision {
	switch d.kind {
	case none:
		return PrecisionNone
	case single:
		return d.start.precision()
	case interval:
		p := PrecisionNone
		if d.startIs == known {
			p = d.start.precision()
		}
		if d.endIs == known {
			p = max(p, d.end.precision())
		}
		if p != PrecisionNone {
			return p
		}
	}
	return PrecisionOther
}

func (p point) precision() Precision {
	year := p.yearPrecision()
	switch {
	case !p.hasMonth() || p.monthX == 0b11 && (!p.hasDay() || p.dayX == 0b11):
		return year
	case year != PrecisionYear || p.monthX != 0:
		return PrecisionOther
	case p.hasGrouping():
		return PrecisionSeason
	case !p.hasDay() || p.dayX == 0b11:
		return PrecisionMonth
	case p.dayX != 0:
		return PrecisionOther
	}
	return PrecisionDay
}

func (p point) yearPrecision() Precision {
	unknownDigits := 0
	switch {
	case p.sig > 0:
		unknownDigits = digitsOf(p.mag) - int(p.sig)
	case p.yearX != 0:
		for unknownDigits < 4 && p.yearX>>unknownDigits&1 != 0 {
			unknownDigits++
		}
		if p.yearX>>unknownDigits != 0 {
			return PrecisionOther // a known digit behind an unknown one
		}
	}
	switch unknownDigits {
	case 0:
		return PrecisionYear
	case 1:
		return PrecisionDecade
	case 2:
		return PrecisionCentury
	case 3:
		return PrecisionMillennium
	}
	return PrecisionOther
}

// String returns the precision's name in lower case.
func (p Precision) String() string {
	switch p {
	case PrecisionNone:
		return "none"
	case PrecisionDay:
		return "day"
	case PrecisionMonth:
		return "month"
	case PrecisionSeason:
		return "season"
	case PrecisionYear:
		return "year"
	case PrecisionDecade:
		return "decade"
	case PrecisionCentury:
		return "century"
	case PrecisionMillennium:
		return "millennium"
	}
	return "other"
}
