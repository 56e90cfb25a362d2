// Command train learns the weights of package merge from a corpus of texts
// whose mentions of events are marked:
//
//	go run ./timeline/merge/train -texts DIR -gold FILE > timeline/merge/weights.tsv
//
// It looks at the topics that package eval does not keep apart. Equal input
// gives equal weights on one machine; they are rounded to whole numbers.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	marks "github.com/causeline/causeline/timeline/eval"
	"github.com/causeline/causeline/timeline/merge"
	"github.com/causeline/causeline/timeline/merge/eval"
)

// How it learns. Few rounds, and weights averaged over them, keep those of rare
// features small.
const (
	rounds = 4
	rate   = 0.05
	decay  = 1e-4
	every  = 16 // steps between the weights that are averaged
)

// An example is a pair of events that annotators judged.
type example struct {
	features []int
	same     bool
	topic    int
	pair     [2]merge.ChainID
}

func main() {
	texts := flag.String("texts", "", "folder of the texts")
	gold := flag.String("gold", "", "file of the mentions")
	flag.Parse()
	if err := run(*texts, *gold); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(texts, goldFile string) error {
	r, err := eval.Read(texts)
	if err != nil {
		return err
	}
	gold, err := marks.ReadGold(goldFile, "")
	if err != nil {
		return err
	}
	examples := examples(r, gold)
	if len(examples) == 0 {
		return fmt.Errorf("no pair of marked events in %s", texts)
	}
	same := 0
	for _, e := range examples {
		if e.same {
			same++
		}
	}
	fmt.Fprintf(os.Stderr, "%d pairs, %d of one event\n", len(examples), same)
	return write(learn(examples))
}

// examples returns the pairs of marked events in the topics that are not kept
// apart.
func examples(r *merge.Result, gold []eval.Mention) []example {
	found := eval.Find(r)
	clusters, topic := map[merge.ChainID][]string{}, map[merge.ChainID]int{}
	for i, k := range eval.Align(gold, found) {
		if k >= 0 && eval.Learn.Has(gold[i].Doc) {
			c := found[k].Chain
			clusters[c] = append(clusters[c], gold[i].Cluster)
			topic[c] = eval.Topic(gold[i].Doc)
		}
	}
	var out []example
	merge.Compare(r.World.Docs, func(a, b merge.ChainID, features []int) {
		if len(clusters[a]) == 0 || len(clusters[b]) == 0 {
			return
		}
		e := example{features: append([]int(nil), features...), topic: topic[a], pair: [2]merge.ChainID{a, b}}
		for _, x := range clusters[a] {
			for _, y := range clusters[b] {
				e.same = e.same || x == y
			}
		}
		out = append(out, e)
	})
	return out
}

// learn fits a logistic regression, with steps that shrink for features that
// are often seen (AdaGrad).
func learn(examples []example) []float64 {
	weights, seen, sum := make([]float64, merge.Features), make([]float64, merge.Features), make([]float64, merge.Features)
	steps, taken := 0, 0.0
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			e := &examples[i]
			odds, want := 0.0, 0.0
			for _, f := range e.features {
				odds += weights[f]
			}
			if e.same {
				want = 1
			}
			wrong := want - 1/(1+math.Exp(-odds))
			for _, f := range e.features {
				step := wrong - decay*weights[f]
				seen[f] += step * step
				weights[f] += rate * step / math.Sqrt(seen[f]+1)
			}
			if steps++; steps%every == 0 {
				taken++
				for f, w := range weights {
					sum[f] += w
				}
			}
		}
	}
	for f := range sum {
		sum[f] /= max(taken, 1)
	}
	return sum
}

func write(weights []float64) error {
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(out, "# Weights of features in hundredths of the logarithm of odds, learned by timeline/merge/train from the corpus ECB+ (see NOTICE).")
	fmt.Fprintln(out, "# template, pairs across or within documents, two parts of the answer, weight")
	for f, w := range weights {
		if n := int(math.Round(100 * w)); n != 0 {
			fmt.Fprintf(out, "%s\t%d\n", merge.FeatureName(f), n)
		}
	}
	return out.Flush()
}
