package scene

// Scaled returns the picture n/d times as large: all places, sizes and lines.
func Scaled(p *Picture, n, d Unit) *Picture {
	s := scaler{n, d}
	out := *p
	out.Width, out.Height = s.of(p.Width), s.of(p.Height)
	out.Marks = s.marks(p.Marks)
	return &out
}

type scaler struct{ n, d Unit }

func (s scaler) of(u Unit) Unit { return u * s.n / s.d }

func (s scaler) marks(in []Mark) []Mark {
	out := make([]Mark, len(in))
	for i, m := range in {
		out[i] = s.mark(m)
	}
	return out
}

func (s scaler) mark(m Mark) Mark {
	switch m := m.(type) {
	case Rect:
		m.X, m.Y, m.W, m.H, m.Radius = s.of(m.X), s.of(m.Y), s.of(m.W), s.of(m.H), s.of(m.Radius)
		m.Paint = s.paint(m.Paint)
		return m
	case Circle:
		m.X, m.Y, m.R = s.of(m.X), s.of(m.Y), s.of(m.R)
		m.Paint = s.paint(m.Paint)
		return m
	case Path:
		segments := make([]Segment, len(m.Segments))
		for i, seg := range m.Segments {
			for k, p := range seg.P {
				seg.P[k] = Point{s.of(p.X), s.of(p.Y)}
			}
			segments[i] = seg
		}
		m.Segments, m.Paint = segments, s.paint(m.Paint)
		return m
	case Text:
		m.X, m.Y, m.Size, m.Width = s.of(m.X), s.of(m.Y), s.of(m.Size), s.of(m.Width)
		return m
	case Group:
		m.Marks = s.marks(m.Marks)
		return m
	}
	return m
}

func (s scaler) paint(p Paint) Paint {
	p.StrokeWidth = s.of(p.StrokeWidth)
	if p.Dash != nil {
		dash := make([]Unit, len(p.Dash))
		for i, d := range p.Dash {
			dash[i] = s.of(d)
		}
		p.Dash = dash
	}
	return p
}
