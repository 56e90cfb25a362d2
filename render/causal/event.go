package causal

import (
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
)

// barLength is how long the mark of an event that lasts is. It is a sign, not
// a scale.
const barLength = scene.Px * 24

// lasting reports whether event i is drawn as a bar.
func (d *diagram) lasting(i int) bool {
	k := d.ms[i].Kind
	return k == scale.Range || k == scale.Period
}

// mark draws the mark of event i on a ground of some colour. Of a bar, x and y are where a point would
// have its middle; the bar goes on from there, down or to the right.
func (d *diagram) mark(i int, x, y scene.Unit, vertical bool, ground scene.Role) []scene.Mark {
	m, look := d.ms[i], d.look(i)
	if !d.lasting(i) {
		return furniture.PointOn(x, y, look, ground)
	}
	bar := furniture.Bar{From: x - scene.Px*6, Across: y, Thick: furniture.BarWidth, Vertical: vertical,
		Faint: m.Kind == scale.Period, OpenStart: m.OpenStart, OpenEnd: m.OpenEnd, Ground: ground}
	if vertical {
		bar.From, bar.Across = y-scene.Px*6, x
	}
	bar.To = bar.From + barLength
	return bar.Marks(look)
}

// markLength is how far the mark of event i reaches beyond its middle.
func (d *diagram) markLength(i int) scene.Unit {
	if !d.lasting(i) {
		return scene.Px * 8
	}
	reach := barLength - scene.Px*4
	if d.ms[i].OpenEnd {
		reach += scene.Px * 14 // the chevrons
	}
	return reach
}

// when writes the date of event i: on a day of several events only the clock
// time after the first, and the year of a day only where it changes.
func (d *diagram) when(i int) string {
	m, form := d.ms[i], inFull
	if i > 0 && m.Event.Date.Precision() == edtf.PrecisionDay {
		if m.Timed && d.ms[i-1].Event.Date == m.Event.Date {
			return m.Clock.Words(d.opt.Say)
		}
		a, ok := oneYear(d.ms[i-1])
		b, too := oneYear(m)
		form.OmitYear = ok && too && a == b
	}
	return furniture.When(d.opt.Say, m, form)
}

// oneYear returns the year that a moment lies in, and whether it is but one.
func oneYear(m scale.Moment) (int64, bool) {
	first, ok := m.Event.Date.Earliest()
	last, too := m.Event.Date.Latest()
	if !ok || !too {
		return 0, false
	}
	a, _, _ := first.Civil()
	b, _, _ := last.Civil()
	return a, a == b
}

// gaps returns the break before each event, zero for none.
func (d *diagram) gaps() []lang.Length {
	out := make([]lang.Length, len(d.ms))
	for _, g := range scale.Gaps(d.ms, nil) {
		out[g.After] = g.Length
	}
	return out
}
