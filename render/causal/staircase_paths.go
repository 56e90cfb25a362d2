package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// setPaths traces the flights from their upper to their lower events.
func (s *staircase) setPaths() {
	for k := range s.flights {
		f := &s.flights[k]
		upper, lower := &s.steps[f.upper()], &s.steps[f.lower()]
		start := scene.Point{X: f.trunk, Y: upper.foot()}
		if f.above {
			f.path = []scene.Point{start, {X: f.trunk, Y: f.tailY}, {X: f.turnX, Y: f.tailY}, {X: f.turnX, Y: f.headY},
				{X: f.port, Y: f.headY}, {X: f.port, Y: lower.y - tipGap}}
		} else {
			f.path = []scene.Point{start, {X: f.trunk, Y: f.port}, {X: lower.x - tipGap, Y: f.port}}
		}
	}
}

// foot is where the lines that leave an event begin.
func (st *step) foot() scene.Unit {
	if st.last > st.y {
		return st.last + scene.Px*5
	}
	return st.y + scene.Px*9
}

// wordUp is how far a word reaches above its baseline, wordDown below it.
const (
	wordUp   = scene.Px * 10
	wordDown = scene.Px * 4
	onLine   = scene.Px * 5 // from a word's baseline to the line below it
)

// setWords places the word of each flight near its lower end: on the line
// before the head, or before the line's corner where the line is short. Where
// another line passes, the word takes the place that fewer lines pass.
func (s *staircase) setWords() {
	var taken []scene.Box
	for k := range s.flights {
		f := &s.flights[k]
		if f.above {
			f.at = scene.Point{X: f.port + scene.Px*10, Y: f.headY - onLine}
			taken = append(taken, f.wordBox())
		}
	}
	for k := range s.flights {
		f := &s.flights[k]
		if f.above {
			continue
		}
		end := f.path[len(f.path)-1]
		least := -1
		for _, at := range []scene.Point{{X: end.X - headRoom, Y: end.Y - onLine}, {X: f.trunk - scene.Px*5, Y: end.Y + wordDown}} {
			box := f.boxAt(at)
			if least >= 0 && (box.Min.X < scene.Px*4 || slices.ContainsFunc(taken, box.Overlaps)) {
				continue
			}
			n := 0
			for o := range s.flights {
				n += len(passes(s.flights[o].path, box))
			}
			if least < 0 || n < least {
				f.at, least = at, n
			}
		}
		taken = append(taken, f.wordBox())
	}
}

// wordBox is the room that a flight's word takes.
func (f *flight) wordBox() scene.Box { return f.boxAt(f.at) }

// boxAt is the room that the word would take at a place.
func (f *flight) boxAt(at scene.Point) scene.Box {
	left, right := at.X-f.width, at.X
	if f.above {
		left, right = at.X, at.X+f.width
	}
	return scene.Box{Min: scene.Point{X: left, Y: at.Y - wordUp}, Max: scene.Point{X: right, Y: at.Y + wordDown}}
}

// passes returns the pieces of a path, by their ends, that run through a box.
func passes(path []scene.Point, box scene.Box) []int {
	var out []int
	for n := 1; n < len(path); n++ {
		a, b := path[n-1], path[n]
		piece := scene.Box{Min: scene.Point{X: min(a.X, b.X) - scene.Px, Y: min(a.Y, b.Y) - scene.Px},
			Max: scene.Point{X: max(a.X, b.X) + scene.Px, Y: max(a.Y, b.Y) + scene.Px}}
		if piece.Overlaps(box) {
			out = append(out, n)
		}
	}
	return out
}
