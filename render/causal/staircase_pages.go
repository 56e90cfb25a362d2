package causal

import (
	"cmp"
	"math/bits"
	"slices"
)

// Below the stairs two flights cross where each of them has one end between
// the ends of the other; above the stairs likewise; and none crosses one on
// the other side. So the sides are those of a book with two pages, and the
// flights are to be divided between them with the fewest crossings. A flight
// that still crosses others may begin below the stairs and go on above them
// from a later event on.

// maxExact is how many flights that hang together by crossings are divided by
// trying all ways. Beyond it the division is improved flight by flight.
const maxExact = 16

// choosePages decides which flights run above the stairs: as few as leave the
// fewest crossings, and short ones rather than long ones.
func (s *staircase) choosePages() {
	cross := make([][]int, len(s.flights)) // flights that each would cross on one side
	for a := range s.flights {
		for b := range a {
			if interleave(s.flights[a].relation, s.flights[b].relation) {
				cross[a] = append(cross[a], b)
				cross[b] = append(cross[b], a)
			}
		}
	}
	seen := make([]bool, len(s.flights))
	for first := range s.flights {
		if seen[first] || len(cross[first]) == 0 {
			continue
		}
		seen[first] = true
		knot := []int{first}
		for n := 0; n < len(knot); n++ {
			for _, k := range cross[knot[n]] {
				if !seen[k] {
					seen[k] = true
					knot = append(knot, k)
				}
			}
		}
		slices.Sort(knot)
		if len(knot) <= maxExact {
			s.divideExactly(knot, cross)
		} else {
			s.divide(knot, cross)
		}
	}
	s.untangle()
}

// interleave reports whether each of two relations has one end, and only
// one, strictly between the ends of the other.
func interleave(a, b relation) bool {
	if b.upper() < a.upper() {
		a, b = b, a
	}
	return a.upper() < b.upper() && b.upper() < a.lower() && a.lower() < b.lower()
}

// divideExactly tries all ways to divide a knot of flights.
func (s *staircase) divideExactly(knot []int, cross [][]int) {
	masks := make([]uint32, len(knot))
	for n, k := range knot {
		for _, other := range cross[k] {
			if m, ok := slices.BinarySearch(knot, other); ok {
				masks[n] |= 1 << m
			}
		}
	}
	var best uint32
	least := [3]int{-1}
	for above := range uint32(1) << len(knot) {
		var cost [3]int // crossings, flights above, their length
		for n, mask := range masks {
			if above>>n&1 == 1 {
				cost[0] += bits.OnesCount32(mask & above)
				cost[1]++
				cost[2] += s.flights[knot[n]].lower() - s.flights[knot[n]].upper()
			} else {
				cost[0] += bits.OnesCount32(mask &^ above)
			}
		}
		if least[0] < 0 || slices.Compare(cost[:], least[:]) < 0 {
			best, least = above, cost
		}
	}
	for n, k := range knot {
		if best>>n&1 == 1 {
			s.flights[k].setAbove(s.flights[k].upper())
		}
	}
}

// divide moves flight after flight to the side where it crosses fewer others,
// the best move first, until no move helps.
func (s *staircase) divide(knot []int, cross [][]int) {
	gain := func(k int) int {
		n := 0
		for _, other := range cross[k] {
			if s.flights[other].above == s.flights[k].above {
				n++
			} else {
				n--
			}
		}
		return n
	}
	for {
		best := slices.MaxFunc(knot, func(a, b int) int { return cmp.Or(cmp.Compare(gain(a), gain(b)), cmp.Compare(b, a)) })
		if gain(best) <= 0 {
			return
		}
		if f := &s.flights[best]; f.above {
			f.setBelow()
		} else {
			f.setAbove(f.upper())
		}
	}
}
