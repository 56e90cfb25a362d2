package story

import (
	"slices"
	"testing"
)

func TestSilence(t *testing.T) {
	found := []Diagnostic{
		{Name: "bad-time", Events: []string{"a"}, Message: "one"},
		{Name: "bad-time", Events: []string{"a"}, Message: "two"},
		{Name: "bad-time", Events: []string{"a"}, Message: "one"},
		{Name: "duplicate-key", Message: "key `x` stands twice, first on line 3"},
		{Name: "cycle", ID: "cycle-1"},
	}
	Identify(found)
	if found[0].ID == found[1].ID || found[2].ID != found[0].ID+"-2" || found[4].ID != "cycle-1" {
		t.Errorf("ids %q, %q, %q, %q", found[0].ID, found[1].ID, found[2].ID, found[4].ID)
	}
	moved := []Diagnostic{{Name: "duplicate-key", Line: 9, Message: "key `x` stands twice, first on line 7"}}
	if Identify(moved); moved[0].ID != found[3].ID {
		t.Errorf("a finding that moved has the id %s, not %s", moved[0].ID, found[3].ID)
	}
	open, silenced, stale := Silence(found, []string{"cycle-1", "gone", found[2].ID, "gone"})
	if len(open) != 3 || len(silenced) != 2 || !silenced[0].Silenced || open[0].Silenced || silenced[0].Message != "one" || silenced[1].Name != "cycle" {
		t.Errorf("open %v, silenced %v", open, silenced)
	}
	if !slices.Equal(stale, []int{1, 3}) {
		t.Errorf("stale %v", stale)
	}
}

// TestPlaces: each entry of a list is found in every spelling, and what is not
// there is left as it is.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		item       Item
		line       int
		column     int
	}{
		{"a.yaml", "events:\n- title: x\n\n- id: b\n  title: y\n", Item{"events", 1}, 4, 3},
		{"a.yaml", "events: [{title: x}, {title: y}]\nsilenced:\n  - two-dates-1\n", Item{"silenced", 0}, 3, 5},
		{"a.json", "{\"events\": [{\"id\": \"a\", \"title\": \"x\"},\n {\"title\": \"é\"}, {\"title\": \"y\"}]}", Item{"events", 2}, 2, 18},
		{"a.csv", "title,date\nx,1911\n\ny,1912\n", Item{"events", 1}, 4, 1},
		{"a.yaml", "events:\n- title: x\n", Item{"events", 1}, 0, 0},
		{"a.yaml", "events:\n- title: x\n", Item{"relations", 0}, 0, 0},
	} {
		_, places, _, err := LoadPlaces(tt.name, []byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if d := places.Place(Diagnostic{Item: tt.item}); d.Line != tt.line || d.Column != tt.column {
			t.Errorf("%v of %s stands at %d:%d, want %d:%d", tt.item, tt.name, d.Line, d.Column, tt.line, tt.column)
		}
		if d := places.Place(Diagnostic{Item: tt.item, Line: 99}); d.Line != 99 {
			t.Errorf("a place that is known becomes %d", d.Line)
		}
	}
	var none *Places
	if d := none.Place(Diagnostic{Item: Item{"events", 0}}); d.Line != 0 {
		t.Errorf("nowhere is line %d", d.Line)
	}
}
