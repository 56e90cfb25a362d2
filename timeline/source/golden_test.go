package source

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/timeline/nlp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A goldenDocument is a Document as the golden files show it: blocks by the
// words they hold.
type goldenDocument struct {
	ID        string        `json:"id"`
	Path      string        `json:"path"`
	Title     string        `json:"title,omitempty"`
	Publisher string        `json:"publisher,omitempty"`
	URL       string        `json:"url,omitempty"`
	Published string        `json:"published,omitempty"`
	Dating    string        `json:"dating,omitempty"`
	DatedBy   string        `json:"dated_by,omitempty"`
	Blocks    []goldenBlock `json:"blocks"`
}

type goldenBlock struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

var kindNames = map[nlp.BlockKind]string{
	nlp.Paragraph: "paragraph", nlp.Heading: "heading", nlp.ListItem: "item", nlp.Quote: "quote", nlp.Meta: "meta",
}

func golden(d Document) goldenDocument {
	g := goldenDocument{
		ID: d.ID, Path: d.Path, Title: d.Title, Publisher: d.Publisher, URL: d.URL,
		Published: d.Published.String(), Dating: string(d.Dating), DatedBy: d.DatedBy,
	}
	if d.Published.IsZero() {
		g.Published = ""
	}
	for _, b := range d.Blocks {
		g.Blocks = append(g.Blocks, goldenBlock{kindNames[b.Kind], d.Text[b.Start:b.End]})
	}
	return g
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGolden reads every document under testdata/docs and compares what comes
// out with testdata/golden.
func TestGolden(t *testing.T) {
	docs, warnings, err := Read([]string{"testdata/docs"}, Options{})
	if err != nil || len(warnings) != 0 {
		t.Fatalf("Read: %v, warnings %v", err, warnings)
	}
	entries, err := os.ReadDir("testdata/docs")
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != len(entries) {
		t.Errorf("%d documents from %d files", len(docs), len(entries))
	}
	for _, d := range docs {
		t.Run(d.Path, func(t *testing.T) {
			checkBlocks(t, d)
			got := marshal(t, golden(d))
			file := filepath.Join("testdata/golden", d.Path+".json")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("differs from %s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// checkBlocks fails unless blocks are in order, in bounds, not empty, not
// overlapping and on rune boundaries, and text is clean.
func checkBlocks(t interface{ Errorf(string, ...any) }, d Document) {
	if !utf8.ValidString(d.Text) {
		t.Errorf("text is not valid UTF-8")
	}
	for _, r := range d.Text {
		if isBad(r) && r != utf8.RuneError {
			t.Errorf("text has the control character %U", r)
			break
		}
	}
	at := 0
	for _, b := range d.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(d.Text) {
			t.Errorf("block %d–%d of kind %d is out of order or bounds (text has %d bytes, last block ended at %d)", b.Start, b.End, b.Kind, len(d.Text), at)
			return
		}
		for _, i := range []int{b.Start, b.End} {
			if i < len(d.Text) && !utf8.RuneStart(d.Text[i]) {
				t.Errorf("block border %d stands within a character", i)
			}
		}
		at = b.End
	}
}
