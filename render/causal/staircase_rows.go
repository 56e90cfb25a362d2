package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// sharedFrom is from how many events on rows are shared, and dates told in
// full since the order of rows no longer tells the year.
const sharedFrom = 20

func (s *staircase) shared() bool { return len(s.steps) > sharedFrom }

// setRows gives every event a row: its own below all others, or, where there
// are many, the highest one in which its words and lines meet nothing.
func (s *staircase) setRows() {
	s.rows = nil
	floor := 0 // no later event goes above this row
	for i := range s.steps {
		r := len(s.rows)
		if s.shared() && s.passing(i) == 0 && len(s.steps[i].over)+len(s.steps[i].away) == 0 && s.depth(i) == 0 {
			r = s.freeRow(i, floor)
		} else {
			floor = r + 1
		}
		if r == len(s.rows) {
			s.rows = append(s.rows, stair{})
		}
		s.rows[r].steps = append(s.rows[r].steps, i)
		s.steps[i].row = r
	}
}

// freeRow returns the first row, not above floor, that has room for event i.
func (s *staircase) freeRow(i, floor int) int {
	const clear = scene.Px * 12
	st := &s.steps[i]
	from := st.x - scene.Px*24 // the left edge of what arrives at the event
	for _, k := range st.in {
		f := &s.flights[k]
		floor = max(floor, s.steps[f.upper()].row+1)
		from = min(from, f.trunk, st.x-headReach-f.width)
	}
	for r := floor; r < len(s.rows); r++ {
		before := s.rows[r].steps[len(s.rows[r].steps)-1]
		if s.steps[before].right()+clear > from {
			continue
		}
		if len(st.out) > 0 && slices.ContainsFunc(s.rows[r+1:], func(below stair) bool {
			return slices.ContainsFunc(below.steps, func(j int) bool { return s.steps[j].right()+clear > st.x-scene.Px*40 })
		}) {
			continue // a line down from it would run through words
		}
		return r
	}
	return len(s.rows)
}

const (
	turnGap  = scene.Px * 14 // from words to a line that runs around them
	overGap  = scene.Px * 9  // between such lines
	overHead = scene.Px * 20 // from such a line to the row on which it comes down
	overPort = scene.Px * 12 // between heads on one mark,
	overSpan = scene.Px * 36 // and over all of them
)

// setTurns finds the ways of the flights above the stairs around the words. It
// returns the first flight for which the picture is too narrow, or -1.
func (s *staircase) setTurns() int {
	var order []int
	for k := range s.flights {
		if s.flights[k].above {
			order = append(order, k)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		f, g := &s.flights[a], &s.flights[b]
		return (f.lower() - f.upper()) - (g.lower() - g.upper())
	})
	for i := range s.steps {
		over := s.steps[i].over
		sep := s.overSep(i)
		for n, k := range over {
			s.flights[k].port = s.steps[i].x + scene.Unit(2*n+1-len(over))*sep/2
		}
	}
	for n, k := range order {
		f := &s.flights[k]
		f.turnX = f.wordEnd()
		for i := f.upper() + 1; i < f.lower(); i++ {
			f.turnX = max(f.turnX, s.steps[i].right()+turnGap)
			for _, o := range s.steps[i].over {
				f.turnX = max(f.turnX, s.flights[o].wordEnd())
			}
		}
		for _, o := range order[:n] {
			if g := &s.flights[o]; g.upper() < f.lower() && f.upper() < g.lower() {
				f.turnX = max(f.turnX, g.turnX+overGap)
			}
		}
		f.turnX = whole(f.turnX)
		if f.turnX > s.frame.Width-s.frame.Margin {
			return k
		}
	}
	return -1
}

// overSep is how far the lines that come down on an event stand apart.
func (s *staircase) overSep(i int) scene.Unit {
	return min(overPort, overSpan/scene.Unit(max(len(s.steps[i].over)-1, 1)))
}

// wordEnd is where a line above the stairs may turn down beside its word.
func (f *flight) wordEnd() scene.Unit { return f.port + f.width + scene.Px*20 }
