package linear

import "math/bits"

// MaxRelations is the number of relations that a model can hold.
const MaxRelations = 64

// MaxSpots is the number of features of a word that awaits its relation.
const MaxSpots = 42

// A Spot is a feature of a word that awaits its relation. It stands for one
// place for each relation, close together.
type Spot uint32

// Place returns the place of relation r.
func (p Spot) Place(r int) uint32 { return uint32(p) ^ uint32(r) }

func spot(template uint64, a, b uint32) Spot { return Spot(feature(template, a, b)) }

// Spots computes the features of d and returns how many there are: d and its
// head, their neighbours in the tree and in the sentence, the relations known
// so far, and the word that marks d's case or clause.
func (s *Sentence) Spots(f *[MaxSpots]Spot, d int32) int {
	t, words := s.tree, s.words
	p := &t[d]
	ph := &t[p.head]
	w, h, g := &words[d], &words[p.head], &words[ph.head]
	in, out := &words[p.inner], &words[p.outer]
	l, r := &words[p.left], &words[p.right]
	before, after := &words[d-1], &words[d+1]

	var dir, above, dist, between uint32
	if d < p.head {
		dir = 1
		dist, between = distance(d, p.head), gap(w, h)
	} else {
		dist, between = distance(p.head, d), gap(h, w)
	}
	if p.head < ph.head {
		above = 1
	}
	tags := w.tag | h.tag<<8 | dir<<16
	own, shared := fold(p.below), fold(ph.below)
	children := uint32(p.count[0]) | uint32(p.count[1])<<3

	// The word and its head.
	f[0] = spot(0, w.both, dir)
	f[1] = spot(1, w.form, 0)
	f[2] = spot(2, tags, 0)
	f[3] = spot(3, w.both, h.tag|dir<<8)
	f[4] = spot(4, h.both, w.tag|dir<<8)
	f[5] = spot(5, w.both, h.both)
	f[6] = spot(6, w.form, h.form)
	f[7] = spot(7, w.ending, tags)
	f[8] = spot(8, h.ending, tags)
	f[9] = spot(9, tags, dist)
	f[10] = spot(10, tags, between)

	// Relations below the word and beside it.
	f[11] = spot(11, p.marker, tags)
	f[12] = spot(12, p.marker, h.form)
	f[13] = spot(13, p.marker, w.form)
	f[14] = spot(14, own, tags)
	f[15] = spot(15, own, w.form)
	f[16] = spot(16, own, h.form)
	f[17] = spot(17, shared, tags)
	f[18] = spot(18, shared, w.form)
	f[19] = spot(19, shared, h.form)
	f[20] = spot(20, shared, h.both^dir)
	f[21] = spot(21, shared^p.marker*0x85ebca6b, w.tag)
	f[22] = spot(22, shared^own*0x85ebca6b, tags)

	// Siblings, children and the head's head.
	f[23] = spot(23, tags, in.tag|uint32(t[p.inner].relation)<<8)
	f[24] = spot(24, in.form, tags)
	f[25] = spot(25, tags, out.tag)
	f[26] = spot(26, out.form, tags)
	f[27] = spot(27, h.form, w.tag|in.tag<<8|out.tag<<16)
	f[28] = spot(28, w.form, h.tag|in.tag<<8|out.tag<<16)
	f[29] = spot(29, tags, l.tag|uint32(t[p.left].relation)<<8|r.tag<<16|uint32(t[p.right].relation)<<24)
	f[30] = spot(30, l.form, tags)
	f[31] = spot(31, r.form, tags)
	f[32] = spot(32, w.form, l.form)
	f[33] = spot(33, h.form, l.form)
	f[34] = spot(34, tags, children)
	f[35] = spot(35, tags|g.tag<<17|above<<25, 0)
	f[36] = spot(36, tags|g.tag<<17|above<<25, g.form)
	f[37] = spot(37, g.form, h.form)

	// Neighbours in the sentence.
	f[38] = spot(38, tags, w.marks|after.marks<<8)
	f[39] = spot(39, tags, before.tag|after.tag<<8)
	f[40] = spot(40, before.form, tags)
	f[41] = spot(41, after.form, tags)
	return MaxSpots
}

// fold makes a value of 32 bits of a set of relations.
func fold(set uint64) uint32 { return uint32(set) ^ uint32(set>>32)*0x9e3779b1 }

// labels scores relations.
type labels struct {
	allowed []uint64 // relations of each Kind, as bits
	index   index
	weights []int16 // the first is 0
	markers uint64
}

// best returns the relation of a word, the first among equals.
func (l *labels) best(spots []Spot, kind Kind) int {
	top, score := 0, int32(-1<<31)
	for set := l.allowed[kind]; set != 0; set &= set - 1 {
		r := bits.TrailingZeros64(set)
		sum := int32(0)
		for _, p := range spots {
			sum += int32(l.weights[l.index.at(p.Place(r))])
		}
		if sum > score {
			top, score = r, sum
		}
	}
	return top
}

// completed returns the relations of all kinds, given those seen in training:
// a kind without any takes those of its tag, a tag without any takes all.
func completed(seen []uint64, all uint64) []uint64 {
	var byTag [1 << 6]uint64
	for k, set := range seen {
		byTag[k&63] |= set
	}
	out := make([]uint64, Kinds)
	for k := range out {
		switch {
		case seen[k] != 0:
			out[k] = seen[k]
		case byTag[k&63] != 0:
			out[k] = byTag[k&63]
		default:
			out[k] = all
		}
	}
	return out
}
