package edtf

import (
	"fmt"
	"time"
)

// MaxYear is the largest year, and -MaxYear the smallest, that a Date can
// name. Every day of these years is a [Day] with room to spare.
const MaxYear int64 = 1_000_000_000_000_000

// A Day counts days since 1 January 1970 in the proleptic Gregorian calendar.
type Day int64

const (
	daysPerEra = 146097 // days in 400 Gregorian years
	epochShift = 719468 // days from 1 March of year 0 to 1 January 1970
)

// DayOf returns the day of a date in the proleptic Gregorian calendar. Years
// are astronomical: 0 is 1 BC, -1 is 2 BC. Months outside 1 to 12 and days
// outside the month carry over, so that (2023, 14, 0) is 31 January 2024.
// Years beyond [MaxYear] on either side, and days beyond that number, are
// taken as the limit.
func DayOf(year int64, month, day int) Day {
	m := clamp(int64(month)) - 1
	y := clamp(clamp(year) + floorDiv(m, 12))
	m = floorMod(m, 12)
	// Counting from March puts the leap day at the end of the year
	// (H. Hinnant, "chrono-compatible low-level date algorithms").
	m = floorMod(m+10, 12)
	if m >= 10 {
		y--
	}
	era, yearOfEra := floorDiv(y, 400), floorMod(y, 400)
	dayOfYear := (153*m + 2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*daysPerEra + dayOfEra - epochShift + clamp(int64(day)) - 1)
}

// Civil returns the calendar date of a day; it is the inverse of [DayOf].
func (d Day) Civil() (year int64, month, day int) {
	// The era is taken off before the shift, so that no day overflows.
	era, rest := floorDiv(int64(d), daysPerEra), floorMod(int64(d), daysPerEra)
	rest += epochShift
	era += rest / daysPerEra
	dayOfEra := rest % daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	year = era*400 + yearOfEra
	if m >= 10 {
		return year + 1, int(m - 9), day
	}
	return year, int(m + 3), day
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(floorMod(int64(d), 7)+int64(time.Thursday), 7))
}

// String returns the day as EDTF, or as a bare count where its year lies
// beyond [MaxYear].
func (d Day) String() string {
	if date := FromDay(d); !date.IsZero() {
		return date.String()
	}
	return fmt.Sprintf("day %d", int64(d))
}

func isLeap(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// daysIn returns the number of days in a month from 1 to 12.
func daysIn(year int64, month int) int {
	switch month {
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// clamp keeps sums of years or days far from the ends of int64.
func clamp(n int64) int64 {
	// A significant-digits year may reach up to twice MaxYear.
	return max(-2*MaxYear, min(2*MaxYear, n))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - b*floorDiv(a, b) }
