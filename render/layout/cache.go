package layout

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The names inside the cache folder: what the Graphviz module makes of it, and
// our own record of the files there.
const (
	codeName  = "go-graphviz"
	stampName = "stamp.json"
)

// maxStamp bounds how much of a stamp is read.
const maxStamp = 1 << 20

// The end of the names under which files are being written: the engine's and
// our own. One that is older than unfinished was left by a run that was killed.
const (
	tempEnd    = ".tmp"
	unfinished = time.Minute
)

// A cache is the folder in which the process keeps compiled code.
type cache struct {
	dir  string
	good map[string]seal // the files that clean found to be as they were kept
}

// A seal is what a file looked like after a good run. It finds damage; that
// nobody changes files on purpose is for the folder's mode to prevent, since
// who can write them can write the record as well. A cryptographic hash of
// 6 MB would cost each diagram as much as its layout.
type seal struct {
	Length int64  `json:"length"`
	CRC32  uint32 `json:"crc32"` // IEEE
}

// defaultCacheDir is the folder that is used when the caller names none.
func defaultCacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "causeline", "layout"), nil
}

// openCache makes the folder where it is missing and checks that nobody else
// can write to it. The error says why it cannot be used.
func openCache(dir string) (*cache, error) {
	if dir == "" {
		var err error
		if dir, err = defaultCacheDir(); err != nil {
			return nil, err
		}
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder of its own", dir)
	}
	if err := private(info); err != nil {
		return nil, fmt.Errorf("%s is not private: %w", dir, err)
	}
	return &cache{dir: dir}, nil
}

// clean removes every file that is not as the last good run left it, and
// reports whether any good one remains. An error means that the folder is not
// to be used. What another run is writing at this moment stays: without its
// file that run would break down.
//
// The engine's own checksum covers the machine code but not the table of its
// entry points, so that a damaged table would be followed without a word.
func (c *cache) clean() (warm bool, err error) {
	c.removeOldTemps()
	stamp := c.readStamp()
	files, err := c.files()
	if err != nil {
		return false, err
	}
	c.good = make(map[string]seal, len(files))
	for _, name := range files {
		if want, ok := stamp[name]; ok {
			if got, err := c.seal(name, want.Length); err == nil && got == want {
				c.good[name] = got
				continue
			}
		}
		if strings.HasSuffix(name, tempEnd) && inTheMaking(c.path(name)) {
			continue
		}
		if err := os.Remove(c.path(name)); err != nil && !os.IsNotExist(err) {
			return false, err
		}
	}
	return len(c.good) > 0, nil
}

// removeOldTemps removes what runs that were killed left of the record. A
// file that cannot be removed does no harm.
func (c *cache) removeOldTemps() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	for _, entry := range entries {
		name := entry.Name()
		ours := strings.HasPrefix(name, stampName+".") && strings.HasSuffix(name, tempEnd)
		if ours && !inTheMaking(c.path(name)) {
			_ = os.Remove(c.path(name))
		}
	}
}

// inTheMaking reports whether the file is so new that another run may still be
// writing it.
func inTheMaking(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()).Abs() < unfinished
}

// keep records the files as they are now, after a good run. Failing to write
// costs the next run a second and nothing else, so there is no error.
func (c *cache) keep() {
	files, err := c.files()
	if err != nil {
		return
	}
	stamp := make(map[string]seal, len(files))
	for _, name := range files {
		if strings.HasSuffix(name, tempEnd) {
			continue
		}
		s, ok := c.good[name]
		if !ok {
			if s, err = c.seal(name, -1); err != nil {
				continue
			}
		}
		stamp[name] = s
	}
	if !maps.Equal(stamp, c.readStamp()) {
		c.writeStamp(stamp)
	}
}

// remove deletes the compiled code and its record. The folder itself, which
// may be one that a person chose, stays with whatever else is in it.
func (c *cache) remove() {
	_ = os.RemoveAll(filepath.Join(c.dir, codeName))
	_ = os.RemoveAll(filepath.Join(c.dir, stampName))
}

func (c *cache) path(name string) string {
	return filepath.Join(c.dir, filepath.FromSlash(name))
}

// files lists everything below the code folder that is not a folder, by
// slashed names relative to the cache, in order.
func (c *cache) files() ([]string, error) {
	root := filepath.Join(c.dir, codeName)
	var names []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			if os.IsNotExist(err) {
				return nil // another run may be tidying up
			}
			return err
		}
		if entry.IsDir() {
			return nil
		}
		name, err := filepath.Rel(c.dir, path)
		if err != nil {
			return err
		}
		names = append(names, filepath.ToSlash(name))
		return nil
	})
	return names, err
}

// seal measures one regular file. Files of another length than the one wanted
// are not read; -1 wants any length.
func (c *cache) seal(name string, want int64) (seal, error) {
	info, err := os.Lstat(c.path(name))
	if err != nil {
		return seal{}, err
	}
	if !info.Mode().IsRegular() || want >= 0 && info.Size() != want {
		return seal{}, fmt.Errorf("%s is not the file that was kept", name)
	}
	file, err := os.Open(c.path(name))
	if err != nil {
		return seal{}, err
	}
	defer file.Close()
	sum := crc32.NewIEEE()
	n, err := io.CopyBuffer(sum, struct{ io.Reader }{file}, make([]byte, 256<<10))
	if err != nil {
		return seal{}, err
	}
	return seal{n, sum.Sum32()}, nil
}

// readStamp returns the record, or an empty one where it cannot be read. What
// is no regular file is not opened: a pipe would never come to its end.
func (c *cache) readStamp() map[string]seal {
	stamp := make(map[string]seal)
	path := filepath.Join(c.dir, stampName)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return stamp
	}
	file, err := os.Open(path)
	if err != nil {
		return stamp
	}
	defer file.Close()
	if json.NewDecoder(io.LimitReader(file, maxStamp)).Decode(&stamp) != nil || stamp == nil {
		return make(map[string]seal)
	}
	return stamp
}

// writeStamp replaces the record in one step.
func (c *cache) writeStamp(stamp map[string]seal) {
	text, err := json.Marshal(stamp)
	if err != nil {
		return
	}
	file, err := os.CreateTemp(c.dir, stampName+".*"+tempEnd)
	if err != nil {
		return
	}
	_, err = file.Write(text)
	if cerr := file.Close(); err == nil {
		err = cerr
	}
	path := filepath.Join(c.dir, stampName)
	if info, lerr := os.Lstat(path); lerr == nil && info.IsDir() {
		_ = os.RemoveAll(path) // it would stand in the way of every record
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
}
