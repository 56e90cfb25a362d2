package gallery

import (
	"context"

	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

// A Variant is a view of a story in one shape and format.
type Variant struct {
	File   string // the end of the file's name, "timeline-wide.svg"
	View   string // "timeline" or "causes"
	Widths []int  // CSS px at which readers meet it, its own first
	draw   drawer
}

// A drawer makes the file of a story's picture.
type drawer func(context.Context, *story.Story, layout.Options) ([]byte, error)

// Variants returns the views, shapes and formats that are drawn, one a line.
func Variants() []Variant {
	return []Variant{
		{"timeline-wide.svg", "timeline", []int{1200, 720}, timeline(chart.Wide, chart.Options{})},
		{"timeline-narrow.svg", "timeline", []int{360, 320}, timeline(chart.Narrow, chart.Options{})},
		{"causes-wide.svg", "causes", []int{1200, 720}, causesWide},
		{"causes-narrow.svg", "causes", []int{360, 320}, causesNarrow},
	}
}

// timeline returns the drawer of a shape with the given options.
func timeline(shape func(*story.Story, chart.Options) (*scene.Picture, error), opt chart.Options) drawer {
	return func(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
		return toSVG(shape(s, opt))
	}
}

func causesWide(ctx context.Context, s *story.Story, lay layout.Options) ([]byte, error) {
	return toSVG(causal.Wide(ctx, s, causal.Options{Layout: lay}))
}

func causesNarrow(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
	return toSVG(causal.Narrow(s, causal.Options{}))
}

func toSVG(p *scene.Picture, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return svg.Marshal(p, svg.Options{}), nil
}
