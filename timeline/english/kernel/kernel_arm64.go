//go:build !purego

package kernel

// vector says whether mulAdd and dot can be used: every arm64 has what they
// need.
const vector = true
