package typeface

import "testing"

// bounds returns the box of a character's outline in em/2048.
func bounds(t *testing.T, text string, style Style) (minX, minY, maxX, maxY int) {
	t.Helper()
	g := Shape(text, style).Glyphs[0]
	contours, ok := g.Face.Outline(g.ID)
	if !ok {
		t.Fatalf("%q has no outline", text)
	}
	minX, minY = 1<<30, 1<<30
	maxX, maxY = -minX, -minY
	for _, s := range contours {
		for _, p := range s.P[:points[s.Op]] {
			minX, maxX = min(minX, p.X), max(maxX, p.X)
			minY, maxY = min(minY, p.Y), max(maxY, p.Y)
		}
	}
	return minX / 64, minY / 64, maxX / 64, maxY / 64
}

var points = [...]int{MoveTo: 1, LineTo: 1, QuadTo: 2, CubicTo: 3}

func TestOutline(t *testing.T) {
	// Liberation Sans: H stands on the baseline, 1409 high, from 168 to 1312.
	if x, y, x2, y2 := bounds(t, "H", Style{}); x != 168 || y != 0 || x2 != 1312 || y2 != 1409 {
		t.Errorf("H reaches from %d, %d to %d, %d", x, y, x2, y2)
	}
	if _, y, _, _ := bounds(t, "g", Style{}); y >= -300 {
		t.Errorf("g goes down to %d only", y)
	}
	face := Shape("a b", Style{}).Glyphs[1].Face
	if contours, ok := face.Outline(Shape(" b", Style{}).Glyphs[0].ID); !ok || len(contours) == 0 {
		t.Error("b has no outline")
	}
	if contours, ok := face.Outline(Shape("a b", Style{}).Glyphs[1].ID); !ok || len(contours) > 0 {
		t.Errorf("a space has the outline %v, %v", contours, ok)
	}
	if _, ok := face.Outline(65535); ok {
		t.Error("a glyph that the font lacks has an outline")
	}
}

func TestGlyphWidth(t *testing.T) {
	line := Shape("AV", Style{})
	if a, v := line.Glyphs[0], line.Glyphs[1]; a.Face.Width(a.ID) != 1366 || v.Face.Width(v.ID) != 1366 {
		t.Errorf("A and V are %d and %d wide, want 1366 each", a.Face.Width(a.ID), v.Face.Width(v.ID))
	}
}

// Every contour ends where it began, in all embedded fonts.
func TestContoursClose(t *testing.T) {
	for _, face := range []*Face{liberation[0](), liberation[1](), liberation[2](), liberation[3](), dejavu[0](), dejavu[1]()} {
		for id := range GlyphID(600) {
			contours, _ := face.Outline(id)
			var start, at Point
			for i, s := range contours {
				if s.Op == MoveTo {
					if i > 0 && at != start {
						t.Fatalf("%s, glyph %d: a contour is open", face.Name(), id)
					}
					start = s.P[0]
				}
				at = s.P[points[s.Op]-1]
			}
			if at != start {
				t.Fatalf("%s, glyph %d: the last contour is open", face.Name(), id)
			}
		}
	}
}
