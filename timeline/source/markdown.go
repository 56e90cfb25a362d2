package source

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/causeline/causeline/timeline/nlp"
)

// readMarkdown reads a Markdown text (CommonMark with tables, footnotes and
// struck text). Its running text has no markup: links keep their words,
// images, code blocks and struck text are dropped.
func readMarkdown(src string) (c content, err error) {
	front, body, err := splitFrontMatter(src)
	if err != nil {
		return content{}, err
	}
	defer guard(&err, "Markdown")
	if hasGiantBlock(body) {
		c = readPlain(body)
		front.fill(&c)
		return c, nil
	}
	source := []byte(body)
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote))
	w := markdownWalker{source: source}
	w.block(md.Parser().Parse(text.NewReader(source)), nlp.Paragraph, 0)
	if w.out.text.Len() == 0 {
		return content{}, fmt.Errorf("%w: the Markdown holds no running text", ErrEmpty)
	}

	c = content{text: w.out.text.String()}
	a := annotate(c.text, w.out.blocks, false)
	c.blocks = a.blocks
	c.title, c.publisher, c.url = a.title, a.publisher, a.url
	c.dates = a.dates
	front.fill(&c)
	return c, nil
}

// maxBlock is the size in bytes of the longest run of lines, without a blank
// one, that is parsed as Markdown. Parsing costs its square.
const maxBlock = 1 << 15

// hasGiantBlock reports whether a text has a run of lines that nobody would
// write as one Markdown paragraph. Such a text is read as plain.
func hasGiantBlock(s string) bool {
	size := 0
	for l := range strings.Lines(s) {
		if strings.TrimSpace(l) == "" {
			size = 0
		} else if size += len(l); size > maxBlock {
			return true
		}
	}
	return false
}

// guard turns a panic of a third-party parser on hostile input into an error.
func guard(err *error, what string) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: the %s is malformed beyond reading; save it as plain text", ErrUndecodable, what)
	}
}

// maxDepth bounds how deeply nested a document is read.
const maxDepth = 200

type markdownWalker struct {
	source []byte
	out    builder
}

// block appends the text of a block node and of what it contains. kind is
// what a paragraph within it is.
func (w *markdownWalker) block(n ast.Node, kind nlp.BlockKind, depth int) {
	if depth > maxDepth {
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		w.out.add(w.inline(n, 0), nlp.Heading)
		return
	case *ast.Paragraph, *ast.TextBlock:
		w.out.add(w.inline(n, 0), kind)
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		return
	case *ast.HTMLBlock:
		w.html(n, kind)
		return
	case *ast.Blockquote:
		kind = nlp.Quote
	case *ast.ListItem:
		kind = nlp.ListItem
	case *east.TableHeader, *east.TableRow:
		var cells []string
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, tidy(w.inline(c, 0)))
		}
		w.out.add(strings.Join(cells, "\n"), nlp.ListItem)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c, kind, depth+1)
	}
}

// html appends the text of raw HTML.
func (w *markdownWalker) html(n *ast.HTMLBlock, kind nlp.BlockKind) {
	var raw strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		raw.Write(s.Value(w.source))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(w.source))
	}
	root, err := parseHTML(raw.String())
	if err != nil {
		return
	}
	prune(root)
	collect(root, kind, &w.out)
}

// inline gives the text of a node's inline children.
func (w *markdownWalker) inline(n ast.Node, depth int) string {
	if depth > maxDepth {
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(plainInline(c.Segment.Value(w.source), c.IsRaw()))
			switch {
			case c.HardLineBreak():
				b.WriteByte('\n')
			case c.SoftLineBreak():
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(plainInline(c.Value, c.IsRaw() || c.IsCode()))
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.Write(t.Segment.Value(w.source))
				}
			}
		case *ast.AutoLink:
			b.Write(c.Label(w.source))
		case *ast.Image, *ast.RawHTML, *east.Strikethrough, *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			b.WriteString(w.inline(c, depth+1))
		}
	}
	return b.String()
}

// plainInline resolves the escapes and character references of source text.
func plainInline(s []byte, raw bool) []byte {
	if raw {
		return s
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s)))
}
