// Package scale places events in time: their spans in local minutes, their
// order, the gaps between them with their lengths in words, and broken linear
// axes with ticks at real dates.
package scale

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A Minute is a local time: minutes since 1 January 1970, 0:00, on the
// clocks of the place that the event happened in.
type Minute int64

// Lengths in minutes. Year is a year without a leap day.
const (
	Hour Minute = 60
	Day  Minute = 24 * Hour
	Year Minute = 365 * Day
)

// maxDay bounds the days that are drawn apart, about five million million
// years on either side; products of minutes and pixels stay within reach.
const maxDay = edtf.Day(2_000_000_000_000_000)

// Kind says how an event takes up time.
type Kind uint8

// The kinds of span.
const (
	Instant Kind = iota // a clock time
	OneDay              // some time on one day
	Period              // some time in a month, a year or another stretch
	Range               // from a day or time until another
)

// A Span is the time that an event takes, or may take.
type Span struct {
	Kind      Kind
	From, To  Minute // To is the end, exclusive; equal to From for an Instant
	Timed     bool   // has a clock time
	OpenStart bool
	OpenEnd   bool
	Clock     Clock
}

// Anchor is the point that stands for the span where it is too short to
// draw: the beginning of an instant or a range, the middle of the others.
func (s Span) Anchor() Minute {
	switch s.Kind {
	case OneDay, Period:
		return s.From + (s.To-s.From)/2
	}
	return s.From
}

// SpanOf returns the time that an event takes. It reports false for an event
// whose date is absent or bounded on neither side.
func SpanOf(e *story.Event) (Span, bool) {
	lo, hasLo := e.Date.Earliest()
	hi, hasHi := e.Date.Latest()
	switch {
	case !hasLo && !hasHi:
		return Span{}, false
	case !hasLo:
		lo = hi
	case !hasHi:
		hi = lo
	}
	s := Span{
		From: midnight(lo), To: midnight(hi) + Day,
		OpenStart: !hasLo || e.Date.UnknownStart(), OpenEnd: !hasHi || e.Date.OpenEnd() || e.Date.UnknownEnd(),
	}
	clock, timed := ParseClock(e.Time)
	switch {
	case e.Date.IsInterval():
		s.Kind = Range
	case e.Date.Precision() != edtf.PrecisionDay || lo != hi:
		s.Kind = Period
	case timed:
		s.Timed, s.Clock = true, clock
		s.To = s.From + clock.End
		s.From += clock.Start
		if s.To < s.From {
			s.To += Day // until after midnight
		}
		if clock.Range {
			s.Kind = Range
		}
	default:
		s.Kind = OneDay
	}
	return s, true
}

// A Moment is an event and its span.
type Moment struct {
	Event *story.Event
	Span
}

// Moments returns the events that the pictures draw and that have a place in
// time, in the order of drawing: by local calendar date, then clock time, then
// as they stand in the story. An event without a clock time comes before those
// of its day that have one. Clock times of several zones tell theirs.
func Moments(s *story.Story) []Moment {
	var out []Moment
	for i := range s.Events {
		e := &s.Events[i]
		if !e.Drawn {
			continue
		}
		if span, ok := SpanOf(e); ok {
			out = append(out, Moment{e, span})
		}
	}
	slices.SortStableFunc(out, Order)
	tellZones(out)
	return out
}

// tellZones has clock times tell their zone where there is more than one.
func tellZones(ms []Moment) {
	zone, mixed := "", false
	for _, m := range ms {
		z := m.Clock.ZoneWords()
		mixed = mixed || zone != "" && z != "" && z != zone
		if z != "" {
			zone = z
		}
	}
	for i := range ms {
		ms[i].Clock.Told = mixed
	}
}

// Order compares two moments for drawing; see Moments. Moments that it holds
// equal keep the order of the story, so sorts by it must be stable.
func Order(a, b Moment) int {
	return cmp.Or(
		cmp.Compare(floorDay(a.From), floorDay(b.From)),
		cmp.Compare(a.clockStart(), b.clockStart()),
		cmp.Compare(a.To, b.To),
		edtf.Compare(a.Event.Date, b.Event.Date),
	)
}

func (s Span) clockStart() Minute {
	if s.Timed {
		return s.Clock.Start
	}
	return -1
}

// floorDay returns the midnight at or before m.
func floorDay(m Minute) Minute { return floorTo(m, Day) }

// floorTo returns the multiple of step at or below m.
func floorTo(m, step Minute) Minute {
	r := m % step
	if r < 0 {
		r += step
	}
	return m - r
}

// DayOf returns the calendar day of a minute.
func DayOf(m Minute) edtf.Day { return edtf.Day(floorDay(m) / Day) }

// mulDiv returns a*b/c without overflow, rounded down, for a, b ≥ 0 and
// c > 0; results beyond 63 bits are cut off there.
func mulDiv(a, b, c int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	if hi >= uint64(c) {
		return 1<<63 - 1
	}
	q, _ := bits.Div64(hi, lo, uint64(c))
	return int64(min(q, 1<<63-1))
}
