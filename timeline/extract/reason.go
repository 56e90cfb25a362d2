package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
	"github.com/causeline/causeline/timeline/timex"
)

// Reasons are for readers: a few words that say what a date, a title or a
// status rests on. They are made where that is known and decide nothing.

// longWords is how many characters a reason quotes at most.
const longWords = 120

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
	return d.quote(d.Tokens(sentence), from, to)
}

// quote is tokens for a sentence whose tokens are at hand.
func (d *Document) quote(toks []nlp.Token, from, to int) string {
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

// triggerWords returns a mention's words.
func (d *Document) triggerWords(m *Mention) string { return d.tokens(m.Sentence, m.Start, m.End) }

// borrowed says that a mention has the date of another of its sentence.
func (d *Document) borrowed(n *Mention, how string) string {
	return fmt.Sprintf("the date of “%s”, %s", d.triggerWords(n), how)
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
// those of its clause or, of a noun in a long one, of its phrase and what
// follows it.
func (d *Document) TitleReason(k int) string {
	m := &d.Mentions[k]
	if m.Sentence >= len(d.Sentences) {
		return ""
	}
	p := d.parse(m.Sentence)
	if p == nil {
		return ""
	}
	from, to := m.Start, m.End
	if m.NP >= 0 && m.NP < len(p.Chunks) {
		from, to = min(from, p.Chunks[m.NP].Start), max(to, p.Chunks[m.NP].End)
	}
	if m.Clause >= 0 && m.Clause < len(p.Clauses) {
		cl := p.Clauses[m.Clause]
		first, end := p.Chunks[cl.Start].Start, p.Chunks[cl.End-1].End
		for _, np := range cl.Subject {
			first = min(first, p.Chunks[np].Start)
		}
		if toks := p.Tokens; !m.Nominal || toks[end-1].End-toks[first].Start <= longWords {
			from = min(from, first)
		}
		to = max(to, end)
	} else {
		from, to = max(0, from-besideWords), min(len(p.Tokens), to+besideWords)
	}
	return strings.Trim(d.quote(p.Tokens, from, to), " ,;:.”’")
}

// besideWords is how many words on either side are taken with a mention that
// no clause was found for.
const besideWords = 6

// StatusReason returns the words that the status of mention k rests on, those
// of the verbs around it, and what else it rests on; "" for what happened.
func (d *Document) StatusReason(k int) string {
	m := &d.Mentions[k]
	if m.Status == story.StatusHappened || m.Status == "" || m.Sentence >= len(d.Sentences) {
		return ""
	}
	p := d.parse(m.Sentence)
	if p == nil {
		return ""
	}
	var why []string
	w := d.statusWord(p, m)
	if w == "" {
		w = d.verbs(p, m)
	}
	if w == "" {
		w = d.governed(m)
	}
	if w != "" {
		why = append(why, "“"+w+"” in "+d.Source.ID)
	}
	if day, ok := m.When.Date.Earliest(); ok && m.Status == story.StatusPlanned {
		if now, known := d.Date.Latest(); known && day > now {
			why = append(why, fmt.Sprintf("its date lies after %s, %s", d.Date.Words(readersDate), d.own()))
		}
	}
	return strings.Join(why, "; ")
}

// statusWords are the lemmas, and words before a noun, that say by themselves
// that something is planned, called off or denied.
var statusWords = map[story.Status][]string{
	story.StatusPlanned:   {"planned", "scheduled", "proposed", "upcoming", "forthcoming", "expected", "next"},
	story.StatusCancelled: {"cancelled", "canceled", "postponed", "called-off", "aborted", "scrapped"},
	story.StatusDenied:    {"deny", "denial", "reject", "dispute", "refute", "dismiss", "alleged", "supposed", "purported"},
}

// statusWord returns the word before a mention that its status rests on, with
// a noun up to the noun: "planned visit", "denied". It is empty where the
// verbs around the mention say it.
func (d *Document) statusWord(p *chunk.Parse, m *Mention) string {
	words := statusWords[m.Status]
	first := 0 // a denial may stand anywhere before
	if m.Status != story.StatusDenied {
		if m.NP < 0 || m.NP >= len(p.Chunks) {
			return ""
		}
		first = p.Chunks[m.NP].Start
	}
	for i := m.Start - 1; i >= first; i-- {
		t := p.Tokens[i]
		if !slices.Contains(words, t.Lower) && !slices.Contains(words, t.Lemma) {
			continue
		}
		if m.NP >= 0 && m.NP < len(p.Chunks) && i >= p.Chunks[m.NP].Start {
			return d.tokens(m.Sentence, i, m.End)
		}
		return d.tokens(m.Sentence, i, i+1)
	}
	return ""
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

// governed returns the words from what a mention hangs from in the tree to the
// mention, for those that no clause was found for: "said he would brief", "a
// commitment from him to meet".
func (d *Document) governed(m *Mention) string {
	toks := d.Tokens(m.Sentence)
	if m.Start < 0 || m.Start >= m.End || m.End > len(toks) {
		return ""
	}
	head := m.Start
	if m.Nominal {
		head = m.End - 1
	}
	from := leftmost(toks, head)
	if h := toks[head].Head; toks[head].Rel != "" && h >= 0 && h < from && from-h <= nearHead {
		from = leftmost(toks, h)
	}
	if from >= m.Start {
		return "" // the mention's own words say nothing more
	}
	return d.tokens(m.Sentence, from, m.End)
}

// leftmost returns the first of a word and the helping words before it.
func leftmost(toks []nlp.Token, i int) int {
	first := i
	for k := max(0, i-nearHead); k < i; k++ {
		if toks[k].Rel == "" || toks[k].Head != i {
			continue
		}
		switch toks[k].Rel {
		case "aux", "aux:pass", "mark", "cop":
			first = min(first, k)
		}
	}
	return first
}

// nearHead is how many words may stand between a mention and what it hangs
// from.
const nearHead = 9
