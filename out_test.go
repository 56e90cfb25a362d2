package causeline_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestOutIsFresh builds the samples as make run does and compares the result
// with what is committed in out/, byte for byte.
func TestOutIsFresh(t *testing.T) {
	bin := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	if out, err := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./cmd/causeline", "./cmd/causeline-layout").CombinedOutput(); err != nil {
		t.Fatalf("building the commands: %v\n%s", err, out)
	}
	program := filepath.Join(bin, "causeline")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	for _, sample := range []string{"anchorage", "ever-given", "by-hand"} {
		t.Run(sample, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), sample)
			cmd := exec.Command(program, "build", "seeds/"+sample, "-o", dir)
			cmd.Env = append(os.Environ(), "TZ=Pacific/Chatham", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("causeline build: %v\n%s", err, out)
			}
			compareFolders(t, dir, filepath.Join("out", sample))
		})
	}
}

// compareFolders fails when the two folders do not hold the same files.
func compareFolders(t *testing.T, fresh, committed string) {
	t.Helper()
	names := func(dir string) map[string]bool {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]bool{}
		for _, e := range entries {
			m[e.Name()] = true
		}
		return m
	}
	have, want := names(committed), names(fresh)
	for name := range have {
		if !want[name] {
			t.Errorf("%s/%s is committed, but the build does not make it", committed, name)
		}
	}
	for name := range want {
		a, err := os.ReadFile(filepath.Join(fresh, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(committed, name))
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s/%s is stale: run make run, look at it and commit it", committed, name)
		}
	}
}
