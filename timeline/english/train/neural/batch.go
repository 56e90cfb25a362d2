package neural

import (
	"math/rand/v2"
	"slices"

	"github.com/causeline/causeline/timeline/english/biaffine"
)

// An example is a sentence ready for training.
type example struct {
	rows  [][biaffine.Slots]int32 // of the embeddings
	count []int32                 // how often the word occurs in the data
	name  []bool                  // whether it is a proper noun
	xpos  []int32
	upos  []int32
	head  []int32 // -1 for the root
	label []int32
}

func (e *example) len() int { return len(e.head) }

// A batch is a few sentences whose tokens are laid out in the order of time:
// first the first tokens of all, then the second ones. Sentences stand in
// falling order of length, so that those which still run are always the first
// ones and no row is padding.
type batch struct {
	sents []*example
	names [][biaffine.Slots]int32 // of all data, to draw from
	from  []int                   // the first row of each time
	live  []int                   // the sentences that run at each time
	rows  int
}

func newBatch(sents []*example, names [][biaffine.Slots]int32) *batch {
	b := &batch{sents: slices.Clone(sents), names: names}
	slices.SortStableFunc(b.sents, func(x, y *example) int { return y.len() - x.len() })
	for t := range b.sents[0].len() {
		n := 0
		for n < len(b.sents) && b.sents[n].len() > t {
			n++
		}
		b.from = append(b.from, b.rows)
		b.live = append(b.live, n)
		b.rows += n
	}
	return b
}

// row returns the row of token t of sentence s.
func (b *batch) row(s, t int) int { return b.from[t] + s }

// batches cuts the sentences, in random order, into batches of about as many
// tokens each. Sentences of like length come together, which saves steps.
func batches(all []*example, tokens int, rng *rand.Rand) [][]*example {
	order := rng.Perm(len(all))
	var out [][]*example
	const pool = 400
	for i := 0; i < len(order); i += pool {
		part := make([]*example, 0, pool)
		for _, k := range order[i:min(i+pool, len(order))] {
			part = append(part, all[k])
		}
		slices.SortStableFunc(part, func(x, y *example) int { return y.len() - x.len() })
		for len(part) > 0 {
			n, sum := 0, 0
			for n < len(part) && (n == 0 || sum+part[n].len() <= tokens) {
				sum += part[n].len()
				n++
			}
			out = append(out, part[:n])
			part = part[n:]
		}
	}
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
