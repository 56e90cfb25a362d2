package biaffine

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// words returns tagged tokens.
func words(text string) []nlp.Token {
	var toks []nlp.Token
	for w := range strings.FieldsSeq(text) {
		toks = append(toks, nlp.Token{Text: w, Lower: nlp.Lower(w)})
	}
	tagger.Default().Tag(toks, false)
	return toks
}

// drawn writes a parse as "word:relation:head", heads by word, punctuation
// left out.
func drawn(toks []nlp.Token) string {
	var out []string
	for _, t := range toks {
		if t.UPOS == "PUNCT" {
			continue
		}
		head := "-"
		if t.Head >= 0 {
			head = toks[t.Head].Text
		}
		out = append(out, fmt.Sprintf("%s:%s:%s", t.Text, t.Rel, head))
	}
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"active", "The storm destroyed two bridges .",
			"The:det:storm storm:nsubj:destroyed destroyed:root:- two:nummod:bridges bridges:obj:destroyed"},
		{"passive", "The bridge was closed by the police .",
			"The:det:bridge bridge:nsubj:pass:closed was:aux:pass:closed closed:root:- by:case:police the:det:police police:obl:agent:closed"},
		{"shared subject", "The tower was built in 1931 and widened in 1968 .",
			"The:det:tower tower:nsubj:pass:built was:aux:pass:built built:root:- in:case:1931 1931:obl:built and:cc:widened widened:conj:built in:case:1968 1968:obl:widened"},
		{"relative", "The minister who signed the treaty resigned .",
			"The:det:minister minister:nsubj:resigned who:nsubj:signed signed:acl:relcl:minister the:det:treaty treaty:obj:signed resigned:root:-"},
		{"infinitive", "The two sides agreed to meet again .",
			"The:det:sides two:nummod:sides sides:nsubj:agreed agreed:root:- to:mark:meet meet:xcomp:agreed again:advmod:meet"},
	} {
		toks := words(c.in)
		Default().Parse(toks, false)
		if got := drawn(toks); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// wellFormed reports what is wrong with a parse.
func wellFormed(toks []nlp.Token) error {
	roots := 0
	for i, t := range toks {
		if t.Rel == "" || t.Tag == "" || t.UPOS == "" {
			return fmt.Errorf("token %d has no relation or tag", i)
		}
		if (t.Rel == "root") != (t.Head < 0) {
			return fmt.Errorf("token %d: relation %s to %d", i, t.Rel, t.Head)
		}
		steps := 0
		for k := i; k >= 0; k = toks[k].Head {
			if k >= len(toks) || steps > len(toks) {
				return fmt.Errorf("token %d does not lead to the root", i)
			}
			steps++
		}
		if t.Head < 0 {
			roots++
		}
	}
	if len(toks) > 0 && roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

// Hostile input gives a tree like any other; long input in pieces.
func TestHostile(t *testing.T) {
	for _, in := range []string{
		"", "x", "\xff\xfe \x00 \U0001F600", strings.Repeat("( ", 700), strings.Repeat("THE END ", 900),
		strings.Repeat("word ", 5000), "日本 語 العربية Ελλάδα", strings.Repeat("a", 5000),
	} {
		toks := words(in)
		Default().Parse(toks, false)
		if err := wellFormed(toks); err != nil {
			t.Errorf("%.20q: %v", in, err)
		}
	}
}

// A model is shared by all goroutines, and each gets the same trees.
func TestConcurrentUse(t *testing.T) {
	const in = "After the ferry sank , the owner sold the two ships that were left ."
	want := words(in)
	Default().Parse(want, false)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				got := words(in)
				Default().Parse(got, false)
				if drawn(got) != drawn(want) {
					t.Errorf("got %s", drawn(got))
				}
			}
		})
	}
	wg.Wait()
}

// A damaged file is refused, wherever the damage is.
func TestDamagedFile(t *testing.T) {
	if _, err := Decode(nil); err == nil {
		t.Error("an empty file was taken")
	}
	for cut := 1; cut < len(modelFile); cut += len(modelFile)/97 + 1 {
		if _, err := Decode(modelFile[:cut]); err == nil {
			t.Errorf("a file cut to %d bytes was taken", cut)
		}
	}
	// The head of the file holds all sizes.
	for i := 0; i < min(len(modelFile), 4000); i += 11 {
		file := append([]byte(nil), modelFile...)
		file[i] ^= 0x40
		m, err := Decode(file)
		if err != nil {
			continue
		}
		toks := words("Rain fell .")
		m.Parse(toks, false) // names may be wrong; nothing may break
	}
}

func TestSigmoids(t *testing.T) {
	s := sigmoids()
	for _, c := range []struct{ x, want int32 }{{0, 16384}, {1 << GateBits, 23955}, {-1 << GateBits, 8813}, {1 << 20, 32757}, {-1 << 20, 11}} {
		if got := sigmoid(s, c.x); got != c.want {
			t.Errorf("sigmoid(%d) = %d, want %d", c.x, got, c.want)
		}
	}
	if got := tanh(s, 1<<GateBits); got != 24956 {
		t.Errorf("tanh(1) = %d, want 24956", got)
	}
	if got, want := tanh(s, -1<<30), -tanh(s, 1<<30); got < want-4 || got > want+4 {
		t.Errorf("tanh is not odd: %d, %d", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("The storm destroyed two bridges .", false)
	f.Add("STORM HITS COAST", true)
	f.Fuzz(func(t *testing.T, in string, title bool) {
		toks := words(in)
		Default().Parse(toks, title)
		if err := wellFormed(toks); err != nil {
			t.Fatal(err)
		}
	})
}

const news = `The storm that crossed the coast on Monday destroyed two bridges and cut the power of
some 40,000 homes , the ministry said . Its spokeswoman , Ana Torres , told reporters that engineers
would inspect the dam before the weekend . Ten years ago , after a similar flood , the government had
promised to rebuild the sea wall ; work began in 2017 but stopped when the builder went bankrupt . `

func BenchmarkParse(b *testing.B) {
	var sents [][]nlp.Token
	total := 0
	for s := range strings.SplitSeq(news, " . ") {
		toks := words(s + " .")
		sents = append(sents, toks)
		total += len(toks)
	}
	Default()
	for b.Loop() {
		for _, s := range sents {
			Default().Parse(s, false)
		}
	}
	b.ReportMetric(float64(total*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
