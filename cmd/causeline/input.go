package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/causeline/causeline/graph/relate"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// inputFlags are the flags of commands that read documents.
type inputFlags struct {
	date   string
	format string
}

func (f *inputFlags) register(fs *pflag.FlagSet) {
	fs.StringVar(&f.date, "date", "", "`DATE` of documents that carry none, such as 2025-08-16")
	fs.StringVar(&f.format, "input-format", "", "`FORMAT` of standard input and named files: text, markdown or html")
}

func (f *inputFlags) options(stdin io.Reader, skip ...string) (source.Options, error) {
	opt := source.Options{Stdin: stdin, Skip: skip, Format: f.format}
	if f.format != "" {
		if err := oneOf("input-format", f.format, source.FormatText, source.FormatMarkdown, source.FormatHTML); err != nil {
			return opt, err
		}
	}
	if f.date != "" {
		d, err := edtf.Parse(f.date)
		if err != nil {
			return opt, usagef("--date: %w", err)
		}
		opt.Date = d
	}
	return opt, nil
}

// A storyFile is a story given as input and the bytes it was read from.
type storyFile struct {
	path  string
	data  []byte
	story *story.Story
}

// gather reads what the inputs stand for: stories, and what the documents
// state.
func (a *app) gather(inputs []string, opt source.Options) ([]storyFile, *story.Story, error) {
	files, warnings, err := source.Files(inputs, opt)
	if err != nil {
		return nil, nil, err
	}
	var stories []storyFile
	documents := 0
	for _, f := range files {
		switch f.Kind {
		case source.KindStory:
			s, err := a.loadStory(f.Open)
			if err != nil {
				return nil, nil, err
			}
			stories = append(stories, s)
		case source.KindDocument:
			documents++
		default:
			documents++ // Read says what is wrong with it
		}
	}
	if documents == 0 {
		if len(stories) == 0 {
			_, _, err := source.Read(inputs, opt)
			return nil, nil, err
		}
		for _, w := range warnings {
			a.sayf("warning: %s", w)
		}
		return stories, nil, nil
	}
	docs, warnings, err := source.Read(inputs, opt)
	if err != nil {
		return nil, nil, err
	}
	for _, w := range warnings {
		a.sayf("warning: %s", w)
	}
	if len(docs) == 0 {
		return stories, nil, nil
	}
	bar := a.progress("reading")
	r := timeline.Read(docs, english.New(), bar.step)
	bar.done()
	read := r.Story(relate.Relations(r.Merge))
	timeline.Weigh(read)
	return stories, read, nil
}

// loadStory reads a story file, "-" being standard input, and prints its
// warnings.
func (a *app) loadStory(path string) (storyFile, error) {
	data, name, err := a.readFile(path)
	if err != nil {
		return storyFile{}, err
	}
	s, ds, err := story.Load(name, data)
	if err != nil {
		return storyFile{}, err
	}
	a.diagnostics(ds)
	return storyFile{path: path, data: data, story: s}, nil
}

func (a *app) readFile(path string) (data []byte, name string, err error) {
	if path == "-" {
		data, err = io.ReadAll(a.stdin)
		if err != nil {
			return nil, "", fmt.Errorf("standard input: %w", err)
		}
		return data, "standard input", nil
	}
	data, err = os.ReadFile(path)
	return data, path, err
}

// combine puts stories and what was read from documents together, and lists
// the ids of events that are new to a person's story.
func combine(stories []storyFile, read *story.Story) (*story.Story, []string, error) {
	if len(stories) == 0 {
		if read == nil {
			return &story.Story{}, nil, nil
		}
		timeline.Decide(read)
		return read, nil, nil
	}
	s := stories[0].story
	if len(stories) > 1 {
		var all []*story.Story
		var names []string
		for _, f := range stories {
			all = append(all, f.story)
			names = append(names, f.path)
		}
		merged, err := story.Merge(all, names...)
		if err != nil {
			return nil, nil, err
		}
		s = merged
	}
	var added []string
	if read != nil {
		added = timeline.Adopt(s, read)
	}
	timeline.Decide(s)
	return s, added, nil
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
