package lemma

import (
	"strings"
	"sync"
)

// Present returns the present tense of a verb: the third person singular
// where third is true, else the form of the other persons.
func Present(verb string, third bool) string {
	head, tail := verb, ""
	if k := strings.IndexByte(verb, ' '); k >= 0 { // "take off"
		head, tail = verb[:k], verb[k:]
	}
	return present(head, third) + tail
}

func present(verb string, third bool) string {
	switch {
	case verb == "be":
		if third {
			return "is"
		}
		return "are"
	case !third || verb == "" || modals[verb]:
		return verb
	case verb == "have":
		return "has"
	case verb == "quiz":
		return "quizzes"
	}
	n := len(verb)
	last := verb[n-1]
	switch {
	case last == 'y' && n > 1 && !vowel(verb[n-2]):
		return verb[:n-1] + "ies"
	case last == 's' || last == 'x' || last == 'z',
		strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"),
		last == 'o' && n > 1 && !vowel(verb[n-2]):
		return verb + "es"
	}
	return verb + "s"
}

var modals = map[string]bool{
	"can": true, "could": true, "may": true, "might": true, "must": true, "shall": true,
	"should": true, "will": true, "would": true, "ought": true,
}

// Past returns the simple past and the past participle of a verb.
func Past(verb string) (past, participle string) {
	head, tail := verb, ""
	if k := strings.IndexByte(verb, ' '); k >= 0 {
		head, tail = verb[:k], verb[k:]
	}
	if p, ok := strongForms()[head]; ok {
		return p[0] + tail, p[1] + tail
	}
	p := regularPast(head)
	return p + tail, p + tail
}

// Gerund returns the -ing form of a verb: "selling", "dying".
func Gerund(verb string) string {
	head, tail := verb, ""
	if k := strings.IndexByte(verb, ' '); k >= 0 {
		head, tail = verb[:k], verb[k:]
	}
	n := len(head)
	switch {
	case head == "be" || n < 3:
		head += "ing"
	case strings.HasSuffix(head, "ie"):
		head = head[:n-2] + "ying"
	case head[n-1] == 'e' && !strings.HasSuffix(head, "ee") && !strings.HasSuffix(head, "oe") && !strings.HasSuffix(head, "ye") && head != "singe":
		head = head[:n-1] + "ing"
	case head[n-1] == 'c':
		head += "king"
	case doubles(head):
		head += head[n-1:] + "ing"
	default:
		head += "ing"
	}
	return head + tail
}

// strongForms maps a strong verb to its past and participle.
var strongForms = sync.OnceValue(func() map[string][2]string {
	strong := strong()
	m := make(map[string][2]string, len(strong)/3)
	for i := 0; i+2 < len(strong); i += 3 {
		past, _, _ := strings.Cut(strong[i+1], "/")
		part, _, _ := strings.Cut(strong[i+2], "/")
		m[strong[i]] = [2]string{past, part}
	}
	return m
})

func regularPast(verb string) string {
	n := len(verb)
	switch {
	case n < 2:
		return verb + "ed"
	case verb[n-1] == 'e':
		return verb + "d"
	case verb[n-1] == 'y' && !vowel(verb[n-2]):
		return verb[:n-1] + "ied"
	case verb[n-1] == 'c':
		return verb + "ked"
	case doubles(verb):
		return verb + verb[n-1:] + "ed"
	}
	return verb + "ed"
}

// stressed lists verbs of more than one syllable that double their last
// consonant, because the stress is on the last syllable.
var stressed = map[string]bool{
	"abhor": true, "abut": true, "acquit": true, "admit": true, "allot": true, "befit": true,
	"commit": true, "compel": true, "concur": true, "confer": true, "control": true,
	"defer": true, "deter": true, "dispel": true, "emit": true, "equip": true, "excel": true,
	"expel": true, "impel": true, "incur": true, "infer": true, "kidnap": true, "occur": true,
	"omit": true, "outwit": true, "patrol": true, "permit": true, "prefer": true,
	"program": true, "propel": true, "rebel": true, "recur": true, "refer": true,
	"regret": true, "repel": true, "submit": true, "transfer": true, "transmit": true,
	"unwrap": true, "worship": false,
}

// doubles reports whether the last consonant doubles before -ed.
func doubles(verb string) bool {
	n := len(verb)
	if n < 3 || stressed[verb] {
		return stressed[verb]
	}
	last := verb[n-1]
	if vowel(last) || strings.IndexByte("wxyh", last) >= 0 || !vowel(verb[n-2]) {
		return false
	}
	if vowel(verb[n-3]) && !(verb[n-3] == 'u' && n > 3 && verb[n-4] == 'q') {
		return false
	}
	return vowelGroups(verb) == 1
}

// PastLikeBase reports whether a verb, given in lower case, has one form for
// the base and the past: "hit", "put".
func PastLikeBase(w string) bool {
	f, ok := strongForms()[w]
	return ok && f[0] == w
}

// IsParticiple reports whether a word, given in lower case, is the participle
// of a strong verb.
func IsParticiple(w string) bool { return participles()[w] }

var participles = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range strongForms() {
		m[f[1]] = true
	}
	return m
})
