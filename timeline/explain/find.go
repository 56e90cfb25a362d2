package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// namedMost is how many events a suggestion names.
const namedMost = 5

// Find returns the event of a story with an id. Where there is none the error
// names the events that were probably meant: those whose id begins with key or
// holds it, or whose title has its words.
func Find(s *story.Story, key string) (*story.Event, error) {
	if e := find(s, key); e != nil {
		return e, nil
	}
	for _, pair := range s.SameAs {
		if pair[1] == key && find(s, pair[0]) != nil {
			return nil, fmt.Errorf("event %q was merged into %s by a person", key, pair[0])
		}
	}
	if slices.Contains(s.Removed, key) {
		return nil, fmt.Errorf("event %q was removed by a person", key)
	}
	near := meant(s, key)
	switch {
	case len(s.Events) == 0:
		return nil, fmt.Errorf("no event %q: the story has no events", key)
	case len(near) == 0:
		return nil, fmt.Errorf("no event %q in the story; its ids stand in story.yaml and on the page", key)
	case len(near) == 1:
		return nil, fmt.Errorf("no event %q: did you mean %s (%s)?", key, near[0].ID, prose.OneLine(near[0].Title))
	}
	msg := fmt.Sprintf("no event %q: did you mean one of these?", key)
	for i, e := range near {
		if i == namedMost {
			msg += fmt.Sprintf("\n  and %d more", len(near)-i)
			break
		}
		msg += fmt.Sprintf("\n  %s (%s)", e.ID, prose.OneLine(e.Title))
	}
	return nil, fmt.Errorf("%s", msg)
}

// meant returns the events that a key was probably meant for, by the first
// test that finds some: ids that begin with it, ids and titles that hold it,
// titles with all its words, ids that are nearly it, titles with most of its
// words.
func meant(s *story.Story, key string) []*story.Event {
	low := strings.ToLower(strings.TrimSpace(key))
	if low == "" {
		return nil
	}
	words := strings.FieldsFunc(low, func(r rune) bool { return r == ' ' || r == '-' })
	for _, test := range []func(e *story.Event) bool{
		func(e *story.Event) bool { return strings.HasPrefix(e.ID, low) },
		func(e *story.Event) bool {
			return strings.Contains(e.ID, low) || strings.Contains(strings.ToLower(e.Title), low)
		},
		func(e *story.Event) bool {
			text := e.ID + " " + strings.ToLower(e.Title)
			for _, w := range words {
				if !strings.Contains(text, w) {
					return false
				}
			}
			return len(words) > 0
		},
	} {
		var found []*story.Event
		for i := range s.Events {
			if test(&s.Events[i]) {
				found = append(found, &s.Events[i])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	if e := nearest(s, low); e != nil {
		return []*story.Event{e}
	}
	return sharing(s, words)
}

// sharing returns the events whose ids and titles have the most of some words,
// if that is more than half of them.
func sharing(s *story.Story, words []string) []*story.Event {
	var found []*story.Event
	most := len(words)/2 + 1
	for i := range s.Events {
		e := &s.Events[i]
		text := e.ID + " " + strings.ToLower(e.Title)
		n := 0
		for _, w := range words {
			if strings.Contains(text, w) {
				n++
			}
		}
		if n > most {
			found, most = nil, n
		}
		if n == most {
			found = append(found, e)
		}
	}
	return found
}

// nearest returns the first event whose id shares the most with key, if all
// but a few of their letters are shared in order at both ends; nil for none.
func nearest(s *story.Story, key string) *story.Event {
	var best *story.Event
	most := 0
	for i := range s.Events {
		id := s.Events[i].ID
		head, tail := 0, 0
		for head < len(id) && head < len(key) && id[head] == key[head] {
			head++
		}
		for tail < len(id)-head && tail < len(key)-head && id[len(id)-1-tail] == key[len(key)-1-tail] {
			tail++
		}
		longest := max(len(id), len(key))
		if shared := head + tail; shared > most && (longest-shared)*5 <= longest {
			best, most = &s.Events[i], shared
		}
	}
	return best
}
