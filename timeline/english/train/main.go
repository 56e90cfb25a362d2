// Command train makes the models of the English analyser from two treebanks
// and measures them.
//
//	go run ./timeline/english/train -corpora DIR -o timeline/english
//	go run ./timeline/english/train -corpora DIR -eval
//
// DIR holds ewt-{train,dev,test}.conllu and gum-{train,dev,test}.conllu. Equal
// data and flags give equal bytes, whatever the machine and the number of its
// processors. Training takes about half an hour on two of them.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/train/factored"
	"github.com/causeline/causeline/timeline/english/train/neural"
	"github.com/causeline/causeline/timeline/english/train/tagging"
	"github.com/causeline/causeline/timeline/english/train/treebank"
)

// models are what can be trained, in the order in which one needs the other.
var models = []string{"tagger", "biaffine", "linear"}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, out, log io.Writer) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	fs.SetOutput(log)
	dir := fs.String("corpora", "", "`folder` with {ewt,gum}-{train,dev,test}.conllu")
	to := fs.String("o", "", "`folder` of the packages that carry the models")
	only := fs.String("only", strings.Join(models, ","), "`models` to train")
	eval := fs.Bool("eval", false, "measure the models that the program carries")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *dir == "" || (*to == "") == !*eval {
		return fmt.Errorf("-corpora and one of -o and -eval are needed; see -h")
	}
	if *eval {
		return evaluate(*dir, out)
	}
	want := strings.Split(*only, ",")
	for _, w := range want {
		if !slices.Contains(models, w) {
			return fmt.Errorf("-only: there is no model %q; the models are %s", w, strings.Join(models, ", "))
		}
	}
	gold, err := treebank.Load(*dir, treebank.TrainSets...)
	if err != nil {
		return err
	}
	return train(gold, want, *to, log)
}

// folds is how many taggers share the work of tagging what a parser learns
// from.
const folds = 5

func train(gold []*conllu.Sentence, want []string, to string, log io.Writer) error {
	if slices.Contains(want, "tagger") {
		b, err := tagging.Train(gold, tagging.Defaults, log)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(to, "tagger", "model.bin.gz"), b, log); err != nil {
			return err
		}
	}
	if len(want) == 1 && want[0] == "tagger" {
		return nil
	}
	jack, err := tagging.Fold(gold, folds, tagging.Defaults, log)
	if err != nil {
		return err
	}
	if slices.Contains(want, "biaffine") {
		if err := write(filepath.Join(to, "biaffine", "model.bin"), neural.Train(neural.Lessons(gold, jack, neural.DefaultOptions), neural.DefaultOptions, log).Export().Encode(), log); err != nil {
			return err
		}
	}
	if slices.Contains(want, "linear") {
		sents, tags := linearLessons(gold, jack)
		b, err := factored.Train(sents, tags, factored.Defaults, log)
		if err != nil {
			return err
		}
		return write(filepath.Join(to, "linear", "model.bin.gz"), b, log)
	}
	return nil
}

// linearLessons returns the gold sentences, copies with hyphenated words made
// whole right behind their originals, and the tags of all.
func linearLessons(gold []*conllu.Sentence, jack *tagging.Folds) (sents []*conllu.Sentence, tags [][]string) {
	add := func(i int, s *conllu.Sentence) {
		sents = append(sents, s)
		tags = append(tags, tagging.Tags(jack.Model(i), s))
	}
	for i, s := range gold {
		add(i, s)
		if whole, ok := treebank.JoinHyphens(s); ok {
			add(i, whole)
		}
	}
	return sents, tags
}

func write(path string, b []byte, log io.Writer) error {
	if err := os.WriteFile(path, b, 0o644); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	fmt.Fprintf(log, "%s: %d bytes\n", path, len(b))
	return nil
}
