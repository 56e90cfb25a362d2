//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// vector says whether mulAdd and dot can be used.
var vector = cpu.X86.HasAVX2
