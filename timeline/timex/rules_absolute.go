package timex

// absoluteRules read calendar dates: days, months, years, decades, centuries.
var absoluteRules = []rule{
	{"iso", "iso", readIso},
	{"weekday-iso", "weekday comma? iso", readIso},

	{"day-range-month", "the? day dash|'to'|'and'|'through'? the? day 'of'? month comma? year?", readDayRange},
	{"month-day-range", "month day dash|'to'|'and'|'through'? day", readDayRange},
	{"month-day-range-year", "month day dash|'to'|'and'|'through'? day comma? year", readDayRange},
	{"month-day-year", "month day comma? year", readDate},
	{"the-day-of-month-year", "the? day 'day'? 'of'? month comma? 'of'? year", readDate},
	{"month-day", "month the? day", readDate},
	{"the-day-of-month", "the? day 'of'? month", readDate},
	{"weekday-month-day-year", "weekday comma? the? month the? day comma? year", readDate},
	{"weekday-day-month-year", "weekday comma? the? day 'of'? month comma? year", readDate},
	{"weekday-month-day", "weekday comma? month the? day", readDate},
	{"weekday-day-month", "weekday comma? the? day 'of'? month", readDate},
	{"month-day-short-year", "month day comma? year2", readDate},

	{"month-year", "month comma? 'of'|'in'? year", readDate},
	{"month-of-year2", "month comma? year2", readDate},
	{"month-of-last-year", "month comma? 'of'? the? last|next|this|'that' 'same'? 'year'", readDateOfYear},
	{"month-day-of-last-year", "month day 'of'? the? last|next|this|'that' 'same'? 'year'", readDateOfYear},
	{"day-month-of-last-year", "the? day 'of'? month 'of'? the? last|next|this|'that' 'same'? 'year'", readDateOfYear},
	{"season-of-last-year", "the? season 'of'? the? last|next|this|'that' 'same'? 'year'", readDateOfYear},
	{"the-ord-of-month", "the ord 'day'? 'of' month comma? year?", readDate},
	{"month", "month", readDate},

	{"season-year", "the? season 'of'? comma? year", readDate},
	{"season", "the? season", readSeason},

	{"the-year", "the? 'year' year|num era?", readYearWord},
	{"fiscal-year", "the? 'fiscal' 'year'? year", readYearWord},
	{"year-era", "the? year|num era", readEra},
	{"era-year", "era year|num", readEra},
	{"short-year", "year2", readShortYear},
	{"year", "year", readBareYear},
	{"year-range", "year dash? num|year", readYearRange},

	{"decade", "the? decade", readDecade},
	{"decade-apostrophe", "the year poss", readDecadeApostrophe},
	{"century", "the? ord 'century' era?", readCentury},
	{"centuries", "the? ord 'centuries' era?", readCentury},
}

// readDate reads whichever of weekday, day, month, season and year the match
// holds.
func readDate(m match) (reading, bool) {
	r := reading{kind: kStamp, typ: Date, at: stamp{open: true}}
	if w, ok := m.first(cWeekday); ok {
		r.weekday = w.n + 1
	}
	if y, ok := m.first(cYear | cYear2); ok {
		r.at.year, r.at.open = fullYear(y), false
	}
	r.at.gran = uYear
	if mo, ok := m.first(cMonth); ok {
		r.at.gran, r.at.sub = uMonth, mo.n
	} else if s, ok := m.first(cSeason); ok {
		r.at.gran, r.at.sub = uSeason, s.n+1
	}
	d, ok := m.first(cDay)
	if !ok {
		d, ok = m.first(cOrd)
	}
	if ok && r.at.gran == uMonth {
		if m.all[m.lo].class&cThe != 0 && d.class&cOrd == 0 {
			return r, false // of "the 12 March vote" the article is the noun's
		}
		if d.n > monthLength(r.at) {
			return r, false
		}
		r.at.gran, r.at.day = uDay, d.n
		if tail := m.after(1); m.hi > m.lo && m.all[m.hi-1].class&cDay != 0 && isQuantity(tail) {
			return r, false // "in May 15 people"
		}
	}
	if m.hi-m.lo == 1 && r.at.gran == uMonth && !monthAlone(m) {
		return r, false
	}
	return r, true
}

// readDayRange reads two days of one month; compose makes two readings of it.
func readDayRange(m match) (reading, bool) {
	r, ok := readDate(m)
	if !ok {
		return r, false
	}
	r.cut1, r.cut2 = -1, -1
	for i := m.lo; i < m.hi; i++ {
		it := &m.all[i]
		switch {
		case it.class&cDay == 0:
		case r.cut1 < 0:
			r.cut1 = i + 1
		case r.cut2 < 0:
			r.cut2, r.day2 = i, it.n
			if i == r.cut1 && !it.hyphen {
				return r, false
			}
		}
	}
	if r.cut2 < 0 || r.day2 > monthLength(r.at) || r.day2 <= r.at.day {
		return r, false
	}
	if m.all[r.cut2-1].class&cThe != 0 {
		r.cut2--
	}
	return r, m.hi-1 != r.cut2 || !isQuantity(m.after(1))
}

// readDateOfYear reads "March of last year" and "3 May that year".
func readDateOfYear(m match) (reading, bool) {
	r, ok := readDate(m)
	r.yearDir = directionOf(m)
	if r.yearDir == dirBare || m.has("same") || m.has("previous") || m.has("following") {
		r.anchor = fromContext
	}
	if r.yearDir == dirBare {
		r.yearDir = dirThis
	}
	return r, ok
}

// monthLength is the number of days that the stamp's month can have.
func monthLength(s stamp) int {
	if s.open {
		return daysIn(2000, s.sub)
	}
	return daysIn(s.year, s.sub)
}

// fullYear gives '98 its century: years up to 30 are of this one.
func fullYear(it *item) int {
	if it.class&cYear2 == 0 {
		return it.n
	}
	if it.n <= 30 {
		return 2000 + it.n
	}
	return 1900 + it.n
}

// monthAlone refuses months that are part of a name: "April Brooks", "Mr. May".
func monthAlone(m match) bool {
	it := &m.all[m.lo]
	if !it.upper {
		return false
	}
	prev, next := m.before(1), m.after(1)
	if nameMonths[it.lower] && (titles[prev.lower] || prev.upper && prev.tag == "NNP" && prev.class == 0) {
		return false
	}
	if nameMonths[it.lower] && next.upper && next.tag == "NNP" && next.class == 0 && !next.glued {
		return false
	}
	return true
}

// nameMonths are months that are also given names.
var nameMonths = map[string]bool{"april": true, "may": true, "june": true, "august": true, "jan": true}

// titles stand before people's names.
var titles = wordSet("mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord")

// readSeason reads a season without a year.
func readSeason(m match) (reading, bool) {
	r, ok := readDate(m)
	if m.lo+1 == m.hi && !seasonPrep[m.before(1).lower] && m.before(1).class&cPhase == 0 {
		return r, false
	}
	return r, ok
}

func readIso(m match) (reading, bool) {
	it, _ := m.first(cIso)
	y, mo, d := unpackDate(it.n)
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: uDay, year: y, sub: mo, day: d}}
	if d == 0 {
		r.at.gran = uMonth
	}
	if w, ok := m.first(cWeekday); ok {
		r.weekday = w.n + 1
	}
	if it.value != "" {
		r.clock, r.typ = it.value, Time
	}
	return r, true
}

func yearReading(y int) reading {
	return reading{kind: kStamp, typ: Date, at: stamp{gran: uYear, year: y}}
}

// readYearWord reads a number that "year" or "fiscal" announces.
func readYearWord(m match) (reading, bool) {
	it, ok := m.first(cYear)
	if !ok {
		it, ok = m.first(cNum)
	}
	if !ok || it.n < 1 || it.n > 9999 || it.class&cYear == 0 && it.n < 100 {
		return reading{}, false
	}
	return withEra(m, yearReading(it.n))
}

func readEra(m match) (reading, bool) {
	it, _ := m.first(cNum)
	if it == nil || it.n < 1 || it.n > 9999 {
		return reading{}, false
	}
	return withEra(m, yearReading(it.n))
}

// withEra turns years BC to astronomical ones.
func withEra(m match, r reading) (reading, bool) {
	if e, ok := m.first(cEra); ok && e.n < 0 {
		r.at.year = 1 - r.at.year
	}
	return r, true
}

func readShortYear(m match) (reading, bool) {
	it := &m.all[m.lo]
	if !yearPrep[m.before(1).lower] && m.before(1).class&(cPhase|cApprox|cSeason) == 0 {
		return reading{}, false
	}
	return yearReading(fullYear(it)), true
}

func readBareYear(m match) (reading, bool) {
	if !looksLikeYear(m) {
		return reading{}, false
	}
	return yearReading(m.all[m.lo].n), true
}

// readYearRange reads "1998-99" and "(1998 - 2003)"; compose makes two
// readings of it. A range of years speaks for itself: no word need announce
// it, and years of three digits are read with a bracket before them only.
func readYearRange(m match) (reading, bool) {
	a, b := &m.all[m.lo], &m.all[m.hi-1]
	to := b.n
	if b.end-b.start == 2 && b.class&cNum != 0 {
		to += a.n / 100 * 100
	}
	if m.hi-m.lo == 2 && !b.hyphen || to <= a.n || to-a.n > 200 || to > maxYear ||
		b.end-b.start != 2 && b.class&cYear == 0 ||
		notYearBefore[m.before(1).lower] || notYearAfter[m.after(1).lower] {
		return reading{}, false
	}
	r := yearReading(a.n)
	r.cut1, r.cut2, r.year2 = m.lo+1, m.hi-1, to
	return r, true
}

// readDecadeApostrophe reads "the 1930's".
func readDecadeApostrophe(m match) (reading, bool) {
	y, s := &m.all[m.hi-2], &m.all[m.hi-1]
	if y.n%10 != 0 || s.lower != "'s" || !s.glued {
		return reading{}, false
	}
	next := m.after(1)
	if next.class == 0 && len(next.tag) > 0 && (next.tag[0] == 'N' || next.tag[0] == 'J') {
		return reading{}, false // "the 1990's best film"
	}
	return decadeReading(y.n), true
}

func readDecade(m match) (reading, bool) {
	it, _ := m.first(cDecade)
	y := it.n * 10
	if it.n < 10 { // the '90s, the nineties: the latest such decade that has passed
		y = 1900 + it.n*10
	}
	return decadeReading(y), true
}

// decadeReading takes "the 1800s" for the century, as writers mostly do of
// hundreds that are long past.
func decadeReading(y int) reading {
	gran := uDecade
	if y%100 == 0 && y < 2000 {
		gran = uCentury
	}
	return reading{kind: kStamp, typ: Date, at: stamp{gran: gran, year: y}}
}

func readCentury(m match) (reading, bool) {
	it, _ := m.first(cOrd)
	if it.n < 1 || it.n > 40 {
		return reading{}, false
	}
	y := (it.n - 1) * 100
	if e, ok := m.first(cEra); ok && e.n < 0 {
		y = -it.n * 100
	}
	return reading{kind: kStamp, typ: Date, at: stamp{gran: uCentury, year: y}}, true
}
