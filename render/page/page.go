// Package page builds the web page of a story: its pictures, and in words
// everything that they rest on. The page is complete without script and
// without network, and works when opened as a file.
package page

import (
	"errors"
	"fmt"
	"html/template"
	"io"

	"github.com/causeline/causeline/timeline/story"
)

// Pictures are the pictures of a story as render/svg writes them. A picture
// that is empty is left out.
type Pictures struct {
	Timeline, TimelineNarrow []byte
	Causes, CausesNarrow     []byte
}

// Quotes says how much of the sentences the page reprints.
type Quotes string

// The choices of quotes. The empty value is QuotesShort.
const (
	QuotesFull  Quotes = "full"  // whole sentences
	QuotesShort Quotes = "short" // up to 25 words around the event's own
	QuotesNone  Quotes = "none"  // no sentence
)

// Options are a publisher's choices.
type Options struct {
	Quotes Quotes
}

var first = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="causeline">
<title>{{.Title}}</title>
</head>
<body>
<h1>{{.Title}}</h1>
<ol>
{{range .Events}}<li id="{{.ID}}">{{.Title}}</li>
{{end}}</ol>
</body>
</html>
`))

// Write prints the page of a story to w.
func Write(w io.Writer, s *story.Story, p Pictures, opt Options) error {
	if s == nil {
		return errors.New("writing the page: there is no story")
	}
	if err := first.Execute(w, s); err != nil {
		return fmt.Errorf("writing the page of %q: %w", s.Title, err)
	}
	return nil
}
