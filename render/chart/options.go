package chart

import (
	"errors"
	"fmt"
	"slices"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// A Shape is the form of a picture and what it is for.
type Shape string

// The shapes.
const (
	WideShape   Shape = "wide"   // 1200 px and as high as needed: pages and print
	NarrowShape Shape = "narrow" // 360 px and as high as needed: phones
	Card        Shape = "card"   // 1200×630: link previews
	Square      Shape = "square" // 1080×1080: posts
	Tall        Shape = "tall"   // 1080×1920: stories on phones
)

// Shapes returns all shapes.
func Shapes() []Shape { return []Shape{WideShape, NarrowShape, Card, Square, Tall} }

// A Scale is how time becomes length.
type Scale string

// The scales.
const (
	Auto     Scale = "auto"     // true to time between named breaks; crowded times enlarged
	Linear   Scale = "linear"   // true to time throughout
	Sequence Scale = "sequence" // in order, at equal steps
	Relative Scale = "relative" // as Auto, in time before and after one event
)

// Scales returns all scales.
func Scales() []Scale { return []Scale{Auto, Linear, Sequence, Relative} }

// Options are the choices for a picture. The zero Options are good ones.
type Options struct {
	Say   lang.Speaker // the language and style of dates; English where zero
	Theme *theme.Theme // nil for the default
	Scale Scale        // Auto where empty
	// Zero is the id of the event that Relative counts from; where empty, it is
	// the one that weighs most, of equal ones the first with a clock time.
	Zero string
	// Lanes sets each lane of the story in a column of its own. Wide only.
	Lanes bool
	// Width is the width of a wide or narrow picture in px; 0 is the usual one.
	Width int
	// Link returns the target of an event's link, and "" for none. Nil links
	// to the event's own address, or to the first report of it that has one.
	Link func(*story.Event) string
	// Note is a sentence of the caller's, for the foot: what part of a story
	// the picture shows, say. It is empty for none.
	Note string
}

// The widths that pictures can be laid out for, in px.
const (
	minWide, maxWide     = 700, 2400
	minNarrow, maxNarrow = 320, 699
)

// check reports what in the options cannot be.
func (o Options) check(s *story.Story, shape Shape) error {
	low, high := minWide, maxWide
	if shape == NarrowShape {
		low, high = minNarrow, maxNarrow
	}
	switch {
	case o.Width != 0 && shape != WideShape && shape != NarrowShape:
		return fmt.Errorf("a %s picture has a fixed size, so it takes no width", shape)
	case o.Width != 0 && (o.Width < low || o.Width > high):
		return fmt.Errorf("a %s picture can be %d to %d px wide, not %d", shape, low, high, o.Width)
	case o.Lanes && shape != WideShape:
		return fmt.Errorf("lanes need a wide picture; a %s one has no room for them", shape)
	case o.Lanes && (o.Scale == Linear || o.Scale == Relative):
		return fmt.Errorf("lanes are drawn to the scale auto or sequence, not %s", o.Scale)
	case o.Lanes && !hasLanes(s):
		return errors.New("none of the drawn events has a lane: write \"lane: NAME\" at them")
	}
	if o.Zero == "" {
		return nil
	}
	for i := range s.Events {
		if e := &s.Events[i]; e.ID == o.Zero {
			if _, ok := scale.SpanOf(e); !ok {
				return fmt.Errorf("the event %s has no date, so no time can be counted from it", o.Zero)
			}
			return nil
		}
	}
	return fmt.Errorf("there is no event %s to count time from", o.Zero)
}

func hasLanes(s *story.Story) bool {
	return slices.ContainsFunc(s.Events, func(e story.Event) bool { return e.Drawn && e.Lane != "" })
}

// zero returns the moment that a relative scale counts from.
func zero(s *story.Story, ms []scale.Moment, id string) scale.Moment {
	var best scale.Moment
	for i := range s.Events {
		if e := &s.Events[i]; id != "" && e.ID == id {
			span, _ := scale.SpanOf(e)
			return scale.Moment{Event: e, Span: span}
		}
	}
	for _, m := range ms {
		heavier := best.Event != nil && m.Event.Weight > best.Event.Weight
		timed := best.Event != nil && m.Event.Weight == best.Event.Weight && m.Timed && !best.Timed
		if best.Event == nil || heavier || timed {
			best = m
		}
	}
	return best
}

// Wide returns a timeline for pages, 1200 px wide.
func Wide(s *story.Story, opt Options) (*scene.Picture, error) { return Draw(s, WideShape, opt) }

// Narrow returns a timeline for phones, 360 px wide, that runs down.
func Narrow(s *story.Story, opt Options) (*scene.Picture, error) { return Draw(s, NarrowShape, opt) }
