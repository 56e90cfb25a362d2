package causes

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/nlp"
)

// A tree is a sentence with the children of each token in order.
type tree struct {
	toks []nlp.Token
	kids [][]int
}

// newTree returns nil where the heads are no tree.
func newTree(toks []nlp.Token) *tree {
	roots := 0
	for i, k := range toks {
		switch {
		case k.Rel == "" || k.Head >= len(toks) || k.Head == i || k.Head < -1 || (k.Head < 0) != (k.Rel == "root"):
			return nil
		case k.Head < 0:
			roots++
		}
	}
	t := &tree{toks: toks, kids: nlp.Dependents(toks)}
	seen := 0
	var walk func(i int)
	walk = func(i int) {
		seen++
		for _, k := range t.kids[i] {
			walk(k)
		}
	}
	for i, k := range toks {
		if k.Head < 0 {
			walk(i)
		}
	}
	if roots == 0 || seen != len(toks) {
		return nil // heads in a circle
	}
	return t
}

// rel returns the relation of a token without its subtype.
func (t *tree) rel(i int) string { return t.toks[i].Relation() }

func (t *tree) head(i int) int { return t.toks[i].Head }

// child returns the first child of a token with one of the relations, -1 for
// none. Relations without a subtype stand for all of theirs.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if slices.Contains(rels, t.toks[k].Rel) || slices.Contains(rels, t.rel(k)) {
			return k
		}
	}
	return -1
}

// under reports whether a token is top or hangs below it.
func (t *tree) under(i, top int) bool {
	for i >= 0 && i != top {
		i = t.head(i)
	}
	return i == top
}

// mark sets in[k] for a token and all below it.
func (t *tree) mark(in []bool, i int) {
	in[i] = true
	for _, k := range t.kids[i] {
		t.mark(in, k)
	}
}

// left returns the first token of what hangs from a token.
func (t *tree) left(i int) int {
	for len(t.kids[i]) > 0 && t.kids[i][0] < i {
		i = t.kids[i][0]
	}
	return i
}

// right returns the last token of what hangs from a token.
func (t *tree) right(i int) int {
	for i >= 0 && len(t.kids[i]) > 0 && t.kids[i][len(t.kids[i])-1] > i {
		i = t.kids[i][len(t.kids[i])-1]
	}
	return i
}

// verbal reports whether a token heads a clause: a verb, or what a copula or a
// subject makes a predicate of.
func (t *tree) verbal(i int) bool {
	return t.isVerb(i) || t.child(i, "cop", "nsubj", "csubj", "expl") >= 0
}

func (t *tree) isVerb(i int) bool { return strings.HasPrefix(t.toks[i].Tag, "VB") }

func (t *tree) isNoun(i int) bool { return strings.HasPrefix(t.toks[i].Tag, "NN") }

// clause returns the head of the clause that a token stands in, the token
// itself where it heads one, and the topmost noun where there is no clause.
func (t *tree) clause(i int) int {
	for !t.verbal(i) || t.rel(i) == "amod" {
		if t.head(i) < 0 {
			return i
		}
		i = t.head(i)
	}
	return i
}

// subject returns what a verb says something of, and whether the verb's own
// clause names it: the subject, that of the verb it is joined to or depends on.
// It is -1 for none.
func (t *tree) subject(v int) int {
	for range len(t.toks) {
		if k := t.child(v, "nsubj", "csubj"); k >= 0 {
			return k
		}
		switch t.rel(v) {
		case "conj", "xcomp":
			v = t.head(v)
		default:
			return -1
		}
	}
	return -1
}

// punct reports whether a token is no word.
func (t *tree) punct(i int) bool {
	return t.toks[i].Rel == "punct" || !strings.ContainsAny(t.toks[i].Lower, "abcdefghijklmnopqrstuvwxyz0123456789") && IsMark(t.toks[i].Text)
}

// IsMark reports whether a token is punctuation.
func IsMark(s string) bool { return strings.Trim(s, "\"'`’‘“”.,;:!?()[]{}-–—…|/*") == "" }

// comma reports whether a comma, a dash or a colon stands before a token.
func (t *tree) comma(i int) bool {
	if i == 0 {
		return false
	}
	switch t.toks[i-1].Text {
	case ",", ";", ":", "–", "—", "--", "-":
		return true
	}
	return false
}
