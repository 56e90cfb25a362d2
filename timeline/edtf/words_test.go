package edtf

import "testing"

func TestWords(t *testing.T) {
	month := Style{MonthDay: true}
	full := Style{FullMonth: true}
	noYear := Style{OmitYear: true}
	tests := []struct {
		date  string
		style Style
		want  string
	}{
		{"2025-08-15", Style{}, "15 Aug 2025"},
		{"2025-08-15", month, "Aug 15, 2025"},
		{"2025-08-15", full, "15 August 2025"},
		{"2025-08-15", noYear, "15 Aug"},
		{"2025-08-15", Style{MonthDay: true, FullMonth: true, OmitYear: true}, "August 15"},
		{"2025-05-01", Style{}, "1 May 2025"},
		{"2025-09-30", Style{}, "30 Sept 2025"},
		{"2025-08", Style{}, "August 2025"},
		{"2025-08", noYear, "August"},
		{"2025-08", Style{ShortMonth: true}, "Aug 2025"},
		{"1867", Style{}, "1867"},
		{"1867", noYear, "1867"},

		{"2015~", Style{}, "about 2015"},
		{"1985?", Style{}, "possibly 1985"},
		{"1985%", Style{}, "possibly about 1985"},
		{"2004-06-11~", Style{}, "about 11 June 2004"},
		{"2004-06-~11", Style{}, "about 11 June 2004"},
		{"2004?-06-11", Style{}, "11 June, possibly 2004"},
		{"2004?-06-11", month, "June 11, possibly 2004"},
		{"2004?-06-11", noYear, "11 June"},

		{"-0047", Style{}, "48 BC"},
		{"-0043-03-15", Style{}, "15 Mar 44 BC"},
		{"0000", Style{}, "1 BC"},
		{"0079-08-24", Style{}, "24 Aug AD 79"},
		{"0476", Style{}, "AD 476"},
		{"1066", Style{}, "1066"},
		{"Y12024", Style{}, "year 12024"},
		{"Y12024-03-05", Style{}, "5 Mar 12024"},
		{"Y-17E7", Style{}, "170 million BC"},
		{"Y-170000000", Style{}, "170 million BC"},
		{"Y-165000000/Y-145000000", Style{}, "165 million BC – 145 million BC"},
		{"Y-20000", Style{}, "20000 BC"},
		{"Y-20001", Style{}, "20002 BC"},
		{"Y-13E9", Style{}, "13 billion BC"},
		{"Y3E6", Style{}, "year 3 million"},
		{"Y17E2", Style{}, "1700"},
		{"1950S2", Style{}, "1950 by estimate, within 1900–1999"},
		{"1950S4", Style{}, "1950"},

		{"2023-22", Style{}, "summer 2023"},
		{"2023-24", noYear, "winter"},
		{"2023-25", Style{}, "spring 2023 (northern hemisphere)"},
		{"2023-32", Style{}, "winter 2023 (southern hemisphere)"},
		{"2023-33", Style{}, "the first quarter of 2023"},
		{"2023-36", noYear, "the fourth quarter"},
		{"2023-37", Style{}, "January – April 2023"},
		{"2023-41", Style{}, "the second half of 2023"},
		{"2023-22~", Style{}, "about summer 2023"},

		{"199X", Style{}, "the 1990s"},
		{"087X", Style{}, "the 870s"},
		{"001X", Style{}, "AD 10–19"},
		{"000X", Style{}, "1 BC – AD 9"},
		{"-018X", Style{}, "190–181 BC"},
		{"19XX", Style{}, "the 20th century"},
		{"20XX", Style{}, "the 21st century"},
		{"01XX", Style{}, "the 2nd century"},
		{"02XX", Style{}, "the 3rd century"},
		{"11XX", Style{}, "the 12th century"},
		{"-01XX", Style{}, "the 2nd century BC"},
		{"1XXX", Style{}, "the 2nd millennium"},
		{"XXXX", Style{}, "an unknown year"},
		{"199X~", Style{}, "about the 1990s"},
		{"1X66", Style{}, "some year between 1066 and 1966"},
		{"1867-XX-XX", Style{}, "some day in 1867"},
		{"1867-XX", Style{}, "some month in 1867"},
		{"1985-04-XX", Style{}, "some day in April 1985"},
		{"1985-04-XX", noYear, "some day in April"},
		{"1985-04-1X", Style{}, "some day between 10 Apr 1985 and 19 Apr 1985"},
		{"1984-1X", Style{}, "some month between October 1984 and December 1984"},
		{"1984-X4", Style{}, "April 1984"},
		{"2004-XX-05", Style{}, "the 5th of some month in 2004"},
		{"156X-12-25", Style{}, "25 Dec, some year in the 1560s"},
		{"15XX-12", Style{}, "December, some year in the 16th century"},
		{"XXXX-12-XX", Style{}, "some day in December, year unknown"},
		{"1XXX-XX", Style{}, "some month in the 2nd millennium"},
		{"200X-22", Style{}, "summer, some year in the 2000s"},

		{"2025-05-16/2025-06-02", Style{}, "16 May – 2 June 2025"},
		{"2025-05-16/2025-06-02", month, "May 16 – June 2, 2025"},
		{"2025-05-16/2025-06-02", noYear, "16 May – 2 June"},
		{"2025-05-16/2025-05-20", Style{}, "16–20 May 2025"},
		{"2025-05-16/2025-05-20", month, "May 16–20, 2025"},
		{"2025-12-30/2026-01-02", Style{}, "30 Dec 2025 – 2 Jan 2026"},
		{"2025-05/2025-07", Style{}, "May – July 2025"},
		{"2024-11/2025-02", Style{}, "November 2024 – February 2025"},
		{"1964/2008", Style{}, "1964–2008"},
		{"1964~/2008~", Style{}, "about 1964–2008"},
		{"1964~/2008", Style{}, "about 1964 – 2008"},
		{"1984?/2004-06~", Style{}, "possibly 1984 – about June 2004"},
		{"-0099/-0043", Style{}, "100–44 BC"},
		{"-0043/0014", Style{}, "44 BC – AD 14"},
		{"0069/0079", Style{}, "AD 69–79"},
		{"0960/1279", Style{}, "AD 960–1279"},
		{"Y12024/Y12030", Style{}, "year 12024 – year 12030"},
		{"1985/1985", Style{}, "1985"},
		{"2004-06-XX/2004-07-03", Style{}, "some day in June 2004 – 3 July 2004"},
		{"2022-02-24/..", full, "since 24 February 2022"},
		{"2022-02/", Style{}, "from February 2022, end unknown"},
		{"../1985", Style{}, "until 1985"},
		{"/1985", Style{}, "until 1985, start unknown"},
		{"../..", Style{}, "at any time"},
		{"/..", Style{}, "since an unknown date"},
		{"../", Style{}, "until an unknown date"},

		{"[1667,1668,1670..1672]", Style{}, "1667, 1668 or 1670–1672"},
		{"{1960,1961-12}", Style{}, "1960 and December 1961"},
		{"[..1760-12-03]", Style{}, "3 Dec 1760 or earlier"},
		{"[1760-01,1760-12..]", Style{}, "January 1760, December 1760 or later"},
		{"{..1984}", Style{}, "1984 and earlier"},
		{"[1667?,1760]", Style{}, "possibly 1667 or 1760"},
	}
	for _, tt := range tests {
		if got := mustParse(t, tt.date).Words(tt.style); got != tt.want {
			t.Errorf("Parse(%q).Words(%+v) = %q, want %q", tt.date, tt.style, got, tt.want)
		}
	}
	if got := (Date{}).Words(Style{}); got != "" {
		t.Errorf("the zero date reads %q, want nothing", got)
	}
}

func TestWordsOfThirds(t *testing.T) {
	tests := []struct {
		whole string
		third func(Date) (Date, bool)
		date  string
		want  string
	}{
		{"2022", Early, "2022-~37", "early 2022"},
		{"2022", Mid, "2022-~38", "mid 2022"},
		{"2022", Late, "2022-~39", "late 2022"},
		{"2022?", Late, "2022?-%39", "possibly late 2022"},
		{"2025-08", Early, "2025-08-~01/2025-08-~10", "early August 2025"},
		{"2025-08", Mid, "2025-08-~11/2025-08-~20", "mid August 2025"},
		{"2025-08", Late, "2025-08-~21/2025-08-~31", "late August 2025"},
		{"2024-02", Late, "2024-02-~21/2024-02-~29", "late February 2024"},
		{"2024-02?", Late, "2024-02?-%21/2024-02?-%29", "possibly late February 2024"},
		{"199X", Early, "1990~/1993~", "the early 1990s"},
		{"199X", Mid, "1994~/1996~", "the mid 1990s"},
		{"199X", Late, "1997~/1999~", "the late 1990s"},
		{"19XX", Early, "1900~/1933~", "the early 20th century"},
		{"19XX", Mid, "1934~/1966~", "the mid 20th century"},
		{"19XX", Late, "1967~/1999~", "the late 20th century"},
	}
	for _, tt := range tests {
		d, ok := tt.third(mustParse(t, tt.whole))
		if !ok || d.String() != tt.date {
			t.Errorf("third of %s = %s, %v, want %s", tt.whole, d, ok, tt.date)
			continue
		}
		if mustParse(t, tt.date) != d {
			t.Errorf("%s does not read back as the third that it is", tt.date)
		}
		if got := d.Words(Style{}); got != tt.want {
			t.Errorf("%s reads %q, want %q", d, got, tt.want)
		}
	}
	for _, s := range []string{"2022-22", "2022-08-15", "2022/2023", "2022-XX", "1950S2", "1XXX", "[2022]"} {
		if d, ok := Early(mustParse(t, s)); ok {
			t.Errorf("Early(%s) = %s, want none", s, d)
		}
	}
	// Exact dates of the same extent are not vague.
	for s, want := range map[string]string{
		"2025-08-21/2025-08-31": "21–31 Aug 2025",
		"1990/1993":             "1990–1993",
		"2022-37":               "January – April 2022",
	} {
		if got := mustParse(t, s).Words(Style{}); got != want {
			t.Errorf("%s reads %q, want %q", s, got, want)
		}
	}
}

func mustParse(t testing.TB, s string) Date {
	t.Helper()
	d, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
