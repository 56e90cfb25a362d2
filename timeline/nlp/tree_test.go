package nlp

import (
	"fmt"
	"testing"
)

func TestDependents(t *testing.T) {
	toks := []Token{
		{Rel: "nsubj", Head: 1}, {Rel: "root", Head: -1}, {Rel: "obj", Head: 1}, {Rel: "amod", Head: 2},
		{Rel: "dep", Head: 4}, {Rel: "dep", Head: 9}, {Rel: "", Head: 1}, // itself, out of range, not parsed
	}
	if got := fmt.Sprint(Dependents(toks)); got != "[[] [0 2] [3] [] [] [] []]" {
		t.Errorf("got %s", got)
	}
	if got := Dependents(nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

func TestRelation(t *testing.T) {
	for rel, want := range map[string]string{"nsubj:pass": "nsubj", "obj": "obj", "": ""} {
		if got := (&Token{Rel: rel}).Relation(); got != want {
			t.Errorf("%q: %q, want %q", rel, got, want)
		}
	}
}
