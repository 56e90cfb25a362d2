package edtf

import "strings"

// Style says how Words writes a date. The zero Style writes 15 Aug 2025.
type Style struct {
	MonthDay   bool        // Aug 15, 2025 instead of 15 Aug 2025, in a language that knows both
	FullMonth  bool        // 15 August 2025 instead of 15 Aug 2025
	ShortMonth bool        // Aug 2025 instead of August 2025, which is written in full without this
	OmitYear   bool        // 15 Aug; without effect where the year is all there is
	ISO        bool        // days and months in digits: 2025-08-15, 2025-08
	Form       string      // the form of the words that what stands around them asks for; "" for none
	Vocabulary *Vocabulary // nil for English
}

// Words writes the date for people, in English unless the style has another
// vocabulary: "about 2015", "15 Aug 2025", "since 24 Feb 2022", "late August
// 2025". The zero Date gives no words. Words are for reading: what they leave
// out, String has.
func (d Date) Words(s Style) string {
	if d.IsZero() {
		return ""
	}
	w := &wordsmith{s, s.Vocabulary}
	if w.words == nil {
		w.words = English()
	}
	return w.date(d)(s.Form)
}

func (w *wordsmith) date(d Date) Term {
	if d.IsSet() {
		return w.set(d)
	}
	if third, ok := w.third(d); ok {
		return third
	}
	if d.kind == interval {
		return w.interval(d)
	}
	return w.point(d.start)
}

// third finds the words for what Early, Mid and Late make.
func (w *wordsmith) third(d Date) (Term, bool) {
	if !d.Approximate() {
		return nil, false
	}
	// The period of which d may be a part.
	var whole Date
	var kind string
	switch p := d.start; {
	case d.kind == single && p.hasGrouping():
		kind, whole = "year", d
		whole.start.month = 0
	case d.kind == interval && p.hasDay():
		kind, whole = "month", d.Start()
		whole.start.day, whole.start.dayX = 0, 0
	case d.kind == interval && d.hasHi && d.hi-d.lo < 11*366:
		kind, whole = "decade", FromDecade(p.year())
		if p.year() < 100 {
			kind = "year" // such a decade has no name
		}
	case d.kind == interval:
		kind, whole = "century", FromCentury(p.year())
	default:
		return nil, false
	}
	if whole.IsZero() {
		return nil, false // no decade or century of more than four digits
	}
	whole = newSingle(whole.start.bare())
	for t := early; t <= late; t++ {
		part, ok := whole.third(t)
		if !ok {
			return nil, false
		}
		words := w.phrase(thirdNames[t]+"."+kind, w.plain(whole.start))
		switch {
		case d == part, d.kind == single && d == part.WithApproximate():
			return words, true
		case d == part.WithUncertain():
			return w.qualified(uncertain, words), true
		}
	}
	return nil, false
}

func (w *wordsmith) interval(d Date) Term {
	a, b := d.start, d.end
	switch {
	case d.startIs == known && d.endIs == known:
		return w.span(a, b)
	case d.startIs == known && d.endIs == open:
		return w.phrase("since", w.point(a))
	case d.startIs == known:
		return w.phrase("since.endless", w.point(a))
	case d.endIs == known && d.startIs == open:
		return w.phrase("until", w.point(b))
	case d.endIs == known:
		return w.phrase("until.startless", w.point(b))
	case d.startIs == unknown:
		return w.phrase("since.unknown")
	case d.endIs == unknown:
		return w.phrase("until.unknown")
	}
	return w.phrase("always")
}

// span writes two dates with a dash and says what they share once.
func (w *wordsmith) span(a, b point) Term {
	if a == b {
		return w.point(a)
	}
	n := a.components()
	plain := func(p point) bool { return !p.hasMask() && !p.hasGrouping() && p.sig == 0 && p.exp == 0 }
	// A qualifier that both have can stand in front of the two.
	alike := n == b.components() && a.qual == b.qual && (a.anyQual() == 0 || a.qual[n-1] != 0)
	if !alike || !plain(a) || !plain(b) {
		return w.phrase("span", w.point(a), w.point(b))
	}
	return w.qualified(a.anyQual(), w.plainSpan(a, b, n))
}

// plainSpan is span for dates of n components that are written alike.
func (w *wordsmith) plainSpan(a, b point, n int) Term {
	both := w.phrase("span", w.plain(a), w.plain(b))
	if n == 1 {
		switch from, to := a.year(), b.year(); {
		case to > 9999, from <= 0 && to > 0, a.millions() || b.millions(), a.thousandsBC() || b.thousandsBC():
			return both
		case to <= 0:
			return w.phrase("years.bc", number(1-from), number(1-to))
		case from < 1000:
			return w.phrase("years.ad", number(from), number(to))
		default:
			return w.phrase("years", number(from), number(to))
		}
	}
	if w.ISO || a.year() != b.year() {
		return both
	}
	if n == 3 && a.month == b.month {
		days := w.phrase("days", w.dayNumber(a), w.dayNumber(b))
		return w.withYear(w.dayKind("day.year"), w.dayOf(days, a), a.year())
	}
	kind := "month.year"
	if n == 3 {
		kind = w.dayKind("day.year")
	}
	rest := *w
	rest.OmitYear = true
	return w.withYear(kind, w.phrase("span", rest.plain(a), rest.plain(b)), a.year())
}

// set lists the members of a set.
func (w *wordsmith) set(d Date) Term {
	join, before, after := "or", "or.earlier", "or.later"
	if d.kind == allOf {
		join, before, after = "and", "and.earlier", "and.later"
	}
	members := d.Members()
	list := make([]Term, len(members))
	for i, m := range members {
		switch {
		case m.OpenStart():
			list[i] = w.phrase(before, w.point(m.end))
		case m.OpenEnd():
			list[i] = w.phrase(after, w.point(m.start))
			join = "comma"
		default:
			list[i] = w.date(m)
		}
	}
	all := list[0]
	for i, m := range list[1:] {
		name := "comma"
		if i == len(list)-2 {
			name = join
		}
		all = w.joined(name, all, m)
	}
	return all
}

// joined joins the last member to those before it. A language may have
// another word for "and" or "or" before some beginnings: Spanish "u octubre".
func (w *wordsmith) joined(name string, all, last Term) Term {
	return func(form string) string {
		use := name
		if starts, ok := w.words.Phrases[name+".before"]; ok && BeginsWith(last(form), starts) {
			use += ".changed"
		}
		return w.phrase(use, all, last)(form)
	}
}

// BeginsWith reports whether words begin, in any case, with one of the
// beginnings that a phrase lists.
func BeginsWith(words, beginnings string) bool {
	words = strings.ToLower(words)
	for _, b := range strings.Fields(beginnings) {
		if strings.HasPrefix(words, b) {
			return true
		}
	}
	return false
}
