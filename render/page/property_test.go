package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/story"
)

var anyText = rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.StringMatching(`[<>&"'a-z \]\-{}]{0,60}`))

// anyURL leaves out anchors, which a person may set to anything.
var anyURL = anyText.Filter(func(s string) bool { return !strings.HasPrefix(strings.TrimSpace(s), "#") })

// entry finds an event's entry.
func entry(root *html.Node, id string) *html.Node {
	var found *html.Node
	each(root, func(n *html.Node) {
		if n.Data == "li" && attr(n, "id") == id {
			found = n
		}
	})
	return found
}

// TestEveryTitleAndQuoteIsThere writes stories of arbitrary strings and reads
// them back from the parsed page.
func TestEveryTitleAndQuoteIsThere(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := &story.Story{Title: anyText.Draw(rt, "headline"), Documents: []story.Document{{ID: "doc", Title: anyText.Draw(rt, "document"), URL: anyURL.Draw(rt, "url")}}}
		n := rapid.IntRange(1, 4).Draw(rt, "events")
		for i := range n {
			quote := anyText.Draw(rt, "quote")
			s.Events = append(s.Events, story.Event{
				ID: "event-" + string(rune('a'+i)), Title: anyText.Draw(rt, "title"), Note: anyText.Draw(rt, "note"),
				Place: anyText.Draw(rt, "place"), Drawn: rapid.Bool().Draw(rt, "drawn"),
				Date: date(t, rapid.SampledFrom([]string{"", "1999", "2001-02-03", "19XX"}).Draw(rt, "date")),
				Mentions: []story.Mention{{Document: "doc", Quote: quote,
					Sentence: story.Span{Start: 0, End: len([]rune(quote))},
					Trigger:  story.Span{Start: rapid.IntRange(-1, 9).Draw(rt, "from"), End: rapid.IntRange(-1, 70).Draw(rt, "to")}}},
			})
		}
		root := checkPage(t, "random", write(t, s, plainPictures(), QuotesFull))
		if got := headings(root); got != headline(s) {
			rt.Errorf("the headline is %q, want %q", got, headline(s))
		}
		for i := range s.Events {
			e := &s.Events[i]
			li := entry(root, e.ID)
			if li == nil {
				rt.Fatalf("no entry for %s", e.ID)
			}
			all := oneLine(text(li))
			for _, want := range []string{title(e), oneLine(e.Note), oneLine(e.Place), oneLine(e.Mentions[0].Quote)} {
				if !strings.Contains(all, want) {
					rt.Errorf("%s lacks %q: %q", e.ID, want, all)
				}
			}
		}
	})
}

// headings returns the text of the first-level heading.
func headings(root *html.Node) string {
	var h string
	each(root, func(n *html.Node) {
		if n.Data == "h1" {
			h = text(n)
		}
	})
	return h
}

// TestExcerpts checks that an excerpt is a part of its sentence of at most 25
// words that holds the trigger.
func TestExcerpts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		quote := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[a-zé,.]{1,6}`), 1, 60).Draw(rt, "words"), rapid.SampledFrom([]string{" ", "\n", "  "}).Draw(rt, "space"))
		runes := []rune(quote)
		from := rapid.IntRange(0, len(runes)-1).Draw(rt, "from")
		to := min(len(runes), from+rapid.IntRange(1, 20).Draw(rt, "length"))
		m := story.Mention{Quote: quote, Sentence: story.Span{Start: 7, End: 7 + len(runes)}, Trigger: story.Span{Start: 7 + from, End: 7 + to}}
		r, ok := triggerIn(m)
		if !ok {
			rt.Fatal("the trigger is not found")
		}
		x, _ := newExcerpt(quote, []region{r}, QuotesShort)
		got := x.text()
		if !strings.Contains(quote, got) {
			rt.Fatalf("%q is no part of %q", got, quote)
		}
		if n := len(strings.Fields(got)); n > 25 || n < min(25, len(strings.Fields(quote))) {
			rt.Fatalf("%d words of %d", n, len(strings.Fields(quote)))
		}
		if !x.Cut && !strings.HasPrefix(quote, got) || !x.CutEnd && !strings.HasSuffix(quote, got) || (x.Cut || x.CutEnd) == (got == quote) {
			rt.Errorf("cut before %v, after %v: %q of %q", x.Cut, x.CutEnd, got, quote)
		}
		var marked string
		for _, p := range x.Parts {
			if p.Marked {
				marked += p.Text
			}
		}
		if want := string(runes[from:to]); marked != want && strings.TrimSpace(marked) != strings.TrimSpace(want) {
			rt.Errorf("marked is %q, want %q", marked, want)
		}
		whole, _ := newExcerpt(quote, []region{r}, QuotesFull)
		if whole.text() != quote || whole.Cut || whole.CutEnd {
			rt.Errorf("in full: %q, want %q", whole.text(), quote)
		}
		if _, ok := newExcerpt(quote, nil, QuotesNone); ok {
			rt.Error("a quote in spite of none")
		}
	})
}
