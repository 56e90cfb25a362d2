package extract

import (
	"sort"

	"github.com/causeline/causeline/timeline/chunk"
	"github.com/causeline/causeline/timeline/lexicon"
	"github.com/causeline/causeline/timeline/nlp"
)

// facts finds comparisons with the past: "the first visit by a head of state
// since 1998". What is compared is kept as a set of lemmas, so that two
// reports can be seen to compare different things.
func (d *Document) facts() {
	for s := range d.Sentences {
		p := d.parse(s)
		if p == nil {
			continue
		}
		for _, tx := range d.Timexes[s] {
			if tx.Date.IsZero() {
				continue
			}
			a, _ := tokensOf(p.Tokens, tx.Start, tx.End)
			if a < 1 || a == len(p.Tokens) || p.Tokens[a-1].Lower != "since" {
				continue
			}
			np := superlative(p, p.ChunkAt(a-1)-1)
			if np < 0 {
				continue
			}
			until := p.ChunkAt(a - 1)
			chain := d.chainOf(s, np)
			if chain < 0 {
				// "the first time since 1998 that the two had met"
				if chain = d.verbAfter(s, p.ChunkAt(a)); chain < 0 {
					continue
				}
				until = len(p.Chunks)
			}
			d.Facts = append(d.Facts, Fact{Chain: chain, Sentence: s, Value: tx.Date, Question: d.question(p, np, until, chain)})
		}
	}
}

// superlative walks left from chunk k to the noun phrase with "first",
// "last", "only" or a superlative that a "since" belongs to.
func superlative(p *chunk.Parse, k int) int {
	for steps := 0; k >= 0 && steps < 10; k, steps = k-1, steps+1 {
		c := p.Chunks[k]
		switch c.Kind {
		case chunk.NP:
			for t := c.Start; t <= c.Head; t++ {
				if w := p.Tokens[t]; w.Lower == "first" || w.Lower == "last" || w.Lower == "only" || w.Tag == "JJS" {
					return k
				}
			}
		case chunk.Prep, chunk.Coord, chunk.Other:
		default:
			return -1
		}
	}
	return -1
}

// chainOf returns the chain of the event that the noun phrase speaks of: its
// own, or the one nearest to the left in the sentence.
func (d *Document) chainOf(sentence, np int) int {
	best := -1
	for k := d.firstIn(sentence); k < len(d.Mentions) && d.Mentions[k].Sentence == sentence; k++ {
		m := &d.Mentions[k]
		if !m.Nominal || m.Minor || m.NP > np {
			continue
		}
		if m.NP == np || !m.Part {
			best = m.Chain
		}
	}
	return best
}

// verbAfter returns the chain of the first verb of a sentence after a chunk.
func (d *Document) verbAfter(sentence, after int) int {
	for k := d.firstIn(sentence); k < len(d.Mentions) && d.Mentions[k].Sentence == sentence; k++ {
		m := &d.Mentions[k]
		if !m.Nominal && m.Clause >= 0 && d.parse(sentence).Clauses[m.Clause].Verb > after {
			return m.Chain
		}
	}
	return -1
}

// question returns the sorted content lemmas from the noun phrase up to the
// "since", names left out. Where the phrase has no noun of its own ("was the
// first since 2004") the event gives it.
func (d *Document) question(p *chunk.Parse, np, end, chain int) []string {
	seen := map[string]bool{}
	var out []string
	for k := np; k < end; k++ {
		for i := p.Chunks[k].Start; i < p.Chunks[k].End; i++ {
			ask(p.Tokens[i], seen, &out)
		}
	}
	if head := p.Head(np); head.Tag[0] != 'N' || head.Lower == "first" {
		if c := d.Mentions[d.Chains[chain].Mentions[0]].Concept; !seen[c] {
			out = append(out, c)
		}
	}
	sort.Strings(out)
	return out
}

// ask adds a content word to a question. A meeting is a meeting, whatever it
// is called; "first" and "time" say nothing of what is compared.
func ask(t nlp.Token, seen map[string]bool, out *[]string) {
	switch t.Tag {
	case "JJ", "JJS", "NN", "NNS", "VBN", "VBD", "VBG":
	default:
		return
	}
	l := t.Lemma
	if _, ok := lexicon.EventNoun(l); ok {
		l = concept(l, false)
	} else if chunk.IsVerbTag(t.Tag) {
		l = concept(l, true)
	}
	switch l {
	case "first", "last", "only", "time", "have", "be":
		return
	}
	if !seen[l] {
		seen[l] = true
		*out = append(*out, l)
	}
}
