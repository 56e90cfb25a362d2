package scene

// Op is one step of a path.
type Op uint8

// The steps of a path.
const (
	Move  Op = iota // to P[2]
	Line            // to P[2]
	Cubic           // by control points P[0] and P[1] to P[2]
	Close           // back to the last Move
)

// A Segment is a step and its points; Move and Line use P[2] only.
type Segment struct {
	Op Op
	P  [3]Point
}

// A Path is a line or area of straight and cubic pieces.
type Path struct {
	Segments []Segment
	Paint
}

// MoveTo begins a new piece at x, y.
func (p *Path) MoveTo(x, y Unit) {
	p.Segments = append(p.Segments, Segment{Op: Move, P: [3]Point{2: {x, y}}})
}

// LineTo draws a straight line to x, y.
func (p *Path) LineTo(x, y Unit) {
	p.Segments = append(p.Segments, Segment{Op: Line, P: [3]Point{2: {x, y}}})
}

// CubicTo draws a Bézier curve by x1, y1 and x2, y2 to x, y.
func (p *Path) CubicTo(x1, y1, x2, y2, x, y Unit) {
	p.Segments = append(p.Segments, Segment{Op: Cubic, P: [3]Point{{x1, y1}, {x2, y2}, {x, y}}})
}

// Close ends the piece with a line to its beginning.
func (p *Path) Close() { p.Segments = append(p.Segments, Segment{Op: Close}) }

// Polyline returns a path through the points.
func Polyline(paint Paint, points ...Point) Path {
	p := Path{Paint: paint}
	for i, pt := range points {
		if i == 0 {
			p.MoveTo(pt.X, pt.Y)
		} else {
			p.LineTo(pt.X, pt.Y)
		}
	}
	return p
}

// Polygon returns a closed path through the points.
func Polygon(paint Paint, points ...Point) Path {
	p := Polyline(paint, points...)
	p.Close()
	return p
}
