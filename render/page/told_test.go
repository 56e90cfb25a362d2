package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/causeline/causeline/timeline/story"
)

// inDetails lists the entries of events inside and outside of folded lists, in
// order.
func inDetails(root *html.Node) (folded, open []string) {
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		in = in || n.Data == "details"
		if n.Data == "li" && isEvent(n) {
			if in {
				folded = append(folded, attr(n, "id"))
			} else {
				open = append(open, attr(n, "id"))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(root, false)
	return folded, open
}

// TestToldInPassing: what reports tell in passing and no picture draws stands
// in a folded list, by report in the order of the text, dated or not; all else
// stands outside.
func TestToldInPassing(t *testing.T) {
	s := passingStory(t)
	first := s.Events[2] // another event of the same sentence, told before it
	first.ID, first.Mentions = "tree", []story.Mention{at("news", 90, first.Mentions[0].Quote, "tree", story.BasisDocument, "")}
	s.Events = append(s.Events, first)
	root := parse(t, write(t, s, Pictures{}, ""))
	folded, open := inDetails(root)
	if got := strings.Join(folded, " "); got != "rain tree tree-falls elsewhere" {
		t.Errorf("folded: %s", got)
	}
	if got := strings.Join(open, " "); got != "pinned dam-breaks board-to-meet" {
		t.Errorf("outside: %s", got)
	}
	var groups []string
	each(root, func(n *html.Node) {
		if n.Data != "details" || n.Parent.Data != "section" {
			return
		}
		each(n, func(h *html.Node) {
			if h.Data == "h3" || h.Data == "summary" {
				groups = append(groups, oneLine(text(h)))
			}
		})
		for _, a := range n.Attr {
			if a.Key == "open" {
				t.Error("the list is not folded")
			}
		}
	})
	if got := strings.Join(groups, "|"); got != "4 events that reports tell in passing|After the flood, Fell News, 12 May 2031|gone" {
		t.Errorf("groups: %s", got)
	}
	if page := write(t, s, Pictures{}, ""); !strings.Contains(page, `<a href="#section_told">4 lesser events</a>`) {
		t.Error("the contents do not lead to the list")
	}
	yes := true
	s.Events[2].Show = &yes // a person's word counts before the next build draws it
	if folded, _ = inDetails(parse(t, write(t, s, Pictures{}, ""))); strings.Contains(strings.Join(folded, " "), "tree-falls") {
		t.Error("what a person wants shown is folded away")
	}
	for i := range s.Events {
		s.Events[i].Drawn = true
	}
	if strings.Contains(write(t, s, Pictures{}, ""), "section_told") {
		t.Error("there is a list of nothing")
	}
}

// TestReasonsOnThePage: each entry says what its date was counted from, and on
// demand how it was made.
func TestReasonsOnThePage(t *testing.T) {
	s := passingStory(t)
	for id, words := range map[string][]string{
		"dam-breaks": {
			"dated by the words “Friday” in Tarn Herald: counted from 10 May 2031, the report's own date: the latest such day up to then",
			"date inferred for Fell News: 9 May 2031, from other reports of the event: herald",
			"How this entry was made", "Titlemade from “The dam broke on Friday” in herald",
			"One eventFell News: as in herald: the same kind of act (break), the same place (Lower Tarn)", "Weight72 of 100: told by 2 reports +27",
		},
		"board-to-meet": {"Why planned“will meet” in herald", "“will” tells of the future"},
		"tree-falls":    {"Tree falls on road (12 May 2031)", "dated by the date of the report Fell News: told in the past tense in a report of 12 May 2031", "Later a tree fell on the road."},
		"rain":          {"WhoIda Brandt", "After the flood, Fell News", "Dam breaks, Tarn Herald"},
	} {
		got := facts(t, s, id, QuotesFull)
		for _, w := range words {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", id, w, got)
			}
		}
	}
	for id, words := range map[string]string{"dam-breaks": "dates it elsewhere", "pinned": "say it all"} {
		if got := facts(t, s, id, QuotesFull); strings.Contains(got, words) {
			t.Errorf("%s says %q, which adds nothing:\n%s", id, words, got)
		}
	}
	if none := facts(t, s, "dam-breaks", QuotesNone); strings.Contains(none, "The dam broke") || !strings.Contains(none, "Weight72") {
		t.Errorf("without quotes: %s", none)
	}
}
