// Command train makes the models of the English analyser from two treebanks
// and measures them.
//
//	go run ./timeline/english/train -corpora DIR -o timeline/english
//	go run ./timeline/english/train -corpora DIR -eval
//
// DIR holds ewt-{train,dev,test}.conllu and gum-{train,dev,test}.conllu. Equal
// data and flags give equal bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/english/train/tagging"
	"github.com/causeline/causeline/timeline/english/train/treebank"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, out, log io.Writer) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	o := tagging.Defaults
	dir := fs.String("corpora", "", "folder with {ewt,gum}-{train,dev,test}.conllu")
	file := fs.String("o", "", "where to write the model")
	eval := fs.Bool("eval", false, "measure the embedded model, or with -o the new one")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *dir == "" || *file == "" && !*eval {
		return fmt.Errorf("-corpora and one of -o and -eval are needed; see -h")
	}
	model := tagger.Default()
	if *file != "" {
		gold, err := treebank.Load(*dir, treebank.TrainSets...)
		if err != nil {
			return err
		}
		b, err := tagging.Train(gold, o, log)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*file, b, 0o644); err != nil {
			return fmt.Errorf("write model: %w", err)
		}
		fmt.Fprintf(log, "%s: %d bytes\n", *file, len(b))
		if model, err = tagger.Decode(b); err != nil {
			return err
		}
	}
	if !*eval {
		return nil
	}
	return evaluate(*dir, model, out)
}
