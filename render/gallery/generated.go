package gallery

import (
	"fmt"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// generated returns the stories that are too long to be written by hand.
func generated() []Story {
	return []Story{
		{"decade-of-200", harbour("Ten years of harbour news in 200 entries", 200, 18)},
		{"archive-of-700", harbour("The whole harbour book: 700 entries", 700, 30)},
	}
}

// What happens in the harbour: who, what, and what of.
var (
	who = []string{"Pilots", "Dredger crews", "The harbour master", "Customs officers", "Rope makers",
		"Crane drivers", "The ferry company", "Tug owners", "Fish merchants", "The lock keeper", "Coal trimmers"}
	does = []string{"asked for", "argued about", "paid for", "complained of", "did without", "quarrelled over", "reported on"}
	what = []string{"a longer breakwater", "new mooring rings", "a second night watch", "silt in the inner basin",
		"the price of diesel", "lamps along the north mole", "a warmer waiting room", "the rota for Sundays",
		"a bell that nobody can hear", "the tide tables", "a bridge that opens too late", "repairs to the slipway, which the county put off once more", "rats"}
	lanes = []string{"Quay", "Basin", "Office", ""}
)

// harbour invents n events that lie up to so many days apart. Every eleventh
// goes on for some weeks, every seventh leads to the next one.
func harbour(title string, n int, apart uint32) *story.Story {
	s := &story.Story{Title: title, Documents: []story.Document{{ID: "book", Publisher: "Harbour Book"}}}
	day, dice := edtf.DayOf(1987, 3, 2), uint32(n)
	next := func(below uint32) int {
		dice = dice*1664525 + 1013904223
		return int(dice >> 8 % below)
	}
	for i := range n {
		day += edtf.Day(1 + next(2*apart))
		e := story.Event{
			ID:     fmt.Sprintf("h%03d", i),
			Date:   edtf.FromDay(day),
			Title:  who[next(uint32(len(who)))] + " " + does[next(uint32(len(does)))] + " " + what[next(uint32(len(what)))],
			Status: story.StatusHappened,
			Lane:   lanes[i%len(lanes)],
			Weight: float64(20+next(80)) / 100,
		}
		if i%11 == 3 {
			e.Date = edtf.Interval(e.Date, edtf.FromDay(day+edtf.Day(5+next(60))))
		}
		if i%7 == 1 {
			s.Relations = append(s.Relations, story.Relation{From: fmt.Sprintf("h%03d", i-1), To: e.ID, Type: story.Causes, Strength: story.StrengthStated})
		}
		s.Events = append(s.Events, e)
	}
	return s
}
