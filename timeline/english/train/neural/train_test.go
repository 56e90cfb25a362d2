package neural

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/biaffine"
	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// bank returns a treebank of a few patterns with many words: "word tag
// relation head".
func bank(t *testing.T) []*conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for _, noun := range []string{"storm", "flood", "fire", "quake", "wave", "blast"} {
		for _, verb := range []string{"closed", "hit", "spared", "cut"} {
			for _, form := range []string{
				"The DT det 2;%[1]s NN nsubj 3;%[2]s VBD root 0;Oslo NNP obj 3;. . punct 3",
				"Oslo NNP nsubj:pass 3;was VBD aux:pass 3;%[2]s VBN root 0;by IN case 6;a DT det 6;%[1]s NN obl:agent 3",
			} {
				for i, w := range strings.Split(fmt.Sprintf(form, noun, verb), ";") {
					c := strings.Fields(w)
					fmt.Fprintf(&b, "%d\t%s\t_\tX\t%s\t_\t%s\t%s\t_\t_\n", i+1, c[0], c[1], c[3], c[2])
				}
				b.WriteByte('\n')
			}
		}
	}
	all, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var tiny = Options{
	Sizes:  Sizes{Embed: [biaffine.Slots]int{16, 4, 4, 4, 4, 4, 8, 4}, Hidden: 16, Arc: 32, Label: 32},
	Nets:   2,
	Epochs: 12, Seed: 5, Batch: 40, Rate: 5e-3, Flat: 0.5, Titles: 4, Least: 1,
}

// Equal data give equal bytes, another seed gives others, and the model that
// comes out has learned what it was shown.
func TestTrain(t *testing.T) {
	gold := bank(t)
	var lessons []Lesson
	for _, s := range gold {
		lessons = append(lessons, NewLesson(s, false, tagger.Default()))
	}
	file := Train(lessons, tiny, io.Discard).Export().Encode()
	if !bytes.Equal(file, Train(lessons, tiny, io.Discard).Export().Encode()) {
		t.Error("the second training gave other bytes")
	}
	other := tiny
	other.Seed, other.Epochs = 6, 1
	if bytes.Equal(file, Train(lessons, other, io.Discard).Export().Encode()) {
		t.Error("the seed makes no difference")
	}
	m, err := biaffine.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	right, total := 0, 0
	for _, s := range gold {
		toks := make([]nlp.Token, len(s.Tokens))
		for i, g := range s.Tokens {
			toks[i] = nlp.Token{Text: g.Form, Lower: nlp.Lower(g.Form)}
		}
		tagger.Default().Tag(toks, false)
		m.Parse(toks, false)
		for i, g := range s.Tokens {
			total++
			if toks[i].Head == g.Head && toks[i].Rel == g.Rel && toks[i].Tag == g.XPOS {
				right++
			}
		}
	}
	if right*100 < total*98 {
		t.Errorf("%d of %d words right", right, total)
	}
}
