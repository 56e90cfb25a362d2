package linear

// advice is what another parser found about a word.
type advice struct {
	head        int32
	least, most int32 // the first and the last child
}

// Advise gives s the heads that another parser found. They become features
// (Nivre and McDonald, "Integrating Graph-Based and Transition-Based
// Dependency Parsers", ACL 2008).
func (s *Sentence) Advise(heads []int32) {
	s.advice = reset(s.advice, len(s.words))
	for d := int32(1); d <= s.n; d++ {
		h := heads[d]
		s.advice[d].head = h
		k := &s.advice[h]
		if k.least == 0 {
			k.least = d
		}
		k.most = d
	}
}

// Reverse turns the heads of a sentence that was prepared from one end into
// those of the sentence prepared from the other.
func Reverse(heads []int32) {
	n := int32(len(heads) - 1)
	for i, j := int32(1), n; i <= j; i, j = i+1, j-1 {
		heads[i], heads[j] = heads[j], heads[i]
	}
	for d := int32(1); d <= n; d++ {
		if h := heads[d]; h <= n {
			heads[d] = n + 1 - h
		}
	}
}

// advised appends the features of the advice to f, of which n are set.
func (s *Sentence) advised(f *[MaxFeatures]uint32, n int, c *context) int {
	i0, i1, ib := c.s0.index, c.s1.index, c.b0.index
	a0, a1, ab := &s.advice[i0], &s.advice[i1], &s.advice[ib]
	// Where the heads of the top and of the front are, and what the two and
	// the second of the stack still wait for.
	var top, waits, front, rest uint32
	switch {
	case a0.head == ib:
		top = 1
	case a0.head > ib:
		top = 2
	case a0.head == i1:
		top = 3
	case a0.head > i1:
		top = 4
	}
	switch {
	case ab.head == i0:
		front = 1
	case ab.head > ib:
		front = 2
	case ab.head == i1:
		front = 3
	case ab.head > i0:
		front = 4
	}
	switch {
	case a0.most == ib:
		waits = 1
	case a0.most > ib && front == 1:
		waits = 3
	case a0.most > ib:
		waits = 2
	}
	switch {
	case ab.least == 0 || ab.least >= i0:
	case ab.least >= i1:
		rest = 1
	default:
		rest = 2
	}
	switch {
	case a1.head == ib:
		rest |= 1 << 2
	case a1.head > ib:
		rest |= 2 << 2
	}
	if a1.most > i0 {
		rest |= 1 << 4
	}
	const set = 1 << 31 // sets these values apart from tags
	all := top | waits<<3 | front<<6 | rest<<9 | set
	f[n] = feature(90, all, 0)
	f[n+1] = feature(91, all, c.s0b0)
	f[n+2] = feature(92, all, c.s1s0)
	f[n+3] = feature(93, top|waits<<3|set, c.s0.both)
	f[n+4] = feature(94, front|rest<<3|set, c.b0.both)
	f[n+5] = feature(95, top|waits<<3|rest<<6|set, c.s1.both)
	f[n+6] = feature(96, top|waits<<3|c.dist0<<6|set, c.s0b0)
	f[n+7] = feature(97, top|waits<<3|c.dist1<<6|set, c.s1s0)
	return n + 8
}
