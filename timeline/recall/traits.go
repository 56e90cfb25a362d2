package recall

import (
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// traits are what events of documents must share something of, if some are to
// be one: the words of names, and the days.
type traits struct{ words, days map[string]bool }

func newTraits(docs []*extract.Document) traits {
	t := traits{map[string]bool{}, map[string]bool{}}
	for _, d := range docs {
		for _, e := range d.Names.Entities {
			for _, text := range [...]string{e.Name, e.Country} {
				for _, w := range strings.Split(story.Slug(text), "-") {
					t.words[w] = len(w) > 2
				}
			}
		}
		for _, c := range d.Chains {
			if !c.When.Date.IsZero() {
				t.days[c.When.Date.String()] = true
			}
		}
	}
	return t
}

// any reports whether something in a holding shares a trait. The sentences are
// looked at as well as the events: those may be called what a person likes.
func (t traits) any(h *holding) bool {
	for i, e := range h.events {
		if !e.Date.IsZero() && t.days[e.Date.String()] || t.named(h.mentions[i].Quote) {
			return true
		}
		if i > 0 && h.events[i-1] == e {
			continue
		}
		if t.named(e.Title) || t.named(e.Place) || slices.ContainsFunc(e.Actors, t.named) {
			return true
		}
	}
	return false
}

// named reports whether a text has a word of some name.
func (t traits) named(text string) bool {
	for w := range strings.SplitSeq(story.Slug(text), "-") {
		if t.words[w] {
			return true
		}
	}
	return false
}
