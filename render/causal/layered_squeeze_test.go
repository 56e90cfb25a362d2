package causal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
)

// Places in the wrong order share their mean; the others stay.
func TestOrderPlaces(t *testing.T) {
	for _, c := range []struct{ at, want []scene.Unit }{
		{nil, nil},
		{[]scene.Unit{5}, []scene.Unit{5}},
		{[]scene.Unit{1, 2, 2, 7}, []scene.Unit{1, 2, 2, 7}},
		{[]scene.Unit{1, 6, 4, 7}, []scene.Unit{1, 5, 5, 7}},
		{[]scene.Unit{9, 6, 3, 20}, []scene.Unit{6, 6, 6, 20}},
		{[]scene.Unit{8, 10, 0, 6}, []scene.Unit{6, 6, 6, 6}},
	} {
		var row []spot
		for _, x := range c.at {
			row = append(row, spot{x: x})
		}
		order(row)
		var got []scene.Unit
		for _, s := range row {
			got = append(got, s.x)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.at, got, c.want)
		}
	}
}

// What is a little too wide is squeezed; what has no room is not.
func TestSqueeze(t *testing.T) {
	d := drawable(t, sixty())
	natural, _, err := d.try(t.Context(), plans[0], nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := cutPlans[0]
	rows := d.boxesOf(p).cut(natural.ranks)
	p.squeeze = 100
	if _, fits, err := d.try(t.Context(), p, rows, nil); fits || err != nil {
		t.Fatalf("the story fits without a squeeze, %v", err)
	}
	p.squeeze = 150
	w, fits, err := d.try(t.Context(), p, rows, nil)
	if !fits || err != nil {
		t.Fatalf("the story does not fit with a squeeze: %v", err)
	}
	checkRows(t, w)
	if w.squeeze(w.connected()[0], scene.Pixels(400)) {
		t.Error("its rows fit into 400 px")
	}
}

// Boxes of one row keep their distance and stay inside the picture; lines that
// pass a row keep theirs.
func TestRowsKeepTheirDistances(t *testing.T) {
	stories := rapid.Custom(randomStory)
	for seed := 400; seed < 440; seed++ {
		if w := arranged(t, stories.Example(seed)); w != nil {
			checkRows(t, w)
		}
	}
}

func checkRows(t *testing.T, w *layered) {
	t.Helper()
	for n, b := range w.bands {
		for _, i := range w.ranks[b.rank] {
			if x := w.boxes[i]; x.x < w.frame.Margin || x.x+x.w > w.frame.Width-w.frame.Margin {
				t.Errorf("%s reaches from %d to %d", w.ms[i].Event.ID, x.x, x.x+x.w)
			}
		}
		places := w.places(n)
		for k := 1; k < len(places); k++ {
			if gap := places[k].x - places[k-1].x - places[k-1].w; gap < scene.Px*7 {
				t.Errorf("%d/64 px between two places of band %d", gap, n)
			}
		}
		for k := 1; k < len(b.passing); k++ {
			left, _ := w.passage(n, b.passing[k-1].line)
			if right, _ := w.passage(n, b.passing[k].line); right-left < lineSep {
				t.Errorf("lines %d/64 px apart in band %d", right-left, n)
			}
		}
	}
}
