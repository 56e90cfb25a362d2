package furniture

import (
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// An Entry is one sign of the key and what it means.
type Entry struct {
	Words string
	Role  scene.Role // of the words: a group's colour, or Secondary
	Bold  bool
	Sign  func(x, y scene.Unit) []scene.Mark // drawn around its middle, at most 14 wide
}

// KeyOf returns the entries for what occurs among the events: lanes first,
// then statuses and kinds of date.
func KeyOf(say lang.Speaker, g Groups, ms []scale.Moment) []Entry {
	var out []Entry
	for i, name := range g.names[:min(maxGroups, len(g.names))] {
		role, shape := groupLook(i)
		out = append(out, Entry{name, role, true, pointSign(Look{Role: role, Shape: shape, Size: g.mark})})
	}
	if name := g.other(say, ms); name != "" {
		role, shape := groupLook(maxGroups)
		out = append(out, Entry{name, role, true, pointSign(Look{Role: role, Shape: shape, Size: g.mark})})
	}
	base := Look{Role: scene.Group1, Size: g.mark}
	add := func(words string, has func(scale.Moment) bool, sign func(x, y scene.Unit) []scene.Mark) {
		for _, m := range ms {
			if has(m) {
				out = append(out, Entry{words, scene.Secondary, false, sign})
				return
			}
		}
	}
	for _, status := range []story.Status{story.StatusPlanned, story.StatusCancelled, story.StatusDenied} {
		l := base
		l.Status = status
		add(say.Say("status."+string(status)), func(m scale.Moment) bool { return m.Event.Status == status }, pointSign(l))
	}
	add(say.Say("key.uncertain"), func(m scale.Moment) bool { return m.Event.Date.Uncertain() },
		pointSign(Look{Role: scene.Group1, Uncertain: true}))
	add(say.Say("key.approximate"), func(m scale.Moment) bool {
		return m.Event.Date.Approximate() && !m.Event.Date.Uncertain()
	}, func(x, y scene.Unit) []scene.Mark {
		r := base.half() + scene.Px*4
		faint := scene.Rect{X: x - r, Y: y - scene.Px*5, W: 2 * r, H: scene.Px * 10,
			Radius: scene.Px * 5, Paint: scene.Paint{Fill: scene.Group1, Fade: 70}}
		return append([]scene.Mark{faint}, Point(x, y, base)...)
	})
	add(say.Say("key.period"), func(m scale.Moment) bool { return m.Kind == scale.Period },
		func(x, y scene.Unit) []scene.Mark {
			return Bar{From: x - scene.Px*8, To: x + scene.Px*8, Across: y, Thick: BarWidth, Faint: true}.Marks(base)
		})
	return out
}

// other names the grey marks: the fifth lane where it alone is grey.
func (g Groups) other(say lang.Speaker, ms []scale.Moment) string {
	without := false
	for _, m := range ms {
		without = without || m.Event.Lane == ""
	}
	switch {
	case len(g.names) == 0, !without && len(g.names) <= maxGroups:
		return ""
	case !without && len(g.names) == maxGroups+1:
		return g.names[maxGroups]
	}
	return say.Say("key.other")
}

func pointSign(l Look) func(x, y scene.Unit) []scene.Mark {
	return func(x, y scene.Unit) []scene.Mark { return Point(x, y, l) }
}

// Key draws entries in rows and returns the edge below them; without entries
// it draws nothing.
func Key(f Frame, top scene.Unit, entries []Entry) ([]scene.Mark, scene.Unit) {
	if len(entries) == 0 {
		return nil, top
	}
	const (
		sign = scene.Px * 24 // from the sign's left to its words
		row  = scene.Px * 22
	)
	var marks []scene.Mark
	x := f.Margin
	for _, e := range entries {
		t := f.Type.Date
		t.Bold, t.Role = e.Bold, string(e.Role)
		b := measure.Fit(e.Words, f.Inner()-sign, Style(t))
		w := sign + b.Reserved()
		if x > f.Margin && x+w > f.Width-f.Margin {
			x, top = f.Margin, top+row
		}
		marks = append(marks, e.Sign(x+scene.Pixels(9), top+row/2)...)
		for i, line := range b.Lines {
			if i > 0 {
				top += scene.Unit(t.Line)
			}
			marks = append(marks, Line(line, t, x+sign, (top+row/2+scene.Unit(t.Size)*7/20)/scene.Px*scene.Px, scene.Left))
		}
		x += (w + scene.Pixels(19)) / scene.Px * scene.Px // whole pixels print shorter
	}
	return marks, top + row + scene.Pixels(4)
}
