//go:build (!amd64 && !arm64) || purego

package kernel

const vector = false

func mulAdd(sums *int32, x *int16, w *byte, pairs, groups int) {
	panic("kernel: no vector instructions")
}

func dot(a, b *int16, n int) int32 { panic("kernel: no vector instructions") }
