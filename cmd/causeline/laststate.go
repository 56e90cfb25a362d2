package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/adopt"
	"github.com/causeline/causeline/timeline/story"
)

// since brings every story that was given up to what a person did to it since
// the last build, and returns the documents and events of the last states, nil
// where there are none, and what the person did.
func (d destination) since() (last *story.Story, did []adopt.Edits, err error) {
	for i := range d.stories {
		f := &d.stories[i]
		state, own := d.lastState(f)
		if state != nil {
			did = append(did, adopt.Since(state, f.story, own))
			if last == nil {
				last = &story.Story{}
			}
			last.Documents = append(last.Documents, state.Documents...)
			last.Events = append(last.Events, state.Events...)
		}
		if f.broken == nil {
			continue
		}
		for _, diag := range f.story.Validate(f.name) {
			if diag.Severity == story.Error {
				return nil, nil, f.broken
			}
		}
	}
	return last, did, nil
}

// lastState returns the story.json that was written when a story was, nil where
// there is none: beside a story.yaml that we wrote, else in the folder that is
// built into. Own says that it was written with this very file.
func (d destination) lastState(f *storyFile) (last *story.Story, own bool) {
	inside := d.own() == f
	beside := filepath.Dir(f.path)
	if inside {
		beside = d.dir
	}
	if inside || f.path != "-" && filepath.Base(f.path) == storyName {
		if last := readState(beside); last != nil {
			return last, true
		}
	}
	if last := readState(d.dir); last != nil {
		return last, false
	}
	if f.path == "-" {
		return nil, false
	}
	return readState(beside), false
}

// readState reads the story.json of a folder, nil where there is none, or none
// of ours: it is written anew.
func readState(dir string) *story.Story {
	data, err := os.ReadFile(filepath.Join(dir, stateName))
	if err != nil {
		return nil
	}
	s, _, err := story.Load(stateName, data)
	if err != nil {
		return nil
	}
	return s
}

// did tells a person which of their decisions were seen.
func (a *app) did(edits []adopt.Edits) {
	for _, e := range edits {
		for _, id := range e.Removed {
			a.sayf("note: %s was deleted, and will not come back: it is in removed", id)
		}
		for _, k := range e.Relations {
			a.sayf("note: %s %s %s was deleted, and will not come back", k.From, verb(k.Type), k.To)
		}
		for _, p := range e.Pairs(e.Renamed) {
			a.sayf("note: %s is %s now", p[0], p[1])
		}
		for _, p := range e.Pairs(e.Merged) {
			a.sayf("note: %s is one with %s now", p[0], p[1])
		}
	}
}

// verb says a relation in the middle of a sentence.
func verb(t story.RelationType) string {
	switch t {
	case story.Before:
		return "is before"
	case story.PartOf:
		return "is part of"
	}
	return string(t)
}

// manyKnown is how many known reports are told of one by one.
const manyKnown = 5

// known tells which reports the story knew.
func (a *app) known(known []timeline.Known) {
	var same []timeline.Known
	for _, k := range known {
		switch k.As {
		case timeline.Same:
			same = append(same, k)
		case timeline.Redated:
			a.sayf("note: %s was read before, as %s, and has a date now", named(k.Path), k.ID)
		case timeline.Changed:
			message := fmt.Sprintf("note: %s has changed since it was read as %s", named(k.Path), k.ID)
			switch n := len(k.Lost); n {
			case 0:
			case 1:
				message += ": 1 sentence that the story quotes is not in it any more; the events that rest on it stay"
			default:
				message += fmt.Sprintf(": %d sentences that the story quotes are not in it any more; the events that rest on them stay", n)
			}
			a.sayf("%s", message)
		}
	}
	if len(same) > manyKnown {
		a.sayf("note: %s were read before: nothing of them is taken in again", count(len(same), "report"))
		return
	}
	for _, k := range same {
		a.sayf("note: %s was read before, as %s: nothing of it is taken in again", named(k.Path), k.ID)
	}
}

func named(path string) string {
	if path == "-" {
		return "standard input"
	}
	return path
}

// added lists what reports brought to a person's story.
func (a *app) added(s *story.Story, c *adopt.Changes) {
	for _, title := range c.Left {
		a.sayf("left out: %s: it was deleted before", title)
	}
	if c.None() {
		a.sayf("nothing is new: the story stays as it was")
		return
	}
	byID := map[string]*story.Event{}
	for i := range s.Events {
		byID[s.Events[i].ID] = &s.Events[i]
	}
	for _, id := range c.Events {
		a.sayf("added: %s: %s", id, byID[id].Title)
	}
	for _, id := range c.Told {
		a.sayf("told again: %s: %s", id, byID[id].Title)
	}
	for _, id := range c.Dated {
		a.sayf("dated: %s is %s", id, byID[id].Date)
	}
	for _, k := range c.Relations {
		a.sayf("added: %s %s %s", k.From, verb(k.Type), k.To)
	}
	for _, d := range c.Disagreements {
		a.disagreement(d)
	}
	words := []string{count(len(c.Events), "event"), count(len(c.Relations), "relation")}
	if n := len(c.Told); n > 0 {
		words = append(words, fmt.Sprintf("further mentions of %s", count(n, "event")))
	}
	if n := len(c.Disagreements); n > 0 {
		words = append(words, count(n, "disagreement"))
	}
	a.sayf("new in the story: %s", strings.Join(words, ", "))
}

// disagreement tells of one.
func (a *app) disagreement(d story.Disagreement) {
	word := "disagree"
	if d.Kind == story.Differs {
		word = "differ"
	}
	a.sayf("note: reports %s on the %s of %s: %s", word, d.Field, list(d.About, "and"), answers(d))
}
