package extract

import (
	"sort"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// StoryMention turns mention k into the form of the story file, with offsets
// in code points. Dated says that the event has a date in the end: a mention
// that gives none itself then has it by inference.
func (d *Document) StoryMention(k int, dated bool) story.Mention {
	m := &d.Mentions[k]
	s := d.Sentences[m.Sentence]
	out := story.Mention{
		Document:  d.Source.ID,
		Quote:     d.Source.Text[s.Start:s.End],
		Sentence:  d.span(s.Start, s.End),
		Trigger:   d.trigger(k),
		DateBasis: m.When.Basis,
	}
	if m.When.Basis == story.BasisStated && m.When.End > m.When.Start {
		out.DateText = d.Source.Text[m.When.Start:m.When.End]
	}
	out.DateReason = m.When.Reason
	switch {
	case dated && (m.When.Basis == "" || m.When.Date.IsZero() && m.When.Basis != story.BasisStated):
		out.DateBasis, out.DateReason = story.BasisInferred, ""
	case !dated:
		out.DateBasis, out.DateReason = "", ""
	}
	return out
}

// maxTrigger is the length of the longest trigger in code points.
const maxTrigger = 40

// Carries reports whether mention k only carries another one, of which it is
// told: "held" of "held talks".
func (d *Document) Carries(k int) bool { return d.Mentions[k].Minor && d.Mentions[k].In >= 0 }

// trigger returns the words that name the event of mention k, with those that
// carry it where they stand near: "held talks".
func (d *Document) trigger(k int) story.Span {
	m := &d.Mentions[k]
	toks := d.Tokens(m.Sentence)
	from, to := m.Start, m.End
	for n := d.firstIn(m.Sentence); n < len(d.Mentions) && d.Mentions[n].Sentence == m.Sentence; n++ {
		if c := &d.Mentions[n]; c.Minor && c.In == k {
			a, b := min(from, c.Start), max(to, c.End)
			if utf8.RuneCountInString(d.Source.Text[toks[a].Start:toks[b-1].End]) <= maxTrigger {
				from, to = a, b
			}
		}
	}
	return d.span(toks[from].Start, toks[to-1].End)
}

// Quote returns the sentence of a document as evidence for a relation.
func (d *Document) Quote(sentence int) story.Mention {
	s := d.Sentences[sentence]
	return story.Mention{Document: d.Source.ID, Quote: d.Source.Text[s.Start:s.End], Sentence: d.span(s.Start, s.End)}
}

// span turns byte offsets into code points.
func (d *Document) span(start, end int) story.Span {
	a := d.runes(start)
	return story.Span{Start: a, End: a + utf8.RuneCountInString(d.Source.Text[start:end])}
}

// runes counts the code points before a byte offset that lies in a sentence,
// from that sentence's start, which was counted when the document was read.
func (d *Document) runes(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > offset }) - 1
	if i < 0 {
		return utf8.RuneCountInString(d.Source.Text[:offset])
	}
	from := d.Sentences[i].Start
	return d.starts[i] + utf8.RuneCountInString(d.Source.Text[from:offset])
}

// countStarts returns how many code points stand before each sentence.
func countStarts(text string, sents []nlp.Sentence) []int {
	out := make([]int, len(sents))
	at, n := 0, 0
	for i, s := range sents {
		n += utf8.RuneCountInString(text[at:s.Start])
		at = s.Start
		out[i] = n
	}
	return out
}
