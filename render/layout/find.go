package layout

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Command is the name of the program that does the work.
const Command = "causeline-layout"

// PathEnv names the environment variable that can point to the program.
const PathEnv = "CAUSELINE_LAYOUT"

// ErrNotInstalled is wrapped by errors about a missing or old program.
var ErrNotInstalled = errors.New("install it with: go install github.com/causeline/causeline/cmd/...@latest")

// A finder looks for the program. Its functions stand for the system's.
type finder struct {
	executable func() (string, error)
	getenv     func(string) string
	lookPath   func(string) (string, error)
}

var system = finder{executable: os.Executable, getenv: os.Getenv, lookPath: exec.LookPath}

// find returns the absolute path of the program: the one that was asked for,
// or else the one beside the running program, the one that PathEnv names, or
// the one in PATH.
func (f finder) find(asked string) (string, error) {
	if asked != "" {
		if !isProgram(asked) {
			return "", fmt.Errorf("the layout program %s does not exist or cannot be run; %w", asked, ErrNotInstalled)
		}
		return filepath.Abs(asked)
	}
	if self, err := f.executable(); err == nil {
		if resolved, err := filepath.EvalSymlinks(self); err == nil {
			self = resolved
		}
		if beside := filepath.Join(filepath.Dir(self), fileName()); isProgram(beside) {
			return filepath.Abs(beside)
		}
	}
	if named := f.getenv(PathEnv); named != "" {
		if !isProgram(named) {
			return "", fmt.Errorf("%s is set to %s, which does not exist or cannot be run; unset it or %w",
				PathEnv, named, ErrNotInstalled)
		}
		return filepath.Abs(named)
	}
	if found, err := f.lookPath(Command); err == nil {
		return filepath.Abs(found)
	}
	return "", fmt.Errorf("diagrams in order of cause need the program %s, which is neither beside this program nor in PATH; draw in order of time, or %w",
		Command, ErrNotInstalled)
}

func fileName() string {
	if runtime.GOOS == "windows" {
		return Command + ".exe"
	}
	return Command
}

// isProgram reports whether the path is a file that can be run.
func isProgram(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	return runtime.GOOS == "windows" || info.Mode().Perm()&0o111 != 0
}
