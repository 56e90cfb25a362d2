package edtf

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestConstructors(t *testing.T) {
	tests := []struct {
		name string
		got  Date
		want string // spelling, empty for the zero date
	}{
		{"year", FromYear(1867), "1867"},
		{"year before 1", FromYear(-47), "-0047"},
		{"year 0", FromYear(0), "0000"},
		{"long year", FromYear(12024), "Y12024"},
		{"largest year", FromYear(MaxYear), "Y1000000000000000"},
		{"year too large", FromYear(MaxYear + 1), ""},
		{"year too small", FromYear(math.MinInt64), ""},
		{"month", FromMonth(2025, 8), "2025-08"},
		{"long year's month", FromMonth(-12024, 8), "Y-12024-08"},
		{"month 0", FromMonth(2025, 0), ""},
		{"month 13", FromMonth(2025, 13), ""},
		{"month of a wild year", FromMonth(math.MaxInt64, 1), ""},
		{"day", FromDay(0), "1970-01-01"},
		{"summer", FromSeason(2023, 22), "2023-22"},
		{"second half", FromSeason(2023, 41), "2023-41"},
		{"no grouping", FromSeason(2023, 20), ""},
		{"no grouping above", FromSeason(2023, 42), ""},
		{"decade", FromDecade(1995), "199X"},
		{"decade before year 0", FromDecade(-185), "-018X"},
		{"decade too far", FromDecade(10000), ""},
		{"century", FromCentury(1995), "19XX"},
		{"century too far", FromCentury(-10000), ""},
	}
	for _, tt := range tests {
		if tt.got.String() != tt.want || tt.got.IsZero() != (tt.want == "") {
			t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
		}
		if tt.want != "" && mustParse(t, tt.want) != tt.got {
			t.Errorf("%s does not equal what Parse makes of %q", tt.name, tt.want)
		}
	}
}

func TestInterval(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"2025-05-16", "2025-06-02", "2025-05-16/2025-06-02"},
		{"2025-06-02", "2025-05-16", "2025-05-16/2025-06-02"},
		{"2025-05~", "2025-06?", "2025-05~/2025-06?"},
		{"2025", "2025", "2025"},
		{"2025", "", "2025/.."},
		{"", "2025", "../2025"},
		{"", "", "../.."},
		{"2020/2021", "2023/2024", "2020/2024"},
		{"2020/..", "2023/", "2020/"},
		{"/2020", "2023", "/2023"},
		{"[1667,1670-12]", "{1700,1701-02}", "1667-01-01/1701-02-28"},
		{"[..1667]", "1700", "../1700"},
		{"1600", "[1667..]", "1600/.."},
		{"1600", "[1667,Y1000000000000000-24]", "1600/.."}, // the last day has no date
	}
	for _, tt := range tests {
		if got := Interval(parseOrZero(t, tt.from), parseOrZero(t, tt.to)); got != mustParse(t, tt.want) {
			t.Errorf("Interval(%q, %q) = %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestOrder(t *testing.T) {
	want := []string{
		"../1984", "/1984", "../..", // no beginning: by their ends
		"Y-17E7", "-0047", "0000",
		"198X",
		"1985-01-01", "1985-01-01~", "1985-01",
		"1985-01/1985-12", "1985", "1985-XX", // the same days, from fine to coarse
		"1985/1986-02", "1985/1990", "1985/",
		"1985-02-03", "1985-21/1985-22",
		"Y12024",
		"", // no date at all
	}
	dates := make([]Date, len(want))
	for i, s := range want {
		dates[len(want)-1-i] = parseOrZero(t, s)
	}
	slices.SortFunc(dates, Compare)
	got := make([]string, len(dates))
	for i, d := range dates {
		got[i] = d.String()
	}
	if !slices.Equal(got, want) {
		t.Errorf("sorted\n got %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

func TestCovers(t *testing.T) {
	tests := []struct {
		a, b             string
		covers, overlaps bool
	}{
		{"1985", "1985-04", true, true},
		{"1985-04", "1985", false, true},
		{"1985", "1986", false, false},
		{"1985", "1985-12-31/1986-01-01", false, true},
		{"2022-02-24/..", "2030", true, true},
		{"2022-02-24/..", "2022-02", false, true},
		{"2022-02-24/..", "2022-01", false, false},
		{"../1985", "/1984", true, true},
		{"../..", "1985/..", true, true},
		{"1985/..", "../..", false, true},
		{"../1985", "1986/..", false, false},
		{"198X", "1985-04-12~", true, true},
		{"2023-24", "2024-02-29", true, true},
	}
	for _, tt := range tests {
		a, b := mustParse(t, tt.a), mustParse(t, tt.b)
		if a.Covers(b) != tt.covers || a.Overlaps(b) != tt.overlaps {
			t.Errorf("%s and %s: covers %v, overlaps %v, want %v, %v", a, b, a.Covers(b), a.Overlaps(b), tt.covers, tt.overlaps)
		}
	}
}

func TestZero(t *testing.T) {
	var d Date
	_, hasLo := d.Earliest()
	_, hasHi := d.Latest()
	switch {
	case !d.IsZero(), d.String() != "", hasLo, hasHi, d.Precision() != PrecisionNone,
		d.IsInterval(), d.Approximate(), d.Uncertain(), Compare(d, d) != 0,
		d.WithApproximate() != d, d.WithUncertain() != d, d.Start() != d, d.End() != d:
		t.Errorf("the zero date is something: %+v", d)
	}
	if third, ok := Early(d); ok || !third.IsZero() {
		t.Errorf("the early part of no date is %s", third)
	}
}

func TestText(t *testing.T) {
	var d Date
	if err := d.UnmarshalText([]byte("~1985")); err != nil || d.String() != "1985~" {
		t.Errorf("unmarshalled %s, %v", d, err)
	}
	before := d
	if err := d.UnmarshalText([]byte("1985-13")); err == nil || d != before {
		t.Errorf("a bad text gives %s, %v", d, err)
	}
	if text, err := d.MarshalText(); err != nil || string(text) != "1985~" {
		t.Errorf("marshalled %q, %v", text, err)
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("empty text gives %s, %v", d, err)
	}
}

func TestPrecisionNames(t *testing.T) {
	names := []string{"none", "day", "month", "season", "year", "decade", "century", "millennium", "other"}
	for p := PrecisionNone; p <= PrecisionOther; p++ {
		if p.String() != names[p] {
			t.Errorf("precision %d is called %q, want %q", p, p, names[p])
		}
	}
}

func parseOrZero(t testing.TB, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	return mustParse(t, s)
}
