// Package early does what must happen before Graphviz starts, which it does
// while packages initialise. It imports little, and its path comes before that
// of the Graphviz module, so that Go initialises it first; a test watches over
// that.
package early

import (
	"fmt"
	"os"
	"runtime/debug"
)

// marker is the variable with which the client says that the folder for
// temporary files is private. It is repeated here to keep the imports few; a
// test compares it with the client's.
const marker = "CAUSELINE_LAYOUT_CLIENT"

const help = `causeline-layout places the boxes and arrows of causal diagrams.

causeline starts it by itself; there is no need to run it by hand. It reads one
request as JSON from standard input and writes one answer as JSON to standard
output.

  --help     print this text
  --version  print the version
`

func init() {
	if len(os.Args) > 1 {
		os.Exit(arguments(os.Args[1:]))
	}
	if os.Getenv(marker) == "" {
		noCache()
	}
}

// arguments answers a start by hand and returns the exit status.
func arguments(args []string) int {
	switch {
	case len(args) == 1 && (args[0] == "--help" || args[0] == "-h"):
		fmt.Print(help)
		return 0
	case len(args) == 1 && args[0] == "--version":
		fmt.Println("causeline-layout", version())
		return 0
	}
	fmt.Fprintf(os.Stderr, "causeline-layout: unknown argument %q; it takes only --help and --version\n", args)
	return 2
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(unknown)"
}

// noCache keeps the engine from leaving native code in a folder that others
// can write to: no folder can be made below a file.
func noCache() {
	self, err := os.Executable()
	if err != nil {
		return
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		_ = os.Setenv(name, self)
	}
}
