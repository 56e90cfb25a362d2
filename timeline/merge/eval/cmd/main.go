// Command cmd measures merging on the corpora of a folder: the texts in
// merging/ecb-train with merging/gold_train.jsonl, and those in stories/apple
// with the corpus "apple" of stories/gold_meantime.jsonl. Package eval says
// what they hold.
//
//	go run ./timeline/merge/eval/cmd -corpora DIR            figures
//	go run ./timeline/merge/eval/cmd -corpora DIR -errors    pairs that are wrong or missed, of the topics learned from
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	marks "github.com/causeline/causeline/timeline/eval"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/merge/eval"
)

// A corpus is what is measured on.
type corpus struct {
	name, texts, gold, in string
	parts                 []eval.Part
}

var corpora = []corpus{
	{"ECB+ train", "merging/ecb-train", "merging/gold_train.jsonl", "", []eval.Part{eval.Learn, eval.Apart, eval.Whole}},
	{"MEANTIME apple", "stories/apple", "stories/gold_meantime.jsonl", "apple", []eval.Part{eval.Whole}},
}

func main() {
	dir := flag.String("corpora", "", "folder of the corpora")
	showErrors := flag.Bool("errors", false, "print what is wrong instead of figures")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	err := run(out, *dir, *showErrors)
	if ferr := out.Flush(); err == nil {
		err = ferr
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(out *bufio.Writer, dir string, showErrors bool) error {
	if dir == "" {
		return errors.New("-corpora is missing: name the folder that holds merging and stories (with make: CORPORA=DIR)")
	}
	if !showErrors {
		fmt.Fprintf(out, "%-16s %-13s %8s %6s | %-23s | %6s %6s %6s\n", "cross-document", "part", "mentions", "found", "pairs P, R, F1", "right", "wrong", "missed")
	}
	for _, c := range corpora {
		gold, err := marks.ReadGold(filepath.Join(dir, c.gold), c.in)
		if err != nil {
			return err
		}
		r, err := eval.Read(filepath.Join(dir, c.texts))
		if err != nil {
			return err
		}
		found := eval.Find(r)
		at := eval.Align(gold, found)
		if showErrors {
			printErrors(out, r, gold, found, at, c)
			continue
		}
		for _, part := range c.parts {
			n := eval.Score(gold, found, at, part.Has, nil)
			p, rec, f := n.PRF()
			fmt.Fprintf(out, "%-16s %-13s %8d %5.1f%% | %7.2f %7.2f %7.2f | %6d %6d %6d\n", c.name, part, n.Mentions,
				100*float64(n.Found)/float64(max(n.Mentions, 1)), 100*p, 100*rec, 100*f, n.Right, n.Wrong, n.Missed)
		}
	}
	return nil
}

// printErrors prints one pair a line: what is wrong, and both mentions in their
// sentences. What is kept apart is not shown.
func printErrors(out *bufio.Writer, r *merge.Result, gold []eval.Mention, found []eval.Found, at []int, c corpus) {
	part := c.parts[0]
	texts := map[string][]rune{}
	for _, d := range r.World.Docs {
		texts[eval.Name(d)] = []rune(d.Source.Text)
	}
	show := func(i int) string {
		g, text := gold[i], texts[gold[i].Doc]
		const width = 90
		s := string(text[max(0, g.Start-width):g.Start]) + "[" + string(text[g.Start:g.End]) + "]" + string(text[g.End:min(len(text), g.End+width)])
		return g.Doc + ": " + strings.Join(strings.Fields(s), " ")
	}
	eval.Score(gold, found, at, part.Has, func(a, b int, wrong bool) {
		kind := "MISSED"
		if wrong {
			kind = "WRONG"
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", c.name, kind, show(a), show(b))
	})
}
