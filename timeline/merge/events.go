package merge

import (
	"cmp"
	"sort"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/story"
)

// A Result is the events of a set of documents and how they came about.
type Result struct {
	World         *World
	Nodes         []Node
	Clusters      []Cluster
	Events        []story.Event // one for each cluster that is kept, by date
	Disagreements []story.Disagreement
	EventOf       map[[2]int]string     // event id by document and chain
	LinkReasons   map[[2]int]LinkReason // why a chain belongs to an event that others tell of, by document and chain

	told [][]int // by document: the clusters that it tells of in full
}

// Events merges the extractions of a set of documents, which must be in a
// fixed order, into events.
func Events(docs []*extract.Document) *Result {
	w := Link(docs)
	r := &Result{World: w, Nodes: w.Nodes(), EventOf: map[[2]int]string{}}
	j := newJoiner(w, r.Nodes)
	var bonds []bond
	r.Clusters, bonds = j.join(w.Clusters(r.Nodes, w.Candidates(r.Nodes)))
	r.LinkReasons = j.links(r.Clusters, bonds)
	r.tell()
	// What archives tell is much: each event stands in memory once.
	r.Events = make([]story.Event, 0, len(r.Clusters))
	type draft struct {
		event   int // index in r.Events
		cluster Cluster
		against []story.DisagreementValue
	}
	var drafts []draft
	for _, c := range r.Clusters {
		e, against, ok := r.event(c)
		if ok {
			drafts = append(drafts, draft{len(r.Events), c, against})
			r.Events = append(r.Events, e)
		}
	}
	sort.SliceStable(drafts, func(i, j int) bool {
		a, b := &r.Events[drafts[i].event], &r.Events[drafts[j].event]
		if a.Date.IsZero() != b.Date.IsZero() {
			return b.Date.IsZero()
		}
		if x := edtf.Compare(a.Date, b.Date); x != 0 {
			return x < 0
		}
		if a.Time != b.Time {
			return a.Time < b.Time
		}
		if a.Weight != b.Weight {
			return a.Weight > b.Weight
		}
		return a.Title < b.Title
	})
	order := make([]int, len(drafts))
	for i, d := range drafts {
		order[i] = d.event
	}
	arrange(r.Events, order)
	ids := story.NewIDs()
	for i, d := range drafts {
		e := &r.Events[i]
		e.ID = ids.Event(e.Date, e.Title)
		for _, n := range d.cluster {
			r.EventOf[[2]int{r.Nodes[n].Doc, r.Nodes[n].Chain}] = e.ID
		}
		if len(d.against) > 0 {
			r.Disagreements = append(r.Disagreements, story.Disagreement{
				About: []string{e.ID}, Field: "date", Kind: story.Conflict, Values: d.against,
			})
		}
		r.Disagreements = append(r.Disagreements, r.disputes(d.cluster, e.ID)...)
	}
	r.Disagreements = append(r.Disagreements, r.Comparisons()...)
	return r
}

// arrange puts list[order[i]] at i for every i, in place. Order, in which each
// index stands once, is used up.
func arrange[T any](list []T, order []int) {
	for i := range order {
		for at := i; order[at] != at; {
			from := order[at]
			order[at] = at
			if from == i {
				break
			}
			list[at], list[from] = list[from], list[at]
			at = from
		}
	}
}

// event builds the event of a cluster. It returns false for what no title
// can be given to: an event that nobody could name is not worth keeping.
func (r *Result) event(c Cluster) (story.Event, []story.DisagreementValue, bool) {
	w := r.World
	var e story.Event
	var against []story.DisagreementValue
	all := c
	if c = r.said(c); len(c) == 0 {
		return e, nil, false // nobody says that it took place
	}
	c = r.core(c) // what is told in passing decides nothing
	e.Date, e.Time, against = w.dateOf(r.Nodes, c)
	e.Title = r.title(c)
	if e.Title == "" {
		return e, nil, false
	}
	e.Status = r.status(c)
	e.Actors, e.Place = r.actors(c), r.place(c)
	var origins []origin
	for i, n := range all {
		d := w.Docs[r.Nodes[n].Doc]
		for _, k := range d.Chains[r.Nodes[n].Chain].Mentions {
			if d.Carries(k) {
				continue
			}
			origins = append(origins, origin{i, k})
			e.Mentions = append(e.Mentions, d.StoryMention(k, !e.Date.IsZero()))
		}
	}
	points, why := r.weight(c, &e)
	e.Weight, e.WeightReason = float64(points)/100, why
	r.reasons(all, c, &e, origins)
	return e, against, true
}

// said returns the nodes of a cluster that say that the event took place, is to
// or was not to, without those that only speak of it.
func (r *Result) said(c Cluster) Cluster {
	var out Cluster
	for _, n := range c {
		if !r.Nodes[n].unsaid {
			out = append(out, n)
		}
	}
	return out
}

// core returns the nodes of a cluster that are not told in passing, or all where
// there are no others.
func (r *Result) core(c Cluster) Cluster {
	if r.World.passing(r.Nodes, c) {
		return c
	}
	var out Cluster
	for _, n := range c {
		if !r.Nodes[n].minor {
			out = append(out, n)
		}
	}
	return out
}

// title picks the best title among the mentions; of equals, the one from the
// first document.
func (r *Result) title(c Cluster) string {
	if d, k := r.titled(c); d != nil {
		return d.Mentions[k].Title
	}
	return ""
}

// titled returns the mention that gives the title and its document, nil where
// there is none.
func (r *Result) titled(c Cluster) (in *extract.Document, mention int) {
	bestScore := -100
	for _, n := range c {
		d := r.World.Docs[r.Nodes[n].Doc]
		for _, k := range d.Chains[r.Nodes[n].Chain].Mentions {
			m := d.Mentions[k]
			if m.Title != "" && m.TitleScore > bestScore {
				in, mention, bestScore = d, k, m.TitleScore
			}
		}
	}
	return in, mention
}

// statuses are those that an event may have, the weightiest first: a report
// that it was called off is later knowledge than one that it was planned.
var statuses = [...]story.Status{story.StatusCancelled, story.StatusHappened, story.StatusDenied, story.StatusPlanned}

// Weightier returns the status of which an event is when two are told; either
// may be empty for none.
func Weightier(a, b story.Status) story.Status {
	for _, s := range statuses {
		if a == s || b == s {
			return s
		}
	}
	return ""
}

// status decides whether the event took place.
func (r *Result) status(c Cluster) story.Status {
	var s story.Status
	for _, n := range c {
		s = Weightier(s, r.Nodes[n].status)
	}
	return cmp.Or(s, story.StatusHappened)
}

// actors returns the names of those who take part, the most mentioned first.
// A country whose leader is named is left to the leader where the event is a
// meeting of people.
func (r *Result) actors(c Cluster) []string {
	count := map[int]int{}
	var order []int
	for _, n := range c {
		for _, a := range append(append([]int(nil), r.Nodes[n].agents...), r.Nodes[n].patients...) {
			if r.World.Entities[a].Kind == names.Place {
				continue
			}
			count[a]++
			order = appendNew(order, a)
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return count[order[i]] > count[order[j]] })
	var out []string
	for _, a := range order {
		out = append(out, r.World.Entities[a].Name)
	}
	return out
}

// place returns the place that most reports give, or a more exact one inside
// it. Countries come last: most events happen in one.
func (r *Result) place(c Cluster) string {
	count := map[int]int{}
	var order []int
	for _, n := range c {
		for _, p := range r.Nodes[n].places {
			count[p]++
			order = appendNew(order, p)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := order[i], order[j]
		ca, cb := r.World.Entities[a].Kind == names.Country, r.World.Entities[b].Kind == names.Country
		if ca != cb {
			return cb
		}
		if count[a] != count[b] {
			return count[a] > count[b]
		}
		return r.World.Entities[a].Name < r.World.Entities[b].Name
	})
	if len(order) == 0 {
		return ""
	}
	best := order[0]
	for _, p := range order {
		if p != best && r.World.inside(p, best) && r.World.Entities[p].Kind == names.Place {
			best = p
		}
	}
	return r.World.Entities[best].Name
}
