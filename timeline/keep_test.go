package timeline_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph/relate"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/adopt"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// A desk is a folder with a story in it, as a person and the program share it.
type desk struct{ yaml, json []byte }

// build adds reports to the story as the build command does, in place.
func (d *desk) build(t rapid.TB, docs []source.Document) adopt.Changes {
	t.Helper()
	var s, last *story.Story
	var changes adopt.Changes
	if d.yaml == nil {
		r := timeline.Read(docs, english.Fast(), nil)
		s = r.Story(relate.Relations(r.Merge))
		timeline.Weigh(s)
	} else {
		s, last = load(t, "story.yaml", d.yaml), load(t, "story.json", d.json)
		adopt.Since(last, s, true)
		adopt.Unite(s)
		read := timeline.ReadBeside(s, last, docs, english.Fast(), nil)
		changes = read.Adopt(s, last, relate.Relations(read.Merge))
	}
	timeline.Decide(s, timeline.DetailNormal)
	for _, f := range s.Validate("story") {
		if f.Severity == story.Error {
			t.Fatalf("%s\n%s", f.String(), d.yaml)
		}
	}
	var yaml, json bytes.Buffer
	if err := story.WriteJSON(&json, s); err != nil {
		t.Fatal(err)
	}
	if d.yaml == nil {
		if err := story.WriteYAML(&yaml, s); err != nil {
			t.Fatal(err)
		}
		d.yaml = yaml.Bytes()
	} else {
		patched, err := story.Patch(d.yaml, s)
		if err != nil {
			t.Fatal(err)
		}
		d.yaml = patched
		story.Arrange(s, load(t, "story.yaml", d.yaml))
		json.Reset()
		if err := story.WriteJSON(&json, s); err != nil {
			t.Fatal(err)
		}
	}
	d.json = json.Bytes()
	return changes
}

// load reads a story; one that names events that it lacks comes back as well,
// since that may be a person's edit.
func load(t rapid.TB, name string, data []byte) *story.Story {
	t.Helper()
	s, _, err := story.Load(name, data)
	if s == nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return s
}

// A fact is something invented that reports tell of in several ways. Its
// people and its place are in no other fact.
type fact struct {
	person, other, town string
	day                 int // of May 1990
	kind                int
}

var facts = func() []fact {
	people := []string{"Ilse Varga", "Tomas Brandt", "Odile Marchetti", "Jonas Feldmann", "Petra Lindqvist", "Hugo Castellan", "Mira Okafor",
		"Stefan Dragan", "Lena Aalto", "Marco Bellini", "Nora Svensson", "Pavel Horak", "Rita Salgado", "Anton Weiss"}
	towns := []string{"Ruda", "Orne", "Tarn", "Velmo", "Kestrin", "Dolna", "Brevik"}
	var out []fact
	for i, town := range towns {
		out = append(out, fact{people[2*i], people[2*i+1], town, 2 + 3*i, i % 4})
	}
	return out
}()

// about reports whether a sentence tells of the fact.
func (f fact) about(quote string) bool {
	return strings.Contains(quote, last(f.person)) || strings.Contains(quote, f.town)
}

func last(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// tell says the fact in one of its ways.
func (f fact) tell(way int) string {
	date := fmt.Sprintf("%d May 1990", f.day)
	ways := [...][3]string{
		{"%[1]s met %[2]s in %[3]s on %[4]s.", "The meeting of %[1]s and %[2]s in %[3]s took place on %[4]s.", "%[1]s and %[2]s held talks in %[3]s on %[4]s."},
		{"%[1]s visited %[3]s on %[4]s.", "On %[4]s %[1]s visited %[3]s with %[2]s.", "%[1]s, a friend of %[2]s, visited %[3]s on %[4]s."},
		{"%[1]s resigned in %[3]s on %[4]s.", "On %[4]s %[1]s resigned in %[3]s.", "%[1]s, a friend of %[2]s, resigned in %[3]s on %[4]s."},
		{"The flood of %[3]s on %[4]s led to the resignation of %[1]s.", "The flood of %[3]s on %[4]s caused the resignation of %[1]s.", "Because of the flood of %[3]s on %[4]s, %[1]s resigned."},
	}
	return fmt.Sprintf(ways[f.kind][way%3], f.person, f.other, f.town, date)
}

// genReport makes a report of some facts under a name.
func genReport(t *rapid.T, name string, facts []fact) source.Document {
	var b strings.Builder
	fmt.Fprintf(&b, "A look back, part %s\n\n", name)
	for _, f := range rapid.Permutation(facts).Draw(t, "facts")[:rapid.IntRange(1, len(facts)).Draw(t, "how many")] {
		b.WriteString(f.tell(rapid.IntRange(0, 2).Draw(t, "way")))
		b.WriteString("\n\n")
	}
	d, err := edtf.Parse("1995-03-07")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.ReadBytes(name+".txt", []byte(b.String()), source.Options{Date: d})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// A person edits a story; what is to hold from then on is kept beside it.
type person struct {
	*rapid.T
	s       *story.Story
	had     map[string]bool // events when the person began
	turn    int
	ids     int
	noDate  map[string]bool // events whose date was deleted
	weighed map[string]bool // events whose weight is a person's
	touched map[string]bool // events whose id no longer says what they are
	gone    memory
}

// A memory is what a person deleted, in all turns.
type memory struct {
	events    map[string]bool
	facts     map[int]bool
	mentions  map[story.Mention]bool
	relations map[story.RelationKey]bool
	comments  []string
}

func (p *person) pick(what string) *story.Event {
	if len(p.s.Events) == 0 {
		return nil
	}
	return &p.s.Events[rapid.IntRange(0, len(p.s.Events)-1).Draw(p.T, what)]
}

// next numbers the ids that a person makes up.
func (p *person) next() int { p.ids++; return p.ids }

func (p *person) word(what string) string {
	return fmt.Sprintf("%s %d%d", what, p.turn, rapid.IntRange(0, 99).Draw(p.T, what))
}

// drop takes an event out; its relations are left for the program to see to.
func (p *person) drop(id string) {
	if !p.had[id] {
		return // it never was in a story that was written
	}
	p.s.Events = slices.DeleteFunc(p.s.Events, func(e story.Event) bool { return e.ID == id })
	p.gone.events[id] = true
}

// plain is what a person sees of a mention.
func plain(m story.Mention) story.Mention {
	m.Sentence, m.Trigger = story.Span{}, story.Span{}
	m.DateReason, m.LinkReason = "", ""
	return m
}

// edits are the things that people do to a story file.
var edits = map[string]func(p *person, e *story.Event){
	"title": func(p *person, e *story.Event) { e.Title = p.word("Mine"); p.touched[e.ID] = true },
	"date": func(p *person, e *story.Event) {
		e.Date = edtf.FromYear(int64(1700 + rapid.IntRange(0, 9).Draw(p.T, "year")))
		p.touched[e.ID] = true
	},
	"no date": func(p *person, e *story.Event) {
		p.noDate[e.ID] = p.noDate[e.ID] || !e.Date.IsZero()
		e.Date = edtf.Date{}
		p.touched[e.ID] = true
	},
	"time":     func(p *person, e *story.Event) { e.Time = "11:30" },
	"status":   func(p *person, e *story.Event) { e.Status = story.StatusCancelled },
	"actors":   func(p *person, e *story.Event) { e.Actors = []string{p.word("Actor")} },
	"nobody":   func(p *person, e *story.Event) { e.Actors = nil },
	"place":    func(p *person, e *story.Event) { e.Place = p.word("Place") },
	"no place": func(p *person, e *story.Event) { e.Place = "" },
	"lane":     func(p *person, e *story.Event) { e.Lane = p.word("Lane") },
	"weight":   func(p *person, e *story.Event) { e.Weight = 0.11; p.weighed[e.ID] = true },
	"note":     func(p *person, e *story.Event) { e.Note = p.word("Note") },
	"show":     func(p *person, e *story.Event) { no := false; e.Show, e.Reviewed = &no, &no },
	"id": func(p *person, e *story.Event) {
		if !p.had[e.ID] {
			return // renamed already: only who did it knows both names
		}
		was := e.ID
		e.ID = fmt.Sprintf("mine-%d", p.next())
		p.touched[e.ID], p.noDate[e.ID], p.weighed[e.ID] = true, p.noDate[was], p.weighed[was]
		gone := map[story.RelationKey]bool{}
		for k := range p.gone.relations {
			if k.From == was {
				k.From = e.ID
			}
			if k.To == was {
				k.To = e.ID
			}
			gone[k] = true
		}
		p.gone.relations = gone
		if rapid.Bool().Draw(p.T, "followed by hand") {
			for i := range p.s.Relations {
				for _, end := range [...]*string{&p.s.Relations[i].From, &p.s.Relations[i].To} {
					if *end == was {
						*end = e.ID
					}
				}
			}
			for i := range p.s.Disagreements {
				for k, id := range p.s.Disagreements[i].About {
					if id == was {
						p.s.Disagreements[i].About[k] = e.ID
					}
				}
			}
		}
	},
	"delete": func(p *person, e *story.Event) { p.drop(e.ID) },
	"delete fact": func(p *person, e *story.Event) {
		f := rapid.IntRange(0, len(facts)-1).Draw(p.T, "fact")
		clean, found := true, false
		for _, o := range slices.Clone(p.s.Events) {
			if slices.ContainsFunc(o.Mentions, func(m story.Mention) bool { return facts[f].about(m.Quote) }) {
				clean, found = clean && !p.touched[o.ID] && p.had[o.ID], true
				p.drop(o.ID)
			}
		}
		if clean && found {
			p.gone.facts[f] = true
		}
	},
	"same_as": func(p *person, e *story.Event) {
		if o := p.pick("other"); o.ID != e.ID {
			p.s.SameAs = append(p.s.SameAs, [2]string{e.ID, o.ID})
			p.touched[e.ID], p.touched[o.ID] = true, true
		}
	},
	"merge": func(p *person, e *story.Event) {
		o := p.pick("other")
		if o.ID == e.ID || len(o.Mentions) == 0 || !p.had[o.ID] || !p.had[e.ID] { // into a new one, it is renamed
			return
		}
		e.Mentions = append(e.Mentions, o.Mentions...)
		p.touched[e.ID] = true
		p.drop(o.ID)
	},
	"split": func(p *person, e *story.Event) {
		if len(e.Mentions) < 2 || p.touched[e.ID] { // what was put together and taken apart again is only renamed
			return
		}
		n := story.Event{ID: fmt.Sprintf("split-%d", p.next()), Title: p.word("Split"), Status: story.StatusHappened, Mentions: []story.Mention{e.Mentions[1]}}
		e.Mentions = slices.Delete(e.Mentions, 1, 2)
		p.touched[e.ID], p.touched[n.ID] = true, true
		p.had[e.ID] = false // to delete it now would be to rename it
		p.s.Events = append(p.s.Events, n)
	},
	"delete mention": func(p *person, e *story.Event) {
		if len(e.Mentions) < 2 {
			return
		}
		first := e.Mentions[0]
		for _, o := range p.s.Events {
			for k := range o.Mentions {
				if m := &o.Mentions[k]; m != &e.Mentions[0] && m.Document == first.Document && m.Quote == first.Quote {
					return // of two words of a sentence, a file does not say which
				}
			}
		}
		p.gone.mentions[plain(first)] = true
		e.Mentions = slices.Delete(e.Mentions, 0, 1)
	},
	"by hand": func(p *person, e *story.Event) {
		p.s.Events = append(p.s.Events, story.Event{ID: fmt.Sprintf("hand-%d", p.next()), Title: p.word("Hand"), Status: story.StatusHappened})
	},
	"delete relation": func(p *person, e *story.Event) {
		if len(p.s.Relations) > 0 {
			r := p.s.Relations[0]
			p.s.Relations = p.s.Relations[1:]
			p.gone.relations[story.RelationKey{From: r.From, To: r.To, Type: r.Type}] = true
		}
	},
	"story": func(p *person, e *story.Event) { p.s.Title, p.s.Summary = "", p.word("Summary") },
	"document": func(p *person, e *story.Event) {
		p.s.Documents[0].Publisher, p.s.Documents[0].Title = p.word("Publisher"), ""
	},
	"document id": func(p *person, e *story.Event) {
		was := p.s.Documents[0].ID
		p.s.Documents[0].ID = fmt.Sprintf("paper-%d", p.turn)
		rename := func(ms []story.Mention) {
			for i := range ms {
				if ms[i].Document == was {
					ms[i].Document = p.s.Documents[0].ID
				}
			}
		}
		for i := range p.s.Events {
			rename(p.s.Events[i].Mentions)
		}
		for i := range p.s.Relations {
			rename(p.s.Relations[i].Mentions)
		}
		for i := range p.s.Disagreements {
			for k := range p.s.Disagreements[i].Values {
				ids := p.s.Disagreements[i].Values[k].Documents
				for n := range ids {
					if ids[n] == was {
						ids[n] = p.s.Documents[0].ID
					}
				}
			}
		}
		gone := map[story.Mention]bool{}
		for m := range p.gone.mentions {
			if m.Document == was {
				m.Document = p.s.Documents[0].ID
			}
			gone[m] = true
		}
		p.gone.mentions = gone
	},
	"disagreement": func(p *person, e *story.Event) {
		p.s.Disagreements = append(p.s.Disagreements, story.Disagreement{About: []string{e.ID}, Field: "number", Kind: story.Differs,
			Values: []story.DisagreementValue{{Value: p.word("Value")}}})
	},
}

// TestWorkIsKept edits a story at random, adds reports, and looks for whatever
// a person did, in every later state of the story.
func TestWorkIsKept(t *testing.T) {
	names := make([]string, 0, len(edits))
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(rt *rapid.T) {
		d := &desk{}
		docs := []source.Document{genReport(rt, "a", facts)}
		d.build(t, docs)
		p := &person{T: rt, touched: map[string]bool{}, noDate: map[string]bool{}, weighed: map[string]bool{}, gone: memory{map[string]bool{}, map[int]bool{}, map[story.Mention]bool{}, map[story.RelationKey]bool{}, nil}}
		for p.turn = 1; p.turn <= 3; p.turn++ {
			p.s = load(t, "story.yaml", d.yaml)
			p.had = map[string]bool{}
			for _, e := range p.s.Events {
				p.had[e.ID] = true
			}
			var did []string
			for range rapid.IntRange(0, 5).Draw(rt, "edits") {
				if e := p.pick("event"); e != nil {
					name := rapid.SampledFrom(names).Draw(rt, "edit")
					did = append(did, name+" "+e.ID)
					edits[name](p, e)
				}
			}
			edited, err := story.Patch(d.yaml, p.s)
			if err != nil {
				rt.Fatal(err)
			}
			d.yaml = p.comment(edited)
			edited = d.yaml
			p.s = load(rt, "story.yaml", edited)
			docs = append(docs, genReport(rt, string(rune('a'+p.turn)), facts))
			given := docs[rapid.IntRange(0, len(docs)-1).Draw(rt, "old reports given again"):]
			d.build(rt, given)
			p.kept(load(t, "story.json", d.json))
			remarks(rt, edited, d.yaml)
			words(rt, edited, d.yaml)
			if rt.Failed() {
				rt.Fatalf("after %s, by %s:\n%s", edited, strings.Join(did, ", "), d.yaml)
			}
			yaml, json := d.yaml, d.json
			copied := docs[rapid.IntRange(0, len(docs)-1).Draw(rt, "copied")]
			copied.ID, copied.Path = "copy", "copy.txt"
			if changes := d.build(rt, append(slices.Clone(docs), copied)); !changes.None() {
				rt.Fatalf("the second time %+v are new", changes)
			}
			if !bytes.Equal(yaml, d.yaml) || !bytes.Equal(json, d.json) {
				rt.Fatalf("the second build differs (-first +second):\n%s%s", cmp.Diff(string(yaml), string(d.yaml)), cmp.Diff(string(json), string(d.json)))
			}
		}
	})
}

// comment puts a comment of the person's before an event.
func (p *person) comment(yaml []byte) []byte {
	text := string(yaml)
	if at := strings.Index(text, "\n  - id: "); at >= 0 && rapid.Bool().Draw(p.T, "comment") {
		c := fmt.Sprintf("  # remark of turn %d", p.turn)
		text = text[:at] + "\n" + c + text[at:]
	}
	return []byte(text)
}

// remarks requires all comments of a person's file to be in what was made of
// it, in order and before the same event.
func remarks(t *rapid.T, person, made []byte) {
	rest := strings.Split(string(made), "\n")
	for _, line := range strings.Split(string(person), "\n") {
		if !strings.Contains(line, "#") {
			continue
		}
		at := slices.Index(rest, line)
		if at < 0 {
			t.Errorf("the comment %q is lost, or moved", line)
			return
		}
		rest = rest[at+1:]
	}
}

// words requires every line of a person's file that holds words to be in what
// was made of it as it was written, as often. Quotes are left out, since they
// go with relations of events that are gone, and so is what same_as makes one.
func words(t *rapid.T, person, made []byte) {
	if bytes.Contains(person, []byte("same_as:")) {
		return
	}
	count := map[string]int{}
	for line := range strings.SplitSeq(string(made), "\n") {
		count[line]++
	}
	for line := range strings.SplitSeq(string(person), "\n") {
		key, _, _ := strings.Cut(strings.TrimLeft(line, " -"), ":")
		switch key {
		case "title", "summary", "publisher", "date", "time", "status", "actors", "place", "lane", "show", "reviewed", "note", "date_text":
			if count[line]--; count[line] < 0 {
				t.Errorf("the line %q is not what it was", line)
			}
		}
	}
}

// kept looks for all of the person's work in what a build made of it.
func (p *person) kept(got *story.Story) {
	byID := map[string]*story.Event{}
	at := map[story.Mention]string{}
	for i := range got.Events {
		e := &got.Events[i]
		byID[e.ID] = e
		if p.gone.events[e.ID] {
			p.Errorf("the deleted event %s is back", e.ID)
		}
		for _, m := range e.Mentions {
			k := story.Mention{Document: m.Document, Trigger: m.Trigger}
			if at[k] != "" && at[k] != e.ID && !m.Trigger.IsZero() {
				p.Errorf("%q tells of both %s and %s", m.Quote, at[k], e.ID)
			}
			at[k] = e.ID
			if m.Trigger.IsZero() {
				p.Errorf("%s: no offsets for %q", e.ID, m.Quote)
			}
			if p.gone.mentions[plain(m)] {
				p.Errorf("%s: the deleted mention %q is back", e.ID, m.Quote)
			}
			for f := range p.gone.facts {
				if facts[f].about(m.Quote) {
					p.Errorf("%s: what was deleted is told again: %q", e.ID, m.Quote)
				}
			}
		}
	}
	united := map[string]bool{} // one of each pair stays
	for _, pair := range p.s.SameAs {
		united[pair[0]], united[pair[1]] = true, true
	}
	for i := range p.s.Events {
		was := &p.s.Events[i]
		e := byID[was.ID]
		if e == nil && united[was.ID] {
			continue
		}
		if e == nil {
			p.Errorf("%s is lost", was.ID)
			continue
		}
		for _, m := range was.Mentions {
			if !slices.ContainsFunc(e.Mentions, func(n story.Mention) bool { return n.Document == m.Document && n.Quote == m.Quote }) {
				p.Errorf("%s lost the mention %q", e.ID, m.Quote)
			}
		}
		now := *e
		if was.Date.IsZero() && !p.noDate[e.ID] {
			now.Date, now.Time = was.Date, was.Time // a report may date it
		}
		if now.Weight > was.Weight && !p.weighed[e.ID] && len(e.Mentions) > len(was.Mentions) {
			now.Weight = was.Weight // told by more
		}
		now.Mentions, now.Drawn = was.Mentions, was.Drawn
		now.TitleReason, now.StatusReason, now.WeightReason = "", "", "" // for programs
		if d := sameStory(*was, now); d != "" {
			p.Errorf("%s changed (-person +now):\n%s", e.ID, d)
		}
	}
	for _, r := range got.Relations {
		if k := (story.RelationKey{From: r.From, To: r.To, Type: r.Type}); p.gone.relations[k] {
			p.Errorf("the deleted relation %v is back", k)
		}
	}
	for _, r := range p.s.Relations {
		if byID[r.From] == nil || byID[r.To] == nil {
			continue // of an event that is gone
		}
		if !slices.ContainsFunc(got.Relations, func(o story.Relation) bool { return o.From == r.From && o.To == r.To && o.Type == r.Type }) {
			p.Errorf("the relation %s %s %s is lost", r.From, r.Type, r.To)
		}
	}
	for _, d := range p.s.Disagreements {
		if d.Field == "number" && byID[d.About[0]] != nil && !slices.ContainsFunc(got.Disagreements, func(o story.Disagreement) bool {
			return o.Field == d.Field && o.Values[0].Value == d.Values[0].Value
		}) {
			p.Errorf("the disagreement %v is lost", d)
		}
	}
	if got.Title != p.s.Title || got.Summary != p.s.Summary {
		p.Errorf("the story is called %q, %q", got.Title, got.Summary)
	}
	for i, d := range p.s.Documents {
		if diff := sameStory(d, got.Documents[i]); diff != "" {
			p.Errorf("document %s changed:\n%s", d.ID, diff)
		}
	}
}

func sameStory(a, b any) string {
	return cmp.Diff(a, b, cmp.Comparer(func(x, y edtf.Date) bool { return x == y }), cmpopts.EquateEmpty())
}
