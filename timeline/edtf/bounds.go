package edtf

// years returns the first and the last year that the point can mean.
func (p point) years() (first, last int64) {
	low, high := p.mag, p.mag
	switch {
	case p.sig > 0:
		unit := pow10(digitsOf(p.mag) - int(p.sig))
		low -= low % unit
		high = low + unit - 1
	case p.yearX != 0:
		for i := range 4 {
			if p.yearX>>i&1 != 0 {
				high += 9 * pow10(i)
			}
		}
	}
	if !p.neg {
		return low, high
	}
	if low == 0 {
		low = 1 // year 0 has no sign, so that -000X does not mean it
	}
	return -high, -low
}

// bounds returns the first and the last day that the point can mean. It
// reports false where no day fits, as with 19X1-02-29.
func (p point) bounds() (lo, hi Day, ok bool) {
	first, last := p.years()
	switch {
	case p.hasGrouping():
		from, months := groupingMonths(int(p.month))
		return DayOf(first, from, 1), DayOf(last, from+months, 0), true
	case !p.hasMonth():
		return DayOf(first, 1, 1), DayOf(last, 12, 31), true
	case !p.hasMask():
		y, m := first, int(p.month)
		if p.hasDay() {
			d := DayOf(y, m, int(p.day))
			return d, d, int(p.day) <= daysIn(y, m)
		}
		return DayOf(y, m, 1), DayOf(y, m+1, 0), true
	}
	// Any day but 29 February is found in the first year that is tried; the
	// search is never longer than the ten thousand years of four digits.
	for y := first; y <= last; y++ {
		if lo, ok = p.edgeIn(y, false); ok {
			break
		}
	}
	if !ok {
		return 0, 0, false
	}
	for y := last; y >= first; y-- {
		if hi, ok = p.edgeIn(y, true); ok {
			break
		}
	}
	return lo, hi, true
}

// edgeIn returns the first day of a year, or the last one, that fits the
// digits of the point.
func (p point) edgeIn(year int64, last bool) (Day, bool) {
	mag := year
	if p.neg {
		mag = -year
	}
	if !fits(mag, p.mag, p.yearX) {
		return 0, false
	}
	for i := range 12 {
		m := 1 + i
		if last {
			m = 12 - i
		}
		if !fits(int64(m), int64(p.month), p.monthX) {
			continue
		}
		n := daysIn(year, m)
		for j := range n {
			d := 1 + j
			if last {
				d = n - j
			}
			if !p.hasDay() || fits(int64(d), int64(p.day), p.dayX) {
				return DayOf(year, m, d), true
			}
		}
	}
	return 0, false
}

// fits reports whether n has the digits of pattern wherever the mask does not
// hide them.
func fits(n, pattern int64, mask uint8) bool {
	for n > 0 || pattern > 0 {
		if mask&1 == 0 && n%10 != pattern%10 {
			return false
		}
		n, pattern, mask = n/10, pattern/10, mask>>1
	}
	return true
}

// groupingMonths returns the first month of a sub-year grouping and how many
// months it has.
func groupingMonths(code int) (from, months int) {
	switch {
	case code <= 24: // spring to winter, read as in the north
		return 3 + 3*(code-21), 3
	case code <= 28: // the same, northern hemisphere
		return 3 + 3*(code-25), 3
	case code <= 30: // spring and summer, southern hemisphere
		return 9 + 3*(code-29), 3
	case code <= 32: // autumn and winter, southern hemisphere
		return 3 + 3*(code-31), 3
	case code <= 36: // quarters
		return 1 + 3*(code-33), 3
	case code <= 39: // quadrimesters
		return 1 + 4*(code-37), 4
	}
	return 1 + 6*(code-40), 6 // half-years
}
