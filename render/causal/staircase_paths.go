package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scene"
)

// setPaths traces the flights from their upper to their lower events.
func (s *staircase) setPaths() {
	for k := range s.flights {
		f := &s.flights[k]
		upper, lower := &s.steps[f.upper()], &s.steps[f.lower()]
		start := scene.Point{X: f.trunk, Y: upper.foot()}
		if f.against() {
			start.Y += scene.Px * 2 // the head keeps off the bar
		}
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
		return st.last + scene.Px*8
	}
	return st.y + scene.Px*9
}

// wordUp is how far a word reaches above its baseline, wordDown below it.
const (
	wordUp   = scene.Px * 10
	wordDown = scene.Px * 4
	// cornerRoom is what a line's corner takes of its straight pieces.
	cornerRoom = scene.Px * 9
	wordsFrom  = scene.Px * 12 // no word begins farther to the left
	onLine     = scene.Px * 5  // from a word's baseline to the line below it
)

// setWords places the word of each flight near its lower end: on the line
// before the head, before the line's corner where the line is short, or below
// the line. Where another line comes down through all of these, that one is
// cut. It reports false where a word has no place at all; such flights are to
// be told in words, for which everything is to be arranged anew.
func (s *staircase) setWords() bool {
	var taken []scene.Box
	for i := range s.steps {
		taken = append(taken, s.labelArea(i))
	}
	for k := range s.flights {
		if f := &s.flights[k]; f.above {
			f.at = scene.Point{X: f.port + scene.Px*10, Y: f.headY - onLine}
			taken = append(taken, f.wordBox())
		}
	}
	all := true
	for k := range s.flights {
		f := &s.flights[k]
		if f.above || f.told {
			continue
		}
		end := f.path[len(f.path)-1]
		least := -1
		for _, at := range s.wordPlaces(f, end) {
			n := s.throughWord(k, f.boxAt(at), taken)
			if n >= 0 && (least < 0 || n < least) {
				f.at, least = at, n
			}
		}
		if least < 0 {
			f.told, f.word, f.width = true, "", 0
			all = false
			continue
		}
		taken = append(taken, f.wordBox())
	}
	return all
}

// wordPlaces returns where the word of a flight below the stairs may stand, the
// best place first: on the line before the head or, where others come down
// there, farther back between them; beside the corner; below the line.
func (s *staircase) wordPlaces(f *flight, end scene.Point) []scene.Point {
	const farthest = scene.Px * 160 // from the head
	places := []scene.Point{{X: end.X - headRoom, Y: end.Y - onLine}}
	for o := range s.flights {
		g := &s.flights[o]
		if x := g.trunk - scene.Px*5; !g.above && x < end.X-headRoom && x > end.X-farthest && x-f.width > f.trunk+cornerRoom {
			places = append(places, scene.Point{X: x, Y: end.Y - onLine})
		}
	}
	slices.SortStableFunc(places, func(a, b scene.Point) int { return cmp.Compare(b.X, a.X) })
	return append(places, scene.Point{X: f.trunk - scene.Px*5, Y: end.Y + wordDown}, scene.Point{X: end.X - headRoom, Y: end.Y + wordUp + scene.Px*4})
}

// throughWord returns how many lines come down through the place of a word, or
// -1 where it cannot stand there: outside the picture, on other words, on a
// line that runs level or turns, or on its own line.
func (s *staircase) throughWord(k int, box scene.Box, taken []scene.Box) int {
	if box.Min.X < wordsFrom || slices.ContainsFunc(taken, box.Overlaps) {
		return -1
	}
	n := 0
	for o := range s.flights {
		path := s.flights[o].path
		if s.flights[o].headBox().Overlaps(box) {
			return -1
		}
		for _, p := range passes(path, box) {
			if o == k || path[p-1].X != path[p].X ||
				max(path[p-1].Y, path[p].Y)-cornerRoom < box.Max.Y || min(path[p-1].Y, path[p].Y)+cornerRoom > box.Min.Y {
				return -1
			}
			n++
		}
	}
	return n
}

// headBox is the room that a flight's head takes.
func (f *flight) headBox() scene.Box {
	const across = scene.Px * 7
	tip := f.path[len(f.path)-1]
	switch {
	case f.against():
		tip = f.path[0]
		return scene.Box{Min: scene.Point{X: tip.X - across, Y: tip.Y}, Max: scene.Point{X: tip.X + across, Y: tip.Y + headRoom}}
	case f.above:
		return scene.Box{Min: scene.Point{X: tip.X - across, Y: tip.Y - headRoom}, Max: scene.Point{X: tip.X + across, Y: tip.Y}}
	}
	return scene.Box{Min: scene.Point{X: tip.X - headRoom, Y: tip.Y - across}, Max: scene.Point{X: tip.X, Y: tip.Y + across}}
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
