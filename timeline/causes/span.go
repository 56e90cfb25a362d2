package causes

import "slices"

// span turns a side into a run of tokens around its head, without the cue at
// the tokens [a, b) and without the other side.
func (f *finder) span(s, other side, a, b int) (Side, bool) {
	if s.previous {
		return Side{Previous: true, Head: -1}, true
	}
	if s.head < 0 {
		return Side{}, false
	}
	in := make([]bool, len(f.toks))
	f.tree.mark(in, s.head)
	if s.also >= 0 {
		f.tree.mark(in, s.also)
	}
	if h := f.head(s.head); f.toks[s.head].Rel == "acl:relcl" && h >= 0 && h < s.head && s.reach < 0 && !f.under(h, max(other.head, 0)) {
		// "the school, which was shut": the noun belongs to its clause.
		for k := f.left(h); k < f.left(s.head); k++ {
			in[k] = in[k] || f.under(k, h)
		}
	}
	f.tail(in, s, a, b)
	f.block(in, s, other, a, b)
	if !in[s.head] {
		return Side{}, false
	}
	from, to := f.run(in, s.head)
	if s.also >= 0 && in[s.also] {
		from2, to2 := f.run(in, s.also)
		from, to = min(from, from2), max(to, to2)
	}
	if s.until > 0 {
		to = min(to, s.until)
	}
	if s.reach >= to && s.reach-to <= 2 {
		to = s.reach + 1
	}
	from, to = f.trim(from, to)
	if from >= to {
		return Side{}, false
	}
	return Side{
		Span: Span{f.toks[from].Start, f.toks[to-1].End}, From: from, To: to,
		Head: s.head, Names: f.names(s), Anaphor: s.anaphor,
	}, true
}

// tail adds what follows the object of the cue's verb and hangs from the verb:
// "led to the death OF THREE ON SUNDAY".
func (f *finder) tail(in []bool, s side, a, b int) {
	v := f.head(s.head)
	if v >= 0 && v < a && s.head >= b && !f.isVerb(s.head) {
		f.onward(in, v, s.head)
		return
	}
	if v < a || v >= b || s.head < b || !f.isVerb(v) {
		return
	}
	for _, k := range f.kids[v] {
		if r := f.rel(k); k > s.head && (r == "obl" || r == "nmod" || r == "advmod") && f.toks[k].Rel != "obl:agent" && !f.comma(f.left(k)) {
			f.tree.mark(in, k)
		}
	}
}

// onward adds the phrases right behind a noun at the end of a clause, whichever
// word they were hung from: "was withdrawn following protests BY TWO PARTIES".
func (f *finder) onward(in []bool, v, noun int) {
	end := f.right(noun)
	for _, k := range f.kids[v] {
		if r := f.rel(k); f.left(k) == end+1 && (r == "obl" || r == "nmod") && f.child(k, "case") >= 0 {
			f.tree.mark(in, k)
			end = f.right(k)
		}
	}
}

// block takes out of a side's words what is not its own: the cue, the other
// side, and who says so.
func (f *finder) block(in []bool, s, other side, a, b int) {
	if !s.keepCue {
		for k := a; k < b; k++ {
			in[k] = false
		}
	}
	out := make([]bool, len(in))
	if other.head >= 0 && !f.under(s.head, other.head) {
		f.tree.mark(out, f.phrase(other.head, s.head, a, b))
		if other.also >= 0 {
			f.tree.mark(out, other.also)
		}
	}
	for k := range in {
		if in[k] && f.rel(k) == "parataxis" && k != s.head && f.speaks(k) {
			f.tree.mark(out, k)
		}
	}
	for _, k := range f.kids[s.head] {
		if f.rel(k) == "case" && k == f.left(s.head) {
			in[k] = false // "for the attack that led to"
		}
		if s.bare && (f.rel(k) == "cop" || f.rel(k) == "aux" || f.rel(k) == "nsubj") {
			f.tree.mark(out, k) // "the cause was a leak"
		}
	}
	for k, o := range out {
		if o && !f.under(s.head, k) {
			in[k] = false
		}
	}
}

// phrase returns the top of the phrase that the cue and a side below it make:
// all of it lies outside the side above.
func (f *finder) phrase(i, above, a, b int) int {
	for h := f.head(i); h >= a && h < b && !f.under(above, h); h = f.head(i) {
		i = h
	}
	return i
}

// run returns the tokens around a head that stand together. Marks between
// words of the side hang from anywhere.
func (f *finder) run(in []bool, head int) (from, to int) {
	from, to = head, head+1
	for k := head - 1; k >= 0 && (in[k] || f.punct(k)); k-- {
		if in[k] {
			from = k
		}
	}
	for k := head + 1; k < len(in) && (in[k] || f.punct(k)); k++ {
		if in[k] {
			to = k + 1
		}
	}
	return from, to
}

// trim cuts marks and conjunctions off both ends.
func (f *finder) trim(from, to int) (int, int) {
	edge := func(k int) bool {
		return f.punct(k) || f.rel(k) == "cc" || f.rel(k) == "discourse" || f.toks[k].Lower == "that" && f.rel(k) == "obj"
	}
	for from < to && (edge(from) || slices.Contains([]string{"that", "as", "when", "after", "because"}, f.toks[from].Lower) && f.rel(from) == "mark") {
		from++
	}
	for from < to && (edge(to-1) || f.toks[to-1].Lower == "not" || f.toks[to-1].Lower == "but") {
		to--
	}
	return from, to
}
