package timeline_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// sample reads one of the sample stories.
func sample(t *testing.T, name string) *story.Story {
	t.Helper()
	docs, warnings, err := source.Read([]string{filepath.Join("..", "seeds", name)}, source.Options{})
	if err != nil || len(warnings) > 0 {
		t.Fatal(err, warnings)
	}
	s, _ := told(t, docs)
	return s
}

// reports counts the documents that tell of an event.
func reports(e story.Event) int {
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		seen[m.Document] = true
	}
	return len(seen)
}

// find returns the events of a date whose titles hold all words.
func find(s *story.Story, date string, words ...string) []story.Event {
	var out []story.Event
	for _, e := range s.Events {
		if strings.Trim(e.Date.String(), "?") == date && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(e.Title, w) }) {
			out = append(out, e)
		}
	}
	return out
}

// TestAnchorage holds the sample of six reports to what its README says is
// planted in it.
func TestAnchorage(t *testing.T) {
	s := sample(t, "anchorage")
	main := slices.MaxFunc(s.Events, func(a, b story.Event) int { return reports(a) - reports(b) })
	if main.Date.String() != "2025-08-15" || reports(main) < 5 || s.Title != main.Title {
		t.Errorf("the main event is %s of %s in %d reports, the story is called %q", main.Title, main.Date, reports(main), s.Title)
	}
	press := find(s, "2025-08-15", "hold", "press conference")
	if len(press) != 1 || press[0].ID == main.ID || reports(press[0]) < 2 {
		t.Errorf("the press conference is %v, want one event of two reports", press)
	}
	if !slices.ContainsFunc(s.Relations, func(r story.Relation) bool {
		return len(press) > 0 && r.From == press[0].ID && r.To == main.ID && r.Type == story.PartOf
	}) {
		t.Error("the press conference is no part of the meeting")
	}
	if got := find(s, "2018", "Trump", "Putin"); len(got) != 1 || reports(got[0]) < 3 {
		t.Errorf("the meeting of 2018 is %v, want one event of three reports", got)
	}
	visit := find(s, "2025-02-27", "Zelensky")
	if len(visit) != 1 || !visit[0].Date.Uncertain() {
		t.Fatalf("the meeting of February is %v, want one event of an uncertain day", visit)
	}
	conflict, differs := false, false
	for _, d := range s.Disagreements {
		values := d.Values[0].Value + " " + d.Values[1].Value
		switch {
		case d.Kind == story.Conflict && d.About[0] == visit[0].ID:
			conflict = values == "2025-02-27 2025-02-28"
		case d.Kind == story.Differs && d.About[0] == main.ID:
			differs = values == "2021 2019"
		default:
			t.Errorf("a disagreement that nobody planted: %v", d)
		}
	}
	if !conflict || !differs {
		t.Errorf("disagreements %v, want a conflict over the day in February and two comparisons that differ", s.Disagreements)
	}
	var cues []string
	for _, r := range s.Relations {
		if r.Type == story.Causes && r.Strength == story.StrengthStated {
			cues = append(cues, r.Cue)
		}
	}
	for _, want := range []string{"led to", "in response to", "prompted", "because of"} {
		if !slices.Contains(cues, want) {
			t.Errorf("no stated cause by %q; there are %q", want, cues)
		}
	}
}

// TestEverGiven does the same for the sample of five reports.
func TestEverGiven(t *testing.T) {
	s := sample(t, "ever-given")
	main := find(s, "2021-03-23", "aground")
	if len(main) != 1 || reports(main[0]) < 4 {
		t.Fatalf("the grounding is %v, want one event of four reports", main)
	}
	caused := slices.ContainsFunc(s.Relations, func(r story.Relation) bool {
		return r.To == main[0].ID && r.Type == story.Causes && r.Strength == story.StrengthStated
	})
	if !caused {
		t.Errorf("nothing is said to have caused the grounding: %v", s.Relations)
	}
}
