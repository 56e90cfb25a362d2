package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// A batch is a set of files that are replaced together or not at all.
type batch struct {
	rename func(from, to string) error
	files  []batchFile
}

// A batchFile is one file of a batch.
type batchFile struct {
	path   string // where it goes, symbolic links followed
	temp   string // the new content beside it; "" once moved
	backup string // a second name of the old content; "" where there was none
}

// prepare writes the new content of path into a file beside it. The new file
// has the permissions of the one it replaces.
func (b *batch) prepare(path string, data []byte) error {
	perm := fs.FileMode(0o666)
	old := false
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errors.New("something that is no file is in its place; move that away or choose another name")
	default:
		old, perm = true, info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	}
	f, err := createBeside(path, perm)
	if err != nil {
		return err
	}
	b.files = append(b.files, batchFile{path: path, temp: f.Name()})
	_, err = f.Write(data)
	if old && err == nil {
		// The system's mask may have narrowed what was asked for.
		if err = f.Chmod(perm); errors.Is(err, errors.ErrUnsupported) {
			err = nil
		}
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// createBeside makes an empty file in the folder of path, hidden and with a
// name of its own.
func createBeside(path string, perm fs.FileMode) (*os.File, error) {
	for i := 0; ; i++ {
		f, err := os.OpenFile(spare(path, i), os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
		if errors.Is(err, fs.ErrExist) && i < 1000 {
			continue // of another run, or left by one that was killed
		}
		return f, err
	}
}

func spare(path string, i int) string {
	return filepath.Join(filepath.Dir(path), ".causeline-"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(i))
}

// commit moves all files into place. When one cannot be moved, those that
// were moved already are taken back.
func (b *batch) commit() error {
	for i := range b.files {
		f := &b.files[i]
		err := b.keep(f)
		if err == nil {
			err = b.rename(f.temp, f.path)
		}
		if err != nil {
			err = fmt.Errorf("cannot write %s: %w", f.path, reason(err))
			return errors.Join(err, b.undo(i))
		}
		f.temp = ""
	}
	return nil
}

// keep gives the old content a second name.
func (b *batch) keep(f *batchFile) error {
	if _, err := os.Lstat(f.path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for i := 0; ; i++ {
		name := spare(f.path, i)
		err := os.Link(f.path, name)
		if errors.Is(err, fs.ErrExist) && i < 1000 {
			continue
		}
		if err != nil {
			// A file system without links: for a moment, there is no file.
			if _, serr := os.Lstat(name); serr == nil {
				return err
			}
			err = b.rename(f.path, name)
		}
		if err == nil {
			f.backup = name
		}
		return err
	}
}

// undo puts the old content of the files up to and including last back.
func (b *batch) undo(last int) error {
	var errs []error
	for i := last; i >= 0; i-- {
		f := &b.files[i]
		var err error
		switch {
		case f.backup != "":
			// Where both are names of one file still, this does nothing, and
			// tidy removes the second name.
			if err = os.Rename(f.backup, f.path); err != nil {
				err = fmt.Errorf("cannot put %s back; its content is in %s: %w", f.path, f.backup, reason(err))
				f.backup = "" // not to be tidied away
			}
		case f.temp == "":
			err = os.Remove(f.path)
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// tidy removes what is left beside the files. What cannot be removed is a
// hidden file too many and no reason to fail.
func (b *batch) tidy() {
	for _, f := range b.files {
		for _, name := range []string{f.temp, f.backup} {
			if name != "" {
				_ = os.Remove(name)
			}
		}
	}
}
