package timex

import "strings"

// scanNumeral reads a token that starts with a digit (or with the apostrophe
// of '98) and gives the item its classes and number. It answers false when
// the token is no numeral that can be part of a date.
func (l *Language) scanNumeral(it *item, s string) bool {
	apostrophe := s != "" && s[0] == '\''
	if apostrophe {
		s = s[1:]
	}
	k := digits(s)
	if k == 0 || k > 9 {
		return false
	}
	n := atoi(s[:k])
	rest := s[k:]
	if apostrophe {
		return scanShortYear(it, n, k, rest)
	}
	switch rest {
	case "":
		it.class, it.n = cNum, n
		if k <= 2 && n >= 1 && n <= 31 {
			it.class |= cDay
		}
		if k == 4 && n >= minYear && n <= maxYear {
			it.class |= cYear
		}
		return true
	case "st", "nd", "rd", "th":
		it.class, it.n = cOrd, n
		if n >= 1 && n <= 31 {
			it.class |= cDay
		}
		return true
	case "s":
		return scanDecade(it, n, k)
	}
	if h, ok := l.meridiemSuffix(rest); ok {
		return setClock(it, n, 0, h)
	}
	return l.scanDate(it, s) || l.scanClock(it, s) || scanGrouped(it, s)
}

// minYear and maxYear bound what four digits are read as a year.
const (
	minYear = 1000
	maxYear = 2199
)

func scanShortYear(it *item, n, k int, rest string) bool {
	switch {
	case k == 2 && rest == "":
		it.class, it.n = cYear2, n
		return true
	case k == 2 && rest == "s":
		return scanDecade(it, n, k)
	}
	return false
}

// scanDecade reads the number before the s of "1990s" or "90s". A whole
// decade has the number of its first three digits, a short one of its third.
func scanDecade(it *item, n, k int) bool {
	if n%10 != 0 || k < 2 || k > 4 || k == 4 && (n < minYear || n > maxYear) {
		return false
	}
	it.class, it.n = cDecade, n/10
	return true
}

// scanDate reads dates that stand in one token: 2025-08-16, 2025/08/16,
// 16.08.2025, 2025-08 and 2025-08-16T10:30Z. Day and month in the American and
// the European order are told apart by size alone; where both fit, it is no
// date.
func (l *Language) scanDate(it *item, s string) bool {
	day, clock, timed := strings.Cut(s, "t")
	sep := byte(0)
	if k := digits(day); k < len(day) {
		sep = day[k]
	}
	if sep != '-' && sep != '/' && sep != '.' {
		return false
	}
	var part, width [3]int
	n := 0
	for ; day != "" && n < 3; n++ {
		k := digits(day)
		if k == 0 || k > 4 {
			return false
		}
		part[n], width[n] = atoi(day[:k]), k
		day = day[k:]
		if day != "" {
			if day[0] != sep || len(day) == 1 || n == 2 {
				return false
			}
			day = day[1:]
		}
	}
	y, m, d := part[0], part[1], part[2]
	switch {
	case n == 2 && sep == '-' && width[0] == 4 && width[1] == 2 && !timed:
		if m > y%100 { // more likely the years 2005 and 2007 than a month
			return false
		}
	case n == 3 && width[0] == 4:
		if sep == '.' {
			return false
		}
	case n == 3 && width[2] == 4:
		y, m, d = part[2], part[1], part[0]
		if d <= 12 && m <= 12 && d != m && sep != '.' {
			return false
		}
		if m > 12 {
			m, d = d, m
		}
	case n == 3 && sep == '/' && width[2] == 2 && m > 12 && y >= 1 && y <= 12:
		y, m, d = fullYear(&item{class: cYear2, n: part[2]}), part[0], part[1] // 10/21/87
	case n == 3 && sep == '/' && width[2] == 2 && y > 12 && m <= 12:
		y, d = fullYear(&item{class: cYear2, n: part[2]}), part[0] // 21/10/87
	default:
		return false
	}
	if y < minYear || y > maxYear || m < 1 || m > 12 || n == 3 && (d < 1 || d > daysIn(y, m)) {
		return false
	}
	if timed {
		var t item
		zone := ""
		if i := strings.IndexAny(clock, "z+-"); i >= 0 {
			var ok bool
			if zone, ok = offset(clock[i:]); !ok {
				return false
			}
			clock = clock[:i]
		}
		if !l.scanClock(&t, clock) {
			return false
		}
		it.value = t.value + zone
	}
	it.class, it.n = cIso, packDate(y, m, d)
	return true
}

// packDate keeps a date in an item's number.
func packDate(y, m, d int) int { return y*10000 + m*100 + d }

func unpackDate(n int) (y, m, d int) { return n / 10000, n / 100 % 100, n % 100 }

// scanGrouped reads 1,500 and 2.5; neither can be a year or a day.
func scanGrouped(it *item, s string) bool {
	k := digits(s)
	if strings.HasSuffix(s, ".5") && k+2 == len(s) {
		it.class, it.n, it.half = cNum, atoi(s[:k]), true
		return true
	}
	n := atoi(s[:k])
	for k < len(s) {
		if s[k] != ',' || digits(s[k+1:]) != 3 || n > 1e6 {
			return false
		}
		n = n*1000 + atoi(s[k+1:k+4])
		k += 4
	}
	it.class, it.n = cNum, n
	return true
}

// digits counts the ASCII digits that s starts with.
func digits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// atoi reads digits; longer numbers than any date has stay at the limit.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		if n > 1e8 {
			return n
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
