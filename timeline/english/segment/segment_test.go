package segment

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// split returns the tokens of a text as one string, with bars between them.
func split(text string) string {
	var words []string
	for _, s := range Tokens(nil, text, 0, len(text)) {
		words = append(words, text[s.Start:s.End])
	}
	return strings.Join(words, "|")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They didn't sail.", "They|did|n't|sail|."},
		{"She can’t, and won’t.", "She|ca|n’t|,|and|wo|n’t|."},
		{"They cannot, I'm gonna", "They|can|not|,|I|'m|gon|na"},
		{"they'd've gone", "they|'d|'ve|gone"},
		{"Quito's mayor", "Quito|'s|mayor"},
		{"the miners’ union", "the|miners|’|union"},
		{"O'Hara's rock'n'roll", "O'Hara|'s|rock'n'roll"},
		{"the U.S. on Feb. 3 at 9 p.m. sharp", "the|U.S.|on|Feb.|3|at|9|p.m.|sharp"},
		{"Gen. J. R. Okoro of Delta Inc. paid", "Gen.|J.|R.|Okoro|of|Delta|Inc.|paid"},
		{"No. 7 won. They said no.", "No.|7|won|.|They|said|no|."},
		{"cars to wash.", "cars|to|wash|."},
		{"a four-hour U.S.-Peru meeting", "a|four-hour|U.S.-Peru|meeting"},
		{"U.S.–Peru talks, 1987–1991", "U.S.|–|Peru|talks|,|1987|–|1991"},
		{"$7.2m, US$5 or 1.5bn", "$|7.2m|,|US|$|5|or|1.5bn"},
		{"the 28th, 2025-08-16, 15/08/2025, 11:30", "the|28th|,|2025-08-16|,|15/08/2025|,|11:30"},
		{"up 12.5% to 1,200", "up|12.5|%|to|1,200"},
		{"and/or", "and|/|or"},
		{"the '90s and ’96", "the|'90s|and|’96"},
		{"see https://example.org/a,b?c=1.", "see|https://example.org/a,b?c=1|."},
		{"(www.example.org) ana@example.org,", "(|www.example.org|)|ana@example.org|,"},
		{"\"[They] left,\"", "\"|[|They|]|left|,|\""},
		{"“Wait… no—now”", "“|Wait|…|no|—|now|”"},
		{"so.... yes -- well", "so|....|yes|--|well"},
		{"it ended.Next in 1999.The", "it|ended|.|Next|in|1999|.|The"},
		{"AT&T's R&D", "AT&T|'s|R&D"},
		{"What?! No!", "What|?!|No|!"},
		{"-5 degrees, e.g. café", "-5|degrees|,|e.g.|café"},
		{"a\u00a0b\u200bc", "a|b|c"},
		{"#flood @ana", "#flood|@ana"},
		{"", ""},
	} {
		if got := split(c.text); got != c.want {
			t.Errorf("tokens of %q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	// A bar marks where a sentence ends.
	for _, text := range []string{
		"It rained.| They left.",
		"Mr. Adeyemi met Gen. Diaz.| Both smiled.",
		"The U.S. Senate met in the U.S.| The vote failed.",
		"They left at 9 p.m.| Rain fell at 8 a.m. Friday.| It was 7 p.m. EST.",
		"J. R. Okoro spoke.| K. Lee did not.",
		"It opened in Feb. 1999.| It closed in Dec.| The owner fled.",
		"“We agreed.| We signed.”| She left.",
		"“Why?” Okoro asked.| “Who knows?” he said.",
		"\"Go!\"| She went.",
		"He waited… and waited.| Nothing came…| Then it did.",
		"“I waited… I left.”",
		"The war ended.[4]| Peace came.",
		"The war ended. [4]| Peace came.",
		"They sold fruit (e.g. Kent mangoes) from c. 1871 on.",
		"It ended in 1999.|The rest is known.",
		"Is it over?| Yes!| Perhaps.",
		"Sales rose 3.5 percent to $1.2 billion.| eBay fell.",
		"1. Open the box.",
		"Delta Inc. shares fell.| Delta Inc.| The firm closed.",
		"He won (they say so.)| She lost.",
		"LIMA, Peru (Reuter) — Talks began.| They failed.",
		"Lagos: The port closed.",
		"They came, saw etc.| Nobody cared.",
		"no capital letters. still one sentence",
	} {
		want := strings.Split(text, "|")
		plain := strings.ReplaceAll(text, "|", "")
		toks := Tokens(nil, plain, 0, len(plain))
		var got []string
		for _, r := range Sentences(nil, plain, toks) {
			got = append(got, plain[toks[r.From].Start:toks[r.To-1].End])
		}
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("sentences:\n got %q\nwant %q", got, want)
		}
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	text := strings.Repeat("word ", 3*MaxTokens+7)
	toks := Tokens(nil, text, 0, len(text))
	ranges := Sentences(nil, text, toks)
	if len(ranges) != 4 {
		t.Fatalf("%d sentences, want 4", len(ranges))
	}
	for _, r := range ranges {
		if r.To-r.From > MaxTokens {
			t.Errorf("sentence of %d tokens, want at most %d", r.To-r.From, MaxTokens)
		}
	}
}

// TestHostileInputIsLinear reads inputs that would take minutes if a rule
// looked at the rest of its chunk again and again.
func TestHostileInputIsLinear(t *testing.T) {
	const size = 1 << 19
	for _, unit := range []string{"a", "a.", ".", "'", "’", "a'", "-", "a-", "http://", "日", "@a", "“", "U.S.", "a’s", "[1]", "…", ".'", "$", "a@", "…."} {
		text := strings.Repeat(unit, size/len(unit))
		begin := time.Now()
		toks := Tokens(nil, text, 0, len(text))
		Sentences(nil, text, toks)
		if d := time.Since(begin); d > 10*time.Second {
			t.Errorf("%q repeated: %v", unit, d)
		}
	}
}

// checkSpans fails unless tokens ascend, are not empty, and nothing but space
// lies between them, and unless sentences cover the tokens.
func checkSpans(t interface {
	Fatalf(format string, args ...any)
}, text string) {
	toks := Tokens(nil, text, 0, len(text))
	end := 0
	for _, s := range toks {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("span %v after %d in %q", s, end, text)
		}
		for i := end; i < s.Start; {
			n := spaceLen(text[i:])
			if n == 0 {
				t.Fatalf("text lost before %v in %q", s, text)
			}
			i += n
		}
		end = s.End
	}
	next := 0
	for _, r := range Sentences(nil, text, toks) {
		if r.From != next || r.To <= r.From {
			t.Fatalf("sentence %v after token %d in %q", r, next, text)
		}
		next = r.To
	}
	if next != len(toks) {
		t.Fatalf("%d of %d tokens are in sentences of %q", next, len(toks), text)
	}
}

func TestSpansProperty(t *testing.T) {
	pieces := []string{"U.S.", "Mr.", "p.m.", "word", "Word", "n't", "'s", "’s", "“", "”", "\"",
		".", "…", "...", "?", "!", " ", "\n", "3.5", "1999", "–", "-", "é", "日本", "[", "]", "http://x.y",
		"@", "I", "J.", "\u00ad", "\u200d", "👍🏽", "No.", "'"}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "parts")
		checkSpans(t, strings.Join(parts, ""))
		checkSpans(t, rapid.String().Draw(t, "text"))
	})
}

func FuzzSpans(f *testing.F) {
	f.Add("Mr. Diaz can’t… “go”.")
	f.Add("日本語 \xff\xc2 a’")
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, text) })
}

func BenchmarkSegment(b *testing.B) {
	const one = "The council of Porto met Gen. Okoro on Feb. 3 at 9 p.m. and didn’t agree, he said. " +
		"“We will meet again,” the mayor’s aide told reporters in the U.S.-backed zone. "
	text := strings.Repeat(one, 20000)
	var toks []Span
	var ranges []Range
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		toks = Tokens(toks[:0], text, 0, len(text))
		ranges = Sentences(ranges[:0], text, toks)
	}
	_ = ranges
}
