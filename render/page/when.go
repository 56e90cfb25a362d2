package page

import (
	"fmt"

	"github.com/causeline/causeline/render/htmltext"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A when is a date, perhaps with a clock time, in words and for machines.
type when struct {
	Words    string // "15 August 2025, 11:30–14:30 (UTC−8)"
	Datetime string // valid for <time>, empty where HTML cannot say the date
	EDTF     string // the date as the story file spells it
}

// fullMonths is the style of dates on the page.
var fullMonths = edtf.Style{FullMonth: true}

func dateOnly(d edtf.Date) when {
	return when{Words: d.Words(fullMonths), EDTF: d.String(), Datetime: htmltext.Date(d)}
}

func eventWhen(e *story.Event) when {
	w := dateOnly(e.Date)
	if e.Time == "" {
		return w
	}
	from, to, err := story.ParseTime(e.Time)
	words := oneLine(e.Time) // what cannot be read is still shown
	if err == nil {
		words = clockWords(from, to)
		w.Datetime = htmltext.DateTime(e.Date, e.Time)
	}
	if w.Words != "" {
		w.Words += ", "
	}
	w.Words += words
	return w
}

// clockWords writes a time or a range of two, with its zone once where both
// have the same.
func clockWords(from, to story.Clock) string {
	words := clock(from)
	if from != to {
		if from.HasZone != to.HasZone || from.Offset != to.Offset {
			return words + zoneWords(from) + "–" + clock(to) + zoneWords(to)
		}
		words += "–" + clock(to)
	}
	return words + zoneWords(from)
}

func clock(c story.Clock) string {
	if c.Second != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	}
	return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
}

func zoneWords(c story.Clock) string {
	if !c.HasZone {
		return ""
	}
	if c.Offset == 0 {
		return " (UTC)"
	}
	sign, n := "+", c.Offset
	if n < 0 {
		sign, n = "−", -n
	}
	if n%60 != 0 {
		return fmt.Sprintf(" (UTC%s%d:%02d)", sign, n/60, n%60)
	}
	return fmt.Sprintf(" (UTC%s%d)", sign, n/60)
}
