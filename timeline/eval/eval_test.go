package eval

import (
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

// TestPick: an exact span goes before a wider one, and stands for one mention
// only as long as there is another.
func TestPick(t *testing.T) {
	found := []Mention{{Start: 0, End: 9}, {Start: 2, End: 5}, {Start: 2, End: 5}}
	used := map[int]bool{}
	all := []int{0, 1, 2}
	g := Mention{Start: 2, End: 5}
	first := pick(g, found, all, used)
	used[first] = true
	second := pick(g, found, all, used)
	if first == second || first == 0 || second == 0 {
		t.Errorf("got %d, then %d", first, second)
	}
	if got := pick(Mention{Start: 6, End: 8}, found, all, used); got != 0 {
		t.Errorf("overlap: got %d", got)
	}
	if got := pick(Mention{Start: 20, End: 28}, found, all, used); got != -1 {
		t.Errorf("nothing there: got %d", got)
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
