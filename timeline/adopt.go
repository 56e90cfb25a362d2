package timeline

import (
	"github.com/causeline/causeline/timeline/story"
)

// Adopt adds what was read from documents to a person's story and returns the
// ids of the events that are new. What is in the story stays as it is: an
// event that is told there already only gains the mentions that it lacks. An
// event counts as told there when it shares a mention with one of the story,
// or has its id or its title and date. Removed events do not come back.
func Adopt(person, read *story.Story) []string {
	known := map[string]bool{}
	for _, d := range person.Documents {
		known[d.ID] = true
	}
	for _, d := range read.Documents {
		if !known[d.ID] {
			person.Documents = append(person.Documents, d)
		}
	}
	taken := map[string]bool{}
	for _, e := range person.Events {
		taken[e.ID] = true
	}
	gone := map[string]bool{}
	for _, id := range person.Removed {
		gone[id] = true
		taken[id] = true
	}
	var added []string
	renamed := map[string]string{}
	for _, e := range read.Events {
		if gone[e.ID] {
			renamed[e.ID] = ""
			continue
		}
		if at := match(person, &e); at >= 0 {
			renamed[e.ID] = person.Events[at].ID
			addMentions(&person.Events[at], e.Mentions)
			continue
		}
		id := e.ID
		if taken[id] {
			id = story.EventID(e.Date, e.Title, func(id string) bool { return taken[id] })
		}
		renamed[e.ID] = id
		taken[id] = true
		e.ID = id
		person.Events = append(person.Events, e)
		added = append(added, id)
	}
	adoptRelations(person, read.Relations, renamed)
	adoptDisagreements(person, read.Disagreements, renamed)
	if person.Title == "" {
		person.Title = read.Title
	}
	return added
}

// match finds the event of a story that e is, -1 for none.
func match(s *story.Story, e *story.Event) int {
	for i := range s.Events {
		o := &s.Events[i]
		if o.ID == e.ID || o.Title == e.Title && o.Date == e.Date || sharesMention(o, e) {
			return i
		}
	}
	return -1
}

// sharesMention reports whether two events rest on the same words: the same
// trigger where both know it, else the same sentence and no more than one.
func sharesMention(a, b *story.Event) bool {
	for _, m := range a.Mentions {
		for _, n := range b.Mentions {
			if m.Document != n.Document || m.Quote != n.Quote {
				continue
			}
			if !m.Trigger.IsZero() && !n.Trigger.IsZero() {
				if m.Trigger == n.Trigger {
					return true
				}
				continue
			}
			if m.DateText == n.DateText && a.Date == b.Date {
				return true
			}
		}
	}
	return false
}

func addMentions(e *story.Event, more []story.Mention) {
	for _, m := range more {
		found := false
		for k := range e.Mentions {
			if o := &e.Mentions[k]; o.Document == m.Document && o.Quote == m.Quote && (o.Trigger == m.Trigger || o.Trigger.IsZero()) {
				// A file for people leaves offsets out: they are put back.
				if o.Trigger.IsZero() {
					o.Trigger, o.Sentence = m.Trigger, m.Sentence
				}
				found = true
				break
			}
		}
		if !found {
			e.Mentions = append(e.Mentions, m)
		}
	}
}

func adoptRelations(person *story.Story, read []story.Relation, renamed map[string]string) {
	have := map[story.RelationKey]bool{}
	for _, r := range person.Relations {
		have[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = true
	}
	for _, r := range read {
		r.From, r.To = renamed[r.From], renamed[r.To]
		k := story.RelationKey{From: r.From, To: r.To, Type: r.Type}
		if r.From == "" || r.To == "" || r.From == r.To || have[k] {
			continue
		}
		have[k] = true
		person.Relations = append(person.Relations, r)
	}
}

func adoptDisagreements(person *story.Story, read []story.Disagreement, renamed map[string]string) {
	for _, d := range read {
		var about []string
		for _, id := range d.About {
			if to := renamed[id]; to != "" {
				about = append(about, to)
			}
		}
		if len(about) == 0 {
			continue
		}
		d.About = about
		if !hasDisagreement(person, d) {
			person.Disagreements = append(person.Disagreements, d)
		}
	}
}

func hasDisagreement(s *story.Story, d story.Disagreement) bool {
	for _, o := range s.Disagreements {
		if o.Field != d.Field || o.Kind != d.Kind || len(o.About) != len(d.About) || len(o.Values) != len(d.Values) {
			continue
		}
		same := true
		for i := range o.About {
			same = same && o.About[i] == d.About[i]
		}
		for i := range o.Values {
			same = same && o.Values[i].Value == d.Values[i].Value
		}
		if same {
			return true
		}
	}
	return false
}
