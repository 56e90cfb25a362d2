package story

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNormalizeOrder(t *testing.T) {
	s := parse(t, `
documents: [{id: b}, {id: a}]
events:
- {id: undated, title: x}
- {id: noon, title: x, date: 1911-03-08, time: 12:00}
- {id: late, title: x, date: 1911-03-09}
- {id: nine, title: x, date: 1911-03-08, time: 09:00-08:00}
- {id: day, title: x, date: 1911-03-08}
- {id: ancient, title: x, date: -0043}
- {id: another, title: x, date: 1911-03-09, mentions: [{document: b, quote: 1}, {document: a, quote: z}, {document: a, quote: y}]}
relations:
- {from: noon, to: late, type: enables}
- {from: noon, to: late, type: causes}
- {from: day, to: late, type: causes}
removed: [z, y, z]
same_as: [[q, p], [a, b], [q, p]]
silenced: [z, y, z]
`)
	Normalize(s)
	var ids []string
	for _, e := range s.Events {
		ids = append(ids, e.ID)
	}
	if got := strings.Join(ids, " "); got != "ancient day nine noon another late undated" {
		t.Errorf("events %s", got)
	}
	if s.Documents[0].ID != "a" || s.Relations[0].From != "day" || s.Relations[1].Type != Causes {
		t.Errorf("documents %v, relations %v", s.Documents, s.Relations)
	}
	if m := s.Events[4].Mentions; m[0].Quote != "y" || m[1].Quote != "z" || m[2].Document != "b" {
		t.Errorf("mentions %v", m)
	}
	if len(s.Removed) != 2 || s.Removed[0] != "y" || len(s.SameAs) != 2 || s.SameAs[1] != [2]string{"q", "p"} {
		t.Errorf("removed %v, same_as %v", s.Removed, s.SameAs)
	}
	if !slices.Equal(s.Silenced, []string{"y", "z"}) {
		t.Errorf("silenced %v", s.Silenced)
	}
}

// Any order of the same story gives the same bytes.
func TestNormalizeIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genStory().Draw(t, "story")
		shuffled := s.Clone()
		order := rapid.Permutation(shuffled.Events).Draw(t, "events")
		shuffled.Events = order
		shuffled.Relations = rapid.Permutation(shuffled.Relations).Draw(t, "relations")
		shuffled.Documents = rapid.Permutation(shuffled.Documents).Draw(t, "documents")
		Normalize(s)
		Normalize(shuffled)
		var a, b bytes.Buffer
		if err := WriteJSON(&a, s); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&b, shuffled); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatalf("%s\n%s", a.Bytes(), b.Bytes())
		}
	})
}

func TestSampleIsAStory(t *testing.T) {
	s, diags, err := Load("story.yaml", []byte(Sample()))
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	if len(s.Events) != 5 || len(s.Relations) != 3 || !strings.HasPrefix(Sample(), "#") {
		t.Errorf("%d events, %d relations", len(s.Events), len(s.Relations))
	}
}

func TestWriteGolden(t *testing.T) {
	s := fullStory(t)
	s.Events = append(s.Events, Event{ID: "c", Title: "Title: with a colon", Actors: []string{"One & <Two>", "it's", "a, b"}, Note: "First line\n\nSecond paragraph\n", Place: "1911", Lane: "true"})
	s.Events[1].Actors = strings.Split(strings.Repeat("A long name of someone;", 6)+"last", ";")
	var y, j, c bytes.Buffer
	if err := WriteYAML(&y, s); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&j, s); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(&c, s); err != nil {
		t.Fatal(err)
	}
	golden(t, "full.yaml", y.Bytes())
	golden(t, "full.json", j.Bytes())
	golden(t, "full.csv", c.Bytes())
	var empty bytes.Buffer
	if err := WriteYAML(&empty, &Story{}); err != nil {
		t.Fatal(err)
	}
	if want := yamlHead + "causeline: 1\n\nevents: []\n"; empty.String() != want {
		t.Errorf("got %q", empty.String())
	}
	empty.Reset()
	if err := WriteJSON(&empty, &Story{}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n  \"causeline\": 1,\n  \"events\": []\n}\n"; empty.String() != want {
		t.Errorf("got %q", empty.String())
	}
}
