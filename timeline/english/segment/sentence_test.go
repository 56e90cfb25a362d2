package segment

import (
	"strings"
	"testing"
)

// checkSentences splits a text at its bars and fails unless Sentences finds
// the same sentences without them.
func checkSentences(t *testing.T, text string) {
	t.Helper()
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

// TestSentenceClasses holds, class by class, where sentences end and where
// they do not.
func TestSentenceClasses(t *testing.T) {
	for class, texts := range map[string][]string{
		"small letters": {
			"no capital letters.| still two sentences.| yes.",
			"We shut the shop.| wikiHow wrote about it.",
			"They found E. coli in the well and told Diego M. about it.",
			"It began at 9: 30 p. m. and ended, TownNews. com reports.",
			"He named two reasons, 1. that it rained and 2. that it froze.",
			"“We left.” she said.",
			"Is it open?| Yes! cried nobody.",
			"They waited approx. two hours at the dept. store.",
		},
		"notes in brackets": {
			"It closed in 2003. [4] [5]| Nobody came. [citation needed]| They left.",
			"It closed.[4][5]| Nobody came.",
			"It closed.| [The owner agreed.]| Nobody came.",
		},
		"bare numbers of notes": {
			"The harbour froze. 12| After that they left.",
			"The harbour froze.12| Later they left.",
			"The harbour froze.| 12 boats sank.| 40 Sailors drowned.",
		},
		"captions": {
			"Figure 2.1| The harbour in winter.",
			"Table 4| Prices of fish.| All in pesos.",
			"Figure 2.1 shows the harbour.| It froze.",
			"The harbour in figure 2 froze.",
		},
		"date lines": {
			"Tuesday, March 3, 2020| The harbour froze.",
			"3 March 2020| The harbour froze.",
			"Harbour freezes over in Porto| Tuesday, March 3, 2020",
			"March 3, 2020, was cold.| It snowed.",
			"The mayor spoke on Tuesday, March 3, 2020",
			"In March 2020 Okoro resigned.",
		},
		"datelines": {
			"PORTO —| The harbour froze.| Nobody came.",
			"Porto, Portugal, March 3 --| The harbour froze.",
			"PORTO (Agency) -| The harbour froze.",
			"The harbour — Porto's pride — froze.",
			"Okoro — The man and his time",
			"FYI - The harbour froze.",
		},
		"credits": {
			"The harbour in winter| Image: Ana Castro.",
			"The harbour in winter| Photo credit: Ana Castro.",
			"They said: Photo: never.",
			"Image: Ana Castro.",
		},
		"brackets": {
			"The harbour froze.| (see the map).| It thawed.",
			"Ana Castro (b. March 1950) sang.| Her son (d. 1999; m. 1980; div. 1985) did not.",
			"The film Go! (1990) ran for years.| Go!| (Everyone went.)",
		},
		"ellipses": {
			"He waited . . . and left.| She went on . . .| The rest stayed.",
			"I … I never said so.",
			"He said: “We tried… I gave up.”| We tried…| I gave up.",
			"The results were clear [...]| The mayor agreed.",
			"The mayor […] agreed.",
		},
		"smileys": {
			"We won! :)| They lost.",
			"We won :)| They lost.",
			"We won :) and they lost.",
			"We won. 🎉| They lost.",
		},
		"several marks": {
			"Really ? ?| They said so.",
			"Really?!| They said so.",
			"No!!!| They did not.",
		},
		"scripts without spaces": {
			"船は沈んだ。|人は助かった。",
			"「船は沈んだ。」と言った。",
		},
		"abbreviations": {
			"Fans in Boston, Mass. were glad.| They drove from Mass.| They sang.",
			"Add 2 tbsp. of oil.| Cook for 30 min.| The rest is easy.",
			"The bill H. R. 412 passed.",
			"It ended at 5 p.m.| The crowd left for Washington D.C.| They sang.",
			"The firm J. B. Okoro & Co. built it.| It was est. 1920.",
			"He met Drs. Diaz and Okoro, Cllr. Castro and the asst. manager.",
		},
		"quotations": {
			"\"Where is it?\" she asked.| \"Here!\" Okoro shouted.| \"Gone,\" he said.",
			"“Where is it?”| “Here.”",
			"He said “It froze.”| Nobody came.",
			"‘It froze.’| Nobody came.",
		},
	} {
		t.Run(class, func(t *testing.T) {
			for _, text := range texts {
				checkSentences(t, text)
			}
		})
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	const comma = 350 // words before the mark
	for _, c := range []struct {
		name, text string
		first      int // tokens of the first sentence
	}{
		{"nothing to cut at", strings.Repeat("word ", 5000), MaxTokens},
		{"comma", strings.Repeat("word ", comma) + ", " + strings.Repeat("word ", 500), comma + 1},
		{"semicolon before comma", strings.Repeat("word ", 300) + "; " + strings.Repeat("word ", 50) + ", " + strings.Repeat("word ", 500), 301},
		{"mark too early", "word, " + strings.Repeat("word ", 500), MaxTokens},
	} {
		toks := Tokens(nil, c.text, 0, len(c.text))
		ranges := Sentences(nil, c.text, toks)
		if n := ranges[0].To; n != c.first {
			t.Errorf("%s: first sentence of %d tokens, want %d", c.name, n, c.first)
		}
		for _, r := range ranges {
			if r.To-r.From > MaxTokens {
				t.Errorf("%s: sentence of %d tokens, want at most %d", c.name, r.To-r.From, MaxTokens)
			}
		}
	}
}
