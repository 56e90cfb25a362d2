package extract

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// reasons are what is asked of a document when its events are put together.
func reasons(d *Document) (out []any) {
	for k := range d.Mentions {
		out = append(out, d.StoryMention(k, true), d.TitleReason(k), d.StatusReason(k))
	}
	return append(out, d.FirstBody())
}

// TestPack: a packed document has the tokens and chunks that it had, tells the
// same, and reads the same against another date.
func TestPack(t *testing.T) {
	pieces := []string{
		"The ferry Lantern sank off Hask on Monday.", "“We left early,” she said.", "He said: “The inquiry", "will end in May.”",
		"Ana Torres plans to visit Orne's harbour after the talks.", "By Oda Brisk\n\n", "12 14 17.", "\n\n", "Nobody was hurt in the fire, which had begun earlier.",
	}
	same := []cmp.Option{cmp.Comparer(func(a, b edtf.Date) bool { return a == b }), cmpopts.EquateEmpty(), cmp.AllowUnexported(chunk.Parse{})}
	rapid.Check(t, func(t *rapid.T) {
		text := "Torres visits Hask\n\n"
		for range rapid.IntRange(1, 6).Draw(t, "pieces") {
			text += rapid.SampledFrom(pieces).Draw(t, "piece") + " "
		}
		d := report(text, edtf.Date{})
		p := d.Pack()
		if p.sents != nil || p.parses != nil {
			t.Fatal("packing kept what it packs")
		}
		if d.packed != nil || p.Pack() != p {
			t.Fatal("packing changed the document, or packed twice")
		}
		for i := range d.Sentences {
			if !slices.Equal(p.Tokens(i), d.Tokens(i)) {
				t.Fatalf("sentence %d: tokens %+v, were %+v", i, p.Tokens(i), d.Tokens(i))
			}
			if diff := cmp.Diff(d.parse(i), p.parse(i), same...); diff != "" {
				t.Fatalf("sentence %d of %q: chunks (-open +packed):\n%s", i, text, diff)
			}
		}
		if diff := cmp.Diff(reasons(d), reasons(p), same...); diff != "" {
			t.Fatalf("%q (-open +packed):\n%s", text, diff)
		}
		a, b := d.Redate(friday, edtf.Date{}), p.Redate(friday, edtf.Date{})
		if dump(a) != dump(b) || b.sents != nil {
			t.Fatalf("%q reads against a date as\n%s\npacked, and was\n%s", text, dump(b), dump(a))
		}
		if diff := cmp.Diff(reasons(a), reasons(b), same...); diff != "" {
			t.Fatalf("%q against a date (-open +packed):\n%s", text, diff)
		}
	})
}
