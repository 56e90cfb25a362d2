package causes

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/lexicon"
)

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

// event reports whether a noun denotes an event.
func (f *finder) event(i int) bool {
	_, ok := lexicon.EventNoun(f.text.lemmas[i])
	return ok && f.isNoun(i)
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
