package embed

import (
	"html"
	"strings"

	"github.com/causeline/causeline/render/furniture"
	"github.com/causeline/causeline/render/href"
	"github.com/causeline/causeline/render/htmltext"
)

// A markup is a piece of HTML. Whatever comes from a story becomes one by text.
type markup string

// text escapes words for content and for double-quoted attributes, in one
// line. Braces are escaped too: figures are put into templates, which would
// take {{, {% and {# for their own.
func text(s string) markup {
	return markup(strings.ReplaceAll(html.EscapeString(htmltext.OneLine(s)), "{", "&#123;"))
}

// link leads to an address where that is fit to follow; else it is the words
// alone.
func link(address string, words markup) markup {
	target, ok := href.Safe(address)
	if !ok {
		return words
	}
	return `<a href="` + text(unreserved.Replace(target)) + `">` + words + `</a>`
}

// unreserved spells the characters that no address may hold as they are.
var unreserved = strings.NewReplacer(`"`, "%22", "<", "%3C", ">", "%3E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D", "^", "%5E")

// phrase returns a phrase of the language filled with pieces of HTML. The
// phrases are the program's own and hold none.
func (f *figure) phrase(name string, args ...markup) markup {
	plain := make([]string, len(args))
	for i, a := range args {
		plain[i] = string(a)
	}
	return markup(f.opt.Say.Say(name, plain...))
}

// sources writes "Sources: A; B" with links, and "" for none.
func (f *figure) sources(all []furniture.Source) markup {
	var words markup
	for i, s := range all {
		if i > 0 {
			words += "; "
		}
		words += link(s.URL, "<bdi>"+text(s.Name)+"</bdi>")
	}
	switch len(all) {
	case 0:
		return ""
	case 1:
		return f.phrase("source", words)
	}
	return f.phrase("sources", words)
}

// line prints a line of the figure.
func (f *figure) line(m markup) {
	f.out.WriteString(string(m))
	f.out.WriteByte('\n')
}
