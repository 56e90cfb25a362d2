package main

import (
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// evaluate prints how well model (nil for the embedded one) tags the dev and
// test sentences with gold tokens.
func evaluate(dir string, model *tagger.Model, out io.Writer) error {
	if model == nil {
		model = tagger.Default()
	}
	for _, name := range []string{"ewt-dev", "gum-dev", "ewt-test", "gum-test"} {
		sents, err := readConllu(filepath.Join(dir, name+".conllu"))
		if err != nil {
			return err
		}
		boundaries(name, sents, out)
		right, total := 0, 0
		var spent time.Duration
		for _, s := range sents {
			toks := append([]nlp.Token(nil), s.toks...)
			start := time.Now()
			model.Tag(toks, tagger.LooksTitled(toks, false))
			spent += time.Since(start)
			for i := range toks {
				if toks[i].Tag == s.gold[i] {
					right++
				}
			}
			total += len(toks)
		}
		fmt.Fprintf(out, "%s XPOS %.2f (%d of %d), %.0f tokens/s\n",
			name, 100*float64(right)/float64(total), right, total, float64(total)/spent.Seconds())
	}
	return nil
}
