package names

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// read finds the names of a text.
func read(text string) ([]nlp.Sentence, *Directory) {
	sents := english.New().Analyze(strings.ToValidUTF8(text, "?"), nil)
	return sents, Read(sents)
}

// show writes the names of a text in order as "words=kind:name", a demonym
// with "~", then what is known of each entity in brackets, once.
func show(text string) string {
	sents, d := read(text)
	var out []string
	told := map[int]bool{}
	for i, s := range sents {
		for _, m := range d.Mentions[i] {
			words := text[s.Tokens[m.Start].Start:s.Tokens[m.End-1].End]
			e := d.Entities[m.Entity]
			item := fmt.Sprintf("%s=%s", words, short[e.Kind])
			if m.Demonym {
				item = "~" + item
			}
			if e.Name != words {
				item += ":" + e.Name
			}
			var more []string
			if !told[m.Entity] {
				told[m.Entity] = true
				for _, f := range [...]struct{ key, value string }{{"", e.Office}, {"of ", country(e)}, {"in ", e.Within}} {
					if f.value != "" {
						more = append(more, f.key+f.value)
					}
				}
				if e.Media {
					more = append(more, "media")
				}
			}
			if len(more) > 0 {
				item += "(" + strings.Join(more, ", ") + ")"
			}
			out = append(out, item)
		}
	}
	return strings.Join(out, "; ")
}

// country leaves out the country of a place, which the gazetteer tells.
func country(e Entity) string {
	if e.Kind == Person {
		return e.Country
	}
	return ""
}

var short = map[Kind]string{Person: "P", Country: "C", Place: "L", Org: "O", Thing: "T"}

// readHeaded reads a text below a headline.
func readHeaded(head, body string) ([]nlp.Sentence, *Directory) {
	text := head + "\n\n" + body
	sents := english.New().Analyze(text, []nlp.Block{
		{End: len(head), Kind: nlp.Heading},
		{Start: len(head) + 2, End: len(text)},
	})
	return sents, Read(sents)
}
