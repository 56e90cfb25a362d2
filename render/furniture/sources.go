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

// maxHosts is how many hosts of addresses are named in a line.
const maxHosts = 4

// Sources names who a story rests on: "Sources: A; B", "Source: not given". A
// story without documents rests on what its events lead to.
func Sources(say lang.Speaker, s *story.Story) string {
	sources := SourcesOf(say, s.Documents)
	if len(s.Documents) == 0 {
		sources = hosts(s.Events)
	}
	if len(s.Documents) == 0 && len(sources) > maxHosts {
		more := say.Count("sources.more", int64(len(sources)-maxHosts+1))
		sources = append(sources[:maxHosts-1], Source{Name: more})
	}
	if words := inWords(say, sources); words != "" {
		return words
	}
	return say.Say("source.none")
}

// hosts returns the hosts that drawn events lead to, each once.
func hosts(events []story.Event) []Source {
	var out []Source
	for i := range events {
		name, ok := host(events[i].URL)
		if ok && events[i].Drawn && !slices.ContainsFunc(out, func(s Source) bool { return s.Name == name }) {
			out = append(out, Source{name, events[i].URL})
		}
	}
	return out
}

// host returns the host of an address without www, and whether it has one.
func host(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "", false
	}
	return strings.TrimPrefix(u.Hostname(), "www."), true
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
	if docs := t.documentsOf(e.Mentions); len(docs) > 0 {
		return SourcesOf(t.Say, docs)
	}
	if name, ok := host(e.URL); ok {
		return []Source{{name, e.URL}}
	}
	return nil
}

// documentsOf returns the documents of mentions, each once.
func (t *Teller) documentsOf(mentions []story.Mention) []story.Document {
	var docs []story.Document
	seen := map[string]bool{}
	for _, m := range mentions {
		if d := t.documents[m.Document]; d != nil && !seen[d.ID] {
			seen[d.ID] = true
			docs = append(docs, *d)
		}
	}
	return docs
}

// Address returns where the event leads: to its own address, else to the first
// report of it that has one; "" where there is none.
func (t *Teller) Address(e *story.Event) string {
	if e.URL != "" {
		return e.URL
	}
	for _, m := range e.Mentions {
		if d := t.documents[m.Document]; d != nil && d.URL != "" {
			return d.URL
		}
	}
	return ""
}

// Sources names who tells of the event: "Source: A", "Sources: A; B"; "" where
// nobody is known to.
func (t *Teller) Sources(e *story.Event) string { return inWords(t.Say, t.SourcesOf(e)) }
