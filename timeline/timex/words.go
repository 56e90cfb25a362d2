package timex

import "strings"

// A class is a set of kinds that a word or number can be. Patterns name
// classes; the tables below give words theirs.
type class uint64

const (
	cMonth class = 1 << iota
	cWeekday
	cDay    // a number that can be a day of the month
	cOrd    // an ordinal: third, 3rd
	cNum    // a cardinal number
	cYear   // a number that can be a year
	cYear2  // '98
	cDecade // 1990s, nineties
	cUnit   // day, week, month, ... in the singular
	cUnits  // in the plural
	cSeason
	cPart   // part of the day: morning, noon
	cClock  // 10:30, 5pm
	cIso    // a whole date in one token: 2025-08-16, 15/08/2025
	cVague  // several, a few
	cArt    // a, an
	cThe    // the
	cPoss   // his, its, 's
	cLast   // last, past, previous
	cThis   // this, that, current
	cNext   // next, coming
	cPast   // ago, earlier
	cFuture // later, from now
	cDeixis // today, yesterday
	cRef    // now, recently
	cEra    // BC, AD
	cHoliday
	cPhase  // early, late, mid
	cApprox // about, nearly
	cEvery  // each, every
	cOften  // daily
	cComma
	cDash
	cMeridiem // a.m.
	cZone     // GMT
	cLit      // a word that some pattern names literally
	cAbstract // words of rules that hold no other trigger: the future, the eve
	cQuarter  // Q3, H1
)

// cTrigger is what a sentence must hold for a rule to be tried at all.
const cTrigger = cMonth | cWeekday | cYear | cYear2 | cDecade | cUnit | cUnits |
	cSeason | cPart | cClock | cIso | cDeixis | cRef | cHoliday | cOften | cMeridiem | cEra | cAbstract | cQuarter

var classNames = map[string]class{
	"month": cMonth, "weekday": cWeekday, "day": cDay, "ord": cOrd, "num": cNum,
	"year": cYear, "year2": cYear2, "decade": cDecade, "unit": cUnit, "units": cUnits,
	"season": cSeason, "part": cPart, "clock": cClock, "iso": cIso, "vague": cVague,
	"art": cArt, "the": cThe, "poss": cPoss, "last": cLast, "this": cThis, "next": cNext,
	"past": cPast, "future": cFuture, "deixis": cDeixis, "ref": cRef, "era": cEra,
	"holiday": cHoliday, "phase": cPhase, "approx": cApprox, "every": cEvery,
	"often": cOften, "comma": cComma, "dash": cDash, "meridiem": cMeridiem, "zone": cZone, "quarter": cQuarter,
}

// A word is what the tables know about one word. n is its number: the month,
// the weekday, the cardinal or ordinal, the unit, the offset in days.
type word struct {
	class class
	n     int
	value string // TIMEX3 value or mod, where the word has one of its own
}

// A unit is a unit of calendar or clock time, coarser units being greater.
type unit int

const (
	uNone unit = iota
	uSecond
	uMinute
	uHour
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uQuarter
	uHalf
	uSeason
	uYear
	uDecade
	uCentury
	uMillennium
)

// lexicon is built once from the tables and never written again.
var lexicon = buildLexicon()

func buildLexicon() map[string]word {
	m := make(map[string]word, 512)
	add := func(c class, n int, value, words string) {
		for _, w := range strings.Fields(words) {
			old := m[w]
			old.class |= c
			old.n = n
			if value != "" {
				old.value = value
			}
			m[w] = old
		}
	}
	for _, row := range wordTable {
		add(row.class, row.n, row.value, row.words)
	}
	for i, words := range monthWords {
		add(cMonth, i+1, "", words)
	}
	for i, words := range weekdayWords {
		add(cWeekday, i, "", words)
	}
	for _, u := range unitTable {
		add(cUnit, int(u.unit), "", u.one)
		add(cUnits, int(u.unit), "", u.many)
	}
	for w, n := range cardinals {
		add(cNum, n, "", w)
	}
	for w, n := range ordinals {
		add(cOrd, n, "", w)
	}
	for _, w := range literals(allRules) {
		add(cLit, m[w].n, "", w)
	}
	return m
}

var monthWords = [12]string{
	"january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.",
	"may", "june jun jun.", "july jul jul.", "august aug aug.",
	"september sep sep. sept sept.", "october oct oct.", "november nov nov.",
	"december dec dec.",
}

// weekdayWords counts from Sunday, as time.Weekday does.
var weekdayWords = [7]string{
	"sunday sun sun.", "monday mon mon.", "tuesday tue tue. tues tues.",
	"wednesday wed wed.", "thursday thu thu. thur thur. thurs thurs.",
	"friday fri fri.", "saturday sat sat.",
}

// unitTable lists the units of time with the letter of their ISO 8601 duration
// and how many of that letter's unit they hold.
var unitTable = []struct {
	unit      unit
	letter    string
	factor    int
	one, many string
}{
	{uSecond, "TS", 1, "", "seconds secs"},
	{uMinute, "TM", 1, "minute", "minutes mins"},
	{uHour, "TH", 1, "hour", "hours hrs"},
	{uDay, "D", 1, "day", "days"},
	{uWeekend, "D", 2, "weekend", "weekends"},
	{uWeek, "W", 1, "week", "weeks"},
	{uFortnight, "W", 2, "fortnight", "fortnights"},
	{uMonth, "M", 1, "month", "months"},
	{uQuarter, "Q", 1, "quarter", "quarters"},
	{uHalf, "H", 1, "half", "halves"},
	{uYear, "Y", 1, "year", "years yrs"},
	{uDecade, "Y", 10, "decade", "decades"},
	{uCentury, "Y", 100, "century", "centuries"},
	{uMillennium, "Y", 1000, "millennium", "millennia millenniums"},
}

var cardinals = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
	"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
	"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
}

// wordTable lists the other words of the patterns.
var wordTable = []struct {
	class class
	n     int
	value string
	words string
}{
	{cArt, 1, "", "a an"},
	{cThe, 0, "", "the"},
	{cPoss, 0, "", "his her its their our my your 's '"},
	{cComma, 0, "", ","},
	{cDash, 0, "", "- – — -- ‑ −"},

	{cVague, 0, "X", "several few many some recent numerous multiple"},

	{cLast, -1, "", "last past previous preceding latest"},
	{cThis, 0, "", "this that current same"},
	{cNext, 1, "", "next coming following upcoming subsequent"},
	{cPast, -1, "", "ago earlier before"},
	{cFuture, 1, "", "later after hence"},

	{cDeixis, 0, "", "today"},
	{cDeixis, -1, "", "yesterday"},
	{cDeixis, 1, "", "tomorrow"},
	{cDeixis, 0, "NI", "tonight overnight"},

	{cAbstract, 0, "", "future past eve period"},

	{cRef, 0, "PRESENT_REF", "now currently nowadays presently"},
	{cRef, 0, "PAST_REF", "recently"},
	{cRef, 0, "FUTURE_REF", "someday"},

	{cPart, 0, "MO", "morning mornings dawn daybreak sunrise"},
	{cPart, 0, "AF", "afternoon afternoons"},
	{cPart, 0, "EV", "evening evenings dusk sunset"},
	{cPart, 0, "NI", "night nights"},
	{cPart, 0, "12:00", "noon midday"},
	{cPart, 0, "24:00", "midnight"},

	{cSeason, 0, "SP", "spring springtime"},
	{cSeason, 1, "SU", "summer summertime"},
	{cSeason, 2, "FA", "autumn fall"},
	{cSeason, 3, "WI", "winter wintertime"},

	{cEra, -1, "", "bc bce b.c. b.c.e. b.c b.c.e"},
	{cEra, 1, "", "ad ce a.d. c.e. a.d"},

	{cPhase, 0, ModStart, "early beginning start"},
	{cPhase, 0, ModMid, "mid middle mid-way"},
	{cPhase, 0, ModEnd, "late end close"},

	{cApprox, 0, ModApprox, "about around approximately roughly circa ca. ca c. some"},
	{cApprox, 0, ModEqualOrLess, "nearly almost"},
	{cApprox, 0, ModMore, "over exceeding"},
	{cApprox, 0, ModLess, "under"},

	{cEvery, 0, "", "every each"},

	{cOften, int(uDay), "P1D", "daily"},
	{cOften, int(uWeek), "P1W", "weekly"},
	{cOften, int(uMonth), "P1M", "monthly"},
	{cOften, int(uYear), "P1Y", "annually yearly"},
	{cOften, int(uHour), "PT1H", "hourly"},
	{cOften, int(uWeek), "XXXX-WXX-1", "mondays"},
	{cOften, int(uWeek), "XXXX-WXX-2", "tuesdays"},
	{cOften, int(uWeek), "XXXX-WXX-3", "wednesdays"},
	{cOften, int(uWeek), "XXXX-WXX-4", "thursdays"},
	{cOften, int(uWeek), "XXXX-WXX-5", "fridays"},
	{cOften, int(uWeek), "XXXX-WXX-6", "saturdays"},
	{cOften, int(uWeek), "XXXX-WXX-7", "sundays"},

	{cQuarter, 1, "Q", "q1"},
	{cQuarter, 2, "Q", "q2"},
	{cQuarter, 3, "Q", "q3"},
	{cQuarter, 4, "Q", "q4"},
	{cQuarter, 1, "H", "h1"},
	{cQuarter, 2, "H", "h2"},
	{cOften, int(uDay), "P1D", "nightly"},

	{cDecade, 2, "", "twenties"},
	{cDecade, 3, "", "thirties"},
	{cDecade, 4, "", "forties"},
	{cDecade, 5, "", "fifties"},
	{cDecade, 6, "", "sixties"},
	{cDecade, 7, "", "seventies"},
	{cDecade, 8, "", "eighties"},
	{cDecade, 9, "", "nineties"},

	{cMeridiem, 0, "", "am a.m. a.m"},
	{cMeridiem, 12, "", "pm p.m. p.m"},

	{cZone, 0, "Z", "gmt utc z"},
	{cZone, 0, "", "est edt cst cdt pst pdt mst mdt et pt bst cet cest eet eest msk jst ist"},
}
