package timex

import "strings"

// compose joins readings that stand side by side and takes in the words
// before them that belong to them. It works in place.
func (l *Language) compose(rs []reading, items []item) []reading {
	rs = l.joinNeighbours(splitRanges(rs), items)
	for i := range rs {
		floor := 0
		if i > 0 {
			floor = rs[i-1].hi
		}
		l.extendLeft(&rs[i], items, floor)
		l.extendRight(&rs[i], items)
	}
	out := rs[:0]
	for i := range rs {
		if rs[i].kind == kTime && rs[i].clock == "" && !partAlone(rs[i].part) && !rs[i].sameDay {
			continue // "in the morning" of no day
		}
		out = append(out, rs[i])
	}
	markRanges(out, items)
	return out
}

// partAlone: noon and midnight name a time without a day beside them.
func partAlone(part string) bool { return len(part) > 2 }

func isDay(r *reading) bool {
	return r.clock == "" && r.part == "" &&
		(r.kind == kStamp && r.at.gran == uDay || r.kind == kWeekday || r.kind == kHoliday || r.kind == kShift && r.gran == uDay)
}

// isDayPart: "tomorrow morning", which a time of day makes exact.
func isDayPart(r *reading) bool {
	if r.clock != "" || r.part == "" || r.kind == kTime {
		return false
	}
	day := *r
	day.part = ""
	return isDay(&day)
}

func isTime(r *reading) bool { return r.kind == kTime && r.clock != "" }

func isPart(r *reading) bool { return r.kind == kTime && r.clock == "" }

// isWeekdayOnly: "Friday", "the following Friday", before its date.
func isWeekdayOnly(r *reading) bool {
	return r.kind == kWeekday && r.gran != uWeekend && (r.dir == dirBare || r.anchor == fromContext)
}

func isMonthDay(r *reading) bool { return r.kind == kStamp && r.at.gran == uDay && r.weekday == 0 }

// joinNeighbours joins pairs from left to right, so that "Friday, 3 May at
// 10:30" becomes one reading.
func (l *Language) joinNeighbours(rs []reading, items []item) []reading {
	out := rs[:0]
	for i := range rs {
		r := rs[i]
		for len(out) > 0 {
			joined, ok := l.join(&out[len(out)-1], &r, items)
			if !ok {
				break
			}
			out = out[:len(out)-1]
			r = joined
		}
		out = append(out, r)
	}
	return out
}

func (l *Language) join(a, b *reading, items []item) (reading, bool) {
	if b.lo-a.hi > 3 || b.lo < a.hi {
		return reading{}, false
	}
	for g := range l.joins {
		j := &l.joins[g]
		if !j.left(a) || !j.right(b) || !allIn(items[a.hi:b.lo], j.words) {
			continue
		}
		if b.lo-a.hi > 1 && items[a.hi].class&cComma != 0 && isTime(b) {
			continue // "On Friday, at 10:30" is two
		}
		if isTime(a) && isTime(b) {
			r := *a
			if strings.Contains(a.clock+b.clock, "/") || a.hi == b.lo && !items[b.lo].hyphen || b.clock == a.clock {
				return r, false
			}
			r.clock, r.hi = a.clock+"/"+b.clock, b.hi
			r.zoneNamed = a.zoneNamed || b.zoneNamed
			return r, true
		}
		r, t := *a, b
		if a.kind == kTime {
			r, t = *b, a
		}
		if t.kind == kTime {
			r.typ = Time
			r.clock, r.part, r.zoneNamed = t.clock, t.part, t.zoneNamed
		} else {
			w := a.weekday
			r = *b
			r.weekday = w
		}
		if isPart(a) && a.lo > 0 && items[a.lo-1].class&cThe != 0 && a.hi < b.lo {
			a.lo-- // the night of 3 May
		}
		r.lo, r.hi = a.lo, b.hi
		return r, true
	}
	return reading{}, false
}

func allIn(items []item, words map[string]bool) bool {
	for i := range items {
		if !words[items[i].lower] {
			return false
		}
	}
	return true
}

// extendLeft takes in the words before a reading that narrow or bound it.
func (l *Language) extendLeft(r *reading, items []item, floor int) {
	if r.kind == kStamp || r.kind == kShift || r.kind == kWeekday || r.kind == kTime && r.part != "" {
		l.extendPhase(r, items, floor)
	}
	if items[r.lo].class&cThe != 0 && r.typ == Duration {
		return // "over the last five years" bounds nothing
	}
	for i := range l.bound {
		p := &l.bound[i]
		if !endsWith(items[floor:r.lo], p.words) || !(p.length && r.typ == Duration || p.date && r.typ == Date) {
			continue
		}
		if !p.date && p.mod == ModMore && items[r.lo].class&cNum == 0 {
			return // "over a day" may be "during" it
		}
		if p.inside {
			r.lo -= len(p.words)
		}
		if r.mod == "" || r.mod == ModApprox {
			r.mod = p.mod
		}
		return
	}
}

// extendRight takes in the words behind a length or a counted date that belong
// to it: "two years or so".
func (l *Language) extendRight(r *reading, items []item) {
	if r.typ != Duration && r.kind != kShift {
		return
	}
	for i := range l.tail {
		p := &l.tail[i]
		end := r.hi + len(p.words)
		if end > len(items) || !endsWith(items[r.hi:end], p.words) {
			continue
		}
		r.hi = end
		if r.mod == "" {
			r.mod = p.mod
		}
		return
	}
}

// extendPhase reads "early", "the end of" and the like. A day is not narrowed
// by them in a way that its value shows, so "earlier Friday" is "Friday".
func (l *Language) extendPhase(r *reading, items []item, floor int) {
	for i := range l.phase {
		p := &l.phase[i]
		if !endsWith(items[floor:r.lo], p.words) || items[r.lo].hyphen && items[r.lo-len(p.words)].class&cThe != 0 && r.at.gran < uDecade {
			continue // of "the late-November vote" the article is the noun's
		}
		r.mod = p.mod
		if !isDay(r) {
			r.lo -= len(p.words)
		}
		return
	}
}

func endsWith(items []item, words []string) bool {
	if len(items) < len(words) {
		return false
	}
	items = items[len(items)-len(words):]
	for i, w := range words {
		if items[i].lower != w {
			return false
		}
	}
	return true
}

// markRanges marks the first of two dates that bound a range and gives it
// what only the second states: "16 May - 2 June 2025".
func markRanges(rs []reading, items []item) {
	for i := 0; i+1 < len(rs); i++ {
		a, b := &rs[i], &rs[i+1]
		shareYear(a, b, items)
		if !isRange(a, b, items) {
			continue
		}
		a.rangeStart, b.rangeEnd = true, true
		if a.kind == kStamp && b.kind == kStamp && a.at.year > 1-b.at.year && b.at.year <= 0 && !b.at.open && !hasEra(a, items) {
			a.at.year = 1 - a.at.year // from 1200 to 400 BC
		}
		if a.kind == kStamp && b.kind == kStamp && a.at.open && !b.at.open {
			a.at.year, a.at.open = b.at.year, false
			if a.at.firstMonth() > b.at.firstMonth() {
				a.at.year--
			}
		}
		if a.kind == kStamp && b.kind == kStamp && !a.at.open && b.at.open && b.at.gran <= uSeason {
			b.at.year, b.at.open = a.at.year, false
			if a.at.firstMonth() > b.at.firstMonth() {
				b.at.year++
			}
		}
	}
}

// shareYear gives the first of two dates the year that only the second states:
// "in May and June 1918".
func shareYear(a, b *reading, items []item) {
	if a.kind != kStamp || b.kind != kStamp || !a.at.open || b.at.open || a.at.gran != b.at.gran || a.at.gran > uSeason ||
		a.at.sub == 0 || a.dir != dirBare || a.yearDir != dirBare || b.lo-a.hi != 1 || items[a.hi].marks&mRangeAnd == 0 && items[a.hi].class&cComma == 0 {
		return
	}
	a.at.open, a.at.year = false, b.at.year
	if a.at.firstMonth() > b.at.firstMonth() {
		a.at.year--
	}
}

func hasEra(r *reading, items []item) bool {
	for i := r.lo; i < r.hi; i++ {
		if items[i].class&cEra != 0 {
			return true
		}
	}
	return false
}

func isRange(a, b *reading, items []item) bool {
	if a.typ != Date || b.typ != Date || a.kind == kFixed || b.kind == kFixed || b.lo-a.hi > 3 {
		return false
	}
	end := b.lo
	for end > a.hi && items[end-1].class&(cApprox|cThe) != 0 {
		end-- // to about 400 BC
	}
	if end-a.hi > 2 {
		return false
	}
	for i := a.hi; i < end; i++ {
		it := &items[i]
		switch {
		case it.class&cDash != 0 || it.marks&mRange != 0:
			return true
		case it.marks&mRangeAnd != 0:
			return a.lo > 0 && items[a.lo-1].marks&mRangeBetween != 0
		}
	}
	return b.lo == a.hi && items[b.lo].hyphen
}

// splitRanges makes two readings of "15-17 August" and of "1998-99". Without any such range
// it returns its argument.
func splitRanges(rs []reading) []reading {
	ranges := 0
	for i := range rs {
		if rs[i].cut2 > 0 {
			ranges++
		}
	}
	if ranges == 0 {
		return rs
	}
	out := make([]reading, 0, len(rs)+ranges)
	for _, r := range rs {
		if r.cut2 == 0 {
			out = append(out, r)
			continue
		}
		a, b := r, r
		a.hi, b.lo = r.cut1, r.cut2
		if r.day2 > 0 {
			b.at.day = r.day2
		} else {
			b.at.year = r.year2
		}
		a.rangeStart = true
		out = append(out, a, b)
	}
	return out
}
