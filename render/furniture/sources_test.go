package furniture

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

func TestSourcesOf(t *testing.T) {
	gazette := story.Document{ID: "g", Publisher: " Gazette ", Title: "One"}
	again := story.Document{ID: "h", Publisher: "Gazette", URL: "https://gazette.example/2"}
	third := story.Document{ID: "i", Publisher: "Gazette", URL: "https://gazette.example/3"}
	post := story.Document{ID: "p", Publisher: "Post"}
	letter := story.Document{ID: "l", Title: "A letter", URL: "letter.html"}
	bare := story.Document{ID: "b"}
	for _, tt := range []struct {
		docs  []story.Document
		want  []Source
		words string
	}{
		{nil, nil, "Source: not given"},
		{[]story.Document{gazette, post, again, third}, []Source{{"Gazette", "https://gazette.example/2"}, {"Post", ""}}, "Sources: Gazette; Post"},
		{[]story.Document{letter}, []Source{{"A letter", "letter.html"}}, "Source: A letter"},
		{[]story.Document{bare}, []Source{{"1 report", ""}}, "Source: 1 report"},
		{[]story.Document{letter, post, bare}, []Source{{"Post", ""}, {"2 other reports", ""}}, "Sources: Post; 2 other reports"},
	} {
		if diff := cmp.Diff(tt.want, SourcesOf(lang.Speaker{}, tt.docs)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.docs, diff)
		}
		if got := Sources(lang.Speaker{}, &story.Story{Documents: tt.docs}); got != tt.words {
			t.Errorf("%v: %q, want %q", tt.docs, got, tt.words)
		}
	}
}

func TestSourcesOfAnEvent(t *testing.T) {
	s := &story.Story{
		Documents: []story.Document{{ID: "g", Publisher: "Gazette", URL: "g.html"}, {ID: "p", Publisher: "Post"}},
		Events: []story.Event{
			{ID: "told", URL: "https://own.example/", Mentions: []story.Mention{{Document: "p"}, {Document: "gone"}, {Document: "g"}, {Document: "p"}}},
			{ID: "linked", URL: "https://www.archive.example:8080/a"},
			{ID: "relative", URL: "notes.html"},
		},
	}
	told := NewTeller(lang.Speaker{}, s)
	for i, want := range [][]Source{
		{{"Post", ""}, {"Gazette", "g.html"}},
		{{"archive.example", "https://www.archive.example:8080/a"}},
		nil,
	} {
		if diff := cmp.Diff(want, told.SourcesOf(&s.Events[i])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", s.Events[i].ID, diff)
		}
	}
	if got := told.Sources(&s.Events[0]); got != "Sources: Post; Gazette" {
		t.Errorf("in words: %q", got)
	}
	if got := told.Sources(&s.Events[2]); got != "" {
		t.Errorf("an event that nobody tells of: %q", got)
	}
}

// TestRelatedToItself checks that no event is told to have led to itself.
func TestRelatedToItself(t *testing.T) {
	s := &story.Story{Events: []story.Event{{ID: "a", Title: "Fair"}}, Relations: []story.Relation{{From: "a", To: "a", Type: story.Causes}}}
	if words := NewTeller(lang.Speaker{}, s).Relations(&s.Events[0]); words != "" {
		t.Errorf("%q", words)
	}
}

func TestAddress(t *testing.T) {
	s := &story.Story{
		Documents: []story.Document{{ID: "g"}, {ID: "p", URL: "https://post.example/1"}, {ID: "w", URL: "https://wire.example/1"}},
		Events: []story.Event{
			{ID: "own", URL: "https://own.example/", Mentions: []story.Mention{{Document: "p"}}},
			{ID: "told", Mentions: []story.Mention{{Document: "gone"}, {Document: "g"}, {Document: "p"}, {Document: "w"}}},
			{ID: "bare", Mentions: []story.Mention{{Document: "g"}}},
		},
	}
	told := NewTeller(lang.Speaker{}, s)
	for i, want := range []string{"https://own.example/", "https://post.example/1", ""} {
		if got := told.Address(&s.Events[i]); got != want {
			t.Errorf("%s leads to %q, want %q", s.Events[i].ID, got, want)
		}
	}
}
