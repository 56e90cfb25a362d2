package raster

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/causeline/causeline/render/scene"
)

var update = flag.Bool("update", false, "write the golden files")

// sample is a picture of all marks in many ways.
func sample() *scene.Picture {
	p := &scene.Picture{Width: px(220), Height: px(150), Title: "All marks", Description: "Every mark once."}
	dashed := scene.Paint{Stroke: scene.Axis, StrokeWidth: px(1.5), Dash: []scene.Unit{px(4), px(3)}}
	dotted := scene.Paint{Stroke: scene.Group2, StrokeWidth: px(2), Dash: []scene.Unit{0, px(4)}, RoundCap: true}
	curve := scene.Path{Paint: scene.Paint{Stroke: scene.Group1, StrokeWidth: px(2), RoundCap: true}}
	curve.MoveTo(px(120), px(70))
	curve.CubicTo(px(150), px(20), px(170), px(120), px(210), px(66))
	faded := scene.Paint{Fill: scene.Group3, Stroke: scene.Group4, StrokeWidth: px(3), Fade: 40}
	p.Add(
		scene.Rect{X: px(6), Y: px(6), W: px(20), H: px(4), Paint: scene.Paint{Fill: scene.Ink}},
		scene.Rect{X: px(110), Y: px(50), W: px(104), H: px(50), Radius: px(4), Paint: scene.Paint{Fill: scene.Tint, Stroke: scene.Hair, StrokeWidth: px(1)}},
		curve,
		line(dashed, at(6, 60.25), at(100, 60.25), at(100, 90)),
		line(dotted, at(6, 68), at(92, 68)),
		scene.Circle{X: px(20), Y: px(86), R: px(9), Paint: scene.Paint{Fill: scene.Group1, Stroke: scene.Background, StrokeWidth: px(2)}},
		scene.Rect{X: px(40), Y: px(78), W: px(16), H: px(16), Paint: faded},
		scene.Polygon(scene.Paint{Fill: scene.GroupOther}, at(80, 77), at(89, 94), at(71, 94)),
		words("Dam, 3 May", 6, 30, 15, scene.Left, scene.Run{Fill: scene.Ink, Bold: true}),
		words("two days later", 6, 48, 12, scene.Left, scene.Run{Fill: scene.Secondary, Italic: true}),
		words("Ærø, Πύργος", 214, 30, 13, scene.Right, scene.Run{Fill: scene.Warn}),
		words("ميناء قديم", 214, 46, 14, scene.Right, scene.Run{Fill: scene.Ink}),
		scene.Group{Marks: []scene.Mark{words("Source: made up", 110, 140, 12, scene.Middle, scene.Run{Fill: scene.Secondary})}},
		line(scene.Paint{Stroke: scene.Hair, StrokeWidth: px(1)}, at(6, 118.5), at(214, 118.5)),
	)
	return p
}

// paints are the colours of the golden files, which do not follow the theme.
var paints = map[scene.Role]rgb{
	scene.Background: {255, 255, 255}, scene.Ink: {26, 26, 26}, scene.Secondary: {89, 89, 89}, scene.Axis: {118, 118, 118},
	scene.Hair: {222, 219, 212}, scene.Tint: {244, 242, 237}, scene.Warn: {140, 90, 0}, scene.Group1: {25, 100, 191},
	scene.Group2: {181, 71, 15}, scene.Group3: {6, 74, 56}, scene.Group4: {135, 73, 128}, scene.GroupOther: {107, 107, 107},
}

// TestGolden compares pixels, not bytes: another version of Go may compress
// otherwise.
func TestGolden(t *testing.T) {
	for name, flip := range map[string]uint8{"light": 0, "dark": 255} {
		got, err := Marshal(sample(), Options{Color: func(role scene.Role) (r, g, b uint8) {
			c := paints[role]
			return c.r ^ flip, c.g ^ flip, c.b ^ flip
		}})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name+".png")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatalf("%v; run the test with -update to write it", err)
		}
		want, is := decode(t, data), decode(t, got)
		if want.Bounds() != is.Bounds() {
			t.Fatalf("%s: %v, want %v", file, is.Bounds(), want.Bounds())
		}
		differing := 0
		for y := range is.Bounds().Dy() {
			for x := range is.Bounds().Dx() {
				if pixel(is, x, y) != pixel(want, x, y) {
					differing++
				}
			}
		}
		if differing > 0 {
			t.Errorf("%s: %d pixels differ; look at the picture, then run the test with -update", file, differing)
		}
	}
}
