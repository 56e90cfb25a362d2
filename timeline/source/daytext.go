package source

import (
	"fmt"
	"strconv"
	"strings"
)

// Years that a document can plausibly be dated with. Anything else that looks
// like a date is a number.
const (
	minYear = 1600
	maxYear = 2100
)

const monthWords = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

const weekdayWords = `(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?`

// dayForms are the ways of writing a whole calendar date that cannot be
// misread. 03/04/2025 is left out: it means March or April.
var dayForms = []struct {
	re             pattern
	year, mon, day int  // submatches
	slashed        bool // day and month may come in either order
}{
	{compile(`(?i)\b(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:\b|[tT_]\d)`), 1, 3, 5, false},
	{compile(`(?i)\b(` + monthWords + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`), 3, 1, 2, false},
	{compile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(` + monthWords + `)\.?,?[\s-]+(\d{4})\b`), 3, 2, 1, false},
	{compile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), 3, 2, 1, false},
	{compile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`), 3, 2, 1, true},
}

// findDay finds the first whole calendar date written in s, with or without
// its weekday. It gives the date as YYYY-MM-DD and where it stands, in bytes.
func findDay(s string) (day string, start, end int, ok bool) {
	if !hasYear(s) {
		return "", 0, 0, false
	}
	best := -1
	for _, f := range dayForms {
		m := f.re().FindStringSubmatchIndex(s)
		if m == nil || best >= 0 && m[0] >= best {
			continue
		}
		sub := func(i int) string { return s[m[2*i]:m[2*i+1]] }
		y, mo, d := number(sub(f.year)), monthNumber(sub(f.mon)), number(sub(f.day))
		if f.slashed {
			switch {
			case d == mo || d > 12:
			case mo > 12:
				d, mo = mo, d
			default:
				continue // month and day cannot be told apart
			}
		}
		if !plausibleDay(y, mo, d) {
			continue
		}
		best, start = m[0], m[0]
		end = m[2*max(f.year, f.day, f.mon)+1]
		day, ok = isoDay(y, mo, d), true
	}
	if !ok {
		return "", 0, 0, false
	}
	start = weekdayBefore(s, start)
	return day, start, end, true
}

// hasYear reports whether s has four digits in a row, without which there is
// no whole date: the cheap look before the patterns.
func hasYear(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}

var trailingWeekday = compile(`(?i)\b` + weekdayWords + `\.?,?\s+$`)

// weekdayBefore moves start back over a weekday that belongs to the date.
func weekdayBefore(s string, start int) int {
	from := max(0, start-16)
	if m := trailingWeekday().FindStringIndex(s[from:start]); m != nil {
		return from + m[0]
	}
	return start
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// monthNumber reads a month's number or English name.
func monthNumber(s string) int {
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		return number(s)
	}
	if len(s) < 3 {
		return -1
	}
	i := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(s[:3]))
	if i < 0 || i%3 != 0 {
		return -1
	}
	return i/3 + 1
}

// plausibleDay reports whether the date exists and lies within living memory
// of print.
func plausibleDay(y, m, d int) bool {
	return y >= minYear && y <= maxYear && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func isoDay(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }

var isoPrefix = compile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T\s])`)

// readStamp reads a metadata value: an ISO 8601 timestamp, of which it takes
// the local calendar date as written, a date in words, or a month or year
// alone. It gives an EDTF string, "" when the value is no date.
func readStamp(v string) string {
	v = strings.TrimSpace(v)
	if len(v) > 100 {
		return ""
	}
	if m := isoPrefix().FindStringSubmatch(v); m != nil {
		y := number(m[1])
		switch {
		case y < minYear || y > maxYear:
			return ""
		case m[2] == "":
			return m[1]
		case m[3] == "":
			if mo := number(m[2]); mo >= 1 && mo <= 12 {
				return m[1] + "-" + m[2]
			}
			return ""
		}
	}
	if day, _, _, ok := findDay(v); ok {
		return day
	}
	if len(v) >= 8 && allDigits(v[:8]) && (len(v) == 8 || v[8] == 'T') { // 20250816T1030
		if y, m, d := number(v[:4]), number(v[4:6]), number(v[6:8]); plausibleDay(y, m, d) {
			return isoDay(y, m, d)
		}
	}
	return ""
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
