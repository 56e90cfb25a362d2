package linear

// maxClimb bounds the way up the tree from a mark, for the sake of hostile
// sentences.
const maxClimb = 64

// punctuate hangs the marks of a sentence whose words have their heads where
// the guidelines of Universal Dependencies want them: from the highest word of
// the phrase that the mark borders on, without crossing an arc; brackets and
// quotes from the phrase inside.
func (s *Sentence) punctuate(p *parse) {
	root := int32(0) // the word that hangs from the root
	for d := int32(1); d <= s.n; d++ {
		if p.heads[d] > s.n {
			root = d
		}
	}
	p.open = p.open[:0]
	left := int32(0)
	for i := range p.toks {
		t := &p.toks[i]
		if left < s.n && s.words[left+1].token == int32(i) {
			left++
			continue
		}
		h := s.border(p.heads, root, left)
		if o := p.opener(t.Tag, left); o >= 0 {
			h = s.inside(p.heads, p.open[o].left+1, left)
			p.toks[p.open[o].token].Head = int(s.words[h].token)
			p.open = p.open[:o]
		} else if t.Tag == "-LRB-" || t.Tag == "``" {
			p.open = append(p.open, opening{int32(i), left, t.Tag == "``"})
		}
		t.Head, t.Rel = int(s.words[h].token), "punct"
	}
}

// opening is a bracket or quote that is not closed yet.
type opening struct {
	token int32
	left  int32 // the word before it
	quote bool
}

// opener returns the opening mark that a mark with the given tag closes around
// a word or more, an index into p.open, or -1.
func (p *parse) opener(tag string, left int32) int {
	if tag != "-RRB-" && tag != "''" {
		return -1
	}
	o := len(p.open) - 1
	if o < 0 || p.open[o].quote != (tag == "''") || p.open[o].left >= left {
		return -1
	}
	return o
}

// border returns the head of a mark after the word left.
func (s *Sentence) border(heads []int32, root, left int32) int32 {
	if left == 0 || left == s.n {
		return root
	}
	a, b := left, left+1
	for k := 0; k < maxClimb && heads[a] <= left; k++ {
		a = heads[a]
	}
	for k := 0; k < maxClimb && heads[b] > left && heads[b] <= s.n; k++ {
		b = heads[b]
	}
	if heads[b] <= left {
		return b
	}
	return a
}

// inside returns the highest word from first to last.
func (s *Sentence) inside(heads []int32, first, last int32) int32 {
	d := first
	for k := 0; k < maxClimb && first <= heads[d] && heads[d] <= last; k++ {
		d = heads[d]
	}
	return d
}
