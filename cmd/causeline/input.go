package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph/relate"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// inputFlags are the flags of commands that read documents.
type inputFlags struct {
	date   string
	format string
	fast   bool
}

func (f *inputFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.date, "date", "", "`DATE` of documents that carry none, such as 2025-08-16")
	f.registerFormat(cmd)
	f.registerFast(cmd)
}

func (f *inputFlags) registerFast(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.fast, "fast", false, "parse several times faster and a little less well, for archives")
}

// language returns the analyser that the flags ask for.
func (f *inputFlags) language() english.Analyzer {
	if f.fast {
		return english.Fast()
	}
	return english.Accurate()
}

func (f *inputFlags) registerFormat(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "input-format", "", "`FORMAT` of standard input and named reports: text, markdown or html")
	complete(cmd, "input-format", source.FormatText, source.FormatMarkdown, source.FormatHTML)
}

func (f *inputFlags) options(skip ...string) (source.Options, error) {
	opt := source.Options{Skip: skip, Format: f.format}
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

// gathered is what the inputs of a call hold.
type gathered struct {
	stories []storyFile
	docs    []source.Document
}

// gather reads what the inputs stand for: stories and documents. It returns
// early when the user interrupts. A story that is named and that contradicts
// itself comes back all the same: see storyFile.broken.
func (a *app) gather(ctx context.Context, inputs []string, opt source.Options) (*gathered, error) {
	g := &gathered{}
	inputs, err := a.pipe(ctx, g, inputs, &opt)
	if err != nil || len(inputs) == 0 {
		return g, err
	}
	files, warnings, err := source.Files(inputs, opt)
	if err != nil {
		return nil, err
	}
	files = withoutOwn(files)
	// A story that is named would be read as a report as well if a format for
	// reports is named too.
	inputs = withoutStories(inputs, files)
	documents := 0
	for _, f := range files {
		if f.Kind != source.KindStory {
			documents++ // or what cannot be read, which source.Read says
			continue
		}
		s, err := a.loadStory(ctx, f.Open)
		if s.story != nil && (f.Named || filepath.Base(f.Open) == storyName) {
			err = nil // what is wrong with it may be a person's edit
		}
		var load *story.LoadError
		if !f.Named && errors.As(err, &load) {
			// A folder may hold data files that are no story of ours.
			a.sayf("warning: %s: left out, since it cannot be read as a story; \"causeline check\" says why", f.Path)
			continue
		}
		if err != nil {
			return nil, err
		}
		g.stories = append(g.stories, s)
	}
	if documents > 0 {
		if g.docs, warnings, err = source.Read(inputs, opt); err != nil {
			return nil, err
		}
	}
	docs, foreign, none := source.InEnglish(g.docs)
	for _, w := range append(warnings, foreign...) {
		a.sayf("warning: %s", w)
	}
	if none != nil && len(g.stories) == 0 {
		return nil, none
	}
	g.docs = docs
	return g, nil
}

// extract makes a story of documents.
func (a *app) extract(docs []source.Document, lang nlp.Language) *story.Story {
	bar := a.progress("reading")
	r := timeline.Read(docs, lang, func(done, of int) {
		if bar.step(done, of); done == of {
			bar.then(fmt.Sprintf("merging what %d documents tell", of))
		}
	})
	s := r.Story(relate.Relations(r.Merge))
	timeline.Weigh(s)
	bar.done()
	return s
}

// withoutStories takes the story files that are named out of the inputs.
func withoutStories(inputs []string, files []source.File) []string {
	named := map[string]bool{}
	for _, f := range files {
		if f.Named && f.Kind == source.KindStory {
			named[f.Open] = true
		}
	}
	var out []string
	for _, in := range inputs {
		if !named[in] {
			out = append(out, in)
		}
	}
	return out
}

// readFile reads a file, "-" being standard input. The name is for messages.
func (a *app) readFile(ctx context.Context, path string) (data []byte, name string, err error) {
	if path == "-" {
		data, err = await(ctx, func() ([]byte, error) {
			return io.ReadAll(io.LimitReader(a.stdin, story.MaxBytes+1))
		})
		if err != nil {
			return nil, "", fmt.Errorf("cannot read standard input: %w", err)
		}
		return data, "standard input", nil
	}
	if _, err := statFile(path); err != nil {
		return nil, "", err
	}
	data, err = await(ctx, func() ([]byte, error) { return os.ReadFile(path) })
	if err != nil {
		return nil, "", fmt.Errorf("cannot read %s: %w", path, reason(err))
	}
	return data, path, nil
}

// statFile looks at something that is to be read and is no folder.
func statFile(path string) (os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, reason(err))
	}
	if info.IsDir() {
		return nil, fmt.Errorf("cannot read %s: it is a folder; name a file in it", path)
	}
	return info, nil
}
