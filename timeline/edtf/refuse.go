package edtf

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// This file words the refusals of impossible dates and of near misses. Each
// says what is wrong and what to write instead.

// noSuchMonth words the refusal of a month number; prefix is the date up to
// the month.
func noSuchMonth(prefix string, month int64) string {
	switch {
	case month == 0:
		return fmt.Sprintf("there is no month 00; write %s01 for January or leave the month out", prefix)
	case month <= 20:
		return fmt.Sprintf("there is no month %02d: months are 01 to 12, as in %s12, and parts of the year 21 to 41", month, prefix)
	}
	return fmt.Sprintf("there is no part of the year %02d: seasons are 21 to 24, quarters 33 to 36, half-years 40 and 41", month)
}

// noSuchDay returns why the point's day does not exist, empty where it does.
func (p point) noSuchDay(text string) string {
	absent := p.day == 0 && p.dayX == 0 // 00 was written
	if _, _, ok := p.bounds(); ok && !absent {
		return ""
	}
	month := p
	month.day, month.dayX = 0, 0
	month = month.bare()
	near := func(day int) string {
		q := month
		q.day = uint8(day)
		return q.String()
	}
	switch {
	case absent:
		return fmt.Sprintf("there is no day 00; write %s or leave the day out: %s", near(1), month)
	case !p.hasMask():
		n := daysIn(p.year(), int(p.month))
		if p.month == 2 && p.day == 29 {
			return fmt.Sprintf("%s is not a leap year, so February has 28 days; the nearest days are %s and %s-03-01",
				newSingle(yearPoint(p.year())).Words(Style{}), near(28), yearPoint(p.year()))
		}
		return fmt.Sprintf("%s %s has %d days; the nearest day is %s",
			English().Phrases["month."+itoa(int64(p.month))], newSingle(yearPoint(p.year())).Words(Style{}), n, near(n))
	}
	return fmt.Sprintf("no day that fits %s is in the calendar; write %s for some day of the month", text, month.String()+"-XX")
}

// yearLength words the refusal of a year without Y that has not four digits.
func yearLength(text string, neg bool) string {
	sign := ""
	if neg {
		sign = "-"
	}
	switch n := len(text); {
	case n == 0:
		return "a date starts with a year of four digits, as in 1985-04-12"
	case n < 4:
		return fmt.Sprintf("a year has four digits: write %s%s, or the full year where a century is meant", sign, strings.Repeat("0", 4-n)+text)
	case n == 8 && !neg:
		return fmt.Sprintf("year, month and day are parted by hyphens: write %s-%s-%s", text[:4], text[4:6], text[6:])
	case n == 6 && !neg:
		return fmt.Sprintf("year and month are parted by a hyphen: write %s-%s", text[:4], text[4:])
	}
	return fmt.Sprintf("a year of more than four digits starts with Y: write Y%s%s", sign, clip(text))
}

// monthLength words the refusal of a month that has not two digits.
func (r *pointParser) monthLength(from int, text string) string {
	prefix := r.in[r.from:from]
	switch n := len(text); {
	case n == 0:
		return fmt.Sprintf("a month of two digits is missing behind %s", clip(prefix))
	case n == 1:
		rest := r.in[r.pos:r.end]
		if len(rest) == 2 && rest[0] == '-' && isDigit(rest[1]) {
			rest = "-0" + rest[1:]
		}
		return fmt.Sprintf("a month has two digits: write %s0%s%s", prefix, text, clip(rest))
	case n == 3 && r.pos == r.end && !strings.Contains(text, "X") && r.p.yearX == 0:
		return ordinal(r.p.year(), text)
	case n == 4 && r.pos == r.end:
		return fmt.Sprintf("an interval is written with a slash: %s/%s", strings.TrimSuffix(prefix, "-"), text)
	}
	return "a month has two digits, 01 to 12"
}

// dayLength words the refusal of a day that has not two digits.
func (r *pointParser) dayLength(from int, text string) string {
	prefix := r.in[r.from:from]
	switch len(text) {
	case 0:
		return fmt.Sprintf("a day of two digits is missing behind %s", clip(prefix))
	case 1:
		return fmt.Sprintf("a day has two digits: write %s0%s", prefix, text)
	}
	return "a day has two digits, 01 to 31"
}

// twoSlashes words the refusal of a date with two slashes or more.
func twoSlashes(s string) string {
	parts := strings.Split(s, "/")
	if len(parts) == 3 && len(parts[0]) == 4 && len(parts[1]) <= 2 && allDigits(parts[0]+parts[1]) {
		return fmt.Sprintf("year, month and day are parted by hyphens: write %s", clip(strings.ReplaceAll(s, "/", "-")))
	}
	if len(parts) == 3 && len(parts[0]) <= 2 && len(parts[2]) == 4 && allDigits(parts[0]+parts[2]) {
		return "year, month and day stand in this order and are parted by hyphens, as in 1985-04-12"
	}
	return "an interval has one slash and two ends"
}

// ordinal words the refusal of a day of the year, and finds the day meant.
func ordinal(year int64, text string) string {
	n, _ := readMasked(text)
	length := int64(365)
	if isLeap(year) {
		length++
	}
	reason := "a day of the year is not EDTF; write year, month and day"
	if n >= 1 && n <= length {
		reason += ": " + FromDay(DayOf(year, 1, int(n))).String()
	}
	return reason
}

// trailing words the refusal of what stands behind a complete date.
func (r *pointParser) trailing() string {
	rest := clip(r.in[r.pos:r.end])
	if r.in[r.pos] == '-' {
		return fmt.Sprintf("a date ends with its day; an interval is written with a slash: %s/...", r.in[r.from:r.pos])
	}
	return fmt.Sprintf("%q does not belong here; a date is year, month and day, as in 1985-04-12", rest)
}

// clip shortens hostile text for a message.
func clip(s string) string {
	if utf8.RuneCountInString(s) <= 24 {
		return s
	}
	return string([]rune(s)[:23]) + "…"
}
