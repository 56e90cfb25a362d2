package source

import (
	"encoding/json"
	"html"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// jsonLD reads the article's description from a page's JSON-LD (schema.org).
// Of several articles it takes the one whose address is the page's, else the
// first; a page's own description (WebPage) serves where there is no article.
func jsonLD(root *nethtml.Node, pageURL string) metadata {
	var articles, pages []map[string]any
	var raw []string
	for n := range root.Descendants() {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
			continue
		}
		src := textOf(n)
		v, ok := lenientJSON(src)
		if !ok {
			raw = append(raw, src)
			continue
		}
		for _, o := range ldObjects(v, 0) {
			switch {
			case isArticle(o):
				articles = append(articles, o)
			case ldType(o, "WebPage", "ItemPage"):
				pages = append(pages, o)
			}
		}
	}
	for _, o := range articles {
		if m := ldMeta(o); pageURL != "" && m.url == pageURL {
			return m
		}
	}
	if len(articles) > 0 {
		return ldMeta(articles[0])
	}
	for _, src := range raw {
		if m := brokenLD(src); m.dates != nil {
			return m
		}
	}
	if len(pages) > 0 {
		m := ldMeta(pages[0])
		m.body = ""
		return m
	}
	return metadata{}
}

// lenientJSON parses JSON-LD with the faults that pages have: comment or
// CDATA marks around it, and raw line ends within strings.
func lenientJSON(src string) (any, bool) {
	src = strings.TrimSpace(src)
	for _, cut := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		src = strings.TrimSpace(strings.TrimPrefix(src, cut))
	}
	for _, cut := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		src = strings.TrimSpace(strings.TrimSuffix(src, cut))
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v, true
	}
	flat := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, src)
	flat = trailingComma().ReplaceAllString(flat, "$1")
	if json.Unmarshal([]byte(flat), &v) == nil {
		return v, true
	}
	return nil, false
}

var trailingComma = compile(`,\s*([}\]])`)

// ldObjects gives the objects that describe the page: at the top, in lists,
// in @graph and as mainEntity. Lists of other reports are not entered.
func ldObjects(v any, depth int) []map[string]any {
	if depth > 6 {
		return nil
	}
	var out []map[string]any
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = append(out, ldObjects(e, depth+1)...)
		}
	case map[string]any:
		out = append(out, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			out = append(out, ldObjects(v[key], depth+1)...)
		}
	}
	return out
}

// isArticle reports whether an object describes a report.
func isArticle(o map[string]any) bool {
	for _, t := range ldTypes(o) {
		t = t[strings.LastIndexAny(t, "/:")+1:]
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "CreativeWork" && o["headline"] != nil {
			return true
		}
	}
	return false
}

func ldType(o map[string]any, names ...string) bool {
	for _, t := range ldTypes(o) {
		for _, n := range names {
			if t == n {
				return true
			}
		}
	}
	return false
}

func ldTypes(o map[string]any) []string {
	switch t := o["@type"].(type) {
	case string:
		return []string{t}
	case []any:
		var out []string
		for _, e := range t {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

func ldMeta(o map[string]any) metadata {
	m := metadata{
		title:     oneLine(ldText(o, "headline", "name")),
		name:      oneLine(ldText(o, "name")),
		publisher: oneLine(ldText(o, "publisher", "sourceOrganization")),
		url:       webAddress(ldText(o, "url")),
		body:      ldBody(o),
	}
	if m.url == "" {
		m.url = webAddress(ldText(o, "mainEntityOfPage", "@id"))
	}
	addStamp(&m, rankJSONLD, ldText(o, "datePublished"), "JSON-LD datePublished")
	addStamp(&m, rankMetaName, ldText(o, "dateCreated"), "JSON-LD dateCreated")
	addStamp(&m, rankModified, ldText(o, "dateModified"), "JSON-LD dateModified")
	return m
}

// ldText gives the text of the first key that has any: a string, the first
// of a list, or an object's name or id.
func ldText(o map[string]any, keys ...string) string {
	for _, k := range keys {
		v := o[k]
		if l, ok := v.([]any); ok && len(l) > 0 {
			v = l[0]
		}
		switch v := v.(type) {
		case string:
			if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
				return s
			}
		case map[string]any:
			for _, inner := range []string{"name", "@value", "@id", "url"} {
				if s, ok := v[inner].(string); ok && s != "" && (inner == "name" || inner == "@value" || k == "mainEntityOfPage") {
					return strings.TrimSpace(html.UnescapeString(s))
				}
			}
		}
	}
	return ""
}

// ldBody gives articleBody as plain text with its paragraphs.
func ldBody(o map[string]any) string {
	s, _ := o["articleBody"].(string)
	if strings.Contains(s, "</p>") || strings.Contains(s, "<br") || strings.Contains(s, "&lt;p&gt;") {
		if strings.Contains(s, "&lt;") {
			s = html.UnescapeString(s)
		}
		root, err := parseHTML(s)
		if err != nil {
			return ""
		}
		prune(root)
		b := &builder{}
		collect(root, 0, b)
		return b.text.String()
	}
	return html.UnescapeString(s)
}

var (
	brokenDate  = compile(`"datePublished"\s*:\s*"([^"]{4,40})"`)
	brokenTitle = compile(`"headline"\s*:\s*"((?:[^"\\]|\\.){1,300})"\s*[,}]`)
)

// brokenLD saves date and headline from JSON-LD that is not JSON.
func brokenLD(src string) metadata {
	var m metadata
	if d := brokenDate().FindStringSubmatch(src); d != nil {
		addStamp(&m, rankJSONLD, d[1], "JSON-LD datePublished")
	}
	if t := brokenTitle().FindStringSubmatch(src); t != nil {
		var s string
		if json.Unmarshal([]byte(`"`+t[1]+`"`), &s) == nil {
			m.title = oneLine(s)
		}
	}
	return m
}
