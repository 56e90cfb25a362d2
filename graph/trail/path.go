package trail

import (
	"fmt"
	"slices"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// Kind says what the steps of paths are.
type Kind string

// The kinds, the strongest first. A path is of a kind only where there is none
// of a stronger one.
const (
	OfCauses Kind = "causes" // every step claims a cause
	OfOrder  Kind = "order"  // some steps are only stated to come before the next
	OfParts  Kind = "parts"  // some steps lead from a part to its whole
)

// kinds are what each kind follows.
var kinds = []struct {
	kind   Kind
	follow func(*story.Relation) bool
}{
	{OfCauses, claims},
	{OfOrder, func(r *story.Relation) bool { return claims(r) || r.Type == story.Before }},
	{OfParts, func(*story.Relation) bool { return true }},
}

// A Route is how a story gets from one event to another.
type Route struct {
	From   Event    `json:"from"`
	To     Event    `json:"to"`
	Kind   Kind     `json:"kind,omitempty"` // empty where there is no path
	Events []Event  `json:"events"`         // on the paths, in time order
	Paths  [][]Step `json:"paths"`          // the shortest first; depth is the place on the path
	More   bool     `json:"more"`           // there are others, or may be
	// Reverse is the kind of the paths the other way, from To to From, where
	// there is none this way.
	Reverse Kind `json:"reverse,omitempty"`
	// ByDate is "before", "after" or empty: how From lies to To by their dates
	// alone, where there is no path either way.
	ByDate string `json:"by_date,omitempty"`

	// Apart is how far apart the dates then are, in words: "over 3 years". The
	// caller says so, or leaves it empty.
	Apart string `json:"apart,omitempty"`

	possible bool // Options.Stated left out the paths that there are
}

// Between finds the shortest paths from one event to another: at most
// opt.Limit, 0 being one.
func Between(s *story.Story, g *graph.Graph, from, to string, opt Options) (*Route, error) {
	t := newTeller(s, g)
	kind, paths, more, err := search(g, from, to, opt)
	if err != nil {
		return nil, err
	}
	r := &Route{From: t.event(from), To: t.event(to), Kind: kind, Events: []Event{}, Paths: [][]Step{}, More: more}
	var ids []string
	for _, p := range paths {
		var steps []Step
		for i, rel := range p {
			steps = append(steps, t.step(rel, i+1))
			ids = append(ids, rel.From, rel.To)
		}
		r.Paths = append(r.Paths, steps)
	}
	r.Events = t.inTime(ids)
	if len(paths) > 0 || from == to {
		return r, nil
	}
	if opt.Stated {
		_, paths, _, err := search(g, from, to, Options{Steps: opt.Steps})
		if err != nil {
			return nil, err
		}
		r.possible = len(paths) > 0
	}
	if r.Reverse, _, _, err = search(g, to, from, opt); err != nil {
		return nil, err
	}
	if r.Reverse == "" {
		a, b := g.Event(from), g.Event(to)
		switch {
		case graph.CertainlyBefore(a, b):
			r.ByDate = "before"
		case graph.CertainlyBefore(b, a):
			r.ByDate = "after"
		}
	}
	return r, nil
}

// search looks for paths of the strongest kind that there is. Where one will
// do, a longer one of stated steps goes before one with possible steps.
func search(g *graph.Graph, from, to string, opt Options) (Kind, [][]*story.Relation, bool, error) {
	if opt.Limit <= 1 && !opt.Stated {
		stated := opt
		stated.Stated = true
		paths, more, err := along(g, from, to, claims, stated)
		if err != nil {
			return "", nil, false, err
		}
		if len(paths) > 0 {
			_, others, err := along(g, from, to, claims, opt)
			return OfCauses, paths, more || others, err
		}
	}
	for _, k := range kinds {
		paths, more, err := along(g, from, to, k.follow, opt)
		if err != nil || len(paths) > 0 {
			return k.kind, paths, more, err
		}
	}
	return "", nil, false, nil
}

// along looks for paths along relations of some kind.
func along(g *graph.Graph, from, to string, follow func(*story.Relation) bool, opt Options) ([][]*story.Relation, bool, error) {
	return g.Paths(from, to, graph.Bounds{Steps: opt.Steps, Limit: opt.Limit,
		Follow: func(r *story.Relation) bool { return follow(r) && opt.takes(r) }})
}

// Text writes a route for people, in lines of at most width characters where
// the words allow it. Reverse is the command that asks for the other way.
func (r *Route) Text(width int, reverse string) string {
	w := prose.New(width)
	if len(r.Paths) == 0 {
		r.none(w, reverse)
		return w.String()
	}
	switch r.Kind {
	case OfOrder:
		w.Lines(0, 0, "No chain of causes leads from the one to the other. This one has steps that are stated as an order only:")
		w.Gap()
	case OfParts:
		w.Lines(0, 0, "No chain of causes leads from the one to the other. This one goes by parts and their wholes:")
		w.Gap()
	}
	events := map[string]Event{}
	for _, e := range r.Events {
		events[e.ID] = e
	}
	for i, p := range r.Paths {
		if len(r.Paths) > 1 {
			if i > 0 {
				w.Gap()
			}
			w.Lines(0, 0, fmt.Sprintf("Path %d of %d", i+1, len(r.Paths)))
		}
		name(w, events[p[0].From])
		for _, s := range p {
			word := s.Word
			if s.Strength == string(story.StrengthPossible) {
				word = possibly(word)
			}
			w.Wrap("  │ ", "  │ ", word)
			sayStep(w, "  │ ", s)
			w.Wrap("  ▼", "", "")
			name(w, events[s.To])
		}
	}
	unsaid(w, slices.Concat(r.Paths...))
	if r.More {
		w.Gap()
		w.Lines(0, 0, "There are other paths: --all lists them, --paths N the N shortest.")
	}
	return w.String()
}

// none says what there is instead of a path.
func (r *Route) none(w *prose.Writer, reverse string) {
	name(w, r.From)
	name(w, r.To)
	w.Gap()
	switch {
	case r.From.ID == r.To.ID:
		w.Lines(0, 0, "These are one event.")
	case r.possible:
		w.Lines(0, 0, "No stated chain leads this way, but a possible one: give --strength possible.")
	case r.Reverse != "":
		w.Lines(0, 0, "No stated chain leads this way. One leads the other way"+map[Kind]string{
			OfOrder: ", with steps that are stated as an order only", OfParts: ", by parts and their wholes"}[r.Reverse]+":")
		w.Lines(2, 2, reverse)
	case r.ByDate != "" && r.Apart != "":
		w.Lines(0, 0, fmt.Sprintf("No stated chain leads from the one to the other, either way. By date, %s is %s %s %s.", r.From.ID, r.Apart, r.ByDate, r.To.ID))
	case r.ByDate != "":
		w.Lines(0, 0, fmt.Sprintf("No stated chain leads from the one to the other, either way. By date, %s comes %s %s.", r.From.ID, r.ByDate, r.To.ID))
	default:
		w.Lines(0, 0, "No stated chain leads from the one to the other, either way, and their dates do not say which came first.")
	}
}

func name(w *prose.Writer, e Event) {
	w.Lines(0, 2, e.name())
	w.Lines(0, 2, e.ID)
}
