package causes

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

var lang = sync.OnceValue(func() nlp.Analyzer { return english.New() })

// spelt writes a relation as the sentences' file does.
func spelt(text string, r *Relation) string {
	words := func(s Side) string {
		if s.Previous {
			return "the sentence before"
		}
		return text[s.Start:s.End]
	}
	flags := ""
	for _, f := range []struct {
		set  bool
		name string
	}{{r.Hedged, " hedged"}, {r.Expected, " expected"}, {r.Attributed, " attributed"}, {r.Alleged, " alleged"}} {
		if f.set {
			flags += f.name
		}
	}
	grade := [...]string{"stated", "possible", "suggested", "order"}[r.Grade]
	return fmt.Sprintf("%s > %s: %s %s%s [%s]", words(r.Cause), words(r.Effect), r.Type, grade, flags, r.Cue)
}

// stated reads a text and writes what Thinkable relations its sentences state.
func stated(text string) []string {
	var out []string
	for _, s := range lang().Analyze(text, nil) {
		for _, r := range Find(&s) {
			if r.Thinkable() {
				out = append(out, spelt(text, &r))
			}
		}
	}
	return out
}

// A sentenceCase is a sentence of testdata and what it states, a line each.
type sentenceCase struct {
	text string
	want []string
}

// cases reads the sentences in testdata.
func cases(t testing.TB) []sentenceCase {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []sentenceCase
	for block := range strings.SplitSeq(string(data), "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		switch {
		case len(lines) == 0:
		case len(lines) == 1:
			t.Errorf("%s\nhas no line of what it states", lines[0])
		case lines[1] == "nothing":
			out = append(out, sentenceCase{lines[0], nil})
		default:
			out = append(out, sentenceCase{lines[0], lines[1:]})
		}
	}
	return out
}

// TestSentences reads the sentences in testdata and compares what they state.
func TestSentences(t *testing.T) {
	all := cases(t)
	for _, c := range all {
		if got := stated(c.text); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
	if len(all) < 120 {
		t.Errorf("only %d sentences", len(all))
	}
}
