package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// Where there are many events, rows are shared: what no relation connects with
// what came before begins a flight of stairs of its own, at the top again and
// to the right of all words so far.
const (
	sharedFrom  = 20             // up to so many events stand in one flight of stairs
	leastShared = 6              // a flight of stairs has so many at least,
	mostShared  = 4              // and a diagram at most so many of them
	labelLeast  = scene.Px * 150 // words have so much room before the next flight of stairs
	sharedClear = scene.Px * 40  // between words and the marks of the next
)

// cuts returns the events with which a new flight of stairs could begin: no
// relation and no panel reaches from before them to them or beyond.
func (s *staircase) cuts() []int {
	if len(s.steps) <= sharedFrom {
		return nil
	}
	reach := 0 // the last event that is connected with what came so far
	var out []int
	for i := range s.steps {
		if i > reach {
			out = append(out, i)
		}
		reach = max(reach, i)
		for k := range s.flights {
			if f := &s.flights[k]; f.upper() == i {
				reach = max(reach, f.lower())
			}
		}
		for _, g := range s.grounds {
			if g.first == i {
				reach = max(reach, g.last)
			}
		}
	}
	return out
}

// setRows gives every event a row below that of the one before it, or the top
// row where a flight of stairs begins.
func (s *staircase) setRows() {
	s.rows = nil
	r := 0
	for i := range s.steps {
		if slices.Contains(s.starts, i) {
			r = 0
		}
		if r == len(s.rows) {
			s.rows = append(s.rows, stair{})
		}
		s.rows[r].steps = append(s.rows[r].steps, i)
		s.steps[i].row = r
		r++
	}
}

// edge is how far to the right the words of event i and lines around them may
// reach: to the next flight of stairs, or the margin.
func (s *staircase) edge(i int) scene.Unit {
	for _, b := range s.starts {
		if b > i {
			return s.steps[b].x - sharedClear
		}
	}
	return s.frame.Width - s.frame.Margin
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
		return (f.lower() - f.rise) - (g.lower() - g.rise)
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
		for i := f.rise + 1; i < f.lower(); i++ {
			f.turnX = max(f.turnX, s.steps[i].right()+turnGap)
			for _, o := range s.steps[i].over {
				f.turnX = max(f.turnX, s.flights[o].wordEnd())
			}
		}
		for _, o := range order[:n] {
			if g := &s.flights[o]; g.rise < f.lower() && f.rise < g.lower() {
				f.turnX = max(f.turnX, g.turnX+overGap)
			}
		}
		f.turnX = whole(f.turnX)
		if f.turnX > s.edge(f.upper()) {
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
