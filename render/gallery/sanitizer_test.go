package gallery

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What programs leave in an SVG that clean what users upload: the still and
// plain part of what DOMPurify 3 (profile svg) and enshrined/svg-sanitize both
// allow. Besides, both allow aria-* and data-*.
var (
	cleanElements = strings.Fields(`svg g a title desc style defs
		path rect circle ellipse line polyline polygon text tspan`)
	cleanAttributes = strings.Fields(`xmlns id class lang width height viewBox href
		x y x1 y1 x2 y2 cx cy r rx ry d points transform
		fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset
		stroke-linecap stroke-linejoin stroke-miterlimit opacity color display visibility paint-order
		font-family font-size font-style font-weight font-variant letter-spacing word-spacing
		text-anchor text-decoration direction writing-mode`)
)

// role is allowed by svg-sanitize and by DOMPurify's default, but not by its
// profile svg alone, which needs ADD_ATTR: ['role']. Nothing else in SVG makes
// a list, so pictures keep it.
const role = "role"

// endings are what makes DOMPurify drop an attribute in whose value it stands.
var endings = []string{"]>", "-->", "--!>", "</style", "</script", "</title", "</xmp", "</textarea", "</noscript", "</iframe", "</noembed", "</noframes"}

// stripped lists what such programs take out of a picture.
func stripped(svg []byte) []string {
	var out []string
	lose := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return out
		} else if err != nil {
			return append(out, err.Error())
		}
		switch e := token.(type) {
		case xml.Comment, xml.ProcInst, xml.Directive:
			lose("%T", e)
		case xml.StartElement:
			if !slices.Contains(cleanElements, e.Name.Local) || e.Name.Space != "http://www.w3.org/2000/svg" {
				lose("<%s>", e.Name.Local)
			}
			for _, a := range e.Attr {
				name := a.Name.Local
				if a.Name.Space != "" || name != role && !slices.Contains(cleanAttributes, name) &&
					!strings.HasPrefix(name, "aria-") && !strings.HasPrefix(name, "data-") {
					lose("%s on <%s>", name, e.Name.Local)
				}
				if slices.ContainsFunc(endings, func(s string) bool { return strings.Contains(strings.ToLower(a.Value), s) }) {
					lose("%s on <%s>, for its value %q", name, e.Name.Local, a.Value)
				}
			}
		}
	}
}

// TestSanitized tests that the gallery, golden pictures and samples are left
// as they are by programs that clean uploads, titles that look like markup
// among them.
func TestSanitized(t *testing.T) {
	for _, p := range pictures {
		if !isSVG(p) {
			continue
		}
		for _, s := range stripped(p.Data) {
			t.Errorf("%s loses %s", p.File(), s)
		}
	}
	for _, pattern := range []string{"../*/testdata/*.svg", "../../out/*/*.svg"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no picture in %s: %v", pattern, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range stripped(data) {
				t.Errorf("%s loses %s", f, s)
			}
		}
	}
}

func TestStripped(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" role="img" data-x="1" aria-label="a">%s</svg>`
	for in, want := range map[string]string{
		`<g data-event="a"><text x="1">a</text></g>`:            "",
		`<script>1</script>`:                                    "<script>",
		`<foreignObject/>`:                                      "<foreignObject>",
		`<use href="#a"/>`:                                      "<use>",
		`<p xmlns="http://www.w3.org/1999/xhtml"/>`:             "<p>",
		`<g onclick="a"/>`:                                      "onclick on <g>",
		`<a xmlns:l="http://www.w3.org/1999/xlink" l:href=""/>`: "l on <a>, href on <a>",
		`<g style="fill:red"/>`:                                 "style on <g>",
		`<!-- a -->`:                                            "xml.Comment",
		`<g aria-label="a &lt;/STYLE> b"/>`:                     `aria-label on <g>, for its value "a </STYLE> b"`,
	} {
		if got := strings.Join(stripped(fmt.Appendf(nil, svg, in)), ", "); got != want {
			t.Errorf("%s loses %q, want %q", in, got, want)
		}
	}
}
