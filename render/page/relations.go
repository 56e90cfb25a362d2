package page

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// A linkGroup is an event's relations of one kind: "Led to".
type linkGroup struct {
	Label string
	Links []relation
}

// A relation is one end of a relation as seen from the other.
type relation struct {
	Event     string // id on the page, empty where the story has no such event
	Title     string
	When      when
	Cue       string
	Elsewhere []*ref   // documents that state it in a sentence that the event shows itself, or none
	Reports   []report // the others, with their sentences
}

// kinds are the relations as they read from either end, in the order in which
// an event shows them.
var kinds = []struct {
	kind             story.RelationType
	out              bool // seen from the relation's From
	stated, possible string
}{
	{story.Causes, false, "Because of", "Perhaps because of"},
	{story.Enables, false, "Made possible by", "Perhaps made possible by"},
	{story.Prevents, false, "Prevented by", "Perhaps prevented by"},
	{story.Causes, true, "Led to", "May have led to"},
	{story.Enables, true, "Made possible", "May have made possible"},
	{story.Prevents, true, "Prevented", "May have prevented"},
	{story.PartOf, true, "Part of", "Perhaps part of"},
	{story.PartOf, false, "Includes", "Perhaps includes"},
	{story.Before, true, "Came before", "Perhaps came before"},
	{story.Before, false, "Came after", "Perhaps came after"},
}

// links returns an event's relations, both ways.
func (b *builder) links(e *story.Event) []linkGroup {
	var out []linkGroup
	for _, k := range kinds {
		rs, other := b.to[e.ID], func(r *story.Relation) string { return r.From }
		if k.out {
			rs, other = b.from[e.ID], func(r *story.Relation) string { return r.To }
		}
		for _, s := range []struct {
			possible bool
			label    string
		}{{false, k.stated}, {true, k.possible}} {
			g := linkGroup{Label: s.label}
			for _, r := range rs {
				if r.Type == k.kind && (r.Strength == story.StrengthPossible) == s.possible {
					g.Links = append(g.Links, b.relation(e, r, other(r)))
				}
			}
			if len(g.Links) > 0 {
				out = append(out, g)
			}
		}
	}
	return out
}

func (b *builder) relation(e *story.Event, r *story.Relation, other string) relation {
	v := relation{Title: oneLine(other), Cue: oneLine(r.Cue)}
	if o := b.events[other]; o != nil {
		v.Event, v.Title, v.When = o.ID, title(o), dateOnly(o.Date)
	}
	shown := func(x excerpt) bool {
		return slices.ContainsFunc(e.Mentions, func(m story.Mention) bool { return clean(m.Quote) == x.text() })
	}
	for _, report := range b.reportsOf(r.Mentions, func(m story.Mention) (region, bool) { return cueIn(m.Quote, r.Cue) }) {
		// The event's own sentences stand right below and need no repeating,
		// unless an excerpt there may leave out the cue.
		report.Excerpt = slices.DeleteFunc(report.Excerpt, shown)
		switch {
		case len(report.Excerpt) > 0:
			v.Reports = append(v.Reports, report)
		case report.Ref != nil:
			v.Elsewhere = append(v.Elsewhere, report.Ref)
		}
	}
	return v
}

// text is an excerpt without its marks.
func (x excerpt) text() string {
	var all string
	for _, p := range x.Parts {
		all += p.Text
	}
	return all
}
