package main

import (
	"os"
	"runtime"
	"time"

	"github.com/causeline/causeline/cmd/causeline-layout/internal/early"
)

// glance is how often the process looks whether its client is still there.
const glance = 100 * time.Millisecond

// watch ends the process when the client is gone, or after the limit, where
// one is given. The client kills us in time; this is for the day when it was
// killed itself and nobody is left to want an answer.
func watch(limit time.Duration) {
	began := time.Now()
	for range time.Tick(glance) {
		if early.Orphaned() || limit > 0 && time.Since(began) > limit {
			os.Exit(1)
		}
	}
}

// Nothing interrupts the engine's machine code, so that with one processor
// watch would come to its turn only when the layout is done.
func init() { runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0))) }
