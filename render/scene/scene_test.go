package scene

import (
	"slices"
	"testing"
)

func TestWalk(t *testing.T) {
	inner := Group{ID: "inner", Marks: []Mark{Text{Runs: []Run{{Text: "a"}, {Text: "b"}}}}}
	marks := []Mark{Rect{}, Group{ID: "outer", Marks: []Mark{Circle{}, inner}}, Path{}}
	var got []string
	Walk(marks, func(m Mark, in []Group) {
		path := ""
		for _, g := range in {
			path += g.ID + "/"
		}
		switch m := m.(type) {
		case Group:
			path += m.ID
		case Text:
			path += m.String()
		case Rect:
			path += "rect"
		case Circle:
			path += "circle"
		case Path:
			path += "path"
		}
		got = append(got, path)
	})
	want := []string{"rect", "outer", "outer/circle", "outer/inner", "outer/inner/ab", "path"}
	if !slices.Equal(got, want) {
		t.Errorf("walked %q, want %q", got, want)
	}
}

func TestBoxes(t *testing.T) {
	line := Text{X: 100, Y: 100, Size: 50, Width: 40}
	for anchor, want := range map[Anchor]Box{
		Left:   {Point{100, 60}, Point{140, 110}},
		Middle: {Point{80, 60}, Point{120, 110}},
		Right:  {Point{60, 60}, Point{100, 110}},
	} {
		line.Anchor = anchor
		if got := line.Box(); got != want {
			t.Errorf("anchor %d: %v, want %v", anchor, got, want)
		}
	}
	a := Box{Point{0, 0}, Point{10, 10}}
	if a.Overlaps(Box{Point{10, 0}, Point{20, 10}}) || !a.Overlaps(Box{Point{9, 9}, Point{20, 20}}) {
		t.Error("boxes that touch overlap, or boxes that overlap do not")
	}
}

func TestPaths(t *testing.T) {
	var p Group
	p.Add(Polygon(Paint{Fill: Ink}, Point{1, 2}, Point{3, 4}, Point{5, 6}))
	path := p.Marks[0].(Path)
	var ops []Op
	for _, s := range path.Segments {
		ops = append(ops, s.Op)
	}
	if !slices.Equal(ops, []Op{Move, Line, Line, Close}) || path.Segments[2].P[2] != (Point{5, 6}) || path.Fill != Ink {
		t.Errorf("polygon %+v", path)
	}
	if Pixels(3) != 3*64 || len(Roles()) != 13 {
		t.Error("units or roles changed")
	}
}
