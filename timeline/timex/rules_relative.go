package timex

// relativeRules read dates that are counted from another one.
var relativeRules = []rule{
	{"weekday", "weekday", readWeekday},
	{"last-weekday", "the? last|next|this weekday", readWeekday},
	{"this-past-weekday", "'this' last|next weekday", readWeekday},
	{"this-past-unit", "'this' last|next unit", readLastUnit},
	{"weekday-week", "weekday 'of'? last|next|this 'week'", readWeekday},

	{"last-month", "last|next|this month", readNamed},
	{"last-month-day", "last|next|this month day", readNamed},
	{"last-season", "last|next|this season", readNamed},

	{"deixis", "deixis", readDeixis},
	{"day-before-deixis", "the 'day' 'before'|'after' deixis", readDeixis},

	{"last-unit", "last|next|this unit", readLastUnit},
	{"the-last-unit", "the last|next|this 'fiscal'? unit", readTheLastUnit},
	{"this-fiscal-unit", "last|next|this 'fiscal' unit", readLastUnit},
	{"the-weekend", "the 'weekend'", readTheWeekend},
	{"the-full-year", "the 'full'|'fiscal'? 'year'", readTheYear},

	{"units-ago", "num|art unit|units 'ago'", readAgo},
	{"vague-units-ago", "art? vague units 'ago'", readVagueAgo},
	{"units-earlier", "num|art unit|units past|future", readEarlier},
	{"units-before-that", "num|art unit|units 'before'|'after' 'that'", readEarlier},
	{"units-from-now", "num|art unit|units 'from' 'now'", readFromNow},
	{"the-unit-before", "the unit 'before'|'after'", readUnitBefore},
	{"year-earlier", "'year' 'ago'|'earlier'", readEarlier},

	{"this-part", "'this' part", readThisPart},
	{"last-night", "'last' part", readThisPart},
	{"that-part", "the? 'that'|'same' part", readThisPart},
	{"the-next-part", "the last|next part", readThisPart},

	{"clock", "clock", readClockRule},
	{"clock-range", "num dash|'to'|'and'|'until' clock", clockRange},
	{"clock-part", "part", readPart},

	{"ref", "ref", readRef},
	{"the-future", "the 'near'|'foreseeable'|'distant'? 'future'", fixed(Date, "FUTURE_REF")},
	{"the-past", "the 'past'", readThePast},
	{"these-days", "'these' 'days'", fixed(Date, "PRESENT_REF")},
	{"eve-of", "the 'eve'", readEve},
}

// fixed makes a reader for expressions whose value never changes.
func fixed(t Type, value string) func(match) (reading, bool) {
	return func(match) (reading, bool) { return reading{kind: kFixed, typ: t, value: value}, true }
}

func directionOf(m match) direction {
	switch {
	case has(m, cLast):
		return dirLast
	case has(m, cNext):
		return dirNext
	case has(m, cThis):
		return dirThis
	}
	return dirBare
}

func has(m match, c class) bool { _, ok := m.first(c); return ok }

// contextWords point at the last date mentioned, not at the document's.
var contextWords = wordSet("previous preceding following subsequent that same")

func anchorOf(m match) anchor {
	for i := m.lo; i < m.hi; i++ {
		if contextWords[m.all[i].lower] {
			return fromContext
		}
	}
	return fromDoc
}

func readWeekday(m match) (reading, bool) {
	w, _ := m.first(cWeekday)
	if !w.upper {
		return reading{}, false
	}
	r := reading{kind: kWeekday, typ: Date, weekday: w.n + 1, dir: directionOf(m), anchor: anchorOf(m)}
	if m.has("that") {
		r.dir = dirBare
	}
	if m.has("week") {
		r.kind, r.unit, r.gran, r.n = kShift, uWeek, uDay, int(r.dir-dirThis)
	}
	return r, true
}

func readNamed(m match) (reading, bool) {
	r, ok := readDate(m)
	r.dir = directionOf(m)
	return r, ok && (r.at.gran != uMonth || m.all[m.hi-1].upper)
}

func readDeixis(m match) (reading, bool) {
	d, _ := m.first(cDeixis)
	r := reading{kind: kShift, typ: Date, unit: uDay, gran: uDay, n: d.n, part: d.value}
	switch {
	case m.has("before"):
		r.n--
	case m.has("after"):
		r.n++
	}
	if r.part != "" {
		r.typ = Time
		if d.lower == "overnight" && m.all[m.lo].tag == "JJ" {
			return r, false
		}
	}
	return r, true
}

func readLastUnit(m match) (reading, bool) {
	u, _ := m.first(cUnit)
	if m.lo > 0 && m.all[m.lo].upper && u.upper {
		return reading{}, false // the name of a programme or a paper
	}
	r := shiftBy(unit(u.n), int(directionOf(m)-dirThis), anchorOf(m))
	if r.gran == uDay && r.dir != dirThis {
		switch m.all[m.hi-2].lower {
		case "last", "past", "latest", "coming", "upcoming":
			return r, false // "the last day of the fair"
		}
		r.anchor = fromContext
	}
	if r.gran == uQuarter && m.has("latest") {
		r.n, r.anchor = 0, fromContext
	}
	if m.all[m.lo].lower == "that" {
		r.anchor = fromContext
	}
	return r, r.gran != uNone
}

// shiftBy makes the reading of n units from the anchor, at the precision that
// naming the unit has: three years ago is a year.
func shiftBy(u unit, n int, a anchor) reading {
	r := reading{kind: kShift, typ: Date, unit: u, n: n, gran: u, anchor: a}
	switch {
	case u < uDay:
		r.gran = uNone
	case u == uFortnight:
		r.gran = uWeek
	case u == uMillennium:
		r.gran = uNone
	}
	return r
}

// readTheLastUnit tells "the last week" (a date) from "the last decade" (a
// length) and "the next day" (after the one just mentioned).
func readTheLastUnit(m match) (reading, bool) {
	u, _ := m.first(cUnit)
	r, ok := readLastUnit(m)
	word := m.all[m.lo+1].lower
	switch {
	case !ok:
		return r, false
	case word == "next" && unit(u.n) == uDay:
		r.anchor = fromContext
	case unit(u.n) >= uDecade && r.dir != dirThis && (word == "last" || word == "past"):
		return reading{kind: kFixed, typ: Duration, value: durationValue(unit(u.n), 1, false)}, true
	case unit(u.n) == uWeekend && word == "next":
		return r, false
	case word == "past" && unit(u.n) != uYear && unit(u.n) != uWeek:
		return reading{kind: kFixed, typ: Duration, value: durationValue(unit(u.n), 1, false)}, true
	case word == "latest" && unit(u.n) != uQuarter:
		return r, false
	}
	return r, true
}

// readTheWeekend reads the weekend as its Saturday is read.
func readTheWeekend(m match) (reading, bool) {
	return reading{kind: kWeekday, typ: Date, weekday: 7, gran: uWeekend}, true
}

// readTheYear reads "for the year": the year of the report, or the length of
// one that ended on some day.
func readTheYear(m match) (reading, bool) {
	prev, next := m.before(1).lower, m.after(1).lower
	if prev != "for" && prev != "in" {
		return reading{}, false
	}
	switch next {
	case "ended", "ending":
		return reading{kind: kFixed, typ: Duration, value: "P1Y"}, true
	case ",", ".", "":
		return shiftBy(uYear, 0, fromDoc), true
	}
	return shiftBy(uYear, 0, fromDoc), m.has("full")
}

func count(m match) int {
	if n, ok := m.first(cNum); ok {
		return n.n
	}
	return 1
}

func readAgo(m match) (reading, bool) {
	u, _ := m.first(cUnit | cUnits)
	if u.hyphen || m.all[m.hi-1].hyphen && m.all[m.lo].class&cArt != 0 {
		return reading{}, false // "a year-earlier profit": the article is the noun's
	}
	n := count(m)
	r := shiftBy(unit(u.n), -n, fromDoc)
	if it, ok := m.first(cNum); ok && it.value != "" {
		r.mod = it.value
	}
	if it, ok := m.first(cNum); ok && it.half && unit(u.n) == uYear {
		r.unit, r.gran, r.n = uMonth, uYear, -(n*12 + 6)
	}
	if r.gran == uNone {
		if unit(u.n) <= uHour {
			return reading{kind: kFixed, typ: Date, value: "PAST_REF"}, true
		}
		return r, false
	}
	if unit(u.n) >= uDecade {
		r.n, r.unit, r.gran = r.n*monthsPer(r.unit)/12, uYear, uYear
	}
	return r, true
}

func readVagueAgo(match) (reading, bool) {
	return reading{kind: kFixed, typ: Date, value: "PAST_REF"}, true
}

// readEarlier reads "a day earlier" and "two weeks later", which count from
// the date just mentioned. Compared ("a month earlier than usual") it is only
// a length.
func readEarlier(m match) (reading, bool) {
	if m.after(1).lower == "than" {
		return reading{}, false
	}
	r, ok := readAgo(m)
	if !ok || r.kind != kShift {
		return r, false
	}
	r.anchor = fromContext
	switch m.all[m.hi-1].lower {
	case "before", "after", "hence":
		return r, false // "two days before the vote" counts from an event
	case "ago":
		r.anchor = fromDoc
	case "later":
		r.n = -r.n
	case "that":
		if m.has("after") {
			r.n = -r.n
		}
	}
	return r, true
}

func readFromNow(m match) (reading, bool) {
	r, ok := readAgo(m)
	r.n = -r.n
	return r, ok && r.kind == kShift
}

// readUnitBefore reads "the day before" where nothing follows that it could
// be before of.
func readUnitBefore(m match) (reading, bool) {
	next := m.after(1)
	if next.lower != "" && next.class&cComma == 0 && next.lower != "." && next.lower != "and" && next.lower != ";" {
		return reading{}, false
	}
	u, _ := m.first(cUnit)
	n := -1
	if m.has("after") {
		n = 1
	}
	r := shiftBy(unit(u.n), n, fromContext)
	return r, r.gran != uNone
}

func readThisPart(m match) (reading, bool) {
	p, _ := m.first(cPart)
	r := reading{kind: kShift, typ: Time, unit: uDay, gran: uDay, part: p.value, anchor: anchorOf(m)}
	switch word := m.all[m.hi-2].lower; {
	case word == "last" && p.value == "NI":
		r.n = -1
	case word == "last":
		return r, false
	case word == "next" || word == "following":
		r.n, r.anchor = 1, fromContext
	case word == "previous" || word == "preceding":
		r.n, r.anchor = -1, fromContext
	case word == "this":
	case contextWords[word]:
		r.anchor = fromContext
	default:
		return r, false
	}
	return r, true
}

func readClockRule(m match) (reading, bool) {
	it := &m.all[m.lo]
	return reading{kind: kTime, typ: Time, clock: it.value}, true
}

// readPart keeps a bare part of the day for compose, which drops it when no
// date stands beside it.
func readPart(m match) (reading, bool) {
	it := &m.all[m.lo]
	if it.n != 0 || len(it.lower) > 2 && it.lower[len(it.lower)-1] == 's' {
		return reading{}, false
	}
	return reading{kind: kTime, typ: Time, part: it.value}, true
}

func readRef(m match) (reading, bool) {
	it, _ := m.first(cRef)
	return reading{kind: kFixed, typ: Date, value: it.value}, true
}

func readThePast(m match) (reading, bool) {
	next := m.after(1)
	if next.class&(cUnit|cUnits|cNum|cVague|cSeason|cPart) != 0 || len(next.tag) > 0 && (next.tag[0] == 'N' || next.tag[0] == 'J') || next.lower == "tense" {
		return reading{}, false
	}
	return reading{kind: kFixed, typ: Date, value: "PAST_REF"}, true
}

// readEve reads "the eve of the talks": a day that only the date of the talks
// can tell.
func readEve(m match) (reading, bool) {
	r := reading{kind: kShift, typ: Date, unit: uDay, n: -1, gran: uDay, anchor: fromEvent}
	return r, m.after(1).lower == "of"
}
