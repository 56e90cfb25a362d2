package causes

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
)

// fits reports whether the words at a cue's place are of its form.
func (f *finder) fits(c lexicon.Cue, a, b int) bool {
	tag := f.toks[a].Tag
	v := f.pivot(a, b)
	switch c.Form {
	case lexicon.FormVerb:
		return c.Words[0] == "be" && tag[0] == 'V' || f.finite(a)
	case lexicon.FormPassive:
		return f.isVerb(a) || tag == "JJ"
	case lexicon.FormParticiple, lexicon.FormResult, lexicon.FormMotive:
		return f.participle(v, a) && (c.Words[0] != "leaving" || f.leavesSo(v))
	case lexicon.FormDeed:
		if !f.finite(a) || f.child(a, "obj") < 0 || tag == "VB" && f.child(a, "mark") >= 0 {
			return false
		}
		s := f.agent(a)
		return s.ok() && !f.acts(s.head) && f.eventful(s)
	case lexicon.FormAdverb:
		return f.opens(a) || f.comma(a) || f.toks[a-1].Tag == "CC" || f.rel(v) == "advmod" || c.Words[len(c.Words)-1] == "why"
	case lexicon.FormPreposition:
		return f.preposition(c, a, b)
	case lexicon.FormConjunction:
		return f.conjunction(c, a, b)
	case lexicon.FormPurpose:
		return f.aim(a, b)
	case lexicon.FormNoun:
		return f.pivot(a, b) >= 0
	}
	return true
}

// finite reports whether a verb says of its subject that it did something: it
// is no passive, no gerund and no purpose.
func (f *finder) finite(v int) bool {
	if !f.isVerb(v) || slices.Contains([]string{"aux", "cop", "amod", "compound"}, f.rel(v)) {
		return false
	}
	aux := f.child(v, "aux") >= 0
	switch f.toks[v].Tag {
	case "VB":
		return !f.purpose(v) // "to prevent a riot": what is meant, not what happened
	case "VBG":
		return aux
	case "VBN":
		if !aux && f.rel(v) != "conj" {
			return false
		}
	}
	return f.child(v, "aux:pass") < 0
}

// participle reports whether an -ing form at token a, headed by v, accompanies
// a clause: it has no subject, and no preposition makes a noun of it.
func (f *finder) participle(v, a int) bool {
	if f.toks[a].Tag != "VBG" || f.rel(v) == "amod" || f.rel(v) == "compound" || f.child(v, "aux", "mark", "case", "nsubj") >= 0 {
		return false
	}
	if a > 1 && f.toks[a-1].Tag == "CC" && f.toks[a-2].Tag == "VBG" && f.child(a-2, "mark", "case") >= 0 {
		return false // "charges of planning and causing"
	}
	for f.rel(v) == "conj" && f.toks[f.head(v)].Tag == "VBG" {
		v = f.head(v)
	}
	return f.child(v, "mark", "case") < 0
}

// preposition reports whether a cue governs a noun or a gerund.
func (f *finder) preposition(c lexicon.Cue, a, b int) bool {
	s := f.governed(a, b)
	if !s.ok() || s.head < b {
		return false
	}
	if b < len(f.toks) && f.toks[b].Lower == "be" {
		return false // "due to be held"
	}
	switch f.toks[s.head].Tag {
	case "VB": // "due to leave"
		return false
	case "VBD", "VBZ", "VBP", "VBN": // "and soon after joined"
		if f.child(s.head, "nsubj", "expl") < 0 {
			return false
		}
	}
	if f.toks[s.head].Tag == "CD" || lexicon.CueWord("time", strings.ToLower(f.text.lemmas[s.head])) {
		return c.Tier == lexicon.TierTemporal
	}
	if c.String() == "by" && (f.acts(s.head) || !f.eventful(s) || !f.passive(f.head(s.head))) {
		return false
	}
	if c.Words[0] == "in" && len(c.Words) == 1 && !f.event(s.head) {
		return false // "hurt in a blast", unlike "hurt in a town"
	}
	if f.child(s.head, "nsubj") >= 0 && f.child(s.head, "nsubj") > a {
		switch c.Tier {
		case lexicon.TierTemporal: // "after it broke"
		case lexicon.TierStated: // "because of the dam breaking", but no clause of its own
			return f.toks[s.head].Tag == "VBG"
		default:
			return false
		}
	}
	return true
}

// passive reports whether a verb says what was done to its subject.
func (f *finder) passive(v int) bool {
	return v >= 0 && f.toks[v].Tag == "VBN" && (f.child(v, "aux:pass", "nsubj:pass") >= 0 || f.child(v, "aux", "obj") < 0)
}

// conjunction reports whether a cue opens a clause, and in one of the senses
// that state a cause.
func (f *finder) conjunction(c lexicon.Cue, a, b int) bool {
	s := f.governed(a, b)
	if !s.ok() || s.head < b || f.child(s.head, "nsubj", "csubj", "expl", "aux") < 0 {
		return false
	}
	if a > 0 && (f.toks[a-1].Lower == "such" || f.toks[a-1].Lower == "same") {
		return false
	}
	m := f.head(s.head)
	switch c.Words[0] {
	case "when":
		// "They were crossing when": what was going on is no effect.
		if m < 0 || f.rel(s.head) != "advcl" || f.toks[m].Tag == "VBG" && f.child(m, "aux") >= 0 {
			return c.Tier == lexicon.TierTemporal
		}
	case "as":
		if len(c.Words) > 1 {
			return true
		}
		if m < 0 || f.rel(s.head) != "advcl" || f.speaks(s.head) {
			return false
		}
		for _, k := range f.kids[m] { // "as tall as"
			if k < a && f.toks[k].Lower == "as" && f.rel(k) == "advmod" {
				return false
			}
		}
		return f.verbal(m)
	case "since":
		// "has been shut since the war began" tells the time.
		if m < 0 || f.rel(s.head) != "advcl" {
			return false
		}
		for _, k := range f.kids[m] {
			if f.rel(k) == "aux" && f.text.lemmas[k] == "have" {
				return false
			}
		}
	case "so":
		if len(c.Words) == 1 {
			return m >= 0 && (f.comma(a) || a > 0 && f.toks[a-1].Tag == "CC")
		}
	}
	return true
}

// with reports whether a cue that means a cause only beside certain words
// stands beside one of them.
func (f *finder) with(c lexicon.Cue, outer, inner side, a, b int) bool {
	if outer.previous || f.acts(inner.head) && !f.verbal(inner.head) {
		return false
	}
	near := func(i int) bool {
		return i >= 0 && slices.ContainsFunc(c.With, func(class string) bool { return lexicon.CueWord(class, f.text.lemmas[i]) })
	}
	if near(outer.head) {
		return true
	}
	// "staged a protest against", "raised slogans against"
	for _, k := range f.kids[outer.head] {
		if (f.rel(k) == "obj" || f.rel(k) == "obl" || f.rel(k) == "xcomp" || f.rel(k) == "nsubj" || f.rel(k) == "conj") && near(k) {
			return true
		}
	}
	h := f.head(inner.head)
	return h >= 0 && (h < a || h >= b) && near(h)
}

// frames reads the verbs whose object and prepositional phrase are the two
// sides: "blamed the delay on snow".
func (f *finder) frames(v int) {
	if !f.isVerb(v) || f.rel(v) == "aux" || f.toks[v].Tag == "VB" && f.purpose(v) {
		return
	}
	for _, c := range lexicon.CueFrames(f.text.lemmas[v]) {
		word := c.Words[len(c.Words)-1]
		oblique, marker := -1, -1
		obj := f.child(v, "obj")
		tops := f.kids[v]
		if obj >= 0 {
			tops = append(append([]int{}, tops...), f.kids[obj]...)
		}
		for _, k := range tops {
			if m := f.child(k, "case", "mark"); m > v && f.toks[m].Lower == word {
				oblique, marker = k, m
				break
			}
		}
		if oblique < 0 {
			continue
		}
		var thing side
		switch passive := f.child(v, "aux:pass") >= 0 || f.child(v, "nsubj:pass") >= 0 || obj < 0; {
		case c.Form == lexicon.FormSplit:
			if obj < 0 || passive {
				continue
			}
			if s := f.agent(v); s.ok() && (s.head < 0 || !f.acts(s.head)) {
				f.addFrame(c, pair{cause: s, effect: side{head: oblique, also: obj, reach: -1}}, v, marker)
			}
			continue
		case passive:
			thing = f.agent(v)
		default:
			thing = at(obj)
		}
		if !thing.ok() || c.Tier == lexicon.TierStated && f.acts(oblique) {
			continue // "blamed on the rebels"
		}
		p := pair{cause: at(oblique), effect: thing}
		if c.Cause == lexicon.CauseBefore {
			p = pair{cause: thing, effect: at(oblique)}
		}
		f.addFrame(c, p, v, marker)
		return
	}
}

// addFrame adds a relation whose cue is a verb and a preposition apart.
func (f *finder) addFrame(c lexicon.Cue, p pair, v, marker int) {
	if f.add(c, p, v, v+1) && marker > v {
		r := &f.found[len(f.found)-1]
		r.Signals = append(r.Signals, Span{f.toks[marker].Start, f.toks[marker].End})
		r.Cue += " " + f.text.words[marker]
		if marker == v+1 {
			r.Signals = []Span{{f.toks[v].Start, f.toks[marker].End}}
		}
	}
}
