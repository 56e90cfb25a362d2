package adopt

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// now returns the id that an event of the last state has in the person's
// story, "" where it is gone.
func (c *comparison) now(id string) string {
	if has(c.at, id) {
		return id
	}
	if to, ok := c.edits.Renamed[id]; ok {
		return to
	}
	return c.edits.Merged[id]
}

// dangling turns what points to an event that is not in the story any more, to
// its heir; where there is none it goes with the event. What never was an
// event is left for the reader of the file to find fault with.
func (c *comparison) dangling() {
	removed := map[string]bool{}
	for _, id := range c.person.Removed {
		removed[id] = has(c.was, id)
	}
	redirect(c.person, func(id string) string {
		if now := c.now(id); now != "" || removed[id] {
			return now
		}
		return id
	})
}

// relations writes down which relations were deleted though both their events
// stand.
func (c *comparison) relations() {
	have := map[story.RelationKey]bool{}
	for _, r := range c.person.Relations {
		have[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = true
	}
	for _, r := range c.last.Relations {
		k := story.RelationKey{From: c.now(r.From), To: c.now(r.To), Type: r.Type}
		if k.From == "" || k.To == "" || k.From == k.To || have[k] || !c.deleted(documentsOf(r.Mentions)) {
			continue
		}
		if id := relationID(k); !c.gone[id] {
			c.gone[id] = true
			c.person.Removed = append(c.person.Removed, id)
			c.edits.Relations = append(c.edits.Relations, k)
		}
	}
}

// disagreements writes down which answers of disagreements were deleted.
func (c *comparison) disagreements() {
	type question struct{ about, field string }
	have := map[question]map[string]bool{}
	for _, d := range c.person.Disagreements {
		for _, id := range d.About {
			q := question{id, d.Field}
			if have[q] == nil {
				have[q] = map[string]bool{}
			}
			for _, v := range d.Values {
				have[q][v.Value] = true
			}
		}
	}
	for _, d := range c.last.Disagreements {
		for _, was := range d.About {
			id := c.now(was)
			at, ok := c.at[id]
			if !ok {
				continue
			}
			for _, v := range d.Values {
				gone := answerID(id, d.Field, v.Value)
				if !c.deleted(v.Documents) || have[question{id, d.Field}][v.Value] || c.gone[gone] || v.Value == c.person.Events[at].Date.String() {
					continue
				}
				c.gone[gone] = true
				c.person.Removed = append(c.person.Removed, gone)
			}
		}
	}
}

// reasons puts back what the machine says for itself, also of events that have
// another id now.
func (c *comparison) reasons() {
	c.person.Recall(c.last)
	for was, id := range c.edits.Renamed {
		c.person.Events[c.at[id]].Recall(&c.last.Events[c.was[was]])
	}
}

// follow carries what is written down about an event over to its new id.
func (c *comparison) follow(from, to string) {
	for _, pairs := range [][][2]string{c.person.SameAs, c.person.NotSameAs} {
		for i := range pairs {
			for k := range pairs[i] {
				if pairs[i][k] == from {
					pairs[i][k] = to
				}
			}
		}
	}
	part := clip(from, lastPart)
	if !slices.ContainsFunc(c.person.Removed, func(id string) bool { return strings.HasPrefix(id, "no-") && strings.Contains(id, part) }) {
		return // nothing is written down about relations of it
	}
	add := func(old, id string) {
		if c.gone[old] && !c.gone[id] {
			c.gone[id] = true
			c.person.Removed = append(c.person.Removed, id)
		}
	}
	for _, e := range c.person.Events {
		for _, t := range relationTypes {
			add(relationID(story.RelationKey{From: from, To: e.ID, Type: t}), relationID(story.RelationKey{From: to, To: e.ID, Type: t}))
			add(relationID(story.RelationKey{From: e.ID, To: from, Type: t}), relationID(story.RelationKey{From: e.ID, To: to, Type: t}))
		}
	}
}

var relationTypes = [...]story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf}
