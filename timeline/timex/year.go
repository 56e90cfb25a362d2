package timex

// A bare number of four digits is a year only where its neighbours say so.

// looksLikeYear judges the bare number that m matched.
func looksLikeYear(m match) bool {
	it, prev, next := m.at(0), m.before(1), m.after(1)
	if next.marks&mNotYearAfter != 0 && !next.hyphen && !(prev.marks&mYearPrepSure != 0 && next.lower == "per") || next.lower == "." && next.glued && m.after(2).glued && m.after(2).class&cNum != 0 {
		return false
	}
	if prev.marks&mNotYearBefore != 0 || prev.class&(cNum|cMeridiem) != 0 && prev.class&cYear == 0 {
		return false
	}
	if prev.lower == "." && m.before(2).marks&mCirca != 0 {
		return true
	}
	noun := func() bool { return next.class == 0 && next.tag() == "NNS" } // a number counts a plural noun
	switch {
	case prev.marks&mYearPrepSure != 0:
		return it.n >= 1900 && it.n%100 != 0 || !noun()
	case it.n < 1100:
		return false
	case prev.class&(cPhase|cMonth|cSeason|cYear|cApprox|cEra) != 0:
		return true
	case prev.marks&mYearPrep != 0:
		return recent(it.n) || !noun()
	case prev.class&(cThe|cArt|cPoss|cThis) != 0:
		if next.marks&mAnd != 0 || next.lower == "or" {
			return recent(it.n) && m.after(2).class&cYear != 0
		}
		tag := next.tag()
		if tag == "" || next.glued {
			return false
		}
		return recent(it.n) && (tag[0] == 'N' || tag[0] == 'J') || it.n >= 1500 && (tag == "NN" || tag == "NNP")
	case m.lo == 0 && (next.class&cComma != 0 || next.lower == ":" || next.lower == ")"):
		return it.n >= 1100
	case m.lo == 0:
		return recent(it.n) && (next.class&cComma != 0 || next.tag() != "NNS" && next.tag() != "CD")
	}
	if !recent(it.n) || noun() {
		return false
	}
	tag := prev.tag()
	if tag != "" && tag[0] == 'V' && !beForms[prev.lower] {
		return next == &noItem || next.class&cComma != 0 || next.lower == "." || next.tag() == "IN" // "started 2014 in the bank"
	}
	return tag == "" || tag[0] == 'N' || tag[0] == 'R' || tag == "JJ"
}

// recent are the years that the news writes without announcing them.
func recent(y int) bool { return y >= 1900 && y <= 2099 }

// isQuantity reports whether the item counts something, so that the number
// before it is no day.
func isQuantity(it *item) bool {
	return it.class == 0 && it.marks&mNotYearAfter != 0 && it.tag() == "NNS"
}
