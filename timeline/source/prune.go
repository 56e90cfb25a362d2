package source

import (
	"regexp"
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
	foreignName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|newsletter|sign-?up|subscri(?:be|ption)|related|recommend(?:ed|ations)?|most-?(?:read|popular)|trending|comments?|respond|disqus|breadcrumbs?|sponsor(?:ed)?|advert(?:isement)?s?|captions?|wp-caption)(?:$|[\s_-])`)
	// suspectName matches names that some pages give to what is around the
	// report and others to what is in it.
	suspectName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:paywall|promo|ads?|ad-slot|banner|read-?more|also-read|share|sharing|social|nav|navigation|menu|sidebar|footer|site-header|masthead|credit|gallery|tags|tag-list|byline|author-(?:box|bio)|print-only|screen-reader-text|sr-only|visually-hidden|skip-link)(?:$|[\s_-])`)
)

// prune removes from a tree what is not the report: scripts, navigation,
// captions, banners, hidden parts. Names alone decide little: a part that
// holds much of the page's prose stays.
func prune(root *html.Node) {
	total := proseLen(root)
	type doom struct {
		n *html.Node
		f fate
	}
	var doomed []doom
	for n := range root.Descendants() {
		if f := fateOf(n); f != kept {
			doomed = append(doomed, doom{n, f})
		}
	}
	for _, d := range doomed {
		if d.n.Parent == nil {
			continue
		}
		if d.f == suspect && 10*proseLen(d.n) > 3*total || d.f == foreign && 10*proseLen(d.n) > 8*total {
			continue
		}
		d.n.Parent.RemoveChild(d.n)
	}
}

// proseLen is the length in bytes of a node's text within paragraphs, or of
// all its text where it has none.
func proseLen(n *html.Node) int {
	size, any := 0, false
	for d := range n.Descendants() {
		if d.DataAtom == atom.P && !underUnread(d) {
			any = true
			size += textLen(d)
		}
	}
	if !any {
		return textLen(n)
	}
	return size
}

func underUnread(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if unread[p.DataAtom] {
			return true
		}
	}
	return false
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
	case foreignName.MatchString(names):
		return foreign
	case suspectName.MatchString(names):
		return suspect
	}
	return kept
}
