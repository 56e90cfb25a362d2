// Package eval measures the reading of causes on annotated corpora: JSON lines
// {"id","text","relations":[{"cause":[s,e],"effect":[s,e]}]} with offsets in
// code points.
//
// Corpora mark two things. Where they mark spans, a relation is right when both
// its spans share more than half of their words with those of the corpus, each
// relation of the corpus counting once. Where they mark triggers, one word for
// each event, it is right when its cause holds the trigger of a cause and its
// effect that of the effect, and the two do not overlap.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// A Span is a piece of text in code points, end exclusive.
type Span [2]int

func (s Span) overlaps(t Span) bool { return s[0] < t[1] && t[0] < s[1] }

func (s Span) holds(t Span) bool { return s[0] <= t[0] && t[1] <= s[1] }

// A Pair is a relation as it is compared: type, strength and signals are not.
type Pair struct {
	Cause  Span `json:"cause"`
	Effect Span `json:"effect"`
}

// turned is the pair with its direction reversed.
func (p Pair) turned() Pair { return Pair{p.Effect, p.Cause} }

// A Case is a text and what a corpus marks in it.
type Case struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Pairs []Pair `json:"relations"`
}

// ReadCases reads a corpus.
func ReadCases(r io.Reader) ([]Case, error) {
	var out []Case
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		var c Case
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		size := utf8.RuneCountInString(c.Text)
		for _, p := range c.Pairs {
			for _, s := range []Span{p.Cause, p.Effect} {
				if s[0] < 0 || s[0] >= s[1] || s[1] > size {
					return nil, fmt.Errorf("line %d: span %v in a text of %d characters", n, s, size)
				}
			}
		}
		out = append(out, c)
	}
	return out, lines.Err()
}

// A Score counts what was found right. Where corpora mark triggers, one
// relation found can cover several of the corpus.
type Score struct {
	Found, FoundRight int
	Gold, GoldFound   int
}

// Add adds the counts of another score.
func (s *Score) Add(t Score) {
	s.Found += t.Found
	s.FoundRight += t.FoundRight
	s.Gold += t.Gold
	s.GoldFound += t.GoldFound
}

// Figures returns precision, recall and F1 in hundredths of a percent.
func (s Score) Figures() (precision, recall, f1 int) {
	if s.Found > 0 {
		precision = (10000*s.FoundRight + s.Found/2) / s.Found
	}
	if s.Gold > 0 {
		recall = (10000*s.GoldFound + s.Gold/2) / s.Gold
	}
	// 2PR/(P+R) of the exact fractions.
	num, den := 2*s.FoundRight*s.GoldFound, s.FoundRight*s.Gold+s.GoldFound*s.Found
	if den > 0 {
		f1 = (10000*num + den/2) / den
	}
	return precision, recall, f1
}

// Triggers scores pairs against a text whose triggers are marked.
func Triggers(c Case, found []Pair, directed bool) Score {
	right := func(gold, p Pair) bool {
		if p.Cause.overlaps(p.Effect) {
			return false
		}
		hit := func(g Pair) bool { return p.Cause.holds(g.Cause) && p.Effect.holds(g.Effect) }
		return hit(gold) || !directed && hit(gold.turned())
	}
	s := Score{Found: len(found), Gold: len(c.Pairs)}
	for _, g := range c.Pairs {
		for _, p := range found {
			if right(g, p) {
				s.GoldFound++
				break
			}
		}
	}
	for _, p := range found {
		for _, g := range c.Pairs {
			if right(g, p) {
				s.FoundRight++
				break
			}
		}
	}
	return s
}

// Spans scores pairs against a text whose spans are marked.
func Spans(c Case, found []Pair, directed bool) Score {
	starts := wordStarts(c.Text)
	alike := func(g, p Pair) bool {
		return halfShared(starts, g.Cause, p.Cause) && halfShared(starts, g.Effect, p.Effect)
	}
	n := match(len(c.Pairs), len(found), func(g, p int) bool {
		return alike(c.Pairs[g], found[p]) || !directed && alike(c.Pairs[g].turned(), found[p])
	})
	return Score{Found: len(found), FoundRight: n, Gold: len(c.Pairs), GoldFound: n}
}

// halfShared reports whether two spans share so many words that the F1 of the
// one against the other is half or more.
func halfShared(starts []int, a, b Span) bool {
	var in, inA, inB int
	for _, s := range starts {
		x, y := a[0] <= s && s < a[1], b[0] <= s && s < b[1]
		if x {
			inA++
		}
		if y {
			inB++
		}
		if x && y {
			in++
		}
	}
	return in > 0 && 4*in >= inA+inB
}

// wordStarts returns where the words and marks of a text begin, in code points.
func wordStarts(text string) []int {
	var out []int
	n, inWord := 0, false
	for _, r := range text {
		word := r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r)
		if word && !inWord || !word && !unicode.IsSpace(r) {
			out = append(out, n)
		}
		inWord = word
		n++
	}
	return out
}

// match returns how many of two lists can be paired off.
func match(golds, founds int, fits func(g, p int) bool) int {
	owner := make([]int, founds)
	for p := range owner {
		owner[p] = -1
	}
	var place func(g int, seen []bool) bool
	place = func(g int, seen []bool) bool {
		for p := range owner {
			if seen[p] || !fits(g, p) {
				continue
			}
			seen[p] = true
			if owner[p] < 0 || place(owner[p], seen) {
				owner[p] = g
				return true
			}
		}
		return false
	}
	n := 0
	for g := range golds {
		if place(g, make([]bool, founds)) {
			n++
		}
	}
	return n
}
