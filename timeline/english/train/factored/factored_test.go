package factored

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/linear"
	"github.com/causeline/causeline/timeline/nlp"
)

// bank holds sentences as "word tag head relation" per token, heads counted
// from 1.
var bank = []string{
	"rain NN 2 nsubj / fell VBD 0 root / . . 2 punct",
	"snow NN 2 nsubj / fell VBD 0 root / . . 2 punct",
	"the DT 2 det / court NN 3 nsubj / ruled VBD 0 root / . . 3 punct",
	"the DT 2 det / bank NN 3 nsubj / closed VBD 0 root / . . 3 punct",
	"the DT 2 det / court NN 4 nsubj:pass / was VBD 4 aux:pass / closed VBN 0 root / . . 4 punct",
	"police NNS 2 nsubj / arrested VBD 0 root / a DT 4 det / man NN 2 obj / . . 2 punct",
	"police NNS 2 nsubj / met VBD 0 root / in IN 4 case / Lagos NNP 2 obl / . . 2 punct",
	"they PRP 2 nsubj / met VBD 0 root / in IN 4 case / Oslo NNP 2 obl / . . 2 punct",
	"the DT 2 det / mayor NN 5 nsubj / of IN 4 case / Oslo NNP 2 nmod / left VBD 0 root / . . 5 punct",
	"the DT 2 det / mayor NN 5 nsubj / of IN 4 case / Lagos NNP 2 nmod / ruled VBD 0 root / . . 5 punct",
	"rain NN 4 nsubj / and CC 3 cc / snow NN 1 conj / fell VBD 0 root / . . 4 punct",
	"they PRP 2 nsubj / saw VBD 0 root / rain NN 2 obj / and CC 5 cc / snow NN 3 conj / . . 2 punct",
}

// gold reads the bank and its tags.
func gold(t *testing.T) ([]*conllu.Sentence, [][]string) {
	t.Helper()
	var b strings.Builder
	var tags [][]string
	for _, s := range bank {
		var row []string
		for i, tok := range strings.Split(s, " / ") {
			f := strings.Fields(tok)
			b.WriteString(strings.Join([]string{string(rune('1' + i)), f[0], "_", "_", f[1], "_", f[2], f[3], "_", "_\n"}, "\t"))
			row = append(row, f[1])
		}
		b.WriteString("\n")
		tags = append(tags, row)
	}
	sents, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return sents, tags
}

// quick are options for a tiny treebank.
var quick = Options{
	Seed: 7, Least: 1, Folds: 2,
	Backward: Structure{Rounds: Rounds{Epochs: 10, Runs: 1, Keep: 5000}, Width: 1, Margin: 1},
	Forward:  Structure{Rounds: Rounds{Epochs: 10, Runs: 2, Keep: 5000}, Width: 4},
	Labels:   Labels{Rounds: Rounds{Epochs: 10, Runs: 2, Keep: 5000}, Margin: 1},
}

func TestTrainLearnsAndRepeats(t *testing.T) {
	sents, tags := gold(t)
	file, err := Train(sents, tags, quick, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Train(sents, tags, quick, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, again) {
		t.Error("equal data and options give different bytes")
	}
	m, err := linear.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sents {
		var toks []nlp.Token
		for j, g := range s.Tokens {
			toks = append(toks, nlp.Token{Text: g.Form, Lower: nlp.Lower(g.Form), Tag: tags[i][j]})
		}
		m.Parse(toks)
		for j, g := range s.Tokens {
			if toks[j].Head != g.Head || toks[j].Rel != g.Rel {
				t.Errorf("%s: %q has %d %s, want %d %s", bank[i], g.Form, toks[j].Head, toks[j].Rel, g.Head, g.Rel)
			}
		}
	}
}

func TestTrainRefuses(t *testing.T) {
	sents, tags := gold(t)
	if _, err := Train(sents, tags[1:], quick, io.Discard); err == nil {
		t.Error("a sentence without tags was taken")
	}
	none := quick
	none.Folds = 0
	if _, err := Train(sents, tags, none, io.Discard); err == nil {
		t.Error("no folds were taken")
	}
	none = quick
	none.Labels.Runs = 0
	if _, err := Train(sents, tags, none, io.Discard); err == nil {
		t.Error("no runs were taken")
	}
	tags[3] = tags[3][1:]
	if _, err := Train(sents, tags, quick, io.Discard); err == nil {
		t.Error("a token without tag was taken")
	}
	if _, err := Train(nil, nil, quick, io.Discard); err == nil {
		t.Error("no sentences at all were taken")
	}
}

// heads makes a tree of words without relations.
func heads(h ...int32) *tree { return &tree{heads: append([]int32{0}, h...)} }

func TestProjectivise(t *testing.T) {
	// The arc from 1 to 3 crosses that from 4 to 2.
	r := heads(5, 4, 1, 1)
	r.projectivise()
	if want := []int32{0, 5, 4, 1, 1}; slices.Equal(r.heads, want) {
		t.Errorf("nothing was lifted")
	}
	for d := int32(1); d <= 4; d++ {
		if h := r.heads[d]; h <= 4 && !r.covers(h, d) {
			t.Errorf("the arc from %d to %d still crosses another one: %v", h, d, r.heads)
		}
	}
}

func TestOneRoot(t *testing.T) {
	r := heads(4, 1, 4)
	r.oneRoot()
	if want := []int32{0, 4, 1, 1}; !slices.Equal(r.heads, want) {
		t.Errorf("heads are %v, want %v", r.heads, want)
	}
}

// TestDerivation takes the canonical transitions of every tree and compares
// the arcs that they make.
func TestDerivation(t *testing.T) {
	sents, tags := gold(t)
	tr := &trainer{vocabulary: linear.NewVocabulary([]string{"NN", "VBD"}, nil)}
	for i, s := range sents {
		for _, reverse := range []bool{false, true} {
			r := tr.newTree(s, tags[i], reverse)
			got := make([]int32, len(r.heads))
			st := r.sent.Begin()
			for _, a := range r.derive() {
				if a != linear.Shift {
					h, d := r.sent.Arc(&st, a)
					got[d] = h
				}
				st = r.sent.Step(st, a)
			}
			if !slices.Equal(got, r.heads) {
				t.Errorf("%s: heads are %v, want %v", bank[i], got, r.heads)
			}
		}
	}
}

func TestAverage(t *testing.T) {
	p := newPerceptron(2, 2)
	p.step = 1
	p.add(0, 1, 2) // holds for 3 of 4 steps
	p.step = 2
	p.add(1, 0, -1) // holds for 2 of 4 steps
	p.step = 3
	p.endRun()
	p.endRun() // a run without any weight
	p.average(1000)
	if want := []int32{0, 6, -2, 0}; !slices.Equal(p.now, want) {
		t.Errorf("averages are %v, want %v", p.now, want)
	}
	p.average(3)
	if want := []int32{0, 3, -1, 0}; !slices.Equal(p.now, want) {
		t.Errorf("averages are %v, want %v", p.now, want)
	}
	p.restart(1)
	p.add(0, 1, 1)
	p.add(1, 0, 1)
	if want := []int32{0, 1, 0, 0}; !slices.Equal(p.now, want) {
		t.Errorf("weights are %v, want %v", p.now, want)
	}
}
