//go:build amd64 && !purego

package tensor

import "golang.org/x/sys/cpu"

// vector says whether mul4x16 and mul1x16 can be used.
var vector = cpu.X86.HasAVX2

// mul4x16 adds to 4 rows of 16 values of c the product of 4 rows of a, k
// long, and 16 columns of b. Strides are in bytes: ldc and ai from row to row
// of c and a, ak from column to column of a, ldb from row to row of b.
//
//go:noescape
func mul4x16(c *float32, ldc uintptr, a *float32, ai, ak uintptr, b *float32, ldb uintptr, k int)

// mul1x16 is mul4x16 for one row.
//
//go:noescape
func mul1x16(c *float32, a *float32, ak uintptr, b *float32, ldb uintptr, k int)
