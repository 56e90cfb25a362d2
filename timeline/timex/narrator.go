package timex

import (
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

// A narrator follows the text and knows which date a relative expression is
// counted from.
type narrator struct {
	lang *Language

	// Of the reading at hand, for its trace:
	clue       clue     // of the tense last asked for
	origin     stamp    // what its value is counted from
	why        string   // how
	beside     stamp    // the date that is another name for it
	lookedBack bool     // it is of before the story
	next       *reading // the one after it in the sentence
	exact      stamp    // the day that "two weeks later" comes to

	doc      stamp // the document's date, zero where unknown
	docDay   edtf.Day
	sentence int
	block    int // of the sentence

	last         stamp // the last date mentioned that was resolved
	lastBasis    Basis
	lastSentence int

	story         stamp // the last date that stated its own year
	storySentence int
	storyLive     bool // nothing counted from the document's date came since

	ancient    bool  // early years occur
	chronicle  bool  // what is told is of another time than the document's
	clock      clock // of a chronicle
	overMonths bool  // the sentence speaks of so many months, as of nine
	habit      bool  // the sentence tells what happens again and again

	full         stamp // the last date that stated a day or month with its year
	fullSentence int

	time clockTime // the last time of day told

	quarter         stamp // the last quarter mentioned: what an earnings report is about
	quarterSentence int
}

// How many sentences a date that was mentioned stays in mind.
const (
	lastReach    = 4
	storyReach   = 2
	quarterReach = 6
)

func newNarrator(ctx Context, lang *Language, p profile) narrator {
	n := narrator{lang: lang, chronicle: p.chronicle, ancient: p.ancient}
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

func (n *narrator) nextSentence(s *nlp.Sentence) {
	n.sentence++
	n.block = s.Block
	n.enter(s.Block)
	if isHeading(s) {
		n.clock.section = true
	}
}

// remember notes a date for what is counted from it later.
func (n *narrator) remember(r *reading, at stamp, b Basis) {
	if at.open || at.gran >= uDecade {
		return
	}
	n.last, n.lastBasis, n.lastSentence = at, b, n.sentence
	if !n.exact.isZero() {
		n.last = n.exact
	}
	if at.gran == uQuarter {
		if _, end := at.span(); n.doc.isZero() || n.doc.year-at.year <= 1 && r.n == 0 && r.toYear == 0 && r.dir == dirBare && end < n.docDay {
			n.quarter = at
		}
		n.quarterSentence = n.sentence
	}
}

// tell notes that the text now tells of a date that states its own year. Only
// a date that opens its sentence does so: background ("the war, which began in
// March 1911") stands further back. What is counted from the document's date
// ends the story.
func (n *narrator) tell(r *reading, at stamp, b Basis, items []item, s *nlp.Sentence) {
	if n.chronicle {
		n.follow(r, at, b, items, s)
		return
	}
	switch {
	case b == Anchored, b == Unresolved:
		if r.anchor == fromDoc && r.kind != kTime {
			n.storyLive = false
		}
		return
	case r.kind != kStamp || at.gran > uYear:
		return
	case b == InContext:
	case !n.opens(r, items):
		return
	}
	n.story, n.storySentence, n.storyLive = at, n.sentence, true
}

// storyYear answers the year of the story for a date without one, while the
// text is plainly telling of another time than the document's.
func (n *narrator) storyYear(at stamp) (int, bool) {
	if !n.storyLive || n.sentence-n.storySentence > storyReach || at.gran > uSeason || n.story.year < 1 {
		return 0, false
	}
	if !n.doc.isZero() && n.doc.year-n.story.year < 2 {
		return 0, false
	}
	year := n.story.year
	if n.story.gran < uYear && n.story.firstMonth()-at.firstMonth() >= 8 {
		year++ // from November the story goes on to January
	}
	return year, true
}

// yearAgoQuarter: where a report has just spoken of a quarter, "a year
// earlier" beside a sum of money is the same quarter of the year before.
func (n *narrator) yearAgoQuarter(r *reading, s *nlp.Sentence) (stamp, bool) {
	if r.unit != uYear || r.n != -1 || r.gran != uYear || n.quarter.isZero() || n.sentence-n.quarterSentence > quarterReach {
		return stamp{}, false
	}
	if !r.compare || n.overMonths {
		return stamp{}, false
	}
	return n.quarter, n.quarterSentence == n.sentence || n.holdsMoney(s)
}

// holdsMoney reports whether the sentence speaks of money or shares of a
// whole, as those of earnings reports do.
func (n *narrator) holdsMoney(s *nlp.Sentence) bool {
	for i := range s.Tokens {
		if n.lang.marks(&s.Tokens[i])&mMoney != 0 {
			return true
		}
	}
	return false
}

// contextBase is the date that "a year earlier" or "the following day" counts
// from.
func (n *narrator) contextBase(r *reading, s *nlp.Sentence) (stamp, Basis) {
	if n.chronicle {
		if base, ok := n.storyBase(r); ok {
			return base, InContext
		}
	}
	if r.gran == uQuarter && r.toYear != 0 && n.overMonths && !n.doc.isZero() {
		r.gran = uYear // nine months and "the 2021 period"
		return n.doc, Anchored
	}
	if r.gran == uQuarter && !n.quarter.isZero() {
		return n.quarter, InContext
	}
	if r.gran == uQuarter && !n.doc.isZero() && n.doc.gran <= uMonth {
		at, _ := n.doc.shift(uQuarter, -1, uQuarter)
		return at, Anchored
	}
	back := r.n == -1 && r.unit >= uMonth && !n.doc.isZero()
	if back && r.compare && n.overMonths {
		return n.doc, Anchored // nine months are compared with those of last year
	}
	if back && r.unit >= uYear && n.lastBasis == Anchored && n.holdsMoney(s) {
		return n.doc, Anchored // compared with "a year earlier" is with last year
	}
	if !n.last.isZero() && n.sentence-n.lastSentence <= lastReach && fineness(n.last.gran) <= fineness(r.gran) {
		return n.last, InContext
	}
	if back {
		return n.doc, Anchored
	}
	return stamp{}, Unresolved
}

// A clockTime is a time of day that was told.
type clockTime struct {
	minutes  int // since midnight
	day      stamp
	sentence int // 0 for none
}

// isHeading reports whether a sentence heads a section: it says so, or it is
// short and has no stop.
func isHeading(s *nlp.Sentence) bool {
	if s.Kind == nlp.Heading {
		return true
	}
	k := len(s.Tokens)
	if k == 0 || k > headingWords {
		return false
	}
	switch s.Tokens[k-1].Lower {
	case ".", "!", "?", ":", ",", ";", "\"", "”":
		return false
	}
	return true
}

// headingWords is how long a heading is at most.
const headingWords = 10
