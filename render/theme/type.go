package theme

// FontStack is the families to ask for, in order. Layout measures Liberation
// Sans, whose widths are Arial's.
const FontStack = `"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif`

// A Type is one text style. Lengths are in 1/64 px.
type Type struct {
	Size   int64
	Line   int64 // distance from baseline to baseline
	Bold   bool
	Italic bool
	Role   string // colour
}

// A Scale is the text styles of one shape of picture.
type Scale struct {
	Headline, Standfirst, Label, Date, Year, Row, Gap, Tick, Note Type
}

const px = 64

// Wide is the scale for pictures 1200 px wide.
func Wide() Scale {
	return Scale{
		Headline:   Type{26 * px, 31 * px, true, false, "ink"},
		Standfirst: Type{15 * px, 20 * px, false, false, "sec"},
		Label:      Type{14 * px, 18 * px, false, false, "ink"},
		Date:       Type{13 * px, 18 * px, true, false, "ink"},
		Year:       Type{15 * px, 19 * px, true, false, "ink"},
		Row:        Type{17 * px, 21 * px, true, false, "ink"},
		Gap:        Type{13 * px, 17 * px, false, true, "sec"},
		Tick:       Type{12 * px, 16 * px, false, false, "sec"},
		Note:       Type{12 * px, 16 * px, false, false, "sec"},
	}
}

// Narrow is the scale for pictures 360 px wide.
func Narrow() Scale {
	s := Wide()
	s.Headline.Size, s.Headline.Line = 20*px, 24*px
	s.Standfirst.Size, s.Standfirst.Line = 14*px, 19*px
	s.Label.Size, s.Label.Line = 29*px/2, 19*px
	s.Date.Line = 19 * px
	return s
}

// Lengths that both shapes share, in 1/64 px.
const (
	AxisWidth   = 2 * px
	TickHeight  = 7 * px
	TickWidth   = 1 * px
	LeaderWidth = 3 * px / 2
	MarkSize    = 12 * px
	MarkHalo    = 2 * px
	FrameRadius = 4 * px
	RuleWidth   = 40 * px // the short rule above a headline
	RuleHeight  = 4 * px
	MinSize     = 12 * px // no text is smaller
)

// Margins beside the picture, in 1/64 px.
const (
	WideMargin   = 32 * px
	NarrowMargin = 16 * px
)
