package causes

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
	obj := f.after(v, v, "obj")
	act := f.act(v, obj, b)
	switch {
	case obj >= 0 && act >= 0:
		return side{head: act, also: obj, reach: -1}
	case obj >= 0:
		return at(obj)
	case act >= 0:
		return at(act)
	case f.toks[v].Rel == "acl:relcl": // "the damage the storm caused"
		return at(f.head(v))
	}
	return nothing
}

// after returns the first child of a token behind another with a relation.
func (f *finder) after(i, from int, rel string) int {
	for _, k := range f.kids[i] {
		if k > from && f.rel(k) == rel {
			return k
		}
	}
	return -1
}

// act returns the verb that says what the object of a cause is brought to or
// kept from, looked for from token b on; -1 for none.
func (f *finder) act(v, obj, b int) int {
	for _, k := range f.kids[v] {
		if k < b {
			continue
		}
		switch f.rel(k) {
		case "xcomp", "ccomp":
			return k
		case "advcl", "obl":
			mark := f.child(k, "mark", "case")
			if obj < 0 || mark <= obj {
				continue
			}
			if w := f.toks[mark].Lower; w == "from" || w == "to" && f.toks[k].Tag == "VB" && f.next(obj, mark) {
				return k
			}
		}
	}
	if obj < 0 {
		return -1
	}
	if e := f.right(obj) + 1; e+1 < len(f.toks) && f.toks[e].Tag == "TO" && f.toks[e+1].Tag == "VB" {
		return e + 1 // whatever the parser made of it
	}
	return -1
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

// ownSubject returns the subject that a verb itself has.
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
