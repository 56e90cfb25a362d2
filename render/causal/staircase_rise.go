package causal

// setAbove has a flight run above the stairs from below some event on.
func (f *flight) setAbove(rise int) { f.above, f.rise = true, rise }

func (f *flight) setBelow() { f.above, f.rise = false, 0 }

// A half is the part of a flight that runs on one side. Events have even
// places, what lies between their rows has odd ones.
type half struct{ begin, end int }

// halves returns the parts of a flight below and above the stairs; one that is
// empty begins where it ends.
func (f *flight) halves() (below, above half) {
	upper, lower := 2*f.upper(), 2*f.lower()
	switch {
	case !f.above:
		return half{upper, lower}, half{}
	case f.rise == f.upper():
		return half{}, half{upper, lower}
	}
	between := 2*f.rise + 1
	return half{upper, between}, half{between, lower}
}

// crosses reports whether two parts on one side cross.
func (a half) crosses(b half) bool {
	if b.begin < a.begin {
		a, b = b, a
	}
	return a.begin < b.begin && b.begin < a.end && a.end < b.end
}

// crossings counts where two flights cross.
func (f *flight) crossings(g *flight) int {
	fb, fa := f.halves()
	gb, ga := g.halves()
	n := 0
	if fb.crosses(gb) {
		n++
	}
	if fa.crosses(ga) {
		n++
	}
	return n
}

const (
	// maxRising is in how many flights those are looked for that may go on
	// above the stairs: the search takes the cube of their number.
	maxRising = 120
	// maxPushed is in how many flights a crossing that no single move undoes is
	// tried to be undone by a move that at first helps nothing.
	maxPushed = 24
)

// A side is where a flight runs: below the stairs, or above them from an event
// on.
type side struct {
	above bool
	rise  int
}

// untangle has flights change sides, or rise on their way, where that saves
// crossings.
func (s *staircase) untangle() {
	if len(s.flights) > maxRising {
		return
	}
	s.improve(-1)
	if len(s.flights) > maxPushed {
		return
	}
	for least := s.tangle(); least > 0; {
		was := s.sides()
		var best []side
		for k := range s.flights {
			if s.crossingsOf(k) == 0 {
				continue
			}
			for _, to := range s.sidesFor(k) {
				s.flights[k].above, s.flights[k].rise = to.above, to.rise
				s.improve(k)
				if n := s.tangle(); n < least {
					best, least = s.sides(), n
				}
				s.setSides(was)
			}
		}
		if best == nil {
			return
		}
		s.setSides(best)
	}
}

// improve moves flights as long as a move saves crossings, the one that saves
// most first; all but the one that is held.
func (s *staircase) improve(held int) {
	for {
		most := 0
		var best *flight
		var to side
		for k := range s.flights {
			f := &s.flights[k]
			now := s.crossingsOf(k)
			if k == held || now == 0 {
				continue
			}
			was := *f
			for _, try := range s.sidesFor(k) {
				f.above, f.rise = try.above, try.rise
				if saved := now - s.crossingsOf(k); saved > most {
					most, best, to = saved, f, try
				}
			}
			*f = was
		}
		if best == nil {
			return
		}
		best.above, best.rise = to.above, to.rise
	}
}

// sidesFor returns where a flight may run. Only one rises from below an event,
// so that those which do cannot get into each other's way.
func (s *staircase) sidesFor(k int) []side {
	f := &s.flights[k]
	out := []side{{}, {true, f.upper()}}
	for j := f.upper() + 1; j < f.lower(); j++ {
		free := true
		for o := range s.flights {
			g := &s.flights[o]
			free = free && (o == k || !g.above || g.rise != j || g.rise == g.upper())
		}
		if free {
			out = append(out, side{true, j})
		}
	}
	return out
}

func (s *staircase) sides() []side {
	out := make([]side, len(s.flights))
	for k, f := range s.flights {
		out[k] = side{f.above, f.rise}
	}
	return out
}

func (s *staircase) setSides(to []side) {
	for k := range s.flights {
		s.flights[k].above, s.flights[k].rise = to[k].above, to[k].rise
	}
}

// tangle counts the crossings of all flights.
func (s *staircase) tangle() int {
	n := 0
	for a := range s.flights {
		for b := range a {
			n += s.flights[a].crossings(&s.flights[b])
		}
	}
	return n
}

// crossingsOf counts where a flight crosses others.
func (s *staircase) crossingsOf(k int) int {
	n := 0
	for o := range s.flights {
		if o != k {
			n += s.flights[k].crossings(&s.flights[o])
		}
	}
	return n
}
