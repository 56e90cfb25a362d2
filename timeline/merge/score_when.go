package merge

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// What agreement in time is worth.
const (
	whenSame   = 6 // both state one day, or one month
	whenFits   = 4 // a neighbouring sentence or the name of the day agrees
	whenMayFit = 3 // a coarser date, or news of the days before a report
)

// How far apart dates may lie, in days.
const (
	newsDays    = 7  // a report's news may lie so far back
	sameNewsDay = 2  // two reports without a date of their own, on one event
	historyDays = 14 // from there on events are told as history, where a wrong day is a slip and not another event
	slipDays    = 2  // such slips
)

// date scores when. Dates that exclude each other forbid a merge, but for
// slips of a day or two in what both reports tell as history, between the
// same two people or more: those are shown as a disagreement.
func date(a, b *Node, people int) int {
	x, y := &a.when, &b.when
	switch {
	case x.Basis == "" || y.Basis == "":
		return 0
	case x.Date.IsZero() || y.Date.IsZero():
		return weekday(*x, *y)
	case x.Dated() && y.Dated():
		if x.Date.Overlaps(y.Date) && (stale(a, *y) || stale(b, *x)) {
			return never
		}
		if x.Date.Overlaps(y.Date) {
			if x.Date.Precision() == y.Date.Precision() && x.Date.Precision() <= edtf.PrecisionMonth {
				return whenSame
			}
			return whenMayFit
		}
		if a.Doc != b.Doc && a.history && b.history && people >= 2 && near(x.Date, y.Date) {
			return 0
		}
		return never
	case reported(*x) || reported(*y):
		return byDocument(*x, *y)
	case x.Date.Overlaps(y.Date):
		return whenFits
	}
	return never
}

// reported reports whether a date only follows from when a report was written.
func reported(w extract.When) bool {
	return w.Basis == story.BasisDocument || w.Basis == story.BasisInferred && !w.Date.IsZero()
}

// byDocument compares two dates of which at least one is only that of a
// report: the event may lie some days before it.
func byDocument(x, y extract.When) int {
	if !reported(x) {
		x, y = y, x
	}
	report, ok1 := x.Date.Earliest()
	day, ok2 := y.Date.Earliest()
	if !ok1 || !ok2 {
		return never
	}
	back := report - day
	if reported(y) {
		if back <= sameNewsDay && back >= -sameNewsDay {
			return whenMayFit
		}
		return never
	}
	if back >= 0 && back <= newsDays {
		return whenMayFit
	}
	return never
}

// weekday compares where one side knows only the name of the day, or less.
func weekday(x, y extract.When) int {
	if !x.Date.IsZero() {
		x, y = y, x
	}
	if !y.Date.IsZero() {
		day, ok := y.Date.Earliest()
		last, _ := y.Date.Latest()
		if x.Weekday >= 0 {
			if ok && day == last && int(day.Weekday()) == x.Weekday {
				return whenFits
			}
			if y.Basis == story.BasisDocument {
				return 0
			}
			return never
		}
		return 0
	}
	if x.Weekday >= 0 && y.Weekday >= 0 {
		if x.Weekday == y.Weekday {
			return whenMayFit
		}
		return never
	}
	if x.Partial != "" && x.Partial == y.Partial {
		return whenFits
	}
	return 0
}

// near reports whether two days lie as close as slips do.
func near(a, b edtf.Date) bool {
	if a.Precision() != edtf.PrecisionDay || b.Precision() != edtf.PrecisionDay {
		return false
	}
	x, ok1 := a.Earliest()
	y, ok2 := b.Earliest()
	return ok1 && ok2 && x-y <= slipDays && y-x <= slipDays
}

// stale reports whether a day cannot be that of a report's news, of which the
// report gives only the year: "the 2010 congress" that opened yesterday is not
// what happened in the autumn.
func stale(n *Node, other extract.When) bool {
	if !n.yearOnly || other.Date.Precision() > edtf.PrecisionMonth {
		return false
	}
	first, ok1 := other.Date.Earliest()
	last, ok2 := other.Date.Latest()
	return ok1 && ok2 && (first > n.report+newsDays || n.report > last+historyDays)
}
