package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// An outFile is a file that is ready to be written.
type outFile struct {
	name string
	data []byte
}

// writeOne writes a result to a file or, for "" and "-", to standard output.
// A device or a pipe is written to as it is.
func writeOne(stdout io.Writer, path string, data []byte) error {
	if path == "" || path == "-" {
		_, err := stdout.Write(data)
		return err
	}
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return writeDevice(path, data)
	}
	if err == nil && info.IsDir() || os.IsPathSeparator(path[len(path)-1]) {
		return fmt.Errorf("cannot write %s: it is a folder; name a file", path)
	}
	return writeAll(filepath.Dir(path), []outFile{{filepath.Base(path), data}})
}

func writeDevice(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		_, err = f.Write(data)
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, reason(err))
	}
	return nil
}

// writeAll writes files into a folder, which it makes where it is missing:
// each beside its place first, then all are moved into place. When one cannot
// be written, everything is as it was before.
func writeAll(dir string, files []outFile) error {
	return writeAllWith(os.Rename, dir, files)
}

// writeAllWith is writeAll with another way to move files, for tests.
func writeAllWith(rename func(from, to string) error, dir string, files []outFile) (err error) {
	made, err := makeFolder(dir)
	if err != nil {
		return fmt.Errorf("cannot make the folder %s: %w", dir, reason(err))
	}
	b := batch{rename: rename}
	defer func() {
		b.tidy()
		if err != nil && made != "" {
			removeEmpty(dir, made)
		}
	}()
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := b.prepare(path, f.data); err != nil {
			return fmt.Errorf("cannot write %s: %w", path, reason(err))
		}
	}
	return b.commit()
}

// makeFolder makes a folder and those above it, and returns the topmost one
// that was missing, "" where none was.
func makeFolder(dir string) (made string, err error) {
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = at
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		if made != "" {
			removeEmpty(dir, made)
		}
		return "", err
	}
	return made, nil
}

// removeEmpty removes a folder and those above it up to top. A folder that is
// not empty stays: something else is using it.
func removeEmpty(dir, top string) {
	top = filepath.Clean(top)
	for at := filepath.Clean(dir); len(at) >= len(top); at = filepath.Dir(at) {
		if err := os.Remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			return
		}
	}
}
