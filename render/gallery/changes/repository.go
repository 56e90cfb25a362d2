package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A change is a picture that differs.
type change struct {
	Path          string // relative to the top of the repository, slashes
	Before, After []byte // nil where there is no such file
}

// A repository is a working tree and the commit that it is compared with.
type repository struct {
	top    string // absolute path
	commit string // hash
}

// open finds the repository that holds a folder, and the commit in it.
func open(dir, commit string) (*repository, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("this needs git, which is not in PATH: install it, on Debian and Ubuntu with `apt-get install git`")
	}
	r := &repository{top: dir}
	top, err := r.git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	r.top = filepath.FromSlash(strings.TrimSpace(string(top)))
	hash, err := r.git("rev-parse", "--verify", "--end-of-options", commit+"^{commit}")
	if err != nil {
		return nil, err
	}
	r.commit = strings.TrimSpace(string(hash))
	return r, nil
}

// git runs git at the top of the repository and returns what it prints.
func (r *repository) git(args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = r.top
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// isPicture reports whether a path is one of the pictures that are compared.
func isPicture(p string) bool {
	if ext := path.Ext(p); ext != ".svg" && ext != ".png" {
		return false
	}
	folders := strings.Split(path.Dir(p), "/")
	return folders[0] == "out" || slices.Contains(folders, "testdata")
}

// changes returns the pictures that differ, by path. Files that git does not
// know yet count as added, ignored ones do not count.
func (r *repository) changes() ([]change, error) {
	tracked, err := r.git("diff", "--name-only", "--no-renames", "-z", r.commit, "--")
	if err != nil {
		return nil, err
	}
	fresh, err := r.git("ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	paths := strings.Split(string(tracked)+string(fresh), "\x00")
	slices.Sort(paths)
	var all []change
	for _, p := range slices.Compact(paths) {
		if !isPicture(p) {
			continue
		}
		c := change{Path: p}
		if c.Before, err = r.committed(p); err != nil {
			return nil, err
		}
		if c.After, err = os.ReadFile(filepath.Join(r.top, filepath.FromSlash(p))); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// committed returns a file as it is in the commit, and nil where it is not.
func (r *repository) committed(p string) ([]byte, error) {
	found, err := r.git("ls-tree", "--name-only", "-z", r.commit, "--", ":(literal)"+p)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return r.git("cat-file", "blob", r.commit+":"+p)
}
