//go:build !amd64 || purego

package tensor

const vector = false

func mul4x16(c *float32, ldc uintptr, a *float32, ai, ak uintptr, b *float32, ldb uintptr, k int) {
	panic("tensor: no vector instructions")
}

func mul1x16(c *float32, a *float32, ak uintptr, b *float32, ldb uintptr, k int) {
	panic("tensor: no vector instructions")
}
