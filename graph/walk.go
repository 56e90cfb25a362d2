package graph

import (
	"cmp"
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// A Direction is a way to walk along relations.
type Direction int

// The directions of a walk.
const (
	Causes  Direction = iota // upstream, against the relations
	Effects                  // downstream, along them
	Both
)

// Bounds limit a walk. The zero value is a walk of any length along all
// relations but part_of.
type Bounds struct {
	Steps int // most relations one after the other; 0 for no bound
	Limit int // most relations (Reach; 0 for no bound) or paths (Paths; 0 for one)

	// Follow chooses the relations to go along; nil takes every type but
	// part_of, because a part is neither cause nor effect of its whole.
	Follow func(*story.Relation) bool
}

func (b Bounds) follows(r *story.Relation) bool {
	if b.Follow == nil {
		return r.Type != story.PartOf
	}
	return b.Follow(r)
}

// A Step is one relation of a walk.
type Step struct {
	Relation *story.Relation
	Depth    int // from 1, the relations of the event itself
}

// Reach returns what an event rests on or leads to: every relation that can be
// reached from it, each once, at its least depth. They come by depth, then in
// the time order of the events that they lead on to, then of those that they
// come from. An event's relation to itself is left out. more reports whether
// the bounds cut something off; an unknown id is an error that names the
// nearest one.
func (g *Graph) Reach(id string, d Direction, b Bounds) (steps []Step, more bool, err error) {
	v, err := g.number(id)
	if err != nil {
		return nil, false, err
	}
	type found struct {
		step Step
		near int32
		far  int32
	}
	seen := make([]bool, len(g.store.ids))
	seen[v] = true
	walked := map[*story.Relation]bool{} // of Both, which meets relations from either end
	level := []int32{v}
	for depth := 1; len(level) > 0; depth++ {
		var next []found
		for _, near := range level {
			for r, far := range g.steps(near, d) {
				if !b.follows(r) || walked[r] {
					continue
				}
				if d == Both {
					walked[r] = true
				}
				next = append(next, found{Step{r, depth}, near, far})
			}
		}
		if b.Steps > 0 && depth > b.Steps {
			return steps, len(next) > 0, nil
		}
		slices.SortStableFunc(next, func(a, b found) int {
			return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.near, b.near))
		})
		level = level[:0]
		for _, f := range next {
			if b.Limit > 0 && len(steps) == b.Limit {
				return steps, true, nil
			}
			steps = append(steps, f.step)
			if !seen[f.far] {
				seen[f.far] = true
				level = append(level, f.far)
			}
		}
	}
	return steps, false, nil
}

// Around returns the ids of the events within a number of steps of some
// events, those included, in either direction and in time order. A nil follow
// takes every relation, part_of too, because a whole and its parts are near
// each other; 0 steps are the events alone. Unknown ids are left out.
func (g *Graph) Around(ids []string, steps int, follow func(*story.Relation) bool) []string {
	seen := make([]bool, len(g.store.ids))
	var reached []int32
	for _, id := range ids {
		if v, ok := g.store.index[id]; ok && !seen[v] {
			seen[v] = true
			reached = append(reached, v)
		}
	}
	for first := 0; steps > 0 && first < len(reached); steps-- {
		level := reached[first:]
		first = len(reached)
		for _, v := range level {
			for r, w := range g.steps(v, Both) {
				if !seen[w] && (follow == nil || follow(r)) {
					seen[w] = true
					reached = append(reached, w)
				}
			}
		}
	}
	return g.named(reached)
}

// Components returns the ids of the events that relations connect, whatever
// their direction, in time order; an event without relations is one by itself.
// The components come in the order of their first events.
func (g *Graph) Components() [][]string {
	var out [][]string
	seen := make([]bool, len(g.store.ids))
	for v := range g.store.ids {
		if seen[v] {
			continue
		}
		seen[v] = true
		reached := []int32{int32(v)}
		for i := 0; i < len(reached); i++ {
			for _, w := range g.steps(reached[i], Both) {
				if !seen[w] {
					seen[w] = true
					reached = append(reached, w)
				}
			}
		}
		out = append(out, g.named(reached))
	}
	return out
}

// named returns the ids of vertices in time order; it sorts what it is given.
func (g *Graph) named(vertices []int32) []string {
	slices.Sort(vertices)
	out := make([]string, len(vertices))
	for i, v := range vertices {
		out[i] = g.store.ids[v]
	}
	return out
}
