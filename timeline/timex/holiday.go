package timex

import (
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// A holiday is a named day that every year has.
type holiday struct {
	month   int
	day     int // of the month; or
	week    int // which such weekday of the month it is, from 1, or backwards from -1
	weekday int // time.Weekday, with week
	easter  int // days after Easter Sunday, where month is 0
	after   int // days after that weekday
}

// readHolidays makes a rule of each line of holidays.txt: last and next may
// stand in front, a year behind.
func readHolidays(l *Language, lines []line) error {
	for _, ln := range lines {
		words, when, ok := cutLast(ln.text, " = ")
		if !ok {
			return ln.errorf("no day in %q", ln.text)
		}
		h, ok := l.parseHoliday(strings.TrimSpace(when))
		if !ok {
			return ln.errorf("%q is no day", when)
		}
		p, err := parsePattern(ln, "last|next|this? "+strings.TrimSpace(words)+" year?")
		if err != nil {
			return err
		}
		r := rule{name: "holiday", patterns: []pattern{p}, read: readHoliday}
		r.params.holiday = &h
		l.rules = append(l.rules, r)
	}
	return nil
}

// parseHoliday reads "12-25", "4 thursday november +1" and "easter-2".
func (l *Language) parseHoliday(s string) (holiday, bool) {
	var h holiday
	if n, ok := strings.CutPrefix(s, "easter"); ok {
		days, err := strconv.Atoi(n)
		h.easter = days
		return h, err == nil
	}
	if f := strings.Fields(s); len(f) == 3 || len(f) == 4 {
		week, err := strconv.Atoi(f[0])
		day, month := l.words[f[1]], l.words[f[2]]
		h = holiday{week: week, weekday: day.n, month: month.n}
		if len(f) == 4 && err == nil {
			h.after, err = strconv.Atoi(f[3])
		}
		return h, err == nil && week != 0 && day.class&cWeekday != 0 && month.class&cMonth != 0
	}
	m, d, ok := strings.Cut(s, "-")
	month, err1 := strconv.Atoi(m)
	day, err2 := strconv.Atoi(d)
	h = holiday{month: month, day: day}
	return h, ok && err1 == nil && err2 == nil && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

func readHoliday(m match, p *params) (reading, bool) {
	r := reading{kind: kHoliday, typ: Date, gran: uDay, holiday: p.holiday, dir: directionOf(m)}
	if y, ok := m.first(cYear); ok {
		r.toYear = y.n
	}
	first := m.at(0)
	if first.class&(cLast|cNext|cThis) != 0 {
		first = m.at(1)
	}
	next := m.after(1)
	if last := m.at(-1); last == first && next.class == 0 && !next.glued && strings.HasPrefix(next.tag(), "N") {
		return r, false // a Christmas tree
	}
	return r, first.upper
}

// in returns the day of the holiday in a year.
func (h *holiday) in(year int) edtf.Day {
	switch {
	case h.month == 0:
		return easter(year) + edtf.Day(h.easter)
	case h.week > 0:
		first := edtf.DayOf(int64(year), h.month, 1)
		return first + edtf.Day(floorMod(h.weekday-int(first.Weekday()), 7)+7*(h.week-1)+h.after)
	case h.week < 0:
		last := edtf.DayOf(int64(year), h.month+1, 0)
		return last - edtf.Day(floorMod(int(last.Weekday())-h.weekday, 7)-7*(h.week+1)-h.after)
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
	if r.ofMonth {
		return n.holidayOfMonth(r)
	}
	if n.chronicle && !n.clock.at.isZero() {
		at := dayStamp(r.holiday.in(n.clock.at.year), uDay)
		if told, ok := n.storyDate(r, at, s, items); ok {
			n.why = "that day of the story's year"
			return dayStamp(r.holiday.in(told.year), uDay), InContext
		}
	}
	if n.doc.isZero() {
		return stamp{}, Unresolved
	}
	at := dayStamp(r.holiday.in(n.doc.year), uDay)
	year := 0
	n.because(n.doc, "the nearest such day")
	if r.dir == dirBare {
		year = n.nearestDay(at, r, s, items)
	} else {
		year = n.namedYear(at, r.dir)
	}
	return dayStamp(r.holiday.in(year), uDay), Anchored
}

// holidayOfMonth resolves "the last Sunday of the month".
func (n *narrator) holidayOfMonth(r *reading) (stamp, Basis) {
	base, basis := n.last, InContext
	switch {
	case n.chronicle && !n.clock.at.isZero():
		base = n.clock.at
	case n.last.isZero() || n.sentence-n.lastSentence > lastReach || n.last.gran > uMonth:
		base, basis = n.doc, Anchored
	}
	if base.isZero() || base.gran != uDay && base.gran != uMonth {
		return stamp{}, Unresolved
	}
	h := *r.holiday
	h.month = base.sub
	n.because(base, "that day of the month")
	return dayStamp(h.in(base.year), uDay), basis
}
