package typeface

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A GlyphID is a glyph's number in its font file.
type GlyphID uint16

// Op is one step of an outline.
type Op uint8

// The steps of an outline.
const (
	MoveTo  Op = iota // P[0]
	LineTo            // P[0]
	QuadTo            // P[1], by the control point P[0]
	CubicTo           // P[2], by the control points P[0] and P[1]
)

// A Point is a place in 1/64 of em/2048, x to the right and y up from the
// baseline.
type Point struct{ X, Y int }

// A Segment is a step and its points. Every contour is closed by a step back
// to its MoveTo.
type Segment struct {
	Op Op
	P  [3]Point
}

// Outline returns a glyph's contours, filled by the nonzero rule, and whether
// the font has the glyph. A space has no contours.
func (f *Face) Outline(id GlyphID) (contours []Segment, ok bool) {
	defer func() {
		if recover() != nil { // a damaged font of a person's own
			contours, ok = nil, false
		}
	}()
	drawn := f.font
	if f.drawn != nil {
		drawn = f.drawn()
	}
	data, ok := font.NewFace(drawn).GlyphDataOutline(font.GID(id))
	if !ok {
		return nil, false
	}
	contours = make([]Segment, len(data.Segments))
	for i, s := range data.Segments {
		contours[i] = Segment{Op: ops[s.Op]}
		for k, p := range s.Args {
			contours[i].P[k] = Point{f.fixed(p.X), f.fixed(p.Y)}
		}
	}
	return contours, true
}

var ops = [...]Op{opentype.SegmentOpMoveTo: MoveTo, opentype.SegmentOpLineTo: LineTo,
	opentype.SegmentOpQuadTo: QuadTo, opentype.SegmentOpCubeTo: CubicTo}

// fixed scales a coordinate from the font's own units. The product of a
// float32 and a small integer is exact in float64.
func (f *Face) fixed(v float32) int {
	return int(math.Round(float64(v) * (Em * 64) / float64(f.UnitsPerEm())))
}

// Width returns a glyph's advance before kerning, in units of Em.
func (f *Face) Width(id GlyphID) int {
	return int(math.Round(float64(font.NewFace(f.font).HorizontalAdvance(font.GID(id))) * Em / float64(f.UnitsPerEm())))
}
