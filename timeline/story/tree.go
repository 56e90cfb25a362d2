package story

import (
	"math"
	"strconv"
	"strings"
)

// A value is what a story looks like on its way out: an ordered tree that the
// writers of YAML and JSON and the patcher share, so that a field is named in
// one place only.
type value struct {
	kind   valueKind
	text   string // of scalars
	fields []field
	items  []*value

	// The long lists of a story are made an item at a time where they are only
	// written: n items by item, and items is empty.
	n    int
	item func(i int) *value
}

// list yields the items of a list.
func (v *value) list(yield func(int, *value) bool) {
	for i, item := range v.items {
		if !yield(i, item) {
			return
		}
	}
	for i := range v.n {
		if !yield(i, v.item(i)) {
			return
		}
	}
}

type valueKind uint8

const (
	textValue   valueKind = iota
	dateValue             // text that YAML must quote
	numberValue           // also true and false
	listValue             // of mappings or lists
	wordsValue            // a list of texts, on one line where it fits
	spanValue             // [start, end]
	mapValue
)

type field struct {
	key   string
	value *value
}

func (v *value) get(key string) *value {
	for _, f := range v.fields {
		if f.key == key {
			return f.value
		}
	}
	return nil
}

func (v *value) put(key string, kind valueKind, text string) {
	v.fields = append(v.fields, field{key, &value{kind: kind, text: text}})
}

// text adds a text that is not empty.
func (v *value) addText(key, text string) {
	if text != "" {
		v.put(key, textValue, strings.ToValidUTF8(text, "\uFFFD"))
	}
}

func (v *value) addDate(key, text string) {
	if text != "" {
		v.put(key, dateValue, strings.ToValidUTF8(text, "\uFFFD"))
	}
}

func (v *value) addBool(key string, b *bool) {
	if b != nil {
		v.put(key, numberValue, strconv.FormatBool(*b))
	}
}

func (v *value) addWords(key string, words []string) {
	if len(words) > 0 {
		v.fields = append(v.fields, field{key, wordsOf(words)})
	}
}

func (v *value) addSpan(key string, s Span) {
	if s.IsZero() {
		return
	}
	v.fields = append(v.fields, field{key, &value{kind: spanValue, items: []*value{
		{kind: numberValue, text: strconv.Itoa(s.Start)},
		{kind: numberValue, text: strconv.Itoa(s.End)},
	}}})
}

func (v *value) addList(key string, n int, item func(i int) *value) {
	if n == 0 {
		return
	}
	list := &value{kind: listValue}
	for i := range n {
		list.items = append(list.items, item(i))
	}
	v.fields = append(v.fields, field{key, list})
}

// addLong is addList for a list that is made while it is written.
func (v *value) addLong(key string, n int, item func(i int) *value) {
	if n > 0 {
		v.fields = append(v.fields, field{key, &value{kind: listValue, n: n, item: item}})
	}
}

func wordsOf(words []string) *value {
	v := &value{kind: wordsValue}
	for _, w := range words {
		v.items = append(v.items, &value{kind: textValue, text: strings.ToValidUTF8(w, "\uFFFD")})
	}
	return v
}

// storyTree lays a story out in the order of its keys. With full it holds
// everything; without, what people write: no offsets, nothing computed.
func storyTree(s *Story, full bool) *value {
	v := longTree(s, full)
	for _, f := range v.fields {
		for _, item := range f.value.list {
			if f.value.n > 0 {
				f.value.items = append(f.value.items, item)
			}
		}
		f.value.n = 0
	}
	return v
}

// longTree is storyTree for writers: its long lists can only be gone through.
func longTree(s *Story, full bool) *value {
	v := &value{kind: mapValue}
	v.put("causeline", numberValue, strconv.Itoa(FormatVersion))
	v.addText("title", s.Title)
	v.addText("summary", s.Summary)
	v.addLong("documents", len(s.Documents), func(i int) *value { return documentTree(&s.Documents[i]) })
	v.addLong("events", len(s.Events), func(i int) *value { return eventTree(&s.Events[i], full) })
	v.addLong("relations", len(s.Relations), func(i int) *value { return relationTree(&s.Relations[i], full) })
	v.addLong("disagreements", len(s.Disagreements), func(i int) *value { return disagreementTree(&s.Disagreements[i]) })
	v.addWords("removed", s.Removed)
	v.addList("same_as", len(s.SameAs), func(i int) *value { return wordsOf(s.SameAs[i][:]) })
	v.addList("not_same_as", len(s.NotSameAs), func(i int) *value { return wordsOf(s.NotSameAs[i][:]) })
	v.addWords("silenced", s.Silenced)
	return v
}

func documentTree(d *Document) *value {
	v := &value{kind: mapValue}
	v.addText("id", d.ID)
	v.addText("path", d.Path)
	v.addText("title", d.Title)
	v.addText("publisher", d.Publisher)
	v.addText("url", d.URL)
	v.addDate("published", d.Published.String())
	v.addText("dating", string(d.Dating))
	v.addText("dating_reason", d.DatingReason)
	v.addText("text_sha256", d.TextSHA256)
	return v
}

func eventTree(e *Event, full bool) *value {
	v := &value{kind: mapValue}
	v.addText("id", e.ID)
	v.addDate("date", e.Date.String())
	v.addDate("time", e.Time)
	v.addText("title", e.Title)
	v.addText("status", string(e.Status))
	v.addWords("actors", e.Actors)
	v.addText("place", e.Place)
	v.addText("lane", e.Lane)
	// No spelling has a word for what is not a number; Validate reports it.
	if (full || e.Weight != 0) && !math.IsNaN(e.Weight) && !math.IsInf(e.Weight, 0) {
		v.put("weight", numberValue, strconv.FormatFloat(e.Weight, 'f', -1, 64))
	}
	if full {
		v.addBool("drawn", &e.Drawn)
	}
	v.addBool("show", e.Show)
	v.addBool("reviewed", e.Reviewed)
	v.addText("note", e.Note)
	v.addText("url", e.URL)
	if full {
		v.addText("title_reason", e.TitleReason)
		v.addText("status_reason", e.StatusReason)
		v.addText("weight_reason", e.WeightReason)
	}
	v.addList("mentions", len(e.Mentions), func(i int) *value { return mentionTree(&e.Mentions[i], full, true) })
	return v
}

// mentionTree lays a mention out; those of relations have no trigger and no
// date.
func mentionTree(m *Mention, full, ofEvent bool) *value {
	v := &value{kind: mapValue}
	v.addText("document", m.Document)
	v.addText("quote", m.Quote)
	if full {
		v.addSpan("sentence", m.Sentence)
	}
	if !ofEvent {
		return v
	}
	if full && !m.Trigger.IsZero() {
		v.put("start", numberValue, strconv.Itoa(m.Trigger.Start))
		v.put("end", numberValue, strconv.Itoa(m.Trigger.End))
	}
	v.addText("date_text", m.DateText)
	v.addText("date_basis", string(m.DateBasis))
	if full {
		v.addText("date_reason", m.DateReason)
		v.addText("link_reason", m.LinkReason)
	}
	return v
}

func relationTree(r *Relation, full bool) *value {
	v := &value{kind: mapValue}
	v.addText("from", r.From)
	v.addText("to", r.To)
	v.addText("type", string(r.Type))
	v.addText("strength", string(r.Strength))
	v.addText("cue", r.Cue)
	v.addList("mentions", len(r.Mentions), func(i int) *value { return mentionTree(&r.Mentions[i], full, false) })
	return v
}

func disagreementTree(g *Disagreement) *value {
	v := &value{kind: mapValue}
	v.addWords("about", g.About)
	v.addText("field", g.Field)
	v.addText("kind", string(g.Kind))
	v.addList("values", len(g.Values), func(i int) *value {
		x := &value{kind: mapValue}
		// A value may be empty: "no place at all" is an answer too.
		x.put("value", dateValue, strings.ToValidUTF8(g.Values[i].Value, "\uFFFD"))
		x.addWords("documents", g.Values[i].Documents)
		return x
	})
	return v
}
