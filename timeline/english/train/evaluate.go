package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/causeline/causeline/timeline/annotate"
	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/english/train/treebank"
)

// A count is what a parse got right. Relations are compared in full, subtypes
// included; heads and relations of punctuation are left out, as is usual.
type count struct {
	tokens, xpos, upos   int
	lemmas               int
	words, heads, labels int
	spent                time.Duration
}

// evaluate prints how well both analysers tag and parse the dev and test
// sentences, whose tokens are given.
func evaluate(dir string, out io.Writer) error {
	for _, mode := range []struct {
		mark string
		lang english.Analyzer
	}{{"", english.Accurate()}, {" --fast", english.Fast()}} {
		for _, name := range append(treebank.DevSets, treebank.TestSets...) {
			gold, err := treebank.Load(dir, name)
			if err != nil {
				return err
			}
			var c count
			for _, s := range gold {
				c.add(s, mode.lang)
			}
			fmt.Fprintf(out, "%s%s XPOS %.2f UPOS %.2f UAS %.2f LAS %.2f LEMMA %.2f (%d tokens, %.0f a second)\n", name, mode.mark,
				percent(c.xpos, c.tokens), percent(c.upos, c.tokens), percent(c.heads, c.words), percent(c.labels, c.words), percent(c.lemmas, c.tokens),
				c.tokens, float64(c.tokens)/c.spent.Seconds())
		}
	}
	return nil
}

func (c *count) add(gold *conllu.Sentence, lang english.Analyzer) {
	s := annotate.Given(gold)
	start := time.Now()
	lang.Parse(&s)
	c.spent += time.Since(start)
	for i, g := range gold.Tokens {
		t := &s.Tokens[i]
		c.tokens++
		if t.Tag == g.XPOS {
			c.xpos++
		}
		if t.UPOS == g.UPOS {
			c.upos++
		}
		if t.Lemma == g.Lemma {
			c.lemmas++
		} else if os.Getenv("LEM") != "" {
			fmt.Println(g.Form, g.XPOS, t.Tag, g.Lemma, t.Lemma)
		}
		if g.UPOS == "PUNCT" {
			continue
		}
		c.words++
		if t.Head == g.Head {
			c.heads++
			if t.Rel == g.Rel {
				c.labels++
			}
		}
	}
}

func percent(a, of int) float64 { return 100 * float64(a) / float64(max(of, 1)) }
