package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
)

var update = flag.Bool("update", false, "write the golden files of this test anew")

// TestGolden reads whole reports of different fields and compares all that is
// extracted. Each line is a mention: its words, kind, chain, participants,
// place, date and title; a chain that is the report's main event or a part of
// it is named at the end.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("reports: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src, err := source.ReadBytes(filepath.Base(file), data, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := readable(Read(src, english.New(), src.Published))
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run the test with -update to write it", err)
			}
			if got != string(want) {
				t.Errorf("what is extracted has changed; compare with -update and read the difference\n%s", difference(string(want), got))
			}
		})
	}
}

// readable writes a document for people: sentences with the mentions below
// them, then the chains that matter.
func readable(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "date %s\n", d.Date)
	for i, e := range d.Names.Entities {
		fmt.Fprintf(&b, "%d %s %s", i, e.Kind, e.Name)
		for _, f := range [...]struct{ label, value string }{{"office", e.Office}, {"country", e.Country}, {"within", e.Within}} {
			if f.value != "" {
				fmt.Fprintf(&b, ", %s %s", f.label, f.value)
			}
		}
		b.WriteByte('\n')
	}
	last := -1
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Sentence != last {
			last = m.Sentence
			s := d.Sentences[last]
			fmt.Fprintf(&b, "\n%s\n", d.Source.Text[s.Start:s.End])
		}
		fmt.Fprintf(&b, "  %s\n", full(d, m))
	}
	b.WriteByte('\n')
	for i, c := range d.Chains {
		if c.Main {
			fmt.Fprintf(&b, "main #%d\n", i)
		}
		if c.Parent >= 0 {
			fmt.Fprintf(&b, "#%d is part of #%d\n", i, c.Parent)
		}
	}
	for _, f := range d.Facts {
		fmt.Fprintf(&b, "#%d compares %q with %s\n", f.Chain, f.Question, f.Value)
	}
	return b.String()
}

// difference lists the lines that only one of two texts has.
func difference(want, got string) string {
	var b strings.Builder
	count := map[string]int{}
	for _, l := range strings.Split(want, "\n") {
		count[l]++
	}
	for _, l := range strings.Split(got, "\n") {
		if count[l]--; count[l] < 0 {
			fmt.Fprintf(&b, "+ %s\n", l)
		}
	}
	for _, l := range strings.Split(want, "\n") {
		if count[l] > 0 {
			count[l]--
			fmt.Fprintf(&b, "- %s\n", l)
		}
	}
	return b.String()
}
