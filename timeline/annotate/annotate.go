// Package annotate reads a text with all that is known of its language, for
// those who want to see that and no events: sentences, tokens, lemmas, tags,
// trees and names, each with its place. It writes them as CoNLL-U.
//
// The MISC column holds TokenRange=START:END, in code points of the text, for
// tokens that come from a text; SpaceAfter=No; and names in the Entity notation
// of the GUM treebank and of CorefUD: a bracket opens where a name begins and
// closes where it ends, and mentions of one entity share a number.
package annotate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// entityFields is the comment that says what an Entity bracket holds: the
// entity's number, its type and its name.
const entityFields = "# global.Entity = eid-etype-name"

// A Document is a text and what was read in it. Offsets of sentences and tokens
// are bytes of Text; names are given by tokens.
type Document struct {
	ID        string
	Text      string
	Sentences []nlp.Sentence
	Names     *names.Directory // may be nil
}

// Read reads a text. Blocks are as for nlp.Analyzer.
func Read(id, text string, blocks []nlp.Block, lang nlp.Analyzer) Document {
	sents := lang.Analyze(text, blocks)
	return Document{ID: id, Text: text, Sentences: sents, Names: Names(sents)}
}

// Names finds the names of a document's sentences, which stay as they are:
// names.Everything changes tags to those that the stages of events want.
func Names(sents []nlp.Sentence) *names.Directory {
	own := make([]nlp.Sentence, len(sents))
	for i, s := range sents {
		own[i] = s
		own[i].Tokens = slices.Clone(s.Tokens)
	}
	return names.Everything(own)
}

// Sentences returns the sentences of d as CoNLL-U.
func Sentences(d Document) []*conllu.Sentence {
	out := make([]*conllu.Sentence, 0, len(d.Sentences))
	at := counter{text: d.Text}
	for i, s := range d.Sentences {
		o := &conllu.Sentence{}
		if i == 0 {
			o.Comments = append(o.Comments, "# newdoc id = "+line(d.ID), entityFields)
		}
		if i == 0 || s.Block != d.Sentences[i-1].Block {
			o.Comments = append(o.Comments, "# newpar")
		}
		o.Comments = append(o.Comments, "# sent_id = "+strconv.Itoa(i+1), "# text = "+line(d.Text[s.Start:s.End]))
		for k, t := range s.Tokens {
			var misc []string
			if k+1 < len(s.Tokens) && s.Tokens[k+1].Start == t.End {
				misc = append(misc, "SpaceAfter=No")
			}
			misc = append(misc, fmt.Sprintf("TokenRange=%d:%d", at.runes(t.Start), at.runes(t.End)))
			o.Tokens = append(o.Tokens, token(t, strings.Join(misc, "|")))
		}
		out = append(out, o)
	}
	AddNames(out, d.Names)
	return out
}

// token turns an analysed token into a line.
func token(t nlp.Token, misc string) conllu.Token {
	o := conllu.Token{
		Form: line(t.Text), Lemma: line(t.Lemma), UPOS: t.UPOS, XPOS: t.Tag,
		Head: conllu.NoHead, Rel: t.Rel, Misc: misc,
	}
	if t.Rel != "" {
		o.Head = t.Head
	}
	return o
}

// line makes one line of s.
func line(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\x00") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' }), " ")
}

// A counter turns rising byte offsets into code points.
type counter struct {
	text         string
	bytes, count int
}

func (c *counter) runes(offset int) int {
	if offset < c.bytes {
		c.bytes, c.count = 0, 0
	}
	c.count += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.count
}

// Fill replaces the tags, lemmas, heads and relations of a sentence whose
// sentence borders and tokens are given by what is in toks. Features and
// enhanced dependencies, which nothing here predicts, are emptied, so that
// nothing given can pass for predicted.
func Fill(s *conllu.Sentence, toks []nlp.Token) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		form := t.Form
		*t = token(toks[i], withoutEntities(t.Misc))
		t.Form = form
	}
}

// Given returns the tokens of a sentence as an analyser wants them.
func Given(s *conllu.Sentence) nlp.Sentence {
	var out nlp.Sentence
	space := s.SpaceAfter()
	at := 0
	for i, t := range s.Tokens {
		out.Tokens = append(out.Tokens, nlp.Token{Start: at, End: at + len(t.Form), Text: t.Form, Lower: nlp.Lower(t.Form)})
		at += len(t.Form)
		out.End = at
		if space[i] {
			at++
		}
	}
	return out
}

// withoutEntities takes the names out of a MISC column.
func withoutEntities(misc string) string {
	var kept []string
	for f := range strings.SplitSeq(misc, "|") {
		if f != "" && !strings.HasPrefix(f, "Entity=") {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, "|")
}

// AddNames writes the names of d, which may be nil, into the MISC columns of
// the sentences that d was read from.
func AddNames(sents []*conllu.Sentence, d *names.Directory) {
	if d == nil {
		return
	}
	for i, s := range sents {
		open := make([]string, len(s.Tokens))
		for _, m := range d.Mentions[i] {
			if m.Start < 0 || m.End > len(s.Tokens) || m.Start >= m.End {
				continue
			}
			e := d.Entities[m.Entity]
			id := strconv.Itoa(m.Entity + 1)
			open[m.Start] += "(" + id + "-" + entityType(e.Kind) + "-" + escape(e.Name)
			if m.End-1 == m.Start {
				open[m.Start] += ")"
			} else {
				open[m.End-1] += id + ")"
			}
		}
		for k, b := range open {
			if b == "" {
				continue
			}
			t := &s.Tokens[k]
			if t.Misc != "" {
				b += "|" + t.Misc
			}
			t.Misc = "Entity=" + b
		}
	}
}

// entityType is the name that GUM has for a kind of entity.
func entityType(k names.Kind) string {
	switch k {
	case names.Person:
		return "person"
	case names.Country, names.Place:
		return "place"
	case names.Org:
		return "organization"
	}
	return "object"
}

// escape writes a name so that it can stand in an Entity bracket, as CorefUD
// does: marks that mean something there become percent codes.
func escape(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r <= ' ':
			b.WriteByte('_')
		case strings.ContainsRune("-()|=%,:_", r):
			fmt.Fprintf(&b, "%%%02X", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
