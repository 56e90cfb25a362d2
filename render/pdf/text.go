package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/typeface"
)

// text paints a line of text.
func (w *writer) text(m scene.Text) {
	if m.Size <= 0 {
		return
	}
	spans := make([]typeface.Span, len(m.Runs))
	for i, r := range m.Runs {
		spans[i] = typeface.Span{Text: printable(r.Text), Style: w.style(r)}
	}
	line, said := typeface.ShapeSpans(spans...), clean(m.String())
	if missing := line.Missing(); len(missing) > 0 {
		w.missing.add(missing, said)
		return
	}
	if len(line.Glyphs) == 0 {
		return
	}
	x := start(m, line.Advance)
	if w.tags.now != nil && spaceAfter(said) {
		said += " "
		x -= w.addSpace(m, &line)
	}
	if rightToLeft(said) {
		w.seen(m, line.Glyphs)
	}
	beside := !reads(w.fonts.use(line.Glyphs), strings.Map(space, said))
	if beside {
		w.out.raw("/Span<</ActualText<FEFF" + utf16Hex(said) + ">>>BDC\n")
	}
	w.set(m, line.Glyphs, x)
	if beside {
		w.out.raw("EMC\n")
	}
}

// addSpace adds a space where the line ends, by which readers tell its last
// word from what follows. It returns how far the line then begins to the left.
func (w *writer) addSpace(m scene.Text, line *typeface.Line) scene.Unit {
	space := w.space(m)
	if line.RightToLeft {
		line.Glyphs = slices.Insert(line.Glyphs, 0, space)
		return scene.Unit(space.Advance) * m.Size / typeface.Em
	}
	line.Glyphs = append(line.Glyphs, space)
	return 0
}

func (w *writer) style(r scene.Run) typeface.Style {
	face := w.opt.Theme.Text
	if r.Display {
		face = w.opt.Theme.Display
	}
	return typeface.Style{Family: face.Family, Bold: r.Bold, Italic: r.Italic}
}

// space returns the glyph of a space in the style of a line's end. The letters
// are there because space at the ends of a line is left out.
func (w *writer) space(m scene.Text) typeface.Glyph {
	last := len(m.Runs) - 1
	style := w.style(m.Runs[last])
	g, ok := w.spaces[style]
	if !ok {
		g = typeface.Shape("x x", style).Glyphs[1]
		w.spaces[style] = g
	}
	g.Span = last
	return g
}

// spaceAfter reports whether the end of a line may stand for a space. Words are
// broken after hyphens and slashes too, and between ideographs.
func spaceAfter(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return !unicode.In(r, unicode.Pd, unicode.Han, unicode.Hiragana, unicode.Katakana) && r != '/'
}

// space reads a no-break space as any other, which looks the same.
func space(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// start returns where the leftmost glyph of a line stands that is so many
// em/2048 wide.
func start(m scene.Text, advance int) scene.Unit {
	width := scene.Unit(advance) * m.Size / typeface.Em
	switch m.Anchor {
	case scene.Middle:
		return m.X - width/2
	case scene.Right:
		return m.X - width
	}
	return m.X
}

// set prints glyphs from x on, in stretches of one look.
func (w *writer) set(m scene.Text, glyphs []typeface.Glyph, x scene.Unit) {
	w.out.param(w.alpha(0), "gs")
	w.out.raw("BT\n1 0 0 -1 ").point(x, m.Y).raw("Tm\n")
	var p pen
	for len(glyphs) > 0 {
		first, n := glyphs[0], 1
		for n < len(glyphs) && glyphs[n].Face == first.Face && glyphs[n].Span == first.Span && glyphs[n].Y == first.Y {
			n++
		}
		font := w.fonts.of(first.Face)
		w.look(m.Runs[first.Span].Fill)
		w.out.param("/F"+strconv.Itoa(font.number)+" "+px(m.Size), "Tf")
		w.out.param(px(scene.Unit(first.Y)*m.Size/typeface.Em), "Ts")
		w.row(glyphs[:n], font, &p)
		glyphs = glyphs[n:]
	}
	w.out.raw("ET\n")
}

// look sets the colour of text. Text of no colour is there to be read, and
// painted neither inside nor outside.
func (w *writer) look(fill scene.Role) {
	if fill == scene.None {
		w.out.param("3", "Tr")
		return
	}
	w.out.param("0", "Tr")
	w.out.param(w.color(fill), "rg")
}

// A pen is where the line has come to: where it should be, in em/2048, and
// where PDF thinks it is, in em/1000.
type pen struct{ want, have int }

// row prints glyphs, and how far to move between them where the font's
// advances lead elsewhere. Less than two thousandths of an em is not seen.
func (w *writer) row(glyphs []typeface.Glyph, f *embedded, p *pen) {
	between := "["
	for _, g := range glyphs {
		gap := (p.want+g.X)*1000 - p.have*typeface.Em
		move := (abs(gap) + typeface.Em/2) / typeface.Em
		if move >= 2 {
			if gap < 0 {
				move = -move
			}
			if between == "" {
				between = ">"
			}
			between += strconv.Itoa(-move)
			p.have += move
		}
		if between != "" {
			w.out.raw(between + "<")
		}
		fmt.Fprintf(&w.out.buf, "%04X", f.font.Code(int(g.ID)))
		between = ""
		p.have += f.width(int(g.ID))
		p.want += g.Advance
	}
	w.out.raw(">]TJ\n")
}

func abs(n int) int { return max(n, -n) }
