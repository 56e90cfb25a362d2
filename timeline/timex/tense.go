package timex

import "github.com/causeline/causeline/timeline/nlp"

// A tense says where in time a clause points.
type tense int8

const (
	unclear tense = iota
	past
	future
)

// futureModals and futureCues make a clause look ahead without doubt; so does
// an infinitive behind one of the intents ("an agreement to buy"), and a
// deadline right before the date.
var (
	futureModals = wordSet("will 'll shall wo")
	futureCues   = wordSet("plans plan planned planning scheduled schedules slated upcoming")
	intents      = wordSet(`plan plans planned planning scheduled expected expects expect due set slated
		hopes hope hoped intends intend intended aims aim aimed going supposed agreed agrees decided
		decides agreement decision deal proposal bid ready promised promises vowed pledged ordered
		wants want likely poised prepared preparing proposes proposed`)
	deadlines = wordSet("until till")
)

// tenseAt reads the tense of the clause that holds the reading, from the tags
// of its verbs. The clause is looked for first leftwards, where English has
// its verb, then rightwards.
func tenseAt(s *nlp.Sentence, items []item, r *reading) tense {
	lo, hi := items[r.lo].token, items[r.hi-1].token
	if lo > 1 && deadlines[s.Tokens[lo-1].Lower] || asSoonAs(s.Tokens[:lo]) {
		return future
	}
	for i := lo - 1; i >= 0 && i > lo-clauseReach; i-- {
		if isClauseEdge(&s.Tokens[i]) {
			break
		}
		if v, ok := verbTense(s.Tokens, i); ok {
			return v
		}
	}
	for i := hi + 1; i < len(s.Tokens) && i < hi+clauseReach; i++ {
		if s.Tokens[i].Lower == ";" {
			break
		}
		if v, ok := verbTense(s.Tokens, i); ok {
			return v
		}
	}
	return unclear
}

// clauseReach bounds how far a verb is looked for.
const clauseReach = 30

// asSoonAs reports whether the tokens end in "as soon as" or "as early as".
func asSoonAs(toks []nlp.Token) bool {
	n := len(toks)
	return n >= 3 && toks[n-1].Lower == "as" && toks[n-3].Lower == "as" &&
		(toks[n-2].Lower == "soon" || toks[n-2].Lower == "early")
}

func isClauseEdge(t *nlp.Token) bool {
	switch t.Lower {
	case ";", ":", "``", "''", "\"", "“", "”":
		return true
	}
	return false
}

// verbTense reads the tense that the verb at i gives to its clause, false
// where the word says nothing about it. The verbs of a group ("will have met")
// are read at its first, and an infinitive at what it depends on.
func verbTense(toks []nlp.Token, i int) (tense, bool) {
	t := &toks[i]
	tag := t.Tag
	if t.Lower == "to" {
		tag = "TO" // some treebanks have IN
	}
	switch tag {
	case "MD":
		if futureModals[t.Lower] {
			return future, true
		}
		return unclear, true
	case "TO":
		if i+1 == len(toks) {
			return unclear, false
		}
		switch toks[i+1].Tag {
		case "VB", "VBP", "NN": // taggers often take "to rule" for a noun
		default:
			return unclear, false
		}
		if toks[i+1].Lower == "be" && i+2 < len(toks) && toks[i+2].Tag == "VBN" {
			return future, true
		}
		for j := i - 1; j >= 0 && j >= i-2; j-- {
			if intents[toks[j].Lower] {
				return future, true
			}
		}
		return unclear, false
	case "VBN":
		if futureCues[t.Lower] {
			if i > 0 && toks[i-1].Lower == "been" {
				return unclear, false // had been scheduled
			}
			return future, true
		}
		return past, !hasAuxiliary(toks, i)
	case "VBD":
		if futureCues[t.Lower] || i+1 < len(toks) && intents[t.Lower] && toks[i+1].Lower == "to" {
			return future, true
		}
		return past, true
	case "VBZ", "VBP":
		if futureCues[t.Lower] {
			return future, true
		}
		for j := i + 1; j < len(toks) && j <= i+3; j++ {
			if futureCues[toks[j].Lower] || j == i+1 && toks[j].Lower == "to" && t.Lemma == "be" {
				return future, true
			}
			if toks[j].Tag == "VBN" && t.Lemma == "have" {
				return past, true
			}
		}
		return unclear, true
	}
	return unclear, false
}

// hasAuxiliary reports whether the participle at i has its auxiliary before
// it, which then tells the tense; one without ("the vote held in May") tells
// of the past itself.
func hasAuxiliary(toks []nlp.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch tag := toks[j].Tag; tag {
		case "MD", "TO", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG":
			return true
		case "RB", "CC":
		default:
			return false
		}
	}
	return false
}
