//go:build unix

package layout

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// A footprint is what a caller of Run holds of the machine.
type footprint struct {
	goroutines, files, temps int
	heap                     uint64
}

func measureFootprint(t testing.TB, dirs ...string) footprint {
	t.Helper()
	var f footprint
	open, err := os.ReadDir("/dev/fd")
	if err != nil {
		t.Fatal(err)
	}
	f.files = len(open)
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(string, os.DirEntry, error) error { f.temps++; return nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	runtime.GC() // the second frees what finalizers have let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	f.heap, f.goroutines = m.HeapAlloc, runtime.NumGoroutine()
	return f
}

// Many diagrams one after another leave nothing behind in the program that
// draws them, whether they come out, fail, take too long or break down.
func TestNothingGrows(t *testing.T) {
	temps := t.TempDir()
	t.Setenv("TMPDIR", temps)
	real, good, bad, slow, crash := engine(), fake(t, "good"), fake(t, "garbage"), fake(t, "sleep"), fake(t, "panic")
	slow.Timeout = 20 * time.Millisecond
	req := layered(15)
	round := func() {
		for range 10 {
			mustRun(t, req, real)
			mustRun(t, pair(), good)
		}
		if _, err := Run(context.Background(), req, bad); err == nil {
			t.Error("garbage passes")
		}
		if _, err := Run(context.Background(), req, slow); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("slow: %v", err)
		}
		if _, err := Run(context.Background(), req, crash); err == nil {
			t.Error("a crash passes")
		}
	}
	measure := func() footprint {
		return measureFootprint(t, temps, real.CacheDir, good.CacheDir, bad.CacheDir, slow.CacheDir, crash.CacheDir)
	}
	round()
	before := measure()
	for range 20 {
		round()
	}
	after := measure()
	if after.goroutines > before.goroutines || after.files > before.files || after.temps > before.temps {
		t.Errorf("from %+v to %+v", before, after)
	}
	const slack = 256 << 10 // 460 answers are more
	if after.heap > before.heap+slack {
		t.Errorf("the heap grows from %d to %d bytes", before.heap, after.heap)
	}
}

// BenchmarkDiagrams draws diagrams one after another and prints after 100,
// 1,000, 5,000 and 10,000 what the caller holds; -benchtime 10000x asks for them all.
func BenchmarkDiagrams(b *testing.B) {
	req, opt := layered(15), engine()
	n := 0
	for b.Loop() {
		if _, err := Run(context.Background(), req, opt); err != nil {
			b.Fatal(err)
		}
		if n++; n == 100 || n == 1000 || n == 5000 || n == 10000 {
			resident, err := os.ReadFile("/proc/self/statm") // in pages, the second number; on Linux only
			if err != nil {
				resident = []byte("unknown")
			}
			b.Logf("%5d diagrams: %+v, pages %s", n, measureFootprint(b, opt.CacheDir), resident)
		}
	}
}
