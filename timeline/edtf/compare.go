package edtf

import (
	"cmp"
	"strings"
)

// Compare orders dates by their earliest day, then by their latest, then from
// fine to coarse, then by spelling. A date without a lower bound comes before
// any that has one, a date without an upper bound after; zero dates come last.
// It returns 0 only for equal dates, so that sorting has one outcome.
func Compare(a, b Date) int {
	if a == b {
		return 0
	}
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	if c := cmp.Or(
		compareBound(a.lo, a.hasLo, b.lo, b.hasLo, -1),
		compareBound(a.hi, a.hasHi, b.hi, b.hasHi, +1),
	); c != 0 {
		return c // spelling dates out takes its time
	}
	return cmp.Or(cmp.Compare(a.Precision(), b.Precision()), strings.Compare(a.String(), b.String()))
}

// compareBound compares two bounds, where a missing one lies at infinity on
// the given side.
func compareBound(a Day, hasA bool, b Day, hasB bool, side int) int {
	switch {
	case hasA && hasB:
		return cmp.Compare(a, b)
	case hasA == hasB:
		return 0
	case hasA:
		return -side
	}
	return side
}

// Covers reports whether every day within e's bounds lies within d's. Zero
// dates cover nothing and are not covered.
func (d Date) Covers(e Date) bool {
	return !d.IsZero() && !e.IsZero() &&
		compareBound(d.lo, d.hasLo, e.lo, e.hasLo, -1) <= 0 &&
		compareBound(e.hi, e.hasHi, d.hi, d.hasHi, +1) <= 0
}

// Overlaps reports whether some day lies within the bounds of both dates.
// Zero dates overlap nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() &&
		(!d.hasLo || !e.hasHi || d.lo <= e.hi) &&
		(!e.hasLo || !d.hasHi || e.lo <= d.hi)
}
