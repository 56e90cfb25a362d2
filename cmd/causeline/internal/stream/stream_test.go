package stream

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// from gives the items of a slice, then err.
func from[T any](items []T, err error) func() (T, error) {
	return func() (item T, _ error) {
		if len(items) == 0 {
			return item, err
		}
		item, items = items[0], items[1:]
		return item, nil
	}
}

// Results come in the order of the input, whoever is done first.
func TestEachInOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	rapid.Check(t, func(t *rapid.T) {
		runtime.GOMAXPROCS(rapid.IntRange(1, 8).Draw(t, "processors"))
		pauses := rapid.SliceOfN(rapid.IntRange(0, 300), 0, 60).Draw(t, "pauses")
		var want, got []int
		items := make([]int, len(pauses))
		for i := range pauses {
			items[i] = i
			want = append(want, 2*i)
		}
		work := func(i int) int {
			time.Sleep(time.Duration(pauses[i]) * time.Microsecond)
			return 2 * i
		}
		err := Each(context.Background(), from(items, io.EOF), work, func(r int) error {
			got = append(got, r)
			return nil
		})
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("got %v, %v, want %v", got, err, want)
		}
	})
}

func double(i int) int { return 2 * i }

func TestEachErrors(t *testing.T) {
	broken := errors.New("broken")
	sum := 0
	add := func(r int) error { sum += r; return nil }
	if err := Each(context.Background(), from([]int{1, 2, 3}, broken), double, add); err != broken || sum != 12 {
		t.Errorf("input that breaks: %v, sum %d", err, sum)
	}
	endless := func() (int, error) { return 1, nil }
	refuse := func(int) error { return broken }
	if err := Each(context.Background(), endless, double, refuse); err != broken {
		t.Errorf("output that breaks: %v", err)
	}
}

// The end of the context ends Each even while input and work never end.
func TestEachStops(t *testing.T) {
	forever := make(chan int)
	for name, call := range map[string]struct {
		next func() (int, error)
		work func(int) int
	}{
		"input": {func() (int, error) { return <-forever, nil }, double},
		"work":  {func() (int, error) { return 1, nil }, func(int) int { return <-forever }},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		go func() { done <- Each(ctx, call.next, call.work, func(int) error { return nil }) }()
		cancel()
		select {
		case err := <-done:
			if err != context.Canceled {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: Each goes on", name)
		}
	}
	close(forever)
}

// However slow the output is, the input is read only so far ahead.
func TestEachBounded(t *testing.T) {
	var read, written, most atomic.Int64
	left := 2000
	next := func() (int, error) {
		if left == 0 {
			return 0, io.EOF
		}
		left--
		if n := read.Add(1) - written.Load(); n > most.Load() {
			most.Store(n)
		}
		return 1, nil
	}
	err := Each(context.Background(), next, double, func(int) error {
		time.Sleep(10 * time.Microsecond)
		written.Add(1)
		return nil
	})
	if limit := int64((ahead+2)*runtime.GOMAXPROCS(0) + 4); err != nil || most.Load() > limit {
		t.Errorf("%v; %d pieces ahead of the output, want at most %d", err, most.Load(), limit)
	}
}
