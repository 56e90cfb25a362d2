package english

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english/segment"
	"github.com/causeline/causeline/timeline/nlp"
)

// checkSplit fails unless sentences and tokens stand where they say, in order
// and within the limit, and no letter, digit or mark of text is left out.
func checkSplit(t interface {
	Fatalf(format string, args ...any)
}, text string) {
	end := 0
	for _, s := range Split(text, nil) {
		if len(s.Tokens) == 0 || len(s.Tokens) > segment.MaxTokens || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d..%d of %d tokens in %q", s.Start, s.End, len(s.Tokens), text)
		}
		for _, k := range s.Tokens {
			if k.Start < end || k.Text == "" || text[k.Start:k.End] != k.Text {
				t.Fatalf("token %+v after %d in %q", k, end, text)
			}
			if k.Lower != nlp.Lower(k.Text) {
				t.Fatalf("token %q has lower case %q, want %q", k.Text, k.Lower, nlp.Lower(k.Text))
			}
			checkNothing(t, text, end, k.Start)
			end = k.End
		}
	}
	checkNothing(t, text, end, len(text))
}

// checkNothing fails unless text[i:end] is white space and characters without
// a glyph.
func checkNothing(t interface {
	Fatalf(format string, args ...any)
}, text string, i, end int) {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("text lost at %d of %q", i, text)
		}
		i += n
	}
}

// TestSplitBadInput reads texts that would take minutes if the time grew faster
// than the text.
func TestSplitBadInput(t *testing.T) {
	const words = 5000
	for name, text := range map[string]string{
		"no punctuation":    strings.Repeat("the boats left early ", words/4),
		"all capitals":      strings.Repeat("THE BOATS LEFT EARLY. ", words/4),
		"capitals, no ends": strings.Repeat("THE BOATS LEFT EARLY ", words/4),
		"one character":     strings.Repeat("x", 1<<20),
		"one capital":       strings.Repeat("Ä", 1<<19),
		"quotes":            strings.Repeat("\"", 100_000),
		"curly quotes":      strings.Repeat("“”", 50_000),
		"stops":             strings.Repeat(".", 1<<20),
		"spaced stops":      strings.Repeat(". ", 1<<19),
		"commas":            strings.Repeat(", ", 1<<19),
		"emoji":             strings.Repeat("👩‍👩‍👧👍🏽 🇵🇪", words),
		"mixed scripts":     strings.Repeat("Порт closed 港が閉 الميناء بندر ท่าเรือ. ", words),
		"combining marks":   "a" + strings.Repeat("\u0301", 1<<18),
		"not UTF-8":         strings.Repeat("Okoro \xff\xfe met\xc3. ", words),
		"NUL":               strings.Repeat("Okoro\x00met. \x00", words),
		"only NUL":          strings.Repeat("\x00", 1<<20),
		"line ends":         strings.Repeat("Okoro met.\r\n\r\n", words),
		"blank":             strings.Repeat(" \n", 1<<19),
	} {
		begin := time.Now()
		checkSplit(t, text)
		if d := time.Since(begin); d > 10*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, text := range []string{
		"Mr. Okoro met Diaz. \"Go!\" he said… (b. 1950) [4] :)\n\nNext",
		"Tuesday, March 3, 2020 The port closed.\nPORTO — It froze. Photo: Castro.",
		"İ ’S N’T \xff\xc2\x00 👩‍👩‍👧 e\u0301 船は沈んだ。ท่า می\u200cروند",
		strings.Repeat("word, ", segment.MaxTokens),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkSplit(t, text) })
}

// prose is some paragraphs in the manner of news.
const prose = "The council of Porto met Gen. Okoro on Feb. 3 at 9 p.m. and didn’t agree on the " +
	"plan, he said. “We will meet again,” the mayor’s aide told reporters in the U.S.-backed zone. " +
	"Heavy rain had closed the road to the harbour, and about 1,200 people waited in schools until the " +
	"water fell. Nobody was hurt. The ferry company, which lost two boats, wants $7.2m from the state; " +
	"its lawyers wrote to the ministry on Tuesday (the letter has not been answered).\n\n"

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(prose, 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, nil)
	}
}
