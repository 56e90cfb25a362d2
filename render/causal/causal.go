// Package causal draws causal diagrams: events with their words, stated
// relations as lines that end in a head and a word.
//
// In order of time nothing stands before what came earlier. The wide shape is
// a staircase under an axis of time, the narrow one a vertical timeline with
// its relations as arcs in the left margin. In order of cause a wide diagram
// sets causes above what they led to, in layers that Graphviz finds.
//
// Every drawn event that takes part in a relation is there with its whole
// title, and every relation between two of them, as a line or in words.
package causal

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// Options are the choices of a house style and how the layout program is run.
type Options struct {
	Say   lang.Speaker // the language and style of dates; English where zero
	Theme *theme.Theme // nil for the default
	// Link returns the target of an event's link, and "" for none. Nil links
	// to the event's own address, or to the first report of it that has one.
	Link func(*story.Event) string
	// Headline takes the place of the one made of the story's title.
	Headline string
	// Note is a sentence of the caller's, for the foot: what part of a story
	// the diagram shows, say. It is empty for none.
	Note string
	// Findings are the contradictions to mark, where the story is a part of
	// another one; nil marks those of the story that nobody silenced.
	Findings []story.Diagnostic
	// Notice draws a picture that says so where there are too many events to
	// draw, which is a TooManyError otherwise.
	Notice bool
	Order  Order // ByTime where zero; only Wide looks at it
	// Layout says how the layout program is found; only ByCause uses it.
	Layout layout.Options
}

// An Order is what the main axis of a wide diagram stands for.
type Order string

const (
	ByTime  Order = "time"  // no event before an earlier one; the default
	ByCause Order = "cause" // causes above what they led to, by Graphviz
)

// Orders lists the orders, the default first.
func Orders() []Order { return []Order{ByTime, ByCause} }

// inFull writes months in full.
var inFull = lang.Form{Full: true}

const (
	// maxEvents is how many events one diagram shows. Beyond it nobody can
	// follow the lines, and the picture says what it leaves out.
	maxEvents = 60
	// mostEvents is how many related events a choice is made from. Beyond it
	// any sixty would stand for nothing.
	mostEvents = 2000
)

// maxLines is how many relations are laid out as lines between boxes. More do
// not fit into the width, and the attempt would take long.
const maxLines = 250

// Wide returns a diagram 1200 px wide. In order of cause it starts the layout
// program, and returns its error where it cannot be found or fails; see
// layout.Run.
func Wide(ctx context.Context, s *story.Story, opt Options) (*scene.Picture, error) {
	d, err := newDiagram(s, opt, furniture.WideFrame(opt.Theme))
	if err != nil {
		return nil, err
	}
	if len(d.ms) == 0 {
		return d.empty(), nil
	}
	if opt.Order == ByCause {
		return d.layered(ctx)
	}
	if s := d.stairs(); s != nil {
		return s.draw(), nil
	}
	d.left = d.opt.Say.Sentences(d.opt.Say.Say("causes.list"), d.left)
	return d.arcs(d.wideColumn()), nil
}

// Narrow returns a diagram 360 px wide: a timeline with arcs.
func Narrow(s *story.Story, opt Options) (*scene.Picture, error) {
	d, err := newDiagram(s, opt, furniture.NarrowFrame(opt.Theme))
	if err != nil {
		return nil, err
	}
	if len(d.ms) == 0 {
		return d.empty(), nil
	}
	return d.arcs(d.narrowColumn()), nil
}

// A diagram is a causal diagram in the making.
type diagram struct {
	subject
	story  *story.Story
	opt    Options
	frame  furniture.Frame
	groups furniture.Groups
	told   *furniture.Teller
	pic    *scene.Picture
	many   *TooManyError // why there is nothing to draw; nil as a rule

	grounds   []ground
	conflicts [][]string // of each event, what contradicts its relations
}

func newDiagram(s *story.Story, opt Options, f furniture.Frame) (*diagram, error) {
	if s == nil {
		return nil, errors.New("drawing a causal diagram: there is no story")
	}
	sub, err := subjectOf(opt.Say, s)
	var many *TooManyError
	if errors.As(err, &many) && opt.Notice {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("drawing a causal diagram: %w", err)
	}
	d := &diagram{subject: sub, story: s, opt: opt, frame: f, groups: f.Groups(scale.Moments(s)),
		told: furniture.NewTeller(opt.Say, s)}
	d.told.Cite = true
	d.many = many
	d.findGrounds()
	d.findConflicts()
	d.pic = &scene.Picture{Width: f.Width, Title: d.headline(), Lang: opt.Say.Tag()}
	d.pic.Description = opt.Say.Say("causes.description",
		furniture.CountOver(opt.Say, d.ms), opt.Say.Count("relations", int64(len(d.rels))))
	return d, nil
}

func (d *diagram) headline() string {
	return cmp.Or(d.opt.Headline, Headline(d.opt.Say, d.story.Title))
}

// decorate adds marks that are not read aloud.
func (d *diagram) decorate(marks ...scene.Mark) {
	if len(marks) > 0 {
		d.pic.Add(scene.Group{Hidden: true, Marks: marks})
	}
}

// head draws everything above the diagram and returns the edge below it.
func (d *diagram) head(standfirst string, lines []lineSign) scene.Unit {
	marks, y := furniture.Headline(d.frame, d.headline(), standfirst)
	d.pic.Add(scene.Group{Marks: marks})
	key, y := furniture.Key(d.frame, y, furniture.KeyOf(d.opt.Say, d.groups, d.ms))
	more, y := lineKey(d.frame, y, lines)
	d.decorate(append(key, more...)...)
	return y
}

// foot draws the note and the sources and sets the picture's height.
func (d *diagram) foot(y scene.Unit, note string) *scene.Picture {
	if note != "" { // there is a diagram
		note = d.opt.Say.Sentences(note, d.left, d.undatedWords(d.opt.Say))
	}
	note = d.opt.Say.Sentences(note, d.opt.Note)
	marks, bottom := furniture.Footer(d.frame, y, note, furniture.Sources(d.opt.Say, d.story), d.opt.Say.Say("credit", "causeline"))
	d.pic.Add(scene.Group{Marks: marks})
	d.pic.Height = (bottom + scene.Px - 1) / scene.Px * scene.Px // browsers set images on whole pixels
	if note != "" {
		d.pic.Description = d.opt.Say.Sentences(d.pic.Description, note)
	}
	return d.pic
}

// item returns the group of an event, to be filled with its marks and label.
// Its name tells the relations too, so that every line can be heard.
func (d *diagram) item(i int, marks ...scene.Mark) scene.Group {
	m := d.ms[i]
	href := d.told.Address(m.Event)
	if d.opt.Link != nil {
		href = d.opt.Link(m.Event)
	}
	return scene.Group{
		Role: scene.ListItem, Label: d.opt.Say.Sentences(append([]string{d.told.Label(m)}, d.conflictsOf(i)...)...), Href: href,
		Data: []scene.Datum{{Key: "event", Value: m.Event.ID}}, Marks: marks,
	}
}

// lineGroup returns the group of a relation.
func (d *diagram) lineGroup(r relation, marks ...scene.Mark) scene.Group {
	return scene.Group{Hidden: true, Marks: marks, Data: r.data()}
}

// look returns the look of an event's mark.
func (d *diagram) look(i int) furniture.Look { return furniture.LookOf(d.groups, d.ms[i].Event) }

// empty says why there is nothing to draw.
func (d *diagram) empty() *scene.Picture {
	words := d.opt.Say.Say("causes.none")
	switch {
	case d.many != nil:
		words = d.opt.Say.Say("causes.many", d.opt.Say.Number(int64(d.many.Events)))
	case len(d.undated) > 0:
		words = d.undatedWords(d.opt.Say)
	case len(d.story.Events) == 0:
		words = d.opt.Say.Say("empty.none")
	}
	d.pic.Description = words
	y := d.head("", nil) + scene.Pixels(8)
	marks, y := furniture.Paragraph(words, d.frame.Type.Label, d.frame.Margin, y, min(d.frame.Inner(), scene.Pixels(640)), scene.Left)
	d.pic.Add(scene.Group{Marks: marks})
	return d.foot(y+scene.Pixels(20), "")
}
