package neural

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/english/train/tagging"
	"github.com/causeline/causeline/timeline/english/train/tensor"
	"github.com/causeline/causeline/timeline/english/train/treebank"
	"github.com/causeline/causeline/timeline/nlp"
)

// Options are the numbers that shape a model.
type Options struct {
	Sizes  Sizes
	Nets   int // networks that vote
	Epochs int
	Seed   uint64
	Batch  int     // tokens of a batch, about
	Rate   float32 // of Adam
	Flat   float64 // share of the steps at the full rate; then it falls to 0
	Titles int     // one in so many sentences is read as a headline too
	Least  int     // occurrences below which a word or an ending is unknown
}

// DefaultOptions are those of the model that the program carries.
var DefaultOptions = Options{Sizes: Defaults, Nets: 2, Epochs: 14, Seed: 1, Batch: 240, Rate: 2e-3, Flat: 0.4, Titles: 3, Least: 2}

// A Lesson is a gold sentence with what a tagger that has not seen it makes of
// its words.
type Lesson struct {
	Gold  *conllu.Sentence
	Title bool // capitals carry no meaning
	Keys  []biaffine.Keys
}

// NewLesson makes a lesson with the tags of model m, which must not have seen
// the sentence.
func NewLesson(s *conllu.Sentence, title bool, m *tagger.Model) Lesson {
	toks := make([]nlp.Token, len(s.Tokens))
	for i, t := range s.Tokens {
		toks[i] = nlp.Token{Text: t.Form, Lower: nlp.Lower(t.Form)}
	}
	title = title || tagger.LooksTitled(toks, false)
	m.Tag(toks, title)
	return Lesson{s, title, biaffine.KeysOf(nil, toks, title, m.Dictionary)}
}

// Lessons makes lessons of the gold sentences, of copies with hyphenated words
// made whole, and of one in o.Titles sentences as headlines.
func Lessons(gold []*conllu.Sentence, folds *tagging.Folds, o Options) []Lesson {
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	var out []Lesson
	add := func(i int, s *conllu.Sentence, title bool) {
		out = append(out, NewLesson(s, title, folds.Model(i)))
	}
	for i, s := range gold {
		add(i, s, false)
		whole, ok := treebank.JoinHyphens(s)
		if ok {
			add(i, whole, false)
		} else {
			whole = s
		}
		if n := len(whole.Tokens); n >= 4 && n <= 25 && rng.IntN(o.Titles) == 0 {
			style := treebank.RandomTitle(rng)
			add(i, treebank.Titled(whole, style), style.Capitals())
		}
	}
	return out
}

// inventory is what the data decide: the rows of the embeddings and the names
// of tags and relations.
type inventory struct {
	keys               [biaffine.Slots][]uint32 // row i+1 is that of keys[i], row 0 the unknown
	rows               [biaffine.Slots]map[uint32]int32
	words              map[uint32]int32 // occurrences
	xpos, upos, labels []string
	pairs              []uint32 // for each of xpos, the upos that go with it
}

func takeInventory(lessons []Lesson, least int) *inventory {
	inv := &inventory{}
	var seen [biaffine.Slots]map[uint32]int32
	for k := range seen {
		seen[k] = map[uint32]int32{}
	}
	for _, l := range lessons {
		for _, keys := range l.Keys {
			for k, key := range keys {
				seen[k][key]++
			}
		}
		for _, t := range l.Gold.Tokens {
			inv.xpos = append(inv.xpos, t.XPOS)
			inv.upos = append(inv.upos, t.UPOS)
			inv.labels = append(inv.labels, t.Rel)
		}
		inv.xpos, inv.upos, inv.labels = set(inv.xpos), set(inv.upos), set(inv.labels)
	}
	for k := range seen {
		for key, n := range seen[k] {
			if int(n) >= least {
				inv.keys[k] = append(inv.keys[k], key)
			}
		}
		slices.Sort(inv.keys[k])
		inv.rows[k] = map[uint32]int32{}
		for i, key := range inv.keys[k] {
			inv.rows[k][key] = int32(i + 1)
		}
	}
	inv.words = seen[biaffine.Word]
	inv.pair(lessons)
	return inv
}

// leastPairs is how often two tags must go together to be no slip.
const leastPairs = 3

// pair finds out which tags go together.
func (inv *inventory) pair(lessons []Lesson) {
	seen := map[[2]int32]int{}
	for _, l := range lessons {
		for _, t := range l.Gold.Tokens {
			seen[[2]int32{index(inv.xpos, t.XPOS), index(inv.upos, t.UPOS)}]++
		}
	}
	inv.pairs = make([]uint32, len(inv.xpos))
	for x := range inv.xpos {
		usual := 0
		for u := range inv.upos {
			n := seen[[2]int32{int32(x), int32(u)}]
			if n >= leastPairs {
				inv.pairs[x] |= 1 << u
			}
			if n > seen[[2]int32{int32(x), int32(usual)}] {
				usual = u
			}
		}
		inv.pairs[x] |= 1 << usual // a rare tag must go with something
	}
}

func set(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

func (inv *inventory) counts() counts {
	n := counts{xpos: len(inv.xpos), upos: len(inv.upos), labels: len(inv.labels)}
	for k := range inv.keys {
		n.rows[k] = len(inv.keys[k]) + 1
	}
	return n
}

// example makes a lesson ready.
func (inv *inventory) example(l Lesson) *example {
	e := &example{}
	for i, t := range l.Gold.Tokens {
		var rows [biaffine.Slots]int32
		for k := range rows {
			rows[k] = inv.rows[k][l.Keys[i][k]]
		}
		e.rows = append(e.rows, rows)
		e.name = append(e.name, t.XPOS == properNoun)
		e.count = append(e.count, inv.words[l.Keys[i][biaffine.Word]])
		e.xpos = append(e.xpos, index(inv.xpos, t.XPOS))
		e.upos = append(e.upos, index(inv.upos, t.UPOS))
		e.label = append(e.label, index(inv.labels, t.Rel))
		e.head = append(e.head, int32(t.Head))
	}
	return e
}

func index(names []string, name string) int32 {
	i, ok := slices.BinarySearch(names, name)
	if !ok {
		return -1
	}
	return int32(i)
}

// properNoun is the tag of names.
const properNoun = "NNP"

// maxLength is the longest sentence that is learned from, in tokens.
const maxLength = 120

// Trained is a set of networks that have learned all they will.
type Trained struct {
	inv   *inventory
	embed *tables
	nets  []*network
}

// Train trains networks on the lessons, each in a goroutine of its own. Equal
// lessons and options give equal bytes.
func Train(lessons []Lesson, o Options, log io.Writer) *Trained {
	t := &Trained{inv: takeInventory(lessons, o.Least)}
	rng := rand.New(rand.NewPCG(o.Seed, 2))
	t.embed = newTables(o.Sizes, t.inv.counts(), rng)
	own := make([]*rand.Rand, o.Nets) // what each network hides from itself
	for k := range own {
		own[k] = rand.New(rand.NewPCG(o.Seed, uint64(3+k)))
		t.nets = append(t.nets, newNetwork(o.Sizes, t.inv.counts(), t.embed, own[k]))
	}
	var all []*example
	for _, l := range lessons {
		if len(l.Gold.Tokens) <= maxLength {
			all = append(all, t.inv.example(l))
		}
	}
	names := properNames(all)
	steps := 0
	plan := make([][][]*example, o.Epochs)
	for e := range plan {
		plan[e] = batches(all, o.Batch, rng)
		steps += len(plan[e])
	}
	step := 0
	for e := range plan {
		var loss Losses
		start := time.Now()
		for _, sents := range plan[e] {
			step++
			rate := o.Rate
			if done := float64(step) / float64(steps); done > o.Flat {
				rate *= float32((1 - done) / (1 - o.Flat))
			}
			loss.add(t.learn(newBatch(sents, names), own), 1/float64(len(plan[e])))
			t.step(rate, step)
		}
		fmt.Fprintf(log, "biaffine: epoch %d of %d: loss of tags %.3f, %.3f, of heads %.3f, of relations %.3f (%.0f s)\n",
			e+1, o.Epochs, loss.Xpos, loss.Upos, loss.Head, loss.Label, time.Since(start).Seconds())
	}
	return t
}

// properNames returns the rows of all names.
func properNames(all []*example) (names [][biaffine.Slots]int32) {
	for _, e := range all {
		for i, rows := range e.rows {
			if e.name[i] {
				names = append(names, rows)
			}
		}
	}
	return names
}

// learn runs a batch through all networks and returns the mean of their
// losses. The tables' gradients are summed in the order of the networks.
func (t *Trained) learn(b *batch, own []*rand.Rand) Losses {
	losses, passes := make([]Losses, len(t.nets)), make([]*pass, len(t.nets))
	t.each(func(k int) { losses[k], passes[k] = t.nets[k].learn(b, own[k]) })
	var mean Losses
	for k := range t.nets {
		t.embed.learn(passes[k])
		mean.add(losses[k], 1/float64(len(t.nets)))
	}
	return mean
}

// each calls f for every network at the same time.
func (t *Trained) each(f func(k int)) {
	var wg sync.WaitGroup
	for k := range t.nets {
		wg.Go(func() { f(k) })
	}
	wg.Wait()
}

// maxNorm bounds the length of a step's gradient, for each network.
const maxNorm = 5

// step moves all parameters. The gradient of a network is that of its own
// parameters; the tables' is bounded by itself.
func (t *Trained) step(rate float32, n int) {
	move(t.embed[:], rate, n)
	t.each(func(k int) { move(t.nets[k].all, rate, n) })
}

func move(params []*tensor.Param, rate float32, n int) {
	norm := 0.0
	for _, p := range params {
		norm += p.Norm()
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > maxNorm {
		scale = float32(maxNorm / norm)
	}
	for _, p := range params {
		p.Step(rate, scale, n)
	}
}
