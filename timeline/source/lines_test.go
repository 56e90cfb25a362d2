package source

import "testing"

func TestFindDay(t *testing.T) {
	for _, c := range []struct{ in, day, words string }{
		{"2031-04-02", "2031-04-02", "2031-04-02"},
		{"on 2031/4/2 at noon", "2031-04-02", "2031/4/2"},
		{"2031-04-02T10:00:00Z", "2031-04-02", "2031-04-02"},
		{"Wednesday, April 2, 2031", "2031-04-02", "Wednesday, April 2, 2031"},
		{"Apr. 2nd 2031", "2031-04-02", "Apr. 2nd 2031"},
		{"the 2nd of April 2031", "2031-04-02", "2nd of April 2031"},
		{"Wed 2 Apr 2031", "2031-04-02", "Wed 2 Apr 2031"},
		{"2-Apr-2031", "2031-04-02", "2-Apr-2031"},
		{"2.4.2031", "2031-04-02", "2.4.2031"},
		{"22/4/2031", "2031-04-22", "22/4/2031"},
		{"4/22/2031", "2031-04-22", "4/22/2031"},
		{"5/5/2031", "2031-05-05", "5/5/2031"},
		{"April 2, 2031 and 3 April 2031", "2031-04-02", "April 2, 2031"},
		{"29 February 2028", "2028-02-29", "29 February 2028"},
		// Not whole, not plain or not a day.
		{"4/5/2031", "", ""},
		{"29 February 2031", "", ""},
		{"April 2031", "", ""},
		{"April 2", "", ""},
		{"2031-13-01", "", ""},
		{"12031-04-02", "", ""},
		{"3031-04-02", "", ""},
		{"marching 2, 2031", "", ""},
	} {
		day, start, end, ok := findDay(c.in)
		if day != c.day || ok != (c.day != "") || c.in[start:end] != c.words {
			t.Errorf("findDay(%q) = %q, words %q, %v; want %q, words %q", c.in, day, c.in[start:end], ok, c.day, c.words)
		}
	}
}

func TestReadStamp(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-02T23:30:00-11:00":     "2031-04-02", // as written, not in UTC
		"2031-04-02T00:10:00+13:00":     "2031-04-02",
		"2031-04-02 08:00":              "2031-04-02",
		"Wed, 02 Apr 2031 10:00:00 GMT": "2031-04-02",
		"20310402T1010":                 "2031-04-02",
		"2031-04":                       "2031-04",
		"2031":                          "2031",
		"2031-14":                       "",
		"0044":                          "",
		"soon":                          "",
		"":                              "",
	} {
		if got := readStamp(in); got != want {
			t.Errorf("readStamp(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLead(t *testing.T) {
	const rest = "The keeper of the lamp left the rock on Monday with his goat."
	for _, c := range []struct{ lead, day string }{
		{" date 2031-04-02 Hask: ", "2031-04-02"},
		{"Date: 2031-04-02 ", "2031-04-02"},
		{"2031-04-02 Hask: ", "2031-04-02"},
		{"2031-04-02 – ", "2031-04-02"},
		{"2 April 2031: ", "2031-04-02"},
		{"HASK, April 2 (Northwire) — ", ""},
		{"HASK, April 2, 2031 (Northwire) — ", "2031-04-02"},
		{"HASK (Northwire) - ", ""},
		{"(Reuters) - ", ""},
		{"HASK — ", ""},
		{"NEW HASK -- ", ""},
		{"HASK, Upper Vale – ", ""},
		{"HASK/TOLLUND, Wednesday (Northwire) – ", ""},
		{"Hask, 2 April 2031 - ", "2031-04-02"},
		{"Port-au-Sel: ", ""},
		{"Hask on Sea: ", ""},
		{"St. Runa: ", ""},
		{"HASK, April 2, 2031 /PRNewswire/ -- ", "2031-04-02"},
	} {
		got := leadOf(c.lead + rest)
		if got.end != len(c.lead) || got.day != c.day {
			t.Errorf("leadOf(%q…) = %d bytes, day %q; want %d, %q", c.lead, got.end, got.day, len(c.lead), c.day)
		}
	}
	for _, p := range []string{
		rest,
		"On 2 April 2031 the keeper left the rock with his goat and a lamp.",
		"2 April 2031 was the day on which the keeper left the rock for good.",
		"Runa Salk – who had kept the lamp for years – left the rock on Monday.",
		"The keeper had a plan: the goat would leave the rock before he did.",
		"Yes – The keeper left the rock, and the goat went along with him.",
		"Hask: gone.",
		"The well-known keeper - now retired - left the rock on Monday.",
		"1902 was cold.",
		"",
	} {
		if got := leadOf(p); got.end != 0 {
			t.Errorf("leadOf(%q) takes %q", p, p[:got.end])
		}
	}
}

func TestFurniture(t *testing.T) {
	for _, s := range []string{
		"Share This Article:", "Share on Facebook", "Tweet this", "Read more: The goat's tale", "READ ALSO",
		"Related stories", "Advertisement", "Reuters", "(AP)", "AFP/Reuters", "— AP", "with AP", "By Jane Doe",
		"By JANE DOE and John Roe in Hask", "By Our Correspondent", "By Jane Doe, Staff Writer", "© 2031 Hask Gazette",
		"Copyright 2031 Hask Gazette. All rights reserved.", "Reporting by Jane Doe; Editing by John Roe",
		"Photo: Jane Doe", "Source: Hask Gazette", "Tags: goats, lamps", "5 min read", "***", "-ENDS-", "###",
		"https://gazette.example/goat", "Sign up for our newsletter", "Follow us on the usual networks", "Comments (12)",
	} {
		if !isFurniture(s) {
			t.Errorf("%q is not taken for furniture", s)
		}
	}
	for _, s := range []string{
		"Share prices fell.", "Share prices fall for a third day", "Reuters reported the fall of the lamp.", "By Monday the goat had gone",
		"By then the goat had gone.", "By Jane Doe's account, the goat left first.", "The goat left", "Related claims were denied by the keeper.",
		"Watch towers were built along the coast", "AP and the keeper disagree about the goat", "Comments by the keeper were not welcome",
		"Save the lighthouse", "More than 30 ended", "The end of the lamp",
	} {
		if isFurniture(s) {
			t.Errorf("%q is taken for furniture", s)
		}
	}
}

func TestDatesOnLine(t *testing.T) {
	for _, c := range []struct {
		line     string
		names    bool
		want     []string
		modified []bool
	}{
		{"June 09, 2031", false, []string{"2031-06-09"}, []bool{false}},
		{"Published: Monday 9 June 2031, 09:15 GMT", false, []string{"2031-06-09"}, []bool{false}},
		{"Mon, 09 Jun 2031 10:00:00 +0200", false, []string{"2031-06-09"}, []bool{false}},
		{"Published 9 June 2031 | Updated 10 June 2031", false, []string{"2031-06-09", "2031-06-10"}, []bool{false, true}},
		{"Last updated at 5:14 p.m. EST on June 9, 2031", false, []string{"2031-06-09"}, []bool{true}},
		{"Hask Gazette | 9 June 2031", true, []string{"2031-06-09"}, []bool{false}},
		{"By Jane Doe, June 9, 2031", true, []string{"2031-06-09"}, []bool{false}},
		{"Hask Gazette | 9 June 2031", false, nil, nil},
		{"The goat left on 9 June 2031", true, nil, nil},
		{"June 2031", true, nil, nil},
	} {
		got := datesOnLine(c.line, c.names)
		ok := len(got) == len(c.want)
		for i := range c.want {
			ok = ok && got[i].day == c.want[i] && got[i].modified == c.modified[i]
		}
		if !ok {
			t.Errorf("datesOnLine(%q, %v) = %+v, want %v, modified %v", c.line, c.names, got, c.want, c.modified)
		}
	}
	for s, want := range map[string]bool{"Posted 3 March, 10:15": true, "2 hours ago": true, "On 3 March the goat left": false, "Today": true, "March": false} {
		if isPartialDateLine(s) != want {
			t.Errorf("isPartialDateLine(%q) = %v", s, !want)
		}
	}
}

func TestDatesInPath(t *testing.T) {
	for name, want := range map[string]string{
		"2031-04-02-goat.txt":         "2031-04-02",
		"20310402_goat.html":          "2031-04-02",
		"goat_2031_04_02.md":          "2031-04-02",
		"goat.2031.04.02.txt":         "2031-04-02",
		"goat-20310402T1030.txt":      "2031-04-02",
		"2031/04/02/goat.txt":         "2031-04-02",
		"2031/goat-2031-04-03.txt":    "2031-04-03",
		"000_25917c20310402ee.txt":    "",
		"20310402a.txt":               "",
		"a20310402.txt":               "",
		"120310402.txt":               "",
		"2031-04_02.txt":              "",
		"2031-13-02.txt":              "",
		"2031-02-30.txt":              "",
		"00010402.txt":                "",
		"2031-04.txt":                 "",
		"goat.txt":                    "",
		"2031-04-0":                   "",
		"é20310402.txt":               "",
		"tel-20319999-20310402-x.txt": "2031-04-02",
	} {
		got := ""
		if d := datesInPath(name); d != nil {
			got = d[0].edtf
		}
		if got != want {
			t.Errorf("datesInPath(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDatesInURL(t *testing.T) {
	for u, want := range map[string]string{
		"https://g.example/2031/04/02/goat":   "2031-04-02",
		"https://g.example/a/2031/apr/2/goat": "2031-04-02",
		"https://g.example/2031-04-02-goat":   "2031-04-02",
		"https://g.example/20310402/goat":     "2031-04-02",
		"https://g.example/goat-20310402":     "2031-04-02",
		"https://g.example/goat-120310402":    "",
		"https://g.example/2031/04/goat":      "",
		"https://g.example/2031/99/02/":       "",
		"https://g.example/?d=/2031/04/02/":   "",
		"::":                                  "",
	} {
		got := ""
		if d := datesInURL(u); d != nil {
			got = d[0].edtf
		}
		if got != want {
			t.Errorf("datesInURL(%q) = %q, want %q", u, got, want)
		}
	}
}
