package story

import (
	"fmt"
	"maps"
	"path"
	"strings"
)

// A place names a value of a story, so that Load can point at it.
type place struct {
	list  string // "events", ...
	index int
	key   string // "" for the item itself
	sub   int    // item of the list at key, -1 where the key itself is meant
	field string // key of that item
}

// A finding is a diagnostic and the value that it is about.
type finding struct {
	Diagnostic
	place place
}

// Validate checks what the types of a story cannot: that ids are unique, well
// formed and known where they are used, and that words, times, weights and
// paths are ones that causeline understands. name is the file for the
// diagnostics; they have no lines, since a story does not know its file: Load
// runs the same checks and gives lines. It finds no fault with causes and
// effects; that is the graph's to do.
func (s *Story) Validate(name string) []Diagnostic {
	var out []Diagnostic
	for _, f := range s.findings() {
		f.File = name
		out = append(out, f.Diagnostic)
	}
	return out
}

// Values that a story file may hold, in the order in which they are offered.
var (
	statuses       = []string{string(StatusHappened), string(StatusPlanned), string(StatusCancelled), string(StatusDenied)}
	datings        = []string{string(DatingStated), string(DatingGiven), string(DatingInferred)}
	bases          = []string{string(BasisStated), string(BasisContext), string(BasisDocument), string(BasisInferred)}
	relationTypes  = []string{string(Causes), string(Enables), string(Prevents), string(Before), string(PartOf)}
	strengths      = []string{string(StrengthStated), string(StrengthPossible)}
	disagreeFields = []string{"date", "status", "actors", "place", "number"}
	disagreeKinds  = []string{string(Conflict), string(Differs)}
)

var hexSHA256 = pattern(`^[0-9a-f]{64}$`)

type validator struct {
	out       []finding
	events    map[string]bool
	documents map[string]bool
	gone      map[string]bool // ids that are known but are no longer events
}

func (s *Story) findings() []finding {
	v := &validator{events: map[string]bool{}, documents: map[string]bool{}, gone: map[string]bool{}}
	for i, d := range s.Documents {
		v.document(i, d)
	}
	for i, e := range s.Events {
		v.eventID(i, e)
	}
	for _, id := range s.Removed {
		v.gone[id] = true
	}
	for _, pairs := range [][][2]string{s.SameAs, s.NotSameAs} {
		for _, p := range pairs {
			v.gone[p[0]], v.gone[p[1]] = true, true
		}
	}
	for i, e := range s.Events {
		v.event(i, e)
	}
	seen := map[RelationKey]bool{}
	for i, r := range s.Relations {
		v.relation(i, r, seen)
	}
	for i, g := range s.Disagreements {
		v.disagreement(i, g)
	}
	for i, id := range s.Removed {
		at := place{list: "removed", index: i, sub: -1}
		if !validID(id) {
			v.add(at, v.badID("`removed`", id))
		} else if v.events[id] {
			v.add(at, Diagnostic{
				Name: "removed-event", Severity: Warning, Events: []string{id},
				Message: fmt.Sprintf("event `%s` is in the story and in `removed`", id),
				Help:    "delete one of the two",
			})
		}
	}
	v.pairs("same_as", s.SameAs)
	v.pairs("not_same_as", s.NotSameAs)
	for i, id := range s.Silenced {
		if !validID(id) {
			v.add(place{list: "silenced", index: i, sub: -1}, v.badID("`silenced`", id))
		}
	}
	return v.out
}

func (v *validator) add(at place, d Diagnostic) {
	if d.Severity == "" {
		d.Severity = Error
	}
	v.out = append(v.out, finding{d, at})
}

func (v *validator) badID(what, id string) Diagnostic {
	d := Diagnostic{
		Name:    "bad-id",
		Message: fmt.Sprintf("%s: %q is no id: ids are made of a-z, 0-9 and -, at most %d", what, id, maxID),
	}
	if slug := joinWords(append([]string{""}, slugWords(id)...), maxID+1); slug != "" {
		d.Help = "write " + strings.TrimPrefix(slug, "-")
	}
	return d
}

// word checks that value, where there is one, is among allowed.
func (v *validator) word(at place, value string, allowed []string, events []string, relations []RelationKey) {
	if value == "" || contains(allowed, value) {
		return
	}
	d := Diagnostic{
		Name: "bad-value", Events: events, Relations: relations,
		Message: fmt.Sprintf("`%s` cannot be %q", at.word(), value),
		Help:    "it is one of " + strings.Join(allowed, ", "),
	}
	if near := Nearest(value, allowed); near != "" {
		d.Message += fmt.Sprintf(": did you mean `%s`?", near)
	}
	v.add(at, d)
}

// word returns the innermost key of the place.
func (p place) word() string {
	switch {
	case p.field != "":
		return p.field
	case p.key != "":
		return p.key
	}
	return p.list
}

func (v *validator) document(i int, d Document) {
	at := func(key string) place { return place{list: "documents", index: i, key: key, sub: -1} }
	switch {
	case d.ID == "":
		v.add(at(""), Diagnostic{Name: "missing-key", Message: "this document has no `id`", Help: "give it a short unique name: id: report-1"})
	case v.documents[d.ID]:
		v.add(at("id"), Diagnostic{Name: "duplicate-id", Message: fmt.Sprintf("two documents have the id `%s`", d.ID), Help: "give one of them another id"})
	}
	v.documents[d.ID] = true
	v.word(at("dating"), string(d.Dating), datings, nil, nil)
	if p := d.Path; p != "" && (path.IsAbs(p) || strings.Contains(p, `\`) || len(p) > 1 && p[1] == ':' || p == ".." || strings.HasPrefix(path.Clean(p), "../")) {
		v.add(at("path"), Diagnostic{
			Name:    "bad-path",
			Message: fmt.Sprintf("`path` %q must stay within the input folder", p),
			Help:    "write it relative to the input folder, with forward slashes",
		})
	}
	if d.TextSHA256 != "" && !hexSHA256().MatchString(d.TextSHA256) {
		v.add(at("text_sha256"), Diagnostic{Name: "bad-value", Message: "`text_sha256` must be 64 lower-case hexadecimal digits", Help: "leave it out: it is filled in"})
	}
}

func (v *validator) eventID(i int, e Event) {
	at := place{list: "events", index: i, key: "id", sub: -1}
	switch {
	case !validID(e.ID):
		d := v.badID("event", e.ID)
		d.Events = []string{e.ID}
		v.add(at, d)
	case v.events[e.ID]:
		v.add(at, Diagnostic{
			Name: "duplicate-id", Events: []string{e.ID},
			Message: fmt.Sprintf("two events have the id `%s`", e.ID),
			Help:    "give one of them another id, or leave it out: it is then made from date and title",
		})
	}
	v.events[e.ID] = true
}

func (v *validator) event(i int, e Event) {
	at := func(key string) place { return place{list: "events", index: i, key: key, sub: -1} }
	ids := []string{e.ID}
	if strings.TrimSpace(e.Title) == "" {
		v.add(at(""), Diagnostic{Name: "missing-key", Events: ids, Message: "this event has no `title`", Help: "say in a few words what happened: title: ..."})
	}
	v.word(at("status"), string(e.Status), statuses, ids, nil)
	if e.Time != "" {
		if _, _, err := ParseTime(e.Time); err != nil {
			v.add(at("time"), Diagnostic{
				Name: "bad-time", Events: ids,
				Message: "`time`: " + err.Error(),
				Help:    "write 11:30, 11:30-08:00 or a range 11:30/14:00",
			})
		}
	}
	if !(e.Weight >= 0 && e.Weight <= 1) {
		v.add(at("weight"), Diagnostic{Name: "bad-weight", Events: ids, Message: fmt.Sprintf("`weight` must lie between 0 and 1, not %v", e.Weight), Help: "1 matters most"})
	}
	for j, m := range e.Mentions {
		v.mention(place{list: "events", index: i, key: "mentions", sub: j}, m, ids, nil)
	}
}

func (v *validator) mention(at place, m Mention, events []string, relations []RelationKey) {
	within := func(field string) place { at.field = field; return at }
	switch {
	case m.Document == "":
		v.add(at, Diagnostic{Name: "missing-key", Events: events, Relations: relations, Message: "this mention has no `document`", Help: "name the id of the document that it stands in"})
	case !v.documents[m.Document]:
		v.add(within("document"), Diagnostic{
			Name: "unknown-document", Events: events, Relations: relations,
			Message: fmt.Sprintf("no document has the id `%s`", m.Document) + v.did(m.Document, v.documents),
			Help:    "add it to `documents`",
		})
	}
	v.word(within("date_basis"), string(m.DateBasis), bases, events, relations)
	for _, s := range []struct {
		key  string
		span Span
	}{{"sentence", m.Sentence}, {"end", m.Trigger}} {
		if s.span.Start < 0 || s.span.End < s.span.Start {
			v.add(within(s.key), Diagnostic{Name: "bad-offsets", Events: events, Relations: relations, Message: fmt.Sprintf("characters %d to %d are no range", s.span.Start, s.span.End)})
		}
	}
}

func (v *validator) relation(i int, r Relation, seen map[RelationKey]bool) {
	at := func(key string) place { return place{list: "relations", index: i, key: key, sub: -1} }
	key := RelationKey{r.From, r.To, r.Type}
	keys := []RelationKey{key}
	for _, end := range []struct{ key, id string }{{"from", r.From}, {"to", r.To}} {
		switch {
		case end.id == "":
			v.add(at(""), Diagnostic{Name: "missing-key", Relations: keys, Message: fmt.Sprintf("this relation has no `%s`", end.key), Help: "a relation needs from, to and type"})
		case !v.events[end.id]:
			v.add(at(end.key), v.unknownEvent(end.id, keys))
		}
	}
	if r.From != "" && r.From == r.To {
		v.add(at("to"), Diagnostic{Name: "self-relation", Events: []string{r.From}, Relations: keys, Message: fmt.Sprintf("event `%s` is related to itself", r.From), Help: "name two events, or delete the relation"})
	}
	if r.Type == "" {
		v.add(at(""), Diagnostic{Name: "missing-key", Relations: keys, Message: "this relation has no `type`", Help: "it is one of " + strings.Join(relationTypes, ", ")})
	}
	v.word(at("type"), string(r.Type), relationTypes, nil, keys)
	v.word(at("strength"), string(r.Strength), strengths, nil, keys)
	if seen[key] {
		v.add(at(""), Diagnostic{Name: "duplicate-relation", Relations: keys, Message: fmt.Sprintf("`%s` %s `%s` is said twice", r.From, r.Type, r.To), Help: "put the mentions of both into one"})
	}
	seen[key] = true
	for j, m := range r.Mentions {
		v.mention(place{list: "relations", index: i, key: "mentions", sub: j}, m, nil, keys)
	}
}

func (v *validator) unknownEvent(id string, relations []RelationKey) Diagnostic {
	d := Diagnostic{
		Name: "unknown-event", Events: []string{id}, Relations: relations,
		Message: fmt.Sprintf("no event has the id `%s`", id) + v.did(id, v.events),
	}
	d.Help = "correct the id, or delete this too if you deleted the event"
	if v.gone[id] {
		d.Help = "it was removed or merged: name another event or delete this"
	}
	return d
}

// did asks whether a known id was meant.
func (v *validator) did(id string, known map[string]bool) string {
	if len(known) > 2000 {
		return ""
	}
	best := NearestID(id, maps.Keys(known))
	if best == "" {
		return ""
	}
	return fmt.Sprintf(": did you mean `%s`?", best)
}

func (v *validator) disagreement(i int, g Disagreement) {
	at := func(key string) place { return place{list: "disagreements", index: i, key: key, sub: -1} }
	if len(g.About) == 0 {
		v.add(at(""), Diagnostic{Name: "missing-key", Message: "this disagreement has no `about`", Help: "name the ids of the events that it is about"})
	}
	for j, id := range g.About {
		if !v.events[id] {
			v.add(place{list: "disagreements", index: i, key: "about", sub: j}, v.unknownEvent(id, nil))
		}
	}
	for _, w := range []struct {
		key, value string
		allowed    []string
	}{{"field", g.Field, disagreeFields}, {"kind", string(g.Kind), disagreeKinds}} {
		if w.value == "" {
			v.add(at(""), Diagnostic{Name: "missing-key", Events: g.About, Message: fmt.Sprintf("this disagreement has no `%s`", w.key), Help: "it is one of " + strings.Join(w.allowed, ", ")})
		}
		v.word(at(w.key), w.value, w.allowed, g.About, nil)
	}
	for j, value := range g.Values {
		for _, doc := range value.Documents {
			if !v.documents[doc] {
				v.add(place{list: "disagreements", index: i, key: "values", sub: j, field: "documents"}, Diagnostic{
					Name: "unknown-document", Events: g.About,
					Message: fmt.Sprintf("no document has the id `%s`", doc) + v.did(doc, v.documents),
					Help:    "add it to `documents`",
				})
			}
		}
	}
}

func (v *validator) pairs(list string, pairs [][2]string) {
	for i, p := range pairs {
		for _, id := range p {
			if !validID(id) {
				v.add(place{list: list, index: i, sub: -1}, v.badID("`"+list+"`", id))
			}
		}
		if p[0] == p[1] {
			v.add(place{list: list, index: i, sub: -1}, Diagnostic{Name: "bad-value", Events: []string{p[0]}, Message: fmt.Sprintf("`%s` names one event twice", list)})
		}
	}
}
