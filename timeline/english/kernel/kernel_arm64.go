//go:build !purego

package kernel

// vector says whether mulAdd and dot can be used: every arm64 has what they
// need.
const vector = true

// mulAdd adds to sums, groups of 32, the products of the weights at w with x,
// which has the given number of pairs.
//
//go:noescape
func mulAdd(sums *int32, x *int16, w *byte, pairs, groups int)

// dot returns the product of two vectors of n times 16 values.
//
//go:noescape
func dot(a, b *int16, n int) int32
