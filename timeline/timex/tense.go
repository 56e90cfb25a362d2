package timex

import (
	"strings"

	"github.com/causeline/causeline/timeline/nlp"
)

// A tense says where in time a clause points.
type tense int8

const (
	unclear tense = iota
	past
	present // of what is planned ("the fair opens in May"), or goes on
	future
)

// A clue is a tense and the word that tells it.
type clue struct {
	tense      tense
	start, end int // bytes; both 0 where no single word does
}

// tense reads the tense of the clause that holds the reading and keeps the
// clue for the trace.
func (n *narrator) tense(s *nlp.Sentence, items []item, r *reading) tense {
	n.clue = n.lang.clueAt(items[r.lo].tags, items[r.lo].token, items[r.hi-1].token)
	return n.clue.tense
}

// looksAhead reports whether the clause points to the future. It asks for the
// parts of speech only where some word could make it so.
func (n *narrator) looksAhead(s *nlp.Sentence, items []item, r *reading) bool {
	n.clue = clue{}
	return n.lang.mayLookAhead(s.Tokens) && n.tense(s, items, r) == future
}

// mayLookAhead reports whether any word of a sentence could make a clause look
// ahead: without such a word no rule below answers future.
func (l *Language) mayLookAhead(toks []nlp.Token) bool {
	for i := range toks {
		w := toks[i].Lower
		if l.words[w].marks&(mFutureModal|mMayModal|mFutureCue|mIntent|mDeadline) != 0 {
			return true
		}
		switch w {
		case "to":
			if i > 0 && beForms[toks[i-1].Lower] || i+1 < len(toks) && toks[i+1].Lower == "be" {
				return true
			}
		case "as":
			if i+2 < len(toks) && toks[i+2].Lower == "as" {
				return true
			}
		}
	}
	return false
}

var beForms = wordSet("is are was were be been being am 's 're 'm")

// clueAt looks for the verb that governs the tokens lo to hi: first leftwards,
// where English has its verb, then rightwards.
func (l *Language) clueAt(tags *tags, lo, hi int) clue {
	toks := tags.all()
	if lo > 0 && l.marks(&toks[lo-1])&mPastPrep != 0 {
		return clue{past, toks[lo-1].Start, toks[lo-1].End}
	}
	if hi+1 < len(toks) && l.words[toks[hi+1].Lower].class&cPoss != 0 && toks[hi+1].Start == toks[hi].End {
		return clue{} // of "Friday's ruling" the clause says nothing
	}
	if lo > 1 && l.marks(&toks[lo-1])&mDeadline != 0 || asSoonAs(toks[:lo]) {
		return clue{future, toks[lo-1].Start, toks[lo-1].End}
	}
	for i := lo - 1; i >= 0 && i > lo-clauseReach; i-- {
		if isClauseEdge(&toks[i]) {
			break
		}
		if v, ok := l.verbTense(toks, i); ok {
			return clue{v, toks[i].Start, toks[i].End}
		}
	}
	for i := hi + 1; i < len(toks) && i < hi+clauseReach; i++ {
		if toks[i].Lower == ";" {
			break
		}
		if v, ok := l.verbTense(toks, i); ok {
			return clue{v, toks[i].Start, toks[i].End}
		}
	}
	return clue{}
}

func (l *Language) marks(t *nlp.Token) mark { return l.words[t.Lower].marks }

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
func (l *Language) verbTense(toks []nlp.Token, i int) (tense, bool) {
	t := &toks[i]
	tag := t.Tag
	if t.Lower == "to" {
		tag = "TO" // some treebanks have IN
	}
	marks := l.marks(t)
	switch tag {
	case "MD":
		if marks&mFutureModal != 0 || marks&mMayModal != 0 && !beforeHave(toks, i) {
			return future, true
		}
		return unclear, true
	case "TO":
		return l.infinitiveTense(toks, i)
	case "VBN":
		if marks&mFutureCue != 0 {
			if i > 0 && toks[i-1].Lower == "been" {
				return unclear, false // had been scheduled
			}
			return future, true
		}
		return past, !hasAuxiliary(toks, i) && !isConjunct(toks, i)
	case "VBD":
		if marks&mFutureCue != 0 || i+1 < len(toks) && marks&mIntent != 0 && toks[i+1].Lower == "to" {
			return future, true
		}
		return past, true
	case "VBZ", "VBP":
		if marks&mFutureCue != 0 {
			return future, true
		}
		for j := i + 1; j < len(toks) && j <= i+3; j++ {
			if l.marks(&toks[j])&mFutureCue != 0 || j == i+1 && toks[j].Lower == "to" && t.Lemma == "be" {
				return future, true
			}
			if toks[j].Tag == "VBN" && t.Lemma == "have" {
				return past, true
			}
		}
		if t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "do" || marks&mSpeech != 0 {
			return unclear, true
		}
		return present, true
	}
	return unclear, false
}

// beforeHave reports whether the modal at i stands before "have": "may have
// left" looks back.
func beforeHave(toks []nlp.Token, i int) bool {
	for j := i + 1; j < len(toks) && j <= i+2; j++ {
		if toks[j].Lower == "have" {
			return true
		}
	}
	return false
}

// infinitiveTense reads "to" at i: it looks ahead behind an intent ("an
// agreement to buy") and before a passive ("to be signed").
func (l *Language) infinitiveTense(toks []nlp.Token, i int) (tense, bool) {
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
	for j := i - 1; j >= 0 && j >= i-intentReach; j-- {
		if l.marks(&toks[j])&mIntent != 0 {
			return future, true
		}
		if strings.HasPrefix(toks[j].Tag, "V") {
			break
		}
	}
	return unclear, false
}

// intentReach bounds how far from its infinitive an intent stands: "urged both
// sides to return".
const intentReach = 4

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

// isConjunct reports whether the participle at i goes on from a verb before it,
// which tells the tense: "will be built in May and opened in August".
func isConjunct(toks []nlp.Token, i int) bool {
	j := i - 1
	for j > 0 && toks[j].Tag == "RB" {
		j--
	}
	return j > 0 && toks[j].Tag == "CC"
}
