package chart

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
)

const (
	maxRows    = 4 // one overview and three enlargements
	minCluster = 3 // events that make an enlargement worth while
	maxBreaks  = 8 // more leave no room for the pieces
)

// A row is one axis of the wide timeline with the events that fall on it.
type row struct {
	ms   []scale.Moment // all events in the row's time, in order
	axis scale.Axis
	down []bool // which of them the next row enlarges; nil for the last row
	// named is set where a name beside the row gives the year and the day that
	// its labels leave out.
	named bool
	// Where the next row's time lies on this axis, when there is one.
	x0, x1 scene.Unit
}

// own returns the events that are labelled in this row, from left to right.
func (r *row) own() []scale.Moment {
	var out []scale.Moment
	for i, m := range r.ms {
		if r.down == nil || !r.down[i] {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b scale.Moment) int { return cmp.Compare(r.anchor(a), r.anchor(b)) })
	return out
}

// planRows plans the row of the given events and those below it.
func (c *chart) planRows(ms []scale.Moment, depth int, how crowding) ([]row, bool) {
	left := c.axisLeft(ms, depth)
	right := c.frame.Width - c.frame.Margin
	if depth+1 < maxRows {
		if in := crowd(ms, how); in != nil {
			if rows, ok := c.enlarge(ms, in, depth, how); ok {
				return rows, true
			}
		}
	}
	axis, ok := c.buildAxis(ms, nil, left, right)
	return []row{{ms: ms, axis: axis}}, ok
}

// axisLeft is where the axis of a row begins: beside its name where it has one,
// else at the margin, with room for the mark of an approximate date.
func (c *chart) axisLeft(ms []scale.Moment, depth int) scene.Unit {
	switch {
	case depth > 0 || oneYear(ms):
		return rowLeft
	case ms[0].Event.Date.Approximate():
		return c.frame.Margin + scene.Pixels(30)
	}
	return c.frame.Margin + scene.Pixels(8)
}

// oneYear reports whether all events fall in one calendar year, which then
// stands beside the row.
func oneYear(ms []scale.Moment) bool {
	first, _, _ := scale.DayOf(ms[0].From).Civil()
	for _, m := range ms {
		last, _, _ := scale.DayOf(max(m.From, m.To-1)).Civil()
		if last != first {
			return false
		}
	}
	return true
}

// enlarge plans the row with the crowd taken out and the rows below. It
// reports false where the crowd would be the whole row.
func (c *chart) enlarge(ms []scale.Moment, in []bool, depth int, how crowding) ([]row, bool) {
	right := c.frame.Width - c.frame.Margin
	for range 6 {
		part := pick(ms, in)
		if len(part) == len(ms) {
			return nil, false
		}
		below, ok := c.planRows(part, depth+1, how)
		if !ok {
			return nil, false
		}
		from, to := below[0].axis.From(), below[0].axis.To()
		if absorb(ms, in, from, to) {
			continue
		}
		axis, ok := c.buildAxis(ms, in, rowLeft, right)
		if !ok {
			return nil, false
		}
		r := row{ms: ms, axis: axis, down: in, x0: axis.X(from), x1: axis.X(to)}
		if least := scene.Pixels(10); r.x1-r.x0 < least {
			r.x0 -= (least - (r.x1 - r.x0)) / 2
			r.x0 = max(rowLeft, min(r.x0, right-least))
			r.x1 = r.x0 + least
		}
		if c.squeezed(&r, in) {
			continue
		}
		return append([]row{r}, below...), true
	}
	return nil, false
}

func pick(ms []scale.Moment, in []bool) []scale.Moment {
	var out []scale.Moment
	for i, m := range ms {
		if in[i] {
			out = append(out, m)
		}
	}
	return out
}

// absorb adds the events that lie within the enlarged time to the crowd.
func absorb(ms []scale.Moment, in []bool, from, to scale.Minute) bool {
	changed := false
	for i, m := range ms {
		if !in[i] && m.From >= from && m.To <= to {
			in[i], changed = true, true
		}
	}
	return changed
}

// squeezed adds the events beside the enlarged column to the crowd where the
// column leaves too little room for their labels.
func (c *chart) squeezed(r *row, in []bool) bool {
	const least = scene.Px * 104
	var left, right []int
	for i, m := range r.ms {
		switch {
		case in[i]:
		case r.anchor(m) <= r.x0:
			left = append(left, i)
		default:
			right = append(right, i)
		}
	}
	changed := false
	for _, side := range []struct {
		is   []int
		room scene.Unit
	}{{left, r.x0 - rowLeft}, {right, c.frame.Width - c.frame.Margin - r.x1}} {
		if len(side.is) == 0 || side.room >= least*scene.Unit((len(side.is)+2)/3) {
			continue
		}
		for _, i := range side.is {
			in[i], changed = true, true
		}
	}
	return changed
}

// buildAxis builds the axis of events. Events marked in stand as one when the
// usual gap is taken.
func (c *chart) buildAxis(ms []scale.Moment, in []bool, left, right scene.Unit) (scale.Axis, bool) {
	blocks := make([]int, len(ms))
	for i := range in {
		if in[i] {
			blocks[i] = 1
		}
	}
	gaps := c.gaps(ms, blocks)
	if len(gaps) > maxBreaks {
		return scale.Axis{}, false
	}
	var stretches [][2]scale.Minute
	widths := make([]scene.Unit, len(gaps))
	start := 0
	for i := 0; i <= len(gaps); i++ {
		end := len(ms)
		if i < len(gaps) {
			end = gaps[i].After
			widths[i] = c.gapWidth(gaps[i].Length)
		}
		s := [2]scale.Minute{ms[start].From, ms[start].To}
		for _, m := range ms[start:end] {
			s[0], s[1] = min(s[0], m.From), max(s[1], m.To, m.From+1)
		}
		stretches = append(stretches, s)
		start = end
	}
	return scale.NewAxis(stretches, gaps, widths, left, right, scale.FinestOf(ms), c.ruler), true
}

// crowd returns the events that stand closest together: at least three, in
// less of the time that the row shows than the share, as many as possible, and
// apart from the others by more than they span, unless loose.
func crowd(ms []scale.Moment, how crowding) []bool {
	var total scale.Minute
	end := ms[0].From
	for _, m := range ms {
		if gap := m.From - end; gap >= 5*scale.Year {
			end = m.From // this gap will be cut out
		}
		if m.To > end {
			total += m.To - end
			end = m.To
		}
	}
	best, at, span := 0, 0, scale.Minute(0)
	for i := range ms {
		to := ms[i].To
		for j := i; j < len(ms); j++ {
			to = max(to, ms[j].To)
			length := to - ms[i].From
			if length*100 >= total*how.share {
				break
			}
			n := j - i + 1
			if n < minCluster || n == len(ms) || n < best || (n == best && length >= span) {
				continue
			}
			if how.loose || apart(ms, i, j, length) {
				best, at, span = n, i, length
			}
		}
	}
	if best == 0 || ms[at].From == ms[at+best-1].From {
		return nil // nothing to enlarge, or all at one time
	}
	in := make([]bool, len(ms))
	for i := at; i < at+best; i++ {
		in[i] = true
	}
	return in
}

// apart reports whether the events i to j keep a distance of their own
// length from those before and after.
func apart(ms []scale.Moment, i, j int, length scale.Minute) bool {
	for _, m := range ms[:i] {
		if ms[i].From-m.To < length && m.Kind != scale.Range && m.Kind != scale.Period {
			return false
		}
	}
	return j+1 == len(ms) || ms[j+1].From-ms[j].To >= length
}

// anchor returns where an event's leader begins: at the beginning of a bar,
// else in the middle of the time that the mark stands for. A bar that begins
// inside the enlarged column has its leader beside the column.
func (r *row) anchor(m scale.Moment) scene.Unit {
	x0, x1, bar := r.bar(m)
	if !bar {
		return r.axis.X(m.Anchor())
	}
	x := min(x0+scene.Pixels(6), (x0+x1)/2)
	if r.down != nil && x > r.x0 && x < r.x1 && x1 > r.x1 {
		x = r.x1 + scene.Pixels(4)
	}
	return x
}

// bar returns the ends of the bar that draws an event, and whether it is
// drawn as one.
func (r *row) bar(m scale.Moment) (x0, x1 scene.Unit, ok bool) {
	x0, x1 = r.axis.X(m.From), r.axis.X(m.To)
	switch m.Kind {
	case scale.Range:
		last := r.axis.Pieces[len(r.axis.Pieces)-1].X1
		if x1-x0 < minBar {
			x1 = x0 + minBar
			if x1 > last {
				x0, x1 = last-minBar, last
			}
		}
		return x0, x1, true
	case scale.Period:
		return x0, x1, x1-x0 >= scene.Pixels(16)
	case scale.OneDay:
		return x0, x1, r.axis.Step.Unit <= scale.Hours
	}
	return x0, x1, false
}
