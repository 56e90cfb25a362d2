package source

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/causeline/causeline/timeline/nlp"
)

// parseHTML parses a page. The parser itself bounds how deeply it nests.
func parseHTML(s string) (root *html.Node, err error) {
	defer guard(&err, "HTML")
	root, err = html.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("%w: the HTML is malformed beyond reading (%w); save the page as plain text", ErrUndecodable, err)
	}
	return root, nil
}

// attr gives an attribute's value, "" where it is absent.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// textOf gives the text of a node, unformatted.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	return b.String()
}

// textLen is the length of a node's text in bytes, white space aside.
func textLen(n *html.Node) int {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			size += len(strings.TrimSpace(d.Data))
		}
	}
	return size
}

// under reports whether n stands within an element of one of the kinds.
func under(n *html.Node, kinds ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, k := range kinds {
			if p.DataAtom == k {
				return true
			}
		}
	}
	return false
}

// longerThan reports whether a node's text is longer than limit bytes. It
// stops counting there, so that asking every node of a page stays cheap.
func longerThan(n *html.Node, limit int) bool {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if size += len(strings.TrimSpace(d.Data)); size > limit {
				return true
			}
		}
	}
	return false
}

// collect appends the running text of a tree, a block for each paragraph,
// heading, list item, table row and quotation. kind is what text outside of
// these is.
func collect(root *html.Node, kind nlp.BlockKind, out *builder) {
	c := collector{out: out}
	c.walk(root, kind, 0)
	c.flush(kind)
}

// A collector gathers inline text until a block ends.
type collector struct {
	out    *builder
	inline strings.Builder
	linked int // bytes of inline that stand within links
}

// flush ends the block that is being gathered. A block that is one link and
// no sentence leads elsewhere and is dropped.
func (c *collector) flush(kind nlp.BlockKind) {
	s := tidy(c.inline.String())
	linked := c.linked
	c.inline.Reset()
	c.linked = 0
	if linked > 0 && linked*10 >= len(s)*9 && !endsSentence(s) && kind != nlp.Heading {
		return
	}
	c.out.add(s, kind)
}

// walk visits a node. Within a list item or a quotation, paragraphs are of
// that kind.
func (c *collector) walk(n *html.Node, kind nlp.BlockKind, depth int) {
	if depth > 2*512 {
		return
	}
	if n.Type == html.TextNode {
		c.inline.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(n.Data))
		return
	}
	if n.Type == html.ElementNode && unread[n.DataAtom] {
		return
	}
	inner, isBlock := kind, true
	switch n.DataAtom {
	case atom.Br:
		c.lineBreak(n, kind)
		return
	case atom.Hr:
		c.flush(kind)
		return
	case atom.Pre:
		c.preformatted(n, kind)
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		inner = nlp.Heading
	case atom.Li, atom.Dt, atom.Dd, atom.Tr:
		inner = nlp.ListItem
	case atom.Blockquote:
		inner = nlp.Quote
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Ul, atom.Ol, atom.Dl,
		atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Body, atom.Html, atom.Address,
		atom.Center, atom.Fieldset, atom.Details, atom.Summary, atom.Form, atom.Hgroup, atom.Head, atom.Title:
	default:
		isBlock = false
	}
	if n.DataAtom == atom.Head {
		return
	}
	if isBlock {
		c.flush(kind)
	}
	before := c.inline.Len()
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, inner, depth+1)
	}
	switch n.DataAtom {
	case atom.A:
		c.linked += max(0, c.inline.Len()-before)
	case atom.Td, atom.Th:
		c.inline.WriteByte('\n')
	}
	if isBlock {
		c.flush(inner)
	}
}

// lineBreak ends a line, or a paragraph where two breaks follow each other.
func (c *collector) lineBreak(n *html.Node, kind nlp.BlockKind) {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) == "" {
			continue
		}
		if s.DataAtom == atom.Br {
			c.flush(kind)
			return
		}
		break
	}
	c.inline.WriteByte('\n')
}

// preformatted reads <pre> as plain text. Code is dropped, as in Markdown.
func (c *collector) preformatted(n *html.Node, kind nlp.BlockKind) {
	c.flush(kind)
	for d := range n.Descendants() {
		if d.DataAtom == atom.Code {
			return
		}
	}
	text := textOf(n)
	for _, g := range lineGroups(text) {
		c.out.addLines(text, g)
	}
}
