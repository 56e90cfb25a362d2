package main

import "testing"

func TestShellLine(t *testing.T) {
	for _, tt := range []struct {
		words []string
		want  string
	}{
		{[]string{"causeline", "path", "1953-02-01-flood", "out/story.yaml"}, "causeline path 1953-02-01-flood out/story.yaml"},
		{[]string{"my story.yaml", "Überflutung.yaml"}, "'my story.yaml' Überflutung.yaml"},
		{[]string{"O'Hara.yaml", "$HOME/a;b", ""}, `'O'\''Hara.yaml' '$HOME/a;b' ''`},
		{[]string{"~/a", "a*"}, "'~/a' 'a*'"},
	} {
		if got := shellLine(tt.words...); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.words, got, tt.want)
		}
	}
}
