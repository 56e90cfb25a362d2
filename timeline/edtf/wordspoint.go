package edtf

// qualified says of words that they are uncertain, approximate or both.
func (w *wordsmith) qualified(q qualifier, words Term) Term {
	switch q {
	case uncertain:
		return w.phrase("possibly", words)
	case approximate:
		return w.phrase("about", words)
	case uncertain | approximate:
		return w.phrase("possibly.about", words)
	}
	return words
}

// point writes the point and what qualifies it.
func (w *wordsmith) point(p point) Term {
	yearOnly := p.hasMonth() && p.qual[0] != 0 && p.qual[1]|p.qual[2] == 0
	switch {
	case !yearOnly:
		return w.qualified(p.anyQual(), w.plain(p))
	case p.hasMask() || p.hasGrouping() || p.exp > 0:
		return w.qualified(p.qual[0], w.plain(p))
	}
	// The day is sure, its year is not.
	rest := *w
	rest.OmitYear = true
	if w.OmitYear {
		return rest.plain(p)
	}
	return w.phrase("year.apart", rest.plain(p), w.qualified(p.qual[0], w.year(p.year())))
}

// plain writes the point without its qualifiers.
func (w *wordsmith) plain(p point) Term {
	switch {
	case p.hasMask():
		return w.masked(p)
	case p.sig > 0:
		return w.estimate(p)
	case p.hasGrouping():
		return w.grouping(p)
	case w.ISO && p.hasMonth():
		return Text(isoDigits(p, w.OmitYear))
	case p.hasDay():
		return w.withYear(w.dayKind("day.year"), w.dayOf(w.dayNumber(p), p), p.year())
	case p.hasMonth():
		return w.withYear("month.year", w.month(p.month, !w.ShortMonth), p.year())
	case p.exp > 0, p.millions():
		return w.roundYear(p)
	case p.thousandsBC():
		return w.phrase("year.bc", number(p.mag))
	}
	return w.yearAlone(p.year())
}

// isoDigits writes a day or month as the standard does, without its year
// where a day remains.
func isoDigits(p point, omitYear bool) string {
	p = p.bare()
	p.exp = 0
	if omitYear && p.hasDay() {
		b := appendMasked(nil, int64(p.month), 0, 2)
		b = append(b, '-')
		return string(appendMasked(b, int64(p.day), 0, 2))
	}
	return p.String()
}

// dayKind returns the name of a phrase with a day in it, in the order and
// length of the style. An order that the language does not know has no
// phrase, and its own is taken.
func (w *wordsmith) dayKind(name string) string {
	if !w.FullMonth {
		name += ".short"
	}
	if first := "month-first." + name; w.MonthDay && w.has(first) {
		return first
	}
	return name
}

// dayOf puts a day, or some, before or behind its month.
func (w *wordsmith) dayOf(day Term, p point) Term {
	return w.phrase(w.dayKind("day"), day, w.month(p.month, w.FullMonth))
}

func (w *wordsmith) dayNumber(p point) Term {
	if p.day == 1 {
		return w.phrase("day.first")
	}
	return number(int64(p.day))
}

func (w *wordsmith) month(month uint8, full bool) Term {
	if full {
		return w.phrase("month." + itoa(int64(month)))
	}
	return w.phrase("month.short." + itoa(int64(month)))
}

// withYear puts the year beside a month or a day of it.
func (w *wordsmith) withYear(name string, rest Term, year int64) Term {
	if w.OmitYear {
		return rest
	}
	return w.phrase(name, rest, w.year(year))
}

// millions reports whether a year is one of whole millions, which stands for a
// round number even where it is written out.
func (p point) millions() bool { return p.mag >= 1e6 && p.mag%1e6 == 0 }

// thousandsBC reports whether a year is one of whole thousands long before our
// era. Nobody who writes -20000 means the year 20001 BC.
func (p point) thousandsBC() bool { return p.neg && p.mag >= 10_000 && p.mag%1000 == 0 }

// yearAlone writes a year that stands alone.
func (w *wordsmith) yearAlone(year int64) Term {
	if year > 9999 {
		return w.phrase("year.big", number(year))
	}
	return w.year(year)
}

// year writes a year. Astronomical year 0 is 1 BC. Years before 1000 are
// marked, because they do not look like years.
func (w *wordsmith) year(year int64) Term {
	switch {
	case year <= 0:
		return w.phrase("year.bc", number(1-year))
	case year < 1000:
		return w.phrase("year.ad", number(year))
	}
	return w.phrase("year", number(year))
}

// roundYear writes a year with an exponent, which stands for a round number.
func (w *wordsmith) roundYear(p point) Term {
	var round Term
	switch n := p.mag; {
	case n%1e9 == 0:
		round = w.counted("billion", n/1e9)
	case n%1e6 == 0:
		round = w.counted("million", n/1e6)
	default:
		return w.yearAlone(p.year())
	}
	if p.neg {
		return w.phrase("round.bc", round)
	}
	return w.phrase("round", round)
}

// estimate writes a year of which only some digits are significant.
func (w *wordsmith) estimate(p point) Term {
	first, last := p.years()
	if first == last {
		return w.yearAlone(p.year())
	}
	return w.phrase("estimate", w.yearAlone(p.year()), w.span(yearPoint(first), yearPoint(last)))
}

var seasonNames = [4]string{"spring", "summer", "autumn", "winter"}

// groupingName names a grouping without its year, and the phrase that puts
// the two together.
func (w *wordsmith) groupingName(code uint8) (name Term, withYear string) {
	switch {
	case code < 33:
		return w.phrase("season." + seasonNames[(code-21)%4]), "season.year"
	case code < 37:
		return w.phrase("quarter." + itoa(int64(code-32))), "part.year"
	case code < 40:
		first := 1 + 4*(code-37)
		return w.phrase("span", w.month(first, true), w.month(first+3, true)), "month.year"
	}
	return w.phrase("half." + itoa(int64(code-39))), "part.year"
}

func (w *wordsmith) grouping(p point) Term {
	name, withYear := w.groupingName(p.month)
	name = w.withYear(withYear, name, p.year())
	switch {
	case p.month >= 25 && p.month <= 28:
		return w.phrase("north", name)
	case p.month >= 29 && p.month <= 32:
		return w.phrase("south", name)
	}
	return name
}
