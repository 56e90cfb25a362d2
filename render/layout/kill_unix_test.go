//go:build unix

package layout

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// What the process started is killed with it.
func TestTimeoutKillsGrandchildren(t *testing.T) {
	opt := fake(t, "child")
	opt.Timeout = 3 * time.Second
	note := filepath.Join(t.TempDir(), "pid")
	opt.environ = append(opt.environ, countEnv+"="+note)
	if _, err := Run(context.Background(), pair(), opt); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("got %v", err)
	}
	text, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(string(text))
	if err != nil {
		t.Fatal(err)
	}
	wantEnd(t, pid)
}

// running reports whether the process lives; a dead one that nobody has
// collected yet does not.
func running(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return true // no /proc here
	}
	for i := len(stat) - 1; i > 0; i-- {
		if stat[i] == ')' {
			return i+2 >= len(stat) || stat[i+2] != 'Z'
		}
	}
	return true
}
