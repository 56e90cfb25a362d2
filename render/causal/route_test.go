package causal

import (
	"slices"
	"testing"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// Events of one time stand in rows by their relations, whatever their ids.
func TestRowsOfOneTime(t *testing.T) {
	s := &story.Story{Events: []story.Event{
		event("a", "1960-02-01", "Third"), event("b", "1960-02-01", "Second"), event("c", "1960-02-01", "First"),
		event("d", "1960-02-01", "Beside the first"), event("z", "1960-01-31", "Before all"),
	}, Relations: rels("c causes b", "b causes a", "d part_of z", "a before z")}
	w := arranged(t, s)
	rank := map[string]int{}
	for i, m := range w.ms {
		rank[m.Event.ID] = w.boxes[i].rank
	}
	for id, want := range map[string]int{"z": 0, "c": 1, "d": 1, "b": 2, "a": 3} {
		if rank[id] != want {
			t.Errorf("%s stands in row %d, want %d", id, rank[id], want)
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
	checkAll(t, s, mustWide(t, s))
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

func TestFreeNear(t *testing.T) {
	const px = scene.Px
	for _, c := range []struct {
		x     scene.Unit
		taken []scene.Unit
		want  scene.Unit
	}{
		{50 * px, nil, 50 * px},
		{50 * px, []scene.Unit{51 * px}, 43 * px},
		{50 * px, []scene.Unit{51 * px, 43 * px}, 59 * px},
		{1 * px, []scene.Unit{0}, 8 * px},
		{4 * px, []scene.Unit{5 * px, 13 * px, 21 * px, 29 * px, 37 * px, 45 * px, 53 * px, 61 * px, 69 * px, 77 * px, 85 * px, 93 * px}, 4 * px},
	} {
		if got := freeNear(c.x, 0, 100*px, c.taken); got != c.want {
			t.Errorf("%d among %v: %d, want %d", c.x/px, c.taken, got/px, c.want/px)
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

// A box that is wide enough lets all its lines come down straight from their
// words, so that word and head stay together.
func TestWordsStandOverTheirBox(t *testing.T) {
	w := arranged(t, ferry())
	for _, l := range w.lines {
		if !l.panelled && l.portX != l.shaftX() {
			t.Errorf("%s %s %s bends below its word", l.From, l.Type, l.To)
		}
	}
}
