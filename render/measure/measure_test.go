package measure

import (
	"strings"
	"sync"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/render/scene"
	"github.com/causeline/causeline/render/typeface"
)

const em = scene.Unit(typeface.Em)

var label = Style{Size: scene.Pixels(14)}

func TestWidth(t *testing.T) {
	// Advances of Liberation Sans in 1/2048 em: H 1479, i 455, space 569,
	// A 1366, V 1366 with a kern of -152 between them.
	tests := []struct {
		name, text string
		style      Style
		want       scene.Unit
	}{
		{"nothing", "", label, 0},
		{"letters", "Hi", Style{Size: em}, 1479 + 455},
		{"space", "H H", Style{Size: em}, 2*1479 + 569},
		{"space collapses", "  H \t\n H ", Style{Size: em}, 2*1479 + 569},
		{"kerned", "AV", Style{Size: em}, 2*1366 - 152},
		{"scaled", "H", label, (1479*14*64 + 2047) / 2048},
		{"CJK is an em each", "東京", label, 2 * 14 * 64},
		{"emoji is an em and three tenths", "🌋", label, (2663*14*64 + 2047) / 2048},
		{"combining mark is nothing", "e\u0301", Style{Size: em}, 1139},
		{"joined emoji count each", "👩‍🚒", label, (2*2663*14*64 + 2047) / 2048},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Width(tt.text, tt.style); got != tt.want {
				t.Errorf("Width(%q) = %d, want %d", tt.text, got, tt.want)
			}
		})
	}
	if b, r := Width("Harbour", Style{Size: label.Size, Bold: true}), Width("Harbour", label); b <= r {
		t.Errorf("bold is %d wide, regular %d", b, r)
	}
	if got := Width("ستانلي", label); got < label.Size*2 {
		t.Errorf("Arabic, which the face lacks, measures only %d", got)
	}
}

func TestPercent(t *testing.T) {
	wide := Style{Size: label.Size, Percent: 104}
	if got, want := Width("H", Style{Size: em, Percent: 104}), scene.Unit((1479*104+99)/100); got != want {
		t.Errorf("H is %d wide at 104 %%, want %d", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abcWi- é東🌋"))).Draw(t, "text")
		if a, b := Width(text, label), Width(text, Style{Size: label.Size, Percent: 100}); a != b {
			t.Fatalf("%q is %d wide, %d at 100 %%", text, a, b)
		}
		for i, line := range Wrap(text, scene.Pixels(80), wide) {
			if w := Reserved(line, wide); w > scene.Pixels(80) && !one(line) {
				t.Fatalf("line %d, %q, needs %d", i, line, w)
			}
		}
	})
}

// A line that is drawn takes the room that was measured, but for the rounding
// up of each word.
func TestWidthIsThatOfTheLine(t *testing.T) {
	for _, text := range []string{"The ferry AV sinks", "  off \t the cape ", "שלום לכל", "ميناء قديم", "Port 港 call 🌋"} {
		for _, style := range []Style{label, {Size: label.Size, Bold: true}, {Size: label.Size, Italic: true}} {
			line := typeface.Shape(text, typeface.Style{Bold: style.Bold, Italic: style.Italic})
			exact := scene.Unit(line.Advance) * style.Size / em
			if got := Width(text, style); got < exact || got > exact+10 {
				t.Errorf("Width(%q) = %d, the line is %d", text, got, exact)
			}
		}
	}
}

func TestHugeWordDoesNotOverflow(t *testing.T) {
	n := 200_000
	if got := Width(strings.Repeat("W", n), Style{Size: em}); got < scene.Unit(n)*1900 {
		t.Errorf("%d letters measure %d", n, got)
	}
	if got := Width(strings.Repeat("W", n), Style{Size: em, Percent: 130}); got < scene.Unit(n)*2400 {
		t.Errorf("%d wide letters measure %d", n, got)
	}
}

func TestReserve(t *testing.T) {
	if got := Reserve(1000); got != 1150 {
		t.Errorf("Reserve(1000) = %d", got)
	}
	for room := scene.Unit(0); room < 3000; room++ {
		w := Natural(room)
		if Reserve(w) > room || Reserve(w+1) <= room {
			t.Fatalf("Natural(%d) = %d, not the widest that fits", room, w)
		}
	}
}

func TestWrap(t *testing.T) {
	narrow := scene.Pixels(90)
	tests := []struct {
		name, text string
		width      scene.Unit
		want       []string
	}{
		{"nothing", " \n ", narrow, nil},
		{"one word", "Volcano", narrow, []string{"Volcano"}},
		{"balanced, not greedy", "The ferry sinks off the cape", scene.Pixels(180), []string{"The ferry sinks", "off the cape"}},
		{"after a hyphen", "Oberammergau-Unterammergau", scene.Pixels(130), []string{"Oberammergau-", "Unterammergau"}},
		{"no-break space holds", "at 5\u00a0km depth", scene.Pixels(50), []string{"at", "5\u00a0km", "depth"}},
		{"ideographs break", "火山噴火。海辺", scene.Pixels(50), []string{"火山噴", "火。海", "辺"}},
		{"a number holds its counter", "2025年5月至9月", scene.Pixels(62), []string{"2025年", "5月至", "9月"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Wrap(tt.text, tt.width, label)
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("Wrap(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func squeeze(s string) string { return strings.Join(fields(s), "") }

func TestWrapLosesNothingAndFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abcWi-/ é\u0301東京🌋ש\u00a0 \t"))).Draw(t, "text")
		width := scene.Pixels(rapid.IntRange(22, 400).Draw(t, "width")) // an emoji needs 21
		b := Fit(text, width, label)
		if got := squeeze(strings.Join(b.Lines, "")); got != squeeze(text) {
			t.Fatalf("%q became %q", text, b.Lines)
		}
		for i, line := range b.Lines {
			if w := Width(line, label); w > b.Widths[i] {
				t.Fatalf("line %q is %d wide, not %d", line, w, b.Widths[i])
			}
			if one(line) {
				continue // cannot be broken, however narrow the column
			}
			if w := Reserved(line, label); w > width {
				t.Fatalf("line %q needs %d of %d", line, w, width)
			}
			if Width(line, label) > b.Width {
				t.Fatalf("line %q is wider than the block says", line)
			}
		}
		// Balanced: one unit less room would need another line, or break a word.
		if len(b.Lines) > 1 && b.Width > 1 {
			parts := pieces(text, Natural(width), label)
			for _, p := range parts {
				if p.width >= b.Width {
					return
				}
			}
			if count(parts, b.Width-1, Width("x x", label)-2*Width("x", label)) <= len(b.Lines) {
				t.Fatalf("%q could be narrower than %d on %d lines", text, b.Width, len(b.Lines))
			}
		}
	})
}

// one reports whether a line is a single grapheme.
func one(line string) bool {
	g := graphemes.FromString(line)
	return g.Next() && !g.Next()
}

func TestConcurrent(t *testing.T) {
	want := Width("Concurrent harbour pilots", label)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := Width("Concurrent harbour pilots", label); got != want {
					t.Errorf("got %d, want %d", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkWrap(b *testing.B) {
	text := "Rescue ships reach the island two days after the harbour wall gave way in heavy seas"
	for b.Loop() {
		Wrap(text, scene.Pixels(180), label)
	}
}
