package pdf

import (
	"fmt"

	"github.com/causeline/causeline/render/scene"
)

// shape paints a mark that is not text. Add puts its outline into a stream
// and reports whether there is one.
func (w *writer) shape(p scene.Paint, box scene.Box, add func(*content) bool) {
	fill, stroke := p.Fill != scene.None, p.Stroke != scene.None && p.StrokeWidth > 0
	switch {
	case !fill && !stroke || p.Fade >= 100:
		return
	case fill && stroke && p.Fade > 0:
		w.together(p, box, add)
		return
	}
	w.out.param(w.alpha(p.Fade), "gs")
	w.ink(w.out, p, add)
}

// ink paints an outline at full strength.
func (w *writer) ink(c *content, p scene.Paint, add func(*content) bool) {
	operator := "f\n"
	if p.Fill != scene.None {
		c.param(w.color(p.Fill), "rg")
	}
	if p.Stroke != scene.None && p.StrokeWidth > 0 {
		operator = "S\n"
		if p.Fill != scene.None {
			operator = "B\n"
		}
		c.param(w.color(p.Stroke), "RG")
		c.param(px(p.StrokeWidth), "w")
		c.param(dash(p.Dash), "d")
		if p.RoundCap {
			c.param("1", "J")
		} else {
			c.param("0", "J")
		}
		c.param("4", "M") // SVG's limit of mitres
	}
	if add(c) {
		c.raw(operator)
	}
}

// together paints fill and stroke as one and fades the result, so that the
// fill does not shine through the stroke.
func (w *writer) together(p scene.Paint, box scene.Box, add func(*content) bool) {
	inner := newContent()
	w.ink(inner, p, add)
	reach := 2 * min(p.StrokeWidth, limit) // of a mitre: four times half the width
	form := w.file.stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s %s %s %s]/Group<</S/Transparency/CS/DeviceRGB/I true>>",
		px(box.Min.X-reach), px(box.Min.Y-reach), px(box.Max.X+reach), px(box.Max.Y+reach)), inner.buf.Bytes())
	w.forms = append(w.forms, form)
	w.out.param(w.alpha(p.Fade), "gs")
	w.out.raw(fmt.Sprintf("/X%d Do\n", len(w.forms)))
}

// alpha returns the name of the graphics state of a fade.
func (w *writer) alpha(fade int) string {
	percent := 100 - max(0, min(100, fade))
	if percent < 100 {
		w.faded = true
	}
	w.alphas[percent] = true
	return fmt.Sprintf("/A%d", percent)
}

// color prints a role's colour.
func (w *writer) color(r scene.Role) string {
	s, ok := w.colors[r]
	if !ok {
		red, green, blue := w.opt.Color(r)
		s = rgb{red, green, blue}.String()
		w.colors[r] = s
	}
	return s
}
