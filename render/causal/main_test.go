package causal

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// program runs the real layout program, which TestMain builds once.
var program layout.Options

func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "causal")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	name := layout.Command
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	program = layout.Options{Path: filepath.Join(dir, name), CacheDir: filepath.Join(dir, "cache"), Timeout: time.Minute}
	build := exec.Command("go", "build", "-o", program.Path, "github.com/causeline/causeline/cmd/causeline-layout")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

func mustWide(t testing.TB, s *story.Story) *scene.Picture {
	t.Helper()
	p, err := Wide(context.Background(), s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// mustLayered draws causes above what they led to.
func mustLayered(t testing.TB, s *story.Story) *scene.Picture {
	t.Helper()
	p, err := Wide(context.Background(), s, Options{Order: ByCause, Layout: program})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func mustNarrow(t testing.TB, s *story.Story) *scene.Picture {
	t.Helper()
	p, err := Narrow(s, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
