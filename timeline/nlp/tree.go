package nlp

import "strings"

// Dependents returns for each token of a sentence those that depend on it, in
// order. Tokens without a relation, and heads that are out of range or the token
// itself, have no place in it.
func Dependents(toks []Token) [][]int {
	placed := func(i int) bool {
		t := &toks[i]
		return t.Rel != "" && t.Head >= 0 && t.Head < len(toks) && t.Head != i
	}
	count := make([]int, len(toks))
	total := 0
	for i := range toks {
		if placed(i) {
			count[toks[i].Head]++
			total++
		}
	}
	room := make([]int, total) // one piece of memory for all
	out := make([][]int, len(toks))
	for i, n := range count {
		out[i], room = room[:0:n], room[n:]
	}
	for i := range toks {
		if placed(i) {
			out[toks[i].Head] = append(out[toks[i].Head], i)
		}
	}
	return out
}

// Relation returns the token's relation without its subtype: "nsubj" of
// "nsubj:pass".
func (t *Token) Relation() string {
	r, _, _ := strings.Cut(t.Rel, ":")
	return r
}
