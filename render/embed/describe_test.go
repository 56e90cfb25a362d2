package embed

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

func describe(t testing.TB, s *story.Story, view View) string {
	t.Helper()
	f, err := newFigure(s, Options{View: view})
	if err != nil {
		t.Fatal(err)
	}
	return f.description()
}

// years makes events of titles, one a year from 1901 on.
func years(t testing.TB, titles ...string) *story.Story {
	s := &story.Story{}
	for i, title := range titles {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprintf("e%d", i), Title: title, Date: date(t, fmt.Sprint(1901+i)), Drawn: true})
	}
	return s
}

func TestDescription(t *testing.T) {
	four := func(change func(s *story.Story)) *story.Story {
		s := years(t, "One", "Two", "Three", "Four")
		change(s)
		return s
	}
	long := strings.Repeat("long ", 50)
	for name, tt := range map[string]struct {
		story *story.Story
		want  string
	}{
		"one":             {years(t, "Fair"), "Timeline of 1 event, 1901: Fair (1901)."},
		"all are named":   {years(t, "One", "Two", "Three"), "Timeline of 3 events, from 1901 to 1903: One (1901), Two (1902) and Three (1903)."},
		"ends first":      {four(func(*story.Story) {}), "Timeline of 4 events, from 1901 to 1904, among them One (1901), Two (1902) and Four (1904)."},
		"by weight":       {four(func(s *story.Story) { s.Events[2].Weight, s.Events[1].Weight = 0.9, 0.8 }), "Timeline of 4 events, from 1901 to 1904, among them One (1901), Two (1902) and Three (1903)."},
		"by relations":    {four(func(s *story.Story) { s.Relations = []story.Relation{{From: "e1", To: "e2"}} }), "Timeline of 4 events, from 1901 to 1904, among them One (1901), Two (1902) and Three (1903)."},
		"by mentions":     {four(func(s *story.Story) { s.Events[2].Mentions = make([]story.Mention, 2) }), "Timeline of 4 events, from 1901 to 1904, among them One (1901), Three (1903) and Four (1904)."},
		"status is told":  {four(func(s *story.Story) { s.Events[3].Status = story.StatusDenied }), "Timeline of 4 events, from 1901 to 1904, among them One (1901), Two (1902) and Four (denied, 1904)."},
		"long is left":    {years(t, "One", long, "Three"), "Timeline of 3 events, from 1901 to 1903, among them One (1901) and Three (1903)."},
		"nothing fits":    {years(t, long), "Timeline of 1 event, 1901."},
		"no title":        {years(t, ""), "Timeline of 1 event, 1901: (no title) (1901)."},
		"nothing dated":   {&story.Story{Events: []story.Event{{ID: "a", Drawn: true}}}, "A timeline without events: no event has a date."},
		"no events":       {&story.Story{}, "There is nothing to draw yet: the story has no events."},
		"not drawn":       {four(func(s *story.Story) { s.Events[3].Drawn = false }), "Timeline of 3 events, from 1901 to 1903: One (1901), Two (1902) and Three (1903)."},
		"date with parts": {dated(t, "{"+strings.Repeat("1901-05-03,", 30)+"1903-06-04}"), "Timeline of 1 event."},
	} {
		if got := describe(t, tt.story, Timeline); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
		if got := describe(t, tt.story, Timeline); utf8.RuneCountInString(got) > maxDescription {
			t.Errorf("%s: %d characters: %q", name, utf8.RuneCountInString(got), got)
		}
	}
}

func dated(t testing.TB, d string) *story.Story {
	s := years(t, "Fair")
	s.Events[0].Date = date(t, d)
	return s
}

func TestDescriptionOfCauses(t *testing.T) {
	s := years(t, "One", "Two", "Three", "Four")
	if got, want := describe(t, s, Causes), english.Say("causes.none"); got != want || got == "" {
		t.Errorf("without relations: %q, want %q", got, want)
	}
	s.Relations = []story.Relation{{From: "e0", To: "e3", Type: story.Causes}}
	want := "Causal diagram of 2 events, from 1901 to 1904, and 1 relation between them: One (1901) and Four (1904)."
	if got := describe(t, s, Causes); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestDescriptionSpeaks checks that dates follow the speaker.
func TestDescriptionSpeaks(t *testing.T) {
	s := dated(t, "1901-05-03")
	f, err := newFigure(s, Options{Say: lang.Speaker{Dates: lang.MonthDay}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.description(), "Timeline of 1 event, on May 3, 1901: Fair (May 3, 1901)."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
