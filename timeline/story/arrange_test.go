package story

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// A story that was patched into a file and is arranged by it reads as the file.
func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := genStory().Draw(t, "from"), genStory().Draw(t, "to")
		var b bytes.Buffer
		if err := WriteYAML(&b, from); err != nil {
			t.Fatal(err)
		}
		file, err := Patch(b.Bytes(), to)
		if err != nil {
			t.Fatal(err)
		}
		like, _, err := Load("story.yaml", file)
		if err != nil {
			t.Fatal(err)
		}
		Arrange(to, like)
		for i := range like.Events {
			if like.Events[i].ID != to.Events[i].ID {
				t.Fatalf("event %d is %s, in the file %s", i, to.Events[i].ID, like.Events[i].ID)
			}
			for k, m := range like.Events[i].Mentions {
				if n := to.Events[i].Mentions[k]; n.Document != m.Document || n.Quote != m.Quote {
					t.Fatalf("%s: mention %d is %v, in the file %v", like.Events[i].ID, k, n, m)
				}
			}
		}
		for i, r := range like.Relations {
			if o := to.Relations[i]; o.From != r.From || o.To != r.To || o.Type != r.Type {
				t.Fatalf("relation %d is %v, in the file %v", i, o, r)
			}
		}
		for i, p := range like.SameAs {
			if to.SameAs[i] != p {
				t.Fatalf("pair %d is %v, in the file %v", i, to.SameAs[i], p)
			}
		}
	})
}

func TestArrangeKeepsWhatIsNotThere(t *testing.T) {
	s := &Story{Removed: []string{"c", "x", "a", "y"}}
	Arrange(s, &Story{Removed: []string{"a", "b", "c"}})
	if got := s.Removed; got[0] != "a" || got[1] != "c" || got[2] != "x" || got[3] != "y" {
		t.Errorf("arranged: %q", got)
	}
}
