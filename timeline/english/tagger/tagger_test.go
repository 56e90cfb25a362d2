package tagger

import (
	"bytes"
	"testing"

	"github.com/causeline/causeline/timeline/nlp"
)

// small is a model of two tags and a few weights.
func small() *Data {
	d := &Data{
		Tags:    []string{"NN", "VBD"},
		Entries: []Entry{{Hash: Hash("the"), Tags: 1, Habit: HabitSmall, Frozen: true}, {Hash: Hash("ran"), Tags: 3}},
	}
	if d.Entries[0].Hash > d.Entries[1].Hash {
		d.Entries[0], d.Entries[1] = d.Entries[1], d.Entries[0]
	}
	f := feature(0, Hash("ran"), 0, 0)
	d.Rows = []Row{{Feature: f, Weights: []Weight{{Tag: 0, Value: -3}, {Tag: 1, Value: 500}}}}
	return d
}

func TestEncodeDecode(t *testing.T) {
	var a, b bytes.Buffer
	if err := small().Encode(&a); err != nil {
		t.Fatal(err)
	}
	if err := small().Encode(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("equal models give different bytes")
	}
	m, err := Decode(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	toks := []nlp.Token{{Text: "the", Lower: "the"}, {Text: "ran", Lower: "ran"}, {Text: "x", Lower: "x"}}
	m.Tag(toks, false)
	if toks[0].Tag != "NN" || toks[1].Tag != "VBD" || toks[2].Tag != "NN" {
		t.Errorf("tags are %s %s %s, want NN VBD NN", toks[0].Tag, toks[1].Tag, toks[2].Tag)
	}
	if m.Habit("the") != HabitSmall || m.Habit("zebra") != HabitUnknown {
		t.Error("habits of spelling are lost")
	}
}

func TestDamagedModelsAreRefused(t *testing.T) {
	var a bytes.Buffer
	if err := small().Encode(&a); err != nil {
		t.Fatal(err)
	}
	whole := a.Bytes()
	for n := range whole {
		if _, err := Decode(whole[:n]); err == nil {
			t.Errorf("a model cut to %d of %d bytes was read", n, len(whole))
		}
	}
	bad := small()
	bad.Rows[0].Weights[0].Tag = 9
	var b bytes.Buffer
	if err := bad.Encode(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(b.Bytes()); err == nil {
		t.Error("a weight for a tag that the model lacks was read")
	}
}

func TestLooksTitled(t *testing.T) {
	toks := func(words ...string) []nlp.Token {
		var out []nlp.Token
		for _, w := range words {
			out = append(out, nlp.Token{Text: w, Lower: nlp.Lower(w)})
		}
		return out
	}
	if !LooksTitled(toks("Court", "Upholds", "Ruling", "on", "Fishing"), true) {
		t.Error("a headline in title case is not seen as one")
	}
	if LooksTitled(toks("Court", "upholds", "ruling", "in", "Lagos"), true) {
		t.Error("a headline in small letters counts as title case")
	}
	if LooksTitled(toks("Ana", "Castro", "met", "Diaz"), false) {
		t.Error("a short sentence of names counts as title case")
	}
}

func TestStraightQuotesFaceTheirWords(t *testing.T) {
	text := `He said "go" twice.`
	toks := []nlp.Token{{Start: 0, End: 2}, {Start: 3, End: 7}, {Start: 8, End: 9}, {Start: 9, End: 11}, {Start: 11, End: 12}, {Start: 13, End: 18}, {Start: 18, End: 19}}
	for i := range toks {
		toks[i].Text = text[toks[i].Start:toks[i].End]
		toks[i].Lower = nlp.Lower(toks[i].Text)
	}
	Default().Tag(toks, false)
	if toks[2].Tag != "``" || toks[4].Tag != "''" {
		t.Errorf("marks are %s and %s", toks[2].Tag, toks[4].Tag)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
