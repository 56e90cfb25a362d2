package timex

import (
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// A narrator follows the text and knows which date a relative expression is
// counted from.
type narrator struct {
	doc      stamp // the document's date, zero where unknown
	docDay   edtf.Day
	sentence int

	last         stamp // the last date mentioned that was resolved
	lastBasis    Basis
	lastSentence int

	story         stamp // the last date that stated its own year
	storySentence int
	storyLive     bool // nothing counted from the document's date came since

	quarter         stamp // the last quarter mentioned: what an earnings report is about
	quarterSentence int
}

// How many sentences a date that was mentioned stays in mind.
const (
	lastReach    = 4
	storyReach   = 6
	quarterReach = 6
)

func newNarrator(ctx Context) narrator {
	n := narrator{}
	first, ok := ctx.DocDate.Earliest()
	if !ok {
		return n
	}
	gran := uNone
	switch ctx.DocDate.Precision() {
	case edtf.PrecisionDay:
		gran = uDay
	case edtf.PrecisionMonth:
		gran = uMonth
	case edtf.PrecisionYear:
		gran = uYear
	}
	if gran == uNone {
		return n
	}
	n.docDay = first
	n.doc = dayStamp(first, gran)
	return n
}

func (n *narrator) nextSentence(*nlp.Sentence) { n.sentence++ }

// resolve gives a reading its value.
func (n *narrator) resolve(r *reading, items []item, s *nlp.Sentence) (Timex, stamp, bool) {
	t := Timex{
		Start: items[r.lo].start, End: items[r.hi-1].end,
		Type: r.typ, Mod: r.mod, Clock: r.clock, Rule: r.rule,
		Weekday: r.weekday - 1, RangeStart: r.rangeStart, Basis: Explicit,
	}
	if r.clock == "" && r.part == "12:00" {
		t.Clock = r.part
	}
	if r.clock == "24:00" { // written so, it ends a day, and no event's time may
		t.Clock = ""
	}
	var at stamp
	switch r.kind {
	case kFixed:
		t.Value = r.value
		if strings.HasSuffix(r.value, "_REF") {
			t.Basis = Unresolved
		}
		return t, at, true
	case kHoliday:
		at, t.Basis = n.holiday(r, s, items)
	case kStamp:
		at, t.Basis = n.stamp(r, s, items)
		n.tell(r, at, t.Basis, items)
	case kWeekday:
		at, t.Basis = n.weekday(r, s, items)
	case kShift:
		at, t.Basis = n.shift(r, s, items)
	case kTime:
		at, t.Basis = n.dayOfTime()
	default:
		return t, at, false
	}
	if r.gran == uWeekend {
		t.Weekday = -1
	}
	t.Value = n.spell(r, at)
	if t.Basis != Unresolved {
		t.Date = at.date(r.mod)
		n.remember(r, at, t.Basis)
	}
	return t, at, true
}

// orderRange mends a range whose ends were resolved each for itself and came
// out in the wrong order, as "from Thursday to Monday" does on a Tuesday: the
// start moves back, or the end on where the clause looks ahead.
func (n *narrator) orderRange(a, b *Timex, ra, rb *reading, from, to stamp, items []item, s *nlp.Sentence) {
	if a.Basis != Anchored || b.Basis != Anchored || from.gran != to.gran {
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
	if tenseAt(s, items, ra) == future {
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

// spell writes the value of a resolved or unresolved reading.
func (n *narrator) spell(r *reading, at stamp) string {
	v := ""
	switch {
	case !at.isZero():
		v = at.value()
	case r.weekday > 0 && r.gran != uWeekend:
		v = "XXXX-WXX-" + string(rune('1'+(r.weekday+5)%7))
	default:
		v = unknownValue(r.gran)
	}
	switch {
	case r.clock != "":
		from, _, _ := strings.Cut(r.clock, "/")
		v += "T" + from
	case r.part != "":
		v += "T" + r.part
	}
	return v
}

func unknownValue(u unit) string {
	switch u {
	case uWeek:
		return "XXXX-WXX"
	case uWeekend:
		return "XXXX-WXX-WE"
	case uMonth:
		return "XXXX-XX"
	case uQuarter:
		return "XXXX-QX"
	case uHalf:
		return "XXXX-HX"
	case uYear:
		return "XXXX"
	case uDecade:
		return "XXX"
	case uCentury:
		return "XX"
	}
	return "XXXX-XX-XX"
}

// remember notes a date for what is counted from it later.
func (n *narrator) remember(r *reading, at stamp, b Basis) {
	if at.open || at.gran >= uDecade {
		return
	}
	n.last, n.lastBasis, n.lastSentence = at, b, n.sentence
	if at.gran == uQuarter {
		if _, end := at.span(); n.doc.isZero() || n.doc.year-at.year <= 1 && r.n == 0 && r.dir == dirBare && end < n.docDay {
			n.quarter = at
		}
		n.quarterSentence = n.sentence
	}
	if b == Anchored && at != n.story {
		n.storyLive = false
	}
}

// tell notes that the text now tells of a date that states its own year. A
// year alone does so after "in" only: "since 1980" and "the 1980 law" leave
// the text where it was.
func (n *narrator) tell(r *reading, at stamp, b Basis, items []item) {
	switch {
	case b == Unresolved || b == Anchored || at.gran > uYear:
		return
	case at.gran == uYear && (r.lo == 0 || items[r.lo-1].lower != "in"):
		return
	}
	n.story, n.storySentence, n.storyLive = at, n.sentence, true
}

// stamp completes a date that lacks its year.
func (n *narrator) stamp(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	at := r.at
	if !at.open {
		return at, Explicit
	}
	if y, ok := n.storyYear(at); ok && r.dir == dirBare && r.yearDir == dirBare {
		at.year, at.open = y, false
		return at, InContext
	}
	if n.doc.isZero() && r.anchor != fromContext {
		return at, Unresolved
	}
	if r.yearDir != dirBare {
		base, basis := n.doc, Anchored
		if r.anchor == fromContext {
			base, basis = n.contextBase(&reading{unit: uYear, gran: uYear})
		}
		if base.isZero() {
			return at, Unresolved
		}
		at.year, at.open = base.year+int(r.yearDir-dirThis), false
		return at, basis
	}
	at.open = false
	switch {
	case at.sub == 0: // "the 1988 quarter" without a number is handled before
		return at, Unresolved
	case at.gran == uQuarter || at.gran == uHalf:
		at.year = n.quarterYear(r)
	case r.dir != dirBare:
		at.year = n.namedYear(at, r.dir)
	case at.gran == uDay:
		at.year = n.nearestYear(at, tenseAt(s, items, r))
	default:
		at.year = n.bareYear(at, tenseAt(s, items, r))
	}
	return at, Anchored
}

// storyYear answers the year of the story when the text is plainly telling
// of another time than the document's.
func (n *narrator) storyYear(at stamp) (int, bool) {
	if n.story.isZero() || n.sentence-n.storySentence > storyReach || at.gran > uSeason {
		return 0, false
	}
	if n.doc.isZero() {
		return n.story.year, n.story.year > 0
	}
	away := n.doc.year - n.story.year
	return n.story.year, away >= 2 && n.storyLive && n.sentence-n.storySentence <= 2
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

// nearestYear takes the day closest to the document's date.
func (n *narrator) nearestYear(at stamp, t tense) int {
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
			if t == future {
				gap += 120
			}
		case gap > 0 && t == past:
			gap += 120
		}
		if gap < bestGap {
			best, bestGap = y, gap
		}
	}
	return best
}

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
	return n.nearestYear(at, unclear)
}

// weekday resolves a weekday: bare, the latest not after the document's date,
// unless the clause plainly looks ahead.
func (n *narrator) weekday(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	if r.anchor == fromContext {
		return n.weekdayNear(r)
	}
	if n.doc.gran != uDay {
		return stamp{}, Unresolved
	}
	back := floorMod(int(n.docDay.Weekday())-(r.weekday-1), 7)
	d := n.docDay - edtf.Day(back)
	switch r.dir {
	case dirLast:
		if back == 0 {
			d -= 7
		}
	case dirNext:
		d += 7
	case dirThis:
		if back > 0 && tenseAt(s, items, r) != past {
			d += 7
		}
	case dirBare:
		if back > 0 && tenseAt(s, items, r) == future {
			d += 7
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
	if n.last.gran != uDay || n.sentence-n.lastSentence > lastReach {
		return stamp{}, Unresolved
	}
	base, _ := n.last.span()
	ahead := floorMod(r.weekday-1-int(base.Weekday()), 7)
	switch {
	case r.dir == dirNext && ahead == 0:
		ahead = 7
	case r.dir == dirLast, r.dir != dirNext && ahead > 3:
		ahead -= 7
	}
	return dayStamp(base+edtf.Day(ahead), uDay), InContext
}

// shift counts units from the document's date or the last one mentioned.
func (n *narrator) shift(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	base, basis := n.doc, Anchored
	if r.anchor == fromEvent {
		return stamp{}, Unresolved
	}
	if r.anchor == fromContext {
		base, basis = n.contextBase(r)
	}
	if base.isZero() {
		return stamp{}, Unresolved
	}
	gran := r.gran
	if q, ok := n.yearAgoQuarter(r, items, s); ok {
		base, gran, basis = q, uQuarter, InContext
	}
	by := r.n
	if r.toYear != 0 {
		by = r.toYear - base.year
	}
	at, ok := base.shift(r.unit, by, gran)
	if !ok {
		return stamp{}, Unresolved
	}
	if r.weekday > 0 {
		d := monday(edtf.DayOf(int64(at.year), at.sub, at.day)) + edtf.Day((r.weekday+5)%7)
		at = dayStamp(d, uDay)
	}
	return at, basis
}

// yearAgoQuarter: where a report has just spoken of a quarter, "a year
// earlier" beside a sum of money is the same quarter of the year before.
func (n *narrator) yearAgoQuarter(r *reading, items []item, s *nlp.Sentence) (stamp, bool) {
	if r.unit != uYear || r.n != -1 || r.gran != uYear || n.quarter.isZero() || n.sentence-n.quarterSentence > quarterReach {
		return stamp{}, false
	}
	if last := items[r.hi-1].lower; last != "ago" && last != "earlier" {
		return stamp{}, false
	}
	for i := range s.Tokens {
		switch s.Tokens[i].Lower {
		case "$", "£", "€", "¥", "%", "percent", "cents":
			return n.quarter, true
		}
	}
	return stamp{}, false
}

// contextBase is the date that "a year earlier" or "the following day" counts
// from.
func (n *narrator) contextBase(r *reading) (stamp, Basis) {
	if r.gran == uQuarter && !n.quarter.isZero() {
		return n.quarter, InContext
	}
	if r.gran == uQuarter && !n.doc.isZero() && n.doc.gran <= uMonth {
		at, _ := n.doc.shift(uQuarter, -1, uQuarter)
		return at, Anchored
	}
	back := r.n == -1 && r.unit >= uMonth && !n.doc.isZero()
	if back && r.unit >= uYear && n.lastBasis == Anchored {
		return n.doc, Anchored // "a year earlier" beside "last year" is that year
	}
	if !n.last.isZero() && n.sentence-n.lastSentence <= lastReach && fineness(n.last.gran) <= fineness(r.gran) {
		return n.last, InContext
	}
	if back {
		return n.doc, Anchored
	}
	return stamp{}, Unresolved
}

// dayOfTime is the day that a bare clock time belongs to.
func (n *narrator) dayOfTime() (stamp, Basis) {
	if n.last.gran == uDay && n.sentence == n.lastSentence {
		return n.last, InContext
	}
	if n.doc.gran == uDay {
		return n.doc, Anchored
	}
	return stamp{}, Unresolved
}
