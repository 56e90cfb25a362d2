package story

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
)

var sameNodes = cmp.Options{cmp.AllowUnexported(node{}, entry{}), cmpopts.IgnoreFields(node{}, "long")}

// readWhole fills in the long lists of a tree, as if they had been read.
func readWhole(n *node) {
	if n.long == nil {
		for _, e := range n.entries {
			readWhole(e.value)
		}
		return
	}
	for i := range n.length() {
		item := n.item(i)
		n.items = append(n.items, item)
		n.dashes = append(n.dashes, int(n.long.at[i]))
	}
	n.long = nil
	n.end = n.items[len(n.items)-1].end
}

// TestLongIsTheLibrarys: read piece by piece, a file has the nodes that the
// library gives it as a whole, each at its place.
func TestLongIsTheLibrarys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		if err := WriteYAML(&b, genStory().Draw(t, "story")); err != nil {
			t.Fatal(err)
		}
		src := newSource("a.yaml", b.String())
		want, diags := parseYAML(src)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		l := &longYAML{src: src}
		got := l.root()
		readWhole(got)
		if l.failed {
			if strings.Contains(src.text, ": |") {
				return // a text below a key may end like a key
			}
			t.Fatalf("not read:\n%s", src.text)
		}
		got.off, got.outer, got.end = want.off, want.outer, want.end // nobody asks for these
		if d := cmp.Diff(want, got, sameNodes); d != "" {
			t.Fatalf("%s\nof\n%s", d, src.text)
		}
	})
}

// handwritten are files as people write them, and what only looks like a list.
var handwritten = []string{
	"events:\n- {id: a, title: x}\n- id: b\n  title: y\n\n# done\nrelations:\n- from: a\n  to: b\n  type: causes\n",
	"title: >\n  folded\n  text\nevents:\n  # first\n  - title: \"a: b\"\n    actors:\n    - one\n    - 'it''s'\n    note: |\n      - no item\n      # no comment\n\n  - title: plain text\n      that goes on\n    date: -0043\n",
	"events:\n  - &a {title: x, id: a}\n  - *a\n",
	"events:\n  - &a\n    title: x\n  - <<: *a\n    date: 1911\n",
	"events:\n  - title: \"a\n  - b\"\n  - title: c\n",
	"events: [{title: x}]\nrelations: []\nremoved: [a]\n",
	"events:\n  - title: x # why\n    date:\n    place: ~\n  -\n    title: y\n",
	"events:\n  - title: x\n bad: y\n",
	"events:\n  - title: x\n---\nevents: []\n",
	"events:\n  - title: x\n    titel: y\n  - title: z\n    title: z\n",
	"events:\n  - title: [a]\n    date: [1667, 1668]\n    time: 11:30\n    weight: 0.5\n    show: yes\n",
	"events:\n\t- title: x\n",
	" text\nevents:\n",
	"events:\n  - 0\n  - !\n  - 1\n",
	"removed:\n- \nevents:\n",
	"events:\n# nothing\nrelations:\n- ",
	"events:\n  - {title: x, mentions: [{document: d, quote: \"He said \\\"no\\\".\"}]}\ndocuments:\n  - id: d\n",
	"events:\n  - title: \"\\u00e9\"\n    note: a\\b\n",
	"title: it's: #x\nit's: # isn't\n  - a\nevents:\n  - title: x\n",
	"title: T\n\"it's\": # isn't\nevents:\n  - title: x\n    \"it's\": # isn't\n  - title: y\n",
}

// quotedSigns are files in whose quoted texts something looks like a comment
// or a key with nothing behind it.
var quotedSigns = []string{
	"summary: \"Why it began: #MeToo\"\nevents:\n  - title: x\n",
	"title: 'It''s: # one'\nevents:\n  - title: x\n",
	"title: \"a \\\": # b\" # why:\nevents:\n  - title: x\n",
	"events:\n  - title: x\nremoved:\n  - \"Aa : #\"\n",
	"events:\n  - title: x\nremoved:\n  - \"x: -\"\n",
	"events:\n  - title: x\nremoved: [\"a: #b\", 'c: #d']\n",
	"events:\n  - !!str title: x\n    actors: [\"a: #b\",\n      'c: # d']\n  - {title: x, actors: ['it''s', \"a: # b\"], mentions: [{quote: \"a: # b\"}]}\n",
}

// TestLongQuotedSigns: what is quoted sends no file the slow way.
func TestLongQuotedSigns(t *testing.T) {
	for _, text := range quotedSigns {
		if !sameAsWhole(t, text, cmp.Options{}) {
			t.Errorf("not read piece by piece:\n%s", text)
		}
	}
}

// TestLongHandwritten: story and messages are those of the whole file,
// whatever is in it.
func TestLongHandwritten(t *testing.T) {
	taken := 0
	for i, text := range handwritten {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			if sameAsWhole(t, text, cmp.Options{}) {
				taken++
			}
		})
	}
	if taken < 6 {
		t.Errorf("only %d of %d files were read piece by piece", taken, len(handwritten))
	}
}

// sameAsWhole compares both ways of reading a file and reports whether it can
// be read piece by piece. but is what of the messages does not matter.
func sameAsWhole(t *testing.T, text string, but cmp.Option) bool {
	t.Helper()
	src := newSource("a.yaml", text)
	got, gotDiags, _, ok := loadLong(src)
	if !ok {
		return false
	}
	want, wantDiags, _ := loadTree(src, formatYAML)
	if d := cmp.Diff(want, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b }), cmpopts.EquateEmpty()); d != "" {
		t.Errorf("story: %s\nof\n%s", d, text)
	}
	if d := cmp.Diff(wantDiags, gotDiags, cmpopts.EquateEmpty(), but); d != "" {
		t.Errorf("messages: %s\nof\n%s", d, text)
	}
	return true
}

// TestLongFile: a file large enough is read piece by piece, and findings stand
// in their places.
func TestLongFile(t *testing.T) {
	var b strings.Builder
	b.WriteString("title: Many\nevents:\n")
	for i := 0; b.Len() < longFile; i++ {
		fmt.Fprintf(&b, "  - id: event-%d\n    date: \"1911\"\n    title: Council meets\n", i)
	}
	b.WriteString("  - id: last\n    date: 1911-13\n    title: Council meets\nrelations:\n  - {from: last, to: event-1, type: causes}\n")
	src := newSource("a.yaml", b.String())
	if _, diags, _, ok := loadLong(src); !ok || len(diags) != 1 {
		t.Fatalf("read piece by piece: %v, %v", ok, diags)
	}
	_, diags, err := Load("a.yaml", []byte(b.String()))
	if err == nil || len(diags) != 1 || diags[0].Line != len(src.lines)-4 || diags[0].Column != 16 {
		t.Fatalf("%v at %d:%d of %d lines", diags, diags[0].Line, diags[0].Column, len(src.lines))
	}
}

// TestLoadReadsPieceByPiece: Load does so with a large file, which shows in how
// little it allocates. The story is the same either way.
func TestLoadReadsPieceByPiece(t *testing.T) {
	var b strings.Builder
	b.WriteString("summary: \"Why it began: #MeToo\"\nevents:\n")
	for b.Len() < longFile {
		b.WriteString("  - title: Council meets\n    note: " + strings.Repeat("word ", 200) + "\n")
	}
	data := []byte(b.String())
	loaded := testing.AllocsPerRun(1, func() {
		if _, _, err := Load("a.yaml", data); err != nil {
			t.Fatal(err)
		}
	})
	whole := testing.AllocsPerRun(1, func() { loadTree(newSource("a.yaml", b.String()), formatYAML) })
	if loaded > whole/2 {
		t.Errorf("%.0f allocations, %.0f when read as a whole", loaded, whole)
	}
}

// FuzzLong: nothing that is read piece by piece is read otherwise than as a
// whole. Only where a text of several lines stands may differ by a line: the
// library takes that from what comes before it.
func FuzzLong(f *testing.F) {
	for _, text := range slices.Concat(handwritten, quotedSigns) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sameAsWhole(t, strings.ToValidUTF8(text, ""), cmpopts.IgnoreFields(Diagnostic{}, "Line", "Column", "Source", "Caret"))
	})
}
