package extract

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// sound fails where a reading leads nowhere or loses order.
func sound(t interface{ Fatalf(string, ...any) }, d *Document) {
	last := 0
	for k := range d.Mentions {
		m := &d.Mentions[k]
		n := len(d.Tokens(m.Sentence))
		if m.Sentence < last || m.Start < 0 || m.End <= m.Start || m.End > n {
			t.Fatalf("mention %d: tokens %d to %d of %d in sentence %d", k, m.Start, m.End, n, m.Sentence)
		}
		last = m.Sentence
		if m.Chain < 0 || m.Chain >= len(d.Chains) || !contains(d.Chains[m.Chain].Mentions, k) {
			t.Fatalf("mention %d is in chain %d of %d", k, m.Chain, len(d.Chains))
		}
		if (m.In >= k && !m.Minor) || m.In < -1 || m.In >= len(d.Mentions) {
			t.Fatalf("mention %d says more about %d", k, m.In)
		}
		for _, es := range [][]int{m.Agents, m.Patients, m.Places} {
			for _, e := range es {
				if e < 0 || e >= len(d.Names.Entities) {
					t.Fatalf("mention %d: entity %d", k, e)
				}
			}
		}
		if !m.Nominal && !m.Minor && (m.Clause < 0 || m.Clause >= len(d.parse(m.Sentence).Clauses)) {
			t.Fatalf("mention %d: clause %d", k, m.Clause)
		}
		d.StoryMention(k, true)
		if (m.When.Basis != "") != (m.When.Reason != "") {
			t.Fatalf("mention %d: dated by %q because %q", k, m.When.Basis, m.When.Reason)
		}
		if d.TitleReason(k) == "" && len(strings.Trim(d.triggerWords(m), " ,;:.”’")) > 0 {
			t.Fatalf("mention %d: no words for its title", k)
		}
		if m.Status == story.StatusHappened && d.StatusReason(k) != "" {
			t.Fatalf("mention %d happened because %s", k, d.StatusReason(k))
		}
	}
	mains := 0
	for i, c := range d.Chains {
		if len(c.Mentions) == 0 || c.Parent == i || c.Parent >= len(d.Chains) {
			t.Fatalf("chain %d: %+v", i, c)
		}
		if c.Main {
			mains++
		}
	}
	if mains > 1 {
		t.Fatalf("%d main events", mains)
	}
}

// dump writes all that a document yields.
func dump(d *Document) string {
	return fmt.Sprintf("%+v\n%+v\n%+v", d.Mentions, d.Chains, d.Facts)
}

// TestAnyWords: news words in any order give sound readings, and the same
// ones each time.
func TestAnyWords(t *testing.T) {
	words := []string{
		"Ana Torres", "Rui Costa", "Kenya", "Peru's", "Lima", "the", "a", "no", "he", "they", "two presidents", "war", "summit", "treaty", "fire", "meeting",
		"met", "signed", "was killed", "will open", "agreed to buy", "said", "denied", "destroyed", "ended", "cancelled", "planned",
		"in 2011", "on Monday", "since 1998", "3 May", "first", "after", "which", "that", "and", "of", "by", "in", ",", ".", "\"", "“", "”", "(", "\n\n", "🎉",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words"), " ")
		date := edtf.Date{}
		if rapid.Bool().Draw(t, "dated") {
			date = friday
		}
		d := report(text, date)
		sound(t, d)
		if dump(d) != dump(report(text, date)) {
			t.Fatalf("two readings of %q differ", text)
		}
		sound(t, d.Redate(friday, friday))
	})
}

func FuzzExtract(f *testing.F) {
	f.Add("Headline\n\nA ferry sank off Crete on Tuesday, the first such accident since 1998. \"We wept,\" she said.", true)
	f.Add("the the of of , , \" \" 's 's 2011 2011 to to was was", false)
	f.Add("Ä\u0301\u202e\r\n\t\x00 war of 99999999999 on 31 February, 0 BC", true)
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		if len(text) > 3000 {
			return
		}
		date := edtf.Date{}
		if dated {
			date = friday
		}
		d := report(text, date)
		sound(t, d)
		if dump(d.Pack().Redate(date, date)) != dump(d.Redate(date, date)) {
			t.Fatal("packed, the text reads differently")
		}
	})
}

// TestLongText: time grows with the length of the text, whatever it is made
// of, even where a sentence or a paragraph never ends.
func TestLongText(t *testing.T) {
	const size = 1 << 18
	for _, s := range []string{
		"after talks in Lima on Monday and the war of 1990 , ",
		"Ana Torres met Rui Costa in Lima on Monday. ",
		"He and the two presidents fought a war in 1990. ",
		"President Ana Torres of Kenya met ",
		"\" said , that ",
	} {
		start := time.Now()
		report(strings.Repeat(s, size/len(s)), friday)

		if took := time.Since(start); took > 60*time.Second {
			t.Errorf("%d bytes of %q took %s", size, s, took)
		}
	}
	start := time.Now()
	report(strings.Repeat("after talks in Lima on Monday and the war of 1990 , ", 420), friday) // 5,000 words
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a sentence of 5,000 words took %s", took)
	}
}

// TestConcurrent: readings share nothing that they change.
func TestConcurrent(t *testing.T) {
	text := "William Ruto and Yoweri Museveni held a summit in Nairobi on Monday. A fire destroyed a mill in Turku on 3 June."
	want := dump(report(text, friday))
	undated := report(text, edtf.Date{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if got := dump(report(text, friday)); got != want {
				t.Errorf("a concurrent reading differs:\n%s\n%s", got, want)
			}
			undated.Redate(friday, edtf.Date{})
		}()
	}
	wg.Wait()
}
