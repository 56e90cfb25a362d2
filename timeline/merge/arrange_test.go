package merge

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOf(rapid.Int()).Draw(t, "list")
		indices := make([]int, len(list))
		for i := range indices {
			indices[i] = i
		}
		order := rapid.Permutation(indices).Draw(t, "order")
		var want []int
		for _, i := range order {
			want = append(want, list[i])
		}
		if arrange(list, slices.Clone(order)); !slices.Equal(list, want) {
			t.Fatalf("order %v gives %v, want %v", order, list, want)
		}
	})
}
