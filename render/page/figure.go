package page

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"regexp"
	"strconv"
	"strings"

	"github.com/causeline/causeline/timeline/story"
)

// A figure is one view of the story in its two shapes. Where there is one
// shape only, it is Wide and Alone.
type figure struct {
	ID      string // of its heading
	Heading string
	Wide    template.HTML
	Narrow  template.HTML
	Alone   bool
	Snippet string // HTML to copy, not yet escaped for the page
}

// figures prepares the pictures. A picture that is the same as an earlier one
// is left out, because its ids would stand in the page twice.
func figures(s *story.Story, p Pictures) ([]figure, error) {
	var out []figure
	var seen [][]byte
	take := func(name string, svg []byte) ([]byte, error) {
		svg = bytes.TrimSpace(svg)
		if len(svg) == 0 {
			return nil, nil
		}
		if !bytes.HasPrefix(svg, []byte("<svg ")) || !bytes.HasSuffix(svg, []byte("</svg>")) {
			return nil, fmt.Errorf("the picture %s is no SVG of ours: it must begin with <svg and end with </svg>", name)
		}
		for _, o := range seen {
			if bytes.Equal(o, svg) {
				return nil, nil
			}
		}
		seen = append(seen, svg)
		return svg, nil
	}
	for _, view := range []struct {
		name, heading string
		wide, narrow  []byte
	}{
		{"timeline", "Timeline", p.Timeline, p.TimelineNarrow},
		{"causes", "What led to what", p.Causes, p.CausesNarrow},
	} {
		wide, err := take(view.name, view.wide)
		if err != nil {
			return nil, err
		}
		narrow, err := take(view.name+"-narrow", view.narrow)
		if err != nil {
			return nil, err
		}
		if wide == nil && narrow == nil {
			continue
		}
		f := figure{ID: "section_" + view.name, Heading: view.heading}
		f.Snippet = snippet(s, view.name, wide, narrow)
		if wide == nil {
			wide, narrow = narrow, nil
		}
		// The pictures are written by render/svg, which escapes all text.
		f.Wide, f.Narrow, f.Alone = template.HTML(wide), template.HTML(narrow), narrow == nil
		out = append(out, f)
	}
	return out, nil
}

var (
	svgSize = regexp.MustCompile(`^<svg [^>]*?\bwidth="([0-9.]+)" height="([0-9.]+)"`)
	// The first of each is the picture's own.
	svgTitle = regexp.MustCompile(`<title[^>]*>([^<]*)</title>`)
	svgDesc  = regexp.MustCompile(`<desc[^>]*>([^<]*)</desc>`)
)

// inner is the text of the first element that the pattern matches.
func inner(pattern *regexp.Regexp, svg []byte) string {
	m := pattern.FindSubmatch(svg)
	if m == nil {
		return ""
	}
	return oneLine(html.UnescapeString(string(m[1])))
}

// snippet is the HTML with which another page shows a picture from its files.
func snippet(s *story.Story, name string, wide, narrow []byte) string {
	var b strings.Builder
	main, file := wide, name+".svg"
	if wide == nil {
		main, file = narrow, name+"-narrow.svg"
	}
	b.WriteString("<figure>\n")
	if wide != nil && narrow != nil {
		b.WriteString("  <picture>\n    <source media=\"(max-width: 700px)\" srcset=\"" + name + "-narrow.svg\"" + size(narrow) + ">\n    ")
	} else {
		b.WriteString("  ")
	}
	title, description := inner(svgTitle, main), inner(svgDesc, main)
	if title == "" {
		title = headline(s)
	}
	alt := title
	if description != "" {
		alt += ". " + description
	}
	b.WriteString(`<img src="` + file + `"` + size(main) + ` alt="` + html.EscapeString(alt) +
		"\" style=\"max-width:100%;height:auto\">\n")
	if wide != nil && narrow != nil {
		b.WriteString("  </picture>\n")
	}
	b.WriteString("  <figcaption>" + html.EscapeString(title) + "</figcaption>\n</figure>\n")
	return b.String()
}

// size prints the picture's own size as attributes, so that the page does not
// jump when the picture arrives.
func size(svg []byte) string {
	m := svgSize.FindSubmatch(svg)
	if m == nil {
		return ""
	}
	whole := func(b []byte) string {
		n, rest, _ := strings.Cut(string(b), ".")
		if i, err := strconv.Atoi(n); err == nil && rest != "" {
			return strconv.Itoa(i + 1) // attributes are whole numbers
		}
		return n
	}
	return fmt.Sprintf(` width="%s" height="%s"`, whole(m[1]), whole(m[2]))
}
