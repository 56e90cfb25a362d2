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
	say, form, short := d.opt.Say, inFull, inFull
	short.OmitYear = true
	for _, above := range rows[:i] {
		first, last := above.days()
		a, _, _ := first.Civil()
		b, _, _ := last.Civil()
		form.OmitYear = form.OmitYear || (a == b && a == y0 && y0 == y1)
	}
	year := ""
	if !form.OmitYear {
		year = " " + say.Year(y1)
	}
	switch {
	case d.axis.Step.Unit == scale.Years && y0 == y1:
		return say.Year(y0)
	case y0 != y1 && (i == 0 && d.axis.Step.Unit >= scale.Months || d.axis.Step.Unit == scale.Years):
		return d.yearsName(y0, y1)
	case y0 != y1 && d.axis.Step.Unit == scale.Months:
		return say.Date(edtf.FromMonth(y0, m0), inFull) + " – " + say.Date(edtf.FromMonth(y1, m1), inFull)
	case y0 != y1:
		return say.Date(edtf.FromDay(from), inFull) + " – " + say.Date(edtf.FromDay(to), inFull)
	case d.axis.Step.Unit == scale.Months && m0 == m1:
		return say.Date(edtf.FromMonth(y0, m0), form)
	case d.axis.Step.Unit == scale.Months && m0 == 1 && m1 == 12:
		return say.Year(y0)
	case d.axis.Step.Unit == scale.Months:
		return say.Date(edtf.FromMonth(y0, m0), short) + "–" + say.Date(edtf.FromMonth(y1, m1), short) + year
	case from == to:
		return say.Date(edtf.FromDay(from), form)
	}
	return say.Date(edtf.Interval(edtf.FromDay(from), edtf.FromDay(to)), form)
}

// yearsName names a stretch of years, closed where both are plain numbers.
func (c *chart) yearsName(y0, y1 int64) string {
	if y0 > 0 && y1 < 10_000 {
		return c.opt.Say.Year(y0) + "–" + c.opt.Say.Year(y1)
	}
	return c.opt.Say.Year(y0) + " – " + c.opt.Say.Year(y1)
}

// days returns the first and the last day of the row's events.
func (r *row) days() (from, to edtf.Day) {
	first, last := r.ms[0].From, r.ms[0].From
	for _, m := range r.ms {
		first, last = min(first, m.From), max(last, m.From, m.To-1)
	}
	return scale.DayOf(first), scale.DayOf(last)
}
