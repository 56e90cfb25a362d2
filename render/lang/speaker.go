package lang

import (
	"strconv"
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

// A Speaker writes words in one language and one date style. It is a value;
// the zero Speaker is ready to use.
type Speaker struct {
	Language *Language // nil is English
	Dates    DateStyle
	Hours12  bool // 2:30 p.m. instead of 14:30
}

// Tag returns the BCP 47 tag of the language.
func (s Speaker) Tag() string { return s.language().Tag }

func (s Speaker) language() *Language {
	if s.Language == nil {
		return english()
	}
	return s.Language
}

func (s Speaker) has(name string) bool {
	_, ok := s.language().phrases[name]
	return ok
}

// Say returns the phrase of a name, with {1}, {2} and so on replaced by the
// arguments. A name without a phrase is a fault of the program, which the
// tests of this package look for, and gives the name.
func (s Speaker) Say(name string, args ...string) string {
	phrase, ok := s.language().phrases[name]
	if !ok {
		return name
	}
	return fill(phrase, args)
}

// fill puts the arguments into a phrase in one go, so that braces in an
// argument stay as they are.
func fill(phrase string, args []string) string {
	if !strings.Contains(phrase, "{") {
		return phrase
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(phrase)
}

// Count returns the phrase of a number: that of NAME.one, NAME.few and so on,
// as the language's plurals ask for, with {n} replaced by the number and {1}
// and so on by the arguments.
func (s Speaker) Count(name string, n int64, args ...string) string {
	phrase := s.Say(name + "." + s.plural(n))
	return fill(strings.ReplaceAll(phrase, "{n}", s.Number(n)), args)
}

func (s Speaker) plural(n int64) string {
	if n == 1 {
		return "one"
	}
	return "other"
}

// Number writes a whole number, with thousands set apart from five digits on.
func (s Speaker) Number(n int64) string {
	w := strconv.FormatInt(n, 10)
	if n < 10_000 {
		return w
	}
	for i := len(w) - 3; i > 0; i -= 3 {
		w = w[:i] + s.Say("thousands") + w[i:]
	}
	return w
}

// And joins values: "A", "A and B", "A, B and C".
func (s Speaker) And(values []string) string { return s.list(values, "and") }

// Or joins values: "A", "A or B", "A, B or C".
func (s Speaker) Or(values []string) string { return s.list(values, "or") }

// Either is Or for values that may hold commas, which semicolons then part.
func (s Speaker) Either(values []string) string {
	for _, v := range values {
		if strings.ContainsAny(v, ",，;") {
			return strings.Join(values, s.Say("semicolon"))
		}
	}
	return s.Or(values)
}

func (s Speaker) list(values []string, name string) string {
	last := len(values) - 1
	if last < 1 {
		return strings.Join(values, "")
	}
	return s.Say(name, strings.Join(values[:last], s.Say("comma")), values[last])
}

// A Form says how much of a date is written.
type Form struct {
	Full     bool // months beside days in full
	Short    bool // months without a day short
	OmitYear bool // without the year where more is known than the year
}

// Date writes a date of any kind for people; "" for the zero Date.
func (s Speaker) Date(d edtf.Date, f Form) string {
	return d.Words(edtf.Style{MonthDay: s.monthFirst(), FullMonth: f.Full, ShortMonth: f.Short, OmitYear: f.OmitYear})
}

func (s Speaker) monthFirst() bool { return s.Dates == MonthDay || s.Dates == AP }

// Year writes an astronomical year: "2025", "44 BC".
func (s Speaker) Year(y int64) string { return s.Date(edtf.FromYear(y), Form{}) }

// MonthTick writes a month at a tick of an axis, as short as can be.
func (s Speaker) MonthTick(month int) string {
	return [...]string{"Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"}[month-1]
}

// DayTick writes a day at a tick where the day alone would not do.
func (s Speaker) DayTick(month, day int) string {
	return strconv.Itoa(day) + " " + s.MonthTick(month)
}

// WithYear writes a tick's month or day with its year.
func (s Speaker) WithYear(tick string, year int64) string { return tick + " " + s.Year(year) }

// Clock writes a clock time, in minutes since midnight.
func (s Speaker) Clock(minute int) string { return clock24(minute) }

// ClockRange writes two clock times of one day: "11:30–14:30".
func (s Speaker) ClockRange(from, to int) string { return s.Clock(from) + "–" + s.Clock(to) }

func clock24(minute int) string {
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return two(minute/60) + ":" + two(minute%60)
}
