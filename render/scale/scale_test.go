package scale

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

var english lang.Speaker

func moment(t testing.TB, id, date, clock string) Moment {
	t.Helper()
	d, err := edtf.Parse(date)
	if err != nil {
		t.Fatal(err)
	}
	e := &story.Event{ID: id, Date: d, Time: clock, Drawn: true}
	span, ok := SpanOf(e)
	if !ok {
		t.Fatalf("%s has no span", date)
	}
	return Moment{e, span}
}

func TestElapsed(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"1867-03-30", "2018-07-16", "151 years"},
		{"1867", "2018-07-16", "151 years"},
		{"2018-07-16", "2022-02-24", "over 3 years"},
		{"2020-01-01", "2023-08-01", "over 3 years"},
		{"2020-01-01", "2021-12-01", "nearly 2 years"},
		{"2022-02-24", "2023-03-17", "nearly 13 months"},
		{"2001-03-01", "2002-04-02", "13 months"},
		{"2001-03-01", "2006-03-01", "5 years"},
		{"2001-03-01", "2002-03-01", "1 year"},
		{"2001-03", "2002-03", "1 year"},
		{"2001-03-01", "2002-02-27", "nearly 1 year"},
		{"2001-03-01", "2006-02-27", "nearly 5 years"},
		{"1900-01-01", "1998-12-20", "98 years"},
		{"2001-03-01", "2001-03-02", "1 day"},
		{"2001-03-01", "2001-03-14", "13 days"},
		{"2001-03-01", "2001-03-15", "2 weeks"},
		{"2001-03-01", "2001-03-18", "over 2 weeks"},
		{"2001-03-01", "2001-03-21", "nearly 3 weeks"},
		{"2001-01-31", "2001-06-30", "5 months"},
		{"2001-03", "2001-08", "5 months"},
		{"2001-03", "2004-09", "over 3 years"},
		{"-0043-03-15", "0014-08-19", "57 years"},
		{"-1199", "-0043", "1156 years"},
		{"2001-03-01/2001-03-10", "2001-03-12", "2 days"},
		{"1987-06-30", "Y12024", "10,037 years"},
		{"2001-03-02", "2001-03-01", ""},
	}
	for _, tt := range tests {
		if got := english.Length(Elapsed(moment(t, "a", tt.from, ""), moment(t, "b", tt.to, ""))); got != tt.want {
			t.Errorf("from %s to %s: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	if got := english.Length(Elapsed(moment(t, "a", "2001-03-01", "10:15"), moment(t, "b", "2001-03-01", "14:00"))); got != "over 3 hours" {
		t.Errorf("between clock times: %q", got)
	}
}

// TestElapsedNeverSaysTooMuch checks the words against the days: what is said
// to be over is over, what is nearly is less.
func TestElapsedNeverSaysTooMuch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := edtf.Day(rapid.Int64Range(-800_000, 800_000).Draw(t, "a"))
		days := rapid.Int64Range(1, 200_000).Draw(t, "days")
		words := english.Length(inDays(a, a+edtf.Day(days)))
		n, unit, nearly := parseWords(words)
		least := map[string]float64{"day": 1, "week": 7, "month": 28, "year": 365}[unit]
		most := map[string]float64{"day": 1, "week": 7, "month": 31, "year": 366}[unit]
		if nearly {
			n--
		}
		if float64(days) < n*least-3 || float64(days) >= (n+1)*most+3 {
			t.Fatalf("%d days are called %q", days, words)
		}
	})
}

func parseWords(s string) (n float64, unit string, nearly bool) {
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + float64(r-'0')
			unit = ""
		case r == ' ' || r == ',':
			nearly = nearly || unit == "nearly"
			unit = ""
		default:
			unit += string(r)
		}
	}
	if unit[len(unit)-1] == 's' {
		unit = unit[:len(unit)-1]
	}
	return n, unit, nearly
}

func TestGaps(t *testing.T) {
	tests := []struct {
		name  string
		dates []string
		want  []string
	}{
		{"one long gap", []string{"1867-03-30", "2018-07-16", "2018-08-01", "2018-09-01"}, []string{"151 years"}},
		{"all alike are not cut", []string{"2001-01-01", "2003-01-01", "2005-01-01", "2007-01-01"}, nil},
		{"five years always", []string{"2001-01-01", "2007-01-01", "2013-01-01"}, []string{"6 years", "6 years"}},
		{"a year among weeks", []string{"2001-01-01", "2001-02-01", "2002-02-01", "2002-03-01"}, []string{"1 year"}},
		{"under a year is kept", []string{"2001-01-01", "2001-01-02", "2001-12-20", "2001-12-21"}, nil},
		{"inside a range", []string{"1990-01-01/2010-01-01", "2000-01-01", "2010-02-01"}, nil},
		{"after a range", []string{"1990-01-01/2010-01-01", "2000-01-01", "2018-01-01"}, []string{"nearly 8 years"}},
		{"open end", []string{"1990-01-01/..", "2018-01-01"}, nil},
		{"one event", []string{"1990"}, nil},
	}
	for _, tt := range tests {
		var ms []Moment
		for _, d := range tt.dates {
			ms = append(ms, moment(t, d, d, ""))
		}
		var got []string
		for _, g := range Gaps(ms, nil) {
			got = append(got, english.Length(g.Length))
		}
		if tt.name == "after a range" && len(got) == 1 {
			tt.want[0] = got[0] // the words are TestElapsed's concern
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

func TestParseClock(t *testing.T) {
	tests := []struct {
		in, words, zone string
		ok              bool
	}{
		{"11:30", "11:30", "", true},
		{"11:30-08:00", "11:30", "UTC−8", true},
		{"11:30-08:00/14:30-08:00", "11:30–14:30", "UTC−8", true},
		{"09:05:30+05:30", "09:05", "UTC+5:30", true},
		{"23:59Z", "23:59", "UTC", true},
		{"24:00", "", "", false},
		{"11:60", "", "", false},
		{"11.30", "", "", false},
		{"11:30/", "", "", false},
		{"11:30 late", "", "", false},
		{"", "", "", false},
	}
	for _, tt := range tests {
		c, ok := ParseClock(tt.in)
		if ok != tt.ok || ok && (c.Words(english) != tt.words || c.ZoneWords() != tt.zone) {
			t.Errorf("ParseClock(%q) = %q, %q, %v", tt.in, c.Words(english), c.ZoneWords(), ok)
		}
	}
}

func FuzzParseClock(f *testing.F) {
	f.Add("11:30-08:00/14:30-08:00")
	f.Fuzz(func(t *testing.T, s string) {
		if c, ok := ParseClock(s); ok && (c.Start < 0 || c.Start >= Day || c.End < 0 || c.End >= Day) {
			t.Errorf("%q gives %+v", s, c)
		}
	})
}

func TestOrder(t *testing.T) {
	// Local calendar date first, then the clock, then the order of the story; the zone of the
	// second would put it on the next day in UTC.
	s := &story.Story{}
	for _, e := range [][3]string{{"z", "1999-05-04", ""}, {"late", "1999-05-03", "20:30-08:00"}, {"early", "1999-05-03", "09:00+02:00"},
		{"b", "1999-05-03", ""}, {"a", "1999-05-03", ""}, {"month", "1999-05", ""}} {
		m := moment(t, e[0], e[1], e[2])
		s.Events = append(s.Events, *m.Event)
	}
	s.Events = append(s.Events, story.Event{ID: "undated", Drawn: true}, story.Event{ID: "hidden", Date: s.Events[0].Date})
	got := ""
	for _, m := range Moments(s) {
		got += m.Event.ID + " "
	}
	if want := "month b a early late z "; got != want {
		t.Errorf("order %q, want %q", got, want)
	}
}

func TestAxis(t *testing.T) {
	ms := []Moment{moment(t, "a", "1867-03-30", ""), moment(t, "b", "2018-07-16", ""), moment(t, "c", "2021-01-05", "")}
	gaps := Gaps(ms[:2], nil)
	a := NewAxis([][2]Minute{{ms[0].From, ms[0].To}, {ms[1].From, ms[2].To}}, gaps, []scene.Unit{56 * 64}, 0, 1000*64, Years, Ruler{})
	if len(a.Pieces) != 2 || len(a.Breaks) != 1 || english.Length(a.Breaks[0].Length) != "151 years" {
		t.Fatalf("pieces %v, breaks %v", a.Pieces, a.Breaks)
	}
	if a.Step != (Step{Unit: Years, N: 1}) {
		t.Errorf("step %v", a.Step)
	}
	// One scale in all pieces: a year is as long before the break as after.
	before := a.X(Minute(edtf.DayOf(1867, 12, 31))*Day) - a.X(Minute(edtf.DayOf(1867, 1, 1))*Day)
	after := a.X(Minute(edtf.DayOf(2018, 12, 31))*Day) - a.X(Minute(edtf.DayOf(2018, 1, 1))*Day)
	if before-after > 1 || after-before > 1 {
		t.Errorf("364 days take %d before the break and %d after", before, after)
	}
	var words []string
	for _, tick := range a.Ticks(true) {
		words = append(words, tick.Words)
		if a.X(tick.At) != tick.X {
			t.Errorf("tick %q stands off its date", tick.Words)
		}
	}
	if len(words) != 5 || words[0] != "1867" || words[1] != "2018" || words[4] != "2021" {
		t.Errorf("ticks %q", words)
	}
}

func TestAxisIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		var stretches [][2]Minute
		var gaps []Gap
		var widths []scene.Unit
		at := Minute(rapid.Int64Range(-1<<50, 1<<50).Draw(t, "start"))
		for i := range n {
			if i > 0 {
				at += 5*Year + Minute(rapid.Int64Range(0, 1<<40).Draw(t, "gap"))
				gaps, widths = append(gaps, Gap{}), append(widths, 60*64)
			}
			to := at + 1 + Minute(rapid.Int64Range(0, 1<<36).Draw(t, "length"))
			stretches = append(stretches, [2]Minute{at, to})
			at = to
		}
		a := NewAxis(stretches, gaps, widths, 0, 1100*64, Calendar(rapid.IntRange(0, 4).Draw(t, "finest")), Ruler{})
		last := scene.Unit(-1)
		for _, s := range stretches {
			for k := range Minute(9) {
				x := a.X(s[0] + (s[1]-s[0])*k/8)
				if x < last || x > 1100*64 {
					t.Fatalf("%d after %d", x, last)
				}
				last = x
			}
		}
		for i, tick := range a.Ticks(true) {
			if i > 0 && tick.At <= a.Ticks(true)[i-1].At {
				t.Fatalf("tick %d does not rise", i)
			}
		}
	})
}

func TestSteps(t *testing.T) {
	at := Minute(edtf.DayOf(-43, 3, 15))*Day + 9*Hour + 17
	for _, s := range Steps() {
		f := s.Floor(at)
		if f > at || s.Next(f) <= at || s.Floor(f) != f || s.Ceil(f) != f || s.Ceil(at) != s.Next(f) && f != at {
			t.Errorf("%v: floor %d, next %d, around %d", s, f, s.Next(f), at)
		}
	}
}

func TestFarYearsDoNotOverflow(t *testing.T) {
	a, b := moment(t, "a", "Y-170000000", ""), moment(t, "b", "Y170000000", "")
	axis := NewAxis([][2]Minute{{a.From, a.To}, {b.From, b.To}}, Gaps([]Moment{a, b}, nil), []scene.Unit{64}, 0, 64000, Years, Ruler{})
	if x, y := axis.X(a.From), axis.X(b.From); x < 0 || y <= x || y > 64000 {
		t.Errorf("places %d and %d", x, y)
	}
	if w := english.Length(Elapsed(a, b)); w != "340,000,000 years" {
		t.Errorf("between them: %q", w)
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	week := Step{Unit: Days, N: 7}
	for date, want := range map[string]string{
		"2026-11-22": "2026-11-16", "2026-11-16": "2026-11-16", "1970-01-01": "1969-12-29", "-0043-03-15": "-0043-03-11",
	} {
		m := moment(t, "a", date, "").From
		if got := edtf.FromDay(DayOf(week.Floor(m))).String(); got != want {
			t.Errorf("%s is in the week of %s, want %s", date, got, want)
		}
		if next := week.Next(week.Floor(m)); next-week.Floor(m) != 7*Day {
			t.Errorf("a week from %s on takes %d minutes", date, next-week.Floor(m))
		}
	}
}
