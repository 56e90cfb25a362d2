// Command causeline turns news reports into a dated event graph and draws it
// as timelines and causal diagrams.
package main

import (
	"io"
	"os"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main for tests: it returns the exit status. 0: done; 1: it could not
// be done; 2: the call is wrong.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := newApp(stdin, stdout, stderr)
	root := a.root()
	root.SetArgs(args)
	return a.report(root.Execute())
}
