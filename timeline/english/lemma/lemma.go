// Package lemma finds the dictionary forms of English words, and the forms of
// verbs from them.
//
// Irregular words are looked up; the rest follows spelling rules for each part
// of speech: what to strip, when a doubled consonant becomes single and when a
// silent e comes back.
package lemma

import "strings"

// Of returns the lemma of a token from its text, its lower-case form and its
// Penn tag. Proper nouns and "I" keep their capitals; all else is in lower
// case.
func Of(text, lower, tag string) string {
	switch tag {
	case "NNP", "NNPS":
		return text
	case "NNS":
		return noun(lower)
	case "VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "MD":
		return verb(lower, tag)
	case "JJR", "JJS", "RBR", "RBS":
		return degree(lower)
	case "PRP$":
		if lower == "her" {
			return lower
		}
		if base, ok := pronouns[lower]; ok {
			return base
		}
	case "PRP":
		if base, ok := pronouns[lower]; ok {
			return base
		}
	case "RB":
		if lower == "n't" || lower == "nt" {
			return "not"
		}
	case "DT":
		switch lower {
		case "an":
			return "a"
		case "these":
			return "this"
		case "those":
			return "that"
		}
	case "TO":
		if lower == "na" || lower == "ta" { // gon-na, got-ta
			return "to"
		}
	}
	return lower
}

// pronouns maps forms of pronouns to their nominative or base.
var pronouns = map[string]string{
	"i": "I", "me": "I", "her": "she", "him": "he", "us": "we", "them": "they", "'em": "they", "'s": "we",
	"mine": "my", "yours": "your", "ours": "our", "hers": "her", "theirs": "their",
}

// verb returns the lemma of a verb form.
func verb(w, tag string) string {
	switch w {
	case "'s", "s", "m", "'re", "re":
		return "be"
	case "ve":
		return "have"
	case "'d":
		if tag == "MD" {
			return "would"
		}
		return "have"
	}
	if base, ok := irregular()[w]; ok && !(tag == "VB" || tag == "VBP") {
		return base
	}
	if base, ok := auxiliaries[w]; ok {
		return base
	}
	switch tag {
	case "VBZ":
		return singular(w)
	case "VBD", "VBN":
		return stripPast(w)
	case "VBG":
		return stripGerund(w)
	}
	return w
}

// prefixed returns the lemma of a verb that a prefix makes out of an irregular
// one ("re-bought", "mispaid"), or "".
func prefixed(w string) string {
	if k := strings.LastIndexByte(w, '-'); k >= 0 {
		if base, ok := irregular()[w[k+1:]]; ok {
			return w[:k+1] + base
		}
		return ""
	}
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(w, p)
		if !ok || len(rest) < 3 {
			continue
		}
		if base, ok := irregular()[rest]; ok {
			return p + base
		}
	}
	return ""
}

var prefixes = []string{"re", "out", "over", "under", "mis", "un", "fore", "up", "with", "pre", "inter"}

// stripPast returns the lemma of a regular past or participle.
func stripPast(w string) string {
	n := len(w)
	if base := prefixed(w); base != "" {
		return base
	}
	switch {
	case n < 4 || !strings.HasSuffix(w, "ed"):
		return w
	case strings.HasSuffix(w, "ied"):
		if n == 4 { // died, tied, lied
			return w[:n-1]
		}
		return w[:n-3] + "y"
	}
	return base(w[:n-2], true)
}

// stripGerund returns the lemma of a form in -ing.
func stripGerund(w string) string {
	n := len(w)
	switch {
	case n < 5 || !strings.HasSuffix(w, "ing"):
		return w
	case strings.HasSuffix(w, "ying") && n == 5: // dying, lying, tying, vying
		return w[:n-4] + "ie"
	}
	return base(w[:n-3], false)
}

// degree returns the positive of a comparative or superlative.
func degree(w string) string {
	if base, ok := degrees[w]; ok {
		return base
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "iest") && n > 5:
		return w[:n-4] + "y"
	case strings.HasSuffix(w, "ier") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "est") && n > 5:
		return base(w[:n-3], true)
	case strings.HasSuffix(w, "er") && n > 4:
		return base(w[:n-2], true)
	}
	return w
}

var degrees = map[string]string{
	"more": "more", "most": "most", "better": "good", "best": "good", "worse": "bad",
	"worst": "bad", "less": "less", "least": "least", "further": "far", "furthest": "far",
	"farther": "far", "farthest": "far", "later": "late", "latest": "late",
	"elder": "old", "eldest": "old", "freer": "free", "freest": "free", "former": "former",
	"latter": "latter", "upper": "upper", "bluer": "blue", "truer": "true",
}
