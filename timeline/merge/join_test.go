package merge

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/extract"
)

// meetings are five reports of one meeting under different names, one of them
// without a date.
var meetings = []report{
	lead("m1", "2031-05-04", "Rautio and Quiroga hold summit in Geneva", "Presidents Aino Rautio of Finland and Pablo Quiroga of Chile held a summit in Geneva on 3 May 2031."),
	lead("m2", "2031-05-04", "Rautio meets Quiroga", "Finnish President Aino Rautio met her Chilean counterpart Pablo Quiroga in Geneva on Saturday."),
	lead("m3", "2031-05-05", "Finland and Chile hold talks in Geneva", "Talks between Aino Rautio and Pablo Quiroga took place in Geneva on Saturday."),
	lead("m4", "2031-05-04", "Geneva meeting ends", "A meeting of Aino Rautio and Pablo Quiroga in Geneva on 3 May 2031 ended without a deal."),
	lead("m5", "", "Rautio and Quiroga meet in Geneva", "Aino Rautio and Pablo Quiroga met in Geneva on Saturday, both offices said."),
}

// quakes are two earthquakes alike, in different towns, by two reports each.
var quakes = []report{
	lead("q1", "2031-09-13", "Earthquake shakes Valdoria", "An earthquake struck the town of Valdoria on Friday.", "Rescue workers searched the rubble of a school in Valdoria."),
	lead("q2", "2031-09-14", "Valdoria quake", "A strong tremor shook Valdoria on Friday.", "In Valdoria, workers searched the rubble of a school."),
	lead("q3", "2031-09-13", "Earthquake shakes Tarvonne", "An earthquake struck the town of Tarvonne on Friday.", "Rescue workers searched the rubble of a school in Tarvonne."),
	lead("q4", "2031-09-14", "Tarvonne quake", "A strong tremor shook Tarvonne on Friday.", "In Tarvonne, workers searched the rubble of a school."),
}

// quarters are a company's results, quarter by quarter.
var quarters = []report{
	lead("c1", "2030-04-20", "Norvanta announces results", "Norvanta announced its quarterly results on Friday.", "Chief executive Lena Aaltola presented the figures in Turku and praised the new factory."),
	lead("c2", "2030-07-20", "Norvanta announces results", "Norvanta announced its quarterly results on Friday.", "Chief executive Lena Aaltola presented the figures in Turku and praised the new factory."),
	lead("c3", "2031-04-20", "Norvanta announces results", "Norvanta announced its quarterly results on Friday.", "Chief executive Lena Aaltola presented the figures in Turku and praised the new factory."),
	lead("c4", "2031-04-21", "Norvanta results please analysts", "Norvanta announced quarterly results on Friday that pleased analysts.", "Lena Aaltola, the chief executive, presented the figures in Turku."),
}

// TestOneStory holds what reports on one story, or on stories alike, tell.
func TestOneStory(t *testing.T) {
	tests := []struct {
		name        string
		reports     []report
		same, apart []string // "a:met|b:talks"
	}{
		{
			name: "five reports of one meeting", reports: meetings,
			same: []string{"m1:summit|m2:met", "m1:summit|m3:talks", "m1:summit|m4:meeting", "m1:summit|m5:met"},
		},
		{
			name: "two earthquakes alike in two towns", reports: quakes,
			same:  []string{"q1:earthquake#2|q2:tremor", "q3:earthquake#2|q4:tremor", "q1:searched|q2:searched", "q3:searched|q4:searched"},
			apart: []string{"q1:earthquake#2|q3:earthquake#2", "q2:tremor|q4:tremor", "q1:searched|q3:searched", "q2:searched|q4:searched", "q1:earthquake#2|q4:tremor"},
		},
		{
			name: "a company over the years", reports: quarters,
			same:  []string{"c3:announced|c4:announced", "c3:presented|c4:presented"},
			apart: []string{"c1:announced|c2:announced", "c1:announced|c3:announced", "c2:announced|c3:announced", "c1:presented|c3:presented", "c2:presented|c4:presented"},
		},
		{
			name: "a meeting, its press conference and a lunch that was cancelled",
			reports: []report{
				lead("a", "2031-05-04", "Rautio meets Quiroga in Geneva", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2031.", "They held a joint press conference afterwards.", "A lunch was cancelled."),
				lead("b", "2031-05-04", "Rautio and Quiroga meet", "Aino Rautio and Pablo Quiroga met in Geneva on 3 May 2031.", "At a press conference on Saturday Aino Rautio and Pablo Quiroga spoke of trade.", "A planned lunch of Aino Rautio and Pablo Quiroga was cancelled."),
			},
			same:  []string{"a:met|b:met"},
			apart: []string{"a:met|a:joint press conference", "b:met|b:press conference", "a:met|b:press conference", "a:met|a:lunch", "b:met|b:lunch"},
		},
		{
			name: "in other words",
			reports: []report{
				lead("a", "2031-02-11", "Thieves rob Kollmar museum", "Thieves stole two paintings from the Kollmar museum in Ostrand on Monday."),
				lead("b", "2031-02-11", "Kollmar museum robbed", "The theft of two paintings from the Kollmar museum in Ostrand on Monday has shocked the town."),
			},
			same: []string{"a:stole|b:theft"},
		},
		{
			name: "into one house and out of it",
			reports: []report{
				lead("a", "2031-02-11", "Velda Moreno enters Larkfield clinic", "Singer Velda Moreno moved into the Larkfield clinic on Monday."),
				lead("b", "2031-04-29", "Velda Moreno leaves Larkfield clinic", "Singer Velda Moreno moved out of the Larkfield clinic on Monday."),
			},
			apart: []string{"a:moved|b:moved"},
		},
		{
			name: "a verb and the same verb with a particle",
			reports: []report{
				lead("a", "2031-05-04", "Summit in Geneva", "Presidents Aino Rautio and Pablo Quiroga called Lena Aaltola on Saturday."),
				lead("b", "2031-05-04", "Summit in Geneva", "Presidents Aino Rautio and Pablo Quiroga called off a lunch on Saturday."),
			},
			apart: []string{"a:called|b:called off"},
		},
		{
			name: "what is told in passing of two days",
			reports: []report{
				lead("a", "2031-02-11", "Ostrand bridge closed", "Engineers inspected the Ostrand bridge on 10 February 2031."),
				lead("b", "2031-02-12", "Ostrand bridge still closed", "Engineers inspected the Ostrand bridge on 11 February 2031."),
			},
			apart: []string{"a:inspected|b:inspected"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := merged(t, tt.reports...)
			pairs(t, r, tt.same, tt.apart)
		})
	}
}

// TestUndatedTakesDate: a report without a date has that of the others, and
// says why.
func TestUndatedTakesDate(t *testing.T) {
	r, inferred := merged(t, meetings...)
	if e := event(t, r, "m5:met"); e.Date.String() != "2031-05-03" {
		t.Errorf("the meeting of m5 is on %s", e.Date)
	}
	if got := inferred[4]; got.Date.IsZero() || !strings.Contains(got.Reason, "the same event as m") {
		t.Errorf("m5 is dated %s because it %q", got.Date, got.Reason)
	}
}

// TestLinkReasons: what is joined says with which report it agrees, and in what.
func TestLinkReasons(t *testing.T) {
	r, _ := merged(t, append(slices.Clone(meetings), quakes...)...)
	for key, reason := range r.LinkReasons {
		if reason.With == "" || len(reason.Same) < 2 || strings.Contains(reason.String(), "()") {
			t.Errorf("%v: %q", key, reason)
		}
	}
	for _, e := range r.Events {
		for i, m := range e.Mentions {
			if (i > 0) != (m.LinkReason != "") {
				t.Errorf("%s: mention %d of %s is linked by %q", e.ID, i, m.Document, m.LinkReason)
			}
		}
	}
	find := func(at, want string) {
		t.Helper()
		id, word, _ := strings.Cut(at, ":")
		for _, m := range event(t, r, at).Mentions {
			if m.Document == id && strings.Contains(m.Quote, word) && strings.Contains(m.LinkReason, want) {
				return
			}
		}
		t.Errorf("no reason of %s says %q", at, want)
	}
	find("m5:meet", "as in m1: the same kind of act (meeting), the same people or bodies (Aino Rautio")
	find("m3:talks", "the same day")
	find("q2:searched", "as in q1: the same word (search), the same participants (")
	find("q2:searched", "the same day")
	find("q2:searched", "reports on one story (valdoria)")
}

// partition writes the clusters of a result in words, sorted, leaving out the
// documents not asked for.
func partition(r *Result, keep func(id string) bool) []string {
	var out []string
	for _, c := range r.Clusters {
		var names []string
		for _, n := range c {
			d := r.World.Docs[r.Nodes[n].Doc]
			if !keep(d.Source.ID) {
				continue
			}
			for _, k := range d.Chains[r.Nodes[n].Chain].Mentions {
				m := &d.Mentions[k]
				names = append(names, fmt.Sprintf("%s:%d:%d", d.Source.ID, m.Sentence, m.Start))
			}
		}
		slices.Sort(names)
		if len(names) > 0 {
			out = append(out, strings.Join(names, " "))
		}
	}
	slices.Sort(out)
	return out
}

// TestOrderOfDocuments: what is one event does not depend on which report is
// read first.
func TestOrderOfDocuments(t *testing.T) {
	docs := readAll(t, slices.Concat(meetings, quakes, quarters))
	all := func(string) bool { return true }
	want := partition(Events(docs), all)
	rapid.Check(t, func(t *rapid.T) {
		order := slices.Clone(docs)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		if got := partition(Events(order), all); !slices.Equal(got, want) {
			t.Fatalf("events are\n%s\nand were\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// TestUnrelatedReport: a report of something else changes nothing of the others,
// wherever it comes.
func TestUnrelatedReport(t *testing.T) {
	docs := readAll(t, slices.Concat(meetings, quakes, quarters))
	others := readAll(t, generated(24))
	known := map[string]bool{}
	for _, d := range docs {
		known[d.Source.ID] = true
	}
	keep := func(id string) bool { return known[id] }
	want := partition(Events(docs), keep)
	rapid.Check(t, func(t *rapid.T) {
		more := slices.Clone(docs)
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(others)-1), 1, 5).Draw(t, "others") {
			if !slices.Contains(more, others[i]) {
				more = slices.Insert(more, rapid.IntRange(0, len(more)).Draw(t, "at"), others[i])
			}
		}
		if got := partition(Events(more), keep); !slices.Equal(got, want) {
			t.Fatalf("events are\n%s\nand were\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// TestPassingChangesNothing: what is told in passing changes no title, date,
// weight, status, people or place of an event, and disagrees with nothing.
func TestPassingChangesNothing(t *testing.T) {
	docs := readAll(t, slices.Concat(meetings, quakes, quarters))
	var bare []*extract.Document
	for _, d := range docs {
		bare = append(bare, withoutPassing(d))
	}
	with, without := Events(docs), Events(bare)
	type facts struct{ title, date, status, place string }
	var want []facts
	for _, e := range without.Events {
		want = append(want, facts{e.Title, e.Date.String(), string(e.Status), e.Place})
	}
	seen := 0
	for _, e := range with.Events {
		if slices.Contains(want, facts{e.Title, e.Date.String(), string(e.Status), e.Place}) {
			seen++
		}
	}
	if seen < len(want) {
		t.Errorf("%d of %d events are as they are without what is told in passing", seen, len(want))
	}
	if len(with.Disagreements) != len(without.Disagreements) {
		t.Errorf("%d disagreements, %d without what is told in passing", len(with.Disagreements), len(without.Disagreements))
	}
}

// withoutPassing copies a document without the chains told in passing.
func withoutPassing(d *extract.Document) *extract.Document {
	c := *d
	c.Chains = slices.Clone(d.Chains)
	for k := range c.Chains {
		if c.Chains[k].Minor {
			c.Chains[k].Mentions = nil
		}
	}
	return &c
}

// TestFuse: one good pair does not make one event of two that are told apart by
// all others, and clusters that the rules made stay.
func TestFuse(t *testing.T) {
	nodes := []Node{node(t, 0, ""), node(t, 1, ""), node(t, 0, ""), node(t, 1, ""), node(t, 1, "")}
	for i := range nodes {
		nodes[i].minor, nodes[i].kind = true, ""
	}
	bonds := []bond{{0, 1, 500}, {2, 3, 500}, {0, 3, 300}}
	known := map[[2]int32]int{{0, 1}: 500, {2, 3}: 500, {0, 3}: 300}
	for _, tt := range []struct {
		name     string
		clusters []Cluster
		more     map[[2]int32]int
		want     string
		within   int
	}{
		{"the others are against it", []Cluster{{0}, {1}, {2}, {3}, {4}}, nil, "[[0 1] [2 3] [4]]", 2},
		{"the others are for it", []Cluster{{0}, {1}, {2}, {3}, {4}}, map[[2]int32]int{{1, 2}: 100, {0, 2}: 50, {1, 3}: 100}, "[[0 1 2 3] [4]]", 3},
		{"what was one stays one", []Cluster{{0}, {1, 4}, {2}, {3}}, map[[2]int32]int{{0, 4}: 200}, "[[0 1 4] [2 3]]", 2},
	} {
		m := &mean{joiner: &joiner{w: world(), nodes: nodes, tellings: make([]telling, len(nodes)), neighbours: [][2]int32{{0, 1}}, texts: make([]bag, 2)}, known: map[[2]int32]int{}}
		for _, list := range []map[[2]int32]int{known, tt.more} {
			for k, v := range list {
				m.known[k] = v
			}
		}
		clusters, within := m.fuse(tt.clusters, slices.Clone(bonds))
		if got := fmt.Sprint(clusters); got != tt.want || len(within) != tt.within {
			t.Errorf("%s: %s with %d bonds, want %s with %d", tt.name, got, len(within), tt.want, tt.within)
		}
	}
}

// TestNeeded: reports on one story speak of deals and meetings all the time, so
// that more than a word must join one to a main event of the kind.
func TestNeeded(t *testing.T) {
	j := &joiner{w: &World{Entities: []Entity{{}, {}}}}
	need := func(a, b Node) int {
		a.Doc, b.Doc = 0, 1
		j.nodes = []Node{a, b}
		return j.needed(0, 1)
	}
	who := []int{0}
	for _, tt := range []struct {
		name string
		a, b Node
		want int
	}{
		{"a treaty and a deal", Node{kind: "deal"}, Node{kind: "deal", minor: true}, joinBare},
		{"both in passing", Node{kind: "deal", minor: true}, Node{kind: "deal", minor: true}, joinPair},
		{"between the same people", Node{kind: "deal", actors: who}, Node{kind: "deal", actors: who, minor: true}, joinPair},
		{"at one place", Node{kind: "deal", places: who}, Node{kind: "deal", places: who, minor: true}, joinPair},
		{"a fire and a fire", Node{kind: "disaster"}, Node{kind: "disaster", minor: true}, joinPair},
		{"statements", Node{kind: "speech", minor: true}, Node{kind: "speech", minor: true}, joinWithin},
	} {
		if got := need(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
