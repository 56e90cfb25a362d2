package page

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"github.com/causeline/causeline/render/embed"
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
		f.Snippet = snippet(s, embed.View(view.name), wide, narrow)
		if wide == nil {
			wide, narrow = narrow, nil
		}
		// The pictures are written by render/svg, which escapes all text.
		f.Wide, f.Narrow, f.Alone = template.HTML(wide), template.HTML(narrow), narrow == nil
		out = append(out, f)
	}
	return out, nil
}

// snippet is the HTML with which another page shows a picture from its files.
// It is empty for a story that would not pass a check, which has no diagram of
// its causes.
func snippet(s *story.Story, view embed.View, wide, narrow []byte) string {
	var b strings.Builder
	err := embed.Write(&b, s, embed.Options{
		View:   view,
		Wide:   embed.Picture{File: string(view) + ".svg", SVG: wide},
		Narrow: embed.Picture{File: string(view) + "-narrow.svg", SVG: narrow},
	})
	if err != nil {
		return ""
	}
	return b.String()
}
