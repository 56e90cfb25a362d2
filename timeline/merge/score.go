package merge

import (
	"slices"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// A Node is an event as one document tells it.
type Node struct {
	Doc, Chain int
	kind       string
	concepts   []string // of its triggers, in order of appearance
	part, main bool
	status     story.Status
	when       extract.When
	agents     []int // entities of the set
	patients   []int
	actors     []int // agents and patients; of a part, those of its whole too
	places     []int
	history    bool     // told as something that lies weeks back
	report     edtf.Day // of the report, where yearOnly
	yearOnly   bool     // the event is its report's news and dated by no more than its year
	minor      bool     // told in passing
	unsaid     bool     // spoken of without saying that it took place
}

// A Pair is two nodes that may be one event. Nodes are indices, A < B.
type Pair struct {
	A, B  int
	Score int
}

// never is the score of a pair that cannot be one event.
const never = -1 << 20

// Thresholds for a merge. Without a date on one side more must agree in
// people and place, because the same people meet more than once.
const (
	thresholdDated   = 8
	thresholdUndated = 11
)

// The share of words, in hundredths, from which the openings of two reports
// show that they are about one matter: enough to support a name or place that
// both give, and enough to do without where one names nobody.
const (
	oneMatter  = 40
	sameMatter = 50
)

// What the other parts of a score are worth. A pair that shares the word, one
// participant and the day reaches the threshold; each of them alone does not.
const (
	scoreWord     = 3  // called the same
	scoreActor    = 3  // somebody shared
	scoreStandIn  = 2  // a country for its leader, or the other way round
	scoreActors   = 9  // the most that people are worth: a crowd proves no more
	scorePatients = -5 // done to somebody else
	scorePlace    = 3  // a place shared, or one inside the other
	scorePlaces   = -6 // two places known to be different
	scoreMain     = 3  // what both reports are about
	scoreMatter   = 3  // and both reports are about one matter
	scoreTold     = 5  // nobody shared, but nothing tells the two apart
	sameDocument  = 2  // more needed in one report, which tells its own events apart
)

// Nodes lists the events of all documents in order.
func (w *World) Nodes() []Node {
	chains := 0
	for _, d := range w.Docs {
		chains += len(d.Chains)
	}
	out := make([]Node, 0, chains)
	for i, d := range w.Docs {
		for k, c := range d.Chains {
			if len(c.Mentions) == 0 {
				continue
			}
			n := Node{Doc: i, Chain: k, kind: c.Kind, part: c.Part, main: c.Main, minor: c.Minor, unsaid: c.Unsaid, status: c.Status, when: c.When}
			for _, m := range c.Mentions {
				mm := d.Mentions[m]
				if mm.Minor && !c.Minor {
					continue
				}
				if mm.Kind == c.Kind && !sharesWord(n.concepts, []string{mm.Concept}) {
					n.concepts = append(n.concepts, mm.Concept)
				}
				n.agents = appendNew(n.agents, w.Global(i, mm.Agents)...)
				n.patients = appendNew(n.patients, w.Global(i, mm.Patients)...)
			}
			n.actors = appendNew(append([]int(nil), n.agents...), n.patients...)
			if c.Parent >= 0 {
				n.actors = appendNew(n.actors, w.Global(i, d.Chains[c.Parent].Actors)...)
			}
			n.places = w.Global(i, c.Places)
			if now, ok := d.Date.Latest(); ok && c.When.Dated() {
				day, _ := c.When.Date.Latest()
				n.history = now-day > historyDays
			}
			if (n.main || d.Mentions[c.Mentions[0]].Sentence <= d.FirstBody()) && n.when.Dated() && n.when.Date.Precision() > edtf.PrecisionMonth && n.status == story.StatusHappened && n.when.Date.Overlaps(d.Date) {
				n.report, n.yearOnly = d.Date.Earliest()
			}
			out = append(out, n)
		}
	}
	return out
}

// Score says how likely two nodes are the same event. It takes kind, people,
// place and time together: agreement in one of them alone never suffices.
func (w *World) Score(a, b *Node) int {
	if a.part != b.part || a.kind != b.kind {
		return never
	}
	if !sharesWord(a.concepts, b.concepts) && !oneDeath(a, b) {
		return never
	}
	if a.status != b.status && (a.status == story.StatusDenied || b.status == story.StatusDenied) {
		return never
	}
	if a.status != b.status && !(a.when.Dated() && b.when.Dated()) {
		return never // a plan or a call-off is told apart from the event
	}
	people, sharedPeople := w.people(a, b)
	place, sharedPlaces := w.place(a, b)
	if people == never {
		return never
	}
	told := 0
	if sharedPeople+sharedPlaces == 0 {
		// Word and date alone are not enough, unless both reports tell of the
		// same people elsewhere and one says no more than "the 1998 election".
		if !w.related(a, b) && !w.sameNews(a, b) {
			return never
		}
		told = scoreTold
	}
	when := date(a, b, sharedPeople)
	if when == never {
		return never
	}
	score := scoreWord + people + place + when + told
	if a.main && b.main {
		score += scoreMain
		if a.Doc != b.Doc && w.matter(a.Doc, b.Doc) >= oneMatter && (sharedPlaces > 0 || w.sharesParticular(a, b)) {
			score += scoreMatter
		}
	}
	return score
}

// Threshold is the score from which a pair is merged.
func (w *World) Threshold(a, b *Node) int {
	t := thresholdUndated
	if a.when.Dated() && b.when.Dated() {
		t = thresholdDated
	}
	if a.Doc == b.Doc {
		t += sameDocument
	}
	return t
}

// related reports whether two events that nothing tells apart, since at most
// one of them names people and at most one a place, are told by reports on the
// same matter, with dates that agree.
func (w *World) related(a, b *Node) bool {
	if len(a.actors) > 0 && len(b.actors) > 0 || len(a.places) > 0 && len(b.places) > 0 || a.Doc == b.Doc {
		return false
	}
	if !a.when.Dated() || !b.when.Dated() || !a.when.Date.Overlaps(b.when.Date) {
		return false
	}
	shared := 0
	for _, x := range w.leads[a.Doc] { // what either report names most
		if contains(w.leads[b.Doc], x) {
			shared++
		}
	}
	return shared >= 2
}

// sameNews reports whether two events are what their reports are about, the
// reports are about one matter, and nothing tells the events apart, since one
// of them names nobody and no place. The other must name somebody or some
// place that its report is not likely to be about twice.
func (w *World) sameNews(a, b *Node) bool {
	if !a.nameless() {
		a, b = b, a
	}
	return a.main && b.main && a.Doc != b.Doc && a.nameless() &&
		(len(b.places) > 0 || slices.ContainsFunc(b.actors, w.particular)) &&
		w.matter(a.Doc, b.Doc) >= sameMatter
}

// particular reports whether an entity is seldom in the news for the same
// thing twice in a while, unlike countries and organisations, which issue, sue
// and meet all the time.
func (w *World) particular(e int) bool {
	switch w.Entities[e].Kind {
	case names.Person, names.Place, names.Thing:
		return true
	}
	return false
}

// sharesParticular reports whether two nodes share such an entity or a place.
func (w *World) sharesParticular(a, b *Node) bool {
	return slices.ContainsFunc(a.actors, func(x int) bool { return w.particular(x) && contains(b.actors, x) })
}

func sharesWord(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// people scores the participants; never where both name some and share none.
// It gives the score and how many are shared, the same both ways.
func (w *World) people(a, b *Node) (score, shared int) {
	score, shared = w.acquainted(a.actors, b.actors)
	back, sharedBack := w.acquainted(b.actors, a.actors)
	score, shared = min(score, back), min(shared, sharedBack)
	if shared == 0 && len(a.actors) > 0 && len(b.actors) > 0 {
		return never, 0
	}
	// "Apple sues Nokia" and "Apple sues Samsung" share Apple and differ.
	if disjoint(a.patients, b.patients) && disjointBut(a.agents, b.agents) {
		score += scorePatients
	}
	return min(score, scoreActors), shared
}

// acquainted scores those of a who are among b.
func (w *World) acquainted(a, b []int) (score, shared int) {
	for _, x := range a {
		switch {
		case contains(b, x):
			score += scoreActor
			shared++
		case w.standsFor(x, b):
			score += scoreStandIn
			shared++
		}
	}
	return score, shared
}

// standsFor reports whether a country stands for one of its people among the
// others, or the other way round.
func (w *World) standsFor(x int, others []int) bool {
	ex := w.Entities[x]
	for _, y := range others {
		ey := w.Entities[y]
		if ex.Kind == names.Country && ey.Kind == names.Person && ey.Country == ex.Name ||
			ey.Kind == names.Country && ex.Kind == names.Person && ex.Country == ey.Name {
			return true
		}
	}
	return false
}

// oneDeath reports whether two events are deaths of the same person, whatever
// they are called: nobody dies twice.
func oneDeath(a, b *Node) bool {
	if a.kind != string(lexicon.Death) || b.kind != a.kind {
		return false
	}
	victims := func(n *Node) []int {
		if len(n.patients) == 0 && slices.Contains(n.concepts, "death") {
			return n.agents // who dies
		}
		return n.patients
	}
	return slices.ContainsFunc(victims(a), func(x int) bool { return contains(victims(b), x) })
}

// disjoint reports whether both sets have members and share none.
func disjoint(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if contains(b, x) {
			return false
		}
	}
	return true
}

// disjointBut reports whether the doers do not settle the matter: they are
// not the same two or more.
func disjointBut(a, b []int) bool {
	shared := 0
	for _, x := range a {
		if contains(b, x) {
			shared++
		}
	}
	return shared < 2
}

// place scores where, and whether a place is shared.
func (w *World) place(a, b *Node) (int, int) {
	if len(a.places) == 0 || len(b.places) == 0 {
		return 0, 0
	}
	for _, x := range a.places {
		for _, y := range b.places {
			if x == y || w.inside(x, y) || w.inside(y, x) {
				return scorePlace, 1
			}
		}
	}
	for _, x := range a.places {
		for _, y := range b.places {
			ex, ey := w.Entities[x], w.Entities[y]
			if !names.Apart(names.Entity{Name: ex.Name, Country: ex.Country}, names.Entity{Name: ey.Name, Country: ey.Country}) {
				return 0, 0
			}
		}
	}
	return scorePlaces, 0
}
