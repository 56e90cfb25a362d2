// Package factored trains the parser of timeline/english/linear.
package factored

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/linear"
	"github.com/causeline/causeline/timeline/nlp"
)

// Options are the numbers that shape a model.
type Options struct {
	Seed     uint64
	Least    int       // occurrences below which a word counts as unknown
	Hide     int       // thousandths of the words that are made unknown in training
	Folds    int       // of the training of the parser that advises
	Backward Structure // the parser that reads from the end and advises the other one
	Forward  Structure
	Labels   Labels
}

// Rounds says how long a model is trained and how many of its features are
// kept.
type Rounds struct {
	Epochs int // of a run
	Runs   int // of the second round, over which the weights are averaged
	Keep   int // groups of weights that are kept after the first round
}

// A Structure says how one of the two parsers is trained.
type Structure struct {
	Rounds
	Width  int   // of the beam; 1 trains by a dynamic oracle
	Margin int64 // by which a right choice must be better, for width 1
}

// Labels says how relations are trained.
type Labels struct {
	Rounds
	Margin int64
}

// Defaults are the options of the model that the program carries.
var Defaults = Options{
	Seed:     1,
	Least:    2,
	Hide:     80,
	Folds:    5,
	Backward: Structure{Rounds: Rounds{Epochs: 6, Runs: 2, Keep: 200_000}, Width: 1, Margin: 3},
	Forward:  Structure{Rounds: Rounds{Epochs: 6, Runs: 3, Keep: 450_000}, Width: 4},
	Labels:   Labels{Rounds: Rounds{Epochs: 6, Runs: 3, Keep: 400_000}, Margin: 4},
}

// trainer holds what the parts of the training share.
type trainer struct {
	Options
	vocabulary *linear.Vocabulary
	log        io.Writer
}

// Train trains on gold sentences, whose tokens have the given predicted tags,
// and returns the model's file. Equal data and options give equal bytes.
func Train(gold []*conllu.Sentence, tags [][]string, o Options, log io.Writer) ([]byte, error) {
	if len(tags) != len(gold) {
		return nil, fmt.Errorf("train parser: %d sentences, but tags for %d", len(gold), len(tags))
	}
	for i, s := range gold {
		if len(tags[i]) != len(s.Tokens) {
			return nil, fmt.Errorf("train parser: sentence %d has %d tokens, but %d tags", i+1, len(s.Tokens), len(tags[i]))
		}
		if !s.IsTree() {
			return nil, fmt.Errorf("train parser: sentence %d, line %d of its file, is no tree", i+1, s.Line)
		}
	}
	for _, r := range []Rounds{o.Backward.Rounds, o.Forward.Rounds, o.Labels.Rounds} {
		if r.Epochs < 1 || r.Runs < 1 || r.Keep < 1 {
			return nil, fmt.Errorf("train parser: rounds %+v, but each number must be 1 or more", r)
		}
	}
	if o.Folds < 2 || o.Backward.Width < 1 || o.Forward.Width < 1 {
		return nil, errors.New("train parser: two folds or more and beams of width 1 or more are needed")
	}
	data := &linear.Data{Tags: tagSet(tags), Words: words(gold, o.Least)}
	if len(data.Tags) > linear.MaxTags {
		return nil, fmt.Errorf("train parser: %d tags, but %d at most", len(data.Tags), linear.MaxTags)
	}
	t := &trainer{Options: o, vocabulary: linear.NewVocabulary(data.Tags, data.Words), log: log}

	var forward, backward []*tree
	for i := range gold {
		if f := t.newTree(gold[i], tags[i], false); f != nil {
			forward = append(forward, f)
			backward = append(backward, t.newTree(gold[i], tags[i], true))
		}
	}
	if len(forward) == 0 {
		return nil, errors.New("train parser: no sentence has words")
	}
	data.Relations = relations(forward)
	if len(data.Relations) > linear.MaxRelations {
		return nil, fmt.Errorf("train parser: %d relations, but %d at most", len(data.Relations), linear.MaxRelations)
	}
	t.labels(data, forward)
	t.jackknife(forward, backward)
	data.Backward = t.structure(backward, o.Backward, "backward").structure(o.Backward.Width)
	data.Forward = t.structure(forward, o.Forward, "forward").structure(o.Forward.Width)

	var b bytes.Buffer
	err := data.Encode(&b)
	return b.Bytes(), err
}

// jackknife gives each sentence the advice of a backward parser that was
// trained on the others: what the forward parser will get for new sentences.
func (t *trainer) jackknife(forward, backward []*tree) {
	// Runs of sentences stay together, since those of one document are alike.
	const run = 200
	fold := func(i int) int { return i / run % t.Folds }
	if len(backward) < run*t.Folds {
		fold = func(i int) int { return i % t.Folds }
	}
	var beam linear.Beam
	for k := range t.Folds {
		var rest []*tree
		for i, b := range backward {
			if fold(i) != k {
				rest = append(rest, b)
			}
		}
		p := t.structure(rest, t.Backward, fmt.Sprintf("backward, fold %d of %d", k+1, t.Folds))
		for i, b := range backward {
			if fold(i) == k {
				beam.Search(&b.sent, p, t.Backward.Width)
				heads := beam.Heads(nil, &b.sent)
				linear.Reverse(heads)
				forward[i].sent.Advise(heads)
			}
		}
	}
}

// random returns the source of chance for one part of the training.
func (t *trainer) random(part uint64) *rand.Rand { return rand.New(rand.NewPCG(t.Seed, part)) }

// hide makes some words of a sentence unknown.
func (t *trainer) hide(s *linear.Sentence, rng *rand.Rand) {
	s.Hide(func() bool { return rng.IntN(1000) < t.Hide })
}

// tagSet returns the tags of the data in order.
func tagSet(tags [][]string) []string {
	var set []string
	for _, s := range tags {
		for _, t := range s {
			if !slices.Contains(set, t) {
				set = append(set, t)
			}
		}
	}
	slices.SortFunc(set, strings.Compare)
	return set
}

// words returns the hashes of the words that occur often enough, in order.
func words(gold []*conllu.Sentence, least int) []uint32 {
	count := map[uint32]int{}
	for _, s := range gold {
		for _, t := range s.Tokens {
			count[linear.Hash(nlp.Lower(t.Form))]++
		}
	}
	var out []uint32
	for h, n := range count {
		if n >= least {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return out
}

// relations returns the relations of the data in order.
func relations(trees []*tree) []string {
	set := []string{"root"}
	for _, t := range trees {
		for _, r := range t.rels[1:] {
			if !slices.Contains(set, r) {
				set = append(set, r)
			}
		}
	}
	slices.SortFunc(set, strings.Compare)
	return set
}
