package main

import (
	"bytes"
	"strings"
	"testing"
)

// bank is a treebank of two documents, written for the tests: the first with
// two paragraphs, the second with a sentence that no rule can part.
const bank = `# newdoc id = sample_news_harbour
# meta::genre = news
# newpar
# text = They can't-do it.
1	They	they	PRON	PRP	_	0	root	_	_
2-3	can't	_	_	_	_	_	_	_	SpaceAfter=No
2	ca	can	AUX	MD	_	1	aux	_	_
3	n't	not	PART	RB	_	1	advmod	_	_
4	-	-	PUNCT	HYPH	_	1	punct	_	SpaceAfter=No
5	do	do	VERB	VB	_	1	dep	_	_
6	it	it	PRON	PRP	_	5	obj	_	SpaceAfter=No
7	.	.	PUNCT	.	_	1	punct	_	_

# text = It froze.
1	It	it	PRON	PRP	_	2	nsubj	_	_
2	froze	freeze	VERB	VBD	_	0	root	_	SpaceAfter=No
2.1	_	_	_	_	_	_	_	_	_
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
# text = Boats sank
1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
2	sank	sink	VERB	VBD	_	0	root	_	_

# newdoc id = mail-7
# newpar
# text = Hello you
1	Hello	hello	INTJ	UH	_	0	root	_	_
2	you	you	PRON	PRP	_	1	vocative	_	SpaceAfter=No

# text = there
1	there	there	ADV	RB	_	0	root	_	_

`

func TestRead(t *testing.T) {
	docs, err := read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].genre != "news" || docs[1].genre != "mail" {
		t.Fatalf("documents %+v", docs)
	}
	if n := len(docs[0].paragraphs); n != 2 {
		t.Errorf("%d paragraphs, want 2", n)
	}
	s := docs[0].paragraphs[0][0]
	var words []string
	for _, w := range s.words {
		words = append(words, s.text[w.start:w.end])
	}
	if got := strings.Join(words, "|"); got != "They|ca|n't|-|do|it|." {
		t.Errorf("words %s", got)
	}
	if l := lay(docs[0]); l.text != "They can't-do it. It froze.\n\nBoats sank" {
		t.Errorf("text %q", l.text)
	}
	if l := lay(docs[1]); l.text != "Hello youthere" {
		t.Errorf("glued text %q", l.text)
	}
}

func TestReadError(t *testing.T) {
	for _, text := range []string{"1\tword\n", "x\ta\tb\tc\td\te\tf\tg\th\ti\n"} {
		if _, err := read(strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), "line 1:") {
			t.Errorf("error %v for %q, want one for line 1", err, text)
		}
	}
}

func TestMeasure(t *testing.T) {
	docs, err := read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	r := measure(docs[0])
	if r.strict != (score{1, 1, 1}) || r.blocks != (score{3, 3, 3}) || r.running != (score{3, 3, 3}) || r.spans != (score{3, 3, 3}) {
		t.Errorf("news: %+v", r)
	}
	r = measure(docs[1])
	if r.strict != (score{0, 0, 1}) || r.blocks != (score{1, 1, 2}) {
		t.Errorf("mail: %+v", r)
	}
	if f := r.blocks.f1(); f < 0.666 || f > 0.667 {
		t.Errorf("F1 %v, want two thirds", f)
	}
	if f := (score{}).f1(); f != 1 {
		t.Errorf("F1 of nothing %v, want 1", f)
	}
}

func TestPrint(t *testing.T) {
	docs, err := read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	table(&out, docs)
	listErrors(&out, docs, "strict")
	listWords(&out, docs)
	for _, want := range []string{"news", "mail", "all ", "missing small | small (1)", "Hello you ¦ there", "found   youthere"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestSplitHyphens(t *testing.T) {
	text := "-a-b-"
	var parts []string
	for _, p := range splitHyphens(text, span{0, len(text)}) {
		parts = append(parts, text[p.start:p.end])
	}
	if got := strings.Join(parts, "|"); got != "-|a|-|b|-" {
		t.Errorf("parts %s", got)
	}
}
