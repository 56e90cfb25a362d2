package causes

import (
	"slices"

	"github.com/causeline/causeline/timeline/lexicon"
)

// A side is one argument of a cue in the tree. Its words are what hangs from
// its head, without the cue and the other side.
type side struct {
	head     int  // -1 for nothing
	also     int  // a second head whose words belong to it, -1 for none
	reach    int  // a token up to which it goes on: a relative pronoun, -1 for none
	previous bool // what the sentence before says
	anaphor  bool // the head takes up the sentence before
	bare     bool // a predicate without its copula
	keepCue  bool // the cue is part of it: "killing six"
	until    int  // where it ends at the latest, 0 for no such bound
	loose    bool // a relative pronoun that may take up a thing as well
}

// nothing is no side.
var nothing = side{head: -1, also: -1, reach: -1}

// at is the side that hangs from a head.
func at(head int) side { return side{head: head, also: -1, reach: -1} }

func (s side) ok() bool { return s.head >= 0 || s.previous }

// sides finds the two arguments of a cue: inner is the one that the cue
// governs ("because of RAIN", "led to RAIN"), outer the other.
func (f *finder) sides(c lexicon.Cue, a, b int) (outer, inner side, ok bool) {
	pivot := f.pivot(a, b)
	switch c.Form {
	case lexicon.FormConjunction, lexicon.FormPreposition, lexicon.FormPurpose:
		inner = f.governed(a, b)
		switch {
		case !inner.ok():
		case relative(f.toks[inner.head].Lower): // "shut, due to which prices rose"
			if v := f.head(inner.head); v >= 0 && f.toks[v].Rel == "acl:relcl" {
				outer, inner = at(v), f.antecedent(inner.head)
				inner.reach = -1
			}
		case a > 0 && f.toks[a-1].Lower == "but" && f.last.word == c.Words[0]:
			outer = f.last.outer
			outer.until = f.last.at
		default:
			outer = f.attachment(a, b, inner.head)
			f.last = reason{c.Words[0], a, outer}
		}
	case lexicon.FormAdverb:
		outer, inner = f.joined(pivot, a, b)
	case lexicon.FormVerb:
		inner = f.complement(pivot, a, b)
		outer = f.agent(pivot)
		if f.isLinkTo(pivot, inner) { // "the harm that it caused"
			outer = f.ownSubject(pivot)
		}
	case lexicon.FormPassive:
		inner = f.governed(a, b)
		outer = f.agent(pivot)
	case lexicon.FormParticiple:
		inner = f.complement(pivot, a, b)
		outer = f.attended(pivot)
	case lexicon.FormResult, lexicon.FormMotive:
		inner, outer = at(pivot), f.attended(pivot)
		inner.keepCue = true
	case lexicon.FormDeed:
		inner, outer = at(pivot), f.agent(pivot)
		inner.keepCue = true
	case lexicon.FormNoun:
		inner = f.governed(a, b)
		if k := f.child(pivot, "acl"); inner.ok() && k > inner.head && f.rel(inner.head) == "nmod" && f.toks[k].Tag == "VB" {
			inner = side{head: k, also: inner.head, reach: -1} // "the reason for the firm to leave"
		}
		outer = f.counterpart(pivot)
	}
	return outer, inner, inner.ok() && outer.ok() && (outer.head != inner.head || outer.previous || inner.previous)
}

// pivot returns the cue's word that the others hang from. Of several, words of
// content come before those of grammar.
func (f *finder) pivot(a, b int) int {
	best := -1
	for k := a; k < b; k++ {
		if h := f.head(k); h >= a && h < b {
			continue
		}
		if best < 0 || f.weak(best) && !f.weak(k) {
			best = k
		}
	}
	return best
}

// weak reports whether a word only serves another.
func (f *finder) weak(i int) bool {
	return slices.Contains([]string{"case", "mark", "advmod", "aux", "cop", "det", "cc", "punct"}, f.toks[i].Rel)
}

// governed returns what the cue at the tokens [a, b) governs: the word that it
// marks, or else what hangs from its last noun or adjective.
func (f *finder) governed(a, b int) side {
	for k := b - 1; k >= a; k-- {
		if h := f.marked(k, a, b); h >= b {
			return at(h)
		}
	}
	for k := b - 1; k >= a; k-- {
		for _, kid := range f.kids[k] {
			switch f.rel(kid) {
			case "nmod", "obl", "obj", "acl", "advcl", "xcomp", "ccomp":
				if kid >= b {
					return at(kid)
				}
			}
		}
	}
	return nothing
}

// marked returns the word outside the cue that a word of the cue, or the words
// that it belongs to, introduce; -1 for none.
func (f *finder) marked(k, a, b int) int {
	for k >= a && k < b {
		switch f.rel(k) {
		case "case", "mark", "fixed", "advmod", "cc":
			k = f.head(k)
		default:
			return -1
		}
	}
	return k
}

// attachment returns what the phrase of a cue and the word it governs is an
// adjunct of.
func (f *finder) attachment(a, b, inner int) side {
	top := inner
	for h := f.head(top); h >= a && h < b; h = f.head(top) {
		top = h
	}
	if k := f.child(top, "nsubj"); k >= 0 && f.child(top, "cop") >= 0 && top != inner || k >= 0 && k < a && f.child(top, "cop") >= 0 {
		// "The exodus was due to the flood", "It was because of the flood that ..."
		if l := f.toks[k].Lower; l == "it" || l == "that" || l == "this" {
			if that := f.clefted(top, b); that >= 0 {
				return at(that)
			}
		}
		return f.taken(k)
	}
	m := f.head(top)
	if m < 0 {
		return nothing
	}
	for k := m; k < a; k++ {
		if f.toks[k].Text == ";" {
			return nothing // what stands there is another statement
		}
	}
	return f.adjunctOf(m, a, top)
}

// clefted returns the clause of "it was because of X that CLAUSE".
func (f *finder) clefted(top, from int) int {
	for k := from; k < len(f.toks); k++ {
		if f.toks[k].Lower != "that" {
			continue
		}
		h := f.head(k)
		if h > k && f.under(h, top) && f.child(h, "nsubj") >= 0 && f.isVerb(h) {
			return h
		}
	}
	return -1
}

// adjunctOf returns the clause or event that a phrase at token from, attached
// to m, says something about. Parsers hang phrases on the noun before them;
// that a noun is meant is sure only where the clause goes on behind it.
func (f *finder) adjunctOf(m, from, top int) side {
	for range len(f.toks) {
		if f.speaks(m) && f.rel(top) != "ccomp" {
			if k := f.spoken(m, from); k >= 0 {
				return at(k)
			}
		}
		if f.verbal(m) && f.rel(m) != "amod" {
			return f.root(m)
		}
		h := f.head(m)
		if h < 0 {
			return at(m)
		}
		switch f.rel(m) {
		case "nsubj", "csubj":
			if m < h && !f.acts(m) {
				return at(m)
			}
		}
		if f.clause(m) > from && m < from { // the verb follows: part of a subject
			return at(m)
		}
		m = h
	}
	return nothing
}

// root returns the clause that a verb belongs to as its main verb: that of an
// open complement is the verb above it, and a participle shares its adjuncts
// with the clause that it accompanies.
func (f *finder) root(v int) side {
	for f.toks[v].Tag == "VBG" && f.head(v) >= 0 && f.head(v) < v && f.child(v, "aux", "nsubj", "mark") < 0 && participial(f.rel(v)) {
		v = f.clause(f.head(v))
	}
	for f.rel(v) == "xcomp" && f.head(v) >= 0 && f.head(v) < v && f.verbal(f.head(v)) && !f.speaks(f.head(v)) {
		v = f.head(v)
	}
	return at(v)
}

func participial(rel string) bool { return rel == "acl" || rel == "advcl" || rel == "conj" }

// spoken returns the clause that a verb of speech introduces before a token.
func (f *finder) spoken(v, from int) int {
	k := f.child(v, "ccomp", "parataxis")
	if k < 0 || k > from && v < from {
		return -1
	}
	return k
}
