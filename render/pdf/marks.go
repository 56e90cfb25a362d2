package pdf

import (
	"cmp"
	"strings"

	"github.com/causeline/causeline/render/href"
	"github.com/causeline/causeline/render/scene"
)

// marks paints marks that belong to an element of the structure, nil for what
// is not read.
func (w *writer) marks(ms []scene.Mark, in *element) {
	for i := 0; i < len(ms); i++ {
		switch m := ms[i].(type) {
		case scene.Group:
			w.group(m, in)
		case scene.Text:
			if in == nil || !in.container() {
				w.enter(in)
				w.mark(m)
				continue
			}
			lines := paragraph(ms[i:])
			i += len(lines) - 1
			w.paragraph(lines, in)
		default:
			if in != nil && in.container() {
				w.enter(nil)
			} else {
				w.enter(in)
			}
			w.mark(m)
		}
	}
}

// mark paints one mark that is not a group.
func (w *writer) mark(m scene.Mark) {
	switch m := m.(type) {
	case scene.Rect:
		w.shape(m.Paint, rectBox(m), func(c *content) bool { return c.rect(m) })
	case scene.Circle:
		w.shape(m.Paint, circleBox(m), func(c *content) bool { return c.circle(m) })
	case scene.Path:
		w.shape(m.Paint, pathBox(m), func(c *content) bool { return c.path(m) })
	case scene.Text:
		w.text(m)
	}
}

// paragraph returns the lines at the beginning of ms that are one text: the
// same look and margin, one close below the other.
func paragraph(ms []scene.Mark) []scene.Text {
	lines := []scene.Text{ms[0].(scene.Text)}
	for _, m := range ms[1:] {
		last := lines[len(lines)-1]
		next, ok := m.(scene.Text)
		if !ok || !continues(last, next) {
			break
		}
		lines = append(lines, next)
	}
	return lines
}

func continues(a, b scene.Text) bool {
	if a.X != b.X || a.Anchor != b.Anchor || a.Size != b.Size || len(a.Runs) == 0 || len(b.Runs) == 0 {
		return false
	}
	last, first := a.Runs[len(a.Runs)-1], b.Runs[0]
	last.Text, first.Text = "", ""
	return last == first && b.Y > a.Y && b.Y-a.Y <= 2*a.Size
}

// paragraph paints lines as a paragraph of their own, or as the heading where
// they say the picture's title.
func (w *writer) paragraph(lines []scene.Text, in *element) {
	var parts []string
	for _, line := range lines {
		parts = append(parts, line.String())
	}
	words, kind := clean(strings.Join(parts, " ")), "P"
	if words == clean(w.picture.Title) {
		kind = "H1"
	}
	p := in.host().child(kind)
	if rightToLeft(words) {
		p.actual = words
	}
	w.enter(p)
	for _, line := range lines {
		w.text(line)
	}
}

// group paints a group. As in the SVG, a link stands inside its list item,
// and a label is said in place of the marks. A drawing without words is no
// more than its parts.
func (w *writer) group(g scene.Group, in *element) {
	if in == nil || g.Hidden {
		w.marks(g.Marks, nil)
		return
	}
	target, linked := href.Absolute(g.Href)
	place := touch(g.Marks)
	linked = linked && !empty(place)
	label := clean(g.Label)
	e := in
	if g.Role == scene.ListItem {
		e = in.item()
	}
	if linked {
		e = w.link(annotation{target: target, label: cmp.Or(label, said(g.Marks), target), bounds: place}, e)
	}
	switch {
	case g.Role == scene.List:
		e = e.host().child("L")
		e.title = label
	case label == "":
	case g.Role == scene.Image, g.Role == scene.Plain && !linked:
		e = e.host().child("Figure")
		e.alt, e.bounds = label, bounds(g.Marks)
	default:
		e.alt = label
	}
	w.marks(g.Marks, e)
}
