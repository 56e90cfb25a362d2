package story

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
)

// A dayOrder says which of two numbers is the day.
type dayOrder uint8

const (
	anyOrder dayOrder = iota
	dayFirst
	monthFirst
)

var (
	numericDate = pattern(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})$`)
	monthYear   = pattern(`^(\d{1,2})[/.](\d{4})$`)
	yearFirst   = pattern(`^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$`)
	dayMonth    = pattern(`^(\d{1,2})(?:st|nd|rd|th)?\.?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})$`)
	monthDay    = pattern(`^([a-z]{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4})$`)
	monthOnly   = pattern(`^([a-z]{3,9})\.?,?[ -]+(\d{4})$`)
	weekday     = pattern(`^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +`)
	yearOnly    = pattern(`^-?\d{1,4}$`)
	yearBC      = pattern(`^(\d{1,4}) *(?:bc|bce|b\.c\.|b\.c\.e\.)$`)
	shortYear   = pattern(`^(?:\d{1,2}[ /.-])?(?:\d{1,2}|[a-z]{3,9})[ /.-]\d{2}$`)
	serialDay   = pattern(`^\d{5}(?:[.,]\d+)?$`)
	withClock   = pattern(`^(.*\d)[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?: *[AaPp]\.?[Mm]\.?)?(?:Z|[+-]\d{2}:\d{2})?)$`)
	clockCell   = pattern(`^(\d{1,2}):(\d{2})(:\d{2})?(?: *([AaPp])\.?[Mm]\.?)?(Z|[+-]\d{2}:\d{2})?$`)
)

var dateColumns = []string{"date", "end"}

// joinParts makes a date of year, month and day that stand in columns of
// their own.
func (c *csvReader) joinParts() {
	for _, row := range c.rows {
		for _, p := range [][4]string{{"date", "year", "month", "day"}, {"end", "end year", "end month", "end day"}} {
			year, ok := row.cells[p[1]]
			if _, has := row.cells[p[0]]; has || !ok {
				continue
			}
			text := padYear(strings.TrimSpace(year.text))
			for _, part := range p[2:] {
				cell, ok := row.cells[part]
				if !ok {
					break
				}
				v := strings.TrimSpace(cell.text)
				if m := monthNumber(strings.ToLower(v)); m > 0 && part == p[2] {
					v = strconv.Itoa(m)
				}
				if len(v) == 1 {
					v = "0" + v
				}
				text += "-" + v
			}
			row.cells[p[0]] = csvCell{text, year.off}
		}
	}
}

// decideOrders finds out for the dates with two numbers before the year
// whether the day or the month comes first. The whole table decides, since it
// comes from one spreadsheet; what stays open is refused, never guessed.
func (c *csvReader) decideOrders() {
	type witness struct {
		row  int
		cell csvCell
	}
	var day, month, open *witness
	given := anyOrder
	for _, name := range dateColumns {
		if c.order[name] != anyOrder {
			given = c.order[name]
		}
	}
	for _, row := range c.rows {
		for _, name := range dateColumns {
			cell, ok := row.cells[name]
			if !ok {
				continue
			}
			text, _ := cutClock(cell.text)
			m := numericDate().FindStringSubmatch(text)
			if m == nil || m[2] == "." { // with full stops the day always comes first
				continue
			}
			first, _ := strconv.Atoi(m[1])
			second, _ := strconv.Atoi(m[3])
			w := &witness{row.number, csvCell{text, cell.off}}
			switch {
			case first > 12 && second <= 12 && day == nil:
				day = w
			case second > 12 && first <= 12 && month == nil:
				month = w
			case first <= 12 && second <= 12 && first != second && open == nil:
				open = w
			}
		}
	}
	const help = "write the dates as 2025-08-15, or name the column \"date (dd/mm/yyyy)\" or \"date (mm/dd/yyyy)\""
	order := given
	switch {
	case day != nil && month != nil:
		c.fail(month.cell.off, "ambiguous-date", help, "row %d has the day first (%s), row %d the month (%s)", day.row, day.cell.text, month.row, month.cell.text)
	case given == dayFirst && month != nil:
		c.fail(month.cell.off, "ambiguous-date", help, "the column's name says that the day comes first, but row %d has the month first (%s)", month.row, month.cell.text)
	case given == monthFirst && day != nil:
		c.fail(day.cell.off, "ambiguous-date", help, "the column's name says that the month comes first, but row %d has the day first (%s)", day.row, day.cell.text)
	case given != anyOrder:
	case day != nil:
		order = dayFirst
	case month != nil:
		order = monthFirst
	case open != nil:
		m := numericDate().FindStringSubmatch(open.cell.text)
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[3])
		c.fail(open.cell.off, "ambiguous-date", help, "%s in row %d may be %d %s or %d %s, and no other date of the table decides it",
			open.cell.text, open.row, first, monthNames[second-1], second, monthNames[first-1])
	}
	if order == anyOrder {
		order = dayFirst // only days that equal their month are left
	}
	for _, name := range dateColumns {
		c.order[name] = order
	}
}

// when returns the date and the time of a row.
func (c *csvReader) when(row csvRow) (date, clock csvCell) {
	date, fromClock := c.dateCell(row, "date")
	end, toClock := c.dateCell(row, "end")
	clock = c.clockCell(row, "time", fromClock)
	endClock := c.clockCell(row, "end time", toClock)
	if end.text != "" && end.text != date.text {
		if date.text == "" {
			date = csvCell{"/" + end.text, end.off}
		} else {
			date.text += "/" + end.text
		}
	}
	if endClock.text != "" && clock.text != "" && endClock.text != clock.text && !strings.Contains(clock.text, "/") {
		clock.text += "/" + endClock.text
	}
	return date, clock
}

func (c *csvReader) clockCell(row csvRow, name, fallback string) csvCell {
	cell, ok := row.cells[name]
	if !ok {
		if fallback == "" {
			return csvCell{}
		}
		return csvCell{fallback, row.off}
	}
	from, to, isRange := strings.Cut(cell.text, "/")
	cell.text = clockText(from)
	if isRange {
		cell.text += "/" + clockText(to)
	}
	return cell
}

// clockText spells a clock time as stories do; what is none stays, for the
// checks to name.
func clockText(s string) string {
	s = strings.TrimSpace(s)
	m := clockCell().FindStringSubmatch(s)
	if m == nil {
		return s
	}
	hour, _ := strconv.Atoi(m[1])
	switch strings.ToLower(m[4]) {
	case "a":
		if hour == 12 {
			hour = 0
		}
	case "p":
		if hour < 12 {
			hour += 12
		}
	}
	seconds := m[3]
	if seconds == ":00" {
		seconds = ""
	}
	return fmt.Sprintf("%02d:%s%s%s", hour, m[2], seconds, m[5])
}

// cutClock parts a date from the time of day that a spreadsheet puts behind
// it. Midnight is what it writes where there is no time.
func cutClock(s string) (date, clock string) {
	s = strings.TrimSpace(s)
	m := withClock().FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	clock = clockText(m[2])
	if clock == "00:00" {
		clock = ""
	}
	return strings.TrimSpace(m[1]), clock
}

// dateCell turns a cell into EDTF, as far as it can.
func (c *csvReader) dateCell(row csvRow, name string) (date csvCell, clock string) {
	cell, ok := row.cells[name]
	if !ok {
		return csvCell{}, ""
	}
	text := strings.TrimSpace(cell.text)
	if _, err := edtf.Parse(text); err == nil {
		return csvCell{text, cell.off}, ""
	}
	text, clock = cutClock(text)
	out, help := spreadsheetDate(text, c.order[name])
	if help != "" {
		c.fail(cell.off, "impossible-date", help, "row %d: %q is no date", row.number, text)
		return csvCell{}, ""
	}
	return csvCell{out, cell.off}, clock
}

// spreadsheetDate turns the spellings of spreadsheets into EDTF. Where it does
// not know one, it returns the text as it is, for the date reader to refuse;
// where it knows what went wrong, help says how to mend it.
func spreadsheetDate(s string, order dayOrder) (date, help string) {
	lower := weekday().ReplaceAllString(strings.ToLower(s), "")
	if m := numericDate().FindStringSubmatch(s); m != nil {
		day, month := m[1], m[3]
		if order == monthFirst && m[2] != "." {
			day, month = month, day
		}
		return isoDate(m[4], month, day), ""
	}
	if m := yearFirst().FindStringSubmatch(s); m != nil {
		return isoDate(m[1], m[2], m[3]), ""
	}
	if m := monthYear().FindStringSubmatch(s); m != nil {
		return isoDate(m[2], m[1], ""), ""
	}
	if m := dayMonth().FindStringSubmatch(lower); m != nil && monthNumber(m[2]) > 0 {
		return isoDate(m[3], strconv.Itoa(monthNumber(m[2])), m[1]), ""
	}
	if m := monthDay().FindStringSubmatch(lower); m != nil && monthNumber(m[1]) > 0 {
		return isoDate(m[3], strconv.Itoa(monthNumber(m[1])), m[2]), ""
	}
	if m := monthOnly().FindStringSubmatch(lower); m != nil && monthNumber(m[1]) > 0 {
		return isoDate(m[2], strconv.Itoa(monthNumber(m[1])), ""), ""
	}
	if m := yearBC().FindStringSubmatch(lower); m != nil {
		year, _ := strconv.Atoi(m[1])
		if year > 1 {
			return fmt.Sprintf("-%04d", year-1), ""
		}
		return "0000", ""
	}
	switch {
	case yearOnly().MatchString(s):
		return padYear(s), ""
	case shortYear().MatchString(lower):
		return s, "write the year with four digits: the century cannot be told"
	case serialDay().MatchString(s):
		return s, "this is a spreadsheet's count of days: format the column as a date or as text and export again"
	}
	return s, ""
}

func isoDate(year, month, day string) string {
	out := year + "-" + pad2(month)
	if day != "" {
		out += "-" + pad2(day)
	}
	return out
}

func pad2(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// padYear gives back the zeros that spreadsheets take from the year 0044.
func padYear(s string) string {
	if !yearOnly().MatchString(s) {
		return s
	}
	if digits, bc := strings.CutPrefix(s, "-"); bc {
		return "-" + strings.Repeat("0", 4-len(digits)) + digits
	}
	return strings.Repeat("0", 4-len(s)) + s
}

var monthNames = [12]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// monthNumber reads an English month's name or its first letters, in lower
// case; 0 for anything else.
func monthNumber(s string) int {
	if s == "sept" {
		return 9
	}
	for i, name := range monthNames {
		if name = strings.ToLower(name); s == name || s == name[:3] {
			return i + 1
		}
	}
	return 0
}
