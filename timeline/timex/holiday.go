package timex

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// A holiday is a named day that every year has.
type holiday struct {
	pattern string
	month   int
	day     int // of the month; or
	week    int // which such weekday of the month it is, from 1; 0 for none
	weekday int // time.Weekday, with week
	easter  int // days after Easter Sunday, where month is 0
}

// holidayTable lists the days that the news uses as dates. Days whose date
// differs by country or calendar are left out.
var holidayTable = []holiday{
	{pattern: "'christmas' 'day'", month: 12, day: 25},
	{pattern: "'christmas' 'eve'", month: 12, day: 24},
	{pattern: "'christmas'", month: 12, day: 25},
	{pattern: "'boxing' 'day'", month: 12, day: 26},
	{pattern: "'new' 'year' ''s' 'eve'", month: 12, day: 31},
	{pattern: "'new' 'year' ''s' 'day'", month: 1, day: 1},
	{pattern: "'valentine' ''s' 'day'", month: 2, day: 14},
	{pattern: "'halloween'", month: 10, day: 31},
	{pattern: "'thanksgiving' 'day'?", month: 11, week: 4, weekday: 4},
	{pattern: "'easter' 'sunday'?", easter: 0},
	{pattern: "'easter' 'monday'", easter: 1},
	{pattern: "'good' 'friday'", easter: -2},
	{pattern: "'ash' 'wednesday'", easter: -46},
	{pattern: "'palm' 'sunday'", easter: -7},
}

// holidayRules are the rules of the table, last and next in front.
var holidayRules = buildHolidayRules()

func buildHolidayRules() []rule {
	out := make([]rule, 0, len(holidayTable))
	for i := range holidayTable {
		h := &holidayTable[i]
		read := func(m match) (reading, bool) {
			r := reading{kind: kHoliday, typ: Date, gran: uDay, holiday: h, dir: directionOf(m)}
			if y, ok := m.first(cYear); ok {
				r.toYear = y.n
			}
			first := &m.all[m.lo]
			if first.class&(cLast|cNext|cThis) != 0 {
				first = &m.all[m.lo+1]
			}
			next := m.after(1)
			if last := &m.all[m.hi-1]; last == first && next.class == 0 && !next.glued && len(next.tag) > 0 && next.tag[0] == 'N' {
				return r, false // a Christmas tree
			}
			return r, first.upper
		}
		out = append(out, rule{"holiday", "last|next|this? " + h.pattern + " year?", read})
	}
	return out
}

// in returns the day of the holiday in a year.
func (h *holiday) in(year int) edtf.Day {
	switch {
	case h.month == 0:
		return easter(year) + edtf.Day(h.easter)
	case h.week > 0:
		first := edtf.DayOf(int64(year), h.month, 1)
		return first + edtf.Day(floorMod(h.weekday-int(first.Weekday()), 7)+7*(h.week-1))
	}
	return edtf.DayOf(int64(year), h.month, h.day)
}

// easter returns Easter Sunday of the Gregorian calendar (anonymous algorithm,
// Nature 13, 1876).
func easter(year int) edtf.Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.DayOf(int64(year), n/31, n%31+1)
}

// holiday resolves a holiday to the one nearest to the document's date, the
// tense deciding as it does for a month and day.
func (n *narrator) holiday(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	if r.toYear != 0 {
		return dayStamp(r.holiday.in(r.toYear), uDay), Explicit
	}
	if n.doc.isZero() {
		return stamp{}, Unresolved
	}
	at := dayStamp(r.holiday.in(n.doc.year), uDay)
	year := 0
	if r.dir == dirBare {
		year = n.nearestYear(at, tenseAt(s, items, r), 0)
	} else {
		year = n.namedYear(at, r.dir)
	}
	return dayStamp(r.holiday.in(year), uDay), Anchored
}
