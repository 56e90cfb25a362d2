package nlp

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLower(t *testing.T) {
	for in, want := range map[string]string{
		"Accra": "accra", "plain": "plain", "’S": "'s", "N’T": "n't", "Éire": "éire", "": "",
	} {
		if got := Lower(in); got != want {
			t.Errorf("Lower(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("long line ", 20)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"one\ntwo\n\nthree\n", []string{"one\ntwo", "three"}},
		{"one\n \t\ntwo\r\n\r\nthree", []string{"one", "two", "three"}},
		{long + "\nHeading\n" + long, []string{strings.TrimSpace(long), "Heading", strings.TrimSpace(long)}},
		{"  \n\n", nil},
		{"", nil},
	} {
		var got []string
		for _, b := range Paragraphs(c.text) {
			got = append(got, c.text[b.Start:b.End])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("paragraphs of %q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestParagraphsLoseNothing: what lies outside the blocks is white space.
func TestParagraphsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", " ", "\n", "\r", "\t", "é", strings.Repeat("x", 170)})).Draw(t, "text"), "")
		end := 0
		for _, b := range Paragraphs(text) {
			if b.Start < end || b.End <= b.Start || strings.TrimSpace(text[end:b.Start]) != "" {
				t.Fatalf("block %v after %d in %q", b, end, text)
			}
			end = b.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("text after %d lost in %q", end, text)
		}
	})
}
