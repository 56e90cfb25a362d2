package furniture

import (
	"net/url"
	"slices"
	"strings"

	"github.com/causeline/causeline/render/lang"
	"github.com/causeline/causeline/timeline/story"
)

// A Source is who tells of something, and where: a publisher and the address
// of its first report that has one. Addresses are as the story has them and
// may not be fit to follow.
type Source struct{ Name, URL string }

// SourcesOf returns the publishers of documents, each once. A single document
// without a publisher counts by its title; of several, those without one are
// counted as the last source.
func SourcesOf(say lang.Speaker, docs []story.Document) []Source {
	var out []Source
	others := 0
	for _, d := range docs {
		name := oneLine(d.Publisher)
		if name == "" && len(docs) == 1 {
			name = oneLine(d.Title)
		}
		i := slices.IndexFunc(out, func(s Source) bool { return s.Name == name })
		switch {
		case name == "":
			others++
		case i < 0:
			out = append(out, Source{name, d.URL})
		case out[i].URL == "":
			out[i].URL = d.URL
		}
	}
	if others > 0 {
		phrase := "reports"
		if len(out) > 0 {
			phrase = "reports.more"
		}
		out = append(out, Source{Name: say.Count(phrase, int64(others))})
	}
	return out
}

// Sources names the publishers of documents in words: "Sources: A; B",
// "Source: not given".
func Sources(say lang.Speaker, docs []story.Document) string {
	if words := inWords(say, SourcesOf(say, docs)); words != "" {
		return words
	}
	return say.Say("source.none")
}

// inWords writes "Source: A" or "Sources: A; B", and "" for none.
func inWords(say lang.Speaker, sources []Source) string {
	var names []string
	for _, s := range sources {
		names = append(names, s.Name)
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return say.Say("source", names[0])
	}
	return say.Say("sources", strings.Join(names, say.Say("semicolon")))
}

// SourcesOf returns who tells of the event. An event of no document has the
// host of its address.
func (t *Teller) SourcesOf(e *story.Event) []Source {
	var docs []story.Document
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		if d := t.documents[m.Document]; d != nil && !seen[d.ID] {
			seen[d.ID] = true
			docs = append(docs, *d)
		}
	}
	if len(docs) > 0 {
		return SourcesOf(t.Say, docs)
	}
	if u, err := url.Parse(e.URL); err == nil && u.Host != "" {
		return []Source{{strings.TrimPrefix(u.Hostname(), "www."), e.URL}}
	}
	return nil
}

// Sources names who tells of the event: "Source: A", "Sources: A; B"; "" where
// nobody is known to.
func (t *Teller) Sources(e *story.Event) string { return inWords(t.Say, t.SourcesOf(e)) }
