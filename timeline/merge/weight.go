package merge

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// What an event's weight is made of, in hundredths. The parts are chosen so
// that no one of them makes an event matter: what a report is about, or what
// it gives a date in words, stands above what it tells besides; several
// reports stand above one.
const (
	weightTold       = 15  // some report tells of it
	weightStated     = 25  // dated in words: worth a date to the writer
	weightContext    = 5   // dated by what stands around it
	weightNewsworthy = 10  // of a kind that usually matters by itself
	weightMain       = 15  // what a report is about
	weightLead       = 8   // in a report's heading or first sentence
	weightEarly      = 5   // among the first sentences of its text
	weightUpper      = 2   // in the first half of a report
	weightAgain      = 2   // each further time that one report speaks of it
	weightActors     = 5   // between two or more
	weightCancelled  = 8   // called off: plans that came to nothing are what readers miss
	weightAhead      = 6   // planned for a date: what comes next
	weightPart       = 5   // a part of something larger, which it helps to tell
	weightUnsure     = -5  // denied, or of no kind that is listed
	weightPassing    = -10 // only ever told in passing
	weightBare       = -10 // a noun that names nobody and no place: "a charge"
	weightWord       = -5  // and called by one word

	earlySentences = 3  // how far the beginning of a report's text reaches
	againCounted   = 3  // further mentions that count: talk is not weight
	passingMost    = 18 // what one report tells in passing stays below story.Event.Passing
	passingFurther = 5  // and each further report that does so lifts it by this much
)

// weightReports is what further reports of an event are worth together:
// each is worth less than the one before it, and a tenth says no more.
var weightReports = [...]int{0, 12, 19, 24, 27, 30, 32, 34, 35, 36}

// standing is what an event's weight depends on.
type standing struct {
	reports  int
	stated   bool // some report dates it in words
	context  bool // some report dates it by what stands around it
	kind     bool // of a kind that usually matters
	listed   bool // of some kind at all
	main     bool // what some report is about
	position position
	again    int // further mentions in the report that speaks of it most
	actors   bool
	part     bool
	denied   bool
	off      bool // cancelled
	ahead    bool // planned
	passing  bool // only ever told in passing
	saying   bool // only ever what somebody said in passing: no event of the story
	bare     bool // only ever named by a noun, with nobody and no place
	word     bool // called by one word
}

// A position is where a report first speaks of an event; the foremost counts.
type position int

const (
	lower position = iota
	upper
	early
	leading
)

// weight says how much an event matters, in hundredths, and what that is made
// of, in words. Another report of the same event never lowers it, unless that
// report denies the event.
func (r *Result) weight(c Cluster, e *story.Event) (int, string) {
	return r.standing(c, e).weigh()
}

func (r *Result) standing(c Cluster, e *story.Event) standing {
	s := standing{
		actors: len(e.Actors) >= 2, denied: e.Status == story.StatusDenied, off: e.Status == story.StatusCancelled, ahead: e.Status == story.StatusPlanned,
		passing: r.World.passing(r.Nodes, c),
		saying:  r.World.passing(r.Nodes, c),
		bare:    len(e.Actors) == 0 && e.Place == "" && e.Status != story.StatusCancelled, word: !strings.Contains(e.Title, " "),
	}
	docs := map[int]int{} // mentions by document
	for _, n := range c {
		node := &r.Nodes[n]
		d := r.World.Docs[node.Doc]
		s.main = s.main || node.main
		s.kind = s.kind || newsworthy(node.kind)
		s.part = s.part || node.part
		s.saying = s.saying && node.kind == string(lexicon.Speech)
		s.listed = s.listed || node.kind != ""
		body := d.FirstBody()
		for _, k := range d.Chains[node.Chain].Mentions {
			m := &d.Mentions[k]
			if m.Minor && !s.passing {
				continue // says nothing of how much the event matters
			}
			docs[node.Doc]++
			s.bare = s.bare && m.Nominal
			s.stated = s.stated || m.When.Dated()
			s.context = s.context || !m.When.Presumed && (m.When.Basis == story.BasisContext || m.When.Basis == story.BasisDocument)
			s.position = max(s.position, positioned(m.Sentence, body, len(d.Sentences)))
			s.again = max(s.again, docs[node.Doc]-1)
		}
	}
	s.reports = len(docs)
	return s
}

// positioned says where a sentence stands in a report of so many sentences of
// which body is the first of the text.
func positioned(sentence, body, of int) position {
	switch {
	case sentence <= body:
		return leading
	case sentence < body+earlySentences:
		return early
	case 2*(sentence-body) < of-body:
		return upper
	}
	return lower
}

// weigh adds the parts up; no event weighs nothing, which would say that it was
// not weighed. What is only told in passing by one report stays
// below passingMost, whatever else holds of it.
func (s standing) weigh() (int, string) {
	told := "told by one report"
	if s.reports > 1 {
		told = fmt.Sprintf("told by %d reports", s.reports)
	}
	further := max(0, min(s.reports-1, len(weightReports)-1))
	score := 0
	var why []string
	for _, part := range []struct {
		holds  bool
		points int
		words  string
	}{
		{true, weightTold + weightReports[further], told},
		{s.stated, weightStated, "dated in words"},
		{s.context && !s.stated, weightContext, "dated by the report around it"},
		{s.kind, weightNewsworthy, "of a kind that makes news"},
		{s.main, weightMain, "what a report is about"},
		{s.position == leading, weightLead, "in a heading or first sentence"},
		{s.position == early, weightEarly, "early in a report"},
		{s.position == upper, weightUpper, "in the first half of a report"},
		{s.again > 0, weightAgain * min(s.again, againCounted), "spoken of again"},
		{s.actors, weightActors, "between two or more"},
		{s.part, weightPart, "part of something larger"},
		{s.off, weightCancelled, "called off"},
		{s.ahead && s.stated, weightAhead, "planned for a date"},
		{s.denied, weightUnsure, "denied"},
		{!s.listed && !s.denied, weightUnsure, "of no kind that is known"},
		{s.passing, weightPassing, "told in passing"},
		{s.bare, weightBare, "names nobody and no place"},
		{s.bare && s.word, weightWord, "called by one word"},
	} {
		if part.holds {
			score += part.points
			why = append(why, fmt.Sprintf("%s %+d", part.words, part.points))
		}
	}
	switch {
	case score <= passingMost:
	case s.saying:
		score = passingMost
		why = append(why, fmt.Sprintf("at most %d for what people said", passingMost))
	case s.bare && s.word && !s.main:
		score = passingMost
		why = append(why, fmt.Sprintf("at most %d for what one word names", passingMost))
	case s.passing && s.reports < 2:
		score = passingMost
		why = append(why, fmt.Sprintf("at most %d for what one report tells in passing", passingMost))
	case s.passing && score > passingMost+passingFurther*(s.reports-1):
		score = passingMost + passingFurther*(s.reports-1)
		why = append(why, fmt.Sprintf("at most %d for what %d reports tell in passing", score, s.reports))
	}
	return max(1, min(score, 100)), strings.Join(why, ", ")
}

// newsworthy reports whether events of a kind usually matter by themselves:
// leaving a stage or giving thanks does not.
func newsworthy(kind string) bool {
	switch lexicon.Kind(kind) {
	case lexicon.NoKind, lexicon.Travel, lexicon.Speech, lexicon.Ceremony, lexicon.Law, lexicon.Sport, lexicon.Economic:
		return false
	}
	return true
}
