package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A metadata is what a page says about its article.
type metadata struct {
	title, publisher, url string
	name                  string // JSON-LD name, where it may be better than the headline
	body                  string // JSON-LD articleBody
	dates                 []foundDate
}

// metaNames are names of meta elements that hold the date of publication.
var metaNames = map[string]bool{
	"date": true, "pubdate": true, "publishdate": true, "publish-date": true, "publish_date": true,
	"publication-date": true, "publication_date": true, "published": true, "published_time": true, "datepublished": true,
	"dc.date": true, "dc.date.issued": true, "dc.date.created": true, "dcterms.created": true, "dcterms.date": true, "dcterms.issued": true,
	"article.published": true, "article-published": true, "article_date_original": true, "article.created": true,
	"sailthru.date": true, "parsely-pub-date": true, "cxenseparse:recs:publishtime": true, "rbpubdate": true,
	"originalpublicationdate": true, "citation_publication_date": true, "citation_date": true, "displaydate": true, "ptime": true,
}

// pageMeta reads a page's metadata: JSON-LD first, then Open Graph, then
// microdata, time elements and meta names.
func pageMeta(root *html.Node) metadata {
	var m, og, micro, plain metadata
	h1 := ""
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			if s := savedFrom().FindStringSubmatch(n.Data); s != nil && plain.url == "" {
				plain.url = webAddress(s[1])
			}
			continue
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			metaElement(n, &og, &plain)
		case atom.Link:
			if hasWord(attr(n, "rel"), "canonical") && m.url == "" {
				m.url = webAddress(attr(n, "href"))
			}
		case atom.Title:
			if plain.title == "" && !under(n, atom.Svg) {
				plain.title = oneLine(textOf(n))
			}
		case atom.H1:
			if h1 == "" && !under(n, atom.Nav, atom.Aside, atom.Footer) {
				h1 = oneLine(textOf(n))
			}
		}
		if prop := strings.ToLower(attr(n, "itemprop")); prop != "" && !under(n, atom.Aside, atom.Nav, atom.Footer) {
			microdata(n, prop, &micro)
		}
	}
	ld := jsonLD(root, firstOf(m.url, og.url))
	if ld.name != "" && strings.Contains(plain.title, ld.name) && !strings.Contains(plain.title, ld.title) {
		ld.title = ld.name // the headline is a description
	}
	for _, p := range []string{ld.publisher, og.publisher, micro.publisher, plain.publisher} {
		if webAddress(p) == "" { // an address is no name
			set(&m.publisher, p)
		}
	}
	m.title = withoutSite(firstOf(ld.title, og.title, h1, plain.title), m.publisher)
	m.url = firstOf(m.url, og.url, ld.url, plain.url)
	m.body = ld.body
	for _, source := range [][]foundDate{ld.dates, og.dates, micro.dates, timeElements(root), plain.dates} {
		m.dates = append(m.dates, firstOfEach(source)...)
	}
	if m.dates == nil {
		m.dates = shownDate(root)
	}
	return m
}

var savedFrom = compile(`(?i)^\s*saved from url=\(\d+\)(\S+)`)

// firstOfEach keeps the first date of each rank: what comes later on a page
// belongs to teasers of other reports.
func firstOfEach(dates []foundDate) []foundDate {
	var out []foundDate
	seen := map[rank]bool{}
	for _, d := range dates {
		if !seen[d.rank] {
			seen[d.rank] = true
			out = append(out, d)
		}
	}
	return out
}

// metaElement reads one meta element.
func metaElement(n *html.Node, og, plain *metadata) {
	value := strings.TrimSpace(attr(n, "content"))
	if value == "" {
		return
	}
	property := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "http-equiv")))
	switch property {
	case "og:title":
		set(&og.title, value)
	case "og:site_name":
		set(&og.publisher, value)
	case "og:url":
		set(&og.url, webAddress(value))
	case "article:published_time", "og:published_time", "og:article:published_time", "og:pubdate":
		addStamp(og, rankOpenGraph, value, property)
	case "article:modified_time", "og:updated_time", "last-modified", "dc.date.modified", "dcterms.modified":
		addStamp(plain, rankModified, value, property)
	case "twitter:title", "dc.title", "headline":
		set(&plain.title, value)
	case "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name":
		set(&plain.publisher, value)
	default:
		if metaNames[property] {
			addStamp(plain, rankMetaName, value, "meta "+property)
		}
	}
}

// microdata reads one element with an itemprop.
func microdata(n *html.Node, prop string, m *metadata) {
	value := firstOf(attr(n, "content"), attr(n, "datetime"), oneLine(textOf(n)))
	switch {
	case hasWord(prop, "datepublished"):
		addStamp(m, rankItemprop, value, "itemprop datePublished")
	case hasWord(prop, "datemodified"):
		addStamp(m, rankModified, value, "itemprop dateModified")
	case hasWord(prop, "publisher") && m.publisher == "":
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && hasWord(attr(d, "itemprop"), "name") {
				m.publisher = oneLine(firstOf(attr(d, "content"), textOf(d)))
				return
			}
		}
	}
}

var (
	publishedClass = compile(`(?i)publi(?:sh|cat)|posted|pub-?date|entry-date|post-date|article-?date|dateline|issued`)
	modifiedClass  = compile(`(?i)updat|modif`)
	dateClass      = compile(`(?i)(?:^|[\s_-])(?:date|time|timestamp|published|posted|byline|dateline|meta|pubdate|article-info)(?:$|[\s_-])`)
)

// timeElements reads <time datetime>. An element marked as the date of
// publication decides; otherwise all outside of running text and side columns
// must agree, because teasers carry dates of their own.
func timeElements(root *html.Node) []foundDate {
	var published, modified, other []foundDate
	for n := range root.Descendants() {
		if n.DataAtom != atom.Time || under(n, atom.Aside, atom.Nav, atom.Footer) || inProse(n) {
			continue
		}
		day := readStamp(firstOf(attr(n, "datetime"), oneLine(textOf(n))))
		if len(day) != len("2006-01-02") {
			continue
		}
		near := attr(n, "class") + " " + attr(n, "itemprop")
		if n.Parent != nil {
			near += " " + attr(n.Parent, "class") + " " + openingText(n.Parent)
		}
		d := foundDate{rankTime, day, "<time datetime>"}
		switch {
		case hasAttr(n, "pubdate") || publishedClass().MatchString(near) && !modifiedClass().MatchString(attr(n, "class")):
			published = append(published, d)
		case modifiedClass().MatchString(near):
			d.rank, d.how = rankModified, "<time datetime> of the last update"
			modified = append(modified, d)
		default:
			other = append(other, d)
		}
	}
	if published != nil {
		return append(published[:1], modified...)
	}
	for _, d := range other {
		if d.edtf != other[0].edtf {
			return modified
		}
	}
	return append(other, modified...)
}

// inProse reports whether a node stands within a paragraph of text.
func inProse(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if (p.DataAtom == atom.P || p.DataAtom == atom.Li || p.DataAtom == atom.Blockquote) && longerThan(p, 100) {
			return true
		}
	}
	return false
}

// shownDate looks for a date that a page without metadata shows its readers:
// a short element that is named for it.
func shownDate(root *html.Node) []foundDate {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || !dateClass().MatchString(attr(n, "class")+" "+attr(n, "id")) ||
			under(n, atom.Aside, atom.Nav, atom.Footer, atom.Table) || inProse(n) || longerThan(n, maxDateLine) {
			continue
		}
		for _, d := range datesOnLine(oneLine(textOf(n)), true) {
			if !d.modified {
				return []foundDate{{rankFirstLine, d.day, "date shown on the page"}}
			}
		}
	}
	return nil
}

func addStamp(m *metadata, r rank, value, how string) {
	if day := readStamp(value); day != "" {
		m.dates = append(m.dates, foundDate{r, day, how})
	}
}

// withoutSite takes the site's name off the end of a page's title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " » ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && (site != "" && strings.EqualFold(title[i+len(sep):], site) || site == "" && sep == " | ") {
			return title[:i]
		}
	}
	return title
}

// openingText is the beginning of a node's text.
func openingText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type != html.TextNode {
			continue
		}
		b.WriteString(strings.TrimSpace(d.Data) + " ")
		if b.Len() > 40 {
			break
		}
	}
	s := b.String()
	return s[:runeFloor(s, 40)]
}

// hasWord reports whether a list of words separated by spaces has w.
func hasWord(list, w string) bool {
	for _, f := range strings.Fields(list) {
		if strings.EqualFold(f, w) {
			return true
		}
	}
	return false
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

func set(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
