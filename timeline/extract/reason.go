package extract

import (
	"fmt"
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
	"github.com/causeline/causeline/timeline/timex"
)

// Reasons are for readers: a few words that say what a date, a title or a
// status rests on. They are made where that is known and decide nothing.

// longWords is how many characters a reason quotes at most.
const longWords = 90

// readersDate is the style of dates in reasons.
var readersDate = edtf.Style{FullMonth: true}

// own is what to call the date of the document.
func (d *Document) own() string {
	switch {
	case d.Source.Published.IsZero():
		return "the date inferred for the report"
	case d.Source.Dating == story.DatingGiven:
		return "the date given for the report"
	}
	return "the report's own date"
}

// resolved says how a date expression came to its value.
func (d *Document) resolved(tx timex.Timex) string { return tx.Reason(d.Source.Text, d.own()) }

// tokens returns the text of tokens [from, to) of a sentence on one line, cut
// where it is long.
func (d *Document) tokens(sentence, from, to int) string {
	toks := d.Sentences[sentence].Tokens
	if from < 0 || from >= to || to > len(toks) {
		return ""
	}
	return shortened(d.Source.Text[toks[from].Start:toks[to-1].End])
}

// shortened puts words on one line and cuts them where they are long.
func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= longWords {
		return s
	}
	cut := longWords
	for cut > longWords/2 && r[cut] != ' ' {
		cut--
	}
	return strings.TrimRight(string(r[:cut]), " ,;:") + " …"
}

// trigger returns a mention's words.
func (d *Document) trigger(m *Mention) string { return d.tokens(m.Sentence, m.Start, m.End) }

// borrowed says that a mention has the date of another of its sentence.
func (d *Document) borrowed(n *Mention, how string) string {
	return fmt.Sprintf("the date of “%s”, %s", d.trigger(n), how)
}

// newsReason says why a mention without a date has the day of the report's
// news: main is the chain that the report is about, basis that of the day.
func (d *Document) newsReason(m *Mention, main int, basis story.DateBasis) string {
	switch basis {
	case story.BasisInferred:
		return "the day that other reports give for what this report is about"
	case story.BasisContext:
		if main < 0 {
			break
		}
		if w := d.Chains[main].When; w.Start < w.End {
			return fmt.Sprintf("told with the news of the report, which dates it “%s”", shortened(d.Source.Text[w.Start:w.End]))
		}
		return "told with the news of the report, which dates it elsewhere"
	}
	how := "told as the news of"
	if m.Told {
		how = "told in the past tense in"
	}
	of := "a report of "
	if d.Source.Published.IsZero() {
		of = "a report taken to be of "
	}
	return how + " " + of + d.Date.Words(readersDate) + "; no other day is named"
}

// TitleReason returns the words that the title of mention k was made from:
// those of its clause, or of the noun phrase where it stands outside of one.
func (d *Document) TitleReason(k int) string {
	m := &d.Mentions[k]
	if m.Sentence >= len(d.Parses) || d.Parses[m.Sentence] == nil {
		return ""
	}
	p := d.Parses[m.Sentence]
	from, to := m.Start, m.End
	if m.NP >= 0 && m.NP < len(p.Chunks) {
		from, to = min(from, p.Chunks[m.NP].Start), max(to, p.Chunks[m.NP].End)
	}
	if m.Clause >= 0 && m.Clause < len(p.Clauses) {
		cl := p.Clauses[m.Clause]
		from, to = min(from, p.Chunks[cl.Start].Start), max(to, p.Chunks[cl.End-1].End)
		for _, np := range cl.Subject {
			from = min(from, p.Chunks[np].Start)
		}
	}
	return strings.TrimRight(d.tokens(m.Sentence, from, to), " ,;:.")
}

// StatusReason returns the words that the status of mention k rests on, those
// of the verbs around it, and what else it rests on; "" for what happened.
func (d *Document) StatusReason(k int) string {
	m := &d.Mentions[k]
	if m.Status == story.StatusHappened || m.Status == "" || m.Sentence >= len(d.Parses) || d.Parses[m.Sentence] == nil {
		return ""
	}
	p := d.Parses[m.Sentence]
	var why []string
	if w := d.verbs(p, m); w != "" {
		why = append(why, "“"+w+"”")
	}
	if day, ok := m.When.Date.Earliest(); ok && m.Status == story.StatusPlanned {
		if now, known := d.Date.Latest(); known && day > now {
			why = append(why, fmt.Sprintf("its date lies after %s, %s", d.Date.Words(readersDate), d.own()))
		}
	}
	return strings.Join(why, "; ")
}

// verbs returns the verb group of a mention's clause, with that of the clause
// which an infinitive completes: "agreed to meet".
func (d *Document) verbs(p *chunk.Parse, m *Mention) string {
	if m.Clause < 0 || m.Clause >= len(p.Clauses) {
		return ""
	}
	cl := p.Clauses[m.Clause]
	vg := p.Chunks[cl.Verb]
	from := vg.Start
	if m.Clause > 0 && (cl.Form == chunk.Infinitive || cl.Form == chunk.Gerund) {
		if before := p.Chunks[p.Clauses[m.Clause-1].Verb]; before.End <= from && from-before.End <= nearVerb {
			from = before.Start
		}
	}
	return d.tokens(m.Sentence, from, vg.End)
}

// nearVerb is how many tokens may stand between a verb and the infinitive
// that completes it.
const nearVerb = 5
