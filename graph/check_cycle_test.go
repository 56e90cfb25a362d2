package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

// TestKnot: the finding of cycles that share events tells of a shortest, and
// holds the relations of all of them behind those of that one.
func TestKnot(t *testing.T) {
	s := tale(t, []string{"a 2001", "b 2001", "c 2001", "d 2001", "e 2001"},
		"d causes b", "b causes c", "b causes c", "c causes d", "a causes b", "b causes a", "d causes e", "a part_of b")
	found := Check(s)
	if len(found) != 1 || !slices.Equal(found[0].Events, []string{"a", "b"}) || !strings.HasSuffix(found[0].Message, "2 more of the events lie on cycles with them") {
		t.Fatalf("found %v", found)
	}
	var got []string
	for _, r := range found[0].Relations {
		got = append(got, r.From+r.To)
	}
	if want := []string{"ab", "ba", "bc", "cd", "db"}; !slices.Equal(got[:2], want[:2]) || !slices.Equal(sorted(got), want) {
		t.Errorf("relations %v, want %v", got, want)
	}
}

// TestLargeKnot: of a knot in which all is related to all, no more is held than
// can be looked at.
func TestLargeKnot(t *testing.T) {
	s := &story.Story{}
	const n = 40
	for i := range n {
		s.Events = append(s.Events, story.Event{ID: fmt.Sprint(i)})
		for j := range n {
			if i != j {
				s.Relations = append(s.Relations, story.Relation{From: fmt.Sprint(i), To: fmt.Sprint(j), Type: story.Causes})
			}
		}
	}
	found := Check(s)
	if len(found) != 1 || len(found[0].Relations) != 1000 {
		t.Errorf("%d findings, the first with %d relations", len(found), len(found[0].Relations))
	}
}

// TestShortestCycle: against the library's idea of what is strongly connected,
// the cycle that is named is one, and there is no shorter one.
func TestShortestCycle(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawTale(rt, oneDay, false)
		g := build(rt, s)
		found := Check(s)
		for _, d := range found {
			if d.Name != "cycle-of-causes" {
				continue
			}
			for i, r := range d.Relations[:len(d.Events)] {
				if r.From != d.Events[i] || r.To != d.Events[(i+1)%len(d.Events)] {
					rt.Fatalf("%v is no cycle", d.Relations)
				}
			}
			least := len(s.Events) + 1
			of, _ := g.strong(orders)
			for _, id := range g.Order() {
				if of[g.store.index[id]] != of[g.store.index[d.Events[0]]] {
					continue
				}
				for _, r := range g.From(id) {
					if r.To == id || !orders(r) {
						continue
					}
					back, _, err := g.Paths(r.To, id, Bounds{Follow: orders})
					if err != nil {
						rt.Fatal(err)
					}
					if len(back) > 0 {
						least = min(least, len(back[0])+1)
					}
				}
			}
			if len(d.Events) != least {
				rt.Fatalf("%v is named, but there is a cycle of %d", d.Events, least)
			}
		}
	})
}
