package furniture

import (
	"strings"
	"unicode"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/theme"
)

// A Block is a label: lines of text set one below the other, to be placed
// later.
type Block struct {
	Width  scene.Unit // room that the widest line needs, reserve included
	Height scene.Unit
	lines  []blockLine
}

type blockLine struct {
	runs   []scene.Run
	width  scene.Unit // measured
	top    scene.Unit
	t      theme.Type
	indent scene.Unit // from the left; room for the sign of a contradiction
	sign   bool       // the sign of a contradiction stands before this line
	look   *Look      // the mark of an event stands before this line
	rtl    bool       // the line ends at the block's right edge
}

// signRoom is what the boxed ≠ takes before its words.
const signRoom = scene.Px * 20

// markRoom is what a mark takes before its words.
const markRoom = scene.Px * 18

// Add sets words below what is there, in balanced lines of at most width.
func (b *Block) Add(words string, t theme.Type, width scene.Unit) {
	fit := measure.Fit(words, width, Style(t))
	rtl := measure.RightToLeft(words)
	for i, line := range fit.Lines {
		b.append(blockLine{runs: []scene.Run{Run(line, t)}, width: fit.Widths[i], t: t, rtl: rtl})
	}
}

// AddDate sets a date with the status word beside it, or below where the
// column is too narrow.
func (b *Block) AddDate(say lang.Speaker, date, status string, t theme.Type, width scene.Unit) {
	plain := t
	plain.Bold, plain.Role = false, string(scene.Secondary)
	beside := say.Say("when.status", status)
	both := measure.Width(date, Style(t)) + max(measure.Width("x "+status, Style(plain)), measure.Width(beside, Style(plain)))
	if date == "" || status == "" || measure.Reserve(both) > width {
		for _, line := range measure.Wrap(Hold(date, t, width), width, Style(t)) {
			line = release(line)
			b.append(blockLine{runs: []scene.Run{Run(line, t)}, width: measure.Width(line, Style(t)), t: t})
		}
		b.Add(status, plain, width)
		return
	}
	b.append(blockLine{runs: []scene.Run{Run(date, t), Run(beside, plain)}, width: both, t: t})
}

// Hold keeps a dash with what it follows, and a number with the month or era
// after it, when a date is broken into lines of at most width; unless what it
// keeps together is wider than a line, and would be torn. These words begin
// with a capital, are Cyrillic, or follow a Spanish "de".
func Hold(date string, t theme.Type, width scene.Unit) string {
	r := []rune(strings.ReplaceAll(date, " – ", "\u00a0– "))
	for i := 1; i+1 < len(r); i++ {
		number := unicode.IsDigit(r[i-1]) || i > 1 && r[i-1] == '.' && unicode.IsDigit(r[i-2]) // 15. August
		after := r[i+1:]
		if r[i] == ' ' && number && (unicode.IsUpper(after[0]) || unicode.Is(unicode.Cyrillic, after[0]) || len(after) > 2 && string(after[:3]) == "de ") {
			r[i] = '\u00a0'
		}
	}
	if widest(string(r), t) > width {
		return date
	}
	return string(r)
}

// widest returns the room of the widest piece of a date that is not broken:
// lines end at spaces and behind dashes.
func widest(date string, t theme.Type) scene.Unit {
	var room scene.Unit
	for _, piece := range strings.FieldsFunc(date, func(r rune) bool { return r == ' ' || r == '–' }) {
		room = max(room, Room(piece, t))
	}
	return room
}

// Fitted returns the type, smaller where a word of a date is wider than width,
// but not below the smallest size.
func Fitted(date string, t theme.Type, width scene.Unit) theme.Type {
	for t.Size > theme.MinSize && widest(date, t) > width {
		t.Size = max(theme.MinSize, t.Size-int64(scene.Px)/2)
	}
	return t
}

// release takes the holds away when they have done their work.
func release(line string) string { return strings.ReplaceAll(line, "\u00a0", " ") }

// AddDifference sets words about a contradiction, behind the boxed ≠.
func (b *Block) AddDifference(words string, t theme.Type, width scene.Unit) {
	t.Role, t.Bold = string(scene.Warn), false
	for i, line := range measure.Wrap(Hold(words, t, width-signRoom), width-signRoom, Style(t)) {
		line = release(line)
		b.append(blockLine{runs: []scene.Run{Run(line, t)}, width: measure.Width(line, Style(t)), t: t,
			indent: signRoom, sign: i == 0})
	}
}

// AddMarked sets words behind a small mark.
func (b *Block) AddMarked(words string, t theme.Type, l Look, width scene.Unit) {
	l.Approximate = false
	fit := measure.Fit(words, width-markRoom, Style(t))
	for i, line := range fit.Lines {
		bl := blockLine{runs: []scene.Run{Run(line, t)}, width: fit.Widths[i], t: t, indent: markRoom}
		if i == 0 {
			bl.look = &l
		}
		b.append(bl)
	}
}

// Space leaves room below what is there.
func (b *Block) Space(h scene.Unit) { b.Height += h }

// Lines returns how many lines the block has.
func (b *Block) Lines() int { return len(b.lines) }

func (b *Block) append(l blockLine) {
	l.top = b.Height
	b.lines = append(b.lines, l)
	b.Height += scene.Unit(l.t.Line)
	b.Width = max(b.Width, l.indent+measure.Reserve(l.width))
}

// Marks places the block. X is its left edge, or with Right anchored lines
// its right edge; top is its upper edge.
func (b *Block) Marks(x, top scene.Unit, anchor scene.Anchor) []scene.Mark {
	var marks []scene.Mark
	for _, l := range b.lines {
		at, y, hang := x, Baseline(l.t, top+l.top), anchor
		switch {
		case l.indent > 0 && anchor == scene.Right:
			at, hang = x-b.Width, scene.Left // words behind a sign begin below each other
		case l.rtl && anchor == scene.Left:
			at, hang = x+b.Width, scene.Right
		}
		if l.look != nil {
			marks = append(marks, Point(at+scene.Px*6, y-scene.Unit(l.t.Size)*7/20, *l.look)...)
		}
		if l.sign {
			marks = append(marks, Differ(at, y-scene.Pixels(11))...)
		}
		marks = append(marks, scene.Text{X: at + l.indent, Y: y, Size: scene.Unit(l.t.Size), Anchor: hang, Width: l.width, Runs: l.runs})
	}
	return marks
}

// Differ draws the boxed ≠, 14 by 14, with its upper left corner at x, y.
func Differ(x, y scene.Unit) []scene.Mark {
	pen := scene.Paint{Stroke: scene.Warn, StrokeWidth: scene.Px * 5 / 4}
	sign := scene.Path{Paint: pen}
	for _, dy := range []scene.Unit{scene.Px * 11 / 2, scene.Px * 17 / 2} {
		sign.MoveTo(x+scene.Px*4, y+dy)
		sign.LineTo(x+scene.Px*10, y+dy)
	}
	sign.MoveTo(x+scene.Px*5, y+scene.Px*11)
	sign.LineTo(x+scene.Px*9, y+scene.Px*3)
	return []scene.Mark{scene.Rect{X: x + scene.Px/2, Y: y + scene.Px/2, W: scene.Px * 13, H: scene.Px * 13,
		Radius: scene.Px * 3, Paint: pen}, sign}
}
