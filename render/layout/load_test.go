package layout

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"
)

// endless is a graph that takes longer to lay out than any test waits.
func endless() Request {
	req := layered(MaxNodes)
	req.Edges = nil
	for i := range MaxNodes {
		for step := 1; step <= MaxEdges/MaxNodes; step++ {
			to := (i + step*step*37) % MaxNodes
			req.Edges = append(req.Edges, Edge{ID: fmt.Sprint(len(req.Edges)), From: req.Nodes[i].ID, To: req.Nodes[to].ID, Constraint: true})
		}
	}
	return req
}

// The variables that tell a stand-in for a program that uses this package
// which layout program and which cache to take.
const (
	clientProgramEnv = "CAUSELINE_LAYOUT_TEST_PROGRAM"
	clientCacheEnv   = "CAUSELINE_LAYOUT_TEST_CACHE"
)

// playClient lays out the request on standard input and prints the answer.
func playClient() int {
	var req Request
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	answer, err := Run(context.Background(), req,
		Options{Path: os.Getenv(clientProgramEnv), CacheDir: os.Getenv(clientCacheEnv), Timeout: time.Hour})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		return 3
	}
	return 0
}

// client is a process of its own that lays the request out.
func client(t *testing.T, program, cacheDir string, req Request) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Stdin = bytes.NewReader(marshal(t, req))
	cmd.Env = append(os.Environ(), fakeEnv+"=client", clientProgramEnv+"="+program, clientCacheEnv+"="+cacheDir)
	return cmd
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// wantCache tests that the cache holds one file of code and its record, and
// that the next start trusts it.
func wantCache(t *testing.T, dir string) {
	t.Helper()
	code(t, dir)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 || entries[0].Name() != codeName || entries[1].Name() != stampName {
		t.Errorf("the cache folder holds %v, %v", entries, err)
	}
	wantSaid(t, started(t, dir), "")
}

// Many calls at once, with an empty cache and then with a full one, give the
// answers that single calls give.
func TestManyAtOnce(t *testing.T) {
	const calls = 24
	requests := make([]Request, calls)
	want := make([][]byte, calls)
	for i := range requests {
		requests[i] = lanes(uint64(i))
		want[i] = marshal(t, mustRun(t, requests[i], engine()))
	}
	dir := filepath.Join(t.TempDir(), "cache")
	for _, cache := range []string{"empty", "warm"} {
		var group sync.WaitGroup
		for i, req := range requests {
			group.Go(func() {
				answer, err := Run(context.Background(), req, Options{Path: built, CacheDir: dir, Timeout: time.Minute})
				if err != nil {
					t.Errorf("%s cache, call %d: %v", cache, i, err)
					return
				}
				if got := marshal(t, answer); !bytes.Equal(got, want[i]) {
					t.Errorf("%s cache, call %d: got\n%s\nwant\n%s", cache, i, got, want[i])
				}
			})
		}
		group.Wait()
	}
	wantCache(t, dir)
}

// Programs that know nothing of one another share one cache.
func TestManyProgramsAtOnce(t *testing.T) {
	req := lanes(5)
	want := marshal(t, mustRun(t, req, engine()))
	dir := filepath.Join(t.TempDir(), "cache")
	var group sync.WaitGroup
	for i := range 6 {
		cmd := client(t, built, dir, req)
		group.Go(func() {
			out, err := cmd.Output()
			if err != nil {
				t.Errorf("program %d: %v", i, err)
			}
			if !bytes.Equal(bytes.TrimSpace(out), want) {
				t.Errorf("program %d: got\n%s\nwant\n%s", i, out, want)
			}
		})
	}
	group.Wait()
	started(t, dir) // one may have swept away what another had made
	wantCache(t, dir)
}

// A call waits for its turn, and no longer than its context allows.
func TestTurns(t *testing.T) {
	for range cap(turns) {
		turns <- struct{}{}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	_, err := Run(ctx, pair(), fake(t, "good"))
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	turns.give()
	mustRun(t, pair(), fake(t, "good"))
	if len(turns) != cap(turns)-1 {
		t.Errorf("%d of %d turns are taken", len(turns), cap(turns))
	}
	for range len(turns) {
		turns.give()
	}
	cancel()
	if err := turns.take(ctx); err == nil {
		t.Error("a turn for a call that is over")
	}
}

// While all turns are taken, a run waits for one and starts nothing.
func TestRunWaitsForItsTurn(t *testing.T) {
	if cap(turns) != runtime.GOMAXPROCS(0) {
		t.Errorf("%d turns for %d processors", cap(turns), runtime.GOMAXPROCS(0))
	}
	for range cap(turns) {
		if err := turns.take(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	opt := fake(t, "counted failure")
	counter := filepath.Join(t.TempDir(), "count")
	opt.environ = append(opt.environ, countEnv+"="+counter)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	_, err := Run(ctx, pair(), opt)
	cancel()
	for range cap(turns) {
		turns.give()
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("without a turn: %v", err)
	}
	if _, err := os.Stat(counter); !os.IsNotExist(err) {
		t.Errorf("a process was started without a turn: %v", err)
	}
}
