package linear

import (
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// word is what the templates need to know of one word, hashed once.
type word struct {
	form   uint32 // hash of the word, or of its ending where it is unknown
	known  uint32 // form, whatever Hide did
	ending uint32 // hash of the last three bytes
	both   uint32 // hash of form and tag
	tag    uint32
	marks  uint32 // the punctuation between the word before and this one
	seen   uint64 // how many of each class stand before the word, a byte each
	token  int32
}

// endingSize is the length of the endings that stand for words, in bytes.
const endingSize = 3

// unknown marks the endings that stand for unknown words.
const unknown = 0x5bd1e995

// A Sentence is a sentence made ready for parsing. Its words are numbered from
// 1; number 0 is no word, and the number after the last word is the root.
//
// Punctuation is not among the words: it is seen as a property of the gap that
// it stands in and gets its head at the end (Ma, Zhang and Zhu, "Punctuation
// Processing for Projective Dependency Parsing", ACL 2014).
//
// A Sentence can be used again for the next one, which saves allocations.
type Sentence struct {
	words []word // with two empty places after the root
	n     int32  // number of words

	nodes  []node   // see State
	advice []advice // see Advise
	tree   []place  // see Plant
	last   []int32
}

// Prepare fills s from toks, whose Lower and Tag must be set. Under reverse
// the words are numbered from the end.
func (s *Sentence) Prepare(toks []nlp.Token, v *Vocabulary, reverse bool) {
	s.advice = s.advice[:0]
	s.words = append(s.words[:0], word{token: -1})
	var gap mark
	var seen uint64
	for i := range toks {
		if reverse {
			i = len(toks) - 1 - i
		}
		t := &toks[i]
		kind, ok := v.tags[t.Tag]
		if !ok {
			kind.number = tagRare
		}
		switch kind.mark {
		case 0:
			s.words = append(s.words, word{
				known:  Hash(t.Lower),
				ending: tagger.Hash(t.Lower[max(0, len(t.Lower)-endingSize):]),
				tag:    uint32(kind.number),
				marks:  uint32(gap),
				seen:   seen,
				token:  int32(i),
			})
			w := &s.words[len(s.words)-1]
			if !v.knows(w.known) {
				w.known = w.ending ^ unknown
			}
			w.show(w.known)
			gap = 0
			seen += one(kind.class)
		case markComma:
			gap |= kind.mark
			seen += one(comma)
		default:
			gap |= kind.mark
			seen += one(otherMark)
		}
	}
	s.n = int32(len(s.words) - 1)
	end := word{seen: seen, token: -1}
	root := end
	root.tag, root.form, root.both, root.marks = tagRoot, tagRoot, tagRoot, uint32(gap)
	s.words = append(s.words, root, end, end)
}

// one is a word of class c in word.seen.
func one(c class) uint64 {
	if c == plain {
		return 0
	}
	return 1 << (8 * (c - 1))
}

// show sets what the templates see of a word.
func (w *word) show(form uint32) {
	w.form = form
	w.both = uint32((uint64(form) | uint64(w.tag)<<32) * 0x9e3779b97f4a7c15 >> 32)
}

// Hide makes each word for which hide says so look like an unknown one, so
// that a trainer can prepare for those.
func (s *Sentence) Hide(hide func() bool) {
	for i := 1; i <= int(s.n); i++ {
		w := &s.words[i]
		if hide() {
			w.show(w.ending ^ unknown)
		} else {
			w.show(w.known)
		}
	}
}

// Words returns the number of words.
func (s *Sentence) Words() int { return int(s.n) }

// Token returns the index of the token of word i, -1 for the root.
func (s *Sentence) Token(i int) int { return int(s.words[i].token) }

// reset returns s with n empty elements.
func reset[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}
