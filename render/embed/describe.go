package embed

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scale"
)

// maxDescription is how many characters a description has at most: a screen
// reader reads it in one go, and nobody can skip within it.
const maxDescription = 250

// maxNamed is how many events a description names.
const maxNamed = 3

// description says in one sentence what the picture shows: what it is, of how
// many events, from when to when, and which of them matter most. Names that do
// not fit are left out; none is cut.
func (f *figure) description() string {
	say := f.opt.Say
	switch {
	case len(f.events) > 0:
	case len(f.story.Events) == 0:
		return say.Say("empty.none")
	case f.opt.View == Causes:
		return say.Say("causes.none")
	default:
		return say.Say("empty.timeline")
	}
	what := f.kind(furniture.CountOver(say, f.events))
	if utf8.RuneCountInString(what) >= maxDescription {
		what = f.kind(furniture.Count(say, len(f.events))) // a date of many parts
	}
	best := furniture.Sentence(say, what)
	var named []scale.Moment
	for _, m := range f.weightiest() {
		more := append(slices.Clone(named), m)
		if words := f.naming(what, more); utf8.RuneCountInString(words) <= maxDescription {
			best, named = words, more
		}
	}
	return best
}

// kind says what is shown of a number of events.
func (f *figure) kind(count string) string {
	if f.opt.View == Causes {
		return f.opt.Say.Say("embed.causes", count, f.opt.Say.Count("relations", int64(f.relations)))
	}
	return f.opt.Say.Say("embed.timeline", count)
}

// naming puts events behind what the picture is, in order of time.
func (f *figure) naming(what string, ms []scale.Moment) string {
	slices.SortStableFunc(ms, scale.Order)
	var names []string
	for _, m := range ms {
		names = append(names, f.name(m))
	}
	phrase := "embed.among"
	if len(ms) == len(f.events) {
		phrase = "embed.all"
	}
	return f.opt.Say.Say(phrase, what, f.opt.Say.And(names))
}

// name writes an event with its date, and its status where it did not simply
// happen: "Bridge opens (2 May 1869)", "Fair (planned, 1870)".
func (f *figure) name(m scale.Moment) string {
	say := f.opt.Say
	var aside []string
	for _, words := range []string{furniture.StatusWord(say, m.Event), say.Date(m.Event.Date, lang.Form{Full: true})} {
		if words != "" {
			aside = append(aside, words)
		}
	}
	if len(aside) == 0 {
		return furniture.Title(say, m.Event)
	}
	return say.Say("aside", furniture.Title(say, m.Event), strings.Join(aside, say.Say("comma")))
}

// weightiest returns up to maxNamed events that matter most: by weight; where
// nobody weighed them, by how many relations they have and how many sentences
// tell of them. Of equals, the first and the last come first.
func (f *figure) weightiest() []scale.Moment {
	degree := map[string]int{}
	for _, r := range f.story.Relations {
		degree[r.From]++
		degree[r.To]++
	}
	ms := slices.Clone(f.events)
	if last := len(ms) - 1; last > 1 {
		ms = slices.Insert(ms[:last:last], 1, ms[last])
	}
	slices.SortStableFunc(ms, func(a, b scale.Moment) int {
		return cmp.Or(
			cmp.Compare(b.Event.Weight, a.Event.Weight),
			cmp.Compare(degree[b.Event.ID], degree[a.Event.ID]),
			cmp.Compare(len(b.Event.Mentions), len(a.Event.Mentions)),
		)
	})
	return ms[:min(maxNamed, len(ms))]
}
