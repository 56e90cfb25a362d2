package english

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/causeline/causeline/timeline/english/tagger"
	"github.com/causeline/causeline/timeline/nlp"
)

// checkTree fails unless toks are a tree with one root.
func checkTree(t interface {
	Fatalf(format string, args ...any)
}, text string, toks []nlp.Token) {
	roots := 0
	for i, k := range toks {
		if k.UPOS == "" || k.Rel == "" || (k.Rel == "root") != (k.Head == -1) || k.Head >= len(toks) {
			t.Fatalf("token %d, %+v, in %q", i, k, text)
		}
		if k.Head < 0 {
			roots++
		}
		at := i
		for steps := 0; at >= 0; steps++ {
			if steps > len(toks) {
				t.Fatalf("token %d does not lead to the root of %q", i, text)
			}
			at = toks[at].Head
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %q", roots, text)
	}
}

// hand makes tokens of lines "form tag relation head", heads counted from 1
// and 0 for the root.
func hand(lines ...string) []nlp.Token {
	var toks []nlp.Token
	for _, l := range lines {
		var t nlp.Token
		if _, err := fmt.Sscan(l, &t.Text, &t.Tag, &t.Rel, &t.Head); err != nil {
			panic(err)
		}
		t.Head--
		t.Lower = nlp.Lower(t.Text)
		toks = append(toks, t)
	}
	return toks
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		name  string
		toks  []nlp.Token
		guess []string // nil for the same; headlines have one in this table
		want  string   // word/tag/relation
	}{
		{"a subject and no auxiliary make a past",
			hand("Talks NNS nsubj 2", "followed VBN root 0"), nil, "followed/VBD/root"},
		{"a relative without subject stays a participle",
			hand("talks NNS root 0", "held VBN acl 1"), nil, "held/VBN/acl"},
		{"an auxiliary makes a participle",
			hand("Talks NNS nsubj:pass 3", "were VBD aux:pass 3", "held VBD root 0"), nil, "held/VBN/root"},
		{"so does have",
			hand("Talks NNS nsubj 3", "have VBP aux 3", "failed VBD root 0"), nil, "failed/VBN/root"},
		{"but not did",
			hand("Talks NNS nsubj 4", "did VBD aux 4", "not RB advmod 4", "fail VB root 0"), nil, "fail/VB/root"},
		{"a passive subject and an object cannot be",
			hand("truck NN nsubj:pass 2", "struck VBN root 0", "it PRP obj 2"), nil, "truck/NN/nsubj struck/VBD/root"},
		{"a base form with a subject is the present",
			hand("Boats NNS nsubj 2", "leave VB root 0"), nil, "leave/VBP/root"},
		{"or the past, where they look alike",
			hand("Floods NNS nsubj 2", "hit VB root 0"), nil, "hit/VBD/root"},
		{"an infinitive stays one",
			hand("for IN mark 4", "us PRP nsubj 4", "to TO mark 4", "leave VB advcl 0"), nil, "leave/VB/advcl"},
		{"a compound before a noun is an adjective",
			hand("US-backed VBN amod 2", "talks NNS root 0"), nil, "US-backed/JJ/amod"},
		{"what seems a preposition is a conjunction",
			hand("closed VBD root 0", "after IN case 3", "storms NNS obl 1", "struck VBN advcl 1", "it PRP obj 4"), nil,
			"after/IN/mark storms/NNS/nsubj struck/VBD/advcl"},
		{"no sentence begins with the third person",
			hand("Talks VBZ root 0", "in IN case 3", "Lima NNP obl 1", "ended VBD conj 1", ". . punct 1"), nil,
			"Talks/NNS/nsubj Lima/NNP/nmod ended/VBD/root"},
		{"an interjection is no subject",
			hand("Okello UH nsubj 2", "led VBD root 0"), nil, "Okello/NNP/nsubj"},
		{"the mine", hand("the DT det 2", "mine PRP root 0"), nil, "mine/NN/root"},
		{"the chief executive", hand("the DT det 3", "chief JJ amod 3", "executive JJ nsubj 4", "left VBD root 0"), nil, "executive/NN/nsubj chief/JJ/amod"},
		{"a participle has no object", hand("town NN root 0", "elected VBN acl 1", "her PRP obj 2"), []string{"NN", "VBD", "PRP"}, "elected/VBD/acl"},
		{"arrest warrant", hand("issued VBD root 0", "a DT det 3", "warrant VB xcomp 1"), []string{"VBD", "DT", "NN"}, "warrant/NN/xcomp"},
		{"to telephone", hand("prompted VBD root 0", "them PRP obj 1", "to IN case 5", "telephone VB xcomp 1", "Kim NNP obj 4"), nil, "to/TO/mark telephone/VB/xcomp"},
		{"is set", hand("lease NN nsubj 3", "is VBZ cop 3", "set JJ root 0", "to TO mark 5", "end VB xcomp 3"), nil, "lease/NN/nsubj:pass is/VBZ/aux:pass set/VBN/root"},
		{"to end", hand("wants VBZ root 0", "to TO mark 3", "end NN xcomp 1"), nil, "end/VB/xcomp"},
		{"set to end", hand("lease NN root 0", "set JJ acl 1", "to TO mark 4", "end VB xcomp 2"), nil, "set/VBN/acl"},
		{"off Crete", hand("sank VBD root 0", "off RP compound:prt 1", "Crete NNP obj 1"), nil, "off/IN/case Crete/NNP/obl"},
		{"called off talks", hand("called VBD root 0", "off RP compound:prt 1", "talks NNS obj 1"), nil, "off/RP/compound:prt"},
		{"headlines leave auxiliaries out",
			hand("thousands NNS nsubj 2", "evacuated VBD root 0"), []string{"NNS", "VBN"}, "evacuated/VBN/root"},
	} {
		title := c.guess != nil && c.name[0] == 'h'
		if c.guess == nil {
			for _, k := range c.toks {
				c.guess = append(c.guess, k.Tag)
			}
		}
		agree(c.toks, c.guess, title)
		for w := range strings.FieldsSeq(c.want) {
			found := false
			for _, k := range c.toks {
				found = found || k.Text+"/"+k.Tag+"/"+k.Rel == w
			}
			if !found {
				t.Errorf("%s: no %s in %v", c.name, w, c.toks)
			}
		}
	}
}

func TestUniversal(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"was VBD cop 1", "AUX"}, {"was VBD root 0", "VERB"}, {"will MD aux 1", "AUX"},
		{"that IN mark 1", "SCONJ"}, {"in IN case 1", "ADP"}, {"to TO mark 1", "PART"}, {"to TO case 1", "ADP"},
		{"this DT det 1", "DET"}, {"this DT nsubj 1", "PRON"}, {"which WDT nsubj 1", "PRON"},
		{"someone NN nsubj 1", "PRON"}, {"ship NN nsubj 1", "NOUN"}, {"New NNP amod 1", "ADJ"}, {"York NNP nsubj 1", "PROPN"},
		{"not RB advmod 1", "PART"}, {"soon RB advmod 1", "ADV"}, {"3 CD nummod 1", "NUM"}, {"$ $ nmod 1", "SYM"},
		{"etc FW conj 1", "X"}, {"off RP compound:prt 1", "ADP"}, {"'s POS case 1", "PART"}, {"oh UH discourse 1", "INTJ"},
		{"/ , cc 1", "SYM"}, {", , punct 1", "PUNCT"}, {"and CC cc 1", "CCONJ"}, {"red JJ amod 1", "ADJ"}, {"it PRP obj 1", "PRON"},
	} {
		tok := hand(c.line)[0]
		if got := universal(&tok); got != c.want {
			t.Errorf("%s: %s, want %s", c.line, got, c.want)
		}
	}
}

// TestHostile: whatever the text, there is a tree for each sentence, and the
// time is bounded: linear beyond the longest sentence that is parsed whole.
func TestHostile(t *testing.T) {
	for _, lang := range []Analyzer{Accurate(), Fast()} {
		for _, text := range []string{
			strings.Repeat("word ", 5000), strings.Repeat("THE SHIP SANK ", 1700), strings.Repeat("(", 5000),
			strings.Repeat("\U0001F600", 3000), strings.Repeat("日本語 Ελλάδα عربي ", 500), strings.Repeat("\x00\xff a ", 1500),
			strings.Repeat("a", 100_000), strings.Repeat("who said that he who ", 1200),
		} {
			start := time.Now()
			checkOffsets(t, text, lang.Analyze(text, nil))
			// Usually well under a second; the bound is for the square of it.
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("%.20q: %v", text, took)
			}
		}
	}
}

const article = `The council of Porto met Gen. Okoro on Feb. 3 and did not agree on the plan, he said. The
storm that crossed the coast on Monday destroyed two bridges and cut the power of some 40,000 homes,
according to the ministry. Ten years ago, after a similar flood, the government had promised to rebuild
the sea wall; work began in 2017 but stopped when the builder went bankrupt. "We are ready," she added. `

func benchmarkSentences(b *testing.B) (sents []nlp.Sentence, tokens int) {
	b.Helper()
	sents = Split(strings.Repeat(article, 20), nil)
	for _, s := range sents {
		tokens += len(s.Tokens)
	}
	return sents, tokens
}

func BenchmarkTag(b *testing.B) {
	sents, n := benchmarkSentences(b)
	m := tagger.Default()
	for b.Loop() {
		for i := range sents {
			m.Tag(sents[i].Tokens, false)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkParse is tags, tree and lemmas, from tokens.
func BenchmarkParse(b *testing.B) {
	for _, mode := range []struct {
		name string
		lang Analyzer
	}{{"accurate", Accurate()}, {"fast", Fast()}} {
		b.Run(mode.name, func(b *testing.B) {
			sents, n := benchmarkSentences(b)
			mode.lang.Parse(&sents[0])
			for b.Loop() {
				for i := range sents {
					mode.lang.Parse(&sents[i])
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// TestAnalyzeWhere: sentences that are refused are tagged and have no tree,
// and the others are as if there were no such choice.
func TestAnalyzeWhere(t *testing.T) {
	const text = "The ferry sank off Orne.\n\nRows of figures: 12, 14.\n\nNobody was hurt, and the crew swam home."
	for _, lang := range []Analyzer{Accurate(), Fast()} {
		all := lang.Analyze(text, nil)
		some := lang.AnalyzeWhere(text, nil, func(s *nlp.Sentence) bool {
			if s.Tokens[0].Tag == "" || s.Tokens[0].Lemma == "" {
				t.Error("asked about a sentence without tags")
			}
			return s.Tokens[0].Text != "Rows"
		})
		for i, s := range some {
			for k, tok := range s.Tokens {
				switch {
				case s.Tokens[0].Text != "Rows":
					if tok != all[i].Tokens[k] {
						t.Errorf("%+v, want %+v", tok, all[i].Tokens[k])
					}
				case tok.Tag == "" || tok.Lemma == "" || tok.Rel != "" || tok.UPOS != "":
					t.Errorf("%+v, want tags and no tree", tok)
				}
			}
		}
	}
}
