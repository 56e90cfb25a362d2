package timex

import (
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// resolve gives a reading its value.
func (n *narrator) resolve(r *reading, items []item, s *nlp.Sentence) (Timex, stamp, bool) {
	t := Timex{
		Start: items[r.lo].start, End: items[r.hi-1].end,
		Type: r.typ, Mod: r.mod, Clock: r.clock, Rule: r.rule,
		Weekday: r.weekday - 1, RangeStart: r.rangeStart, Basis: Explicit,
	}
	t.Yearless = r.kind == kStamp && r.at.open && r.at.gran == uDay
	if r.clock == "" && r.part == "12:00" {
		t.Clock = r.part
	}
	if strings.HasPrefix(r.clock, "24:00") { // written so, it ends a day, and no event's time may
		t.Clock = ""
	}
	var at stamp
	n.origin, n.clue, n.why, n.exact, n.lookedBack = stamp{}, clue{}, "", stamp{}, false
	if r.ancient && !n.ancient {
		return t, at, false
	}
	if r.anchor == fromStory {
		r.anchor = fromDoc
		switch {
		case n.chronicle && !n.clock.at.isZero():
			r.anchor = fromContext
		case r.n > 0 && !n.last.isZero() && n.sentence-n.lastSentence <= lastReach && n.last.gran <= r.gran && n.tense(s, items, r) == past:
			r.anchor = fromContext // the next year it fell
		}
	}
	n.clue = clue{}
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
		if r.asWeekend && t.Basis != Unresolved {
			day, _ := at.span()
			at = dayStamp(day, uWeekend)
		}
	case kWeekday:
		at, t.Basis = n.weekday(r, s, items)
	case kShift:
		at, t.Basis = n.shift(r, s, items)
	case kClockShift:
		var ok bool
		if at, ok = n.minutesLater(r, &t); !ok {
			return t, at, false
		}
	case kTime:
		if r.sameDay && !n.dayAtHand() {
			return t, at, false
		}
		at, t.Basis = n.dayOfTime()
	default:
		return t, at, false
	}
	t.Trace = n.trace(t.Basis)
	at.start, at.end = t.Start, t.End
	if n.beside.isZero() {
		n.tell(r, at, t.Basis, items, s)
	}
	if r.gran == uWeekend {
		t.Weekday = -1
	}
	t.Value = n.spell(r, at)
	n.noteTime(r, at, t.Clock)
	if t.Basis != Unresolved {
		t.Date = at.date(r.mod)
		if r.frac.of > 0 {
			t.Date = at.partOf(r.frac)
		}
		n.remember(r, at, t.Basis)
		if r.kind == kStamp && !r.at.open && at.gran < uYear {
			n.full, n.fullSentence = at, n.sentence
		}
	}
	return t, at, true
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
		if r.zoneNamed && len(from) > len("10:30") {
			from = from[:len("10:30")] // TIMEX3 has no offset where the words have none
		}
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

// shift counts units from the document's date or the last one mentioned.
func (n *narrator) shift(r *reading, s *nlp.Sentence, items []item) (stamp, Basis) {
	if q, ok := n.quarterEnded(r, items); ok {
		return q, Anchored
	}
	base, basis := n.doc, Anchored
	if r.anchor == fromEvent {
		n.why = "only what it is said of can date it"
		return stamp{}, Unresolved
	}
	if b := n.beside; !b.isZero() && !b.open && b.gran <= r.gran {
		n.because(b, "another name for it")
		return b, InContext
	}
	if r.anchor == fromContext {
		base, basis = n.contextBase(r, s)
	}
	if base.isZero() {
		return stamp{}, Unresolved
	}
	gran := r.gran
	if q, ok := n.yearAgoQuarter(r, s); ok {
		base, gran, basis = q, uQuarter, InContext
	}
	by := r.n
	if r.toYear != 0 {
		by = r.toYear - base.year
	}
	if r.unit == uWeekend && by == 0 && n.docDay.Weekday() >= 1 && n.docDay.Weekday() <= 4 && n.tense(s, items, r) == past {
		by = -1 // on a Tuesday, what happened "this weekend" did so before
	}
	at, ok := base.shift(r.unit, by, gran)
	if !ok {
		return stamp{}, Unresolved
	}
	if at.gran == uWeek && r.counted {
		n.exact, _ = base.shift(r.unit, by, uDay)
		n.exact.start, n.exact.end = items[r.lo].start, items[r.hi-1].end
	}
	n.because(base, unitsAway(r.unit, by))
	if r.weekday > 0 {
		d := monday(edtf.DayOf(int64(at.year), at.sub, at.day)) + edtf.Day((r.weekday+5)%7)
		at = dayStamp(d, uDay)
	}
	return at, basis
}

// quarterEnded reads "the quarter ended 31 July": the quarter of the calendar
// that most of it lies in.
func (n *narrator) quarterEnded(r *reading, items []item) (stamp, bool) {
	if r.gran != uQuarter || r.unit != uQuarter || n.next == nil || n.next.kind != kStamp || n.next.at.gran != uDay ||
		n.next.lo != r.hi+1 || items[r.hi].marks&mEnded == 0 {
		return stamp{}, false
	}
	end := n.next.at
	if end.open {
		if n.doc.isZero() || end.sub == 0 {
			return stamp{}, false
		}
		end.open, end.year = false, n.nearestYear(end, past, 0)
	}
	last, _ := end.span()
	n.because(n.doc, "of the calendar, by the day on which it ended")
	return dayStamp(last-halfQuarter, uQuarter), true
}

// halfQuarter is half as long as a quarter, in days.
const halfQuarter = 45

// dayAtHand reports whether a day was just told of.
func (n *narrator) dayAtHand() bool {
	return n.last.gran == uDay && n.sentence-n.lastSentence <= 1 || n.chronicle && !n.clock.day.isZero() && n.sentence-n.clock.dayWhen <= 1
}

// dayOfTime is the day that a bare clock time belongs to.
func (n *narrator) dayOfTime() (stamp, Basis) {
	if n.last.gran == uDay && n.sentence-n.lastSentence <= 1 {
		n.because(n.last, "a time of the day just told of")
		return n.last, InContext
	}
	if n.chronicle {
		if n.clock.day.isZero() || n.sentence-n.clock.dayWhen > dayReach {
			return stamp{}, Unresolved
		}
		n.because(n.clock.day, "a time of the day that the story is at")
		return n.clock.day, InContext
	}
	if n.doc.gran == uDay && !n.storyLive {
		n.because(n.doc, "a time of the day of the document")
		return n.doc, Anchored
	}
	return stamp{}, Unresolved
}

// noteTime keeps a time of day for "ten minutes later".
func (n *narrator) noteTime(r *reading, at stamp, clock string) {
	if len(clock) < len("10:30") || at.gran != uDay {
		return
	}
	n.time = clockTime{atoi(clock[:2])*60 + atoi(clock[3:5]), at, n.sentence}
}

// minutesLater resolves "ten minutes later" by the last time told.
func (n *narrator) minutesLater(r *reading, t *Timex) (stamp, bool) {
	if n.time.sentence == 0 || n.sentence-n.time.sentence > lastReach {
		return stamp{}, false
	}
	minutes := n.time.minutes + r.n
	days := floorDiv(minutes, 24*60)
	minutes = floorMod(minutes, 24*60)
	at, ok := n.time.day.shift(uDay, days, uDay)
	if !ok {
		return at, false
	}
	n.because(n.time.day, "so long after the time just told")
	if r.n < 0 {
		n.why = "so long before the time just told"
	}
	r.clock = clockText(minutes/60, minutes%60)
	t.Clock, t.Basis = r.clock, InContext
	return at, true
}
