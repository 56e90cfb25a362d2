package timeline

import (
	"slices"

	"github.com/causeline/causeline/timeline/adopt"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/recall"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// An Addition is what documents state beside a story that they are to be added
// to: they were read together with what the story quotes.
type Addition struct {
	*Reading         // of all, the story's reports included
	Known    []Known // documents given that the story knows, in order
	docs     []recall.Document
	from     int // the first that was given
}

// ReadBeside reads documents that are to be added to a story. A document that
// the story knows is not read again; of the story's reports only that is looked
// at which shares a name or a day with new ones, and that as the story quotes
// it. Last is the last state of the story, nil where there is none. Neither
// must change before Adopt.
func ReadBeside(s, last *story.Story, docs []source.Document, lang nlp.Language, progress func(done, of int)) *Addition {
	memory := recall.NewMemory(s, removed(s, last))
	unread, known := recognise(s, last, memory, inOrder(docs))
	a := &Addition{Known: known, Reading: &Reading{Merge: merge.Events(nil)}}
	if len(unread) == 0 {
		return a
	}
	fresh := extractAll(unread, lang, progress)
	given := map[string]bool{}
	for _, d := range unread {
		given[d.ID] = true
	}
	a.docs = memory.Reports(lang, fresh, given)
	a.from = len(a.docs)
	var all []*extract.Document
	for _, d := range a.docs {
		all = append(all, d.Document)
	}
	dated, inferred := merge.Date(append(all, fresh...))
	for i := range unread {
		a.Reading.Documents = append(a.Reading.Documents, storyDocument(unread[i], inferred[a.from+i]))
		a.docs = append(a.docs, memory.Bind(dated[a.from+i], unread[i].ID))
	}
	all = all[:0]
	for _, d := range a.docs {
		all = append(all, d.Document) // the story's own dates hold, whatever follows from others
	}
	a.Reading.Merge = merge.Events(all)
	return a
}

// removed returns the events of the last state that were taken out of a story.
func removed(s, last *story.Story) []story.Event {
	if last == nil {
		return nil
	}
	gone := map[string]bool{}
	for _, id := range s.Removed {
		gone[id] = true
	}
	var out []story.Event
	for _, e := range last.Events {
		if gone[e.ID] {
			out = append(out, e)
		}
	}
	return out
}

// Adopt adds what was read to the story that it was read beside. Relations are
// those of the whole reading; last is the last state of the story, or nil.
func (a *Addition) Adopt(s, last *story.Story, relations []story.Relation) adopt.Changes {
	if len(a.Reading.Documents) == 0 {
		return adopt.Changes{}
	}
	whole := a.Reading.Story(relations)
	Weigh(whole)
	r := &adopt.Reading{Title: whole.Title, Documents: whole.Documents}
	of := a.clusters()
	for i := range whole.Events {
		r.Events = append(r.Events, a.events(&whole.Events[i], of[whole.Events[i].ID])...)
	}
	for _, rel := range relations {
		rel.Mentions = slices.DeleteFunc(slices.Clone(rel.Mentions), func(m story.Mention) bool { return !a.new(&m) })
		if len(rel.Mentions) > 0 {
			r.Relations = append(r.Relations, rel)
		}
	}
	r.Disagreements = a.disagreements(r.Events)
	return adopt.Into(s, last, r)
}

// clusters returns the nodes of the merge by the ids of its events.
func (a *Addition) clusters() map[string][]*merge.Node {
	of := map[string][]*merge.Node{}
	nodes := a.Merge.Nodes
	for i := range nodes {
		if id, ok := a.Merge.EventOf[[2]int{nodes[i].Doc, nodes[i].Chain}]; ok {
			of[id] = append(of[id], &nodes[i])
		}
	}
	return of
}

// new reports whether a mention is in no sentence that the story knew.
func (a *Addition) new(m *story.Mention) bool {
	for _, d := range a.docs[a.from:] {
		if d.Source.ID == m.Document {
			return !d.Known[m.Quote]
		}
	}
	return false
}

// events parts an event of the merge by the events of the story that it is:
// each that was given tells of the one that fits it best.
func (a *Addition) events(e *story.Event, nodes []*merge.Node) []adopt.Event {
	var told, given []*merge.Node
	for _, n := range nodes {
		if a.docs[n.Doc].Of[n.Chain] != "" {
			told = append(told, n)
		}
		if n.Doc >= a.from {
			given = append(given, n)
		}
	}
	var out []adopt.Event
	at := map[string]int{}
	event := func(id string) *adopt.Event {
		if i, ok := at[id]; ok {
			return &out[i]
		}
		at[id] = len(out)
		one := *e
		one.Mentions, one.Status = nil, ""
		out = append(out, adopt.Event{Event: one, Told: id})
		return &out[len(out)-1]
	}
	for _, n := range told { // relations may lead to it
		event(a.docs[n.Doc].Of[n.Chain])
	}
	for _, n := range given {
		a.tell(event(a.owner(n, told)), n, e.Mentions)
	}
	for i := range out {
		for _, n := range told {
			if d := a.docs[n.Doc]; n.Doc < a.from && !d.Edit && d.Of[n.Chain] == out[i].Told {
				out[i].Said = append(out[i].Said, a.said(n)...)
			}
		}
	}
	return out
}

// owner returns the event of the story that a node of a given document tells
// of, "" for none of them.
func (a *Addition) owner(n *merge.Node, told []*merge.Node) string {
	if id := a.docs[n.Doc].Of[n.Chain]; id != "" {
		return id
	}
	best, bestScore := "", 0
	for i, o := range told {
		if score := a.Merge.World.Score(n, o); i == 0 || score > bestScore {
			best, bestScore = a.docs[o.Doc].Of[o.Chain], score
		}
	}
	return best
}

// tell adds what a node says and the story does not know to an event. All are
// the mentions of what the merge made of it, with their reasons.
func (a *Addition) tell(e *adopt.Event, n *merge.Node, all []story.Mention) {
	d := a.docs[n.Doc]
	fresh := false
	for _, k := range d.Chains[n.Chain].Mentions {
		m := d.StoryMention(k, true)
		at := slices.IndexFunc(all, func(o story.Mention) bool { return o.Document == m.Document && o.Trigger == m.Trigger })
		if at >= 0 && a.new(&m) {
			e.Mentions = append(e.Mentions, all[at])
			fresh = true
		}
	}
	e.Said = append(e.Said, a.said(n)...)
	for _, k := range d.Chains[n.Chain].Mentions {
		e.Kin = append(e.Kin, extract.Kin(d.Mentions[k].Concept)...)
	}
	if fresh {
		e.Status = merge.Weightier(e.Status, d.Chains[n.Chain].Status)
	}
}

// said returns what the mentions of a node say of date and status.
func (a *Addition) said(n *merge.Node) []adopt.Said {
	d := a.docs[n.Doc]
	var out []adopt.Said
	for _, k := range d.Chains[n.Chain].Mentions {
		m := d.StoryMention(k, true)
		s := adopt.Said{Status: d.Mentions[k].Status, Document: d.Source.ID, New: a.new(&m), Given: n.Doc >= a.from}
		if w := d.Mentions[k].When; w.Dated() {
			s.Date = w.Date
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// disagreements returns those that a document has a part in that was given:
// comparisons, and of events that are new to the story all. Which dates
// contradict the story's is for adopt to say.
func (a *Addition) disagreements(events []adopt.Event) []story.Disagreement {
	old := map[string]bool{}
	for _, e := range events {
		old[e.ID] = old[e.ID] || e.Told != ""
	}
	given := map[string]bool{}
	for _, d := range a.docs[a.from:] {
		given[d.Source.ID] = true
	}
	compared := a.Merge.Comparisons()
	dates := a.Merge.Disagreements[:len(a.Merge.Disagreements)-len(compared)]
	dates = slices.DeleteFunc(slices.Clone(dates), func(d story.Disagreement) bool { return old[d.About[0]] })
	return slices.DeleteFunc(append(dates, compared...), func(d story.Disagreement) bool {
		return !slices.ContainsFunc(d.Values, func(v story.DisagreementValue) bool {
			return slices.ContainsFunc(v.Documents, func(id string) bool { return given[id] })
		})
	})
}
