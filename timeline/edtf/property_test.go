package edtf

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSpellingReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t, "date")
		again, err := Parse(d.String())
		if err != nil || again != d {
			t.Fatalf("%q reads back as %v, %v", d, again, err)
		}
		if again.String() != d.String() {
			t.Fatalf("%q is spelled %q after reading", d, again)
		}
		var unmarshalled struct{ D Date }
		data, err := json.Marshal(struct{ D Date }{d})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &unmarshalled); err != nil || unmarshalled.D != d {
			t.Fatalf("%s unmarshals as %s, %v", data, unmarshalled.D, err)
		}
	})
}

func TestCompareIsStrictTotalOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := []Date{anyDate(t, "a"), anyDate(t, "b"), anyDate(t, "c"), {}}
		for _, a := range dates {
			for _, b := range dates {
				if (Compare(a, b) == 0) != (a == b) {
					t.Fatalf("Compare(%s, %s) = %d", a, b, Compare(a, b))
				}
				if Compare(a, b) != -Compare(b, a) {
					t.Fatalf("Compare(%s, %s) = %d, and %d the other way", a, b, Compare(a, b), Compare(b, a))
				}
				for _, c := range dates {
					if Compare(a, b) < 0 && Compare(b, c) < 0 && Compare(a, c) >= 0 {
						t.Fatalf("%s < %s < %s, but Compare(first, last) = %d", a, b, c, Compare(a, c))
					}
				}
			}
			if !a.IsZero() && Compare(a, Date{}) >= 0 {
				t.Fatalf("%s does not come before no date", a)
			}
		}
	})
}

func TestEarliestBeforeLatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t, "date")
		lo, hasLo := d.Earliest()
		hi, hasHi := d.Latest()
		if d.IsInterval() == d.IsSet() && !(hasLo && hasHi) {
			t.Fatalf("%s has no bounds", d)
		}
		if hasLo && hasHi && lo > hi {
			t.Fatalf("%s is from %s to %s", d, lo, hi)
		}
		if !hasLo && lo != 0 || !hasHi && hi != 0 {
			t.Fatalf("%s has a day where it has no bound", d)
		}
	})
}

// TestMaskedBounds finds the bounds of a date with unspecified digits by
// looking at the spelling of every day of a century.
func TestMaskedBounds(t *testing.T) {
	var days []string
	first := DayOf(1900, 1, 1)
	for d := first; d < DayOf(2000, 1, 1); d++ {
		y, m, day := d.Civil()
		days = append(days, fmt.Sprintf("%04d-%02d-%02d", y, m, day))
	}
	matches := func(day, pattern string) bool {
		for i := range len(pattern) {
			if pattern[i] != 'X' && pattern[i] != day[i] {
				return false
			}
		}
		return true
	}
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.SampledFrom(days).Draw(t, "day")
		pattern = pattern[:rapid.SampledFrom([]int{4, 7, 10, 10, 10}).Draw(t, "length")]
		b := []byte(pattern)
		for i := 2; i < len(b); i++ {
			if b[i] != '-' && rapid.Bool().Draw(t, "hide") {
				b[i] = 'X'
			}
		}
		pattern = string(b)
		var lo, hi string
		for _, day := range days {
			if matches(day, pattern) {
				if lo == "" {
					lo = day
				}
				hi = day
			}
		}
		d, err := Parse(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := bound(d.Earliest()); got != lo {
			t.Fatalf("%s starts on %s, want %s", pattern, got, lo)
		}
		if got := bound(d.Latest()); got != hi {
			t.Fatalf("%s ends on %s, want %s", pattern, got, hi)
		}
	})
}

func TestIntervalCoversItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPoint(t, "a"), anyPoint(t, "b")
		d := Interval(a, b)
		if a == b {
			if d != a {
				t.Fatalf("the interval from %s to itself is %s", a, d)
			}
			return
		}
		start, end := d.Start(), d.End()
		if (start != a || end != b) && (start != b || end != a) {
			t.Fatalf("the interval of %s and %s is %s", a, b, d)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("%s reads back as %s, %v", d, again, err)
		}
		// Where one end lies within the other the interval is narrower.
		if start.lo <= end.lo && start.hi <= end.hi && !(d.Covers(a) && d.Covers(b)) {
			t.Fatalf("%s does not cover %s and %s", d, a, b)
		}
		if since := Interval(a, Date{}); !since.OpenEnd() || !since.Covers(a) || since.Start() != a {
			t.Fatalf("since %s is %s", a, since)
		}
		if until := Interval(Date{}, a); !until.OpenStart() || !until.Covers(a) || until.End() != a {
			t.Fatalf("until %s is %s", a, until)
		}
	})
}

func TestCoversAndOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyDate(t, "a"), anyDate(t, "b"), anyDate(t, "c")
		if !a.Covers(a) || !a.Overlaps(a) {
			t.Fatalf("%s does not cover or overlap itself", a)
		}
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatalf("overlap of %s and %s depends on the order", a, b)
		}
		if a.Covers(b) && b.Covers(c) && !a.Covers(c) {
			t.Fatalf("%s covers %s, which covers %s, which the first does not", a, b, c)
		}
		if a.Covers(b) && b.Overlaps(c) && !a.Overlaps(c) {
			t.Fatalf("%s covers %s but does not meet %s", a, b, c)
		}
		if (Date{}).Covers(a) || a.Covers(Date{}) || a.Overlaps(Date{}) {
			t.Fatalf("%s has to do with no date", a)
		}
	})
	// Against counting the days one by one.
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Custom(func(t *rapid.T) Date {
			return FromDay(Day(rapid.IntRange(0, 8).Draw(t, "day")))
		})
		open := rapid.Custom(func(t *rapid.T) Date {
			if rapid.IntRange(0, 4).Draw(t, "open") == 0 {
				return Date{}
			}
			return day.Draw(t, "end")
		})
		a := Interval(open.Draw(t, "a from"), open.Draw(t, "a to"))
		b := Interval(open.Draw(t, "b from"), open.Draw(t, "b to"))
		in := func(d Date, day Day) bool {
			lo, hasLo := d.Earliest()
			hi, hasHi := d.Latest()
			return (!hasLo || lo <= day) && (!hasHi || day <= hi)
		}
		overlaps, covers := false, true
		for day := Day(-5); day <= 15; day++ {
			overlaps = overlaps || in(a, day) && in(b, day)
			covers = covers && (in(a, day) || !in(b, day))
		}
		if a.Overlaps(b) != overlaps || a.Covers(b) != covers {
			t.Fatalf("%s and %s: overlaps %v, covers %v, want %v, %v", a, b, a.Overlaps(b), a.Covers(b), overlaps, covers)
		}
	})
}

func TestQualifying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t, "date")
		about, perhaps := d.WithApproximate(), d.WithUncertain()
		if d.String() == "../.." || !strings.ContainsAny(d.String(), "0123456789X") {
			if about != d || perhaps != d {
				t.Fatalf("%s has nothing to qualify", d)
			}
			return
		}
		if !about.Approximate() || about.Uncertain() != d.Uncertain() || about.WithApproximate() != about {
			t.Fatalf("about %s is %s", d, about)
		}
		if !perhaps.Uncertain() || perhaps.Approximate() != d.Approximate() || perhaps.WithUncertain() != perhaps {
			t.Fatalf("perhaps %s is %s", d, perhaps)
		}
		if about.WithUncertain() != perhaps.WithApproximate() {
			t.Fatalf("%s is qualified differently in a different order", d)
		}
		if !about.Covers(d) || !d.Covers(about) || about.Precision() != d.Precision() {
			t.Fatalf("qualifying moves %s to %s", d, about)
		}
		if again, err := Parse(about.String()); err != nil || again != about {
			t.Fatalf("%s reads back as %s, %v", about, again, err)
		}
	})
}

func TestFromDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.Int64Range(-MaxYear, MaxYear).Draw(t, "year")
		if rapid.Bool().Draw(t, "near") {
			year %= 20000
		}
		day := DayOf(year, rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, 28).Draw(t, "day"))
		d := FromDay(day)
		lo, _ := d.Earliest()
		hi, _ := d.Latest()
		if lo != day || hi != day || d.Precision() != PrecisionDay {
			t.Fatalf("day %d is %s, from %d to %d", day, d, lo, hi)
		}
		if again, err := Parse(d.String()); err != nil || again != d {
			t.Fatalf("%s reads back as %s, %v", d, again, err)
		}
		if !FromYear(year).Covers(d) || !FromMonth(year, 1).Overlaps(FromYear(year)) {
			t.Fatalf("%s is not in %s", d, FromYear(year))
		}
	})
}

func TestWordsAreClean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t, "date")
		s := Style{
			MonthDay:   rapid.Bool().Draw(t, "month day"),
			FullMonth:  rapid.Bool().Draw(t, "full month"),
			ShortMonth: rapid.Bool().Draw(t, "short month"),
			OmitYear:   rapid.Bool().Draw(t, "omit year"),
		}
		checkWords(t, d, s)
	})
}

func checkWords(t rapid.TB, d Date, s Style) {
	words := d.Words(s)
	switch {
	case words == "" || !utf8.ValidString(words):
		t.Fatalf("%s reads %q", d, words)
	case strings.TrimSpace(words) != words || strings.Contains(words, "  "):
		t.Fatalf("%s has stray spaces in %q", d, words)
	case strings.ContainsAny(words, "~?%/[]{}"):
		t.Fatalf("%s has the format's marks in %q", d, words)
	case len(words) > 200*(1+len(d.String())/8):
		t.Fatalf("%s has %d bytes of words", d, len(words))
	}
}
