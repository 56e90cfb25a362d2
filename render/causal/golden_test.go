package causal

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

var update = flag.Bool("update", false, "write the golden files")

func names(all map[string]*story.Story) []string {
	var out []string
	for name := range all {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func TestGolden(t *testing.T) {
	all := stories()
	for _, name := range names(all) {
		t.Run(name, func(t *testing.T) {
			compareGolden(t, name+"-narrow.svg", mustNarrow(t, all[name]))
			compareGolden(t, name+"-layered.svg", mustLayered(t, all[name]))
		})
	}
}

// compareGolden compares a picture with the golden file of that name.
func compareGolden(t *testing.T, name string, p *scene.Picture) {
	t.Helper()
	got := svg.Marshal(p, svg.Options{})
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the picture, then run the test with -update", file)
	}
}

func TestSameStorySameBytes(t *testing.T) {
	s := ferry()
	slices.Reverse(s.Events)
	slices.Reverse(s.Relations)
	if !bytes.Equal(svg.Marshal(mustNarrow(t, ferry()), svg.Options{}), svg.Marshal(mustNarrow(t, s), svg.Options{})) {
		t.Error("the order in the file changes the narrow picture")
	}
	if !bytes.Equal(svg.Marshal(mustWide(t, ferry()), svg.Options{}), svg.Marshal(mustWide(t, s), svg.Options{})) {
		t.Error("the order in the file changes the wide picture")
	}
	if !bytes.Equal(svg.Marshal(mustLayered(t, ferry()), svg.Options{}), svg.Marshal(mustLayered(t, s), svg.Options{})) {
		t.Error("the order in the file changes the layered picture")
	}
}

func TestNoStory(t *testing.T) {
	if _, err := Wide(context.Background(), nil, Options{}); err == nil {
		t.Error("Wide drew no story")
	}
	if _, err := Narrow(nil, Options{}); err == nil {
		t.Error("Narrow drew no story")
	}
}

func TestNoProgram(t *testing.T) {
	opt := Options{Order: ByCause, Layout: layout.Options{Path: filepath.Join(t.TempDir(), "none")}}
	if _, err := Wide(context.Background(), ferry(), opt); !errors.Is(err, layout.ErrNotInstalled) {
		t.Errorf("without the program: %v", err)
	}
	// What needs no layout needs no program.
	if _, err := Wide(context.Background(), stories()["empty"], opt); err != nil {
		t.Errorf("an empty diagram: %v", err)
	}
}

// A relation counts only between two drawn and dated events.
func TestSelection(t *testing.T) {
	s := ferry()
	s.Events[0].Drawn = false // pier
	s.Events[8].Date = s.Events[8].Date.Start()
	s.Events = append(s.Events, event("undated", "", "Somebody paints the ferry red"), event("alone", "1973", "Sound freezes over"))
	s.Relations = append(s.Relations, rel("undated causes suit"))
	for _, p := range []*scene.Picture{mustNarrow(t, s), mustWide(t, s), mustLayered(t, s)} {
		text := string(svg.Marshal(p, svg.Options{}))
		for _, id := range []string{"pier", "undated", "alone"} {
			if strings.Contains(text, `"`+id+`"`) {
				t.Errorf("%s is drawn", id)
			}
		}
		if !strings.Contains(text, `data-event="suit"`) {
			t.Error("suit is not drawn")
		}
	}
	empty := string(svg.Marshal(mustNarrow(t, stories()["empty"]), svg.Options{}))
	if !strings.Contains(empty, "No stated causes") || strings.Contains(empty, "data-event") {
		t.Error("a story without relations does not say so")
	}
}

// Every relation can be heard from both of its events.
func TestSpoken(t *testing.T) {
	labels := map[string]string{}
	scene.Walk(mustNarrow(t, ferry()).Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem {
			labels[g.Data[0].Value] = g.Label
		}
	})
	for id, want := range map[string]string{
		"loan": "2 November 1971: Bank refuses the ferry company a second loan. Because of 14 May 1969: Parliament votes for a bridge " +
			"over the sound; because of March – April 1971: Dockers strike for six weeks; blocked 9 June 1972: Order for a new ship cancelled. Source: example.org.",
		"ship": "9 June 1972: Order for a new ship cancelled. Possibly because of March – April 1971: Dockers strike for six weeks; " +
			"blocked by 2 November 1971: Bank refuses the ferry company a second loan. Source: example.org.",
		"museum": "1975: Museum in the ticket hall (planned). Made possible by 17 August 1974: Last ferry leaves with four hundred " +
			"passengers and a brass band. Source: example.org.",
	} {
		if labels[id] != want {
			t.Errorf("%s: got\n%s\nwant\n%s", id, labels[id], want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ rel, want string }{
		{"a causes b", "led to"}, {"a enables b", "allowed"}, {"a prevents b", "blocked"}, {"a before b", "then"},
		{"a part_of b, within", "part of"}, {"a causes b, sparked", "sparked"}, {"a causes b, sparked by", "led to"},
		{"a causes b, because", "led to"}, {"a before b, after", "then"}, {"a before b, days after", "then"}, {"a causes b, ever since", "led to"}, {"a causes b, resulted in", "resulted in"}, {"a causes b, as a result of", "led to"},
		{"a enables b, paved  way", "paved way"},
		{"a causes? b", "perhaps led to"}, {"a prevents? b, stopped", "perhaps blocked"}, {"a part_of? b", "perhaps part of"},
	} {
		r := rel(c.rel)
		if got := (relation{Relation: &r}).word(lang.Speaker{}); got != c.want {
			t.Errorf("%s: %q, want %q", c.rel, got, c.want)
		}
	}
	for title, want := range map[string]string{
		"": "What led to what", "Elm Bridge": "Elm Bridge: what led to what", "Elm: a tale": "Elm: a tale – what led to what",
	} {
		if got := Headline(lang.Speaker{}, title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
