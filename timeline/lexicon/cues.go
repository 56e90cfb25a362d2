package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// A Cue is a word or phrase that states or suggests that one event brought
// about another.
type Cue struct {
	Words []string // lower case, lemmas for verbs; OptionalModifier may be among them
	Form  CueForm
	Tier  CueTier
	Type  CueType
	Cause CueSide  // before: the subject, or the clause before the cue
	With  []string // the classes of words beside which alone it is meant, none for any; see CueWord
}

// String gives the cue's words without the place for a modifier.
func (c Cue) String() string {
	words := slices.DeleteFunc(slices.Clone(c.Words), func(w string) bool { return w == OptionalModifier })
	return strings.Join(words, " ")
}

// OptionalModifier stands among a cue's words where an adverb or adjective may
// come in between: "due mostly to", "in direct response to".
const OptionalModifier = "~"

// CueForm says what kind of word a cue is, and so where its two arguments are.
type CueForm string

// The forms of cue.
const (
	FormConjunction CueForm = "conj"       // before a clause
	FormPreposition CueForm = "prep"       // before a noun phrase
	FormAdverb      CueForm = "adv"        // between sentences or clauses
	FormVerb        CueForm = "verb"       // lemmas, between subject and object
	FormPassive     CueForm = "passive"    // participle and preposition, as written
	FormParticiple  CueForm = "participle" // -ing after a comma, as written
	FormNoun        CueForm = "noun"       // "the reason for"
	FormResult      CueForm = "result"     // -ing whose own act is the effect, as written: "killing six"
	FormDeed        CueForm = "deed"       // lemma of a verb whose own act is the effect: "the strike hurt sales"
	FormMotive      CueForm = "motive"     // -ing whose own act is the cause, as written: "demanding a vote"
	FormPurpose     CueForm = "purpose"    // before an infinitive
	FormFrame       CueForm = "frame"      // lemma and a preposition further on: "blame ... on"
	FormSplit       CueForm = "split"      // the same, where the subject is the cause: "keep ... from"
)

// CueTier says how far a cue is to be believed.
type CueTier string

// The tiers of cue.
const (
	TierStated   CueTier = "stated"   // says it plainly
	TierPossible CueTier = "possible" // causal in some of its uses
	// TierSuggested is for motives, purposes and circumstances ("demanding",
	// "in order to", "killed when"): some call them causes, a story does not.
	TierSuggested CueTier = "suggested"
	TierTemporal  CueTier = "temporal" // says only which came first
)

// CueType says what a cue claims, in the words of a story's relations.
type CueType string

// The types of causal claim.
const (
	CueCauses   CueType = "causes"
	CueEnables  CueType = "enables"
	CuePrevents CueType = "prevents"
	CueBefore   CueType = "before"  // no cause, only order; of TierTemporal
	CuePartOf   CueType = "part_of" // one happened at or during the other; of TierTemporal
)

// CueSide says on which side of a cue the cause stands; for TierTemporal, what
// came first or is the part. An "after" cue that opens its sentence ("Because of the storm,
// ...") has its cause between itself and the comma.
type CueSide string

// The sides of a cue.
const (
	CauseBefore CueSide = "before"
	CauseAfter  CueSide = "after"
)

type cueTable struct {
	rows   []Cue
	byWord map[string][]int // first word that is not optional
	frames map[string][]Cue // by verb
}

var cues = sync.OnceValue(func() *cueTable {
	t := &cueTable{byWord: map[string][]int{}, frames: map[string][]Cue{}}
	for i, row := range mustTable("cues.tsv", 6) {
		c := Cue{
			Words: strings.Fields(row[0]), Form: CueForm(row[1]), Tier: CueTier(row[2]),
			Type: CueType(row[3]), Cause: CueSide(row[4]), With: list(row[5]),
		}
		t.rows = append(t.rows, c)
		if c.Form == FormFrame || c.Form == FormSplit {
			t.frames[c.Words[0]] = append(t.frames[c.Words[0]], c)
			continue
		}
		first := c.Words[0]
		if first == OptionalModifier {
			first = c.Words[1]
		}
		t.byWord[first] = append(t.byWord[first], i)
	}
	return t
})

// Cues lists all cues, in the order of their words.
func Cues() []Cue { return slices.Clone(cues().rows) }

// CueFrames lists the cues of the forms FormFrame and FormSplit of a verb,
// given as lemma.
func CueFrames(lemma string) []Cue { return cues().frames[lemma] }

// CueWord reports whether a lemma belongs to a class of words that Cue.With
// names.
func CueWord(class, lemma string) bool { return cueWords()[[2]string{class, lemma}] }

var cueWords = sync.OnceValue(func() map[[2]string]bool {
	m := map[[2]string]bool{}
	for _, row := range mustTable("cuewords.tsv", 2) {
		for _, class := range list(row[1]) {
			m[[2]string{class, row[0]}] = true
		}
	}
	return m
})

// MatchCues finds the cues that the text begins with, given as lower-case
// words and as lemmas (of equal length), and gives the number of words of the
// longest together with all cues of that length: "leading to" is a participle
// and a verb.
func MatchCues(words, lemmas []string) (int, []Cue) {
	if len(words) == 0 || len(words) != len(lemmas) {
		return 0, nil
	}
	t := cues()
	best := 0
	var found []Cue
	try := func(rows []int) {
		for _, row := range rows {
			c := t.rows[row]
			text := words
			if c.Form == FormVerb || c.Form == FormDeed {
				text = lemmas
			}
			n := matchCue(c.Words, text, words)
			switch {
			case n == 0 || n < best:
			case n > best:
				best, found = n, []Cue{c}
			default:
				found = append(found, c)
			}
		}
	}
	try(t.byWord[words[0]])
	if lemmas[0] != words[0] {
		try(t.byWord[lemmas[0]])
	}
	if m := modifierLength(words); m > 0 && m < len(words) {
		try(t.byWord[words[m]])
	}
	return best, found
}

// matchCue gives the number of words that a cue takes of a text, 0 where it
// does not match. Modifiers are looked up in the words as written.
func matchCue(cue, text, words []string) int {
	i := 0
	for _, w := range cue {
		if w == OptionalModifier {
			i += modifierLength(words[i:])
			continue
		}
		if i >= len(text) || text[i] != w {
			return 0
		}
		i++
	}
	return i
}

// modifierLength gives the number of words of a modifier that the words begin
// with, 0 where there is none.
func modifierLength(words []string) int {
	n := 0
	for _, m := range modifiers {
		if len(m) > n && hasPrefixTokens(words, m) {
			n = len(m)
		}
	}
	return n
}

// modifiers are what may stand at the place of OptionalModifier.
var modifiers = [][]string{
	{"mostly"}, {"largely"}, {"partly"}, {"partially"}, {"mainly"}, {"primarily"}, {"chiefly"},
	{"directly"}, {"indirectly"}, {"solely"}, {"simply"}, {"entirely"}, {"only"}, {"just"},
	{"eventually"}, {"ultimately"}, {"in", "part"}, {"in", "large", "part"}, {"at", "least", "in", "part"},
	{"at", "least", "partly"}, {"direct"}, {"indirect"}, {"immediate"}, {"apparent"}, {"swift"},
	{"possible"}, {"natural"}, {"inevitable"}, {"angry"}, {"quick"}, {"either"}, {"also"},
}
