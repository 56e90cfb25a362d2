// Package chart draws timelines: a wide one, whose rows enlarge the crowded
// stretch of the row above, and a narrow one that runs down.
//
// Both draw every event that is marked as drawn and has a date, with its
// whole title; where a shape cannot hold the labels, the next one is taken,
// and no label is ever dropped or cut.
package chart

import (
	"errors"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// Options are the choices of a house style.
type Options struct {
	Say lang.Speaker // the language and style of dates; English where zero
	// Link returns the target of an event's link, and "" for none. Nil links
	// to the event's own address, where the story has one.
	Link func(*story.Event) string
}

// inFull writes months in full.
var inFull = lang.Form{Full: true}

// maxRowEvents is how many events the wide timeline sets in rows; with more it
// runs down the page.
const maxRowEvents = 40

// maxRowBytes is how much text rows may have to hold: more than 40 titles of
// five lines never fit, and trying takes time.
const maxRowBytes = 6000

// Wide returns a timeline 1200 px wide.
func Wide(s *story.Story, opt Options) (*scene.Picture, error) {
	if s == nil {
		return nil, errors.New("drawing a timeline: there is no story")
	}
	c := newChart(s, opt, furniture.WideFrame())
	switch {
	case len(c.ms) == 0:
		return c.empty(), nil
	case len(c.ms) == 1:
		return c.single(), nil
	case len(c.ms) <= maxRowEvents && c.words() <= maxRowBytes:
		if p, ok := c.rows(); ok {
			return p, nil
		}
	}
	return c.vertical(), nil
}

// Narrow returns a timeline 360 px wide that runs down.
func Narrow(s *story.Story, opt Options) (*scene.Picture, error) {
	if s == nil {
		return nil, errors.New("drawing a timeline: there is no story")
	}
	c := newChart(s, opt, furniture.NarrowFrame())
	if len(c.ms) == 0 {
		return c.empty(), nil
	}
	return c.vertical(), nil
}

// A chart is a timeline in the making.
type chart struct {
	story  *story.Story
	opt    Options
	frame  furniture.Frame
	ms     []scale.Moment
	groups furniture.Groups
	told   *furniture.Teller
	pic    *scene.Picture
}

func newChart(s *story.Story, opt Options, f furniture.Frame) *chart {
	ms := scale.Moments(s)
	title := strings.Join(strings.Fields(s.Title), " ")
	if title == "" {
		title = opt.Say.Say("timeline")
	}
	c := &chart{story: s, opt: opt, frame: f, ms: ms, groups: furniture.GroupsOf(ms), told: furniture.NewTeller(opt.Say, s)}
	c.pic = &scene.Picture{Width: f.Width, Title: title, Lang: opt.Say.Tag()}
	if len(ms) > 0 {
		c.pic.Description = opt.Say.Say("timeline.of", furniture.CountOver(opt.Say, ms))
	}
	return c
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
	marks, bottom := furniture.Footer(c.frame, y, note, furniture.Sources(c.opt.Say, c.story.Documents), c.opt.Say.Say("credit", "causeline"))
	c.pic.Add(scene.Group{Marks: marks})
	c.pic.Height = bottom
	if note != "" {
		c.pic.Description += " " + note
	}
	return c.pic
}

// item returns the group of an event, to be filled with its marks and label.
func (c *chart) item(m scale.Moment, marks ...scene.Mark) scene.Group {
	href := m.Event.URL
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

// empty says that there is nothing to draw.
func (c *chart) empty() *scene.Picture {
	c.pic.Description = c.opt.Say.Say("empty.timeline")
	y := c.head() + scene.Pixels(12)
	words := c.opt.Say.Say("empty.undated")
	if len(c.story.Events) == 0 {
		words = c.opt.Say.Say("empty.none")
	}
	marks, y := furniture.Paragraph(words, c.frame.Type.Label, c.frame.Margin, y, c.frame.Inner(), scene.Left)
	c.pic.Add(scene.Group{Marks: marks})
	return c.foot(y+scene.Pixels(20), "")
}

// single draws one event, large and without an axis.
func (c *chart) single() *scene.Picture {
	y := c.head() + scene.Pixels(12)
	m, f := c.ms[0], c.frame
	big, label := f.Type.Headline, f.Type.Label
	label.Size, label.Line = 20*int64(scene.Px), 26*int64(scene.Px)
	x := f.Margin + scene.Pixels(28)
	var b furniture.Block
	b.AddDate(furniture.When(c.opt.Say, m, inFull), furniture.StatusWord(c.opt.Say, m.Event), big, f.Inner()-scene.Pixels(28))
	b.Add(furniture.Title(c.opt.Say, m.Event), label, f.Inner()-scene.Pixels(28))
	c.differences(&b, m, f.Inner()-scene.Pixels(28))
	marks := furniture.Point(f.Margin+scene.Pixels(8), y+scene.Unit(big.Line)/2, c.look(m))
	c.pic.Add(scene.Group{Role: scene.List, Marks: []scene.Mark{
		c.item(m, append(marks, b.Marks(x, y, scene.Left)...)...)}})
	return c.foot(y+b.Height+scene.Pixels(24), "")
}

// differences adds what reports disagree on.
func (c *chart) differences(b *furniture.Block, m scale.Moment, width scene.Unit) {
	for _, words := range furniture.Differences(c.opt.Say, c.story, m.Event.ID) {
		b.AddDifference(words, c.frame.Type.Date, width)
	}
}
