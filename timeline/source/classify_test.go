package source

import "testing"

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       Kind
	}{
		{"a.txt", "goat", KindDocument},
		{"a.MD", "goat", KindDocument},
		{"x/a.html", "goat", KindDocument},
		{"README", "goat", KindDocument},
		{"-", "goat", KindDocument},
		{"", "{\"events\": []}", KindStory},
		{"-", "causeline: 1\n", KindStory},
		{"-", "Events: the goat left.\n", KindDocument},
		{"a.yaml", "anything", KindStory},
		{"a.yml", "", KindStory},
		{"a.json", "{}", KindStory},
		{"a.csv", "", KindStory},
		{"a.pdf", "%PDF-1.4", KindBinary},
		{"a.txt", "%PDF-1.4", KindBinary},
		{"a.txt", "g\x00oat", KindBinary},
		{"a.txt", "\xff\xfeg\x00", KindDocument},
		{"a.yaml", "g\x00oat", KindBinary},
		{"a.rst", "goat", KindUnsupported},
		{".profile", "goat", KindDocument},
	} {
		if got := Classify(c.name, []byte(c.head)); got != c.want {
			t.Errorf("Classify(%q, %q) = %s, want %s", c.name, c.head, got, c.want)
		}
	}
}

func TestSniffFormat(t *testing.T) {
	for in, want := range map[string]string{
		"The goat left.":                        FormatText,
		"<!-- saved --> <!DOCTYPE html><html>":  FormatHTML,
		"\ufeff<p>The goat left.</p>":           FormatHTML,
		"<goat> is not an element":              FormatText,
		"---\ntitle: Goat\n---\nThe goat left.": FormatMarkdown,
		"The goat left.\n\n## Why\n":            FormatMarkdown,
		"See [here](https://g.example/goat).":   FormatMarkdown,
		"#1 goat on the island":                 FormatText,
		"\xff\xfe<\x00p\x00>\x00":               FormatText,
	} {
		if got := sniffFormat([]byte(in)); got != want {
			t.Errorf("sniffFormat(%q) = %s, want %s", in, got, want)
		}
	}
}
