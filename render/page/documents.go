package page

import (
	"github.com/causeline/causeline/timeline/story"
)

// A source is a document as the page shows it.
type source struct {
	Anchor    string // its id on the page
	ID        string
	Title     link // to the document itself, where it has an address
	Publisher string
	Published when
	Found     string // how its date was found, in words
	Short     string // a name to refer to it by, one of its kind
}

// A ref is a short name of a document that leads to its entry.
type ref struct{ Anchor, Name string }

// documents lists the story's documents in its order and names them.
func (b *builder) documents() []source {
	b.docs = map[string]*source{}
	publishers, titles := map[string]int{}, map[string]int{}
	for _, d := range b.story.Documents {
		publishers[oneLine(d.Publisher)]++
		titles[oneLine(d.Title)]++
	}
	out := make([]source, 0, len(b.story.Documents))
	for _, d := range b.story.Documents {
		s := source{
			ID: oneLine(d.ID), Publisher: oneLine(d.Publisher), Published: dateOnly(d.Published), Found: found(d),
		}
		name := oneLine(d.Title)
		if name == "" {
			name = oneLine(d.Path)
		}
		if name == "" {
			name = s.ID
		}
		s.Title = newLink(d.URL, name)
		switch t := oneLine(d.Title); {
		case s.Publisher != "" && publishers[s.Publisher] == 1:
			s.Short = s.Publisher
		case t != "" && titles[t] == 1:
			s.Short = t
		case s.Publisher != "":
			s.Short = s.Publisher + " (" + s.ID + ")"
		default:
			s.Short = s.ID
		}
		if b.docs[d.ID] == nil {
			s.Anchor = "document_" + s.ID
		}
		out = append(out, s)
		if b.docs[d.ID] == nil {
			b.docs[d.ID] = &out[len(out)-1] // out never grows beyond its capacity
		}
	}
	return out
}

// ref names a document; one that the story does not have has no anchor.
func (b *builder) ref(id string) *ref {
	if s := b.docs[id]; s != nil {
		return &ref{s.Anchor, s.Short}
	}
	if id = oneLine(id); id != "" {
		return &ref{Name: id}
	}
	return nil
}

// found says in words how a document's date was found.
func found(d story.Document) string {
	why := oneLine(d.DatingReason)
	with := func(words string) string {
		if why != "" {
			return words + " (" + why + ")"
		}
		return words
	}
	switch {
	case d.Published.IsZero():
		return with("no date found")
	case d.Dating == story.DatingStated:
		return with("stated in the document")
	case d.Dating == story.DatingGiven:
		return with("given by the editor")
	case d.Dating == story.DatingInferred:
		if why == "" {
			return "inferred"
		}
		return "inferred, since the document has no date of its own, but " + why
	}
	return why
}

// A report is what one document says of an event or a relation.
type report struct {
	Source  *source // nil where the story lacks the document
	Name    string  // of the document that is lacking
	Ref     *ref    // the document in short; nil for a mention without one
	Excerpt []excerpt
}

// reports groups mentions by document, in the order in which documents come.
// A sentence that is mentioned more than once is shown once.
func (b *builder) reports(ms []story.Mention) []report {
	return b.reportsOf(ms, func(m story.Mention) (region, bool) { return triggerIn(m) })
}

func (b *builder) reportsOf(ms []story.Mention, mark func(story.Mention) (region, bool)) []report {
	var out []report
	var quotes [][]string
	at := map[string]int{}
	marks := map[[2]string][]region{}
	for _, m := range ms {
		i, ok := at[m.Document]
		if !ok {
			i = len(out)
			at[m.Document] = i
			out = append(out, report{Source: b.docs[m.Document], Name: oneLine(m.Document), Ref: b.ref(m.Document)})
			quotes = append(quotes, nil)
		}
		key := [2]string{m.Document, m.Quote}
		if _, ok := marks[key]; !ok {
			quotes[i] = append(quotes[i], m.Quote)
			marks[key] = nil
		}
		if r, ok := mark(m); ok {
			marks[key] = append(marks[key], r)
		}
	}
	for i, m := range order(ms, at) {
		for _, q := range quotes[i] {
			if x, ok := newExcerpt(q, marks[[2]string{m, q}], b.quotes); ok {
				out[i].Excerpt = append(out[i].Excerpt, x)
			}
		}
	}
	return out
}

// order returns the documents of mentions, each once, in order.
func order(ms []story.Mention, at map[string]int) []string {
	out := make([]string, len(at))
	for _, m := range ms {
		out[at[m.Document]] = m.Document
	}
	return out
}
