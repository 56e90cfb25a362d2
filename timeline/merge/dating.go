package merge

import (
	"fmt"
	"sort"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/story"
)

// An Inference is the date that a report without one takes from dated reports
// of the same event.
type Inference struct {
	Date   edtf.Date // approximate
	Reason string
}

// Date finds dates for the undated documents: a report whose main event is
// the main event of dated reports was written about when they were. What such
// a report then dates by weekday or "last month" may date further reports, so
// it is repeated until nothing changes.
//
// The returned documents are new readings where a date was found; the
// inferences are by document, zero where there was nothing to infer.
func Date(docs []*extract.Document) ([]*extract.Document, []Inference) {
	out := append([]*extract.Document(nil), docs...)
	inferred := make([]Inference, len(docs))
	for {
		w := Link(out)
		nodes := w.Nodes()
		clusters := w.Clusters(nodes, w.Candidates(nodes))
		found := map[int]Inference{}
		for _, c := range clusters {
			w.dateBy(nodes, c, found)
		}
		for i, inf := range found {
			day, _ := inf.Date.Earliest()
			out[i] = out[i].Redate(edtf.FromDay(day), edtf.Date{})
			inferred[i] = inf
		}
		if len(found) > 0 {
			continue
		}
		for i, day := range w.newsDays(nodes, clusters) {
			if !day.IsZero() {
				out[i] = out[i].Redate(out[i].Date, day)
			}
		}
		return out, inferred
	}
}

// newsDays returns, for each document whose main event is dated by the
// document's own date only, the day that other reports state for that event:
// a report of the day after tells of the day before.
func (w *World) newsDays(nodes []Node, clusters []Cluster) []edtf.Date {
	out := make([]edtf.Date, len(w.Docs))
	for _, c := range clusters {
		date, _, against := w.dateOf(nodes, c)
		if !day(date) || len(against) > 0 {
			continue
		}
		for _, n := range c {
			if nodes[n].main && nodes[n].when.Basis == story.BasisDocument {
				out[nodes[n].Doc] = date
			}
		}
	}
	return out
}

// dateBy dates the undated documents whose main event is in a cluster by the
// earliest dated report whose main event it is too.
func (w *World) dateBy(nodes []Node, c Cluster, found map[int]Inference) {
	var dated, undated []int
	for _, n := range c {
		if !nodes[n].main {
			continue
		}
		if w.Docs[nodes[n].Doc].Date.IsZero() {
			undated = append(undated, n)
		} else if day(w.Docs[nodes[n].Doc].Date) {
			dated = append(dated, n)
		}
	}
	if len(dated) == 0 {
		return
	}
	sort.SliceStable(dated, func(i, j int) bool {
		return edtf.Compare(w.Docs[nodes[dated[i]].Doc].Date, w.Docs[nodes[dated[j]].Doc].Date) < 0
	})
	by := w.Docs[nodes[dated[0]].Doc]
	for _, n := range undated {
		d := w.Docs[nodes[n].Doc]
		reason := fmt.Sprintf("tells of the same event as %s, which is dated %s", by.Source.ID, by.Date)
		if wd := nodes[n].when.Weekday; wd >= 0 {
			reason += fmt.Sprintf("; its %q fits", words(d, nodes[n].when))
		}
		found[nodes[n].Doc] = Inference{Date: by.Date.WithApproximate(), Reason: reason}
	}
}

func day(d edtf.Date) bool { return d.Precision() == edtf.PrecisionDay && !d.IsInterval() }

// words returns the document's words that date something.
func words(d *extract.Document, w extract.When) string {
	if w.Start >= w.End {
		return ""
	}
	return d.Source.Text[w.Start:w.End]
}

// dateOf decides the date of a cluster from its nodes: what is stated counts
// before what follows from the document's date; among stated dates the one
// that most documents give, the finer one of those that agree. Dates that
// exclude each other come back as a disagreement.
func (w *World) dateOf(nodes []Node, c Cluster) (edtf.Date, string, []story.DisagreementValue) {
	type vote struct {
		date edtf.Date
		docs []int
	}
	var stated, weak []vote
	clock := ""
	add := func(list []vote, d edtf.Date, doc int) []vote {
		for i := range list {
			if list[i].date == d {
				list[i].docs = appendNew(list[i].docs, doc)
				return list
			}
		}
		return append(list, vote{d, []int{doc}})
	}
	for _, n := range c {
		d := w.Docs[nodes[n].Doc]
		for _, k := range d.Chains[nodes[n].Chain].Mentions {
			m := d.Mentions[k]
			if m.When.Date.IsZero() {
				continue
			}
			if m.When.Basis == story.BasisStated {
				stated = add(stated, m.When.Date, nodes[n].Doc)
			} else {
				weak = add(weak, m.When.Date, nodes[n].Doc)
			}
			if m.When.Clock != "" && (clock == "" || len(m.When.Clock) > len(clock)) && m.When.Basis == story.BasisStated {
				clock = m.When.Clock
			}
		}
	}
	votes := stated
	if len(votes) == 0 {
		votes = weak
	}
	if len(votes) == 0 {
		return edtf.Date{}, "", nil
	}
	// A date counts its own documents and those whose coarser date covers it.
	support := func(v vote) int {
		var docs []int
		for _, o := range votes {
			if o.date == v.date || o.date.Covers(v.date) {
				docs = appendNew(docs, o.docs...)
			}
		}
		return len(docs)
	}
	sort.SliceStable(votes, func(i, j int) bool {
		a, b := support(votes[i]), support(votes[j])
		if a != b {
			return a > b
		}
		if p, q := votes[i].date.Precision(), votes[j].date.Precision(); p != q {
			return p < q
		}
		return edtf.Compare(votes[i].date, votes[j].date) < 0
	})
	best := votes[0]
	if len(stated) == 0 {
		// Reports of one event on several days: it happened by the first.
		for _, v := range votes {
			if edtf.Compare(v.date, best.date) < 0 {
				best = v
			}
		}
		return best.date, clock, nil
	}
	var against []story.DisagreementValue
	for _, v := range votes {
		if !v.date.Overlaps(best.date) {
			against = append(against, w.value(v.date, v.docs))
		}
	}
	if len(against) > 0 {
		against = append([]story.DisagreementValue{w.value(best.date, best.docs)}, against...)
		if len(against[0].Documents) == len(against[1].Documents) {
			return best.date.WithUncertain(), clock, against
		}
	}
	return best.date, clock, against
}

func (w *World) value(d edtf.Date, docs []int) story.DisagreementValue {
	v := story.DisagreementValue{Value: d.String()}
	for _, i := range docs {
		v.Documents = append(v.Documents, w.Docs[i].Source.ID)
	}
	sort.Strings(v.Documents)
	return v
}
