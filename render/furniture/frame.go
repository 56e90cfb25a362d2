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
}

// WideFrame is the frame of pictures 1200 px wide.
func WideFrame() Frame {
	return Frame{Width: scene.Pixels(1200), Margin: theme.WideMargin, Type: theme.Wide()}
}

// NarrowFrame is the frame of pictures 360 px wide.
func NarrowFrame() Frame {
	return Frame{Width: scene.Pixels(360), Margin: theme.NarrowMargin, Type: theme.Narrow(), Narrow: true}
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
	return measure.Style{Size: scene.Unit(t.Size), Bold: t.Bold}
}

// Room returns the room to keep for one line of words.
func Room(words string, t theme.Type) scene.Unit { return measure.Reserved(words, Style(t)) }

// Run returns words in a type's look.
func Run(words string, t theme.Type) scene.Run {
	return scene.Run{Text: words, Fill: scene.Role(t.Role), Bold: t.Bold, Italic: t.Italic}
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

// longHeadline is from how many characters on a headline is set smaller.
const longHeadline = 90

// Headline draws the short rule, the title and the standfirst at the top of
// the picture and returns the edge below them.
func Headline(f Frame, title, standfirst string) ([]scene.Mark, scene.Unit) {
	top := scene.Pixels(10)
	if title == "" && standfirst == "" {
		return nil, top
	}
	marks := []scene.Mark{scene.Rect{X: f.Margin, Y: top, W: theme.RuleWidth, H: theme.RuleHeight,
		Paint: scene.Paint{Fill: scene.Ink}}}
	top += theme.RuleHeight + scene.Pixels(4)
	if title != "" {
		t := f.Type.Headline
		if utf8.RuneCountInString(title) > longHeadline {
			t.Size, t.Line = t.Size*5/6, t.Line*5/6
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

// Footer draws a rule, the note, the source line and the credit and returns the bottom of
// the picture.
func Footer(f Frame, top scene.Unit, note, sources, credit string) ([]scene.Mark, scene.Unit) {
	marks := []scene.Mark{scene.Rect{X: f.Margin, Y: top, W: f.Inner(), H: scene.Px, Paint: scene.Paint{Fill: scene.Hair}}}
	top += scene.Pixels(6)
	room := f.Inner()
	if !f.Narrow {
		room -= measure.Reserved(credit, Style(f.Type.Note)) + scene.Pixels(24)
	}
	for _, words := range []string{note, sources} {
		m, bottom := Running(words, f.Type.Note, f.Margin, top, room)
		marks, top = append(marks, m...), bottom+scene.Pixels(2)
	}
	x, anchor := f.Margin, scene.Left
	if !f.Narrow {
		x, anchor = f.Width-f.Margin, scene.Right
		top -= scene.Unit(f.Type.Note.Line) + scene.Pixels(2)
	}
	marks = append(marks, Line(credit, f.Type.Note, x, Baseline(f.Type.Note, top), anchor))
	return marks, top + scene.Unit(f.Type.Note.Line) + scene.Pixels(12)
}
