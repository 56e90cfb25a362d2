package graph

import (
	"fmt"
	"slices"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// fuzzDates are what the bytes of an input choose from; an input also brings a
// date of its own.
var fuzzDates = []string{"", "2001", "2001-05-01", "2001-05-01/2001-06", "../2002", "2000/..", "2001~", "2001?", "-0043", "[2001,2003]", "{2001,2003}", "Y-900000000", "/2001", "2001-XX-XX"}

var fuzzTimes = []string{"", "12:00", "12:00Z", "23:30+09:00/00:30+09:00", "25:00"}

var fuzzTypes = []story.RelationType{story.Causes, story.Enables, story.Prevents, story.Before, story.PartOf, ""}

// fuzzStory makes a story of bytes: two for each event, three for each
// relation. Ids may be empty or come twice, relations may lead nowhere.
func fuzzStory(events, relations []byte, id, date string) *story.Story {
	own, err := edtf.Parse(date)
	if err != nil {
		own = edtf.Date{}
	}
	s := &story.Story{}
	name := func(b byte) string { return fmt.Sprintf("%s%d", id, b%32) }
	for pair := range slices.Chunk(events[:min(len(events), 128)], 2) {
		b := append(pair, 0)
		e := story.Event{ID: name(b[0]), Date: own, Time: fuzzTimes[int(b[1]/16)%len(fuzzTimes)]}
		if n := int(b[1]) % (len(fuzzDates) + 1); n < len(fuzzDates) {
			if e.Date, err = edtf.Parse(fuzzDates[n]); err != nil {
				e.Date = edtf.Date{}
			}
		}
		s.Events = append(s.Events, e)
	}
	for three := range slices.Chunk(relations[:min(len(relations), 384)], 3) {
		b := append(slices.Clone(three), 0, 0)
		s.Relations = append(s.Relations, story.Relation{From: name(b[0]), To: name(b[1]), Type: fuzzTypes[int(b[2])%len(fuzzTypes)]})
	}
	return s
}

// FuzzGraph: whatever the story, nothing panics or hangs, the order holds every
// event once, and an id that is there is found.
func FuzzGraph(f *testing.F) {
	f.Add([]byte{0, 1, 1, 2, 2, 3, 3, 4}, []byte{0, 1, 0, 1, 2, 1, 2, 0, 3, 3, 0, 4}, "e", "1999")
	f.Add([]byte{0, 0, 1, 0, 2, 0, 2, 0}, []byte{0, 0, 0, 1, 2, 3, 0, 2, 3, 0, 1, 3}, "", "../..")
	f.Add([]byte{5, 33, 6, 49, 7, 14}, []byte{5, 6, 0, 6, 7, 4, 7, 5, 4}, "é-", "Y-17E7")
	f.Fuzz(func(t *testing.T, events, relations []byte, id, date string) {
		s := fuzzStory(slices.Clone(events), relations, id, date)
		seen := map[string]bool{}
		for _, d := range Check(s) {
			if seen[d.ID] || d.ID == "" || d.Message == "" {
				t.Errorf("finding %+v", d)
			}
			seen[d.ID] = true
		}
		g, err := New(s)
		if err != nil {
			return
		}
		order := g.Order()
		if len(order) != len(s.Events) || len(g.Reduced()) > len(s.Relations) || len(slices.Concat(g.Components()...)) != len(order) {
			t.Errorf("%d events in order of %d", len(order), len(s.Events))
		}
		for _, id := range order[:min(len(order), 8)] {
			for _, d := range []Direction{Causes, Effects, Both} {
				if _, _, err := g.Reach(id, d, Bounds{}); err != nil {
					t.Error(err)
				}
			}
			paths, _, err := g.Paths(order[0], id, Bounds{Limit: 5})
			if err != nil {
				t.Error(err)
			}
			for _, p := range paths {
				if p[0].From != order[0] || p[len(p)-1].To != id {
					t.Errorf("a path from %s to %s is %v", order[0], id, p)
				}
			}
			if around := g.Around([]string{id}, 2, nil); !slices.Contains(around, id) {
				t.Errorf("%s is not near itself", id)
			}
		}
		if _, _, err := g.Reach("no such event", Both, Bounds{}); err == nil {
			t.Error("an unknown event is reached")
		}
	})
}
