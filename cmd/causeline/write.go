package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// An outFile is a file that is ready to be written.
type outFile struct {
	name string
	data []byte
}

// writeAll writes files into a folder: each beside its place first, then all
// are moved into place. When one cannot be written, none is moved.
func writeAll(dir string, files []outFile) (err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("cannot make the folder %s: %w", dir, err)
	}
	var temps []string
	defer func() {
		for _, t := range temps {
			if rerr := os.Remove(t); rerr != nil && !errors.Is(rerr, os.ErrNotExist) && err == nil {
				err = rerr
			}
		}
	}()
	for _, f := range files {
		t, err := writeTemp(dir, f.data)
		if t != "" {
			temps = append(temps, t)
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", filepath.Join(dir, f.name), err)
		}
	}
	for i, f := range files {
		if err := os.Rename(temps[i], filepath.Join(dir, f.name)); err != nil {
			return fmt.Errorf("cannot write %s: %w", filepath.Join(dir, f.name), err)
		}
	}
	return nil
}

func writeTemp(dir string, data []byte) (string, error) {
	f, err := os.CreateTemp(dir, ".causeline-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if cerr := f.Chmod(0o644); err == nil && cerr != nil && !errors.Is(cerr, errors.ErrUnsupported) {
		err = cerr
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return f.Name(), err
}

// writeOne writes a result to a file or, for "" and "-", to standard output.
func writeOne(stdout io.Writer, path string, data []byte) error {
	if path == "" || path == "-" {
		_, err := stdout.Write(data)
		return err
	}
	return writeAll(filepath.Dir(path), []outFile{{filepath.Base(path), data}})
}

func joined(list []string) string { return strings.Join(list, ", ") }
