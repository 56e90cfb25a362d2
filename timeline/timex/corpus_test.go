package timex_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/timex"
)

// docDay is the date of the document in the corpus: a Thursday.
var docDay = edtf.FromDay(edtf.DayOf(2024, 6, 13))

// A group is a value and sentences that hold it in square brackets. A group
// without a type holds sentences without any time expression.
type group struct {
	typ       timex.Type
	value     string
	edtf      string // the same date as EDTF; empty where it has none
	sentences []string
}

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

// runGroups checks that the marked spans, and nothing else, are found; the
// last mark of a sentence has the value of the group.
func runGroups(t *testing.T, doc edtf.Date, groups []group) {
	for _, g := range groups {
		for _, marked := range g.sentences {
			t.Run(marked, func(t *testing.T) {
				text, spans := unmark(t, marked)
				got := find(text, doc)
				if len(got) != len(spans) {
					t.Fatalf("want %d expressions, got%s", len(spans), show(text, got))
				}
				for i, s := range spans {
					if got[i].Start != s[0] || got[i].End != s[1] {
						t.Fatalf("want %q, got%s", text[s[0]:s[1]], show(text, got))
					}
				}
				if len(spans) == 0 {
					return
				}
				last := got[len(got)-1]
				if last.Type != g.typ || last.Value != g.value || last.Date.String() != g.edtf {
					t.Errorf("want %s %s edtf=%s, got%s", g.typ, g.value, g.edtf, show(text, got))
				}
			})
		}
	}
}

func TestAbsolute(t *testing.T) {
	runGroups(t, docDay, []group{
		{timex.Date, "2021-08-15", "2021-08-15", []string{
			"The bridge opened on [15 August 2021].",
			"The bridge opened on [August 15, 2021].",
			"The bridge opened on [Aug. 15, 2021].",
			"The bridge opened on [15 Aug 2021].",
			"The bridge opened on [the 15th of August 2021].",
			"The bridge opened on [15th August, 2021].",
			"The bridge opened on [August 15th, 2021], after a delay.",
			"The bridge opened on [Sunday, 15 August 2021].",
			"The bridge opened on [Sunday, August 15, 2021].",
			"The bridge opened on [2021-08-15].",
			"The bridge opened on [15/08/2021].",
			"The bridge opened on [08/15/2021].",
			"The bridge opened on [15.08.2021].",
			"The bridge opened on [2021/08/15] at last.",
		}},
		{timex.Date, "2021-05-02", "2021-05-02", []string{
			"The [2 May 2021] treaty was short.",
			"It rained on [the second of May 2021].",
			"It rained on [the second of May, 2021].",
		}},
		{timex.Date, "2023", "2023", []string{
			"The [2022]/[23] budget was passed.",
			"The [2022]-[23] budget was passed.",
			"The [2022]-[2023] budget was passed.",
		}},
		{timex.Date, "196", "196X", []string{"A [1960s]-era plant was shut."}},
		{timex.Date, "2021-08", "2021-08", []string{
			"The dam broke in [August 2021].",
			"The dam broke in [August, 2021].",
			"The dam broke in [August of 2021].",
			"The dam broke in [Aug. 2021].",
		}},
		{timex.Date, "1867", "1867", []string{
			"The mill was built in [1867].",
			"Records since [1867] name the mill.",
			"Before [1867] there was no mill.",
		}},
		{timex.Date, "2018", "2018", []string{
			"They met at a [2018] summit in Tallinn.",
			"The [2018] elections were calm.",
			"Its [2018] budget was cut.",
			"Harvests fell (in [2018]) by a third.",
		}},
		{timex.Date, "199", "199X", []string{
			"Trade grew in [the 1990s].",
			"Trade grew in [the '90s].",
			"Trade grew in [the nineties].",
		}},
		{timex.Date, "18", "18XX", []string{
			"Trade grew in [the 1800s].",
			"Trade grew in [the 19th century].",
		}},
		{timex.Date, "193", "193X", []string{"Trade shrank in [the 1930's]."}},
		{timex.Date, "1999", "1999", []string{
			"The drought of [1998]-[99] was long.",
			"The drought ([1998] - [99]) was long.",
			"The drought ([1998]–[1999]) was long.",
		}},
		{timex.Date, "2010", "2010/..", []string{"The [post-2010] laws were mild."}},
		{timex.Date, "2010", "../2010", []string{"A [pre-2010] law was mild."}},
		{timex.Date, "1863", "1863", []string{
			"The [1863] charter hangs there.",
			"This [1863] map shows the river.",
			"[1863], when the river rose, was a hard year.",
		}},
		{timex.Date, "19", "19XX", []string{
			"It was the worst flood of [the 20th century].",
			"It was the worst flood of [the twentieth century].",
		}},
		{timex.Date, "BC0044", "-0043", []string{
			"The general was killed in [44 BC].",
			"The general was killed in [44 BCE].",
			"The general was killed in [44 B.C.] by his friends.",
		}},
		{timex.Date, "2022-Q3", "2022-35", []string{
			"Output fell in [the third quarter of 2022].",
		}},
		{timex.Date, "2022-Q2", "2022-34", []string{
			"Output fell in [Q2 2022].",
			"Output fell in [2022 Q2].",
		}},
		{timex.Date, "2022-H1", "2022-40", []string{
			"Output fell in [H1 2022].",
			"Output fell in [the first half of 2022].",
		}},
		{timex.Date, "2022-SU", "2022-22", []string{
			"Rivers dried up in [the summer of 2022].",
			"Rivers dried up in [summer 2022].",
		}},
		{timex.Date, "2023", "2023", []string{
			"Profit for [fiscal 2023] was higher.",
			"Profit for [fiscal year 2023] was higher.",
			"It was [the year 2023].",
		}},
	})
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

func TestAnchored(t *testing.T) {
	runGroups(t, docDay, []group{
		{timex.Date, "2024-06-13", "2024-06-13", []string{
			"The court ruled [today].",
			"The court ruled on [Thursday].",
			"The court ruled on [June 13].",
			"The court ruled on [13 June].",
		}},
		{timex.Date, "2024-06-12", "2024-06-12", []string{
			"The court ruled [yesterday].",
			"The court ruled on [Wednesday].",
			"The court, she said [Wednesday], was wrong.",
			"The court ruled [a day ago].",
		}},
		{timex.Date, "2024-06-07", "2024-06-07", []string{
			"The court ruled on [Friday].",
			"The court ruled [last Friday].",
			"Officials said on [Friday] that the court was wrong.",
		}},
		{timex.Date, "2024-06-14", "2024-06-14", []string{
			"The court will rule on [Friday].",
			"The court will rule [tomorrow].",
			"The court plans to rule on [Friday].",
			"The hearing is scheduled for [Friday].",
			"The court is set to rule on [Friday].",
		}},
		{timex.Date, "2024-06-18", "2024-06-18", []string{
			"The court meets [next Tuesday].",
			"The court will meet on [Tuesday].",
		}},
		{timex.Date, "2024-06-11", "2024-06-11", []string{
			"The crew left [two days ago].",
			"The crew left [last Tuesday].",
		}},
		{timex.Date, "2024-W23", "2024-06-03/2024-06-09", []string{
			"The crew left [last week].",
		}},
		{timex.Date, "2024-W24", "2024-06-10/2024-06-16", []string{
			"The crew left [this week].",
			"The crew left [earlier this week].",
		}},
		{timex.Date, "2024-05", "2024-05", []string{
			"The crew left [last month].",
			"The crew left in [May].",
			"The crew left [last May].",
			"The crew left [a month ago].",
		}},
		{timex.Date, "2024-07", "2024-07", []string{
			"The crew leaves [next month].",
			"The crew will leave in [July].",
			"The crew is due to leave in [July].",
		}},
		{timex.Date, "2023-07", "2023-07", []string{
			"The crew left in [July].",
		}},
		{timex.Date, "2023", "2023", []string{
			"The crew left [last year].",
			"The crew left [a year ago].",
		}},
		{timex.Date, "2021", "2021", []string{
			"The crew left [three years ago].",
			"The crew left [3 years ago].",
		}},
		{timex.Date, "2025", "2025", []string{
			"The crew leaves [next year].",
			"The crew leaves [a year from now].",
		}},
		{timex.Date, "2024-07-04", "2024-07-04", []string{
			"The crew will leave on [July 4].",
			"The crew leaves on [4 July].",
			"The crew leaves on [the 4th of July].",
		}},
		{timex.Date, "2024-02-28", "2024-02-28", []string{
			"The crew left on [February 28].",
			"The crew left on [Feb. 28].",
			"The crew left on [Wednesday, February 28].",
		}},
		{timex.Date, "2023-12-31", "2023-12-31", []string{
			"The crew left on [New Year's Eve].",
			"The crew left on [December 31].",
		}},
		{timex.Date, "2023-FA", "2023-23", []string{
			"The crew left [last fall].",
			"The crew left [last autumn].",
		}},
		{timex.Date, "2024-Q1", "2024-33", []string{
			"Orders fell in [the first quarter].",
		}},
		{timex.Date, "2024-Q2", "2024-34", []string{
			"Orders fell in [this quarter].",
		}},
		{timex.Date, "2023-Q4", "2023-36", []string{
			"Orders fell in [the fourth quarter].",
			"The [fourth-quarter] loss was small.",
		}},
		{timex.Date, "2023-03", "2023-03", []string{
			"The crew left in [March last year].",
			"The crew left in [March of last year].",
		}},
		{timex.Date, "2024-W22", "2024-05-27/2024-06-02", []string{"The crew left [a fortnight ago]."}},
		{timex.Date, "2023-07-04", "2023-07-04", []string{"The crew left on [Tuesday, July 4]."}},
		{timex.Date, "2025-07-04", "2025-07-04", []string{"The crew will leave on [Friday, July 4]."}},
		{timex.Date, "2025-05", "2025-05", []string{"The crew leaves [next May]."}},
		{timex.Date, "2023-12", "2023-12", []string{"The crew left [last December]."}},
		{timex.Date, "2023-Q3", "2023-35", []string{"Orders fell in [the third quarter of last year]."}},
		{timex.Date, "2025-FA", "2025-23", []string{"The crew leaves in [the autumn of next year]."}},
		{timex.Date, "2024-06-10", "2024-06-10", []string{"The crew left on [Monday of this week]."}},
		{timex.Date, "2024-06-03", "2024-06-03", []string{"The crew left on [Monday last week]."}},
		{timex.Date, "2024-W24-WE", "2024-06-15/2024-06-16", []string{"The crew will leave at [the weekend]."}},
		{timex.Date, "2024-W23-WE", "2024-06-08/2024-06-09", []string{
			"The crew left over [the weekend].",
			"The crew left [this weekend].",
		}},
		{timex.Date, "PRESENT_REF", "", []string{
			"The town is [now] quiet.",
			"The town is [currently] quiet.",
		}},
		{timex.Date, "PAST_REF", "", []string{"The town was [recently] rebuilt."}},
	})
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

func TestDurationsAndSets(t *testing.T) {
	runGroups(t, docDay, []group{
		{timex.Duration, "PT3H", "", []string{
			"They talked for [three hours].",
			"After a [three-hour] meeting they left.",
			"They talked for [more than three hours].",
		}},
		{timex.Duration, "P10Y", "", []string{
			"It took [nearly ten years].",
			"It lasted [a decade].",
			"It lasted [10 years].",
		}},
		{timex.Duration, "PT24H", "", []string{"The fire burned for [24 hours]."}},
		{timex.Duration, "P80Y", "", []string{
			"Peace held for [80 years].",
			"Peace held for [eight decades].",
		}},
		{timex.Duration, "PXW", "", []string{
			"The strike went on for [weeks].",
			"The strike went on for [several weeks].",
		}},
		{timex.Duration, "PT30M", "", []string{"It took [half an hour]."}},
		{timex.Duration, "P150Y", "", []string{"The house stood for [a hundred and fifty years]."}},
		{timex.Duration, "P2Y", "", []string{"They served [a couple of years]."}},
		{timex.Date, "1997", "1997", []string{"It began in [nineteen ninety-seven]."}},
		{timex.Duration, "P3D", "", []string{"They had [three days] to answer."}},
		{timex.Duration, "P2.5Y", "", []string{"They served [two and a half years].", "They served [2 1/2 years]."}},
		{timex.Duration, "P18M", "", []string{"They served [18 months]."}},
		{timex.Duration, "P5Y", "", []string{"Prices rose over [the past five years]."}},
		{timex.Set, "P1W", "", []string{"The board meets [every week].", "The board meets [weekly]."}},
		{timex.Set, "P1D", "", []string{"The ferry runs [daily].", "The ferry runs [every day]."}},
		{timex.Set, "XXXX-WXX-1", "", []string{"The market opens on [Mondays].", "The market opens [every Monday]."}},
		{timex.Set, "P1Y", "", []string{"It costs $ 40,000 [a year]."}},
	})
}
