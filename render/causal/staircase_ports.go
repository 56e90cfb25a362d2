package causal

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/render/scene"
)

const (
	trunkGap = scene.Px * 7  // between lines that leave one event
	headsGap = scene.Px * 14 // between those of which one has its head there
)

// setPorts puts the flights of each event in the order in which they do not
// cross one another.
//
// Those that arrive from the left stand below one another, the latest upper
// end on top. Those that leave stand beside one another, the nearest lower end
// on the right. Above the stairs it is the other way round.
func (s *staircase) setPorts() {
	for i := range s.steps {
		st := &s.steps[i]
		st.in, st.out, st.over, st.away, st.rising = nil, nil, nil, nil, nil
	}
	for k := range s.flights {
		f := &s.flights[k]
		upper, lower := &s.steps[f.upper()], &s.steps[f.lower()]
		switch {
		case !f.above:
			upper.out = append(upper.out, k)
			lower.in = append(lower.in, k)
		case f.rise == f.upper():
			upper.away = append(upper.away, k)
			lower.over = append(lower.over, k)
		default:
			upper.out = append(upper.out, k)
			s.steps[f.rise].rising = append(s.steps[f.rise].rising, k)
			lower.over = append(lower.over, k)
		}
	}
	upper := func(k int) int { return s.flights[k].upper() }
	lower := func(k int) int { return s.flights[k].lower() }
	ends := func(k int) int {
		below, _ := s.flights[k].halves()
		return below.end
	}
	rises := func(k int) int { return s.flights[k].rise }
	for i := range s.steps {
		st := &s.steps[i]
		slices.SortStableFunc(st.in, func(a, b int) int { return cmp.Compare(upper(b), upper(a)) })
		slices.Reverse(st.out) // flights with the same ends keep apart, too
		slices.SortStableFunc(st.out, func(a, b int) int { return cmp.Compare(ends(b), ends(a)) })
		slices.SortStableFunc(st.over, func(a, b int) int { return cmp.Or(cmp.Compare(rises(b), rises(a)), cmp.Compare(upper(a), upper(b))) })
		slices.Reverse(st.away)
		slices.SortStableFunc(st.away, func(a, b int) int { return cmp.Compare(lower(a), lower(b)) })
	}
}

// trunkSpan returns how far the lines that leave an event reach to the left
// and the right of its mark, and how far apart they stand.
func (s *staircase) trunkSpan(i int) (left, right, sep scene.Unit) {
	trunks := s.trunks(i)
	n := scene.Unit(len(trunks))
	if n == 0 {
		return 0, 0, 0
	}
	sep = trunkGap
	for _, trunk := range trunks {
		if s.flights[trunk[0]].against() && n > 1 {
			sep = headsGap
		}
	}
	if most := scene.Px * 40 / max(n-1, 1); sep > most {
		sep = most
	}
	right = min((n-1)*sep/2, trunkGap)
	return (n-1)*sep - right, right, sep
}

// mostTrunks is how many lines leave an event each by itself. Of more, those
// that look alike and are neighbours begin as one.
const mostTrunks = 4

// trunks returns the flights that leave an event downwards, from left to
// right; those in one list share their way down to where each turns off. Lines
// that share it thus cross no more than they would apart.
func (s *staircase) trunks(i int) [][]int {
	st := &s.steps[i]
	var out [][]int
	for n, k := range slices.Concat(st.out, st.away) {
		f := &s.flights[k]
		share := n > 0 && n < len(st.out) && len(st.out)+len(st.away) > mostTrunks && !f.above && !f.against()
		if share {
			g := &s.flights[st.out[n-1]]
			share = !g.above && !g.against() && g.Type == f.Type && g.possible() == f.possible() && g.conflict == f.conflict
		}
		if share {
			out[len(out)-1] = append(out[len(out)-1], k)
		} else {
			out = append(out, []int{k})
		}
	}
	return out
}

// setTrunks gives the lines that leave an event their places.
func (s *staircase) setTrunks() {
	for i := range s.steps {
		left, _, sep := s.trunkSpan(i)
		for n, trunk := range s.trunks(i) {
			for _, k := range trunk {
				s.flights[k].trunk = s.steps[i].x - left + scene.Unit(n)*sep
			}
		}
	}
}
