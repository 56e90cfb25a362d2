package wire

import (
	"strings"
	"testing"
)

func TestReports(t *testing.T) {
	all := Reports(1, 300)
	seen := map[string]bool{}
	for _, r := range all {
		if len(r.Text) < Size || len(r.Text) > Size+400 {
			t.Errorf("%s has %d bytes, want about %d", r.Name, len(r.Text), Size)
		}
		if strings.ContainsAny(r.Text, "{}") {
			t.Errorf("%s has an open slot:\n%s", r.Name, r.Text)
		}
		if seen[r.Name] || seen[r.Text] {
			t.Errorf("%s comes twice", r.Name)
		}
		seen[r.Name], seen[r.Text] = true, true
		if strings.Contains(r.Text, "\n\n\n") {
			t.Errorf("%s has an empty paragraph", r.Name)
		}
	}
	for i, r := range Reports(1, 100) {
		if r != all[i] {
			t.Fatalf("%s differs in a shorter run", r.Name)
		}
	}
	if Reports(2, 1)[0].Text == all[0].Text {
		t.Error("another seed gives the same report")
	}
}
