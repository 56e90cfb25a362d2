package chart

import (
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/edtf"
)

// rowName names the time that a row shows: "1907–1911", "March–May 1911",
// "8–19 May". The year is left out where a row above names it.
func (d *drawing) rowName(rows []row, i int) string {
	from, to := d.days()
	y0, m0, _ := from.Civil()
	y1, m1, _ := to.Civil()
	say, form := d.opt.Say, inFull
	for _, above := range rows[:i] {
		first, last := above.days()
		a, _, _ := first.Civil()
		b, _, _ := last.Civil()
		form.OmitYear = form.OmitYear || (a == b && a == y0 && y0 == y1)
	}
	unit := d.axis.Step.Unit
	switch {
	case unit == scale.Years && y0 == y1:
		return say.Year(y0)
	case y0 != y1 && (i == 0 && unit >= scale.Months || unit == scale.Years):
		return say.Years(y0, y1)
	case y0 == y1 && unit == scale.Months && m0 == 1 && m1 == 12:
		return say.Year(y0)
	case y0 == y1 && unit == scale.Months && m0 != m1:
		return say.Months(y0, m0, m1, form.OmitYear)
	case unit == scale.Months:
		return say.Date(edtf.Interval(edtf.FromMonth(y0, m0), edtf.FromMonth(y1, m1)), form)
	}
	form.Full = y0 == y1 // two dates in full fill too many lines
	return say.Date(edtf.Interval(edtf.FromDay(from), edtf.FromDay(to)), form)
}

// days returns the first and the last day of the row's events.
func (r *row) days() (from, to edtf.Day) {
	first, last := r.ms[0].From, r.ms[0].From
	for _, m := range r.ms {
		first, last = min(first, m.From), max(last, m.From, m.To-1)
	}
	return scale.DayOf(first), scale.DayOf(last)
}
