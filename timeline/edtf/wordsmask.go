package edtf

// masked writes a date with unspecified digits.
func (w *wordsmith) masked(p point) Term {
	partial := p.monthX != 0 && p.monthX != 0b11 || p.dayX != 0 && p.dayX != 0b11 ||
		p.yearX != 0 && p.yearPrecision() == PrecisionOther && p.yearX != 0b1111
	switch {
	case partial:
		return w.between(p)
	case !p.hasMonth():
		return w.years(p)
	case p.hasGrouping():
		name, _ := w.groupingName(p.month)
		return w.phrase("some.year", name, w.years(p))
	case p.monthX != 0 && !p.hasDay():
		return w.phrase("some.month", w.years(p))
	case p.monthX != 0 && p.dayX != 0:
		return w.phrase("some.day", w.years(p))
	case p.monthX != 0:
		return w.phrase("day.some.month", w.ordinal(int64(p.day)), w.years(p))
	}
	return w.maskedYear(p)
}

// maskedYear writes a date of which the month is known, and the day, the
// year or both are not.
func (w *wordsmith) maskedYear(p point) Term {
	if p.yearX == 0 {
		return w.phrase("some.day", w.withYear("month.year", w.month(p.month, !w.ShortMonth), p.year()))
	}
	known := w.month(p.month, !w.ShortMonth)
	switch {
	case p.dayX != 0:
		known = w.phrase("some.day", known)
	case p.hasDay():
		known = w.dayOf(w.dayNumber(p), p)
	}
	if p.yearX == 0b1111 {
		return w.phrase("no.year", known)
	}
	return w.phrase("some.year", known, w.years(p))
}

// years names the years that a masked year can mean.
func (w *wordsmith) years(p point) Term {
	era := ""
	if p.neg {
		era = ".bc"
	}
	switch {
	case p.yearX == 0:
		return w.year(p.year())
	case p.yearX == 0b1111:
		return w.phrase("unknown.year")
	case p.yearX == 0b0111:
		return w.phrase("millennium"+era, w.ordinal(p.mag/1000+1))
	case p.yearX == 0b0011:
		return w.phrase("century"+era, w.ordinal(p.mag/100+1))
	case p.yearX == 0b0001 && !p.neg && p.mag >= 100:
		return w.decade(p.mag)
	}
	first, last := p.years()
	return w.span(yearPoint(first), yearPoint(last))
}

// decade names a decade. How its number is spoken may change the word, so a
// language may have phrases for all decades that end alike, such as the
// forties, and for single ones.
func (w *wordsmith) decade(first int64) Term {
	for _, name := range []string{"decade." + itoa(first), "decade." + itoa(first%100)} {
		if w.has(name) {
			return w.phrase(name, number(first))
		}
	}
	return w.phrase("decade", number(first))
}

// between writes a date whose digits name no period, by its bounds.
func (w *wordsmith) between(p point) Term {
	lo, hi, _ := p.bounds()
	a, b := FromDay(lo).start, FromDay(hi).start
	name := "between.days"
	if !p.hasDay() {
		name = "between.months"
		a.day, b.day = 0, 0
	}
	if !p.hasMonth() {
		name = "between.years"
		a.month, b.month = 0, 0
	}
	whole := *w
	whole.OmitYear, whole.FullMonth, whole.ShortMonth = false, false, false
	if a == b {
		return whole.plain(a)
	}
	return w.phrase(name, whole.plain(a), whole.plain(b))
}
