package timex

// A reader makes a reading of what a rule's pattern matched, or refuses it.
// Readers know calendars and numbers; what is of one language stands in its
// files.
type reader func(m match, p *params) (reading, bool)

// readers are the readings that rules.txt can name.
var readers map[string]reader

func init() { // a literal would refer to itself through the language
	readers = map[string]reader{
		"nothing":              readNothing,
		"fixed":                readFixed,
		"word":                 readWord,
		"iso":                  readIso,
		"date":                 readDate,
		"day-range":            readDayRange,
		"date-of-year":         readDateOfYear,
		"year":                 readYearWord,
		"era-year":             readEra,
		"short-year":           readShortYear,
		"bare-year":            readBareYear,
		"year-range":           readYearRange,
		"early-year":           readEarlyYear,
		"early-date":           readEarlyDate,
		"season-years":         readSeasonYears,
		"part-of-month":        readPartOfMonth,
		"hour-of-part":         readHourOfPart,
		"half-past":            readHalfPast,
		"part-of-day":          readPartOfDay,
		"weekly-part":          readWeeklyPart,
		"rate":                 readRate,
		"part-of-period":       readPartOfPeriod,
		"unknown":              readUnknown,
		"early-range":          readEarlyRange,
		"era-range":            readEraRange,
		"night-of-two":         readNightOfTwoDays,
		"day-of-month":         readDayOfMonth,
		"decade":               readDecade,
		"century":              readCentury,
		"weekday":              readWeekday,
		"weekday-of-week":      readWeekdayOfWeek,
		"weekday-of-month":     readWeekdayOfMonth,
		"weekday-of-the-month": readWeekdayOfTheMonth,
		"weekend-of":           readWeekendOf,
		"weekend":              readWeekend,
		"deixis":               readDeixis,
		"shift":                readShift,
		"count":                readCount,
		"part":                 readPart,
		"bare-part":            readBarePart,
		"clock":                readClockRule,
		"clock-range":          readClockRange,
		"event-day":            readEventDay,
		"quarter":              readQuarter,
		"q":                    readQ,
		"quarter-of-year":      readQuarterOfYear,
		"length":               readLength,
		"a-unit":               readAUnit,
		"half-unit":            readHalfUnit,
		"nights":               readNights,
		"every-day":            readEveryDay,
		"every":                readEvery,
		"every-name":           readEveryName,
		"holiday":              readHoliday,
	}
}

// readNothing keeps words from other rules.
func readNothing(match, *params) (reading, bool) { return reading{kind: kReject}, true }

// readFixed: type and value are the rule's.
func readFixed(_ match, p *params) (reading, bool) {
	return reading{kind: kFixed, typ: p.typ, value: p.value}, true
}

// readWord: the value is the word's.
func readWord(m match, p *params) (reading, bool) {
	it, ok := m.first(cRef | cOften)
	if !ok {
		return reading{}, false
	}
	r := reading{kind: kFixed, typ: p.typ, value: it.value}
	if r.typ == "" {
		r.typ = Date
	}
	return r, it.value != ""
}

// readUnknown reads "its fourth year": a time that the words alone cannot
// place.
func readUnknown(m match, _ *params) (reading, bool) {
	u, ok := m.first(cUnit)
	if !ok || unit(u.n) < uDay {
		return reading{}, false
	}
	return reading{kind: kShift, typ: Date, unit: unit(u.n), gran: unit(u.n), anchor: fromEvent}, true
}

// directionOf says which way last, this and next in the match point.
func directionOf(m match) direction {
	switch {
	case m.has(cLast):
		return dirLast
	case m.has(cNext):
		return dirNext
	case m.has(cThis):
		return dirThis
	}
	return dirBare
}

// anchorOf: the rule's anchor, else the last date mentioned where a word such
// as "following" points at it, else the document's date.
func anchorOf(m match, p *params) anchor {
	if p.hasFrom {
		return p.from
	}
	for i := m.lo; i < m.hi; i++ {
		if it := &m.all[i]; it.marks&mContext != 0 && it.class&(cLast|cThis|cNext) != 0 {
			return fromContext
		}
	}
	return fromDoc
}
