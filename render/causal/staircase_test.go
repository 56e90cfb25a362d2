package causal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/layout"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/svg"
	"github.com/causeline/causeline/timeline/story"
)

// inTime draws the wide diagram in the order of time. The layout program is
// kept out of reach: a staircase must not need it.
func inTime(t failer, s *story.Story) *scene.Picture {
	t.Helper()
	p, err := Wide(context.Background(), s, Options{Layout: layout.Options{Path: "none"}})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return p
}

// stairsOf arranges a story, nil where it is drawn otherwise.
func stairsOf(t failer, s *story.Story) *staircase {
	t.Helper()
	d, err := newDiagram(s, Options{}, furniture.WideFrame(nil))
	if err != nil {
		t.Fatalf("%v", err)
	}
	if len(d.ms) == 0 {
		return nil
	}
	return d.stairs()
}

func TestStaircaseGolden(t *testing.T) {
	all := stories()
	for _, name := range names(all) {
		t.Run(name, func(t *testing.T) {
			compareGolden(t, name+"-wide.svg", inTime(t, all[name]))
		})
	}
}

// Nothing is lost, nothing meets words, and no event stands to the left of an
// earlier one.
func TestStaircaseLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomStory(t)
		checkAll(t, s, inTime(t, s))
		st := stairsOf(t, s)
		if st == nil {
			return
		}
		for i := 1; i < len(st.steps); i++ {
			a, b := &st.steps[i-1], &st.steps[i]
			if b.x <= a.x {
				t.Fatalf("event %d stands at %d, the one before it at %d", i, b.x, a.x)
			}
			if want := a.row + 1; b.row != want && !(b.row == 0 && slices.Contains(st.starts, i)) {
				t.Fatalf("event %d stands in row %d, the one before it in row %d", i, b.row, a.row)
			}
		}
		for k := range st.flights {
			f := &st.flights[k]
			upper, lower := &st.steps[f.upper()], &st.steps[f.lower()]
			first, last := f.path[0], f.path[len(f.path)-1]
			if lower.row <= upper.row {
				t.Fatalf("relation %v runs up from row %d to %d", f.data(), upper.row, lower.row)
			}
			if d := first.X - upper.x; max(d, -d) > scene.Px*60 || first.Y < upper.y || first.Y > st.rows[upper.row].bottom {
				t.Fatalf("relation %v begins at %v, its event is at %d,%d", f.data(), first, upper.x, upper.y)
			}
			if d := last.X - lower.x; max(d, -d) > scene.Px*18 || last.Y > lower.last || last.Y < lower.y-2*tipGap {
				t.Fatalf("relation %v ends at %v, its event is at %d,%d", f.data(), last, lower.x, lower.y)
			}
		}
	})
}

// Flights cross where their ends force them to on the side that they run on,
// and nowhere else; and no other division between the sides would cross less.
func TestStaircaseCrossings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "events")
		s := &story.Story{Title: "Knots"}
		for i := range n {
			s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1900+i), fmt.Sprintf("Event %d", i)))
		}
		for range rapid.IntRange(1, 9).Draw(t, "relations") {
			a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
			if a != b {
				s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", min(a, b), max(a, b))))
			}
		}
		st := stairsOf(t, s)
		if st == nil {
			return
		}
		drawn, forced := 0, 0
		for a := range st.flights {
			f := &st.flights[a]
			for b := range a {
				g := &st.flights[b]
				for m := 1; m < len(f.path); m++ {
					drawn += len(meets(f.path[m-1], f.path[m], g.path))
				}
				forced += f.crossings(g)
			}
		}
		if drawn != forced {
			t.Fatalf("%d crossings, where the ends force %d", drawn, forced)
		}
		least := len(st.flights) * len(st.flights)
		for sides := range 1 << len(st.flights) {
			c := 0
			for a := range st.flights {
				for b := range a {
					if interleave(st.flights[a].relation, st.flights[b].relation) && sides>>a&1 == sides>>b&1 {
						c++
					}
				}
			}
			least = min(least, c)
		}
		if forced > least {
			t.Fatalf("%d crossings, a division between the sides needs %d", forced, least)
		}
	})
}

// A flight that would cross others on either side goes on above the stairs from
// a later event on.
func TestFlightsRise(t *testing.T) {
	s := &story.Story{Title: "Knots"}
	for i := range 8 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1900+i), fmt.Sprintf("Event %d", i)))
	}
	for i := range 5 { // each crosses the next two: three sides would be needed
		s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i, i+3)))
	}
	st := stairsOf(t, s)
	rising, crossings := 0, 0
	for k := range st.flights {
		if f := &st.flights[k]; f.above && f.rise > f.upper() {
			rising++
		}
		crossings += st.crossingsOf(k)
	}
	if rising == 0 || crossings > 2 {
		t.Errorf("%d flights rise, %d crossings", rising, crossings/2)
	}
	checkAll(t, s, st.draw())
}

// Where no single move saves a crossing, two may.
func TestFlightsArePushed(t *testing.T) {
	if n := stairsOf(t, staggered()).tangle(); n != 0 {
		t.Errorf("%d crossings", n)
	}
}

// Of many flights that hang together the division is improved step by step: it
// must beat one side alone wherever that has crossings.
func TestManyFlightsAreDivided(t *testing.T) {
	s := &story.Story{}
	for i := range 40 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1900+i), "Event"))
	}
	for i := range 36 {
		s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i, i+3)))
	}
	st := stairsOf(t, s)
	crossings := func(above func(k int) bool) int {
		n := 0
		for a := range st.flights {
			for b := range a {
				if interleave(st.flights[a].relation, st.flights[b].relation) && above(a) == above(b) {
					n++
				}
			}
		}
		return n
	}
	one, both := crossings(func(int) bool { return false }), crossings(func(k int) bool { return st.flights[k].above })
	if one != 69 || both > one/2 {
		t.Errorf("%d crossings of %d", both, one)
	}
}

// Between breaks the distances follow the time, where words allow; the axis
// names years once, days, and the gaps.
func TestStaircaseAxis(t *testing.T) {
	var words []string
	gaps := map[string]scene.Unit{}
	st := stairsOf(t, ferry())
	marks, _ := st.axis(0)
	scene.Walk(marks, func(m scene.Mark, in []scene.Group) {
		text, ok := m.(scene.Text)
		switch {
		case !ok:
		case len(in) > 0:
			gaps[datum(in[0], "gap")] = text.X
		default:
			words = append(words, text.String())
		}
	})
	want := "1888|1 July|1969|14 May|1971|March|2 Nov|1972|9 June|1974|17 Aug|18:30|1975|20 Jan"
	if got := strings.Join(words, "|"); got != want {
		t.Errorf("axis: %s\nwant: %s", got, want)
	}
	if x := gaps["80 years"]; len(gaps) != 2 || x <= st.steps[0].x || x >= st.steps[1].x || gaps["over 2 years"] <= x {
		t.Errorf("gaps %v", gaps)
	}

	s := &story.Story{Events: []story.Event{event("a", "2001-01-01", "One"), event("b", "2001-02-01", "Two"), event("c", "2001-09-01", "Three")},
		Relations: rels("a causes b", "b causes c")}
	st = stairsOf(t, s)
	if short, long := st.steps[1].x-st.steps[0].x, st.steps[2].x-st.steps[1].x; long < 2*short || long > mostStep {
		t.Errorf("one month takes %d, seven take %d", short, long)
	}
}

// Parts stand in the panel of their whole, and a panel in that of a larger
// whole; a part with strangers before it hangs on a line.
func TestStaircasePanels(t *testing.T) {
	st := stairsOf(t, parts())
	var got []string
	for _, g := range st.grounds {
		got = append(got, fmt.Sprintf("%s..%s %d", st.ms[g.first].Event.ID, st.ms[g.last].Event.ID, g.depth))
	}
	if want := "week..finals 0, eights..crash 1, probe..report 0"; strings.Join(got, ", ") != want {
		t.Errorf("panels %s, want %s", strings.Join(got, ", "), want)
	}
	week, eights := st.groundArea(st.grounds[0]), st.groundArea(st.grounds[1])
	if eights.Min.X <= week.Min.X || eights.Max.X > week.Max.X || eights.Min.Y <= week.Min.Y || eights.Max.Y >= week.Max.Y {
		t.Errorf("the panel %v does not lie within %v", eights, week)
	}
	s := parts()
	s.Events = append(s.Events, event("rain", "2009-06-04", "Rain"))
	s.Relations = append(s.Relations, rel("rain causes rule"))
	st = stairsOf(t, s)
	if len(st.grounds) != 2 || st.heads(0) {
		t.Errorf("a panel holds what is no part: %+v", st.grounds)
	}
	// A whole goes before a part that begins with it.
	s = &story.Story{Events: []story.Event{event("first", "1987-12", "First"), event("all", "1987-12/1993-12", "All"), event("why", "1986", "Why")},
		Relations: rels("first part_of all", "why causes all")}
	if st = stairsOf(t, s); len(st.grounds) != 1 || st.ms[1].Event.ID != "all" {
		t.Errorf("the whole is no heading: %+v", st.grounds)
	}
}

// Steps are as wide as the words at their heads need, as far as there is width.
func TestWordsWidenSteps(t *testing.T) {
	tale := func(cue string) *story.Story {
		s := &story.Story{Title: "Steps"}
		for i := range 8 {
			s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("1900-01-%02d", i+1), "Event"))
			if i > 0 {
				s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d, %s", i-1, i, cue)))
			}
		}
		s.Events = append(s.Events, event("far", "1900-12-01", "Far"))
		s.Relations = append(s.Relations, rel("e07 causes far"))
		return s
	}
	for _, cue := range []string{"let", "wwwww"} {
		st := stairsOf(t, tale(cue))
		for k := range st.flights {
			f := &st.flights[k]
			if at := st.steps[f.lower()].x - tipGap - headRoom; f.told || !f.above && f.at.X != at || f.wordBox().Min.X < f.trunk {
				t.Errorf("%s: the word of flight %d stands at %d, not on its line before the head at %d", cue, k, f.at.X, at)
			}
		}
	}
}

// Of many lines that leave one event those that look alike begin as one; few
// stand apart.
func TestHub(t *testing.T) {
	hub := func(n int) *story.Story {
		s := &story.Story{Title: "Hub", Events: []story.Event{event("hub", "1900", "Hub")}}
		for i := range n {
			s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1901+i), "Effect"))
			s.Relations = append(s.Relations, rel(fmt.Sprintf("hub causes e%02d", i)))
		}
		return s
	}
	for n, want := range map[int]int{3: 3, 40: 1} {
		s := hub(n)
		st := stairsOf(t, s)
		places := map[scene.Unit]bool{}
		for k := range st.flights {
			places[st.flights[k].trunk] = true
		}
		if len(places) != want {
			t.Errorf("%d effects leave at %d places, want %d", n, len(places), want)
		}
		checkAll(t, s, st.draw())
	}
	s := hub(40)
	s.Relations[20].Type = story.Prevents
	st := stairsOf(t, s)
	if n := len(st.trunks(0)); n != 3 {
		t.Errorf("lines of two looks leave in %d groups, want 3", n)
	}
	checkAll(t, s, st.draw())
}

// Where words find no place at the head, the event tells the relation.
func TestToldInWords(t *testing.T) {
	s := &story.Story{}
	for i := range 50 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1900+i), "Event"))
		for back := 1; back <= min(i, 3); back++ {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d, wwwwwwwwwww", i-back, i)))
		}
	}
	st := stairsOf(t, s)
	told := 0
	for k := range st.flights {
		if st.flights[k].told {
			told++
		}
	}
	text := string(svg.Marshal(st.draw(), svg.Options{}))
	if n := strings.Count(text, ">because of "); told == 0 || n < told {
		t.Errorf("%d relations find no place for their word, %d are told", told, n)
	}
}

// A relation against its dates is drawn in the colour of contradictions, and
// its effect says what is wrong, for the eye and the ear; unless a person let
// it stand.
func TestConflicts(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1990-05-02", "Rumour"), event("b", "1990-05-01", "Shops are emptied")},
		Relations: rels("a causes b")}
	const words = "Dated before what is said to come first: 2 May 1990: Rumour"
	for name, p := range map[string]*scene.Picture{"wide": inTime(t, s), "narrow": mustNarrow(t, s)} {
		checkAll(t, s, p)
		warned, said := false, false
		scene.Walk(p.Marks, func(m scene.Mark, in []scene.Group) {
			if line, ok := m.(scene.Path); ok && datum(in[0], "from") == "a" {
				warned = warned || line.Stroke == scene.Warn
			}
			if g, ok := m.(scene.Group); ok && datum(g, "event") == "b" {
				said = strings.Contains(g.Label, words)
			}
		})
		if text := string(svg.Marshal(p, svg.Options{})); !warned || !said || !strings.Contains(text, "≠") && !strings.Contains(text, "Dated before") {
			t.Errorf("%s: in the colour of contradictions: %v, said: %v", name, warned, said)
		}
	}
	d, err := newDiagram(s, Options{}, furniture.WideFrame(nil))
	if err != nil || !slices.Equal(d.doubts(d.rels[0].to), []string{words}) {
		t.Errorf("doubts %q, %v", d.conflicts, err)
	}
	for name, opt := range map[string]Options{"silenced": {}, "of a part": {Findings: []story.Diagnostic{}}} {
		quiet := *s
		if name == "silenced" {
			quiet.Silenced = []string{graph.Check(s)[0].ID}
		}
		if d, err := newDiagram(&quiet, opt, furniture.WideFrame(nil)); err != nil || d.rels[0].conflict || len(d.doubts(d.rels[0].to)) > 0 {
			t.Errorf("%s: doubts %q, %v", name, d.conflicts, err)
		}
	}
}

// Whoever listens hears who states a relation.
func TestSpokenSources(t *testing.T) {
	s := ferry()
	s.Documents[0].ID = "wire"
	s.Relations[0].Mentions = []story.Mention{{Document: "wire", Quote: "Without the pier there would have been no ferry."}}
	found := 0
	scene.Walk(inTime(t, s).Marks, func(m scene.Mark, _ []scene.Group) {
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem && strings.Contains(g.Label, "(Marnholm Tidende)") {
			found++
		}
	})
	if found != 2 {
		t.Errorf("%d of both ends name who states the relation", found)
	}
}

// Beyond what a choice can stand for, the diagram is refused, or says so where
// a picture is needed all the same.
func TestTooMany(t *testing.T) {
	s := &story.Story{Title: "An age"}
	for i := range mostEvents + 1 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%d", i), fmt.Sprintf("%04d", i+1), "Event"))
		if i > 0 {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%d causes e%d", i-1, i)))
		}
	}
	var many *TooManyError
	if _, err := Narrow(s, Options{}); !errors.As(err, &many) || many.Events != mostEvents+1 || many.Most != mostEvents {
		t.Errorf("refused with %v", err)
	}
	p, err := Narrow(s, Options{Notice: true})
	if err != nil || !strings.Contains(p.Description, "2001 events are related") {
		t.Errorf("%v, %v", p, err)
	}
}

// Above what one diagram shows, order that follows from other relations goes
// first; it takes no event along that matters, and the picture says so.
func TestOrderThatFollows(t *testing.T) {
	s := &story.Story{Title: "The long strike"}
	for i := range 70 {
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("%d-05-01", 1800+i), fmt.Sprintf("Meeting %d", i)))
		s.Events[i].Weight = float64(70-i) / 100
		if i > 0 {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i-1, i)))
		}
		if i > 1 {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d before e%02d", i-2, i)))
		}
	}
	sub, err := subjectOf(lang.Speaker{}, s)
	if err != nil || len(sub.ms) != maxEvents || len(sub.rels) != maxEvents-1 {
		t.Fatalf("%d events, %d relations, %v", len(sub.ms), len(sub.rels), err)
	}
	want := "Left out: 10 events of 70 with relations, those that matter least to the story. " +
		"The weightiest of these: 1 May 1860: Meeting 60; 1 May 1861: Meeting 61; 1 May 1862: Meeting 62. " +
		"Order that follows from other relations is not drawn (68 relations)."
	if sub.left != want {
		t.Errorf("says %q\nwant %q", sub.left, want)
	}
	// That none matters less is said only where it is so.
	for i := range s.Events {
		s.Events[i].Weight = 0.5
	}
	for light, even := range map[float64]bool{0.5: true, 0.4: false} {
		s.Events[0].Weight = light
		if sub, err = subjectOf(lang.Speaker{}, s); err != nil || strings.Contains(sub.left, "None of them matters less") != even {
			t.Errorf("one of %v among 0.5: says %q, %v", light, sub.left, err)
		}
	}
}

func BenchmarkStaircase(b *testing.B) {
	for _, n := range []int{15, 60} {
		s := &story.Story{Title: "The harbour"}
		for i := range n {
			s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("%d-05-01", 1800+i), fmt.Sprintf("Meeting %d of the harbour board about the pier", i)))
			for _, back := range []int{1, 4} {
				if i >= back && i%back == 0 {
					s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i-back, i)))
				}
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				svg.Marshal(inTime(b, s), svg.Options{})
			}
		})
	}
}

// Where there are many events, those that nothing connects with what came
// before begin at the top again.
func TestRowsAreShared(t *testing.T) {
	s := &story.Story{Title: "Two towns"}
	for i := range 24 {
		year := 1800 + i
		if i >= 12 {
			year += 100
		}
		s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(year), fmt.Sprintf("Council number %d meets in the old town hall", i)))
		if i > 0 && i != 12 {
			s.Relations = append(s.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i-1, i)))
		}
	}
	st := stairsOf(t, s)
	if !slices.Equal(st.starts, []int{12}) || len(st.rows) != 12 || st.steps[12].row != 0 {
		t.Fatalf("flights of stairs begin with %v, %d rows", st.starts, len(st.rows))
	}
	p := st.draw()
	events, _ := expected(s)
	checkListed(t, events, p)
	checkRest(t, s, p)
	// Where stairs may begin at many events, they come out about equally high.
	pairs := &story.Story{Title: "Pairs"}
	for i := range 40 {
		pairs.Events = append(pairs.Events, event(fmt.Sprintf("e%02d", i), fmt.Sprint(1900+i), "Event"))
		if i%2 == 1 {
			pairs.Relations = append(pairs.Relations, rel(fmt.Sprintf("e%02d causes e%02d", i-1, i)))
		}
	}
	if st := stairsOf(t, pairs); len(st.starts) == 0 || len(st.rows) > 40/(len(st.starts)+1)+2 {
		t.Errorf("flights of stairs begin with %v, %d rows", st.starts, len(st.rows))
	}
	s.Relations = append(s.Relations, rel("e05 enables e20"))
	if st = stairsOf(t, s); st.starts != nil || len(st.rows) != 24 {
		t.Errorf("connected events: flights of stairs begin with %v, %d rows", st.starts, len(st.rows))
	}
}

func TestSharedRowsLoseNothing(t *testing.T) {
	shared := 0
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{Title: "Some towns"}
		year := 1700
		for town := range rapid.IntRange(2, 4).Draw(t, "towns") {
			n := rapid.IntRange(5, 14).Draw(t, "events")
			for i := range n {
				year += rapid.IntRange(0, 3).Draw(t, "years")
				e := event(fmt.Sprintf("t%d-%02d", town, i), fmt.Sprint(year), randomTitle(t))
				s.Events = append(s.Events, e)
				if i > 0 {
					from := rapid.IntRange(0, i-1).Draw(t, "from")
					s.Relations = append(s.Relations, rel(fmt.Sprintf("t%d-%02d %s t%d-%02d", town, from,
						rapid.SampledFrom([]string{"causes", "enables?", "prevents", "part_of", "before"}).Draw(t, "type"), town, i)))
				}
			}
			year += 40
		}
		p := inTime(t, s)
		events, _ := expected(s)
		checkListed(t, events, p)
		checkRest(t, s, p)
		if st := stairsOf(t, s); st != nil {
			shared += len(st.starts)
			for i := 1; i < len(st.steps); i++ {
				if st.steps[i].x <= st.steps[i-1].x {
					t.Fatalf("event %d stands at %d, the one before it at %d", i, st.steps[i].x, st.steps[i-1].x)
				}
			}
		}
	})
	if shared == 0 {
		t.Error("no story shared rows")
	}
}
