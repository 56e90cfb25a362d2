package merge

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// openings makes two openings of n words each that share some.
func openings(n, shared int) []map[string]bool {
	out := []map[string]bool{{}, {}}
	for i := range n {
		out[0][strings.Repeat("x", i+1)] = true
		if i < shared {
			out[1][strings.Repeat("x", i+1)] = true
		} else {
			out[1][strings.Repeat("y", i+1)] = true
		}
	}
	return out
}

func TestMatter(t *testing.T) {
	w := world()
	for _, tt := range []struct{ n, shared, want int }{{20, 20, 100}, {20, 10, 50}, {20, 0, 0}, {8, 8, 0}} {
		if w.openings = openings(tt.n, tt.shared); w.matter(0, 1) != tt.want || w.matter(1, 0) != tt.want {
			t.Errorf("%d of %d words: %d and %d, want %d", tt.shared, tt.n, w.matter(0, 1), w.matter(1, 0), tt.want)
		}
	}
	// The shorter opening decides: a note may say the same as a long report.
	w.openings = openings(20, 20)
	for i := range 60 {
		w.openings[1][strings.Repeat("z", i+1)] = true
	}
	if got := w.matter(0, 1); got != 100 {
		t.Errorf("a note within a report: %d, want 100", got)
	}
}

func TestOpening(t *testing.T) {
	d := report{"a", "2018-05-04", "Ferry sinks\n\nA ferry quickly sank off Zanzibar. " + strings.Repeat("The divers came. ", 9) + "Bananas grew."}.read(t)
	got := opening(d)
	for _, want := range []string{"ferry", "sink", "Zanzibar", "diver", "come"} {
		if !got[want] {
			t.Errorf("%q is missing from %v", want, got)
		}
	}
	for _, not := range []string{"a", "off", "quickly", "banana", "."} {
		if got[not] {
			t.Errorf("%q is among %v", not, got)
		}
	}
}

// TestUndatedNews: what two undated reports are about is one event when they
// share somebody, or one of them names nobody, and their openings agree.
func TestUndatedNews(t *testing.T) {
	news := func(n *Node) { n.main = true }
	firm := func(n *Node) { n.main, n.actors = true, []int{oslo + 1} }
	tests := []struct {
		name   string
		shared int // of 20 words
		a, b   Node
		want   bool
	}{
		{"one person and one matter", 10, node(t, 0, "", ann).with(news), node(t, 1, "", ann).with(news), true},
		{"one person, another matter", 4, node(t, 0, "", ann).with(news), node(t, 1, "", ann).with(news), false},
		{"one place and one matter", 10, node(t, 0, "", lyon).with(news), node(t, 1, "", lyon).with(news), true},
		{"not what one of them is about", 10, node(t, 0, "", ann).with(news), node(t, 1, "", ann), false},
		{"one firm, which does it often", 10, node(t, 0, "").with(firm), node(t, 1, "").with(firm), false},
		{"one country, which does it often", 10, node(t, 0, "", chile).with(news), node(t, 1, "", chile).with(news), false},
		{"nobody named in one", 12, node(t, 0, "", ann).with(news), node(t, 1, "").with(news), true},
		{"nobody named in one, loosely alike", 9, node(t, 0, "", ann).with(news), node(t, 1, "").with(news), false},
		{"nobody named in either", 12, node(t, 0, "").with(news), node(t, 1, "").with(news), false},
		{"nobody named, the other a firm", 12, node(t, 0, "").with(firm), node(t, 1, "").with(news), false},
		{"two people, however alike", 20, node(t, 0, "", ann).with(news), node(t, 1, "", bo).with(news), false},
		{"two dates, however alike", 20, node(t, 0, "2018-05-03", ann).with(news), node(t, 1, "2018-06-03", ann).with(news), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := world()
			w.Entities = append(w.Entities, Entity{Kind: names.Org, Name: "Firm", Within: -1})
			w.openings = openings(20, tt.shared)
			score := w.Score(&tt.a, &tt.b)
			if back := w.Score(&tt.b, &tt.a); back != score {
				t.Errorf("score is %d one way and %d the other", score, back)
			}
			if got := score >= w.Threshold(&tt.a, &tt.b); got != tt.want {
				t.Errorf("score %d against %d: one event %v, want %v", score, w.Threshold(&tt.a, &tt.b), got, tt.want)
			}
			// What can be one event must come up for a score at all.
			if pairs := w.Candidates([]Node{tt.a, tt.b}); tt.want && len(pairs) != 1 {
				t.Errorf("candidates %v, want the pair", pairs)
			}
		})
	}
}

// TestOneDeath: a killing and a death are one event when the same person
// dies, not when one who kills once dies later.
func TestOneDeath(t *testing.T) {
	day := "2018-05-03"
	death := func(who int) Node {
		return node(t, 0, day, who).with(func(n *Node) { n.kind, n.concepts = "death", []string{"death"} })
	}
	killing := func(by, whom int) Node {
		return node(t, 1, day, by, whom).with(func(n *Node) {
			n.kind, n.concepts, n.agents, n.patients = "death", []string{"killing"}, []int{by}, []int{whom}
		})
	}
	w := world()
	for _, tt := range []struct {
		name string
		a, b Node
		want bool
	}{
		{"killed and died", death(bo), killing(ann, bo), true},
		{"the killer died", death(ann), killing(ann, bo), false},
		{"somebody else died", death(cy), killing(ann, bo), false},
		{"another kind", death(bo), killing(ann, bo).with(func(n *Node) { n.kind = "legal" }), false},
	} {
		if got := w.Score(&tt.a, &tt.b) >= w.Threshold(&tt.a, &tt.b); got != tt.want {
			t.Errorf("%s: one event %v, want %v", tt.name, got, tt.want)
		}
		if pairs := w.Candidates([]Node{tt.a, tt.b}); tt.want && len(pairs) != 1 {
			t.Errorf("%s: candidates %v, want the pair", tt.name, pairs)
		}
	}
}

// TestNobodyBringsTogether: a report that names nobody must not bring together
// two that name different people on different matters; a report that names
// both may.
func TestNobodyBringsTogether(t *testing.T) {
	day := "2018-05-03"
	main := func(n *Node) { n.main, n.status = true, story.StatusHappened }
	w := world()
	w.Docs = append(w.Docs, w.Docs[0])
	w.leads = append(w.leads, w.leads[0])
	a, nobody, c := node(t, 0, day, ann).with(main), node(t, 1, day).with(main), node(t, 2, day, cy).with(main)
	both := node(t, 1, day, ann, cy).with(main)
	pairs := []Pair{{A: 0, B: 1}, {A: 1, B: 2}}
	if got := w.Clusters([]Node{a, nobody, c}, pairs); len(got) == 1 {
		t.Errorf("clusters %v: a report that names nobody joins two meetings", got)
	}
	if got := w.Clusters([]Node{a, both, c}, pairs); len(got) != 1 {
		t.Errorf("clusters %v: a report that names both joins nothing", got)
	}
}
