package merge

import (
	"fmt"
	"testing"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// The entities of a world made by hand.
const (
	ann = iota
	bo
	cy
	dee
	chile // Ann's country
	kenya
	lyon
	oslo
)

// world is a set of two documents on the same people without any sentences.
func world() *World {
	doc := func() *extract.Document { return &extract.Document{Names: &names.Directory{}} }
	return &World{
		Docs: []*extract.Document{doc(), doc()},
		Entities: []Entity{
			{Kind: names.Person, Name: "Ann Lee", Country: "Chile", Within: -1},
			{Kind: names.Person, Name: "Bo Ek", Within: -1},
			{Kind: names.Person, Name: "Cy Orr", Within: -1},
			{Kind: names.Person, Name: "Dee Poe", Within: -1},
			{Kind: names.Country, Name: "Chile", Within: -1},
			{Kind: names.Country, Name: "Kenya", Within: -1},
			{Kind: names.Place, Name: "Lyon", Country: "France", Within: -1},
			{Kind: names.Place, Name: "Oslo", Country: "Norway", Within: -1},
		},
		leads: [][]int{{ann, bo}, {ann, bo}},
	}
}

// node makes a dated meeting of people; places are told from people.
func node(t testing.TB, doc int, day string, entities ...int) Node {
	n := Node{Doc: doc, kind: "meeting", concepts: []string{"meeting"}, status: story.StatusHappened, when: extract.When{Weekday: -1}}
	if day != "" {
		n.when.Date, n.when.Basis = edtfDate(t, day), story.BasisStated
	}
	for _, e := range entities {
		if e >= lyon {
			n.places = append(n.places, e)
		} else {
			n.agents, n.actors = append(n.agents, e), append(n.actors, e)
		}
	}
	return n
}

func (n Node) with(change func(*Node)) Node {
	change(&n)
	return n
}

// TestScore holds each component against the rest: what agrees in one of
// them alone is never one event.
func TestScore(t *testing.T) {
	day, other := "2018-05-03", "2018-06-20"
	basis := func(b story.DateBasis) func(*Node) { return func(n *Node) { n.when.Basis = b } }
	tests := []struct {
		name string
		a, b Node
		want bool
	}{
		{"all agree", node(t, 0, day, ann, bo, lyon), node(t, 1, day, ann, bo, lyon), true},
		{"people and date, no place", node(t, 0, day, ann, bo), node(t, 1, day, ann, bo), true},
		{"word and date alone", node(t, 0, day, ann, bo), node(t, 1, day, cy, dee), false},
		{"word, date and place, other people", node(t, 0, day, ann, bo, lyon), node(t, 1, day, cy, dee, lyon), false},
		{"word and people, other date", node(t, 0, day, ann, bo, lyon), node(t, 1, other, ann, bo, lyon), false},
		{"people and date, other word", node(t, 0, day, ann, bo, lyon), node(t, 1, day, ann, bo, lyon).with(func(n *Node) { n.concepts = []string{"visit"} }), false},
		{"people and date, other kind", node(t, 0, day, ann, bo, lyon), node(t, 1, day, ann, bo, lyon).with(func(n *Node) { n.kind = "conflict" }), false},
		{"a part and its whole", node(t, 0, day, ann, bo, lyon), node(t, 1, day, ann, bo, lyon).with(func(n *Node) { n.part = true }), false},
		{"a crowd in two places, undated", node(t, 0, "", ann, bo, cy, dee, kenya, lyon), node(t, 1, "", ann, bo, cy, dee, kenya, oslo), false},
		{"two places", node(t, 0, day, ann, lyon), node(t, 1, day, ann, oslo), false},
		{"one person shared, month against day", node(t, 0, "2018-05", ann, bo), node(t, 1, day, ann), true},
		{"word and people, no date", node(t, 0, "", ann), node(t, 1, "", ann), false},
		{"a country for its leader", node(t, 0, day, ann, bo), node(t, 1, day, chile, bo), true},
		{"a leader, and the leader's country too", node(t, 0, "", ann, chile), node(t, 1, "", ann), false},
		{"another country", node(t, 0, day, ann), node(t, 1, day, kenya), false},
		{"planned and happened, dated", node(t, 0, day, ann, bo), node(t, 1, day, ann, bo).with(func(n *Node) { n.status = story.StatusPlanned }), true},
		{"planned and happened, undated", node(t, 0, "", ann, bo, lyon), node(t, 1, day, ann, bo, lyon).with(func(n *Node) { n.status = story.StatusPlanned }), false},
		{"denied and happened", node(t, 0, day, ann, bo), node(t, 1, day, ann, bo).with(func(n *Node) { n.status = story.StatusDenied }), false},
		{"by document three days later", node(t, 0, "2018-05-06", ann, bo).with(basis(story.BasisDocument)), node(t, 1, day, ann, bo), true},
		{"by document the day before", node(t, 0, "2018-05-02", ann, bo).with(basis(story.BasisDocument)), node(t, 1, day, ann, bo), false},
		{"by document a month later", node(t, 0, other, ann, bo).with(basis(story.BasisDocument)), node(t, 1, day, ann, bo), false},
		{"by two documents a day apart", node(t, 0, "2018-05-04", ann, bo, lyon).with(basis(story.BasisDocument)), node(t, 1, day, ann, bo, lyon).with(basis(story.BasisDocument)), true},
		{"by two documents a week apart", node(t, 0, "2018-05-10", ann, bo, lyon).with(basis(story.BasisDocument)), node(t, 1, day, ann, bo, lyon).with(basis(story.BasisDocument)), false},
		{"history a day apart", node(t, 0, day, ann, bo, lyon).with(func(n *Node) { n.history = true }), node(t, 1, "2018-05-04", ann, bo, lyon).with(func(n *Node) { n.history = true }), true},
		{"history five days apart", node(t, 0, day, ann, bo, lyon).with(func(n *Node) { n.history = true }), node(t, 1, "2018-05-08", ann, bo, lyon).with(func(n *Node) { n.history = true }), false},
		{"history a day apart, one person", node(t, 0, day, ann, lyon).with(func(n *Node) { n.history = true }), node(t, 1, "2018-05-04", ann, lyon).with(func(n *Node) { n.history = true }), false},
		{"news a day apart", node(t, 0, day, ann, bo, lyon), node(t, 1, "2018-05-04", ann, bo, lyon), false},
		{"nobody named, same leads and date", node(t, 0, "1998"), node(t, 1, "1998", ann), true},
		{"done to two different people", node(t, 0, day, ann).with(func(n *Node) { n.patients = []int{bo}; n.actors = []int{ann, bo} }), node(t, 1, day, ann).with(func(n *Node) { n.patients = []int{cy}; n.actors = []int{ann, cy} }), false},
		{"done to the same person", node(t, 0, day, ann).with(func(n *Node) { n.patients = []int{bo}; n.actors = []int{ann, bo} }), node(t, 1, day, ann).with(func(n *Node) { n.patients = []int{bo}; n.actors = []int{ann, bo} }), true},
	}
	w := world()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			score, back := w.Score(&tt.a, &tt.b), w.Score(&tt.b, &tt.a)
			if score != back {
				t.Errorf("score is %d one way and %d the other", score, back)
			}
			if got := score >= w.Threshold(&tt.a, &tt.b); got != tt.want {
				t.Errorf("score %d against %d: one event %v, want %v", score, w.Threshold(&tt.a, &tt.b), got, tt.want)
			}
		})
	}
}

// TestNobodyNamedNeedsLeads: two reports on other matters may both name a
// year and no one; that is not enough.
func TestNobodyNamedNeedsLeads(t *testing.T) {
	w := world()
	w.leads[1] = []int{cy, dee}
	a, b := node(t, 0, "1998"), node(t, 1, "1998", ann)
	if s := w.Score(&a, &b); s != never {
		t.Errorf("score %d, want never", s)
	}
}

// TestScoreInOneDocument: a report says by its words when it speaks of the
// same event again, so it takes more to merge what it keeps apart.
func TestScoreInOneDocument(t *testing.T) {
	w := world()
	a, b, c := node(t, 0, "2018-05-03", ann), node(t, 0, "2018-05", ann), node(t, 1, "2018-05", ann)
	if w.Threshold(&a, &b) <= w.Threshold(&a, &c) {
		t.Errorf("threshold %d within a document, %d across", w.Threshold(&a, &b), w.Threshold(&a, &c))
	}
}

func TestCandidates(t *testing.T) {
	w := world()
	nodes := []Node{
		node(t, 0, "2018-05-03", ann),
		node(t, 1, "2018-06-03", ann, bo), // shares a person with 0
		node(t, 0, "2018-05-03", dee),     // shares a date with 0
		node(t, 1, "2011", cy, kenya),     // shares nothing
		node(t, 1, "2012", chile),         // the country of 0's person
		node(t, 1, "2018-05-03", ann).with(func(n *Node) { n.concepts = []string{"visit"} }), // no word
		node(t, 0, "2013", lyon),
		node(t, 1, "2014", lyon),   // shares a place with the one before
		node(t, 1, "2015", oslo+1), // a place in that place
		node(t, 0, "1998"),         // names nobody
		node(t, 1, "1998-03-01", dee).with(func(n *Node) { n.history = true }), // history of that year, and one of 2's people
	}
	w.Entities = append(w.Entities, Entity{Kind: names.Place, Name: "Old Port", Within: lyon})
	want := map[string]bool{"0-1": true, "0-2": true, "0-4": true, "1-4": true, "6-7": true, "6-8": true, "7-8": true, "9-10": true, "2-10": true}
	got := map[string]bool{}
	for _, p := range w.Candidates(nodes) {
		k := fmt.Sprintf("%d-%d", p.A, p.B)
		if got[k] {
			t.Errorf("pair %s comes twice", k)
		}
		if got[k] = true; !want[k] {
			t.Errorf("pair %s shares nothing", k)
		}
	}
	for k := range want {
		if !got[k] {
			t.Errorf("pair %s is missing", k)
		}
	}
}

// TestCandidatesStayFew: unrelated events cost no work, however many.
func TestCandidatesStayFew(t *testing.T) {
	w := world()
	var nodes []Node
	for i := range 500 {
		w.Entities = append(w.Entities, Entity{Kind: names.Person, Name: fmt.Sprint("Person ", i), Within: -1})
		n := node(t, i%2, fmt.Sprintf("%04d", 1500+i))
		n.actors = []int{len(w.Entities) - 1}
		nodes = append(nodes, n)
	}
	if got := len(w.Candidates(nodes)); got != 0 {
		t.Errorf("%d pairs of 500 unrelated events, want none", got)
	}
}

func TestClusters(t *testing.T) {
	w := world()
	nodes := []Node{
		node(t, 0, "2018-05-03", ann, bo, lyon),
		node(t, 1, "2018-05-03", ann, bo),
		node(t, 1, "2018-06-03", ann, bo, lyon),
		node(t, 0, "2018-05", ann, bo), // fits the first two and the third
	}
	pairs := []Pair{{A: 0, B: 1}, {A: 2, B: 3}, {A: 0, B: 3}, {A: 1, B: 3}, {A: 0, B: 2}}
	got := fmt.Sprint(w.Clusters(nodes, pairs))
	if want := "[[0 1 3] [2]]"; got != want {
		t.Errorf("clusters %s, want %s", got, want)
	}
	// The order in which pairs are given does not matter.
	for i, j := 0, len(pairs)-1; i < j; i, j = i+1, j-1 {
		pairs[i], pairs[j] = pairs[j], pairs[i]
	}
	if again := fmt.Sprint(w.Clusters(nodes, pairs)); again != got {
		t.Errorf("clusters %s, and %s with the pairs turned round", got, again)
	}
}

// TestClustersVeto: a third report that knows less must not bring together
// what cannot be one event.
func TestClustersVeto(t *testing.T) {
	tests := []struct {
		name  string
		nodes []Node
	}{
		{"dates", []Node{node(t, 0, "2018-05-03", ann, bo), node(t, 1, "2018-05", ann, bo), node(t, 0, "2018-05-29", ann, bo)}},
		{"kinds", []Node{node(t, 0, "2018-05-03", ann, bo), node(t, 1, "2018-05-03", ann, bo), node(t, 0, "2018-05-03", ann, bo).with(func(n *Node) { n.kind = "visit" })}},
		{"a part", []Node{node(t, 0, "2018-05-03", ann, bo), node(t, 1, "2018-05-03", ann, bo), node(t, 0, "2018-05-03", ann, bo).with(func(n *Node) { n.part = true })}},
		{"places", []Node{node(t, 0, "2018-05-03", ann, bo, lyon), node(t, 1, "2018-05-03", ann, bo), node(t, 0, "2018-05-03", ann, oslo)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := world()
			pairs := []Pair{{A: 0, B: 1}, {A: 1, B: 2}}
			for _, c := range w.Clusters(tt.nodes, pairs) {
				if len(c) == 3 {
					t.Error("all three are one event")
				}
			}
		})
	}
}

// TestBestFirst: the pair that agrees in most is joined before one that would
// then exclude it.
func TestBestFirst(t *testing.T) {
	nodes := []Node{node(t, 0, "2018-05-20", ann), node(t, 1, "2018-05", ann, bo, lyon), node(t, 0, "2018-05-03", ann, bo, lyon)}
	if got := fmt.Sprint(world().Clusters(nodes, []Pair{{A: 0, B: 1}, {A: 1, B: 2}})); got != "[[0] [1 2]]" {
		t.Errorf("clusters %s, want [[0] [1 2]]", got)
	}
}

// TestThirdReportKnowsMore: two reports that name one side each are brought
// together by a third that names both.
func TestThirdReportKnowsMore(t *testing.T) {
	w := world()
	nodes := []Node{node(t, 0, "2018-05-03", ann, lyon), node(t, 1, "2018-05-03", bo, lyon), node(t, 1, "2018-05-03", ann, bo, lyon)}
	if s := w.Score(&nodes[0], &nodes[1]); s != never {
		t.Fatalf("score %d of two that share nobody, want never", s)
	}
	if got := fmt.Sprint(w.Clusters(nodes, w.Candidates(nodes))); got != "[[0 1 2]]" {
		t.Errorf("clusters %s, want [[0 1 2]]", got)
	}
}

// many makes nodes of some hundred people who meet in all sorts of pairs.
func many(tb testing.TB, n int) (*World, []Node) {
	w := world()
	for i := range 400 {
		w.Entities = append(w.Entities, Entity{Kind: names.Person, Name: fmt.Sprint("Person ", i), Within: -1})
	}
	var nodes []Node
	for i := range n {
		a, b := oslo+1+i%397, oslo+1+(i*7+3)%389
		nodes = append(nodes, node(tb, i%2, fmt.Sprintf("%04d-%02d", 1900+i%90, 1+i%12), ann).with(func(n *Node) { n.actors, n.agents = []int{a, b}, []int{a, b} }))
	}
	return w, nodes
}

// BenchmarkClusters merges 5,000 nodes.
func BenchmarkClusters(b *testing.B) {
	w, nodes := many(b, 5000)
	for b.Loop() {
		w.Clusters(nodes, w.Candidates(nodes))
	}
}
