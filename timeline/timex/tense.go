package timex

import "github.com/causeline/causeline/timeline/nlp"

// A tense says where in time a clause points.
type tense int8

const (
	unclear tense = iota
	past
	future
)

// futureModals and futureCues make a clause look ahead without doubt.
var (
	futureModals = wordSet("will 'll shall wo")
	futureCues   = wordSet(`plans plan planned planning scheduled expected expects expect due set slated
		hopes intends intend aims going upcoming`)
)

// tenseAt reads the tense of the clause that holds the reading, from the tags
// of its verbs. The clause is looked for first leftwards, where English has
// its verb, then rightwards.
func tenseAt(s *nlp.Sentence, items []item, r *reading) tense {
	lo, hi := items[r.lo].token, items[r.hi-1].token
	for i := lo - 1; i >= 0; i-- {
		t := &s.Tokens[i]
		if isClauseEdge(t) {
			break
		}
		if v, ok := verbTense(s, i); ok {
			return v
		}
	}
	for i := hi + 1; i < len(s.Tokens) && i < hi+clauseReach; i++ {
		t := &s.Tokens[i]
		if v, ok := verbTense(s, i); ok {
			return v
		}
		if t.Lower == ";" {
			break
		}
	}
	return unclear
}

// clauseReach bounds how far a verb is looked for.
const clauseReach = 30

func isClauseEdge(t *nlp.Token) bool {
	switch t.Lower {
	case ";", ":", "``", "''", "\"", "“", "”":
		return true
	}
	return false
}

// verbTense reads the tense that the verb at i gives; the verbs of a group
// ("will have met") are read at its first.
func verbTense(s *nlp.Sentence, i int) (tense, bool) {
	t := &s.Tokens[i]
	switch t.Tag {
	case "MD":
		if futureModals[t.Lower] {
			return future, true
		}
		return unclear, true
	case "VBD":
		if i+1 < len(s.Tokens) && futureCues[t.Lower] && s.Tokens[i+1].Tag == "TO" {
			return future, true
		}
		return past, true
	case "VBZ", "VBP":
		if futureCues[t.Lower] {
			return future, true
		}
		for j := i + 1; j < len(s.Tokens) && j <= i+3; j++ {
			if futureCues[s.Tokens[j].Lower] {
				return future, true
			}
			if s.Tokens[j].Tag == "TO" && (t.Lower == "is" || t.Lower == "are") && j == i+1 {
				return future, true
			}
			if s.Tokens[j].Tag == "VBN" && (t.Lemma == "have" || t.Lower == "has" || t.Lower == "have") {
				return past, true
			}
		}
		return unclear, true
	}
	return unclear, false
}
