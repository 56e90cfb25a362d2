package story

import (
	"iter"
	"strings"
)

// Nearest returns the word of list that s was most likely meant to be, empty
// where none is near. Distance is Levenshtein's; up to a third of the letters
// may differ.
func Nearest(s string, list []string) string {
	if len(s) > 64 {
		return ""
	}
	s = strings.ReplaceAll(strings.ToLower(s), "-", "_")
	best, bestDistance := "", max(1, len(s)/3)+1
	for _, word := range list {
		if d := levenshtein(s, word); d < bestDistance {
			best, bestDistance = word, d
		}
	}
	return best
}

// NearestID returns the id that was most likely meant by one that is unknown,
// empty where none is near: up to a quarter of the letters may differ. Of two
// as near, it is the first in the alphabet.
func NearestID(id string, ids iter.Seq[string]) string {
	if len(id) > maxID {
		return ""
	}
	best, distance := "", len(id)/4+1
	for k := range ids {
		if abs(len(k)-len(id)) > distance {
			continue
		}
		if d := levenshtein(id, k); d < distance || d == distance && best != "" && k < best {
			best, distance = k, d
		}
	}
	return best
}

// levenshtein counts the letters to change, add or drop; two neighbours that
// changed places count as one (the restricted Damerau distance), since that is
// how people mistype.
func levenshtein(a, b string) int {
	x, y := []rune(a), []rune(b)
	before := make([]int, len(y)+1)
	prev := make([]int, len(y)+1)
	cur := make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(y)]
}
