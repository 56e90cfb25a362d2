package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/nlp"
)

// FuzzReadBytes reads hostile input in each format: it must not panic, and
// what comes out must hold together and come out again.
func FuzzReadBytes(f *testing.F) {
	for _, pattern := range []string{"*.txt", "*.md", "*.html"} {
		files, err := filepath.Glob(filepath.Join("testdata/docs", pattern))
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(filepath.Base(file), data)
		}
	}
	f.Add("x.html", []byte("<p><p><table><td><p>"))
	f.Add("x.md", []byte("---\n&a [*a]\n---\n> > > - x"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		for _, format := range []string{"", FormatText, FormatMarkdown, FormatHTML} {
			doc, err := ReadBytes(name, data, Options{Format: format})
			if err != nil {
				continue
			}
			checkBlocks(t, doc)
			if doc.ID == "" || len(doc.ID) > maxSlug || slug(doc.ID) != doc.ID {
				t.Errorf("id %q", doc.ID)
			}
			if !utf8.ValidString(doc.Title + doc.Publisher + doc.URL + doc.DatedBy) {
				t.Errorf("metadata is not valid UTF-8: %+v", golden(doc))
			}
			again, err := ReadBytes(name, data, Options{Format: format})
			if err != nil || again.SHA256 != doc.SHA256 || again.DatedBy != doc.DatedBy || len(again.Blocks) != len(doc.Blocks) {
				t.Errorf("a second reading differs: %v", err)
			}
		}
	})
}

// TestPlainLosesNothing lays blocks over random texts made of lines: every
// letter and digit stands in a block, bullets' numbers aside.
func TestPlainLosesNothing(t *testing.T) {
	line := rapid.SampledFrom([]string{
		"", "", "  ", "The goat left the rock on Monday.", "Goat leaves rock", "By Jane Doe", "Reuters", "> He left.",
		"- a lamp", "  and a rope", "HASK, April 2, 2031 (Northwire) — The goat left the rock on Monday, they said.",
		"date 2031-04-02 Hask: The goat left the rock on Monday.", "2 April 2031", "Date: 2031-04-02", "…", "Ærø – Øen er lille.",
		"A goat that had lived on the rock for years left it on Monday, because",
	})
	end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(1, 12).Draw(t, "lines") {
			text += line.Draw(t, "line") + end.Draw(t, "end")
		}
		c := readPlain(text)
		checkBlocks(t, Document{Text: c.text, Blocks: c.blocks})
		if c.text != text {
			t.Fatalf("%q became %q", text, c.text)
		}
		covered := make([]bool, len(text))
		for _, b := range c.blocks {
			for i := b.Start; i < b.End; i++ {
				covered[i] = true
			}
		}
		for i := range len(text) {
			if isAlnum(text[i]) && !covered[i] {
				t.Fatalf("%q: byte %d (%q) is in no block of %v", text, i, text[i], c.blocks)
			}
		}
	})
}

// TestRunningTextStays checks that a plain paragraph stays one: the stage
// must not invent headings or metadata in running text.
func TestRunningTextStays(t *testing.T) {
	text := "The goat left the rock on Monday, because the lamp had failed on 2 April 2031.\n\n" +
		"Jane Doe, who keeps the lamp: \"It was the goat's choice.\"\n\n" +
		"By Tuesday the goat was home. Reuters did not report it.\n"
	c := readPlain(text)
	if len(c.blocks) != 3 || c.dates != nil || c.title != "" {
		t.Fatalf("blocks %v, dates %v, title %q", c.blocks, c.dates, c.title)
	}
	for _, b := range c.blocks {
		if b.Kind != nlp.Paragraph {
			t.Errorf("%q is of kind %d", text[b.Start:b.End], b.Kind)
		}
	}
}

// TestHostile reads inputs that are made to cost much. Each ends in time far
// below the test's limit or, were a bound missing, not at all.
func TestHostile(t *testing.T) {
	for name, c := range map[string]struct{ format, data string }{
		"emphasis":     {FormatMarkdown, strings.Repeat("*a_", 1<<18)},
		"quotes":       {FormatMarkdown, strings.Repeat("> ", 1<<18) + "a"},
		"front matter": {FormatMarkdown, "---\na: " + strings.Repeat("[", 1<<24) + "\n---\nThe goat left the rock."},
		"open tags":    {FormatHTML, strings.Repeat("<div>", 1<<18)},
		"named parts":  {FormatHTML, strings.Repeat("<div class=ad>", 400) + strings.Repeat("<div class=ad><p>The goat left.</p></div>", 1<<14)},
		"times":        {FormatHTML, "<div>" + strings.Repeat("<time>2031-04-02</time>", 1<<15)},
		"json":         {FormatHTML, `<script type="application/ld+json">` + strings.Repeat("[", 1<<20) + `</script><p>The goat left the rock.</p>`},
		"bylines":      {FormatText, strings.Repeat("By A, A\n\n", 1<<14)},
	} {
		doc, err := ReadBytes("x", []byte(c.data), Options{Format: c.format})
		if err != nil && doc.Text != "" {
			t.Errorf("%s: both a document and the error %v", name, err)
		}
		checkBlocks(t, doc)
	}
}
