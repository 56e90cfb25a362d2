package chart

import (
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
)

// A pair is the way from one stop of a column to the next.
type pair struct {
	next    int          // index of the lower stop
	elapsed scale.Minute // from the beginning of the one to that of the other
	least   scene.Unit   // what the words between the two marks take
}

// A stretch is a run of pairs that share one scale: equal times take equal
// room, and more where the words need it.
type stretch struct {
	pairs  []pair
	length scene.Unit   // of the longest time
	of     scale.Minute // that time; 0 where nothing elapses
}

// How much room time may take beyond what the words take anyway.
const (
	spareShare  = 2             // a half of it over the whole stretch,
	spareDense  = 6             // a sixth where there are very many events,
	spareOne    = scene.Px * 96 // this between two stops,
	spareSingle = scene.Px * 20 // and this where there are only two
)

// newStretch finds the largest scale within what time may take.
func newStretch(pairs []pair) stretch {
	s := stretch{pairs: pairs}
	var words, widest scene.Unit
	for _, p := range pairs {
		s.of = max(s.of, p.elapsed)
		words += p.least
		widest = max(widest, p.least)
	}
	if s.of <= 0 {
		return s
	}
	spare := words / spareShare
	if len(pairs) > maxRowEvents {
		spare = words / spareDense
	}
	if len(pairs) == 1 {
		spare = spareSingle
	}
	low, high := scene.Unit(0), widest+spareOne
	for low < high {
		s.length = (low + high + 1) / 2
		if total, one := s.spare(); total <= spare && one <= spareOne {
			low = s.length
		} else {
			high = s.length - 1
		}
	}
	s.length = low
	return s
}

// spare returns the room that time takes beyond the words: in all, and at
// most between two stops.
func (s *stretch) spare() (total, one scene.Unit) {
	for _, p := range s.pairs {
		extra := max(0, s.take(p.elapsed)-p.least)
		total += extra
		one = max(one, extra)
	}
	return total, one
}

// take returns the room of an elapsed time.
func (s *stretch) take(elapsed scale.Minute) scene.Unit {
	if s.of <= 0 || elapsed <= 0 {
		return 0
	}
	return share(s.length, elapsed, s.of)
}

// apart returns how far the two marks of a pair stand apart.
func (s *stretch) apart(p pair) scene.Unit { return max(p.least, s.take(p.elapsed)) }

// place gives the stops of a column their places: true to time between breaks,
// but never closer than their words allow. A day's panel has a scale of its
// own. Line is the height of a line of the labels, pad the least room between
// two events. Equal has no regard to time: the stops follow each other as their
// words allow.
func place(stops []stop, line, pad scene.Unit, equal bool) {
	apart := make([]scene.Unit, len(stops))
	var outer, inner []pair
	settle := func(pairs []pair) []pair {
		s := newStretch(pairs)
		for _, p := range pairs {
			apart[p.next] = s.apart(p)
			stops[p.next].scale = &s
		}
		return nil
	}
	for i := 1; i < len(stops); i++ {
		s, before := &stops[i], &stops[i-1]
		p := pair{i, s.m.From - before.m.From, before.below(line) + s.room(before, pad) + s.above(line)}
		switch {
		case equal:
			apart[i] = p.least
		case !s.gap.IsZero():
			outer, inner = settle(outer), settle(inner)
			apart[i] = p.least
		case s.joined():
			inner = append(inner, p)
		default:
			inner = settle(inner)
			outer = append(outer, p)
		}
	}
	settle(outer)
	settle(inner)
	y := stops[0].above(line)
	for i := range stops {
		s := &stops[i]
		y += apart[i]
		s.y, s.top, s.bottom = y, y-s.above(line), y+s.below(line)
		if i > 0 && !s.gap.IsZero() {
			s.gapY = (stops[i-1].bottom + s.top) / 2
		}
	}
}

// joined reports whether the way to the stop lies inside a day's panel.
func (s *stop) joined() bool { return s.inDay && s.sameDate }

// above is how far the stop reaches above its mark: half a line, and the
// heading of the panel that begins with it.
func (s *stop) above(line scene.Unit) scene.Unit {
	if s.begins() {
		return line/2 + s.heading.Height + panelPad + scene.Pixels(8)
	}
	return line / 2
}

// below is how far its words reach below its mark.
func (s *stop) below(line scene.Unit) scene.Unit {
	return max(s.date.Height, s.label.Height, line) - line/2
}

// room is the least distance to the words of the stop before it.
func (s *stop) room(before *stop, pad scene.Unit) scene.Unit {
	room := pad
	if before.inDay && !s.joined() {
		room += panelPad // below the panel of the day before
	}
	if !s.gap.IsZero() {
		room += s.gapRoom
	}
	return room
}

// share is length*part/whole without overflow, for part ≤ whole.
func share(length scene.Unit, part, whole scale.Minute) scene.Unit {
	for whole > 1<<40 {
		part, whole = part>>1, whole>>1
	}
	return length * scene.Unit(part) / scene.Unit(whole)
}
