package typeface

import (
	"slices"
	"strings"
	"sync"
	"testing"
)

// show writes a line down: characters from left to right, with the face where
// it changes.
func show(l Line) string {
	var b strings.Builder
	face := "Liberation Sans"
	for _, g := range l.Glyphs {
		name := "-"
		if g.Face != nil {
			name = g.Face.Name()
		}
		if name != face && g.Text != " " {
			b.WriteString("[" + name + "]")
			face = name
		}
		b.WriteString(g.Text)
	}
	return b.String()
}

func TestShape(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Latin", "Harbour wall", "Harbour wall"},
		{"white space", " \tHarbour\n  wall ", "Harbour wall"},
		{"nothing", " \n", ""},
		{"controls and broken bytes", "a\x00b\xffc", "abc"},
		{"Greek and Cyrillic", "Λιμάνι Порт", "Λιμάνι Порт"},
		{"Hebrew runs to the left", "שלום", "םולש"},
		{"Arabic in its own face", "ميناء", "[DejaVu Sans]ءانيم"},
		{"Latin in Arabic", "ميناء Dock قديم", "[DejaVu Sans]ميدق [Liberation Sans]Dock [DejaVu Sans]ءانيم"},
		{"Armenian", "Նավահանգիստ", "[DejaVu Sans]Նավահանգիստ"},
		{"number after Hebrew", "a שלום 12 b", "a 12 םולש b"},
		{"CJK has no face", "a港b", "a[-]港[Liberation Sans]b"},
		{"emoji has no face", "a😀b", "a[-]😀[Liberation Sans]b"},
		{"sign asked for as emoji", "a♥\uFE0Fb", "a[-]♥\uFE0F[Liberation Sans]b"},
		{"sign as text", "a♥b", "a♥b"},
		{"joined emoji", "👩\u200D🚒", "[-]👩\u200D🚒"},
	} {
		if got := show(Shape(test.text, Style{})); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAdvances(t *testing.T) {
	// Advances of Liberation Sans: A 1366, V 1366, a kern of -152 between them, space 569.
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"kerned", "AV", 2*1366 - 152},
		{"no kerning across spaces", "A V", 2*1366 + 569},
		{"composed in the face", "e\u0301", 1139},
		{"lam and alef are one glyph", "لا", 1168},
		{"hidden controls", "A\u200EV\u2060", 2*1366 - 152},
	} {
		if got := Shape(test.text, Style{}).Advance; got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
		if got := Advance(test.text, Style{}); got != test.want {
			t.Errorf("%s: Advance gives %d, want %d", test.name, got, test.want)
		}
	}
}

// Letters of Arabic take the forms that join.
func TestArabicJoins(t *testing.T) {
	alone, joined := Shape("ب", Style{}).Glyphs, Shape("ببب", Style{}).Glyphs
	ids := []GlyphID{alone[0].ID}
	for _, g := range joined {
		ids = append(ids, g.ID)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 4 {
		t.Errorf("initial, medial, final and single form are glyphs %v", ids)
	}
}

func TestSpans(t *testing.T) {
	l := ShapeSpans(Span{"12 May  ", Style{Bold: true}}, Span{" Wall", Style{Italic: true}}, Span{"falls", Style{}})
	if got, want := l.String(), "12 May Wallfalls"; got != want {
		t.Fatalf("%q, want %q", got, want)
	}
	for _, g := range l.Glyphs {
		want := [...]string{"Liberation Sans Bold", "Liberation Sans Italic", "Liberation Sans"}[g.Span]
		if g.Face.Name() != want {
			t.Errorf("%q of span %d is in %s, want %s", g.Text, g.Span, g.Face.Name(), want)
		}
	}
	if l.Glyphs[len(l.Glyphs)-1].Span != 2 || Shape("שלום a", Style{}).RightToLeft != true || l.RightToLeft {
		t.Error("spans or direction are wrong")
	}
}

func TestMissing(t *testing.T) {
	got := Shape("港 and 港 or 😀", Style{}).Missing()
	if want := []string{"港", "😀"}; !slices.Equal(got, want) {
		t.Errorf("missing %q, want %q", got, want)
	}
	if got := Shape("Harbour ميناء ☀", Style{Bold: true}).Missing(); len(got) > 0 {
		t.Errorf("missing %q, want nothing", got)
	}
}

func TestHostileLines(t *testing.T) {
	n := 100_000
	for name, text := range map[string]string{
		"letters": strings.Repeat("W", n), "marks": "a" + strings.Repeat("\u0301", n),
		"joiners": strings.Repeat("\u200D", n), "embeddings": strings.Repeat("\u202Bא", n/10),
		"isolates": strings.Repeat("\u2067א", n/10), "brackets": "א" + strings.Repeat("(", n/10) + strings.Repeat(")", n/10),
	} {
		l := Shape(text, Style{})
		if l.Advance < 0 || len(l.String()) == 0 {
			t.Errorf("%s: %d wide", name, l.Advance)
		}
	}
	if got := Advance(strings.Repeat("W", n), Style{}); got < n*1900 {
		t.Errorf("%d letters measure %d", n, got)
	}
}

func TestConcurrent(t *testing.T) {
	want := Shape("Harbour ميناء", Style{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := Shape("Harbour ميناء", Style{}); !slices.Equal(got.Glyphs, want.Glyphs) {
					t.Error("another line from another goroutine")
				}
			}
		})
	}
	wg.Wait()
}
