package edtf

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// tenMillion is how far from year 0 the calendar is compared with package
// time, which counts the same proleptic Gregorian days.
const tenMillion = 10_000_000

func TestDayOfMatchesTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.Int64Range(-tenMillion, tenMillion).Draw(t, "year")
		month := rapid.IntRange(-30, 30).Draw(t, "month")
		day := rapid.IntRange(-400, 400).Draw(t, "day")
		got := DayOf(year, month, day)
		want := time.Date(int(year), time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if seconds := want.Unix(); int64(got)*86400 != seconds {
			t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, day, got, seconds/86400)
		}
		if got.Weekday() != want.Weekday() {
			t.Fatalf("%s is a %s, want %s", got, got.Weekday(), want.Weekday())
		}
		y, m, d := got.Civil()
		if y != int64(want.Year()) || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("Civil of %s = %d, %d, %d", want, y, m, d)
		}
	})
}

func TestCivilIsInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := Day(rapid.Int64Range(-tenMillion*366, tenMillion*366).Draw(t, "day"))
		year, month, d := day.Civil()
		if month < 1 || month > 12 || d < 1 || d > daysIn(year, month) {
			t.Fatalf("day %d is %d-%d-%d", day, year, month, d)
		}
		if got := DayOf(year, month, d); got != day {
			t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, d, got, day)
		}
	})
}

func TestDaysAreConsecutive(t *testing.T) {
	day := DayOf(-401, 1, 1)
	for year := int64(-401); year <= 2401; year++ {
		for month := 1; month <= 12; month++ {
			for d := 1; d <= daysIn(year, month); d++ {
				if got := DayOf(year, month, d); got != day {
					t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, d, got, day)
				}
				day++
			}
		}
	}
}

func TestDayExtremes(t *testing.T) {
	tests := []struct {
		year       int64
		month, day int
		want       Day
	}{
		{1970, 1, 1, 0},
		{1969, 12, 31, -1},
		{2000, 3, 1, 11017},
		{0, 3, 1, -719468},
		{2023, 14, 0, 19753},
		{MaxYear, 12, 31, 365242499999280837},
		{-MaxYear, 1, 1, -365242500000719528},
	}
	for _, tt := range tests {
		if got := DayOf(tt.year, tt.month, tt.day); got != tt.want {
			t.Errorf("DayOf(%d, %d, %d) = %d, want %d", tt.year, tt.month, tt.day, got, tt.want)
		}
	}
	// Nothing wraps around, whatever is asked for.
	if got := DayOf(math.MaxInt64, math.MaxInt, math.MaxInt); got < DayOf(MaxYear, 12, 31) {
		t.Errorf("the last day of all is %d", got)
	}
	if got := DayOf(math.MinInt64, math.MinInt, math.MinInt); got > DayOf(-MaxYear, 1, 1) {
		t.Errorf("the first day of all is %d", got)
	}
	if year, _, _ := Day(math.MaxInt64).Civil(); year != 25252734927768524 {
		t.Errorf("the last year of all is %d", year)
	}
	if year, _, _ := Day(math.MinInt64).Civil(); year != -25252734927764585 {
		t.Errorf("the first year of all is %d", year)
	}
	if got := Day(math.MaxInt64).String(); got != "day 9223372036854775807" {
		t.Errorf("a day beyond the range reads %q", got)
	}
	if got := FromDay(math.MinInt64); !got.IsZero() {
		t.Errorf("a day beyond the range gives %s", got)
	}
}
