// Package recall reads again what a story holds of its reports, so that new
// reports can be compared with it by the same rules that compare reports with
// each other. The reports themselves need not be there: a story quotes the
// sentences that it rests on.
//
// What was read once is not read differently now: which words tell of which
// event is for the story to say, with all that a person put together, took
// apart or deleted.
package recall

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// A Document is a report as a story knows it.
type Document struct {
	*extract.Document
	Of    map[int]string  // ids of the story's events by chain
	Known map[string]bool // sentences that the story quotes
	Edit  bool            // dated as a person has it, where the words say otherwise
}

// A holding is what a story's events have of one document.
type holding struct {
	document *story.Document
	events   []*story.Event // by mention
	mentions []*story.Mention
}

// A Memory finds out what a story holds of its documents.
type Memory struct{ byID map[string]*holding }

// NewMemory looks through a story and the events that were taken out of it, as
// far as they are known, so that a report of one of those is known as such.
// Neither may change afterwards.
func NewMemory(s *story.Story, removed []story.Event) Memory {
	m := Memory{map[string]*holding{}}
	for i := range s.Documents {
		m.byID[s.Documents[i].ID] = &holding{document: &s.Documents[i]}
	}
	for _, events := range [...][]story.Event{s.Events, removed} {
		for i := range events {
			m.add(&events[i])
		}
	}
	return m
}

func (m Memory) add(e *story.Event) {
	for k := range e.Mentions {
		if h := m.byID[e.Mentions[k].Document]; h != nil {
			h.events = append(h.events, e)
			h.mentions = append(h.mentions, &e.Mentions[k])
		}
	}
}

// Quotes returns the sentences that the story's events quote of a document, in
// no order that says anything.
func (m Memory) Quotes(document string) []string {
	h := m.byID[document]
	if h == nil {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, n := range h.mentions {
		if n.Quote != "" && !seen[n.Quote] {
			seen[n.Quote] = true
			out = append(out, n.Quote)
		}
	}
	return out
}

// Reports returns the documents that share a name or a day with others, from
// what the story quotes of them; those in without are left out. Where a person
// gave an event another date than the document does, there is a second
// reading with that date.
func (m Memory) Reports(lang nlp.Language, others []*extract.Document, without map[string]bool) []Document {
	wanted := newTraits(others)
	var ids []string
	for id, h := range m.byID {
		if len(h.mentions) > 0 && !without[id] && wanted.any(h) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	read := make([][]Document, len(ids))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(ids)) {
		wg.Go(func() {
			for i := range next {
				read[i] = m.byID[ids[i]].read(lang)
			}
		})
	}
	for i := range ids {
		next <- i
	}
	close(next)
	wg.Wait()
	return slices.Concat(read...)
}

// read reads what is quoted of a document.
func (h *holding) read(lang nlp.Language) []Document {
	src := h.report()
	out := []Document{h.bind(extract.Read(src, lang, src.Published), true)}
	if e, ok := h.edited(out[0]); ok {
		out = append(out, e)
	}
	return out
}

// Bind finds the events of the story in a document that it knew in another
// form, or without a date.
func (m Memory) Bind(d *extract.Document, as string) Document {
	h := m.byID[as]
	if h == nil {
		h = &holding{}
	}
	return h.bind(d, false)
}

// report puts the sentences that are quoted of a document together to a text:
// those that stood side by side as one paragraph, below the headline, since
// that says what the report is about.
func (h *holding) report() source.Document {
	order := slices.Clone(h.mentions)
	slices.SortStableFunc(order, func(a, b *story.Mention) int { return cmp.Compare(a.Sentence.Start, b.Sentence.Start) })
	var text strings.Builder
	var blocks []nlp.Block
	seen := map[string]bool{}
	end := -2 // of the sentence before, in code points of the report
	if title := h.document.Title; title != "" && utf8.ValidString(title) && !slices.ContainsFunc(order, func(m *story.Mention) bool { return m.Quote == title }) {
		text.WriteString(title)
		blocks = append(blocks, nlp.Block{End: text.Len(), Kind: nlp.Heading})
	}
	for _, m := range order {
		if m.Quote == "" || seen[m.Quote] || !utf8.ValidString(m.Quote) {
			continue
		}
		seen[m.Quote] = true
		heading := !strings.ContainsAny(m.Quote[max(0, len(m.Quote)-4):], ".!?")
		if n := len(blocks); n > 0 && !m.Sentence.IsZero() && m.Sentence.Start-end <= 1 && !heading && blocks[n-1].Kind == nlp.Paragraph {
			text.WriteByte(' ')
			text.WriteString(m.Quote)
			blocks[n-1].End = text.Len()
		} else {
			if text.Len() > 0 {
				text.WriteString("\n\n")
			}
			b := nlp.Block{Start: text.Len()}
			text.WriteString(m.Quote)
			b.End = text.Len()
			if heading {
				b.Kind = nlp.Heading
			}
			blocks = append(blocks, b)
		}
		end = m.Sentence.End
	}
	d := h.document
	return source.Document{
		ID: d.ID, Path: d.Path, Title: d.Title, Publisher: d.Publisher, URL: d.URL, Text: text.String(), Blocks: blocks,
		Published: day(d.Published), Dating: d.Dating, DatedBy: d.DatingReason, SHA256: d.TextSHA256,
	}
}

// day is the first day of a document's date: an inferred one is only about
// then.
func day(d edtf.Date) edtf.Date {
	if first, ok := d.Earliest(); ok && !d.IsZero() {
		return edtf.FromDay(first)
	}
	return edtf.Date{}
}
