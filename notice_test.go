package causeline_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestNotice compares NOTICE with the modules that the programs are linked
// from, on every system that they are built for.
func TestNotice(t *testing.T) {
	data, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	named := func(mod string) bool {
		return slices.ContainsFunc(lines, func(l string) bool {
			l = strings.TrimSpace(l)
			return l == mod || strings.HasPrefix(l, mod+" (")
		})
	}
	for _, mod := range linked(t) {
		if !named(mod) {
			t.Errorf("NOTICE has no line %q: add it under its licence, which is in the module's folder", mod)
		}
	}
	if named("github.com/spf13/cobra v0.0.0") {
		t.Error("a version that is not in NOTICE is found there")
	}
}

// TestNoticeOfLanguages compares NOTICE with the version that the data of
// languages were made from.
func TestNoticeOfLanguages(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("render/lang/data/*.cldr.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("files made from CLDR: %q, %v", files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		version, _, _ := strings.Cut(strings.TrimPrefix(string(data), "# From "), " by")
		if !strings.HasPrefix(version, "Unicode CLDR ") || !strings.Contains(string(notice), version+" (") {
			t.Errorf("%s is made from %q, which NOTICE does not name", name, version)
		}
	}
}

// linked returns the modules in the programs as "path version", sorted.
func linked(t *testing.T) []string {
	t.Helper()
	watch(t)
	var mods []string
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-e", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/...")
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s for %s: %v", cmd, system, err)
		}
		mods = append(mods, strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' || r == '\r' })...)
	}
	slices.Sort(mods)
	mods = slices.Compact(mods)
	if len(mods) < 5 {
		t.Fatalf("the programs are linked from %q only", mods)
	}
	return mods
}
