package timeline

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// Unite carries out a person's same_as: of each pair whose events are both in
// the story the first stays and takes the mentions of the second, whose
// relations and disagreements are turned to it. It returns the ids that went.
// The pairs stay in the story, so that the second does not come back.
func Unite(s *story.Story) []string {
	var went []string
	for _, pair := range s.SameAs {
		keep := slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == pair[0] })
		drop := slices.IndexFunc(s.Events, func(e story.Event) bool { return e.ID == pair[1] })
		if keep < 0 || drop < 0 || keep == drop {
			continue
		}
		for _, m := range s.Events[drop].Mentions {
			if !slices.Contains(s.Events[keep].Mentions, m) {
				s.Events[keep].Mentions = append(s.Events[keep].Mentions, m)
			}
		}
		s.Events = slices.Delete(s.Events, drop, drop+1)
		redirect(s, pair[1], pair[0])
		went = append(went, pair[1])
	}
	return went
}

// redirect turns what points to one event to another. Relations of the two
// events with each other go, and of two relations that become one the first
// stays.
func redirect(s *story.Story, from, to string) {
	for i := range s.Relations {
		r := &s.Relations[i]
		if r.From == from {
			r.From = to
		}
		if r.To == from {
			r.To = to
		}
	}
	seen := map[story.RelationKey]bool{}
	s.Relations = slices.DeleteFunc(s.Relations, func(r story.Relation) bool {
		k := story.RelationKey{From: r.From, To: r.To, Type: r.Type}
		gone := r.From == r.To || seen[k]
		seen[k] = true
		return gone
	})
	for i := range s.Disagreements {
		d := &s.Disagreements[i]
		for k := range d.About {
			if d.About[k] == from {
				d.About[k] = to
			}
		}
		slices.Sort(d.About)
		d.About = slices.Compact(d.About)
	}
}
