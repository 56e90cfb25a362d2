package linear

// place is where a word stands in a finished tree, and what is known of the
// relations of its children.
type place struct {
	head         int32
	inner, outer int32 // the neighbouring siblings on the same side of the head
	next         int32 // the sibling to label after it
	first        int32 // the child to label first
	left, right  int32 // the outermost children
	marker       uint32
	below        uint64 // relations of the children labelled so far, as bits
	count        [2]uint8
	relation     uint8
}

// Plant sets up the finished tree with the given heads for labelling and
// returns the first word to label, 0 where there is none. Children come before
// their heads; among siblings, left ones come before right ones and near ones
// before far ones, so that an auxiliary is known when the subject's turn comes.
func (s *Sentence) Plant(heads []int32) int32 {
	n := s.n
	s.tree = reset(s.tree, int(n)+2)
	s.last = reset(s.last, int(n)+2)
	for d := n; d > 0; d-- {
		if h := heads[d]; d < h {
			s.link(h, d)
			s.tree[h].left = d
			s.tree[h].count[0] = min(s.tree[h].count[0]+1, maxCount)
		}
	}
	for d := int32(1); d <= n; d++ {
		if h := heads[d]; d > h {
			s.link(h, d)
			s.tree[h].right = d
			s.tree[h].count[1] = min(s.tree[h].count[1]+1, maxCount)
		}
	}
	return s.labelled(s.deepest(s.tree[n+1].first))
}

// link makes d the next child of h.
func (s *Sentence) link(h, d int32) {
	t := s.tree
	t[d].head = h
	switch l := s.last[h]; {
	case l == 0:
		t[h].first = d
	default:
		t[l].next = d
		if (l < h) == (d < h) {
			t[l].outer, t[d].inner = d, l
		}
	}
	s.last[h] = d
}

// deepest returns the word to label first in the tree below d.
func (s *Sentence) deepest(d int32) int32 {
	for s.tree[d].first != 0 {
		d = s.tree[d].first
	}
	return d
}

// labelled returns d, or 0 where d hangs from the root.
func (s *Sentence) labelled(d int32) int32 {
	if s.tree[d].head > s.n {
		return 0
	}
	return d
}

// Relate gives d a relation and returns the word to label after it, 0 at the
// end. markers are the relations of words that mark a case or a clause.
func (s *Sentence) Relate(d int32, relation int, markers uint64) int32 {
	p := &s.tree[d]
	p.relation = uint8(relation)
	h := &s.tree[p.head]
	h.below |= 1 << relation
	if markers>>relation&1 != 0 && h.marker == 0 {
		h.marker = s.words[d].form
	}
	if p.next != 0 {
		return s.labelled(s.deepest(p.next))
	}
	return s.labelled(p.head)
}

// A Kind is what decides which relations a word can have at all: its tag, its
// head's tag and on which side the head is.
type Kind uint32

// Kinds is the number of kinds.
const Kinds = 1 << 13

// Kind returns the kind of d.
func (s *Sentence) Kind(d int32) Kind {
	h := s.tree[d].head
	k := Kind(s.words[d].tag | s.words[h].tag<<6)
	if d < h {
		k |= 1 << 12
	}
	return k
}
