package raster

import (
	"math"
	"testing"

	"github.com/causeline/causeline/render/scene"
)

const (
	white = 0xFFFFFF
	black = 0x000000
	red   = 0xFF0000
)

// plain is white paper with black ink and red warnings.
func plain(role scene.Role) (r, g, b uint8) {
	switch role {
	case scene.Background:
		return 255, 255, 255
	case scene.Warn:
		return 255, 0, 0
	}
	return 0, 0, 0
}

// drawn returns the pixels of marks on 40 x 30 px, one pixel for a px.
func drawn(t testing.TB, marks ...scene.Mark) *canvas {
	t.Helper()
	c, err := draw(&scene.Picture{Width: scene.Pixels(40), Height: scene.Pixels(30), Title: "Marks", Marks: marks},
		Options{Scale: 1, Color: plain})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *canvas) at(x, y int) uint32 { return c.pixels[y*c.width+x] }

// ink returns how many pixels' worth of black there is.
func (c *canvas) ink() float64 {
	var sum float64
	for _, p := range c.pixels {
		sum += float64(255-p>>8&0xFF) / 255
	}
	return sum
}

func near(a, b, percent float64) bool { return math.Abs(a-b) <= math.Abs(b)*percent/100+0.02 }

var (
	filled  = scene.Paint{Fill: scene.Ink}
	stroked = func(width float64) scene.Paint {
		return scene.Paint{Stroke: scene.Ink, StrokeWidth: px(width)}
	}
)

func px(v float64) scene.Unit { return scene.Unit(math.Round(v * 64)) }

func at(x, y float64) scene.Point { return scene.Point{X: px(x), Y: px(y)} }

func line(p scene.Paint, points ...scene.Point) scene.Path { return scene.Polyline(p, points...) }

// TestAreas compares the ink of marks with their areas.
func TestAreas(t *testing.T) {
	round := stroked(4)
	round.RoundCap = true
	cubic := scene.Path{Paint: filled}
	cubic.MoveTo(px(5), px(25))
	cubic.CubicTo(px(5), px(5), px(35), px(5), px(35), px(25))
	for _, test := range []struct {
		name string
		mark scene.Mark
		want float64
	}{
		{"rectangle", scene.Rect{X: px(3), Y: px(4), W: px(10), H: px(6), Paint: filled}, 60},
		{"rectangle between pixels", scene.Rect{X: px(3.25), Y: px(4.5), W: px(10.5), H: px(6.25), Paint: filled}, 10.5 * 6.25},
		{"rounded rectangle", scene.Rect{X: px(3), Y: px(4), W: px(20), H: px(12), Radius: px(5), Paint: filled}, 240 - (4-math.Pi)*25},
		{"radius above half", scene.Rect{X: px(3), Y: px(4), W: px(12), H: px(12), Radius: px(50), Paint: filled}, math.Pi * 36},
		{"circle", scene.Circle{X: px(20), Y: px(15), R: px(10), Paint: filled}, math.Pi * 100},
		{"small circle between pixels", scene.Circle{X: px(20.3), Y: px(15.7), R: px(1.5), Paint: filled}, math.Pi * 2.25},
		{"ring", scene.Circle{X: px(20), Y: px(15), R: px(10), Paint: stroked(2)}, 2 * math.Pi * 10 * 2},
		{"triangle", scene.Polygon(filled, at(2, 2), at(30, 5), at(10, 25)), 0.5 * (28*23 - 8*3)},
		{"open path is closed to be filled", line(filled, at(2, 2), at(22, 2), at(22, 12)), 100},
		{"curve", cubic, 20 * 30 * 0.6},
		{"level stroke", line(stroked(3), at(5, 10), at(25, 10)), 60},
		{"slanting stroke", line(stroked(3), at(5, 5), at(29, 23)), 30 * 3},
		{"hairline", line(stroked(0.75), at(5, 5), at(29, 23)), 30 * 0.75},
		{"round ends", line(round, at(10, 10), at(20, 10)), 40 + math.Pi*4},
		{"dot with round ends", line(round, at(10, 10), at(10, 10)), math.Pi * 4},
		{"dot with butt ends", line(stroked(4), at(10, 10), at(10, 10)), 0},
		{"a move alone", line(round, at(10, 10)), 0},
		{"frame", scene.Rect{X: px(5), Y: px(5), W: px(20), H: px(10), Paint: stroked(2)}, 22*12 - 18*8},
		{"mitred corner", line(stroked(4), at(5, 5), at(25, 5), at(25, 20)), 22*4 + 13*4},
		{"no width", line(stroked(0), at(5, 5), at(25, 5)), 0},
		{"no area", scene.Rect{X: px(5), Y: px(5), W: px(20), Paint: filled}, 0},
		{"negative radius", scene.Circle{X: px(5), Y: px(5), R: -px(3), Paint: filled}, 0},
		{"no paint", scene.Circle{X: px(5), Y: px(5), R: px(3)}, 0},
		{"group", scene.Group{Marks: []scene.Mark{scene.Rect{X: px(3), Y: px(4), W: px(10), H: px(6), Paint: filled}}}, 60},
	} {
		if got := drawn(t, test.mark).ink(); !near(got, test.want, 0.6) {
			t.Errorf("%s: %.2f pixels of ink, want %.2f", test.name, got, test.want)
		}
	}
}

func TestEdges(t *testing.T) {
	c := drawn(t, scene.Rect{X: px(2), Y: px(3), W: px(4), H: px(2.5), Paint: filled})
	for _, test := range []struct {
		x, y int
		want uint32
	}{
		{1, 3, white}, {2, 3, black}, {5, 4, black}, {6, 4, white}, {3, 2, white}, {3, 5, 0x808080}, {3, 6, white},
	} {
		if got := c.at(test.x, test.y); got != test.want {
			t.Errorf("pixel %d, %d is %06x, want %06x", test.x, test.y, got, test.want)
		}
	}
}

func TestStrokeLiesOnBothSides(t *testing.T) {
	c := drawn(t, line(stroked(3), at(5, 10.5), at(25, 10.5)))
	for y, want := range map[int]uint32{8: white, 9: black, 10: black, 11: black, 12: white} {
		if got := c.at(15, y); got != want {
			t.Errorf("row %d is %06x, want %06x", y, got, want)
		}
	}
	if c.at(4, 10) != white || c.at(5, 10) != black || c.at(24, 10) != black || c.at(25, 10) != white {
		t.Error("butt ends do not end where the line ends")
	}
}

// A corner is mitred unless it is so sharp that its point would lie four half
// widths away.
func TestCorners(t *testing.T) {
	if c := drawn(t, line(stroked(4), at(5, 5), at(25, 5), at(25, 20))); c.at(26, 3) != black || c.at(27, 3) != white {
		t.Errorf("a right angle is not mitred: %s", row(c, 3))
	}
	sharp := drawn(t, line(stroked(4), at(5, 15), at(25, 15), at(5, 10)))
	if s := row(sharp, 15); s[25:] != "o.............." && s[25:] != "xo............." {
		t.Errorf("a sharp corner is not cut: %s", s)
	}
	// This one turns by 140 degrees: its point is 2.9 half widths from the corner.
	pointed := drawn(t, line(stroked(4), at(5, 20), at(25, 20), scene.Point{X: px(25 - 15.32), Y: px(20 - 12.86)}))
	if s := row(pointed, 21); s[28:32] != "xoo." {
		t.Errorf("a pointed corner is cut: %s", s)
	}
}

// row writes a row down, x for ink and . for paper.
func row(c *canvas, y int) string {
	var s []byte
	for x := range c.width {
		switch c.at(x, y) {
		case white:
			s = append(s, '.')
		case black:
			s = append(s, 'x')
		default:
			s = append(s, 'o')
		}
	}
	return string(s)
}

func TestDashes(t *testing.T) {
	for _, test := range []struct {
		name string
		dash []scene.Unit
		want string
	}{
		{"solid", nil, "..xxxxxxxxxxxxxxxxxxxx.................."},
		{"dash and gap", []scene.Unit{px(4), px(2)}, "..xxxx..xxxx..xxxx..xx.................."},
		{"odd number", []scene.Unit{px(3)}, "..xxx...xxx...xxx...xx.................."},
		{"three", []scene.Unit{px(1), px(2), px(3)}, "..x..xxx.xx...x..xxx.x.................."},
		{"negative", []scene.Unit{px(3), -px(1)}, "..xxxxxxxxxxxxxxxxxxxx.................."},
		{"nothing but zeros", []scene.Unit{0, 0}, "..xxxxxxxxxxxxxxxxxxxx.................."},
		{"longer than the line", []scene.Unit{px(50), px(1)}, "..xxxxxxxxxxxxxxxxxxxx.................."},
		{"between pixels", []scene.Unit{px(1.5), px(1.5)}, "..xo.xo.xo.xo.xo.xo.xo.................."},
	} {
		p := stroked(2)
		p.Dash = test.dash
		if got := row(drawn(t, line(p, at(2, 10), at(22, 10))), 10); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	frame := scene.Rect{X: px(5), Y: px(5), W: px(20), H: px(16), Paint: stroked(1)}
	frame.Dash = []scene.Unit{px(2)}
	if got := drawn(t, frame).ink(); !near(got, 36, 5) {
		t.Errorf("a dashed frame of 72 px has %.1f pixels of ink, want half", got)
	}
	// Dashes go on around a corner, and begin anew in each piece.
	p := stroked(2)
	p.Dash = []scene.Unit{px(6), px(4)}
	path := line(p, at(2, 5), at(5, 5), at(5, 15))
	path.MoveTo(px(20), px(5))
	path.LineTo(px(30), px(5))
	c := drawn(t, path)
	if c.at(4, 7) != black || c.at(4, 8) != white || c.at(4, 13) != black || row(c, 4)[20:] != "xxxxxx.............." {
		t.Errorf("dashes around a corner: %s", row(c, 4))
	}
}

func TestDotted(t *testing.T) {
	p := stroked(2)
	p.Dash, p.RoundCap = []scene.Unit{0, px(5)}, true
	c := drawn(t, line(p, at(5, 10), at(22, 10)))
	if got := c.ink(); !near(got, 4*math.Pi, 2) {
		t.Errorf("%.2f pixels of ink, want four dots, %.2f", got, 4*math.Pi)
	}
}

func TestHostileDashes(t *testing.T) {
	p := stroked(2)
	p.Dash = []scene.Unit{1, 1}
	c := drawn(t, line(p, scene.Point{X: -1 << 60, Y: px(10)}, scene.Point{X: 1 << 60, Y: px(10)}))
	if c.at(3, 10) != black || c.at(4, 10) != black {
		t.Error("a line of too many dashes is not drawn solid")
	}
}

func TestWinding(t *testing.T) {
	square := func(p *scene.Path, a, b float64, back bool) {
		points := []scene.Point{at(a, a), at(b, a), at(b, b), at(a, b)}
		if back {
			points[1], points[3] = points[3], points[1]
		}
		p.MoveTo(points[0].X, points[0].Y)
		for _, q := range points[1:] {
			p.LineTo(q.X, q.Y)
		}
		p.Close()
	}
	for name, test := range map[string]struct {
		back bool
		want float64
	}{"same way round": {false, 400}, "hole": {true, 300}} {
		p := scene.Path{Paint: filled}
		square(&p, 5, 25, false)
		square(&p, 10, 20, test.back)
		if got := drawn(t, p).ink(); !near(got, test.want, 0.1) {
			t.Errorf("%s: %.2f pixels, want %.0f", name, got, test.want)
		}
	}
}

func TestLineAfterClose(t *testing.T) {
	p := scene.Path{Paint: stroked(2)}
	p.LineTo(px(1), px(1)) // before any move: nothing
	p.MoveTo(px(10), px(10))
	p.LineTo(px(20), px(10))
	p.LineTo(px(20), px(20))
	p.Close()
	p.LineTo(px(10), px(25)) // goes on from where the contour began
	c := drawn(t, p)
	if c.at(9, 22) != black || c.at(2, 2) != white {
		t.Error("a line after a close does not start at the contour's beginning")
	}
}

func TestFade(t *testing.T) {
	half := func(p scene.Paint) scene.Paint { p.Fade = 50; return p }
	both := half(scene.Paint{Fill: scene.Warn, Stroke: scene.Ink, StrokeWidth: px(4)})
	c := drawn(t,
		scene.Rect{X: px(2), Y: px(2), W: px(6), H: px(6), Paint: half(filled)},
		scene.Rect{X: px(15), Y: px(5), W: px(15), H: px(15), Paint: both})
	for _, test := range []struct {
		name string
		x, y int
		want uint32
	}{
		{"fill", 4, 4, 0x808080}, {"fill of both", 22, 12, 0xFF8080},
		{"stroke over paper", 14, 10, 0x808080}, {"stroke over its own fill", 16, 10, 0x808080},
		{"outside", 12, 10, white},
	} {
		if got := c.at(test.x, test.y); differ(got, test.want) > 1 {
			t.Errorf("%s: %06x, want %06x", test.name, got, test.want)
		}
	}
	for _, fade := range []int{0, -5, 101} {
		p := filled
		p.Fade = fade
		if got := drawn(t, scene.Rect{W: px(5), H: px(5), Paint: p}).at(2, 2); got != black {
			t.Errorf("a fade of %d gives %06x", fade, got)
		}
	}
	p := filled
	p.Fade = 100
	if got := drawn(t, scene.Rect{W: px(5), H: px(5), Paint: p}).ink(); got != 0 {
		t.Errorf("a fade of 100 leaves %.1f pixels of ink", got)
	}
}

// What reaches beyond the picture is cut off at its edge and no sooner.
func TestBeyondThePicture(t *testing.T) {
	const far = scene.Unit(1) << 61
	for name, mark := range map[string]scene.Mark{
		"rectangle": scene.Rect{X: -px(100), Y: -px(100), W: px(500), H: px(500), Paint: filled},
		"circle":    scene.Circle{X: px(20), Y: px(15), R: px(1000), Paint: filled},
		"polygon":   scene.Polygon(filled, scene.Point{X: -far, Y: -far}, scene.Point{X: far, Y: -far}, scene.Point{X: far, Y: far}, scene.Point{X: -far, Y: far}),
		"diamond":   scene.Polygon(filled, at(20, -200), at(200, 15), at(20, 200), at(-200, 15)),
		"stroke":    line(stroked(200), at(-50, 20), at(50, 20)),
	} {
		if got := drawn(t, mark).ink(); got != 40*30 {
			t.Errorf("%s: %.1f pixels of ink, want all", name, got)
		}
	}
	for name, mark := range map[string]scene.Mark{
		"left":  scene.Rect{X: -px(50), Y: px(5), W: px(20), H: px(20), Paint: filled},
		"right": scene.Rect{X: px(40), Y: px(5), W: px(20), H: px(20), Paint: filled},
		"above": scene.Rect{X: px(5), Y: -px(50), W: px(20), H: px(50), Paint: filled},
		"below": scene.Rect{X: px(5), Y: px(30), W: px(20), H: px(50), Paint: filled},
	} {
		if got := drawn(t, mark).ink(); got != 0 {
			t.Errorf("%s: %.1f pixels of ink, want none", name, got)
		}
	}
}
