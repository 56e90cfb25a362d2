package timex

// quarterRules read quarters, halves and what earnings reports say around
// them.
var quarterRules = []rule{
	{"ord-quarter", "the? 'fiscal'? ord 'quarter'|'half'", readQuarter},
	{"ord-quarter-year", "the? 'fiscal'? ord 'quarter'|'half' 'of'? year", readQuarter},
	{"ord-quarter-of-last-year", "the? 'fiscal'? ord 'quarter'|'half' 'of' the? last|next|this? 'fiscal'|'financial'? 'year'", readQuarter},
	{"q3", "quarter", readQ},
	{"q3-year", "quarter comma? 'of'? year", readQ},
	{"year-q3", "year quarter", readQ},
	{"year-ord-quarter", "the? year ord 'quarter'|'half'", readQuarter},
	{"last-years-quarter", "last|next|this 'year' poss ord 'quarter'|'half'", readQuarter},
	{"the-quarter", "the 'quarter'", readTheQuarter},
	{"latest-period", "the 'latest' 'period'|'quarter'", readTheQuarter},
	{"year-ago-quarter", "the? 'year' 'ago'|'earlier' 'quarter'|'period'", readYearAgoQuarter},
	{"year-ago-ord-quarter", "the? 'year' 'ago'|'earlier' ord 'quarter'|'half'", readQuarter},
	{"year-quarter", "the year 'quarter'|'period'", readYearsQuarter},
	{"last-years-quarter-bare", "last 'year' poss 'quarter'|'period'", readYearAgoQuarter},
	{"period-a-year-ago", "the 'corresponding'|'comparable'|'same'? 'quarter'|'period' 'a'|'last' 'year' 'ago'|'earlier'?", readYearAgoQuarter},
}

func readQuarter(m match) (reading, bool) {
	o, _ := m.first(cOrd)
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: uQuarter, sub: o.n, open: true}}
	limit := 4
	if m.has("half") {
		r.at.gran, limit = uHalf, 2
	}
	if o.n < 1 || o.n > limit || o.class&cNum != 0 {
		return r, false
	}
	if y, ok := m.first(cYear); ok {
		r.at.year, r.at.open = y.n, false
	}
	if m.has("year") {
		r.dir = directionOf(m)
		if m.has("ago") || m.has("earlier") {
			r.dir = dirLast
		}
	}
	if o.hyphen && m.all[m.lo].class&cThe != 0 || m.all[m.lo].class&cThe != 0 && m.all[m.hi-1].hyphen {
		return r, false // "the third-quarter loss": the article is the noun's
	}
	return r, true
}

// readTheQuarter is the quarter that the report is about.
func readTheQuarter(m match) (reading, bool) {
	return reading{kind: kShift, typ: Date, unit: uQuarter, gran: uQuarter, n: 0, anchor: fromContext}, true
}

func readYearAgoQuarter(m match) (reading, bool) {
	return reading{kind: kShift, typ: Date, unit: uYear, gran: uQuarter, n: -1, anchor: fromContext}, true
}

// readYearsQuarter is the quarter that the report is about, in another year.
func readYearsQuarter(m match) (reading, bool) {
	y, _ := m.first(cYear)
	return reading{
		kind: kShift, typ: Date, unit: uYear, gran: uQuarter, anchor: fromContext, toYear: y.n,
	}, recent(y.n)
}

// readQ reads Q3 and H1, with a year or without.
func readQ(m match) (reading, bool) {
	q, _ := m.first(cQuarter)
	r := reading{kind: kStamp, typ: Date, at: stamp{gran: uQuarter, sub: q.n, open: true}}
	if q.value == "H" {
		r.at.gran = uHalf
	}
	if y, ok := m.first(cYear); ok {
		r.at.year, r.at.open = y.n, false
	} else if r.at.gran == uHalf {
		return r, false // H1 alone is many things
	}
	return r, q.upper
}
