package factored

import (
	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/linear"
	"github.com/causeline/causeline/timeline/nlp"
)

// A tree is a gold sentence as a parser sees it. Words are numbered like those
// of a linear.Sentence; index 0 is unused.
type tree struct {
	sent     linear.Sentence
	heads    []int32 // the root's number is that after the last word
	rels     []string
	children [][]int32 // of words and of the root, ascending
}

// newTree prepares a gold sentence. It returns nil where that has no words.
func (t *trainer) newTree(gold *conllu.Sentence, tags []string, reverse bool) *tree {
	toks := make([]nlp.Token, len(gold.Tokens))
	for i := range toks {
		form := gold.Tokens[i].Form
		toks[i] = nlp.Token{Text: form, Lower: nlp.Lower(form), Tag: tags[i]}
	}
	r := &tree{}
	r.sent.Prepare(toks, t.vocabulary, reverse)
	n := r.sent.Words()
	if n == 0 {
		return nil
	}
	number := make([]int32, len(toks)) // 0 for punctuation
	for i := 1; i <= n; i++ {
		number[r.sent.Token(i)] = int32(i)
	}
	root := int32(n + 1)
	r.heads = make([]int32, n+1)
	r.rels = make([]string, n+1)
	for i := 1; i <= n; i++ {
		g := &gold.Tokens[r.sent.Token(i)]
		r.rels[i] = g.Rel
		h := g.Head
		for h >= 0 && number[h] == 0 {
			h = gold.Tokens[h].Head // a child of punctuation goes to the head of that
		}
		r.heads[i] = root
		if h >= 0 {
			r.heads[i] = number[h]
		}
	}
	r.oneRoot()
	r.projectivise()
	r.children = make([][]int32, n+2)
	for i := 1; i <= n; i++ {
		h := r.heads[i]
		r.children[h] = append(r.children[h], int32(i))
	}
	return r
}

// oneRoot hangs all roots but the first on the first.
func (r *tree) oneRoot() {
	root, first := int32(len(r.heads)), int32(0)
	for i := int32(1); i < root; i++ {
		switch {
		case r.heads[i] != root:
		case first == 0:
			first = i
		default:
			r.heads[i] = first
		}
	}
}

// projectivise lifts the shortest arc that crosses another one to the head of
// its head until none crosses (Nivre and Nilsson, "Pseudo-Projective
// Dependency Parsing", ACL 2005).
func (r *tree) projectivise() {
	n := int32(len(r.heads) - 1)
	for {
		shortest, length := int32(0), n+1
		for d := int32(1); d <= n; d++ {
			h := r.heads[d]
			if l := max(h-d, d-h); h <= n && l < length && !r.covers(h, d) {
				shortest, length = d, l
			}
		}
		if shortest == 0 {
			return
		}
		r.heads[shortest] = r.heads[r.heads[shortest]]
	}
}

// covers reports whether all words between h and d descend from h.
func (r *tree) covers(h, d int32) bool {
	n := int32(len(r.heads) - 1)
	for i := min(h, d) + 1; i < max(h, d); i++ {
		a := i
		for a <= n && a != h {
			a = r.heads[a]
		}
		if a != h {
			return false
		}
	}
	return true
}

// cost counts the gold arcs that a puts out of reach in a state with the given
// stack, the top last (Goldberg and Nivre, "Training Deterministic Parsers with
// Non-Deterministic Oracles", TACL 1, 2013).
func (r *tree) cost(front int32, stack []int32, a linear.Action) int {
	n := 0
	if a == linear.Shift {
		head := r.heads[front]
		for i, w := range stack {
			if w == head && i < len(stack)-1 {
				n++
			}
			if r.heads[w] == front {
				n++
			}
		}
		return n
	}
	top := stack[len(stack)-1]
	for _, c := range r.children[top] {
		if c >= front {
			n++
		}
	}
	head := r.heads[top]
	switch {
	case a == linear.Right && head >= front:
		n++
	case a == linear.Left && (head > front || len(stack) > 1 && head == stack[len(stack)-2]):
		n++
	}
	return n
}

// derive returns transitions that make the tree: arcs as soon as they can be
// made.
func (r *tree) derive() []linear.Action {
	s := &r.sent
	st := s.Begin()
	var stack []int32
	var out []linear.Action
	for !s.Done(&st) {
		a := linear.Shift
		for _, arc := range []linear.Action{linear.Left, linear.Right} {
			if !s.Legal(&st, arc) {
				continue
			}
			if h, d := s.Arc(&st, arc); r.heads[d] == h && r.cost(st.Front(), stack, arc) == 0 {
				a = arc
				break
			}
		}
		out = append(out, a)
		stack = move(stack, &st, a)
		st = s.Step(st, a)
	}
	return out
}

// move does to a stack what a does in st.
func move(stack []int32, st *linear.State, a linear.Action) []int32 {
	if a == linear.Shift {
		return append(stack, st.Front())
	}
	return stack[:len(stack)-1]
}
