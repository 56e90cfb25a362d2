package eval

import (
	"cmp"
	"slices"
)

// Counts are what figures are made of, added up over documents.
type Counts struct {
	Docs, Gold, Found int
	Strict            int // expressions found with the same start and end
	Relaxed           int // expressions that overlap one of the gold's
	Type, Value       int // of those, how many have its type and its value
}

// Add adds the counts of other documents.
func (c *Counts) Add(d Counts) {
	c.Docs += d.Docs
	c.Gold += d.Gold
	c.Found += d.Found
	c.Strict += d.Strict
	c.Relaxed += d.Relaxed
	c.Type += d.Type
	c.Value += d.Value
}

// StrictPRF returns precision, recall and F1 of expressions that are found
// with the same start and end.
func (c Counts) StrictPRF() (p, r, f1 float64) { return prf(c.Strict, c.Gold, c.Found) }

// RelaxedPRF returns precision, recall and F1 of expressions that overlap.
func (c Counts) RelaxedPRF() (p, r, f1 float64) { return prf(c.Relaxed, c.Gold, c.Found) }

// TypeF1 is the relaxed F1 times the share of types that are right in it.
func (c Counts) TypeF1() float64 { return c.shared(c.Type) }

// ValueF1 is the relaxed F1 times the share of values that are right in it,
// the headline of TempEval-3.
func (c Counts) ValueF1() float64 { return c.shared(c.Value) }

func (c Counts) shared(right int) float64 {
	_, _, f1 := c.RelaxedPRF()
	return float64(right) / float64(max(c.Relaxed, 1)) * f1
}

func prf(right, gold, found int) (p, r, f1 float64) {
	p = float64(right) / float64(max(found, 1))
	r = float64(right) / float64(max(gold, 1))
	if p+r > 0 {
		f1 = 2 * p * r / (p + r)
	}
	return p, r, f1
}

// A Match is an expression of the gold with the one found for it; either may
// be missing.
type Match struct {
	Gold, Found *Span
}

// Exact reports whether both have the same start and end.
func (m Match) Exact() bool {
	return m.Gold != nil && m.Found != nil && m.Gold.Start == m.Found.Start && m.Gold.End == m.Found.End
}

// Score compares what was found in a document with what annotators marked, as
// TempEval-3 does: each expression is matched once at most, those with the same
// start and end first, then those that overlap most, then the leftmost. The
// time of creation, empty expressions and repeated ones do not count. Values
// are compared as they are written; of several that the gold gives, one is enough. The matches come in no order that means
// anything but are the same each time.
func Score(gold, found []Span) (Counts, []Match) {
	gold, found = countable(gold), countable(found)
	c := Counts{Docs: 1, Gold: len(gold), Found: len(found)}
	type candidate struct{ inexact, overlap, gold, found int }
	var candidates []candidate
	for i, g := range gold {
		for j, f := range found {
			overlap := min(g.End, f.End) - max(g.Start, f.Start)
			if overlap <= 0 {
				continue
			}
			x := candidate{1, overlap, i, j}
			if g.Start == f.Start && g.End == f.End {
				x.inexact = 0
			}
			candidates = append(candidates, x)
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(a.inexact-b.inexact, b.overlap-a.overlap, a.gold-b.gold, a.found-b.found)
	})
	goldUsed, foundUsed := make([]bool, len(gold)), make([]bool, len(found))
	var matches []Match
	for _, x := range candidates {
		if goldUsed[x.gold] || foundUsed[x.found] {
			continue
		}
		goldUsed[x.gold], foundUsed[x.found] = true, true
		m := Match{&gold[x.gold], &found[x.found]}
		matches = append(matches, m)
		c.Relaxed++
		if m.Exact() {
			c.Strict++
		}
		if m.Gold.Type == m.Found.Type {
			c.Type++
		}
		if m.Gold.means(m.Found.Value) {
			c.Value++
		}
	}
	for i := range gold {
		if !goldUsed[i] {
			matches = append(matches, Match{Gold: &gold[i]})
		}
	}
	for j := range found {
		if !foundUsed[j] {
			matches = append(matches, Match{Found: &found[j]})
		}
	}
	return c, matches
}

// countable returns the expressions that count, in the order of the text.
func countable(spans []Span) []Span {
	var out []Span
	seen := map[[2]int]bool{}
	for _, s := range spans {
		place := [2]int{s.Start, s.End}
		if s.Function == "CREATION_TIME" || s.End <= s.Start || seen[place] {
			continue
		}
		seen[place] = true
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return out
}
