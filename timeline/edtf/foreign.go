package edtf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// alphabet holds every character that a date may have.
const alphabet = "0123456789-/.,[]{}?~%XYES"

// refuseForeign refuses text with characters that no date has, and says what
// was probably meant: a clock time, a week, an older spelling.
func refuseForeign(s string) error {
	at := strings.IndexFunc(s, func(c rune) bool { return !strings.ContainsRune(alphabet, c) })
	if at < 0 {
		return nil
	}
	return &ParseError{Input: s, Offset: at, Reason: foreign(s, at)}
}

func foreign(s string, at int) string {
	if date, clock, ok := cutClock(s, at); ok {
		if date == "" {
			return fmt.Sprintf("a date is never a clock time; put %q into the field time", clip(clock))
		}
		return fmt.Sprintf("a date is never a clock time; write the date as %s and put %q into the field time", clip(date), clip(clock))
	}
	c, size := utf8.DecodeRuneInString(s[at:])
	switch {
	case c == 'W':
		return week(s, at)
	case unicode.IsSpace(c) && strings.TrimSpace(s) != s:
		return fmt.Sprintf("a date has no space around it: write %s", clip(strings.TrimSpace(s)))
	case c == 'P' || c == 'R':
		return "durations and repetitions are not dates; write the first and the last day with a slash"
	case c == '(' || c == ')':
		return "brackets are of an older draft; put the qualifier before the part that it is for, as in 2004-~06-11"
	case c == '+':
		return "a date has no plus sign; leave it out"
	case unicode.Is(unicode.Pd, c) || c == '\u2212':
		return fmt.Sprintf("%q is not a hyphen; dates use the plain one: %s", c, clip(s[:at]+"-"+s[at+size:]))
	case strings.Contains(s, "unknown"):
		return "an unknown end of an interval is written as nothing: " + clip(strings.Replace(s, "unknown", "", 1))
	case strings.Contains(s, "open"):
		return "an open end of an interval is written as two dots: " + clip(strings.Replace(s, "open", "..", 1))
	case c == 's' && at == 4 && len(s) == 5 && allDigits(s[:4]) && s[3] == '0':
		if s[2] == '0' {
			return fmt.Sprintf("a decade is written %sX, a century %sXX", s[:3], s[:2])
		}
		return fmt.Sprintf("a decade is written %sX", s[:3])
	case strings.HasPrefix(strings.ToLower(s), "c"):
		if year := strings.Trim(s, "ciraCIRA. "); len(year) == 4 && allDigits(year) {
			return fmt.Sprintf("an approximate date ends with ~: write %s~", year)
		}
	case c == 'u' || c == 'x' || c == 'U':
		if fixed := s[:at] + strings.NewReplacer("u", "X", "x", "X", "U", "X").Replace(s[at:]); strings.Trim(fixed, alphabet) == "" {
			return "an unspecified digit is written with a capital X: " + clip(fixed)
		}
	case (c == 'y' || c == 'e' || c == 's') && strings.Trim(strings.ToUpper(s), alphabet) == "":
		return "letters in a date are capitals: " + clip(strings.ToUpper(s))
	case c == utf8.RuneError && size == 1:
		return "it is not valid UTF-8"
	}
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsLetter(c) && !strings.ContainsRune(alphabet, c) }) {
		return "a date is written in numbers: year, month and day, as in 1985-04-12, 1985-04 or 1985"
	}
	return fmt.Sprintf("%q is not part of a date; write year, month and day, as in 1985-04-12, 1985-04 or 1985", c)
}

// cutClock splits text at a clock time, whose first character that is foreign
// to dates stands at the given offset.
func cutClock(s string, at int) (date, clock string, ok bool) {
	switch {
	case s[at] == ':':
		// The hour stands before the colon.
		from := at
		for from > 0 && isDigit(s[from-1]) {
			from--
		}
		if from < at && from == 0 {
			return "", s, true
		}
	case s[at] == 'T' || s[at] == 't' || s[at] == ' ':
		rest := s[at+1:]
		n := 0
		for n < len(rest) && isDigit(rest[n]) {
			n++
		}
		isTime := n > 0 && n <= 6
		if s[at] == ' ' {
			isTime = isTime && n < len(rest) && rest[n] == ':'
		}
		if isTime {
			// Of an interval of times only the first is named.
			rest, _, _ = strings.Cut(rest, "/")
			return s[:at], rest, true
		}
	}
	return "", "", false
}

// week words the refusal of an ISO week, with the days that it has.
func week(s string, at int) string {
	const reason = "weeks are not EDTF; write their days"
	// Year, hyphen or none, W, two digits, and perhaps a weekday.
	year, rest := strings.TrimSuffix(s[:at], "-"), s[at+1:]
	if len(year) != 4 || len(rest) < 2 || !allDigits(year) || !allDigits(rest[:2]) {
		return reason
	}
	y, _ := readMasked(year)
	w, _ := readMasked(rest[:2])
	monday := firstWeek(y) + Day(7*(w-1))
	if w < 1 || monday >= firstWeek(y+1) {
		return fmt.Sprintf("weeks are not EDTF, and %s has no week %s; write the days", year, rest[:2])
	}
	switch weekday := strings.TrimPrefix(rest[2:], "-"); {
	case weekday == "":
		return fmt.Sprintf("%s: %s", reason, Interval(FromDay(monday), FromDay(monday+6)))
	case len(weekday) == 1 && weekday[0] >= '1' && weekday[0] <= '7':
		return fmt.Sprintf("weeks are not EDTF; write the day: %s", FromDay(monday+Day(weekday[0]-'1')))
	}
	return reason
}

// firstWeek returns the Monday of a year's week 1, the one with 4 January.
func firstWeek(year int64) Day {
	fourth := DayOf(year, 1, 4)
	return fourth - Day((int(fourth.Weekday())+6)%7)
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
