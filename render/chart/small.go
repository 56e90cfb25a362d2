package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

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

// single draws a picture of one event.
func (c *chart) single() *scene.Picture {
	return c.foot(c.alone(c.head()+scene.Pixels(12), c.frame.Type.Headline)+scene.Pixels(24), "")
}

// alone draws the only event below y, large and without an axis, and returns
// the edge below it.
func (c *chart) alone(y scene.Unit, date theme.Type) scene.Unit {
	m, f := c.ms[0], c.frame
	label := f.Type.Label
	label.Size, label.Line = 20*int64(scene.Px), 26*int64(scene.Px)
	width := f.Inner() - scene.Pixels(28)
	var b furniture.Block
	b.AddDate(c.opt.Say, c.when(m, inFull), furniture.StatusWord(c.opt.Say, m.Event), date, width)
	b.Add(furniture.Title(c.opt.Say, m.Event), label, width)
	c.differences(&b, m, width)
	marks := furniture.Point(f.Margin+scene.Pixels(8), y+scene.Unit(date.Line)/2, c.look(m))
	c.pic.Add(scene.Group{Role: scene.List, Marks: []scene.Mark{
		c.item(m, append(marks, b.Marks(f.Margin+scene.Pixels(28), y, scene.Left)...)...)}})
	return y + b.Height
}
