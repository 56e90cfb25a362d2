package raster

import (
	"fmt"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/typeface"
)

// A glyphKey is a glyph at a size.
type glyphKey struct {
	face *typeface.Face
	id   typeface.GlyphID
	size scene.Unit
}

// text draws a line. Letters stand at parts of a pixel, as in the layout; the
// baseline is moved to the nearest row of pixels, which keeps letters sharp.
func (d *drawing) text(m scene.Text) error {
	switch {
	case m.Size <= 0:
		return nil // not seen in SVG either
	case m.Size > maxSize:
		return fmt.Errorf("letters of %d px are larger than %d px", m.Size/scene.Px, maxSize/scene.Px)
	}
	spans := make([]typeface.Span, len(m.Runs))
	for i, r := range m.Runs {
		face := d.theme.Text
		if r.Display {
			face = d.theme.Display
		}
		spans[i] = typeface.Span{Text: r.Text, Style: typeface.Style{Family: face.Family, Bold: r.Bold, Italic: r.Italic}}
	}
	line := typeface.ShapeSpans(spans...)
	if missing := line.Missing(); len(missing) > 0 {
		return &typeface.MissingError{Characters: missing, Text: m.String()}
	}
	// Widths are in em/2048 until they are placed.
	left := d.px(m.X)
	width := d.length(int64(line.Advance), m.Size)
	switch m.Anchor {
	case scene.Middle:
		left -= width / 2
	case scene.Right:
		left -= width
	}
	base := (d.px(m.Y) + sub/2) &^ (sub - 1)
	advance := int64(0)
	for i, g := range line.Glyphs {
		x := left + d.length(advance+int64(g.X), m.Size)
		if err := d.glyph(g, m.Size, point{x, base - d.length(int64(g.Y), m.Size)}); err != nil {
			return err
		}
		advance += int64(g.Advance)
		if i+1 == len(line.Glyphs) || line.Glyphs[i+1].Span != g.Span {
			if color, ok := d.color(m.Runs[g.Span].Fill); ok {
				d.canvas.paint(&d.fill, color, 256)
			}
			d.fill.edges = d.fill.edges[:0]
		}
	}
	return nil
}

// maxSize is the largest size of letters; layouts know none above 26 px.
const maxSize = 4096 * scene.Px

// length converts em/2048 at a size to 1/256 pixel.
func (d *drawing) length(v int64, size scene.Unit) int64 {
	const perEm = typeface.Em * int64(scene.Px) / sub
	return floorDiv(v*int64(size)*d.scale+perEm/2, perEm)
}

// glyph adds a glyph to what is to be filled.
func (d *drawing) glyph(g typeface.Glyph, size scene.Unit, at point) error {
	key := glyphKey{g.Face, g.ID, size}
	contours, ok := d.glyphs[key]
	if !ok {
		outline, ok := g.Face.Outline(g.ID)
		if !ok {
			return fmt.Errorf("the font %s is damaged: it has no outline for %q", g.Face.Name(), g.Text)
		}
		contours = d.flatten(outline, size)
		d.glyphs[key] = contours
	}
	for _, c := range contours {
		for i, p := range c.points {
			q := c.points[0]
			if i+1 < len(c.points) {
				q = c.points[i+1]
			}
			d.fill.edge(p.plus(at), q.plus(at))
		}
	}
	return nil
}

// flatten turns an outline into straight pieces around the origin, y down.
func (d *drawing) flatten(outline []typeface.Segment, size scene.Unit) []contour {
	const perEm = typeface.Em * 64 * int64(scene.Px) / sub
	scaled := func(v int) int64 { return floorDiv(int64(v)*int64(size)*d.scale+perEm/2, perEm) }
	at := func(p typeface.Point) point { return point{scaled(p.X), -scaled(p.Y)} }
	var p pen
	for _, s := range outline {
		switch s.Op {
		case typeface.MoveTo:
			p.move(at(s.P[0]))
		case typeface.LineTo:
			p.line(at(s.P[0]))
		case typeface.QuadTo:
			p.quad(at(s.P[0]), at(s.P[1]))
		case typeface.CubicTo:
			p.cubic(at(s.P[0]), at(s.P[1]), at(s.P[2]))
		}
	}
	return p.contours
}
