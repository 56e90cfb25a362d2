package chart

import (
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

const (
	gutter      = scene.Px * 16 // between labels
	passRoom    = scene.Px * 14 // for a leader that runs down between labels
	inset       = scene.Px * 6  // from a label's edge to its leader
	maxLevels   = 3
	maxLines    = 5              // of a title
	longestWord = scene.Px * 200 // that is not broken
	maxBend     = scene.Px * 150 // of a leader, sideways
)

// A label is the words of one event, or of several that share one date, and
// the leader that ties them to the axis.
type label struct {
	ms     []scale.Moment
	blocks []furniture.Block // one for each event
	x      scene.Unit        // of the mark
	level  int
	width  scene.Unit // room, reserve included
	height scene.Unit
	left   scene.Unit
	via    []scene.Unit // where the leader stands at each level, own one last
	flush  bool         // words end at the right edge
	date   [2]string    // short and with the month in full
}

// natural is how wide the label is in the layout's face.
func (l *label) natural() scene.Unit { return measure.Natural(l.width) }

// A side is the labels on one side of the enlarged column.
type side struct {
	labels    []*label
	low, high scene.Unit
}

// labelSides places the labels of a row and returns what they cost. It reports
// false where they do not fit without long leaders or many lines.
func (c *chart) labelSides(r *row, date dateWords) ([]side, scene.Unit, bool) {
	low := max(r.axis.Pieces[0].X0-inset, c.frame.Margin)
	sides := []side{{low: low, high: c.frame.Width - c.frame.Margin}}
	if r.down != nil {
		right := side{low: r.x1 + scene.Pixels(10), high: sides[0].high}
		sides[0].high = r.x0 - scene.Pixels(6)
		sides = append(sides, right)
	}
	for _, m := range r.own() {
		x := r.anchor(m)
		s := &sides[0]
		if r.down != nil && x > r.x0 {
			s = &sides[1]
		}
		if n := len(s.labels); n > 0 && shared(s.labels[n-1].ms[0], m) {
			s.labels[n-1].ms = append(s.labels[n-1].ms, m)
			continue
		}
		s.labels = append(s.labels, &label{ms: []scale.Moment{m}, x: x, date: [2]string{date(m, false), date(m, true)}})
	}
	var total scene.Unit
	for i := range sides {
		cost, ok := c.settle(&sides[i])
		if !ok {
			return nil, 0, false
		}
		total += cost
	}
	return sides, total, true
}

// shared reports whether two events have the same date and time, so that one
// label can name it for both.
func shared(a, b scale.Moment) bool {
	return a.Event.Date == b.Event.Date && a.Timed == b.Timed && (!a.Timed || a.Clock == b.Clock)
}

// settle tries one level of labels, then more, and keeps the cheapest, of
// which it returns the cost: bends, levels and lines, as lengths.
func (c *chart) settle(s *side) (scene.Unit, bool) {
	if len(s.labels) == 0 {
		return 0, true
	}
	var best []*label
	var bestCost scene.Unit
	for levels := 1; levels <= min(maxLevels, len(s.labels)); levels++ {
		for first := range levels + 1 {
			for _, w := range widths() {
				try := clone(s.labels)
				if first == levels {
					drop(try, levels)
				} else {
					alternate(try, levels, first)
				}
				cost, ok := c.try(try, levels, s.low, s.high, w)
				if !w.full {
					cost += shortCost
				}
				if ok && (best == nil || cost < bestCost) {
					best, bestCost = try, cost
				}
			}
		}
		if best != nil && bestCost < scene.Unit(levels+1)*levelCost {
			break // another level cannot be cheaper
		}
	}
	s.labels = best
	return bestCost, best != nil
}

// What a further level of labels costs, and months cut short, in terms of the
// leaders' bends.
const (
	levelCost = scene.Px * 60
	shortCost = scene.Px * 4
	bendCost  = scene.Px * 12
	tallLabel = scene.Px * 74 // from here on every line costs its height
)

// A labelWidth is a try at how wide labels are: room to the next label,
// within bounds.
type labelWidth struct {
	least, most scene.Unit
	full        bool // months in full
}

func widths() []labelWidth {
	return []labelWidth{
		{scene.Pixels(90), scene.Pixels(230), true},
		{scene.Pixels(150), scene.Pixels(230), true},
		{scene.Pixels(90), scene.Pixels(230), false},
		{scene.Pixels(90), scene.Pixels(150), false},
	}
}

// dateWords writes the date of a label, with months in full or short.
type dateWords func(m scale.Moment, full bool) string

func clone(ls []*label) []*label {
	out := make([]*label, len(ls))
	for i, l := range ls {
		copied := *l
		out[i] = &copied
	}
	return out
}

// alternate deals the labels out to the levels in turn.
func alternate(ls []*label, levels, first int) {
	for i, l := range ls {
		l.level = (i + first) % levels
	}
}

// drop gives each label the highest level that has room at its place, as far
// as a usual width tells.
func drop(ls []*label, levels int) {
	const usual = scene.Px * 130
	free := make([]scene.Unit, levels)
	for i := range free {
		free[i] = -usual
	}
	for _, l := range ls {
		l.level = 0
		for k := range free {
			if free[k] <= l.x {
				l.level = k
				break
			}
			if free[k] < free[l.level] {
				l.level = k
			}
		}
		free[l.level] = max(free[l.level], l.x) + usual
	}
}

// try sets the labels at their levels and returns what the result costs.
func (c *chart) try(ls []*label, levels int, low, high scene.Unit, w labelWidth) (scene.Unit, bool) {
	for i, l := range ls {
		room := high - l.x
		for _, next := range ls[i+1:] {
			if next.level == l.level {
				room = next.x - l.x - gutter
				break
			}
		}
		if !c.fill(l, min(max(room, w.least), w.most), min(high-low, scene.Pixels(340)), w.full) {
			return 0, false
		}
	}
	cost := scene.Unit(levels) * levelCost
	at := make([]scene.Unit, len(ls)) // where each leader stands
	for i, l := range ls {
		at[i], l.via = l.x, nil
	}
	for level := range levels {
		var want, width []scene.Unit
		var who []int
		for i, l := range ls {
			if l.level < level {
				continue
			}
			who = append(who, i)
			if l.level == level {
				want, width = append(want, at[i]-inset), append(width, l.width+gutter)
			} else {
				want, width = append(want, at[i]-passRoom/2), append(width, passRoom)
			}
		}
		lefts, ok := spread(want, width, low, high+gutter)
		if !ok {
			return 0, false
		}
		for k, i := range who {
			l, to := ls[i], lefts[k]+passRoom/2
			if l.level == level {
				to = l.stand(lefts[k], at[i])
			}
			bend := max(to-at[i], at[i]-to)
			if bend > maxBend {
				return 0, false
			}
			if bend > 0 {
				cost += bend + bendCost
			}
			at[i] = to
			l.via = append(l.via, to)
		}
	}
	for _, l := range ls {
		cost += l.height/4 + max(0, l.height-tallLabel)
	}
	return cost, true
}

// stand sets the label's left edge and returns where its leader ends: above
// the words, as near to x as they reach.
func (l *label) stand(left, x scene.Unit) scene.Unit {
	left -= left % scene.Px // whole pixels; the gutter is wide enough
	l.left = left
	l.flush = x > left+l.natural()*3/4
	if l.flush {
		return min(x, left+l.width-inset)
	}
	// Better a straight leader at the label's very edge than a short bend.
	return max(left, min(x, left+l.natural()-inset))
}

// A filling is the words of a label set at a width.
type filling struct {
	blocks        []furniture.Block
	width, height scene.Unit
	fits          bool
}

// A fillKey is what a filling depends on.
type fillKey struct {
	event       *story.Event // the first of the label
	events      int
	date        string
	width, most scene.Unit
}

// fill sets the label's words at about the given width, more where the title
// would take too many lines. It reports false where no width will do. Layouts
// try the same widths again and again, so fillings are kept.
func (c *chart) fill(l *label, width, most scene.Unit, full bool) bool {
	date := l.date[0]
	if full {
		date = l.date[1]
	}
	key := fillKey{l.ms[0].Event, len(l.ms), date, width, most}
	f, ok := c.fillings[key]
	if !ok {
		f = c.filling(l.ms, date, width, most)
		c.fillings[key] = f
	}
	l.blocks, l.width, l.height = f.blocks, f.width, f.height
	return f.fits
}

func (c *chart) filling(ms []scale.Moment, date string, width, most scene.Unit) filling {
	t := c.frame.Type
	// Neither a date nor an ordinary word is broken for a narrow column.
	width = max(width, min(furniture.Room(date, t.Date), scene.Pixels(150), most))
	for _, m := range ms {
		width = max(width, min(measure.Longest(furniture.Title(c.opt.Say, m.Event), furniture.Style(t.Label)), longestWord, most))
	}
	apart := slices.ContainsFunc(ms, func(m scale.Moment) bool { return c.look(m) != c.look(ms[0]) })
	for {
		var f filling
		fits := true
		for i, m := range ms {
			var b furniture.Block
			if i == 0 {
				b.AddDate(c.opt.Say, date, furniture.StatusWord(c.opt.Say, m.Event), t.Date, width)
			} else {
				b.Space(scene.Pixels(4))
				b.AddDate(c.opt.Say, "", furniture.StatusWord(c.opt.Say, m.Event), t.Date, width)
			}
			before := b.Lines()
			if apart {
				b.AddMarked(furniture.Title(c.opt.Say, m.Event), t.Label, c.look(m), width)
			} else {
				b.Add(furniture.Title(c.opt.Say, m.Event), t.Label, width)
			}
			fits = fits && b.Lines()-before <= maxLines-1
			c.differences(&b, m, width)
			f.blocks = append(f.blocks, b)
			f.width = max(f.width, b.Width)
			f.height += b.Height
		}
		switch {
		case fits && f.width <= most:
			f.fits = f.height <= scene.Pixels(260)
			return f
		case width >= most:
			return f
		}
		width = min(width+scene.Pixels(24), most)
	}
}

// rowDate returns how a row's labels write dates: without the year where the
// row lies in one, by the clock alone where it lies in one day.
func (c *chart) rowDate(r *row) dateWords {
	from, to := r.axis.From(), r.axis.To()-1
	y0, _, _ := scale.DayOf(from).Civil()
	y1, _, _ := scale.DayOf(to).Civil()
	oneYear, oneDay := y0 == y1, scale.DayOf(from) == scale.DayOf(to)
	return func(m scale.Moment, full bool) string {
		if c.ruler.Relative() {
			return c.ruler.Offset(m)
		}
		if oneDay && m.Timed && r.named {
			return m.Clock.Words(c.opt.Say)
		}
		form := lang.Form{Full: full}
		form.OmitYear = oneYear && r.named && m.Event.Date.Precision() < edtf.PrecisionYear
		return furniture.When(c.opt.Say, m, form)
	}
}
