package timex

import (
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
)

func TestISOWeek(t *testing.T) {
	for _, c := range []struct {
		y          int64
		m, d       int
		year, week int
	}{
		{2021, 1, 3, 2020, 53}, {2021, 1, 4, 2021, 1}, {2024, 12, 30, 2025, 1},
		{2024, 6, 13, 2024, 24}, {2023, 1, 1, 2022, 52}, {2020, 12, 31, 2020, 53},
	} {
		if y, w := isoWeek(edtf.DayOf(c.y, c.m, c.d)); y != c.year || w != c.week {
			t.Errorf("%d-%d-%d: week %d-%d, want %d-%d", c.y, c.m, c.d, y, w, c.year, c.week)
		}
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		day, want string
		year      int
	}{
		{"easter+0", "2000-04-23", 2000},
		{"easter+0", "2024-03-31", 2024},
		{"easter+0", "2038-04-25", 2038},
		{"easter-2", "2025-04-18", 2025},
		{"4 thursday november", "2024-11-28", 2024},
		{"4 thursday november", "1999-11-25", 1999},
		{"-1 monday may", "2024-05-27", 2024},
		{"-1 monday may", "2026-05-25", 2026},
		{"-2 monday may", "2026-05-18", 2026},
		{"3 monday january", "2024-01-15", 2024},
		{"3 monday february", "2024-02-19", 2024},
		{"1 monday september", "2024-09-02", 2024},
		{"2 monday october", "2024-10-14", 2024},
		{"4 thursday november +4", "2024-12-02", 2024},
		{"easter-47", "2024-02-13", 2024},
		{"easter+50", "2024-05-20", 2024},
		{"12-24", "2023-12-24", 2023},
		{"1 monday november +1", "2024-11-05", 2024},
		{"1 monday november +1", "2022-11-08", 2022},
		{"-1 monday may +2", "2026-05-27", 2026},
	} {
		h, ok := English().parseHoliday(c.day)
		if !ok {
			t.Fatalf("%s is not read", c.day)
		}
		if got := h.in(c.year).String(); got != c.want {
			t.Errorf("%s %d: %s, want %s", c.day, c.year, got, c.want)
		}
	}
	for _, bad := range []string{"", "13-01", "12-40", "easter", "4 thursday", "0 thursday may", "4 may thursday"} {
		if h, ok := English().parseHoliday(bad); ok {
			t.Errorf("%q is read as %+v", bad, h)
		}
	}
}

// TestShift: the ends of months and the borders of years.
func TestShift(t *testing.T) {
	day := func(y, m, d int) stamp { return stamp{gran: uDay, year: y, sub: m, day: d} }
	for _, c := range []struct {
		from stamp
		unit unit
		n    int
		gran unit
		want string
	}{
		{day(2024, 1, 1), uDay, -1, uDay, "2023-12-31"},
		{day(2024, 3, 31), uMonth, -1, uMonth, "2024-02"},
		{day(2024, 1, 31), uMonth, 1, uMonth, "2024-02"},
		{day(2024, 2, 29), uYear, -1, uDay, "2023-02-28"},
		{day(2024, 11, 5), uQuarter, 1, uQuarter, "2025-Q1"},
		{day(2024, 12, 30), uWeek, 0, uWeek, "2025-W01"},
		{day(2024, 6, 13), uWeekend, 0, uWeekend, "2024-W24-WE"},
		{day(2024, 6, 13), uDecade, -1, uDecade, "201"},
		{day(2024, 6, 13), uCentury, -1, uCentury, "19"},
		{day(2, 6, 13), uYear, -3, uYear, "BC0002"},
	} {
		got, ok := c.from.shift(c.unit, c.n, c.gran)
		if !ok || got.value() != c.want {
			t.Errorf("%s by %d: %s (%v), want %s", c.from.value(), c.n, got.value(), ok, c.want)
		}
	}
	if _, ok := (stamp{gran: uYear, year: 2024}).shift(uDay, 1, uDay); ok {
		t.Error("a year has no next day")
	}
	if _, ok := day(2024, 1, 1).shift(uYear, maxShift+1, uYear); ok {
		t.Error("a shift beyond the limit is answered")
	}
}

func TestDurationValue(t *testing.T) {
	for _, c := range []struct {
		unit unit
		n    int
		half bool
		want string
	}{
		{uHour, 3, false, "PT3H"}, {uDecade, 8, false, "P80Y"}, {uDecade, 1, true, "P15Y"},
		{uYear, 2, true, "P2.5Y"}, {uFortnight, 1, false, "P2W"}, {uQuarter, 2, false, "P6M"},
		{uMinute, 5, false, "PT5M"}, {uCentury, 1, false, "P100Y"},
	} {
		if got := durationValue(c.unit, c.n, c.half); got != c.want {
			t.Errorf("%d of unit %d: %s, want %s", c.n, c.unit, got, c.want)
		}
	}
}
