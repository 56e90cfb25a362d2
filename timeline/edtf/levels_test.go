package edtf

import "testing"

// A reading is what a spelling is expected to mean. Bounds are days as
// year-month-day; "-" is no bound.
type reading struct {
	in     string
	lo, hi string
	prec   Precision
	marks  string // ? and ~ as Uncertain and Approximate report them
	canon  string // where it differs from in
}

var level0 = []reading{
	{in: "1985-04-12", lo: "1985-04-12", hi: "1985-04-12", prec: PrecisionDay},
	{in: "1985-04", lo: "1985-04-01", hi: "1985-04-30", prec: PrecisionMonth},
	{in: "1985", lo: "1985-01-01", hi: "1985-12-31", prec: PrecisionYear},
	{in: "2004-02-29", lo: "2004-02-29", hi: "2004-02-29", prec: PrecisionDay},
	{in: "2004-02", lo: "2004-02-01", hi: "2004-02-29", prec: PrecisionMonth},
	{in: "1900-02", lo: "1900-02-01", hi: "1900-02-28", prec: PrecisionMonth},
	{in: "0000", lo: "0000-01-01", hi: "0000-12-31", prec: PrecisionYear},
	{in: "9999-12-31", lo: "9999-12-31", hi: "9999-12-31", prec: PrecisionDay},
	{in: "1964/2008", lo: "1964-01-01", hi: "2008-12-31", prec: PrecisionYear},
	{in: "2004-06/2006-08", lo: "2004-06-01", hi: "2006-08-31", prec: PrecisionMonth},
	{in: "2004-02-01/2005-02-08", lo: "2004-02-01", hi: "2005-02-08", prec: PrecisionDay},
	{in: "2004-02-01/2005-02", lo: "2004-02-01", hi: "2005-02-28", prec: PrecisionMonth},
	{in: "2004-02-01/2005", lo: "2004-02-01", hi: "2005-12-31", prec: PrecisionYear},
	{in: "2005/2006-02", lo: "2005-01-01", hi: "2006-02-28", prec: PrecisionYear},
}

var level1 = []reading{
	{in: "Y170000002", lo: "Y170000002-01-01", hi: "Y170000002-12-31", prec: PrecisionYear},
	{in: "Y-170000002", lo: "Y-170000002-01-01", hi: "Y-170000002-12-31", prec: PrecisionYear},
	{in: "2001-21", lo: "2001-03-01", hi: "2001-05-31", prec: PrecisionSeason},
	{in: "2001-22", lo: "2001-06-01", hi: "2001-08-31", prec: PrecisionSeason},
	{in: "2001-23", lo: "2001-09-01", hi: "2001-11-30", prec: PrecisionSeason},
	{in: "2003-24", lo: "2003-12-01", hi: "2004-02-29", prec: PrecisionSeason},
	{in: "1984?", lo: "1984-01-01", hi: "1984-12-31", prec: PrecisionYear, marks: "?"},
	{in: "2004-06~", lo: "2004-06-01", hi: "2004-06-30", prec: PrecisionMonth, marks: "~"},
	{in: "2004-06-11%", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "?~"},
	{in: "201X", lo: "2010-01-01", hi: "2019-12-31", prec: PrecisionDecade},
	{in: "20XX", lo: "2000-01-01", hi: "2099-12-31", prec: PrecisionCentury},
	{in: "2004-XX", lo: "2004-01-01", hi: "2004-12-31", prec: PrecisionYear},
	{in: "1985-04-XX", lo: "1985-04-01", hi: "1985-04-30", prec: PrecisionMonth},
	{in: "1985-XX-XX", lo: "1985-01-01", hi: "1985-12-31", prec: PrecisionYear},
	{in: "1985-04-12/..", lo: "1985-04-12", hi: "-", prec: PrecisionDay},
	{in: "1985-04/..", lo: "1985-04-01", hi: "-", prec: PrecisionMonth},
	{in: "1985/..", lo: "1985-01-01", hi: "-", prec: PrecisionYear},
	{in: "../1985-04-12", lo: "-", hi: "1985-04-12", prec: PrecisionDay},
	{in: "../1985-04", lo: "-", hi: "1985-04-30", prec: PrecisionMonth},
	{in: "../1985", lo: "-", hi: "1985-12-31", prec: PrecisionYear},
	{in: "1985-04-12/", lo: "1985-04-12", hi: "-", prec: PrecisionDay},
	{in: "1985-04/", lo: "1985-04-01", hi: "-", prec: PrecisionMonth},
	{in: "1985/", lo: "1985-01-01", hi: "-", prec: PrecisionYear},
	{in: "/1985-04-12", lo: "-", hi: "1985-04-12", prec: PrecisionDay},
	{in: "/1985-04", lo: "-", hi: "1985-04-30", prec: PrecisionMonth},
	{in: "/1985", lo: "-", hi: "1985-12-31", prec: PrecisionYear},
	{in: "../..", lo: "-", hi: "-", prec: PrecisionOther},
	{in: "1984~/2004-06", lo: "1984-01-01", hi: "2004-06-30", prec: PrecisionYear, marks: "~"},
	{in: "1984/2004-06~", lo: "1984-01-01", hi: "2004-06-30", prec: PrecisionYear, marks: "~"},
	{in: "1984~/2004~", lo: "1984-01-01", hi: "2004-12-31", prec: PrecisionYear, marks: "~"},
	{in: "1984?/2004%", lo: "1984-01-01", hi: "2004-12-31", prec: PrecisionYear, marks: "?~"},
	{in: "1984-06-02?/2004-08-08~", lo: "1984-06-02", hi: "2004-08-08", prec: PrecisionDay, marks: "?~"},
	{in: "1984-06-02?/", lo: "1984-06-02", hi: "-", prec: PrecisionDay, marks: "?"},
	{in: "-1985", lo: "-1985-01-01", hi: "-1985-12-31", prec: PrecisionYear},
	{in: "-0047-03-15", lo: "-0047-03-15", hi: "-0047-03-15", prec: PrecisionDay},
}

var level2 = []reading{
	{in: "Y-17E7", lo: "Y-170000000-01-01", hi: "Y-170000000-12-31", prec: PrecisionYear},
	{in: "Y17E2", lo: "1700-01-01", hi: "1700-12-31", prec: PrecisionYear},
	{in: "Y17E02", lo: "1700-01-01", hi: "1700-12-31", prec: PrecisionYear, canon: "Y17E2"},
	{in: "Y1985E0", lo: "1985-01-01", hi: "1985-12-31", prec: PrecisionYear, canon: "1985"},
	{in: "Y1E15", lo: "Y1000000000000000-01-01", hi: "Y1000000000000000-12-31", prec: PrecisionYear},
	{in: "1950S2", lo: "1900-01-01", hi: "1999-12-31", prec: PrecisionCentury},
	{in: "1950S2~", lo: "1900-01-01", hi: "1999-12-31", prec: PrecisionCentury, marks: "~"},
	{in: "-1950S3", lo: "-1959-01-01", hi: "-1950-12-31", prec: PrecisionDecade},
	{in: "0950S2", lo: "0950-01-01", hi: "0959-12-31", prec: PrecisionDecade},
	{in: "Y171010000S3", lo: "Y171000000-01-01", hi: "Y171999999-12-31", prec: PrecisionOther},
	{in: "Y3388E2S3", lo: "Y338000-01-01", hi: "Y338999-12-31", prec: PrecisionMillennium},

	{in: "2001-25", lo: "2001-03-01", hi: "2001-05-31", prec: PrecisionSeason},
	{in: "2001-28", lo: "2001-12-01", hi: "2002-02-28", prec: PrecisionSeason},
	{in: "2001-29", lo: "2001-09-01", hi: "2001-11-30", prec: PrecisionSeason},
	{in: "2003-30", lo: "2003-12-01", hi: "2004-02-29", prec: PrecisionSeason},
	{in: "2001-31", lo: "2001-03-01", hi: "2001-05-31", prec: PrecisionSeason},
	{in: "2001-32", lo: "2001-06-01", hi: "2001-08-31", prec: PrecisionSeason},
	{in: "2001-33", lo: "2001-01-01", hi: "2001-03-31", prec: PrecisionSeason},
	{in: "2001-34", lo: "2001-04-01", hi: "2001-06-30", prec: PrecisionSeason},
	{in: "2001-36", lo: "2001-10-01", hi: "2001-12-31", prec: PrecisionSeason},
	{in: "2001-37", lo: "2001-01-01", hi: "2001-04-30", prec: PrecisionSeason},
	{in: "2001-39", lo: "2001-09-01", hi: "2001-12-31", prec: PrecisionSeason},
	{in: "2001-40", lo: "2001-01-01", hi: "2001-06-30", prec: PrecisionSeason},
	{in: "2001-41", lo: "2001-07-01", hi: "2001-12-31", prec: PrecisionSeason},

	{in: "[1667,1668,1670..1672]", lo: "1667-01-01", hi: "1672-12-31", prec: PrecisionOther},
	{in: "[..1760-12-03]", lo: "-", hi: "1760-12-03", prec: PrecisionOther},
	{in: "[1760-12..]", lo: "1760-12-01", hi: "-", prec: PrecisionOther},
	{in: "[1760-01,1760-02,1760-12..]", lo: "1760-01-01", hi: "-", prec: PrecisionOther},
	{in: "[1667,1760-12]", lo: "1667-01-01", hi: "1760-12-31", prec: PrecisionOther},
	{in: "[1760-12,1667]", lo: "1667-01-01", hi: "1760-12-31", prec: PrecisionOther},
	{in: "[..1984]", lo: "-", hi: "1984-12-31", prec: PrecisionOther},
	{in: "{1667,1668,1670..1672}", lo: "1667-01-01", hi: "1672-12-31", prec: PrecisionOther},
	{in: "{1960,1961-12}", lo: "1960-01-01", hi: "1961-12-31", prec: PrecisionOther},
	{in: "{..1984}", lo: "-", hi: "1984-12-31", prec: PrecisionOther},
	{in: "[1667?,~1668-%12..]", lo: "1667-01-01", hi: "-", prec: PrecisionOther, marks: "?~", canon: "[1667?,1668~-%12..]"},

	{in: "2004-06~-11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "~"},
	{in: "2004?-06-11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "?"},
	{in: "?2004-06-~11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "?~", canon: "2004?-06-~11"},
	{in: "2004-%06-11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "?~"},
	{in: "2004-?06", lo: "2004-06-01", hi: "2004-06-30", prec: PrecisionMonth, marks: "?"},
	{in: "~2004", lo: "2004-01-01", hi: "2004-12-31", prec: PrecisionYear, marks: "~", canon: "2004~"},
	{in: "~2004-~06-~11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "~", canon: "2004-06-11~"},
	{in: "2004?-06~-11", lo: "2004-06-11", hi: "2004-06-11", prec: PrecisionDay, marks: "?~", canon: "2004%-~06-11"},

	{in: "156X-12-25", lo: "1560-12-25", hi: "1569-12-25", prec: PrecisionOther},
	{in: "15XX-12-25", lo: "1500-12-25", hi: "1599-12-25", prec: PrecisionOther},
	{in: "XXXX-12-XX", lo: "0000-12-01", hi: "9999-12-31", prec: PrecisionOther},
	{in: "1XXX-XX", lo: "1000-01-01", hi: "1999-12-31", prec: PrecisionMillennium},
	{in: "1XXX-12", lo: "1000-12-01", hi: "1999-12-31", prec: PrecisionOther},
	{in: "1984-1X", lo: "1984-10-01", hi: "1984-12-31", prec: PrecisionOther},
	{in: "1984-X2", lo: "1984-02-01", hi: "1984-12-31", prec: PrecisionOther},
	{in: "2004-XX-30", lo: "2004-01-30", hi: "2004-12-30", prec: PrecisionOther},
	{in: "XXXX-02-29", lo: "0000-02-29", hi: "9996-02-29", prec: PrecisionOther},
	{in: "200X-22", lo: "2000-06-01", hi: "2009-08-31", prec: PrecisionOther},
	{in: "-01XX", lo: "-0199-01-01", hi: "-0100-12-31", prec: PrecisionCentury},
	{in: "-000X", lo: "-0009-01-01", hi: "-0001-12-31", prec: PrecisionDecade},
	{in: "2004-06-~01/2004-06-~20", lo: "2004-06-01", hi: "2004-06-20", prec: PrecisionDay, marks: "~"},
	{in: "2004-06-XX/2004-07-03", lo: "2004-06-01", hi: "2004-07-03", prec: PrecisionMonth},
}

// What this package reads beyond the format.
var extensions = []reading{
	{in: "Y12024-03-05", lo: "Y12024-03-05", hi: "Y12024-03-05", prec: PrecisionDay},
	{in: "Y-12024-02", lo: "Y-12024-02-01", hi: "Y-12024-02-29", prec: PrecisionMonth},
	{in: "2021-24/2022-22", lo: "2021-12-01", hi: "2022-08-31", prec: PrecisionSeason},
	{in: "2022-~37", lo: "2022-01-01", hi: "2022-04-30", prec: PrecisionSeason, marks: "~"},
}

func TestLevels(t *testing.T) {
	for name, table := range map[string][]reading{
		"level 0": level0, "level 1": level1, "level 2": level2, "extensions": extensions,
	} {
		t.Run(name, func(t *testing.T) {
			for _, want := range table {
				checkReading(t, want)
			}
		})
	}
}

func checkReading(t *testing.T, want reading) {
	t.Helper()
	d, err := Parse(want.in)
	if err != nil {
		t.Errorf("Parse(%q): %v", want.in, err)
		return
	}
	if want.canon == "" {
		want.canon = want.in
	}
	got := reading{in: want.in, lo: bound(d.Earliest()), hi: bound(d.Latest()), prec: d.Precision(), canon: d.String()}
	if d.Uncertain() {
		got.marks += "?"
	}
	if d.Approximate() {
		got.marks += "~"
	}
	if got != want {
		t.Errorf("Parse(%q)\n got %+v\nwant %+v", want.in, got, want)
	}
	if again, err := Parse(d.String()); err != nil || again != d {
		t.Errorf("Parse(%q) = %v, %v, want the date that it spells", d, again, err)
	}
}

func bound(d Day, ok bool) string {
	if !ok {
		return "-"
	}
	return d.String()
}

func TestEnds(t *testing.T) {
	tests := []struct {
		in                     string
		start, end             string
		interval               bool
		openStart, openEnd     bool
		unknownStart, unknwEnd bool
	}{
		{in: "1985", start: "1985", end: "1985"},
		{in: "1964/2008~", start: "1964", end: "2008~", interval: true},
		{in: "1985/..", start: "1985", interval: true, openEnd: true},
		{in: "../1985", end: "1985", interval: true, openStart: true},
		{in: "1985/", start: "1985", interval: true, unknwEnd: true},
		{in: "/1985", end: "1985", interval: true, unknownStart: true},
		{in: "/..", interval: true, unknownStart: true, openEnd: true},
		{in: "[1667..1670]", start: "[1667..1670]", end: "[1667..1670]"},
	}
	for _, want := range tests {
		d := mustParse(t, want.in)
		got := want
		got.start, got.end, got.interval = d.Start().String(), d.End().String(), d.IsInterval()
		got.openStart, got.openEnd = d.OpenStart(), d.OpenEnd()
		got.unknownStart, got.unknwEnd = d.UnknownStart(), d.UnknownEnd()
		if got != want {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
	}
}

func TestMembers(t *testing.T) {
	for in, want := range map[string][]string{
		"[1667?,1668,1670..1672]": {"1667?", "1668", "1670/1672"},
		"{..1984,1990-12..}":      {"../1984", "1990-12/.."},
		"1985":                    {"1985"},
	} {
		d := mustParse(t, in)
		got := d.Members()
		if len(got) != len(want) {
			t.Errorf("%s has members %v, want %v", in, got, want)
			continue
		}
		for i := range got {
			if got[i].String() != want[i] {
				t.Errorf("member %d of %s is %s, want %s", i, in, got[i], want[i])
			}
		}
		if d.IsSet() != (in != "1985") {
			t.Errorf("IsSet of %s is %v", in, d.IsSet())
		}
	}
	if got := (Date{}).Members(); got != nil {
		t.Errorf("the zero date has members %v", got)
	}
}
