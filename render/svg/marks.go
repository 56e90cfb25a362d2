package svg

import (
	"strings"
	"unicode"

	"github.com/causeline/causeline/render/href"
	"github.com/causeline/causeline/render/scene"
)

// mark prints one mark on a line of its own.
func (w *writer) mark(m scene.Mark) {
	switch m := m.(type) {
	case scene.Rect:
		w.rect(m)
	case scene.Circle:
		w.raw(`<circle cx="`).num(m.X).raw(`" cy="`).num(m.Y).raw(`" r="`).num(m.R).raw(`"`)
		w.paint(m.Paint).raw("/>\n")
	case scene.Path:
		w.path(m)
	case scene.Text:
		w.line(m)
	case scene.Group:
		w.group(m)
	}
}

func (w *writer) rect(m scene.Rect) {
	w.raw(`<rect x="`).num(m.X).raw(`" y="`).num(m.Y).
		raw(`" width="`).num(m.W).raw(`" height="`).num(m.H).raw(`"`)
	if m.Radius > 0 {
		w.raw(` rx="`).num(m.Radius).raw(`"`)
	}
	w.paint(m.Paint).raw("/>\n")
}

// path prints steps from where the pen is, which are shorter than places and
// alike for marks that are alike. They lead between rounded places, so that
// rounding does not add up.
func (w *writer) path(m scene.Path) {
	w.raw(`<path d="`)
	var at pen
	for _, s := range m.Segments {
		to := penAt(s.P[2])
		switch {
		case s.Op == scene.Move:
			w.raw("M").tenths(to.x).space(to.y).tenths(to.y)
		case s.Op == scene.Line && to.y == at.y:
			w.raw("h").tenths(to.x - at.x)
		case s.Op == scene.Line && to.x == at.x:
			w.raw("v").tenths(to.y - at.y)
		case s.Op == scene.Line:
			w.raw("l").step(at, to)
		case s.Op == scene.Cubic:
			w.raw("c").step(at, penAt(s.P[0]))
			for _, p := range []pen{penAt(s.P[1]), to} {
				w.space(p.x-at.x).step(at, p)
			}
		case s.Op == scene.Close:
			w.raw("z")
			continue // the pen goes back, but a Move follows or nothing
		}
		at = to
	}
	w.raw(`"`).paint(m.Paint).raw("/>\n")
}

// A pen is a place in tenths of a px.
type pen struct{ x, y int64 }

func penAt(p scene.Point) pen { return pen{tenths(p.X), tenths(p.Y)} }

// step prints the way from one place to another.
func (w *writer) step(from, to pen) *writer {
	return w.tenths(to.x - from.x).space(to.y - from.y).tenths(to.y - from.y)
}

// space parts a number from the one before it, where its sign does not.
func (w *writer) space(next int64) *writer {
	if next < 0 {
		return w
	}
	return w.raw(" ")
}

// paint prints fill, stroke and opacity.
func (w *writer) paint(p scene.Paint) *writer {
	w.raw(` fill="`).raw(w.color(p.Fill, "fill")).raw(`"`)
	if p.Stroke != scene.None {
		w.raw(` stroke="`).raw(w.color(p.Stroke, "stroke")).raw(`"`)
		if p.StrokeWidth != scene.Px {
			w.raw(` stroke-width="`).num(p.StrokeWidth).raw(`"`)
		}
		for i, d := range p.Dash {
			if i == 0 {
				w.raw(` stroke-dasharray="`)
			} else {
				w.raw(" ")
			}
			w.num(d)
		}
		if len(p.Dash) > 0 {
			w.raw(`"`)
		}
		if p.RoundCap {
			w.raw(` stroke-linecap="round"`)
		}
	}
	if p.Fade > 0 && p.Fade <= 100 {
		w.raw(` opacity="`).hundredths(int64(100 - p.Fade)).raw(`"`)
	}
	return w
}

// color returns a role's light value for a property and notes its use.
func (w *writer) color(r scene.Role, property string) string {
	if r == scene.None {
		return "none"
	}
	w.used[use{r, property}] = true
	return w.light(r)
}

// line prints a text. What all runs share stands on the text element, what
// differs on spans.
func (w *writer) line(m scene.Text) {
	if len(m.Runs) == 0 {
		return
	}
	first := m.Runs[0]
	w.raw(`<text x="`).num(m.X).raw(`" y="`).num(m.Y).raw(`"`)
	if m.Size != baseSize {
		w.raw(` font-size="`).num(m.Size).raw(`"`)
	}
	w.anchor(m)
	w.look(first, scene.Run{Fill: scene.Ink})
	w.raw(">").text(first.Text)
	for _, r := range m.Runs[1:] {
		if r.Fill == first.Fill && r.Bold == first.Bold && r.Italic == first.Italic && w.stack(r) == w.stack(first) {
			w.text(r.Text)
			continue
		}
		w.raw("<tspan")
		w.look(r, first)
		w.raw(">").text(r.Text).raw("</tspan>")
	}
	w.raw("</text>\n")
}

// look prints how a run differs from the style that it inherits.
func (w *writer) look(r, inherited scene.Run) {
	if r.Fill != inherited.Fill {
		w.raw(` fill="`).raw(w.color(r.Fill, "fill")).raw(`"`)
	}
	if stack, base := w.stack(r), w.stack(inherited); stack != base {
		w.attr("font-family", stack)
	}
	if r.Bold != inherited.Bold {
		if r.Bold {
			w.raw(` font-weight="700"`)
		} else {
			w.raw(` font-weight="400"`)
		}
	}
	if r.Italic != inherited.Italic {
		if r.Italic {
			w.raw(` font-style="italic"`)
		} else {
			w.raw(` font-style="normal"`)
		}
	}
}

// stack returns the families of a run.
func (w *writer) stack(r scene.Run) string {
	if r.Display {
		return w.theme.Display.Stack
	}
	return w.theme.Text.Stack
}

// anchor prints where the text hangs. A line whose first letter is
// right-to-left gets that direction, in which start and end change sides.
func (w *writer) anchor(m scene.Text) {
	rtl := rightToLeft(m.Runs)
	if rtl {
		w.raw(` direction="rtl"`)
	}
	switch {
	case m.Anchor == scene.Middle:
		w.raw(` text-anchor="middle"`)
	case (m.Anchor == scene.Right) != rtl:
		w.raw(` text-anchor="end"`)
	}
}

func rightToLeft(runs []scene.Run) bool {
	for _, run := range runs {
		for _, r := range run.Text {
			if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
				return true
			}
			if unicode.IsLetter(r) {
				return false
			}
		}
	}
	return false
}

// group prints a group. A link stands inside its list item, because a link
// may not be an item itself; so does the drawing of an item without a link,
// whose parts a screen reader is not to read again after the label.
func (w *writer) group(g scene.Group) {
	w.raw("<g")
	if g.ID != "" {
		w.raw(` id="`).id(g.ID).raw(`"`)
	}
	target, linked := href.Safe(g.Href)
	named := g.Label != "" && !g.Hidden
	inner := ""
	switch {
	case linked:
		inner = "a"
	case g.Role == scene.ListItem && named:
		inner = "g"
	}
	w.attr("role", string(g.Role))
	if named && inner == "" {
		w.attr("aria-label", apart.Replace(g.Label))
	}
	if g.Hidden {
		w.raw(` aria-hidden="true"`)
	}
	for _, d := range g.Data {
		if dataKey(d.Key) {
			w.raw(" data-").raw(d.Key).raw(`="`).text(d.Value).raw(`"`)
		}
	}
	w.raw(">")
	switch inner {
	case "a":
		w.raw("<a").attr("href", target)
		if named {
			w.attr("aria-label", apart.Replace(g.Label))
		}
		w.raw(">")
	case "g":
		w.raw(`<g role="img"`).attr("aria-label", apart.Replace(g.Label)).raw(">")
	}
	w.raw("\n")
	for _, m := range g.Marks {
		w.mark(m)
	}
	if inner != "" {
		w.raw("</").raw(inner).raw(">")
	}
	w.raw("</g>\n")
}

// apart keeps apart, with a space of no width, what cleaners of uploads take for
// the end of a script or a comment, and would drop the whole label for.
var apart = strings.NewReplacer("</", "<\u200b/", "]>", "]\u200b>", "-->", "--\u200b>", "--!>", "--!\u200b>")

// dataKey reports whether a key can be an attribute's name.
func dataKey(k string) bool {
	for i, r := range k {
		if !(r >= 'a' && r <= 'z' || i > 0 && (r == '-' || r >= '0' && r <= '9')) {
			return false
		}
	}
	return k != ""
}
