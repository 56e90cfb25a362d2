package main

import (
	"bufio"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/timex/eval"
)

func printErrors(out *bufio.Writer, corpora string, half eval.Half) error {
	for _, name := range documentFiles {
		docs, err := eval.ReadDocuments(filepath.Join(corpora, name))
		if err != nil {
			return err
		}
		for i, d := range docs {
			if !half.Has(i) {
				continue
			}
			answer, err := eval.Answer(d)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			printMatches(out, name, d, answer)
		}
	}
	phrases, err := eval.ReadPhrases(filepath.Join(corpora, phraseFile))
	if err != nil {
		return err
	}
	for i, p := range phrases {
		if !half.Has(i) {
			continue
		}
		right, found, err := p.Judge()
		if err != nil {
			return err
		}
		if right {
			continue
		}
		var want, got []string
		for _, key := range slices.Sorted(maps.Keys(p.Attr)) {
			if key != "rend" {
				want = append(want, key+"="+p.Attr[key])
			}
		}
		for _, s := range found {
			got = append(got, describe(s))
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\twant %s\tgot %s\t%s\n", phraseFile, p.Genre, p.Created, p.Text,
			strings.Join(want, " "), strings.Join(got, "; "), strings.Join(strings.Fields(p.Sent), " "))
	}
	return nil
}

// printMatches prints what is wrong with the expressions of a document, in the
// order of its text.
func printMatches(out *bufio.Writer, name string, d, answer eval.Document) {
	_, matches := eval.Score(d.Timexes, answer.Timexes)
	slices.SortStableFunc(matches, func(a, b eval.Match) int { return start(a) - start(b) })
	text := []rune(d.Text)
	for _, m := range matches {
		var wrong []string
		want, got := "nothing", "nothing"
		if m.Gold != nil {
			want = describe(*m.Gold)
		}
		if m.Found != nil {
			got = describe(*m.Found)
		}
		switch {
		case m.Gold == nil:
			wrong = append(wrong, "EXTRA")
		case m.Found == nil:
			wrong = append(wrong, "MISSED")
		default:
			if !m.Exact() {
				wrong = append(wrong, "SPAN")
			}
			if m.Gold.Type != m.Found.Type {
				wrong = append(wrong, "TYPE")
			}
			if m.Gold.Value != m.Found.Value {
				wrong = append(wrong, "VALUE")
			}
		}
		if len(wrong) > 0 {
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\twant %s\tgot %s\t%s\n", name, strings.Join(wrong, "+"), d.Doc, d.DCT, want, got, around(text, m))
		}
	}
}

func start(m eval.Match) int {
	if m.Gold != nil {
		return m.Gold.Start
	}
	return m.Found.Start
}

func describe(s eval.Span) string {
	out := fmt.Sprintf("%q %s %s", s.Text, s.Type, s.Value)
	for _, more := range []string{s.Mod, s.EDTF, s.Rule} {
		if more != "" {
			out += " " + more
		}
	}
	return out
}

// around is the text that a match stands in, on one line.
func around(text []rune, m eval.Match) string {
	s := m.Gold
	if s == nil {
		s = m.Found
	}
	const width = 80
	from, to := max(0, s.Start-width), min(len(text), s.End+width)
	marked := string(text[from:s.Start]) + "[" + string(text[s.Start:s.End]) + "]" + string(text[s.End:to])
	return strings.Join(strings.Fields(marked), " ")
}
