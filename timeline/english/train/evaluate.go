package main

import (
	"fmt"
	"io"
	"time"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/english/train/tagging"
	"github.com/causeline/causeline/timeline/english/train/treebank"
)

// evaluate prints how well model tags the dev and test sentences with gold
// tokens.
func evaluate(dir string, model *tagger.Model, out io.Writer) error {
	for _, name := range []string{"ewt-dev", "gum-dev", "ewt-test", "gum-test"} {
		sents, err := treebank.Load(dir, name)
		if err != nil {
			return err
		}
		right, total := 0, 0
		start := time.Now()
		for _, s := range sents {
			for i, t := range tagging.Tags(model, s) {
				if t == s.Tokens[i].XPOS {
					right++
				}
			}
			total += len(s.Tokens)
		}
		fmt.Fprintf(out, "%s XPOS %.2f (%d of %d), %.0f tokens/s\n",
			name, 100*float64(right)/float64(total), right, total, float64(total)/time.Since(start).Seconds())
	}
	return nil
}
