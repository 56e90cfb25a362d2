package layout

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// Every way in which an answer can be wrong is found and named.
func TestWrongAnswers(t *testing.T) {
	for part, want := range map[string]string{
		"nan":         "agreed form",
		"huge":        "outside the picture",
		"overlap":     `"storm" and "flood" overlap`,
		"same place":  `"storm" and "flood" overlap`,
		"missing":     "1 of 2 nodes",
		"twice":       `"flood" has no place`,
		"outside":     "partly outside",
		"no size":     "the picture is 0 by",
		"no curve":    "make no curve",
		"wrong end":   `does not lead from node "storm" to node "flood"`,
		"old":         "different versions (protocol 2 and 0); reinstall both",
		"old failure": "different versions (protocol 2 and 0); reinstall both",
		"failure":     "layout: no luck today",
		"garbage":     "agreed form",
		"two answers": "more than one answer",
		"silence":     "agreed form",
		"flood":       "wrote more than any layout needs",
	} {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			_, err := Run(context.Background(), pair(), fake(t, part))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Fatalf("got %v, want %q", err, want)
			}
		})
	}
}

func TestGoodStandIn(t *testing.T) {
	a := mustRun(t, pair(), fake(t, "good"))
	if len(a.Nodes) != 2 || a.Nodes[1].ID != "flood" {
		t.Fatalf("got %+v", a)
	}
}

func TestTimeoutKills(t *testing.T) {
	opt := fake(t, "sleep")
	opt.Timeout = 300 * time.Millisecond
	began := time.Now()
	_, err := Run(context.Background(), pair(), opt)
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "within 300ms") {
		t.Fatalf("got %v", err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Fatalf("came back only after %s", took)
	}
}

func TestCancelKills(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := Run(ctx, pair(), fake(t, "sleep")); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
}

// A crash is tried again exactly once, and then reported.
func TestCrashIsTriedOnceMore(t *testing.T) {
	for _, c := range []struct {
		part   string
		starts int
		want   string
	}{
		{"panic", 2, "the code is not what it was"},
		{"panic once", 2, ""},
		{"panic, status 0", 2, "panic: odd"},
		{"garbage, status 5", 2, "exit status 5"},
	} {
		t.Run(c.part, func(t *testing.T) {
			opt := fake(t, c.part)
			counter := filepath.Join(t.TempDir(), "count")
			opt.environ = append(opt.environ, countEnv+"="+counter)
			mark := filepath.Join(opt.CacheDir, codeName, "code")
			write(t, mark, "x")
			(&cache{dir: opt.CacheDir}).keep()
			_, err := Run(context.Background(), pair(), opt)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if text, _ := os.ReadFile(counter); len(text) != c.starts {
				t.Errorf("started %d times, want %d", len(text), c.starts)
			}
			if _, err := os.Stat(mark); !os.IsNotExist(err) {
				t.Errorf("the cache is still there: %v", err)
			}
		})
	}
}

// What the program reports itself is no crash: it is not tried again, and the
// cache stays.
func TestFailureIsNotTriedAgain(t *testing.T) {
	opt := fake(t, "counted failure")
	counter := filepath.Join(t.TempDir(), "count")
	opt.environ = append(opt.environ, countEnv+"="+counter)
	mark := filepath.Join(opt.CacheDir, codeName, "code")
	write(t, mark, "x")
	(&cache{dir: opt.CacheDir}).keep()
	if _, err := Run(context.Background(), pair(), opt); err == nil || !strings.Contains(err.Error(), "no luck today") {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(counter); len(text) != 1 {
		t.Errorf("started %d times, want 1", len(text))
	}
	if _, err := os.Stat(mark); err != nil {
		t.Error(err)
	}
}

// The process gets our folder and no other for its temporary files.
func TestTemporaryFolder(t *testing.T) {
	opt := fake(t, "env")
	opt.environ = append(opt.environ, "TMPDIR=/elsewhere", "TMP=/elsewhere", "TEMP=/elsewhere")
	_, err := Run(context.Background(), pair(), opt)
	want := "layout: " + strings.Join([]string{opt.CacheDir, opt.CacheDir, opt.CacheDir}, "|")
	if err == nil || err.Error() != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Alternatives are answered by one start, each as it would be alone. One that
// fails is left out, an answer too few is an error.
func TestAlternatives(t *testing.T) {
	wide := pair()
	wide.Nodes[0].Width *= 3
	got, err := RunAll(context.Background(), []Request{pair(), wide}, engine())
	if err != nil {
		t.Fatal(err)
	}
	for i, req := range []Request{pair(), wide} {
		got[i].More = nil
		if want := mustRun(t, req, engine()); !reflect.DeepEqual(got[i], want) {
			t.Errorf("alternative %d: %+v, alone %+v", i, got[i], want)
		}
	}
	got, err = RunAll(context.Background(), []Request{pair(), wide}, fake(t, "one of two"))
	if err != nil || got[0] == nil || got[1] != nil {
		t.Errorf("one of two: %v, %v", got, err)
	}
	if _, err = RunAll(context.Background(), []Request{pair(), wide}, fake(t, "good")); err == nil || !strings.Contains(err.Error(), "gave 1 answers to 2 requests") {
		t.Errorf("an answer too few: %v", err)
	}
	wide.Direction = "up"
	if _, err = RunAll(context.Background(), []Request{pair(), wide}, engine()); err == nil || !strings.Contains(err.Error(), "direction") {
		t.Errorf("a request that makes no sense: %v", err)
	}
}
