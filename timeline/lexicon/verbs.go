package lexicon

import (
	"strings"
	"sync"
)

// A VerbInfo describes a verb.
type VerbInfo struct {
	Lemma    string // words separated by spaces: "call off"
	Class    VerbClass
	Kind     Kind     // of the event that it denotes, NoKind where it denotes none
	Nominal  string   // the noun for the same event: purchase for buy; may be empty
	Causal   CueType  // what it claims between two events, empty where nothing
	Reversed bool     // its subject is the effect: "stem from"
	Flag     VerbFlag // what it says about the event in its clause
}

// VerbClass says how a verb takes part in a statement about events.
type VerbClass string

// The classes of verb.
const (
	VerbAct       VerbClass = "act"       // denotes an event by itself
	VerbSpeech    VerbClass = "speech"    // reports what somebody said
	VerbCognition VerbClass = "cognition" // reports what somebody thought
	VerbAspect    VerbClass = "aspect"    // phase of another event: begin, end
	VerbState     VerbClass = "state"
	VerbLight     VerbClass = "light" // the event is in its object: hold talks
	VerbCause     VerbClass = "cause" // relates two events
	VerbIntend    VerbClass = "intend"
)

// VerbFlag says what a verb means for the status of what it governs.
type VerbFlag string

// The flags of a verb.
const (
	NoFlag    VerbFlag = ""
	News      VerbFlag = "news"      // saying it is an event: announce, pledge
	Plans     VerbFlag = "plans"     // what it governs lies ahead
	Cancels   VerbFlag = "cancels"   // its object does not take place
	Postpones VerbFlag = "postpones" // its object takes place later
	Denies    VerbFlag = "denies"
)

type verbTable struct {
	rows  []VerbInfo
	index phraseIndex
}

var eventVerbs = sync.OnceValue(func() *verbTable {
	t := &verbTable{}
	for i, row := range mustTable("eventverbs.tsv", 6) {
		causal, reversed := strings.CutSuffix(row[4], "-reversed")
		t.rows = append(t.rows, VerbInfo{
			Lemma: row[0], Class: VerbClass(row[1]), Kind: Kind(row[2]), Nominal: row[3],
			Causal: CueType(causal), Reversed: reversed, Flag: VerbFlag(row[5]),
		})
		t.index.add(splitPhrase(row[0]), i)
	}
	return t
})

// EventVerb finds a verb by its lemma, of one word or several.
func EventVerb(lemma string) (VerbInfo, bool) {
	t := eventVerbs()
	row, ok := t.index.exact(lemma)
	if !ok {
		return VerbInfo{}, false
	}
	return t.rows[row], true
}

// MatchEventVerb finds the longest verb that the lemmas begin with ("call off"
// before "call") and gives the number of its words, 0 where there is none.
func MatchEventVerb(lemmas []string) (int, VerbInfo) {
	t := eventVerbs()
	n, row := t.index.match(lemmas)
	if n == 0 {
		return 0, VerbInfo{}
	}
	return n, t.rows[row]
}

// VerbFor finds the verb for the event that a noun denotes: "invade" for
// "invasion". Of several verbs, the one that looks most like the noun is
// taken, the first in the list of equals.
func VerbFor(noun string) (string, bool) {
	best, bestShared := "", -1
	for _, v := range eventVerbs().rows {
		if v.Nominal != noun || v.Class != VerbAct {
			continue
		}
		if n := sharedPrefix(v.Lemma, noun); n > bestShared {
			best, bestShared = v.Lemma, n
		}
	}
	return best, best != ""
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// MayBeEvent reports whether an event noun or a verb begins with the word, a
// lemma in lower case: where no word of a sentence does, it names none.
func MayBeEvent(word string) bool {
	return eventNouns().index.begins(word) || eventVerbs().index.begins(word)
}
