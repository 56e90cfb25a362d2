package story

import (
	"cmp"
	"fmt"
	"slices"
)

// A MergeError says that two stories give one id two contents.
type MergeError struct {
	ID     string // of a document or an event; "from type to" of a relation
	Field  string // the key in which they differ
	Names  [2]string
	Values [2]string // as a story file spells them, empty where absent
}

// Error names both stories, the field and both values.
func (e *MergeError) Error() string {
	say := func(v string) string {
		if v == "" {
			return "nothing"
		}
		return v
	}
	return fmt.Sprintf("`%s` has two contents: its %s is %s in %s and %s in %s; make them the same, or give one of them another id",
		e.ID, e.Field, say(e.Values[0]), e.Names[0], say(e.Values[1]), e.Names[1])
}

// Merge puts several stories into one, in its stable order. What is in several
// of them under one id is taken once; its mentions are gathered from all. The
// first title and the first summary win. names are the stories' files, for
// messages; where one is missing the story is called by its number.
//
// Two contents under one id are an error, a *MergeError. Drawn is computed
// and never in the way.
func Merge(stories []*Story, names ...string) (*Story, error) {
	m := &merger{out: &Story{}, names: names}
	for i, s := range stories {
		if s == nil {
			continue
		}
		if err := m.add(i, s.Clone()); err != nil {
			return nil, err
		}
	}
	Normalize(m.out)
	return m.out, nil
}

type merger struct {
	out       *Story
	names     []string
	documents map[string]origin
	events    map[string]origin
	relations map[RelationKey]origin
}

// An origin says where something stands in the merged story and which story it
// came from first.
type origin struct{ index, story int }

func (m *merger) name(i int) string {
	if i < len(m.names) && m.names[i] != "" {
		return m.names[i]
	}
	return fmt.Sprintf("story %d", i+1)
}

// compare returns an error for the first field in which two trees differ.
func (m *merger) compare(id string, a, b *value, first, second int) error {
	for _, pair := range [][2]*value{{a, b}, {b, a}} {
		for _, f := range pair[0].fields {
			if f.key == "mentions" || equalValues(f.key, a.get(f.key), b.get(f.key)) {
				continue
			}
			e := &MergeError{ID: id, Field: f.key, Names: [2]string{m.name(first), m.name(second)}}
			for i, v := range []*value{a.get(f.key), b.get(f.key)} {
				if v != nil {
					e.Values[i] = flowYAML(v)
				}
			}
			return e
		}
	}
	return nil
}

func (m *merger) add(i int, s *Story) error {
	out := m.out
	if out.Title == "" {
		out.Title = s.Title
	}
	if out.Summary == "" {
		out.Summary = s.Summary
	}
	if m.documents == nil {
		m.documents, m.events, m.relations = map[string]origin{}, map[string]origin{}, map[RelationKey]origin{}
	}
	for _, d := range s.Documents {
		if at, ok := m.documents[d.ID]; ok {
			if err := m.compare(d.ID, documentTree(&out.Documents[at.index]), documentTree(&d), at.story, i); err != nil {
				return err
			}
			continue
		}
		m.documents[d.ID] = origin{len(out.Documents), i}
		out.Documents = append(out.Documents, d)
	}
	for _, e := range s.Events {
		at, ok := m.events[e.ID]
		if !ok {
			m.events[e.ID] = origin{len(out.Events), i}
			out.Events = append(out.Events, e)
			continue
		}
		have := &out.Events[at.index]
		if err := m.compare(e.ID, eventTree(withStatus(*have), false), eventTree(withStatus(e), false), at.story, i); err != nil {
			return err
		}
		have.Drawn = have.Drawn || e.Drawn
		have.TitleReason = cmp.Or(have.TitleReason, e.TitleReason)
		have.StatusReason = cmp.Or(have.StatusReason, e.StatusReason)
		have.WeightReason = cmp.Or(have.WeightReason, e.WeightReason)
		have.Mentions = joinMentions(have.Mentions, e.Mentions)
	}
	for _, r := range s.Relations {
		key := RelationKey{r.From, r.To, r.Type}
		at, ok := m.relations[key]
		if !ok {
			m.relations[key] = origin{len(out.Relations), i}
			out.Relations = append(out.Relations, r)
			continue
		}
		have := &out.Relations[at.index]
		id := fmt.Sprintf("%s %s %s", r.From, r.Type, r.To)
		if err := m.compare(id, relationTree(have, false), relationTree(&r, false), at.story, i); err != nil {
			return err
		}
		have.Mentions = joinMentions(have.Mentions, r.Mentions)
	}
	for _, g := range s.Disagreements {
		text := flowYAML(disagreementTree(&g))
		if !slices.ContainsFunc(out.Disagreements, func(h Disagreement) bool { return flowYAML(disagreementTree(&h)) == text }) {
			out.Disagreements = append(out.Disagreements, g)
		}
	}
	out.Removed = append(out.Removed, s.Removed...)
	out.SameAs = append(out.SameAs, s.SameAs...)
	out.NotSameAs = append(out.NotSameAs, s.NotSameAs...)
	out.Silenced = append(out.Silenced, s.Silenced...)
	return nil
}

// withStatus says what an absent status means, so that saying it is no
// difference.
func withStatus(e Event) *Event {
	if e.Status == "" {
		e.Status = StatusHappened
	}
	return &e
}

// joinMentions adds those of more that are not there yet.
func joinMentions(mentions, more []Mention) []Mention {
	for _, m := range more {
		same := func(x Mention) bool {
			// One spelling has what is computed, the other has not.
			if x.Sentence.IsZero() || m.Sentence.IsZero() {
				x.Sentence, x.Trigger = m.Sentence, m.Trigger
			}
			x.DateReason, x.LinkReason = m.DateReason, m.LinkReason
			return x == m
		}
		if i := slices.IndexFunc(mentions, same); i < 0 {
			mentions = append(mentions, m)
		} else if mentions[i].Sentence.IsZero() {
			mentions[i] = m
		} else {
			mentions[i].DateReason = cmp.Or(mentions[i].DateReason, m.DateReason)
			mentions[i].LinkReason = cmp.Or(mentions[i].LinkReason, m.LinkReason)
		}
	}
	return mentions
}
