package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/names/eval"
	"github.com/causeline/causeline/timeline/names/spot"
	"github.com/causeline/causeline/timeline/nlp"
)

// goldSpans returns the gold names of a sentence, those of other types among
// them where they overlap no measured one.
func goldSpans(d *eval.Document, i int) []spot.Span {
	var out []spot.Span
	for _, n := range d.Names[i] {
		out = append(out, spot.Span{Start: n.Start, End: n.End, Kind: spot.Kind(slices.Index(eval.Types[:], n.Type))})
	}
	for _, n := range d.Other[i] {
		if !slices.ContainsFunc(out, func(s spot.Span) bool { return s.Start < n.End && n.Start < s.End }) {
			out = append(out, spot.Span{Start: n.Start, End: n.End, Kind: spot.Other})
		}
	}
	slices.SortFunc(out, func(a, b spot.Span) int { return cmp.Compare(a.Start, b.Start) })
	// Two names may cross where the tree is wrong: the first stays.
	end := 0
	return slices.DeleteFunc(out, func(s spot.Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// augment adds copies of the documents: with hyphenated words whole, as our
// own tokens are, and with some sentences in capitals, as headlines can be.
func augment(docs []eval.Document, o options) []eval.Document {
	rng := rand.New(rand.NewPCG(o.seed, 1<<32))
	out := slices.Clone(docs)
	for _, d := range docs {
		if j, ok := joined(d); ok {
			out = append(out, j)
		}
	}
	if o.shout > 0 {
		for _, d := range docs {
			out = append(out, shouted(d, o.shout, rng))
		}
	}
	return out
}

// joined returns a copy of a document with split hyphenated words joined.
// Names that begin or end inside such a word grow to it or, where the word is
// not capitalised at its end ("Paris-based"), go.
func joined(d eval.Document) (eval.Document, bool) {
	changed := false
	out := eval.Document{ID: d.ID}
	for i, s := range d.Sentences {
		index := make([]int, len(s.Tokens)+1)
		var toks []nlp.Token
		for k := 0; k < len(s.Tokens); k++ {
			t := s.Tokens[k]
			index[k] = len(toks)
			for k+2 < len(s.Tokens) && s.Tokens[k+1].Text == "-" && s.Tokens[k+1].Start == t.End && s.Tokens[k+2].Start == s.Tokens[k+1].End {
				t.Text += "-" + s.Tokens[k+2].Text
				t.End = s.Tokens[k+2].End
				index[k+1], index[k+2] = len(toks), len(toks)
				k += 2
				changed = true
			}
			t.Lower = nlp.Lower(t.Text)
			toks = append(toks, t)
		}
		index[len(s.Tokens)] = len(toks)
		s.Tokens = toks
		out.Sentences = append(out.Sentences, s)
		out.Names = append(out.Names, moved(d.Names[i], index, d.Sentences[i].Tokens))
		out.Other = append(out.Other, moved(d.Other[i], index, d.Sentences[i].Tokens))
	}
	return out, changed
}

func moved(ns []eval.Name, index []int, old []nlp.Token) []eval.Name {
	var out []eval.Name
	for _, n := range ns {
		if n.End < len(old) && index[n.End] == index[n.End-1] {
			continue // the word goes on
		}
		m := n
		m.Start, m.Head = index[n.Start], index[n.Head]
		m.End = index[n.End-1] + 1
		if n.Start > 0 && index[n.Start-1] == index[n.Start] {
			continue
		}
		out = append(out, m)
	}
	return out
}

// shouted returns a document of about one in share sentences of d, in
// capitals, and the sentences around them as they are.
func shouted(d eval.Document, share int, rng *rand.Rand) eval.Document {
	out := eval.Document{ID: d.ID, Names: d.Names, Other: d.Other}
	out.Sentences = slices.Clone(d.Sentences)
	for i, s := range out.Sentences {
		if len(s.Tokens) > 20 || rng.IntN(share) != 0 {
			continue
		}
		s.Tokens = slices.Clone(s.Tokens)
		for k := range s.Tokens {
			t := &s.Tokens[k]
			t.Text = strings.ToUpper(t.Text)
		}
		out.Sentences[i] = s
	}
	return out
}
