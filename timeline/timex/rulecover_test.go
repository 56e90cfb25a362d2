package timex_test

import (
	"testing"

	"github.com/causeline/causeline/timeline/timex"
)

// ruleExamples has a sentence for each rule, in the order of the tables. The
// rule must make the last marked expression.
var ruleExamples = []struct{ rule, marked string }{
	{"iso", "The gate opened on [2021-08-15]."},
	{"weekday-iso", "The gate opened on [Sunday, 2021-08-15]."},
	{"day-range-month", "The fair ran from [3] to [5 May]."},
	{"month-day-range", "The fair ran from [May 3] to [5]."},
	{"month-day-range-year", "The fair ran from [May 3] to [5, 2021]."},
	{"month-day-year", "The gate opened on [May 3, 2021]."},
	{"the-day-of-month-year", "The gate opened on [the 3rd of May 2021]."},
	{"month-day", "The gate opened on [May 3]."},
	{"the-day-of-month", "The gate opened on [the 3rd of May]."},
	{"weekday-month-day-year", "The gate opened on [Monday, May 3, 2021]."},
	{"weekday-day-month-year", "The gate opened on [Monday, 3 May 2021]."},
	{"weekday-month-day", "The gate opened on [Friday, May 3]."},
	{"weekday-day-month", "The gate opened on [Friday 3 May]."},
	{"month-day-short-year", "The gate opened on [May 3, '21]."},
	{"month-year", "The gate opened in [May 2021]."},
	{"month-of-year2", "The gate opened in [May '21]."},
	{"month-of-last-year", "The gate opened in [May last year]."},
	{"month-day-of-last-year", "The gate opened on [May 3 last year]."},
	{"day-month-of-last-year", "The gate opened on [3 May last year]."},
	{"season-of-last-year", "The gate opened in [the spring of last year]."},
	{"the-ord-of-month", "The gate opened on [the third of May]."},
	{"month", "The gate opened in [May]."},
	{"season-year", "The gate opened in [the spring of 2021]."},
	{"season", "The gate opened in [the spring]."},
	{"the-year", "The gate opened in [the year 2021]."},
	{"fiscal-year", "Sales in [fiscal 2021] were poor."},
	{"year-era", "The town fell in [410 AD]."},
	{"era-year", "The town fell in [AD 410]."},
	{"short-year", "The gate opened in [late '98]."},
	{"year", "The gate opened in [2021]."},
	{"year-range", "The gate was open in [1911]-[14]."},
	{"decade", "The gate was open in [the 1920s]."},
	{"decade-apostrophe", "The gate was open in [the 1920's]."},
	{"century", "The gate was built in [the 12th century]."},
	{"centuries", "In the 17th and [18th centuries] the town grew."},
	{"weekday", "The gate opened on [Monday]."},
	{"last-weekday", "The gate opened [last Monday]."},
	{"this-past-weekday", "The gate opened [this past Monday]."},
	{"this-past-unit", "The gate opened [this past week]."},
	{"weekday-week", "The gate opened on [Monday last week]."},
	{"last-month", "The gate opened [last May]."},
	{"last-month-day", "The gate opened [last May 3]."},
	{"last-season", "The gate opened [last spring]."},
	{"deixis", "The gate opened [yesterday]."},
	{"day-before-deixis", "The gate opened [the day before yesterday]."},
	{"last-unit", "The gate opened [last month]."},
	{"the-last-unit", "The gate opened in [the last week]."},
	{"this-fiscal-unit", "Sales rose [this fiscal year]."},
	{"the-weekend", "The gate opened over [the weekend]."},
	{"the-full-year", "Sales for [the full year] rose."},
	{"units-ago", "The gate opened [two years ago]."},
	{"vague-units-ago", "The gate opened [several years ago]."},
	{"units-earlier", "The gate opened [two days earlier]."},
	{"units-before-that", "It rained on [3 May], and [two days before that]."},
	{"units-from-now", "The gate opens [two days from now]."},
	{"the-unit-before", "The gate had opened [the day before]."},
	{"year-earlier", "The gate beat its [year-earlier] sales."},
	{"this-part", "The gate opened [this morning]."},
	{"last-night", "The gate opened [last night]."},
	{"that-part", "The gate opened [that evening]."},
	{"the-next-part", "The gate opened [the next morning]."},
	{"clock", "The gate opened at [10:30]."},
	{"clock-range", "The gate was open from [3 to 5 p.m.] and no longer."},
	{"clock-part", "The gate opened at [noon]."},
	{"ref", "The gate is [now] open."},
	{"the-future", "The gate may open in [the near future]."},
	{"the-past", "The gate was open in [the past]."},
	{"these-days", "The gate is open [these days]."},
	{"eve-of", "The gate opened on [the eve] of the fair."},
	{"ord-quarter", "Sales fell in [the second quarter]."},
	{"ord-quarter-year", "Sales fell in [the second quarter of 2021]."},
	{"ord-quarter-of-last-year", "Sales fell in [the second quarter of last year]."},
	{"q3", "Sales fell in [Q3]."},
	{"q3-year", "Sales fell in [Q3 2021]."},
	{"year-q3", "Sales fell in [2021 Q3]."},
	{"year-ord-quarter", "Sales fell in [the 2021 second quarter]."},
	{"last-years-quarter", "Sales fell in [last year's second quarter]."},
	{"last-years-quarter-bare", "Sales beat [last year's quarter]."},
	{"the-quarter", "Sales in [the quarter] fell."},
	{"latest-period", "Sales in [the latest period] fell."},
	{"year-ago-quarter", "Sales beat [the year-ago quarter]."},
	{"year-ago-ord-quarter", "Sales beat [the year-ago second quarter]."},
	{"year-quarter", "Sales beat [the 2021 period]."},
	{"period-a-year-ago", "Sales beat [the corresponding period last year]."},
	{"num-units", "The gate was open for [two days]."},
	{"num-more-units", "The gate was open for [two more days]."},
	{"a-unit", "The gate was open for [a month]."},
	{"a-num-unit-period", "The gate was open over [a three-year period]."},
	{"vague-units", "The gate was open for [several days]."},
	{"the-last-num-units", "The gate was open for [the last two days]."},
	{"the-last-vague-units", "The gate was open for [the past few days]."},
	{"the-last-num-to-num-units", "The gate will be open for [the next two to three days]."},
	{"the-num-units", "The gate was open for [the two days]."},
	{"half-a-unit", "The gate was open for [half a century]."},
	{"num-to-num-units", "The gate was open for [two to three days]."},
	{"bare-units", "The gate was open for [days]."},
	{"every-unit", "The gate is open [every day]."},
	{"every-num-units", "The gate is open [every two days]."},
	{"every-weekday", "The gate is open [every Monday]."},
	{"every-month", "The gate is open [every May]."},
	{"every-part", "The gate is open [every morning]."},
	{"often", "The gate is opened [daily]."},
	{"holiday", "The gate was open on [Christmas Eve]."},
}

func TestEveryRuleFires(t *testing.T) {
	covered := make(map[string]bool)
	for _, e := range ruleExamples {
		covered[e.rule] = true
		text, spans := unmark(t, e.marked)
		got := find(text, docDay)
		if len(got) != len(spans) {
			t.Errorf("%s: %s: got%s", e.rule, e.marked, show(text, got))
			continue
		}
		for i, s := range spans {
			if got[i].Start != s[0] || got[i].End != s[1] {
				t.Errorf("%s: %s: got%s", e.rule, e.marked, show(text, got))
			}
		}
		if last := got[len(got)-1]; last.Rule != e.rule {
			t.Errorf("%s: %s: got%s", e.rule, e.marked, show(text, got))
		}
	}
	for _, name := range timex.RuleNames() {
		if !covered[name] {
			t.Errorf("rule %s has no example", name)
		}
	}
}
