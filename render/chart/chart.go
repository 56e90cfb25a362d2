// Package chart draws timelines: wide ones, whose rows enlarge the crowded
// stretch of the row above, narrow ones that run down, and cards of a fixed
// size for posts and previews.
//
// All draw every event that is marked as drawn and has a date, with its whole
// title; where a form cannot hold the labels, the next one is taken, and no
// label is ever cut. Only the shapes of a fixed size choose among the events,
// and they say so, as does a timeline of so many events that it counts them by
// period.
package chart

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// inFull writes months in full.
var inFull = lang.Form{Full: true}

// maxRowEvents is how many events the wide timeline sets in rows; with more it
// runs down the page.
const maxRowEvents = 40

// maxRowBytes is how much text rows may have to hold: more than 40 titles of
// five lines never fit, and trying takes time.
const maxRowBytes = 6000

// maxEvents is how many events a timeline shows one by one.
const maxEvents = 500

// Draw returns a timeline. It fails where the options contradict each other or
// the shape has no room for what it must show.
func Draw(s *story.Story, shape Shape, opt Options) (*scene.Picture, error) {
	if s == nil {
		return nil, errors.New("drawing a timeline: there is no story")
	}
	shape = cmp.Or(shape, WideShape)
	if err := opt.check(s, shape); err != nil {
		return nil, fmt.Errorf("drawing a timeline: %w", err)
	}
	switch shape {
	case WideShape:
		return newChart(s, opt, furniture.WideFrame(opt.Theme).WithWidth(opt.Width)).wide(), nil
	case NarrowShape:
		return newChart(s, opt, furniture.NarrowFrame(opt.Theme).WithWidth(opt.Width)).narrow(), nil
	case Card, Square, Tall:
		p, err := poster(s, shape, opt)
		if err != nil {
			return nil, fmt.Errorf("drawing a timeline: %w", err)
		}
		return p, nil
	}
	return nil, fmt.Errorf("drawing a timeline: there is no shape %q", shape)
}

// A chart is a timeline in the making.
type chart struct {
	story  *story.Story
	opt    Options
	frame  furniture.Frame
	ms     []scale.Moment
	groups furniture.Groups
	told   *furniture.Teller
	ruler  scale.Ruler
	pic    *scene.Picture

	fillings map[fillKey]filling // looked up only, never walked
	heavy    float64             // the weight from which an event stands out; 0 until asked for
}

func newChart(s *story.Story, opt Options, f furniture.Frame) *chart {
	ms := scale.Moments(s)
	title := strings.Join(strings.Fields(s.Title), " ")
	if title == "" {
		title = opt.Say.Say("timeline")
	}
	c := &chart{story: s, opt: opt, frame: f, ms: ms, groups: f.Groups(ms), told: furniture.NewTeller(opt.Say, s),
		fillings: map[fillKey]filling{}}
	c.ruler = scale.Ruler{Words: opt.Say}
	if opt.Scale == Relative {
		c.ruler.Zero = zero(s, ms, opt.Zero)
	}
	c.begin(title)
	return c
}

// begin begins the picture anew.
func (c *chart) begin(title string) {
	c.pic = &scene.Picture{Width: c.frame.Width, Title: title, Lang: c.opt.Say.Tag()}
	if len(c.ms) > 0 {
		c.pic.Description = c.opt.Say.Say("timeline.of", furniture.CountOver(c.opt.Say, c.ms))
	}
}

// wide draws the form of a wide timeline that holds the events.
func (c *chart) wide() *scene.Picture {
	few := len(c.ms) <= maxRowEvents && c.words() <= maxRowBytes
	switch {
	case len(c.ms) == 0:
		return c.empty()
	case Grouped(len(c.ms)):
		return c.periods()
	case c.opt.Lanes:
		return c.lanes()
	case len(c.ms) == 1 && !c.ruler.Relative():
		return c.single()
	case c.opt.Scale == Sequence && few:
		if p, ok := c.strip(); ok {
			return p
		}
	case c.opt.Scale == Linear && !few:
		return c.plumb()
	case c.opt.Scale == Linear:
		if p, ok := c.line(); ok {
			return p
		}
		return c.plumb()
	case c.opt.Scale != Sequence && few && c.entangled():
		if p, ok := c.bars(); ok {
			return p
		}
	case c.opt.Scale != Sequence && few:
		if p, ok := c.rows(); ok {
			return p
		}
	}
	return c.vertical()
}

// narrow draws the form of a narrow timeline that holds the events.
func (c *chart) narrow() *scene.Picture {
	switch {
	case len(c.ms) == 0:
		return c.empty()
	case Grouped(len(c.ms)):
		return c.periods()
	case c.opt.Scale == Linear && len(c.ms) > 1:
		return c.plumb()
	}
	return c.vertical()
}

// words counts the bytes of all titles and contradictions.
func (c *chart) words() int {
	n := 0
	for _, m := range c.ms {
		n += len(m.Event.Title)
		for _, d := range furniture.Differences(c.opt.Say, c.story, m.Event.ID) {
			n += len(d)
		}
	}
	return n
}

// when writes an event's date and time, or how long before or after the event
// that time is counted from.
func (c *chart) when(m scale.Moment, form lang.Form) string {
	if c.ruler.Relative() {
		return c.ruler.Offset(m)
	}
	return furniture.When(c.opt.Say, m, form)
}

// decorate adds marks that are not read aloud.
func (c *chart) decorate(marks ...scene.Mark) {
	if len(marks) > 0 {
		c.pic.Add(scene.Group{Hidden: true, Marks: marks})
	}
}

// head draws everything above the timeline and returns the edge below it.
// The headline is not hidden: it is the one text besides the events.
func (c *chart) head() scene.Unit {
	marks, y := furniture.Headline(c.frame, c.story.Title, furniture.Standfirst(c.opt.Say, c.story, c.ms))
	c.pic.Add(scene.Group{Marks: marks})
	key, y := furniture.Key(c.frame, y, furniture.KeyOf(c.opt.Say, c.groups, c.ms))
	c.decorate(key...)
	return y
}

// foot draws the note and the sources and sets the picture's height.
func (c *chart) foot(y scene.Unit, note string) *scene.Picture {
	if c.ruler.Relative() {
		note = c.opt.Say.Sentences(note, c.opt.Say.Say("rel.note", furniture.MomentName(c.opt.Say, c.ruler.Zero)))
	}
	note = c.opt.Say.Sentences(note, c.opt.Note)
	marks, bottom := furniture.Footer(c.frame, y, note, furniture.Sources(c.opt.Say, c.story), c.opt.Say.Say("credit", "causeline"))
	c.pic.Add(scene.Group{Marks: marks})
	c.pic.Height = (bottom + scene.Px - 1) / scene.Px * scene.Px // browsers set images on whole pixels
	if note != "" {
		c.pic.Description = c.opt.Say.Sentences(c.pic.Description, note)
	}
	return c.pic
}

// item returns the group of an event, to be filled with its marks and label.
func (c *chart) item(m scale.Moment, marks ...scene.Mark) scene.Group {
	href := c.told.Address(m.Event)
	if c.opt.Link != nil {
		href = c.opt.Link(m.Event)
	}
	return scene.Group{
		Role: scene.ListItem, Label: c.told.Label(m), Href: href,
		Data: []scene.Datum{{Key: "event", Value: m.Event.ID}}, Marks: marks,
	}
}

// look returns the look of an event's mark.
func (c *chart) look(m scale.Moment) furniture.Look { return furniture.LookOf(c.groups, m.Event) }

// differences adds what reports disagree on.
func (c *chart) differences(b *furniture.Block, m scale.Moment, width scene.Unit) {
	for _, words := range furniture.Differences(c.opt.Say, c.story, m.Event.ID) {
		b.AddDifference(words, c.frame.Type.Date, width)
	}
}

// gapWidth is the room that a break takes on an axis that runs across.
func (c *chart) gapWidth(l lang.Length) scene.Unit {
	return max(scene.Pixels(56), furniture.Room(c.opt.Say.Length(l), c.frame.Type.Gap)+scene.Pixels(12))
}

// gaps returns the gaps that the scale cuts out.
func (c *chart) gaps(ms []scale.Moment, blocks []int) []scale.Gap {
	if c.opt.Scale == Linear {
		return nil
	}
	return scale.Gaps(ms, blocks)
}
