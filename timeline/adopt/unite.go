package adopt

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// Unite carries out a person's same_as: of each pair whose events are both in
// the story the first stays and takes the mentions of the second, whose
// relations and disagreements are turned to it. Where the first was itself put
// into another, that one is meant. It returns the ids that went. The pairs stay
// in the story, so that the second does not come back.
func Unite(s *story.Story) []string {
	if len(s.SameAs) == 0 {
		return nil
	}
	at := map[string]int{}
	for i, e := range s.Events {
		at[e.ID] = i
	}
	into := map[string]string{} // by the id that went
	final := func(id string) string {
		for {
			next, ok := into[id]
			if !ok {
				return id
			}
			id = next
		}
	}
	var went []string
	for _, pair := range s.SameAs {
		first, second := final(pair[0]), final(pair[1])
		keep, ok1 := at[first]
		drop, ok2 := at[second]
		if !ok1 || !ok2 || keep == drop {
			continue
		}
		for _, m := range s.Events[drop].Mentions {
			if !slices.Contains(s.Events[keep].Mentions, m) {
				s.Events[keep].Mentions = append(s.Events[keep].Mentions, m)
			}
		}
		into[second] = first
		went = append(went, second)
	}
	if len(went) == 0 {
		return nil
	}
	s.Events = slices.DeleteFunc(s.Events, func(e story.Event) bool { return has(into, e.ID) })
	redirect(s, final)
	return went
}

// redirect turns what points to events to others, "" for what goes with its
// event. Relations of an event with itself go, those that were deleted between the
// others stay away, and of two relations that become one the first stays. What
// was turned comes to stand behind what was not, as it does where a file is
// patched.
func redirect(s *story.Story, final func(id string) string) {
	var turned []story.Relation
	s.Relations = slices.DeleteFunc(s.Relations, func(r story.Relation) bool {
		from, to := final(r.From), final(r.To)
		if from == r.From && to == r.To {
			return false
		}
		if r.From, r.To = from, to; from != "" && to != "" && from != to {
			turned = append(turned, r)
		}
		return true
	})
	seen := map[story.RelationKey]bool{}
	for _, r := range s.Relations {
		seen[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = true
	}
	removed := map[string]bool{}
	for _, id := range s.Removed {
		removed[id] = true
	}
	for _, r := range turned {
		if k := (story.RelationKey{From: r.From, To: r.To, Type: r.Type}); !seen[k] && !removed[relationID(k)] {
			seen[k] = true
			s.Relations = append(s.Relations, r)
		}
	}
	var moved []story.Disagreement
	s.Disagreements = slices.DeleteFunc(s.Disagreements, func(d story.Disagreement) bool {
		var about []string
		for _, id := range d.About {
			if id = final(id); id != "" && !slices.Contains(about, id) {
				about = append(about, id)
			}
		}
		if slices.Equal(about, d.About) {
			return false
		}
		if d.About = about; len(about) > 0 {
			moved = append(moved, d)
		}
		return true
	})
	s.Disagreements = append(s.Disagreements, moved...)
}
