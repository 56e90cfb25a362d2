package merge

import (
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/nlp"
)

// A report's opening says what it is about. Two openings are compared by the
// content words that they share, names and all.
const (
	openingSentences = 6  // metadata left out
	openingWords     = 12 // fewer say too little to compare
)

// opening returns the lemmas of the content words that a document opens with.
func opening(d *extract.Document) map[string]bool {
	words := map[string]bool{}
	left := openingSentences
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Kind == nlp.Meta {
			continue
		}
		if left == 0 {
			break
		}
		left--
		for _, t := range d.Tokens(i) {
			if content(t.Tag) {
				words[t.Lemma] = true
			}
		}
	}
	return words
}

// content reports whether words of a part of speech say what a text is about.
func content(tag string) bool {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "CD":
		return true
	}
	return false
}

// matter says how far two documents are about one matter: the share of the
// shorter opening's words that stand in the other too, in hundredths.
func (w *World) matter(a, b int) int {
	if len(w.openings) == 0 {
		return 0
	}
	x, y := w.openings[a], w.openings[b]
	if len(y) < len(x) {
		x, y = y, x
	}
	if len(x) < openingWords {
		return 0
	}
	shared := 0
	for l := range x {
		if y[l] {
			shared++
		}
	}
	return 100 * shared / len(x)
}
