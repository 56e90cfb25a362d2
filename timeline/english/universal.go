package english

import "github.com/causeline/causeline/timeline/nlp"

// universal returns the universal part of speech of a parsed token. The Penn
// tag decides it except where Penn makes no difference: auxiliaries and main
// verbs, prepositions and conjunctions, determiners and pronouns are told
// apart by what the word does in the sentence.
func universal(t *nlp.Token) string {
	switch t.Tag {
	case "NN", "NNS":
		if indefinite[t.Lower] {
			return "PRON"
		}
		return "NOUN"
	case "NNP", "NNPS":
		if t.Rel == "amod" {
			return "ADJ" // "the New Forest"
		}
		return "PROPN"
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if t.Rel == "aux" || t.Rel == "aux:pass" || t.Rel == "cop" {
			return "AUX"
		}
		return "VERB"
	case "MD":
		return "AUX"
	case "JJ", "JJR", "JJS":
		return "ADJ"
	case "RB", "RBR", "RBS", "WRB":
		if t.Lower == "not" || t.Lower == "n't" || t.Lower == "nt" {
			return "PART"
		}
		return "ADV"
	case "IN":
		if t.Rel == "mark" {
			return "SCONJ"
		}
		return "ADP"
	case "TO":
		if t.Rel == "case" {
			return "ADP"
		}
		return "PART"
	case "DT", "WDT", "PDT":
		if t.Lower == "all" || t.Lower == "both" || t.Lower == "some" || t.Lower == "any" {
			return "DET"
		}
		switch t.Rel {
		case "det", "det:predet", "cc:preconj", "advmod":
			return "DET"
		}
		return "PRON"
	case "PRP", "PRP$", "WP", "WP$", "EX":
		return "PRON"
	case "CC":
		return "CCONJ"
	case "CD":
		return "NUM"
	case "RP":
		return "ADP"
	case "POS":
		return "PART"
	case "UH":
		return "INTJ"
	case "$", "#", "SYM":
		return "SYM"
	case "FW", "ADD", "AFX", "GW", "XX", "LS":
		return "X"
	}
	if t.Rel != "punct" && (t.Lower == "/" || t.Tag == "NFP") {
		return "SYM"
	}
	return "PUNCT"
}

// indefinite are the pronouns that Penn calls nouns.
var indefinite = map[string]bool{
	"anyone": true, "anybody": true, "anything": true, "someone": true, "somebody": true,
	"something": true, "everyone": true, "everybody": true, "everything": true,
	"no-one": true, "nobody": true, "nothing": true, "none": true,
}
