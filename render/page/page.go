// Package page builds the web page of a story: its pictures, and in words
// everything that they rest on. The page is complete without script and
// without network, and works when opened as a file.
package page

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/causeline/causeline/render/embed"
	"github.com/causeline/causeline/render/theme"
	"github.com/causeline/causeline/timeline/story"
)

// Pictures are the pictures of a story as render/svg writes them. They stand
// in the page as they are, so they must come from there. A picture that is
// empty is left out.
type Pictures struct {
	Timeline, TimelineNarrow []byte
	Causes, CausesNarrow     []byte
}

// Quotes says how much of the sentences the page reprints.
type Quotes string

// The choices of quotes. The empty value reads as QuotesShort.
const (
	QuotesFull  Quotes = "full"  // whole sentences
	QuotesShort Quotes = "short" // up to 25 words around the event's own
	QuotesNone  Quotes = "none"  // no sentence
)

// Options are a publisher's choices.
type Options struct {
	Quotes Quotes
	Theme  *theme.Theme // nil for the default
}

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// tmpl is parsed when a page is written, and not when a picture is.
var tmpl = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

// Write prints the page of a story to w in one piece. The story may be one
// that would not pass a check: relations to unknown events, missing documents
// and unsafe links become plain text.
//
// Ids in the page are those of the events. The page's own contain an
// underscore, which an event's id may not, and those of the pictures begin
// with a hash of their content.
func Write(w io.Writer, s *story.Story, p Pictures, opt Options) error {
	if s == nil {
		return errors.New("writing the page: there is no story")
	}
	switch opt.Quotes {
	case "":
		opt.Quotes = QuotesShort
	case QuotesFull, QuotesShort, QuotesNone:
	default:
		return fmt.Errorf("writing the page of %q: quotes are full, short or none, not %q", s.Title, opt.Quotes)
	}
	pics, err := figures(s, p)
	if err != nil {
		return fmt.Errorf("writing the page of %q: %w", s.Title, err)
	}
	v := newView(s, opt)
	v.Figures, v.FigureCSS = pics, embed.CSS
	v.CSS = template.CSS(palette(theme.Or(opt.Theme)) + pageCSS)
	var b bytes.Buffer
	if err := tmpl().Execute(&b, v); err != nil {
		return fmt.Errorf("writing the page of %q: %w", s.Title, err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("writing the page of %q: %w", s.Title, err)
	}
	return nil
}

// palette prints the theme's colours as custom properties for both schemes.
func palette(t *theme.Theme) string {
	var light, dark strings.Builder
	for _, c := range t.Colors {
		fmt.Fprintf(&light, "--%s:%s;", c.Name, c.Light)
		fmt.Fprintf(&dark, "--%s:%s;", c.Name, c.Dark)
	}
	return ":root{color-scheme:light dark;" + light.String() + "}\n" +
		"@media screen and (prefers-color-scheme:dark){:root{" + dark.String() + "}}\n"
}
