package story

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

// dates lists the dates and times of a story's events.
func dates(s *Story) string {
	var out []string
	for _, e := range s.Events {
		out = append(out, strings.TrimSpace(e.Date.String()+" "+e.Time))
	}
	return strings.Join(out, ", ")
}

func TestCSVDates(t *testing.T) {
	for _, tt := range []struct{ name, csv, want string }{
		{"iso", "date,title\n2025-08-15,a\n1867,b\n-0043,c\n,d\n", "2025-08-15, 1867, -0043, "},
		{"day first decided by one row", "date,title\n03/04/2025,a\n15/08/2025,b\n", "2025-04-03, 2025-08-15"},
		{"month first decided by one row", "date,title\n03/04/2025,a\n8/15/2025,b\n", "2025-03-04, 2025-08-15"},
		{"decided by the end", "start,end,title\n03/04/2025,15/08/2025,a\n", "2025-04-03/2025-08-15"},
		{"decided by the header", "Date (MM/DD/YYYY),title\n03/04/2025,a\n", "2025-03-04"},
		{"same day and month needs no order", "date,title\n05/05/2025,a\n", "2025-05-05"},
		{"full stops", "date;title\n3.4.2025;a\n", "2025-04-03"},
		{"words", "date,title\n15 Aug 2025,a\n\"August 5, 2025\",b\n5th Sept 2024,c\nAug 2025,d\n15-Aug-2025,e\n\"Friday, 15 August 2025\",f\n", "2025-08-15, 2025-08-05, 2024-09-05, 2025-08, 2025-08-15, 2025-08-15"},
		{"year first", "date,title\n2025/8/5,a\n2025-8-5,b\n", "2025-08-05, 2025-08-05"},
		{"month and year", "date,title\n8/2025,a\n", "2025-08"},
		{"lost zeros", "date,title\n44,a\n-43,b\n44 BC,c\n", "0044, -0043, -0043"},
		{"clock behind the date", "date,title\n2025-08-15 00:00:00,a\n2025-08-15 9:30 PM,b\n", "2025-08-15, 2025-08-15 21:30"},
		{"clock of its own", "date,time,title\n2025-08-15,9:05,a\n2025-08-15,12:30 am,b\n2025-08-15,11:30-08:00/14:30-08:00,c\n", "2025-08-15 09:05, 2025-08-15 00:30, 2025-08-15 11:30-08:00/14:30-08:00"},
		{"parts", "Year,Month,Day,End Year,Headline\n1969,7,20,,a\n1914,,,1918,b\n1999,December,,,c\n", "1969-07-20, 1914/1918, 1999-12"},
		{"interval stays", "date,title\n1914/1918,a\n", "1914/1918"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, _, err := Load("table.csv", []byte(tt.csv))
			if err != nil {
				t.Fatal(err)
			}
			if got := dates(s); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestCSVRefuses(t *testing.T) {
	const how = "write the dates as 2025-08-15, or name the column \"date (dd/mm/yyyy)\" or \"date (mm/dd/yyyy)\""
	for _, tt := range []struct{ name, csv, diag, message, help string }{
		{"open order", "date,title\n1867,a\n03/04/2025,b\n", "ambiguous-date", "03/04/2025 in row 3 may be 3 April or 4 March, and no other date of the table decides it", how},
		{"two orders", "date,title\n15/08/2025,a\n8/15/2025,b\n", "ambiguous-date", "row 2 has the day first (15/08/2025), row 3 the month (8/15/2025)", how},
		{"header contradicted", "date (dd/mm/yyyy),title\n8/15/2025,b\n", "ambiguous-date", "the column's name says that the day comes first, but row 2 has the month first (8/15/2025)", how},
		{"short year", "date,title\n15-Aug-25,a\n", "impossible-date", "row 2: \"15-Aug-25\" is no date", "write the year with four digits: the century cannot be told"},
		{"serial", "date,title\n45884,a\n", "impossible-date", "row 2: \"45884\" is no date", "this is a spreadsheet's count of days: format the column as a date or as text and export again"},
		{"no header", "1867,A sale\n", "no-header", "the first row of a table must name its columns, among them `title` and `date`", "name the columns in the first row: date,title,place"},
		{"empty hint", "sep=\n0", "no-header", "the first row of a table must name its columns, among them `title` and `date`", "name the columns in the first row: date,title,place"},
		{"extra cell", "date,title\n1867,A sale, at last\n", "extra-cell", "row 2 has more cells than the first row has names", "name the column in the first row, or quote a cell that holds the separator"},
		{"no title", "date,title,place\n1867,,Here\n", "missing-key", "this event has no `title`", "say in a few words what happened: title: ..."},
		{"open quote", "date,title\n1867,\"A sale\n", "broken-csv", "this is not CSV: extraneous or missing \" in quoted-field", "put a cell with quotes, separators or line breaks in \"...\", and write each quote in it twice"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, diags, err := Load("table.csv", []byte(tt.csv))
			if err == nil || len(diags) == 0 {
				t.Fatal("no error")
			}
			d := diags[0]
			if d.Name != tt.diag || d.Message != tt.message || d.Help != tt.help {
				t.Errorf("got  %s: %s\n     %s\nwant %s: %s\n     %s", d.Name, d.Message, d.Help, tt.diag, tt.message, tt.help)
			}
		})
	}
}

// Exports of spreadsheets in every encoding and with every separator.
func TestCSVExports(t *testing.T) {
	const want = "2025-08-15|Fähre sinkt, \"alle\" gerettet|Ada, Inc.|zwei\nZeilen"
	table := func(sep, eol string) string {
		return "Start" + sep + "Headline" + sep + "Who" + sep + "Description" + eol +
			"15/08/2025" + sep + "\"Fähre sinkt, \"\"alle\"\" gerettet\"" + sep + "\"Ada, Inc.;\"" + sep + "\"zwei\nZeilen\"" + eol + sep + sep + sep + eol
	}
	utf16le := func(s string) []byte {
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	}
	for _, tt := range []struct {
		name, file string
		data       []byte
	}{
		{"comma", "a.csv", []byte(table(",", "\n"))},
		{"mark and CRLF", "a.csv", []byte("\ufeff" + table(",", "\r\n"))},
		{"semicolon", "a.csv", []byte(table(";", "\r\n"))},
		{"tab", "a.tsv", []byte(table("\t", "\n"))},
		{"Unicode text", "a.txt", utf16le(table("\t", "\r\n"))},
		{"hint", "a.csv", []byte("sep=;\r\n" + table(";", "\r\n"))},
		{"no name", "-", []byte(table(",", "\n"))},
		{"code page", "a.csv", []byte(strings.ReplaceAll(table(",", "\r\n"), "ä", "\xe4"))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, _, err := Load(tt.file, tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Events) != 1 {
				t.Fatalf("%d events", len(s.Events))
			}
			e := s.Events[0]
			if got := e.Date.String() + "|" + e.Title + "|" + strings.Join(e.Actors, "/") + "|" + e.Note; got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestCSVColumns(t *testing.T) {
	s, diags, err := Load("a.csv", []byte("Event,TITLE,Colour, Start_Date \nx,Ship sails,red,1867\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Events[0].Title != "Ship sails" || s.Events[0].Date.String() != "1867" {
		t.Errorf("got %+v", s.Events[0])
	}
	if len(diags) != 2 || diags[0].Message != "column `Event` is left out" || diags[1].Message != "column `Colour` is left out" || diags[1].Column != 13 {
		t.Errorf("got %v", diags)
	}
}

func TestActorsCell(t *testing.T) {
	for cell, want := range map[string]string{
		"Ada; Bob":        "Ada|Bob",
		"Ada, Bob":        "Ada|Bob",
		"Bell, Book; Bob": "Bell, Book|Bob",
		"Ada\nBob":        "Ada|Bob",
		`A\;B`:            "A;B",
		`A\`:              `A\`,
		" ; ":             "",
	} {
		if got := strings.Join(splitActors(cell), "|"); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{"=1": "'=1", "'=1": "''=1", "'tis": "'tis", "-0043": "'-0043", "": "", "a=1": "a=1"} {
		if got := guard(text); got != want {
			t.Errorf("guard(%q) = %q, want %q", text, got, want)
		}
		if got := unguard(guard(text)); got != text {
			t.Errorf("%q reads back as %q", text, got)
		}
	}
}

// A table holds the fields of events, except carriage returns in them and
// names that are blank at an end.
func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := &Story{Events: genStory().Draw(t, "story").Events}
		for i := range want.Events {
			e := &want.Events[i]
			e.Drawn, e.Mentions, e.TitleReason, e.StatusReason, e.WeightReason = false, nil, "", "", ""
			for _, s := range []*string{&e.Title, &e.Place, &e.Lane, &e.Note} {
				*s = strings.ReplaceAll(*s, "\r", "")
				if strings.TrimSpace(*s) == "" {
					*s = ""
				}
			}
			if e.Title == "" {
				e.Title = "x"
			}
			var actors []string
			for _, a := range e.Actors {
				if a = strings.TrimSpace(strings.ReplaceAll(a, "\r", "")); a != "" {
					actors = append(actors, a)
				}
			}
			e.Actors = actors
		}
		var b bytes.Buffer
		if err := WriteCSV(&b, want); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range slices.Concat(records...) {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Fatalf("a formula: %q", cell)
			}
		}
		got, _, err := ReadCSV("a.csv", b.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if d := same(want, got); d != "" {
			t.Fatalf("%s\n%s", d, b.String())
		}
	})
}
