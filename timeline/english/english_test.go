package english

import (
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/nlp"
)

// TestTags holds the tags of the words that later stages rest on: each word
// with its tag and, where the lemma differs from it, its lemma.
func TestTags(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Portugal bought the island in 1871 from Spain.", "Portugal/NNP bought/VBD/buy island/NN 1871/CD Spain/NNP"},
		{"Mr Okoro met President Diaz in Lima on Tuesday.", "Okoro/NNP met/VBD/meet President/NNP Diaz/NNP Lima/NNP Tuesday/NNP"},
		{"The summit ended without an agreement.", "summit/NN ended/VBD/end agreement/NN"},
		{"Diaz publicly berated the Chilean minister.", "berated/VBD/berate minister/NN"},
		{"The bridge was closed after a truck struck it.", "closed/VBN/close truck/NN struck/VBD/strike"},
		{"Five miners have been killed since March.", "miners/NNS/miner have/VBP been/VBN/be killed/VBN/kill March/NNP"},
		{"The firm will buy its rival for $7.2m.", "will/MD buy/VB rival/NN"},
		{"Heavy rain caused floods that destroyed two villages.", "caused/VBD/cause floods/NNS/flood destroyed/VBD/destroy villages/NNS/village"},
		{"The council has not yet approved the plan.", "has/VBZ/have approved/VBN/approve plan/NN"},
		{"She said the talks would resume in Accra.", "said/VBD/say talks/NNS/talk would/MD resume/VB Accra/NNP"},
		{"They didn't sign the treaty.", "did/VBD/do n't/RB/not sign/VB treaty/NN"},
		{"The ferry sank because the crew ignored warnings.", "sank/VBD/sink ignored/VBD/ignore warnings/NNS/warning"},
		{"Police arrested a man who had set fire to the market.", "arrested/VBD/arrest had/VBD/have set/VBN fire/NN"},
		{"“We lost everything,” Ana Castro told reporters.", "lost/VBD/lose told/VBD/tell reporters/NNS/reporter"},
		{"The army withdrew from Bamako, leading to protests.", "withdrew/VBD/withdraw leading/VBG/lead protests/NNS/protest"},
		{"Kenya's parliament voted to raise taxes.", "'s/POS voted/VBD/vote raise/VB taxes/NNS/tax"},
		{"Its four-hour meeting followed US-backed talks.", "four-hour/JJ meeting/NN followed/VBD/follow US-backed/JJ/us-backed talks/NNS/talk"},
		{"The treaty was signed by both presidents in Feb. 1994.", "signed/VBN/sign Feb./NNP 1994/CD"},
		{"Castro was born in Quito. She resigned on Monday.", "born/VBN/bear resigned/VBD/resign Monday/NNP"},
		{"The PayPal founder left eBay.", "PayPal/NNP left/VBD/leave eBay/NNP"},
	} {
		checkTags(t, c.text, c.want, nlp.Paragraph)
	}
}

func TestTagsOfHeadings(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor and Governor Meeting in Lima Concludes with Progress, No Deal", "Meeting/NN/meeting Concludes/VBZ/conclude Progress/NN/progress Deal/NN/deal"},
		{"Chilean President Berates Miners Over Strike", "Berates/VBZ/berate Miners/NNS/miner Strike/NN/strike"},
		{"Court Upholds Ruling Against Shell", "Upholds/VBZ/uphold"},
		{"PARLIAMENT APPROVES NEW BUDGET AFTER LONG DEBATE", "PARLIAMENT/NN/parliament APPROVES/VBZ/approve BUDGET/NN/budget"},
		{"Volcano erupts near Catania, thousands evacuated", "erupts/VBZ/erupt Catania/NNP evacuated/VBN/evacuate"},
	} {
		checkTags(t, c.text, c.want, nlp.Heading)
	}
}

func checkTags(t *testing.T, text, want string, kind nlp.BlockKind) {
	t.Helper()
	got := map[string]nlp.Token{}
	for _, s := range New().Analyze(text, []nlp.Block{{End: len(text), Kind: kind}}) {
		for _, tok := range s.Tokens {
			got[tok.Text] = tok
		}
	}
	for w := range strings.FieldsSeq(want) {
		c := strings.Split(w, "/")
		tok, lemma := got[c[0]], c[0]
		if len(c) > 2 {
			lemma = c[2]
		}
		if tok.Tag != c[1] || tok.Lemma != lemma {
			t.Errorf("%q: %s is %s, lemma %q; want %s, %q", text, c[0], tok.Tag, tok.Lemma, c[1], lemma)
		}
	}
}

func TestBlocks(t *testing.T) {
	text := "Harbour reopens\nThe port of Accra\nreopened. Ships came."
	sents := New().Analyze(text, []nlp.Block{
		{Start: 0, End: 15, Kind: nlp.Heading},
		{Start: 16, End: 1 << 30, Kind: nlp.Paragraph},
	})
	if len(sents) != 3 {
		t.Fatalf("%d sentences, want 3", len(sents))
	}
	if s := sents[0]; s.Kind != nlp.Heading || s.Block != 0 || s.End != 15 {
		t.Errorf("heading is %+v", s)
	}
	if s := sents[1]; text[s.Start:s.End] != "The port of Accra\nreopened." || s.Block != 1 {
		t.Errorf("second sentence is %q in block %d", text[s.Start:s.End], s.Block)
	}
}

// checkOffsets fails unless tokens stand where they say, in order, tagged.
func checkOffsets(t interface {
	Fatalf(format string, args ...any)
}, text string, sents []nlp.Sentence) {
	end := 0
	for _, s := range sents {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d..%d does not span its tokens in %q", s.Start, s.End, text)
		}
		for _, k := range s.Tokens {
			if k.Start < end || text[k.Start:k.End] != k.Text || k.Text == "" {
				t.Fatalf("token %+v after %d in %q", k, end, text)
			}
			if k.Tag == "" || k.Lemma == "" || k.Lower == "" {
				t.Fatalf("token without tag, lemma or lower case: %+v in %q", k, text)
			}
			end = k.End
		}
		checkTree(t, text, s.Tokens)
	}
}

func TestOffsetsProperty(t *testing.T) {
	words := []string{"Okoro", "met", "the", "U.S.", "didn’t", "“", "”", ".", ",", " ", " ", "\n", "\n\n", "1999", "Feb.", "é", "…", "\xff", "İ"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), "")
		var blocks []nlp.Block
		if rapid.Bool().Draw(t, "blocks") {
			for range rapid.IntRange(0, 4).Draw(t, "n") {
				a := rapid.IntRange(-3, len(text)+3).Draw(t, "start")
				blocks = append(blocks, nlp.Block{Start: a, End: a + rapid.IntRange(-2, 50).Draw(t, "len"), Kind: nlp.Heading})
			}
		}
		checkOffsets(t, text, Accurate().Analyze(text, blocks))
		checkOffsets(t, text, Fast().Analyze(text, blocks))
	})
}

func FuzzAnalyze(f *testing.F) {
	f.Add("Okoro met Diaz. \"Go,\" he said…")
	f.Add("\xff’s\u2028 ’")
	f.Fuzz(func(t *testing.T, text string) {
		checkOffsets(t, text, Accurate().Analyze(text, nil))
		checkOffsets(t, text, Fast().Analyze(text, nil))
	})
}

func TestConcurrentUseAgrees(t *testing.T) {
	text := strings.Repeat("The council of Porto met and agreed. They’d left by 9 p.m. ", 20)
	want := New().Analyze(text, nil)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got := New().Analyze(text, nil)
			for i := range want {
				for k := range want[i].Tokens {
					if got[i].Tokens[k] != want[i].Tokens[k] {
						t.Errorf("token %+v, want %+v", got[i].Tokens[k], want[i].Tokens[k])
						return
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestPresent(t *testing.T) {
	for _, c := range [][3]string{
		{"buy", "buys", "buy"}, {"meet", "meets", "meet"}, {"be", "is", "are"}, {"have", "has", "have"},
		{"go", "goes", "go"}, {"try", "tries", "try"}, {"veto", "vetoes", "veto"}, {"pass", "passes", "pass"},
		{"reach", "reaches", "reach"}, {"take off", "takes off", "take off"}, {"must", "must", "must"}, {"", "", ""},
	} {
		if got := Present(c[0], true); got != c[1] {
			t.Errorf("Present(%q, true) = %q, want %q", c[0], got, c[1])
		}
		if got := Present(c[0], false); got != c[2] {
			t.Errorf("Present(%q, false) = %q, want %q", c[0], got, c[2])
		}
	}
}
