//go:build !purego

package kernel

// A way is one form of mulAdd.
type way = func(sums *int32, x *int16, w *byte, pairs, groups int)

// ways are the forms that this machine knows.
func ways() map[string]way {
	all := map[string]way{}
	if vector {
		all["256 bits"] = mulAdd256
	}
	if wide {
		all["512 bits"] = mulAdd512
	}
	return all
}
