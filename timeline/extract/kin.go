package extract

import "github.com/causeline/causeline/timeline/lexicon"

// Kin returns the words under which an event of a concept may be told: the
// concept, the words of its group, and the verb for it; each one a lemma.
func Kin(concept string) []string {
	out := []string{concept}
	for _, g := range concepts {
		if g[0] == concept {
			out = append(out, g[1:]...)
		}
	}
	for _, noun := range out {
		if verb, ok := lexicon.VerbFor(noun); ok {
			out = append(out, verb)
		}
	}
	return out
}
