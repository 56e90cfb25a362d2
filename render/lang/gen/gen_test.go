package main

import (
	"strings"
	"testing"
)

func TestDayMonth(t *testing.T) {
	tests := []struct {
		g             grammar
		pattern, want string
	}{
		{grammar{}, "d. MMMM", "{1}. {2}"},
		{grammar{}, "d 'de' MMMM", "{1} de {2}"},
		{grammar{declined: true}, "d MMM", "{1} {2/gen}"},
		{grammar{suffix: "月"}, "M月d日", "{2}{1}日"},
	}
	for _, tt := range tests {
		if got, err := tt.g.dayMonth(tt.pattern); err != nil || got != tt.want {
			t.Errorf("%q gives %q, %v, want %q", tt.pattern, got, err, tt.want)
		}
	}
	if got, err := (grammar{}).dayMonth("d MMM EEE"); err == nil {
		t.Errorf("a weekday is written: %q", got)
	}
}

func TestWithYear(t *testing.T) {
	tests := []struct{ whole, part, join, year string }{
		{"d. MMMM y", "d. MMMM", "{1} {2/}", "{1}"},
		{"d 'de' MMMM 'de' y", "d 'de' MMMM", "{1} de {2/}", "{1}"},
		{"d MMMM y\u202f'г'.", "d MMMM", "{1} {2/}", "{1}\u00a0г."},
		{"y年M月d日", "M月d日", "{2/}{1}", "{1}年"},
		{"MMM d, y", "MMM d", "{1}, {2/}", "{1}"},
	}
	for _, tt := range tests {
		join, year, err := withYear(tt.whole, tt.part)
		if err != nil || join != tt.join || year != tt.year {
			t.Errorf("%q gives %q, %q, %v, want %q, %q", tt.whole, join, year, err, tt.join, tt.year)
		}
	}
	for _, whole := range []string{"d. MMMM", "MMMM d, y"} {
		if join, _, err := withYear(whole, "d. MMMM"); err == nil {
			t.Errorf("%q gives %q", whole, join)
		}
	}
}

func TestEraYear(t *testing.T) {
	tests := []struct{ whole, part, era, want string }{
		{"d. MMM y G", "d. MMM", "v. Chr.", "{1} v.\u00a0Chr."},
		{"Gy年M月d日", "M月d日", "公元前", "公元前{1}年"},
		{"d MMM y\u202f'г'. G", "d MMM", "до н. э.", "{1}\u00a0г. до\u00a0н.\u00a0э."},
	}
	for _, tt := range tests {
		if got, err := eraYear(tt.whole, tt.part, tt.era); err != nil || got != tt.want {
			t.Errorf("%q gives %q, %v, want %q", tt.whole, got, err, tt.want)
		}
	}
	if got, err := eraYear("y G", "d MMM", "BC"); err == nil {
		t.Errorf("a pattern without its part gives %q", got)
	}
}

// TestPhrases reads a made-up language from testdata.
func TestPhrases(t *testing.T) {
	l, err := read("testdata", "xx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := l.phrases()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"# From Unicode CLDR 1.2.3", "date.month.8 = august", "date.month.8/gen = augusta", "date.month.short.8/gen = aug.",
		"date.day = {1}. {2/gen}", "date.day.short = {1} {2/gen}", "date.year = {1} r.", "date.month.year = {1} {2/}",
		"date.year.bc = {1} BX", "date.quarter.3 = 3-Q", "day.one = {n} dan", "day.many = {n} dana", `thousands = " "`,
		"clock = H:mm", "tick.day = {1}.", "and = {1} ja {2}", "date.or = {1} vai {2}", `comma = ", "`,
	} {
		if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), line) {
			t.Errorf("there is no line %q in\n%s", line, got)
		}
	}
	if strings.Contains(got, "day.other") {
		t.Error("the plural of fractions is written")
	}
	if _, err := read("testdata", "yy"); err == nil {
		t.Error("a language that is not there is read")
	}
}
