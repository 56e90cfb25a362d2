package eval

import (
	"strings"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/lexicon"
)

// Read finds the pairs of a text as causeline causes does.
func Read(text string, possible bool) []Pair {
	var out []Pair
	for _, r := range annotate.Causes(text, nil, english.Accurate(), possible) {
		out = append(out, Pair{points(text, r.Cause.Start, r.Cause.End), points(text, r.Effect.Start, r.Effect.End)})
	}
	return out
}

// Plain is the yardstick: it knows the cues and no tree. What stands before a
// cue in its sentence is one side, what follows it the other; behind a cue that
// opens the sentence, the comma divides them.
func Plain(text string, possible bool) []Pair {
	var out []Pair
	for _, s := range english.Split(text, nil) {
		english.Tag(&s)
		words, lemmas := make([]string, len(s.Tokens)), make([]string, len(s.Tokens))
		for i, t := range s.Tokens {
			words[i], lemmas[i] = t.Lower, strings.ToLower(t.Lemma)
		}
		for i := 0; i < len(words); {
			n, cues := lexicon.MatchCues(words[i:], lemmas[i:])
			for _, c := range cues {
				if c.Tier == lexicon.TierTemporal || c.Tier != lexicon.TierStated && !possible {
					continue
				}
				before, after := Span{0, i}, Span{i + n, len(words)}
				if i == 0 {
					comma := i + n
					for comma < len(words) && words[comma] != "," {
						comma++
					}
					before, after = Span{comma + 1, len(words)}, Span{i + n, comma}
				}
				if before[0] >= before[1] || after[0] >= after[1] {
					break
				}
				place := func(s0 Span) Span {
					return points(text, s.Tokens[s0[0]].Start, s.Tokens[s0[1]-1].End)
				}
				p := Pair{place(after), place(before)}
				if c.Cause == lexicon.CauseBefore {
					p = p.turned()
				}
				out = append(out, p)
				break
			}
			i += max(n, 1)
		}
	}
	return out
}

// points turns byte offsets into code points.
func points(text string, start, end int) Span {
	a := utf8.RuneCountInString(text[:start])
	return Span{a, a + utf8.RuneCountInString(text[start:end])}
}
