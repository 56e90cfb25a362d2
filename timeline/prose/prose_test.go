package prose

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	w := New(40)
	w.Wrap("├─ ", "│  ", "Heavy rain on the upper river lifts the water over the banks")
	w.Gap()
	w.Item("date", "2 May")
	w.Lines(0, 4, "one\ttwo\n\x1b[31mthree")
	w.Line(2, "a line  that is to be copied\x1b whole, since it is a command")
	want := "├─ Heavy rain on the upper river lifts\n│  the water over the banks\n\ndate      2 May\none two [31mthree\n" +
		"  a line  that is to be copied whole, since it is a command\n"
	if w.String() != want {
		t.Errorf("got\n%s\nwant\n%s", w, want)
	}
	if And([]string{"a", "b", "c"}) != "a, b and c" || And([]string{"a"}) != "a" || And(nil) != "" {
		t.Error("And joins wrongly")
	}
}

// TestWrapProperties: lines fit but for words that do not, no word is lost, and
// nothing comes out that a terminal would obey.
func TestWrapProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(0, 100).Draw(t, "width")
		text := rapid.String().Draw(t, "text")
		w := New(width)
		w.Wrap("- ", "  ", text)
		for line := range strings.Lines(w.String()) {
			line = strings.TrimSuffix(line, "\n")
			if utf8.RuneCountInString(line) > w.Width() && len(strings.Fields(strings.TrimPrefix(line, "- "))) > 1 {
				t.Fatalf("%q is too long for %d", line, w.Width())
			}
			if strings.ContainsFunc(line, unicode.IsControl) {
				t.Fatalf("%q has a control character", line)
			}
		}
		got := strings.Fields(strings.TrimPrefix(w.String(), "-"))
		if want := strings.Fields(visible(text)); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("the words %q became %q", want, got)
		}
	})
}
