// Package scene is the picture between layout and writers: marks with places
// in whole 1/64 px, colours by role, and what each mark stands for.
//
// It is plain data. Layouts (render/chart, render/causal) make a Picture;
// writers (render/svg and others) print it. Coordinates are absolute, x to
// the right and y down, so that a writer needs no transformations. Integers
// make the same story give the same picture on every machine.
package scene

// A Unit is a length or a coordinate in 1/64 px.
type Unit int64

// Px is one CSS pixel.
const Px Unit = 64

// Pixels returns n whole pixels.
func Pixels(n int) Unit { return Unit(n) * Px }

// A Role names a colour by its use. Writers look the value up in a palette
// (render/theme has the same names), so that one scene serves light, dark and
// high-contrast pictures.
type Role string

// The colour roles. The zero Role paints nothing.
const (
	None       Role = ""
	Background Role = "bg"     // the paper
	Ink        Role = "ink"    // titles, dates
	Secondary  Role = "sec"    // standfirst, notes, ticks
	Axis       Role = "axis"   // axis lines, relations without a claim
	Hair       Role = "hair"   // rules
	Tint       Role = "tint"   // panel behind a day
	Tint2      Role = "tint2"  // panel behind an enlarged stretch
	Warn       Role = "warn"   // disagreements
	Group1     Role = "group1" // lanes, in order of first use
	Group2     Role = "group2"
	Group3     Role = "group3"
	Group4     Role = "group4"
	GroupOther Role = "groupother" // fifth lane and later
	Accent     Role = "accent"     // the rule above a headline, in themes that have this colour
)

// Roles returns every role that paints in all themes, in a fixed order.
func Roles() []Role {
	return []Role{Background, Ink, Secondary, Axis, Hair, Tint, Tint2, Warn,
		Group1, Group2, Group3, Group4, GroupOther}
}

// A Picture is one drawing: its size, its words for people who cannot see it,
// and its marks, painted in order.
type Picture struct {
	Width, Height Unit
	Title         string // the name that screen readers say; never empty
	Description   string // one or two sentences on what is drawn and how
	Lang          string // BCP 47 tag of the words, empty where unknown
	Marks         []Mark
}

// A Mark is one of Rect, Circle, Path, Text and Group.
type Mark interface{ mark() }

func (Rect) mark()   {}
func (Circle) mark() {}
func (Path) mark()   {}
func (Text) mark()   {}
func (Group) mark()  {}

// A Point is a place in the picture.
type Point struct{ X, Y Unit }

// Paint says how a shape is filled and stroked.
type Paint struct {
	Fill        Role
	Stroke      Role
	StrokeWidth Unit
	Dash        []Unit // lengths of strokes and gaps in turn, nil for a solid line
	RoundCap    bool   // round line ends; butt otherwise
	Fade        int    // per cent of the whole mark's opacity taken away: 0 is opaque, 70 leaves 30 %
}

// A Rect is an upright rectangle, with corners of the given radius.
type Rect struct {
	X, Y, W, H Unit
	Radius     Unit
	Paint
}

// A Circle is a circle around a centre.
type Circle struct {
	X, Y, R Unit
	Paint
}

// Anchor says which part of a text stands at its X, seen from the left:
// the texts of right-to-left scripts hang on the same side.
type Anchor uint8

// The anchors.
const (
	Left Anchor = iota
	Middle
	Right
)

// A Text is one line of text. Y is the baseline.
type Text struct {
	X, Y   Unit
	Size   Unit
	Anchor Anchor
	Width  Unit // advance as measured for the theme's face; a reader's face may need up to 15 % more
	Runs   []Run
}

// A Run is a stretch of a line in one style.
type Run struct {
	Text    string
	Fill    Role
	Bold    bool
	Italic  bool
	Display bool // in the theme's face for headlines
}

// A Datum is a fact about a mark that programs may read, such as
// "event" or "gap". Keys are lower-case ASCII letters and hyphens; the SVG
// writer prints them as data- attributes.
type Datum struct{ Key, Value string }

// GroupRole is what a group is to a screen reader.
type GroupRole string

// The roles of groups.
const (
	Plain    GroupRole = ""         // no role of its own
	List     GroupRole = "list"     // holds ListItems, in the order of reading
	ListItem GroupRole = "listitem" // one event or relation
	Image    GroupRole = "img"      // a drawing with a Label, its parts not read
)

// A Group holds marks that belong together.
type Group struct {
	ID     string    // anchor in the picture, made unique by writers; empty where not needed
	Role   GroupRole // for screen readers
	Label  string    // what screen readers say in place of the marks
	Href   string    // link target; writers leave out all but http, https, mailto and relative ones
	Hidden bool      // decoration: not read aloud
	Data   []Datum
	Marks  []Mark
}

// Add appends marks to the group.
func (g *Group) Add(marks ...Mark) { g.Marks = append(g.Marks, marks...) }

// Add appends marks to the picture.
func (p *Picture) Add(marks ...Mark) { p.Marks = append(p.Marks, marks...) }

// String returns the line's words, all runs in one.
func (t Text) String() string {
	var s string
	for _, r := range t.Runs {
		s += r.Text
	}
	return s
}
