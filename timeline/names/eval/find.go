package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// A Finder finds the names of a document's sentences.
type Finder func([]nlp.Sentence) [][]Name

// Project is the project's own finder.
func Project(sents []nlp.Sentence) [][]Name {
	tags := make([][]string, len(sents))
	for i, s := range sents {
		for _, t := range s.Tokens {
			tags[i] = append(tags[i], t.Tag)
		}
	}
	d := names.Everything(sents)
	out := make([][]Name, len(sents))
	for i, s := range sents {
		for _, m := range d.Mentions[i] {
			kind := ""
			switch d.Entities[m.Entity].Kind {
			case names.Person:
				kind = "person"
			case names.Country, names.Place:
				kind = "place"
			case names.Org:
				kind = "organisation"
			}
			last := tags[i][m.End-1]
			switch {
			case kind == "" || !capital(s.Tokens[m.End-1].Text):
				continue
			case m.Demonym && (last == "NNPS" || last == "NNS"):
				kind = "person"
			case m.Demonym:
				continue
			}
			out[i] = append(out[i], Name{Start: m.Start, End: m.End, Type: kind})
		}
	}
	return out
}

// CapitalisedRuns is the baseline of the package comment.
func CapitalisedRuns(sents []nlp.Sentence) [][]Name {
	out := make([][]Name, len(sents))
	for i, s := range sents {
		for k := 0; k < len(s.Tokens); k++ {
			if !capital(s.Tokens[k].Text) {
				continue
			}
			end := k + 1
			for end < len(s.Tokens) && capital(s.Tokens[end].Text) {
				end++
			}
			if k > 0 || end > k+1 {
				out[i] = append(out[i], Name{Start: k, End: end, Type: guess(s.Tokens, k, end)})
			}
			k = end
		}
	}
	return out
}

func guess(toks []nlp.Token, start, end int) string {
	text := toks[start].Text
	if end == start+1 && len(text) > 1 && len(text) < 6 && text == strings.ToUpper(text) {
		return "organisation"
	}
	if start > 0 {
		switch toks[start-1].Lower {
		case "in", "at", "near", "from", "to":
			return "place"
		}
	}
	if n := end - start; n == 2 || n == 3 {
		return "person"
	}
	return "place"
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
