package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

func TestMeasure(t *testing.T) {
	gold := []Mention{
		{Doc: "a", Start: 0, End: 4, Date: "2020-01-02", Full: true},
		{Doc: "a", Start: 10, End: 14, Date: "2020-01-02"},
		{Doc: "a", Start: 20, End: 24, Date: "2020", Full: true},
		{Doc: "b", Start: 0, End: 4, Date: "2020-01-02"},
	}
	found := []Mention{
		{Doc: "a", Start: 0, End: 4, Date: "2020-01-02"},
		{Doc: "a", Start: 8, End: 14, Date: "2020-01-03"},
		{Doc: "a", Start: 15, End: 18, Date: ""}, // marked by nobody
		{Doc: "a", Start: 90, End: 95, Date: ""}, // outside the passage
	}
	text := "0123456789 123456789 12345\n2\n3\n4\n5\n6\nseventh"
	want := Counts{Gold: 4, Found: 2, Days: 2, Dated: 1, FullGold: 2, FullHit: 1, FullFound: 3, Marked: 1}
	if got := Measure(gold, found, map[string]string{"a": text}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAlign(t *testing.T) {
	found := []Mention{
		{Doc: "a", Start: 0, End: 10}, {Doc: "a", Start: 4, End: 8}, {Doc: "a", Start: 4, End: 8},
		{Doc: "b", Start: 4, End: 8}, {Doc: "a", Start: 20, End: 24},
	}
	for _, tt := range []struct {
		name string
		gold []Mention
		want string
	}{
		{"the same place before what covers it", []Mention{{Doc: "a", Start: 4, End: 8}}, "[1]"},
		{"each with the same place once", []Mention{{Doc: "a", Start: 4, End: 8}, {Doc: "a", Start: 4, End: 8}}, "[1 2]"},
		{"most of it, and least besides", []Mention{{Doc: "a", Start: 3, End: 8}, {Doc: "a", Start: 1, End: 10}}, "[1 0]"},
		{"nothing there", []Mention{{Doc: "a", Start: 10, End: 20}, {Doc: "c", Start: 4, End: 8}}, "[-1 -1]"},
		{"one for two", []Mention{{Doc: "a", Start: 20, End: 22}, {Doc: "a", Start: 22, End: 24}}, "[4 4]"},
	} {
		if got := fmt.Sprint(Align(tt.gold, found)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestFoundAndGold(t *testing.T) {
	date, err := edtf.Parse("2020-01-02")
	if err != nil {
		t.Fatal(err)
	}
	s := &story.Story{
		Documents: []story.Document{{ID: "x", Path: "in/a.txt"}},
		Events:    []story.Event{{Date: date, Mentions: []story.Mention{{Document: "x", Trigger: story.Span{Start: 3, End: 7}}, {Document: "x"}}}},
	}
	if got := Found(s); len(got) != 1 || got[0] != (Mention{Doc: "a", Start: 3, End: 7, Date: "2020-01-02"}) {
		t.Errorf("found %+v", got)
	}
	file := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(file, []byte(`{"corpus":"p","doc":"a","start":1,"end":2}`+"\n"+`{"corpus":"q","doc":"b","start":1,"end":2}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := ReadGold(file, "q"); err != nil || len(got) != 1 || got[0].Doc != "b" {
		t.Errorf("gold %+v, %v", got, err)
	}
	if err := os.WriteFile(file, []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadGold(file, ""); err == nil {
		t.Error("no error for a broken line")
	}
}

func TestRoots(t *testing.T) {
	text := "É vero. The mill closed. Nobody left."
	d := source.Document{Text: text, Blocks: nlp.Paragraphs(text)}
	got := Roots("a", d, english.New())
	if len(got) != 3 || got[1].Start != 17 || got[1].End != 23 {
		t.Errorf("got %+v", got)
	}
}
