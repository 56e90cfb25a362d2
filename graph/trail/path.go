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
	More   bool     `json:"more"`           // there are others, or may be, perhaps beyond Options.Steps
	// Reverse is the kind of the paths the other way, from To to From, where
	// there is none this way.
	Reverse Kind `json:"reverse,omitempty"`
	// ByDate is "before", "after" or empty: how From lies to To by their dates
	// alone, where there is no path either way.
	ByDate string `json:"by_date,omitempty"`

	// Apart is how far apart the dates then are, in words: "over 3 years". The
	// caller says so, or leaves it empty.
	Apart string `json:"apart,omitempty"`

	opt      Options
	possible bool // Options.Stated left out the paths that there are
	cut      Kind // the strongest kind all of whose paths Options.Steps cut off
	cutBack  Kind // the same of the paths the other way
}

// A search is what there is from one event to another.
type search struct {
	kind  Kind // empty where there is no path
	paths [][]*story.Relation
	more  bool // there are others, or may be
	cut   Kind // the strongest kind all of whose paths are too long
}

// Between finds the shortest paths from one event to another: at most
// opt.Limit, 0 being one.
func Between(s *story.Story, g *graph.Graph, from, to string, opt Options) (*Route, error) {
	t := newTeller(s, g)
	found, err := look(g, from, to, opt)
	if err != nil {
		return nil, err
	}
	r := &Route{From: t.event(from), To: t.event(to), Kind: found.kind, Events: []Event{}, Paths: [][]Step{}, More: found.more, opt: opt, cut: found.cut}
	var ids []string
	for _, p := range found.paths {
		var steps []Step
		for i, rel := range p {
			steps = append(steps, t.step(rel, i+1))
			ids = append(ids, rel.From, rel.To)
		}
		r.Paths = append(r.Paths, steps)
	}
	r.Events = t.inTime(ids)
	if len(found.paths) > 0 || from == to {
		return r, nil
	}
	if opt.Stated {
		weaker, err := look(g, from, to, Options{Steps: opt.Steps})
		if err != nil {
			return nil, err
		}
		r.possible = len(weaker.paths) > 0
	}
	back, err := look(g, to, from, opt)
	if err != nil {
		return nil, err
	}
	r.Reverse, r.cutBack = back.kind, back.cut
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

// look looks for paths of the strongest kind that there is. Where one will
// do, a longer one of stated steps goes before one with possible steps.
func look(g *graph.Graph, from, to string, opt Options) (search, error) {
	if opt.Limit <= 1 && !opt.Stated {
		stated := opt
		stated.Stated = true
		paths, more, err := along(g, from, to, claims, stated)
		if err != nil {
			return search{}, err
		}
		if len(paths) > 0 {
			_, others, err := along(g, from, to, claims, opt)
			return search{kind: OfCauses, paths: paths, more: more || others}, err
		}
	}
	var found search
	for _, k := range kinds {
		paths, more, err := along(g, from, to, k.follow, opt)
		if err != nil {
			return search{}, err
		}
		found.more = found.more || more
		if len(paths) > 0 {
			found.kind, found.paths = k.kind, paths
			return found, nil
		}
		if more && found.cut == "" {
			found.cut = k.kind
		}
	}
	return found, nil
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
		w.Lines(0, 0, r.stronger()+" This one has steps that are stated as an order only:")
		w.Gap()
	case OfParts:
		w.Lines(0, 0, r.stronger()+" This one goes by parts and their wholes:")
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
		w.Lines(0, 0, r.others())
	}
	return w.String()
}

// stronger says that there is no path of a stronger kind, or none that is
// short enough.
func (r *Route) stronger() string {
	switch r.cut {
	case OfCauses:
		return fmt.Sprintf("No chain of causes of at most %s leads from the one to the other; a larger --steps finds one.", relations(r.opt.Steps))
	case OfOrder:
		return fmt.Sprintf("No chain of causes leads from the one to the other, and none with steps in order of at most %s; a larger --steps finds one.", relations(r.opt.Steps))
	}
	return "No chain of causes leads from the one to the other."
}

// others says how to see the other paths.
func (r *Route) others() string {
	switch {
	case r.opt.Steps == 0:
		return "There are other paths: --all lists them, --paths N the N shortest."
	case len(r.Paths) < max(r.opt.Limit, 1):
		return "There are longer paths: give a larger --steps."
	}
	return fmt.Sprintf("There are other or longer paths: --all lists those of at most %s, a larger --steps the longer ones.", relations(r.opt.Steps))
}

// relations counts them: "1 relation".
func relations(n int) string {
	if n == 1 {
		return "1 relation"
	}
	return fmt.Sprintf("%d relations", n)
}

// none says what there is instead of a path.
func (r *Route) none(w *prose.Writer, reverse string) {
	name(w, r.From)
	name(w, r.To)
	w.Gap()
	this, either := "No stated chain leads this way", "No stated chain leads from the one to the other, either way"
	if r.cut != "" {
		this = fmt.Sprintf("No stated chain of at most %s leads this way; a larger --steps finds one", relations(r.opt.Steps))
	}
	switch {
	case r.cut != "" && r.cutBack != "":
		either = fmt.Sprintf("No stated chain of at most %s leads from the one to the other, either way; a larger --steps finds some", relations(r.opt.Steps))
	case r.cut != "":
		either = this + ". None leads the other way"
	case r.cutBack != "":
		either = fmt.Sprintf("%s, and none of at most %s the other way; a larger --steps finds one", this, relations(r.opt.Steps))
	}
	switch {
	case r.From.ID == r.To.ID:
		w.Lines(0, 0, "These are one event.")
	case r.possible:
		w.Lines(0, 0, this+". A possible one does: give --strength possible.")
	case r.Reverse != "":
		w.Lines(0, 0, this+". One leads the other way"+map[Kind]string{
			OfOrder: ", with steps that are stated as an order only", OfParts: ", by parts and their wholes"}[r.Reverse]+":")
		w.Line(2, reverse)
	case r.ByDate != "" && r.Apart != "":
		w.Lines(0, 0, fmt.Sprintf("%s. By date, %s is %s %s %s.", either, r.From.ID, r.Apart, r.ByDate, r.To.ID))
	case r.ByDate != "":
		w.Lines(0, 0, fmt.Sprintf("%s. By date, %s comes %s %s.", either, r.From.ID, r.ByDate, r.To.ID))
	case r.cut != "" || r.cutBack != "":
		w.Lines(0, 0, either+".")
	default:
		w.Lines(0, 0, either+", and their dates do not say which came first.")
	}
}

func name(w *prose.Writer, e Event) {
	w.Lines(0, 2, e.name())
	w.Lines(0, 2, e.ID)
}
