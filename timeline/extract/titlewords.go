package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

func placePrep(place string) string {
	if strings.HasPrefix(place, "White House") {
		return "at the"
	}
	return "in"
}

// people returns the short names of entities, in order.
func (t *titler) people(es []int) []string {
	var out []string
	for _, e := range es {
		out = append(out, t.doc.Names.Entities[e].Short())
	}
	return out
}

func (t *titler) place() string {
	best, rank := "", -1
	for _, e := range t.m.Places {
		ent := t.doc.Names.Entities[e]
		n := 0
		if ent.Kind == names.Place {
			n = 1
		}
		if ent.Within != "" {
			n = 2 // the city before the region it lies in
		}
		if n > rank {
			best, rank = ent.Short(), n
		}
	}
	return best
}

// list joins noun phrases; "" where one of them cannot stand in a title. The
// second result says that the verb takes the plural.
func (t *titler) list(nps []int) (string, bool) {
	var out []string
	plural := false
	for _, np := range nps {
		s := t.phrase(np)
		if s == "" {
			return "", false
		}
		out = append(out, s)
		switch tag := t.parse.Head(np).Tag; {
		case (tag == "NNS" || tag == "NNPS") && !t.single(np), strings.Contains(s, " and "), strings.HasSuffix(strings.ToLower(s), "police"):
			plural = true
		case tag == "CD" && t.parse.Head(np).Lower != "one", several(t.parse.Head(np)):
			plural = true // "ten of those on board", "some of the workers"
		}
	}
	return and(out), plural || len(out) > 1
}

// single reports whether a plural name is one thing: "the United States".
func (t *titler) single(np int) bool {
	c := t.parse.Chunks[np]
	ms := t.doc.Names.In(t.m.Sentence, c.Start, c.End)
	return len(ms) == 1 && !ms[0].Demonym && ms[0].Start <= c.Head && c.Head < ms[0].End
}

// named counts the noun phrases that hold a name, two at most.
func (t *titler) named(nps []int) int {
	n := 0
	for _, np := range nps {
		c := t.parse.Chunks[np]
		if len(t.doc.Names.In(t.m.Sentence, c.Start, c.End)) > 0 {
			n++
		}
	}
	return min(n, 2)
}

// phrase renders a noun phrase for a title: names in their short form,
// titles, determiners and dates left out, pronouns resolved.
func (t *titler) phrase(np int) string { return t.phraseFrom(np, t.parse.Chunks[np].Start) }

// phraseFrom is phrase for the part of a noun phrase from a token on: chunks
// take "boarding the ship" for one.
func (t *titler) phraseFrom(np, start int) string {
	p := t.parse
	c := p.Chunks[np]
	c.Start = start
	if p.Tokens[c.Start].Tag == "PRP" || p.Tokens[c.Start].Lower == "both" && c.End == c.Start+1 {
		es := t.r.referred(c.Start, c.End)
		if t.m.Clause >= 0 && contains(p.Clauses[t.m.Clause].Object, np) {
			es = without(es, t.m.Agents) // "he led them"
		}
		return and(t.people(es))
	}
	if es := t.r.referred(c.Start, c.End); len(es) > 1 && p.Tokens[c.Start].Tag != "PRP$" {
		return and(t.people(es))
	}
	if c.End-c.Start <= 2 && partitive(p.Tokens[c.Head]) && np+2 < len(p.Chunks) && p.Head(np+1).Lower == "of" && p.Chunks[np+2].Kind == chunk.NP {
		if whole := t.phrase(np + 2); whole != "" && p.Tokens[p.Chunks[np+2].Start].Tag != "PRP" {
			return p.Tokens[c.Head].Lower + " of " + whole // "one of the largest ships"
		}
		return ""
	}
	var out []string
	glued := -1 // where the last word that was written as it stands ends
	ms := t.doc.Names.Mentions[t.m.Sentence]
	from := c.Start
	if m, ok := t.personAt(np); ok {
		from = m.Start // "the bank's chairman Lee", "Castel boss Lee": Lee
	}
	for k := from; k < c.End; {
		if m, ok := nameAt(ms, k); ok && m.Start >= c.Start && m.End <= c.End {
			out = append(out, t.name(m, p.Tokens))
			k = m.End
			continue
		}
		tok := p.Tokens[k]
		switch {
		case tok.Tag == "PRP$":
			if es := t.people(t.r.referred(k, k+1)); len(es) == 1 && t.m.Nominal && np == t.m.NP {
				out = append(out, es[0]+"’s")
			}
		case t.r.inDate[k], strings.Trim(tok.Text, `"“”'‘’-–—`) == "", tok.Tag == "DT", tok.Tag == "PDT", t.inTitle(ms, k):
		case tok.Tag == "RB" && len(out) == 0:
		case tok.Tag == "POS":
			if len(out) > 0 {
				out[len(out)-1] += "’s"
			}
		case tok.Tag == "JJ" && evaluative(tok.Lemma) && !(tok.Lemma == "first" && t.m.Lemma == "become"):
		case glued > 0 && glued == tok.Start && len(out) > 0:
			out[len(out)-1] += tok.Text // "$3", "30%"
			glued = tok.End
		default:
			out = append(out, tok.Text)
			glued = tok.End
		}
		k++
	}
	return strings.Join(out, " ")
}

// personAt returns the person whose name a noun phrase ends with.
func (t *titler) personAt(np int) (names.Mention, bool) {
	c := t.parse.Chunks[np]
	ms := t.doc.Names.In(t.m.Sentence, c.Start, c.End)
	if len(ms) == 0 {
		return names.Mention{}, false
	}
	m := ms[len(ms)-1]
	return m, m.End == c.End && t.doc.Names.Entities[m.Entity].Kind == names.Person && t.doc.Names.Entities[m.Entity].Sure && m.Full == m.Start
}

// dated renders a noun phrase of one noun with the date that belongs to it:
// "1998 election", "war of October 1973".
func (t *titler) dated(np int) string {
	c := t.parse.Chunks[np]
	if np+2 < len(t.parse.Chunks) && t.parse.Head(np+1).Lower == "of" && t.isDate(np+2) {
		of := t.parse.Chunks[np+2]
		from, to := t.parse.Tokens[of.Start].Start, t.parse.Tokens[of.End-1].End
		return t.parse.Tokens[c.Head].Text + " of " + t.doc.Source.Text[from:to]
	}
	for k := c.Start; k < c.Head; k++ {
		if tok := t.parse.Tokens[k]; t.r.inDate[k] && len(tok.Text) == 4 && tok.Tag == "CD" {
			return tok.Text + " " + t.parse.Tokens[c.Head].Text
		}
	}
	return ""
}

// partitive reports whether a noun phrase's head only picks from what "of"
// brings.
func partitive(tok nlp.Token) bool {
	switch tok.Lower {
	case "one", "two", "three", "some", "most", "many", "several", "last", "first", "none", "all", "half", "part", "both",
		"dozens", "scores", "hundreds", "thousands", "millions", "tens", "group", "number", "majority", "series", "pair":
		return true
	}
	return false
}

// several reports whether a word stands for more than one.
func several(tok nlp.Token) bool {
	switch tok.Lower {
	case "some", "most", "many", "several", "all", "both", "others", "few", "dozens", "scores", "hundreds", "thousands", "millions", "tens":
		return true
	}
	return false
}

// name renders a name: a demonym stays an adjective.
func (t *titler) name(m names.Mention, toks []nlp.Token) string {
	if m.Demonym {
		var words []string
		for k := m.Start; k < m.End; k++ {
			words = append(words, toks[k].Text)
		}
		return strings.Join(words, " ")
	}
	return t.doc.Names.Entities[m.Entity].Short()
}

func nameAt(ms []names.Mention, k int) (names.Mention, bool) {
	for _, m := range ms {
		if m.Start == k {
			return m, true
		}
	}
	return names.Mention{}, false
}

// inTitle reports whether token k belongs to the titles before a name.
func (t *titler) inTitle(ms []names.Mention, k int) bool {
	for _, m := range ms {
		if k >= m.Full && k < m.Start {
			return true
		}
	}
	return false
}

// isDate reports whether a noun phrase is a date expression.
func (t *titler) isDate(np int) bool {
	c := t.parse.Chunks[np]
	for k := c.Start; k < c.End; k++ {
		if t.r.inDate[k] {
			return k == c.Start || t.r.inDate[c.Head]
		}
	}
	return false
}

// evaluative reports whether an adjective tells what the writer thinks: a
// title does without.
func evaluative(lemma string) bool {
	switch lemma {
	case "stunning", "historic", "high-stakes", "significant", "brief", "long-awaited", "controversial", "dramatic",
		"surprise", "crucial", "key", "major", "important", "landmark", "massive", "huge", "eagerly", "awaited",
		"unprecedented", "shocking", "bitter", "tense", "rare", "own", "first", "extraordinary":
		return true
	}
	return false
}

// and joins words as a sentence does.
func and(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// capital begins a title with a capital letter, unless its first word has its
// capital inside.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(second) {
		return s // "iPlayer", "eBay"
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
