package causal

import (
	"slices"

	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// arrange settles what dates leave open of the order of events: a whole comes
// before its parts, causes before effects, and the earlier before the later.
func (s *subject) arrange() {
	s.wholesFirst()
	s.causesFirst()
}

// wholesFirst moves an event before those of its parts that begin when it
// does: what stands in a panel follows what the panel is about. Otherwise the
// shorter of two events that begin together comes first.
func (s *subject) wholesFirst() {
	for i := range s.ms {
		to := i
		for j := i - 1; j >= 0 && s.ms[j].From == s.ms[i].From && s.ms[j].Timed == s.ms[i].Timed; j-- {
			if slices.ContainsFunc(s.rels, func(r relation) bool {
				return r.Type == story.PartOf && r.From == s.ms[j].Event.ID && r.To == s.ms[i].Event.ID
			}) {
				to = j
			}
		}
		m := s.ms[i]
		copy(s.ms[to+1:i+1], s.ms[to:i])
		s.ms[to] = m
	}
	s.index()
}

// causesFirst moves events so that causes come before effects, wherever dates
// leave that open: "November" may have come after the third of the month. A
// move that puts as much against its order as it puts right is not made.
func (s *subject) causesFirst() {
	for k := range s.rels {
		r := &s.rels[k]
		if r.Type == story.PartOf || r.from < r.to {
			continue
		}
		was, against := slices.Clone(s.ms), s.against()
		first, last := r.to, r.from
		early, late := s.ms[first], s.ms[last]
		switch between := s.ms[first : last+1]; {
		case !slices.ContainsFunc(between[1:], func(m scale.Moment) bool { return ordered(early, m) }):
			copy(between, between[1:])
			between[len(between)-1] = early
		case !slices.ContainsFunc(between[:len(between)-1], func(m scale.Moment) bool { return ordered(m, late) }):
			copy(between[1:], between)
			between[0] = late
		default:
			continue
		}
		s.index()
		if s.against() >= against {
			s.ms = was
			s.index()
		}
	}
}

// against counts the relations against which events stand; what is stated
// outweighs all that is only possible, and parts do not stand before wholes.
func (s *subject) against() int {
	n := 0
	for _, r := range s.rels {
		switch {
		case r.Type == story.PartOf && r.from < r.to && !ordered(s.ms[r.from], s.ms[r.to]):
			n += len(s.rels) + 1
		case r.Type == story.PartOf || r.from < r.to:
		case r.possible():
			n++
		default:
			n += len(s.rels) + 1
		}
	}
	return n
}

// ordered reports whether two events must stand in this order: the first began
// on an earlier day at the latest, or by the clock of the same day.
func ordered(a, b scale.Moment) bool {
	if a.Timed && b.Timed && a.Event.Date == b.Event.Date {
		return a.From < b.From
	}
	last, ok := beginning(a).Latest()
	first, too := beginning(b).Earliest()
	return ok && too && last < first
}

// beginning is the date within which an event begins.
func beginning(m scale.Moment) edtf.Date {
	if m.Event.Date.IsInterval() {
		return m.Event.Date.Start()
	}
	return m.Event.Date
}
