package merge

import (
	"slices"

	"github.com/causeline/causeline/timeline/lexicon"
)

// What a word weighs when texts are compared: the rarer in texts of all sorts,
// the more. Names are rare; numbers mean little without what they count.
const (
	rareWeight   = 14 // less the logarithm of its frequency
	numberWeight = 6
)

// A bag is a set of words with the sum of their weights.
type bag struct {
	words []int32 // sorted
	sum   int
}

// word returns the number of a word, a new one for a new word. Numbers are
// given in the order of the documents.
func (w *World) word(s string) int32 {
	if n, ok := w.words[s]; ok {
		return n
	}
	weight := max(1, rareWeight-lexicon.Frequency(s))
	if s[0] >= '0' && s[0] <= '9' {
		weight = numberWeight
	}
	n := int32(len(w.weights))
	w.words[s] = n
	w.weights = append(w.weights, weight)
	w.spelt = append(w.spelt, s)
	return n
}

// bag makes a set of words.
func (w *World) bag(words []int32) bag {
	list := slices.Clone(words)
	slices.Sort(list)
	list = slices.Compact(list)
	b := bag{words: list}
	for _, x := range list {
		b.sum += w.weights[x]
	}
	return b
}

// shared returns the weight of the words that two bags share.
func (w *World) shared(a, b bag) int {
	sum, i, j := 0, 0, 0
	for i < len(a.words) && j < len(b.words) {
		switch {
		case a.words[i] < b.words[j]:
			i++
		case a.words[i] > b.words[j]:
			j++
		default:
			sum += w.weights[a.words[i]]
			i++
			j++
		}
	}
	return sum
}

// overlap says how far two bags agree: the share of the weight of the smaller
// that the other has too, in hundredths; -1 where one is empty.
func (w *World) overlap(a, b bag) int {
	least := min(a.sum, b.sum)
	if least == 0 {
		return -1
	}
	return 100 * w.shared(a, b) / least
}

// likeness says how far two bags are alike: twice the shared weight by both
// weights, in hundredths.
func (w *World) likeness(a, b bag) int {
	if a.sum+b.sum == 0 {
		return -1
	}
	return 200 * w.shared(a, b) / (a.sum + b.sum)
}

// known says what share of a's weight b has too, in hundredths; -1 where a is
// empty.
func (w *World) known(a, b bag) int {
	if a.sum == 0 {
		return -1
	}
	return 100 * w.shared(a, b) / a.sum
}

// meet reports whether two sorted lists share a member.
func meet[T int | int32](a, b []T) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return true
		}
	}
	return false
}
