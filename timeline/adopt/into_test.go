package adopt

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/story"
)

const (
	one = "The dam broke and the village fled."
	two = "The village came home."
	may = "2001-05-03"
)

func TestIntoNothing(t *testing.T) {
	r := &Reading{
		Title:     "Lake",
		Documents: []story.Document{{ID: "a"}},
		Events: []Event{{Event: story.Event{ID: "x", Title: "X", Mentions: []story.Mention{mention("a", "X was.", 3)}}},
			{Event: story.Event{ID: "y", Title: "Y", Mentions: []story.Mention{mention("a", "Y was.", 3)}}}},
		Relations: []story.Relation{{From: "x", To: "y", Type: story.Causes}},
		Disagreements: []story.Disagreement{{About: []string{"y"}, Field: "date", Kind: story.Conflict,
			Values: []story.DisagreementValue{{Value: "2001"}, {Value: "2002"}}}},
	}
	s := &story.Story{}
	c := Into(s, nil, r)
	if s.Title != "Lake" || ids(s) != "x y" || strings.Join(c.Events, " ") != "x y" || len(s.Relations) != 1 || len(s.Disagreements) != 1 || c.None() {
		t.Errorf("%+v, of it new %+v", s, c)
	}
	once := s.Clone()
	if c := Into(s, nil, r); !c.None() {
		t.Errorf("the second time %+v is new", c)
	}
	if d := sameStory(once, s); d != "" {
		t.Errorf("the second time changed:\n%s", d)
	}
	s.Events[1].Mentions[0].Quote = "changed"
	if r.Events[1].Mentions[0].Quote != "Y was." {
		t.Error("the reading shares its mentions with the story")
	}
}

func TestIntoEvents(t *testing.T) {
	ev := func(id, date_, title string, ms ...story.Mention) story.Event {
		return story.Event{ID: id, Date: date(t, date_), Title: title, Mentions: ms}
	}
	read := func(told string, e story.Event) Event { return Event{Event: e, Told: told} }
	tests := []struct {
		name   string
		person story.Story
		read   []Event
		ids    string         // after
		added  string         // of them
		where  map[string]int // mentions by id, after
	}{
		{"told of, whatever it is called", story.Story{Events: []story.Event{ev("mine", "1999", "My title", mention("a", one, 5))}},
			[]Event{read("mine", ev("other", may, "Dam breaks", mention("b", two, 5)))}, "mine", "", map[string]int{"mine": 2}},
		{"the same words", story.Story{Events: []story.Event{ev("mine", "1999", "My title", mention("a", one, 5))}},
			[]Event{read("", ev("other", may, "Dam breaks", mention("a", one, 5)))}, "mine", "", map[string]int{"mine": 1}},
		{"the same sentence, without offsets", story.Story{Events: []story.Event{ev("mine", "1999", "My title", mention("a", one, 0))}},
			[]Event{read("", ev("other", may, "Dam breaks", mention("a", one, 5)))}, "mine", "", map[string]int{"mine": 1}},
		{"other words of the sentence", story.Story{Events: []story.Event{ev("mine", may, "Dam breaks", mention("a", one, 5))}},
			[]Event{read("", ev("flight", may, "Village flees", mention("a", one, 20)))}, "mine flight", "flight", map[string]int{"mine": 1, "flight": 1}},
		{"the same title, date and id, but of other words", story.Story{Events: []story.Event{ev("2001-05-03-dam-breaks", may, "Dam breaks", mention("a", one, 5))}},
			[]Event{read("", ev("2001-05-03-dam-breaks", may, "Dam breaks", mention("b", two, 5)))},
			"2001-05-03-dam-breaks 2001-05-03-dam-breaks-2", "2001-05-03-dam-breaks-2", map[string]int{"2001-05-03-dam-breaks": 1}},
		{"by hand, of the same title and date", story.Story{Events: []story.Event{ev("mine", may, "Dam breaks")}},
			[]Event{read("", ev("dam", may, "Dam breaks", mention("a", one, 5)))}, "mine", "", map[string]int{"mine": 1}},
		{"by hand, of the same id", story.Story{Events: []story.Event{ev("dam", "1999", "My title")}},
			[]Event{read("", ev("dam", may, "Dam breaks", mention("a", one, 5)))}, "dam", "", map[string]int{"dam": 1}},
		{"by hand, of the same title and another date", story.Story{Events: []story.Event{ev("mine", "1999", "Dam breaks")}},
			[]Event{read("", ev("dam", may, "Dam breaks", mention("a", one, 5)))}, "mine dam", "dam", nil},
		{"removed", story.Story{Removed: []string{"dam"}},
			[]Event{read("", ev("dam", may, "Dam breaks", mention("a", one, 5)))}, "", "", nil},
		{"told of one that is removed", story.Story{Removed: []string{"dam"}},
			[]Event{read("dam", ev("burst", may, "Burst", mention("a", one, 5)))}, "", "", nil},
		{"removed, told in more words", story.Story{Removed: []string{"2001-05-03-rautio-meets-quiroga"}},
			[]Event{{Event: story.Event{ID: "x", Date: date(t, may), Title: "Talks in Oslo", Actors: []string{"Aino Rautio", "Pablo Quiroga"},
				Mentions: []story.Mention{mention("a", one, 5)}}, Kin: []string{"meeting", "meet"}, Said: []Said{{Date: date(t, may)}}}}, "", "", nil},
		{"something else of the day of what was removed", story.Story{Removed: []string{"2001-05-03-rautio-meets-quiroga"}},
			[]Event{{Event: story.Event{ID: "x", Date: date(t, may), Title: "Rautio sues Quiroga", Actors: []string{"Aino Rautio", "Pablo Quiroga"},
				Mentions: []story.Mention{mention("a", one, 5)}}, Kin: []string{"lawsuit", "sue"}, Said: []Said{{Date: date(t, may)}}}}, "x", "x", nil},
		{"the same on another day than what was removed", story.Story{Removed: []string{"2001-05-03-rautio-meets-quiroga"}},
			[]Event{{Event: story.Event{ID: "x", Date: date(t, "2001-06-03"), Title: "Rautio meets Quiroga",
				Mentions: []story.Mention{mention("a", one, 5)}}, Said: []Said{{Date: date(t, "2001-06-03")}}}}, "x", "x", nil},
		{"put into one that was removed later", story.Story{Removed: []string{"dam"}, SameAs: [][2]string{{"dam", "burst"}}},
			[]Event{read("", ev("burst", may, "Burst", mention("a", one, 5)))}, "", "", nil},
		{"merged", story.Story{SameAs: [][2]string{{"dam", "flight"}}, Events: []story.Event{ev("dam", may, "Dam breaks", mention("a", one, 5))}},
			[]Event{read("", ev("flight", may, "Village flees", mention("a", one, 20)))}, "dam", "", map[string]int{"dam": 2}},
		{"merged over two steps", story.Story{SameAs: [][2]string{{"burst", "flight"}, {"dam", "burst"}}, Events: []story.Event{ev("dam", may, "Dam breaks", mention("a", one, 5))}},
			[]Event{read("", ev("flight", may, "Village flees", mention("a", one, 20)))}, "dam", "", map[string]int{"dam": 2}},
		{"an id that was merged is given to nothing else", story.Story{SameAs: [][2]string{{"dam", "2001-05-03-flood-2"}},
			Events: []story.Event{ev("dam", may, "Dam breaks", mention("a", one, 5)), ev("2001-05-03-flood", may, "Flood", mention("a", one, 20))}},
			[]Event{read("", ev("2001-05-03-flood", may, "Flood", mention("b", two, 5)))}, "dam 2001-05-03-flood 2001-05-03-flood-3", "2001-05-03-flood-3", nil},
		{"told apart", story.Story{NotSameAs: [][2]string{{"flight", "dam"}}, Events: []story.Event{ev("dam", may, "Dam breaks", mention("a", one, 5))}},
			[]Event{read("dam", ev("flight", may, "Village flees", mention("b", two, 5)))}, "dam flight", "flight", nil},
		{"two that are read alike are two", story.Story{},
			[]Event{read("", ev("quake", may, "Quake", mention("a", one, 5))), read("", ev("quake-2", may, "Quake", mention("b", two, 5)))}, "quake quake-2", "quake quake-2", nil},
		{"named only as the end of a relation", story.Story{},
			[]Event{read("", ev("quake", may, "Quake"))}, "", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := Into(&tt.person, nil, &Reading{Events: tt.read})
			if got := ids(&tt.person); got != tt.ids {
				t.Errorf("events %q, want %q", got, tt.ids)
			}
			if got := strings.Join(c.Events, " "); got != tt.added {
				t.Errorf("added %q, want %q", got, tt.added)
			}
			for _, e := range tt.person.Events {
				if want, ok := tt.where[e.ID]; ok && len(e.Mentions) != want {
					t.Errorf("%s has %d mentions, want %d", e.ID, len(e.Mentions), want)
				}
			}
		})
	}
}

// TestIntoFields merges three ways, field by field: what the last state had,
// what a person has, what reports say. Only a date that never was is filled in,
// and a weight that is the program's raised.
func TestIntoFields(t *testing.T) {
	yes := true
	read := story.Event{Title: "Read", Date: date(t, may), Time: "11:30", Status: story.StatusHappened, Actors: []string{"Ann"}, Place: "Ruda",
		Lane: "read", Weight: 0.9, WeightReason: "told twice", Show: &yes, Reviewed: &yes, Note: "read", URL: "https://read.example"}
	full := story.Event{Title: "Was", Date: date(t, may), Time: "10:00", Status: story.StatusHappened, Actors: []string{"Bo", "Cy"}, Place: "Orne", Weight: 0.5}
	for _, tt := range []struct {
		name string
		edit func(e *story.Event) // of the last state, by the person
		bare bool                 // the last state had nothing but a title
		want func(e *story.Event) // what reports may change of what the person has
		no   bool                 // there is no last state
		why  string               // the reason of the weight in the last state
	}{
		{name: "nothing edited", edit: func(e *story.Event) {}},
		{name: "title", edit: func(e *story.Event) { e.Title = "Mine" }},
		{name: "date deleted", edit: func(e *story.Event) { e.Date = date(t, "") }},
		{name: "date coarser", edit: func(e *story.Event) { e.Date = date(t, "2001-05") }},
		{name: "time deleted", edit: func(e *story.Event) { e.Time = "" }},
		{name: "status", edit: func(e *story.Event) { e.Status = story.StatusPlanned }},
		{name: "actors", edit: func(e *story.Event) { e.Actors = []string{"Cy"} }},
		{name: "actors deleted", edit: func(e *story.Event) { e.Actors = nil }},
		{name: "place", edit: func(e *story.Event) { e.Place = "Tarn" }},
		{name: "place deleted", edit: func(e *story.Event) { e.Place = "" }},
		{name: "lane", edit: func(e *story.Event) { e.Lane = "mine" }},
		{name: "weight", edit: func(e *story.Event) { e.Weight = 0.1 }},
		{name: "show, reviewed, note, url", edit: func(e *story.Event) { no := false; e.Show, e.Reviewed, e.Note, e.URL = &no, &no, "mine", "x" }},
		{name: "a weight of the program's", why: "told", edit: func(e *story.Event) {}, want: func(e *story.Event) { e.Weight, e.WeightReason = 0.9, "told twice" }},
		{name: "weight, in the place of the program's", why: "told", edit: func(e *story.Event) { e.Weight = 0.6 }},
		{name: "weight deleted", why: "told", edit: func(e *story.Event) { e.Weight = 0 }},
		{name: "everything deleted", edit: func(e *story.Event) { *e = story.Event{ID: e.ID, Title: "T", Mentions: e.Mentions} }},
		{name: "never dated", bare: true, edit: func(e *story.Event) {}, want: func(e *story.Event) { e.Date, e.Time = read.Date, read.Time }},
		{name: "never dated, dated by hand", bare: true, edit: func(e *story.Event) { e.Date = date(t, "1990") }},
		{name: "never dated, and no last state", bare: true, no: true, edit: func(e *story.Event) {}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			was := full
			m := mention("a", one, 5)
			m.DateText, m.DateBasis = "3 May 2001", story.BasisStated
			if tt.bare {
				was, m.DateText, m.DateBasis = story.Event{Title: "Was"}, "", ""
			}
			was.ID, was.Mentions, was.WeightReason = "dam", []story.Mention{m}, tt.why
			last := &story.Story{Documents: []story.Document{{ID: "a"}}, Events: []story.Event{was}}
			person := withoutOffsets(last)
			tt.edit(&person.Events[0])
			Since(last, person, true)
			want := person.Clone().Events[0]
			if tt.want != nil {
				tt.want(&want)
			}
			if tt.want != nil && tt.bare {
				want.Mentions[0].DateBasis = story.BasisInferred
			}
			r := read
			r.ID, r.Mentions = "dam", []story.Mention{mention("b", two, 5)}
			want.Mentions = append(want.Mentions, r.Mentions...)
			if tt.want != nil && tt.bare {
				want.Mentions[1].DateBasis = story.BasisInferred
			}
			if tt.no {
				last = nil
			}
			Into(person, last, &Reading{Events: []Event{{Event: r, Told: "dam", Said: []Said{{Date: read.Date, Document: "b", New: true, Given: true}}}}})
			if d := sameStory(want, person.Events[0]); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

func TestIntoRelations(t *testing.T) {
	person := &story.Story{
		Removed: []string{"gone", relationID(story.RelationKey{From: "taken", To: "mine", Type: story.Before})},
		Events:  []story.Event{{ID: "mine", Title: "Dam breaks"}, {ID: "taken", Title: "Else", Date: date(t, "1990")}},
		Relations: []story.Relation{
			{From: "mine", To: "taken", Type: story.Causes, Strength: story.StrengthPossible, Cue: "my words"}},
	}
	ev := func(id, told string) Event {
		e := Event{Event: story.Event{ID: id, Title: id}, Told: told}
		if told == "" {
			e.Mentions = []story.Mention{mention("a", id, 1)}
		}
		return e
	}
	rel := func(from, to string, typ story.RelationType) story.Relation {
		return story.Relation{From: from, To: to, Type: typ, Strength: story.StrengthStated, Mentions: []story.Mention{mention("a", from+to, 0)}}
	}
	c := Into(person, nil, &Reading{
		Events: []Event{ev("dam", "mine"), ev("flood", ""), ev("gone", ""), ev("dam-2", "mine"), ev("taken", "taken")},
		Relations: []story.Relation{
			rel("dam", "flood", story.Causes), rel("dam-2", "flood", story.Causes), // one relation now
			rel("dam", "dam-2", story.Causes), // one event now
			rel("gone", "flood", story.Causes), rel("flood", "gone", story.Causes),
			rel("dam", "flood", story.PartOf), rel("ghost", "flood", story.Causes),
			rel("taken", "dam", story.Before), // deleted
			rel("dam", "taken", story.Causes), // told again
		},
	})
	var got []string
	for _, r := range person.Relations {
		got = append(got, fmt.Sprintf("%s %s %s %d", r.From, r.Type, r.To, len(r.Mentions)))
	}
	if want := "mine causes taken 1; mine causes flood 2; mine part_of flood 1"; strings.Join(got, "; ") != want {
		t.Errorf("relations %s, want %s", strings.Join(got, "; "), want)
	}
	if r := person.Relations[0]; r.Strength != story.StrengthPossible || r.Cue != "my words" {
		t.Errorf("the person's relation changed: %+v", r)
	}
	if want := []story.RelationKey{{From: "mine", To: "flood", Type: story.Causes}, {From: "mine", To: "flood", Type: story.PartOf}}; !slices.Equal(c.Relations, want) {
		t.Errorf("new are %v, want %v", c.Relations, want)
	}
}

// TestIntoContradictions: what new documents say otherwise is put beside the
// story's answer, with the documents that agree with it.
func TestIntoContradictions(t *testing.T) {
	said := func(day, doc string, fresh bool) Said {
		return Said{Date: date(t, day), Status: story.StatusHappened, Document: doc, New: fresh, Given: fresh}
	}
	status := func(s story.Status, doc string, fresh bool) Said {
		return Said{Status: s, Document: doc, New: fresh, Given: fresh}
	}
	for _, tt := range []struct {
		name    string
		date    string
		status  story.Status
		removed string
		have    []story.Disagreement
		said    []Said
		want    string // about, field, kind and values of all
		fresh   int
	}{
		{name: "another day", date: may, said: []Said{said(may, "a", false), said("2001-05-04", "b", true)},
			want: "date conflict 2001-05-03 [a] 2001-05-04 [b]", fresh: 1},
		{name: "two others", date: may, said: []Said{said(may, "a", false), said("2001-05-04", "b", true), said("2001-05-05", "c", true), said("2001-05-04", "d", true)},
			want: "date conflict 2001-05-03 [a] 2001-05-04 [b d] 2001-05-05 [c]", fresh: 1},
		{name: "a coarser date fits", date: may, said: []Said{said("2001-05", "b", true)}},
		{name: "the person's date, against what was known", date: "1999", said: []Said{said(may, "a", false)}},
		{name: "the person's date, against a new report", date: "1999", said: []Said{said(may, "a", false), said(may, "b", true)},
			want: "date conflict 1999 [] 2001-05-03 [b]", fresh: 1},
		{name: "no date", said: []Said{said(may, "b", true)}},
		{name: "deleted before", date: may, removed: answerID("dam", "date", "2001-05-04"), said: []Said{said("2001-05-04", "b", true)}},
		{name: "more of one that stands", date: may, said: []Said{said("2001-05-04", "b", true), said("2001-05-05", "c", true)},
			have: []story.Disagreement{{About: []string{"dam"}, Field: "date", Kind: story.Conflict, Values: []story.DisagreementValue{{Value: "mine"}, {Value: "2001-05-04", Documents: []string{"x"}}}}},
			want: "date conflict mine [] 2001-05-04 [b x] 2001-05-05 [c]", fresh: 1},
		{name: "called off after all", status: story.StatusHappened, said: []Said{status(story.StatusHappened, "a", false), status(story.StatusCancelled, "b", true)},
			want: "status conflict happened [a] cancelled [b]", fresh: 1},
		{name: "planned, and done since", status: story.StatusPlanned, said: []Said{status(story.StatusPlanned, "a", false), status(story.StatusHappened, "b", true)},
			want: "status differs planned [a] happened [b]", fresh: 1},
		{name: "done, and told of as a plan", status: story.StatusHappened, said: []Said{status(story.StatusPlanned, "b", true)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &story.Story{Disagreements: tt.have,
				Events: []story.Event{{ID: "dam", Title: "Dam", Date: date(t, tt.date), Status: tt.status, Mentions: []story.Mention{mention("a", one, 5)}}}}
			if tt.removed != "" {
				s.Removed = []string{tt.removed}
			}
			c := Into(s, nil, &Reading{Events: []Event{{Told: "dam", Said: tt.said, Event: story.Event{ID: "x", Mentions: []story.Mention{mention("b", two, 5)}}}}})
			var got []string
			for _, d := range s.Disagreements {
				text := fmt.Sprintf("%s %s", d.Field, d.Kind)
				for _, v := range d.Values {
					text += fmt.Sprintf(" %s %v", v.Value, v.Documents)
				}
				got = append(got, text)
			}
			if strings.Join(got, "; ") != tt.want || len(c.Disagreements) != tt.fresh {
				t.Errorf("%d new of %q, want %d of %q", len(c.Disagreements), got, tt.fresh, tt.want)
			}
			if e := s.Events[0]; e.Date != date(t, tt.date) || e.Status != tt.status {
				t.Errorf("the event is now of %s, %s", e.Date, e.Status)
			}
		})
	}
}

// TestDeletedIDs: ids of what was deleted are ids, and no two are one.
func TestDeletedIDs(t *testing.T) {
	long := strings.Repeat("very-", 11) + "long"
	seen := map[string]bool{}
	for _, id := range []string{
		relationID(story.RelationKey{From: long, To: long + "r", Type: story.PartOf}), relationID(story.RelationKey{From: long + "r", To: long, Type: story.PartOf}),
		relationID(story.RelationKey{From: long, To: long + "r", Type: story.Prevents}), answerID(long, "actors", "Ünïcode: "+long), answerID(long, "actors", ""), answerID("", "", ""),
	} {
		s := story.Story{Removed: []string{id}}
		if ds := s.Validate(""); len(ds) > 0 || seen[id] {
			t.Errorf("%s: %v", id, ds)
		}
		seen[id] = true
	}
}
