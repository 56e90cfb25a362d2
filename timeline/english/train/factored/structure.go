package factored

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/causeline/causeline/timeline/english/linear"
)

// explore is how often, in thousandths, training by a dynamic oracle follows
// the parser's own choice where that is wrong. In the first epoch it never
// does.
const explore = 900

// A scorer is the model of one parser in training.
type scorer struct {
	*perceptron
	features [linear.MaxFeatures]uint32
	beam     linear.Beam
	actions  []linear.Action
	stack    []int32
}

// structure trains a parser.
func (t *trainer) structure(trees []*tree, o Structure, name string) *scorer {
	m := &scorer{perceptron: newPerceptron(linear.Places, int(linear.Actions))}
	rng := t.random(1)
	var gold [][]linear.Action
	if o.Width > 1 {
		for _, r := range trees {
			gold = append(gold, r.derive())
		}
	}
	train := func(i int, wander bool) int {
		t.hide(&trees[i].sent, rng)
		if o.Width > 1 {
			return m.violation(trees[i], gold[i], o.Width)
		}
		return m.oracle(trees[i], o.Margin, rng, wander)
	}
	m.rounds(o.Rounds, len(trees), rng, train, func(round, wrong int) {
		fmt.Fprintf(t.log, "parser: %s, round %d: %d wrong in the last epoch\n", name, round, wrong)
		m.average(linear.MaxWeight)
	})
	for _, r := range trees {
		r.sent.Hide(func() bool { return false })
	}
	return m
}

// Scores implements linear.Scorer.
func (m *scorer) Scores(places []uint32) (s [linear.Actions]int32) {
	for _, p := range places {
		w := m.now[p*uint32(linear.Actions) : (p+1)*uint32(linear.Actions)]
		s[linear.Shift] += w[linear.Shift]
		s[linear.Left] += w[linear.Left]
		s[linear.Right] += w[linear.Right]
	}
	return s
}

func (m *scorer) reward(places []uint32, a linear.Action, by int32) {
	for _, p := range places {
		m.add(p, int(a), by)
	}
}

// oracle goes once through a sentence and returns the number of wrong choices.
// Right are all transitions that put no more gold arcs out of reach than need
// be, also in states that a wrong choice led to.
func (m *scorer) oracle(r *tree, margin int64, rng *rand.Rand, wander bool) int {
	s := &r.sent
	st := s.Begin()
	m.stack = m.stack[:0]
	wrong := 0
	for !s.Done(&st) {
		a, forced := s.Forced(&st)
		if !forced {
			places := m.features[:s.Features(&m.features, &st)]
			scores := m.Scores(places)
			right, other := m.choices(r, &st, scores)
			a = right
			m.step++
			if other < linear.Actions {
				ahead := int64(scores[right]) - int64(scores[other])
				if ahead <= margin {
					m.reward(places, right, 1)
					m.reward(places, other, -1)
				}
				if ahead <= 0 {
					wrong++
					if wander && rng.IntN(1000) < explore {
						a = other
					}
				}
			}
		}
		m.stack = move(m.stack, &st, a)
		st = s.Step(st, a)
	}
	return wrong
}

// choices returns the best right transition and the best wrong one, Actions
// where there is none.
func (m *scorer) choices(r *tree, st *linear.State, scores [linear.Actions]int32) (right, other linear.Action) {
	var costs [linear.Actions]int
	least := -1
	for a := range linear.Actions {
		costs[a] = -1
		if r.sent.Legal(st, a) {
			costs[a] = r.cost(st.Front(), m.stack, a)
			if least < 0 || costs[a] < least {
				least = costs[a]
			}
		}
	}
	right, other = linear.Actions, linear.Actions
	for a := range linear.Actions {
		switch {
		case costs[a] < 0:
		case costs[a] == least:
			if right == linear.Actions || scores[a] > scores[right] {
				right = a
			}
		case other == linear.Actions || scores[a] > scores[other]:
			other = a
		}
	}
	return right, other
}

// violation searches for the tree of a sentence and, where it finds another
// one, learns from the derivation up to the length at which the gold one falls
// behind most (Huang, Fayong and Guo, "Structured Perceptron with Inexact
// Search", NAACL 2012). It returns 1 for a wrong tree.
func (m *scorer) violation(r *tree, gold []linear.Action, width int) int {
	s := &r.sent
	trail := m.beam.Search(s, m, width)
	m.step++
	m.actions = m.beam.Actions(m.actions[:0], trail[len(trail)-1])
	slices.Reverse(m.actions)
	if slices.Equal(m.actions, gold) {
		return 0
	}
	// The gold derivation itself never counts as ahead of itself.
	at, worst := len(gold)-1, int64(0)
	score := int64(0)
	st := s.Begin()
	for i, a := range gold {
		if _, forced := s.Forced(&st); !forced {
			score += int64(m.Scores(m.features[:s.Features(&m.features, &st)])[a])
		}
		if behind := trail[i].Score - score; behind > worst {
			at, worst = i, behind
		}
		st = s.Step(st, a)
	}
	m.actions = m.beam.Actions(m.actions[:0], trail[at])
	slices.Reverse(m.actions)
	same := 0
	for m.actions[same] == gold[same] {
		same++
	}
	m.follow(s, gold[:at+1], same, 1)
	m.follow(s, m.actions, same, -1)
	return 1
}

// follow takes transitions and changes the weights of those from the given one
// on.
func (m *scorer) follow(s *linear.Sentence, actions []linear.Action, from int, by int32) {
	st := s.Begin()
	for i, a := range actions {
		if _, forced := s.Forced(&st); i >= from && !forced {
			m.reward(m.features[:s.Features(&m.features, &st)], a, by)
		}
		st = s.Step(st, a)
	}
}

// structure returns the weights as the model's file holds them.
func (m *scorer) structure(width int) linear.Structure {
	out := linear.Structure{Width: width}
	for p := range uint32(linear.Places) {
		if m.strength(int(p)) > 0 {
			k := p * uint32(linear.Actions)
			out.Rows = append(out.Rows, linear.Row{Place: p, Weights: [linear.Actions]int32(m.now[k:])})
		}
	}
	return out
}
