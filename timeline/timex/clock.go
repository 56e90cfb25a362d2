package timex

import "strings"

// scanClock reads 10:30, 10:30:00, 10:30pm and 10.30pm.
func (l *Language) scanClock(it *item, s string) bool {
	k := digits(s)
	if k == 0 || k > 2 || k >= len(s) || s[k] != ':' && s[k] != '.' {
		return false
	}
	dot := s[k] == '.'
	h := atoi(s[:k])
	rest := s[k+1:]
	if digits(rest) != 2 {
		return false
	}
	min := atoi(rest[:2])
	rest = rest[2:]
	if len(rest) >= 3 && rest[0] == ':' && digits(rest[1:]) >= 2 && !dot {
		rest = rest[3:]
	}
	// With a minus it would be a range: 11:30-14:30.
	if zone, ok := offset(rest); ok && !dot && rest[0] != '-' {
		ok = setClock(it, h, min, -1)
		it.value += zone
		return ok
	}
	if rest == "" {
		if dot {
			return false
		}
		return setClock(it, h, min, -1)
	}
	add, ok := l.meridiemSuffix(rest)
	return ok && setClock(it, h, min, add)
}

// meridiemSuffix reads am, a.m. and the like, giving the hours that it adds.
func (l *Language) meridiemSuffix(s string) (add int, ok bool) {
	w, ok := l.words[s]
	if !ok || w.class&cMeridiem == 0 {
		return 0, false
	}
	return w.n, true
}

// setClock makes the item a clock time. add is 0 for a.m., 12 for p.m. and -1
// on the 24-hour clock.
func setClock(it *item, h, min, add int) bool {
	if min > 59 || h > 24 || add >= 0 && (h < 1 || h > 12) || h == 24 && min > 0 {
		return false
	}
	if add >= 0 {
		h = h%12 + add
	}
	it.class, it.n, it.value, it.meridiem = cClock, h*60+min, clockText(h, min), add >= 0
	it.lower = "" // five o'clock is no five
	return true
}

func clockText(h, min int) string {
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + min/10), byte('0' + min%10)})
}

// joinClocks joins "10 a.m.", "10:30 p.m. EST", "0735 GMT" and "five o'clock"
// to one item each. It works in place.
func (l *Language) joinClocks(items []item) []item {
	out := items[:0]
	for i := 0; i < len(items); {
		it, n := readClock(items[i:])
		if n == 0 {
			it, n = items[i], 1
		}
		out = append(out, it)
		i += n
	}
	return out
}

// readClock reads a clock time of several items and says how many it took.
func readClock(items []item) (item, int) {
	it := items[0]
	if len(items) < 2 {
		return it, 0
	}
	n, next := 1, items[1]
	if it.class == 0 && next.class&cMeridiem != 0 {
		dottedClock(&it)
	}
	if it.class&(cClock|cNum) == 0 {
		return it, 0
	}
	switch {
	case next.class&cMeridiem != 0 && (next.glued || next.tag() != "VBP"):
		if !addMeridiem(&it, next.n) {
			return it, 0
		}
		n = 2
		// A sentence's full stop is cut off the abbreviation.
		if strings.HasSuffix(next.lower, ".m") && len(items) > 2 && items[2].lower == "." && items[2].glued {
			n = 3
		}
	case next.marks&mOClock != 0:
		if !setClock(&it, it.n, 0, -1) {
			return it, 0
		}
		n = 2
	case next.marks&mHours != 0 && it.class&cClock == 0 && it.end-it.start == 4 && !isWord(it) && (len(items) < 3 || items[2].marks&mOf == 0):
		if !setClock(&it, it.n/100, it.n%100, -1) {
			return it, 0
		}
		n = 2
	case next.class&cZone != 0 && it.class&cClock == 0 && it.end-it.start == 4 && it.class&cNum != 0:
		if !setClock(&it, it.n/100, it.n%100, -1) {
			return it, 0
		}
	case it.class&cClock == 0:
		return it, 0
	}
	switch {
	case n == len(items) || len(it.value) > len("10:30"):
	case items[n].class&cZone != 0 && items[n].upper:
		it.value += items[n].value
		it.zoneNamed = len(items[n].value) > 1
		n++
		if n < len(items) && items[n].hyphen && items[n].class&cDay != 0 && items[n].n <= 12 { // UTC-3
			it.zoneNamed = false
			it.value = it.value[:5] + "-" + two(items[n].n) + ":00"
			n++
		}
	default:
		zone, ok := offset(trimZone(items[n].lower))
		if ok {
			it.value += zone
			n++
		}
	}
	if n == 1 {
		return it, 0
	}
	it.end = items[n-1].end
	return it, n
}

func addMeridiem(it *item, add int) bool {
	if it.class&cClock != 0 {
		return setClock(it, it.n/60, it.n%60, add)
	}
	return setClock(it, it.n, 0, add)
}

// trimZone takes UTC or GMT off "utc+2".
func trimZone(s string) string {
	if rest, ok := strings.CutPrefix(s, "utc"); ok {
		return rest
	}
	return strings.TrimPrefix(s, "gmt")
}

// offset reads what stands for an offset from UTC: z, +02:00, -0330, +2.
func offset(s string) (zone string, ok bool) {
	if s == "z" {
		return "Z", true
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return "", false
	}
	h, m := s[1:], ""
	if k := digits(h); k == 4 {
		h, m = h[:2], h[2:]
	} else if k < len(h) && h[k] == ':' {
		h, m = h[:k], h[k+1:]
	}
	if digits(h) != len(h) || len(h) < 1 || len(h) > 2 || atoi(h) > 14 || digits(m) != len(m) || m != "" && (len(m) != 2 || atoi(m) > 59) {
		return "", false
	}
	return s[:1] + two(atoi(h)) + ":" + two(atoi(m)), true
}

// dottedClock makes a clock time of 10.30, which is one only before "a.m.".
func dottedClock(it *item) {
	k := digits(it.lower)
	if k == 0 || k > 2 || len(it.lower) != k+3 || it.lower[k] != '.' || digits(it.lower[k+1:]) != 2 {
		return
	}
	setClock(it, atoi(it.lower[:k]), atoi(it.lower[k+1:]), -1)
}
