package timex

// A bare number of four digits is a year only where its neighbours say so.

// yearPrep are words that announce a year.
var yearPrep = wordSet(`in since by until till from to of during before after through
	between throughout for around about circa late early mid and or year fiscal than beyond
	pre post mid- ( , - – — and/or vs versus versus. @ : ; " `)

// strongPrep are those that announce one whatever follows.
var strongPrep = wordSet(`in since until till during throughout circa fiscal year`)

// numberWords stand before numbers that are no years.
var notYearBefore = wordSet(`$ £ € ¥ # no. no nos. number page pages p. pp. flight route room
	highway interstate bus train line model section article resolution channel boeing airbus windows
	gate route. road street avenue lot bill act chapter item unit at nearly almost over
	some only another least most than up exactly roughly approximately total paragraph`)

// notYearAfter are words behind numbers that are no years.
var notYearAfter = wordSet(`% percent per people persons men women children soldiers troops civilians
	workers employees jobs dollars euros pounds points meters metres kilometers kilometres km miles
	feet yards tons tonnes barrels shares votes homes houses residents refugees prisoners times
	copies pages units students members degrees calories watts megawatts gmt hours days weeks months
	years minutes seconds others more fewer passengers families fighters police officers delegates
	acres hectares square street avenue road drive lane blvd. ave. st. block`)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range fields(words) {
		m[w] = true
	}
	return m
}

// looksLikeYear judges the bare number that m matched.
func looksLikeYear(m match) bool {
	it, prev, next := &m.all[m.lo], m.before(1), m.after(1)
	if notYearAfter[next.lower] && !next.hyphen || next.lower == "." && next.glued && m.after(2).glued && m.after(2).class&cNum != 0 {
		return false
	}
	if notYearBefore[prev.lower] || prev.class&(cNum|cMeridiem) != 0 && prev.class&cYear == 0 {
		return false
	}
	if prev.lower == "." && (m.before(2).lower == "c" || m.before(2).lower == "ca") {
		return true
	}
	noun := next.tag == "NNS" && next.class == 0 // a number counts a plural noun
	switch {
	case strongPrep[prev.lower]:
		return !noun || it.n >= 1900 && it.n%100 != 0
	case it.n < 1100:
		return false
	case prev.class&(cPhase|cMonth|cSeason|cYear|cApprox|cEra) != 0:
		return true
	case yearPrep[prev.lower]:
		return !noun || recent(it.n)
	case prev.class&(cThe|cArt|cPoss|cThis) != 0:
		if next.lower == "and" || next.lower == "or" {
			return recent(it.n) && m.after(2).class&cYear != 0
		}
		if len(next.tag) < 2 || next.glued {
			return false
		}
		return recent(it.n) && (next.tag[0] == 'N' || next.tag[0] == 'J') || it.n >= 1500 && (next.tag == "NN" || next.tag == "NNP")
	case m.lo == 0 && (next.class&cComma != 0 || next.lower == ":" || next.lower == ")"):
		return it.n >= 1100
	case m.lo == 0:
		return recent(it.n) && (next.class&cComma != 0 || next.tag != "NNS" && next.tag != "CD")
	}
	return recent(it.n) && !noun && (prev.tag == "" || prev.tag[0] == 'N' || prev.tag[0] == 'R' || prev.tag == "JJ")
}

// recent are the years that the news writes without announcing them.
func recent(y int) bool { return y >= 1900 && y <= 2099 }

// isQuantity reports whether the item counts something, so that the number
// before it is no day.
func isQuantity(it *item) bool { return it.tag == "NNS" && it.class == 0 && notYearAfter[it.lower] }
