package linear

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// tokens splits text at spaces and tags it.
func tokens(text string) []nlp.Token {
	var toks []nlp.Token
	for f := range strings.FieldsSeq(text) {
		toks = append(toks, nlp.Token{Text: f, Lower: nlp.Lower(f)})
	}
	tagger.Default().Tag(toks, false)
	return toks
}

// arcs returns the arcs of parsed tokens as "dependent relation head".
func arcs(toks []nlp.Token) []string {
	var out []string
	for _, t := range toks {
		head := "-"
		if t.Head >= 0 {
			head = toks[t.Head].Text
		}
		out = append(out, fmt.Sprintf("%s %s %s", t.Text, t.Rel, head))
	}
	return out
}

func TestClearCases(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // some of the arcs
	}{
		{"subject and object", "The minister signed the treaty .",
			[]string{"minister nsubj signed", "treaty obj signed", "signed root -", "The det minister", ". punct signed"}},
		{"passive", "The bridge was destroyed by rebels .",
			[]string{"bridge nsubj:pass destroyed", "was aux:pass destroyed", "rebels obl:agent destroyed", "by case rebels"}},
		{"preposition of a verb", "They met in Geneva .",
			[]string{"They nsubj met", "in case Geneva", "Geneva obl met"}},
		{"preposition of a noun", "The mayor of the city resigned .",
			[]string{"mayor nsubj resigned", "city nmod mayor", "of case city"}},
		{"coordination", "Police arrested a driver and a guard .",
			[]string{"driver obj arrested", "guard conj driver", "and cc guard"}},
		{"coordinated verbs", "She came home and cooked dinner .",
			[]string{"cooked conj came", "dinner obj cooked"}},
		{"relative clause", "The woman who wrote the letter left .",
			[]string{"woman nsubj left", "who nsubj wrote", "wrote acl:relcl woman", "letter obj wrote"}},
		{"possessive", "The president 's brother lost his job .",
			[]string{"president nmod:poss brother", "'s case president", "his nmod:poss job"}},
		{"clause as object", "He said that the talks failed .",
			[]string{"failed ccomp said", "that mark failed", "talks nsubj failed"}},
		{"to", "Workers want to strike .",
			[]string{"strike xcomp want", "to mark strike"}},
		{"copula", "Her sister is a doctor .",
			[]string{"doctor root -", "is cop doctor", "sister nsubj doctor"}},
		{"name", "Maria Lopez won .",
			[]string{"Maria nsubj won", "Lopez flat Maria"}},
		{"adverbial clause", "The game stopped because it rained .",
			[]string{"rained advcl stopped", "because mark rained"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toks := tokens(tt.text)
			Default().Parse(toks)
			got := arcs(toks)
			for _, w := range tt.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q is missing in %s", w, strings.Join(got, ", "))
				}
			}
		})
	}
}

func TestPunctuation(t *testing.T) {
	toks := tokens("The harbour ( a small bay ) was closed , and the ships waited .")
	Default().Parse(toks)
	got := arcs(toks)
	for _, w := range []string{"( punct bay", ") punct bay", ", punct waited", ". punct closed"} {
		if !slices.Contains(got, w) {
			t.Errorf("%q is missing in %s", w, strings.Join(got, ", "))
		}
	}
}

// checkTree fails unless toks form one tree under one root.
func checkTree(t interface{ Fatalf(string, ...any) }, toks []nlp.Token) {
	roots := 0
	for i := range toks {
		if (toks[i].Head == -1) != (toks[i].Rel == "root") {
			t.Fatalf("token %d has head %d and relation %q", i, toks[i].Head, toks[i].Rel)
		}
		if toks[i].Head == -1 {
			roots++
		}
		if toks[i].Rel == "" || toks[i].Head < -1 || toks[i].Head >= len(toks) {
			t.Fatalf("token %d has head %d and relation %q", i, toks[i].Head, toks[i].Rel)
		}
		steps := 0
		for h := i; h >= 0; h = toks[h].Head {
			if steps++; steps > len(toks) {
				t.Fatalf("token %d is in a cycle", i)
			}
		}
	}
	if roots != min(1, len(toks)) {
		t.Fatalf("%d tokens have %d roots", len(toks), roots)
	}
}

func TestTree(t *testing.T) {
	words := []string{"the", "Lagos", "ran", "of", ",", "(", ")", "\"", "-", "", "1999", "42", "and", "who", "été", "\xff"}
	tags := []string{"DT", "NNP", "VBD", "IN", ",", "-LRB-", "-RRB-", "``", "''", "HYPH", ".", ":", "CC", "WP", "NFP", "", "NOTAG"}
	rapid.Check(t, func(t *rapid.T) {
		toks := make([]nlp.Token, rapid.IntRange(0, 60).Draw(t, "n"))
		for i := range toks {
			w := rapid.SampledFrom(words).Draw(t, "word")
			toks[i] = nlp.Token{Text: w, Lower: nlp.Lower(w), Tag: rapid.SampledFrom(tags).Draw(t, "tag")}
		}
		Default().Parse(toks)
		checkTree(t, toks)
	})
}

func TestLongSentences(t *testing.T) {
	for _, text := range []string{"and ", "( ", "( a ) ", "the man who ", ", b "} {
		toks := tokens(strings.Repeat(text, 5000))
		Default().Parse(toks)
		checkTree(t, toks)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("The envoy left .", "DT NN VBD .")
	f.Add("( \" - \" )", "-LRB- `` HYPH '' -RRB-")
	f.Fuzz(func(t *testing.T, text, tags string) {
		list := strings.Fields(tags)
		var toks []nlp.Token
		for i, w := range strings.Split(text, " ") {
			tok := nlp.Token{Text: w, Lower: nlp.Lower(w)}
			if i < len(list) {
				tok.Tag = list[i]
			}
			toks = append(toks, tok)
		}
		Default().Parse(toks)
		checkTree(t, toks)
	})
}

func TestConcurrentParsesAgree(t *testing.T) {
	var want []string
	for _, s := range sample {
		toks := tokens(s)
		Default().Parse(toks)
		want = append(want, arcs(toks)...)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var got []string
			for _, s := range sample {
				toks := tokens(s)
				Default().Parse(toks)
				got = append(got, arcs(toks)...)
			}
			if !slices.Equal(got, want) {
				t.Error("concurrent parses give other trees")
			}
		})
	}
	wg.Wait()
}

// sample is text of the kind that the parser is for.
var sample = []string{
	"The port authority said on Tuesday that two ferries had collided in thick fog near the island 's northern shore .",
	"Rescue workers pulled forty passengers from the water , and a navy ship took the injured to a hospital in the capital .",
	"Prime Minister Ana Kovac , who was elected in March , promised an inquiry into the accident .",
	"Shares of the shipping company fell by 12 percent after the news .",
	"\" We will not rest until we know why this happened , \" she told reporters outside the ministry .",
	"Opposition leaders called the response slow and demanded that the transport minister resign .",
	"The strait had been closed to traffic for three hours when the second vessel left the harbour .",
	"Investigators are expected to publish a first report by the end of June .",
	"No one was charged .",
	"Last year the government sold its stake in the line to a group of investors from abroad , despite protests by unions .",
}

func BenchmarkParse(b *testing.B) {
	var sents [][]nlp.Token
	n := 0
	for _, s := range sample {
		toks := tokens(s)
		sents = append(sents, toks)
		n += len(toks)
	}
	m := Default()
	for b.Loop() {
		for _, toks := range sents {
			m.Parse(toks)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTagAndParse(b *testing.B) {
	var sents [][]nlp.Token
	n := 0
	for _, s := range sample {
		toks := tokens(s)
		sents = append(sents, toks)
		n += len(toks)
	}
	t, m := tagger.Default(), Default()
	for b.Loop() {
		for _, toks := range sents {
			t.Tag(toks, false)
			m.Parse(toks)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
