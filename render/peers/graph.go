package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// Of these the events' titles are made.
var (
	doers = []string{"The weavers", "Two canal companies", "The night watch", "Lamp lighters", "The bishop's clerk",
		"Salt carriers", "The mill owner", "Bell founders", "The toll keeper"}
	deeds = []string{"close", "ask for", "quarrel over", "pay twice for", "give up", "rebuild", "refuse"}
	goods = []string{"the upper lock", "the winter wages", "a road across the common", "the granary by the river",
		"the east gate", "a loan of nine years", "the new dye works", "the ferry at the bend"}
)

// words are what each kind of relation is called on the lines, as causeline
// itself says it.
var words = map[story.RelationType]string{story.Causes: "led to", story.Enables: "made possible", story.Prevents: "blocked"}

// invent makes a story of n events, each on a day of its own and nearly each
// with causes among those shortly before it. The same n gives the same story.
func invent(n int) *story.Story {
	s := &story.Story{Title: fmt.Sprintf("The valley in %d entries", n)}
	dice := uint32(n) + 7
	next := func(below int) int {
		dice = dice*1664525 + 1013904223
		return int(dice>>8) % below
	}
	day := edtf.DayOf(1740, 2, 11)
	for i := range n {
		s.Events = append(s.Events, story.Event{
			ID: fmt.Sprintf("e%04d", i), Date: edtf.FromDay(day),
			Title:  fmt.Sprintf("%s %s %s", doers[next(len(doers))], deeds[next(len(deeds))], goods[next(len(goods))]),
			Status: story.StatusHappened, Drawn: true, Weight: float64(20+next(80)) / 100,
		})
		day += edtf.Day(1 + next(300))
		if i == 0 || next(6) == 0 {
			continue // begins something of its own
		}
		near := max(0, i-1-next(4))
		s.Relations = append(s.Relations, relate(s, near, i, next(8)))
		if far := max(0, i-3-next(12)); far < near && next(3) == 0 {
			s.Relations = append(s.Relations, relate(s, far, i, next(8)))
		}
	}
	for i := range s.Events {
		if !related(s, i) { // a causal diagram would leave it out
			if i < n-1 {
				s.Relations = append(s.Relations, relate(s, i, min(i+1+next(3), n-1), next(8)))
			} else {
				s.Relations = append(s.Relations, relate(s, max(0, i-1-next(3)), i, next(8)))
			}
		}
	}
	return s
}

func related(s *story.Story, i int) bool {
	return slices.ContainsFunc(s.Relations, func(r story.Relation) bool {
		return r.From == s.Events[i].ID || r.To == s.Events[i].ID
	})
}

func relate(s *story.Story, from, to, kind int) story.Relation {
	r := story.Relation{From: s.Events[from].ID, To: s.Events[to].ID, Type: story.Causes, Strength: story.StrengthStated}
	switch kind {
	case 0, 1:
		r.Type = story.Enables
	case 2:
		r.Type = story.Prevents
	}
	return r
}

// labelWidth is about how many characters of a title stand in a line of a box.
const labelWidth = 24

// label is what stands in an event's box, its lines apart by \n as DOT and d2
// write it. Titles of the invented story hold nothing that needs escaping.
func label(e *story.Event) string {
	lines := []string{e.Date.String()}
	line := ""
	for word := range strings.FieldsSeq(e.Title) {
		if line != "" && len(line)+1+len(word) > labelWidth {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), `\n`)
}

// writeDOT spells the story for Graphviz. With dated ranks each event has a
// rank of its own, in the order of time.
func writeDOT(s *story.Story, dated bool) []byte {
	var b bytes.Buffer
	b.WriteString("digraph {\nrankdir=LR\nnode [shape=box]\n")
	for i := range s.Events {
		fmt.Fprintf(&b, "%s [label=\"%s\"]\n", s.Events[i].ID, label(&s.Events[i]))
		if dated && i > 0 {
			fmt.Fprintf(&b, "%s -> %s [style=invis weight=0]\n", s.Events[i-1].ID, s.Events[i].ID)
		}
	}
	for _, r := range s.Relations {
		fmt.Fprintf(&b, "%s -> %s [label=\"%s\"]\n", r.From, r.To, words[r.Type])
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// writeD2 spells the story for d2.
func writeD2(s *story.Story) []byte {
	var b bytes.Buffer
	b.WriteString("direction: right\n")
	for i := range s.Events {
		fmt.Fprintf(&b, "%s: \"%s\"\n", s.Events[i].ID, label(&s.Events[i]))
	}
	for _, r := range s.Relations {
		fmt.Fprintf(&b, "%s -> %s: \"%s\"\n", r.From, r.To, words[r.Type])
	}
	return b.Bytes()
}
