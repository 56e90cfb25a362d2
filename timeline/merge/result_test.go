package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// result makes the result of one cluster whose nodes lie in documents of
// their own, with one mention each.
func result(entities []Entity, nodes []Node, mentions []extract.Mention) (*Result, Cluster) {
	r := &Result{World: &World{Entities: entities}, Nodes: nodes}
	var c Cluster
	for i := range nodes {
		nodes[i].Doc = i
		r.World.Docs = append(r.World.Docs, &extract.Document{
			Source: source.Document{ID: string(rune('a' + i))}, Names: &names.Directory{},
			Mentions: mentions[i : i+1], Chains: []extract.Chain{{Mentions: []int{0}}},
		})
		c = append(c, i)
	}
	return r, c
}

func TestStatus(t *testing.T) {
	const h, p, c, d = story.StatusHappened, story.StatusPlanned, story.StatusCancelled, story.StatusDenied
	for _, tt := range []struct {
		told []story.Status
		want story.Status
	}{
		{[]story.Status{p}, p}, {[]story.Status{p, h}, h}, {[]story.Status{h, c}, c}, {[]story.Status{p, c}, c}, {[]story.Status{d, p}, d}, {[]story.Status{h, d}, h},
	} {
		var nodes []Node
		for _, s := range tt.told {
			nodes = append(nodes, Node{status: s})
		}
		r, cl := result(nil, nodes, make([]extract.Mention, len(nodes)))
		if got := r.status(cl); got != tt.want {
			t.Errorf("%v is %s, want %s", tt.told, got, tt.want)
		}
	}
}

// TestNoTitleNoEvent: what nobody can name is not kept, and its chain belongs
// to no event.
func TestNoTitleNoEvent(t *testing.T) {
	r, c := result(nil, []Node{{}}, []extract.Mention{{Title: ""}})
	if _, _, ok := r.event(c); ok {
		t.Error("an event without a title is kept")
	}
}

func TestTitle(t *testing.T) {
	r, c := result(nil, make([]Node, 4), []extract.Mention{{Title: "Poor", TitleScore: 2}, {Title: "", TitleScore: 90}, {Title: "Good", TitleScore: 7}, {Title: "As good", TitleScore: 7}})
	if got := r.title(c); got != "Good" {
		t.Errorf("title %q, want Good: the best of the first document", got)
	}
}

func TestActorsAndPlace(t *testing.T) {
	entities := []Entity{
		{Kind: names.Person, Name: "Ann", Within: -1}, {Kind: names.Person, Name: "Bo", Within: -1},
		{Kind: names.Country, Name: "France", Within: -1},
		{Kind: names.Place, Name: "Lyon", Country: "France", Within: -1},
		{Kind: names.Place, Name: "Opera", Within: 3},
	}
	r, c := result(entities, []Node{
		{agents: []int{0}, patients: []int{3}, places: []int{2}},
		{agents: []int{1}, places: []int{2, 3}},
		{agents: []int{1}, places: []int{2}},
		{places: []int{4}},
	}, make([]extract.Mention, 4))
	if got := strings.Join(r.actors(c), ", "); got != "Bo, Ann" {
		t.Errorf("actors %s, want the most mentioned first and no place", got)
	}
	if got := r.place(c); got != "Opera" {
		t.Errorf("place %q, want the most exact, Opera", got)
	}
}

// TestAllMentionsKept: an event keeps every mention of every report, with the
// sentence that it stands in, and every chain leads to its event.
func TestAllMentionsKept(t *testing.T) {
	r, _ := merged(t,
		lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva", geneva+"3 May 2018. The meeting lasted two hours."),
		lead("b", "2018-05-04", "Talks in Geneva", "Aino Rautio and Pablo Quiroga held talks in Geneva on 3 May 2018."))
	e := event(t, r, "a:met")
	count := map[string]int{}
	for _, m := range e.Mentions {
		count[m.Document]++
		if !strings.Contains(strings.ToLower(m.Quote), "me") && !strings.Contains(m.Quote, "alks") {
			t.Errorf("the sentence %q tells of no meeting", m.Quote)
		}
	}
	if count["a"] < 3 || count["b"] < 1 {
		t.Errorf("mentions by report: %v, want at least 3 of a and 1 of b", count)
	}
	if e.Title == "" || e.Place != "Geneva" || !slices.Contains(e.Actors, "Aino Rautio") || !slices.Contains(e.Actors, "Pablo Quiroga") {
		t.Errorf("the event is %q by %v in %q", e.Title, e.Actors, e.Place)
	}
}

// TestOrderOfEvents: by date, undated last; ids are unique.
func TestOrderOfEvents(t *testing.T) {
	r, _ := merged(t, lead("a", "2018-05-04", "Rautio meets Quiroga in Geneva",
		geneva+"3 May 2018.", "Rautio had met Wanjiru Kamau in Oslo in 2011.", "A flood hit Nigeria.", "Finland held an election on 2 March 1999."))
	seen := map[string]bool{}
	for i, e := range r.Events {
		if seen[e.ID] || e.ID == "" {
			t.Errorf("id %q comes twice or is empty", e.ID)
		}
		seen[e.ID] = true
		if i == 0 {
			continue
		}
		if before := r.Events[i-1]; before.Date.IsZero() && !e.Date.IsZero() {
			t.Errorf("undated %s comes before %s", before.ID, e.ID)
		} else if a, ok := before.Date.Earliest(); ok {
			if b, ok := e.Date.Earliest(); ok && b < a {
				t.Errorf("%s comes before %s", before.ID, e.ID)
			}
		}
	}
}
