package extract

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// friday is the date of the reports of these tests: Friday, 14 June 2024.
var friday = edtf.FromDay(edtf.DayOf(2024, 6, 14))

// report reads a text as a document of the date.
func report(text string, date edtf.Date) *Document {
	text = strings.ToValidUTF8(text, "?")
	return Read(source.Document{ID: "report", Text: text, Blocks: nlp.Paragraphs(text)}, english.New(), date)
}

// headed reads a headline and a text as a document of the date.
func headed(head, body string, date edtf.Date) *Document {
	text := head + "\n\n" + body
	blocks := []nlp.Block{{Start: 0, End: len(head), Kind: nlp.Heading}}
	for _, b := range nlp.Paragraphs(body) {
		b.Start, b.End = b.Start+len(head)+2, b.End+len(head)+2
		blocks = append(blocks, b)
	}
	return Read(source.Document{ID: "report", Title: head, Text: text, Blocks: blocks}, english.New(), date)
}

// namesOf joins the names of entities.
func (d *Document) namesOf(es []int) string {
	var out []string
	for _, e := range es {
		out = append(out, d.Names.Entities[e].Name)
	}
	return strings.Join(out, "+")
}

// words returns what a mention's trigger is written as.
func (d *Document) words(m *Mention) string {
	toks := d.Tokens(m.Sentence)
	return d.Source.Text[toks[m.Start].Start:toks[m.End-1].End]
}

func dates(w When) string {
	out := w.Date.String()
	if w.Date.IsZero() && w.Basis != "" {
		out = w.Partial
	}
	if w.Clock != "" {
		out += "T" + w.Clock
	}
	switch w.Basis {
	case story.BasisContext:
		out += " context"
	case story.BasisDocument:
		out += " document"
	case story.BasisInferred:
		out += " inferred"
	}
	return strings.TrimSpace(out)
}

// full writes all that a mention says, for golden files.
func full(d *Document, m *Mention) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", d.words(m))
	if m.Kind != "" {
		fmt.Fprintf(&b, " [%s]", m.Kind)
	}
	fmt.Fprintf(&b, " #%d", m.Chain)
	for _, f := range [...]struct{ label, value string }{
		{"by", d.namesOf(m.Agents)}, {"to", d.namesOf(m.Patients)}, {"at", d.namesOf(m.Places)}, {"on", dates(m.When)},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, " %s %s", f.label, f.value)
		}
	}
	if m.Status != story.StatusHappened {
		fmt.Fprintf(&b, " %s", m.Status)
	}
	for _, f := range [...]struct {
		label string
		is    bool
	}{{"definite", m.Definite}, {"told", m.Told}, {"background", m.Background}, {"quoted", m.Quoted}, {"unsaid", m.Unsaid}, {"part", m.Part}} {
		if f.is {
			fmt.Fprintf(&b, " %s", f.label)
		}
	}
	fmt.Fprintf(&b, " %q", m.Title)
	return b.String()
}

// show writes the main mentions of a document, or what one concern of them is.
func show(d *Document, concern string) string {
	var out []string
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Minor {
			continue
		}
		s := d.words(m)
		switch concern {
		case "dates":
			s += " " + dates(m.When)
		case "status":
			s += " " + string(m.Status)
		case "people":
			for _, f := range [...]struct {
				label string
				es    []int
			}{{"by", m.Agents}, {"to", m.Patients}, {"at", m.Places}} {
				if len(f.es) > 0 {
					s += " " + f.label + " " + d.namesOf(f.es)
				}
			}
		case "chains":
			s += fmt.Sprintf(" #%d", m.Chain)
		case "titles":
			s = m.Title
		}
		out = append(out, strings.TrimSpace(s))
	}
	return strings.Join(out, "; ")
}
