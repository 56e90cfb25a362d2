package chunk

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// tokens returns the tagged tokens of a text that is one sentence.
func tokens(t testing.TB, text string) []nlp.Token {
	t.Helper()
	sents := english.New().Analyze(text, nil)
	if len(sents) != 1 {
		t.Fatalf("%q is %d sentences", text, len(sents))
	}
	return sents[0].Tokens
}

var kindNames = map[Kind]string{NP: "NP", VG: "VG", Prep: "P", Wh: "W", Coord: "C", Comma: ",", QuoteMark: "Q", Other: "O"}

// showChunks writes the chunks of a sentence on a line: NP(the old king) ...
// A head that is not the last token is marked with a star.
func showChunks(toks []nlp.Token, chunks []Chunk) string {
	var out []string
	for _, c := range chunks {
		var words []string
		for k := c.Start; k < c.End; k++ {
			w := toks[k].Text
			if k == c.Head && k != c.End-1 {
				w += "*"
			}
			words = append(words, w)
		}
		out = append(out, kindNames[c.Kind]+"("+strings.Join(words, " ")+")")
	}
	return strings.Join(out, " ")
}

// words returns the text of a chunk.
func (p *Parse) words(chunk int) string {
	c := p.Chunks[chunk]
	var out []string
	for k := c.Start; k < c.End; k++ {
		out = append(out, p.Tokens[k].Text)
	}
	return strings.Join(out, " ")
}

func (p *Parse) wordsOf(nps []int) string {
	var out []string
	for _, np := range nps {
		out = append(out, p.words(np))
	}
	return strings.Join(out, " + ")
}

// showClause writes a clause as "verb | S subject | O object | prep phrase |
// flags"; parts that are empty are left out.
func showClause(p *Parse, i int) string {
	cl := p.Clauses[i]
	out := []string{p.words(cl.Verb)}
	if len(cl.Subject) > 0 {
		out = append(out, "S "+p.wordsOf(cl.Subject))
	}
	if len(cl.Object) > 0 {
		out = append(out, "O "+p.wordsOf(cl.Object))
	}
	for _, ph := range cl.Phrases {
		out = append(out, ph.Prep+" "+p.words(ph.NP))
	}
	var flags []string
	switch cl.Form {
	case Infinitive:
		flags = append(flags, "inf")
	case Gerund:
		flags = append(flags, "ger")
	case Participle:
		flags = append(flags, "part")
	}
	if cl.Passive {
		flags = append(flags, "passive")
	}
	if cl.Negated {
		flags = append(flags, "not")
	}
	if cl.Modal != "" {
		flags = append(flags, "modal="+cl.Modal)
	}
	if cl.Marker != "" {
		flags = append(flags, "marker="+cl.Marker)
	}
	if cl.Quoted {
		flags = append(flags, "quoted")
	}
	if len(flags) > 0 {
		out = append(out, strings.Join(flags, " "))
	}
	return strings.Join(out, " | ")
}

// analyse returns the sentences of any text, made valid first.
func analyse(text string) []nlp.Sentence {
	return english.New().Analyze(strings.ToValidUTF8(text, "?"), nil)
}
