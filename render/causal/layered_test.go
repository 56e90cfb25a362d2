package causal

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline/story"
)

// drawable returns a diagram of the story that has no places yet.
func drawable(t *testing.T, s *story.Story) *diagram {
	t.Helper()
	d, err := newDiagram(s, Options{Order: ByCause, Layout: program}, furniture.WideFrame(nil))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// arranged returns a diagram with causes above effects, or nil where there is
// nothing to draw or no room.
func arranged(t *testing.T, s *story.Story) *layered {
	t.Helper()
	d := drawable(t, s)
	if len(d.ms) == 0 {
		return nil
	}
	w, err := d.arrange(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Lines begin and end at their own events, keep off all others, and no two
// boxes or panels with strangers in them meet.
func TestLinesKeepOffBoxes(t *testing.T) {
	stories, drawn := rapid.Custom(randomStory), 0
	for seed := 100; seed < 140; seed++ {
		w := arranged(t, stories.Example(seed))
		if w == nil {
			continue
		}
		drawn++
		for k := range w.lines {
			l := &w.lines[k]
			if l.panelled {
				continue
			}
			points := w.trace(l)
			up, low := w.boxes[l.upper()], w.boxes[l.lower()]
			first, last := points[0], points[len(points)-1]
			if first.Y != up.y+up.h || first.X < up.x || first.X > up.x+up.w {
				t.Errorf("%d: line %d begins at %v, its event is at %d,%d", seed, k, first, up.x, up.y)
			}
			if last.Y != low.y || last.X < low.x || last.X > low.x+low.w {
				t.Errorf("%d: line %d ends at %v, its event is at %d,%d", seed, k, last, low.x, low.y)
			}
			for n := 1; n < len(points); n++ {
				if points[n].Y < points[n-1].Y {
					t.Errorf("%d: line %d goes up at %v", seed, k, points[n])
				}
				piece := extent(points[n-1], points[n])
				piece.Min.Y, piece.Max.Y = piece.Min.Y+edgeHalo, piece.Max.Y-edgeHalo
				for i, b := range w.boxes {
					if piece.Overlaps(boxArea(b)) {
						t.Errorf("%d: line %d runs through event %d", seed, k, i)
					}
				}
			}
		}
		for i, b := range w.boxes {
			for j, c := range w.boxes[:i] {
				if boxArea(b).Overlaps(boxArea(c)) {
					t.Errorf("%d: events %d and %d overlap", seed, i, j)
				}
			}
			for n, p := range w.panels {
				area := scene.Box{Min: scene.Point{X: p.x, Y: p.y}, Max: scene.Point{X: p.x + p.w, Y: p.y + p.h}}
				if w.panelOf(i) != n && area.Overlaps(boxArea(b)) {
					t.Errorf("%d: event %d stands in the panel of event %d", seed, i, p.whole)
				}
			}
		}
	}
	if drawn < 20 {
		t.Errorf("only %d of 40 stories were arranged", drawn)
	}
}

func boxArea(b box) scene.Box {
	return scene.Box{Min: scene.Point{X: b.x, Y: b.y}, Max: scene.Point{X: b.x + b.w, Y: b.y + b.h}}
}

// Parts stand in the panel of their whole where they can; others are lines.
func TestPanels(t *testing.T) {
	w := arranged(t, parts())
	if len(w.panels) != 1 || w.ms[w.panels[0].whole].Event.ID != "probe" || len(w.panels[0].members) != 3 {
		t.Fatalf("panels: %+v", w.panels)
	}
	for _, l := range w.lines {
		if inside := l.To == "probe" && l.Type == story.PartOf; inside != l.panelled {
			t.Errorf("%s %s %s: in a panel: %v", l.From, l.Type, l.To, l.panelled)
		}
	}
}

// Parallel moves do not cross: the lane order follows the direction.
func TestLanes(t *testing.T) {
	for _, c := range []struct {
		name  string
		moves []move
		lanes []int // by line
		want  int
	}{
		{"apart", []move{{0, 0, 1000, 0}, {1, 2000, 3000, 0}}, []int{0, 0}, 1},
		{"both to the right", []move{{0, 0, 3000, 0}, {1, 1000, 4000, 0}}, []int{1, 0}, 2},
		{"both to the left", []move{{0, 3000, 0, 0}, {1, 4000, 1000, 0}}, []int{0, 1}, 2},
		{"one goes where the other leaves", []move{{0, 0, 2000, 0}, {1, 2000, 5000, 0}}, []int{1, 0}, 2},
		{"one after the other", []move{{0, 5000, 2000, 0}, {1, 2000, 0, 0}}, []int{1, 0}, 2},
		{"exchange", []move{{0, 0, 2000, 0}, {1, 2000, 0, 0}}, []int{0, 1}, 2},
	} {
		if got := setLanes(c.moves); got != c.want {
			t.Errorf("%s: %d lanes, want %d", c.name, got, c.want)
		}
		for _, m := range c.moves {
			if m.lane != c.lanes[m.line] {
				t.Errorf("%s: line %d in lane %d, want %d", c.name, m.line, m.lane, c.lanes[m.line])
			}
		}
	}
}

func TestOptions(t *testing.T) {
	opt := Options{Say: lang.Speaker{Dates: lang.MonthDay}, Link: func(e *story.Event) string { return "#" + e.ID }}
	p, err := Narrow(ferry(), opt)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	scene.Walk(p.Marks, func(m scene.Mark, _ []scene.Group) {
		if text, ok := m.(scene.Text); ok && text.String() == "May 14, 1969" {
			found++
		}
		if g, ok := m.(scene.Group); ok && g.Role == scene.ListItem && g.Href == "#"+datum(g, "event") {
			found++
		}
	})
	if found != 10 {
		t.Errorf("%d of 1 date and 9 links", found)
	}
}
