package layout

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// warmCopy is a cache of its own that a good run has filled.
func warmCopy(t *testing.T) string {
	t.Helper()
	mustRun(t, pair(), engine())
	dir := filepath.Join(t.TempDir(), "cache")
	copyTree(t, warm, dir)
	wantSaid(t, started(t, dir), "")
	return dir
}

// Things that nobody expects in the cache do no harm, and after at most two
// starts the cache is whole again.
func TestOddThingsInCache(t *testing.T) {
	for _, c := range []struct {
		name  string
		place func(t *testing.T, dir string)
	}{
		{"a folder for the code", func(t *testing.T, dir string) {
			path := code(t, dir)
			remove(t, path)
			write(t, filepath.Join(path, "within"), "x")
		}},
		{"a file for the folder of the code", func(t *testing.T, dir string) {
			remove(t, filepath.Join(dir, codeName))
			write(t, filepath.Join(dir, codeName), "x")
		}},
		{"a folder for the record", func(t *testing.T, dir string) {
			remove(t, filepath.Join(dir, stampName))
			write(t, filepath.Join(dir, stampName, "within"), "x")
		}},
		{"a record of other code", func(t *testing.T, dir string) {
			name, err := filepath.Rel(dir, code(t, dir))
			if err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(dir, stampName), `{"`+filepath.ToSlash(name)+`":{"length":1,"crc32":1}}`)
		}},
		{"more code", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, codeName, "more", "code"), "x")
		}},
		{"an empty record", func(t *testing.T, dir string) { write(t, filepath.Join(dir, stampName), "") }},
		{"half a record", func(t *testing.T, dir string) {
			path := filepath.Join(dir, stampName)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			write(t, path, string(text[:len(text)/2]))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := warmCopy(t)
			c.place(t, dir)
			started(t, dir)
			started(t, dir)
			wantCache(t, dir)
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// What another run is writing at this moment is left alone, and neither used
// nor recorded; what a run that was killed has left is swept away.
func TestUnfinishedFiles(t *testing.T) {
	dir := warmCopy(t)
	engines := code(t, dir) + ".123" + tempEnd
	ours := filepath.Join(dir, stampName+".123"+tempEnd)
	for _, path := range []string{engines, ours} {
		write(t, path, "half")
	}
	wantSaid(t, started(t, dir), "")
	for _, path := range []string{engines, ours} {
		if text, err := os.ReadFile(path); err != nil || string(text) != "half" {
			t.Errorf("%s: %q, %v", path, text, err)
		}
		old := time.Now().Add(-2 * unfinished)
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	store := &cache{dir: dir}
	store.keep()
	if stamp := store.readStamp(); len(stamp) != 1 {
		t.Errorf("the record holds %v", stamp)
	}
	started(t, dir)
	wantCache(t, dir)
}

// Files that are being written are no cache: the start is a first one.
func TestUnfinishedIsNotWarm(t *testing.T) {
	dir := private700(t)
	write(t, filepath.Join(dir, codeName, "x"+tempEnd), "half")
	store := &cache{dir: dir}
	if warm, err := store.clean(); err != nil || warm {
		t.Errorf("got %v, %v", warm, err)
	}
}
