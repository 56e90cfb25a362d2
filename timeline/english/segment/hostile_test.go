package segment

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"pgregory.net/rapid"
)

// TestHostileInputIsLinear reads inputs that would take minutes if a rule
// looked at the rest of its chunk or its sentence again and again.
func TestHostileInputIsLinear(t *testing.T) {
	const size = 1 << 20
	for _, unit := range []string{
		"a", "A", "a.", ".", "'", "’", "a'", "-", "a-", "http://", "日", "@a", "“", "\"", "U.S.", "a’s", "[1]", "…", ".'",
		"$", "a@", "….", ". ", "? ", "[", "a ", "A ", "Photo: ", ". [a] ", ":) ", ". 1 The ", "a.Ab", "\u0301", "\u200d",
		"👩\u200d", "🇵", "\x00", "\xff", "ก", "کا", "a\u0301", "; ", ", ", ".\n", "A. ", "(b. ", "e.g. a",
	} {
		text := strings.Repeat(unit, size/len(unit))
		begin := time.Now()
		toks := Tokens(nil, text, 0, len(text))
		Sentences(nil, text, toks)
		if d := time.Since(begin); d > 10*time.Second {
			t.Errorf("%q repeated: %v", unit, d)
		}
	}
}

// checkSpans fails unless tokens ascend, are not empty, part no grapheme
// cluster, and nothing but space lies between them, and unless sentences cover
// the tokens within their limit.
func checkSpans(t interface {
	Fatalf(format string, args ...any)
}, text string) {
	toks := Tokens(nil, text, 0, len(text))
	end := 0
	for _, s := range toks {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("span %v after %d in %q", s, end, text)
		}
		checkSpace(t, text, end, s.Start)
		end = s.End
	}
	checkSpace(t, text, end, len(text))
	checkClusters(t, text, toks)
	next := 0
	for _, r := range Sentences(nil, text, toks) {
		if r.From != next || r.To <= r.From || r.To-r.From > MaxTokens {
			t.Fatalf("sentence %v after token %d in %q", r, next, text)
		}
		next = r.To
	}
	if next != len(toks) {
		t.Fatalf("%d of %d tokens are in sentences of %q", next, len(toks), text)
	}
}

// checkSpace fails unless text[i:end] is white space.
func checkSpace(t interface {
	Fatalf(format string, args ...any)
}, text string, i, end int) {
	for i < end {
		n := spaceLen(text[i:])
		if n == 0 {
			t.Fatalf("text lost at %d in %q", i, text)
		}
		i += n
	}
}

// checkClusters fails where two tokens that touch part a grapheme cluster of
// the run without white space in which they stand.
func checkClusters(t interface {
	Fatalf(format string, args ...any)
}, text string, toks []Span) {
	for i := 0; i < len(toks); {
		k := i + 1
		for k < len(toks) && toks[k].Start == toks[k-1].End {
			k++
		}
		run := text[toks[i].Start:toks[k-1].End]
		border := map[int]bool{}
		at := toks[i].Start
		for it := graphemes.FromString(run); it.Next(); {
			border[at] = true
			at += len(it.Value())
		}
		for _, s := range toks[i:k] {
			if !border[s.Start] && utf8.ValidString(run) {
				t.Fatalf("token %v begins inside a grapheme cluster of %q", s, text)
			}
		}
		i = k
	}
}

func TestSpansProperty(t *testing.T) {
	pieces := []string{
		"U.S.", "Mr.", "p.m.", "word", "Word", "n't", "'s", "’s", "“", "”", "\"",
		".", "…", "...", "?", "!", " ", "\n", "3.5", "1999", "–", "-", "é", "日本", "[", "]", "http://x.y",
		"@", "I", "J.", "\u00ad", "\u200d", "👍🏽", "No.", "'", "Figure 1", "Tuesday, March 3, 2020", "PORTO —",
		"Photo:", ":)", "[4]", "\u0301", "🇵", "ก", "ำ", "\u0600", "\x00", "\xff", "。", "」",
	}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "parts")
		checkSpans(t, strings.Join(parts, ""))
		checkSpans(t, rapid.String().Draw(t, "text"))
	})
}

func FuzzSpans(f *testing.F) {
	f.Add("Mr. Diaz can’t… “go”.")
	f.Add("日本語 \xff\xc2 a’")
	f.Add("👩‍👩‍👧\u0301🇵🇪 ำ :) [4] Figure 1. (b. 2)")
	f.Add("Map 0(")
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, text) })
}
