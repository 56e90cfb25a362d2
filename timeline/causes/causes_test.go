package causes

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
)

// TestOrder: words of time tell what came first, and parts; never a cause.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mayor spoke after the bridge opened.", "the bridge opened > The mayor spoke: before order [after]"},
		{"After the summit the envoys dined.", "the summit > the envoys dined: before order [after]"},
		{"The ship left before the storm.", "The ship left > the storm: before order [before]"},
		{"Prior to the vote, the envoys met.", "the envoys met > the vote: before order [prior to]"},
		{"The envoys met at the summit.", "The envoys met > the summit: part_of order [at]"},
		{"During the siege, the well ran dry.", "the well ran dry > the siege: part_of order [during]"},
		{"The mayor spoke amid cheers.", ""},
		{"The band played while the ship left.", ""},
	} {
		var got []string
		for _, s := range lang().Analyze(c.text, nil) {
			for _, r := range Find(&s) {
				if r.Thinkable() || r.Sure() {
					t.Errorf("%s\nis taken for a cause: %s", c.text, spelt(c.text, &r))
				}
				got = append(got, spelt(c.text, &r))
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestRead: a sentence that takes up the one before gets its main clause.
func TestRead(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rain fell on Toran. As a result, the dam broke.", "Rain fell on Toran > the dam broke"},
		{"Rain fell on Toran. This led to a flood.", "Rain fell on Toran > a flood"},
		{"The mayor said that rain fell. As a result, the dam broke.", "rain fell > the dam broke"},
		{"As a result, the dam broke.", ""},
		{"The dam broke because rain fell.", "rain fell > The dam broke"},
		{"The bank closed. Nobody knew why.", ""},
	} {
		var got []string
		for _, s := range Read(lang().Analyze(c.text, nil)) {
			got = append(got, c.text[s.Cause.Start:s.Cause.End]+" > "+c.text[s.Effect.Start:s.Effect.End])
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestReadHeading: no text goes on from a heading.
func TestReadHeading(t *testing.T) {
	text := "Rain falls on Toran\nAs a result, the dam broke."
	got := Read(lang().Analyze(text, []nlp.Block{{Start: 0, End: 19, Kind: nlp.Heading}, {Start: 20, End: len(text)}}))
	if len(got) != 0 {
		t.Errorf("a heading is taken for a cause: %+v", got)
	}
}

// TestNames: what a side may name, the most telling word first.
func TestNames(t *testing.T) {
	for _, c := range []struct{ text, cause, effect string }{
		{"News of the raid led to a riot.", "News raid", "riot"},
		{"The raid led to calls for a strike.", "raid", "calls"},
		{"The firm staged a sale because the mill closed.", "closed", "staged sale"},
		{"The talks failed because the mill closed.", "closed", "failed"},
		{"The firm cancelled the sale because no talks were held.", "held", "cancelled"},
		{"The fire began because of a leak in Toran.", "leak", "began fire"},
		{"The ban forced the mill to cancel a sale.", "ban", "cancel"},
	} {
		s := lang().Analyze(c.text, nil)[0]
		found := Find(&s)
		if len(found) != 1 {
			t.Errorf("%s: %d relations", c.text, len(found))
			continue
		}
		names := func(side Side) string {
			var out []string
			for _, k := range side.Names {
				out = append(out, s.Tokens[k].Text)
			}
			return strings.Join(out, " ")
		}
		if got := [2]string{names(found[0].Cause), names(found[0].Effect)}; got != [2]string{c.cause, c.effect} {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, [2]string{c.cause, c.effect})
		}
	}
}

// TestMayHold: the look at words passes over no sentence that states something
// and over most that do not.
func TestMayHold(t *testing.T) {
	for _, s := range lang().Analyze(ownText(t), nil) {
		for _, r := range Find(&s) {
			if !MayHold(s.Tokens, r.Grade) {
				t.Errorf("%q of grade %d would not be read", r.Cue, r.Grade)
			}
		}
	}
	for _, text := range []string{"It rained all day in Toran.", "The minister spoke to the press on Monday.", "He was in the garden, and she was at home."} {
		if toks := english.Split(text, nil)[0].Tokens; MayHold(toks, Stated) {
			t.Errorf("%s\nwould be parsed in vain", text)
		}
	}
}

// TestNoTree: sentences without a tree, or with heads that form none, state
// nothing.
func TestNoTree(t *testing.T) {
	s := lang().Analyze("The flood led to a blackout.", nil)[0]
	if len(Find(&s)) != 1 {
		t.Fatal("the flood led to nothing")
	}
	for name, spoil := range map[string]func([]nlp.Token){
		"circle":   func(toks []nlp.Token) { toks[2].Head, toks[2].Rel = 1, "dep" },
		"outside":  func(toks []nlp.Token) { toks[0].Head = len(toks) },
		"negative": func(toks []nlp.Token) { toks[0].Head = -7 },
		"itself":   func(toks []nlp.Token) { toks[0].Head = 0 },
		"unparsed": func(toks []nlp.Token) { toks[0].Rel = "" },
	} {
		bad := s
		bad.Tokens = append([]nlp.Token{}, s.Tokens...)
		spoil(bad.Tokens)
		if got := Find(&bad); got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := Find(&nlp.Sentence{}); got != nil {
		t.Errorf("no words: %+v", got)
	}
}

// check looks at what holds of all relations, whatever the tree.
func check(t interface{ Fatalf(string, ...any) }, s *nlp.Sentence) {
	found := Find(s)
	for _, r := range found {
		for _, side := range []Side{r.Cause, r.Effect} {
			if side.Previous {
				continue
			}
			if side.From < 0 || side.From >= side.To || side.To > len(s.Tokens) ||
				side.Start != s.Tokens[side.From].Start || side.End != s.Tokens[side.To-1].End {
				t.Fatalf("%+v of %d tokens", side, len(s.Tokens))
			}
			if len(side.Names) == 0 || side.Names[0] != side.Head {
				t.Fatalf("%+v is not named by its head", side)
			}
		}
		if a, b := r.Cause, r.Effect; a.Previous && b.Previous || !a.Previous && !b.Previous && a.From < b.To && b.From < a.To {
			t.Fatalf("the sides of %+v are one", r)
		}
		if len(r.Signals) == 0 || r.Cue == "" {
			t.Fatalf("%+v has no cue", r)
		}
		for _, g := range r.Signals {
			if g.Start >= g.End || g.Start < s.Tokens[0].Start || g.End > s.Tokens[len(s.Tokens)-1].End {
				t.Fatalf("signal %+v", g)
			}
		}
	}
	if again := Find(s); !reflect.DeepEqual(found, again) {
		t.Fatalf("read twice: %+v and %+v", found, again)
	}
}

// TestAnyTree: cue words in trees that no parser would make.
func TestAnyTree(t *testing.T) {
	words := strings.Fields("because of due to not but said , ; the storm fire led caused by which that it was mayor if may closed killing demanding result a in response via reason for blamed on kept from so why as after 20 ’ strikes")
	tags := []string{"NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "VBZ", "IN", "TO", "PRP", "WDT", "JJ", "RB", "CC", "DT", "CD", "MD", ","}
	rels := []string{"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "case", "mark", "fixed", "advcl", "acl", "acl:relcl", "xcomp", "ccomp", "conj", "cc", "cop", "aux", "aux:pass", "parataxis", "appos", "advmod", "det", "punct", "compound", "dep"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 14).Draw(t, "n")
		place := make([]int, n) // token of the k-th node that is hung
		for i := range place {
			place[i] = i
		}
		place = rapid.Permutation(place).Draw(t, "place")
		toks := make([]nlp.Token, n)
		at := 0
		for i := range toks {
			w := rapid.SampledFrom(words).Draw(t, "word")
			toks[i] = nlp.Token{Start: at, End: at + len(w), Text: w, Lower: w, Lemma: rapid.SampledFrom([]string{w, "lead", "cause", "be", "say", "blame"}).Draw(t, "lemma"), Tag: rapid.SampledFrom(tags).Draw(t, "tag"), Rel: rapid.SampledFrom(rels).Draw(t, "rel")}
			at += len(w) + 1
		}
		toks[place[0]].Head, toks[place[0]].Rel = -1, "root"
		for k := 1; k < n; k++ {
			toks[place[k]].Head = place[rapid.IntRange(0, k-1).Draw(t, "head")]
		}
		check(t, &nlp.Sentence{Tokens: toks, End: at})
	})
}

// TestFirstWordIsCue: a cue with nothing before it, in every tree of four words.
func TestFirstWordIsCue(t *testing.T) {
	for _, cue := range []string{"so", "as", "since", "when", "because", "after"} {
		for shape := range 4 * 4 * 4 * 4 {
			heads := []int{shape % 4, shape / 4 % 4, shape / 16 % 4, shape / 64}
			for _, rel := range []string{"mark", "advmod", "cc", "case"} {
				toks := make([]nlp.Token, 4)
				at, roots := 0, 0
				for i, w := range []string{cue, "rain", "flooded", "fields"} {
					toks[i] = nlp.Token{Start: at, End: at + len(w), Text: w, Lower: w, Lemma: w, Tag: []string{"IN", "NN", "VBD", "NNS"}[i],
						Rel: []string{rel, "nsubj", "advcl", "obj"}[i], Head: heads[i]}
					if heads[i] == i {
						toks[i].Head, toks[i].Rel = -1, "root"
						roots++
					}
					at += len(w) + 1
				}
				if roots == 1 && rooted(toks) {
					check(t, &nlp.Sentence{Tokens: toks, End: at})
				}
			}
		}
	}
}

// rooted reports whether every word leads up to the root.
func rooted(toks []nlp.Token) bool {
	for i := range toks {
		steps := 0
		for k := i; k >= 0; k = toks[k].Head {
			if steps++; steps > len(toks) {
				return false
			}
		}
	}
	return true
}

// FuzzFind: whatever the text, what is found stands in it.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"The harbour closed because the river rose.", "Was it due to “the storm’s” wrath?", "because of because because of",
		"It led to to led. İt was; as a result, which is why!", "Kept from by due to not but because.", "\x00 led to \x00",
	} {
		f.Add(text)
	}
	fast := english.Fast()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		sents := fast.Analyze(text, nil)
		for i := range sents {
			check(t, &sents[i])
		}
		for _, s := range Read(sents) {
			if s.Cause.Start < 0 || s.Cause.End > len(text) || s.Effect.End > len(text) || s.Sentence >= len(sents) {
				t.Fatalf("%q: %+v", text, s)
			}
		}
	})
}

// ownText joins the sentences in testdata.
func ownText(t testing.TB) string {
	var b strings.Builder
	for _, c := range cases(t) {
		b.WriteString(c.text)
		b.WriteString("\n\n")
	}
	return b.String()
}

// BenchmarkFind reads parsed sentences, three in four of which have a cue.
func BenchmarkFind(b *testing.B) {
	sents := lang().Analyze(ownText(b), nil)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := range sents {
			Find(&sents[i])
		}
		n += len(sents)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
