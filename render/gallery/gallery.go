// Package gallery holds stories that are hard to draw, and draws each of them
// in every view and shape. People look at the result before they accept a
// change of the pictures; tests measure it.
package gallery

import (
	"context"
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/timeline/story"
)

//go:embed stories/*.yaml
var files embed.FS

// A Story is one of the gallery, ready to be drawn.
type Story struct {
	Name string // a-z, 0-9 and hyphens
	*story.Story
}

// A Picture is one story in one variant.
type Picture struct {
	Story   string // its name
	Variant Variant
	Data    []byte // the file
}

// File returns the name of the picture's file.
func (p Picture) File() string { return p.Story + "." + p.Variant.File }

// Stories returns the stories by name. All their dated events are drawn. An
// error names the story file that cannot be read.
func Stories() ([]Story, error) {
	entries, err := files.ReadDir("stories")
	if err != nil {
		return nil, err
	}
	all := generated()
	for _, e := range entries {
		file := path.Join("stories", e.Name())
		data, err := files.ReadFile(file)
		if err != nil {
			return nil, err
		}
		s, _, err := story.Load(file, data)
		if err != nil {
			return nil, fmt.Errorf("reading a story of the gallery: %w", err)
		}
		all = append(all, Story{strings.TrimSuffix(e.Name(), ".yaml"), s})
	}
	for i, s := range all {
		for j := range s.Events {
			s.Events[j].Drawn = !s.Events[j].Date.IsZero()
		}
		all[i].Story = graph.Sorted(s.Story)
	}
	slices.SortFunc(all, func(a, b Story) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Draw draws the stories in every variant that suits them. The layout options say how the
// program for wide causal diagrams is found. An error names the picture that
// could not be drawn.
func Draw(ctx context.Context, stories []Story, lay layout.Options) ([]Picture, error) {
	var pictures []Picture
	for _, s := range stories {
		for _, v := range Variants() {
			if !v.suits(s) {
				continue
			}
			p := Picture{Story: s.Name, Variant: v}
			var err error
			if p.Data, err = v.draw(ctx, s.Story, lay); err != nil {
				return nil, fmt.Errorf("%s: %w", p.File(), err)
			}
			pictures = append(pictures, p)
		}
	}
	return pictures, nil
}
