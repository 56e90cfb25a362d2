package causal

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// Rows follow the claims, against dates where these say the opposite; a whole
// stands above its parts.
func TestRowsFollowCauses(t *testing.T) {
	s := &story.Story{Events: []story.Event{
		event("a", "1960-02-01", "Third"), event("b", "1960-02-02", "Second"), event("c", "1960-02-03", "First"),
		event("part", "1960-02-01", "Part"), event("whole", "1960-02-05", "Whole"), event("more", "1960-02-07", "Part of a part"),
	}, Relations: rels("c causes b", "b causes a", "part part_of whole", "more part_of part", "a before c")}
	w := arranged(t, s)
	rank := map[string]int{}
	for i, m := range w.ms {
		rank[m.Event.ID] = w.boxes[i].rank
	}
	for _, pair := range [][2]string{{"c", "b"}, {"b", "a"}, {"whole", "part"}, {"part", "more"}} {
		if rank[pair[0]] >= rank[pair[1]] {
			t.Errorf("%s stands in row %d, %s in row %d", pair[0], rank[pair[0]], pair[1], rank[pair[1]])
		}
	}
}

// In a circle of causes it is the line against time that runs up, and the note
// says so. Where a line runs up only to a whole, there is nothing to say.
func TestCircle(t *testing.T) {
	const said = "Where causes run in a circle"
	s := circle()
	w := arranged(t, s)
	for _, l := range w.lines {
		up := l.top == l.to
		if want := l.From == "c" && l.To == "b" || l.Type == story.PartOf; up != want {
			t.Errorf("%s %s %s runs up: %v", l.From, l.Type, l.To, up)
		}
	}
	if p := mustLayered(t, s); !strings.Contains(p.Description, said) {
		t.Errorf("the circle is not named: %s", p.Description)
	}
	if p := mustLayered(t, parts()); strings.Contains(p.Description, said) {
		t.Errorf("a circle is named where there is none: %s", p.Description)
	}
}

// The layout process is started once: for a dozen events, for which the first
// plan fits; for more, of which it cannot be told before whether it will, so
// that two are asked for together; and where rows are so wide that the first
// plan is not tried.
func TestOneStart(t *testing.T) {
	for name, s := range map[string]*story.Story{"ferry": ferry(), "staggered": staggered(), "broad": broad()} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "file")
			if err := os.WriteFile(file, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			lay, starts := program, 0
			lay.CacheDir = filepath.Join(file, "cache") // cannot be made, which is announced at each start
			lay.Announce = func(string) { starts++ }
			p, err := Wide(t.Context(), s, Options{Order: ByCause, Layout: lay})
			if err != nil {
				t.Fatal(err)
			}
			checkLayered(t, s, p)
			if starts != 1 {
				t.Errorf("the layout program was started %d times", starts)
			}
		})
	}
	// What is promised of the stories holds.
	for _, c := range []struct {
		s     *story.Story
		first int
		both  bool
	}{{ferry(), 0, false}, {staggered(), 0, true}, {broad(), 2, true}} {
		if first, both := drawable(t, c.s).likely(); first != c.first || both != c.both {
			t.Errorf("%s: plan %d, with the next: %v", c.s.Title, first, both)
		}
	}
	if w := arranged(t, staggered()); w.plan.label == plans[0].label {
		t.Error("the first plan fits the staggered story")
	}
}

// staggered is a story whose rows are narrow and stand far apart sideways.
func staggered() *story.Story {
	s := &story.Story{Title: "Fifteen quarrels in one valley"}
	for i := range 15 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1740+i),
			fmt.Sprintf("Neighbours number %d quarrel over the ferry and the road", i)+strings.Repeat(" across the common at the bend", i%2)))
	}
	for _, ends := range [][2]int{{0, 1}, {0, 3}, {0, 4}, {3, 5}, {5, 6}, {4, 7}, {0, 7}, {6, 8}, {5, 8}, {6, 9}, {8, 10}, {3, 10},
		{8, 12}, {2, 3}, {11, 14}, {13, 14}} {
		s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", ends[0], ends[1])))
	}
	return s
}

// broad is a story of which five events stand side by side.
func broad() *story.Story {
	s := &story.Story{Title: "One storm", Events: []story.Event{event("storm", "1911-01-01", "Storm")}}
	for i := range 5 {
		id := fmt.Sprint("e", i)
		s.Events = append(s.Events, event(id, "1911-01-02", "Street number "+id+" of the lower town is under water for a week"))
		s.Relations = append(s.Relations, rel("storm causes "+id))
	}
	return s
}

// Groups that no line connects stand one below the other where they are too
// wide side by side, and keep to themselves.
func TestShelves(t *testing.T) {
	s := &story.Story{Title: "Eight quarrels"}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		s.Events = append(s.Events, event(id+"1", "1926-05-04", "Neighbours of the "+id+" yard complain"),
			event(id+"2", "1926-05-05", "The "+id+" yard is closed for an hour or two"))
		s.Relations = append(s.Relations, rel(id+"1 causes "+id+"2"))
	}
	w := arranged(t, s)
	if len(w.shelves) < 2 || len(w.ranks) != 2*len(w.shelves) {
		t.Fatalf("%d shelves of %d rows", len(w.shelves), len(w.ranks))
	}
	for _, l := range w.lines {
		if a, b := w.boxes[l.top], w.boxes[l.end]; b.rank != a.rank+1 || len(w.trace(&l)) != 2 {
			t.Errorf("%s in row %d leads to %s in row %d", l.From, a.rank, l.To, b.rank)
		}
	}
	checkLayered(t, s, mustLayered(t, s))
}

// What fits into no plan becomes a list in order of time, which says so.
func TestListedInstead(t *testing.T) {
	for _, n := range []int{18, 40} { // too wide, and more lines than are tried
		p := mustLayered(t, dense(n))
		if !strings.Contains(p.Description, "the events stand in order of time") || strings.Contains(p.Description, "Causes stand above") {
			t.Errorf("%d events: %s", n, p.Description)
		}
	}
}

// Many events of one time are spread over rows, none wider than the picture.
func TestCrowdedDay(t *testing.T) {
	s := &story.Story{Title: "One day", Events: []story.Event{event("whistle", "1926-05-03", "Whistle")}}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		s.Events = append(s.Events, event(id, "1926-05-04", "Workers of the "+id+" yard lay down their tools and march to the square"))
		s.Relations = append(s.Relations, rel("whistle causes "+id))
	}
	if w := arranged(t, s); w == nil || len(w.ranks) < 4 {
		t.Error("ten events of one day find no place")
	}
	checkLayered(t, s, mustLayered(t, s))
}

func TestSpreadPorts(t *testing.T) {
	for _, c := range []struct {
		at, want []scene.Unit
	}{
		{nil, nil},
		{[]scene.Unit{50}, []scene.Unit{50}},
		{[]scene.Unit{-5, 500}, []scene.Unit{0, 100}},
		{[]scene.Unit{50, 50, 52}, []scene.Unit{50, 60, 70}},
		{[]scene.Unit{95, 99, 100}, []scene.Unit{80, 90, 100}},
		{make([]scene.Unit, 21), []scene.Unit{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100}},
	} {
		got := slices.Clone(c.at)
		spreadPorts(got, 0, 100, 10)
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.at, got, c.want)
		}
	}
}

func TestCrosses(t *testing.T) {
	at := func(xy ...scene.Unit) []scene.Point {
		var out []scene.Point
		for n := 0; n < len(xy); n += 2 {
			out = append(out, scene.Point{X: xy[n] * scene.Px, Y: xy[n+1] * scene.Px})
		}
		return out
	}
	elbow := at(0, 0, 0, 50, 100, 50, 100, 100)
	for _, c := range []struct {
		line []scene.Point
		want bool
	}{
		{at(50, 0, 50, 100), true}, {at(120, 0, 120, 100), false}, {at(50, 60, 50, 100), false}, {at(50, 52, 50, 100), true},
	} {
		if got := crosses([][]scene.Point{elbow}, c.line); got != c.want {
			t.Errorf("%v: %v", c.line, got)
		}
	}
}

// Boxes are wide enough for all their lines to come down straight from their
// words, so that word and head stay together; and words move to where lines
// have no bend at all.
func TestLinesAreStraight(t *testing.T) {
	for _, l := range arranged(t, dense(6)).lines {
		if l.portX != l.shaftX() {
			t.Errorf("%s %s %s bends below its word", l.From, l.Type, l.To)
		}
	}
	w := arranged(t, ferry())
	for _, l := range w.lines {
		if points := w.trace(&l); len(points) != 2 {
			t.Errorf("%s %s %s bends at %v", l.From, l.Type, l.To, points)
		}
	}
}

// Sixty events with more relations than events are drawn in layers, in rows
// that are cut.
func TestSixtyEvents(t *testing.T) {
	s := sixty()
	w := arranged(t, s)
	if w == nil || len(w.boxes) < 55 || len(w.lines) < len(w.boxes)+10 {
		t.Fatal("not drawn in layers")
	}
	checkLayered(t, s, mustLayered(t, s))
}

// sixty has as many events as a diagram shows, most of them with two causes.
func sixty() *story.Story {
	s := &story.Story{Title: "Sixty decisions"}
	for i := range maxEvents {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("%d-03-01", 1900+i), fmt.Sprintf("The council takes decision number %d", i)))
		if back := 1 + i%5; i >= back {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i-back, i)))
		}
		if back := 3 + i%7; i >= back && i%3 == 0 {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d enables? e%02d", i-back, i)))
		}
	}
	return s
}

// The guess at rows puts what has more effects than causes as low as it may
// stand, as Graphviz does, which keeps lines short.
func TestGuess(t *testing.T) {
	s := &story.Story{Title: "Late cause", Events: []story.Event{event("a", "1900", "A"), event("b", "1901", "B"), event("c", "1902", "C"), event("late", "1903", "Late"), event("d", "1904", "D")},
		Relations: rels("a causes b", "b causes c", "c causes d", "late causes d")}
	d := drawable(t, s)
	w := d.boxesOf(plans[0])
	var got []string
	for _, row := range w.guess() {
		var ids []string
		for _, i := range row {
			ids = append(ids, d.ms[i].Event.ID)
		}
		got = append(got, strings.Join(ids, "+"))
	}
	if want := "a b c+late d"; strings.Join(got, " ") != want {
		t.Errorf("rows %q, want %q", got, want)
	}
}
