package timex

import "strings"

// Readings of dates that are counted from another one.

func readWeekday(m match, p *params) (reading, bool) {
	w, _ := m.first(cWeekday)
	r := reading{kind: kWeekday, typ: Date, weekday: w.n + 1, dir: directionOf(m), anchor: anchorOf(m, p)}
	if r.anchor == fromContext && r.dir == dirThis {
		r.dir = dirBare // that Friday
	}
	return r, true
}

// readWeekdayOfWeek reads "Monday of last week".
func readWeekdayOfWeek(m match, p *params) (reading, bool) {
	r, ok := readWeekday(m, p)
	r.kind, r.unit, r.gran, r.n = kShift, uWeek, uDay, int(directionOf(m)-dirThis)
	return r, ok
}

// readWeekdayOfMonth reads "the first Sunday of May", a day that every year
// has.
func readWeekdayOfMonth(m match, _ *params) (reading, bool) {
	which, w, mo := m.at(1), m.at(2), m.at(4)
	h := &holiday{month: mo.n, weekday: w.n, week: which.n}
	if which.class&cLast != 0 {
		h.week = -1
	}
	r := reading{kind: kHoliday, typ: Date, gran: uDay, holiday: h}
	if y, ok := m.first(cYear); ok {
		r.toYear = y.n
	}
	return r, w.upper && mo.upper && h.week <= 5 && h.week != 0
}

// readWeekdayOfTheMonth reads "the last Sunday of the month".
func readWeekdayOfTheMonth(m match, _ *params) (reading, bool) {
	which, w := m.at(1), m.at(2)
	h := &holiday{weekday: w.n, week: which.n}
	if which.class&cLast != 0 {
		h.week = -1
	}
	return reading{kind: kHoliday, typ: Date, gran: uDay, holiday: h, ofMonth: true}, w.upper && h.week <= 5 && h.week != 0
}

// readWeekend reads the weekend as its Saturday is read.
func readWeekend(match, *params) (reading, bool) {
	return reading{kind: kWeekday, typ: Date, weekday: 7, gran: uWeekend}, true
}

// readDeixis reads today, yesterday and tonight.
func readDeixis(m match, p *params) (reading, bool) {
	d, _ := m.first(cDeixis)
	r := reading{kind: kShift, typ: Date, unit: uDay, gran: uDay, n: d.n + p.n, part: d.value}
	if r.part != "" {
		r.typ = Time
	}
	return r, true
}

// readShift reads last month, the following week, the quarter: the unit that
// the rule or the match names, as many units away as the rule or the direction
// of the match says.
func readShift(m match, p *params) (reading, bool) {
	u := p.unit
	if u == uNone {
		it, ok := m.first(cUnit)
		if !ok {
			return reading{}, false
		}
		u = unit(it.n)
	}
	r := shiftBy(u, p.n, anchorOf(m, p))
	r.mod = p.mod
	if !p.hasN {
		r.n = int(directionOf(m) - dirThis)
	}
	if p.gran != uNone {
		r.gran = p.gran
	}
	return r, r.gran != uNone
}

// shiftBy makes the reading of n units from the anchor, at the precision that
// naming the unit has: three years ago is a year.
func shiftBy(u unit, n int, a anchor) reading {
	r := reading{kind: kShift, typ: Date, unit: u, n: n, gran: u, anchor: a}
	switch {
	case u < uDay, u == uMillennium:
		r.gran = uNone
	case u == uFortnight:
		r.gran = uWeek
	}
	return r
}

// countOf is the number of units that the match names, 1 where it names none.
func countOf(m match) int {
	if n, ok := m.first(cNum); ok {
		return n.n
	}
	return 1
}

// readCount reads "two years ago", "a week later".
func readCount(m match, p *params) (reading, bool) {
	u, n := p.unit, p.n
	if u == uNone {
		it, _ := m.first(cUnit | cUnits)
		u, n = unit(it.n), countOf(m)
	}
	r := shiftBy(u, n*p.sign, p.from)
	r.compare, r.counted = p.compare, p.from == fromContext
	if (u == uMinute || u == uHour) && p.from == fromContext && n < 100 {
		if u == uHour {
			n *= 60
		}
		return reading{kind: kClockShift, typ: Time, n: n * p.sign}, true
	}
	if it, ok := m.first(cNum); ok {
		r.mod = it.value
		switch {
		case it.half && u == uYear:
			r.unit, r.gran, r.n = uMonth, uYear, (n*12+6)*p.sign
		case it.half && u >= uDecade:
			years := monthsPer(u) / 12
			r.unit, r.gran, r.n = uYear, uYear, (n*years+years/2)*p.sign
			u = uYear
		}
	}
	if r.gran == uNone {
		if p.sign < 0 && u <= uHour && p.from == fromDoc {
			return reading{kind: kFixed, typ: Date, value: "PAST_REF"}, true
		}
		return r, false
	}
	if u >= uDecade {
		r.n, r.unit, r.gran = r.n*monthsPer(r.unit)/12, uYear, uYear
	}
	return r, true
}

// readPart reads "this morning", "the next evening": the part of the day so
// many days from the anchor.
func readPart(m match, p *params) (reading, bool) {
	it, _ := m.first(cPart)
	return reading{kind: kShift, typ: Time, unit: uDay, gran: uDay, n: p.n, part: it.value, anchor: p.from}, true
}

// readNights reads "two nights later".
func readNights(m match, p *params) (reading, bool) {
	n, part := m.at(0), m.at(1)
	r := reading{kind: kShift, typ: Time, unit: uDay, gran: uDay, n: n.n * p.sign, part: part.value, anchor: fromContext, counted: true}
	return r, strings.HasSuffix(part.lower, "s") && !n.half
}

// readBarePart keeps a bare part of the day for compose, which drops it when no
// date stands beside it.
func readBarePart(m match, _ *params) (reading, bool) {
	it := m.at(0)
	if it.n != 0 || len(it.lower) > 2 && it.lower[len(it.lower)-1] == 's' {
		return reading{}, false
	}
	return reading{kind: kTime, typ: Time, part: it.value}, true
}

// readPartOfDay reads "in the evening", of the day just told of; without one it
// is any evening.
func readPartOfDay(m match, _ *params) (reading, bool) {
	it, _ := m.first(cPart)
	return reading{kind: kTime, typ: Time, part: it.value, sameDay: true}, it.n == 0 && !strings.HasSuffix(it.lower, "s")
}

func readClockRule(m match, _ *params) (reading, bool) {
	it := m.at(0)
	return reading{kind: kTime, typ: Time, clock: it.value, zoneNamed: it.zoneNamed}, true
}

// readHourOfPart reads "six in the morning".
func readHourOfPart(m match, _ *params) (reading, bool) {
	n, p := m.at(0), m.at(-1)
	hour := n.n
	if hour < 1 || hour > 12 || n.half || p.class&cPart == 0 {
		return reading{}, false
	}
	switch p.value {
	case "AF", "EV":
		hour = hour%12 + 12
	case "NI":
		if hour >= 6 && hour < 12 {
			hour += 12
		}
		hour %= 24
	case "MO":
		hour %= 12
	default:
		return reading{}, false
	}
	return reading{kind: kTime, typ: Time, clock: clockText(hour, 0)}, true
}

// readHalfPast reads "half past eight", on the clock as it stands.
func readHalfPast(m match, _ *params) (reading, bool) {
	n := m.at(-1)
	return reading{kind: kTime, typ: Time, clock: clockText(n.n%24, 30)}, n.n >= 1 && n.n <= 12 && !n.half
}

// readClockRange reads "from 3 to 5 p.m.": the first hour takes the half of the
// day that puts it before the second.
func readClockRange(m match, _ *params) (reading, bool) {
	a, b := m.at(0), m.at(-1)
	if !b.meridiem || a.class&cNum == 0 || a.half || a.n < 1 || a.n > 12 ||
		m.marked(mRangeAnd) && m.before(1).marks&mRangeBetween == 0 {
		return reading{}, false
	}
	h := a.n%12 + b.n/60/12*12
	if h*60 >= b.n {
		h -= 12
	}
	if h < 0 {
		return reading{}, false
	}
	return reading{kind: kTime, typ: Time, clock: clockText(h, 0) + "/" + b.value, zoneNamed: b.zoneNamed}, true
}

// readEventDay reads "the eve of the talks": a day that only the date of the
// talks can tell.
func readEventDay(_ match, p *params) (reading, bool) {
	return reading{kind: kShift, typ: Date, unit: uDay, n: p.n, gran: uDay, anchor: fromEvent}, true
}
