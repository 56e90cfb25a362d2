package causal

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
)

// Drawing one story after another, each with words that were never drawn
// before, leaves nothing behind.
func TestNothingGrows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	draw := func(n int) {
		s := ferry()
		for i := range s.Events {
			s.Events[i].Title = fmt.Sprintf("%x carries %x past %x", r.Uint64(), r.Uint64(), r.Uint64())
		}
		pictures := []func() (*scene.Picture, error){
			func() (*scene.Picture, error) { return Narrow(s, Options{}) },
			func() (*scene.Picture, error) { return Wide(context.Background(), s, Options{}) },
		}
		if n%20 == 0 {
			pictures = append(pictures, func() (*scene.Picture, error) {
				return Wide(context.Background(), s, Options{Order: ByCause, Layout: program})
			})
		}
		for _, picture := range pictures {
			p, err := picture()
			if err != nil {
				t.Fatal(err)
			}
			if len(svg.Marshal(p, svg.Options{})) == 0 {
				t.Fatal("nothing is drawn")
			}
		}
	}
	heap := func() uint64 {
		runtime.GC()
		runtime.GC() // the second frees what finalizers have let go
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	for n := range 50 {
		draw(n)
	}
	before := heap()
	for n := range 300 {
		draw(n)
	}
	const slack = 256 << 10 // a tenth of a kilobyte for each label
	if after := heap(); after > before+slack {
		t.Errorf("the heap grows from %d to %d bytes", before, after)
	}
}
