// Package htmltext makes texts and dates fit for HTML. It escapes nothing:
// that is left to the writers.
package htmltext

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Clean returns s as valid UTF-8 without the characters that HTML forbids.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case r < 0x20 || r >= 0x7f && r <= 0x9f || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// OneLine is Clean with all white space made single spaces.
func OneLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// htmlDate matches the spellings of days, months and years that are valid in
// <time> too. The year 0000 is not.
var htmlDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`)

// Date spells a date as <time> wants it, "2031-05-09", "2031-05" or "2031". It
// returns "" for dates that HTML cannot say: intervals, doubts, other years.
func Date(d edtf.Date) string {
	s := d.String()
	if !htmlDate.MatchString(s) || s[:4] == "0000" {
		return ""
	}
	switch d.Precision() {
	case edtf.PrecisionDay, edtf.PrecisionMonth, edtf.PrecisionYear:
		return s
	}
	return "" // the numbers of seasons look like months
}

// DateTime is Date with the clock time of a story file behind the day, where
// that is one time and not a range: "2031-05-09T06:10+02:00".
func DateTime(d edtf.Date, clock string) string {
	s := Date(d)
	if s == "" || clock == "" || d.Precision() != edtf.PrecisionDay {
		return s
	}
	from, to, err := story.ParseTime(clock)
	if err != nil || from != to {
		return s
	}
	s += fmt.Sprintf("T%02d:%02d", from.Hour, from.Minute)
	if from.Second != 0 {
		s += fmt.Sprintf(":%02d", from.Second)
	}
	return s + zone(from)
}

// zone spells an offset as <time> wants it.
func zone(c story.Clock) string {
	switch {
	case !c.HasZone:
		return ""
	case c.Offset == 0:
		return "Z"
	case c.Offset < 0:
		return fmt.Sprintf("-%02d:%02d", -c.Offset/60, -c.Offset%60)
	}
	return fmt.Sprintf("+%02d:%02d", c.Offset/60, c.Offset%60)
}
