package edtf

import "strings"

// Style says how Words writes a date. The zero Style writes 15 Aug 2025.
type Style struct {
	MonthDay   bool // Aug 15, 2025 instead of 15 Aug 2025
	FullMonth  bool // 15 August 2025 instead of 15 Aug 2025
	ShortMonth bool // Aug 2025 instead of August 2025, which is written in full without this
	OmitYear   bool // 15 Aug; without effect where the year is all there is
}

// Words writes the date for people, in English: "about 2015", "15 Aug 2025",
// "since 24 Feb 2022", "late August 2025". The zero Date gives no words.
// Words are for reading: what they leave out, String has.
func (d Date) Words(s Style) string {
	switch d.kind {
	case single, interval:
		if words, ok := d.thirdWords(s); ok {
			return words
		}
		if d.kind == interval {
			return d.intervalWords(s)
		}
		return d.start.words(s)
	case oneOf, allOf:
		return d.setWords(s)
	}
	return ""
}

// thirdWords finds the words for what Early, Mid and Late make.
func (d Date) thirdWords(s Style) (string, bool) {
	if !d.Approximate() {
		return "", false
	}
	// The period of which d may be a part.
	var whole Date
	switch p := d.start; {
	case d.kind == single && p.hasGrouping():
		whole = d
		whole.start.month = 0
	case d.kind == interval && p.hasDay():
		whole = d.Start()
		whole.start.day, whole.start.dayX = 0, 0
	case d.kind == interval && d.hasHi && d.hi-d.lo < 11*366:
		whole = FromDecade(p.year())
	case d.kind == interval:
		whole = FromCentury(p.year())
	default:
		return "", false
	}
	if whole.IsZero() {
		return "", false // no decade or century of more than four digits
	}
	whole = newSingle(whole.start.bare())
	for t := early; t <= late; t++ {
		part, ok := whole.third(t)
		if !ok {
			return "", false
		}
		name := thirdNames[t] + " "
		of := whole.start.plain(s)
		if rest, found := strings.CutPrefix(of, "the "); found {
			name, of = "the "+name, rest
		}
		switch {
		case d == part, d.kind == single && d == part.WithApproximate():
			return name + of, true
		case d == part.WithUncertain():
			return qualifierWords(uncertain) + name + of, true
		}
	}
	return "", false
}

// dash joins the ends of an interval whose words have spaces in them.
const dash = " – "

func (d Date) intervalWords(s Style) string {
	a, b := d.start, d.end
	switch {
	case d.startIs == known && d.endIs == known:
		return spanWords(a, b, s)
	case d.startIs == known && d.endIs == open:
		return "since " + a.words(s)
	case d.startIs == known:
		return "from " + a.words(s) + ", end unknown"
	case d.endIs == known && d.startIs == open:
		return "until " + b.words(s)
	case d.endIs == known:
		return "until " + b.words(s) + ", start unknown"
	case d.startIs == unknown:
		return "since an unknown date"
	case d.endIs == unknown:
		return "until an unknown date"
	}
	return "at any time"
}

// spanWords writes two dates with a dash and says what they share once.
func spanWords(a, b point, s Style) string {
	if a == b {
		return a.words(s)
	}
	n := a.components()
	plain := func(p point) bool { return !p.hasMask() && !p.hasGrouping() && p.sig == 0 && p.exp == 0 }
	// A qualifier that both have can stand in front of the two.
	alike := n == b.components() && a.qual == b.qual && (a.anyQual() == 0 || a.qual[n-1] != 0)
	if !alike || !plain(a) || !plain(b) {
		return a.words(s) + dash + b.words(s)
	}
	prefix := qualifierWords(a.anyQual())
	sameYear := a.year() == b.year()
	noYear := s
	noYear.OmitYear = true
	switch {
	case n == 1 && a.year() >= 1 && b.year() <= 9999:
		return prefix + a.plain(s) + "–" + yearNumber(b.year(), b.year() < 1000 && a.year() >= 1000)
	case n == 1 && b.year() <= 0:
		return prefix + strings.TrimSuffix(a.plain(s), " BC") + "–" + b.plain(s)
	case n == 3 && sameYear && a.month == b.month:
		month := monthWords(int(a.month), s.FullMonth)
		days := itoa(int64(a.day)) + "–" + itoa(int64(b.day))
		if s.MonthDay {
			return prefix + withYear(month+" "+days, ", ", a.year(), s)
		}
		return prefix + withYear(days+" "+month, " ", a.year(), s)
	case n > 1 && sameYear:
		return prefix + a.plain(noYear) + dash + b.plain(s)
	}
	return prefix + a.plain(s) + dash + b.plain(s)
}

// setWords lists the members of a set.
func (d Date) setWords(s Style) string {
	last, before, after := " or ", " or earlier", " or later"
	if d.kind == allOf {
		last, before, after = " and ", " and earlier", " and later"
	}
	members := d.Members()
	var b strings.Builder
	for i, m := range members {
		switch {
		case i == 0:
		case i == len(members)-1 && !m.OpenEnd():
			b.WriteString(last)
		default:
			b.WriteString(", ")
		}
		switch {
		case m.OpenStart():
			b.WriteString(m.end.words(s) + before)
		case m.OpenEnd():
			b.WriteString(m.start.words(s) + after)
		default:
			b.WriteString(m.Words(s))
		}
	}
	return b.String()
}
