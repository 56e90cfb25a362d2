package gallery

import (
	"context"
	"slices"

	"github.com/causeline/causeline/render/causal"
	"github.com/causeline/causeline/render/chart"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/pdf"
	"github.com/causeline/causeline/render/raster"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// A Variant is a view of a story in one shape, look and format.
type Variant struct {
	File   string // the end of the file's name, "timeline-wide.svg"
	View   string // "timeline" or "causes"
	Widths []int  // CSS px at which readers meet it, its own first
	suits  func(Story) bool
	draw   drawer
}

// A drawer makes the file of a story's picture.
type drawer func(context.Context, *story.Story, layout.Options) ([]byte, error)

// Variants returns what is drawn, one a line.
func Variants() []Variant {
	wide, narrow, poster := []int{1200, 720}, []int{360, 320}, []int{1080, 540}
	all := []Variant{
		{"timeline-wide.svg", "timeline", wide, every, timeline(chart.WideShape, chart.Options{})},
		{"timeline-narrow.svg", "timeline", narrow, every, timeline(chart.NarrowShape, chart.Options{})},
		{"timeline-medium.svg", "timeline", []int{760, 1000}, every, timeline(chart.WideShape, chart.Options{Width: 760})},
		{"timeline-linear.svg", "timeline", wide, every, timeline(chart.WideShape, chart.Options{Scale: chart.Linear})},
		{"timeline-sequence.svg", "timeline", wide, every, timeline(chart.WideShape, chart.Options{Scale: chart.Sequence})},
		{"timeline-relative.svg", "timeline", wide, dated, timeline(chart.WideShape, chart.Options{Scale: chart.Relative})},
		{"timeline-lanes.svg", "timeline", wide, laned, timeline(chart.WideShape, chart.Options{Lanes: true})},
		{"timeline-card.svg", "timeline", []int{1200, 600}, every, timeline(chart.Card, chart.Options{})},
		{"timeline-square.svg", "timeline", poster, every, timeline(chart.Square, chart.Options{})},
		{"timeline-tall.svg", "timeline", poster, every, timeline(chart.Tall, chart.Options{})},
		{"causes-wide.svg", "causes", wide, every, causesWide(causal.ByTime)},
		{"causes-by-cause.svg", "causes", wide, every, causesWide(causal.ByCause)},
		{"causes-narrow.svg", "causes", narrow, every, causesNarrow},
		{"timeline-paper.svg", "timeline", wide, sample, themed("paper")},
		{"timeline-mono.svg", "timeline", wide, sample, themed("mono")},
		{"timeline-large.svg", "timeline", wide, sample, themed("large")},
		{"timeline-wide.png", "timeline", wide, sample, asPNG},
		{"timeline-wide.pdf", "timeline", wide, sample, asPDF},
	}
	for _, tag := range lang.Tags() {
		if tag != "en" {
			all = append(all, Variant{"timeline-" + tag + ".svg", "timeline", narrow, sample, spoken(tag)})
		}
	}
	return all
}

// Which stories a variant is drawn of.
func every(Story) bool { return true }
func dated(s Story) bool {
	return slices.ContainsFunc(s.Events, func(e story.Event) bool { return e.Drawn })
}
func laned(s Story) bool {
	return slices.ContainsFunc(s.Events, func(e story.Event) bool { return e.Lane != "" })
}
func sample(s Story) bool { return s.Name == "fourteen" || s.Name == "statuses" }

// timeline returns the drawer of a shape with the given options.
func timeline(shape chart.Shape, opt chart.Options) drawer {
	return func(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
		p, err := chart.Draw(s, shape, opt)
		return toSVG(p, err, opt.Theme)
	}
}

// themed returns the drawer of wide timelines in a theme.
func themed(name string) drawer {
	t, _ := theme.Named(name)
	return timeline(chart.WideShape, chart.Options{Theme: t})
}

// spoken returns the drawer of narrow timelines in a language.
func spoken(tag string) drawer {
	return func(ctx context.Context, s *story.Story, lay layout.Options) ([]byte, error) {
		language, err := lang.For(tag)
		if err != nil {
			return nil, err
		}
		return timeline(chart.NarrowShape, chart.Options{Say: lang.Speaker{Language: language}})(ctx, s, lay)
	}
}

// causesWide returns the drawer of wide causal diagrams in an order.
func causesWide(order causal.Order) drawer {
	return func(ctx context.Context, s *story.Story, lay layout.Options) ([]byte, error) {
		p, err := causal.Wide(ctx, s, causal.Options{Order: order, Layout: lay})
		return toSVG(p, err, nil)
	}
}

func causesNarrow(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
	p, err := causal.Narrow(s, causal.Options{})
	return toSVG(p, err, nil)
}

func toSVG(p *scene.Picture, err error, t *theme.Theme) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	return svg.Marshal(p, svg.Options{Theme: t}), nil
}

func asPNG(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
	p, err := chart.Wide(s, chart.Options{})
	if err != nil {
		return nil, err
	}
	return raster.Marshal(p, raster.Options{})
}

func asPDF(_ context.Context, s *story.Story, _ layout.Options) ([]byte, error) {
	p, err := chart.Wide(s, chart.Options{})
	if err != nil {
		return nil, err
	}
	return pdf.Marshal(p, pdf.Options{})
}
