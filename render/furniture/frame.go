// Package furniture holds what every picture of a story shares: headline,
// standfirst, key, marks, labels, notes and the words that go with them.
// Layouts place these parts; they do not draw their own.
package furniture

import (
	"unicode/utf8"

	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// A Frame is the shape of a picture.
type Frame struct {
	Width, Margin scene.Unit
	Type          theme.Scale
	Narrow        bool

	// The rest is the theme's; see theme.Theme.
	Rule         theme.Rule
	Radius, Mark scene.Unit
	Credit       string
}

// WideFrame is the frame of pictures 1200 px wide. A nil theme is the default.
func WideFrame(t *theme.Theme) Frame {
	t = theme.Or(t)
	f := Frame{Width: scene.Pixels(1200), Margin: theme.WideMargin, Type: t.Set(t.Wide)}
	f.dress(t)
	return f
}

// NarrowFrame is the frame of pictures 360 px wide. A nil theme is the default.
func NarrowFrame(t *theme.Theme) Frame {
	t = theme.Or(t)
	f := Frame{Width: scene.Pixels(360), Margin: theme.NarrowMargin, Type: t.Set(t.Narrow), Narrow: true}
	f.dress(t)
	return f
}

// PosterFrame is the frame of pictures of a fixed shape, laid out at a width in
// px at which their words are as large as on a page. A nil theme is the default.
func PosterFrame(t *theme.Theme, width int) Frame {
	t = theme.Or(t)
	f := Frame{Width: scene.Pixels(width), Margin: theme.NarrowMargin, Type: t.Set(t.Poster), Narrow: true}
	f.dress(t)
	return f
}

// dress takes over what a theme says of all shapes.
func (f *Frame) dress(t *theme.Theme) {
	f.Rule, f.Credit = t.Rule, t.Credit
	f.Radius, f.Mark = scene.Unit(t.Radius), scene.Unit(t.Mark)
}

// WithWidth returns the frame with another width in px; 0 keeps the width.
func (f Frame) WithWidth(px int) Frame {
	if px > 0 {
		f.Width = scene.Pixels(px)
	}
	return f
}

// Inner is the width between the margins.
func (f Frame) Inner() scene.Unit { return f.Width - 2*f.Margin }

// Style returns what widths of a type depend on.
func Style(t theme.Type) measure.Style {
	return measure.Style{Size: scene.Unit(t.Size), Bold: t.Bold, Family: t.Family, Percent: t.Percent}
}

// Room returns the room to keep for one line of words.
func Room(words string, t theme.Type) scene.Unit { return measure.Reserved(words, Style(t)) }

// Run returns words in a type's look.
func Run(words string, t theme.Type) scene.Run {
	return scene.Run{Text: words, Fill: scene.Role(t.Role), Bold: t.Bold, Italic: t.Italic, Display: t.Display}
}

// Line returns one line of words, measured. Y is the baseline.
func Line(words string, t theme.Type, x, y scene.Unit, anchor scene.Anchor) scene.Text {
	return scene.Text{X: x, Y: y, Size: scene.Unit(t.Size), Anchor: anchor,
		Width: measure.Width(words, Style(t)), Runs: []scene.Run{Run(words, t)}}
}

// Paragraph sets words in balanced lines of at most width. Top is the upper
// edge; the lower one is returned.
func Paragraph(words string, t theme.Type, x, top, width scene.Unit, anchor scene.Anchor) ([]scene.Mark, scene.Unit) {
	return stack(measure.Wrap(words, width, Style(t)), t, x, top, anchor)
}

// Running is Paragraph without balance, for notes.
func Running(words string, t theme.Type, x, top, width scene.Unit) ([]scene.Mark, scene.Unit) {
	return stack(measure.Fill(words, width, Style(t)).Lines, t, x, top, scene.Left)
}

func balanced(words string, t theme.Type, x, top, width scene.Unit) ([]scene.Mark, scene.Unit) {
	return Paragraph(words, t, x, top, width, scene.Left)
}

func stack(lines []string, t theme.Type, x, top scene.Unit, anchor scene.Anchor) ([]scene.Mark, scene.Unit) {
	var marks []scene.Mark
	for _, line := range lines {
		marks = append(marks, Line(line, t, x, Baseline(t, top), anchor))
		top += scene.Unit(t.Line)
	}
	return marks, top
}

// Baseline returns the baseline of a line of which the upper edge is given:
// the letters stand in the middle of the line's height. It is a whole pixel,
// which renders crisper and prints shorter.
func Baseline(t theme.Type, top scene.Unit) scene.Unit {
	y := top + scene.Unit(t.Line+t.Size)/2 - scene.Unit(t.Size)*3/20
	return (y + scene.Px/2) / scene.Px * scene.Px
}

// TopRule draws the theme's rule above a headline and returns where the
// headline begins, which is top where the theme has no rule.
func TopRule(f Frame, top scene.Unit) ([]scene.Mark, scene.Unit) {
	if f.Rule.Width <= 0 {
		return nil, top
	}
	h := scene.Unit(f.Rule.Height)
	return []scene.Mark{scene.Rect{X: f.Margin, Y: top, W: min(scene.Unit(f.Rule.Width), f.Inner()), H: h,
		Paint: scene.Paint{Fill: scene.Role(f.Rule.Role)}}}, top + h + scene.Pixels(4)
}

// longHeadline is from how many characters on a headline is set smaller.
const longHeadline = 90

// Headline draws the theme's rule, the title and the standfirst at the top of
// the picture and returns the edge below them.
func Headline(f Frame, title, standfirst string) ([]scene.Mark, scene.Unit) {
	if title == "" && standfirst == "" {
		return nil, scene.Pixels(10)
	}
	marks, top := TopRule(f, scene.Pixels(10))
	if title != "" {
		t := f.Type.Headline
		if utf8.RuneCountInString(title) > longHeadline {
			t.Size, t.Line = max(theme.MinSize, t.Size*5/6), max(theme.MinSize, t.Line*5/6)
		}
		m, bottom := Paragraph(title, t, f.Margin, top, f.Inner(), scene.Left)
		marks, top = append(marks, m...), bottom+scene.Pixels(3)
	}
	if standfirst != "" {
		set := Running
		if f.Narrow {
			set = balanced
		}
		m, bottom := set(standfirst, f.Type.Standfirst, f.Margin, top, f.Inner())
		marks, top = append(marks, m...), bottom
	}
	return marks, top + scene.Pixels(8)
}

// Footer draws a rule, the note, the source line and the credit, and returns
// the bottom of the picture. The theme's credit takes the place of credit.
func Footer(f Frame, top scene.Unit, note, sources, credit string) ([]scene.Mark, scene.Unit) {
	marks := []scene.Mark{scene.Rect{X: f.Margin, Y: top, W: f.Inner(), H: scene.Px, Paint: scene.Paint{Fill: scene.Hair}}}
	top += scene.Pixels(6)
	if f.Credit != "" {
		credit = f.Credit
	}
	room := f.Inner()
	if !f.Narrow {
		room -= measure.Reserved(credit, Style(f.Type.Note)) + scene.Pixels(24)
	}
	for _, words := range []string{note, sources} {
		m, bottom := Running(words, f.Type.Note, f.Margin, top, room)
		marks, top = append(marks, m...), bottom+scene.Pixels(2)
	}
	if f.Narrow {
		m, bottom := Running(credit, f.Type.Note, f.Margin, top, room)
		return append(marks, m...), bottom + scene.Pixels(12)
	}
	top -= scene.Unit(f.Type.Note.Line) + scene.Pixels(2)
	marks = append(marks, Line(credit, f.Type.Note, f.Width-f.Margin, Baseline(f.Type.Note, top), scene.Right))
	return marks, top + scene.Unit(f.Type.Note.Line) + scene.Pixels(12)
}
