package timex

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// orderRange mends a range whose ends were resolved each for itself and came
// out in the wrong order, as "from Thursday to Monday" does on a Tuesday: the
// start moves back, or the end on where the clause looks ahead.
func (n *narrator) orderRange(a, b *Timex, ra, rb *reading, from, to stamp, items []item, s *nlp.Sentence) {
	if a.Basis == Explicit || b.Basis == Explicit || a.Basis != b.Basis || from.gran != to.gran {
		return
	}
	x, _ := from.span()
	y, _ := to.span()
	if x <= y {
		return
	}
	step := uYear
	if ra.kind == kWeekday && rb.kind == kWeekday {
		step = uWeek
	}
	if a.Basis == InContext || n.looksAhead(s, items, ra) {
		if moved, ok := to.move(step, 1); ok {
			b.Value, b.Date = n.spell(rb, moved), moved.date(rb.mod)
			n.last = moved
		}
		return
	}
	if moved, ok := from.move(step, -1); ok {
		a.Value, a.Date = n.spell(ra, moved), moved.date(ra.mod)
	}
}

// stamp completes a date that lacks its year.
func (n *narrator) stamp(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	at := r.at
	if !at.open {
		if r.ancient && n.chronicle && !n.clock.at.isZero() && n.clock.at.year < 0 && at.year > 0 && at.gran == uYear {
			at.year = 1 - at.year // a story of years BC
			n.because(n.clock.at, "BC, as the story is")
			return at, InContext
		}
		if r.short && n.chronicle && !n.clock.at.isZero() {
			for at.year > n.clock.at.year+yearsAhead {
				at.year -= 100 // the forties of the story's century
			}
			for at.year+100 <= n.clock.at.year {
				at.year += 100
			}
			n.because(n.clock.at, "the last before the story is")
			return at, InContext
		}
		return at, Explicit
	}
	if at.gran == uDay && at.sub == 0 {
		return n.dayOfMonth(at)
	}
	if told, ok := n.carried(r, items); ok && r.dir == dirBare && r.yearDir == dirBare {
		n.because(n.full, "of the year of the date that it is joined to")
		return told, InContext
	}
	if n.habit && (at.gran == uMonth || at.gran == uSeason) {
		n.why = "of every year"
		return at, Unresolved
	}
	if n.chronicle && r.yearDir == dirBare && (r.dir == dirBare || r.anchor == fromContext) {
		if told, ok := n.storyDate(r, at, s, items); ok {
			return told, InContext
		}
	}
	if y, ok := n.storyYear(at); ok && r.dir == dirBare && r.yearDir == dirBare {
		at.year, at.open = y, false
		n.because(n.story, "of that year, which the text tells of")
		return at, InContext
	}
	if n.doc.isZero() && r.anchor != fromContext {
		return at, Unresolved
	}
	if r.yearDir != dirBare {
		base, basis := n.doc, Anchored
		if r.anchor == fromContext {
			base, basis = n.contextBase(&reading{unit: uYear, gran: uYear}, s)
		}
		if base.isZero() {
			return at, Unresolved
		}
		at.year, at.open = base.year+int(r.yearDir-dirThis), false
		n.because(base, "of "+unitsAway(uYear, int(r.yearDir-dirThis)))
		return at, basis
	}
	at.open = false
	n.because(n.doc, "")
	switch {
	case at.sub == 0: // "the 1988 quarter" without a number is handled before
		return at, Unresolved
	case at.gran == uQuarter || at.gran == uHalf:
		at.year = n.quarterYear(r)
		n.why = "the latest that had begun"
		if r.dir != dirBare {
			n.why = "of " + unitsAway(uYear, int(r.dir-dirThis))
		}
	case r.dir != dirBare && r.anchor == fromContext:
		return n.namedFrom(at, r)
	case r.dir != dirBare:
		at.year = n.namedYear(at, r.dir)
		n.why = map[direction]string{dirLast: "the last one before", dirThis: "the one of that year", dirNext: "the next one"}[r.dir]
	case at.gran == uDay:
		at.year = n.nearestDay(at, r, s, items)
		n.why = "the nearest such day"
	default:
		at.year = n.bareYear(at, n.tense(s, items, r))
		n.why = "the nearest such time"
	}
	return at, Anchored
}

// carried gives a date without a year that of the full date before it in the
// sentence, where "and" joins the two: "sank on 3 May 1998 and was raised on 12
// June". A date in an aside ("the pier, built on 4 May 1931, was closed on 12
// June") does not give its year away.
func (n *narrator) carried(r *reading, items []item) (stamp, bool) {
	at := r.at
	if n.fullSentence != n.sentence || n.last.start != n.full.start || n.full.gran != at.gran || at.gran > uMonth {
		return at, false
	}
	joined := false
	for i := r.lo - 1; i >= 0 && items[i].start >= n.full.end; i-- {
		joined = joined || items[i].marks&mRangeAnd != 0
	}
	at.open, at.year = false, n.full.year
	from, _ := n.full.span()
	if first, _ := at.span(); first < from {
		at.year++
	}
	return at, joined && (at.gran != uDay || at.day <= daysIn(at.year, at.sub))
}

// dayOfMonth completes "the 17th": of the month that the story is in, or the
// next where it is past that day; in news, the latest such day.
func (n *narrator) dayOfMonth(at stamp) (stamp, Basis) {
	base, basis := n.last, InContext
	switch {
	case n.chronicle && !n.clock.at.isZero():
		base = n.clock.at
		if base.gran > uMonth {
			base = n.clock.day
		}
	case n.last.isZero() || n.sentence-n.lastSentence > lastReach || n.last.gran > uMonth:
		base, basis = n.doc, Anchored
	}
	if base.isZero() || base.gran != uDay && base.gran != uMonth {
		return at, Unresolved
	}
	month := stamp{gran: uMonth, year: base.year, sub: base.sub}
	switch {
	case basis == Anchored && at.day > base.day:
		month, _ = month.shift(uMonth, -1, uMonth)
	case basis == InContext && base.gran == uDay && at.day < base.day && n.chronicle:
		month, _ = month.shift(uMonth, 1, uMonth)
	}
	n.because(base, "of that month, or of one beside it")
	at = stamp{gran: uDay, year: month.year, sub: month.sub, day: at.day}
	if at.day > daysIn(at.year, at.sub) {
		return stamp{gran: uDay, day: at.day, open: true}, Unresolved
	}
	return at, basis
}

// quarterYear: a quarter without a year is the latest that has begun.
func (n *narrator) quarterYear(r *reading) int {
	at := stamp{gran: r.at.gran, sub: r.at.sub, year: n.doc.year}
	switch r.dir {
	case dirLast:
		return n.doc.year - 1
	case dirThis:
		return n.doc.year
	case dirNext:
		return n.doc.year + 1
	}
	if first, _ := at.span(); first > n.docDay {
		return at.year - 1
	}
	return at.year
}

// namedFrom resolves "the following March", "that summer" by the last date
// mentioned.
func (n *narrator) namedFrom(at stamp, r *reading) (stamp, Basis) {
	if n.last.isZero() || n.sentence-n.lastSentence > lastReach {
		if n.doc.isZero() || r.dir == dirThis {
			at.open, at.year = true, 0
			return at, Unresolved
		}
		at.year = n.namedYear(at, r.dir)
		return at, Anchored
	}
	n.because(n.last, "the one of that time")
	at.year = n.last.year
	base, _ := n.last.span()
	first, last := at.span()
	switch {
	case n.last.gran >= uYear:
		at.year += int(r.dir - dirThis)
	case r.dir == dirNext && first <= base:
		at.year++
	case r.dir == dirLast && last >= base:
		at.year--
	}
	return at, InContext
}

// namedYear resolves "last June", "this spring", "next May".
func (n *narrator) namedYear(at stamp, dir direction) int {
	at.year = n.doc.year
	first, last := at.span()
	switch dir {
	case dirLast:
		if last >= n.docDay {
			return at.year - 1
		}
	case dirNext:
		if first <= n.docDay {
			return at.year + 1
		}
	}
	return at.year
}

// nearestDay takes the year in which a day is closest to the document's date.
// It asks for the tense only where that could change the choice.
func (n *narrator) nearestDay(at stamp, r *reading, s *nlp.Sentence, items []item) int {
	if year := n.nearestYear(at, past, r.weekday); year == n.nearestYear(at, future, r.weekday) {
		return year
	}
	return n.nearestYear(at, n.tense(s, items, r), r.weekday)
}

// nearestYear takes the day closest to the document's date. The tense weighs
// like more than half a year; a weekday that the words state decides.
func (n *narrator) nearestYear(at stamp, t tense, weekday int) int {
	best, bestGap := n.doc.year, edtf.Day(1<<40)
	for y := n.doc.year - 1; y <= n.doc.year+1; y++ {
		at.year = y
		if at.day > daysIn(y, at.sub) {
			continue
		}
		first, _ := at.span()
		gap := first - n.docDay
		switch {
		case gap < 0:
			gap = -gap
			switch t {
			case future:
				gap += againstTense
			case present:
				gap += againstPresent
			}
		case gap > 0 && t == past:
			gap += againstTense
		}
		if weekday > 0 && int(first.Weekday()) != weekday-1 {
			gap += againstWeekday
		}
		if gap < bestGap {
			best, bestGap = y, gap
		}
	}
	return best
}

// What speaks against a year is counted in days of distance.
const (
	againstTense   = 200
	againstPresent = 120
	againstWeekday = 10_000
)

// bareYear resolves a month or season alone: the one that the tense points
// to, the past one where it does not say.
func (n *narrator) bareYear(at stamp, t tense) int {
	at.year = n.doc.year
	first, last := at.span()
	switch {
	case first <= n.docDay && n.docDay <= last:
		return at.year
	case t == future && last < n.docDay:
		return at.year + 1
	case t == future:
		return at.year
	case t == past && first > n.docDay:
		return at.year - 1
	case t == past:
		return at.year
	}
	return n.nearestYear(at, t, 0)
}

// weekday resolves a weekday: bare, the latest not after the document's date,
// unless the clause plainly looks ahead.
func (n *narrator) weekday(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	if r.anchor == fromContext || n.chronicle {
		return n.weekdayNear(r)
	}
	if n.doc.gran != uDay {
		return stamp{}, Unresolved
	}
	back := floorMod(int(n.docDay.Weekday())-(r.weekday-1), 7)
	d := n.docDay - edtf.Day(back)
	n.because(n.doc, "the latest such day up to then")
	switch r.dir {
	case dirLast:
		if back == 0 {
			d -= 7
		}
	case dirNext:
		d += 7
		n.why = "the next such day"
	case dirThis:
		if back > 0 && n.tense(s, items, r) != past {
			d += 7
			n.why = "the next such day"
		}
	case dirBare:
		if back > 0 && n.looksAhead(s, items, r) {
			d += 7
			n.why = "the next such day"
		}
	}
	if r.gran == uWeekend {
		return dayStamp(d, uWeekend), Anchored
	}
	return dayStamp(d, uDay), Anchored
}

// weekdayNear resolves "that Friday" and "the following Friday" from the last
// day mentioned: the nearest, or the next after it.
func (n *narrator) weekdayNear(r *reading) (stamp, Basis) {
	from := n.last
	if n.chronicle {
		from = n.clock.day
	} else if n.sentence-n.lastSentence > lastReach {
		return stamp{}, Unresolved
	}
	if from.gran != uDay {
		return stamp{}, Unresolved
	}
	n.because(from, "the nearest such day")
	base, _ := from.span()
	ahead := floorMod(r.weekday-1-int(base.Weekday()), 7)
	switch {
	case r.dir == dirNext && ahead == 0:
		ahead = 7
	case r.dir == dirLast, r.dir != dirNext && ahead > 3:
		ahead -= 7
	}
	return dayStamp(base+edtf.Day(ahead), uDay), InContext
}
