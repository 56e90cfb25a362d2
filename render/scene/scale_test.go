package scene

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScaled(t *testing.T) {
	paint := Paint{Stroke: Ink, StrokeWidth: 10, Dash: []Unit{4, 6}}
	p := &Picture{Width: 100, Height: 50, Title: "a", Marks: []Mark{
		Group{ID: "g", Label: "l", Marks: []Mark{
			Rect{X: 2, Y: 4, W: 6, H: 8, Radius: 10, Paint: paint},
			Circle{X: 2, Y: 4, R: 6},
			Polyline(paint, Point{2, 4}, Point{6, 8}),
			Text{X: 2, Y: 4, Size: 6, Width: 8, Anchor: Right, Runs: []Run{{Text: "t"}}},
		}},
	}}
	large := Paint{Stroke: Ink, StrokeWidth: 15, Dash: []Unit{6, 9}}
	want := &Picture{Width: 150, Height: 75, Title: "a", Marks: []Mark{
		Group{ID: "g", Label: "l", Marks: []Mark{
			Rect{X: 3, Y: 6, W: 9, H: 12, Radius: 15, Paint: large},
			Circle{X: 3, Y: 6, R: 9},
			Polyline(large, Point{3, 6}, Point{9, 12}),
			Text{X: 3, Y: 6, Size: 9, Width: 12, Anchor: Right, Runs: []Run{{Text: "t"}}},
		}},
	}}
	if diff := cmp.Diff(want, Scaled(p, 3, 2)); diff != "" {
		t.Error(diff)
	}
	if p.Marks[0].(Group).Marks[0].(Rect).X != 2 || p.Marks[0].(Group).Marks[0].(Rect).Dash[0] != 4 {
		t.Error("the picture itself was changed")
	}
}
