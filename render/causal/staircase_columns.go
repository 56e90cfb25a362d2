package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
)

const (
	leastStep = scene.Px * 48  // between two marks, where the width allows
	mostStep  = scene.Px * 200 // where there is room to spare
	// besideFirst is room to the left of the first mark for a word beside a
	// corner, where the steps are too narrow for words.
	besideFirst = scene.Px * 24
	gapMargin   = scene.Px * 8           // beside the words of a break of the axis
	headReach   = headRoom + scene.Px*12 // what a head takes, and the corner of the line before its word
)

// A need is a distance that should lie between the marks of two events.
type need struct {
	from, to int
	least    scene.Unit
}

// setColumns gives every event its place in the width. Between breaks of the
// axis equal times take equal room, and more where the words at the heads need
// it. Where not all needs can be met, the smaller ones are.
func (s *staircase) setColumns() {
	n := len(s.ms)
	least := leastStep
	left, _, _ := s.trunkSpan(0)
	first := max(firstX, s.frame.Margin+left+scene.Unit(s.depth(0))*panelEdge+groundPad)
	if n > 1 && (lastX-first)/scene.Unit(n-1) < least {
		first += besideFirst
		least = (lastX - first) / scene.Unit(n-1)
	}
	// Narrower steps leave room for words between flights of stairs.
	apart := slices.Repeat([]scene.Unit{least * 2 / 3}, n)
	must := s.chooseCuts(s.cuts(), first, apart)
	if must == nil {
		apart = slices.Repeat([]scene.Unit{least}, n)
	}
	var needs []need
	for i := 1; i < n; i++ {
		left, _, _ := s.trunkSpan(i)
		_, right, _ := s.trunkSpan(i - 1)
		needs = append(needs, need{i - 1, i, left + right + scene.Px*20})
		if !s.gaps[i].IsZero() {
			needs = append(needs, need{i - 1, i, furniture.Room(s.opt.Say.Length(s.gaps[i]), s.frame.Type.Gap) + gapMargin})
		}
	}
	for k := range s.flights {
		if f := &s.flights[k]; !f.above {
			from := s.besideWord(k)
			_, right, _ := s.trunkSpan(from)
			needs = append(needs, need{from, f.lower(), f.width + headReach + right})
		}
	}
	x := fitted(first, apart, must, needs)
	spread(s.ms, x, apart, func(i int) bool { return !s.gaps[i].IsZero() })
	for i := range s.steps {
		s.steps[i].x = x[i]
	}
	s.setTrunks()
}

// besideWord returns the event whose line is the next to the left of the word
// of a flight: its own upper end, or a later event with a line that passes.
func (s *staircase) besideWord(k int) int {
	f := &s.flights[k]
	beside := f.upper()
	for o := range s.flights {
		g := &s.flights[o]
		reach := g.lower()
		if g.above {
			reach = g.rise + 1
		}
		if g.upper() <= beside || g.upper() >= f.lower() || reach <= f.lower() {
			continue
		}
		beside = g.upper()
	}
	return beside
}

// chooseCuts decides where flights of stairs begin: as many as find room for
// their words, about equally high. It returns the needs that this room comes
// to.
func (s *staircase) chooseCuts(cuts []int, first scene.Unit, apart []scene.Unit) []need {
	n := len(s.steps)
	for flights := min(mostShared, n/leastShared, len(cuts)+1); flights > 1; flights-- {
		var starts []int
		for k := 1; k < flights; k++ {
			starts = append(starts, nearest(cuts, n*k/flights))
		}
		needs := s.besideNeeds(starts)
		if x := columns(first, apart, needs); x[n-1] <= lastX && spaced(starts, n) {
			s.starts = starts
			return needs
		}
	}
	s.starts = nil
	return nil
}

// nearest returns the number in a list that is nearest to another one, the
// smaller of two.
func nearest(list []int, to int) int {
	return slices.MinFunc(list, func(a, b int) int { return cmp.Compare(max(a-to, to-a), max(b-to, to-b)) })
}

// spaced reports whether every flight of stairs has enough events.
func spaced(starts []int, n int) bool {
	from := 0
	for _, to := range append(slices.Clone(starts), n) {
		if to-from < leastShared {
			return false
		}
		from = to
	}
	return true
}

// besideNeeds returns how far each flight of stairs must stand from the marks
// of the one before it.
func (s *staircase) besideNeeds(starts []int) []need {
	var out []need
	from := 0
	for _, to := range starts {
		left, _, _ := s.trunkSpan(to)
		for i := from; i < to; i++ {
			room := labelGap + labelLeast + sharedClear + left
			if s.lasting(i) {
				room += s.markLength(i)
			}
			out = append(out, need{i, to, room + scene.Unit(s.depth(i))*panelEdge + scene.Unit(s.passing(i))*overGap})
		}
		from = to
	}
	return out
}

// columns returns the places of marks that stand at least apart and meet the
// needs.
func columns(first scene.Unit, apart []scene.Unit, needs []need) []scene.Unit {
	x := make([]scene.Unit, len(apart))
	x[0] = first
	for i := 1; i < len(x); i++ {
		x[i] = x[i-1] + apart[i]
		for _, d := range needs {
			if d.to == i {
				x[i] = max(x[i], x[d.from]+d.least)
			}
		}
	}
	return x
}

// fitted returns the places of marks that stand at least apart, with the needs
// that must be met and as many of the others as the width has room for.
func fitted(first scene.Unit, apart []scene.Unit, must, needs []need) []scene.Unit {
	last := len(apart) - 1
	if x := columns(first, apart, slices.Concat(must, needs)); x[last] <= lastX {
		return x
	}
	bare := columns(first, apart, must)
	lack := func(d need) scene.Unit { return d.least - (bare[d.to] - bare[d.from]) }
	slices.SortStableFunc(needs, func(a, b need) int { return cmp.Compare(lack(a), lack(b)) })
	kept := slices.Clone(must)
	for _, d := range needs {
		if x := columns(first, apart, append(kept, d)); x[last] <= lastX {
			kept = append(kept, d)
		}
	}
	return columns(first, apart, kept)
}

// spread gives the room that is left to the times between events: in
// proportion to them between breaks, and evenly where breaks part all events.
func spread(ms []scale.Moment, x, least []scene.Unit, broken func(i int) bool) {
	n := len(x)
	if n < 2 {
		return
	}
	apart := make([]scene.Unit, n)
	for i := 1; i < n; i++ {
		apart[i] = x[i] - x[i-1]
	}
	var longest scale.Minute
	for i := 1; i < n; i++ {
		if !broken(i) {
			longest = max(longest, ms[i].From-ms[i-1].From)
		}
	}
	// taken is the width if the longest time takes length.
	taken := func(length scene.Unit) scene.Unit {
		var sum scene.Unit
		for i := 1; i < n; i++ {
			sum += max(apart[i], timed(ms, i, length, longest, broken))
		}
		return sum
	}
	low, high := scene.Unit(0), mostStep
	for low < high {
		if mid := (low + high + 1) / 2; taken(mid) <= lastX-x[0] {
			low = mid
		} else {
			high = mid - 1
		}
	}
	for i := 1; i < n; i++ {
		apart[i] = max(apart[i], timed(ms, i, low, longest, broken))
	}
	var sum scene.Unit
	for _, a := range apart {
		sum += a
	}
	more := max(0, lastX-x[0]-sum) / scene.Unit(n-1)
	for i := 1; i < n; i++ {
		x[i] = x[i-1] + apart[i]
		if broken(i) || longest == 0 {
			x[i] += min(more, max(0, mostStep-apart[i]))
		}
		x[i] = x[i] / scene.Px * scene.Px
	}
}

// timed is the room that the time before event i takes if the longest time
// takes length.
func timed(ms []scale.Moment, i int, length scene.Unit, longest scale.Minute, broken func(i int) bool) scene.Unit {
	if longest <= 0 || broken(i) {
		return 0
	}
	// In two steps, so that neither ages nor minutes go beyond the number.
	t := max(0, ms[i].From-ms[i-1].From)
	return length * scene.Unit(t*1024/longest) / 1024
}
