package story

import (
	"fmt"
	"slices"
	"strconv"
)

// decodeStory reads a story from nodes. It keeps the order of lists and never
// drops an item, so that the n-th event is the file's n-th event.
func (d *decoder) decodeStory(root *node) *Story {
	o, ok := d.object(root, "a story", storyKeys)
	if !ok {
		return nil
	}
	if !o.version() {
		return nil // of a file from the future no more can be said
	}
	s := &Story{Title: o.text("title"), Summary: o.text("summary")}
	s.Documents = slices.Grow(s.Documents, o.length("documents"))
	o.list("documents", func(i int, n *node) { s.Documents = append(s.Documents, d.document(n)) })
	s.Events = slices.Grow(s.Events, o.length("events"))
	o.list("events", func(i int, n *node) { s.Events = append(s.Events, d.event(n)) })
	s.Relations = slices.Grow(s.Relations, o.length("relations"))
	o.list("relations", func(i int, n *node) { s.Relations = append(s.Relations, d.relation(n)) })
	o.list("disagreements", func(i int, n *node) { s.Disagreements = append(s.Disagreements, d.disagreement(n)) })
	s.Removed = o.texts("removed")
	s.SameAs = o.pairs("same_as")
	s.NotSameAs = o.pairs("not_same_as")
	s.Silenced = o.texts("silenced")
	return s
}

// version checks the format version; a file without one is of this version.
func (o object) version() bool {
	v := o.value("causeline")
	if v == nil {
		return true
	}
	if v.kind == scalarNode && v.style == plainStyle {
		i, err := strconv.Atoi(v.text)
		switch {
		case err == nil && i == FormatVersion:
			return true
		case err == nil && i > FormatVersion:
			o.fail(v, "newer-version", "install a newer causeline: this one would lose what it does not know",
				"this story is from a newer causeline: format %d, and this program reads up to %d", i, FormatVersion)
			o.diags = o.diags[len(o.diags)-1:] // its new keys are no news
			return false
		}
	}
	o.fail(v, "bad-version", fmt.Sprintf("write causeline: %d", FormatVersion), "`causeline` is the format version, a whole number from 1, not %s", describe(v))
	return true
}

func (d *decoder) document(n *node) (doc Document) {
	o, ok := d.object(n, "a document", documentKeys)
	if !ok {
		return doc
	}
	return Document{
		ID:           o.text("id"),
		Path:         o.text("path"),
		Title:        o.text("title"),
		Publisher:    o.text("publisher"),
		URL:          o.link("url"),
		Published:    o.date("published"),
		Dating:       Dating(o.text("dating")),
		DatingReason: o.text("dating_reason"),
		TextSHA256:   o.text("text_sha256"),
	}
}

func (d *decoder) event(n *node) (e Event) {
	o, ok := d.object(n, "an event", eventKeys)
	if !ok {
		return e
	}
	e = Event{
		ID:       o.text("id"),
		Date:     o.date("date"),
		Time:     o.clock("time"),
		Title:    o.text("title"),
		Status:   Status(o.text("status")),
		Actors:   o.texts("actors"),
		Place:    o.text("place"),
		Lane:     o.text("lane"),
		Weight:   o.number("weight"),
		Show:     o.boolean("show"),
		Reviewed: o.boolean("reviewed"),
		Note:     o.text("note"),
		URL:      o.link("url"),

		TitleReason:  o.text("title_reason"),
		StatusReason: o.text("status_reason"),
		WeightReason: o.text("weight_reason"),
	}
	if drawn := o.boolean("drawn"); drawn != nil {
		e.Drawn = *drawn
	}
	o.list("mentions", func(i int, n *node) {
		if m, ok := d.object(n, "a mention", mentionKeys); ok {
			e.Mentions = append(e.Mentions, m.mention())
			return
		}
		e.Mentions = append(e.Mentions, Mention{})
	})
	return e
}

func (o object) mention() Mention {
	return Mention{
		Document:  o.text("document"),
		Quote:     o.text("quote"),
		Sentence:  o.span("sentence"),
		Trigger:   Span{o.whole("start"), o.whole("end")},
		DateText:  o.text("date_text"),
		DateBasis: DateBasis(o.text("date_basis")),

		DateReason: o.text("date_reason"),
		LinkReason: o.text("link_reason"),
	}
}

// span reads [start, end].
func (o object) span(key string) (s Span) {
	v := o.value(key)
	if v == nil {
		return s
	}
	if v.kind != sequenceNode || len(v.items) != 2 {
		o.fail(v, "wrong-type", "write it as [100, 190]", "`%s` must be a list of two numbers, start and end", key)
		return s
	}
	return Span{o.count(v.items[0], "`"+key+"`"), o.count(v.items[1], "`"+key+"`")}
}

func (d *decoder) relation(n *node) (r Relation) {
	o, ok := d.object(n, "a relation", relationKeys)
	if !ok {
		return r
	}
	r = Relation{
		From:     o.text("from"),
		To:       o.text("to"),
		Type:     RelationType(o.text("type")),
		Strength: Strength(o.text("strength")),
		Cue:      o.text("cue"),
	}
	if o.value("strength") == nil {
		r.Strength = StrengthStated // a person who writes a relation states it
	}
	o.list("mentions", func(i int, n *node) {
		m, ok := d.object(n, "a relation's mention", evidenceKeys)
		if !ok {
			r.Mentions = append(r.Mentions, Mention{})
			return
		}
		r.Mentions = append(r.Mentions, Mention{
			Document: m.text("document"),
			Quote:    m.text("quote"),
			Sentence: m.span("sentence"),
		})
	})
	return r
}

func (d *decoder) disagreement(n *node) (g Disagreement) {
	o, ok := d.object(n, "a disagreement", disagreeKeys)
	if !ok {
		return g
	}
	g = Disagreement{
		About: o.texts("about"),
		Field: o.text("field"),
		Kind:  DisagreementKind(o.text("kind")),
	}
	o.list("values", func(i int, n *node) {
		v, ok := d.object(n, "a value", valueKeys)
		if !ok {
			g.Values = append(g.Values, DisagreementValue{})
			return
		}
		text, _ := v.raw("value")
		g.Values = append(g.Values, DisagreementValue{Value: text, Documents: v.texts("documents")})
	})
	return g
}

// pairs reads [[id, id], ...].
func (o object) pairs(key string) [][2]string {
	var out [][2]string
	o.list(key, func(i int, n *node) {
		if n.kind != sequenceNode || len(n.items) != 2 {
			o.fail(n, "wrong-type", "write it as [first-id, second-id]", "each of `%s` must be a list of two ids", key)
			out = append(out, [2]string{})
			return
		}
		what := fmt.Sprintf("each of `%s`", key)
		out = append(out, [2]string{o.scalar(n.items[0], what), o.scalar(n.items[1], what)})
	})
	return out
}

// link reads an address and drops one that a page could not safely link to.
func (o object) link(key string) string {
	url := o.text(key)
	if url == "" || SafeLink(url) {
		return url
	}
	o.add(o.value(key), Diagnostic{
		Name: "unsafe-link", Severity: Warning,
		Message: fmt.Sprintf("`%s` is left out: only http, https, mailto and relative addresses are linked", key),
		Help:    "write an address that begins with https://",
	})
	return ""
}
