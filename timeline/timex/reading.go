package timex

// A kind says how a reading gets its value.
type kind uint8

const (
	kReject     kind = iota // matched only to be kept from other rules: ages
	kStamp                  // a calendar date, perhaps without its year
	kWeekday                // a weekday
	kShift                  // so many units from an anchor
	kTime                   // a time of day alone
	kClockShift             // so many minutes from the time last told
	kHoliday                // a named day that every year has
	kFixed                  // a value that needs nothing: durations, sets, PRESENT_REF
)

// An anchor says what a reading is counted from.
type anchor uint8

const (
	fromDoc     anchor = iota // the document's date
	fromContext               // the last date mentioned
	fromEvent                 // the date of an event that the words name
	fromStory                 // the last date mentioned in a chronicle, else the document's date
)

// A direction says which of the dates of a name is meant.
type direction int8

const (
	dirBare direction = iota // "Friday"
	dirLast                  // "last Friday"
	dirThis                  // "this Friday"
	dirNext                  // "next Friday"
)

// A reading is what a rule makes of the items that it matched: everything
// about an expression that does not depend on other expressions.
type reading struct {
	rule       string
	lo, hi     int // items
	kind       kind
	typ        Type
	at         stamp     // kStamp
	weekday    int       // time.Weekday plus one; 0 for none
	unit       unit      // kShift
	n          int       // kShift: how many units, signed
	gran       unit      // kShift: the precision of the result
	toYear     int       // kShift: the year to go to, instead of n; 0 for none
	anchor     anchor    // kShift
	dir        direction // kStamp without a year, kWeekday
	yearDir    direction // kStamp without a year: the year that the words point at
	value      string    // kFixed
	mod        string
	part       string // "MO", "NI", or a clock time that a word names: "12:00"
	clock      string
	rangeEnd   bool // the end of a range
	rangeStart bool
	counted    bool     // kShift: the words give a number of units
	compare    bool     // kShift: compares with an earlier time
	holiday    *holiday // kHoliday
	sameDay    bool     // kTime: only of a day just told of
	zoneNamed  bool     // the clock's offset is that of a name: EST
	short      bool     // a decade without its century: the forties
	asWeekend  bool     // kStamp: the weekend of the day
	ofMonth    bool     // kHoliday: of the month that the text is in
	frac       fraction // of a decade or century
	ancient    bool     // counts only in a text that tells of early times
	day2       int      // the second day of "15-17 August"; 0 for none
	year2      int      // the second year of "1998-99"; 0 for none
	cut1, cut2 int      // items where the first day ends and the second begins
}

// A fraction is a part of a period: the second of three thirds.
type fraction struct{ part, of int }
