package page

import (
	"html/template"
	"strings"

	"github.com/causeline/causeline/render/href"
	"github.com/causeline/causeline/render/htmltext"
	"github.com/causeline/causeline/timeline/story"
)

// clean returns s without what HTML forbids. What remains is escaped by the
// template.
func clean(s string) string { return htmltext.Clean(s) }

// oneLine is clean with all white space made single spaces.
func oneLine(s string) string { return htmltext.OneLine(s) }

// headline is the story's title, or a stand-in.
func headline(s *story.Story) string {
	if t := oneLine(s.Title); t != "" {
		return t
	}
	return "Timeline"
}

// A link is an address that is fit to follow, or just its text.
type link struct {
	Href template.URL // empty where the address is not safe
	Text string
}

// newLink makes a link to an address from a document or a person.
func newLink(url, words string) link {
	if target, ok := href.Safe(url); ok {
		// The template's own check would refuse references such as "?a:b".
		return link{Href: template.URL(target), Text: words}
	}
	return link{Text: words}
}

// joined writes a list for people: "A", "A and B", "A, B and C".
func joined(list []string) string {
	var words []string
	for _, s := range list {
		if s = oneLine(s); s != "" {
			words = append(words, s)
		}
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
