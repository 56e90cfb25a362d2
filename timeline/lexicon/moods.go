package lexicon

import "sync"

// A Mood is what a word says about the reality of the event that it governs.
type Mood string

// The moods.
const (
	MoodReal    Mood = "real"    // it happened, or somebody says so
	MoodPlanned Mood = "planned" // it is meant to happen
	MoodUnreal  Mood = "unreal"  // wished, feared, tried, alleged, kept from happening
	MoodDenied  Mood = "denied"  // somebody says that it did not happen
	MoodNamed   Mood = "named"   // real behind a preposition, unreal as an infinitive
)

// A Governor is the part of speech of a word that governs a clause.
type Governor uint8

// The parts of speech that govern clauses, in the order of the table's columns.
const (
	GovernorVerb Governor = iota
	GovernorNoun
	GovernorAdjective
)

var moods = sync.OnceValue(func() map[string][3]Mood {
	out := map[string][3]Mood{}
	for _, row := range mustTable("moods.tsv", 4) {
		out[row[0]] = [3]Mood{Mood(row[1]), Mood(row[2]), Mood(row[3])}
	}
	return out
})

// MoodOf returns the mood that a word gives to what it governs, and false for
// a word that is not listed.
func MoodOf(lemma string, class Governor) (Mood, bool) {
	m := moods()[lemma][class]
	return m, m != ""
}
