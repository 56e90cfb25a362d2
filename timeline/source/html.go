package source

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/causeline/causeline/timeline/nlp"
)

// readHTML reads a page: the article's running text, and what the page says
// about itself.
func readHTML(src string) (content, error) {
	root, err := parseHTML(src)
	if err != nil {
		return content{}, err
	}
	meta := pageMeta(root)
	prune(root)
	best := bestBody(root, meta)
	if best == nil {
		return content{}, fmt.Errorf("%w in the page: save the report's text as .txt, or the page after it has loaded", ErrNoArticle)
	}
	c := content{title: meta.title, publisher: meta.publisher, url: meta.url, text: best.text.String()}
	a := annotate(c.text, best.blocks, false)
	c.blocks = a.blocks
	c.dates = append(meta.dates, a.dates...)
	if c.title == "" {
		c.title = a.title
	}
	if c.publisher == "" {
		c.publisher = a.publisher
	}
	return c, nil
}

// enoughText is the length in bytes of an article that needs no second
// opinion.
const enoughText = 400

// bestBody finds the article. The readability algorithm comes first; what it
// finds is kept unless it is short and the page's own mark-up gives more, or
// the metadata's articleBody is twice as long: mark-up of long pages wraps
// galleries and teasers, too, but articleBody is the article.
func bestBody(root *html.Node, meta metadata) *builder {
	var best *builder
	most := 0
	consider := func(b *builder, trusted bool) {
		n := prose(b)
		if n == 0 {
			return
		}
		if best == nil || most < enoughText && n > most || trusted && n > 2*most {
			best, most = b, n
		}
	}
	consider(readable(root), false)
	for _, n := range marked(root) {
		b := &builder{}
		collect(n, nlp.Paragraph, b)
		consider(withoutTitle(b, meta.title), false)
	}
	if meta.body != "" {
		b := &builder{}
		for _, g := range lineGroups(meta.body) {
			b.addLines(meta.body, g)
		}
		consider(b, true)
	}
	if best == nil {
		consider(paragraphRun(root), false)
	}
	return best
}

// readable runs the readability algorithm over a pruned page. It works on a
// copy and needs no address; it gives nil where it finds nothing.
func readable(root *html.Node) (b *builder) {
	defer func() {
		// A third-party algorithm on hostile input: the plainer readings
		// are there for when it fails.
		if recover() != nil {
			b = nil
		}
	}()
	if nodeCount(root) > maxNodes {
		return nil
	}
	p := readability.NewParser()
	p.DisableJSONLD = true
	article, err := p.ParseDocument(root, &url.URL{Scheme: "https", Host: "page.invalid", Path: "/"})
	if err != nil || article.Node == nil {
		return nil
	}
	for n := range article.Node.Descendants() {
		if n.Type == html.ElementNode { // it renames elements by Data alone
			n.DataAtom = atom.Lookup([]byte(n.Data))
		}
	}
	b = &builder{}
	collect(article.Node, nlp.Paragraph, b)
	return b
}

// maxNodes bounds the pages that the readability algorithm, whose cost grows
// faster than its input, is given.
const maxNodes = 200_000

func nodeCount(root *html.Node) int {
	n := 0
	for range root.Descendants() {
		n++
	}
	return n
}

// marked gives the parts that a page's own mark-up calls the article, the
// most telling first.
func marked(root *html.Node) []*html.Node {
	var body, articles, mains []*html.Node
	for n := range root.Descendants() {
		switch {
		case attr(n, "itemprop") == "articleBody":
			body = append(body, n)
		case n.DataAtom == atom.Article && !under(n, atom.Article):
			articles = append(articles, n)
		case n.DataAtom == atom.Main || attr(n, "role") == "main":
			mains = append(mains, n)
		}
	}
	if len(articles) > 1 {
		articles = articles[:1] // the others are teasers
	}
	return append(append(body, articles...), mains...)
}

// withoutTitle drops a first heading that repeats the title, which the
// readability algorithm drops, too.
func withoutTitle(b *builder, title string) *builder {
	if len(b.blocks) == 0 || b.blocks[0].Kind != nlp.Heading {
		return b
	}
	all := b.text.String()
	if !strings.EqualFold(all[b.blocks[0].Start:b.blocks[0].End], oneLine(title)) {
		return b
	}
	out := &builder{}
	for _, block := range b.blocks[1:] {
		out.add(all[block.Start:block.End], block.Kind)
	}
	return out
}

// paragraphRun is the last resort: the element with the most text in its own
// paragraphs.
func paragraphRun(root *html.Node) *builder {
	sizes := map[*html.Node]int{}
	var best *html.Node
	for n := range root.Descendants() {
		if n.DataAtom != atom.P || n.Parent == nil {
			continue
		}
		sizes[n.Parent] += textLen(n)
		if best == nil || sizes[n.Parent] > sizes[best] {
			best = n.Parent
		}
	}
	b := &builder{}
	if best == nil {
		collect(root, nlp.Paragraph, b) // a page without paragraphs
		return b
	}
	collect(best, nlp.Paragraph, b)
	return b
}

// minSentence is the length in characters of the shortest sentence that
// makes a page an article.
const minSentence = 20

// prose is the length in bytes of the sentences in a body: paragraphs of some
// length that end as sentences do. A body without any is no article.
func prose(b *builder) int {
	if b == nil {
		return 0
	}
	all, n := b.text.String(), 0
	for _, block := range b.blocks {
		s := all[block.Start:block.End]
		if block.Kind != nlp.Heading && endsSentence(s) && utf8.RuneCountInString(s) >= minSentence && !isFurniture(s) {
			n += len(s)
		}
	}
	return n
}
