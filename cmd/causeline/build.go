package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/timeline/story"
)

func (a *app) buildCommand() *cobra.Command {
	var (
		in     inputFlags
		dir    string
		title  string
		quotes string
		force  bool
	)
	cmd := &cobra.Command{
		Use:   "build INPUT...",
		Short: "read reports and stories, draw everything into a folder",
		Long: `build reads reports (plain text, Markdown, saved HTML pages) and story files
(YAML, JSON, CSV), and writes into a folder:

  story.yaml            the story, for people to edit
  story.json            the same with every offset, for programs
  timeline.svg          the timeline, wide
  timeline-narrow.svg   the timeline for phones
  causes.svg            what led to what, wide
  causes-narrow.svg     the same for phones
  index.html            all of it on one page, with every sentence

An INPUT is a file, a folder, or - for standard input. With reports and a story
together, the story is yours and the reports are added to it.`,
		Example: `  causeline build reports/ -o out
  causeline build report.txt --date 2025-08-16 -o out
  causeline build out/story.yaml new-report.html -o out   add a report to your edits
  curl -s URL | causeline build - --input-format html -o out`,
		Args: atLeast(1, "at least one INPUT: a file, a folder or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("quotes", quotes, "full", "short", "none"); err != nil {
				return err
			}
			abs, err := filepath.Abs(dir)
			if err != nil {
				return err
			}
			opt, err := in.options(a.stdin, abs)
			if err != nil {
				return err
			}
			stories, read, err := a.gather(args, opt)
			if err != nil {
				return err
			}
			s, added, err := combine(stories, read)
			if err != nil {
				return err
			}
			if title != "" {
				s.Title = title
			}
			if !force {
				if err := guard(dir, stories); err != nil {
					return err
				}
			}
			files, err := a.produce(cmd.Context(), s, stories, quotes)
			if err != nil {
				return err
			}
			if err := writeAll(dir, files); err != nil {
				return err
			}
			a.summary(s, added, dir)
			return nil
		},
	}
	fs := cmd.Flags()
	in.register(fs)
	fs.StringVarP(&dir, "output", "o", "out", "`DIR` to write into; made if it is not there")
	fs.StringVar(&title, "title", "", "`TITLE` of the story")
	fs.StringVar(&quotes, "quotes", "short", "how much of each sentence the page reprints: full, short (25 words) or none")
	fs.BoolVar(&force, "force", false, "overwrite DIR/story.yaml even if a person changed it")
	return cmd
}

// summary tells a person what was done.
func (a *app) summary(s *story.Story, added []string, dir string) {
	drawn, undated := 0, 0
	for _, e := range s.Events {
		if e.Drawn {
			drawn++
		}
		if e.Date.IsZero() {
			undated++
		}
	}
	for _, d := range s.Documents {
		switch d.Dating {
		case story.DatingUnknown:
			a.sayf("note: %s carries no date: \"Friday\" or \"last month\" in it stay open; --date gives it one", d.Path)
		case story.DatingInferred:
			a.sayf("note: %s carries no date; taken as about %s, since it %s", d.Path, d.Published.Start(), d.DatingReason)
		}
	}
	for _, d := range s.Disagreements {
		if d.Kind == story.Conflict {
			a.sayf("note: reports disagree on the %s of %s: %s", d.Field, d.About[0], values(d))
		}
	}
	for _, id := range added {
		a.sayf("added: %s", id)
	}
	if drawn == 0 {
		a.sayf("warning: no event has a date, so the pictures have nothing to draw")
	}
	a.sayf("%d events, %d drawn, %d without a date, %d relations: open %s", len(s.Events), drawn, undated,
		len(s.Relations), filepath.ToSlash(filepath.Join(dir, "index.html")))
}

func values(d story.Disagreement) string {
	var b bytes.Buffer
	for i, v := range d.Values {
		if i > 0 {
			b.WriteString(" or ")
		}
		fmt.Fprintf(&b, "%s (%s)", v.Value, joined(v.Documents))
	}
	return b.String()
}

// guard refuses to overwrite a story.yaml that is not what was last written
// there, unless it is an input itself: a person's work is never lost.
func guard(dir string, stories []storyFile) error {
	path := filepath.Join(dir, "story.yaml")
	have, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, f := range stories {
		if sameFile(f.path, path) {
			return nil
		}
	}
	state, err := os.ReadFile(filepath.Join(dir, "story.json"))
	if err == nil {
		if last, _, err := story.Load("story.json", state); err == nil {
			var want bytes.Buffer
			if story.WriteYAML(&want, last) == nil && bytes.Equal(want.Bytes(), have) {
				return nil
			}
		}
	}
	return fmt.Errorf("%s was changed since causeline wrote it, or was not written by causeline: nothing was written; "+
		"give it as an INPUT to build on it, choose another folder with -o, or overwrite it with --force", path)
}

// produce makes all files of a build in memory, so that a failure leaves
// nothing half written.
func (a *app) produce(ctx context.Context, s *story.Story, stories []storyFile, quotes string) ([]outFile, error) {
	pics, err := a.pictures(ctx, s)
	if err != nil {
		return nil, err
	}
	yaml, err := storyYAML(s, stories)
	if err != nil {
		return nil, err
	}
	var json, page bytes.Buffer
	if err := story.WriteJSON(&json, s); err != nil {
		return nil, err
	}
	if err := writePage(&page, s, pics, quotes); err != nil {
		return nil, err
	}
	return []outFile{
		{"story.yaml", yaml},
		{"story.json", json.Bytes()},
		{"timeline.svg", pics.timeline},
		{"timeline-narrow.svg", pics.timelineNarrow},
		{"causes.svg", pics.causes},
		{"causes-narrow.svg", pics.causesNarrow},
		{"index.html", page.Bytes()},
	}, nil
}

// storyYAML writes the story for people: a person's own file is patched, so
// that comments and order stay; anything else is written anew.
func storyYAML(s *story.Story, stories []storyFile) ([]byte, error) {
	if len(stories) == 1 {
		switch filepath.Ext(stories[0].path) {
		case ".yaml", ".yml":
			return story.Patch(stories[0].data, s)
		}
	}
	var b bytes.Buffer
	err := story.WriteYAML(&b, s)
	return b.Bytes(), err
}
