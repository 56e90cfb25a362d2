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

// memory is what may be in use before garbage is collected after all, in bytes.
const memory = 512 << 20

const help = `causeline-layout places the boxes and arrows of causal diagrams.

causeline starts it by itself; there is no need to run it by hand. It reads one
request as JSON from standard input and writes one answer as JSON to standard
output.

  --help     print this text
  --version  print the version
`

// parent is the process that started this one, noted before Graphviz compiles
// for a second.
var parent = os.Getppid()

// Orphaned reports whether the process that started this one is gone. Windows
// does not tell: there it never is.
func Orphaned() bool { return os.Getppid() != parent }

// saved are the variables as they were, and whether they were set.
var saved []variable

type variable struct {
	name, value string
	set         bool
}

func init() {
	if len(os.Args) == 2 {
		switch os.Args[1] {
		case "--help", "-h":
			fmt.Print(help)
			os.Exit(0)
		case "--version":
			fmt.Println("causeline-layout", version())
			os.Exit(0)
		}
	}
	if os.Getenv(marker) == "" {
		noCache()
	}
	// The process ends before collecting garbage pays, unless the graph is huge.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(memory)
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
		value, set := os.LookupEnv(name)
		saved = append(saved, variable{name, value, set})
		_ = os.Setenv(name, self)
	}
}

// Restore gives the variables for the temporary folder their values back. It
// is for the time after all packages are initialised.
func Restore() {
	for _, v := range saved {
		if v.set {
			_ = os.Setenv(v.name, v.value)
		} else {
			_ = os.Unsetenv(v.name)
		}
	}
	saved = nil
}
