//go:build unix

package layout

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// noted are options for the real program, started by a script that notes each
// process's id in a file.
func noted(t *testing.T) (opt Options, note string) {
	t.Helper()
	dir := t.TempDir()
	note = filepath.Join(dir, "pids")
	script := filepath.Join(dir, "noting")
	write(t, script, "#!/bin/sh\necho $$ >>'"+note+"'\nexec '"+built+"'\n")
	if err := os.Chmod(script, 0o700); err != nil {
		t.Fatal(err)
	}
	return Options{Path: script, CacheDir: filepath.Join(dir, "cache"), Timeout: time.Hour}, note
}

// waitForPid waits for the n-th process of the note, counted from 0.
func waitForPid(t *testing.T, note string, n int) int {
	for range 1000 {
		text, _ := os.ReadFile(note)
		if lines := strings.SplitAfter(string(text), "\n"); n < len(lines) && strings.HasSuffix(lines[n], "\n") {
			pid, err := strconv.Atoi(strings.TrimSpace(lines[n]))
			if err != nil {
				t.Error(err)
			}
			return pid
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %d was not started", n)
	return 0
}

// runAside runs the request and sends what comes of it.
func runAside(ctx context.Context, req Request, opt Options) <-chan error {
	done := make(chan error, 1)
	go func() {
		_, err := Run(ctx, req, opt)
		done <- err
	}()
	return done
}

// settle is how long a process may be at work before the tests disturb it: at
// 0 it has not yet begun, later it is in the middle of a layout.
var settle = []time.Duration{0, 1500 * time.Millisecond}

// A process that somebody kills is started once more; killed again, it is an
// error. Nothing of it stays, neither a process nor a file.
func TestKilledFromOutside(t *testing.T) {
	for _, wait := range settle {
		opt, note := noted(t)
		done := runAside(context.Background(), endless(), opt)
		for n := range 2 {
			pid := waitForPid(t, note, n)
			time.Sleep(wait)
			if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
				t.Error(err)
			}
		}
		if err := <-done; err == nil || !strings.Contains(err.Error(), "broke down: signal: killed; try again") {
			t.Errorf("after %s: got %v", wait, err)
		}
		wantGone(t, note)
		if files, err := filepath.Glob(filepath.Join(opt.CacheDir, "*")); err != nil || len(files) != 0 {
			t.Errorf("after %s: %q are left, %v", wait, files, err)
		}
		wantSaid(t, started(t, opt.CacheDir), firstTime)
		wantCache(t, opt.CacheDir)
	}
}

func TestKilledOnce(t *testing.T) {
	opt, note := noted(t)
	done := runAside(context.Background(), layered(1000), opt)
	if err := syscall.Kill(waitForPid(t, note, 0), syscall.SIGKILL); err != nil {
		t.Error(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	waitForPid(t, note, 1)
	wantGone(t, note)
}

// A call that is no longer wanted ends at once, and its process with it.
func TestCancelledHalfWay(t *testing.T) {
	for _, wait := range settle {
		opt, note := noted(t)
		ctx, cancel := context.WithCancel(context.Background())
		done := runAside(ctx, endless(), opt)
		waitForPid(t, note, 0)
		time.Sleep(wait)
		cancel()
		select {
		case err := <-done:
			if !errors.Is(err, context.Canceled) {
				t.Errorf("after %s: got %v", wait, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("after %s: still at work", wait)
		}
		wantGone(t, note)
		started(t, opt.CacheDir)
		wantCache(t, opt.CacheDir)
	}
}

// wantGone tests that every process of the note is gone and was collected.
func wantGone(t *testing.T, note string) {
	t.Helper()
	text, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	for field := range strings.FieldsSeq(string(text)) {
		pid, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Kill(pid, 0); err != syscall.ESRCH {
			t.Errorf("process %d is still known: %v", pid, err)
		}
	}
}

// When the program that wanted the layout is killed, its process ends by
// itself, long before it would have an answer.
func TestClientKilled(t *testing.T) {
	for _, wait := range settle {
		opt, note := noted(t)
		user := client(t, opt.Path, opt.CacheDir, endless())
		user.Env = append(user.Env, "GOMAXPROCS=1") // the harder case for what must come between
		if err := user.Start(); err != nil {
			t.Fatal(err)
		}
		pid := waitForPid(t, note, 0)
		time.Sleep(wait)
		if err := user.Process.Kill(); err != nil {
			t.Error(err)
		}
		_ = user.Wait() // says that it was killed
		wantEnd(t, pid)
		started(t, opt.CacheDir)
		wantCache(t, opt.CacheDir)
	}
}

// wantEnd waits for a process that is not our own to collect.
func wantEnd(t *testing.T, pid int) {
	t.Helper()
	for range 500 {
		if !running(pid) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	t.Errorf("process %d is still at work", pid)
}
