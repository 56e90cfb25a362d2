package linear

// A Scorer gives the scores of the transitions of a state from its features.
type Scorer interface {
	Scores(places []uint32) [Actions]int32
}

// A Beam searches the best tree of a sentence and keeps what it needs for the
// next one.
type Beam struct {
	items, next []item
	steps       []step
	candidates  []candidate
	trail       []Point
	features    [MaxFeatures]uint32
}

// item is a state in the beam.
type item struct {
	State
	score int64
	last  int32 // the step that led here, an index into Beam.steps, or -1
}

// step is one transition of a derivation.
type step struct {
	back            int32 // the step before, or -1
	head, dependent int32 // of the arc that it makes, 0 for Shift
	action          Action
}

// candidate is a state that may come into the next beam.
type candidate struct {
	score  int64
	from   int32 // index into Beam.items
	action Action
}

// A Point is the best derivation at some length.
type Point struct {
	Score int64
	last  int32
}

// longSentence is the number of words from which a sentence is parsed without
// alternatives, for the sake of memory.
const longSentence = 400

// Search finds a derivation of s, following the width best ones at a time. It
// returns the best one of each length; the last is that of the tree.
func (b *Beam) Search(s *Sentence, scorer Scorer, width int) []Point {
	if s.n >= longSentence {
		width = 1
	}
	b.steps = b.steps[:0]
	b.trail = b.trail[:0]
	b.items = append(b.items[:0], item{State: s.Begin(), last: -1})
	for range 2 * int(s.n) {
		c := b.candidates[:0]
		for i := range b.items {
			it := &b.items[i]
			if a, ok := s.Forced(&it.State); ok {
				c = append(c, candidate{it.score, int32(i), a})
				continue
			}
			scores := scorer.Scores(b.features[:s.Features(&b.features, &it.State)])
			for a := range Actions {
				if s.Legal(&it.State, a) {
					c = append(c, candidate{it.score + int64(scores[a]), int32(i), a})
				}
			}
		}
		b.candidates = c
		b.next = b.next[:0]
		for _, k := range best(c, width) {
			from := &b.items[k.from]
			made := step{back: from.last, action: k.action}
			if k.action != Shift {
				made.head, made.dependent = s.Arc(&from.State, k.action)
			}
			b.steps = append(b.steps, made)
			b.next = append(b.next, item{s.Step(from.State, k.action), k.score, int32(len(b.steps) - 1)})
		}
		b.items, b.next = b.next, b.items
		b.trail = append(b.trail, Point{b.items[0].score, b.items[0].last})
	}
	return b.trail
}

// best sorts the width best candidates to the front, the earlier first among
// equals, and returns them.
func best(c []candidate, width int) []candidate {
	for i := 1; i < len(c); i++ {
		k := c[i]
		j := i
		if i >= width {
			if c[width-1].score >= k.score {
				continue
			}
			j = width - 1
		}
		for ; j > 0 && c[j-1].score < k.score; j-- {
			c[j] = c[j-1]
		}
		c[j] = k
	}
	return c[:min(width, len(c))]
}

// Actions appends the transitions that lead to p, latest first.
func (b *Beam) Actions(dst []Action, p Point) []Action {
	for last := p.last; last >= 0; last = b.steps[last].back {
		dst = append(dst, b.steps[last].action)
	}
	return dst
}

// Heads returns the heads of the words of s after a search, in dst where that
// is large enough. Index 0 is unused.
func (b *Beam) Heads(dst []int32, s *Sentence) []int32 {
	dst = reset(dst, int(s.n)+1)
	if len(b.trail) > 0 {
		for k := b.trail[len(b.trail)-1].last; k >= 0; k = b.steps[k].back {
			dst[b.steps[k].dependent] = b.steps[k].head
		}
	}
	dst[0] = 0
	return dst
}
