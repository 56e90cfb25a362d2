package main

import (
	"context"

	"github.com/causeline/causeline/graph/relate"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/adopt"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// combined is one story of all that was given.
type combined struct {
	story   *story.Story
	fresh   map[string]bool  // ids of documents that were read now
	known   []timeline.Known // documents that the story knew
	changes *adopt.Changes   // what reports brought to a person's story; nil where there was none, or no report
}

// combine puts stories together and adds what documents state. Last is the
// last state of the stories, nil where there is none; detail is how much is
// drawn.
func (a *app) combine(ctx context.Context, g *gathered, last *story.Story, lang nlp.Language, detail timeline.Detail) (*combined, error) {
	if len(g.stories) == 0 {
		s, err := await(ctx, func() (*story.Story, error) { return a.extract(g.docs, lang), nil })
		if err != nil {
			return nil, err
		}
		timeline.Decide(s, detail)
		c := &combined{story: s, fresh: map[string]bool{}}
		for _, d := range s.Documents {
			c.fresh[d.ID] = true
		}
		return c, nil
	}
	s, err := g.person()
	if err != nil {
		return nil, err
	}
	adopt.Unite(s)
	c := &combined{story: s, fresh: map[string]bool{}}
	if len(g.docs) > 0 {
		read, err := await(ctx, func() (*timeline.Addition, error) {
			bar := a.progress("reading")
			defer bar.done()
			return timeline.ReadBeside(s, last, g.docs, lang, bar.step), nil
		})
		if err != nil {
			return nil, err
		}
		changes := read.Adopt(s, last, relate.Relations(read.Merge))
		c.known, c.changes = read.Known, &changes
		for _, id := range changes.Documents {
			c.fresh[id] = true
		}
	}
	timeline.Decide(s, detail)
	return c, nil
}

// person returns the story that was given, or all of them as one.
func (g *gathered) person() (*story.Story, error) {
	if len(g.stories) == 1 {
		return g.stories[0].story, nil
	}
	var all []*story.Story
	var names []string
	for _, f := range g.stories {
		all = append(all, f.story)
		names = append(names, f.name)
	}
	return story.Merge(all, names...)
}
