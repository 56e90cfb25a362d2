package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// A usageError means that the call is wrong: exit status 2.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// report prints an error and returns the exit status.
func (a *app) report(err error) int {
	if err == nil {
		return 0
	}
	status := 1
	var usage usageError
	if errors.As(err, &usage) {
		status = 2
	}
	var load *story.LoadError
	switch {
	case errors.Is(err, errReported):
	case errors.Is(err, context.Canceled):
		a.sayf("interrupted: nothing was written")
	case errors.As(err, &load):
		for _, d := range load.Diagnostics {
			a.sayf("%s", strings.TrimRight(d.String(), "\n"))
		}
		if load.More > 0 {
			a.sayf("and %s", count(load.More, "more error"))
		}
	default:
		for line := range strings.Lines(err.Error()) {
			a.sayf("%s", strings.TrimSuffix(line, "\n"))
		}
	}
	return status
}

// sayf says something to a person. Names and titles in it come from files, so
// nothing in it steers the terminal.
func (a *app) sayf(format string, args ...any) {
	lines := strings.Split(fmt.Sprintf("causeline: "+format, args...), "\n")
	for i := range lines {
		lines[i] = story.Printable(lines[i])
	}
	fmt.Fprintln(a.stderr, strings.Join(lines, "\n"))
}

// diagnostics prints warnings.
func (a *app) diagnostics(ds []story.Diagnostic) {
	for _, d := range ds {
		if d.Severity == story.Warning {
			a.sayf("%s", strings.TrimRight(d.String(), "\n")) // says "warning:" itself
		}
	}
}

// reason says why a file could not be read or written, without the path and
// the system call, which the message around it has or has no use for.
func reason(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such file or folder")
	}
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// count is a number of things: "1 event", "2 events", "no events".
func count(n int, thing string) string {
	switch n {
	case 0:
		return "no " + thing + "s"
	case 1:
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// list joins words: "a", "a or b", "a, b or c".
func list(words []string, and string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}
