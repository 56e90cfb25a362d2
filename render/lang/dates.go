package lang

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// A DateStyle is an order and spelling of dates.
type DateStyle uint8

// The date styles. Usual is what the language's readers expect.
const (
	Usual    DateStyle = iota
	DayMonth           // 15 August 2025
	MonthDay           // August 15, 2025
	ISO                // 2025-08-15
	AP                 // Aug. 15, 2025, as the Associated Press writes
)

// dateStyles are the names of the styles in the order of their constants.
var dateStyles = []string{"", "day-month", "month-day", "iso", "ap"}

// ParseDateStyle returns the style of a name: day-month, month-day, iso or ap;
// Usual for "". The error lists them.
func ParseDateStyle(name string) (DateStyle, error) {
	for i, n := range dateStyles {
		if strings.EqualFold(name, n) {
			return DateStyle(i), nil
		}
	}
	return Usual, fmt.Errorf("there is no date style %q; there are %s", name, strings.Join(dateStyles[1:], ", "))
}

// String returns the name of the style, "usual" for Usual.
func (d DateStyle) String() string {
	if d == Usual {
		return "usual"
	}
	return dateStyles[d]
}

// In reports as an error that a language has no dates in the style: month-day
// and ap are English, and Chinese has the year first. A Speaker to whom such a
// style is given all the same writes the dates that are usual in its language.
func (d DateStyle) In(l *Language) error {
	if d == Usual || d == ISO {
		return nil
	}
	styles := strings.Fields(l.phrases["date-styles"])
	for _, name := range styles {
		if name == d.String() {
			return nil
		}
	}
	styles = append(styles, dateStyles[ISO])
	return fmt.Errorf("dates in the language %s have no style %s, but %s", l.Tag, d, strings.Join(styles, ", "))
}

// A Form says how much of a date is written.
type Form struct {
	Full     bool // months beside days in full
	Short    bool // months without a day short
	OmitYear bool // without the year where more is known than the year
}

// Date writes a date of any kind for people; "" for the zero Date.
func (s Speaker) Date(d edtf.Date, f Form) string { return d.Words(s.style(f)) }

// style returns the style of dates in running words.
func (s Speaker) style(f Form) edtf.Style {
	l := s.language()
	style := edtf.Style{MonthDay: s.Dates == MonthDay || s.Dates == AP, FullMonth: f.Full, ShortMonth: f.Short,
		OmitYear: f.OmitYear, ISO: s.Dates == ISO, Vocabulary: l.dates}
	if s.Dates == AP && l.ap != nil {
		style.Vocabulary, style.FullMonth = l.ap, false
	}
	return style
}

// tick writes a date at a tick of an axis, as short as can be.
func (s Speaker) tick(d edtf.Date) string {
	style := s.style(Form{OmitYear: true})
	if style.Vocabulary == s.language().dates {
		style.Vocabulary = s.language().ticks
	}
	style.ShortMonth, style.Form = true, "tick"
	return d.Words(style)
}

// anyYear is a leap year for dates of which the year is not written.
const anyYear = 2000

// Year writes an astronomical year: "2025", "44 BC".
func (s Speaker) Year(y int64) string { return s.tick(edtf.FromYear(y)) }

// Years names a stretch of years: "1907–1911", "44 BC – AD 14". The dash is
// closed where both are plain numbers.
func (s Speaker) Years(from, to int64) string {
	if from > 0 && to < 10_000 {
		return s.Say("years", s.Year(from), s.Year(to))
	}
	return s.Say("years.apart", s.Year(from), s.Year(to))
}

// Months names a stretch of whole months in one year: "March–May 1911".
func (s Speaker) Months(year int64, from, to int, omitYear bool) string {
	a, b := edtf.FromMonth(year, from), edtf.FromMonth(year, to)
	f := Form{Full: true, OmitYear: true}
	if s.Dates == ISO {
		return s.Date(edtf.Interval(a, b), f)
	}
	months := s.Say("months", s.Date(a, f), s.Date(b, f))
	if omitYear {
		return months
	}
	return edtf.Fill(s.language().dates.Phrases["month.year"], "", edtf.Text(months), edtf.Text(s.Date(edtf.FromYear(year), Form{})))
}

// MonthTick writes a month at a tick of an axis.
func (s Speaker) MonthTick(month int) string {
	if s.Dates == ISO {
		return twoDigits(month)
	}
	return s.tick(edtf.FromMonth(anyYear, month))
}

// DayTick writes a day at a tick where the day alone would not do.
func (s Speaker) DayTick(month, day int) string {
	return s.tick(edtf.FromDay(edtf.DayOf(anyYear, month, day)))
}

// DayNumber writes a day at a tick that stands behind another of its month.
func (s Speaker) DayNumber(day int) string {
	if s.Dates == ISO {
		return twoDigits(day)
	}
	return s.Say("tick.day", fmt.Sprint(day))
}

// WithYear writes a tick's month or day with its year.
func (s Speaker) WithYear(tick string, year int64) string {
	y := s.Year(year)
	switch last := tick[max(len(tick)-1, 0):]; {
	case s.Dates == ISO:
		return y + "-" + tick
	case "0" <= last && last <= "9" && s.has("tick.year.number"):
		return s.Say("tick.year.number", tick, y) // a day that its month precedes
	}
	return s.Say("tick.year", tick, y)
}
