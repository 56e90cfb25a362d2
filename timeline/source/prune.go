package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are elements whose content is no running text.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Figure: true, atom.Figcaption: true,
	atom.Picture: true, atom.Video: true, atom.Audio: true, atom.Object: true, atom.Embed: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Map: true, atom.Button: true, atom.Select: true,
	atom.Input: true, atom.Textarea: true, atom.Label: true, atom.Dialog: true, atom.Menu: true,
	atom.Del: true, atom.S: true, atom.Strike: true, atom.Caption: true, atom.Frameset: true, atom.Noframes: true,
}

// A fate says how sure it is that an element is not the report.
type fate int

const (
	kept    fate = iota
	suspect      // goes unless it holds a good part of the page's prose
	foreign      // goes unless it holds nearly all of it
	gone         // goes
)

var (
	// foreignName matches the class or id of other people's words: comments,
	// teasers of other reports, banners.
	foreignName = compile(`(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|newsletter|sign-?up|subscri(?:be|ption)|related|recommend(?:ed|ations)?|most-?(?:read|popular)|trending|comments?|respond|disqus|breadcrumbs?|sponsor(?:ed)?|advert(?:isement)?s?|captions?|wp-caption)(?:$|[\s_-])`)
	// suspectName matches names that some pages give to what is around the
	// report and others to what is in it.
	suspectName = compile(`(?i)(?:^|[\s_-])(?:paywall|promo|ads?|ad-slot|banner|read-?more|also-read|share|sharing|social|nav|navigation|menu|sidebar|footer|site-header|masthead|credit|gallery|tags|tag-list|byline|author-(?:box|bio)|print-only|screen-reader-text|sr-only|visually-hidden|skip-link)(?:$|[\s_-])`)
)

// prune removes from a tree what is not the report: scripts, navigation,
// captions, banners, hidden parts. Names alone decide little: a part that
// holds much of the page's prose stays.
func prune(root *html.Node) {
	var doomed []*html.Node
	for n := range root.Descendants() {
		if fateOf(n) != kept {
			doomed = append(doomed, n)
		}
	}
	w := weigher{map[*html.Node]weight{}}
	total := w.weigh(root, false).prose()
	for _, n := range doomed {
		share := 10 * w.weights[n].prose()
		switch fateOf(n) {
		case suspect:
			if share > 3*total {
				continue
			}
		case foreign:
			if share > 8*total {
				continue
			}
		}
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// A weight is how much text a node holds, in bytes.
type weight struct {
	text       int // all of it
	paragraphs int // what stands within paragraphs
}

// prose is the text within paragraphs, or all where there are none.
func (w weight) prose() int {
	if w.paragraphs > 0 {
		return w.paragraphs
	}
	return w.text
}

// A weigher weighs every element of a tree in one pass.
type weigher struct{ weights map[*html.Node]weight }

func (w weigher) weigh(n *html.Node, inParagraph bool) weight {
	if n.Type == html.TextNode {
		size := len(strings.TrimSpace(n.Data))
		if inParagraph {
			return weight{size, size}
		}
		return weight{size, 0}
	}
	if unread[n.DataAtom] {
		return weight{}
	}
	var sum weight
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		x := w.weigh(c, inParagraph || n.DataAtom == atom.P)
		sum.text += x.text
		sum.paragraphs += x.paragraphs
	}
	if n.Type == html.ElementNode {
		w.weights[n] = sum
	}
	return sum
}

// fateOf judges an element by its kind, its attributes and its names.
func fateOf(n *html.Node) fate {
	if n.Type == html.CommentNode {
		return gone
	}
	if n.Type != html.ElementNode {
		return kept
	}
	if unread[n.DataAtom] {
		return gone
	}
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Head:
		return kept
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" && n.DataAtom != atom.Span ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
		return foreign
	}
	switch n.DataAtom {
	case atom.Form, atom.Address:
		return suspect
	case atom.Header:
		if !under(n, atom.Article, atom.Main) {
			return suspect
		}
	case atom.Span, atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Time, atom.H1:
		return kept
	}
	if attr(n, "itemprop") == "articleBody" {
		return kept
	}
	switch attr(n, "role") {
	case "navigation", "banner", "complementary", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar":
		return suspect
	}
	names := attr(n, "class")
	if id := attr(n, "id"); strings.Count(id, "-") < 3 { // a longer one is a heading's slug
		names += " " + id
	}
	switch {
	case foreignName().MatchString(names):
		return foreign
	case suspectName().MatchString(names):
		return suspect
	}
	return kept
}
