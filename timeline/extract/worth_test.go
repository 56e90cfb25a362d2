package extract

import (
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
)

func TestWorthTree(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind nlp.BlockKind
		want bool
	}{
		{"The ferry sank.", nlp.Paragraph, true},
		{"A fire in Orne.", nlp.Paragraph, true},
		{"Ferries to Orne.", nlp.Paragraph, true}, // any common word may be a verb
		{"Battle of Hask.", nlp.Paragraph, true},
		{"Brisk Nabs Orne", nlp.Heading, true},
		{"By Oda Brisk, who sank a ferry", nlp.Meta, false},
		{"12 14.5 1,204 (3) - 7", nlp.Paragraph, false},
		{"Oda Brisk, Torvald Moreno and Ines Lund", nlp.ListItem, false},
		{"Orne, 4 May 2012.", nlp.Paragraph, false},
		{"\"", nlp.Paragraph, false},
	} {
		s := english.Split(tt.text, []nlp.Block{{End: len(tt.text), Kind: tt.kind}})[0]
		english.Tag(&s)
		if got := worthTree(&s); got != tt.want {
			t.Errorf("%q is worth a tree: %v, want %v", tt.text, got, tt.want)
		}
	}
}

// TestTreesAreSpared: what needs no tree gets none, and is still read for
// names and dates.
func TestTreesAreSpared(t *testing.T) {
	const text = "By Oda Brisk\n\nOrne, 4 May 2012, Ines Lund.\n\nThe ferry Lantern sank off Hask on 3 May 2012."
	src, err := source.ReadBytes("r.txt", []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := Read(src, english.Fast(), edtf.Date{})
	for i := range d.sents {
		s := &d.sents[i]
		words := text[s.Start:s.End]
		if got, want := hasTree(s), i == len(d.sents)-1; got != want {
			t.Errorf("%q has a tree: %v, want %v", words, got, want)
		}
		if i == 1 && (len(d.Timexes[i]) != 1 || len(d.Names.Mentions[i]) == 0) {
			t.Errorf("%q: dates %v, names %v", words, d.Timexes[i], d.Names.Mentions[i])
		}
	}
	if len(d.Mentions) == 0 {
		t.Error("the ferry did not sink")
	}
}
