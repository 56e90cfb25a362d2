package timex

import "strconv"

// durationRules read lengths of time.
var durationRules = []rule{
	{"num-units", "num unit|units", readDuration},
	{"num-more-units", "num 'more'|'full'|'consecutive'|'straight'|'long' units", readDuration},
	{"a-unit", "art unit", readAUnit},
	{"a-num-unit-period", "art num unit 'period'", readDuration},
	{"vague-units", "art? vague units", readDuration},
	{"the-last-num-units", "the? last|next|ord num unit|units", readDuration},
	{"the-last-num-to-num-units", "the? last|next num 'to'|'or'|dash num units", readDuration},
	{"the-last-vague-units", "the? last|next vague? units", readDuration},
	{"the-num-units", "the num units", readDuration},
	{"half-a-unit", "'half' art unit", readHalf},
	{"num-to-num-units", "num 'to'|'or'|dash num units", readDuration},
	{"bare-units", "units", readBareUnits},
}

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

func readDuration(m match) (reading, bool) {
	u, _ := m.first(cUnit | cUnits)
	r := reading{kind: kFixed, typ: Duration}
	n, ok := m.first(cNum)
	if ok && n.n > maxCount {
		return r, false
	}
	if ok && n.class&cYear != 0 && u.class&cUnit != 0 {
		return r, false // the 1988 quarter
	}
	if u.upper && u.tag == "NNPS" && m.lo > 0 {
		return r, false // the name of a programme
	}
	switch unit(u.n) {
	case uHalf, uQuarter:
		if u.hyphen {
			return r, false // three-quarters of them
		}
		if !ok || u.class&cUnits == 0 || unit(u.n) == uHalf {
			return r, false
		}
	}
	if u.class&cUnit != 0 && ok && n.n != 1 && !n.hyphen && !u.hyphen && u.lower == "half" {
		return r, false
	}
	if !ok {
		r.value = vagueValue(unit(u.n))
		return r, r.value != ""
	}
	r.value, r.mod = durationValue(unit(u.n), n.n, n.half), n.value
	return r, true
}

// maxCount bounds how many units an expression can count.
const maxCount = 100_000_000

// readAUnit tells "took a month" (a length) from "$30,000 a year" (a rate).
func readAUnit(m match) (reading, bool) {
	u, _ := m.first(cUnit)
	r := reading{kind: kFixed, typ: Duration, value: durationValue(unit(u.n), 1, false)}
	switch unit(u.n) {
	case uHalf, uQuarter, uMinute, uWeekend:
		return r, false
	}
	if isAmount(m) {
		r.typ = Set
		return r, true
	}
	if !lengthPrep[m.before(1).lower] && m.before(1).class&cApprox == 0 {
		return r, false
	}
	return r, true
}

var lengthPrep = wordSet(`for in within after over than least most about nearly almost lasted took takes take last
	under spent spend spending to of half once twice`)

// isAmount reports whether a sum or a count stands before the match.
func isAmount(m match) bool {
	for n := 1; n <= 2; n++ {
		it := m.before(n)
		if it.class&cNum != 0 || it.lower == "%" || it.lower == "percent" || it.lower == "times" || it.lower == "once" || it.lower == "twice" || it.lower == "million" || it.lower == "billion" || it.lower == "cents" {
			return true
		}
	}
	return false
}

func readHalf(m match) (reading, bool) {
	u := &m.all[m.hi-1]
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

// readBareUnits reads "for weeks".
func readBareUnits(m match) (reading, bool) {
	u := &m.all[m.lo]
	prev := m.before(1)
	if prev.lower != "for" && prev.lower != "within" && prev.lower != "after" && prev.lower != "of" && prev.lower != "in" && prev.lower != "over" {
		return reading{}, false
	}
	if unit(u.n) < uDay || unit(u.n) == uQuarter || unit(u.n) == uHalf {
		return reading{}, false
	}
	return reading{kind: kFixed, typ: Duration, value: vagueValue(unit(u.n))}, true
}
