package extract

import "github.com/causeline/causeline/timeline/nlp"

// A syntax is the dependency tree of a sentence (Universal Dependencies), with
// the dependents of each token in order.
type syntax struct {
	toks []nlp.Token
	kids [][]int
}

func newSyntax(toks []nlp.Token) *syntax {
	return &syntax{toks: toks, kids: nlp.Dependents(toks)}
}

// child returns the first dependent of token i with the relation, subtypes
// included, -1 for none.
func (s *syntax) child(i int, rel string) int {
	for _, k := range s.kids[i] {
		if s.toks[k].Relation() == rel {
			return k
		}
	}
	return -1
}

// marker returns the subordinator or preposition of token i in lower case:
// "to", "if", "after"; "" for none.
func (s *syntax) marker(i int) string {
	for _, k := range s.kids[i] {
		switch s.toks[k].Relation() {
		case "mark", "case":
			return s.toks[k].Lower
		}
	}
	return ""
}

// head returns the governor of token i, -1 for the root and for words that are
// in no tree.
func (s *syntax) head(i int) int {
	if t := s.toks[i]; t.Rel != "" && t.Head >= 0 && t.Head < len(s.toks) && t.Head != i {
		return t.Head
	}
	return -1
}

// first returns the first member of the coordination that token i is in.
func (s *syntax) first(i int) int {
	for range s.toks {
		h := s.head(i)
		if h < 0 || s.toks[i].Rel != "conj" {
			break
		}
		i = h
	}
	return i
}

// negated reports whether a word of negation depends on token i.
func (s *syntax) negated(i int) bool {
	for _, k := range s.kids[i] {
		switch s.toks[k].Lower {
		case "not", "n't", "never", "neither", "nor", "no", "without", "hardly":
			return true
		}
		switch s.toks[k].Relation() {
		case "nsubj", "obj":
			for _, d := range s.kids[k] {
				if s.toks[d].Lower == "no" || s.toks[d].Lower == "neither" {
					return true
				}
			}
			switch s.toks[k].Lower {
			case "nobody", "none", "nothing":
				return true
			}
		}
	}
	return false
}

// modal returns the lemma of the modal or future auxiliary of token i, "" for
// none.
func (s *syntax) modal(i int) string {
	for _, k := range s.kids[i] {
		if s.toks[k].Tag == "MD" {
			return s.toks[k].Lower
		}
	}
	return ""
}

// pastTense reports whether the verb group of token i is in the past or the
// perfect.
func (s *syntax) pastTense(i int) bool {
	if t := s.toks[i]; t.Tag == "VBD" || t.Tag == "VBP" && invariable(t.Lemma) {
		return true
	}
	for _, k := range s.kids[i] {
		if t := s.toks[k]; t.Relation() == "aux" && (t.Tag == "VBD" || t.Lemma == "have") {
			return true
		}
	}
	return false
}

// finite reports whether the verb at token i stands for itself: it has a
// subject, an auxiliary or a tense of its own.
func (s *syntax) finite(i int) bool {
	switch s.toks[i].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return s.child(i, "aux") >= 0 || s.child(i, "nsubj") >= 0
}

// passive reports whether the verb at token i is in the passive.
func (s *syntax) passive(i int) bool {
	for _, k := range s.kids[i] {
		switch s.toks[k].Rel {
		case "nsubj:pass", "aux:pass", "csubj:pass":
			return true
		}
	}
	if s.toks[i].UPOS == "ADJ" {
		return true // its subject is the one whom it befell
	}
	return s.toks[i].Tag == "VBN" && s.child(i, "aux") < 0 && s.child(i, "nsubj") < 0
}

// relative reports whether the verb at token i is that of a relative clause.
func (s *syntax) relative(i int) bool { return s.toks[s.first(i)].Rel == "acl:relcl" }

// governs reports whether a word of content depends on token i.
func (s *syntax) governs(i int) bool {
	for _, k := range s.kids[i] {
		switch s.toks[k].Relation() {
		case "obl", "ccomp", "xcomp", "advcl", "csubj":
			return true
		}
	}
	return false
}

// conjuncts returns token i and what is joined to it, in order.
func (s *syntax) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range s.kids[i] {
		if s.toks[k].Rel == "conj" {
			out = append(out, k)
		}
	}
	return out
}

// phrase returns the tokens [from, to) of the noun phrase headed by token i,
// without the phrases and clauses behind it.
func (s *syntax) phrase(i int) (from, to int) {
	from, to = i, i+1
	for _, k := range s.kids[i] {
		switch s.toks[k].Relation() {
		case "det", "amod", "compound", "nummod", "flat", "fixed", "advmod":
		case "nmod":
			if s.toks[k].Rel != "nmod:poss" {
				continue
			}
		default:
			continue
		}
		a, b := s.phrase(k)
		from, to = min(from, a), max(to, b)
	}
	return from, to
}

// above reports whether token i hangs from token g, directly or not.
func (s *syntax) above(g, i int) bool {
	for range s.toks {
		if i = s.head(i); i < 0 || i == g {
			break
		}
	}
	return i == g
}

// colon reports whether a colon sets off token i and what hangs from it.
func (s *syntax) colon(i int) bool {
	for _, k := range s.kids[i] {
		if s.toks[k].Text == ":" {
			return true
		}
	}
	return false
}

// defined reports whether a determiner or a possessor says that the noun at
// token i is one already known.
func (s *syntax) defined(i int) bool {
	for _, k := range s.kids[i] {
		switch s.toks[k].Rel {
		case "nmod:poss":
			return true
		case "det":
			switch s.toks[k].Lower {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

// markerAbove returns the preposition of the noun that token i describes: in
// "after the mayor left" parsers may hang the verb from its subject.
func (s *syntax) markerAbove(i int) string {
	if g := s.head(i); g >= 0 && s.toks[i].Relation() == "acl" {
		return s.marker(g)
	}
	return ""
}

// nounBefore returns the last object or phrase of the verb at token g that
// stands before token i, -1 for none.
func (s *syntax) nounBefore(g, i int) int {
	last := -1
	for _, k := range s.kids[g] {
		if rel := s.toks[k].Relation(); k < i && (rel == "obj" || rel == "obl") {
			last = k
		}
	}
	return last
}

// denied reports whether a determiner of the noun at token i says that there
// was none: "no deal", "any deal".
func (s *syntax) denied(i int) bool {
	for _, k := range s.kids[i] {
		switch s.toks[k].Lower {
		case "no", "any", "neither", "nor", "without":
			return true
		}
	}
	return false
}

// perfect reports whether the verb at token i is in the present perfect.
func (s *syntax) perfect(i int) bool {
	for _, k := range s.kids[i] {
		if t := s.toks[k]; t.Relation() == "aux" && t.Lemma == "have" && (t.Tag == "VBZ" || t.Tag == "VBP") {
			return true
		}
	}
	return false
}
