package causal

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/graph"
	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/story"
)

// galleryStories are the stories of the gallery with all their events, by file.
func galleryStories(t *testing.T) map[string]*story.Story {
	t.Helper()
	files, err := filepath.Glob("../gallery/stories/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d stories, %v", len(files), err)
	}
	out := map[string]*story.Story{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, _, err := story.Load(file, data)
		if err != nil {
			t.Fatal(err)
		}
		timeline.Decide(s, timeline.DetailAll)
		out[filepath.Base(file)] = graph.Sorted(s)
	}
	return out
}

// crossings counts where lines cross one another.
func crossings(lines [][]scene.Point) int {
	n := 0
	for i, p := range lines {
		for _, q := range lines[:i] {
			for a := 1; a < len(p); a++ {
				for b := 1; b < len(q); b++ {
					if cuts(p[a-1], p[a], q[b-1], q[b]) {
						n++
					}
				}
			}
		}
	}
	return n
}

// cuts reports whether two straight pieces cross inside both.
func cuts(a, b, c, d scene.Point) bool {
	side := func(p, q, r scene.Point) int {
		x := (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X)
		switch {
		case x > 0:
			return 1
		case x < 0:
			return -1
		}
		return 0
	}
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// ways returns the lines as drawn, and as the layout drew its curves.
func ways(w *layered) (drawn, curves [][]scene.Point) {
	for k := range w.lines {
		l := &w.lines[k]
		if l.panelled {
			continue
		}
		drawn = append(drawn, w.trace(l))
		curves = append(curves, l.samples()) // two relations of a pair share theirs
	}
	return drawn, curves
}

// Lines cross no more often than the curves of Graphviz's own drawing of the
// same rows, and in the gallery not at all but in the story that is made of
// them.
func TestCrossings(t *testing.T) {
	for name, s := range galleryStories(t) {
		w := arranged(t, s)
		if w == nil {
			continue
		}
		drawn, curves := ways(w)
		if ours, theirs := crossings(drawn), crossings(curves); ours > theirs || ours > 0 && name != "knots.yaml" {
			t.Errorf("%s: %d crossings of lines, %d of curves", name, ours, theirs)
		}
	}
	stories, all := rapid.Custom(randomStory), 0
	for seed := 200; seed < 240; seed++ {
		w := arranged(t, stories.Example(seed))
		if w == nil {
			continue
		}
		drawn, curves := ways(w)
		all += crossings(curves)
		if ours, theirs := crossings(drawn), crossings(curves); ours > theirs {
			t.Errorf("%d: %d crossings of lines, %d of curves", seed, ours, theirs)
		}
	}
	if all == 0 {
		t.Error("no curves cross")
	}
}

// No line comes near the word of another.
func TestLinesKeepOffWords(t *testing.T) {
	all := galleryStories(t)
	stories := rapid.Custom(randomStory)
	for seed := 300; seed < 330; seed++ {
		all[itoa(seed)] = stories.Example(seed)
	}
	words := 0
	for name, s := range all {
		w := arranged(t, s)
		if w == nil {
			continue
		}
		for k := range w.lines {
			word := &w.lines[k]
			if word.panelled {
				continue
			}
			words++
			area := scene.Box{Min: scene.Point{X: word.x, Y: word.y}, Max: scene.Point{X: word.x + word.w, Y: word.y + wordLine}}
			for j := range w.lines {
				l := &w.lines[j]
				if j == k || l.panelled {
					continue
				}
				points := w.trace(l)
				for n := 1; n < len(points); n++ {
					if extent(points[n-1], points[n]).Overlaps(area) {
						t.Errorf("%s: line %s to %s meets the word %q at %s", name, l.From, l.To, word.word, word.To)
					}
				}
			}
		}
	}
	if words < 100 {
		t.Errorf("only %d words", words)
	}
}
