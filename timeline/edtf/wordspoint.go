package edtf

import (
	"strconv"
	"strings"
)

var monthNames = [12]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

var shortMonths = [12]string{"Jan", "Feb", "Mar", "Apr", "May", "June",
	"July", "Aug", "Sept", "Oct", "Nov", "Dec"}

var groupingNames = [...]string{
	"spring", "summer", "autumn", "winter",
	"spring", "summer", "autumn", "winter",
	"spring", "summer", "autumn", "winter",
	"the first quarter of", "the second quarter of", "the third quarter of", "the fourth quarter of",
	"January – April", "May – August", "September – December",
	"the first half of", "the second half of",
}

func qualifierWords(q qualifier) string {
	switch q {
	case uncertain:
		return "possibly "
	case approximate:
		return "about "
	case uncertain | approximate:
		return "possibly about "
	}
	return ""
}

// words writes the point and what qualifies it.
func (p point) words(s Style) string {
	yearOnly := p.hasMonth() && p.qual[0] != 0 && p.qual[1]|p.qual[2] == 0
	switch {
	case !yearOnly:
		return qualifierWords(p.anyQual()) + p.plain(s)
	case p.hasMask() || p.hasGrouping() || p.exp > 0:
		return qualifierWords(p.qual[0]) + p.plain(s)
	}
	// The day is sure, its year is not.
	noYear := s
	noYear.OmitYear = true
	if s.OmitYear {
		return p.plain(noYear)
	}
	return p.plain(noYear) + ", " + qualifierWords(p.qual[0]) + yearNumber(p.year(), true)
}

// plain writes the point without its qualifiers.
func (p point) plain(s Style) string {
	switch {
	case p.hasMask():
		return p.maskedWords(s)
	case p.sig > 0:
		return p.estimateWords()
	case p.hasGrouping():
		return p.groupingWords(s)
	case p.hasDay():
		month, day := monthWords(int(p.month), s.FullMonth), itoa(int64(p.day))
		if s.MonthDay {
			return withYear(month+" "+day, ", ", p.year(), s)
		}
		return withYear(day+" "+month, " ", p.year(), s)
	case p.hasMonth():
		return withYear(monthWords(int(p.month), !s.ShortMonth), " ", p.year(), s)
	case p.exp > 0:
		return p.roundYear()
	}
	return yearWords(p.year())
}

func (p point) groupingWords(s Style) string {
	name := groupingNames[p.month-firstGrouping]
	if s.OmitYear {
		name = strings.TrimSuffix(name, " of")
	} else {
		name += " " + yearNumber(p.year(), true)
	}
	switch {
	case p.month >= 25 && p.month <= 28:
		name += " (northern hemisphere)"
	case p.month >= 29 && p.month <= 32:
		name += " (southern hemisphere)"
	}
	return name
}

// estimateWords writes a year of which only some digits are significant.
func (p point) estimateWords() string {
	first, last := p.years()
	if first == last {
		return yearWords(p.year())
	}
	return yearWords(p.year()) + " by estimate, within " + spanWords(yearPoint(first), yearPoint(last), Style{})
}

// roundYear writes a year with an exponent, which stands for a round number.
func (p point) roundYear() string {
	n, unit := p.mag, ""
	switch {
	case n%1e9 == 0:
		n, unit = n/1e9, " billion"
	case n%1e6 == 0:
		n, unit = n/1e6, " million"
	default:
		return yearWords(p.year())
	}
	if p.neg {
		return itoa(n) + unit + " BC"
	}
	return "year " + itoa(n) + unit
}

// maskedWords writes a date with unspecified digits.
func (p point) maskedWords(s Style) string {
	partial := p.monthX != 0 && p.monthX != 0b11 || p.dayX != 0 && p.dayX != 0b11 ||
		p.yearX != 0 && p.yearPrecision() == PrecisionOther && p.yearX != 0b1111
	switch {
	case partial:
		return p.betweenWords()
	case !p.hasMonth():
		return p.spanName()
	case p.hasGrouping():
		whole := p
		whole.month = 0
		return strings.TrimSuffix(groupingNames[p.month-firstGrouping], " of") + ", some year in " + whole.spanName()
	case p.monthX != 0 && !p.hasDay():
		return "some month in " + p.spanName()
	case p.monthX != 0 && p.dayX != 0:
		return "some day in " + p.spanName()
	case p.monthX != 0:
		return "the " + ordinalWords(int64(p.day)) + " of some month in " + p.spanName()
	}
	// The month is known; the day, the year or both are not.
	known := p
	known.mag, known.yearX, known.neg = 2000, 0, false // a leap year: it is not written
	known.day, known.dayX = p.day, 0
	noYear := s
	noYear.OmitYear = true
	text := known.plain(noYear)
	if p.dayX != 0 {
		text = "some day in " + text
	}
	switch {
	case p.yearX == 0:
		return withYear(text, " ", p.year(), s)
	case p.yearX == 0b1111:
		return text + ", year unknown"
	}
	return text + ", some year in " + p.spanName()
}

// spanName names the years that a masked year can mean.
func (p point) spanName() string {
	era := ""
	if p.neg {
		era = " BC"
	}
	switch {
	case p.yearX == 0:
		return yearNumber(p.year(), true)
	case p.yearX == 0b1111:
		return "an unknown year"
	case p.yearX == 0b0111:
		return "the " + ordinalWords(p.mag/1000+1) + " millennium" + era
	case p.yearX == 0b0011:
		return "the " + ordinalWords(p.mag/100+1) + " century" + era
	case p.yearX == 0b0001 && !p.neg && p.mag >= 100:
		return "the " + itoa(p.mag) + "s"
	}
	first, last := p.years()
	return spanWords(yearPoint(first), yearPoint(last), Style{})
}

// betweenWords writes a date whose digits name no period, by its bounds.
func (p point) betweenWords() string {
	lo, hi, _ := p.bounds()
	a, b := FromDay(lo).start, FromDay(hi).start
	unit := "day"
	if !p.hasDay() {
		unit = "month"
		a.day, b.day = 0, 0
	}
	if !p.hasMonth() {
		unit = "year"
		a.month, b.month = 0, 0
	}
	if a == b {
		return a.plain(Style{})
	}
	return "some " + unit + " between " + a.plain(Style{}) + " and " + b.plain(Style{})
}

// withYear puts the year behind a month or a day of it.
func withYear(text, sep string, year int64, s Style) string {
	if s.OmitYear {
		return text
	}
	return text + sep + yearNumber(year, true)
}

// yearWords writes a year that stands alone.
func yearWords(year int64) string {
	if year > 9999 {
		return "year " + itoa(year)
	}
	return yearNumber(year, true)
}

// yearNumber writes a year in company. Astronomical year 0 is 1 BC. With era,
// years before 1000 are marked, because they do not look like years.
func yearNumber(year int64, era bool) string {
	switch {
	case year <= 0:
		return itoa(1-year) + " BC"
	case year < 1000 && era:
		return "AD " + itoa(year)
	}
	return itoa(year)
}

func monthWords(month int, full bool) string {
	if full {
		return monthNames[month-1]
	}
	return shortMonths[month-1]
}

// ordinalWords writes 1st, 2nd, 3rd, 4th.
func ordinalWords(n int64) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return itoa(n) + suffix
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
