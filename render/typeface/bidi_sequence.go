package typeface

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// A sequence is an isolating run sequence (BD13): characters of one level that
// are resolved together, isolates between them left out.
type sequence struct {
	*paragraph
	at         []int // places in the paragraph
	start, end bidi.Class
	level      uint8
}

// sequences divides the paragraph (X10).
func (p *paragraph) sequences() []*sequence {
	var runs [][]int
	runOf := map[int]int{} // by the place of a run's first character
	last := -1
	for i, c := range p.original {
		if removed(c) {
			continue
		}
		if last < 0 || p.levels[i] != p.levels[last] {
			runOf[i] = len(runs)
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		last = i
	}
	var out []*sequence
	for _, run := range runs {
		if first := run[0]; p.original[first] == bidi.PDI && p.match[first] >= 0 {
			continue // goes on with the run of its initiator
		}
		at := slices.Clone(run)
		for {
			end := at[len(at)-1]
			if !initiator(p.original[end]) || p.match[end] < 0 {
				break
			}
			next, ok := runOf[p.match[end]]
			if !ok {
				break
			}
			at = append(at, runs[next]...)
		}
		out = append(out, p.sequence(at))
	}
	return out
}

// sequence finds the directions at both ends (X10).
func (p *paragraph) sequence(at []int) *sequence {
	s := &sequence{paragraph: p, at: at, level: p.levels[at[0]]}
	before, after := p.base, p.base
	for i := at[0] - 1; i >= 0; i-- {
		if !removed(p.original[i]) {
			before = p.levels[i]
			break
		}
	}
	end := at[len(at)-1]
	if !initiator(p.original[end]) || p.match[end] >= 0 {
		for i := end + 1; i < len(p.text); i++ {
			if !removed(p.original[i]) {
				after = p.levels[i]
				break
			}
		}
	}
	s.start, s.end = direction(max(s.level, before)), direction(max(s.level, after))
	return s
}

func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

func (s *sequence) class(k int) bidi.Class {
	switch {
	case k < 0:
		return s.start
	case k >= len(s.at):
		return s.end
	}
	return s.classes[s.at[k]]
}

func (s *sequence) assign(k int, c bidi.Class) { s.classes[s.at[k]] = c }

// weak resolves marks, numbers and their separators (W1 to W7).
func (s *sequence) weak() {
	s.marks()
	strong := s.start
	for k := range s.at {
		switch s.class(k) {
		case bidi.L, bidi.R, bidi.AL:
			strong = s.class(k)
		case bidi.EN:
			if strong == bidi.AL {
				s.assign(k, bidi.AN)
			}
		}
	}
	for k := range s.at {
		if s.class(k) == bidi.AL {
			s.assign(k, bidi.R)
		}
	}
	s.separators()
	strong = s.start
	for k := range s.at {
		switch s.class(k) {
		case bidi.L, bidi.R:
			strong = s.class(k)
		case bidi.EN:
			if strong == bidi.L {
				s.assign(k, bidi.L)
			}
		}
	}
}

// marks gives marks the class of what they stand on (W1).
func (s *sequence) marks() {
	for k := range s.at {
		if s.class(k) != bidi.NSM {
			continue
		}
		before := s.class(k - 1)
		if k > 0 && (initiator(before) || before == bidi.PDI) {
			before = bidi.ON
		}
		s.assign(k, before)
	}
}

// separators makes separators and terminators part of numbers, or neutral (W4
// to W6).
func (s *sequence) separators() {
	for k := 1; k+1 < len(s.at); k++ {
		before, c, after := s.class(k-1), s.class(k), s.class(k+1)
		if before == after && (c == bidi.CS && (before == bidi.EN || before == bidi.AN) || c == bidi.ES && before == bidi.EN) {
			s.assign(k, before)
		}
	}
	for k := 0; k < len(s.at); k++ {
		if s.class(k) != bidi.ET {
			continue
		}
		end := k
		for end < len(s.at) && s.class(end) == bidi.ET {
			end++
		}
		c := bidi.ON
		if s.class(k-1) == bidi.EN && k > 0 || end < len(s.at) && s.class(end) == bidi.EN {
			c = bidi.EN
		}
		for ; k < end; k++ {
			s.assign(k, c)
		}
	}
	for k := range s.at {
		if c := s.class(k); c == bidi.ES || c == bidi.CS {
			s.assign(k, bidi.ON)
		}
	}
}

// maxBrackets is how many brackets may be open at once (BD16).
const maxBrackets = 63

// brackets gives the two of a pair one direction (N0).
func (s *sequence) brackets() {
	for _, pair := range s.pairs() {
		inside, any := s.inside(pair[0], pair[1])
		if !any {
			continue
		}
		c := inside
		if own := direction(s.level); inside != own {
			c = s.strongBefore(pair[0])
		}
		for _, k := range pair {
			s.assign(k, c)
			for m := k + 1; m < len(s.at) && s.original[s.at[m]] == bidi.NSM; m++ {
				s.assign(m, c)
			}
		}
	}
}

// pairs finds pairs of brackets, in the order of the opening ones (BD16).
func (s *sequence) pairs() [][2]int {
	type open struct {
		want rune
		k    int
	}
	var stack []open
	var out [][2]int
	for k, i := range s.at {
		props, _ := bidi.LookupRune(s.text[i])
		if !props.IsBracket() || s.class(k) != bidi.ON {
			continue
		}
		if props.IsOpeningBracket() {
			if len(stack) == maxBrackets {
				break
			}
			stack = append(stack, open{canonical(mirror(s.text[i])), k})
			continue
		}
		for n := len(stack) - 1; n >= 0; n-- {
			if stack[n].want == canonical(s.text[i]) {
				out = append(out, [2]int{stack[n].k, k})
				stack = stack[:n]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

// mirror returns the other bracket of a pair.
func mirror(r rune) rune {
	for _, m := range bidi.ReverseString(string(r)) {
		return m
	}
	return r
}

// canonical maps the angle brackets that Unicode holds equal.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// strong returns L or R for characters that have or act in a direction.
func strong(c bidi.Class) (bidi.Class, bool) {
	switch c {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return bidi.ON, false
}

// inside returns the direction that a pair of brackets encloses: that of the
// sequence where it occurs, else the other, if any.
func (s *sequence) inside(from, to int) (found bidi.Class, any bool) {
	for k := from + 1; k < to; k++ {
		c, ok := strong(s.class(k))
		if !ok {
			continue
		}
		if c == direction(s.level) {
			return c, true
		}
		found, any = c, true
	}
	return found, any
}

// strongBefore returns the direction of the context before a bracket.
func (s *sequence) strongBefore(k int) bidi.Class {
	for k--; k >= 0; k-- {
		if c, ok := strong(s.class(k)); ok {
			return c
		}
	}
	return s.start
}

// neutral gives spaces and signs a direction (N1, N2).
func (s *sequence) neutral() {
	for k := 0; k < len(s.at); k++ {
		if !neutral(s.class(k)) {
			continue
		}
		end := k
		for end < len(s.at) && neutral(s.class(end)) {
			end++
		}
		before, _ := strong(s.class(k - 1))
		after, _ := strong(s.class(end))
		c := direction(s.level)
		if before == after {
			c = before
		}
		for ; k < end; k++ {
			s.assign(k, c)
		}
	}
}

func neutral(c bidi.Class) bool {
	switch c {
	case bidi.B, bidi.S, bidi.WS, bidi.ON, bidi.PDI:
		return true
	}
	return initiator(c)
}

// implicit sets the final levels (I1, I2).
func (s *sequence) implicit() {
	for k, i := range s.at {
		c := s.class(k)
		switch {
		case s.level%2 == 1 && c != bidi.R:
			s.levels[i]++
		case s.level%2 == 0 && c == bidi.R:
			s.levels[i]++
		case s.level%2 == 0 && c != bidi.L:
			s.levels[i] += 2
		}
	}
}
