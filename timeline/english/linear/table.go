package linear

import "math/bits"

// tableBits is the width of the space that features are hashed into. Features
// that share a place share their weight, since models store no keys
// (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
// ICML 2009).
const tableBits = 22

// Places is the number of places for features.
const Places = 1 << tableBits

// An index tells which places hold something and numbers them from 1. Each
// element stands for 32 places: a bit for each, and above them how many come
// before (Jacobson, "Space-efficient Static Trees and Graphs", FOCS 1989).
type index []uint64

// newIndex makes the index of places, which ascend.
func newIndex(places []uint32) index {
	x := make(index, Places/32)
	for _, p := range places {
		x[p>>5] |= 1 << (p & 31)
	}
	sum := uint64(0)
	for i, w := range x {
		x[i] |= sum << 32
		sum += uint64(bits.OnesCount64(w))
	}
	return x
}

// at returns the number of place p, 0 where it is empty.
func (x index) at(p uint32) uint32 {
	w := x[p>>5]
	bit := p & 31
	number := uint32(w>>32) + uint32(bits.OnesCount32(uint32(w)&(1<<bit-1))) + 1
	return number & -(uint32(w) >> bit & 1)
}

// MaxWeight is the greatest weight of a transition, either way.
const MaxWeight = 511

// A table holds the weights of the transitions. A row is one word of three
// lanes of ten bits, so that one addition serves them all; lanes are moved by
// laneZero, so that they are never negative.
type table struct {
	index index
	rows  []uint32 // the first one is all zeros
}

const (
	laneBits = 10
	laneMask = 1<<laneBits - 1
	laneZero = 1 << (laneBits - 1)
)

func row(w [Actions]int32) uint32 {
	return uint32(w[0]+laneZero) | uint32(w[1]+laneZero)<<laneBits | uint32(w[2]+laneZero)<<(2*laneBits)
}

// Scores returns the sums of the weights at places.
func (t *table) Scores(places []uint32) [Actions]int32 {
	const even = laneMask | laneMask<<(2*laneBits)
	var outer, inner uint64
	for _, p := range places {
		r := t.rows[t.index.at(p)]
		outer += uint64(r & even)
		inner += uint64(r >> laneBits & laneMask)
	}
	zero := int32(len(places)) * laneZero
	return [Actions]int32{
		int32(outer&(1<<(2*laneBits)-1)) - zero,
		int32(inner) - zero,
		int32(outer>>(2*laneBits)) - zero,
	}
}
