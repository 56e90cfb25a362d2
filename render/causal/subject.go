package causal

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// A subject is what a diagram shows: events in the order of time, and the
// relations between them.
type subject struct {
	ms      []scale.Moment
	rels    []relation
	left    string         // what was left out, in words
	undated []*story.Event // what is related to these and has no date to be drawn at
}

// A relation is a stated relation between two events of the subject.
type relation struct {
	*story.Relation
	from, to int  // indexes of the moments
	conflict bool // dates or other relations contradict it
}

// upper and lower are the ends of the relation by place: time runs down.
func (r relation) upper() int { return min(r.from, r.to) }
func (r relation) lower() int { return max(r.from, r.to) }

func (r relation) possible() bool { return r.Strength == story.StrengthPossible }

// data is what programs may read about the relation.
func (r relation) data() []scene.Datum {
	strength := r.Strength
	if strength == "" {
		strength = story.StrengthStated
	}
	return []scene.Datum{{Key: "from", Value: r.From}, {Key: "to", Value: r.To},
		{Key: "type", Value: string(r.Type)}, {Key: "strength", Value: string(strength)}}
}

// Shown returns the events that the diagrams of a story show, in the order of
// time, and how many relations between them. A story that would not pass a
// check, with two events of one id or relations to unknown ones, is an error.
func Shown(s *story.Story) (events []scale.Moment, relations int, err error) {
	sub, err := subjectOf(lang.Speaker{}, s)
	if err != nil {
		return nil, 0, fmt.Errorf("choosing the events of a causal diagram: %w", err)
	}
	return sub.ms, len(sub.rels), nil
}

// A TooManyError says that more events are related than one diagram can hold.
type TooManyError struct {
	Events int // related to one another
	Most   int // that one diagram holds
}

func (e *TooManyError) Error() string {
	return fmt.Sprintf("%d events are related to one another, and a causal diagram holds %d at most: ask for a part of the story", e.Events, e.Most)
}

// subjectOf picks the drawn events that take part in a relation between two
// drawn events. Where they are more than a diagram shows, order that follows
// from other relations is left out first, then the events that matter least.
func subjectOf(say lang.Speaker, s *story.Story) (subject, error) {
	g, err := graph.New(s)
	if err != nil {
		return subject{}, err
	}
	moments := scale.Moments(s)
	sub := pickRelated(g, moments, nil)
	sub.undated = undated(s, moments)
	all := sub
	if len(sub.ms) <= maxEvents {
		sub.arrange()
		return sub, nil
	}
	if len(sub.ms) > mostEvents {
		return subject{}, &TooManyError{len(sub.ms), mostEvents}
	}
	follows := make(map[*story.Relation]bool)
	for _, r := range sub.rels {
		follows[r.Relation] = true
	}
	for _, r := range g.Reduced() {
		delete(follows, r)
	}
	if sub = pickRelated(g, moments, follows); len(sub.ms) > maxEvents {
		sub = pickRelated(g, weightiest(sub), follows)
	}
	sub.arrange()
	sub.undated = all.undated
	sub.left = leftOut(say, all, sub, len(follows))
	return sub, nil
}

// pickRelated returns the moments that a relation connects, with these
// relations in the order of their causes, then effects. Relations in without
// do not count.
func pickRelated(g *graph.Graph, moments []scale.Moment, without map[*story.Relation]bool) subject {
	drawn := make(map[string]bool, len(moments))
	for _, m := range moments {
		drawn[m.Event.ID] = true
	}
	related := make(map[string]bool)
	var rels []*story.Relation
	for _, m := range moments {
		for _, r := range distinct(g.From(m.Event.ID)) {
			if r.From == r.To || !drawn[r.To] || without[r] {
				continue
			}
			related[r.From], related[r.To] = true, true
			rels = append(rels, r)
		}
	}
	var sub subject
	for _, m := range moments {
		if related[m.Event.ID] {
			sub.ms = append(sub.ms, m)
		}
	}
	for _, r := range rels {
		sub.rels = append(sub.rels, relation{Relation: r})
	}
	sub.index()
	return sub
}

// index finds the moments of the relations.
func (s *subject) index() {
	place := make(map[string]int, len(s.ms))
	for i, m := range s.ms {
		place[m.Event.ID] = i
	}
	for k := range s.rels {
		r := &s.rels[k]
		r.from, r.to = place[r.From], place[r.To]
	}
}

// distinct drops relations that say what another one says: same ends, same
// type. What is stated stands for what is possible.
func distinct(rs []*story.Relation) []*story.Relation {
	var out []*story.Relation
	run := 0 // where the relations to the present event begin: lists are in the order of those
	for _, r := range rs {
		if run < len(out) && out[run].To != r.To {
			run = len(out)
		}
		i := slices.IndexFunc(out[run:], func(o *story.Relation) bool { return o.Type == r.Type })
		switch {
		case i < 0:
			out = append(out, r)
		case out[run+i].Strength == story.StrengthPossible && r.Strength != story.StrengthPossible:
			out[run+i] = r
		}
	}
	return out
}

// weightiest returns at most maxEvents of the events, in order of time. It
// takes relation after relation with both ends, so that what stays is
// connected: causes and effects first, the heavier before the lighter.
func weightiest(sub subject) []scale.Moment {
	rels := slices.Clone(sub.rels)
	claims := func(r relation) int {
		if r.Type == story.Before || r.Type == story.PartOf {
			return 0
		}
		return 1
	}
	weight := func(r relation) float64 { return sub.ms[r.from].Event.Weight + sub.ms[r.to].Event.Weight }
	slices.SortStableFunc(rels, func(a, b relation) int {
		return cmp.Or(cmp.Compare(claims(b), claims(a)), cmp.Compare(weight(b), weight(a)),
			cmp.Compare(bits.Reverse32(uint32(a.from)), bits.Reverse32(uint32(b.from)))) // of equal ones, spread over time
	})
	keep := make([]bool, len(sub.ms))
	n := 0
	for _, r := range rels {
		more := 0
		for _, i := range []int{r.from, r.to} {
			if !keep[i] {
				more++
			}
		}
		if n+more <= maxEvents {
			keep[r.from], keep[r.to] = true, true
			n += more
		}
	}
	var out []scale.Moment
	for i, m := range sub.ms {
		if keep[i] {
			out = append(out, m)
		}
	}
	return out
}
