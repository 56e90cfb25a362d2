package raster

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
)

// TestScanner compares coverage with counting sample points, by the nonzero
// rule.
func TestScanner(t *testing.T) {
	const size, samples = 12, 16
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Int64Range(-3*sub, (size+3)*sub)
		var points []point
		for range 3 { // triangles do not cross themselves
			points = append(points, point{coordinate.Draw(t, "x"), coordinate.Draw(t, "y")})
		}
		var s scanner
		s.polygon(points)
		got := make([]int, size*size)
		s.scan(size, size, func(x, y int, coverage []uint16) {
			for i, n := range coverage {
				got[y*size+x+i] = int(n)
			}
		})
		for i, n := range got {
			want := 0
			for k := range samples * samples {
				x := int64(i%size)*sub + int64(k%samples)*sub/samples + sub/samples/2
				y := int64(i/size)*sub + int64(k/samples)*sub/samples + sub/samples/2
				if contains(points, x, y) {
					want++
				}
			}
			// An edge passes up to 2*samples of the points' squares, half of each is
			// counted wrongly at the most, and a triangle has three.
			if d := n - want; d < -3*samples || d > 3*samples {
				t.Fatalf("pixel %d, %d of %v is covered by %d/256, counted %d", i%size, i/size, points, n, want)
			}
		}
	})
}

// contains reports whether a triangle contains a place.
func contains(p []point, x, y int64) bool {
	side := func(a, b point) bool { return (b.x-a.x)*(y-a.y)-(b.y-a.y)*(x-a.x) > 0 }
	return side(p[0], p[1]) == side(p[1], p[2]) && side(p[1], p[2]) == side(p[2], p[0])
}

// TestScannerSum checks that areas are exact: ink is what the corners say, to
// a part of a pixel that rounding leaves.
func TestScannerSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Int64Range(0, 200*sub)
		var points []point
		for range 3 {
			points = append(points, point{coordinate.Draw(t, "x"), coordinate.Draw(t, "y")})
		}
		var s scanner
		s.polygon(points)
		sum := 0
		s.scan(200, 200, func(x, y int, coverage []uint16) {
			for _, n := range coverage {
				sum += int(n)
			}
		})
		a, b, c := points[0], points[1], points[2]
		want := math.Abs(float64((b.x-a.x)*(c.y-a.y)-(c.x-a.x)*(b.y-a.y))) / 2 / sub
		// Each pixel at an edge is rounded to 1/256; edges pass 1200 at the most.
		if math.Abs(float64(sum)-want) > 650 {
			t.Fatalf("%v covers %d/256 pixels, want %.0f", points, sum, want)
		}
	})
}

var roles = append(scene.Roles(), scene.None, "unheard-of")

func randomPaint(t *rapid.T) scene.Paint {
	unit := rapid.OneOf(rapid.Int64Range(0, 20*64), rapid.Int64())
	p := scene.Paint{
		Fill: rapid.SampledFrom(roles).Draw(t, "fill"), Stroke: rapid.SampledFrom(roles).Draw(t, "stroke"),
		StrokeWidth: scene.Unit(unit.Draw(t, "width")), RoundCap: rapid.Bool().Draw(t, "round"),
		Fade: rapid.OneOf(rapid.IntRange(0, 100), rapid.Int()).Draw(t, "fade"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "dashes") {
		p.Dash = append(p.Dash, scene.Unit(unit.Draw(t, "dash")))
	}
	return p
}

func randomPath(t *rapid.T, coordinate *rapid.Generator[int64], paint scene.Paint) scene.Path {
	p := scene.Path{Paint: paint}
	for range rapid.IntRange(0, 8).Draw(t, "segments") {
		s := scene.Segment{Op: scene.Op(rapid.IntRange(0, 4).Draw(t, "op"))}
		for i := range s.P {
			s.P[i] = scene.Point{X: scene.Unit(coordinate.Draw(t, "x")), Y: scene.Unit(coordinate.Draw(t, "y"))}
		}
		p.Segments = append(p.Segments, s)
	}
	return p
}

// TestNothingPanics draws hostile scenes.
func TestNothingPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.OneOf(rapid.Int64Range(-50*64, 100*64), rapid.Int64())
		unit := func(name string) scene.Unit { return scene.Unit(coordinate.Draw(t, name)) }
		var marks []scene.Mark
		for range rapid.IntRange(1, 4).Draw(t, "marks") {
			paint := randomPaint(t)
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				marks = append(marks, scene.Rect{X: unit("x"), Y: unit("y"), W: unit("w"), H: unit("h"), Radius: unit("r"), Paint: paint})
			case 1:
				marks = append(marks, scene.Circle{X: unit("x"), Y: unit("y"), R: unit("r"), Paint: paint})
			case 2:
				marks = append(marks, randomPath(t, coordinate, paint))
			case 3:
				marks = append(marks, scene.Text{X: unit("x"), Y: unit("y"), Size: unit("size"), Width: unit("w"),
					Anchor: scene.Anchor(rapid.IntRange(0, 3).Draw(t, "anchor")),
					Runs:   []scene.Run{{Text: rapid.String().Draw(t, "text"), Fill: paint.Fill, Bold: paint.RoundCap}}})
			}
		}
		p := &scene.Picture{Width: px(40), Height: px(30), Title: rapid.String().Draw(t, "title"), Marks: marks}
		out, err := Marshal(p, Options{Scale: rapid.IntRange(1, 3).Draw(t, "scale")})
		if (err == nil) != (len(out) > 0) {
			t.Fatalf("%d bytes, error %v", len(out), err)
		}
	})
}

// TestMarksStayInTheirBox draws marks and looks for ink outside of their box,
// widened by the stroke and a corner's point.
func TestMarksStayInTheirBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.Int64Range(20*64, 60*64)
		width := rapid.Int64Range(0, 4*64).Draw(t, "width")
		path := randomPath(t, coordinate, scene.Paint{Fill: scene.Ink, Stroke: scene.Ink, StrokeWidth: scene.Unit(width), RoundCap: true})
		c, err := draw(&scene.Picture{Width: px(80), Height: px(80), Marks: []scene.Mark{path}}, Options{Scale: 1, Color: plain})
		if err != nil {
			t.Fatal(err)
		}
		low, high := point{80, 80}, point{-1, -1}
		for _, s := range path.Segments {
			for _, p := range s.P {
				low = point{min(low.x, int64(p.X)/64), min(low.y, int64(p.Y)/64)}
				high = point{max(high.x, int64(p.X+63)/64), max(high.y, int64(p.Y+63)/64)}
			}
		}
		reach := width*miterLimit/2/64 + 2
		for y := range 80 {
			for x := range 80 {
				inside := int64(x) >= low.x-reach && int64(x) < high.x+reach && int64(y) >= low.y-reach && int64(y) < high.y+reach
				if !inside && c.at(x, y) != white {
					t.Fatalf("pixel %d, %d is painted, outside of %v to %v", x, y, low, high)
				}
			}
		}
	})
}
