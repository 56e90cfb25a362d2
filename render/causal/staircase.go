package causal

import (
	"slices"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/measure"
	"github.com/causeline/causeline/render/scene"
)

// The staircase is the wide diagram in the order of time. The axis of time
// runs along the top. Each event stands to the right of the one before it and
// below it, with its words on the right, so that the ground below the stairs
// is free: there most lines run, down from the cause and then to the right.
// A line that would cross others there runs above the stairs instead, to the
// right under its cause, around the words, and down on its effect.
//
//	axis ──┬────┬──────//─────┬─────
//	       ● one
//	       └───▶● two ────────┐
//	       │    │             │
//	       └────┼────────▶● three
//	            └───...

// Where the steps stand.
const (
	firstX    = scene.Px * 42  // the first mark
	lastX     = scene.Px * 956 // no mark is farther to the right, so that its words have room
	labelGap  = scene.Px * 14  // from a mark to its words
	tipGap    = scene.Px * 9   // from a head to the middle of its mark
	portGap   = scene.Px * 18  // between lines that arrive at one event
	portRoom  = scene.Px * 10  // below the last of them
	rowGap    = scene.Px * 12  // between the words of two rows
	labelMost = scene.Px * 500 // words are set no wider,
	labelPast = scene.Px * 320 // and not wider than this where a line runs around them
	panelEdge = scene.Px * 10  // from a panel's edge to what stands in it
	groundPad = scene.Px * 8   // from the left of that to the middle of a mark
)

// maxStairs is how high, in px, a staircase may get. A list with arcs in its
// margin shows what would be higher in less room.
const maxStairs = scene.Px * 5000

// A step is one event of a staircase.
type step struct {
	label  furniture.Block
	labelX scene.Unit // left edge of the words
	x, y   scene.Unit // the middle of the mark
	row    int
	last   scene.Unit // of the lowest line that arrives
	in     []int      // flights that arrive from the left, from top to bottom
	out    []int      // flights that leave downwards below the stairs, from left to right
	over   []int      // flights that arrive from above, from left to right
	away   []int      // flights that leave for above the stairs, from left to right
	rising []int      // flights of earlier events that go on above the stairs from here, one at most
}

// right is where the words of a step end.
func (s *step) right() scene.Unit { return s.labelX + s.label.Width }

// A flight is a relation that is drawn as a line.
type flight struct {
	relation
	word  string
	width scene.Unit // room that the word needs
	told  bool       // there is no room for it: the lower event's words say it
	above bool       // it runs above the stairs,
	rise  int        // from below this event on: its upper one, or a later one
	trunk scene.Unit // x at its upper event
	port  scene.Unit // y at its lower event; of one from above, x
	tailY scene.Unit // of one above the stairs: y below its upper event,
	turnX scene.Unit // x beside the words,
	headY scene.Unit // and y above its lower event
	path  []scene.Point
	at    scene.Point // of the word: the right end of its baseline, or the left end above the stairs
}

// against reports whether the flight's head is at its upper event.
func (f *flight) against() bool { return f.to < f.from }

// A staircase is a wide diagram in the order of time, in the making. Places
// are measured from the top of the first row.
type staircase struct {
	*diagram
	steps   []step
	flights []flight
	rows    []stair
	starts  []int         // the events with which flights of stairs begin, but the first
	gaps    []lang.Length // before each event
	height  scene.Unit
}

// A stair is a row of a staircase.
type stair struct {
	steps       []int
	top, bottom scene.Unit
}

// stairs arranges the events as a staircase. It returns nil where that would
// be too high to follow.
func (d *diagram) stairs() *staircase {
	if len(d.rels) > maxLines {
		return nil
	}
	s := &staircase{diagram: d, steps: make([]step, len(d.ms)), gaps: d.gaps()}
	t := d.frame.Type.Note
	for _, r := range d.rels {
		if s.inGround(r) {
			continue
		}
		word := r.word(d.opt.Say)
		s.flights = append(s.flights, flight{relation: r, word: word, width: measure.Reserved(word, furniture.Style(t))})
	}
	s.choosePages()
	for {
		s.setPorts()
		s.setColumns()
		s.setLabels()
		s.setRows()
		if wide := s.setTurns(); wide >= 0 {
			s.flights[wide].setBelow() // there is no room beside the words
			continue
		}
		s.setHeights()
		s.setPaths()
		if s.setWords() {
			break
		}
	}
	if s.height > maxStairs {
		return nil
	}
	return s
}

// setLabels sets the words of the events as wide as there is room for them.
func (s *staircase) setLabels() {
	t := s.frame.Type
	for i, m := range s.ms {
		st := &s.steps[i]
		st.labelX = st.x + labelGap
		if s.lasting(i) {
			st.labelX = st.x + s.markLength(i) + scene.Px*8
		}
		room := s.edge(i) - st.labelX - scene.Unit(s.depth(i))*panelEdge
		width := labelMost
		if n := s.passing(i); n > 0 {
			room -= turnGap + scene.Unit(n)*overGap
			width = labelPast
		}
		width = min(width, room)
		var b furniture.Block
		b.AddDate(s.opt.Say, s.whenOn(i), furniture.StatusWord(s.opt.Say, m.Event), t.Date, width)
		title := t.Label
		title.Bold = title.Bold || s.heads(i)
		b.Add(furniture.Title(s.opt.Say, m.Event), title, width)
		for _, words := range s.doubts(i) {
			b.AddDifference(words, t.Date, width)
		}
		for k := range s.flights {
			switch f := &s.flights[k]; {
			case !f.told || f.lower() != i:
			case f.against():
				b.Add(furniture.Therefore(s.opt.Say, f.Relation, s.ms[f.to].Event), t.Note, width)
			default:
				b.Add(furniture.Because(s.opt.Say, f.Relation, s.ms[f.from].Event), t.Note, width)
			}
		}
		st.label = b
	}
}

// whenOn writes the date of event i, in full where a flight of stairs begins.
func (s *staircase) whenOn(i int) string {
	if slices.Contains(s.starts, i) {
		return furniture.When(s.opt.Say, s.ms[i], inFull)
	}
	return s.when(i)
}

// passing counts the flights that run around the words of event i.
func (s *staircase) passing(i int) int {
	n := 0
	for _, f := range s.flights {
		if f.above && f.rise < i && i < f.lower() {
			n++
		}
	}
	return n
}

// setHeights gives every row its place.
func (s *staircase) setHeights() {
	date := scene.Unit(s.frame.Type.Date.Line)
	var y scene.Unit
	for r := range s.rows {
		row := &s.rows[r]
		if r > 0 {
			y += rowGap
		}
		y += s.roomAbove(r)
		row.top, row.bottom = y, y
		for _, i := range row.steps {
			st := &s.steps[i]
			st.y = y + date/2
			st.last = st.y
			for n, k := range st.in {
				st.last = st.y + portGap*scene.Unit(n)
				s.flights[k].port = st.last
			}
			row.bottom = max(row.bottom, y+st.label.Height, st.last+portRoom)
		}
		y = row.bottom
		for _, i := range row.steps {
			slices.Reverse(s.steps[i].away) // the one that goes farthest leaves highest
			for _, k := range s.steps[i].away {
				y += overGap
				s.flights[k].tailY = y - overGap/2
			}
			slices.Reverse(s.steps[i].away)
			for _, k := range s.steps[i].rising {
				y += overGap
				s.flights[k].tailY = y - overGap/2
			}
		}
		y += s.roomBelow(r)
	}
	s.height = y
	for i := range s.steps {
		st := &s.steps[i]
		top := s.rows[st.row].top
		for n, k := range st.over {
			s.flights[k].headY = top - overHead - scene.Unit(len(st.over)-1-n)*portGap
		}
	}
}

// roomAbove is what a row needs above its words: for lines that come down on
// it, and for the panels that begin with it.
func (s *staircase) roomAbove(r int) scene.Unit {
	var room scene.Unit
	for _, i := range s.rows[r].steps {
		if n := scene.Unit(len(s.steps[i].over)); n > 0 {
			room = max(room, n*portGap+overHead-rowGap/2)
		}
		above, _ := s.roomFor(i)
		room += above
	}
	return room
}

// roomBelow is what the panels that end with a row need below its words.
func (s *staircase) roomBelow(r int) scene.Unit {
	var room scene.Unit
	for _, i := range s.rows[r].steps {
		_, below := s.roomFor(i)
		room += below
	}
	return room
}
