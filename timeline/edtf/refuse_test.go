package edtf

import (
	"errors"
	"strings"
	"testing"
)

func TestRefusals(t *testing.T) {
	tests := []struct {
		in     string
		offset int
		says   string // part of the reason
	}{
		{"", 0, "empty"},
		{strings.Repeat("1", 1001), 1000, "longer than 1000 bytes"},

		// Dates that the calendar has not.
		{"2023-02-30", 8, "February 2023 has 28 days; the nearest day is 2023-02-28"},
		{"2024-02-30", 8, "February 2024 has 29 days; the nearest day is 2024-02-29"},
		{"2023-02-29", 8, "2023 is not a leap year, so February has 28 days; the nearest days are 2023-02-28 and 2023-03-01"},
		{"1900-02-29", 8, "1900 is not a leap year"},
		{"2023-04-31", 8, "April 2023 has 30 days; the nearest day is 2023-04-30"},
		{"2023-01-99", 8, "January 2023 has 31 days"},
		{"2023-04-00", 8, "there is no day 00; write 2023-04-01 or leave the day out: 2023-04"},
		{"2023-00", 5, "there is no month 00; write 2023-01"},
		{"2023-00-10", 5, "there is no month 00"},
		{"2023-13", 5, "there is no month 13: months are 01 to 12, as in 2023-12"},
		{"2023-20-01", 5, "there is no month 20"},
		{"2023-42", 5, "there is no part of the year 42"},
		{"2023-21-05", 8, "21 is a part of the year and has no days"},
		{"2023-2X", 5, "no month is written 2X"},
		{"2023-02-3X", 8, "no day that fits 3X is in the calendar; write 2023-02-XX"},
		{"XXXX-02-30", 8, "no day that fits 30"},
		{"2023-XX-32", 8, "no day that fits 32 is in the calendar; write 2023-XX-XX"},
		{"XXXX-02-00", 8, "there is no day 00"},
		{"19X1-02-29", 8, "no day that fits 29"},
		{"-0000", 0, "write 0000 for 1 BC"},
		{"2004-06-11/2003-01", 11, "ends before it starts; the other way round it is 2003-01/2004-06-11"},
		{"[2004..2003]", 5, "the other way round it is 2003..2004"},

		// Years out of range or out of form.
		{"Y9E999999", 3, "are not supported"},
		{"Y9E99", 0, "are not supported"},
		{"Y-2E15", 0, "are not supported"},
		{"Y99999999999999999999", 0, "are not supported"},
		{"Y1E15S1", 6, "are not supported"},
		{"Y1985", 0, "write 1985"},
		{"Y-085", 0, "does not start with 0"},
		{"Y-85", 0, "write -0085"},
		{"Y", 1, "more than four digits"},
		{"Y1701000X", 0, "no unspecified digits"},
		{"Y17E", 4, "number of zeros"},
		{"Y17EX", 4, "number of zeros"},
		{"Y17E7-05", 6, "a year with E or S has no month"},
		{"1950S2-05", 7, "a year with E or S has no month"},
		{"1950S5", 5, "1 to 4"},
		{"1950S0", 5, "1 to 4"},
		{"1950S", 5, "1 to 4"},
		{"1950SX", 5, "1 to 4"},
		{"0000S1", 5, "significant"},
		{"195XS2", 4, "either unspecified digits"},
		{"12024", 0, "write Y12024"},
		{"-12024", 0, "write Y-12024"},
		{"985", 0, "write 0985"},
		{"-47", 0, "write -0047"},
		{"-", 0, "a year of four digits"},

		{"Y9999999999999999", 0, "are not supported"},

		// Trouble in one part of several.
		{"2004-13/2005", 5, "there is no month 13"},
		{"2004/2005-13", 10, "there is no month 13"},
		{"[2004-13..]", 6, "there is no month 13"},
		{"{..2004-04-31}", 11, "April 2004 has 30 days"},
		{"[1667..1668..1670]", 11, `"..1670" does not belong here`},
		{"??2004", 1, "% says both"},
		{"2004-??06", 6, "% says both"},
		{"2004" + strings.Repeat(",", 40), 4, `",,,,,,,,,,,,,,,,,,,,,,,…" does not belong here`},

		// What other notations write.
		{"2004-01-01T10:10:10Z", 10, `write the date as 2004-01-01 and put "10:10:10Z" into the field time`},
		{"2004-01-01T10:10:10+05:00", 10, `put "10:10:10+05:00" into the field time`},
		{"2004-01-01 10:10", 10, `put "10:10" into the field time`},
		{"2004-01-01T10:10/2004-01-02T11:00", 10, `put "10:10" into the field time`},
		{"10:10", 2, `put "10:10" into the field time`},
		{"2005-W05", 5, "weeks are not EDTF; write their days: 2005-01-31/2005-02-06"},
		{"2005-W05-3", 5, "weeks are not EDTF; write the day: 2005-02-02"},
		{"2005W053", 4, "write the day: 2005-02-02"},
		{"2020-W53", 5, "2020-12-28/2021-01-03"},
		{"2021-W53", 5, "2021 has no week 53"},
		{"2021-W00", 5, "2021 has no week 00"},
		{"W05", 0, "weeks are not EDTF"},
		{"2005-W05-9", 5, "weeks are not EDTF"},
		{"2005-123", 5, "a day of the year is not EDTF; write year, month and day: 2005-05-03"},
		{"2004-366", 5, "2004-12-31"},
		{"2005-366", 5, "a day of the year is not EDTF"},
		{"20050924", 0, "write 2005-09-24"},
		{"200509", 0, "write 2005-09"},
		{"2005-9", 5, "write 2005-09"},
		{"2005-9-4", 5, "write 2005-09-04"},
		{"2005-09-4", 8, "write 2005-09-04"},
		{"2005-", 5, "a month of two digits is missing behind 2005-"},
		{"2005-09-", 8, "a day of two digits is missing behind 2005-09-"},
		{"2005-09-123", 8, "a day has two digits"},
		{"2005-12345", 5, "a month has two digits"},
		{"1990-2000", 5, "an interval is written with a slash: 1990/2000"},
		{"2005-09-04-2005", 10, "an interval is written with a slash: 2005-09-04/..."},
		{"2004/06/11", 7, "write 2004-06-11"},
		{"11/06/2004", 5, "year, month and day stand in this order"},
		{"2001/2002/2003/2004", 9, "an interval has one slash"},
		{"11.06.2004", 0, "a year has four digits"},
		{"2004.06", 4, `".06" does not belong here`},
		{"15 Mar 2025", 2, "a date is written in numbers"},
		{" 2025", 0, "no space around it: write 2025"},
		{"2025\n", 4, "no space around it: write 2025"},
		{"P3Y/2004", 0, "durations"},
		{"(2004)?-06", 0, "older draft"},
		{"+2004", 0, "no plus sign"},
		{"1985–1990", 4, "is not a hyphen"},
		{"\u22120047", 0, "is not a hyphen; dates use the plain one: -0047"},
		{"unknown/2004", 0, "written as nothing: /2004"},
		{"2004/open", 5, "two dots: 2004/.."},
		{"199u", 3, "a capital X: 199X"},
		{"19xx", 2, "a capital X: 19XX"},
		{"y17e7", 0, "capitals: Y17E7"},
		{"1990s", 4, "a decade is written 199X"},
		{"1900s", 4, "a decade is written 190X, a century 19XX"},
		{"c. 1985", 0, "write 1985~"},
		{"2004-06-11?~", 11, "% says both"},
		{"2004-06-11~~", 11, "% says both"},
		{"2004,2005", 4, "does not belong here"},
		{"1667..1670", 4, "written with a slash: 1667/1670"},
		{"\xff", 0, "not valid UTF-8"},
		{"２００４", 0, "not part of a date"},

		// Intervals and sets that are not whole.
		{"/", 0, "at least one end"},
		{"[1667", 5, "ends with ]"},
		{"[1667}", 6, "ends with ]"},
		{"{1667]", 6, "ends with }"},
		{"[", 1, "ends with ]"},
		{"[]", 1, "a date is missing here"},
		{"[1667,]", 6, "a date is missing here"},
		{"[,1667]", 1, "a date is missing here"},
		{"[..]", 1, "needs a date"},
		{"[1667..,1670]", 7, "stands last in a set"},
		{"[1667,..1670]", 6, "stands first in a set"},
		{"[1667/1670]", 5, `a range is written with ".."`},
		{"[1667,[1668]]", 6, "four digits"},
		{"1985/1986/1987", 9, "one slash"},
	}
	for _, tt := range tests {
		d, err := Parse(tt.in)
		var perr *ParseError
		if !errors.As(err, &perr) {
			t.Errorf("Parse(%q) = %s, %v, want a ParseError", tt.in, d, err)
			continue
		}
		if !d.IsZero() {
			t.Errorf("Parse(%q) gives the date %s beside an error", tt.in, d)
		}
		if perr.Input != tt.in || perr.Offset != tt.offset || !strings.Contains(perr.Reason, tt.says) {
			t.Errorf("Parse(%q) refuses at %d with %q, want at %d with %q", tt.in, perr.Offset, perr.Reason, tt.offset, tt.says)
		}
	}
}

func TestParseErrorIsShort(t *testing.T) {
	_, err := Parse(strings.Repeat("é", 5000))
	if got := err.Error(); len(got) > 200 || !strings.Contains(got, "longer than") {
		t.Errorf("error = %q", got)
	}
}
