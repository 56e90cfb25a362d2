package story

import (
	"cmp"
	"slices"
	"strings"
)

// Arrange brings the lists of a story into the order that they have in another,
// in place: what is written for programs then reads as the person's file does,
// whatever was added, turned or taken out on the way. What the other story
// lacks comes last.
func Arrange(s, like *Story) {
	arrange(s.Documents, like.Documents, func(d *Document) string { return d.ID })
	arrange(s.Events, like.Events, func(e *Event) string { return e.ID })
	at := make(map[string]int, len(like.Events))
	for i := range like.Events {
		at[like.Events[i].ID] = i
	}
	for i := range s.Events {
		if k, ok := at[s.Events[i].ID]; ok {
			arrange(s.Events[i].Mentions, like.Events[k].Mentions, mentionName)
		}
	}
	relation := func(r *Relation) string { return strings.Join([]string{r.From, r.To, string(r.Type)}, "\x00") }
	arrange(s.Relations, like.Relations, relation)
	for i := range s.Relations {
		if i < len(like.Relations) && relation(&s.Relations[i]) == relation(&like.Relations[i]) {
			arrange(s.Relations[i].Mentions, like.Relations[i].Mentions, mentionName)
		}
	}
	disagreement := func(d *Disagreement) string {
		return strings.Join([]string{strings.Join(d.About, " "), d.Field, string(d.Kind)}, "\x00")
	}
	arrange(s.Disagreements, like.Disagreements, disagreement)
	word := func(s *string) string { return *s }
	answer := func(v *DisagreementValue) string { return v.Value }
	for i := range s.Disagreements {
		if i >= len(like.Disagreements) || disagreement(&s.Disagreements[i]) != disagreement(&like.Disagreements[i]) {
			break
		}
		to, from := s.Disagreements[i].Values, like.Disagreements[i].Values
		arrange(to, from, answer)
		for k := range min(len(to), len(from)) {
			arrange(to[k].Documents, from[k].Documents, word)
		}
	}
	arrange(s.Removed, like.Removed, word)
	pair := func(p *[2]string) string { return p[0] + " " + p[1] }
	arrange(s.SameAs, like.SameAs, pair)
	arrange(s.NotSameAs, like.NotSameAs, pair)
	arrange(s.Silenced, like.Silenced, word)
}

func mentionName(m *Mention) string { return m.Document + "\x00" + m.Quote + "\x00" + m.DateText }

// arrange sorts a list by where items of the same names stand in another;
// items that share a name keep their order.
func arrange[T any](list, like []T, name func(*T) string) {
	place := make(map[string][]int, len(like))
	for i := range like {
		n := name(&like[i])
		place[n] = append(place[n], i)
	}
	type item struct {
		T     T
		place int
	}
	items := make([]item, len(list))
	for i := range list {
		n := name(&list[i])
		items[i] = item{list[i], len(like)}
		if free := place[n]; len(free) > 0 {
			items[i].place, place[n] = free[0], free[1:]
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.place, b.place) })
	for i := range items {
		list[i] = items[i].T
	}
}
