package edtf

import "strconv"

// Style says how Words writes a date.
type Style struct {
	MonthDay  bool // Aug 15 instead of 15 Aug
	FullMonth bool // 15 August instead of 15 Aug
	OmitYear  bool
}

var monthNames = [12]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

// Words writes the date for people, in English.
func (d Date) Words(s Style) string { return d.String() }

func yearWords(year int64) string { return strconv.FormatInt(year, 10) }
