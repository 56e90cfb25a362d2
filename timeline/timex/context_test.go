package timex_test

import (
	"testing"
	"time"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/timex"
)

// TestLastDateMentioned: what points at the date just mentioned.
func TestLastDateMentioned(t *testing.T) {
	for _, c := range []struct {
		text, phrase, value string
		basis               timex.Basis
	}{
		{"The king died on 3 May 1921. The following day the shops closed.", "The following day", "1921-05-04", timex.InContext},
		{"The king died on 3 May 1921. The next day the shops closed.", "The next day", "1921-05-04", timex.InContext},
		{"The king died on 3 May 1921. A day earlier he had been well.", "A day earlier", "1921-05-02", timex.InContext},
		{"The king died on 3 May 1921. Two weeks later the shops opened.", "Two weeks later", "1921-W20", timex.InContext},
		{"The king died on 3 May 1921. The previous week he had been well.", "The previous week", "1921-W17", timex.InContext},
		{"The king died on 3 May 1921. That year the harvest failed.", "That year", "1921", timex.InContext},
		{"The king died on 3 May 1921. The same day his son was crowned.", "The same day", "1921-05-03", timex.InContext},
		{"The king died on 3 May 1921. The day before, he had been well.", "The day before", "1921-05-02", timex.InContext},
		{"In 1911 the mine opened. On March 3 the first coal was sold.", "March 3", "1911-03-03", timex.InContext},
		{"In 1911 the mine opened. It closed in May.", "May", "1911-05", timex.InContext},
		{"In 1911 the mine opened. In May the first coal was sold. Nobody died. On June 4 it closed.", "June 4", "1911-06-04", timex.InContext},
		{"In November 1911 the mine opened. In January it closed.", "January", "1912-01", timex.InContext},
		{"The mine, which opened in March 1911, was sold. On April 5 it closed.", "April 5", "2024-04-05", timex.Anchored},
		{"The pier burned on Tuesday. At 10:30 a.m. the crews left.", "10:30 a.m.", "2024-06-11T10:30", timex.InContext},
		{"The pier burned. At 10:30 a.m. the crews left.", "10:30 a.m.", "2024-06-13T10:30", timex.Anchored},
		{"In 1911 the mine opened. At 10:30 a.m. the crews left.", "10:30 a.m.", "XXXX-XX-XXT10:30", timex.Unresolved},
		{"In 2023 the mine opened. On March 3 it closed.", "March 3", "2024-03-03", timex.Anchored},
		{"Mines have been safe since 1911. On March 3 the first closed.", "March 3", "2024-03-03", timex.Anchored},
		{"In 1911 the mine opened. Last year it closed. On March 3 it was sold.", "March 3", "2024-03-03", timex.Anchored},
		{"The king died on 3 May 1921. On the eve of the crowning it rained.", "the eve", "XXXX-XX-XX", timex.Unresolved},
		{"Forty years later the mine closed.", "Forty years later", "XXXX", timex.Unresolved},
		{"The mine closed in 2022. That year the harvest failed.", "That year", "2022", timex.InContext},
		{"Profit was $ 3 million, up from $ 2 million a year earlier.", "a year earlier", "2023", timex.Anchored},
		{"The mine closed last year. A year earlier it had been sold.", "A year earlier", "2022", timex.InContext},
		{"Profit fell last year. It was $ 3 million, down from $ 4 million a year earlier.", "a year earlier", "2023", timex.Anchored},
		{"Profit for the first quarter was $ 3 million, up from $ 2 million a year earlier.", "a year earlier", "2023-Q1", timex.InContext},
		{"The king died on 3 May 1921. The following Friday he was buried.", "The following Friday", "1921-05-06", timex.InContext},
		{"The king died on 3 May 1921. That Sunday the bells rang.", "That Sunday", "1921-05-01", timex.InContext},
		{"The ship sank on 3 May 1998 and was raised on 12 June.", "12 June", "1998-06-12", timex.InContext},
		{"The ship sank on 30 December 1998 and was raised on 4 January.", "4 January", "1999-01-04", timex.InContext},
		{"The pier, built on 4 May 1931, was closed on 12 April.", "12 April", "2024-04-12", timex.Anchored},
		{"The ship sank on 3 May 1998 but was raised on 12 April.", "12 April", "2024-04-12", timex.Anchored},
		{"Filed on 21 April 2010: the crews struck on August 19 and 20.", "20", "2024-08-20", timex.Anchored},
		{"The ship sank in May 1998 and was raised in July.", "July", "1998-07", timex.InContext},
		{"The mine was sold in 1931, a quarter of a century later.", "a quarter of a century later", "1931", timex.InContext},
		{"Forty years before, in 1772, the mine was sold.", "Forty years before", "1772", timex.InContext},
		{"The pier burned on Tuesday. At 10:30 a.m. the crews left. Ten minutes later it fell.", "Ten minutes later", "2024-06-11T10:40", timex.InContext},
		{"The pier burned on Tuesday. At 0:10 a.m. the crews left. Twenty minutes earlier it fell.", "Twenty minutes earlier", "2024-06-10T23:50", timex.InContext},
		{"Profit for the first quarter was $ 3 million. In the six months it was $ 6 million, up from $ 5 million a year earlier.", "a year earlier", "2023", timex.Anchored},
		{"The king died on 3 May 1921. He was old. He was ill. He was tired. He was sad. He was alone. The next day the shops closed.", "The next day", "XXXX-XX-XX", timex.Unresolved},
		{"The fair was held on 3 October 2023. The following March it was closed.", "The following March", "2024-03", timex.InContext},
		{"The fair was held on 3 October 2023. The previous March it was closed.", "The previous March", "2023-03", timex.InContext},
		{"Sales rose in the quarter ended 31 January.", "the quarter", "2023-Q4", timex.Anchored},
		{"Sales rose in the quarter ended 31 March 2021.", "the quarter", "2021-Q1", timex.Anchored},
		{"Profit for the second quarter of 2024 was $ 3 million. In the nine months it was $ 9 million, compared with $ 8 million in the 2023 period.", "the 2023 period", "2023", timex.Anchored},
		{"It lost $ 3 million last year. The year-earlier results were better.", "year-earlier", "2023", timex.Anchored},
		{"It rained in May and June 1918.", "May", "1918-05", timex.Explicit},
		{"It rained in the spring and summer of 1918.", "the spring", "1918-SP", timex.Explicit},
		{"It rained in December and January 1918.", "December", "1917-12", timex.Explicit},
		{"It rained in May, and in June 1918 it did not.", "May", "2024-05", timex.Anchored},
		{"In 1941 the king died. On the following Monday, 28 July, he was buried.", "the following Monday, 28 July", "1941-07-28", timex.InContext},
		{"That Sunday the bells rang.", "That Sunday", "XXXX-WXX-7", timex.Unresolved},
		{"The mine opened in 1911. It closed in March of the following year.", "March of the following year", "1912-03", timex.InContext},
		{"The king died on 3 May 1921. Two days before that he was well.", "Two days before that", "1921-05-01", timex.InContext},
		{"The following day the shops closed.", "The following day", "XXXX-XX-XX", timex.Unresolved},
		{"A day earlier he had been well.", "A day earlier", "XXXX-XX-XX", timex.Unresolved},
	} {
		checkPhrase(t, c.text, docDay, c.phrase, c.value, c.basis)
	}
}

func checkPhrase(t *testing.T, text string, doc edtf.Date, phrase, value string, basis timex.Basis) timex.Timex {
	t.Helper()
	got := find(text, doc)
	for _, x := range got {
		if text[x.Start:x.End] != phrase {
			continue
		}
		if x.Value != value || x.Basis != basis {
			t.Errorf("%s\n%q: want %s (%s), got%s", text, phrase, value, basis, show(text, got))
		}
		if (basis == timex.Unresolved) != x.Date.IsZero() {
			t.Errorf("%s\n%q: date %q with basis %s", text, phrase, x.Date, basis)
		}
		return x
	}
	t.Errorf("%s\n%q not found, got%s", text, phrase, show(text, got))
	return timex.Timex{}
}

// TestUndated: without a document date, what needs one stays open and keeps
// what the words say.
func TestUndated(t *testing.T) {
	for _, c := range []struct {
		text, phrase, value string
		weekday             int
	}{
		{"The crew left on February 28.", "February 28", "XXXX-02-28", -1},
		{"The crew left on Friday.", "Friday", "XXXX-WXX-5", int(time.Friday)},
		{"The crew left on Sunday.", "Sunday", "XXXX-WXX-7", int(time.Sunday)},
		{"The crew left on Wednesday, February 28.", "Wednesday, February 28", "XXXX-02-28", int(time.Wednesday)},
		{"The crew left last Friday.", "last Friday", "XXXX-WXX-5", int(time.Friday)},
		{"The crew left on Friday night.", "Friday night", "XXXX-WXX-5TNI", int(time.Friday)},
		{"The crew left in May.", "May", "XXXX-05", -1},
		{"The crew left yesterday.", "yesterday", "XXXX-XX-XX", -1},
		{"The crew left last week.", "last week", "XXXX-WXX", -1},
		{"The crew left last month.", "last month", "XXXX-XX", -1},
		{"The crew left last year.", "last year", "XXXX", -1},
		{"The crew left two days ago.", "two days ago", "XXXX-XX-XX", -1},
		{"Orders fell in the third quarter.", "the third quarter", "XXXX-Q3", -1},
		{"The crew left this summer.", "this summer", "XXXX-SU", -1},
	} {
		x := checkPhrase(t, c.text, edtf.Date{}, c.phrase, c.value, timex.Unresolved)
		if x.Weekday != c.weekday {
			t.Errorf("%s: weekday %d, want %d", c.text, x.Weekday, c.weekday)
		}
	}
	checkPhrase(t, "The mine, which opened in March 2011, was sold. On April 5 it closed.", edtf.Date{}, "April 5", "XXXX-04-05", timex.Unresolved)
	checkPhrase(t, "In 2011 the mine opened. It was sold on Friday. It closed in May.", edtf.Date{}, "May", "XXXX-05", timex.Unresolved)
	checkPhrase(t, "In 2011 the mine opened. It closed in May.", edtf.Date{}, "May", "2011-05", timex.InContext)
}

// TestCoarseDocumentDate: a document known to the month resolves months and
// years, not days.
func TestCoarseDocumentDate(t *testing.T) {
	month := edtf.FromMonth(2024, 6)
	checkPhrase(t, "The crew left last month.", month, "last month", "2024-05", timex.Anchored)
	checkPhrase(t, "The crew left last year.", month, "last year", "2023", timex.Anchored)
	checkPhrase(t, "The crew left yesterday.", month, "yesterday", "XXXX-XX-XX", timex.Unresolved)
	checkPhrase(t, "The crew left on Friday.", month, "Friday", "XXXX-WXX-5", timex.Unresolved)
}

func TestRanges(t *testing.T) {
	for _, c := range []struct {
		text         string
		first, other string // "phrase=value"
	}{
		{"She ruled from 2019 to 2021.", "2019=2019", "2021=2021"},
		{"She ruled from 2019 until 2021.", "2019=2019", "2021=2021"},
		{"She ruled (2019-2021) alone.", "2019=2019", "2021=2021"},
		{"She ruled (2019–2021) alone.", "2019=2019", "2021=2021"},
		{"It rained between May and July 2022.", "May=2022-05", "July 2022=2022-07"},
		{"It rained from November to February 2022.", "November=2021-11", "February 2022=2022-02"},
		{"It rained from 16 May – 2 June 2022.", "16 May=2022-05-16", "2 June 2022=2022-06-02"},
		{"It rained from May 16 to June 2, 2022.", "May 16=2022-05-16", "June 2, 2022=2022-06-02"},
		{"It rained on 15-17 August 2022.", "15=2022-08-15", "17 August 2022=2022-08-17"},
		{"It rained on 15–17 August 2022.", "15=2022-08-15", "17 August 2022=2022-08-17"},
		{"It rained from August 15 to 17, 2022.", "August 15=2022-08-15", "17, 2022=2022-08-17"},
		{"It rained on August 15-17, 2022.", "August 15=2022-08-15", "17, 2022=2022-08-17"},
	} {
		got := find(c.text, docDay)
		if len(got) != 2 {
			t.Errorf("%s: got%s", c.text, show(c.text, got))
			continue
		}
		for i, want := range []string{c.first, c.other} {
			if have := c.text[got[i].Start:got[i].End] + "=" + got[i].Value; have != want {
				t.Errorf("%s: want %s, got%s", c.text, want, show(c.text, got))
			}
		}
		if !got[0].RangeStart || got[1].RangeStart {
			t.Errorf("%s: not marked as a range", c.text)
		}
	}
	for _, c := range []struct{ text, from, to string }{
		{"It rained from Friday to Tuesday.", "2024-06-07", "2024-06-11"},
		{"It rained from Tuesday to Friday.", "2024-06-04", "2024-06-07"},
		{"It will rain from Monday to Friday.", "2024-06-17", "2024-06-21"},
		{"It rained from November to February.", "2023-11", "2024-02"},
		{"It rained from 1 March to 30 April.", "2024-03-01", "2024-04-30"},
		{"It rained between May and July.", "2023-05", "2023-07"},
	} {
		got := find(c.text, docDay)
		if len(got) != 2 || got[0].Value != c.from || got[1].Value != c.to || got[0].Date.String() != c.from {
			t.Errorf("%s: want %s to %s, got%s", c.text, c.from, c.to, show(c.text, got))
		}
	}
	text := "She left in 2019 and returned in 2021."
	if got := find(text, docDay); len(got) != 2 || got[0].RangeStart {
		t.Errorf("%s: got%s", text, show(text, got))
	}
}

// TestTense: the clause's verb picks the year or the week.
func TestTense(t *testing.T) {
	for _, c := range []struct{ text, phrase, value string }{
		{"The union struck on Monday.", "Monday", "2024-06-10"},
		{"The union will strike on Monday.", "Monday", "2024-06-17"},
		{"The union, which struck on Monday, will vote again.", "Monday", "2024-06-10"},
		{"The union said on Monday that it will vote.", "Monday", "2024-06-10"},
		{"The union has until Monday to vote.", "Monday", "2024-06-17"},
		{"The vote was held in October.", "October", "2023-10"},
		{"The vote will be held in October.", "October", "2024-10"},
		{"A vote is planned for October.", "October", "2024-10"},
		{"They agreed to sell the yard in March.", "March", "2025-03"},
		{"They sold the yard in March.", "March", "2024-03"},
		{"The yard closed on 20 December.", "20 December", "2023-12-20"},
		{"The yard will close on 20 December.", "20 December", "2024-12-20"},
	} {
		checkPhrase(t, c.text, docDay, c.phrase, c.value, timex.Anchored)
	}
}

// TestReportsAreNoChronicles: a report that looks far back stays a report, and
// its weekdays are those of its own week.
func TestReportsAreNoChronicles(t *testing.T) {
	for _, c := range []struct{ text, phrase, value string }{
		{"The isle was sold in 1867. On Friday the two men met there. The war, which began in February 2012, goes on. In 2008 they had met before, and the vote of 2006 was held against one of them.", "Friday", "2024-06-07"},
		{"The firm agreed on Monday, 10 June 2024, to buy its rival. They quarrelled in 2011. A court ruled in March 2012, in May 2013 and on 4 May 2014. Its head resigned on Friday.", "Friday", "2024-06-07"},
		{"He was born on 3 May 1931, went to sea in 1948 and wed in June 1952. He died on Tuesday.", "Tuesday", "2024-06-11"},
	} {
		got := find(c.text, docDay)
		ok := false
		for _, x := range got {
			ok = ok || c.text[x.Start:x.End] == c.phrase && x.Value == c.value
		}
		if !ok {
			t.Errorf("%s\n%q: want %s, got%s", c.text, c.phrase, c.value, show(c.text, got))
		}
	}
}
