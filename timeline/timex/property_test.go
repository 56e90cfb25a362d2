package timex_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
	"github.com/causeline/causeline/timeline/timex"
)

// vocabulary makes texts dense in what the rules react to.
var vocabulary = strings.Fields(`the a last next this that early late mid end of in on from to and between
	May march Friday friday sun. June 3 15 31 99 1999 2024 2,000 '98 1990s nineties 15-17 2019-2021
	mid-July third-quarter three-year year-ago quarter half two twenty four hundred and several few
	years days week weekend month ago earlier later before after than now today yesterday tonight
	morning night noon 10:30 24:00 10:30+02:00 UTC-3 to 3 p.m. a.m. GMT 0735 Christmas Easter New Year 's Day Eve spring fall
	BC AD century decades daily every per will said , . ( ) – - -- $ % old people nearly about circa
	2025-08-16 31/02/2020 0000-00-00 99999999999 ’90s é 中`)

// checkSound fails when expressions are not inside their sentences, not in
// order, overlapping or without a value.
func checkSound(t rapid.TB, text string, sents []nlp.Sentence, got [][]timex.Timex) {
	if len(got) != len(sents) {
		t.Fatalf("%d lists for %d sentences", len(got), len(sents))
	}
	for i, ts := range got {
		end := sents[i].Start
		for _, x := range ts {
			if x.Start < end || x.End <= x.Start || x.End > sents[i].End {
				t.Fatalf("%q: span %d-%d after %d in sentence %d-%d", text, x.Start, x.End, end, sents[i].Start, sents[i].End)
			}
			if x.Value == "" || x.Type == "" || x.Rule == "" || x.Basis == "" || x.Weekday < -1 || x.Weekday > 6 {
				t.Fatalf("%q: incomplete %+v", text, x)
			}
			if d := x.Date.String(); d != "" {
				if back, err := edtf.Parse(d); err != nil || back != x.Date {
					t.Fatalf("%q: date %q is not read back: %v", text, d, err)
				}
			}
			if x.Clock != "" {
				if _, _, err := story.ParseTime(x.Clock); err != nil {
					t.Fatalf("%q: %v", text, err)
				}
			}
			if x.Basis == timex.Unresolved && !x.Date.IsZero() {
				t.Fatalf("%q: unresolved and dated: %+v", text, x)
			}
			end = x.End
		}
	}
}

func TestSoundOnAnyWords(t *testing.T) {
	en := english.New()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 40).Draw(t, "words")
		glue := rapid.SampledFrom([]string{" ", " ", "-", ""}).Draw(t, "glue")
		text := strings.Join(words, glue)
		ctx := timex.Context{}
		if rapid.Bool().Draw(t, "dated") {
			ctx.DocDate = edtf.FromDay(edtf.Day(rapid.IntRange(-400000, 400000).Draw(t, "day")))
		}
		sents := en.Analyze(text, nil)
		got := timex.Find(text, sents, ctx)
		checkSound(t, text, sents, got)
		if again := timex.Find(text, sents, ctx); !reflect.DeepEqual(got, again) {
			t.Fatalf("%q: two runs differ", text)
		}
	})
}

// TestDateKeepsSpans: knowing the document's date changes values, never what
// is found.
func TestDateKeepsSpans(t *testing.T) {
	en := english.New()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 30).Draw(t, "words"), " ")
		sents := en.Analyze(text, nil)
		dated := timex.Find(text, sents, timex.Context{DocDate: docDay})
		for i, ts := range timex.Find(text, sents, timex.Context{}) {
			if len(ts) != len(dated[i]) {
				t.Fatalf("%q: %d expressions undated, %d dated", text, len(ts), len(dated[i]))
			}
			for j, x := range ts {
				if y := dated[i][j]; x.Start != y.Start || x.End != y.End || x.Rule != y.Rule || x.Weekday != y.Weekday {
					t.Fatalf("%q: %+v and %+v", text, x, y)
				}
			}
		}
	})
}

// TestWildTokens: tokens that lie about their offsets do no harm.
func TestWildTokens(t *testing.T) {
	text := "On 3 May 2020 it rained."
	s := nlp.Sentence{Start: 0, End: len(text), Tokens: []nlp.Token{
		{Start: 3, End: 4, Text: "3", Lower: "3"},
		{Start: 2, End: 900, Text: "May", Lower: "may"},
		{Start: 9, End: 9, Text: "2020", Lower: "2020"},
		{Start: 9, End: 13, Text: "", Lower: ""},
	}}
	sents := []nlp.Sentence{s}
	checkSound(t, text, sents, timex.Find(text, sents, timex.Context{}))
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "On 3 May 2020, at 10:30 a.m. GMT on Friday.", "the 1990s’ ’90s 15–17 August, 2025-13-45",
		"three-year-old mid-July-1999 -- - 1-2-3", "a hundred and a half and a a hundred", strings.Join(vocabulary, " "),
		"Map 0(", "It began on 3 May 1811 and ended in June 1812, in 1809.\n\nThe siege\n\nIn March, on the 4th, two nights later, that spring it fell. The quarter ended May 3.",
		"AD842 15 March 44 BC the 70s BC (837-908) c. 347 the last Sunday of the month, half past 8, 10.30 am",
	} {
		f.Add(s, int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, day int64) {
		text = strings.ToValidUTF8(text, "?")
		sents := english.Split(text, nil)
		ctx := timex.Context{DocDate: edtf.FromDay(edtf.Day(day)), Tag: english.Tag}
		got := timex.Find(text, sents, ctx)
		checkSound(t, text, sents, got)
		for i := range got {
			for k := range got[i] {
				if got[i][k].Explain(text) == "" {
					t.Fatalf("%q: nothing to say about %+v", text, got[i][k])
				}
			}
		}
	})
}

// FuzzReadLanguage: files that are no language are refused, not believed.
func FuzzReadLanguage(f *testing.F) {
	f.Add("month 5: may\n@of: of\n", "rule m\n  match month\n  read date\n  like In [May]. = x\n", "trap may\n  drop month\n  keep first capital\n")
	f.Add("unit day: day\nnum 3: three", "rule x\n  match num unit|'x'?\n  read count sign=- from=context\n  when after none|tag:N+!plain & before @of\n", "")
	f.Fuzz(func(t *testing.T, words, rules, traps string) {
		l, err := timex.ReadLanguage(fstest.MapFS{
			"xx/words.txt": {Data: []byte(words)}, "xx/rules.txt": {Data: []byte(rules)}, "xx/traps.txt": {Data: []byte(traps)},
			"xx/joins.txt": {}, "xx/holidays.txt": {},
		}, "xx")
		if err != nil {
			return
		}
		text := "In May, on 3 May 2021, three days ago, it fell. " + strings.ToValidUTF8(words, "?")
		sents := english.Split(text, nil)
		timex.Find(text, sents, timex.Context{DocDate: docDay, Tag: english.Tag, Language: l})
	})
}

func BenchmarkFind(b *testing.B) {
	const report = "The harbour board said on Tuesday that the pier, which was closed in March 2019 after " +
		"a storm, will open again next month. Repairs took nearly five years and cost 2,000 jobs. A week " +
		"earlier the mayor had called the delay a disgrace, and the unions plan to meet on Friday night. " +
		"Nobody knows what the works will cost in the end, and few people in the town still ask. "
	text := strings.Repeat(report, 25)
	sents := english.New().Analyze(text, nil)
	ctx := timex.Context{DocDate: docDay}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		timex.Find(text, sents, ctx)
	}
}
