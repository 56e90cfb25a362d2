// Command train makes the tagger's model from two treebanks and measures it.
//
//	go run ./timeline/english/train -corpora DIR -o timeline/english/tagger/model.bin.gz
//	go run ./timeline/english/train -corpora DIR -eval
//
// DIR holds ewt-train.conllu, gum-train.conllu and, for -eval, the dev and
// test files of both. Equal data and flags give equal bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/causeline/causeline/timeline/english/tagger"
)

// options are the numbers that shape a model.
type options struct {
	epochs int
	seed   uint64
	least  int // occurrences below which a feature is left out
	share  int // one in share sentences is read as a headline too
	levels int64
	prune  int64
	drop   int // thousandths of the features that are hidden in training
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
	dir := fs.String("corpora", "", "folder with {ewt,gum}-{train,dev,test}.conllu")
	file := fs.String("o", "", "where to write the model")
	eval := fs.Bool("eval", false, "measure the embedded model, or with -o the new one")
	fs.IntVar(&o.epochs, "epochs", 14, "passes over the data")
	fs.Uint64Var(&o.seed, "seed", 1, "seed of the order of sentences")
	fs.IntVar(&o.least, "least", 2, "least occurrences of a feature")
	fs.IntVar(&o.share, "titles", 4, "one in how many sentences is learned as a headline too")
	fs.IntVar(&o.drop, "drop", 250, "thousandths of the features hidden at random in training")
	fs.Int64Var(&o.levels, "levels", 250, "greatest weight")
	fs.Int64Var(&o.prune, "prune", 14, "least weight that is kept")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *dir == "" || *file == "" && !*eval {
		return fmt.Errorf("-corpora and one of -o and -eval are needed; see -h")
	}
	var model *tagger.Model
	if *file != "" {
		b, err := trainModel(*dir, o, log)
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

// trainModel trains on both treebanks and returns the model's file.
func trainModel(dir string, o options, log io.Writer) ([]byte, error) {
	var sents []sentence
	for _, name := range []string{"ewt-train", "gum-train"} {
		s, err := readConllu(filepath.Join(dir, name+".conllu"))
		if err != nil {
			return nil, err
		}
		sents = append(sents, s...)
	}
	tags := tagSet(sents)
	p := newPerceptron(tags)
	entries := dictionary(sents, p.index)
	dict := tagger.NewDictionary(entries)

	rng := rand.New(rand.NewPCG(o.seed, 0))
	sents = append(sents, joinHyphens(sents)...)
	sents = append(sents, titled(sents, o.share, rng)...)
	ready := make([]tagger.Sentence, len(sents))
	gold := make([][]int, len(sents))
	tokens := 0
	for i, s := range sents {
		ready[i].Prepare(s.toks, s.title || tagger.LooksTitled(s.toks, false), dict)
		for _, t := range s.gold {
			gold[i] = append(gold[i], p.index[t])
		}
		tokens += len(s.gold)
		p.count(&ready[i], gold[i])
	}
	p.dropout, p.rng = o.drop, rng
	for e := range o.epochs {
		wrong := 0
		for _, i := range rng.Perm(len(sents)) {
			wrong += p.train(&ready[i], gold[i], uint8(o.least))
		}
		fmt.Fprintf(log, "epoch %d: %d of %d wrong\n", e+1, wrong, tokens)
	}
	data := tagger.Data{Tags: tags, Entries: entries, Rows: p.quantise(o.levels, o.prune)}
	weights := 0
	for _, r := range data.Rows {
		weights += len(r.Weights)
	}
	fmt.Fprintf(log, "%d entries, %d rows, %d weights\n", len(entries), len(data.Rows), weights)
	var b bytes.Buffer
	err := data.Encode(&b)
	return b.Bytes(), err
}

// tagSet returns the tags of the data in order.
func tagSet(sents []sentence) []string {
	var tags []string
	for _, s := range sents {
		for _, t := range s.gold {
			if !slices.Contains(tags, t) {
				tags = append(tags, t)
			}
		}
	}
	slices.Sort(tags)
	return tags
}
