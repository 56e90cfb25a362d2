//go:build unix

package layout

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A folder that others can enter, or that belongs to somebody else, is not
// used, and stays as it is.
func TestFolderOfOthers(t *testing.T) {
	open := private700(t)
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	unreadable := private700(t)
	if err := os.Chmod(unreadable, 0); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(private700(t), link); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{
		open:       "its mode is 0777 and must be 0700",
		unreadable: "its mode is 0000 and must be 0700",
		link:       "not a folder of its own",
	} {
		wantSaid(t, started(t, dir), want)
		if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != 0 {
			t.Errorf("%s holds %q, %v", dir, names, err)
		}
	}
}

// The root of the file system stands for a folder of somebody else; for root
// it is one that does not have mode 0700.
func TestForeignOwner(t *testing.T) {
	info, err := os.Lstat("/")
	if err != nil {
		t.Fatal(err)
	}
	if err := private(info); err == nil {
		t.Error("/ passes for private")
	}
	if os.Geteuid() == 0 {
		dir := private700(t)
		if err := os.Chown(dir, 12345, -1); err != nil {
			t.Fatal(err)
		}
		if _, err := openCache(dir); err == nil || !strings.Contains(err.Error(), "belongs to somebody else") {
			t.Errorf("got %v", err)
		}
	}
}

// A symbolic link among the code is removed, not followed.
func TestLinkInCache(t *testing.T) {
	dir := private700(t)
	target := filepath.Join(t.TempDir(), "target")
	write(t, target, "precious")
	write(t, filepath.Join(dir, codeName, "real"), "x")
	if err := os.Symlink(target, filepath.Join(dir, codeName, "link")); err != nil {
		t.Fatal(err)
	}
	store := &cache{dir: dir}
	store.keep()
	if warm, err := store.clean(); err != nil || !warm {
		t.Fatalf("got %v, %v", warm, err)
	}
	names, err := store.files()
	if err != nil || len(names) != 1 || names[0] != codeName+"/real" {
		t.Errorf("left %q, %v", names, err)
	}
	if text, err := os.ReadFile(target); err != nil || string(text) != "precious" {
		t.Errorf("the link's target is %q, %v", text, err)
	}
}

// A disk without room: files cannot grow, so the engine breaks down while it
// keeps its code. The second try does without.
func TestFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	script := filepath.Join(t.TempDir(), "limited")
	write(t, script, "#!/bin/sh\nulimit -f 64\ntrap '' XFSZ\nexec \"$REAL_LAYOUT\"\n")
	if err := os.Chmod(script, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Run(context.Background(), pair(), Options{Path: script, CacheDir: dir, Timeout: time.Minute,
		environ: append(os.Environ(), "REAL_LAYOUT="+built)})
	if err != nil {
		t.Fatal(err)
	}
	if names, err := (&cache{dir: dir}).files(); err != nil || len(names) != 0 {
		t.Errorf("half a cache is left: %q, %v", names, err)
	}
}

// A pipe or a device in place of the record is not waited for, and gives way
// to a record.
func TestOddRecords(t *testing.T) {
	for name, place := range map[string]func(path string) error{
		"pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"device": func(path string) error { return os.Symlink("/dev/zero", path) },
		"itself": func(path string) error { return os.Symlink(path, path) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := warmCopy(t)
			path := filepath.Join(dir, stampName)
			remove(t, path)
			if err := place(path); err != nil {
				t.Fatal(err)
			}
			wantSaid(t, started(t, dir), firstTime)
			wantCache(t, dir)
		})
	}
}

// The folder of the code may lead elsewhere: what is there is neither used nor
// touched.
func TestCodeElsewhere(t *testing.T) {
	dir := warmCopy(t)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	inside := filepath.Join(dir, codeName)
	if err := os.Rename(inside, elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, inside); err != nil {
		t.Fatal(err)
	}
	wantSaid(t, started(t, dir), firstTime)
	wantCache(t, dir)
	if names, err := filepath.Glob(filepath.Join(elsewhere, "*", "*")); err != nil || len(names) != 1 {
		t.Errorf("elsewhere holds %q, %v", names, err)
	}
}
