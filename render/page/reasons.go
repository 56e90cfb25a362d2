package page

import "github.com/causeline/causeline/timeline/story"

// A reason says why an event has its date: Before, the documents' words,
// Middle, the documents, and Why, what the date was counted from.
type reason struct {
	Before, Words, Middle string
	Documents             []*ref
	Why                   string
}

// saysAll is the machine's reason for words that need nothing to count from:
// beside the words it says nothing.
const saysAll = "the words say it all"

// reasons says where an event's date comes from, once for each manner and
// wording, with the documents that agree on it. What is inferred for a
// document that gives the date elsewhere itself is left out.
func (b *builder) reasons(e *story.Event) []reason {
	type manner struct {
		basis story.DateBasis
		words string
		why   string
	}
	var order []manner
	documents := map[manner][]*ref{}
	seen := map[manner]map[string]bool{}
	surer := map[string]bool{}
	for _, m := range e.Mentions {
		if m.DateBasis != "" && m.DateBasis != story.BasisInferred {
			surer[m.Document] = true
		}
	}
	for _, m := range e.Mentions {
		k := manner{m.DateBasis, oneLine(m.DateText), oneLine(m.DateReason)}
		if k.basis == story.BasisInferred {
			k.words = "" // the words that date it stand in another report
		}
		if k == (manner{}) || k.basis == story.BasisInferred && surer[m.Document] {
			continue
		}
		if k.why == saysAll {
			k.why = ""
		}
		if seen[k] == nil {
			seen[k] = map[string]bool{}
			order = append(order, k)
		}
		if r := b.ref(m.Document); r != nil && !seen[k][m.Document] {
			seen[k][m.Document] = true
			documents[k] = append(documents[k], r)
		}
	}
	var out []reason
	for _, k := range order {
		r := wordReason(k.basis, k.words, documents[k])
		r.Why = k.why
		if r.Why != "" && k.basis == story.BasisInferred {
			r = reason{Before: "date inferred", Middle: "for", Documents: documents[k], Why: k.why}
		}
		out = append(out, r)
	}
	return out
}

func wordReason(basis story.DateBasis, words string, docs []*ref) reason {
	r := reason{Words: words, Middle: "in", Documents: docs}
	reports := "the date of the report"
	if len(docs) > 1 {
		reports = "the dates of the reports"
	}
	switch {
	case basis == story.BasisInferred:
		return reason{Before: "date taken from other reports of the same event"}
	case basis == story.BasisContext && words == "":
		r.Before = "dated from its context"
	case basis == story.BasisContext:
		r.Before = "dated from its context, the words"
	case basis == story.BasisDocument && words == "":
		r.Before, r.Middle = "dated by "+reports, ""
	case basis == story.BasisDocument:
		r.Before, r.Middle = "dated by the words", "and "+reports
	case basis != story.BasisStated && basis != "":
		r.Before = "dated (" + oneLine(string(basis)) + ")" // no basis of ours
	case words == "":
		r.Before = "dated by its sentence"
	default:
		r.Before = "dated by the words"
	}
	return r
}
