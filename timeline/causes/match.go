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
		if c.Words[0] == "be" {
			return tag[0] == 'V'
		}
		if !f.isVerb(a) || f.rel(a) == "aux" || f.rel(a) == "cop" || f.rel(a) == "amod" || f.rel(a) == "compound" {
			return false
		}
		if f.child(a, "aux:pass") >= 0 || tag == "VBN" && f.child(a, "aux") < 0 && f.rel(a) != "conj" {
			return false
		}
		if tag == "VB" && f.purpose(a) {
			return false // "to prevent a riot": what is meant, not what happened
		}
		return tag != "VBG" || f.child(a, "aux") >= 0
	case lexicon.FormPassive:
		return f.isVerb(a) || tag == "JJ" || tag == "VBN"
	case lexicon.FormParticiple, lexicon.FormResult, lexicon.FormMotive:
		top := v
		for f.rel(top) == "conj" && f.toks[f.head(top)].Tag == "VBG" {
			top = f.head(top) // "charges of planning and causing"
		}
		if a > 1 && f.toks[a-1].Tag == "CC" && f.toks[a-2].Tag == "VBG" && f.child(a-2, "mark", "case") >= 0 {
			return false
		}
		if c.Words[0] == "leaving" && !f.leavesSo(v) {
			return false
		}
		return tag == "VBG" && f.child(v, "aux", "mark", "case", "nsubj") < 0 && f.child(top, "mark", "case") < 0 && f.rel(v) != "amod" && f.rel(v) != "compound"
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

// leavesSo reports whether "leaving" says in what state, unlike "leaving town".
func (f *finder) leavesSo(v int) bool {
	obj := f.child(v, "obj")
	if f.child(v, "xcomp", "ccomp") >= 0 || obj < 0 {
		return f.child(v, "xcomp", "ccomp") >= 0
	}
	for _, k := range append(slices.Clone(f.kids[v]), f.kids[obj]...) {
		if m := f.child(k, "case"); m > v && (f.toks[m].Lower == "with" || f.toks[m].Lower == "without" || f.toks[m].Lower == "in") {
			return true
		}
		if k > obj && (f.toks[k].Tag == "JJ" || f.toks[k].Tag == "VBN") {
			return true
		}
	}
	return f.toks[obj].Tag == "CD" || f.toks[obj].Tag == "NNS" && f.child(obj, "nummod") >= 0
}

// purpose reports whether an infinitive says what something is done or is for.
func (f *finder) purpose(v int) bool {
	for f.rel(v) == "conj" && f.toks[f.head(v)].Tag == "VB" {
		v = f.head(v)
	}
	if v == 0 || f.child(v, "nsubj") >= 0 || !slices.ContainsFunc(f.kids[v], func(k int) bool { return f.toks[k].Lower == "to" && f.rel(k) == "mark" }) {
		return false
	}
	h := f.head(v)
	return f.rel(v) == "advcl" || f.rel(v) == "acl" || h < 0 || !f.isVerb(h) && f.toks[h].Tag[0] != 'J'
}

// acts reports whether a word names who acts: a person or a body, not an event.
func (f *finder) acts(i int) bool {
	t := f.toks[i]
	switch t.Tag {
	case "PRP", "WP":
		return t.Lower != "it" && t.Lower != "what"
	case "NNP", "NNPS":
		if t.Text == t.Lower {
			break // no name, whatever the tag
		}
		for k := f.left(i); k < len(f.toks) && k <= i+1; k++ {
			if f.under(k, i) && lexicon.WordClass(strings.ToLower(f.text.lemmas[k]))&lexicon.ClassEvent != 0 {
				return false
			}
		}
		return true
	}
	lemma := f.text.lemmas[i]
	if k := f.child(i, "nmod"); k > i && (lemma == "one" || t.Tag == "CD") {
		return f.acts(k) // "one of the floods"
	}
	return !f.verbal(i) && (lexicon.CueWord("agent", lemma) || lexicon.WordClass(lemma)&(lexicon.ClassOffice|lexicon.ClassRole|lexicon.ClassDemonym) != 0)
}

// aim reports whether an infinitive says what something is done for, unlike
// one that a verb or noun needs to be complete ("tried to", "a plan to").
func (f *finder) aim(a, b int) bool {
	s := f.governed(a, b)
	if !s.ok() || f.toks[s.head].Tag != "VB" || f.child(s.head, "nsubj") >= 0 {
		return false
	}
	if b-a > 1 {
		return true
	}
	h := f.head(s.head)
	if h < 0 || lexicon.CueWord("control", f.text.lemmas[h]) {
		return false
	}
	switch f.rel(s.head) {
	case "advcl":
		return f.isVerb(h)
	case "acl":
		return f.event(h)
	}
	return false
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
			return m >= 0 && (f.comma(a) || f.toks[a-1].Tag == "CC")
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
