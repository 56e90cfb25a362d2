package chart

import (
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/edtf"
)

// rowName names the time that a row shows: "1907–1911", "March–May 1911",
// "8–19 May". The year is left out where a row above names it.
func (d *drawing) rowName(rows []row, i int) string {
	from, to := scale.DayOf(d.axis.From()), scale.DayOf(d.axis.To()-1)
	y0, m0, _ := from.Civil()
	y1, m1, _ := to.Civil()
	style := d.style()
	for _, above := range rows[:i] {
		a, _, _ := scale.DayOf(above.axis.From()).Civil()
		b, _, _ := scale.DayOf(above.axis.To() - 1).Civil()
		style.OmitYear = style.OmitYear || (a == b && a == y0 && y0 == y1)
	}
	year := ""
	if !style.OmitYear {
		year = " " + scale.YearWords(y1)
	}
	short := d.style()
	short.OmitYear = true
	switch {
	case d.axis.Step.Unit == scale.Years && y0 == y1:
		return scale.YearWords(y0)
	case y0 != y1 && (i == 0 || d.axis.Step.Unit == scale.Years):
		return yearsName(y0, y1)
	case y0 != y1 && d.axis.Step.Unit == scale.Months:
		return edtf.FromMonth(y0, m0).Words(d.style()) + " – " + edtf.FromMonth(y1, m1).Words(d.style())
	case y0 != y1:
		return edtf.FromDay(from).Words(d.style()) + " – " + edtf.FromDay(to).Words(d.style())
	case d.axis.Step.Unit == scale.Months && m0 == m1:
		return edtf.FromMonth(y0, m0).Words(style)
	case d.axis.Step.Unit == scale.Months && m0 == 1 && m1 == 12:
		return scale.YearWords(y0)
	case d.axis.Step.Unit == scale.Months:
		return edtf.FromMonth(y0, m0).Words(short) + "–" + edtf.FromMonth(y1, m1).Words(short) + year
	case from == to:
		return edtf.FromDay(from).Words(style)
	}
	return edtf.Interval(edtf.FromDay(from), edtf.FromDay(to)).Words(style)
}

// yearsName names a stretch of years, closed where both are plain numbers.
func yearsName(y0, y1 int64) string {
	if y0 > 0 && y1 < 10_000 {
		return scale.YearWords(y0) + "–" + scale.YearWords(y1)
	}
	return scale.YearWords(y0) + " – " + scale.YearWords(y1)
}
