package causes

import (
	"slices"
	"strings"

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

var nothing = side{head: -1, also: -1, reach: -1}

func at(head int) side { return side{head: head, also: -1, reach: -1} }

// eventful reports whether a side can be an event: a clause, a word that takes
// up one, a noun of events or one made from a verb.
func (f *finder) eventful(s side) bool {
	switch {
	case s.previous || s.anaphor:
		return true
	case s.loose || s.head < 0:
		return false
	case f.verbal(s.head) || f.event(s.head):
		return true
	}
	for _, end := range [...]string{"tion", "sion", "ment", "ance", "ence", "ing", "ure", "sis", "ack", "age", "al"} {
		if w := f.text.lemmas[s.head]; strings.HasSuffix(w, end) && len(w) > len(end)+3 {
			return true
		}
	}
	return lexicon.CueWord("state", f.text.lemmas[s.head])
}

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
	case lexicon.FormNoun:
		inner = f.governed(a, b)
		if k := f.child(pivot, "acl"); inner.ok() && k > inner.head && f.rel(inner.head) == "nmod" && f.toks[k].Tag == "VB" {
			inner = side{head: k, also: inner.head, reach: -1} // "the reason for the firm to leave"
		}
		outer = f.counterpart(pivot)
	}
	return outer, inner, inner.ok() && outer.ok() && (outer.head != inner.head || outer.previous || inner.previous)
}

// pivot returns the cue's word that the others hang from.
func (f *finder) pivot(a, b int) int {
	best := -1
	for k := a; k < b; k++ {
		if h := f.head(k); h < a || h >= b {
			if best < 0 || f.toks[k].Rel != "case" && f.toks[k].Rel != "advmod" && f.toks[k].Rel != "aux" && f.toks[k].Rel != "cop" {
				if best < 0 || f.weak(best) {
					best = k
				}
			}
		}
	}
	return best
}

func (f *finder) weak(i int) bool {
	return slices.Contains([]string{"case", "mark", "advmod", "aux", "cop", "det", "cc", "punct"}, f.toks[i].Rel)
}

// governed returns what the cue at the tokens [a, b) governs: the word that it
// marks, or what hangs from its last noun or adjective.
func (f *finder) governed(a, b int) side {
	best := -1
	for k := b - 1; k >= a; k-- {
		h := k
		for h >= a && h < b {
			switch f.rel(h) {
			case "case", "mark", "fixed", "advmod", "cc":
				h = f.head(h)
				continue
			}
			h = -1
		}
		if h >= b {
			best = h
			break
		}
	}
	for k := b - 1; k >= a && best < 0; k-- {
		for _, kid := range f.kids[k] {
			if kid < b {
				continue
			}
			switch f.rel(kid) {
			case "nmod", "obl", "obj", "acl", "advcl", "xcomp", "ccomp":
				best = kid
			}
			if best >= 0 {
				break
			}
		}
	}
	if best < 0 {
		return nothing
	}
	return at(best)
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

// complement returns the object of a verb, with the act that the object is
// brought to: "led to RIOTS", "forced THE SHOP TO CLOSE".
func (f *finder) complement(v, a, b int) side {
	if v < 0 {
		return nothing
	}
	if b-1 > v || b-1 > a {
		if s := f.governed(max(a, v+1), b); s.ok() && s.head >= b {
			return s
		}
	}
	obj := -1
	for _, k := range f.kids[v] {
		if k > v && f.rel(k) == "obj" {
			obj = k
			break
		}
	}
	act := -1
	for _, k := range f.kids[v] {
		if k < b {
			continue
		}
		switch f.rel(k) {
		case "xcomp", "ccomp":
			act = k
		case "advcl", "obl":
			if mark := f.child(k, "mark", "case"); obj >= 0 && mark > obj && (f.toks[mark].Lower == "from" || f.toks[mark].Lower == "to" && f.toks[k].Tag == "VB" && f.next(obj, mark)) {
				act = k
			}
		}
		if act >= 0 {
			break
		}
	}
	if e := f.right(obj) + 1; obj >= 0 && act < 0 && e+1 < len(f.toks) && f.toks[e].Tag == "TO" && f.toks[e+1].Tag == "VB" {
		act = e + 1 // whatever the parser made of it
	}
	switch {
	case obj >= 0 && act >= 0:
		return side{head: act, also: obj, reach: -1}
	case obj >= 0:
		// "allowed the ship to sail", the act hanging from the noun
		return at(obj)
	case act >= 0:
		return at(act)
	}
	if f.rel(v) == "acl" && f.toks[v].Rel == "acl:relcl" { // "the damage the storm caused"
		return at(f.head(v))
	}
	for _, k := range f.kids[v] {
		if k >= b && (f.rel(k) == "obl" || f.rel(k) == "advcl") && f.child(k, "case", "mark") < 0 && f.rel(k) == "obl" {
			return at(k)
		}
	}
	return nothing
}

// next reports whether an infinitive's mark follows right behind the phrase
// of a noun.
func (f *finder) next(noun, mark int) bool {
	in := make([]bool, len(f.toks))
	f.tree.mark(in, noun)
	return in[mark-1] || f.punct(mark-1)
}

// isLinkTo reports whether the complement is the noun that the verb's clause
// describes.
func (f *finder) isLinkTo(v int, inner side) bool {
	return v >= 0 && inner.ok() && f.head(v) == inner.head && f.toks[v].Rel == "acl:relcl"
}

func (f *finder) ownSubject(v int) side {
	if k := f.child(v, "nsubj"); k >= 0 && !relative(f.toks[k].Lower) {
		return f.taken(k)
	}
	return nothing
}

// agent returns the subject of a verb: the noun, or what a relative pronoun or
// a participle takes up.
func (f *finder) agent(v int) side {
	if v < 0 {
		return nothing
	}
	k := f.subject(v)
	if k < 0 && (f.toks[v].Tag == "VBD" || f.toks[v].Tag == "VBZ" || f.toks[v].Tag == "VBP") && f.rel(v) != "conj" {
		k = f.adjacent(v)
	}
	if k >= 0 && relative(f.toks[k].Lower) {
		return f.antecedent(k)
	}
	if k >= 0 {
		return f.taken(k)
	}
	switch f.rel(v) {
	case "acl":
		if h := f.head(v); h < v {
			return at(h)
		}
	case "advcl":
		return f.attended(v)
	case "conj":
		if h := f.head(v); f.rel(h) == "acl" && f.head(h) < h {
			return at(f.head(h))
		}
	}
	return nothing
}

func relative(w string) bool { return w == "which" || w == "that" || w == "who" }

// adjacent returns the noun right before a finite verb without a subject,
// which a date in front of it made an adjunct: "On Monday high wind caused".
func (f *finder) adjacent(v int) int {
	for _, k := range f.kids[v] {
		if k < v && f.isNoun(k) && f.right(k) == v-1 {
			return k
		}
	}
	return -1
}

// antecedent returns what a relative pronoun stands for. Behind a comma that
// is the whole clause before it, unless the noun there is an event.
func (f *finder) antecedent(pronoun int) side {
	v := f.head(pronoun)
	for v >= 0 && f.toks[v].Rel != "acl:relcl" {
		if f.rel(v) != "conj" && f.rel(v) != "xcomp" && f.rel(v) != "advcl" {
			return nothing
		}
		if f.rel(v) == "advcl" {
			s := at(f.clause(max(f.head(v), 0)))
			s.reach = pronoun
			return s
		}
		v = f.head(v)
	}
	if v < 0 || f.head(v) < 0 || f.head(v) > v {
		return nothing
	}
	noun := f.head(v)
	s := at(noun)
	if f.toks[pronoun].Lower == "which" && !f.event(noun) && !f.verbal(noun) && (f.comma(pronoun) || f.rel(noun) == "obl") {
		s = f.root(f.clause(noun))
		s.loose = true
		for k := noun; f.rel(k) == "nmod" || f.rel(k) == "compound"; {
			if k = f.head(k); f.event(k) {
				s = at(k) // "hearings on a wage for farms, which were prompted by"
				break
			}
		}
	}
	s.reach = pronoun
	return s
}

// event reports whether a noun denotes an event.
func (f *finder) event(i int) bool {
	_, ok := lexicon.EventNoun(f.text.lemmas[i])
	return ok && f.isNoun(i)
}

// taken is a subject as a side: "this" and "that" take up the sentence before.
func (f *finder) taken(k int) side {
	s := at(k)
	switch f.toks[k].Lower {
	case "this", "that":
		s.anaphor = len(f.kids[k]) == 0
	}
	return s
}

// attended returns the clause that a participle says something about: the one
// that it follows behind a comma, or the noun that it stands right behind.
func (f *finder) attended(v int) side {
	if v < 0 {
		return nothing
	}
	for f.rel(v) == "conj" && f.head(v) >= 0 && f.toks[f.head(v)].Tag == f.toks[v].Tag {
		v = f.head(v)
	}
	h := f.head(v)
	if h < 0 {
		return nothing
	}
	switch f.rel(v) {
	case "acl", "amod":
		if h > v {
			return nothing
		}
		if !f.comma(f.left(v)) && (f.event(h) || !f.verbal(f.clause(h))) {
			return at(h)
		}
		if f.comma(f.left(v)) || !f.event(h) {
			return f.adjunctOf(h, v, v)
		}
		return at(h)
	case "advcl", "xcomp", "dep", "parataxis", "conj", "ccomp":
		return f.adjunctOf(h, v, v)
	}
	return nothing
}

// joined returns the two clauses that an adverb such as "therefore" stands
// between: the one it belongs to (inner) and the one before (outer).
func (f *finder) joined(pivot, a, b int) (outer, inner side) {
	if pivot < 0 || pivot < a || pivot >= b {
		return nothing, nothing
	}
	if f.toks[pivot].Lower == "why" { // "that is why"
		k := f.child(pivot, "advcl", "acl", "ccomp")
		if k < 0 && f.head(pivot) > pivot {
			k = f.head(pivot)
		}
		if k < 0 {
			return nothing, nothing
		}
		if f.toks[a].Lower == "which" {
			if h := f.head(pivot); h >= 0 && h < a {
				s := at(f.clause(h))
				s.reach = a
				return s, at(k)
			}
			return nothing, nothing
		}
		outer = f.taken(a)
		outer.keepCue = true
		return outer, at(k)
	}
	m := f.head(pivot)
	if m < 0 {
		return nothing, nothing
	}
	m = f.clause(m)
	if m < a && (f.comma(a) || f.toks[max(a-1, 0)].Tag == "CC") {
		// "The dam broke; as a result, people fled", the adverb hanging from
		// the clause before.
		for _, k := range f.kids[m] {
			if k > b && (f.rel(k) == "conj" || f.rel(k) == "parataxis") && f.verbal(k) {
				return at(m), at(k)
			}
		}
	}
	inner = at(m)
	switch h := f.head(m); {
	case h >= 0 && h < a && (f.rel(m) == "conj" || f.rel(m) == "parataxis" || f.rel(m) == "advcl"):
		return at(f.clause(h)), inner
	case h < 0 && f.opens(a), h >= 0 && f.opens(a) && f.speaks(h):
		return side{head: -1, also: -1, reach: -1, previous: true}, inner
	}
	for _, k := range f.kids[m] { // "The dam broke; therefore, people fled" with the first clause below
		if k < a && (f.rel(k) == "ccomp" || f.rel(k) == "parataxis") && f.verbal(k) {
			return at(k), inner
		}
	}
	return nothing, nothing
}

// opens reports whether a token begins the sentence, but for "and" and marks.
func (f *finder) opens(a int) bool {
	for k := range a {
		if !f.punct(k) && f.toks[k].Tag != "CC" {
			return false
		}
	}
	return true
}

// counterpart returns what a noun such as "cause" is said of: its subject or
// predicate, or what it stands beside.
func (f *finder) counterpart(n int) side {
	if n < 0 {
		return nothing
	}
	if f.child(n, "cop") >= 0 {
		if k := f.child(n, "nsubj", "csubj"); k >= 0 {
			if relative(f.toks[k].Lower) && f.toks[n].Rel == "acl:relcl" {
				return f.antecedent(k)
			}
			return f.taken(k)
		}
	}
	h := f.head(n)
	if h < 0 || f.speaks(h) {
		return nothing
	}
	switch f.rel(n) {
	case "nsubj":
		if f.child(h, "cop") >= 0 {
			if !f.isNoun(h) && !f.isVerb(h) {
				return nothing // "the result of the vote was unclear"
			}
			s := at(h)
			s.bare = true
			return s
		}
		if f.text.lemmas[h] == "be" {
			if k := f.child(h, "ccomp", "xcomp", "obj", "advcl"); k >= 0 {
				return at(k)
			}
		}
	case "appos":
		if f.event(h) || !f.verbal(f.clause(h)) || f.rel(h) == "nsubj" {
			return at(h)
		}
		return at(f.clause(h))
	case "obj", "obl", "dep", "parataxis", "advcl", "conj", "nmod":
		if f.comma(f.left(n)) && h < n && f.child(n, "case") < 0 {
			return at(f.clause(h))
		}
		if f.isVerb(h) && becomes(f.text.lemmas[h]) {
			return f.agent(h)
		}
		if k := f.child(n, "case"); k >= 0 && f.toks[k].Lower == "as" && f.isVerb(h) {
			if o := f.child(h, "obj", "nsubj"); o >= 0 {
				return f.taken(o) // "cited rain as the cause of"
			}
		}
	case "xcomp":
		if f.isVerb(h) && becomes(f.text.lemmas[h]) {
			return f.agent(h)
		}
	}
	return nothing
}

func becomes(lemma string) bool {
	return lemma == "become" || lemma == "remain" || lemma == "be" || lemma == "come" || lemma == "seem"
}
