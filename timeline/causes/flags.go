package causes

import "slices"

// flag says whether a relation is denied, doubted or told by somebody.
func (f *finder) flag(r *Relation, a, b int, p pair) {
	pivot := f.pivot(a, b)
	for k := max(0, a-2); k < a; k++ {
		if f.negation(k) && !(k+1 < a && f.isVerb(k+1)) {
			r.Negated = true
		}
	}
	for k := a; k < b; k++ {
		for _, kid := range f.kids[k] {
			r.Negated = r.Negated || f.negation(kid)
			f.modal(r, kid)
		}
	}
	for _, v := range []int{pivot, p.effect.head, p.cause.head} {
		if v < 0 {
			continue
		}
		if v == pivot || f.toks[v].Rel != "nsubj" {
			r.Hedged = r.Hedged || f.conditional(v)
		}
		if by := f.attributed(v); by >= 0 {
			r.Attributed = true
			r.Alleged = r.Alleged || supposing[f.text.lemmas[by]]
		}
	}
	if pivot >= 0 && f.isVerb(pivot) {
		f.governedBy(r, pivot)
		if k := f.child(pivot, "advcl"); k >= 0 {
			r.Hedged = r.Hedged || f.conditional(k)
		}
	}
	r.Negated = r.Negated || f.contrasted(b, p.effect.head)
	for k := max(0, a-2); k < a; k++ {
		r.Hedged = r.Hedged || doubts[f.toks[k].Lower]
	}
	if r.Cue == "so that" {
		r.Expected = true // what was aimed at
	} else if v := p.effect.head; v >= 0 && f.verbal(v) && v != pivot {
		for _, kid := range f.kids[v] {
			f.modal(r, kid)
		}
	}
	if s := p.cause.head; s >= 0 {
		if k := f.child(s, "det"); k >= 0 && pivot >= 0 && f.isVerb(pivot) && (f.toks[k].Lower == "no" || f.toks[k].Lower == "neither") {
			r.Negated = true
		}
		switch f.toks[s].Lower {
		case "nothing", "none", "neither":
			r.Negated = true
		}
	}
}

// contrasted reports whether what ends at token b is corrected by what follows:
// "did not close BECAUSE OF RAIN but because".
func (f *finder) contrasted(b, effect int) bool {
	if effect < 0 || !f.denied(effect) {
		return false
	}
	for k := b; k+1 < len(f.toks); k++ {
		if f.toks[k].Lower == "but" {
			return f.toks[k+1].Lower == f.toks[b-1].Lower || b > 1 && f.toks[k+1].Lower == f.toks[b-2].Lower
		}
	}
	return false
}

// governedBy reads the verbs above the cue's own: "failed to prevent", "is
// believed to have caused".
func (f *finder) governedBy(r *Relation, v int) {
	for f.rel(v) == "xcomp" && f.head(v) >= 0 {
		v = f.head(v)
		switch {
		case denying[f.text.lemmas[v]]:
			r.Negated = true
		case supposing[f.text.lemmas[v]]:
			r.Hedged = true
		}
		for _, kid := range f.kids[v] {
			r.Negated = r.Negated || f.negation(kid)
			f.modal(r, kid)
		}
	}
	if f.rel(v) == "ccomp" && f.head(v) >= 0 {
		switch above := f.text.lemmas[f.head(v)]; {
		case denying[above]:
			r.Negated = true
		case supposing[above] && !speech[above]:
			r.Hedged = true
		}
	}
	if h := f.head(v); h >= 0 && f.rel(v) == "advcl" && f.child(v, "mark") >= 0 && f.toks[f.child(v, "mark")].Lower == "without" {
		r.Negated = true
	}
}

func (f *finder) negation(k int) bool {
	switch f.toks[k].Lower {
	case "not", "n't", "never", "nor", "hardly", "without", "neither":
		return true
	}
	return false
}

// modal reads a word that makes what it belongs to less than certain, or
// something to come.
func (f *finder) modal(r *Relation, k int) {
	w := f.toks[k].Lower
	aux := f.rel(k) == "aux"
	r.Hedged = r.Hedged || doubts[w] || aux && modals[w]
	r.Expected = r.Expected || aux && futures[w]
}

var (
	modals    = set("may", "might", "could", "can", "ca")
	futures   = set("will", "would", "wo", "'ll", "'d", "shall", "should", "must")
	doubts    = set("possibly", "perhaps", "probably", "allegedly", "reportedly", "apparently", "likely", "supposedly", "potentially", "maybe", "conceivably", "presumably")
	denying   = set("fail", "deny", "refuse", "avoid", "decline", "cease", "reject", "dispute")
	supposing = set("believe", "suspect", "think", "fear", "threaten", "seem", "appear", "suppose", "expect", "hope", "want", "try",
		"attempt", "seek", "aim", "plan", "intend", "allege", "rumour", "rumor", "warn", "doubt", "suggest", "consider", "report", "assume", "claim")
	speech = set("say", "tell", "announce", "report", "claim", "state", "add", "note", "explain", "argue", "allege", "insist", "warn", "admit",
		"write", "believe", "think", "suggest", "declare", "comment", "acknowledge", "confirm", "reveal", "recall", "complain", "stress", "charge", "inform", "maintain", "accord", "assert", "contend", "estimate", "testify")
)

// speaks reports whether a verb tells what somebody says.
func (f *finder) speaks(v int) bool { return f.isVerb(v) && speech[f.text.lemmas[v]] }

// conditional reports whether a token stands in a clause of "if".
func (f *finder) conditional(i int) bool {
	for ; i >= 0; i = f.head(i) {
		if k := f.child(i, "mark"); k >= 0 && slices.Contains([]string{"if", "unless", "whether"}, f.toks[k].Lower) {
			return true
		}
		if r := f.rel(i); r != "xcomp" && r != "conj" && r != "obj" && r != "nsubj" && r != "obl" {
			return false
		}
	}
	return false
}

// attributed returns the word that says who says what a token stands in, -1
// for nobody.
func (f *finder) attributed(i int) int {
	for ; i >= 0; i = f.head(i) {
		if h := f.head(i); f.rel(i) == "ccomp" && h >= 0 && f.speaks(h) {
			return h
		}
		for _, k := range f.kids[i] {
			if f.speaks(k) && (f.rel(k) == "parataxis" || f.rel(k) == "advcl" && f.child(k, "mark") < 0 && f.comma(f.left(k))) {
				return k // ", the mayor said,"
			}
			if mark := f.child(k, "case"); f.rel(k) == "obl" && mark >= 0 && f.toks[mark].Lower == "according" {
				return mark
			}
		}
	}
	return -1
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
