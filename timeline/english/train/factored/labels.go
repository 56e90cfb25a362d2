package factored

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/causeline/causeline/timeline/english/linear"
)

// A labeller is the model of relations in training.
type labeller struct {
	*perceptron
	allowed []uint64
	markers uint64
	spots   [linear.MaxSpots]linear.Spot
}

// labels trains the relations on gold trees and puts them into data, whose
// Relations must be set.
func (t *trainer) labels(data *linear.Data, trees []*tree) {
	m := &labeller{
		perceptron: newPerceptron(linear.Places, 1),
		allowed:    make([]uint64, linear.Kinds),
		markers:    linear.Markers(data.Relations),
	}
	gold := make([][]int, len(trees))
	for i, r := range trees {
		for _, rel := range r.rels {
			gold[i] = append(gold[i], slices.Index(data.Relations, rel))
		}
		for d := r.sent.Plant(r.heads); d != 0; d = r.sent.Relate(d, gold[i][d], m.markers) {
			m.allowed[r.sent.Kind(d)] |= 1 << gold[i][d]
		}
	}
	root := uint64(1) << slices.Index(data.Relations, "root")
	for k := range m.allowed {
		m.allowed[k] &^= root // of trees with several roots
	}
	rng := t.random(0)
	train := func(i int, _ bool) int {
		t.hide(&trees[i].sent, rng)
		return m.train(trees[i], gold[i], t.Labels.Margin)
	}
	m.rounds(t.Labels.Rounds, len(trees), rng, train, func(round, wrong int) {
		fmt.Fprintf(t.log, "parser: relations, round %d: %d wrong in the last epoch\n", round, wrong)
		m.average(math.MaxInt16)
	})
	data.Allowed = m.allowed
	for p, v := range m.now {
		if v != 0 {
			data.Labels = append(data.Labels, linear.Cell{Place: uint32(p), Weight: int16(v)})
		}
	}
}

// train goes once through a tree, gives its words relations and returns the
// number of wrong ones.
func (m *labeller) train(r *tree, gold []int, margin int64) int {
	wrong := 0
	s := &r.sent
	for d := s.Plant(r.heads); d != 0; {
		spots := m.spots[:s.Spots(&m.spots, d)]
		set := m.allowed[s.Kind(d)]
		right := gold[d]
		chosen := right
		if set>>right&1 != 0 {
			other, best := -1, int64(0)
			for rest := set &^ (1 << right); rest != 0; rest &= rest - 1 {
				rel := bits.TrailingZeros64(rest)
				if score := m.score(spots, rel); other < 0 || score > best {
					other, best = rel, score
				}
			}
			m.step++
			if other >= 0 {
				ahead := m.score(spots, right) - best
				if ahead <= margin {
					for _, p := range spots {
						m.add(p.Place(right), 0, 1)
						m.add(p.Place(other), 0, -1)
					}
				}
				if ahead <= 0 {
					wrong++
					chosen = other
				}
			}
		}
		d = s.Relate(d, chosen, m.markers)
	}
	return wrong
}

func (m *labeller) score(spots []linear.Spot, rel int) int64 {
	sum := int64(0)
	for _, p := range spots {
		sum += int64(m.now[p.Place(rel)])
	}
	return sum
}
