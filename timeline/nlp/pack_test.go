package nlp

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestPack: what comes out is what went in, whatever an analyser says of the
// words of a text.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([A-Za-zÄİßﬁ.’ ]){0,60}`).Draw(t, "text")
		word := rapid.OneOf(rapid.SampledFrom([]string{"", "NN", "nsubj", "Anne", "anne", "sign", "e"}), rapid.String())
		var sents []Sentence
		for range rapid.IntRange(0, 4).Draw(t, "sentences") {
			var s Sentence
			for range rapid.IntRange(0, 6).Draw(t, "tokens") {
				a, b := rapid.IntRange(0, len(text)).Draw(t, "a"), rapid.IntRange(0, len(text)).Draw(t, "b")
				tok := Token{Start: min(a, b), End: max(a, b), Head: rapid.IntRange(-1, 9).Draw(t, "head")}
				tok.Text = text[tok.Start:tok.End]
				tok.Lower = rapid.OneOf(rapid.Just(tok.Text), rapid.Just(Lower(tok.Text)), word).Draw(t, "lower")
				tok.Lemma = rapid.OneOf(rapid.Just(tok.Text), rapid.Just(tok.Lower), rapid.Just(tok.Lower+"s"), word).Draw(t, "lemma")
				tok.Tag, tok.UPOS, tok.Rel = word.Draw(t, "tag"), word.Draw(t, "upos"), word.Draw(t, "rel")
				s.Tokens = append(s.Tokens, tok)
			}
			sents = append(sents, s)
		}
		p := Pack(text, sents)
		for _, i := range rapid.Permutation(indices(len(sents))).Draw(t, "order") {
			if got := p.Tokens(i); !slices.Equal(got, sents[i].Tokens) {
				t.Fatalf("sentence %d came out as %+v, was %+v", i, got, sents[i].Tokens)
			}
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestPackIsSmall: a token of a usual text takes no more than a dozen bytes.
func TestPackIsSmall(t *testing.T) {
	const text = "Ministers signed treaties "
	var s Sentence
	for range 100 {
		s.Tokens = append(s.Tokens,
			Token{Start: 0, End: 9, Text: text[:9], Lower: "ministers", Lemma: "minister", Tag: "NNS", UPOS: "NOUN", Rel: "nsubj", Head: 1},
			Token{Start: 10, End: 16, Text: text[10:16], Lower: "signed", Lemma: "sign", Tag: "VBD", UPOS: "VERB", Rel: "root", Head: -1},
			Token{Start: 17, End: 25, Text: text[17:25], Lower: "treaties", Lemma: "treaty", Tag: "NNS", UPOS: "NOUN", Rel: "obj", Head: 1})
	}
	if p := Pack(text, []Sentence{s}); len(p.data) > 12*len(s.Tokens) || len(p.words) > 10 {
		t.Errorf("%d tokens take %d bytes and the words %q", len(s.Tokens), len(p.data), p.words)
	}
}
