package eval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/causeline/causeline/timeline/nlp"
)

// bank is a document in GUM's notation, written for the tests.
const bank = `# newdoc id = sample_news
1	Mr.	Mr.	PROPN	NNP	_	2	nmod:desc	_	Entity=(1-person-new-nnnnn-cf1-2,3-coref-Ada_Berg
2	Ada	Ada	PROPN	NNP	_	4	nsubj	_	_
3	Berg	Berg	PROPN	NNP	_	2	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-new-nnnnn-cf2-2,3,4-sgl
6	University	university	PROPN	NNP	_	4	obj	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Turku	Turku	PROPN	NNP	_	6	nmod	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)2)
9	for	for	ADP	IN	_	11	case	_	_
10	a	a	DET	DT	_	11	det	_	Entity=(4-place-new-nnnnn-cf3-2-sgl
11	town	town	NOUN	NN	_	4	obl	_	Entity=4)|SpaceAfter=No
12	.	.	PUNCT	.	_	4	punct	_	_

1	Lund	Lund	PROPN	NNP	_	0	root	_	Entity=(5-place-new-nnnnn-cf3-1-sgl)

`

func list(docs []Document) string {
	var out []string
	for _, d := range docs {
		for i, ns := range d.Names {
			for _, n := range ns {
				var words []string
				for _, t := range d.Sentences[i].Tokens[n.Start:n.End] {
					words = append(words, t.Text)
				}
				out = append(out, fmt.Sprintf("%s %s", n.Type, strings.Join(words, " ")))
			}
		}
	}
	return strings.Join(out, "; ")
}

// Gold names are reduced: without titles and articles, with "of Turku", and
// no description counts.
func TestRead(t *testing.T) {
	docs, err := Read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	want := "person Ada Berg; organisation University of Turku; place Lund"
	if got := list(docs); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if _, err := Read(strings.NewReader("1\tx\n")); err == nil {
		t.Error("a line of two columns was taken")
	}
}

// The score counts what is right, what is found and what there is.
func TestCompare(t *testing.T) {
	docs, err := Read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	find := func(sents []nlp.Sentence) [][]Name {
		return [][]Name{
			{{Start: 1, End: 3, Type: "person"}, {Start: 5, End: 6, Type: "organisation"}, {Start: 10, End: 11, Type: "place"}},
			{{Start: 0, End: 1, Type: "person"}},
		}
	}
	s := Compare(docs, find)
	if got := s.Exact[0]; got != (Score{Right: 1, Found: 2, Gold: 1}) {
		t.Errorf("people: %+v", got)
	}
	if got := s.Exact[1]; got != (Score{Right: 0, Found: 1, Gold: 1}) {
		t.Errorf("places: %+v", got)
	}
	if got, lenient := s.Exact[2], s.Head[2]; got.Right != 0 || lenient.Right != 1 {
		t.Errorf("organisations: %+v, by head %+v", got, lenient)
	}
	if got := (Score{Right: 1, Found: 2, Gold: 1}).F1(); got != 667 {
		t.Errorf("F1 %d, want 667 thousandths", got)
	}
}

func TestFinders(t *testing.T) {
	docs, err := Read(strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	ours, runs := Compare(docs, Project), Compare(docs, CapitalisedRuns)
	if ours.Exact[3].Right < 2 {
		t.Errorf("the project finds %+v", ours.Exact)
	}
	if ours.Exact[3].F1() <= runs.Exact[3].F1() {
		t.Errorf("no better than runs of capitals: %v, %v", ours.Exact, runs.Exact)
	}
}
