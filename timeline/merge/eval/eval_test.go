package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	marks "github.com/causeline/causeline/timeline/eval"
)

func TestScore(t *testing.T) {
	gold := []Mention{{Doc: "1_a", Cluster: "x"}, {Doc: "1_b", Cluster: "x"}, {Doc: "1_b", Cluster: "y"}, {Doc: "2_c", Cluster: "y"}, {Doc: "2_c", Cluster: "x"}}
	found := []Found{{Mention: Mention{Cluster: "p"}}, {Mention: Mention{Cluster: "q"}}}
	at := []int{0, 0, 1, 0, -1}
	// Right: a x–b x. Wrong: a x–c y, b x–c y. Missed: b y–c y, a x–c x, b x–c x.
	c := Score(gold, found, at, func(string) bool { return true }, nil)
	if c != (Counts{Right: 1, Wrong: 2, Missed: 3, Mentions: 5, Found: 4}) {
		t.Errorf("counts %+v", c)
	}
	if p, r, f := c.PRF(); fmt.Sprintf("%.2f %.2f %.2f", p, r, f) != "0.33 0.25 0.29" {
		t.Errorf("P %.2f R %.2f F %.2f", p, r, f)
	}
	if c := Score(gold, found, at, Apart.Has, nil); c.Mentions != 2 || c.Right+c.Wrong+c.Missed != 0 {
		t.Errorf("kept apart: %+v", c)
	}
}

func TestParts(t *testing.T) {
	for doc, want := range map[string]bool{"8_1ecb": true, "29_3": true, "3_1": false, "10_2": false, "x": false} {
		if Apart.Has(doc) != want || Learn.Has(doc) == want || !Whole.Has(doc) {
			t.Errorf("%s kept apart: %v, want %v", doc, Apart.Has(doc), want)
		}
	}
}

// TestRead holds the way from texts and marks to counts.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "texts"), 0o777); err != nil {
		t.Fatal(err)
	}
	write("texts/1_a.txt", "Rautio meets Quiroga\n\nAino Rautio met Pablo Quiroga in Geneva on 3 May 2031.\n")
	write("texts/1_b.txt", "Talks in Geneva\n\nAino Rautio and Pablo Quiroga held talks in Geneva on 3 May 2031.\n")
	write("gold.jsonl", `{"doc":"1_a","corpus":"c","start":34,"end":37,"instance":"1"}
{"doc":"1_b","corpus":"c","start":52,"end":57,"cluster":"1"}
{"doc":"1_b","corpus":"d","start":0,"end":5,"cluster":"1"}
`)
	gold, err := marks.ReadGold(filepath.Join(dir, "gold.jsonl"), "c")
	if err != nil || len(gold) != 2 || gold[0].Cluster != "1" {
		t.Fatalf("gold %v, %v", gold, err)
	}
	r, err := Read(filepath.Join(dir, "texts"))
	if err != nil {
		t.Fatal(err)
	}
	found := Find(r)
	if c := Score(gold, found, Align(gold, found), Whole.Has, nil); c.Right != 1 || c.Found != 2 {
		t.Errorf("counts %+v of %v in %v", c, gold, found)
	}
	write("gold.jsonl", "{")
	if _, err := marks.ReadGold(filepath.Join(dir, "gold.jsonl"), ""); err == nil {
		t.Error("broken marks give no error")
	}
}
