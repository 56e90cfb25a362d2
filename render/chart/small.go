package chart

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scene"
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

// single draws one event, large and without an axis.
func (c *chart) single() *scene.Picture {
	y := c.head() + scene.Pixels(12)
	m, f := c.ms[0], c.frame
	big, label := f.Type.Headline, f.Type.Label
	label.Size, label.Line = 20*int64(scene.Px), 26*int64(scene.Px)
	x := f.Margin + scene.Pixels(28)
	var b furniture.Block
	b.AddDate(c.opt.Say, c.when(m, inFull), furniture.StatusWord(c.opt.Say, m.Event), big, f.Inner()-scene.Pixels(28))
	b.Add(furniture.Title(c.opt.Say, m.Event), label, f.Inner()-scene.Pixels(28))
	c.differences(&b, m, f.Inner()-scene.Pixels(28))
	marks := furniture.Point(f.Margin+scene.Pixels(8), y+scene.Unit(big.Line)/2, c.look(m))
	c.pic.Add(scene.Group{Role: scene.List, Marks: []scene.Mark{
		c.item(m, append(marks, b.Marks(x, y, scene.Left)...)...)}})
	return c.foot(y+b.Height+scene.Pixels(24), "")
}
