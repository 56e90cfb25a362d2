package adopt

import (
	"slices"

	"github.com/causeline/causeline/timeline/story"
)

// answer writes down that a document gives another answer to a question about
// an event than the story, unless a person deleted it. A disagreement on the
// question is added to; else there is a new one, the story's answer first,
// with the documents that agree with it.
func (a *adoption) answer(event, field string, kind story.DisagreementKind, own string, agree []string, other, document string) {
	if a.buried.ids[answerID(event, field, other)] {
		return
	}
	i, ok := a.asked[question{event, field}]
	if !ok {
		i = len(a.story.Disagreements)
		d := story.Disagreement{About: []string{event}, Field: field, Kind: kind,
			Values: []story.DisagreementValue{{Value: own, Documents: slices.Clone(agree)}}}
		a.asked[question{event, field}] = i
		a.story.Disagreements = append(a.story.Disagreements, d)
	}
	d := &a.story.Disagreements[i]
	at := slices.IndexFunc(d.Values, func(v story.DisagreementValue) bool { return v.Value == other })
	if at < 0 {
		d.Values = append(d.Values, story.DisagreementValue{Value: other, Documents: []string{document}})
		a.tell(i)
		return
	}
	if v := &d.Values[at]; !slices.Contains(v.Documents, document) {
		v.Documents = append(v.Documents, document)
		slices.Sort(v.Documents)
	}
}

// tell lists a disagreement as new, once, as it is in the end.
func (a *adoption) tell(i int) {
	d := a.story.Disagreements[i]
	k := slices.IndexFunc(a.changes.Disagreements, func(o story.Disagreement) bool {
		return o.Field == d.Field && o.Kind == d.Kind && slices.Equal(o.About, d.About)
	})
	if k < 0 {
		a.changes.Disagreements = append(a.changes.Disagreements, d)
		return
	}
	a.changes.Disagreements[k] = d
}

// relations adds those that are new, and new evidence to those that stand.
func (a *adoption) relations(read []story.Relation) {
	for _, r := range read {
		r.From, r.To = a.renamed[r.From], a.renamed[r.To]
		k := story.RelationKey{From: r.From, To: r.To, Type: r.Type}
		if r.From == "" || r.To == "" || r.From == r.To || a.buried.ids[relationID(k)] {
			continue
		}
		i, ok := a.relation[k]
		if !ok {
			a.relation[k] = len(a.story.Relations)
			r.Mentions = slices.Clone(r.Mentions)
			a.story.Relations = append(a.story.Relations, r)
			a.changes.Relations = append(a.changes.Relations, k)
			continue
		}
		own := &a.story.Relations[i]
		for _, m := range r.Mentions {
			if !slices.ContainsFunc(own.Mentions, func(n story.Mention) bool { return n.Document == m.Document && n.Quote == m.Quote }) {
				own.Mentions = append(own.Mentions, m)
			}
		}
	}
}

// disagreements adds those about events of the reading, as far as a person did
// not delete their answers.
func (a *adoption) disagreements(read []story.Disagreement) {
	for _, d := range read {
		var about []string
		for _, id := range d.About {
			if to := a.renamed[id]; to != "" && !slices.Contains(about, to) {
				about = append(about, to)
			}
		}
		d.About = about
		if len(about) == 0 || a.deleted(&d) ||
			slices.ContainsFunc(a.story.Disagreements, func(o story.Disagreement) bool { return alike(&o, &d) }) {
			continue
		}
		d.Values = slices.Clone(d.Values)
		a.story.Disagreements = append(a.story.Disagreements, d)
		a.changes.Disagreements = append(a.changes.Disagreements, d)
	}
}

// deleted reports whether a person deleted an answer of a disagreement.
func (a *adoption) deleted(d *story.Disagreement) bool {
	return slices.ContainsFunc(d.Values, func(v story.DisagreementValue) bool {
		return slices.ContainsFunc(d.About, func(id string) bool { return a.buried.ids[answerID(id, d.Field, v.Value)] })
	})
}

// alike reports whether two disagreements say the same, whatever documents
// they name.
func alike(a, b *story.Disagreement) bool {
	return a.Field == b.Field && a.Kind == b.Kind && slices.Equal(a.About, b.About) &&
		slices.EqualFunc(a.Values, b.Values, func(x, y story.DisagreementValue) bool { return x.Value == y.Value })
}
