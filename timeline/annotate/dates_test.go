package annotate

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
)

var saturday = edtf.FromDay(edtf.DayOf(2025, 8, 16))

func TestDates(t *testing.T) {
	const text = "Rain on Monday\n\nThe mill burned on 3 May 1911. It was rebuilt a year later."
	blocks := []nlp.Block{{Start: 0, End: 14, Kind: nlp.Heading}, {Start: 16, End: len(text)}}
	sents, found := Dates(text, blocks, saturday)
	if len(sents) != 3 || len(found) != len(sents) {
		t.Fatalf("%d sentences, dates of %d", len(sents), len(found))
	}
	if sents[0].Kind != nlp.Heading {
		t.Error("the first sentence is no heading")
	}
	var got []string
	for _, ts := range found {
		for _, x := range ts {
			got = append(got, text[x.Start:x.End]+" = "+x.Value)
		}
	}
	want := "Monday = 2025-08-11; 3 May 1911 = 1911-05-03; a year later = 1912"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// Expressions lie inside their sentences, in order, whatever the text.
func TestDatesPlaces(t *testing.T) {
	words := []string{"On", "Monday", "3", "May", "2020", "last", "year", ".", "\n\n", "Zoë", "said", "10:30", "the", "1990s", "’", "{", "week"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), " ")
		sents, found := Dates(text, nil, saturday)
		for i, ts := range found {
			at := sents[i].Start
			for _, x := range ts {
				if x.Start < at || x.End <= x.Start || x.End > sents[i].End {
					t.Fatalf("%d to %d after %d in the sentence %d to %d of %q", x.Start, x.End, at, sents[i].Start, sents[i].End, text)
				}
				at = x.End
			}
		}
	})
}

// news is prose with as many dates as reports have: one in some thirty words.
const news = `ORNE, Aug 16 - The harbour board said on Saturday that the long pier, which was closed in
March 2019 after a storm tore away a third of its piles, will open to the public again next month.

Repairs took nearly five years and cost the town 14 million crowns, twice what the board had planned
for. Two builders went bankrupt on the way, and the third asked for more money in every letter that
it wrote. "We have a pier, and we have learned what a pier costs," said Ilse Maren, who has chaired
the board since 2021.

The pier was built between 1887 and 1889 for the ferries to the islands. In its best years, before the
First World War, it saw half a million passengers every summer. A fire on the night of 2 November 1934
destroyed the dance hall at its end; the hall was never rebuilt, although the council voted for it in
the spring of the following year and again in the late 1950s.

Last Tuesday the mayor walked the whole length of it with a class of schoolchildren. He had called the
delay a disgrace a week earlier, and did not take it back. The unions, which lost some forty jobs when
the ferries stopped, plan to meet on Friday night to talk about what the opening means for them.

Nobody knows what the works will cost in the end. The final bill is to be presented to the council in
January, the board's treasurer said, and until then every figure is a guess. The town has borrowed
the money over twenty years, at a rate that it will not tell.

Those who fish from the pier do not mind. They came back at 6 a.m. the day the fences were taken away,
with their buckets and their folding chairs, and sat down where they had always sat.
`

// BenchmarkDates is the whole way from a text to its date expressions.
func BenchmarkDates(b *testing.B) {
	text := strings.Repeat(news, 10)
	Dates(news, nil, saturday) // reads the models
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Dates(text, nil, saturday)
	}
}
