package english

import "github.com/causeline/causeline/timeline/english/lemma"

// Present returns the present tense of the verb with the given lemma: the
// third person singular ("buys", "tries", "is") where third is true, else the
// form for the other persons ("buy", "try", "are").
func Present(verb string, third bool) string { return lemma.Present(verb, third) }

// Present is the package's function of that name, for nlp.Inflector.
func (Analyzer) Present(verb string, third bool) string { return lemma.Present(verb, third) }

// Gerund returns the -ing form of the verb with the given lemma: "selling".
func (Analyzer) Gerund(verb string) string { return lemma.Gerund(verb) }
