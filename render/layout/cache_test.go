package layout

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// started runs the pair with a cache and returns what was announced.
func started(t *testing.T, dir string) []string {
	t.Helper()
	var said []string
	mustRun(t, pair(), Options{Path: built, CacheDir: dir, Timeout: time.Minute,
		Announce: func(text string) { said = append(said, text) }})
	return said
}

func wantSaid(t *testing.T, got []string, want string) {
	t.Helper()
	if want == "" && len(got) != 0 || want != "" && (len(got) != 1 || !strings.Contains(got[0], want)) {
		t.Errorf("announced %q, want %q", got, want)
	}
}

const firstTime = "only the first time"

// code returns the path of the one file of native code.
func code(t *testing.T, dir string) string {
	t.Helper()
	store := &cache{dir: dir}
	names, err := store.files()
	if err != nil || len(names) != 1 {
		t.Fatalf("the cache holds %q, %v", names, err)
	}
	return store.path(names[0])
}

func TestOnlyTheFirstStartIsAnnounced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "cache")
	wantSaid(t, started(t, dir), firstTime)
	wantSaid(t, started(t, dir), "")
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v", info.Mode())
	}
}

// A damaged cache heals, whether our own record still finds the damage or
// only the engine does, by breaking down.
func TestDamagedCache(t *testing.T) {
	cold := filepath.Join(t.TempDir(), "cold")
	started(t, cold)
	good, err := os.ReadFile(code(t, cold))
	if err != nil {
		t.Fatal(err)
	}
	flip := func(at int) []byte {
		text := append([]byte(nil), good...)
		text[at] ^= 0x40
		return text
	}
	for _, c := range []struct {
		name string
		text []byte
	}{
		{"cut short", good[:len(good)/2]},
		{"empty", nil},
		{"flipped code", flip(len(good) / 2)},
		{"flipped table", flip(200)}, // not covered by the engine's checksum
		{"flipped end", flip(len(good) - 3)},
		{"foreign", []byte("#!/bin/sh\n")},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "cache")
			copyTree(t, cold, dir)
			wantSaid(t, started(t, dir), "")
			if err := os.WriteFile(code(t, dir), c.text, 0o600); err != nil {
				t.Fatal(err)
			}
			wantSaid(t, started(t, dir), firstTime)
			wantSaid(t, started(t, dir), "")
			after, err := os.ReadFile(code(t, dir))
			if err != nil || len(after) != len(good) {
				t.Errorf("the cache was not made again: %d bytes, %v", len(after), err)
			}
		})
	}
	t.Run("record agrees", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "cache")
		copyTree(t, cold, dir)
		if err := os.WriteFile(code(t, dir), good[:len(good)/2], 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, stampName)); err != nil {
			t.Fatal(err)
		}
		(&cache{dir: dir}).keep()
		wantSaid(t, started(t, dir), "") // breaks down and goes on without
		if names, _ := (&cache{dir: dir}).files(); len(names) != 0 {
			t.Errorf("the damaged cache is still there: %q", names)
		}
		wantSaid(t, started(t, dir), firstTime)
		wantSaid(t, started(t, dir), "")
	})
	t.Run("record damaged", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "cache")
		copyTree(t, cold, dir)
		write(t, filepath.Join(dir, stampName), "null{")
		wantSaid(t, started(t, dir), firstTime)
		wantSaid(t, started(t, dir), "")
	})
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(to, 0o700); err != nil {
		t.Fatal(err)
	}
}

// A folder that a person chose keeps what is not ours, even after a crash.
func TestCacheLeavesOtherFiles(t *testing.T) {
	dir := private700(t)
	write(t, filepath.Join(dir, "letter.txt"), "dear")
	write(t, filepath.Join(dir, codeName, "x"), "x")
	(&cache{dir: dir}).remove()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != "letter.txt" {
		t.Fatalf("left %v, %v", entries, err)
	}
}

// Where the folder cannot be trusted or used, nothing in it is used, and the
// user is told.
func TestUnusableFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		wantSaid(t, started(t, dir), "cannot be used")
	}
}

// Two first starts at the same time come out alike and leave a good cache.
func TestTwoAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	answers := make([]*Answer, 2)
	var group sync.WaitGroup
	for i := range answers {
		group.Go(func() {
			a, err := Run(context.Background(), pair(), Options{Path: built, CacheDir: dir, Timeout: time.Minute})
			if err != nil {
				t.Error(err)
			}
			answers[i] = a
		})
	}
	group.Wait()
	if !reflect.DeepEqual(answers[0], answers[1]) {
		t.Errorf("%+v and %+v", answers[0], answers[1])
	}
	started(t, dir) // may have to begin afresh
	wantSaid(t, started(t, dir), "")
}

// A record that is wrong does not outlive the file that it is about.
func TestWrongRecordIsRenewed(t *testing.T) {
	store := &cache{dir: t.TempDir()}
	name := codeName + "/code"
	write := func() {
		if err := os.MkdirAll(filepath.Dir(store.path(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(store.path(name), []byte("code"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write()
	store.writeStamp(map[string]seal{name: {Length: 4, CRC32: 1}})
	if warm, err := store.clean(); warm || err != nil {
		t.Fatalf("a file that does not match its record stays: %v, %v", warm, err)
	}
	write() // as a run of the process does
	store.keep()
	if warm, err := store.clean(); !warm || err != nil {
		t.Errorf("the file of a good run goes: %v, %v", warm, err)
	}
}
