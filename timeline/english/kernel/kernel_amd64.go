//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// vector says whether mulAdd and dot can be used.
var vector = cpu.X86.HasAVX2

// wide says whether mulAdd512 can be used.
var wide = vector && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI

// mulAdd adds to sums, groups of 32, the products of the weights at w with x,
// which has the given number of pairs.
func mulAdd(sums *int32, x *int16, w *byte, pairs, groups int) {
	if wide {
		mulAdd512(sums, x, w, pairs, groups)
	} else {
		mulAdd256(sums, x, w, pairs, groups)
	}
}

//go:noescape
func mulAdd256(sums *int32, x *int16, w *byte, pairs, groups int)

//go:noescape
func mulAdd512(sums *int32, x *int16, w *byte, pairs, groups int)

// dot returns the product of two vectors of n times 16 values.
//
//go:noescape
func dot(a, b *int16, n int) int32
