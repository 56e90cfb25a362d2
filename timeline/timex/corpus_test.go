package timex_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/timex"
)

// docDay is the date of the document in the corpus: a Thursday.
var docDay = edtf.FromDay(edtf.DayOf(2024, 6, 13))

// find analyses one text and returns its expressions in one list.
func find(text string, doc edtf.Date) []timex.Timex { return findIn(nil, text, doc) }

func findIn(lang *timex.Language, text string, doc edtf.Date) []timex.Timex {
	var out []timex.Timex
	ctx := timex.Context{DocDate: doc, Tag: english.Tag, Language: lang}
	for _, ts := range timex.Find(text, english.Split(text, nil), ctx) {
		out = append(out, ts...)
	}
	return out
}

// unmark takes the square brackets out of a sentence and returns the spans
// that they marked.
func unmark(t testing.TB, marked string) (text string, spans [][2]int) {
	t.Helper()
	var b strings.Builder
	open := -1
	for _, r := range marked {
		switch {
		case r == '[' && open < 0:
			open = b.Len()
		case r == ']' && open >= 0:
			spans = append(spans, [2]int{open, b.Len()})
			open = -1
		default:
			b.WriteRune(r)
		}
	}
	if open >= 0 {
		t.Fatalf("unclosed bracket in %q", marked)
	}
	return b.String(), spans
}

func show(text string, ts []timex.Timex) string {
	var b strings.Builder
	for _, x := range ts {
		fmt.Fprintf(&b, "\n\t%q %s %s mod=%s edtf=%s clock=%s basis=%s rule=%s", text[x.Start:x.End], x.Type, x.Value, x.Mod, x.Date, x.Clock, x.Basis, x.Rule)
	}
	if len(ts) == 0 {
		return " nothing"
	}
	return b.String()
}

// TestCorpus runs the sentences of lang/en/corpus.txt, which says how they are
// grouped.
func TestCorpus(t *testing.T) {
	data, err := os.ReadFile("lang/en/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	var typ, value, date string
	none := false
	sentences := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !strings.HasPrefix(line, " ") {
			f := strings.Fields(strings.TrimPrefix(line, "doubtful "))
			none = f[0] == "none"
			if !none && len(f) != 3 {
				t.Fatalf("no type, value and EDTF in %q", line)
			}
			if !none {
				typ, value, date = f[0], f[1], f[2]
				if f[2] == "-" {
					date = ""
				}
			}
			continue
		}
		sentences++
		marked := strings.TrimSpace(line)
		text, spans := unmark(t, marked)
		if none != (len(spans) == 0) {
			t.Errorf("%s: marks and the group above it do not go together", marked)
			continue
		}
		got := find(text, docDay)
		if len(got) != len(spans) {
			t.Errorf("%s: want %d expressions, got%s", marked, len(spans), show(text, got))
			continue
		}
		for i, s := range spans {
			if got[i].Start != s[0] || got[i].End != s[1] {
				t.Errorf("%s: want %q, got%s", marked, text[s[0]:s[1]], show(text, got))
			}
		}
		if none {
			continue
		}
		if last := got[len(got)-1]; string(last.Type) != typ || last.Value != value || last.Date.String() != date {
			t.Errorf("%s: want %s %s edtf=%s, got%s", marked, typ, value, date, show(text, got))
		}
	}
	if sentences < 280 {
		t.Errorf("only %d sentences", sentences)
	}
}

func TestPartOfPeriod(t *testing.T) {
	for _, c := range []struct{ marked, value, mod, edtf string }{
		{"The mine closed in [early 2022].", "2022", "START", "2022-~37"},
		{"The mine closed in [mid-2022].", "2022", "MID", "2022-~38"},
		{"The mine closed in [late 2022].", "2022", "END", "2022-~39"},
		{"The mine closed at [the end of 2022].", "2022", "END", "2022-~39"},
		{"The mine closed at [the beginning of March 2022].", "2022-03", "START", "2022-03-~01/2022-03-~10"},
		{"The mine closed in [mid-July 2022].", "2022-07", "MID", "2022-07-~11/2022-07-~20"},
		{"The mine closed in [the late 1990s].", "199", "END", "1997~/1999~"},
		{"The mine closed in [the early 20th century].", "19", "START", "1900~/1933~"},
		{"The mine closed around [2022].", "2022", "APPROX", "2022~"},
		{"The mine closed about [1890].", "1890", "APPROX", "1890~"},
		{"The painter (c. [1863]) is unknown.", "1863", "APPROX", "1863~"},
		{"The mine closed circa [1890].", "1890", "APPROX", "1890~"},
	} {
		text, spans := unmark(t, c.marked)
		got := find(text, docDay)
		if len(got) != 1 || got[0].Start != spans[0][0] || got[0].End != spans[0][1] {
			t.Errorf("%s: got%s", c.marked, show(text, got))
			continue
		}
		if got[0].Value != c.value || got[0].Mod != c.mod || got[0].Date.String() != c.edtf {
			t.Errorf("%s: want %s %s %s, got%s", c.marked, c.value, c.mod, c.edtf, show(text, got))
		}
	}
}

// TestEraOfRanges: the era behind the second year is that of the first.
func TestEraOfRanges(t *testing.T) {
	for _, text := range []string{"They lived there from 1200 to 400 BC.", "They lived there from about 1200 to about 400 BCE."} {
		if got := find(text, docDay); len(got) != 2 || got[0].Value != "BC1200" || got[1].Value != "BC0400" {
			t.Errorf("%s: got%s", text, show(text, got))
		}
	}
}

func TestClock(t *testing.T) {
	for _, c := range []struct{ marked, value, clock string }{
		{"The blast came at [3 p.m. on Wednesday].", "2024-06-12T15:00", "15:00"},
		{"The blast came on [Wednesday at 3:20 p.m.].", "2024-06-12T15:20", "15:20"},
		{"The blast came at [10:35 GMT on 2 May 2023].", "2023-05-02T10:35Z", "10:35Z"},
		{"The blast came at [0735 GMT on 2 May 2023].", "2023-05-02T07:35Z", "07:35Z"},
		{"The blast came on [2 May 2023 at 10.35pm].", "2023-05-02T22:35", "22:35"},
		{"The blast came at [five o'clock] sharp.", "2024-06-13T05:00", "05:00"},
		{"The blast came on [Wednesday night].", "2024-06-12TNI", ""},
		{"The blast came at [3 p.m. local time on Wednesday].", "2024-06-12T15:00", "15:00"},
		{"The blast came on [the night of 2 May 2023].", "2023-05-02TNI", ""},
		{"The blast came [yesterday morning].", "2024-06-12TMO", ""},
		{"The blast came [last night].", "2024-06-12TNI", ""},
		{"The blast came [this morning].", "2024-06-13TMO", ""},
		{"The blast came at [10:35+02:00 on 2 May 2023].", "2023-05-02T10:35+02:00", "10:35+02:00"},
		{"The blast came at [10:35 UTC-3 on 2 May 2023].", "2023-05-02T10:35-03:00", "10:35-03:00"},
		{"The blast came at [10:35 EST on 2 May 2023].", "2023-05-02T10:35", "10:35-05:00"},
		{"The log says [2023-05-02T10:35-03:00].", "2023-05-02T10:35-03:00", "10:35-03:00"},
		{"The log says [2023-05-02T10:35Z].", "2023-05-02T10:35Z", "10:35Z"},
		{"The fair is open [11:30-14:30].", "2024-06-13T11:30", "11:30/14:30"},
		{"The fair is open from [11:30 to 14:30 today].", "2024-06-13T11:30", "11:30/14:30"},
		{"The fair is open from [3 to 5 p.m.].", "2024-06-13T15:00", "15:00/17:00"},
		{"The fair is open between [10 and 2 p.m.].", "2024-06-13T10:00", "10:00/14:00"},
		{"The fair closed at [24:00 UTC-3 on 2 May 2023].", "2023-05-02T24:00-03:00", ""},
		{"The fair opened at [noon on Wednesday].", "2024-06-12T12:00", "12:00"},
		{"They will speak [tonight].", "2024-06-13TNI", ""},
	} {
		text, spans := unmark(t, c.marked)
		got := find(text, docDay)
		if len(got) != 1 || got[0].Start != spans[0][0] || got[0].Value != c.value || got[0].Clock != c.clock || got[0].Type != timex.Time {
			t.Errorf("%s: want %s clock=%s, got%s", c.marked, c.value, c.clock, show(text, got))
		}
	}
}
