package extract

import (
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// worthTree reports whether a tagged sentence may tell of anything. A tree is
// what costs most in reading a report, and metadata, rows of figures and lists
// of names need none: names and dates are found by tags.
func worthTree(s *nlp.Sentence) bool {
	switch s.Kind {
	case nlp.Meta:
		return false
	case nlp.Heading:
		return true // among capitals a verb is easily taken for a name
	}
	for i := range s.Tokens {
		if mayTell(&s.Tokens[i]) {
			return true
		}
	}
	return false
}

// hasTree reports whether a sentence has one.
func hasTree(s *nlp.Sentence) bool { return len(s.Tokens) > 0 && s.Tokens[0].Rel != "" }

// mayTell reports whether a word may be the trigger of an event. Tags are first
// guesses, which the tree may correct: any common word may turn out to be a
// verb, and of what is written like a name only words for events.
func mayTell(t *nlp.Token) bool {
	switch t.Tag {
	case "CD", "DT", "PDT", "PRP", "PRP$", "CC", "IN", "TO", "POS", "SYM", "NFP", "LS", "HYPH", "$", "#", ",", ".", ":", "``", "''", "-LRB-", "-RRB-":
		return false
	case "NNP", "NNPS":
		return lexicon.MayBeEvent(t.Lower) || lexicon.MayBeEvent(singular(*t)) || strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing")
	}
	return true
}
