package merge

import (
	"slices"
	"strconv"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/story"
)

// A relation says how two words for events are related, the nearest last.
type relation int

const (
	unrelated relation = iota
	ofKind             // one kind of event in the lexicon
	sister             // both a kind of the same thing
	narrower           // one a kind of the other
	synonym
	sameBase // one verb, or what it comes from, or one concept
	sameWord
)

// A template is a question about a pair of events. A feature is a template
// with its answer, of two parts at most, each below answers. Pairs within a
// document have features of their own.
type template int

const (
	tBias template = iota
	tRelation
	tRelationFrequency
	tDoer // how far the words of the doers agree; the same for the others
	tDone
	tRest
	tDoneHead
	tParts
	tPartsRelation
	tAround // the sentences
	tAroundRelation
	tSaying // the sentences, of what somebody said
	tStory  // the openings of the documents
	tStoryRelation
	tStrange      // names of the participants that the other document does not know
	tStrangeStory // names of the opening that it does not know
	tContext      // words of the sentence that the other document does not have
	tNumbers
	tPlace
	tPeople
	tWhen
	tStatus
	tEarlyRelation
	tPreposition
	tDistance
	tDistanceRelation
	tNouns
	templates
)

var templateNames = [templates]string{
	"bias", "relation", "relation, frequency", "doer", "done", "rest", "done's head",
	"participants", "participants, relation", "around", "around, relation", "saying", "story", "story, relation",
	"strange names", "strange names of story", "context", "numbers", "place", "people", "when", "status", "early, relation", "preposition",
	"distance", "distance, relation", "nouns",
}

// answers bounds the parts of an answer.
const answers = 8

// Features is how many features there are.
const Features = int(templates) * 2 * answers * answers

// FeatureName spells a feature: the template, "across" or "within" documents,
// and the two parts of the answer.
func FeatureName(f int) string {
	b, a := f%answers, f/answers%answers
	where := "across"
	if f/(answers*answers)%2 == 1 {
		where = "within"
	}
	return templateNames[f/(answers*answers*2)] + "\t" + where + "\t" + strconv.Itoa(a) + "\t" + strconv.Itoa(b)
}

// Three answers to whether two sets agree.
const (
	unknown = iota
	apart
	agree
)

// features appends the features of a pair of nodes to out.
func (j *joiner) features(x, y int, out []int) []int {
	w, na, nb := j.w, &j.nodes[x], &j.nodes[y]
	a, b := &j.tellings[x], &j.tellings[y]
	within := 0
	if na.Doc == nb.Doc {
		within = 1
	}
	add := func(t template, first, second int) {
		out = append(out, ((int(t)*2+within)*answers+first)*answers+second)
	}
	rel, frequency := j.relation(x, y)
	r := int(rel)
	parts := level(w.overlap(a.all, b.all))
	around := level(w.likeness(a.around, b.around))
	add(tBias, 0, 0)
	add(tRelation, r, 0)
	add(tRelationFrequency, r, frequency)
	for p := doer; p < roles; p++ {
		add(tDoer+template(p), level(w.overlap(a.parts[p], b.parts[p])), 0)
	}
	if len(a.heads) > 0 && len(b.heads) > 0 {
		add(tDoneHead, compare(a.heads, b.heads), 0)
	}
	add(tParts, parts, 0)
	add(tPartsRelation, parts, r)
	add(tAround, around, 0)
	add(tAroundRelation, around, r)
	if na.kind == string(lexicon.Speech) || nb.kind == string(lexicon.Speech) {
		add(tSaying, around, r)
	}
	add(tNumbers, compare(a.numbers, b.numbers), 0)
	add(tPreposition, compare(a.prepositions, b.prepositions), min(1, len(a.prepositions)+len(b.prepositions)))
	early := 0
	for _, t := range []*telling{a, b} {
		if t.sentence <= 1 {
			early++
		}
	}
	add(tEarlyRelation, early, r)
	add(tNouns, a.nouns()+b.nouns(), 0)
	j.named(na, nb, add)
	if within == 1 {
		d := min(3, abs(a.sentence-b.sentence))
		add(tDistance, d, 0)
		add(tDistanceRelation, d, r)
		return out
	}
	alike := w.likeness(j.openings[na.Doc], j.openings[nb.Doc])
	add(tStory, level(alike), 0)
	add(tStoryRelation, level(alike), r)
	ta, tb := j.texts[na.Doc], j.texts[nb.Doc]
	va, vb := w.known(a.names, tb), w.known(b.names, ta)
	add(tStrange, level(min(va, vb)), level(max(va, vb)))
	add(tStrangeStory, level(min(w.known(j.leadNames[na.Doc], tb), w.known(j.leadNames[nb.Doc], ta))), 0)
	va, vb = w.known(a.around, tb), w.known(b.around, ta)
	add(tContext, level(min(va, vb)), level(max(va, vb)))
	return out
}

// named adds the features that rest on what package extract found: people,
// places, dates and status.
func (j *joiner) named(a, b *Node, add func(t template, first, second int)) {
	place, shared := j.w.place(a, b)
	switch {
	case shared > 0:
		add(tPlace, agree, 0)
	case place < 0:
		add(tPlace, apart, 0)
	default:
		add(tPlace, unknown, 0)
	}
	people, n := j.w.people(a, b)
	switch {
	case n > 0:
		add(tPeople, agree, min(n, 2))
	case people == never:
		add(tPeople, apart, 0)
	default:
		add(tPeople, unknown, 0)
	}
	switch when := date(a, b, n); {
	case when == never:
		add(tWhen, apart, 0)
	case when >= whenFits:
		add(tWhen, agree, 1)
	case when > 0:
		add(tWhen, agree, 0)
	default:
		add(tWhen, unknown, 0)
	}
	switch {
	case a.status == b.status:
		add(tStatus, agree, 0)
	case a.status == story.StatusPlanned || b.status == story.StatusPlanned:
		add(tStatus, apart, 1)
	default:
		add(tStatus, apart, 0)
	}
}

// relation says how near the triggers of two nodes are, and how common the
// words are that bring them together, in four steps.
func (j *joiner) relation(x, y int) (relation, int) {
	a, b := &j.tellings[x], &j.tellings[y]
	best, frequency := unrelated, 0
	if j.nodes[x].kind != "" && j.nodes[x].kind == j.nodes[y].kind {
		best = ofKind
	}
	for i := range a.triggers {
		for k := range b.triggers {
			s, t := &a.triggers[i], &b.triggers[k]
			if r := s.relation(t); r > best || r == best && r > unrelated {
				f := steps(max(s.frequency, t.frequency))
				if r > best || f < frequency {
					best, frequency = r, f
				}
			}
		}
	}
	return best, frequency
}

// saying is the concept of all words for saying something in passing: they tell
// of one statement only where they are one word, or alike in meaning.
const saying = "saying"

func (s *trigger) relation(t *trigger) relation {
	switch {
	case s.lemma == t.lemma && s.verb == t.verb:
		return sameWord
	case s.named || t.named:
		return unrelated
	case s.base == t.base || s.concept != "" && s.concept == t.concept && s.concept != saying:
		return sameBase
	case meet(s.sets, t.sets):
		return synonym
	case meet(s.sets, t.above) || meet(s.above, t.sets):
		return narrower
	case meet(s.above, t.above):
		return sister
	}
	return unrelated
}

// steps puts a frequency into one of four steps: rare, usual, common, and
// words such as "make" that alone say next to nothing.
func steps(frequency int) int {
	switch {
	case frequency >= 9:
		return 3
	case frequency >= 7:
		return 2
	case frequency >= 4:
		return 1
	}
	return 0
}

// level puts a share in hundredths into one of seven steps; 0 where it is not
// known.
func level(share int) int {
	switch {
	case share < 0:
		return 0
	case share == 0:
		return 1
	}
	return 2 + min(4, share/20)
}

// compare says whether two sorted sets share a member, or which cannot be
// told.
func compare(a, b []int32) int {
	switch {
	case len(a) == 0 || len(b) == 0:
		return unknown
	case meet(a, b):
		return agree
	}
	return apart
}

// named returns the name of an event that has one.
func (t *telling) named() string {
	for _, tr := range t.triggers {
		if tr.named {
			return tr.lemma
		}
	}
	return ""
}

// nouns is 1 for what only nouns tell of.
func (t *telling) nouns() int {
	if slices.ContainsFunc(t.triggers, func(t trigger) bool { return t.verb }) {
		return 0
	}
	return 1
}

func abs(n int) int { return max(n, -n) }
