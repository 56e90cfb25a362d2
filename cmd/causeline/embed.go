package main

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/render/embed"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

// embedFlags say what figure a page gets.
type embedFlags struct {
	view, base, pictures, id, out string
	inline                        bool
	heading                       int
	much                          detailFlag
	pick                          filterFlags
	looks                         lookFlags
}

func (a *app) embedCommand() *cobra.Command {
	var fl embedFlags
	cmd := &cobra.Command{
		Use:   "embed STORY",
		Short: "print a figure for your page: pictures, description, sources, list of events",
		Long: `embed prints a <figure> in HTML to put into a page of yours: the picture in a
wide shape and one for phones, a description for people who do not see it, a
caption with the sources, and all events as a list that folds out. It needs no
script and no inline style.

The figure leads to VIEW.svg and VIEW-narrow.svg, which --pictures writes; those
of causeline build are the same. For tablets --pictures adds a third timeline,
timeline-medium.svg. With --inline the pictures stand in the figure
itself. Put this into the style sheet of your page:

` + indented(embed.CSS) + `
Without these lines, pictures do not shrink with their column, and --inline
shows the wide picture on phones, too. docs/embedding.md has more.

` + filterHelp,
		Example: `  causeline embed story.yaml --pictures static/img --base /img/ > figure.html
  causeline embed story.yaml --view causes --heading 3 -o causes.html
  causeline embed story.yaml --inline --id dam > figure.html`,
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := fl.check(cmd); err != nil {
				return err
			}
			littleGarbage()
			l, err := fl.looks.look()
			if err != nil {
				return err
			}
			s, err := a.storyToDraw(cmd.Context(), args[0], fl.much)
			if err != nil {
				return err
			}
			s, note, err := a.filtered(s, fl.pick, fl.view, l)
			if err != nil {
				return err
			}
			return a.embed(cmd.Context(), s, fl, l, note)
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&fl.view, "view", "timeline", "`VIEW` to show: timeline or causes")
	fs.StringVar(&fl.base, "base", "", "`ADDRESS` of the folder of the pictures, such as /img/; the page's own if not given")
	fs.StringVar(&fl.pictures, "pictures", "", "`DIR` to write the pictures into; made if it is not there")
	fs.BoolVar(&fl.inline, "inline", false, "put the pictures into the figure; their links work then")
	fs.IntVar(&fl.heading, "heading", 0, "`LEVEL` of the headline as a heading, 1 to 6; if not given, it stands in the caption")
	fs.StringVar(&fl.id, "id", "", "`NAME` that the ids of events begin with; pictures put in by --inline then lead to the list")
	fl.looks.register(cmd)
	fl.much.register(cmd)
	fl.pick.register(cmd)
	fs.StringVarP(&fl.out, "output", "o", "", "`FILE` to write; standard output if not given")
	complete(cmd, "view", "timeline", "causes")
	return cmd
}

// indented puts two spaces before each line.
func indented(lines string) string {
	var b bytes.Buffer
	for line := range bytes.Lines([]byte(lines)) {
		b.WriteString("  ")
		b.Write(line)
	}
	return b.String()
}

// check looks at the flags before the story is read.
func (fl *embedFlags) check(cmd *cobra.Command) error {
	if err := oneOf("view", fl.view, "timeline", "causes"); err != nil {
		return err
	}
	changed := cmd.Flags().Changed
	for _, flag := range []string{"base", "pictures"} {
		if fl.inline && changed(flag) {
			return usagef("--inline puts the pictures into the figure, so that --%s has no use: leave one of them out", flag)
		}
	}
	if err := fl.pick.check(cmd); err != nil {
		return err
	}
	if changed("heading") && (fl.heading < 1 || fl.heading > 6) {
		return usagef("--heading is %d: it can be 1 to 6", fl.heading)
	}
	if changed("pictures") && fl.pictures == "" {
		return usagef("--pictures needs a DIR to write into, such as static/img")
	}
	if err := embed.CheckBase(fl.base); err != nil {
		return usagef("--base: %w", err)
	}
	if err := embed.CheckID(fl.id); err != nil {
		return usagef("--id: %w", err)
	}
	return nil
}

// mediumWidth is what timelines for tablets are laid out for, in px.
const mediumWidth = 760

// embed draws the pictures and writes the figure, and the pictures where they
// are asked for.
func (a *app) embed(ctx context.Context, s *story.Story, fl embedFlags, l look, note string) error {
	var link linker
	if fl.inline && fl.id != "" {
		link = func(e *story.Event) string { return "#" + embed.EventID(fl.id, e.ID) }
	}
	opt := embed.Options{Say: l.say, View: embed.View(fl.view), Base: fl.base, Inline: fl.inline, Heading: fl.heading, IDPrefix: fl.id, Note: note}
	var files []outFile
	type picture struct {
		to          *embed.Picture
		shape, name string
		width       int
	}
	pics := []picture{
		{&opt.Wide, "wide", fl.view + ".svg", 0},
		{&opt.Narrow, "narrow", fl.view + "-narrow.svg", 0},
	}
	if fl.pictures != "" && fl.view == string(embed.Timeline) {
		pics = append(pics, picture{&opt.Medium, "wide", fl.view + "-medium.svg", mediumWidth})
	}
	for _, p := range pics {
		pic, err := a.draw(ctx, s, drawing{view: fl.view, shape: p.shape, look: l, link: link, width: p.width, note: note})
		if err != nil {
			return err
		}
		*p.to = embed.Picture{File: p.name, SVG: svg.Marshal(pic, svg.Options{Theme: l.theme})}
		files = append(files, outFile{p.name, p.to.SVG})
	}
	var b bytes.Buffer
	if err := embed.Write(&b, s, opt); err != nil {
		return err
	}
	if fl.pictures != "" {
		if err := writeAll(fl.pictures, files); err != nil {
			return err
		}
	}
	return writeOne(a.stdout, fl.out, b.Bytes())
}
