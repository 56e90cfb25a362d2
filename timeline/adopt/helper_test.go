package adopt

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// mention makes a mention of the trigger at an offset of a sentence; 0 leaves
// offsets out, as a file for people does.
func mention(document, quote string, trigger int) story.Mention {
	m := story.Mention{Document: document, Quote: quote}
	if trigger > 0 {
		m.Sentence = story.Span{Start: 1, End: 1 + len(quote)}
		m.Trigger = story.Span{Start: trigger, End: trigger + 3}
	}
	return m
}

func ids(s *story.Story) string {
	var out []string
	for _, e := range s.Events {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func sameStory(a, b any) string {
	return cmp.Diff(a, b, cmp.Comparer(func(x, y edtf.Date) bool { return x == y }), cmpopts.EquateEmpty())
}

// withoutOffsets is what a person's file says of a story.
func withoutOffsets(s *story.Story) *story.Story {
	c := s.Clone()
	for i := range c.Events {
		c.Events[i].TitleReason, c.Events[i].StatusReason, c.Events[i].WeightReason = "", "", ""
		for k := range c.Events[i].Mentions {
			c.Events[i].Mentions[k].Sentence, c.Events[i].Mentions[k].Trigger = story.Span{}, story.Span{}
		}
	}
	for i := range c.Relations {
		for k := range c.Relations[i].Mentions {
			c.Relations[i].Mentions[k].Sentence = story.Span{}
		}
	}
	return c
}
