package graph

import (
	"math"
	"math/bits"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Allen is a set of Allen's thirteen relations between two periods, those that
// are possible. Periods are whole days, first and last included: one that ends
// on the day on which the other begins meets it.
type Allen uint16

// Allen's relations, from the first period to the second.
const (
	Precedes     Allen = 1 << iota // over before the day on which the other begins
	Meets                          // ends on the day on which the other begins
	Overlaps                       // begins earlier and ends within it
	FinishedBy                     // begins earlier and ends with it
	Contains                       // begins earlier and ends later
	Starts                         // begins with it and ends earlier
	Equals                         // begins and ends with it
	StartedBy                      // begins with it and ends later
	During                         // begins later and ends earlier
	Finishes                       // begins later and ends with it
	OverlappedBy                   // begins within it and ends later
	MetBy                          // begins on the day on which the other ends
	PrecededBy                     // begins after the day on which the other ends

	allenCount = iota
	anyAllen   = Allen(1<<allenCount - 1)
)

var allenNames = [allenCount]string{"precedes", "meets", "overlaps", "finished by", "contains", "starts",
	"equals", "started by", "during", "finishes", "overlapped by", "met by", "preceded by"}

// Certain reports whether one relation is left.
func (a Allen) Certain() bool { return bits.OnesCount16(uint16(a)) == 1 }

// Within reports whether every possible relation is among some, so that one of
// these holds for certain.
func (a Allen) Within(some Allen) bool { return a != 0 && a&^some == 0 }

// Inverse returns the relations from the second period to the first.
func (a Allen) Inverse() Allen {
	return Allen(bits.Reverse16(uint16(a)) >> (16 - allenCount))
}

// String names the relations: "precedes or meets".
func (a Allen) String() string {
	var names []string
	for i, name := range allenNames {
		if a&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " or ")
}

// Relate returns the relations that two dates leave possible. A single date, a
// year for one, is some period within it, of a day or longer; an interval
// begins within its first date and ends within its second. An approximate date
// may lie beside what it says, an uncertain one anywhere, as may an end that
// is open or unknown; no date leaves everything possible.
func Relate(a, b edtf.Date) Allen {
	return relate(periodOf(a), periodOf(b))
}

// CertainlyBefore reports whether the dates of two events leave no doubt that
// one was over before the other began. Where both have a day and a clock time
// with a zone, instants are compared, else calendar days.
func CertainlyBefore(a, b *story.Event) bool {
	if x, ok := instantsOf(a); ok {
		if y, ok := instantsOf(b); ok {
			return x.end < y.start
		}
	}
	return Relate(a.Date, b.Date).Within(Precedes)
}

// A span is a range of days or instants, both ends included.
type span struct{ start, end int64 }

// A period is one whose first and last day lie within spans.
type period struct{ first, last span }

const (
	never  = math.MinInt64 / 2
	always = math.MaxInt64 / 2
)

func periodOf(d edtf.Date) period {
	if d.IsInterval() {
		return period{daysOf(d.Start()), daysOf(d.End())}
	}
	days := daysOf(d)
	return period{days, days}
}

// daysOf returns the days that a date can mean; the zero date means any.
func daysOf(d edtf.Date) span {
	s := span{never, always}
	if d.Uncertain() {
		return s
	}
	margin := int64(0)
	if d.Approximate() {
		margin = leeway(d.Precision())
	}
	if lo, ok := d.Earliest(); ok {
		s.start = int64(lo) - margin
	}
	if hi, ok := d.Latest(); ok {
		s.end = int64(hi) + margin
	}
	return s
}

// leeway is how many days an approximate date may be wrong by: the unit above
// its own. "About 1850" is off by ten years at most, "about 5 May" by a month.
func leeway(p edtf.Precision) int64 {
	const year = 366
	switch p {
	case edtf.PrecisionDay:
		return 31
	case edtf.PrecisionMonth, edtf.PrecisionSeason:
		return year
	case edtf.PrecisionYear:
		return 10 * year
	case edtf.PrecisionDecade:
		return 100 * year
	case edtf.PrecisionCentury:
		return 1000 * year
	}
	return always / 2
}

// instantsOf returns the seconds, from an arbitrary zero, of an event that has
// a day and a clock time with a zone.
func instantsOf(e *story.Event) (span, bool) {
	if e.Time == "" || e.Date.Precision() != edtf.PrecisionDay || e.Date.Approximate() || e.Date.Uncertain() {
		return span{}, false
	}
	day, ok1 := e.Date.Earliest()
	last, ok2 := e.Date.Latest()
	from, to, err := story.ParseTime(e.Time)
	if err != nil || !ok1 || !ok2 || day != last || !from.HasZone || !to.HasZone {
		return span{}, false
	}
	at := func(c story.Clock) int64 { return int64(day)*86400 + int64(c.Seconds()-c.Offset*60) }
	s := span{at(from), at(to)}
	if s.end < s.start {
		s.end += 86400 // past midnight
	}
	return s, true
}

// The ends of two periods, and how each of Allen's relations orders them: '<'
// before, '=' on one day, '-' before or on one day.
const (
	firstA = iota
	lastA
	firstB
	lastB
)

var allenOrders = [allenCount]struct {
	ends  [4]int
	signs string
}{
	{[4]int{firstA, lastA, firstB, lastB}, "-<-"},
	{[4]int{firstA, lastA, firstB, lastB}, "<=<"},
	{[4]int{firstA, firstB, lastA, lastB}, "<<<"},
	{[4]int{firstA, firstB, lastA, lastB}, "<-="},
	{[4]int{firstA, firstB, lastB, lastA}, "<-<"},
	{[4]int{firstA, firstB, lastA, lastB}, "=-<"},
	{[4]int{firstA, firstB, lastA, lastB}, "=-="},
	{[4]int{firstA, firstB, lastB, lastA}, "=-<"},
	{[4]int{firstB, firstA, lastA, lastB}, "<-<"},
	{[4]int{firstB, firstA, lastA, lastB}, "<-="},
	{[4]int{firstB, firstA, lastB, lastA}, "<<<"},
	{[4]int{firstB, lastB, firstA, lastA}, "<=<"},
	{[4]int{firstB, lastB, firstA, lastA}, "-<-"},
}

func relate(a, b period) Allen {
	ends := [4]span{a.first, a.last, b.first, b.last}
	var out Allen
	for i, order := range allenOrders {
		if possible(ends, order.ends, order.signs) {
			out |= 1 << i
		}
	}
	return out
}

// possible reports whether days can be chosen for the ends in this order. Each
// takes the first day that it can: what is possible at all is possible so.
func possible(spans [4]span, ends [4]int, signs string) bool {
	day := int64(never)
	for i := 0; i < 4; i++ {
		s := spans[ends[i]]
		if i > 0 && signs[i-1] == '<' {
			day++
		}
		for ; i < 3 && signs[i] == '='; i++ {
			next := spans[ends[i+1]]
			s = span{max(s.start, next.start), min(s.end, next.end)}
		}
		if day = max(day, s.start); day > s.end {
			return false
		}
	}
	return true
}
