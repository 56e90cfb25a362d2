package pick

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/lang"
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

// harbour is a story of eight events, one without a date, one that a person
// hides, one told in passing.
func harbour(t testing.TB) *story.Story {
	t.Helper()
	no := false
	told := []story.Mention{{Document: "wire"}}
	event := func(id, d string, actors ...string) story.Event {
		return story.Event{ID: id, Title: strings.ToUpper(id), Date: date(t, d), Actors: actors, Drawn: d != ""}
	}
	s := &story.Story{
		Title: "Harbour", Documents: []story.Document{{ID: "wire", Publisher: "Wire"}, {ID: "post", Publisher: "Post"}},
		Events: []story.Event{
			event("storm", "1990-01"), event("wreck", "1990-02-01", "José Nuñez", "Harbour Board"),
			event("inquiry", "1991", "Harbour Board"), event("law", "1992/1993", "Zofia Łukasik"),
			event("rumour", "", "José Nuñez"), event("hidden", "1991-05", "José Nuñez"),
			event("aside", "1991-06", "José Nuñez"), event("boycott", "[1980,2000]", "Владимир Седов"),
		},
		Relations: []story.Relation{
			{From: "storm", To: "wreck", Type: story.Causes, Mentions: told},
			{From: "wreck", To: "inquiry", Type: story.Enables},
			{From: "inquiry", To: "law", Type: story.Before},
			{From: "aside", To: "wreck", Type: story.PartOf},
			{From: "law", To: "boycott", Type: story.Prevents},
		},
		Disagreements: []story.Disagreement{{About: []string{"wreck"}, Field: "date"}, {About: []string{"law"}, Field: "date"}},
	}
	s.Events[5].Show, s.Events[5].Drawn = &no, false
	s.Events[6].Mentions, s.Events[6].Weight, s.Events[6].Drawn = told, 0.1, false
	return s
}

func ids(s *story.Story) string {
	var out []string
	for _, e := range s.Events {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name   string
		filter Filter
		want   string // ids
		note   string
	}{
		{"nothing asked", Filter{}, "storm wreck inquiry law boycott", ""},
		{"a surname without accents", Filter{Actors: []string{"NUNEZ"}}, "wreck", "Selection, 1 of 5 events: with José Nuñez."},
		{"a letter with a stroke", Filter{Actors: []string{"lukasik zofia"}}, "law", "Selection, 1 of 5 events: with Zofia Łukasik."},
		{"another script", Filter{Actors: []string{"Sedov"}}, "boycott", "Selection, 1 of 5 events: with Владимир Седов."},
		{"one of two", Filter{Actors: []string{"nuñez", "board"}}, "wreck inquiry", "Selection, 2 of 5 events: with Harbour Board or José Nuñez."},
		{"from", Filter{From: date(t, "1992")}, "law boycott", "Selection, 2 of 5 events: from 1992 on."},
		{"to", Filter{To: date(t, "1990-01-15")}, "storm boycott", "Selection, 2 of 5 events: until 15 January 1990."},
		{"a set may lie at its days only", Filter{From: date(t, "1989"), To: date(t, "1991")}, "storm wreck inquiry", "Selection, 3 of 5 events: from 1989 to 1991."},
		{"one year", Filter{From: date(t, "1991"), To: date(t, "1991")}, "inquiry", "Selection, 1 of 5 events: 1991."},
		{"around, parts too", Filter{Around: "wreck", Steps: 1}, "storm wreck inquiry aside", "Selection, 4 of 6 events: at most 1 relation away from “WRECK”."},
		{"around, two steps", Filter{Around: "storm", Steps: 2}, "storm wreck inquiry aside", "Selection, 4 of 6 events: at most 2 relations away from “STORM”."},
		{"around, causes only", Filter{Around: "storm", Steps: 9, Causes: true}, "storm wreck inquiry",
			"Selection, 3 of 5 events: at most 9 relations away from “STORM”; causes and effects only."},
		{"around what a person hides", Filter{Around: "hidden"}, "hidden", "Selection, 1 of 6 events: at most 0 relations away from “HIDDEN”."},
		{"decided", Filter{Around: "wreck", Steps: 1, Decided: true}, "storm wreck inquiry", "Selection, 3 of 5 events: at most 1 relation away from “WRECK”."},
		{"causes", Filter{Causes: true}, "storm wreck inquiry law boycott", "Selection, 5 of 5 events: causes and effects only."},
		{"all of them", Filter{Actors: []string{"board"}, From: date(t, "1991"), Around: "wreck", Steps: 1, Causes: true}, "inquiry",
			"Selection, 1 of 5 events: with Harbour Board; from 1991 on; at most 1 relation away from “WRECK”; causes and effects only."},
		{"related", Filter{Actors: []string{"board"}, Related: true}, "wreck inquiry", "Selection, 2 of 5 events: with Harbour Board."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := harbour(t)
			before := s.Clone()
			p, err := Apply(s, tt.filter)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(before, s, cmp.Comparer(func(x, y edtf.Date) bool { return x == y }), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("the story was changed: %s", d)
			}
			if got := ids(p.Story); got != tt.want {
				t.Errorf("events %s, want %s", got, tt.want)
			}
			if got := p.Note(lang.Speaker{}); got != tt.note {
				t.Errorf("note %q, want %q", got, tt.note)
			}
			for _, e := range p.Story.Events {
				if !e.Drawn {
					t.Errorf("%s is not drawn", e.ID)
				}
			}
		})
	}
}

// TestApplyKeepsWhatBelongs: relations of the kind asked for, documents and
// disagreements that tell of the part, and none else.
func TestApplyKeepsWhatBelongs(t *testing.T) {
	p, err := Apply(harbour(t), Filter{Around: "storm", Steps: 1, Causes: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Story.Relations) != 1 || p.Story.Relations[0].To != "wreck" {
		t.Errorf("relations %v", p.Story.Relations)
	}
	if len(p.Story.Documents) != 1 || p.Story.Documents[0].ID != "wire" {
		t.Errorf("documents %v", p.Story.Documents)
	}
	if len(p.Story.Disagreements) != 1 || p.Story.Disagreements[0].About[0] != "wreck" || p.Story.Title != "Harbour" {
		t.Errorf("story %+v", p.Story)
	}
}

func TestUndatedAreCounted(t *testing.T) {
	p, err := Apply(harbour(t), Filter{Actors: []string{"nunez"}, From: date(t, "1990")})
	if err != nil || p.Undated != 1 {
		t.Errorf("%d undated, %v", p.Undated, err)
	}
	if p, err = Apply(harbour(t), Filter{Actors: []string{"board"}, From: date(t, "1990")}); err != nil || p.Undated != 0 {
		t.Errorf("%d undated of another actor, %v", p.Undated, err)
	}
}

func TestPassingAreCounted(t *testing.T) {
	for _, tt := range []struct {
		filter Filter
		want   int
	}{
		{Filter{Actors: []string{"nunez"}}, 1},
		{Filter{Actors: []string{"nunez"}, Decided: true}, 0},
		{Filter{From: date(t, "1990")}, 0},
		{Filter{Around: "wreck", Steps: 1}, 0},
	} {
		if p, err := Apply(harbour(t), tt.filter); err != nil || p.Passing != tt.want {
			t.Errorf("%+v: %d told in passing, want %d; %v", tt.filter, p.Passing, tt.want, err)
		}
	}
}

func TestApplyRefuses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		filter Filter
		words  string
	}{
		{"a slip", Filter{Actors: []string{"nunes"}}, `no event names "nunes": did you mean José Nuñez?`},
		{"half a name", Filter{Actors: []string{"ada nunez"}}, "did you mean José Nuñez?"},
		{"nobody", Filter{Actors: []string{"xyzzy"}}, "of 4 actors those named most are José Nuñez, Harbour Board and Zofia Łukasik"},
		{"no event", Filter{Around: "ghost"}, "there is no event ghost"},
		{"the first empties", Filter{From: date(t, "2030")}, "--from 2030 keeps none of the 8 events"},
		{"the second empties", Filter{Actors: []string{"board"}, From: date(t, "2030")}, `--actor "board" keeps 2 of 8 events, and --from 2030 none of these`},
		{"hidden", Filter{From: date(t, "1991-05"), To: date(t, "1991-05"), Actors: []string{"nunez"}}, "none has a date and is drawn"},
		{"unrelated", Filter{Actors: []string{"lukasik"}, Related: true}, "is related to another of them"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Apply(harbour(t), tt.filter)
			if err == nil || !strings.Contains(err.Error(), tt.words) {
				t.Errorf("%v, %v", p, err)
			}
		})
	}
}

// TestNoteInEveryLanguage: every note is a whole sentence without a name of a
// phrase or a hole left in it.
func TestNoteInEveryLanguage(t *testing.T) {
	p, err := Apply(harbour(t), Filter{Actors: []string{"board"}, From: date(t, "1990"), To: date(t, "1992"), Around: "wreck", Steps: 2, Causes: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		note := p.Note(lang.Speaker{Language: l})
		for _, want := range []string{"Harbour Board", "1990", "1992", "WRECK"} {
			if !strings.Contains(note, want) {
				t.Errorf("%s: %q does not say %s", tag, note, want)
			}
		}
		if strings.Contains(note, "pick") || strings.ContainsAny(note, "{}") {
			t.Errorf("%s: %q", tag, note)
		}
	}
}

func TestChain(t *testing.T) {
	s := harbour(t)
	s.Relations = append(s.Relations, story.Relation{From: "rumour", To: "wreck", Type: story.Causes}, story.Relation{From: "storm", To: "wreck", Type: story.Before})
	c := Chain{Relations: []story.RelationKey{{From: "storm", To: "wreck", Type: story.Causes}, {From: "rumour", To: "wreck", Type: story.Causes}},
		Phrase: "pick.why", About: []string{"wreck"}}
	p, err := c.Pick(s)
	if err != nil {
		t.Fatal(err)
	}
	// The one without a date stays, for the picture to name it.
	if got := strings.Fields(ids(p.Story)); len(got) != 3 || !slices.Contains(got, "rumour") || len(p.Story.Relations) != 2 || p.Undated != 1 || p.Kept != 2 {
		t.Errorf("%v: %+v", got, p)
	}
	if got, want := p.Note(lang.Speaker{}), "Selection, 2 of 5 events: what led to “WRECK”."; got != want {
		t.Errorf("note %q, want %q", got, want)
	}
	c.Relations = c.Relations[1:]
	if _, err := c.Pick(s); err == nil || !strings.Contains(err.Error(), "nothing to draw") {
		t.Errorf("a chain without two dates: %v", err)
	}
	c.About = []string{"rumour"}
	if _, err := c.Pick(s); err == nil || !strings.Contains(err.Error(), `"rumour" has no date`) {
		t.Errorf("a picture of an event without a date: %v", err)
	}
	if _, err := Apply(s, Filter{Around: "rumour", Steps: 1}); err == nil || !strings.Contains(err.Error(), `"rumour" has no date`) {
		t.Errorf("a neighbourhood of an event without a date: %v", err)
	}
}

// TestConditionsCombine: the order of conditions does not matter, and asking
// for more never keeps more.
func TestConditionsCombine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{}
		n := rapid.IntRange(1, 8).Draw(t, "events")
		for i := range n {
			e := story.Event{ID: string(rune('a' + i)), Drawn: true}
			var err error
			if e.Date, err = edtf.Parse(rapid.SampledFrom([]string{"2001", "2002-05", "2003/2004", "2001/..", "2002~"}).Draw(t, "date")); err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "acts") {
				e.Actors = []string{"Ada Berg"}
			}
			s.Events = append(s.Events, e)
		}
		for range rapid.IntRange(0, 8).Draw(t, "relations") {
			s.Relations = append(s.Relations, story.Relation{
				From: s.Events[rapid.IntRange(0, n-1).Draw(t, "from")].ID, To: s.Events[rapid.IntRange(0, n-1).Draw(t, "to")].ID,
				Type: rapid.SampledFrom([]story.RelationType{story.Causes, story.Before}).Draw(t, "type"),
			})
		}
		year, err := edtf.Parse("2002")
		if err != nil {
			t.Fatal(err)
		}
		kept := func(f Filter) []string {
			p, err := Apply(s, f)
			if err != nil {
				return nil
			}
			return strings.Fields(ids(p.Story))
		}
		both := kept(Filter{From: year, Around: "a", Steps: 2})
		dates, around := kept(Filter{From: year}), kept(Filter{Around: "a", Steps: 2})
		var want []string
		for _, id := range dates {
			if slices.Contains(around, id) {
				want = append(want, id)
			}
		}
		if !slices.Equal(both, want) {
			t.Fatalf("both keep %v, one %v, the other %v", both, dates, around)
		}
	})
}
