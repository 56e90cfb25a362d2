package biaffine

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// score sums the scores of a tree.
func score(scores []int32, heads []int) int64 {
	n := len(heads)
	var sum int64
	for i, h := range heads {
		sum += int64(scores[i*(n+1)+h+1])
	}
	return sum
}

// exhaustive tries all trees of n tokens with one root and returns the best
// score.
func exhaustive(scores []int32, n int) int64 {
	heads := make([]int, n)
	best := int64(-1 << 62)
	var s solver
	var try func(i int)
	try = func(i int) {
		if i == n {
			if s.isTree(heads) {
				best = max(best, score(scores, heads))
			}
			return
		}
		for h := -1; h < n; h++ {
			if h != i {
				heads[i] = h
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

// The tree must be the best of all, which for six words can be counted out.
func TestBestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 400 {
		n := 1 + rng.IntN(6)
		scores := make([]int32, n*(n+1))
		for i := range scores {
			scores[i] = int32(rng.IntN(40) - 20)
		}
		var s solver
		heads := s.heads(nil, scores, n)
		if !s.isTree(heads) {
			t.Fatalf("no tree: %v of %v", heads, scores)
		}
		if got, want := score(scores, heads), exhaustive(scores, n); got != want {
			t.Fatalf("scores %v: tree %v has %d, the best %d", scores, heads, got, want)
		}
	}
}

func TestIsTree(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  bool
	}{
		{[]int{-1}, true}, {[]int{1, -1, 1}, true}, {[]int{1, 2, -1}, true},
		{[]int{-1, -1}, false}, {[]int{1, 0}, false}, {[]int{-1, 2, 1}, false}, {[]int{-1, 2, 3, 1}, false},
	} {
		var s solver
		if got := s.isTree(c.heads); got != c.want {
			t.Errorf("%v: %v", c.heads, got)
		}
	}
}

// Any scores whatever give a tree, and equal scores the same one.
func TestTreesProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "n")
		scores := rapid.SliceOfN(rapid.Int32(), n*(n+1), n*(n+1)).Draw(t, "scores")
		var a, b solver
		heads := a.heads(nil, scores, n)
		if !a.isTree(heads) {
			t.Fatalf("no tree: %v", heads)
		}
		if again := b.heads(nil, slices.Clone(scores), n); !slices.Equal(heads, again) {
			t.Fatalf("%v, then %v", heads, again)
		}
	})
}

// A long sentence in which every word wants its neighbour as head, and they it,
// must not take longer than its square.
func BenchmarkWorstTree(b *testing.B) {
	const n = MaxTokens
	rng := rand.New(rand.NewPCG(1, 1))
	scores := make([]int32, n*(n+1))
	for i := range n {
		for j := range n + 1 {
			scores[i*(n+1)+j] = int32(rng.IntN(1000)) - 100*int32(max(j-1-i, i-j+1))
		}
	}
	var s solver
	var heads []int
	for b.Loop() {
		heads = s.heads(heads, scores, n)
	}
}
