package timex

// Readings of calendar dates: days, months, years, decades, centuries.

// readDate reads whichever of weekday, day, month, season and year the match
// holds, and last, this or next before them.
func readDate(m match, p *params) (reading, bool) {
	r := reading{kind: kStamp, typ: Date, at: stamp{open: true}, dir: directionOf(m), anchor: anchorOf(m, p)}
	if w, ok := m.first(cWeekday); ok {
		r.weekday = w.n + 1
	}
	switch y, ok := m.yearOf(); {
	case ok && y.class&(cYear|cYear2) != 0:
		r.at.year, r.at.open = fullYear(y), false
	case ok:
		r.at.year, r.at.open, r.ancient = y.n, false, !m.has(cEra)
	}
	if e, ok := m.first(cEra); ok && e.n < 0 && !r.at.open {
		r.at.year = 1 - r.at.year
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
	if !ok || r.at.gran != uMonth {
		return r, true
	}
	if d.n > monthLength(r.at) {
		return r, false
	}
	r.at.gran, r.at.day = uDay, d.n
	if m.at(-1).class&cDay != 0 && isQuantity(m.after(1)) {
		return r, false // "in May 15 people"
	}
	return r, true
}

// yearOf finds the year of the match: a number of four digits, or one beside
// an era or at the end that no day can be: "10 June 27 BC", "December of 384".
func (m match) yearOf() (*item, bool) {
	if y, ok := m.first(cYear | cYear2); ok && !m.has(cEra) {
		return y, true
	}
	last := m.hi - 1
	for i := m.lo; i < m.hi; i++ {
		if m.all[i].class&cEra == 0 {
			continue
		}
		if i > m.lo && m.all[i-1].class&cNum != 0 {
			return &m.all[i-1], m.all[i-1].n > 0 && m.all[i-1].n <= maxYear
		}
		if i+1 < m.hi && m.all[i+1].class&cNum != 0 {
			return &m.all[i+1], m.all[i+1].n > 0 && m.all[i+1].n <= maxYear
		}
	}
	return &m.all[last], m.all[last].isEarlyYear()
}

// isEarlyYear: a number of three digits, which is a year in a text that tells
// of early times.
func (it *item) isEarlyYear() bool {
	return it.class&cNum != 0 && it.class&cDay == 0 && it.end-it.start == 3 && it.n >= 100 && it.n <= 999 && it.marks&mSpelled == 0
}

// readEarlyYear reads a bare number of three digits.
func readEarlyYear(m match, p *params) (reading, bool) {
	it := m.at(-1)
	r := yearReading(it.n)
	r.ancient = !p.anyText
	return r, it.isEarlyYear()
}

// readEarlyRange reads "(837-908)"; compose makes two readings of it.
func readEarlyRange(m match, _ *params) (reading, bool) {
	a, b := m.at(0), m.at(-1)
	if !a.isEarlyYear() || !b.isEarlyYear() || b.n <= a.n || b.n-a.n > 120 {
		return reading{}, false
	}
	r := yearReading(a.n)
	r.cut1, r.cut2, r.year2 = m.lo+1, m.hi-1, b.n
	return r, true
}

// readEarlyDate reads "3 May 412".
func readEarlyDate(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
	early := r.ancient
	r.ancient = false
	return r, ok && early
}

// readSeasonYears reads "the winter of 1813/14", which takes the year in which
// it begins.
func readSeasonYears(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
	last := m.at(-1)
	next := last.n
	if last.end-last.start == 2 {
		next += r.at.year / 100 * 100
	}
	return r, ok && next == r.at.year+1
}

// readPartOfMonth reads "the first week of May": the month, narrowed.
func readPartOfMonth(m match, _ *params) (reading, bool) {
	mo, _ := m.first(cMonth)
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: uMonth, sub: mo.n, open: true}, mod: ModMid}
	if y, ok := m.first(cYear); ok {
		r.at.year, r.at.open = y.n, false
	}
	which := m.at(1)
	unit := m.at(2)
	if unit.class&cUnit != 0 && unit.n == int(uDay) && which.class&cPhase == 0 {
		r.at.gran, r.at.day, r.mod = uDay, which.n, ""
		if which.class&cLast != 0 {
			r.at.day = monthLength(r.at)
			if r.at.open && r.at.sub == 2 {
				return r, false
			}
		}
		return r, mo.upper && r.at.day <= monthLength(r.at)
	}
	switch {
	case which.class&cPhase != 0:
		r.mod = which.value
	case which.class&cLast != 0:
		r.mod = ModEnd
	case which.n == 1:
		r.mod = ModStart
	case which.n == 2 && unit.n == int(uHalf), which.n >= 4:
		r.mod = ModEnd
	}
	return r, mo.upper
}

// readEraRange reads "between 12 and 2 BC": the era is that of both.
func readEraRange(m match, p *params) (reading, bool) {
	a, b := m.at(0), m.at(-2)
	era := m.at(-1)
	if a.class&cNum == 0 || b.class&cNum == 0 || a.n < 1 || a.n > maxYear || b.n < 1 || b.n > maxYear {
		return reading{}, false
	}
	r := yearReading(a.n)
	r.cut1, r.cut2, r.year2 = m.lo+1, m.hi-2, b.n
	if era.n < 0 {
		r.at.year, r.year2 = 1-a.n, 1-b.n
	}
	return r, r.at.year < r.year2
}

// readNightOfTwoDays reads "the night of 5/6 May": the night that begins on
// the first of them.
func readNightOfTwoDays(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
	r.typ, r.part = Time, "NI"
	return r, ok && r.at.gran == uDay
}

// readWeekendOf reads "the weekend of 25-26 May".
func readWeekendOf(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
	r.asWeekend = true
	return r, ok && r.at.gran == uDay
}

// readDayOfMonth reads "on the 17th": the month is that of the date before.
func readDayOfMonth(m match, _ *params) (reading, bool) {
	d, ok := m.first(cDay | cOrd)
	if !ok || d.n < 1 || d.n > 31 {
		return reading{}, false
	}
	return reading{kind: kStamp, typ: Date, at: stamp{gran: uDay, day: d.n, open: true}, anchor: fromContext}, true
}

// readDayRange reads two days of one month; compose makes two readings of it.
func readDayRange(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
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
func readDateOfYear(m match, p *params) (reading, bool) {
	r, ok := readDate(m, p)
	r.yearDir, r.dir = r.dir, dirBare
	r.anchor = anchorOf(m, p)
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

func readIso(m match, _ *params) (reading, bool) {
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

// readYearWord reads a number that a word such as "year" announces.
func readYearWord(m match, _ *params) (reading, bool) {
	it, ok := m.first(cYear)
	if !ok {
		it, ok = m.first(cNum)
	}
	if !ok || it.n < 1 || it.n > 9999 || it.class&cYear == 0 && it.n < 100 && m.at(0).class&cThe == 0 {
		return reading{}, false
	}
	return withEra(m, yearReading(it.n))
}

func readEra(m match, _ *params) (reading, bool) {
	it, ok := m.first(cNum)
	if !ok || it.n < 1 || it.n > 9999 {
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

func readShortYear(m match, _ *params) (reading, bool) {
	return yearReading(fullYear(m.at(0))), true
}

func readBareYear(m match, _ *params) (reading, bool) {
	if !looksLikeYear(m) {
		return reading{}, false
	}
	return yearReading(m.at(0).n), true
}

// readYearRange reads "1998-99" and "(1998 - 2003)"; compose makes two
// readings of it. A range of years speaks for itself: no word need announce
// it.
func readYearRange(m match, _ *params) (reading, bool) {
	a, b := m.at(0), m.at(-1)
	to := b.n
	if b.end-b.start == 2 && b.class&cNum != 0 {
		to += a.n / 100 * 100
	}
	if m.hi-m.lo == 2 && !b.hyphen || to <= a.n || to-a.n > 200 || to > maxYear ||
		b.end-b.start != 2 && b.class&cYear == 0 {
		return reading{}, false
	}
	r := yearReading(a.n)
	r.cut1, r.cut2, r.year2 = m.lo+1, m.hi-1, to
	return r, true
}

// readDecade reads 1990s, '90s, the nineties and 1930's. A short one is the
// latest such decade of the last century.
func readDecade(m match, _ *params) (reading, bool) {
	it, ok := m.first(cDecade)
	if e, era := m.first(cEra); ok && era {
		r := decadeReading(it.n * 10)
		r.at.gran = uDecade
		if e.n < 0 {
			r.at.year = -(it.n*10 + 8)
		}
		return r, it.n > 0
	}
	if !ok {
		it, ok = m.first(cYear)
		return decadeReading(it.n), ok && it.n%10 == 0
	}
	y := it.n * 10
	short := it.n < 10
	if short {
		y = 1900 + it.n*10
	}
	r := decadeReading(y)
	r.short = short
	if y < 1000 {
		r.at.gran, r.ancient = uDecade, true
	}
	return r, true
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

func readCentury(m match, _ *params) (reading, bool) {
	it, _ := m.first(cOrd)
	if it.n < 1 || it.n > 40 {
		return reading{}, false
	}
	y := (it.n - 1) * 100
	if e, ok := m.first(cEra); ok && e.n < 0 {
		y = 1 - it.n*100 // the 7th BC: -0699 to -0600
	}
	return reading{kind: kStamp, typ: Date, at: stamp{gran: uCentury, year: y}}, true
}

// readPartOfPeriod reads "the first half of the 19th century".
func readPartOfPeriod(m match, p *params) (reading, bool) {
	which, what := m.at(1), m.at(2)
	rest := match{m.lang, m.all, m.lo + 3, m.hi}
	var r reading
	ok := false
	if rest.has(cDecade) {
		r, ok = readDecade(rest, p)
	} else {
		r, ok = readCentury(rest, p)
	}
	switch {
	case what.class&cOrd != 0:
		r.frac.of = what.n // third
	case unit(what.n) == uHalf:
		r.frac.of = 2
	default:
		r.frac.of = 4
	}
	r.frac.part = which.n
	if which.class&cLast != 0 {
		r.frac.part = r.frac.of
	}
	switch r.frac.part {
	case 1:
		r.mod = ModStart
	case r.frac.of:
		r.mod = ModEnd
	default:
		r.mod = ModMid
	}
	return r, ok && r.frac.part >= 1 && r.frac.part <= r.frac.of
}

// readQuarter reads the third quarter and the first half, of a year or of none.
func readQuarter(m match, p *params) (reading, bool) {
	o, _ := m.first(cOrd)
	u, ok := m.first(cUnit)
	for i := m.lo; i < m.hi; i++ { // "year-ago first half": the last unit but "year"
		if it := &m.all[i]; it.class&cUnit != 0 && (unit(it.n) == uQuarter || unit(it.n) == uHalf) {
			u = it
		}
	}
	if !ok || o.n < 1 || o.class&cNum != 0 {
		return reading{}, false
	}
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: unit(u.n), sub: o.n, open: true}, dir: p.dir}
	if o.n > 4 || r.at.gran == uHalf && o.n > 2 {
		return r, false
	}
	if y, ok := m.first(cYear); ok {
		r.at.year, r.at.open = y.n, false
		return r, true
	}
	if r.dir == dirBare {
		r.dir = directionOf(m)
	}
	return r, r.dir != dirBare || !m.inSport()
}

// inSport reports whether the sentence is about a game.
func (m match) inSport() bool {
	for i := range m.all {
		if m.all[i].marks&mSport != 0 {
			return true
		}
	}
	return false
}

// readQ reads Q3 and H1, with a year or without.
func readQ(m match, _ *params) (reading, bool) {
	q, _ := m.first(cQuarter)
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: uQuarter, sub: q.n, open: true}}
	if q.value == "H" {
		r.at.gran = uHalf
	}
	if y, ok := m.first(cYear); ok {
		r.at.year, r.at.open = y.n, false
	} else if r.at.gran == uHalf {
		return r, false // H1 alone is many things
	}
	return r, true
}

// readQuarterOfYear is the quarter that a report is about, in another year.
func readQuarterOfYear(m match, _ *params) (reading, bool) {
	y, _ := m.first(cYear)
	return reading{kind: kShift, typ: Date, unit: uYear, gran: uQuarter, anchor: fromContext, toYear: y.n}, recent(y.n)
}
