package timex_test

import "testing"

// TestExplain: in words, which rule fired and what the value was counted from.
func TestExplain(t *testing.T) {
	const day = "2024-06-13"
	for _, c := range []struct{ text, phrase, want string }{
		{"It fell on 3 May 2021.", "3 May 2021", "rule day-month-year: the words say it all"},
		{"It fell on Tuesday.", "Tuesday", "rule weekday, counted from the date of the document, " + day + ": the latest such day up to then"},
		{"It will fall on Tuesday.", "Tuesday", "rule weekday, counted from the date of the document, " + day + `: the next such day; "will" tells of the future`},
		{"It fell in October.", "October", "rule month, counted from the date of the document, " + day + `: the nearest such time; "fell" tells of the past`},
		{"It fell two years ago.", "two years ago", "rule units-ago, counted from the date of the document, " + day + ": 2 years before"},
		{"It fell last month.", "last month", "rule last-unit, counted from the date of the document, " + day + ": the month before"},
		{"It fell in 2021. The next year it rose.", "The next year", `rule the-next-unit, counted from "2021", 2021: the year after`},
		{"It will fall the next year.", "the next year", "rule the-next-unit, counted from the date of the document, " + day + ": the year after"},
		{"It fell on 3 May 2021. The next day it rose.", "The next day", `rule next-day, counted from "3 May 2021", 2021-05-03: the day after`},
		{"It fell on 3 May 2021. It rose three weeks later.", "three weeks later", `rule units-later, counted from "3 May 2021", 2021-05-03: 3 weeks after`},
		{"In 1911 it fell. On March 3 it rose.", "March 3", `rule month-day, counted from "1911", 1911: of that year, which the text tells of`},
		{"It is usually shut in October.", "October", "rule month: of every year"},
		{"It fell on the eve of the vote.", "the eve", "rule eve-of: only what it is said of can date it"},
		{"It is now up.", "now", "rule ref: no date can be told from it"},
		{"It fell the next day.", "the next day", "rule next-day: what it is counted from is not known"},
		{"It fell in the second quarter of last year.", "the second quarter of last year", "rule ord-quarter, counted from the date of the document, " + day + ": of the year before"},
	} {
		found := false
		for _, x := range find(c.text, docDay) {
			if c.text[x.Start:x.End] == c.phrase {
				found = true
				if got := x.Explain(c.text); got != c.want {
					t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: %q is not found", c.text, c.phrase)
		}
	}
}

// TestReason: the same for readers, dates in words and no rule's name.
func TestReason(t *testing.T) {
	for _, c := range []struct{ text, phrase, want string }{
		{"It fell on 3 May 2021.", "3 May 2021", "the words say it all"},
		{"It fell on Tuesday.", "Tuesday", "counted from 13 June 2024, the report's own date: the latest such day up to then"},
		{"It will fall on Tuesday.", "Tuesday", "counted from 13 June 2024, the report's own date: the next such day; “will” tells of the future"},
		{"It fell in 2021. The next year it rose.", "The next year", "counted from “2021” in the text: the year after"},
		{"It fell on May 3,\n2021. The next day it rose.", "The next day", "counted from “May 3, 2021” in the text, 3 May 2021: the day after"},
		{"It fell the next day.", "the next day", "what it is counted from is not known"},
		{"It is usually shut in October.", "October", "of every year"},
	} {
		found := false
		for _, x := range find(c.text, docDay) {
			if c.text[x.Start:x.End] == c.phrase {
				found = true
				if got := x.Reason(c.text, "the report's own date"); got != c.want {
					t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: %q is not found", c.text, c.phrase)
		}
	}
}
