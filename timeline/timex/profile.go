package timex

import "github.com/causeline/causeline/timeline/edtf"

// A profile says what kind of text a document is.
type profile struct {
	chronicle bool
	ancient   bool // years of fewer than four digits occur
}

// evidence is what speaks for news and for a chronicle. A chronicle states
// several dates of years long past, and next to none that hang on the day it
// was written.
type evidence struct {
	docDay  edtf.Day
	docYear int
	dated   bool

	told    int  // dates of years long past
	fine    int  // those of them that name a month or a day
	now     int  // dates of the time of writing
	news    int  // those that hang on its day, weighted
	lastDay int  // the sentence of the last day of the past
	ancient bool // a year of fewer than four digits
}

// profile looks at all that was found.
func (f *finder) profile(ctx Context) profile {
	e := evidence{docYear: 1 << 30, lastDay: -toldReach}
	e.docDay, e.dated = ctx.DocDate.Earliest()
	if e.dated {
		y, _, _ := e.docDay.Civil()
		e.docYear = int(y)
	}
	opening := false // the first sentence with a date is news
	first := true
	for i := range f.found {
		if f.found[i].meta {
			continue
		}
		weight := newsWeight
		if i > len(f.found)/2 && i > openingDates {
			weight = 1 // histories end in the present, news begins with it
		}
		for k := range f.found[i].readings {
			e.weigh(&f.found[i].readings[k], f.found[i].sentence, weight)
		}
		if first {
			opening, first = e.news > 0, false
		}
	}
	return profile{
		chronicle: !opening && e.told >= 3 && e.told >= e.now+e.news &&
			(e.fine > 0 || e.told >= 6 || e.ancient) && f.said*saidRarely <= f.sentences,
		ancient: e.ancient,
	}
}

const (
	// newsWeight is how many dates of the past one of the day of writing
	// outweighs, up to the middle of the text and in its first openingDates
	// sentences with dates.
	newsWeight   = 8
	openingDates = 12

	// saidRarely: in a history somebody "said" something in one of so many
	// sentences at most; in the news it is one of five.
	saidRarely = 15

	// recentDays is how long before its date a report's news may be.
	recentDays = 100

	// toldReach is how many sentences behind a day of the past a weekday may be
	// one of its time.
	toldReach = 4
)

// weigh adds what one reading says.
func (e *evidence) weigh(r *reading, sentence, weight int) {
	switch {
	case r.kind == kStamp && r.at.open && r.at.gran == uDay && e.told > 0:
		e.lastDay = sentence
	case r.kind == kStamp && !r.at.open && r.at.gran <= uYear:
		e.weighFull(r, sentence, weight)
	case r.kind == kStamp && (r.at.gran == uQuarter || r.at.gran == uHalf),
		r.kind == kWeekday && r.anchor == fromDoc,
		r.kind == kShift && r.anchor == fromDoc && r.unit < uYear && (r.n != 0 || r.unit > uDay):
		if sentence-e.lastDay >= toldReach {
			e.news += weight // else "on Friday" is of the story
		}
	case r.kind == kShift && r.anchor == fromDoc:
		e.now++
	}
}

// weighFull adds what a date with its year says.
func (e *evidence) weighFull(r *reading, sentence, weight int) {
	e.ancient = e.ancient || !r.ancient && r.at.year < 1000
	first, _ := r.at.span()
	switch {
	case r.at.year <= e.docYear-2:
		e.told++
		e.lastDay = -toldReach
		if r.at.gran < uYear {
			e.fine++
		}
		if r.at.gran == uDay {
			e.lastDay = sentence
		}
	case e.dated && r.at.gran <= uMonth && first >= e.docDay-recentDays:
		e.news += weight
	default:
		e.now++
	}
}
