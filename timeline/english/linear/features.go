package linear

import "math/bits"

// MaxFeatures is the number of features of a state.
const MaxFeatures = 98

// feature hashes a template's number with two values to a place in a table.
func feature(template uint64, a, b uint32) uint32 {
	h := (uint64(a) | uint64(b)<<32) ^ template*0xd6e8feb86659fd93
	h *= 0x9e3779b97f4a7c15
	h ^= h >> 32
	h *= 0xbf58476d1ce4e5b9
	return uint32(h >> (64 - tableBits))
}

// pack makes one value of up to four tags.
func pack(a, b, c, d *word) uint32 { return a.tag | b.tag<<8 | c.tag<<16 | d.tag<<24 }

// distance sorts how far the word a stands before b.
func distance(a, b int32) uint32 {
	switch d := b - a; {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}

// gap is the set of classes of words that stand from a to before b.
func gap(a, b *word) uint32 {
	// Each byte that is not zero gives its highest bit, and the
	// multiplication gathers the eight bits.
	d := b.seen - a.seen
	d |= (d&0x7f7f7f7f7f7f7f7f + 0x7f7f7f7f7f7f7f7f)
	return uint32(d & 0x8080808080808080 >> 7 * 0x0102040810204080 >> 56)
}

// context is what several templates look at.
type context struct {
	s0, s1, b0   position
	s0b0, s1s0   uint32 // tags of two words
	dist0, dist1 uint32 // between them
}

// position is a word of the state.
type position struct {
	*word
	index int32
}

// Features computes the features of st and returns how many there are. The
// templates are those of Zhang and Nivre ("Transition-based Dependency Parsing
// with Rich Non-local Features", ACL 2011) without relations, and what stands
// between and beside the words: s0, s1 and s2 are on the stack, the top first,
// b0, b1 and b2 in the buffer.
func (s *Sentence) Features(f *[MaxFeatures]uint32, st *State) int {
	n0 := &s.nodes[st.top]
	n1 := &s.nodes[n0.below]
	n2 := &s.nodes[n1.below]
	nb := &st.front
	words := s.words
	none := &words[0]
	s0, s1, s2 := &words[n0.word], &words[n1.word], &words[n2.word]
	b0, b1, b2 := &words[nb.word], none, none
	if nb.word <= s.n {
		b1, b2 = &words[nb.word+1], &words[nb.word+2]
	}
	s0l, s0l2, s0r, s0r2 := &words[n0.left], &words[n0.left2], &words[n0.right], &words[n0.right2]
	s1l, s1l2, s1r, s1r2 := &words[n1.left], &words[n1.left2], &words[n1.right], &words[n1.right2]
	b0l, b0l2 := &words[nb.left], &words[nb.left2]
	before0, after0 := &words[max(n0.word-1, 0)], &words[n0.word+1]
	beforeB, after1 := &words[nb.word-1], &words[n1.word+1]

	c := context{
		s0: position{s0, n0.word}, s1: position{s1, n1.word}, b0: position{b0, nb.word},
		s0b0: s0.tag | b0.tag<<8, s1s0: s1.tag | s0.tag<<8,
		dist0: distance(n0.word, nb.word),
	}
	between0, between1 := gap(s0, b0), uint32(0)
	if n1.word > 0 {
		c.dist1 = distance(n1.word, n0.word)
		between1 = gap(s1, s0)
	}
	count0 := uint32(n0.leftCount) | uint32(n0.rightCount)<<3
	count1 := uint32(n1.leftCount) | uint32(n1.rightCount)<<3
	countB := uint32(nb.leftCount)
	s0b0, s1s0 := c.s0b0, c.s1s0

	// Single words.
	f[0] = feature(0, s0.both, 0)
	f[1] = feature(1, s0.form, 0)
	f[2] = feature(2, s1.both, 0)
	f[3] = feature(3, s1.form, 0)
	f[4] = feature(4, b0.both, 0)
	f[5] = feature(5, b0.form, 0)
	f[6] = feature(6, b1.both, 0)
	f[7] = feature(7, b1.form, 0)
	f[8] = feature(8, b2.both, 0)
	f[9] = feature(9, s2.both, 0)
	f[10] = feature(10, s0.ending, s0b0)
	f[11] = feature(11, b0.ending, s0b0)
	f[12] = feature(12, s1.ending, s1s0)
	f[13] = feature(13, s0.ending, s1s0)

	// Pairs of words.
	f[14] = feature(14, s0.both, b0.both)
	f[15] = feature(15, s0.both, b0.tag)
	f[16] = feature(16, s0.tag, b0.both)
	f[17] = feature(17, s0.form, b0.form)
	f[18] = feature(18, s1.both, s0.both)
	f[19] = feature(19, s1.both, s0.tag)
	f[20] = feature(20, s1.tag, s0.both)
	f[21] = feature(21, s1.form, s0.form)
	f[22] = feature(22, s1.both, b0.tag)
	f[23] = feature(23, s1.tag, b0.both)
	f[24] = feature(24, s1.form, b0.form)
	f[25] = feature(25, b0.both, b1.tag)
	f[26] = feature(26, b0.tag, b1.both)
	f[27] = feature(27, s0.both, b1.tag)
	f[28] = feature(28, s0.form, b1.form)

	// Tags.
	f[29] = feature(29, pack(s0, b0, b1, none), 0)
	f[30] = feature(30, pack(s0, b0, b1, b2), 0)
	f[31] = feature(31, pack(s1, s0, b0, none), 0)
	f[32] = feature(32, pack(s1, s0, b0, b1), 0)
	f[33] = feature(33, pack(s2, s1, s0, b0), 0)
	f[34] = feature(34, pack(s2, s1, s0, none), 0)
	f[35] = feature(35, pack(b0, b1, b2, none), 0)
	f[36] = feature(36, s0b0, 0)
	f[37] = feature(37, s1s0, 0)
	f[38] = feature(38, pack(s1, b0, none, none), 0)

	// Words with the tags around them.
	f[39] = feature(39, s0.form, b0.tag|b1.tag<<8)
	f[40] = feature(40, b0.form, s0.tag|b1.tag<<8)
	f[41] = feature(41, s1.form, s0b0)
	f[42] = feature(42, s0.form, s1.tag|b0.tag<<8)
	f[43] = feature(43, b0.form, s1s0)
	f[44] = feature(44, b1.form, s0b0)

	// Children.
	f[45] = feature(45, pack(s0, s0l, b0, none), 0)
	f[46] = feature(46, pack(s0, s0r, b0, none), 0)
	f[47] = feature(47, pack(s0, b0, b0l, none), 0)
	f[48] = feature(48, pack(s0, s0l, s0l2, b0), 0)
	f[49] = feature(49, pack(s0, s0r, s0r2, b0), 0)
	f[50] = feature(50, pack(b0, b0l, b0l2, s0), 0)
	f[51] = feature(51, pack(s1, s1r, s0, none), 0)
	f[52] = feature(52, pack(s1, s1l, s0, none), 0)
	f[53] = feature(53, pack(s1, s0, s0l, b0), 0)
	f[54] = feature(54, pack(s1, s0, s0r, b0), 0)
	f[55] = feature(55, pack(s1, s1r, s1r2, s0), 0)
	f[56] = feature(56, pack(s1, s1l, s1l2, s0), 0)
	f[57] = feature(57, s0l.form, s0b0)
	f[58] = feature(58, s0r.form, s0b0)
	f[59] = feature(59, b0l.form, s0b0)
	f[60] = feature(60, s1r.form, s1s0)
	f[61] = feature(61, s1l.form, s1s0)
	f[62] = feature(62, s0l.form, s1s0)
	f[63] = feature(63, s0r.form, s1s0)
	f[64] = feature(64, s1.form, s0l.both)
	f[65] = feature(65, s0.form, b0l.both)

	// How many children there are and how far the words are apart.
	f[66] = feature(66, s0.both, count0)
	f[67] = feature(67, s1.both, count1)
	f[68] = feature(68, b0.both, countB)
	f[69] = feature(69, s0b0, count0|countB<<8)
	f[70] = feature(70, s1s0, count1|count0<<8)
	f[71] = feature(71, s0b0, c.dist0)
	f[72] = feature(72, s0.form, c.dist0|b0.tag<<8)
	f[73] = feature(73, b0.form, c.dist0|s0.tag<<8)
	f[74] = feature(74, s1s0, c.dist1)
	f[75] = feature(75, s1.form, c.dist1|s0.tag<<8)
	f[76] = feature(76, s0.form, c.dist1|s1.tag<<8)

	// What stands between and beside them.
	f[77] = feature(77, s0b0, between0)
	f[78] = feature(78, s1s0, between1)
	f[79] = feature(79, between0|between1<<8|uint32(bits.Len32(uint32(st.depth)))<<16, 0)
	f[80] = feature(80, s0b0, b0.marks|after0.marks<<8)
	f[81] = feature(81, s1s0, b0.marks|s0.marks<<8)
	f[82] = feature(82, s0b0, b0.marks|b1.marks<<8)
	f[83] = feature(83, b0.both, b0.marks|b1.marks<<8)
	f[84] = feature(84, s0.both, b0.marks|s0.marks<<8)
	f[85] = feature(85, pack(s0, after0, beforeB, b0), 0)
	f[86] = feature(86, pack(before0, s0, beforeB, b0), 0)
	f[87] = feature(87, pack(s1, after1, s0, b0), 0)
	f[88] = feature(88, pack(s1, before0, s0, b0), 0)
	f[89] = feature(89, pack(s2, s1, s0, b0), s2.form)
	if len(s.advice) == 0 {
		return 90
	}
	return s.advised(f, 90, &c)
}
