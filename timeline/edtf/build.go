package edtf

// FromDay returns the date of one day; zero where its year lies beyond
// [MaxYear] on either side.
func FromDay(d Day) Date {
	y, m, day := d.Civil()
	if !inRange(y) {
		return Date{}
	}
	p := yearPoint(y)
	p.month, p.day = uint8(m), uint8(day)
	return newSingle(p)
}

// FromYear returns the date of one astronomical year (0 is 1 BC); zero beyond
// [MaxYear] on either side.
func FromYear(year int64) Date {
	if !inRange(year) {
		return Date{}
	}
	return newSingle(yearPoint(year))
}

// FromMonth returns the date of one month, 1 to 12; zero where there is no
// such month or year.
func FromMonth(year int64, month int) Date {
	if !inRange(year) || month < 1 || month > 12 {
		return Date{}
	}
	p := yearPoint(year)
	p.month = uint8(month)
	return newSingle(p)
}

// FromSeason returns the date of a sub-year grouping by its number in the
// format: 21 to 24 are spring, summer, autumn and winter, 33 to 36 the
// quarters, 40 and 41 the half-years. It returns zero where there is no such
// grouping or year.
func FromSeason(year int64, grouping int) Date {
	if !inRange(year) || grouping < firstGrouping || grouping > lastGrouping {
		return Date{}
	}
	p := yearPoint(year)
	p.month = uint8(grouping)
	return newSingle(p)
}

// FromDecade returns the ten years that share all but the last digit with the
// given year, as 199X; zero beyond four digits.
func FromDecade(year int64) Date { return masked(year, 0b0001) }

// FromCentury returns the hundred years that share all but the last two
// digits with the given year, as 19XX; zero beyond four digits.
func FromCentury(year int64) Date { return masked(year, 0b0011) }

func masked(year int64, mask uint8) Date {
	if year < -9999 || year > 9999 {
		return Date{}
	}
	p := yearPoint(year)
	p.yearX = mask
	for m := mask; m != 0; m >>= 1 {
		p.mag /= 10
	}
	for m := mask; m != 0; m >>= 1 {
		p.mag *= 10
	}
	return newSingle(p)
}

// Interval returns the interval between two dates. A zero Date makes that
// side open (".."). Of intervals it takes the outer ends, of sets the first
// and the last day. Dates in the wrong order are swapped, and two equal dates
// give that date.
func Interval(from, to Date) Date {
	if from == to && !from.IsZero() {
		return from
	}
	start, startIs := from.outerStart()
	end, endIs := to.outerEnd()
	d := newInterval(start, startIs, end, endIs)
	if d.backwards() {
		start, startIs = to.outerStart()
		end, endIs = from.outerEnd()
		d = newInterval(start, startIs, end, endIs)
	}
	return d
}

// backwards reports whether the interval ends before it starts.
func (d Date) backwards() bool { return d.hasLo && d.hasHi && d.hi < d.lo }

func (d Date) outerStart() (point, endKind) {
	switch {
	case d.kind == single:
		return d.start, known
	case d.kind == interval:
		return d.start, d.startIs
	}
	if day := FromDay(d.lo); d.hasLo && !day.IsZero() {
		return day.start, known
	}
	return point{}, open
}

func (d Date) outerEnd() (point, endKind) {
	switch {
	case d.kind == single:
		return d.start, known
	case d.kind == interval:
		return d.end, d.endIs
	}
	if day := FromDay(d.hi); d.hasHi && !day.IsZero() {
		return day.start, known
	}
	return point{}, open
}

func inRange(year int64) bool { return year >= -MaxYear && year <= MaxYear }

func yearPoint(year int64) point {
	if year < 0 {
		return point{neg: true, mag: -year}
	}
	return point{mag: year}
}
