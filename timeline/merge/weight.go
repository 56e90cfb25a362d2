package merge

import (
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// What an event's weight is made of, in hundredths. An event of one report is
// to be drawn when its date is stated; without a date of its own it must be
// the news of the report or be told by more than one.
const (
	weightTold       = 15 // some report tells of it
	weightReport     = 12 // each further report: several think it worth telling
	weightReports    = 3  // further reports that count; a tenth says no more
	weightStated     = 25 // dated in words: worth a date to the writer
	weightContext    = 5  // dated by what stands around it
	weightNewsworthy = 10 // of a kind that usually matters by itself
	weightMain       = 15 // what a report is about
	weightEarly      = 5  // among the first sentences of a report
	weightActors     = 5  // between two or more
	weightPart       = 5  // a part of something larger, which it helps to tell
	weightUnsure     = -5 // denied, or of no kind that is listed

	// weightPassing is the most that an event is worth which every report only
	// tells in passing: too little to be drawn.
	weightPassing = 30

	// earlySentences is how far the beginning of a report reaches: heading,
	// standfirst and two sentences.
	earlySentences = 4
)

// weight says how much an event matters, in hundredths. Another report of the
// same event never lowers it, unless that report denies the event.
func (r *Result) weight(c Cluster, e *story.Event) int {
	docs := map[int]bool{}
	var stated, context, main, early, kind, part, listed bool
	for _, n := range c {
		node := &r.Nodes[n]
		docs[node.Doc] = true
		main = main || node.main
		kind = kind || newsworthy(node.kind)
		part = part || node.part
		listed = listed || node.kind != ""
		d := r.World.Docs[node.Doc]
		for _, k := range d.Chains[node.Chain].Mentions {
			m := &d.Mentions[k]
			stated = stated || m.When.Dated()
			context = context || !m.When.Presumed && (m.When.Basis == story.BasisContext || m.When.Basis == story.BasisDocument)
			early = early || m.Sentence < earlySentences
		}
	}
	score := weightTold + weightReport*min(len(docs)-1, weightReports)
	for _, part := range []struct {
		holds  bool
		points int
	}{
		{stated, weightStated},
		{context && !stated, weightContext},
		{kind, weightNewsworthy},
		{main, weightMain},
		{early, weightEarly},
		{len(e.Actors) >= 2, weightActors},
		{part, weightPart},
		{e.Status == story.StatusDenied || !listed, weightUnsure},
	} {
		if part.holds {
			score += part.points
		}
	}
	if r.World.passing(r.Nodes, c) {
		score = min(score, weightPassing)
	}
	return max(0, min(score, 100))
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
