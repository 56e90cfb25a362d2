package timex

// A trap is a word that is a date only in some company. The item keeps its
// class when one of the conditions holds and loses it otherwise.
type trap struct {
	words string
	class class
	keep  []condition
}

// A condition looks at item i and its neighbours.
type condition func(items []item, i int) bool

// trapTable lists the words that are mostly something else.
var trapTable = []trap{
	{"may march", cMonth, []condition{capitalNoun, besideDayOrYear}},
	{"mar sun sat wed jan sep dec mon", cMonth | cWeekday, []condition{besideDate}},
	{"sun. sat. wed. mar. jun. mon.", cMonth | cWeekday, []condition{capital}},
	{"august", cMonth, []condition{capital}},
	{"spring fall springtime", cSeason, []condition{seasonNoun}},
	{"second seconds", cUnit | cUnits, []condition{afterNumber}},
	{"ad ce bc z", cEra | cZone, []condition{allCapital}},
	{"close", cPhase, []condition{beforeOf}},
	{"some", cVague | cApprox, []condition{beforeNumberOrTime}},
	{"ist et pt ", cZone, []condition{capital}},
}

// traps is the table by word, built once.
var traps = buildTraps()

func buildTraps() map[string]*trap {
	m := make(map[string]*trap)
	for i := range trapTable {
		for _, w := range fields(trapTable[i].words) {
			m[w] = &trapTable[i]
		}
	}
	return m
}

// applyTraps takes classes from the items that only look like dates.
func applyTraps(items []item) {
	for i := range items {
		it := &items[i]
		if it.class == 0 {
			continue
		}
		if it.class&cDecade != 0 && i > 0 && items[i-1].class&cPoss != 0 && it.n < 100 {
			it.class = 0 // in his forties
			continue
		}
		t, ok := traps[it.lower]
		if !ok || it.class&t.class == 0 {
			continue
		}
		kept := false
		for _, c := range t.keep {
			if c(items, i) {
				kept = true
				break
			}
		}
		if !kept {
			it.class &^= t.class
		}
	}
}

func capital(items []item, i int) bool { return items[i].upper }

func allCapital(items []item, i int) bool {
	return items[i].upper && items[i].tag != "MD"
}

// capitalNoun: "May" that the tagger takes for a noun and that does not open
// the sentence, where every word has a capital.
func capitalNoun(items []item, i int) bool {
	it := &items[i]
	if !it.upper || len(it.tag) > 0 && (it.tag == "MD" || it.tag[0] == 'V') {
		return false
	}
	return i > 0 || it.tag == "NNP"
}

// besideDayOrYear: a number that fits stands directly before or after.
func besideDayOrYear(items []item, i int) bool {
	if !items[i].upper {
		return false
	}
	const want = cDay | cYear
	return i+1 < len(items) && items[i+1].class&want != 0 || i > 0 && items[i-1].class&(cDay) != 0
}

func besideDate(items []item, i int) bool {
	if !items[i].upper {
		return false
	}
	const want = cDay | cYear | cMonth | cIso
	for j := i + 1; j < len(items) && j <= i+2; j++ {
		if items[j].class&want != 0 {
			return true
		}
		if items[j].class&cComma == 0 && items[j].lower != "." {
			break
		}
	}
	return i > 0 && items[i-1].class&cDay != 0
}

// seasonNoun: "the spring", "last fall", "spring 2019", but not "a spring" of
// water, "prices fall" or "the fall of the city".
func seasonNoun(items []item, i int) bool {
	it := &items[i]
	if len(it.tag) > 0 && it.tag[0] == 'V' {
		return false
	}
	if i+1 < len(items) && items[i+1].class&cYear != 0 {
		return true
	}
	if i+1 < len(items) && (items[i+1].lower == "of" || items[i+1].lower == "in") {
		return i+2 < len(items) && items[i+2].class&(cYear|cLast|cNext|cThis) != 0
	}
	if i == 0 {
		return false
	}
	p := &items[i-1]
	return p.class&(cThe|cThis|cLast|cNext|cEvery|cPhase|cOrd) != 0 || seasonPrep[p.lower]
}

var seasonPrep = map[string]bool{"in": true, "by": true, "since": true, "until": true, "until.": true, "through": true}

func afterNumber(items []item, i int) bool {
	return i > 0 && items[i-1].class&(cNum|cVague) != 0
}

func beforeOf(items []item, i int) bool {
	return i+1 < len(items) && items[i+1].lower == "of"
}

func beforeNumberOrTime(items []item, i int) bool {
	return i+1 < len(items) && items[i+1].class&(cNum|cUnits) != 0
}
