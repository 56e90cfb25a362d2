package scale

import (
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
)

// minStep is the least distance between two ticks.
const minStep = 60 * scene.Px

// A Piece is a stretch of an axis that is true to scale.
type Piece struct {
	From, To Minute
	X0, X1   scene.Unit
}

// A Break is where an axis leaves time out.
type Break struct {
	Gap
	X0, X1 scene.Unit // between the pieces on either side
}

// An Axis maps time to places, linear within its pieces and with the same
// scale in all of them.
type Axis struct {
	Pieces []Piece
	Breaks []Break
	Step   Step
	ruler  Ruler
}

// minClockStep is the same for ticks of minutes, whose words are wide.
const minClockStep = 90 * scene.Px

// NewAxis builds the axis from x0 to x1 for stretches of time in order, which
// the gaps between them part. Widths holds the room for each break. The ends
// of the pieces fall on ticks where they do not meet thereby; the step is the
// finest of the ruler whose ticks stand 60 px apart, and not finer than finest.
func NewAxis(stretches [][2]Minute, gaps []Gap, widths []scene.Unit, x0, x1 scene.Unit, finest Calendar, ruler Ruler) Axis {
	room := x1 - x0
	for _, w := range widths {
		room -= w
	}
	room = max(room, scene.Unit(len(stretches))*scene.Px)
	var pieces [][2]Minute
	var step Step
	var total Minute
	for _, step = range ruler.steps() {
		if step.Unit < finest {
			continue
		}
		var apart bool
		pieces, apart = widen(stretches, step)
		if !apart {
			pieces = pad(stretches)
		}
		total = length(pieces)
		least := minStep
		if step.Unit == Minutes {
			least = minClockStep
		}
		if total > 0 && mulDiv(int64(room), int64(step.Mean()), int64(total)) >= int64(least) {
			break
		}
		if !apart && step.Unit == Years && step.Mean() > total {
			break
		}
	}
	a := Axis{Step: step, ruler: ruler}
	total = length(pieces)
	x, done := x0, Minute(0)
	for i, p := range pieces {
		// Places follow from sums, so that rounding does not add up.
		done += p[1] - p[0]
		end := x0 + scene.Unit(mulDiv(int64(room), int64(done), int64(max(total, 1))))
		for _, b := range a.Breaks {
			end += b.X1 - b.X0
		}
		a.Pieces = append(a.Pieces, Piece{p[0], p[1], x, end})
		x = end
		if i < len(gaps) {
			a.Breaks = append(a.Breaks, Break{gaps[i], x, x + widths[i]})
			x += widths[i]
		}
	}
	return a
}

// widen extends the stretches to whole steps. It reports whether they stay
// apart.
func widen(stretches [][2]Minute, step Step) ([][2]Minute, bool) {
	out := make([][2]Minute, len(stretches))
	apart := true
	for i, s := range stretches {
		from, to := step.Floor(s[0]), step.Ceil(s[1])
		if to <= from {
			to = step.Next(from)
		}
		out[i] = [2]Minute{from, to}
		apart = apart && (i == 0 || out[i-1][1] < from)
	}
	return out, apart
}

// pad extends the stretches a little, for those that no step leaves apart.
func pad(stretches [][2]Minute) [][2]Minute {
	extra := max(length(stretches)/Minute(8*len(stretches)), 1)
	out := make([][2]Minute, len(stretches))
	for i, s := range stretches {
		out[i] = [2]Minute{s[0] - extra, s[1] + extra}
		if i > 0 && out[i][0] < out[i-1][1] {
			mid := stretches[i-1][1] + (s[0]-stretches[i-1][1])/2
			out[i-1][1], out[i][0] = mid, mid
		}
	}
	return out
}

func length(pieces [][2]Minute) Minute {
	var sum Minute
	for _, p := range pieces {
		sum += p[1] - p[0]
	}
	return sum
}

// X returns the place of a time. Times in a break or beyond the ends stand at
// the nearest piece's end.
func (a Axis) X(m Minute) scene.Unit {
	for i, p := range a.Pieces {
		if m < p.From {
			if i > 0 && m-a.Pieces[i-1].To < p.From-m {
				return a.Pieces[i-1].X1
			}
			return p.X0
		}
		if m <= p.To {
			return p.X0 + scene.Unit(mulDiv(int64(p.X1-p.X0), int64(m-p.From), int64(max(p.To-p.From, 1))))
		}
	}
	return a.Pieces[len(a.Pieces)-1].X1
}

// From and To are the ends of the axis in time.
func (a Axis) From() Minute { return a.Pieces[0].From }

// To is the end of the axis in time.
func (a Axis) To() Minute { return a.Pieces[len(a.Pieces)-1].To }

// A Tick is a date on the axis.
type Tick struct {
	X     scene.Unit
	At    Minute
	Words string
}

// Ticks returns the ticks of all pieces, at most about 200. The first tick of
// each piece tells its date as far as the axis leaves it open: the year on an
// axis of several years, the day and month on one that is not named.
func (a Axis) Ticks(named bool) []Tick {
	say := a.ruler.Words
	y0, _, _ := DayOf(a.From()).Civil()
	y1, _, _ := DayOf(a.To() - 1).Civil()
	var out []Tick
	year := y0 - 1
	for _, p := range a.Pieces {
		first := true
		for m := a.Step.Ceil(p.From); m < p.To && len(out) < 200; m = a.Step.Next(m) {
			if a.ruler.Relative() {
				out = append(out, Tick{a.X(m), m, a.ruler.tick(a.Step, m)})
				continue
			}
			tell := TellChange
			y, _, _ := DayOf(m).Civil()
			switch {
			case y0 != y1 && (first || y != year):
				tell = TellYear
			case first && !named:
				tell = TellDate
			}
			words := a.Step.TickWords(say, m, tell)
			if first && named && a.Step.Unit <= Hours && y0 == y1 {
				words = say.Clock(int(m - floorDay(m))) // the name gives the day
			}
			out = append(out, Tick{a.X(m), m, words})
			year, first = y, false
		}
	}
	return out
}

// Words writes a place of the axis as its ticks are written.
func (a Axis) Words(m Minute) string {
	if a.ruler.Relative() {
		return a.ruler.tick(a.Step, m)
	}
	return a.Step.TickWords(a.ruler.Words, m, TellYear)
}

// FinestOf returns the finest unit that the dates of events bear out: no hours
// for days, no days for months.
func FinestOf(ms []Moment) Calendar {
	finest := Years
	for _, m := range ms {
		switch {
		case m.Timed:
			return Minutes
		case m.Kind == OneDay:
			finest = min(finest, Days)
		default:
			switch max(coarse(m.Event.Date.Start()), coarse(m.Event.Date.End())) {
			case edtf.PrecisionDay:
				finest = min(finest, Days)
			case edtf.PrecisionMonth:
				finest = min(finest, Months)
			}
		}
	}
	return finest
}
