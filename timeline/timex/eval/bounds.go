package eval

import (
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// meetsBounds reports whether expressions reach from the first day of first to
// the last day of last, each as the corpus spells it and "" for no bound.
//
// The corpus writes BC years now as historians count (508 BC is -0508), now as
// EDTF does (-0507): either is right. It ends seasons with the month in which
// they end by the sun (summer is 06 to 09) or, seldom, with the last full one
// (06 to 08): a season whose first month is right and whose last is one of the
// two is right. Yearless seasons are met by a value such as XXXX-SU.
func meetsBounds(found []Span, first, last string) bool {
	for _, s := range found {
		if meetsSeason(s, first, last) {
			return true
		}
	}
	var begin, end edtf.Date
	for _, s := range found {
		if s.Date.IsZero() {
			continue
		}
		if begin.IsZero() {
			begin = s.Date
		}
		end = s.Date
	}
	if begin.IsZero() {
		return false
	}
	for _, shift := range []int64{0, 1} {
		lowest, bounded := begin.Earliest()
		highest, ended := end.Latest()
		from, to := bcYear(first, shift), bcYear(last, shift)
		if wantLow, want := from.Earliest(); want != bounded || want && wantLow != lowest {
			continue
		}
		if wantHigh, want := to.Latest(); want != ended || want && wantHigh != highest {
			continue
		}
		if from.IsZero() != (first == "") || to.IsZero() != (last == "") {
			continue // a bound of the corpus that is no date
		}
		return true
	}
	return false
}

// bcYear reads a date of the corpus. The number of a year BC is raised by shift.
func bcYear(s string, shift int64) edtf.Date {
	if year, err := strconv.ParseInt(s, 10, 64); err == nil {
		if year < 0 {
			year += shift
		}
		return edtf.FromYear(year)
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// bare returns an expression whose date is that of its value alone, where the
// value is a year or something longer or shorter that EDTF has a word for.
func bare(s Span) Span {
	spelling := s.Value
	if _, err := strconv.Atoi(s.Value); err == nil && (len(s.Value) == 2 || len(s.Value) == 3) {
		spelling += "XX"[:4-len(s.Value)]
	}
	if d, err := edtf.Parse(spelling); err == nil && s.Mod != "" {
		s.Date, s.EDTF, s.Mod = d, d.String(), ""
	}
	return s
}

// seasons are the first month of each season, by its TIMEX3 name.
var seasons = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// meetsSeason reports whether an expression is a season, 2010-SU or XXXX-SU,
// and first and last are the months of it: 2010-06 and 2010-09, --06 and --09.
// Winter ends in the year after.
func meetsSeason(s Span, first, last string) bool {
	year, season, _ := strings.Cut(s.Value, "-")
	start := seasons[season]
	if start == 0 {
		return false
	}
	fromYear, fromMonth, ok1 := yearMonth(first)
	toYear, toMonth, ok2 := yearMonth(last)
	if !ok1 || !ok2 || fromMonth != start || fromYear != year {
		return false
	}
	lastFull, bySun := (start+1)%12+1, (start+2)%12+1
	if toMonth != lastFull && toMonth != bySun {
		return false
	}
	if season == "WI" && year != "XXXX" {
		n, err := strconv.Atoi(year)
		next, err2 := strconv.Atoi(toYear)
		return err == nil && err2 == nil && next == n+1
	}
	return toYear == year
}

// yearMonth reads 2010-06 and --06, whose year is XXXX.
func yearMonth(s string) (year string, month int, ok bool) {
	if rest, yearless := strings.CutPrefix(s, "--"); yearless {
		s = "XXXX-" + rest
	}
	if len(s) != len("2010-06") || s[4] != '-' {
		return "", 0, false
	}
	month, err := strconv.Atoi(s[5:])
	return s[:4], month, err == nil
}
