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
// a report of the day after tells of the day before. Where that is the report's
// own date, nothing is taken from others.
func (w *World) newsDays(nodes []Node, clusters []Cluster) []edtf.Date {
	out := make([]edtf.Date, len(w.Docs))
	for _, c := range clusters {
		date, _, _ := w.dateOf(nodes, c)
		if !day(date) {
			continue
		}
		for _, n := range c {
			if nodes[n].main && nodes[n].when.Basis == story.BasisDocument && nodes[n].when.Date != date {
				out[nodes[n].Doc] = date
			}
		}
	}
	return out
}

// dateBy dates the undated documents whose main event, or the event that they
// open with, is in a cluster by the earliest dated report whose main event it
// is.
func (w *World) dateBy(nodes []Node, c Cluster, found map[int]Inference) {
	var dated, undated []int
	for _, n := range c {
		if w.Docs[nodes[n].Doc].Date.IsZero() {
			if nodes[n].main || w.opens(&nodes[n]) {
				undated = append(undated, n)
			}
		} else if nodes[n].main && day(w.Docs[nodes[n].Doc].Date) {
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

// opens reports whether a report's first sentence tells of the event with the
// name of a day: then that is its news, whatever else it speaks of more.
func (w *World) opens(n *Node) bool {
	d := w.Docs[n.Doc]
	if n.when.Weekday < 0 {
		return false
	}
	for _, k := range d.Chains[n.Chain].Mentions {
		if d.Mentions[k].Sentence <= d.FirstBody() {
			return true
		}
	}
	return false
}

func day(d edtf.Date) bool { return d.Precision() == edtf.PrecisionDay && !d.IsInterval() }

// words returns the document's words that date something.
func words(d *extract.Document, w extract.When) string {
	if w.Start >= w.End {
		return ""
	}
	return d.Source.Text[w.Start:w.End]
}
