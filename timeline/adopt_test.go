package timeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// mention makes a mention of the trigger at an offset of a sentence.
func mention(document, quote string, trigger int) story.Mention {
	m := story.Mention{Document: document, Quote: quote, Sentence: story.Span{Start: 1, End: 1 + len(quote)}}
	if trigger > 0 {
		m.Trigger = story.Span{Start: trigger, End: trigger + 3}
	} else {
		m.Sentence = story.Span{}
	}
	return m
}

func ids(s *story.Story) string {
	var out []string
	for _, e := range s.Events {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func sameStory(a, b any) string {
	return cmp.Diff(a, b, cmp.Comparer(func(x, y edtf.Date) bool { return x == y }), cmpopts.EquateEmpty())
}

func TestAdoptIntoNothing(t *testing.T) {
	read := &story.Story{
		Title:     "Lake",
		Documents: []story.Document{{ID: "a"}},
		Events:    []story.Event{{ID: "x", Title: "X"}, {ID: "y", Title: "Y", Mentions: []story.Mention{mention("a", "Y was.", 3)}}},
		Relations: []story.Relation{{From: "x", To: "y", Type: story.Causes}},
		Disagreements: []story.Disagreement{{About: []string{"y"}, Field: "date", Kind: story.Conflict,
			Values: []story.DisagreementValue{{Value: "2001"}, {Value: "2002"}}}},
	}
	given, person := read.Clone(), &story.Story{}
	if added := Adopt(person, read); strings.Join(added, " ") != "x y" {
		t.Errorf("added %v, want x y", added)
	}
	if d := sameStory(read, person); d != "" {
		t.Errorf("adopted (-read +person):\n%s", d)
	}
	// A second time nothing is new.
	once := person.Clone()
	if added := Adopt(person, read); len(added) != 0 {
		t.Errorf("added %v again", added)
	}
	if d := sameStory(once, person); d != "" {
		t.Errorf("adopting again changed:\n%s", d)
	}
	person.Events[1].Mentions[0].Quote = "changed"
	if d := sameStory(given, read); d != "" {
		t.Errorf("the story read was changed:\n%s", d)
	}
}

func TestAdoptEvents(t *testing.T) {
	const one, two = "The dam broke and the village fled.", "The village came home."
	day := "2001-05-03"
	ev := func(id, date_, title string, ms ...story.Mention) story.Event {
		return story.Event{ID: id, Date: date(t, date_), Title: title, Mentions: ms}
	}
	tests := []struct {
		name   string
		person story.Story
		read   []story.Event
		ids    string // after
		added  string
		where  map[string]int // mentions by id, after
	}{
		{"same trigger, whatever else", story.Story{Events: []story.Event{ev("mine", "1999", "My title", mention("a", one, 5))}},
			[]story.Event{ev("other", day, "Dam breaks", mention("a", one, 5), mention("b", two, 5))}, "mine", "", map[string]int{"mine": 2}},
		{"another trigger of the sentence", story.Story{Events: []story.Event{ev("mine", day, "Dam breaks", mention("a", one, 5))}},
			[]story.Event{ev("flight", day, "Village flees", mention("a", one, 20))}, "mine flight", "flight", map[string]int{"mine": 1, "flight": 1}},
		{"same id", story.Story{Events: []story.Event{ev("dam", "1999", "My title")}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}, "dam", "", map[string]int{"dam": 1}},
		{"same title and date", story.Story{Events: []story.Event{ev("mine", day, "Dam breaks")}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}, "mine", "", map[string]int{"mine": 1}},
		{"same title, another date", story.Story{Events: []story.Event{ev("mine", "1999", "Dam breaks")}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}, "mine dam", "dam", nil},
		{"removed", story.Story{Removed: []string{"dam"}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}, "", "", nil},
		{"removed, though it shares a sentence", story.Story{Removed: []string{"flight"}, Events: []story.Event{ev("mine", day, "My title", mention("a", one, 0))}},
			[]story.Event{ev("flight", day, "Village flees", mention("a", one, 20)), ev("dam", day, "Dam breaks", mention("a", one, 5))}, "mine", "", map[string]int{"mine": 1}},
		{"without offsets, by sentence and date", story.Story{Events: []story.Event{ev("mine", day, "My title", mention("a", one, 0))}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}, "mine", "", map[string]int{"mine": 1}},
		{"without offsets, the id says which word", story.Story{Events: []story.Event{ev("dam", day, "My title", mention("a", one, 0))}},
			[]story.Event{ev("flight", day, "Village flees", mention("a", one, 20)), ev("dam", day, "Dam breaks", mention("a", one, 5))},
			"dam flight", "flight", map[string]int{"dam": 1, "flight": 1}},
		{"two that are read alike are two", story.Story{},
			[]story.Event{ev("quake", day, "Quake", mention("a", one, 5)), ev("quake-2", day, "Quake", mention("b", two, 5))}, "quake quake-2", "quake quake-2", nil},
		{"an id taken by something else", story.Story{Removed: []string{"2001-05-03-quake"}, Events: []story.Event{ev("2001-05-03-quake-2", "1990", "Else", mention("c", "Else.", 2))}},
			[]story.Event{ev("x", day, "Quake", mention("a", one, 5))}, "2001-05-03-quake-2 x", "x", nil},
		{"split by a person", story.Story{Events: []story.Event{ev("flight", day, "Village flees", mention("a", one, 20)), ev("dam", day, "Dam breaks", mention("a", one, 5))}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5), mention("a", one, 20), mention("b", two, 5))},
			"flight dam", "", map[string]int{"flight": 1, "dam": 2}},
		{"merged by a person", story.Story{SameAs: [][2]string{{"dam", "flight"}}, Events: []story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5))}},
			[]story.Event{ev("dam", day, "Dam breaks", mention("a", one, 5)), ev("flight", day, "Village flees", mention("a", one, 20))},
			"dam", "", map[string]int{"dam": 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			added := Adopt(&tt.person, &story.Story{Events: tt.read})
			if got := ids(&tt.person); got != tt.ids {
				t.Errorf("events %q, want %q", got, tt.ids)
			}
			if got := strings.Join(added, " "); got != tt.added {
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

// TestAdoptPutsOffsetsBack: a file for people says in which sentence, the
// report at which word.
func TestAdoptPutsOffsetsBack(t *testing.T) {
	person := &story.Story{Events: []story.Event{{ID: "dam", Mentions: []story.Mention{mention("a", "The dam broke.", 0)}}}}
	Adopt(person, &story.Story{Events: []story.Event{{ID: "dam", Mentions: []story.Mention{mention("a", "The dam broke.", 9)}}}})
	if d := sameStory([]story.Mention{mention("a", "The dam broke.", 9)}, person.Events[0].Mentions); d != "" {
		t.Errorf("mentions (-want +got):\n%s", d)
	}
}

func TestAdoptRelationsFollowNewIDs(t *testing.T) {
	person := &story.Story{
		Removed: []string{"gone"},
		Events:  []story.Event{{ID: "mine", Title: "Dam breaks"}, {ID: "taken", Title: "Else", Date: date(t, "1990")}},
		Relations: []story.Relation{
			{From: "mine", To: "taken", Type: story.Causes, Strength: story.StrengthPossible, Cue: "my words"}},
		Disagreements: []story.Disagreement{{About: []string{"mine"}, Field: "date", Kind: story.Conflict, Values: []story.DisagreementValue{{Value: "2001"}}}},
	}
	read := &story.Story{
		Events: []story.Event{{ID: "dam", Title: "Dam breaks"}, {ID: "flood", Title: "Flood"}, {ID: "gone", Title: "Gone"}, {ID: "mine-2", Title: "Dam breaks"}},
		Relations: []story.Relation{
			{From: "dam", To: "flood", Type: story.Causes}, {From: "mine-2", To: "flood", Type: story.Causes}, // one relation now
			{From: "dam", To: "mine-2", Type: story.Causes}, // one event now
			{From: "gone", To: "flood", Type: story.Causes}, {From: "flood", To: "gone", Type: story.Causes},
			{From: "dam", To: "flood", Type: story.PartOf},
			{From: "ghost", To: "flood", Type: story.Causes},
		},
		Disagreements: []story.Disagreement{
			{About: []string{"dam", "mine-2"}, Field: "date", Kind: story.Conflict, Values: []story.DisagreementValue{{Value: "2001"}}},
			{About: []string{"gone"}, Field: "date", Kind: story.Conflict},
			{About: []string{"flood"}, Field: "date", Kind: story.Differs},
		},
	}
	own := person.Clone()
	Adopt(person, read)
	var got []string
	for _, r := range person.Relations {
		got = append(got, fmt.Sprintf("%s %s %s", r.From, r.Type, r.To))
	}
	if want := "mine causes taken; mine causes flood; mine part_of flood"; strings.Join(got, "; ") != want {
		t.Errorf("relations %s, want %s", strings.Join(got, "; "), want)
	}
	if d := sameStory(own.Relations[0], person.Relations[0]); d != "" {
		t.Errorf("the person's relation changed:\n%s", d)
	}
	if len(person.Disagreements) != 2 || !slices.Equal(person.Disagreements[1].About, []string{"flood"}) {
		t.Errorf("disagreements %v, want the person's and that about flood", person.Disagreements)
	}
}

// genTale makes stories of few names, so that they meet in many ways.
func genTale(offsets bool) *rapid.Generator[*story.Story] {
	return rapid.Custom(func(t *rapid.T) *story.Story {
		names := []string{"dam", "flood", "exodus", "relief", "inquiry"}
		dates := []edtf.Date{{}, edtf.FromYear(2001), edtf.FromYear(2002)}
		yes := true
		told := map[story.Mention]bool{}
		s := &story.Story{Title: rapid.SampledFrom([]string{"", "Lake"}).Draw(t, "title")}
		for _, id := range rapid.Permutation(names).Draw(t, "ids")[:rapid.IntRange(0, 5).Draw(t, "events")] {
			e := story.Event{
				ID: id, Title: rapid.SampledFrom(names).Draw(t, "title"), Date: rapid.SampledFrom(dates).Draw(t, "date"),
				Note: rapid.SampledFrom([]string{"", "mine"}).Draw(t, "note"), Show: rapid.SampledFrom([]*bool{nil, &yes}).Draw(t, "show"),
			}
			for range rapid.IntRange(0, 3).Draw(t, "mentions") {
				at := rapid.IntRange(1, 3).Draw(t, "trigger")
				if !offsets {
					at = 0
				}
				m := mention(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "document"), rapid.SampledFrom([]string{"One.", "Two."}).Draw(t, "quote"), at)
				// A word tells of one event.
				if offsets && told[m] {
					continue
				}
				told[m] = true
				e.Mentions = append(e.Mentions, m)
			}
			s.Events = append(s.Events, e)
		}
		for range rapid.IntRange(0, 4).Draw(t, "relations") {
			if len(s.Events) < 2 {
				break
			}
			r := story.Relation{From: rapid.SampledFrom(s.Events).Draw(t, "from").ID, To: rapid.SampledFrom(s.Events).Draw(t, "to").ID, Type: story.Causes}
			if r.From != r.To && !slices.ContainsFunc(s.Relations, func(o story.Relation) bool { return o.From == r.From && o.To == r.To }) {
				s.Relations = append(s.Relations, r)
			}
		}
		for _, id := range names {
			if !strings.Contains(ids(s), id) && rapid.Bool().Draw(t, "removed") {
				s.Removed = append(s.Removed, id)
			}
		}
		return s
	})
}

// TestAdoptProperties: whatever a person has stays but for mentions that are
// added, ids are unique, nothing removed returns, relations lead somewhere,
// and doing it twice changes nothing more.
func TestAdoptProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		person, read := genTale(rapid.Bool().Draw(rt, "offsets")).Draw(rt, "person"), genTale(true).Draw(rt, "read")
		read.Removed = nil
		own, given := person.Clone(), read.Clone()
		added := Adopt(person, read)
		if d := sameStory(given, read); d != "" {
			rt.Fatalf("the story read changed:\n%s", d)
		}
		if len(person.Events) != len(own.Events)+len(added) {
			rt.Fatalf("%d events of %d and %d", len(person.Events), len(own.Events), len(added))
		}
		seen := map[string]bool{}
		for i, e := range person.Events {
			if seen[e.ID] || slices.Contains(own.Removed, e.ID) {
				rt.Fatalf("id %s is taken or removed", e.ID)
			}
			seen[e.ID] = true
			if i >= len(own.Events) {
				if added[i-len(own.Events)] != e.ID {
					rt.Fatalf("added %v, but %s stands there", added, e.ID)
				}
				continue
			}
			was := own.Events[i]
			if len(e.Mentions) < len(was.Mentions) {
				rt.Fatalf("%s lost a mention", e.ID)
			}
			for k, m := range was.Mentions {
				n := e.Mentions[k]
				if m.Trigger.IsZero() {
					n.Trigger, n.Sentence = m.Trigger, m.Sentence // put back
				}
				if n != m {
					rt.Fatalf("%s: mention %d is %v, was %v", e.ID, k, n, m)
				}
			}
			e.Mentions, was.Mentions = nil, nil
			if d := sameStory(was, e); d != "" {
				rt.Fatalf("the person's event changed:\n%s", d)
			}
		}
		if d := sameStory(own.Relations, person.Relations[:len(own.Relations)]); d != "" {
			rt.Fatalf("the person's relations changed:\n%s", d)
		}
		keys := map[story.RelationKey]bool{}
		for _, r := range person.Relations {
			k := story.RelationKey{From: r.From, To: r.To, Type: r.Type}
			if !seen[r.From] || !seen[r.To] || r.From == r.To || keys[k] {
				rt.Fatalf("relation %v leads nowhere or comes twice", k)
			}
			keys[k] = true
		}
		if own.Title != "" && person.Title != own.Title {
			rt.Fatalf("the title changed to %q", person.Title)
		}
		for _, e := range read.Events {
			if slices.Contains(own.Removed, e.ID) {
				continue
			}
			for _, m := range e.Mentions {
				held := false
				for _, p := range person.Events {
					held = held || slices.ContainsFunc(p.Mentions, func(n story.Mention) bool {
						return n.Document == m.Document && n.Quote == m.Quote
					})
				}
				if !held {
					rt.Fatalf("the mention %v of %s is lost", m, e.ID)
				}
			}
		}
		once := person.Clone()
		if more := Adopt(person, read); len(more) > 0 {
			rt.Fatalf("the second time %v are added", more)
		}
		if d := sameStory(once, person); d != "" {
			rt.Fatalf("the second time changed:\n%s", d)
		}
	})
}
