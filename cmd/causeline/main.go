// Command causeline turns news reports into a dated event graph and draws it
// as timelines and causal diagrams.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
)

// memoryGoal is the number of bytes up to which garbage may lie about. A large
// archive's events come near it, and then memory is taken up again earlier;
// few reports never do.
const memoryGoal = 1500 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryGoal)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	// The first interrupt ends the work in good order; a second one ends the
	// program as it would any other.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// littleGarbage says that a command reads one story and ends: it is done before
// collecting garbage would pay.
func littleGarbage() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(800)
	}
}

// run is main for tests: it returns the exit status. 0: done; 1: it could not
// be done; 2: the call is wrong.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := newApp(stdin, stdout, stderr)
	root := a.root()
	root.SetArgs(args)
	return a.report(root.ExecuteContext(ctx))
}
