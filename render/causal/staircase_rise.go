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

// maxRising is in how many flights those are looked for that may go on above
// the stairs: the search takes the cube of their number.
const maxRising = 120

// rise has flights go on above the stairs where that saves crossings, the
// flight and the place that save most first.
func (s *staircase) rise() {
	if len(s.flights) > maxRising {
		return
	}
	taken := make([]bool, len(s.steps))
	for {
		best, at, most := -1, 0, 0
		for k := range s.flights {
			f := &s.flights[k]
			was, now := *f, s.crossingsOf(k)
			if now == 0 || was.above && was.rise > f.upper() {
				continue
			}
			for j := f.upper() + 1; j < f.lower(); j++ {
				if taken[j] {
					continue
				}
				f.setAbove(j)
				if saved := now - s.crossingsOf(k); saved > most {
					best, at, most = k, j, saved
				}
			}
			*f = was
		}
		if best < 0 {
			return
		}
		s.flights[best].setAbove(at)
		taken[at] = true
	}
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
