package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/graph/trail"
	"github.com/causeline/causeline/render/pick"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/explain"
	"github.com/causeline/causeline/timeline/story"
)

// answerFlags say how a question on the graph is answered: how far, how surely,
// and as words or as a picture.
type answerFlags struct {
	steps    int
	strength string
	picture  renderFlags // its format may be text or json, too
}

// limit is how many relations an answer for people follows: more nobody reads.
const limit = 200

func (f *answerFlags) register(cmd *cobra.Command) {
	fs := cmd.Flags()
	p := &f.picture
	p.view = "causes"
	fs.IntVar(&f.steps, "steps", 0, "follow at most so `MANY` relations one after the other; all if not given")
	fs.StringVar(&f.strength, "strength", string(story.StrengthPossible), "`STRENGTH` of the relations to follow: stated, or possible (both)")
	fs.StringVar(&p.format, "format", "text", "`FORMAT` of the answer: text, json, or a causal diagram as svg, png or pdf; if not given, the end of FILE says it")
	fs.StringVarP(&p.out, "output", "o", "", "`FILE` to write; standard output if not given")
	fs.StringVar(&p.shape, "shape", "wide", "`SHAPE` of a picture: wide or narrow")
	p.look.register(cmd)
	fs.IntVar(&p.pixels, "pixels", 0, "`PIXELS` of a PNG for each px, 1 to 16 (2)")
	fs.BoolVar(&p.dark, "dark", false, "draw a PNG in dark colours")
	fs.StringArrayVar(&p.fonts, "font", nil, "font `FILE` for PNG and PDF, as for scripts that the program's own fonts lack; again for bold")
	_ = fs.MarkHidden("scale") // of timelines
	complete(cmd, "strength", string(story.StrengthStated), string(story.StrengthPossible))
	complete(cmd, "format", "text", "json", "svg", "png", "pdf")
	complete(cmd, "shape", "wide", "narrow")
}

// check looks at the flags before the story is read.
func (f *answerFlags) check(cmd *cobra.Command) error {
	if f.steps < 0 || f.steps == 0 && cmd.Flags().Changed("steps") {
		return usagef("--steps is %d: it can be 1 or more", f.steps)
	}
	if err := oneOf("strength", f.strength, string(story.StrengthStated), string(story.StrengthPossible)); err != nil {
		return err
	}
	p := &f.picture
	if !cmd.Flags().Changed("format") {
		switch ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(p.out)), "."); ext {
		case "json", "svg", "png", "pdf":
			p.format = ext // the name says what is wanted
		case "jpg", "jpeg", "gif", "webp", "avif", "eps":
			return usagef("-o %s: a picture is svg, png or pdf", p.out)
		}
	}
	if err := oneOf("format", p.format, "text", "json", "svg", "png", "pdf"); err != nil {
		return err
	}
	if f.drawn() {
		format := p.format // which check would take from the name, had it not been given
		err := p.check(cmd)
		p.format = format
		return err
	}
	for _, flag := range []string{"shape", "order", "lang", "date-style", "theme", "style", "pixels", "dark", "font"} {
		if cmd.Flags().Changed(flag) {
			return usagef("--%s is for pictures: give --format svg, png or pdf too, or -o with such a name", flag)
		}
	}
	return nil
}

// drawn reports whether the answer is a picture.
func (f *answerFlags) drawn() bool { return f.picture.format != "text" && f.picture.format != "json" }

func (f *answerFlags) options() trail.Options {
	opt := trail.Options{Steps: f.steps, Stated: f.strength == string(story.StrengthStated)}
	if f.picture.format != "json" {
		opt.Limit = limit
	}
	return opt
}

// A question is a story, its graph, and the events that are asked about.
type question struct {
	story *story.Story
	graph *graph.Graph
}

// ask reads the story that a question is about; ids are the events that it
// names and path is the story as given, "" for the one in the current folder.
func (a *app) ask(ctx context.Context, cmd *cobra.Command, ids []string, path string) (*question, error) {
	q := &question{}
	path, err := storyHere(cmd.Name(), ids[len(ids)-1], path)
	if err != nil {
		return nil, err
	}
	littleGarbage()
	f, err := a.loadStory(ctx, path)
	if err != nil {
		return nil, err
	}
	q.story = f.story
	for _, id := range ids {
		if _, err := explain.Find(q.story, id); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	q.graph, err = graph.New(q.story)
	return q, err
}

// answer writes what was found: as text, as JSON, or the chain as a picture.
func (a *app) answer(ctx context.Context, q *question, f *answerFlags, text func() string, found any, chain pick.Chain) error {
	p := &f.picture
	switch p.format {
	case "text":
		return writeOne(a.stdout, p.out, []byte(text()))
	case "json":
		out, err := json.MarshalIndent(found, "", "  ")
		if err != nil {
			return err
		}
		return writeOne(a.stdout, p.out, append(out, '\n'))
	}
	l, err := p.look.look()
	if err != nil {
		return err
	}
	if err := l.set(p.fonts); err != nil {
		return err
	}
	timeline.Decide(q.story, timeline.DetailNormal)
	a.standing = standing(q.story)
	part, err := chain.Pick(graph.Sorted(q.story))
	if err != nil {
		return err
	}
	pic, err := a.draw(ctx, part.Story, drawing{view: p.view, shape: p.shape, look: l, headline: part.Headline(l.say), note: part.Note(l.say)})
	if err != nil {
		return err
	}
	data, err := p.marshal(pic, l)
	if err != nil {
		return err
	}
	if err := writeOne(a.stdout, p.out, data); err != nil {
		return err
	}
	a.picked(part)
	return nil
}

// keys names the relations of some steps.
func keys(steps []trail.Step) []story.RelationKey {
	var out []story.RelationKey
	for _, s := range steps {
		out = append(out, story.RelationKey{From: s.From, To: s.To, Type: story.RelationType(s.Type)})
	}
	return out
}
