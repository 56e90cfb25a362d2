package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"
)

// layered is a graph like those that stories make: causes lead to effects a
// little later, and every third edge has a label.
func layered(n int) Request {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	req := Request{Direction: LeftToRight, NodeSep: 20 * Unit, RankSep: 40 * Unit}
	for i := range n {
		req.Nodes = append(req.Nodes, Node{fmt.Sprint(i), (80 + r.IntN(120)) * Unit, (30 + r.IntN(30)) * Unit})
	}
	used := make(map[[2]int]bool)
	for range n * 3 / 2 {
		from := r.IntN(n - 1)
		to := min(n-1, from+1+r.IntN(10))
		if used[[2]int{from, to}] {
			continue
		}
		used[[2]int{from, to}] = true
		e := Edge{ID: fmt.Sprint(len(req.Edges)), From: req.Nodes[from].ID, To: req.Nodes[to].ID, Constraint: true}
		if len(req.Edges)%3 == 0 {
			e.LabelWidth, e.LabelHeight = 60*Unit, 14*Unit
		}
		req.Edges = append(req.Edges, e)
	}
	return req
}

func BenchmarkRun(b *testing.B) {
	for _, n := range []int{15, 100, 500, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			req := layered(n)
			opt := engine()
			opt.Timeout = 5 * time.Minute
			if _, err := Run(context.Background(), pair(), opt); err != nil { // fills the cache
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := Run(context.Background(), req, opt); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFirstStart begins with an empty cache each time.
func BenchmarkFirstStart(b *testing.B) {
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		opt := Options{Path: built, CacheDir: filepath.Join(dir, fmt.Sprint(i))}
		if _, err := Run(context.Background(), layered(15), opt); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkClean is what checking the cache's record costs each start.
func BenchmarkClean(b *testing.B) {
	if _, err := Run(context.Background(), pair(), engine()); err != nil {
		b.Fatal(err)
	}
	store := &cache{dir: warm}
	for b.Loop() {
		if ok, err := store.clean(); err != nil || !ok {
			b.Fatal(ok, err)
		}
	}
}
