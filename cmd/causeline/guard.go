package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/causeline/causeline/timeline/story"
)

// The files of a build that later runs look at.
const (
	storyName = "story.yaml"
	stateName = "story.json"
	pageName  = "index.html"
)

// A destination is the folder that a build writes into, and the stories that
// the build was given: one of them may be the very file that stands there.
type destination struct {
	dir     string
	stories []storyFile
}

// own returns the story among the inputs that is the destination's
// story.yaml, nil where none is.
func (d destination) own() *storyFile {
	for i, f := range d.stories {
		if sameFile(f.path, filepath.Join(d.dir, storyName)) {
			return &d.stories[i]
		}
	}
	return nil
}

// basis returns the YAML source that a build patches, nil where it writes
// anew: the person's file in the folder if it is among the inputs, else the
// only story given, if it is YAML.
func (d destination) basis() []byte {
	if f := d.own(); f != nil {
		return f.data
	}
	if len(d.stories) == 1 && d.stories[0].yaml() {
		return d.stories[0].data
	}
	return nil
}

// guard refuses to overwrite a story.yaml that may hold a person's work,
// unless it is an input itself or would stay as it is.
func (d destination) guard(next []byte) error {
	path := filepath.Join(d.dir, storyName)
	have, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil // writing says what is wrong with the folder
	}
	if err != nil {
		return fmt.Errorf("cannot read %s, which is to be replaced: %w", path, reason(err))
	}
	if bytes.Equal(have, next) || isOurs(d.dir, have) || d.own() != nil {
		return nil
	}
	return fmt.Errorf("%s was changed by hand, or was not written by causeline: nothing was written; "+
		"give it as an INPUT to build on it, choose another folder with -o, or overwrite it with --force", path)
}

// derived reports whether next, which is about to become story.yaml, can be
// made again from the inputs, so that a later run may overwrite it. It cannot
// where the file there is itself an input, unless that was made from others
// and stays as it is.
func (d destination) derived(next []byte) bool {
	f := d.own()
	return f == nil || bytes.Equal(f.data, next) && isOurs(d.dir, f.data)
}

// isOurs reports whether have, the story.yaml of a folder, is what a build
// wrote there last and could write again: the page beside it says so or, where
// there is no page, it is the story.json beside it in YAML.
func isOurs(dir string, have []byte) bool {
	page, err := os.ReadFile(filepath.Join(dir, pageName))
	if err == nil {
		return bytes.HasSuffix(page, []byte(record(have)))
	}
	state, err := os.ReadFile(filepath.Join(dir, stateName))
	if err != nil {
		return false
	}
	last, _, err := story.Load(stateName, state)
	if err != nil {
		return false
	}
	var want bytes.Buffer
	return story.WriteYAML(&want, last) == nil && bytes.Equal(want.Bytes(), have)
}

// record is the line at the end of a page that tells what story.yaml was when
// both were written, where that file can be made again. It takes a fingerprint
// to see whether the file was changed since: story.json knows nothing of the
// comments that a person's story brought along.
func record(yaml []byte) string {
	return fmt.Sprintf("<!-- story.yaml as written with this page: sha256 %x -->\n", sha256.Sum256(yaml))
}

// sameFile reports whether two paths name one file.
func sameFile(a, b string) bool {
	x, err1 := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	if err1 != nil || err2 != nil {
		return false
	}
	if x == y {
		return true
	}
	fa, err1 := os.Stat(a)
	fb, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(fa, fb)
}
