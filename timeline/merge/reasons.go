package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// Reasons say in words why an event is as it is. They are made when all is
// decided, from what the decisions were made from, and change nothing.

// namesListed is how many names a reason lists at most.
const namesListed = 3

// An origin says which mention of an extraction a mention of an event is: the
// index of its node in the cluster, and that of the mention in the document.
type origin struct{ node, mention int }

// reasons fills in the reasons of an event that is complete otherwise; origins
// are those of its mentions. Core are the nodes of the cluster that decided.
func (r *Result) reasons(c, core Cluster, e *story.Event, origins []origin) {
	w := r.World
	votes := w.ballot(r.Nodes, c)
	e.TitleReason = r.titleReason(core)
	e.StatusReason = r.statusReason(core, e.Status)
	for at, o := range origins {
		m := &e.Mentions[at]
		n := c[o.node]
		switch {
		case at > 0 && origins[at-1].node == o.node:
			m.LinkReason = again(w.Docs[r.Nodes[n].Doc], o.mention)
		case at > 0:
			if reason, ok := r.LinkReasons[[2]int{r.Nodes[n].Doc, r.Nodes[n].Chain}]; ok {
				m.LinkReason = reason.String()
			} else {
				m.LinkReason = w.linkReason(r.Nodes, c, o.node)
			}
		}
		if !e.Date.IsZero() {
			m.DateReason = r.dateReason(votes, n, o.mention, e.Date, m.DateReason)
		}
	}
}

// titleReason says which words of which report the title was made from.
func (r *Result) titleReason(c Cluster) string {
	d, k := r.titled(c)
	if d == nil {
		return ""
	}
	words := d.TitleReason(k)
	if words == "" {
		return "made from a sentence in " + d.Source.ID
	}
	return fmt.Sprintf("made from “%s” in %s", words, d.Source.ID)
}

// statusReason gives the words that a status rests on and the reports that
// say otherwise; "" for what all tell as happened.
func (r *Result) statusReason(c Cluster, status story.Status) string {
	var words string
	says := map[story.Status][]string{}
	for _, n := range c {
		d := r.World.Docs[r.Nodes[n].Doc]
		s := r.Nodes[n].status
		if !slices.Contains(says[s], d.Source.ID) {
			says[s] = append(says[s], d.Source.ID)
		}
		for _, k := range d.Chains[r.Nodes[n].Chain].Mentions {
			if words == "" && d.Mentions[k].Status == status {
				words = d.StatusReason(k)
			}
		}
	}
	for _, s := range []story.Status{story.StatusHappened, story.StatusPlanned, story.StatusCancelled, story.StatusDenied} {
		if s == status || len(says[s]) == 0 {
			continue
		}
		if words != "" {
			words += "; "
		}
		words += listed(says[s]) + " told it as " + string(s)
		if s == story.StatusPlanned {
			words += ", which is older knowledge"
		}
	}
	return words
}

// dateReason completes the reason for the date of mention k of node n: where
// the mention gives none, or one that is not the event's, it says who does.
func (r *Result) dateReason(votes ballot, n, k int, date edtf.Date, own string) string {
	d := r.World.Docs[r.Nodes[n].Doc]
	m := &d.Mentions[k]
	if own != "" && !m.When.Date.IsZero() && m.When.Date.Overlaps(date) {
		if by := r.datedBy(votes, r.Nodes[n].Doc, date); m.When.Basis == story.BasisInferred && by != "" {
			return own + ": " + by
		}
		return own
	}
	if own == "" {
		for _, i := range d.Chains[r.Nodes[n].Chain].Mentions {
			o := &d.Mentions[i]
			if i == k || o.When.Date.IsZero() || !o.When.Date.Overlaps(date) {
				continue
			}
			if o.When.Start < o.When.End {
				return fmt.Sprintf("the same report dates it elsewhere: “%s”", oneLine(d.Source.Text[o.When.Start:o.When.End]))
			}
			return "the same report dates it elsewhere"
		}
	}
	by := r.datedBy(votes, r.Nodes[n].Doc, date)
	day := date.Words(edtf.Style{FullMonth: true})
	switch {
	case by == "" && own == "":
		return "from the other reports of the event"
	case by == "":
		return own
	case own == "":
		return fmt.Sprintf("%s, from other reports of the event: %s", day, by)
	case m.When.Date.IsZero():
		return fmt.Sprintf("%s; %s is from %s", own, day, by)
	}
	return fmt.Sprintf("%s; but the event has %s, from %s", own, day, by)
}

// datedBy lists the documents but one that give a date, those that state it
// before those whose own date it is.
func (r *Result) datedBy(votes ballot, but int, date edtf.Date) string {
	for _, given := range [][]vote{votes.stated, votes.weak} {
		var ids []string
		for _, v := range given {
			if !v.date.Overlaps(date) {
				continue
			}
			for _, doc := range v.docs {
				if id := r.World.Docs[doc].Source.ID; doc != but && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
		if len(ids) > 0 {
			slices.Sort(ids)
			return listed(ids)
		}
	}
	return ""
}

// again says why mention k counts as the event that its report told before.
func again(d *extract.Document, k int) string {
	switch m := &d.Mentions[k]; {
	case m.In >= 0 && m.In < len(d.Mentions):
		in := &d.Mentions[m.In]
		toks := d.Tokens(in.Sentence)
		return fmt.Sprintf("says more of “%s” in the same report", oneLine(d.Source.Text[toks[in.Start].Start:toks[in.End-1].End]))
	case m.Definite:
		return "speaks of what the same report told before"
	}
	return "told again in the same report, with nothing that tells the two apart"
}

// compared is with how many nodes of a cluster one is compared to find the one
// that it is most like: a large cluster has enough that are much like it among
// the first.
const compared = 40

// linkReason says what the i-th node of a cluster, not the first, has in common
// with the node before it that is most like it.
func (w *World) linkReason(nodes []Node, c Cluster, i int) string {
	b := &nodes[c[i]]
	best, score := -1, never
	for _, n := range c[:min(i, compared)] {
		if s := w.Score(&nodes[n], b); s > score {
			best, score = n, s
		}
	}
	if best < 0 {
		// No pair would do by itself: other reports, or the words around the
		// two, brought them together.
		a := &nodes[c[0]]
		why := w.agreement(a, b, "")
		if why == "" {
			why = "told in much the same words"
		}
		return "as in " + w.Docs[a.Doc].Source.ID + ": " + why
	}
	a := &nodes[best]
	return "as in " + w.Docs[a.Doc].Source.ID + ": " + w.agreement(a, b, "nothing that tells the two apart")
}

// agreement says in what two nodes agree: what Score counts, in words. Alone is
// said where they share neither people nor a place.
func (w *World) agreement(a, b *Node, alone string) string {
	var same []string
	switch {
	case oneDeath(a, b):
		same = append(same, "the same death")
	default:
		for _, x := range a.concepts {
			if slices.Contains(b.concepts, x) {
				same = append(same, fmt.Sprintf("the same kind of act (%s)", x))
				break
			}
		}
	}
	var shared, standing []string
	for _, x := range a.actors {
		switch {
		case contains(b.actors, x):
			shared = append(shared, w.Entities[x].Name)
		case w.standsFor(x, b.actors):
			standing = append(standing, w.Entities[x].Name)
		}
	}
	if len(shared) > 0 {
		same = append(same, "the same people or bodies ("+listed(shared)+")")
	}
	if len(shared) == 0 && len(standing) > 0 {
		same = append(same, "a country and its people ("+listed(standing)+")")
	}
	if place, ok := w.sharedPlace(a, b); ok {
		same = append(same, "the same place ("+place+")")
	}
	if _, place := w.sharedPlace(a, b); len(shared)+len(standing) == 0 && !place && alone != "" {
		same = append(same, alone)
	}
	if when := together(a.when, b.when); when != "" {
		same = append(same, when)
	}
	if a.main && b.main {
		same = append(same, "both reports are about it")
	}
	return strings.Join(same, ", ")
}

// sharedPlace returns the finer of two places that are one or one inside the
// other.
func (w *World) sharedPlace(a, b *Node) (string, bool) {
	for _, x := range a.places {
		for _, y := range b.places {
			switch {
			case x == y, w.inside(x, y):
				return w.Entities[x].Name, true
			case w.inside(y, x):
				return w.Entities[y].Name, true
			}
		}
	}
	return "", false
}

// together says how two dates agree, "" where one is not known.
func together(x, y extract.When) string {
	switch {
	case x.Basis == "" || y.Basis == "":
		return ""
	case x.Date.IsZero() && y.Date.IsZero():
		if x.Weekday >= 0 && x.Weekday == y.Weekday {
			return "the same day of the week"
		}
		return ""
	case x.Date.IsZero() || y.Date.IsZero():
		if x.Weekday >= 0 || y.Weekday >= 0 {
			return "a day of the week that fits"
		}
		return ""
	case x.Basis == story.BasisDocument || y.Basis == story.BasisDocument:
		return "news of the same days"
	case x.Date == y.Date && x.Date.Precision() == edtf.PrecisionDay:
		return "the same day"
	case x.Date.Overlaps(y.Date):
		return "dates that fit"
	}
	return "dates so close that one may be a slip"
}

// listed joins the first few names: "A", "A and B", "A, B, C and 2 more".
func listed(all []string) string {
	if n := len(all) - namesListed; n > 1 {
		all = append(slices.Clone(all[:namesListed]), fmt.Sprintf("%d more", n))
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	last := len(all) - 1
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
