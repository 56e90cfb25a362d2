package timex

import (
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
