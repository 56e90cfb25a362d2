package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

func span(start, end int, typ, value string) Span {
	return Span{Start: start, End: end, Type: typ, Value: value}
}

func TestScore(t *testing.T) {
	gold := []Span{
		span(0, 5, "DATE", "2013"), span(10, 15, "DATE", "2014"),
		span(20, 30, "DURATION", "P1D"), span(40, 44, "SET", "P1D"),
	}
	with := func(change func(s []Span) []Span) []Span { return change(append([]Span(nil), gold...)) }
	for _, c := range []struct {
		name  string
		found []Span
		want  Counts
	}{
		{"all", gold, Counts{1, 4, 4, 4, 4, 4, 4}},
		{"none", nil, Counts{1, 4, 0, 0, 0, 0, 0}},
		{"one missing", gold[:3], Counts{1, 4, 3, 3, 3, 3, 3}},
		{"shorter", with(func(s []Span) []Span { s[2].End = 25; return s }), Counts{1, 4, 4, 3, 4, 4, 4}},
		{"wrong value", with(func(s []Span) []Span { s[0].Value = "2012"; return s }), Counts{1, 4, 4, 4, 4, 4, 3}},
		{"wrong type", with(func(s []Span) []Span { s[0].Type = "TIME"; return s }), Counts{1, 4, 4, 4, 4, 3, 4}},
		{"one too many", append(with(func(s []Span) []Span { return s }), span(60, 65, "DATE", "2000")), Counts{1, 4, 5, 4, 4, 4, 4}},
		{"two on one, the exact one counts", append(with(func(s []Span) []Span { return s }), span(21, 23, "DATE", "x")), Counts{1, 4, 5, 4, 4, 4, 4}},
		{"two on one, the longer one counts", []Span{span(20, 24, "DATE", "x"), span(24, 31, "DURATION", "P1D")}, Counts{1, 4, 2, 0, 1, 1, 1}},
		{"two on one, the left one counts", []Span{span(20, 25, "DURATION", "P1D"), span(25, 30, "DATE", "x")}, Counts{1, 4, 2, 0, 1, 1, 1}},
		{"repeated and empty ones", append(with(func(s []Span) []Span { return s }), gold[0], span(50, 50, "DATE", "x")), Counts{1, 4, 4, 4, 4, 4, 4}},
		{"beside", []Span{span(5, 10, "DATE", "2013")}, Counts{1, 4, 1, 0, 0, 0, 0}},
	} {
		got, matches := Score(gold, c.found)
		if got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
		if want := got.Gold + got.Found - got.Relaxed; len(matches) != want {
			t.Errorf("%s: %d matches, want %d", c.name, len(matches), want)
		}
	}
}

// The time of creation counts on neither side.
func TestScoreCreation(t *testing.T) {
	creation := span(0, 5, "DATE", "2013")
	creation.Function = "CREATION_TIME"
	if got, _ := Score([]Span{creation}, []Span{creation}); got != (Counts{Docs: 1}) {
		t.Errorf("got %+v", got)
	}
}

// Whatever the expressions are: none is matched twice, matches overlap, and
// what has the same start and end on both sides is matched.
func TestScoreProperties(t *testing.T) {
	spans := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Span {
		start := rapid.IntRange(0, 12).Draw(t, "start")
		return span(start, start+rapid.IntRange(0, 4).Draw(t, "length"), "DATE", rapid.SampledFrom([]string{"a", "b"}).Draw(t, "value"))
	}), 0, 10)
	rapid.Check(t, func(t *rapid.T) {
		gold, found := spans.Draw(t, "gold"), spans.Draw(t, "found")
		c, matches := Score(gold, found)
		seen := map[*Span]bool{}
		exact := 0
		for _, m := range matches {
			for _, s := range []*Span{m.Gold, m.Found} {
				if s != nil && seen[s] {
					t.Fatalf("%v matched twice", *s)
				}
				seen[s] = true
			}
			if m.Gold != nil && m.Found != nil && (m.Gold.End <= m.Found.Start || m.Found.End <= m.Gold.Start) {
				t.Fatalf("%v and %v do not overlap", *m.Gold, *m.Found)
			}
			if m.Exact() {
				exact++
			}
		}
		both := 0
		for _, g := range countable(gold) {
			for _, f := range countable(found) {
				if g.Start == f.Start && g.End == f.End {
					both++
				}
			}
		}
		if c.Strict != both || exact != both {
			t.Fatalf("%d and %d exact matches, want %d", c.Strict, exact, both)
		}
	})
}

func TestFigures(t *testing.T) {
	c := Counts{Docs: 2, Gold: 10, Found: 8, Strict: 4, Relaxed: 6, Type: 6, Value: 3}
	p, r, f := c.StrictPRF()
	_, _, relaxed := c.RelaxedPRF()
	got := fmt.Sprintf("%.4f %.4f %.4f %.4f %.4f %.4f", p, r, f, relaxed, c.TypeF1(), c.ValueF1())
	if want := "0.5000 0.4000 0.4444 0.6667 0.6667 0.3333"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if none := (Counts{}); none.ValueF1() != 0 {
		t.Errorf("nothing gives %v", none.ValueF1())
	}
}

// dated is an expression with a date in the calendar.
func dated(value, date string) Span {
	d, err := edtf.Parse(date)
	if err != nil {
		panic(err)
	}
	return Span{Value: value, EDTF: d.String(), Date: d}
}

func TestMeetsWhen(t *testing.T) {
	for _, c := range []struct {
		span Span
		when string
		want bool
	}{
		{dated("2014", "2014"), "2014", true},
		{dated("2014", "2014~"), "2014", true},
		{dated("2014-03", "2014-03"), "2014", false},
		{dated("2014", "2014"), "2014-03", false},
		{dated("0500", "0500"), "500", true},
		{Span{Value: "XXXX-10"}, "--10", true},
		{Span{Value: "XXXX-10-25"}, "--10-25", true},
		{dated("2013-10", "2013-10"), "--10", false},
		{dated("BC0508", "-0507"), "-0508", true},
		{dated("BC0508", "-0507"), "-508", true},
		{dated("BC0507", "-0506"), "-0508", false},
		{dated("1200", "1200"), "-1200", false},
		{dated("2010-09-04T22:30", "2010-09-04"), "2010-09-04", true},
		{dated("2010-09-04TNI", "2010-09-04"), "2010-09-04", true},
		{dated("2010-09-04T22:30", "2010-09-04"), "2010-09-04T22:30:00", true},
		{dated("2010-09-04T22:35", "2010-09-04"), "2010-09-04T22:30:00", false},
		{dated("2010-09-04TNI", "2010-09-04"), "2010-09-04T22:30:00", false},
		{dated("2010-09-04", "2010-09-04"), "2010-09-04T22:30:00", false},
		{Span{Value: "P3D"}, "w", false},
		{Span{}, "w", false},
	} {
		if got := meetsWhen(c.span, c.when); got != c.want {
			t.Errorf("%s meets %s: %t", c.span.Value, c.when, got)
		}
	}
}

func TestMeetsBounds(t *testing.T) {
	for _, c := range []struct {
		found       []Span
		first, last string
		want        bool
	}{
		{[]Span{dated("19", "19XX")}, "1900", "1999", true},
		{[]Span{dated("19", "19XX")}, "1900-01-01", "1999-12-31", true},
		{[]Span{dated("19", "19XX")}, "1901-01-01", "2000-12-31", false},
		{[]Span{dated("195", "195X")}, "1950-01-01", "1959-12-31", true},
		{[]Span{dated("1981-05", "1981-05"), dated("1981-06", "1981-06")}, "1981-05", "1981-06", true},
		{[]Span{dated("1981-05", "1981-05")}, "1981-05", "1981-06", false},
		{[]Span{{Value: "P3D"}, dated("2019-09-05", "2019-09-05/2019-09-06")}, "2019-09-05", "2019-09-06", true},
		{[]Span{dated("2010-SU", "2010-22")}, "2010-06", "2010-08", true},
		{[]Span{dated("2010-SU", "2010-22")}, "2010-06", "2010-09", true},
		{[]Span{dated("2010-SU", "2010-22")}, "2010-06-01", "2010-08-31", true},
		{[]Span{dated("2010-SU", "2010-22")}, "2010-06", "2010-10", false},
		{[]Span{dated("2010-SU", "2010-22")}, "2011-06", "2011-09", false},
		{[]Span{dated("2010-WI", "2010-24")}, "2010-12", "2011-03", true},
		{[]Span{dated("2010-WI", "2010-24")}, "2010-12", "2011-02", true},
		{[]Span{dated("2010-WI", "2010-24")}, "2010-12", "2010-03", false},
		{[]Span{{Value: "XXXX-WI"}}, "--12", "--03", true},
		{[]Span{{Value: "XXXX-FA"}}, "--09", "--12", true},
		{[]Span{dated("2010-FA", "2010-23")}, "--09", "--12", false},
		{[]Span{dated("BC04", "-04XX")}, "-0499", "-0400", true},
		{[]Span{dated("BC0776", "-0775")}, "-0776", "-0776", true},
		{[]Span{dated("2013", "2013/..")}, "2013", "", true},
		{[]Span{dated("2013", "2013")}, "2013", "", false},
		{[]Span{dated("2013", "../2013")}, "", "2013", true},
		{[]Span{dated("2013", "2013/..")}, "", "2013", false},
		{[]Span{dated("2013", "2013")}, "2013", "soon", false},
		{[]Span{{Value: "P3Y"}}, "2013", "2016", false},
		{nil, "2013", "2016", false},
	} {
		if got := meetsBounds(c.found, c.first, c.last); got != c.want {
			t.Errorf("%v meets %q to %q: %t", c.found, c.first, c.last, got)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		sent, phrase string
		nth          int
		want         string
	}{
		{"In 1984, in 84", "84", 0, "12 14"},
		{"In 1984 it rained", "98", 0, "4 6"},
		{"May 3 and May 4", "May", 1, "10 13"},
		{"May 3 and May 4", "May", 2, "0 3"},
		{"Zoë came in May", "May", 0, "12 15"},
		{"It is today's news", "today 's", 0, "6 13"},
		{"It rained", "May", 0, "0 0"},
		{"It rained", "", 0, "0 0"},
	} {
		start, end := Phrase{Sent: c.sent, Text: c.phrase, Nth: c.nth}.place()
		if got := fmt.Sprint(start, end); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.phrase, c.sent, got, c.want)
		}
	}
}

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		sent, phrase, attr string
		want               bool
	}{
		{"The mill burned on 3 May 1911 and again in 1913.", "3 May 1911", "when=1911-05-03", true},
		{"The mill burned on 3 May 1911 and again in 1913.", "1913", "when=1911-05-03", false},
		{"It was the fashion of the 1920s.", "1920s", "from=1920-01-01 to=1929-12-31", true},
		{"It was the fashion of the late 1920s.", "1920s", "from=1920-01-01 to=1929-12-31", true},
		{"It was the fashion of the late 1920s.", "the late 1920s", "from=1920-01-01 to=1929-12-31", false},
		{"It rained in the summer of 1911.", "the summer of 1911", "from=1911-06 to=1911-09", true},
		{"It rained.", "It", "when=1911", false},
	} {
		p := Phrase{Created: "2020-02-03T10:00", Text: c.phrase, Sent: c.sent, Attr: map[string]string{}}
		for _, a := range strings.Fields(c.attr) {
			key, value, _ := strings.Cut(a, "=")
			p.Attr[key] = value
		}
		if got, found, err := p.Judge(); err != nil || got != c.want {
			t.Errorf("%q, %s: %t, %v, %v", c.phrase, c.attr, got, found, err)
		}
	}
	if _, _, err := (Phrase{Created: "once"}).Judge(); err == nil {
		t.Error("a date that is none is taken")
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"when", KindWhen}, {"rend when", KindWhen}, {"from to", KindFromTo}, {"from", KindRest}, {"notBefore notAfter", KindRest},
	} {
		p := Phrase{Attr: map[string]string{}}
		for _, k := range strings.Fields(c.keys) {
			p.Attr[k] = "x"
		}
		if got := p.Kind(); got != c.want {
			t.Errorf("%s: %s", c.keys, got)
		}
	}
}

func TestHalves(t *testing.T) {
	for place := range 10 {
		if Learning.Has(place) == Reported.Has(place) || !Whole.Has(place) || Learning.Has(place) != (place%2 == 0) {
			t.Errorf("place %d", place)
		}
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	docs, err := ReadDocuments(write("docs", `{"doc":"b","dct":"2020-01-01","text":"Zoë came on 3 May 2019."}

{"genre":"news"}
{"doc":"a","dct":"2020-01-01T10:00","text":"It rained."}
`))
	if err != nil || len(docs) != 2 || docs[0].Doc != "a" {
		t.Fatalf("%v, %v", docs, err)
	}
	answer, err := Answer(docs[1])
	if err != nil || len(answer.Timexes) != 1 {
		t.Fatalf("%v, %v", answer, err)
	}
	if x := answer.Timexes[0]; x.Start != 12 || x.End != 22 || x.Value != "2019-05-03" || answer.Text != "" {
		t.Errorf("got %+v", answer)
	}
	phrases, err := ReadPhrases(write("phrases", `{"text":"May","sent":"May and May"}
{"text":"and","sent":"May and May"}
{"text":"May","sent":"May and May"}
`))
	if err != nil || len(phrases) != 3 || phrases[0].Nth != 0 || phrases[1].Nth != 0 || phrases[2].Nth != 1 {
		t.Errorf("%v, %v", phrases, err)
	}
	if _, err := ReadDocuments(write("bad", "{}\n{\n")); err == nil || !strings.Contains(err.Error(), "bad:2: ") {
		t.Errorf("a broken line: %v", err)
	}
}
