package merge

import (
	"cmp"
	"slices"
	"sort"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// A vote is a date that mentions of a cluster give, and the documents that
// give it.
type vote struct {
	date edtf.Date
	docs []int
}

// A ballot is all that a cluster's mentions say about its date. What is stated
// counts before what follows from the date of a document.
type ballot struct {
	stated, weak []vote
	clock        string // the most exact stated
}

func (w *World) ballot(nodes []Node, c Cluster) ballot {
	var b ballot
	passing := w.passing(nodes, c)
	for _, n := range c {
		if nodes[n].minor && !passing {
			continue // what is told in passing does not vote where the event itself is told
		}
		d := w.Docs[nodes[n].Doc]
		for _, k := range d.Chains[nodes[n].Chain].Mentions {
			m := d.Mentions[k].When
			if m.Date.IsZero() {
				continue
			}
			if m.Basis != story.BasisStated {
				b.weak = cast(b.weak, m.Date, nodes[n].Doc)
				continue
			}
			b.stated = cast(b.stated, m.Date, nodes[n].Doc)
			if len(m.Clock) > len(b.clock) {
				b.clock = m.Clock
			}
		}
	}
	return b
}

// passing reports whether a cluster is only told of in passing.
func (w *World) passing(nodes []Node, c Cluster) bool {
	for _, n := range c {
		if !nodes[n].minor {
			return false
		}
	}
	return true
}

// cast adds a document's word for a date.
func cast(votes []vote, d edtf.Date, doc int) []vote {
	for i := range votes {
		if votes[i].date == d {
			votes[i].docs = appendNew(votes[i].docs, doc)
			return votes
		}
	}
	return append(votes, vote{d, []int{doc}})
}

// dateOf decides the date of a cluster from its mentions. Among stated dates
// the one that most documents give wins, of equals the finer one, then the
// earlier; dates that exclude the winner come back as a disagreement with the
// winner first, and make it uncertain when as many documents give them.
// Without a stated date it is the earliest day that follows from the
// documents: what is reported on several days happened by the first.
func (w *World) dateOf(nodes []Node, c Cluster) (edtf.Date, string, []story.DisagreementValue) {
	b := w.ballot(nodes, c)
	if len(b.stated) == 0 {
		if len(b.weak) == 0 {
			return edtf.Date{}, "", nil
		}
		first := slices.MinFunc(b.weak, func(x, y vote) int { return edtf.Compare(x.date, y.date) })
		return first.date, "", nil
	}
	rank(b.stated)
	best := b.stated[0]
	var against []story.DisagreementValue
	most := 0
	for _, v := range b.stated {
		if !v.date.Overlaps(best.date) {
			against = append(against, w.value(v.date, v.docs))
			most = max(most, len(v.docs))
		}
	}
	if len(against) == 0 || w.passing(nodes, c) {
		return best.date, b.clock, nil
	}
	against = append([]story.DisagreementValue{w.value(best.date, best.docs)}, against...)
	if most >= len(best.docs) {
		return best.date.WithUncertain(), b.clock, against
	}
	return best.date, b.clock, against
}

// rank sorts votes, the winner first. A date counts its own documents and
// those whose coarser date covers it.
func rank(votes []vote) {
	support := make(map[edtf.Date]int, len(votes))
	for _, v := range votes {
		var docs []int
		for _, o := range votes {
			if o.date.Covers(v.date) {
				docs = appendNew(docs, o.docs...)
			}
		}
		support[v.date] = len(docs)
	}
	slices.SortFunc(votes, func(a, b vote) int {
		return cmp.Or(
			cmp.Compare(support[b.date], support[a.date]),
			cmp.Compare(a.date.Precision(), b.date.Precision()),
			edtf.Compare(a.date, b.date),
		)
	})
}

// value is one answer of a disagreement.
func (w *World) value(d edtf.Date, docs []int) story.DisagreementValue {
	v := story.DisagreementValue{Value: d.String()}
	for _, i := range docs {
		v.Documents = append(v.Documents, w.Docs[i].Source.ID)
	}
	sort.Strings(v.Documents)
	return v
}
