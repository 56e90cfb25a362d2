// Command eval runs the date stage over corpora of dated documents and writes
// what it finds, one JSON object a line, for a scorer to judge.
//
// A corpus is a file of JSON lines {"doc","dct","text"}; dct is the date of
// the document. Offsets in the output count Unicode code points.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/timex"
)

type document struct {
	Doc     string `json:"doc"`
	DCT     string `json:"dct"`
	Text    string `json:"text,omitempty"`
	Timexes []span `json:"timexes"`
}

type span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod,omitempty"`
	EDTF  string `json:"edtf,omitempty"`
	Rule  string `json:"rule,omitempty"`
}

func main() {
	corpora := flag.String("corpora", "", "folder of corpora, or one file")
	half := flag.String("half", "", "only documents in even or odd places of the sorted list")
	flag.Parse()
	if err := run(*corpora, *half); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(path, half string) error {
	if half != "" && half != "even" && half != "odd" {
		return fmt.Errorf("-half is %q: use even or odd", half)
	}
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return fmt.Errorf("-corpora: %w", err)
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.jsonl")); err != nil {
			return err
		}
	}
	w := bufio.NewWriter(os.Stdout)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	analyzer := english.New()
	for _, file := range files {
		docs, err := readCorpus(file)
		if err != nil {
			return err
		}
		for i, d := range docs {
			if half == "even" && i%2 == 1 || half == "odd" && i%2 == 0 {
				continue
			}
			day, _, _ := strings.Cut(d.DCT, "T") // some corpora state the hour, too
			date, err := edtf.Parse(day)
			if err != nil {
				return fmt.Errorf("%s: document %s: %w", file, d.Doc, err)
			}
			found := timex.Find(d.Text, analyzer.Analyze(d.Text, nil), timex.Context{DocDate: date})
			if err := out.Encode(document{Doc: d.Doc, DCT: d.DCT, Timexes: spans(d.Text, found)}); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

// readCorpus reads a file of documents, sorted by name. Lines that hold no
// document are passed over.
func readCorpus(file string) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []document
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if d.Doc != "" {
			docs = append(docs, d)
		}
	}
	sort.Slice(docs, func(i, j int) bool { return docs[i].Doc < docs[j].Doc })
	return docs, lines.Err()
}

// spans turns byte offsets into those of code points, walking the text once.
func spans(text string, found [][]timex.Timex) []span {
	out := []span{}
	at, points := 0, 0
	move := func(to int) int {
		points += utf8.RuneCountInString(text[at:to])
		at = to
		return points
	}
	for _, sentence := range found {
		for _, t := range sentence {
			out = append(out, span{
				Start: move(t.Start), End: move(t.End), Text: text[t.Start:t.End],
				Type: string(t.Type), Value: t.Value, Mod: t.Mod, EDTF: t.Date.String(), Rule: t.Rule,
			})
		}
	}
	return out
}
