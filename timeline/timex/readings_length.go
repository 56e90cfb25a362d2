package timex

import (
	"strconv"
	"strings"
)

// Readings of lengths of time and of what recurs.

// durationValue spells n units, and half of one more, as an ISO 8601 duration.
func durationValue(u unit, n int, half bool) string {
	for _, row := range unitTable {
		if row.unit != u {
			continue
		}
		letter, v := row.letter, n*row.factor
		switch u {
		case uQuarter:
			letter, v = "M", n*3
		case uHalf:
			letter, v = "M", n*6
		}
		time := ""
		if letter[0] == 'T' {
			time, letter = "T", letter[1:]
		}
		number := strconv.Itoa(v)
		switch {
		case half && row.factor > 1:
			number = strconv.Itoa(v + row.factor/2)
		case half:
			number += ".5"
		}
		return "P" + time + number + letter
	}
	return ""
}

// vagueValue spells an unsaid number of a unit: PXY.
func vagueValue(u unit) string {
	switch u {
	case uDecade:
		return "PXDE"
	case uCentury:
		return "PXCE"
	}
	for _, row := range unitTable {
		if row.unit == u {
			if row.letter[0] == 'T' {
				return "PTX" + row.letter[1:]
			}
			return "PX" + row.letter
		}
	}
	return ""
}

// readLength reads "three days", "several weeks", "the last decade".
func readLength(m match, p *params) (reading, bool) {
	u, _ := m.first(cUnit | cUnits)
	r := reading{kind: kFixed, typ: Duration}
	n, counted := m.first(cNum)
	if counted && n.n > maxCount {
		return r, false
	}
	if counted && n.class&cYear != 0 && u.class&cUnit != 0 {
		return r, false // the 1988 quarter
	}
	switch unit(u.n) {
	case uHalf:
		return r, false
	case uQuarter:
		if !counted || u.class&cUnits == 0 {
			return r, false
		}
	}
	if !counted {
		if u.class&cUnit != 0 {
			r.value = durationValue(unit(u.n), 1, p.half)
		} else {
			r.value = vagueValue(unit(u.n))
		}
		return r, r.value != ""
	}
	r.value, r.mod = durationValue(unit(u.n), n.n, n.half), n.value
	return r, true
}

// maxCount bounds how many units an expression can count.
const maxCount = 100_000_000

// readAUnit tells "took a month" (a length) from "$30,000 a year" (a rate).
func readAUnit(m match, _ *params) (reading, bool) {
	u, _ := m.first(cUnit)
	r := reading{kind: kFixed, typ: Duration, value: durationValue(unit(u.n), 1, false)}
	for n := 1; n <= 2 && m.before(1).marks&mLengthPrep == 0; n++ {
		if it := m.before(n); it.class&cNum != 0 || it.marks&mAmount != 0 {
			r.typ = Set
			return r, true
		}
	}
	prev := m.before(1)
	if prev.plural() {
		for n := 2; n <= 4; n++ {
			if m.before(n).class&cNum != 0 {
				r.typ = Set // two late shifts a week
				return r, true
			}
		}
	}
	if prev.marks&mLengthPrep != 0 || prev.class&cApprox != 0 {
		return r, true
	}
	next := m.after(1)
	return r, next.marks&mLengthAfter != 0 || strings.HasPrefix(prev.tag(), "V") && !beForms[prev.lower] && strings.HasPrefix(next.tag(), "IN")
}

func readHalfUnit(m match, _ *params) (reading, bool) {
	u := m.at(-1)
	r := reading{kind: kFixed, typ: Duration}
	switch unit(u.n) {
	case uHour:
		r.value = "PT30M"
	case uDay:
		r.value = "PT12H"
	case uYear:
		r.value = "P6M"
	case uDecade:
		r.value = "P5Y"
	case uCentury:
		r.value = "P50Y"
	}
	return r, r.value != ""
}

// readEvery reads "every two weeks".
func readEvery(m match, _ *params) (reading, bool) {
	u, _ := m.first(cUnit | cUnits)
	n := 1
	if it, ok := m.first(cNum | cOrd); ok && m.has(cEvery) {
		n = it.n
	}
	if n < 1 || n > maxCount {
		return reading{}, false
	}
	return reading{kind: kFixed, typ: Set, value: durationValue(unit(u.n), n, false)}, true
}

// readEveryName reads "every Monday", "every May".
func readEveryName(m match, _ *params) (reading, bool) {
	r := reading{kind: kFixed, typ: Set}
	if it, ok := m.first(cWeekday); ok {
		r.weekday = it.n + 1
		r.value = "XXXX-WXX-" + strconv.Itoa((it.n+6)%7+1)
		return r, it.upper
	}
	if it, ok := m.first(cMonth); ok {
		r.value = "XXXX-" + two(it.n)
		return r, it.upper
	}
	if it, ok := m.first(cSeason); ok {
		r.value = "XXXX-" + seasonCodes[it.n]
		return r, true
	}
	it, _ := m.first(cPart)
	r.value = "XXXX-XX-XXT" + it.value
	return r, true
}

// readRate reads "seven days a week": what is said of every week.
func readRate(m match, _ *params) (reading, bool) {
	a, _ := m.first(cUnits)
	u := m.at(-1)
	return reading{kind: kFixed, typ: Set, value: durationValue(unit(u.n), 1, false)}, u.n > a.n
}

// readWeeklyPart reads "Thursday evenings".
func readWeeklyPart(m match, _ *params) (reading, bool) {
	w, p := m.at(0), m.at(-1)
	r := reading{kind: kFixed, typ: Set, weekday: w.n + 1}
	r.value = "XXXX-WXX-" + strconv.Itoa((w.n+6)%7+1) + "T" + p.value
	return r, strings.HasSuffix(p.lower, "s")
}

// readEveryDay reads "every 3 May".
func readEveryDay(m match, _ *params) (reading, bool) {
	mo, _ := m.first(cMonth)
	d, _ := m.first(cDay)
	r := reading{kind: kFixed, typ: Set, value: "XXXX-" + two(mo.n) + "-" + two(d.n)}
	return r, mo.upper && d.n <= daysIn(2000, mo.n)
}
