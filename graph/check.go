package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// Check returns the contradictions of a story, each with an id, the entry of
// the story that it is about and the sentences that speak for it:
//
//   - effect-before-cause: an event that was over before its cause began, or a
//     later one before the earlier
//   - cycle-of-causes: events that come before themselves by what is stated of
//     them, with a shortest such cycle; one finding for all cycles that share
//     events, of which Relations holds that cycle and then the others
//   - part-outside-whole: a part whose dates have no day in common with those
//     of its whole
//   - cycle-of-parts: events that are parts of themselves
//   - two-wholes (a warning): an event that is part of two, neither of which is
//     part of the other
//   - two-dates (a warning): an event of which reports give dates that
//     exclude each other
//
// Only certain contradictions are named: where the dates leave room, nothing
// is said. What story.Story.Validate names, unknown events or an event related
// to itself, is passed over.
func Check(s *story.Story) []story.Diagnostic {
	c := &checker{story: s, g: known(s)}
	c.dates()
	c.cycles("cycle-of-causes", orders)
	c.cycles("cycle-of-parts", isPart)
	c.wholes()
	c.disagreements()
	c.merged()
	story.Identify(c.found)
	return c.found
}

func isPart(r *story.Relation) bool { return r.Type == story.PartOf }

// A checker gathers the contradictions of a story.
type checker struct {
	story *story.Story
	g     *Graph
	at    map[*story.Relation]int // places in the story, made when asked for
	found []story.Diagnostic
}

// known returns the graph of what can be looked at: the first event of each
// id, and the relations between events that are there.
func known(s *story.Story) *Graph {
	g, err := newGraph(s, true)
	if err != nil {
		panic(err) // a lenient graph takes every story
	}
	return g
}

// dates looks at each relation for ends whose dates exclude it.
func (c *checker) dates() {
	for i := range c.story.Relations {
		r := &c.story.Relations[i]
		from, to := c.g.Event(r.From), c.g.Event(r.To)
		if from == nil || to == nil {
			continue
		}
		switch {
		case r.Type != story.PartOf && CertainlyBefore(to, from):
			c.add(story.Diagnostic{
				Name: "effect-before-cause",
				Message: fmt.Sprintf("%q (%s) %s %q (%s), which came before it: correct a date, turn the relation round or remove it",
					r.From, when(from), verb(r.Type), r.To, when(to)),
			}, i, from, to)
		case r.Type == story.PartOf && (CertainlyBefore(from, to) || CertainlyBefore(to, from)):
			c.add(story.Diagnostic{
				Name: "part-outside-whole",
				Message: fmt.Sprintf("%q (%s) is said to be part of %q (%s), which was at another time: correct a date or remove the relation",
					r.From, when(from), r.To, when(to)),
			}, i, from, to)
		}
	}
}

// add adds an error about one relation.
func (c *checker) add(d story.Diagnostic, relation int, from, to *story.Event) {
	r := &c.story.Relations[relation]
	d.Severity = story.Error
	d.Events = []string{r.From, r.To}
	d.Relations = []story.RelationKey{keyOf(r)}
	d.Item = story.Item{List: "relations", Index: relation}
	d.Sentences = quotes([]*story.Relation{r}, []*story.Event{from, to})
	d.ID = story.FindingID(d.Name, r.From, string(r.Type), r.To)
	c.found = append(c.found, d)
}

// place returns where the story has a relation.
func (c *checker) place(r *story.Relation) int {
	if c.at == nil {
		c.at = make(map[*story.Relation]int, len(c.story.Relations))
		for i := range c.story.Relations {
			c.at[&c.story.Relations[i]] = i
		}
	}
	return c.at[r]
}

// wholes looks for events that are parts of several.
func (c *checker) wholes() {
	implied := c.g.redundant(isPart, isPart)
	for v := range c.g.store.ids {
		var parts []*story.Relation
		for r, w := range c.g.steps(int32(v), Effects) {
			// Relations to one event come in a row.
			again := len(parts) > 0 && parts[len(parts)-1].To == r.To
			if isPart(r) && !implied[pair{int32(v), w}] && !again {
				parts = append(parts, r)
			}
		}
		if len(parts) < 2 {
			continue
		}
		d := story.Diagnostic{Name: "two-wholes", Severity: story.Warning, Events: []string{c.g.store.ids[v]},
			Item: story.Item{List: "relations", Index: c.place(parts[1])}, Sentences: quotes(parts, nil)}
		names := make([]string, len(parts))
		for i, r := range parts {
			d.Events = append(d.Events, r.To)
			d.Relations = append(d.Relations, keyOf(r))
			names[i] = fmt.Sprintf("%q", r.To)
		}
		d.Message = fmt.Sprintf("%q is said to be part of %s: keep one, or make one of them part of the other", c.g.store.ids[v], listed(names, "and"))
		d.ID = story.FindingID(d.Name, append(d.Events[:1:1], sorted(d.Events[1:])...)...)
		c.found = append(c.found, d)
	}
}

// disagreements turns answers to the question of an event's date into findings.
func (c *checker) disagreements() {
	for i, g := range c.story.Disagreements {
		if g.Field != "date" || g.Kind != story.Conflict || len(g.About) == 0 {
			continue
		}
		d := story.Diagnostic{Name: "two-dates", Severity: story.Warning, Events: slices.Clone(g.About),
			Item: story.Item{List: "disagreements", Index: i}}
		var answers, values []string
		said := map[string]bool{}
		for _, v := range g.Values {
			answer := v.Value
			if len(v.Documents) > 0 {
				answer += " (" + listed(v.Documents, "and") + ")"
			}
			answers, values = append(answers, answer), append(values, v.Value)
			for _, id := range v.Documents {
				said[id] = true
			}
		}
		var events []*story.Event
		names := make([]string, len(g.About))
		for k, id := range g.About {
			names[k] = fmt.Sprintf("%q", id)
			if e := c.g.Event(id); e != nil {
				events = append(events, e)
			}
		}
		d.Message = fmt.Sprintf("%s happened once, but is dated %s: correct a report's date or let both stand", listed(names, "and"), listed(answers, "or"))
		for _, q := range quotes(nil, events) {
			if said[q.Document] {
				d.Sentences = append(d.Sentences, q)
			}
		}
		d.ID = story.FindingID(d.Name, append(append(sorted(g.About), "dates"), sorted(values)...)...)
		c.found = append(c.found, d)
	}
}

// merged looks at events that a person put together, where both are still in
// the story.
func (c *checker) merged() {
	for i, p := range c.story.SameAs {
		a, b := c.g.Event(p[0]), c.g.Event(p[1])
		if a == nil || b == nil || !CertainlyBefore(a, b) && !CertainlyBefore(b, a) {
			continue
		}
		c.found = append(c.found, story.Diagnostic{
			Name: "two-dates", Severity: story.Warning, Events: []string{a.ID, b.ID},
			Item:      story.Item{List: "same_as", Index: i},
			Sentences: quotes(nil, []*story.Event{a, b}),
			Message: fmt.Sprintf("%q (%s) and %q (%s) are said to be the same, but were at different times: correct a date or take the pair out of `same_as`",
				a.ID, when(a), b.ID, when(b)),
			ID: story.FindingID("two-dates", append(sorted(p[:]), "same")...),
		})
	}
}

// quotes returns what reports say of relations, and what they say of the dates
// of events, each sentence once.
func quotes(relations []*story.Relation, events []*story.Event) []story.Sentence {
	var out []story.Sentence
	seen := map[story.Sentence]bool{}
	add := func(m *story.Mention) {
		s := story.Sentence{Document: m.Document, Quote: m.Quote}
		if m.Quote != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, r := range relations {
		for i := range r.Mentions {
			add(&r.Mentions[i])
		}
	}
	for _, e := range events {
		for i := range e.Mentions {
			if e.Mentions[i].DateText != "" {
				add(&e.Mentions[i])
			}
		}
	}
	return out
}

func keyOf(r *story.Relation) story.RelationKey {
	return story.RelationKey{From: r.From, To: r.To, Type: r.Type}
}

// when says when an event was, the clock too.
func when(e *story.Event) string {
	if e.Date.IsZero() {
		return "no date"
	}
	return strings.TrimSpace(e.Date.String() + " " + e.Time)
}

func verb(t story.RelationType) string {
	switch t {
	case story.Enables:
		return "is said to enable"
	case story.Prevents:
		return "is said to prevent"
	case story.Before:
		return "is said to come before"
	case story.PartOf:
		return "is said to be part of"
	}
	return "is said to cause"
}

// maxListed is how many things a message names.
const maxListed = 6

// listed joins things, and counts those that are too many: "a, b and c".
func listed(all []string, and string) string {
	if more := len(all) - maxListed; more > 1 {
		all = append(slices.Clone(all[:maxListed]), fmt.Sprintf("%d more", more))
	}
	last := len(all) - 1
	if last < 1 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:last], ", ") + " " + and + " " + all[last]
}

func sorted(words []string) []string {
	out := slices.Clone(words)
	slices.Sort(out)
	return out
}
