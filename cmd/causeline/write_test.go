package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// names lists a folder with hidden files.
func fileNames(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func wantFile(t *testing.T, path, text string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != text {
		t.Errorf("%s: %q, %v; want %q", path, got, err, text)
	}
}

func TestWriteAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	for _, text := range []string{"one", "two"} {
		if err := writeAll(dir, []outFile{{"x", []byte(text)}, {"y", []byte(text + "!")}}); err != nil {
			t.Fatal(err)
		}
		wantFile(t, filepath.Join(dir, "x"), text)
		wantFile(t, filepath.Join(dir, "y"), text+"!")
		if got := fileNames(t, dir); !slices.Equal(got, []string{"x", "y"}) {
			t.Errorf("left behind: %q", got)
		}
	}
}

// Whichever of the moves fails, the folder is as it was before.
func TestWriteAllUndoes(t *testing.T) {
	for failing := 1; failing <= 3; failing++ {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "a"), "old a")
		write(t, filepath.Join(dir, "c"), "old c")
		moves := 0
		rename := func(from, to string) error {
			if moves++; moves == failing {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: errors.New("disk on fire")}
			}
			return os.Rename(from, to)
		}
		err := writeAllWith(rename, dir, []outFile{{"a", []byte("new a")}, {"b", []byte("new b")}, {"c", []byte("new c")}})
		want := "cannot write " + filepath.Join(dir, string("abc"[failing-1])) + ": disk on fire"
		if err == nil || err.Error() != want {
			t.Errorf("move %d: error %v, want %q", failing, err, want)
		}
		wantFile(t, filepath.Join(dir, "a"), "old a")
		wantFile(t, filepath.Join(dir, "c"), "old c")
		if got := fileNames(t, dir); !slices.Equal(got, []string{"a", "c"}) {
			t.Errorf("move %d: folder holds %q", failing, got)
		}
	}
}

// A failure also takes away the folders that were made for it, and no other.
func TestWriteAllRemovesFolders(t *testing.T) {
	root := t.TempDir()
	fail := func(string, string) error { return errors.New("no") }
	if err := writeAllWith(fail, filepath.Join(root, "a", "b"), []outFile{{"x", nil}}); err == nil {
		t.Fatal("no error")
	}
	if got := fileNames(t, root); len(got) > 0 {
		t.Errorf("left behind: %q", got)
	}
	if err := os.Mkdir(filepath.Join(root, "mine"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := writeAllWith(fail, filepath.Join(root, "mine", "b"), []outFile{{"x", nil}}); err == nil {
		t.Fatal("no error")
	}
	if got := fileNames(t, root); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("the folder that was there is gone: %q", got)
	}
}

// A folder in a file's place stops the batch before anything is moved.
func TestWriteAllBlocked(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a"), "old a")
	if err := os.Mkdir(filepath.Join(dir, "b"), 0o777); err != nil {
		t.Fatal(err)
	}
	err := writeAllWith(func(string, string) error {
		t.Error("a file was moved")
		return nil
	}, dir, []outFile{{"a", []byte("new")}, {"b", nil}})
	if err == nil || !strings.Contains(err.Error(), filepath.Join(dir, "b")) {
		t.Errorf("error %v", err)
	}
	wantFile(t, filepath.Join(dir, "a"), "old a")
	if got := fileNames(t, dir); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("folder holds %q", got)
	}
}

// A file keeps its permissions, and a symbolic link stays one.
func TestWriteAllKeepsKind(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // has neither without privileges
	}
	dir, elsewhere := t.TempDir(), t.TempDir()
	write(t, filepath.Join(dir, "secret"), "old")
	write(t, filepath.Join(elsewhere, "real"), "old")
	if err := os.Symlink(filepath.Join(elsewhere, "real"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := writeAll(dir, []outFile{{"secret", []byte("new")}, {"link", []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dir, "secret")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info.Mode(), err)
	}
	wantFile(t, filepath.Join(elsewhere, "real"), "new")
	if got := fileNames(t, elsewhere); !slices.Equal(got, []string{"real"}) {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteOne(t *testing.T) {
	var out bytes.Buffer
	for _, path := range []string{"", "-"} {
		out.Reset()
		if err := writeOne(&out, path, []byte("x")); err != nil || out.String() != "x" {
			t.Errorf("%q: %q, %v", path, out.String(), err)
		}
	}
	dir := t.TempDir()
	if err := writeOne(&out, dir, nil); err == nil || !strings.Contains(err.Error(), "it is a folder") {
		t.Errorf("a folder: %v", err)
	}
	if err := writeOne(&out, filepath.Join(dir, "new")+string(os.PathSeparator), nil); err == nil {
		t.Error("a name that ends in a slash was taken for a file")
	}
	if err := writeOne(&out, os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s was replaced: %v, %v", os.DevNull, info, err)
	}
}
