package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/page"
	"github.com/causeline/causeline/render/pdf"
	"github.com/causeline/causeline/render/raster"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/render/typeface"
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

// A drawing is one picture to be made.
type drawing struct {
	view, shape string
	look        look
	link        linker // nil leads to the events' own addresses
	zero        string // the event that time is counted from
	lanes       bool
	width       int
	headline    string // of a causal diagram; "" for the story's
	note        string // what part of the story it shows
	notice      bool   // where there is too much to draw, draw a picture that says so
}

func (a *app) pictures(ctx context.Context, s *story.Story, l look, link linker) (*pictures, error) {
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
		pic, err := a.draw(ctx, s, drawing{view: x.view, shape: x.shape, look: l, link: link, notice: true})
		if err != nil {
			return nil, err
		}
		*x.to = svg.Marshal(pic, svg.Options{Theme: l.theme})
	}
	return &p, nil
}

// draw makes one picture. Only a wide causal diagram in order of cause starts
// the layout process.
func (a *app) draw(ctx context.Context, s *story.Story, d drawing) (*scene.Picture, error) {
	if d.view == "timeline" {
		return chart.Draw(s, chart.Shape(d.shape), chart.Options{Say: d.look.say, Theme: d.look.theme, Scale: d.look.scale,
			Zero: d.zero, Lanes: d.lanes, Width: d.width, Link: d.link, Note: d.note})
	}
	opt := causal.Options{Say: d.look.say, Theme: d.look.theme, Link: d.link, Order: d.look.order, Headline: d.headline, Note: d.note, Notice: d.notice, Findings: a.standing}
	if d.shape == "narrow" {
		pic, err := causal.Narrow(s, opt)
		return pic, wayForward(err)
	}
	opt.Layout = layout.Options{Announce: a.announce}
	pic, err := causal.Wide(ctx, s, opt)
	return pic, wayForward(err)
}

// wayForward says what to type where a story is too large for one diagram.
func wayForward(err error) error {
	var many *causal.TooManyError
	if errors.As(err, &many) {
		return fmt.Errorf("%d events are related to one another, and a causal diagram holds %d at most: show a part of them with --around EVENT, --actor NAME, or --from and --to",
			many.Events, many.Most)
	}
	return err
}

// announce says, once, why the layout starts a second late. Those who read a
// log wonder about the second as well as those who wait.
func (a *app) announce(sentence string) {
	if a.announced || sentence == "" {
		return
	}
	a.announced = true
	a.sayf("%s", midSentence(sentence))
}

func writePage(w io.Writer, s *story.Story, p *pictures, l look, quotes string) error {
	return page.Write(w, graph.Sorted(s), page.Pictures{
		Timeline: p.timeline, TimelineNarrow: p.timelineNarrow, Causes: p.causes, CausesNarrow: p.causesNarrow,
	}, page.Options{Quotes: page.Quotes(quotes), Theme: l.theme})
}

// renderFlags say which picture is drawn.
type renderFlags struct {
	look        lookFlags
	much        detailFlag
	pick        filterFlags
	view, shape string
	format, out string
	zero        string
	lanes, dark bool
	width       int
	pixels      int
	fonts       []string
}

// storyToDraw reads a story file, marks the events that the flag asks for, and
// sorts them.
func (a *app) storyToDraw(ctx context.Context, path string, much detailFlag) (*story.Story, error) {
	detail, err := much.detail()
	if err != nil {
		return nil, err
	}
	f, err := a.loadStory(ctx, path)
	if err != nil {
		return nil, err
	}
	timeline.Decide(f.story, detail)
	return graph.Sorted(f.story), nil
}

func (a *app) renderCommand() *cobra.Command {
	var fl renderFlags
	cmd := &cobra.Command{
		Use:   "render STORY",
		Short: "draw one picture of a story",
		Long: `render draws one picture of a story: its timeline, or what led to what in it.

Timelines come in five shapes: wide for pages and print, narrow for phones, and
of a fixed size card (1200×630), square (1080×1080) and tall (1080×1920), which
show the events that matter most and say how many there are. As SVG a picture
follows the reader's light or dark mode; PNG and PDF are drawn light, PNG also with
--dark.

` + filterHelp,
		Example: `  causeline render story.yaml -o timeline.svg
  causeline render story.yaml --shape narrow --lang fr -o phone.svg
  causeline render story.yaml --shape card -o preview.png
  causeline render story.yaml --style our-paper.yaml -o print.pdf
  causeline render story.yaml --scale relative --zero 1912-04-14-collision -o hours.svg
  causeline render story.yaml --view causes -o causes.svg
  causeline render story.yaml --actor putin --from 2022 -o putin.svg
  causeline render story.yaml --view causes --around 1912-04-14-collision --steps 2 -o near.svg
  causeline extract report.txt | causeline render - > timeline.svg`,
		Args: between(1, 1, "one STORY file, or -"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := fl.check(cmd); err != nil {
				return err
			}
			if err := fl.pick.check(cmd); err != nil {
				return err
			}
			littleGarbage()
			l, err := fl.look.look()
			if err != nil {
				return err
			}
			if err := l.set(fl.fonts); err != nil {
				return err
			}
			s, err := a.storyToDraw(cmd.Context(), args[0], fl.much)
			if err != nil {
				return err
			}
			whole := s
			s, note, err := a.filtered(whole, fl.pick, fl.view, l)
			if err != nil {
				return err
			}
			if holds(whole, fl.zero) && !holds(s, fl.zero) {
				return fmt.Errorf("--zero: the picture leaves %s out, so no time can be counted from it", fl.zero)
			}
			pic, err := a.draw(cmd.Context(), s, drawing{view: fl.view, shape: fl.shape, look: l, zero: fl.zero, lanes: fl.lanes, width: fl.width, note: note})
			if err != nil {
				return err
			}
			data, err := fl.marshal(pic, l)
			if err != nil {
				return err
			}
			if err := writeOne(a.stdout, fl.out, data); err != nil {
				return err
			}
			a.left(s, pic, fl.view)
			return nil
		},
	}
	fs := cmd.Flags()
	fs.StringVar(&fl.view, "view", "timeline", "`VIEW` to draw: timeline or causes")
	fs.StringVar(&fl.shape, "shape", "wide", "`SHAPE` of the picture: wide, narrow, card, square or tall")
	fs.StringVar(&fl.format, "format", "svg", "`FORMAT` of the picture: svg, png or pdf; if not given, the end of FILE says it")
	fl.look.register(cmd)
	fs.StringVar(&fl.zero, "zero", "", "id of the `EVENT` from which --scale relative counts; the one that matters most if not given")
	fs.BoolVar(&fl.lanes, "lanes", false, "set each lane of the story in a column of its own (wide timelines)")
	fs.IntVar(&fl.width, "width", 0, "`WIDTH` in px to lay out for: 700 to 2400 wide (1200 if not given), 320 to 699 narrow (360)")
	fs.IntVar(&fl.pixels, "pixels", 0, "`PIXELS` of a PNG for each px, 1 to 16 (2; 1 for card, square and tall)")
	fs.BoolVar(&fl.dark, "dark", false, "draw a PNG in dark colours")
	fs.StringArrayVar(&fl.fonts, "font", nil, "font `FILE` for PNG and PDF, as for scripts that the program's own fonts lack; again for bold")
	fl.much.register(cmd)
	fl.pick.register(cmd)
	fs.StringVarP(&fl.out, "output", "o", "", "`FILE` to write; standard output if not given")
	complete(cmd, "view", "timeline", "causes")
	complete(cmd, "shape", shapeNames()...)
	complete(cmd, "format", "svg", "png", "pdf")
	return cmd
}

// holds reports whether a story has an event with an id.
func holds(s *story.Story, id string) bool {
	return slices.ContainsFunc(s.Events, func(e story.Event) bool { return e.ID == id })
}

func shapeNames() []string {
	var out []string
	for _, s := range chart.Shapes() {
		out = append(out, string(s))
	}
	return out
}

// check looks at the flags before the story is read.
func (fl *renderFlags) check(cmd *cobra.Command) error {
	if err := oneOf("view", fl.view, "timeline", "causes"); err != nil {
		return err
	}
	if err := oneOf("shape", fl.shape, shapeNames()...); err != nil {
		return err
	}
	if !cmd.Flags().Changed("format") {
		switch ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(fl.out)), "."); ext {
		case "png", "pdf":
			fl.format = ext // the name says what is wanted
		case "jpg", "jpeg", "gif", "webp", "avif", "eps", "html", "json", "yaml", "txt":
			return usagef("-o %s: a picture is svg, png or pdf; --format svg writes one under any name", fl.out)
		}
	}
	if err := oneOf("format", fl.format, "svg", "png", "pdf"); err != nil {
		return err
	}
	fixed := fl.shape != "wide" && fl.shape != "narrow"
	switch {
	case fl.view == "causes" && fixed:
		return usagef("--shape %s is for timelines: --view causes is drawn wide or narrow", fl.shape)
	case fl.view == "causes":
		for _, flag := range []string{"scale", "zero", "lanes", "width"} {
			if cmd.Flags().Changed(flag) {
				return usagef("--%s is for timelines: leave it out with --view causes", flag)
			}
		}
		if fl.shape == "narrow" && fl.look.order == string(causal.ByCause) {
			return usagef("--order cause is for wide diagrams: narrow ones are in the order of time")
		}
	case cmd.Flags().Changed("order") && fl.view == "timeline":
		return usagef("--order is for causal diagrams: add --view causes or leave it out")
	case fl.zero != "" && fl.look.scale != string(chart.Relative):
		return usagef("--zero needs --scale relative")
	}
	if fl.format != "png" {
		for _, flag := range []string{"pixels", "dark"} {
			if cmd.Flags().Changed(flag) {
				return usagef("--%s is for --format png; %s", flag, map[string]string{
					"svg": "an SVG follows the reader", "pdf": "a PDF is drawn in lines and light colours"}[fl.format])
			}
		}
	}
	if fl.format == "svg" && len(fl.fonts) > 0 {
		return usagef("--font is for PNG and PDF; an SVG uses the reader's fonts, which --style names")
	}
	if fl.pixels == 0 {
		fl.pixels = 2
		if fixed {
			fl.pixels = 1
		}
	}
	return nil
}

// marshal writes the picture in its format.
func (fl *renderFlags) marshal(pic *scene.Picture, l look) ([]byte, error) {
	var data []byte
	var err error
	switch fl.format {
	case "png":
		data, err = raster.Marshal(pic, raster.Options{Theme: l.theme, Dark: fl.dark, Scale: fl.pixels})
	case "pdf":
		data, err = pdf.Marshal(pic, pdf.Options{Theme: l.theme})
	default:
		data = svg.Marshal(pic, svg.Options{Theme: l.theme})
	}
	var missing *typeface.MissingError
	if errors.As(err, &missing) {
		return nil, fmt.Errorf("no font has %s, which stands in %q: give a font file with --font, or draw an SVG", characters(missing.Characters), missing.Text)
	}
	return data, err
}

// left says which events a picture leaves out or only counts.
func (a *app) left(s *story.Story, pic *scene.Picture, view string) {
	if view != "timeline" {
		return
	}
	var shown []string
	scene.Walk(pic.Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && len(g.Data) > 0 && g.Data[0].Key == "event" {
			shown = append(shown, g.Data[0].Value)
		}
	})
	all := scale.Moments(s)
	switch {
	case len(shown) == len(all):
	case len(shown) == 0:
		a.sayf("note: %s are too many to show one by one, so the picture counts them by period", count(len(all), "event"))
	default:
		var out []string
		for _, m := range all {
			if !slices.Contains(shown, m.Event.ID) {
				out = append(out, m.Event.ID)
			}
		}
		if len(out) > 5 {
			out = append(out[:4], fmt.Sprintf("%d more", len(out)-4))
		}
		a.sayf("note: the picture shows %d of %s; left out are %s", len(shown), count(len(all), "event"), list(out, "and"))
	}
}

// characters lists characters in quotation marks.
func characters(chars []string) string {
	out := make([]string, len(chars))
	for i, c := range chars {
		out[i] = fmt.Sprintf("%q", c)
	}
	return list(out, "and")
}
