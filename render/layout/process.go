package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// The most that is read from the process. An honest answer holds each id of
// the request once, and positions: half a megabyte for 2,000 events.
const (
	maxPositions = 16 << 20
	maxStderr    = 64 << 10
)

// patience is how long the pipes may stay open after the process has ended.
const patience = 2 * time.Second

// A result is what one run of the process left behind.
type result struct {
	stdout []byte
	stderr []byte
	err    error // of starting, running and ending it
}

// start runs the program once with the body on its standard input.
func start(ctx context.Context, path string, env []string, body []byte) result {
	cmd := exec.CommandContext(ctx, path)
	cmd.Env = env
	cmd.Stdin = bytes.NewReader(body)
	stdout := &limited{limit: len(body) + maxPositions, strict: true}
	stderr := &limited{limit: maxStderr}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	cmd.WaitDelay = patience
	cmd.Cancel = func() error { return killTree(cmd) }
	ownGroup(cmd)
	err := cmd.Run()
	if stdout.full {
		err = errors.New("it wrote more than any layout needs")
	}
	return result{stdout.kept.Bytes(), stderr.kept.Bytes(), err}
}

// childEnv is the environment with another folder for temporary files. The
// process reads it before any of its own code runs.
func childEnv(environ []string, tmp string) []string {
	env := make([]string, 0, len(environ)+4)
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		if !isOurs(name) {
			env = append(env, pair)
		}
	}
	return append(env, "TMPDIR="+tmp, "TMP="+tmp, "TEMP="+tmp, MarkerEnv+"=1")
}

func isOurs(name string) bool {
	for _, ours := range []string{"TMPDIR", "TMP", "TEMP", MarkerEnv} {
		if name == ours || runtime.GOOS == "windows" && strings.EqualFold(name, ours) {
			return true
		}
	}
	return false
}

// crashed reports whether the program broke down instead of answering: then a
// damaged cache may be the cause.
func (r result) crashed() bool {
	if bytes.HasPrefix(r.stderr, []byte("panic:")) || bytes.Contains(r.stderr, []byte("\npanic:")) ||
		bytes.Contains(r.stderr, []byte("fatal error:")) {
		return true
	}
	var exit *exec.ExitError
	_, said := r.failure()
	return errors.As(r.err, &exit) && !said
}

// failure returns what the program itself reports as the reason for no answer.
func (r result) failure() (Failure, bool) {
	var f Failure
	ok := json.Unmarshal(r.stdout, &f) == nil && f.Error != ""
	return f, ok
}

// trouble describes a crash in one line, for people.
func (r result) trouble() error {
	for line := range strings.Lines(string(r.stderr)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if len(line) > 200 {
			line = line[:200]
		}
		return fmt.Errorf("it said %q", line)
	}
	if r.err != nil {
		return r.err
	}
	return errors.New("it said nothing")
}

// A limited buffer stops growing at its limit. A strict one also fails, which
// closes the pipe. It holds its buffer in a named field: an embedded one would
// bring a ReadFrom along, which knows no limit.
type limited struct {
	kept   bytes.Buffer
	limit  int
	strict bool
	full   bool
}

// Write keeps what fits.
func (l *limited) Write(p []byte) (int, error) {
	room := l.limit - l.kept.Len()
	if len(p) <= room {
		return l.kept.Write(p)
	}
	l.full = true
	l.kept.Write(p[:room])
	if l.strict {
		return room, os.ErrClosed
	}
	return len(p), nil
}
