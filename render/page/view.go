package page

import (
	"fmt"
	"html/template"
	"sort"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A view is what the template prints: all words are chosen, all that is left
// to the template is escaping and order on the page.
type view struct {
	Title         string
	Summary       string
	Counts        []count
	CSS           template.CSS
	Figures       []figure
	FigureCSS     string // for pages that copy the figures
	Sections      []section
	Told          *told // nil where nothing is told in passing
	Disagreements []dispute
	Documents     []source
	First         string // what the skip link leads to
	FirstWords    string
}

// A count leads to a section: "14 events".
type count struct{ Section, Words string }

// A section is a list of events.
type section struct {
	ID, Heading string
	Intro       string
	Events      []event
	Ordered     bool // in time
}

// An event is one entry of a list.
type event struct {
	ID       string // empty where an earlier event has the id
	When     when
	Title    string
	Status   string
	Because  string // the words that the status rests on
	Who      string
	Place    string
	Reasons  []reason
	Links    []linkGroup
	Note     string
	URL      *link
	Disputes []dispute
	Reports  []report
	Made     []made
}

// A builder turns a story into a view.
type builder struct {
	story  *story.Story
	quotes Quotes
	docs   map[string]*source
	events map[string]*story.Event
	used   map[string]bool // ids of events that stand in the page already
	from   map[string][]*story.Relation
	to     map[string][]*story.Relation
}

func newView(s *story.Story, opt Options) *view {
	b := &builder{
		story: s, quotes: opt.Quotes,
		events: map[string]*story.Event{}, used: map[string]bool{},
		from: map[string][]*story.Relation{}, to: map[string][]*story.Relation{},
	}
	documents := b.documents()
	for i := range s.Events {
		if e := &s.Events[i]; b.events[e.ID] == nil {
			b.events[e.ID] = e
		}
	}
	for i := range s.Relations {
		r := &s.Relations[i]
		b.from[r.From] = append(b.from[r.From], r)
		b.to[r.To] = append(b.to[r.To], r)
	}
	v := &view{Title: headline(s), Summary: oneLine(s.Summary), Documents: documents}
	v.Sections = b.sections()
	v.Told = b.told()
	for _, d := range s.Disagreements {
		v.Disagreements = append(v.Disagreements, b.dispute(d, ""))
	}
	for _, x := range v.Sections {
		v.Counts = append(v.Counts, count{x.ID, counted(len(x.Events), x.countWord())})
	}
	if v.Told != nil {
		v.Counts = append(v.Counts, count{"section_told", counted(v.Told.Count, "lesser event")})
	}
	if n := len(v.Disagreements); n > 0 {
		v.Counts = append(v.Counts, count{"section_disagreements", counted(n, "disagreement")})
	}
	if n := len(documents); n > 0 {
		v.Counts = append(v.Counts, count{"section_documents", counted(n, "document")})
	}
	v.First, v.FirstWords = "page_main", "story"
	if len(v.Sections) > 0 {
		v.First, v.FirstWords = v.Sections[0].ID, "list of events"
	}
	return v
}

// sections sorts the events into those that the pictures draw, those with a
// date that they do not, and those without a date. Where nothing is drawn,
// the dated events are the story. What is told in passing has a list of its
// own.
func (b *builder) sections() []section {
	var drawn, also, undated []*story.Event
	for i := range b.story.Events {
		switch e := &b.story.Events[i]; {
		case inPassing(e):
		case e.Date.IsZero():
			undated = append(undated, e)
		case e.Drawn:
			drawn = append(drawn, e)
		default:
			also = append(also, e)
		}
	}
	if len(drawn) == 0 {
		drawn, also = also, nil
	}
	var out []section
	add := func(x section, events []*story.Event) {
		if len(events) == 0 {
			return
		}
		if x.Ordered {
			sort.SliceStable(events, func(i, j int) bool { return graph.Before(events[i], events[j]) })
		}
		for _, e := range events {
			x.Events = append(x.Events, b.event(e))
		}
		out = append(out, x)
	}
	add(section{ID: "section_events", Heading: "What happened, in order", Ordered: true}, drawn)
	add(section{ID: "section_also", Heading: "Also in the story", Ordered: true,
		Intro: "These have a date, but are not in the pictures."}, also)
	add(section{ID: "section_undated", Heading: "Events without a date",
		Intro: "Nothing in the story says when these happened, so they are not in the timeline."}, undated)
	return out
}

// countWord is what a section's events are called in the list of contents.
func (x section) countWord() string {
	switch x.ID {
	case "section_also":
		return "more event"
	case "section_undated":
		return "undated event"
	}
	return "event"
}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func (b *builder) event(e *story.Event) event {
	v := event{
		When: eventWhen(e), Title: title(e), Status: status(e), Who: joined(e.Actors), Place: oneLine(e.Place),
		Reasons: b.reasons(e), Note: clean(e.Note), Reports: b.reports(e.Mentions), Made: b.made(e),
	}
	if v.Status != "" {
		v.Because = oneLine(e.StatusReason)
	}
	if !b.used[e.ID] {
		v.ID, b.used[e.ID] = e.ID, true
	}
	if e.URL != "" {
		l := newLink(e.URL, oneLine(e.URL))
		v.URL = &l
	}
	for _, d := range b.story.Disagreements {
		for _, id := range d.About {
			if id == e.ID {
				v.Disputes = append(v.Disputes, b.dispute(d, e.ID))
				break
			}
		}
	}
	v.Links = b.links(e)
	return v
}

func title(e *story.Event) string {
	if t := oneLine(e.Title); t != "" {
		return t
	}
	return "(no title)"
}

// status is empty for what happened: readers take that for granted.
func status(e *story.Event) string {
	if e.Status == story.StatusHappened {
		return ""
	}
	return oneLine(string(e.Status))
}

// plainDate reads a value as a date, zero where it is none.
func plainDate(value string) edtf.Date {
	d, err := edtf.Parse(value)
	if err != nil {
		return edtf.Date{}
	}
	return d
}
