package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/causeline/causeline/render/layout"
)

// TestMain lets scripts run this program by its name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"causeline": main})
}

// TestScripts runs the scripts of testdata/script, one behaviour each. They
// see no program but causeline and the layout program, and no file of the
// user's: home and cache are folders of the test.
func TestScripts(t *testing.T) {
	program, home := buildLayout(t), t.TempDir()
	warm(t, program, filepath.Join(home, "cache", "causeline", "layout"))
	self, err := exec.LookPath("causeline")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(self))
			env.Setenv("CAUSELINE_LAYOUT", program)
			env.Setenv("HOME", home)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
			env.Setenv("LocalAppData", filepath.Join(home, "cache"))
			return nil
		},
		Condition: condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":       status,
			"edit":         edit,
			"cut":          cut,
			"samedir":      sameDir,
			"event":        event,
			"relation":     relation,
			"disagreement": disagreement,
			"count":        countMatches,
			"wellformed":   wellFormed,
		},
	})
}

// buildLayout compiles the layout program into a folder of its own.
func buildLayout(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), layout.Command)
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", program, "../causeline-layout").CombinedOutput()
	if err != nil {
		t.Fatalf("cannot build the layout program: %v\n%s", err, out)
	}
	return program
}

// warm fills the cache that the scripts share, so that each of them starts a
// second earlier.
func warm(t *testing.T, program, dir string) {
	t.Helper()
	req := layout.Request{Direction: layout.TopToBottom, Nodes: []layout.Node{{ID: "a", Width: 64, Height: 64}}}
	if _, err := layout.Run(context.Background(), req, layout.Options{Path: program, CacheDir: dir}); err != nil {
		t.Fatal(err)
	}
}

// condition knows [root]: a user whom permissions do not stop.
func condition(name string) (bool, error) {
	if name == "root" {
		return os.Geteuid() == 0, nil
	}
	return false, os.ErrInvalid
}
