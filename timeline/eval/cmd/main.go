// Command cmd measures the events that causeline reads out of reports on two
// sets of annotated stories, and beside them what the dumbest reader would find:
// one event a sentence, the root of its tree, on the day of the report.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/eval"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
)

func main() {
	dir := flag.String("corpora", "", "folder that holds stories/")
	fast := flag.Bool("fast", false, "use the fast parser")
	flag.Parse()
	lang := english.New()
	if *fast {
		lang = english.Fast()
	}
	if err := run(*dir, lang); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(dir string, lang nlp.Language) error {
	for _, set := range []struct{ texts, gold, corpus string }{
		{"apple_trial", "gold_semeval.jsonl", "apple_trial"},
		{"apple", "gold_meantime.jsonl", "apple"},
	} {
		gold, err := eval.ReadGold(filepath.Join(dir, "stories", set.gold), set.corpus)
		if err != nil {
			return err
		}
		docs, _, err := source.Read([]string{filepath.Join(dir, "stories", set.texts)}, source.Options{})
		if err != nil {
			return err
		}
		texts, words := map[string]string{}, 0
		var dumb []eval.Mention
		for _, d := range docs {
			name := strings.TrimSuffix(filepath.Base(d.Path), filepath.Ext(d.Path))
			texts[name] = d.Text
			words += len(strings.Fields(d.Text))
			dumb = append(dumb, eval.Roots(name, d, lang)...)
		}
		reading := timeline.Read(docs, lang, nil)
		found := eval.Found(reading.Story(nil))
		fmt.Printf("%s: %d texts, %d words\n", set.texts, len(docs), words)
		report("  causeline", eval.Measure(gold, found, texts), len(found), words)
		report("  one event a sentence", eval.Measure(gold, dumb, texts), len(dumb), words)
	}
	return nil
}

func report(name string, c eval.Counts, found, words int) {
	fmt.Printf("%-24s %4.1f mentions in 100 words; found %5.1f%% (%d of %d); day right of found %5.1f%% (%d of %d)",
		name, part(found, words), part(c.Found, c.Gold), c.Found, c.Gold, part(c.Dated, c.Days), c.Dated, c.Days)
	if c.FullGold > 0 {
		fmt.Printf("; marked in full: P %.1f R %.1f", part(c.Marked, c.FullFound), part(c.FullHit, c.FullGold))
	}
	fmt.Println()
}

func part(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
