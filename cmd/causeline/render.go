package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/page"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/story"
)

// pictures are the four pictures of a story as SVG.
type pictures struct {
	timeline, timelineNarrow, causes, causesNarrow []byte
}

// A linker gives the address that an event in a picture leads to, "" for none.
type linker func(*story.Event) string

// onPage leads to the event's entry on the page that holds the picture.
func onPage(e *story.Event) string { return "#" + e.ID }

func (a *app) pictures(ctx context.Context, s *story.Story, link linker) (*pictures, error) {
	var p pictures
	s = graph.Sorted(s)
	for _, x := range []struct {
		to          *[]byte
		view, shape string
	}{
		{&p.timeline, "timeline", "wide"},
		{&p.timelineNarrow, "timeline", "narrow"},
		{&p.causes, "causes", "wide"},
		{&p.causesNarrow, "causes", "narrow"},
	} {
		pic, err := a.draw(ctx, s, x.view, x.shape, link)
		if err != nil {
			return nil, err
		}
		*x.to = svg.Marshal(pic, svg.Options{})
	}
	return &p, nil
}

// draw makes one picture. Only a wide causal diagram starts the layout
// process. Without a linker, events lead to their own addresses.
func (a *app) draw(ctx context.Context, s *story.Story, view, shape string, link linker) (*scene.Picture, error) {
	switch {
	case view == "timeline" && shape == "wide":
		return chart.Wide(s, chart.Options{Link: link})
	case view == "timeline":
		return chart.Narrow(s, chart.Options{Link: link})
	case shape == "wide":
		return causal.Wide(ctx, s, causal.Options{Link: link, Layout: layout.Options{Announce: a.announce}})
	}
	return causal.Narrow(s, causal.Options{Link: link})
}

// announce says why the layout starts a second late, where someone waits.
func (a *app) announce(sentence string) {
	if !terminal(a.stderr) || sentence == "" {
		return
	}
	first, size := utf8.DecodeRuneInString(sentence)
	a.sayf("%c%s", unicode.ToLower(first), strings.TrimSuffix(sentence[size:], "."))
}

func writePage(w io.Writer, s *story.Story, p *pictures, quotes string) error {
	return page.Write(w, graph.Sorted(s), page.Pictures{
		Timeline: p.timeline, TimelineNarrow: p.timelineNarrow, Causes: p.causes, CausesNarrow: p.causesNarrow,
	}, page.Options{Quotes: page.Quotes(quotes)})
}

func (a *app) renderCommand() *cobra.Command {
	var view, shape, format, out string
	var much detailFlag
	cmd := &cobra.Command{
		Use:   "render STORY",
		Short: "draw one picture of a story",
		Long:  `render draws one picture of a story: its timeline, or what led to what in it.`,
		Example: `  causeline render story.yaml -o timeline.svg
  causeline render story.yaml --view causes --shape narrow -o causes.svg
  causeline extract report.txt | causeline render - > timeline.svg`,
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("view", view, "timeline", "causes"); err != nil {
				return err
			}
			switch shape {
			case "card", "square", "tall":
				return usagef("--shape %s is not available yet: this version draws wide and narrow", shape)
			}
			if err := oneOf("shape", shape, "wide", "narrow"); err != nil {
				return err
			}
			if !cmd.Flags().Changed("format") {
				switch ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), "."); ext {
				case "png", "pdf":
					format = ext // the name says what is wanted
				}
			}
			switch format {
			case "png", "pdf":
				return usagef("--format %s is not available yet: this version writes svg", format)
			}
			if err := oneOf("format", format, "svg"); err != nil {
				return err
			}
			detail, err := much.detail()
			if err != nil {
				return err
			}
			f, err := a.loadStory(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			timeline.Decide(f.story, detail)
			pic, err := a.draw(cmd.Context(), graph.Sorted(f.story), view, shape, nil)
			if err != nil {
				return err
			}
			return writeOne(a.stdout, out, svg.Marshal(pic, svg.Options{}))
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&view, "view", "timeline", "`VIEW` to draw: timeline or causes")
	fs.StringVar(&shape, "shape", "wide", "`SHAPE` of the picture: wide or narrow")
	fs.StringVar(&format, "format", "svg", "`FORMAT` of the picture: svg")
	much.register(cmd)
	fs.StringVarP(&out, "output", "o", "", "`FILE` to write; standard output if not given")
	complete(cmd, "view", "timeline", "causes")
	complete(cmd, "shape", "wide", "narrow")
	complete(cmd, "format", "svg")
	return cmd
}
