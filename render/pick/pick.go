// Package pick takes the part of a story that a picture is to show: the events
// of some people, of a stretch of time, around one event. What it left out it
// can say in the language of the picture.
package pick

import (
	"fmt"
	"slices"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A Filter says which events are to be shown. What is set must all hold; the
// zero Filter keeps what is drawn.
type Filter struct {
	// Actors are names or words of names, in any case and with or without
	// accents. An event is kept if one of them takes part.
	Actors []string
	// From and To bound the dates; zero is open. An event is kept if its date
	// may lie between them, an undated one never.
	From, To edtf.Date
	// Around is the id of an event; kept are those at most Steps relations
	// away from it, either way. With Causes only those are followed.
	Around string
	Steps  int
	// Causes keeps what causes, allows or prevents something and what comes of
	// it, and no other relation.
	Causes bool

	// Decided keeps to the events that are drawn already, as when a person said
	// how much to draw. Without it, what Actors and Around ask for is drawn even
	// if it weighs little; what a person hides only if Around names it.
	Decided bool
	// Related says that the picture shows relations: events without one do not
	// count.
	Related bool
}

// IsZero reports whether the filter asks for nothing.
func (f Filter) IsZero() bool {
	return len(f.Actors) == 0 && f.From.IsZero() && f.To.IsZero() && f.Around == "" && !f.Causes
}

// Picked is the part of a story that was asked for.
type Picked struct {
	Story *story.Story // its events are all drawn
	Kept  int          // events that the picture can show
	Of    int          // how many it could show without the filter
	// Undated is how many events were left out for nothing but that they have
	// no date to compare.
	Undated int
	// Passing is how many of what Actors name were left out because reports tell
	// of them only in passing.
	Passing int

	words   []func(lang.Speaker) string // what was asked for
	thinned bool                        // relations were left out between events that stay
}

// A condition is one thing that a filter asks for.
type condition struct {
	flag  string // as a person typed it
	keeps func(*story.Event) bool
	words func(lang.Speaker) string
}

// Apply returns the part of a story that a filter asks for, out of the events
// that are marked as drawn and those that the filter names. An empty part is an
// error that says what emptied it; so is an actor or an event that is not there.
func Apply(s *story.Story, f Filter) (*Picked, error) {
	conditions, err := f.conditions(s)
	if err != nil {
		return nil, err
	}
	left, err := narrow(s, conditions)
	if err != nil {
		return nil, err
	}
	p := &Picked{Undated: f.undated(s, conditions)}
	for _, c := range conditions {
		p.words = append(p.words, c.words)
	}
	chosen, base := map[string]bool{}, map[string]bool{}
	for i := range s.Events {
		e := &s.Events[i]
		if !f.shows(e) {
			continue
		}
		told := e.Drawn || !e.Passing()
		base[e.ID] = told
		switch {
		case !left[e.ID]:
		case told || f.Around != "":
			chosen[e.ID], base[e.ID] = true, true
		default:
			p.Passing++
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("nothing is left to draw: of the %d events that %s keeps, none has a date and is drawn", len(left), flags(conditions))
	}
	p.Story = part(s, chosen, func(r *story.Relation) bool { return f.follows(r.Type) })
	p.thinned = thinned(s, p.Story)
	p.Kept = len(chosen)
	for _, counts := range base {
		if counts {
			p.Of++
		}
	}
	if f.Related {
		p.Kept = related(p.Story)
		p.Of = related(part(s, base, func(*story.Relation) bool { return true }))
		if p.Kept == 0 {
			return nil, fmt.Errorf("nothing is left to draw: none of the events that %s keeps (%d) is related to another of them", flags(conditions), len(chosen))
		}
	}
	return p, nil
}

// follows reports whether the picture may show relations of a type.
func (f Filter) follows(t story.RelationType) bool { return !f.Causes || causal(t) }

// shows reports whether the picture may show an event if it is chosen.
func (f Filter) shows(e *story.Event) bool {
	if !placed(e) {
		return false
	}
	if e.Drawn || e.ID == f.Around {
		return true
	}
	asked := len(f.Actors) > 0 || f.Around != ""
	return asked && !f.Decided && (e.Show == nil || *e.Show)
}

// placed reports whether a picture of time has a place for an event.
func placed(e *story.Event) bool {
	_, a := e.Date.Earliest()
	_, b := e.Date.Latest()
	return a || b
}

// narrow returns the ids of the events that meet all conditions.
func narrow(s *story.Story, conditions []condition) (map[string]bool, error) {
	left := map[string]bool{}
	for _, e := range s.Events {
		left[e.ID] = true
	}
	for n, c := range conditions {
		was := len(left)
		for i := range s.Events {
			if e := &s.Events[i]; left[e.ID] && !c.keeps(e) {
				delete(left, e.ID)
			}
		}
		switch {
		case len(left) > 0:
		case n == 0:
			return nil, fmt.Errorf("nothing is left to draw: %s keeps none of the %d events", c.flag, was)
		default:
			return nil, fmt.Errorf("nothing is left to draw: %s keeps %d of %d events, and %s none of these", flags(conditions[:n]), was, len(s.Events), c.flag)
		}
	}
	return left, nil
}

// conditions returns what the filter asks for, and fails for an actor or an
// event that the story does not have.
func (f Filter) conditions(s *story.Story) ([]condition, error) {
	var out []condition
	if len(f.Actors) > 0 {
		names, err := named(s, f.Actors)
		if err != nil {
			return nil, err
		}
		out = append(out, f.actors(names))
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		out = append(out, f.dates())
	}
	if f.Around != "" {
		c, err := f.around(s)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	if f.Causes {
		out = append(out, onlyCauses(s))
	}
	return out, nil
}

func (f Filter) around(s *story.Story) (condition, error) {
	i := slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == f.Around })
	if i < 0 {
		return condition{}, fmt.Errorf("there is no event %s to draw around", f.Around)
	}
	if !placed(&s.Events[i]) {
		return condition{}, fmt.Errorf("%q has no date, so no picture can show it: draw around another event", f.Around)
	}
	g, err := graph.New(s)
	if err != nil {
		return condition{}, err
	}
	near := map[string]bool{}
	for _, id := range g.Around([]string{f.Around}, f.Steps, func(r *story.Relation) bool { return f.follows(r.Type) }) {
		near[id] = true
	}
	center := &s.Events[i]
	return condition{
		flag:  fmt.Sprintf("--around %s --steps %d", f.Around, f.Steps),
		keeps: func(e *story.Event) bool { return near[e.ID] },
		words: func(say lang.Speaker) string { return aroundWords(say, center, f.Steps) },
	}, nil
}

func onlyCauses(s *story.Story) condition {
	takes := map[string]bool{}
	for _, r := range s.Relations {
		if causal(r.Type) && r.From != r.To {
			takes[r.From], takes[r.To] = true, true
		}
	}
	return condition{
		flag:  "--only causes",
		keeps: func(e *story.Event) bool { return takes[e.ID] },
		words: func(say lang.Speaker) string { return say.Say("pick.causes") },
	}
}

// causal reports whether a relation of this type claims a cause.
func causal(t story.RelationType) bool {
	return t == story.Causes || t == story.Enables || t == story.Prevents
}

// part returns a story of the events with these ids, all of them drawn, the
// relations between them that are wanted, and the documents that tell of these.
func part(s *story.Story, ids map[string]bool, wanted func(*story.Relation) bool) *story.Story {
	out := &story.Story{Title: s.Title, Summary: s.Summary}
	told := map[string]bool{}
	tell := func(ms []story.Mention) {
		for _, m := range ms {
			told[m.Document] = true
		}
	}
	for _, e := range s.Events {
		if ids[e.ID] {
			e.Drawn = true // in the copy that the loop makes
			out.Events = append(out.Events, e)
			tell(e.Mentions)
		}
	}
	for i := range s.Relations {
		if r := &s.Relations[i]; ids[r.From] && ids[r.To] && wanted(r) {
			out.Relations = append(out.Relations, *r)
			tell(r.Mentions)
		}
	}
	for _, d := range s.Disagreements {
		if slices.ContainsFunc(d.About, func(id string) bool { return ids[id] }) {
			out.Disagreements = append(out.Disagreements, d)
		}
	}
	for _, d := range s.Documents {
		if told[d.ID] {
			out.Documents = append(out.Documents, d)
		}
	}
	return out
}

// related counts the events that take part in a relation to another one.
func related(s *story.Story) int {
	takes := map[string]bool{}
	for _, r := range s.Relations {
		if r.From != r.To {
			takes[r.From], takes[r.To] = true, true
		}
	}
	return len(takes)
}

// thinned reports whether a part lacks relations between events that it has.
func thinned(s, part *story.Story) bool {
	has := make(map[string]bool, len(part.Events))
	for _, e := range part.Events {
		has[e.ID] = true
	}
	n := 0
	for _, r := range s.Relations {
		if has[r.From] && has[r.To] {
			n++
		}
	}
	return n > len(part.Relations)
}
