package causes

// joined returns the two clauses that an adverb such as "therefore" stands
// between: the one it belongs to (inner) and the one before (outer).
func (f *finder) joined(pivot, a, b int) (outer, inner side) {
	if pivot < 0 || pivot < a || pivot >= b {
		return nothing, nothing
	}
	if f.toks[pivot].Lower == "why" {
		return f.why(pivot, a)
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

// why returns the two sides of "that is why", "which is why" at token a.
func (f *finder) why(pivot, a int) (outer, inner side) {
	k := f.child(pivot, "advcl", "acl", "ccomp")
	if k < 0 && f.head(pivot) > pivot {
		k = f.head(pivot)
	}
	if k < 0 {
		return nothing, nothing
	}
	if f.toks[a].Lower != "which" {
		outer = f.taken(a)
		outer.keepCue = true
		return outer, at(k)
	}
	h := f.head(pivot)
	if h < 0 || h >= a {
		return nothing, nothing
	}
	outer = at(f.clause(h))
	outer.reach = a
	return outer, at(k)
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
