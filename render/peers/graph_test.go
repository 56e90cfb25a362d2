package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// The invented graphs are what the comparison says of them: each event on a
// day of its own, causes before effects, everything related to something, and
// the same each time.
func TestInvent(t *testing.T) {
	for _, n := range []int{2, 3, 15, 100, 1000} {
		s := invent(n)
		if len(s.Events) != n || len(s.Relations) < n/2 || len(s.Relations) > 2*n {
			t.Errorf("%d events, %d relations for %d", len(s.Events), len(s.Relations), n)
		}
		for _, d := range s.Validate("") {
			t.Errorf("%d events: %s", n, d)
		}
		at := map[string]int{}
		for i, e := range s.Events {
			at[e.ID] = i
			if i > 0 && edtf.Compare(s.Events[i-1].Date, e.Date) >= 0 {
				t.Errorf("%s is no later than the one before", e.ID)
			}
			if !related(s, i) {
				t.Errorf("%s of %d is related to nothing", e.ID, n)
			}
		}
		pairs := map[[2]string]bool{}
		for _, r := range s.Relations {
			if pair := [2]string{r.From, r.To}; at[r.From] >= at[r.To] || pairs[pair] {
				t.Errorf("%s -> %s runs back or comes twice", r.From, r.To)
			} else {
				pairs[pair] = true
			}
		}
		if a, b := mustYAML(t, s), mustYAML(t, invent(n)); !bytes.Equal(a, b) {
			t.Errorf("%d events come out different", n)
		}
	}
}

func mustYAML(t *testing.T, s *story.Story) []byte {
	t.Helper()
	text, err := yamlOf(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// All spellings hold the same events, relations and words.
func TestSpellings(t *testing.T) {
	s := invent(15)
	plain, dated, d2 := string(writeDOT(s, false)), string(writeDOT(s, true)), string(writeD2(s))
	for text, arrows := range map[string]int{plain: len(s.Relations), dated: len(s.Relations) + len(s.Events) - 1, d2: len(s.Relations)} {
		if got := strings.Count(text, " -> "); got != arrows {
			t.Errorf("%d arrows, want %d:\n%s", got, arrows, text)
		}
		for _, e := range s.Events {
			if !strings.Contains(text, `"`+e.Date.String()+`\n`) {
				t.Errorf("%s is missing in\n%s", e.ID, text)
			}
		}
	}
	if got := label(&story.Event{Title: "One two three four five six seven"}); got != `\nOne two three four five\nsix seven` {
		t.Errorf("the label is %q", got)
	}
}
