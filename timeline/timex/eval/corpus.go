// Package eval measures the date stage on annotated corpora.
//
// A corpus of documents is a file of JSON lines {"doc","dct","text","timexes"},
// timexes being what annotators marked; dct is the date of the document. A
// corpus of phrases is a file of JSON lines {"genre","created","text","attr",
// "sent"}: a phrase, the sentence it stands in, the date of the document, and
// the dates that annotators gave the phrase. Offsets count code points.
//
// Corpora are cut in two: rules may be made while looking at the errors of the
// learning half; the figures of the reported half say what they are worth.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/edtf"
)

// A Half says which part of a corpus is meant.
type Half string

// The parts of a corpus, by the places of documents in the list sorted by name
// and by the places of phrases in their file, counted from 0.
const (
	Whole    Half = ""
	Learning Half = "even"
	Reported Half = "odd"
)

// Has reports whether the half has what stands at a place.
func (h Half) Has(place int) bool {
	return h == Whole || (h == Learning) == (place%2 == 0)
}

// A Document is a text with its date expressions.
type Document struct {
	Doc     string `json:"doc"`
	DCT     string `json:"dct"`
	Text    string `json:"text,omitempty"`
	Timexes []Span `json:"timexes"`
}

// A Span is an expression in a text.
type Span struct {
	Start    int       `json:"start"`
	End      int       `json:"end"`
	Text     string    `json:"text"`
	Type     string    `json:"type"`
	Value    string    `json:"value"`
	Mod      string    `json:"mod,omitempty"`
	EDTF     string    `json:"edtf,omitempty"`
	Rule     string    `json:"rule,omitempty"`
	Function string    `json:"functionInDocument,omitempty"`
	Date     edtf.Date `json:"-"`
	Others   []string  `json:"-"` // values that are as good
}

// ReadDocuments reads a corpus of documents, sorted by name. Lines that hold
// no document are passed over.
func ReadDocuments(file string) ([]Document, error) {
	var docs []Document
	err := readLines(file, func(line []byte) error {
		var d Document
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		if d.Doc != "" {
			docs = append(docs, d)
		}
		return nil
	})
	sort.SliceStable(docs, func(i, j int) bool { return docs[i].Doc < docs[j].Doc })
	return docs, err
}

// readLines calls f for each line of a file that holds something.
func readLines(file string, f func(line []byte) error) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// Answer returns the document with what the date stage finds in it instead of
// what annotators marked, and without its text.
func Answer(d Document) (Document, error) {
	date, err := day(d.DCT)
	if err != nil {
		return Document{}, fmt.Errorf("document %s: %w", d.Doc, err)
	}
	return Document{Doc: d.Doc, DCT: d.DCT, Timexes: Find(d.Text, date)}, nil
}

// day reads the date of a document; some corpora state the hour, too.
func day(dct string) (edtf.Date, error) {
	s, _, _ := strings.Cut(dct, "T")
	return edtf.Parse(s)
}

// Find returns what the date stage finds in a text.
func Find(text string, date edtf.Date) []Span {
	out := []Span{}
	bytes, points := 0, 0
	move := func(to int) int {
		points += utf8.RuneCountInString(text[bytes:to])
		bytes = to
		return points
	}
	_, found := annotate.Dates(text, nil, date)
	for _, sentence := range found {
		for _, t := range sentence {
			out = append(out, Span{
				Start: move(t.Start), End: move(t.End), Text: text[t.Start:t.End],
				Type: string(t.Type), Value: t.Value, Mod: t.Mod, EDTF: t.Date.String(), Rule: t.Rule, Date: t.Date,
			})
		}
	}
	return out
}
