package segment

import (
	"strings"
	"testing"
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
		{"fine :) and ;-( or (a:b)", "fine|:)|and|;-(|or|(|a|:|b|)"},
		{"He [...] left […]", "He|[...]|left|[…]"},
		{"a risk of .05 or -.5", "a|risk|of|.05|or|-.5"},
		{"the road.12 Later it", "the|road|.|12|Later|it"},
		{"file.12 and road.12 later", "file.12|and|road.12|later"},
		{"Ana (b. 1950, d. 1999)", "Ana|(|b.|1950|,|d|.|1999|)"},
		{"the bill H. R. 412 passed", "the|bill|H.|R.|412|passed"},
		{"from Ana.Okoro@example.org now", "from|Ana.Okoro@example.org|now"},
		{"👩‍👩‍👧 and 👍🏽, 🇵🇪🇵🇹 1️⃣", "👩‍👩‍👧|and|👍🏽|,|🇵🇪|🇵🇹|1️⃣"},
		{"e\u0301t\u0308 !\u0301", "e\u0301t\u0308|!\u0301"},
		{"می\u200cروند рос. текст", "می\u200cروند|рос|.|текст"},
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
		"LIMA, Peru (Reuter) —| Talks began.| They failed.",
		"Lagos: The port closed.",
		"They came, saw etc.| Nobody cared.",
	} {
		checkSentences(t, text)
	}
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
