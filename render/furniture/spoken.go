package furniture

import (
	"cmp"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/timeline/story"
)

// A Teller says in words what a picture shows of an event: for screen readers
// and for the list that stands beside a picture.
type Teller struct {
	Say       lang.Speaker
	Cite      bool // name with each relation who states it
	story     *story.Story
	events    map[string]*story.Event      // by id
	documents map[string]*story.Document   // by id
	causes    map[string][]*story.Relation // by id of the event that they lead to
	effects   map[string][]*story.Relation // by id of the event that they come from
}

// NewTeller returns a teller of a story's events.
func NewTeller(say lang.Speaker, s *story.Story) *Teller {
	t := &Teller{Say: say, story: s, events: map[string]*story.Event{}, documents: map[string]*story.Document{},
		causes: map[string][]*story.Relation{}, effects: map[string][]*story.Relation{}}
	for i := range s.Events {
		t.events[s.Events[i].ID] = &s.Events[i]
	}
	for i := range s.Documents {
		t.documents[s.Documents[i].ID] = &s.Documents[i]
	}
	for i := range s.Relations {
		r := &s.Relations[i]
		if t.events[r.From] == nil || t.events[r.To] == nil || r.From == r.To {
			continue
		}
		t.causes[r.To] = append(t.causes[r.To], r)
		t.effects[r.From] = append(t.effects[r.From], r)
	}
	for _, e := range s.Events {
		slices.SortStableFunc(t.causes[e.ID], func(a, b *story.Relation) int {
			return cmp.Or(inTime(t.events[a.From], t.events[b.From]), cmp.Compare(a.Type, b.Type))
		})
		slices.SortStableFunc(t.effects[e.ID], func(a, b *story.Relation) int {
			return cmp.Or(inTime(t.events[a.To], t.events[b.To]), cmp.Compare(a.Type, b.Type))
		})
	}
	return t
}

// inTime compares two events for telling: in the order of drawing, those
// without a date last, then by id.
func inTime(a, b *story.Event) int {
	x, ok := scale.SpanOf(a)
	y, too := scale.SpanOf(b)
	switch {
	case ok && !too:
		return -1
	case too && !ok:
		return 1
	case !ok && !too:
		return cmp.Compare(a.ID, b.ID)
	}
	return cmp.Or(scale.Order(scale.Moment{Event: a, Span: x}, scale.Moment{Event: b, Span: y}), cmp.Compare(a.ID, b.ID))
}

// Label is what a screen reader says for an event: its date, title, status and
// contradictions, what it came of and led to, and who says so.
func (t *Teller) Label(m scale.Moment) string {
	label := Title(t.Say, m.Event)
	if when := t.When(m); when != "" {
		label = t.Say.Say("dated", when, label)
	}
	if w := StatusWord(t.Say, m.Event); w != "" {
		label = t.Say.Say("aside", label, w)
	}
	more := Differences(t.Say, t.story, m.Event.ID)
	if words := t.Relations(m.Event); words != "" {
		more = append(more, words)
	}
	if words := t.Sources(m.Event); words != "" {
		more = append(more, words)
	}
	for _, words := range more {
		label = t.Say.Sentences(Sentence(t.Say, label), Sentence(t.Say, words))
	}
	return label
}

// When writes an event's date with its clock time and zone, months in full.
func (t *Teller) When(m scale.Moment) string {
	when := When(t.Say, m, lang.Form{Full: true})
	if zone := m.Clock.ZoneWords(); m.Timed && zone != "" && !m.Clock.Told {
		return t.Say.Say("aside", when, zone)
	}
	return when
}

// Relations says what the event came of and what it led to: "Because of 1867:
// ...; led to 1911: ...". It returns "" where the story states neither.
func (t *Teller) Relations(e *story.Event) string {
	var parts []string
	for _, r := range t.causes[e.ID] {
		parts = append(parts, t.cited(r, Because(t.Say, r, t.events[r.From])))
	}
	for _, r := range t.effects[e.ID] {
		parts = append(parts, t.cited(r, Therefore(t.Say, r, t.events[r.To])))
	}
	return UpperFirst(strings.Join(parts, t.Say.Say("semicolon")))
}

// cited adds to a relation in words who states it: "because of 1867: ... (A; B)".
func (t *Teller) cited(r *story.Relation, words string) string {
	if !t.Cite {
		return words
	}
	var names []string
	for _, s := range SourcesOf(t.Say, t.documentsOf(r.Mentions)) {
		names = append(names, s.Name)
	}
	if len(names) == 0 {
		return words
	}
	return t.Say.Say("aside", words, strings.Join(names, t.Say.Say("semicolon")))
}

// MomentName names an event with its clock time.
func MomentName(say lang.Speaker, m scale.Moment) string {
	return say.Say("dated", When(say, m, lang.Form{Full: true}), Title(say, m.Event))
}

// EventName names an event in the text of another one.
func EventName(say lang.Speaker, e *story.Event) string {
	title := Title(say, e)
	if when := say.Date(e.Date, lang.Form{Full: true}); when != "" {
		return say.Say("event", when, title)
	}
	return title
}

// Because says what a relation means for the event that it leads to, and names
// the one that it comes from: "because of 1867: ...".
func Because(say lang.Speaker, r *story.Relation, from *story.Event) string {
	return hedge(say, r, say.Say("because."+relationType(r), EventName(say, from)))
}

// Therefore says what a relation means for the event that it comes from, and
// names the one that it leads to.
func Therefore(say lang.Speaker, r *story.Relation, to *story.Event) string {
	return hedge(say, r, say.Say("therefore."+relationType(r), EventName(say, to)))
}

func relationType(r *story.Relation) string {
	switch r.Type {
	case story.Enables, story.Prevents, story.Before, story.PartOf:
		return string(r.Type)
	}
	return string(story.Causes)
}

func hedge(say lang.Speaker, r *story.Relation, words string) string {
	if r.Strength == story.StrengthPossible {
		return say.Say("possibly", words)
	}
	return words
}

// UpperFirst begins words with a capital.
func UpperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// Sentence ends words with a full stop unless they end a sentence already.
func Sentence(say lang.Speaker, s string) string {
	for _, end := range []string{".", "!", "?", "。", "！", "？"} {
		if strings.HasSuffix(s, end) {
			return s
		}
	}
	return say.Say("sentence", s)
}
