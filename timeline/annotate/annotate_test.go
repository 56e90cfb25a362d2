package annotate

import (
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/conllu"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/nlp"
)

// hand returns a sentence of words at their places in text, all hanging from
// the second.
func hand(text string, block int, words ...string) nlp.Sentence {
	s := nlp.Sentence{Block: block}
	at := 0
	for i, w := range words {
		k := strings.Index(text[at:], w)
		start := at + k
		at = start + len(w)
		t := nlp.Token{Start: start, End: at, Text: w, Lower: nlp.Lower(w), Lemma: nlp.Lower(w), Tag: "X", UPOS: "X", Rel: "dep", Head: 1}
		if i == 1 {
			t.Rel, t.Head = "root", -1
		}
		s.Tokens = append(s.Tokens, t)
	}
	s.Start, s.End = s.Tokens[0].Start, at
	return s
}

func TestSentences(t *testing.T) {
	text := "Zoë Müller-Lund\nfell."
	d := Document{
		ID: "a\nb", Text: text,
		Sentences: []nlp.Sentence{hand(text, 0, "Zoë", "Müller-Lund", "fell", ".")},
		Names: &names.Directory{
			Entities: []names.Entity{{Kind: names.Person, Name: "Zoë Müller-Lund"}},
			Mentions: [][]names.Mention{{{Start: 0, End: 2}}},
		},
	}
	var got []byte
	for _, s := range Sentences(d) {
		got = s.Append(got)
	}
	want := `# newdoc id = a b
# global.Entity = eid-etype-name
# newpar
# sent_id = 1
# text = Zoë Müller-Lund fell.
1	Zoë	zoë	X	X	_	2	dep	_	Entity=(1-person-Zoë_Müller%2DLund|TokenRange=0:3
2	Müller-Lund	müller-lund	X	X	_	0	root	_	Entity=1)|TokenRange=4:15
3	fell	fell	X	X	_	2	dep	_	SpaceAfter=No|TokenRange=16:20
4	.	.	X	X	_	2	dep	_	TokenRange=20:21

`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What is given must not come out as if it were predicted.
func TestFill(t *testing.T) {
	in := "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t2:nsubj\tEntity=(7-person)|SpaceAfter=No\n" +
		"2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\tX=y\n\n"
	all, err := conllu.ReadAll(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	given := Given(all[0])
	if g := given.Tokens[1]; g.Start != 3 || g.Tag != "" || g.Rel != "" || g.Lemma != "" {
		t.Errorf("given: %+v", g)
	}
	toks := given.Tokens
	for i := range toks {
		toks[i].Tag, toks[i].UPOS, toks[i].Lemma, toks[i].Rel, toks[i].Head = "T", "U", "l", "root", -1
	}
	Fill(all[0], toks)
	want := "1\tAda\tl\tU\tT\t_\t0\troot\t_\tSpaceAfter=No\n2\tfell\tl\tU\tT\t_\t0\troot\t_\tX=y\n\n"
	if got := string(all[0].Append(nil)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Read gives everything at once, and leaves the tags as the parser gave them.
func TestRead(t *testing.T) {
	text := "Amara Okello met the press in Lira."
	d := Read("x", text, nil, english.Accurate())
	if len(d.Sentences) != 1 || d.Names == nil || len(d.Names.Mentions[0]) == 0 {
		t.Fatalf("%+v", d)
	}
	again := english.Accurate().Analyze(text, nil)
	for i, tok := range d.Sentences[0].Tokens {
		if text[tok.Start:tok.End] != tok.Text || tok.Rel == "" || tok.Lemma == "" || tok != again[0].Tokens[i] {
			t.Errorf("token %+v", tok)
		}
	}
}
