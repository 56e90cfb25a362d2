package chart

import (
	"slices"
	"testing"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// places returns the places of the stops of a narrow timeline.
func places(s *story.Story) []scene.Unit {
	c := newChart(s, Options{}, furniture.NarrowFrame())
	var out []scene.Unit
	for _, stop := range c.stops(c.columns(1)[0], c.ms) {
		out = append(out, stop.y)
	}
	return out
}

func TestRowsFollowTime(t *testing.T) {
	// Gaps of 1, 4, 20, 90 and 300 days between events with equal labels.
	var s story.Story
	for _, when := range []string{"1921-01-01", "1921-01-02", "1921-01-06", "1921-01-26", "1921-04-26", "1922-02-20"} {
		s.Events = append(s.Events, event("e"+when, when, "Mail arrives"))
	}
	ys := places(&s)
	var steps []scene.Unit
	// The first and the last event show their year in a taller line.
	for i := 2; i < len(ys); i++ {
		steps = append(steps, ys[i]-ys[i-1])
	}
	if !slices.IsSorted(steps) || len(slices.Compact(slices.Clone(steps))) != len(steps) {
		t.Errorf("rows stand %v apart: not farther for longer times", steps)
	}
	if last, first := steps[len(steps)-1], steps[0]; last < first+scene.Pixels(12) {
		t.Errorf("300 days take %d, 4 days %d: too little to see", last, first)
	}
}

func TestStretchGrows(t *testing.T) {
	last := stretch(0)
	if last != 0 {
		t.Errorf("no time takes %d", last)
	}
	for m := scale.Minute(1); m < 5*scale.Year; m += 1 + m/7 {
		got := stretch(m)
		if got < last {
			t.Fatalf("%d minutes take %d, fewer take %d", m, got, last)
		}
		last = got
	}
	if stretch(scale.Day) >= stretch(7*scale.Day) || stretch(scale.Hour) >= stretch(scale.Day) {
		t.Error("an hour, a day and a week are not told apart")
	}
	if got := stretch(scale.Minute(1) << 62); got <= last || got > scene.Pixels(300) {
		t.Errorf("the longest time takes %d", got)
	}
}

func TestBreaksAreNamed(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("a", "1867", "Quay is built"), event("b", "2018-07-16", "Quay is rebuilt"), event("c", "2018-08-16", "Ships return")}}
	for _, narrow := range []bool{false, true} {
		var gaps []string
		scene.Walk(picture(t, s, narrow).Marks, func(m scene.Mark, _ []scene.Group) {
			if g, ok := m.(scene.Group); ok && len(g.Data) > 0 && g.Data[0].Key == "gap" {
				gaps = append(gaps, g.Data[0].Value)
			}
		})
		if !slices.Equal(gaps, []string{"151 years"}) {
			t.Errorf("narrow=%v: gaps %q", narrow, gaps)
		}
	}
}

func TestSharedDateStandsOnce(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		n := 0
		scene.Walk(picture(t, sameDate(), narrow).Marks, func(m scene.Mark, _ []scene.Group) {
			if text, ok := m.(scene.Text); ok && text.String() == "3 May" {
				n++
			}
		})
		if n != 1 {
			t.Errorf("narrow=%v: the shared date stands %d times", narrow, n)
		}
	}
}

func TestSameDateSamePlace(t *testing.T) {
	c := newChart(sameDate(), Options{}, furniture.WideFrame())
	rows, ok := c.planRows(c.ms, 0, false)
	if !ok {
		t.Fatal("no rows")
	}
	last := rows[len(rows)-1]
	var xs []scene.Unit
	for _, m := range last.own() {
		if m.Event.Date == c.ms[1].Event.Date {
			xs = append(xs, last.anchor(m))
		}
	}
	if len(xs) != 4 || len(slices.Compact(xs)) != 1 {
		t.Errorf("four events of one day stand at %v", xs)
	}
}

func TestBarsEndWhereTheirTimeDoes(t *testing.T) {
	s := &story.Story{Events: []story.Event{event("strike", "1931-03-01/1931-05-15", "Strike"),
		event("march", "1931-04-02", "March"), event("talks", "1931-05-02", "Talks"), event("end", "1931-06-01", "Work resumes")}}
	c := newChart(s, Options{}, furniture.NarrowFrame())
	stops := c.stops(c.columns(1)[0], c.ms)
	bar, ok := c.barOf(stops, 0)
	if !ok || bar.To <= stops[2].y || bar.To >= stops[3].y {
		t.Errorf("the bar ends at %d, not between the talks at %d and the end at %d", bar.To, stops[2].y, stops[3].y)
	}
}
