package theme

import "slices"

// A Type is one text style. Lengths are in 1/64 px.
type Type struct {
	Size    int64
	Line    int64 // distance from baseline to baseline
	Bold    bool
	Italic  bool
	Display bool   // set in the theme's display face
	Role    string // colour

	// Family and Percent are those of the face, as Set fills them in.
	Family  string
	Percent int
}

// A Scale is the text styles of one shape of picture.
type Scale struct {
	Headline, Standfirst, Label, Date, Year, Row, Gap, Tick, Note Type
}

// typeNames are the fields of a Scale as files call them.
var typeNames = []string{"headline", "standfirst", "label", "date", "year", "row", "gap", "tick", "note"}

// TypeNames returns the names of a scale's types in a fixed order.
func TypeNames() []string { return slices.Clone(typeNames) }

// Type returns a type of the scale by its name, nil for a name it has not.
func (s *Scale) Type(name string) *Type {
	fields := [...]*Type{&s.Headline, &s.Standfirst, &s.Label, &s.Date, &s.Year, &s.Row, &s.Gap, &s.Tick, &s.Note}
	for i, n := range typeNames {
		if n == name {
			return fields[i]
		}
	}
	return nil
}

// Set returns the scale with every type in its face of the theme.
func (t *Theme) Set(s Scale) Scale {
	for _, name := range typeNames {
		ty, face := s.Type(name), t.Text
		if ty.Display {
			face = t.Display
		}
		ty.Family, ty.Percent = face.Family, face.Percent
	}
	return s
}

const px = 64

// Lengths that all themes share, in 1/64 px.
const (
	AxisWidth   = 2 * px
	TickHeight  = 7 * px
	TickWidth   = 1 * px
	LeaderWidth = 3 * px / 2
	MarkHalo    = 2 * px
)

// Bounds that layouts count on, in 1/64 px.
const (
	MinSize = 12 * px // no text is smaller
	MinMark = 10 * px
	MaxMark = 14 * px // marks 14 px apart stay apart
)

// Margins beside the picture, in 1/64 px.
const (
	WideMargin   = 32 * px
	NarrowMargin = 16 * px
)
