package graph

import (
	"fmt"

	"github.com/causeline/causeline/timeline/story"
)

// Contradictions returns the relations whose dates cannot hold: a cause that
// begins only after the latest day on which its effect can have begun, or an
// earlier event that comes after the later one. Only certain contradictions
// are named: where the dates leave room, nothing is said.
func Contradictions(s *story.Story) []story.Diagnostic {
	events := make(map[string]*story.Event, len(s.Events))
	for i := range s.Events {
		events[s.Events[i].ID] = &s.Events[i]
	}
	var out []story.Diagnostic
	for _, r := range s.Relations {
		if r.Type == story.PartOf {
			continue
		}
		from, to := events[r.From], events[r.To]
		if from == nil || to == nil || !after(from, to) {
			continue
		}
		out = append(out, story.Diagnostic{
			Name:      "effect-before-cause",
			Severity:  story.Error,
			Events:    []string{r.From, r.To},
			Relations: []story.RelationKey{{From: r.From, To: r.To, Type: r.Type}},
			Message: fmt.Sprintf("%q (%s) %s %q (%s), which came before it: correct a date, turn the relation round or remove it",
				r.From, from.Date, verb(r.Type), r.To, to.Date),
		})
	}
	return out
}

// after reports whether a cannot have begun before b was over.
func after(a, b *story.Event) bool {
	first, ok := a.Date.Earliest()
	if !ok {
		return false
	}
	last, ok := b.Date.Latest()
	return ok && first > last
}

func verb(t story.RelationType) string {
	switch t {
	case story.Enables:
		return "is said to enable"
	case story.Prevents:
		return "is said to prevent"
	case story.Before:
		return "is said to come before"
	}
	return "is said to cause"
}
