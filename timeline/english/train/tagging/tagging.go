// Package tagging trains the perceptron tagger.
package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/english/train/treebank"
	"github.com/causeline/causeline/timeline/nlp"
)

// Options are the numbers that shape a model.
type Options struct {
	Epochs int
	Seed   uint64
	Least  int   // occurrences below which a feature is left out
	Titles int   // one in so many sentences is read as a headline too
	Levels int64 // greatest weight
	Prune  int64 // least weight that is kept
	Drop   int   // thousandths of the features that are hidden in training
}

// Defaults are the options of the model that the program carries.
var Defaults = Options{Epochs: 14, Seed: 1, Least: 2, Titles: 4, Levels: 250, Prune: 14, Drop: 250}

// A sentence is one gold sentence.
type sentence struct {
	toks  []nlp.Token // Text, Lower
	gold  []string    // Penn tags
	title bool        // read without regard to capitals
}

// convert takes from a treebank's sentence what tagging needs.
func convert(in []*conllu.Sentence) []sentence {
	out := make([]sentence, len(in))
	for k, s := range in {
		out[k] = convertOne(s)
	}
	return out
}

func convertOne(s *conllu.Sentence) (o sentence) {
	for _, t := range s.Tokens {
		o.toks = append(o.toks, nlp.Token{Text: t.Form, Lower: nlp.Lower(t.Form)})
		o.gold = append(o.gold, t.XPOS)
	}
	return o
}

// more returns copies of sentences with hyphenated words made whole, and one
// in share sentences, those copies included, as headlines.
func more(in []*conllu.Sentence, share int, rng *rand.Rand) []sentence {
	var whole []*conllu.Sentence
	for _, s := range in {
		if j, ok := treebank.JoinHyphens(s); ok {
			whole = append(whole, j)
		}
	}
	out := convert(whole)
	for _, s := range append(slices.Clone(in), whole...) {
		if len(s.Tokens) < 4 || len(s.Tokens) > 25 || rng.IntN(share) != 0 {
			continue
		}
		style := treebank.RandomTitle(rng)
		o := convertOne(treebank.Titled(s, style))
		o.title = style.Capitals()
		out = append(out, o)
	}
	return out
}

// Train trains on gold sentences and returns the model's file. Equal data and
// options give equal bytes.
func Train(gold []*conllu.Sentence, o Options, log io.Writer) ([]byte, error) {
	sents := convert(gold)
	tags := tagSet(sents)
	p := newPerceptron(tags)
	entries := dictionary(sents, p.index)
	dict := tagger.NewDictionary(entries)

	rng := rand.New(rand.NewPCG(o.Seed, 0))
	sents = append(sents, more(gold, o.Titles, rng)...)
	ready := make([]tagger.Sentence, len(sents))
	right := make([][]int, len(sents))
	tokens := 0
	for i, s := range sents {
		ready[i].Prepare(s.toks, s.title || tagger.LooksTitled(s.toks, false), dict)
		for _, t := range s.gold {
			right[i] = append(right[i], p.index[t])
		}
		tokens += len(s.gold)
		p.count(&ready[i], right[i])
	}
	p.dropout, p.rng = o.Drop, rng
	for e := range o.Epochs {
		wrong := 0
		for _, i := range rng.Perm(len(sents)) {
			wrong += p.train(&ready[i], right[i], uint8(o.Least))
		}
		fmt.Fprintf(log, "tagger: epoch %d of %d: %d of %d wrong\n", e+1, o.Epochs, wrong, tokens)
	}
	data := tagger.Data{Tags: tags, Entries: entries, Rows: p.quantise(o.Levels, o.Prune)}
	var b bytes.Buffer
	err := data.Encode(&b)
	return b.Bytes(), err
}

// Folds are models of which each was trained on all sentences but those of one
// fold: what a parser must be trained on, because the tags of sentences that
// the tagger has learned by heart are too good.
type Folds struct {
	of     []int // the fold of each sentence
	models []*tagger.Model
}

// Fold trains the given number of folds, all at once. Whole documents stay in
// one fold.
func Fold(gold []*conllu.Sentence, folds int, o Options, log io.Writer) (*Folds, error) {
	f := &Folds{of: make([]int, len(gold))}
	unit := -1
	for i, s := range gold {
		if i == 0 || s.Opens("newdoc") {
			unit++
		}
		f.of[i] = unit % folds
	}
	f.models = make([]*tagger.Model, folds)
	errs := make([]error, folds)
	var wg sync.WaitGroup
	for k := range folds {
		wg.Go(func() { f.models[k], errs[k] = f.without(k, gold, o) })
	}
	wg.Wait()
	fmt.Fprintf(log, "tagger: %d folds\n", folds)
	return f, errors.Join(errs...)
}

// without trains a model on all folds but one.
func (f *Folds) without(k int, gold []*conllu.Sentence, o Options) (*tagger.Model, error) {
	var rest []*conllu.Sentence
	for i, s := range gold {
		if f.of[i] != k {
			rest = append(rest, s)
		}
	}
	file, err := Train(rest, o, io.Discard)
	if err != nil {
		return nil, err
	}
	return tagger.Decode(file)
}

// Model returns the model that has not seen sentence i.
func (f *Folds) Model(i int) *tagger.Model { return f.models[f.of[i]] }

// Jackknife returns for each sentence the tags that a model gives to it which
// was trained on the others.
func Jackknife(gold []*conllu.Sentence, folds int, o Options, log io.Writer) ([][]string, error) {
	f, err := Fold(gold, folds, o, log)
	if err != nil {
		return nil, err
	}
	out := make([][]string, len(gold))
	for i, s := range gold {
		out[i] = Tags(f.Model(i), s)
	}
	return out, nil
}

// Tags returns the tags that m gives to the tokens of s.
func Tags(m *tagger.Model, s *conllu.Sentence) []string {
	toks := make([]nlp.Token, len(s.Tokens))
	for i, t := range s.Tokens {
		toks[i] = nlp.Token{Text: t.Form, Lower: nlp.Lower(t.Form)}
	}
	m.Tag(toks, tagger.LooksTitled(toks, false))
	tags := make([]string, len(toks))
	for i := range toks {
		tags[i] = toks[i].Tag
	}
	return tags
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
	slices.SortFunc(tags, strings.Compare)
	return tags
}
