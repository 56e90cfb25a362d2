package timex

import "github.com/causeline/causeline/timeline/nlp"

// A chronicle tells of another time than that of its document: a history, a
// life. It has a clock of its own, which the dates that it states set and the
// others go on from. News, which counts from the day it is written, has none.

// A clock is how far a chronicle has come.
type clock struct {
	at    stamp // the last date of the story
	part  int   // the month in which that begins, as far as a phase such as "late" narrows it
	block int   // the paragraph that told it
	when  int   // the sentence that told it

	day     stamp // the last day of the story
	dayWhen int   // the sentence that told it

	near     stamp // the last date that stated a day or a month and its year
	nearWhen int   // the sentence that told it

	section  bool // a heading has been passed and no date since
	spanWhen int  // a sentence that tells a beginning and an end

	years map[int]int // of the days that stated theirs, by month and day
	first stamp       // the earliest date of the opening paragraph
	lead  int         // the block of that paragraph, plus one; -1 once it is left
}

// monthDay packs month and day of a day; 0 for what is no day.
func (s stamp) monthDay() int {
	if s.gran != uDay {
		return 0
	}
	return s.sub*100 + s.day
}

// enter notes that a paragraph begins. The first one that tells dates sums up
// the whole: behind it the story goes back to its beginning.
func (n *narrator) enter(block int) {
	c := &n.clock
	if c.lead > 0 && block != c.lead-1 {
		c.lead = -1
		if !c.first.isZero() {
			c.at, c.part, c.day = c.first, c.first.firstMonth(), stamp{}
			if c.first.gran == uDay {
				c.day = c.first
			}
		}
	}
}

// noteLead keeps the earliest date of the opening paragraph.
func (c *clock) noteLead(at stamp, block int) {
	if c.lead == 0 {
		c.lead = block + 1
	}
	if c.lead != block+1 {
		return
	}
	from, _ := at.span()
	first, _ := c.first.span()
	fine, known := at.gran < uYear, c.first.gran < uYear
	if c.first.isZero() || fine && !known || fine == known && from < first {
		c.first = at // a day or a month rather than a year
	}
}

// dayReach is how many sentences a day of the story stays in mind.
const dayReach = 4

// follow moves the clock of the story to a date, unless it is background.
func (n *narrator) follow(r *reading, at stamp, b Basis, items []item, s *nlp.Sentence) {
	if !n.exact.isZero() {
		at = n.exact
	}
	if at.open || at.isZero() || at.gran > uYear || b == Anchored {
		return
	}
	c := &n.clock
	if b == InContext && (r.n < 0 || r.dir == dirLast) || r.rangeEnd || n.lookedBack {
		return // "a year earlier" only looks back, and "from May to July" begins in May
	}
	if b == Explicit && at.gran == uDay {
		if c.years == nil {
			c.years = make(map[int]int)
		}
		c.years[at.monthDay()] = at.year
	}
	fine := b == Explicit && at.gran < uYear
	if fine {
		c.near, c.nearWhen = at, n.sentence
	}
	if b == Explicit && !n.opens(r, items) && !(fine && c.section) && n.isBackground(r, at, items, s) {
		return
	}
	if fine {
		if c.spanWhen == n.sentence {
			return // "it began in May and ended in June": the story begins in May
		}
		if n.begins(r, items) {
			c.spanWhen = n.sentence
		}
	}
	c.section = false
	if !n.looksBack(s) {
		c.noteLead(at, n.block)
	}
	if at.gran == uDay {
		c.day, c.dayWhen = at, n.sentence
	}
	if !c.at.isZero() && at.gran > c.at.gran && at.gran > uDay {
		first, last := at.span()
		from, to := c.at.span()
		if first <= from && to <= last && r.mod != ModEnd {
			return // "that year" leaves the story in its month
		}
	}
	c.at, c.part, c.block = at, at.firstMonth(), n.block
	c.when = n.sentence
	if at.gran == uYear {
		switch r.mod {
		case ModMid:
			c.part = 6
		case ModEnd:
			c.part = 11
		}
	}
}

// begins reports whether the words before a date speak of a beginning.
func (n *narrator) begins(r *reading, items []item) bool {
	for i := range r.lo {
		if items[i].marks&mBegins != 0 {
			return true
		}
	}
	return false
}

// opens reports whether the date opens its sentence: "In 1911 the mine opened".
func (n *narrator) opens(r *reading, items []item) bool {
	if r.lo == 0 || r.lo == 1 && items[0].marks&mOpener != 0 {
		return true
	}
	if r.lo > 3 {
		return false
	}
	for i := range r.lo { // "as early as" June 1911
		if items[i].marks&(mOpener|mBackground) == 0 && items[i].class&(cPhase|cApprox) == 0 {
			return false
		}
	}
	return true
}

// isBackground reports whether a date that stands inside its sentence looks
// away from the story: in brackets, behind "since", or in years that the story
// has left behind or is far from reaching.
func (n *narrator) isBackground(r *reading, at stamp, items []item, s *nlp.Sentence) bool {
	c := &n.clock
	if r.lo > 0 && items[r.lo-1].marks&mBackground != 0 {
		return true
	}
	if c.at.isZero() {
		return false
	}
	from, _ := at.span()
	now, _ := c.at.span()
	if from < now && n.looksBack(s) || from > now && n.looksAhead(s, items, r) {
		return true
	}
	if at.gran == uYear {
		return at.year < c.at.year || at.year > c.at.year+yearsAhead
	}
	return from < now && isAside(r, items)
}

// isAside reports whether a date stands in an aside: "the pier, built in May
// 1931, was closed".
func isAside(r *reading, items []item) bool {
	for i := r.lo - 1; i > 0 && i >= r.lo-3; i-- {
		if items[i].class&cComma != 0 {
			return false
		}
		if items[i].tag() == "VBN" {
			return items[i-1].class&cComma != 0 || items[i-1].tag() != "" && items[i-1].tag()[0] == 'N'
		}
	}
	return false
}

// yearsAhead is how far a story goes on within a sentence.
const yearsAhead = 10

// storyDate completes a date without its year by the clock of the story: the
// nearest, and rather ahead than back. A weekday beside it decides.
func (n *narrator) storyDate(r *reading, at stamp, s *nlp.Sentence, items []item) (stamp, bool) {
	c := n.clock
	if r.anchor == fromContext && n.justTold() && n.last.gran <= uYear {
		c.at, c.part, c.block = n.last, n.last.firstMonth(), n.block // "that May", of the year just named
	}
	if c.at.isZero() {
		return at, false
	}
	at.open, at.year = false, c.at.year
	n.because(c.at, "as the story goes on from there")
	if y, ok := c.years[at.monthDay()]; ok && r.dir == dirBare && y >= c.at.year-2 && y <= c.at.year+2 {
		at.year = y // a day that was told before with its year
		n.why = "a day that was told before with its year"
		return at, true
	}
	at.year += n.yearsAway(&c, r, at, s, items)
	if r.weekday > 0 && at.gran == uDay {
		for _, y := range []int{0, 1, -1} {
			other := at
			other.year += y
			if day, _ := other.span(); int(day.Weekday()) == r.weekday-1 && other.day <= daysIn(other.year, other.sub) {
				return other, true
			}
		}
	}
	return at, at.gran != uDay || at.day <= daysIn(at.year, at.sub)
}

// yearsAway says in which year a date without one is, counted from that of the
// clock. A month is rather of the next year when it lies more than monthsBack
// behind the story, and within a paragraph, which seldom turns back, sooner. It
// is of the year before when the clause tells of before, or when it lies
// monthsAhead before the story and the sentence looks back.
func (n *narrator) yearsAway(c *clock, r *reading, at stamp, s *nlp.Sentence, items []item) int {
	behind := c.part - at.firstMonth()
	back := monthsBack
	before := n.tellsOfBefore(r, items, s)
	if c.block == n.block && !n.looksBack(s) && !before {
		back = monthsBackInParagraph
	}
	n.lookedBack = before
	switch {
	case c.at.gran == uYear && c.part == 1 && !before:
		return 0
	case r.dir == dirNext && behind >= 0:
		return 1
	case r.dir == dirLast && behind <= 0:
		return -1
	case before && r.dir == dirBare:
		if behind < 0 {
			return -1
		}
	case (r.dir == dirBare || r.dir == dirThis) && behind >= back:
		return 1
	case r.dir == dirBare && behind <= -monthsAhead && n.looksBack(s):
		return -1
	}
	return 0
}

const (
	monthsBack            = 6
	monthsBackInParagraph = 3
	monthsAhead           = 8
)

// tellsOfBefore reports whether the clause of a date says what was over by then:
// "had been built in May", "since May".
func (n *narrator) tellsOfBefore(r *reading, items []item, s *nlp.Sentence) bool {
	if r.lo > 0 && items[r.lo-1].marks&mPastPrep != 0 {
		return true
	}
	if !n.looksBack(s) {
		return false
	}
	kept := n.clue
	n.tense(s, items, r)
	had := n.clue
	n.clue = kept
	for i := range s.Tokens {
		if s.Tokens[i].Start == had.start && had.end > 0 && had.end <= items[r.lo].start {
			return n.lang.marks(&s.Tokens[i])&mHad != 0
		}
	}
	return false
}

// looksBack reports whether a sentence tells of what was over: "had".
func (n *narrator) looksBack(s *nlp.Sentence) bool {
	for i := range s.Tokens {
		if n.lang.marks(&s.Tokens[i])&mHad != 0 {
			return true
		}
	}
	return false
}

// justTold reports whether the sentence has told a date before.
func (n *narrator) justTold() bool {
	return n.lastSentence == n.sentence && !n.last.isZero() && n.lastBasis != Anchored
}

// storyBase is the date of the story that "a week later" counts from: one just
// mentioned in the sentence, else where the clock stands.
func (n *narrator) storyBase(r *reading) (stamp, bool) {
	c := &n.clock
	if c.nearWhen >= n.sentence-1 && c.nearWhen > 0 && c.nearWhen >= c.when && fineness(c.near.gran) <= fineness(r.gran) {
		return c.near, true
	}
	if n.justTold() && fineness(n.last.gran) <= fineness(r.gran) {
		return n.last, true
	}
	switch {
	case c.at.isZero():
		return stamp{}, false
	case fineness(c.at.gran) <= fineness(r.gran):
		return c.at, true
	case !c.day.isZero() && n.sentence-c.dayWhen <= dayReach && c.at.holds(c.day):
		return c.day, true
	}
	return stamp{}, false
}

// holds reports whether the day lies in the stamp.
func (s stamp) holds(day stamp) bool {
	first, last := s.span()
	d, _ := day.span()
	return first <= d && d <= last
}
