package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// boundaries prints how well sentence ends inside the treebank's paragraphs
// are found again in running text. The last end of a paragraph is given by
// the layout and does not count.
func boundaries(name string, sents []sentence, out io.Writer) {
	var text strings.Builder
	var blocks []nlp.Block
	gold := map[int]bool{}
	last := map[int]bool{}
	for i, s := range sents {
		if i == 0 || s.newPar {
			blocks = append(blocks, nlp.Block{Start: text.Len()})
		}
		text.WriteString(s.text)
		gold[text.Len()] = true
		blocks[len(blocks)-1].End = text.Len()
		if i+1 == len(sents) || sents[i+1].newPar {
			last[text.Len()] = true
		}
		text.WriteByte(' ')
	}
	hits, found := 0, 0
	for _, s := range english.Split(text.String(), blocks) {
		if last[s.End] {
			continue
		}
		found++
		if gold[s.End] {
			hits++
		}
	}
	want := len(gold) - len(last)
	p, r := float64(hits)/float64(max(found, 1)), float64(hits)/float64(max(want, 1))
	fmt.Fprintf(out, "%s sentence ends: precision %.3f, recall %.3f, F1 %.3f of %d\n", name, p, r, 2*p*r/max(p+r, 1e-9), want)
}
