package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// A storyFile is a story given as input and the bytes it was read from.
type storyFile struct {
	path  string // as given; "-" for standard input
	name  string // for messages
	data  []byte
	story *story.Story

	// broken is what is wrong with a story that can be read but names events
	// that it does not have, which the last state of it may explain.
	broken error
}

// yaml reports whether the story was written in YAML, and so can be patched.
func (f storyFile) yaml() bool {
	switch strings.ToLower(filepath.Ext(f.path)) {
	case ".yaml", ".yml":
		return true
	case "":
		return pipedStory(f.data) && !table(f.data) && !bytes.HasPrefix(bytes.TrimSpace(f.data), []byte("{"))
	}
	return false
}

// loadStory reads a story file, "-" being standard input, and prints its
// warnings.
func (a *app) loadStory(ctx context.Context, path string) (storyFile, error) {
	data, name, err := a.readFile(ctx, path)
	if err != nil {
		return storyFile{}, err
	}
	return a.parseStory(path, name, data)
}

func (a *app) parseStory(path, name string, data []byte) (storyFile, error) {
	s, ds, err := story.Load(name, data)
	if err != nil {
		err = notStory(path, name, data, s, err)
		return storyFile{path: path, name: name, data: data, story: s, broken: err}, err
	}
	a.diagnostics(ds)
	return storyFile{path: path, name: name, data: data, story: s}, nil
}

// notStory says so where a report was given instead of a story; other errors
// of reading a story it returns as they are.
func notStory(path, name string, data []byte, s *story.Story, err error) error {
	if s != nil || len(bytes.TrimSpace(data)) == 0 || filepath.Ext(path) == "" && path != "-" {
		return err
	}
	switch source.Classify(path, data[:min(len(data), source.HeadBytes)]) {
	case source.KindBinary:
		return fmt.Errorf("%s is not a story file: it is not even text", name)
	case source.KindDocument:
		if path == "-" && (pipedStory(data) || yamlish(data)) {
			return err
		}
		return fmt.Errorf("%s is a report and not a story file: make a story of it with %q", name,
			"causeline extract "+path+" > story.yaml")
	}
	return err
}

// pipe takes "-" out of the inputs: standard input is read once, and is a
// story or a report. A report is left for source.Read in opt.Stdin.
func (a *app) pipe(ctx context.Context, g *gathered, inputs []string, opt *source.Options) ([]string, error) {
	if !slices.Contains(inputs, "-") {
		return inputs, nil
	}
	data, name, err := a.readFile(ctx, "-")
	if err != nil {
		return nil, err
	}
	if opt.Format != "" || !pipedStory(data) {
		opt.Stdin = bytes.NewReader(data)
		return inputs, nil
	}
	f, err := a.parseStory("-", name, data)
	if err != nil && f.story == nil {
		return nil, err
	}
	g.stories = append(g.stories, f)
	return slices.DeleteFunc(slices.Clone(inputs), func(in string) bool { return in == "-" }), nil
}

// pipedStory reports whether standard input is a story: it is JSON or YAML
// with the keys of one, or a table with a title and a date. Comments, with
// which our own story files begin, are passed over.
func pipedStory(data []byte) bool {
	head := data[:min(len(data), 16*source.HeadBytes)]
	if source.Classify("-", head) == source.KindStory || table(head) {
		return true
	}
	keys := 0
	for line := range bytes.Lines(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))) {
		line = bytes.TrimRight(line, "\r\n")
		if text := bytes.TrimSpace(line); len(text) == 0 || text[0] == '#' {
			continue
		}
		key, _, ok := bytes.Cut(line, []byte(":"))
		switch {
		case ok && (string(key) == "causeline" || string(key) == "events"):
			return true
		case ok && slices.Contains([]string{"title", "summary", "documents", "relations"}, string(key)):
			keys++
		case keys == 0:
			return false // running text
		}
	}
	return false
}

// table reports whether the first row names a title and a date.
func table(head []byte) bool {
	first, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("\n"))
	cells := strings.FieldsFunc(strings.ToLower(string(first)), func(r rune) bool {
		return strings.ContainsRune(",;\t|", r)
	})
	for i := range cells {
		cells[i] = strings.Trim(cells[i], " \"\r")
	}
	return slices.Contains(cells, "title") && slices.Contains(cells, "date")
}

// yamlish reports whether some line begins with a key, as in a story with a
// mistyped one, which deserves the better message of the YAML reader.
func yamlish(data []byte) bool {
	for line := range bytes.Lines(data) {
		key, _, ok := bytes.Cut(line, []byte(":"))
		if ok && len(key) > 0 && len(bytes.Trim(key, "abcdefghijklmnopqrstuvwxyz_")) == 0 {
			return true
		}
	}
	return false
}

// withoutOwn leaves out what an earlier build wrote, where it was met inside
// a folder: story.json, which stands beside a story.yaml and says the same,
// and a story.yaml that can be made again. If nothing else was given, that
// story.yaml is what is wanted.
func withoutOwn(files []source.File) []source.File {
	folders := map[string]bool{} // folders with a story.yaml that was met
	for _, f := range files {
		if !f.Named && filepath.Base(f.Open) == storyName {
			folders[filepath.Dir(f.Open)] = true
		}
	}
	var some, most []source.File
	for _, f := range files {
		dir := filepath.Dir(f.Open)
		switch {
		case f.Named || !folders[dir]:
			some, most = append(some, f), append(most, f)
		case filepath.Base(f.Open) == stateName:
		case filepath.Base(f.Open) == storyName && unchanged(dir):
			most = append(most, f)
		default:
			some, most = append(some, f), append(most, f)
		}
	}
	if len(some) == 0 {
		return most
	}
	return some
}

// unchanged reports whether a folder's story.yaml is what a build wrote and
// could write again.
func unchanged(dir string) bool {
	have, err := os.ReadFile(filepath.Join(dir, storyName))
	return err == nil && isOurs(dir, have)
}
