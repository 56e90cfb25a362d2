package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/story"
)

func (a *app) buildCommand() *cobra.Command {
	var (
		in     inputFlags
		much   detailFlag
		looks  lookFlags
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
together, the story is yours and the reports are added to it. A story.yaml that
you changed in DIR is never overwritten unless you give it as an INPUT.`,
		Example: `  causeline build reports/ -o out
  causeline build report.txt --date 2025-08-16 -o out
  causeline build reports/ -o out --detail less         draw fewer events
  causeline build out/story.yaml new-report.html -o out   add a report to your edits
  curl -s URL | causeline build - --input-format html -o out`,
		Args: atLeast(1, "at least one INPUT: a file, a folder or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("quotes", quotes, "full", "short", "none"); err != nil {
				return err
			}
			if dir == "" {
				return usagef("-o needs a DIR to write into, such as out")
			}
			detail, err := much.detail()
			if err != nil {
				return err
			}
			l, err := looks.look()
			if err != nil {
				return err
			}
			abs, err := filepath.Abs(dir)
			if err != nil {
				return err
			}
			opt, err := in.options(abs)
			if err != nil {
				return err
			}
			g, err := a.gather(cmd.Context(), args, opt)
			if err != nil {
				return err
			}
			to := destination{dir, g.stories}
			last, did, err := to.since()
			if err != nil {
				return err
			}
			all, err := a.combine(cmd.Context(), g, last, in.language(), detail)
			if err != nil {
				return err
			}
			s := all.story
			if title != "" {
				s.Title = title
			}
			files, err := a.produce(cmd.Context(), s, to, l, quotes)
			if err != nil {
				return err
			}
			if !force {
				if err := to.guard(files[0].data); err != nil {
					return err
				}
			}
			if err := writeAll(dir, files); err != nil {
				return err
			}
			a.did(did)
			a.summary(all, dir)
			return nil
		},
	}
	fs := cmd.Flags()
	in.register(cmd)
	much.register(cmd)
	looks.register(cmd)
	fs.StringVarP(&dir, "output", "o", "out", "`DIR` to write into; made if it is not there")
	fs.StringVar(&title, "title", "", "`TITLE` of the story")
	fs.StringVar(&quotes, "quotes", "short", "how `MUCH` of each sentence the page reprints: full, short (25 words) or none")
	fs.BoolVar(&force, "force", false, "overwrite DIR/story.yaml even if it was changed by hand")
	complete(cmd, "quotes", "full", "short", "none")
	return cmd
}

// produce makes all files of a build in memory, so that a failure leaves
// nothing half written; story.yaml is the first.
func (a *app) produce(ctx context.Context, s *story.Story, to destination, l look, quotes string) ([]outFile, error) {
	yaml, err := storyYAML(s, to.basis())
	if err != nil {
		return nil, err
	}
	pics, err := a.pictures(ctx, s, l, nil)
	if err != nil {
		return nil, err
	}
	linked, err := a.pictures(ctx, s, l, onPage)
	if err != nil {
		return nil, err
	}
	var json, page bytes.Buffer
	if err := story.WriteJSON(&json, s); err != nil {
		return nil, err
	}
	if err := writePage(&page, s, linked, l, quotes); err != nil {
		return nil, err
	}
	if to.derived(yaml) {
		page.WriteString(record(yaml))
	}
	return []outFile{
		{storyName, yaml},
		{stateName, json.Bytes()},
		{"timeline.svg", pics.timeline},
		{"timeline-narrow.svg", pics.timelineNarrow},
		{"causes.svg", pics.causes},
		{"causes-narrow.svg", pics.causesNarrow},
		{pageName, page.Bytes()},
	}, nil
}

// storyYAML writes the story for people: a person's own file, the basis, is
// patched, so that comments and order stay, and the story takes its order;
// without one it is written anew.
func storyYAML(s *story.Story, basis []byte) ([]byte, error) {
	if basis != nil {
		out, err := story.Patch(basis, s)
		if err != nil {
			return nil, err
		}
		like, _, err := story.Load(storyName, out)
		if err != nil {
			return nil, err
		}
		story.Arrange(s, like)
		return out, nil
	}
	var b bytes.Buffer
	err := story.WriteYAML(&b, s)
	return b.Bytes(), err
}

// summary tells a person what was done.
func (a *app) summary(all *combined, dir string) {
	s := all.story
	for _, d := range s.Documents {
		if !all.fresh[d.ID] {
			continue
		}
		switch d.Dating {
		case story.DatingUnknown:
			a.sayf("note: %s carries no date, so weekdays and the like in it stay open; --date gives it one", named(d.Path))
		case story.DatingInferred:
			a.sayf("note: %s carries no date; taken as about %s, since it %s", named(d.Path),
				strings.TrimRight(d.Published.String(), "~?%"), d.DatingReason)
		}
	}
	found, silenced, _ := story.Silence(graph.Check(s), s.Silenced)
	quiet := map[int]bool{} // disagreements
	for _, d := range silenced {
		quiet[d.Item.Index] = quiet[d.Item.Index] || d.Item.List == "disagreements"
	}
	if all.changes != nil {
		a.known(all.known)
		a.added(s, all.changes)
	} else {
		for i, d := range s.Disagreements {
			if d.Kind == story.Conflict && len(d.About) > 0 && !quiet[i] {
				a.disagreement(d)
			}
		}
	}
	for _, d := range found {
		if d.Item.List != "disagreements" { // these were said above, if they are new
			a.sayf("warning: %s", d.Message)
		}
	}
	drawn, undated := 0, 0
	for _, e := range s.Events {
		if e.Drawn {
			drawn++
		}
		if e.Date.IsZero() {
			undated++
		}
	}
	switch {
	case len(s.Events) == 0:
		a.sayf("warning: no event was found, so the pictures have nothing to draw")
	case undated == len(s.Events):
		a.sayf("warning: no event has a date, so the pictures have nothing to draw")
	case drawn == 0:
		a.sayf("warning: no event is drawn: write \"show: true\" at those that matter in %s",
			filepath.ToSlash(filepath.Join(dir, storyName)))
	}
	a.sayf("%s, %d drawn, %d without a date, %s: open %s", count(len(s.Events), "event"), drawn, undated,
		count(len(s.Relations), "relation"), filepath.ToSlash(filepath.Join(dir, pageName)))
}

// answers lists who says what: "2021-03-04 (gazette) or 2021-03-05 (wire)".
func answers(d story.Disagreement) string {
	var all []string
	for _, v := range d.Values {
		by := "yours"
		if len(v.Documents) > 0 {
			by = list(v.Documents, "and")
		}
		all = append(all, fmt.Sprintf("%s (%s)", v.Value, by))
	}
	return list(all, "or")
}
