package extract

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/story"
)

// mainOf returns the chain that a report is about, nil where it has none.
func (d *Document) mainOf() *Chain {
	for i := range d.Chains {
		if d.Chains[i].Main {
			return &d.Chains[i]
		}
	}
	return nil
}

// TestNewsDay: what the report is about takes the report's day where it has
// no date of its own; history, plans and what is only bounded do not.
func TestNewsDay(t *testing.T) {
	for _, c := range []struct {
		text, want string
	}{
		{"A ferry sank off Crete. Rescuers found two bodies.", "sank 2024-06-14 document"},
		{"A ferry sank off Crete on Wednesday. In 2007 a cruise ship sank off Santorini.", "sank 2024-06-12; sank 2007"},
		{"Ana Torres met Rui Costa in Lisbon on Wednesday. Torres and Costa held a press conference.", "met 2024-06-12; press conference 2024-06-12 context"},
		{"The tunnel will open by 2030.", "open"},
		{"Ana Torres will meet Rui Costa.", "meet"},
		{"The plant has been closed since 2008.", "closed"},
		{"The 2011 uprising in Tunisia toppled the government.", "uprising 2011; toppled 2011 context"},
		{"The treaty is set to expire.", "treaty"},
	} {
		if got := show(report(c.text, friday), "dates"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestRedate: a report without a date keeps what its words say, and gives
// days once its date is known; the first reading stays as it was.
func TestRedate(t *testing.T) {
	d := report("A ferry sank off Crete on Tuesday. Rescuers saved ten people in Crete.", edtf.Date{})
	if w := d.mainOf().When; !w.Date.IsZero() || w.Weekday != 2 || w.Basis != story.BasisStated {
		t.Fatalf("undated: %+v", w)
	}
	again := d.Redate(friday, edtf.Date{})
	if got := again.mainOf().When.Date.String(); got != "2024-06-11" {
		t.Errorf("redated: %s", got)
	}
	if !d.mainOf().When.Date.IsZero() || !d.Date.IsZero() {
		t.Error("the first reading changed")
	}

	// The day of the news, as other reports give it.
	d = report("A ferry sank off Crete. Rescuers saved ten people in Crete.", edtf.Date{})
	if w := d.mainOf().When; w.Basis != "" {
		t.Fatalf("without any date: %+v", w)
	}
	news := edtf.FromDay(edtf.DayOf(2024, 6, 10))
	w := d.Redate(friday, news).mainOf().When
	if w.Date.String() != "2024-06-10" || w.Basis != story.BasisInferred {
		t.Errorf("by the news of others: %s, %s", w.Date, w.Basis)
	}
}

// TestMain: the event that a report is about.
func TestMain(t *testing.T) {
	for _, c := range []struct{ head, body, want string }{
		{"Ferry Sinks off Crete", "A ferry sank off Crete on Wednesday. In 2007 a ship sank off Santorini.", "2024-06-12"},
		{"A Look Back", "Peru and Chile signed a treaty in 1929. Peru's war with Chile began in 1879.", "1929"},
		{"Torres and Costa Meet", "The 1929 treaty between Peru and Chile was praised. Ana Torres met Rui Costa in Lima on Monday.", "2024-06-10"},
	} {
		got := ""
		if m := headed(c.head, c.body, friday).mainOf(); m != nil {
			got = m.When.Date.String()
		}
		if got != c.want {
			t.Errorf("%s: about %q, want %q", c.head, got, c.want)
		}
	}
}

// TestFacts: comparisons with the past and what they compare.
func TestFacts(t *testing.T) {
	type fact struct{ question, value string }
	for _, c := range []struct {
		text string
		want []fact
	}{
		{"William Ruto visited Haiti on Monday, the first visit by an African leader since 1998.", []fact{{"african leader visit", "1998"}}},
		{"The meeting in Nairobi on Monday was the first between the two presidents since 2017.", []fact{{"meeting president", "2017"}}},
		{"The meeting in Nairobi on Monday was the first between the two neighbours since 2017.", []fact{{"meeting neighbour", "2017"}}},
		{"The meeting in Nairobi on Monday was short.", nil},
		{"The plant has been closed since 2008.", nil},
	} {
		d := report(c.text, friday)
		var got []fact
		for _, f := range d.Facts {
			got = append(got, fact{strings.Join(f.Question, " "), f.Value.String()})
			if f.Chain < 0 || f.Chain >= len(d.Chains) || f.Sentence != 0 {
				t.Errorf("%s: fact %+v leads nowhere", c.text, f)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s\n got %v\nwant %v", c.text, got, c.want)
		}
	}
}

// TestParts: a press conference belongs to the summit of its day, and only to
// that of the same people.
func TestParts(t *testing.T) {
	for _, c := range []struct {
		text   string
		part   string
		stated bool
	}{
		{"William Ruto and Yoweri Museveni held a summit in Nairobi on Monday. The two presidents held a press conference after the summit.", "press conference", true},
		{"William Ruto and Yoweri Museveni held a summit in Nairobi on Monday. The two presidents held a press conference.", "press conference", false},
		{"William Ruto and Yoweri Museveni held a summit in Nairobi on Monday. Ana Torres held a press conference in 2019.", "", false},
	} {
		d := report(c.text, friday)
		part, stated := "", false
		for _, ch := range d.Chains {
			if ch.Parent < 0 {
				continue
			}
			if !d.Chains[ch.Parent].Main {
				t.Errorf("%s: part of what is not the main event", c.text)
			}
			for _, k := range slices.Backward(ch.Mentions) {
				if !d.Mentions[k].Minor {
					part, stated = d.Mentions[k].Lemma, ch.Stated
				}
			}
		}
		if part != c.part || stated != c.stated {
			t.Errorf("%s: part %q (stated %v), want %q (%v)", c.text, part, stated, c.part, c.stated)
		}
	}
}

// TestOffsets: spans count code points, whatever the text holds, and quotes
// are the sentence as it stands.
func TestOffsets(t *testing.T) {
	text := "Café 🎉 news.\r\n\r\nIn Zürich 🇨🇭 the “Ürümqi” mill burned. Ana Torres met Rui Costa in Málaga on Monday.\r\nRui Costa resigned on 3 May 2019."
	d := report(text, friday)
	if len(d.Mentions) < 2 {
		t.Fatalf("read %s", show(d, "dates"))
	}
	runes := []rune(text)
	for k := range d.Mentions {
		sm := d.StoryMention(k, true)
		if got := string(runes[sm.Sentence.Start:sm.Sentence.End]); got != sm.Quote {
			t.Errorf("sentence span gives %q, quote is %q", got, sm.Quote)
		}
		if got, want := string(runes[sm.Trigger.Start:sm.Trigger.End]), d.words(&d.Mentions[k]); got != want {
			t.Errorf("trigger span gives %q, want %q", got, want)
		}
		if sm.DateText != "" && !strings.Contains(sm.Quote, sm.DateText) {
			t.Errorf("date text %q is not in %q", sm.DateText, sm.Quote)
		}
		if sm.Document != "report" {
			t.Errorf("document %q", sm.Document)
		}
		if q := d.Quote(d.Mentions[k].Sentence); q.Quote != sm.Quote || q.Sentence != sm.Sentence {
			t.Errorf("Quote differs from StoryMention: %+v", q)
		}
	}
}

// TestStoryMention: the basis of a mention's date.
func TestStoryMention(t *testing.T) {
	d := report("Ana Torres met Rui Costa in Lima on Monday. The meeting was short.", friday)
	for _, c := range []struct {
		mention int
		dated   bool
		basis   story.DateBasis
		words   string
	}{
		{0, true, story.BasisStated, "Monday"},
		{0, false, "", "Monday"},
		{1, true, story.BasisInferred, ""},
		{1, false, "", ""},
	} {
		m := d.StoryMention(c.mention, c.dated)
		if m.DateBasis != c.basis || m.DateText != c.words {
			t.Errorf("mention %d, dated %v: basis %q, words %q", c.mention, c.dated, m.DateBasis, m.DateText)
		}
	}
}

// TestTitleForm: titles begin with a capital, have no article, pronoun or
// date before them and keep to their length where the words allow it.
func TestTitleForm(t *testing.T) {
	text := "The mayor of Halden, who is 61, opened the long-awaited bridge over the river Tista on Friday after four years of delays and disputes. " +
		"On Monday the United States and the European Union signed an agreement on steel in Geneva. She left on Tuesday. " +
		"The old library, built in 1901, was destroyed by a fire on 3 June. In 2019 the two banks merged. His brother was arrested on Friday."
	d := report(text, friday)
	seen := 0
	for _, m := range d.Mentions {
		if m.Title == "" {
			continue
		}
		seen++
		first, _, _ := strings.Cut(m.Title, " ")
		switch strings.ToLower(first) {
		case "the", "a", "an", "he", "she", "his", "her", "they", "it", "on", "in":
			t.Errorf("title begins with %q: %s", first, m.Title)
		}
		if r, _ := utf8.DecodeRuneInString(m.Title); strings.ToUpper(string(r)) != string(r) {
			t.Errorf("no capital: %s", m.Title)
		}
		if utf8.RuneCountInString(m.Title) > titleLength {
			t.Errorf("too long: %s", m.Title)
		}
		for _, last := range []string{" of", " to", " and", " in", " the", " by", ","} {
			if strings.HasSuffix(m.Title, last) {
				t.Errorf("ends badly: %s", m.Title)
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d titles: %s", seen, show(d, "titles"))
	}
}

// TestHeading: headlines use the present for what has happened.
func TestHeading(t *testing.T) {
	d := headed("Torres Meets Costa in Lima", "The two leaders spoke on Monday.", friday)
	if len(d.Mentions) == 0 || !d.Mentions[0].Heading || d.Mentions[0].Status != story.StatusHappened {
		t.Errorf("headline: %s", show(d, "status"))
	}
}

// TestMend: an event noun before its verb is a noun, whatever the tagger says.
func TestMend(t *testing.T) {
	for _, c := range []struct{ words, tags, want string }{
		{"the Geneva talks ended .", "DT NNP VBZ VBD .", "NNS"},
		{"the Geneva talks ended .", "DT NNP VBZ VBN .", "NNS"},
		{"the minister talks often .", "DT NN VBZ RB .", "VBZ"},
		{"the bank wants improved terms", "DT NN VBZ VBN NNS", "VBZ"},
		{"he talks ended .", "PRP VBZ VBD .", "VBZ"},
	} {
		words, tags := strings.Fields(c.words), strings.Fields(c.tags)
		toks := make([]nlp.Token, len(words))
		at := -1
		for i, w := range words {
			toks[i] = nlp.Token{Text: w, Lower: strings.ToLower(w), Lemma: strings.TrimSuffix(w, "s"), Tag: tags[i]}
			if tags[i] == "VBZ" {
				at = i
			}
		}
		mend(toks)
		if got := toks[at].Tag; got != c.want {
			t.Errorf("%s: %s, want %s", c.words, got, c.want)
		}
	}
}

func TestConcept(t *testing.T) {
	for _, c := range []struct {
		lemma string
		verb  bool
		want  string
	}{
		{"summit", false, "meeting"}, {"bilateral meeting", false, "meeting"}, {"meet", true, "meeting"},
		{"treaty", false, "deal"}, {"joint press conference", false, "press conference"},
		{"invade", true, "invasion"}, {"invasion", false, "invasion"}, {"knit", true, "knit"},
	} {
		if got := concept(c.lemma, c.verb); got != c.want {
			t.Errorf("concept of %q: %q, want %q", c.lemma, got, c.want)
		}
	}
}

// TestChronicle: what a history gives no date did not happen on the day it was
// written.
func TestChronicle(t *testing.T) {
	const text = "The siege of Harrow was a blockade of the town by royal troops.\n\n" +
		"On 3 May 1644 Piers Aldous crossed the river. The next day he attacked the mill. " +
		"In June the town fell. Aldous died in March 1645, and in 1651 the walls were pulled down."
	d := report(text, friday)
	for k := range d.Mentions {
		if w := d.Mentions[k].When; w.Basis == story.BasisDocument || strings.HasPrefix(w.Date.String(), "2024") {
			t.Errorf("%s: %s", d.words(&d.Mentions[k]), dates(w))
		}
	}
	if got := show(d, "dates"); !strings.Contains(got, "1644-05-04") || !strings.Contains(got, "fell 1644-06") {
		t.Errorf("got %s", got)
	}
}
