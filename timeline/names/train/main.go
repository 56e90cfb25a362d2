// Command train makes the model of names/spot from a treebank with entities
// and measures names.Read.
//
//	go run ./timeline/names/train -corpora DIR -o timeline/names/spot/model.bin.gz
//	go run ./timeline/names/train -corpora DIR -eval gum-dev,gum-test
//
// DIR holds gum-train.conllu and the files that -eval names. Equal data and
// flags give equal bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/causeline/causeline/timeline/names/eval"
)

// options are the numbers that shape a model.
type options struct {
	epochs int
	rounds int // perceptrons that are averaged, each with an order of its own
	seed   uint64
	margin int // by which a name must beat the others, in steps of the perceptron
	other  int // advantage of what is no gold name in training
	drop   int // thousandths of the features that are hidden in training
	shout  int // one in how many sentences is learned in capitals too
	least  int // occurrences below which a feature is left out
	bias   int // added to every name, in thousandths of a step
}

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, out, log io.Writer) error {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	var o options
	dir := fs.String("corpora", "", "folder with the treebank's files")
	file := fs.String("o", "", "where to write the model")
	sets := fs.String("eval", "", "sets to measure names.Read on, with commas between")
	try := fs.String("try", "", "sets to measure the new model by itself on, with commas between")
	parts := fs.Int("folds", 0, "measure the model by itself on the training data, in so many folds of documents")
	fs.IntVar(&o.epochs, "epochs", 10, "passes over the data")
	fs.IntVar(&o.rounds, "rounds", 3, "perceptrons that are averaged")
	fs.Uint64Var(&o.seed, "seed", 1, "seed of the order of sentences")
	fs.IntVar(&o.margin, "margin", 6, "margin of a name over the others")
	fs.IntVar(&o.other, "other", -3, "advantage of what is no gold name in training")
	fs.IntVar(&o.drop, "drop", 100, "thousandths of the features hidden at random in training")
	fs.IntVar(&o.shout, "shout", 8, "one in how many sentences is learned in capitals too")
	fs.IntVar(&o.least, "least", 2, "least occurrences of a feature")
	fs.IntVar(&o.bias, "bias", 0, "added to every name, in thousandths of a step")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *dir == "" || *file == "" && *sets == "" && *try == "" && *parts == 0 {
		return fmt.Errorf("-corpora and one of -o, -try, -folds and -eval are needed; see -h")
	}
	if *parts > 0 {
		docs, err := read(*dir, "gum-train")
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "gum-train spot in %d folds %s\n", *parts, crossed(docs, *parts, o))
	}
	if *file != "" || *try != "" {
		docs, err := read(*dir, "gum-train")
		if err != nil {
			return err
		}
		m := train(prepare(docs, o), o)
		if *file != "" {
			var b bytes.Buffer
			if err := m.Encode(&b); err != nil {
				return err
			}
			if err := os.WriteFile(*file, b.Bytes(), 0o644); err != nil {
				return fmt.Errorf("write model: %w", err)
			}
			fmt.Fprintf(log, "%s: %d bytes\n", *file, b.Len())
		}
		for _, set := range split(*try) {
			docs, err := read(*dir, set)
			if err != nil {
				return err
			}
			s := eval.Compare(docs, alone(m))
			fmt.Fprintf(out, "%s spot %s\n", set, s.Exact)
		}
	}
	for _, set := range split(*sets) {
		docs, err := read(*dir, set)
		if err != nil {
			return err
		}
		for _, f := range []struct {
			name string
			find eval.Finder
		}{{"names", eval.Project}, {"capitalised runs", eval.CapitalisedRuns}} {
			s := eval.Compare(docs, f.find)
			fmt.Fprintf(out, "%s %s %s\n", set, f.name, s.Exact)
			fmt.Fprintf(out, "%s %s, head and type: %s\n", set, f.name, s.Head)
		}
	}
	return nil
}

// crossed trains on all folds of the documents but one and measures on that
// one, in turn.
func crossed(docs []eval.Document, folds int, o options) eval.Table {
	var sum eval.Table
	ready := prepare(docs, o)
	part := parts(ready, folds)
	for k := range folds {
		var learn []document
		var test []eval.Document
		for i, x := range ready {
			if part[i] != k {
				learn = append(learn, x)
			} else if i < len(docs) {
				test = append(test, docs[i])
			}
		}
		for i, s := range eval.Compare(test, alone(train(learn, o))).Exact {
			sum[i].Right += s.Right
			sum[i].Found += s.Found
			sum[i].Gold += s.Gold
		}
	}
	return sum
}

func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

func read(dir, set string) ([]eval.Document, error) {
	f, err := os.Open(filepath.Join(dir, set+".conllu"))
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer f.Close()
	return eval.Read(f)
}
