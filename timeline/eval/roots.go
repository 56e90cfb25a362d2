package eval

import (
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
)

// Roots is the dumbest reader: one event a sentence, the root of its tree, on
// the day of the report.
func Roots(name string, d source.Document, lang nlp.Analyzer) []Mention {
	var out []Mention
	for _, s := range lang.Analyze(d.Text, d.Blocks) {
		for _, t := range s.Tokens {
			if t.Rel == "root" {
				start := utf8.RuneCountInString(d.Text[:t.Start])
				out = append(out, Mention{Doc: name, Start: start, End: start + utf8.RuneCountInString(d.Text[t.Start:t.End]), Date: d.Published.String()})
			}
		}
	}
	return out
}
