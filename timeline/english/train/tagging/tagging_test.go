package tagging

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english/tagger"
)

// bank returns documents of one sentence each, "word/tag".
func bank(t *testing.T) []*conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for _, noun := range []string{"storm", "flood", "fire", "quake", "wave", "blast", "slide", "gale"} {
		for _, verb := range []string{"closed", "struck", "spared"} {
			fmt.Fprintln(&b, "# newdoc")
			for i, w := range strings.Fields("The/DT " + noun + "/NN " + verb + "/VBD Oslo/NNP ./.") {
				form, tag, _ := strings.Cut(w, "/")
				fmt.Fprintf(&b, "%d\t%s\t%s\tX\t%s\t_\t0\troot\t_\t_\n", i+1, form, form, tag)
			}
			b.WriteByte('\n')
		}
	}
	all, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Equal data give equal bytes, and what was learned can be used.
func TestTrain(t *testing.T) {
	gold := bank(t)
	o := Defaults
	o.Epochs, o.Prune = 4, 0
	file, err := Train(gold, o, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Train(gold, o, io.Discard); err != nil || !bytes.Equal(file, again) {
		t.Errorf("the second training gave other bytes (error %v)", err)
	}
	m, err := tagger.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range gold {
		for i, tag := range Tags(m, s) {
			if tag != s.Tokens[i].XPOS {
				t.Errorf("%s is %s, want %s", s.Tokens[i].Form, tag, s.Tokens[i].XPOS)
			}
		}
	}
}

// The model of a fold must not have seen the sentences that it tags: a word
// that occurs in one document only is unknown to the model that tags it.
func TestFoldsHaveNotSeen(t *testing.T) {
	gold := bank(t)
	for i := range 3 { // "the zork" is a verb in the first document alone
		gold[0].Tokens[i%2].Form = "Zork"
	}
	gold[0].Tokens[1].XPOS = "VBZ"
	o := Defaults
	o.Epochs = 2
	folds, err := Fold(gold, 2, o, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if folds.Model(0) == folds.Model(1) || folds.Model(0) != folds.Model(2) {
		t.Error("documents are not dealt out in turn")
	}
	if folds.Model(0).Habit("zork") != tagger.HabitUnknown {
		t.Error("the model that tags the first document knows its words")
	}
	if folds.Model(1).Habit("zork") == tagger.HabitUnknown {
		t.Error("the other model does not know them")
	}
}
