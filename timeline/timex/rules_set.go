package timex

import "strconv"

// setRules read what recurs.
var setRules = []rule{
	{"every-unit", "every unit", readEvery},
	{"every-num-units", "every num|ord units|unit", readEvery},
	{"every-weekday", "every weekday", readEveryNamed},
	{"every-month", "every month|season", readEveryNamed},
	{"every-part", "every part", readEveryNamed},
	{"often", "often", readOften},
}

func readEvery(m match) (reading, bool) {
	u, _ := m.first(cUnit | cUnits)
	n := 1
	if it, ok := m.first(cNum | cOrd); ok {
		n = it.n
	}
	if n < 1 || n > maxCount {
		return reading{}, false
	}
	return reading{kind: kFixed, typ: Set, value: durationValue(unit(u.n), n, false)}, true
}

func readEveryNamed(m match) (reading, bool) {
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

func readOften(m match) (reading, bool) {
	it := &m.all[m.lo]
	if it.upper && it.tag == "NNP" && m.lo > 0 {
		return reading{}, false // the name of a paper
	}
	return reading{kind: kFixed, typ: Set, value: it.value}, true
}
