package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	red  = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="red"/></svg>`
	blue = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="blue"/></svg>`
)

// newRepository makes a repository with one commit of some pictures.
func newRepository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	git(t, dir, "init", "-q")
	for _, p := range []string{"out/story/timeline.svg", "render/chart/testdata/kept.svg", "render/chart/testdata/gone.svg", "docs/logo.svg"} {
		put(t, dir, p, red)
	}
	commit(t, dir)
	return dir
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=n", "-c", "user.email=n@example.org"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
}

func commit(t *testing.T, dir string) {
	t.Helper()
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-q", "-m", "pictures")
}

func put(t *testing.T, dir, name, data string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func changesIn(t *testing.T, dir, commit string) []change {
	t.Helper()
	r, err := open(dir, commit)
	if err != nil {
		t.Fatal(err)
	}
	all, err := r.changes()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestChanges(t *testing.T) {
	dir := newRepository(t)
	if all := changesIn(t, dir, "HEAD"); len(all) != 0 {
		t.Fatalf("nothing was touched, but there are %d changes", len(all))
	}
	put(t, dir, "out/story/timeline.svg", blue)
	put(t, dir, "docs/logo.svg", blue)                         // no golden file
	put(t, dir, "render/chart/testdata/note.txt", "not drawn") // no picture
	put(t, dir, "render/svg/testdata/nëw.svg", blue)           // not known to git
	if err := os.Remove(filepath.Join(dir, "render/chart/testdata/gone.svg")); err != nil {
		t.Fatal(err)
	}
	want := []change{
		{"out/story/timeline.svg", []byte(red), []byte(blue)},
		{"render/chart/testdata/gone.svg", []byte(red), nil},
		{"render/svg/testdata/nëw.svg", nil, []byte(blue)},
	}
	states := []string{"changed", "removed", "added"}
	check := func(all []change) {
		t.Helper()
		if len(all) != len(want) {
			t.Fatalf("%d changes, want %d: %v", len(all), len(want), all)
		}
		for i, c := range all {
			if c.Path != want[i].Path || !bytes.Equal(c.Before, want[i].Before) || !bytes.Equal(c.After, want[i].After) || c.State() != states[i] {
				t.Errorf("change %d is %s %s: %q to %q", i, c.State(), c.Path, c.Before, c.After)
			}
		}
	}
	check(changesIn(t, dir, "HEAD"))
	check(changesIn(t, filepath.Join(dir, "docs"), "HEAD"))
	commit(t, dir)
	check(changesIn(t, dir, "HEAD~"))
	if all := changesIn(t, dir, "HEAD"); len(all) != 0 {
		t.Errorf("all is committed, but there are %d changes", len(all))
	}
}

func TestPage(t *testing.T) {
	data, err := page("HEAD", []change{{"out/<b>.svg", []byte(red), []byte(blue)}, {"out/x.png", nil, []byte("png")}})
	if err != nil {
		t.Fatal(err)
	}
	for text, n := range map[string]int{
		`<img src="data:image/svg&#43;xml;base64,`: 4,
		`<img src="data:image/png;base64,`:         2,
		"out/&lt;b&gt;.svg: changed":               1,
		"out/x.png: added":                         1,
		"no such file":                             1,
		"<b>":                                      0,
		"<script":                                  0,
		"No picture differs":                       0,
	} {
		if got := strings.Count(string(data), text); got != n {
			t.Errorf("%q stands %d times on the page, want %d", text, got, n)
		}
	}
	if data, err = page("HEAD", nil); err != nil || !strings.Contains(string(data), "No picture differs.") {
		t.Errorf("a page without changes does not say so: %v", err)
	}
}

func TestRun(t *testing.T) {
	dir := newRepository(t)
	out := filepath.Join(t.TempDir(), "new", "changes.html")
	if err := run(dir, "HEAD", out); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(out); err != nil || !bytes.Contains(data, []byte("No picture differs.")) {
		t.Errorf("the page does not say that nothing differs: %v", err)
	}
}

func TestNotFound(t *testing.T) {
	dir := newRepository(t)
	for _, bad := range []string{"no-such-commit", "--output=x", ""} {
		if _, err := open(dir, bad); err == nil {
			t.Errorf("the commit %q was found", bad)
		}
	}
	t.Setenv("PATH", "")
	if _, err := open(dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "needs git") {
		t.Errorf("without git: %v", err)
	}
}
