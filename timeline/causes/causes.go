// Package causes finds the causal relations that one sentence states: "the
// flood led to a blackout", "closed because of the strike".
//
// It works on the dependency tree. A cue of package lexicon matches words; the
// form of the cue says where in the tree its two sides hang, and the sides are
// read off as spans. Nothing is concluded from the meaning of two events:
// without a cue between them there is no relation. How far a relation is to be
// believed is its grade; what is denied, only thought possible or told by
// somebody is flagged and left to the reader of the data.
package causes

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// A Type says what a sentence claims of two sides, in the words of a story's
// relations.
type Type string

// The types of relation. Before is order without a cause; PartOf says that the
// one took place at or during the other.
const (
	Causes   Type = "causes"
	Enables  Type = "enables"
	Prevents Type = "prevents"
	Before   Type = "before"
	PartOf   Type = "part_of"
)

// A Grade says how far a cue is to be believed.
type Grade uint8

// The grades, from the surest down. Order is no cause at all.
const (
	Stated    Grade = iota // says it plainly: "because of"
	Possible               // causal in some of its uses: "in the wake of"
	Suggested              // a motive, a purpose or a circumstance: "demanding", "in order to"
	Order                  // says which came first, or that one was part of the other
)

// A Span is a piece of text, in the offsets of the sentence's tokens (bytes of
// the analysed text), end exclusive.
type Span struct{ Start, End int }

// A Side is the cause or the effect of a relation.
type Side struct {
	Span
	From, To int   // its tokens, end exclusive
	Head     int   // the token that the words hang from: a verb, a noun
	Names    []int // tokens that may name its event, the most telling first; see names.go
	Previous bool  // it is what the sentence before says: all else is unset, or of that sentence
	Anaphor  bool  // a word that takes up the sentence before: "this led to"
}

// A Relation is one statement.
type Relation struct {
	Cause, Effect Side // for Before, what came first and later; for PartOf, part and whole
	Signals       []Span
	Cue           string // in lower case, as written
	Type          Type
	Grade         Grade
	Negated       bool // denied: "not because of"
	Hedged        bool // only held possible: "may have led to"
	Expected      bool // not yet, or only if: "will lead to"
	Attributed    bool // told by somebody: "officials said"
	Alleged       bool // and no more than alleged or believed
}

// Sure reports whether the sentence says plainly that one side brought about
// or prevented the other.
func (r *Relation) Sure() bool {
	return r.Type != Before && r.Grade == Stated && !r.Negated && !r.Hedged
}

// Thinkable reports whether the sentence says so at least as something
// possible, or names a motive, a purpose or a circumstance.
func (r *Relation) Thinkable() bool { return r.Grade != Order && !r.Negated }

// maxTokens bounds the work on text that is no prose.
const maxTokens = 400

// Find returns what a parsed sentence states, in the order of the cues. A
// sentence without a tree, or whose heads form none, states nothing.
func Find(s *nlp.Sentence) []Relation {
	if len(s.Tokens) == 0 || len(s.Tokens) > maxTokens {
		return nil
	}
	t := newTree(s.Tokens)
	if t == nil {
		return nil
	}
	f := finder{tree: t, text: words(s.Tokens)}
	f.matches()
	return f.found
}

// known reports whether a relation says what one before it says.
func (f *finder) known(r *Relation) bool {
	return slices.ContainsFunc(f.found, func(have Relation) bool {
		return have.Cause.Span == r.Cause.Span && have.Effect.Span == r.Effect.Span && have.Type == r.Type && have.Grade <= r.Grade
	})
}

// A finder reads one sentence.
type finder struct {
	*tree
	text  lowered
	found []Relation
	last  reason
}

// A reason is the last conjunction or preposition that was read and what it
// was said of: "not because of A but because of B" says both of one thing.
type reason struct {
	word  string
	at    int
	outer side
}

// lowered are the words of a sentence as the cues want them.
type lowered struct{ words, lemmas []string }

func words(toks []nlp.Token) lowered {
	l := lowered{make([]string, len(toks)), make([]string, len(toks))}
	for i, t := range toks {
		l.words[i], l.lemmas[i] = t.Lower, strings.ToLower(t.Lemma)
	}
	return l
}

// matches looks for cues from left to right. The longest match at a word wins;
// of the readings of one cue, each that fits the tree gives a relation.
func (f *finder) matches() {
	for i := 0; i < len(f.toks); {
		f.frames(i)
		n, cues := lexicon.MatchCues(f.text.words[i:], f.text.lemmas[i:])
		used := false
		causal := false
		for _, c := range cues {
			if c.Tier == lexicon.TierSuggested && causal {
				continue // a stronger reading of the same words was found
			}
			if f.cue(c, i, i+n) {
				used = true
				causal = causal || c.Tier != lexicon.TierTemporal
			}
		}
		if used {
			i += n
		} else {
			i++
		}
	}
}

// A pair is the two sides of a cue while the tree is read: heads and the words
// that they may span.
type pair struct{ cause, effect side }

// cue reads a cue at the tokens [a, b).
func (f *finder) cue(c lexicon.Cue, a, b int) bool {
	if !f.fits(c, a, b) {
		return false
	}
	outer, inner, ok := f.sides(c, a, b)
	if !ok || len(c.With) > 0 && !f.with(c, outer, inner, a, b) {
		return false
	}
	if (c.Form == lexicon.FormVerb || c.Form == lexicon.FormPassive) && !f.events(c, outer, inner) {
		return false
	}
	p := pair{cause: inner, effect: outer}
	if c.Cause == lexicon.CauseBefore {
		p = pair{cause: outer, effect: inner}
	}
	if c.Form == lexicon.FormVerb && c.Type == lexicon.CueCauses && c.Cause == lexicon.CauseBefore {
		if via := f.via(inner.head); via >= 0 {
			between := at(via)
			first := f.add(c, pair{outer, between}, a, b)
			return f.add(c, pair{between, inner}, a, b) || first
		}
	}
	return f.add(c, p, a, b)
}

// events reports whether the sides of a verb can be events. Who does something
// is no cause, and nobody is an effect; and things let people do things: what is
// told here is which events did.
func (f *finder) events(c lexicon.Cue, outer, inner side) bool {
	if outer.head >= 0 && f.acts(outer.head) || inner.head >= 0 && inner.also < 0 && f.acts(inner.head) {
		return false
	}
	cause := f.pick(c, outer, inner)
	return c.Type == lexicon.CueCauses && c.Tier == lexicon.TierStated || f.eventful(cause)
}

// via returns what an effect is said to come about by: "floods via landslides".
func (f *finder) via(effect int) int {
	for _, k := range append(slices.Clone(f.kids[effect]), f.kids[max(f.head(effect), 0)]...) {
		if mark := f.child(k, "case"); k > effect && mark > effect && f.toks[mark].Lower == "via" {
			return k
		}
	}
	return -1
}

// pick returns the side of a cue that is the cause.
func (f *finder) pick(c lexicon.Cue, outer, inner side) side {
	if c.Cause == lexicon.CauseBefore {
		return outer
	}
	return inner
}

// add makes a relation of two sides, unless they are one.
func (f *finder) add(c lexicon.Cue, p pair, a, b int) bool {
	cause, ok1 := f.span(p.cause, p.effect, a, b)
	effect, ok2 := f.span(p.effect, p.cause, a, b)
	if !ok1 || !ok2 || cause.Previous && effect.Previous || overlap(cause, effect) {
		return false
	}
	r := Relation{
		Cause: cause, Effect: effect, Type: Type(c.Type), Grade: gradeOf(c),
		Signals: []Span{{f.toks[a].Start, f.toks[b-1].End}},
		Cue:     strings.Join(f.text.words[a:b], " "),
	}
	f.flag(&r, a, b, p)
	if f.known(&r) {
		return false
	}
	f.found = append(f.found, r)
	return true
}

func overlap(a, b Side) bool {
	return !a.Previous && !b.Previous && a.From < b.To && b.From < a.To
}

func gradeOf(c lexicon.Cue) Grade {
	switch c.Tier {
	case lexicon.TierStated:
		return Stated
	case lexicon.TierPossible:
		return Possible
	case lexicon.TierSuggested:
		return Suggested
	}
	return Order
}
