package scene

// Walk calls visit for every mark in painting order, groups before what they
// hold. The groups that enclose the mark are passed outermost first; the
// slice is valid during the call only.
func Walk(marks []Mark, visit func(m Mark, in []Group)) { walk(marks, nil, visit) }

func walk(marks []Mark, in []Group, visit func(Mark, []Group)) {
	for _, m := range marks {
		visit(m, in)
		if g, ok := m.(Group); ok {
			walk(g.Marks, append(in, g), visit)
		}
	}
}

// A Box is an upright rectangle: Min inside, Max outside.
type Box struct{ Min, Max Point }

// Overlaps reports whether two boxes share more than an edge.
func (b Box) Overlaps(c Box) bool {
	return b.Min.X < c.Max.X && c.Min.X < b.Max.X && b.Min.Y < c.Max.Y && c.Min.Y < b.Max.Y
}

// Box returns the area that the line takes in the layout's face: Width wide,
// from the ascent (0.8 em, about the height of accented capitals) to the
// descent (0.2 em).
func (t Text) Box() Box { return t.BoxOf(t.Width) }

// BoxOf is Box for a face in which the line is w wide.
func (t Text) BoxOf(w Unit) Box {
	x := t.X
	switch t.Anchor {
	case Middle:
		x -= w / 2
	case Right:
		x -= w
	}
	return Box{Point{x, t.Y - t.Size*8/10}, Point{x + w, t.Y + t.Size*2/10}}
}
