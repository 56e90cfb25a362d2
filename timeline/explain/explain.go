// Package explain says of one event of a story why it is as it is: where its
// title and date come from, which sentences tell of it and why they were
// merged, what it leads to, how much it weighs. It reads the story file alone:
// what was known when the events were read stands there as reasons.
package explain

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

// An Explanation is all that a story says of an event and of why. Its JSON
// form is what causeline explain --format json prints.
type Explanation struct {
	ID           string   `json:"id"`
	Title        string   `json:"title"`
	TitleReason  string   `json:"title_reason,omitempty"`
	Date         string   `json:"date,omitempty"`       // EDTF
	DateWords    string   `json:"date_words,omitempty"` // in English
	Time         string   `json:"time,omitempty"`
	Dating       []Dating `json:"dating"`
	Status       string   `json:"status"`
	StatusReason string   `json:"status_reason,omitempty"`
	Actors       []string `json:"actors,omitempty"`
	Place        string   `json:"place,omitempty"`
	Weight       float64  `json:"weight"`
	WeightReason string   `json:"weight_reason,omitempty"`
	Drawn        bool     `json:"drawn"`
	DrawnReason  string   `json:"drawn_reason"`
	Note         string   `json:"note,omitempty"`
	Reviewed     bool     `json:"reviewed,omitempty"`

	Reports       []Report       `json:"reports"`
	Relations     []Relation     `json:"relations,omitempty"`
	Disagreements []Disagreement `json:"disagreements,omitempty"`
	Changes       []Change       `json:"changes,omitempty"` // by a person, as far as known
	Missing       string         `json:"missing,omitempty"` // what the file does not say, and where it stands
}

// A Dating is one way in which reports give the event its date.
type Dating struct {
	Basis     string   `json:"basis"`           // stated, context, document or inferred
	Words     string   `json:"words,omitempty"` // the words that date it
	Reason    string   `json:"reason,omitempty"`
	Documents []string `json:"documents"`
}

// A Report is a document and the sentences in which it tells of the event.
type Report struct {
	Document     string    `json:"document"`
	Title        string    `json:"title,omitempty"`
	Publisher    string    `json:"publisher,omitempty"`
	Published    string    `json:"published,omitempty"` // EDTF
	Dated        string    `json:"dated,omitempty"`     // in English
	DatingReason string    `json:"dating_reason,omitempty"`
	Mentions     []Mention `json:"mentions"`

	inferred bool // its date was inferred from other reports
}

// A Mention is a sentence that tells of the event.
type Mention struct {
	Quote      string `json:"quote"`
	Words      string `json:"words,omitempty"` // the event's own, as they stand in the quote
	DateText   string `json:"date_text,omitempty"`
	DateReason string `json:"date_reason,omitempty"`
	LinkReason string `json:"link_reason,omitempty"`

	from, to int // bytes of Words in Quote; equal where not known
}

// A Relation is one of the event's, seen from the event.
type Relation struct {
	Says     string  `json:"says"` // "led to", "was caused by", ...
	Type     string  `json:"type"`
	Outgoing bool    `json:"outgoing"` // from this event to the other
	Event    string  `json:"event"`
	Title    string  `json:"title,omitempty"`
	Date     string  `json:"date,omitempty"` // in English
	Strength string  `json:"strength"`
	Cue      string  `json:"cue,omitempty"`
	Quotes   []Quote `json:"quotes"`
}

// A Quote is a sentence of a document.
type Quote struct {
	Document string `json:"document"`
	Quote    string `json:"quote"`
}

// A Disagreement is a question on which reports give different answers.
type Disagreement struct {
	Field   string   `json:"field"`
	Kind    string   `json:"kind"`
	With    []string `json:"with,omitempty"` // other events that it is about
	Answers []Answer `json:"answers"`
}

// An Answer is one value and the documents that give it.
type Answer struct {
	Value     string   `json:"value"`
	Words     string   `json:"words,omitempty"` // of a date, in English
	Documents []string `json:"documents"`
}

// A Change is a field that a person changed since the machine's last state.
type Change struct {
	Field string `json:"field"`
	Was   string `json:"was"` // empty where the machine said nothing
	Is    string `json:"is"`  // empty where a person took it out
}

// full is the style of dates in explanations.
var full = edtf.Style{FullMonth: true}

// Event explains an event of a story. Last, the machine's last state of the
// story, may be nil: then nothing is said of what a person changed.
func Event(s *story.Story, e *story.Event, last *story.Story) *Explanation {
	x := &Explanation{
		ID: e.ID, Title: prose.OneLine(e.Title), TitleReason: e.TitleReason,
		Date: e.Date.String(), DateWords: e.Date.Words(full), Time: e.Time,
		Status: string(e.Status), StatusReason: e.StatusReason,
		Actors: e.Actors, Place: prose.OneLine(e.Place),
		Weight: e.Weight, WeightReason: e.WeightReason, Drawn: e.Drawn, DrawnReason: drawn(s, e),
		Note: strings.TrimSpace(e.Note), Reviewed: e.Reviewed != nil && *e.Reviewed,
		Dating: datings(e), Reports: reports(s, e),
		Relations: relations(s, e), Disagreements: disagreements(s, e),
	}
	if x.Status == "" {
		x.Status = string(story.StatusHappened)
	}
	if last != nil {
		x.Changes = Changes(e, find(last, e.ID))
	}
	if len(e.Mentions) > 0 && !reasoned(e) {
		x.Missing = "this file holds no reasons: they stand in the story.json that causeline build writes"
	}
	return x
}

func find(s *story.Story, id string) *story.Event {
	for i := range s.Events {
		if s.Events[i].ID == id {
			return &s.Events[i]
		}
	}
	return nil
}

// reasoned reports whether the machine's reasons are there at all.
func reasoned(e *story.Event) bool {
	if e.TitleReason != "" || e.StatusReason != "" || e.WeightReason != "" {
		return true
	}
	return slices.ContainsFunc(e.Mentions, func(m story.Mention) bool { return m.DateReason != "" || m.LinkReason != "" })
}

// basisOrder is how near a basis is to the event's own words.
var basisOrder = []story.DateBasis{story.BasisStated, story.BasisContext, story.BasisDocument, story.BasisInferred}

// datings gathers where the date comes from, once for each manner and wording
// with the documents that share it, the surest first.
func datings(e *story.Event) []Dating {
	out := []Dating{}
	surer := map[string]bool{} // documents that date it better than by inference
	for _, basis := range basisOrder {
		at := map[manner]int{}
		for _, m := range e.Mentions {
			if m.DateBasis != basis || basis == story.BasisInferred && surer[m.Document] {
				continue
			}
			surer[m.Document] = surer[m.Document] || basis != story.BasisInferred
			k := manner{prose.OneLine(m.DateText), m.DateReason}
			i, ok := at[k]
			if !ok {
				i = len(out)
				at[k] = i
				out = append(out, Dating{Basis: string(basis), Words: k.words, Reason: k.reason})
			}
			if !slices.Contains(out[i].Documents, m.Document) {
				out[i].Documents = append(out[i].Documents, m.Document)
			}
		}
	}
	return out
}

// A manner tells datings of one basis apart.
type manner struct{ words, reason string }

func reports(s *story.Story, e *story.Event) []Report {
	out := []Report{}
	at := map[string]int{}
	for i := range e.Mentions {
		m := &e.Mentions[i]
		k, ok := at[m.Document]
		if !ok {
			k = len(out)
			at[m.Document] = k
			out = append(out, report(s, m.Document))
		}
		out[k].Mentions = append(out[k].Mentions, mention(m))
	}
	return out
}

func report(s *story.Story, id string) Report {
	r := Report{Document: id}
	for _, d := range s.Documents {
		if d.ID == id {
			r.Title, r.Publisher = prose.OneLine(d.Title), prose.OneLine(d.Publisher)
			r.Published, r.Dated = d.Published.String(), d.Published.Words(full)
			r.DatingReason = prose.OneLine(d.DatingReason)
			r.inferred = d.Dating == story.DatingInferred
			break
		}
	}
	return r
}

func mention(m *story.Mention) Mention {
	out := Mention{
		Quote: m.Quote, DateText: prose.OneLine(m.DateText), DateReason: m.DateReason, LinkReason: m.LinkReason,
	}
	// Offsets count code points in the document; they are believed where they
	// lie in the sentence and the sentence has the length that they say.
	runes := []rune(m.Quote)
	from, to := m.Trigger.Start-m.Sentence.Start, m.Trigger.End-m.Sentence.Start
	if len(runes) == m.Sentence.End-m.Sentence.Start && from >= 0 && from < to && to <= len(runes) {
		out.from = len(string(runes[:from]))
		out.to = out.from + len(string(runes[from:to]))
		out.Words = m.Quote[out.from:out.to]
	}
	return out
}

// says is how a relation reads from either end.
var says = map[story.RelationType][2]string{
	story.Causes:   {"led to", "was caused by"},
	story.Enables:  {"made possible", "was made possible by"},
	story.Prevents: {"prevented", "was prevented by"},
	story.Before:   {"came before", "came after"},
	story.PartOf:   {"is part of", "has as a part"},
}

func relations(s *story.Story, e *story.Event) []Relation {
	var out []Relation
	for _, r := range s.Relations {
		if r.From != e.ID && r.To != e.ID {
			continue
		}
		x := Relation{
			Type: string(r.Type), Outgoing: r.From == e.ID, Event: r.To,
			Strength: string(r.Strength), Cue: prose.OneLine(r.Cue), Quotes: []Quote{},
		}
		side := 0
		if !x.Outgoing {
			x.Event, side = r.From, 1
		}
		x.Says = says[r.Type][side]
		if x.Says == "" {
			x.Says = "is joined to"
		}
		if x.Strength == "" {
			x.Strength = string(story.StrengthStated)
		}
		if o := find(s, x.Event); o != nil {
			x.Title, x.Date = prose.OneLine(o.Title), o.Date.Words(full)
		}
		for _, m := range r.Mentions {
			x.Quotes = append(x.Quotes, Quote{m.Document, m.Quote})
		}
		out = append(out, x)
	}
	return out
}

func disagreements(s *story.Story, e *story.Event) []Disagreement {
	var out []Disagreement
	for _, g := range s.Disagreements {
		if !slices.Contains(g.About, e.ID) {
			continue
		}
		x := Disagreement{Field: g.Field, Kind: string(g.Kind), Answers: []Answer{}}
		for _, id := range g.About {
			if id != e.ID {
				x.With = append(x.With, id)
			}
		}
		for _, v := range g.Values {
			a := Answer{Value: prose.OneLine(v.Value), Documents: v.Documents}
			if d, err := edtf.Parse(v.Value); err == nil && g.Field == "date" {
				a.Words = d.Words(full)
			}
			x.Answers = append(x.Answers, a)
		}
		out = append(out, x)
	}
	return out
}
