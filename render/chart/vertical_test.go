package chart

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/scale"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// places returns the places of the stops of a narrow timeline.
func places(s *story.Story) []scene.Unit {
	c := newChart(s, Options{}, furniture.NarrowFrame(nil))
	var out []scene.Unit
	for _, stop := range c.stops(c.columns(1)[0], c.ms) {
		out = append(out, stop.y)
	}
	return out
}

func TestRowsFollowTime(t *testing.T) {
	// Gaps of 1, 30, 60, 90 and 300 days between events with equal labels.
	var s story.Story
	for _, when := range []string{"1921-01-01", "1921-01-02", "1921-02-01", "1921-04-02", "1921-07-01", "1922-04-27"} {
		s.Events = append(s.Events, event("e"+when, when, "Mail arrives"))
	}
	ys := places(&s)
	var steps []scene.Unit
	// The first event shows its year in a taller line.
	for i := 2; i < len(ys); i++ {
		steps = append(steps, ys[i]-ys[i-1])
	}
	if !slices.IsSorted(steps) {
		t.Errorf("rows stand %v apart: not farther for longer times", steps)
	}
	// What is longer than the words need is true to scale.
	if a, b := steps[2], steps[3]; a*10/3 < b-scene.Px*2 || b <= steps[0]+scene.Pixels(40) {
		t.Errorf("90 days take %d, 300 days %d, 30 days %d: not in proportion", a, b, steps[0])
	}
}

// TestRowsAreNotEqual tests that events at unequal times never come out as a
// list at equal steps, and that a sequence does.
func TestRowsAreNotEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{}
		day := edtf.DayOf(1921, 1, 1)
		n := rapid.IntRange(3, 30).Draw(t, "n")
		var shortest, longest edtf.Day
		for i := range n {
			if i > 0 {
				step := edtf.Day(rapid.IntRange(1, 300).Draw(t, "days"))
				day += step
				longest = max(longest, step)
				if i == 1 || step < shortest {
					shortest = step
				}
			}
			s.Events = append(s.Events, event(fmt.Sprintf("e%02d", i), edtf.FromDay(day).String(), "Mail arrives"))
		}
		apart := func(scale Scale) (least, most scene.Unit) {
			c := newChart(s, Options{Scale: scale}, furniture.WideFrame(nil))
			stops := c.stops(c.columns(1)[0], c.ms)
			for i := 1; i < len(stops); i++ {
				gap := stops[i].y - stops[i-1].y
				if i == 1 || gap < least {
					least = gap
				}
				most = max(most, gap)
			}
			return least, most
		}
		if least, most := apart(Auto); longest > 4*shortest && most < least+scene.Pixels(4) {
			t.Fatalf("steps of %d to %d days take %d to %d", shortest, longest, least, most)
		}
		if least, most := apart(Sequence); most > least+scene.Pixels(24) {
			t.Fatalf("in sequence the rows stand %d to %d apart", least, most)
		}
	})
}

func TestStretch(t *testing.T) {
	px := scene.Px
	day := scale.Day
	tests := []struct {
		name  string
		pairs []pair
		apart []scene.Unit
	}{
		{"nothing elapses", []pair{{1, 0, 30 * px}, {2, 0, 50 * px}}, []scene.Unit{30 * px, 50 * px}},
		{"alike", []pair{{1, day, 40 * px}, {2, day, 40 * px}}, []scene.Unit{60 * px, 60 * px}},
		{"two stops", []pair{{1, 400 * day, 40 * px}}, []scene.Unit{60 * px}},
		{"one is longer", []pair{{1, day, 40 * px}, {2, 2 * day, 40 * px}, {3, 4 * day, 40 * px}}, []scene.Unit{40 * px, 46*px + px/2 + px/6, 93*px + px/4}},
		{"the most", []pair{{1, day, 300 * px}, {2, 50 * day, 300 * px}}, []scene.Unit{300 * px, 396 * px}},
	}
	for _, tt := range tests {
		s := newStretch(tt.pairs)
		for i, p := range tt.pairs {
			if got := s.apart(p); got < tt.apart[i]-px || got > tt.apart[i]+px {
				t.Errorf("%s: pair %d stands %d apart, want %d", tt.name, i, got, tt.apart[i])
			}
		}
	}
	long := newStretch([]pair{{1, scale.Minute(1) << 60, px}, {2, scale.Minute(1) << 61, px}})
	if a, b := long.take(1<<60), long.take(1<<61); a*2 < b-1 || a*2 > b+1 || b <= 0 {
		t.Errorf("the longest times take %d and %d", a, b)
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
	c := newChart(sameDate(), Options{}, furniture.WideFrame(nil))
	rows, ok := c.planRows(c.ms, 0, crowding{share: 15})
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
	c := newChart(s, Options{}, furniture.NarrowFrame(nil))
	stops := c.stops(c.columns(1)[0], c.ms)
	bar, ok := c.barOf(stops, 0)
	if !ok || bar.To <= stops[2].y || bar.To >= stops[3].y {
		t.Errorf("the bar ends at %d, not between the talks at %d and the end at %d", bar.To, stops[2].y, stops[3].y)
	}
}
