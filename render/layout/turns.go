package layout

import (
	"context"
	"runtime"
)

// turns bounds how many processes this program runs at one time. More of them
// than processors would all be late together: each first start compiles for
// a second, and a hundred at once would run into their time limits. The one
// that comes first fills the cache for all.
var turns = make(semaphore, runtime.GOMAXPROCS(0))

// A semaphore lets as many callers through at one time as it has room for.
type semaphore chan struct{}

// take waits for a turn, or for the end of the context.
func (s semaphore) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case s <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s semaphore) give() { <-s }
