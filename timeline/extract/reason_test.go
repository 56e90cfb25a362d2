package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// dated reads a text as a report that states its own date.
func dated(text string, how story.Dating) *Document {
	src := source.Document{ID: "report", Text: text, Blocks: nlp.Paragraphs(text), Dating: how}
	if how != story.DatingInferred {
		src.Published = friday
	}
	return Read(src, english.New(), friday)
}

// mentionOf returns the first mention with a trigger.
func mentionOf(t *testing.T, d *Document, trigger string) int {
	t.Helper()
	for k := range d.Mentions {
		if d.words(&d.Mentions[k]) == trigger {
			return k
		}
	}
	t.Fatalf("no mention of %q in: %s", trigger, show(d, "dates"))
	return -1
}

// TestDateReasons: each way in which a mention gets its date says so.
func TestDateReasons(t *testing.T) {
	const stated, given, inferred = story.DatingStated, story.DatingGiven, story.DatingInferred
	for _, tt := range []struct {
		text, trigger string
		how           story.Dating
		want          string
	}{
		{"Aino Rautio met Pablo Quiroga in Lyon on 3 May 2021.", "met", stated, "the words say it all"},
		{"Aino Rautio met Pablo Quiroga in Lyon on Tuesday.", "met", stated, "counted from 14 June 2024, the report's own date: the latest such day up to then"},
		{"Aino Rautio met Pablo Quiroga in Lyon on Tuesday.", "met", given, "counted from 14 June 2024, the date given for the report: the latest such day up to then"},
		{"Aino Rautio met Pablo Quiroga in Lyon on Tuesday.", "met", inferred, "counted from 14 June 2024, the date inferred for the report: the latest such day up to then"},
		{"Aino Rautio sued Pablo Quiroga on 3 May 2021. The next day Quiroga sued Rautio in Oslo.", "sued", stated, "the words say it all"},
		{"Aino Rautio met Pablo Quiroga in Lyon.", "met", stated, "told in the past tense in a report of 14 June 2024; no other day is named"},
		{"Aino Rautio met Pablo Quiroga in Lyon.", "met", inferred, "told in the past tense in a report taken to be of 14 June 2024; no other day is named"},
		{"Aino Rautio met Pablo Quiroga in Lyon on Tuesday. Rautio and Quiroga signed a treaty in Lyon.", "signed", stated, "told with the news of the report, which dates it “Tuesday”"},
		{"Russia interfered in the 1998 election.", "interfered", stated, "the date of “election”, at or in which it took place"},
	} {
		d := dated(tt.text, tt.how)
		if got := d.Mentions[mentionOf(t, d, tt.trigger)].When.Reason; got != tt.want {
			t.Errorf("%s (%s)\n got %s\nwant %s", tt.text, tt.how, got, tt.want)
		}
	}
}

// TestEveryDateHasAReason: a mention with a date says why, one without says
// nothing.
func TestEveryDateHasAReason(t *testing.T) {
	for _, text := range []string{
		"Aino Rautio met Pablo Quiroga in Lyon on Tuesday. The two leaders signed a treaty. On Monday the firm cut jobs and closed a plant. A storm hit Lima.",
		"In 1911 the mill burned. The next year it was rebuilt. Dana Piet ruled for the bank in 2019 and fined its owner. The uprising of 2011 toppled the king.",
		"The board resigned. Its chair said on Monday that a vote would be held in May. A dinner planned for Sunday was cancelled.",
		"On Monday the gardener trimmed the hedges and raked the leaves. Ida Brandt praised the plan at the 1998 summit. During his speech Pablo Quiroga smiled. Aino Rautio issued an apology at a rally where she spoke. In a July 2023 press conference, Rautio said that all owners would be paid.",
	} {
		d := dated(text, story.DatingStated)
		found := 0
		for k := range d.Mentions {
			w := d.Mentions[k].When
			if (w.Basis != "") != (w.Reason != "") {
				t.Errorf("%q: basis %q, reason %q", d.words(&d.Mentions[k]), w.Basis, w.Reason)
			}
			if w.Basis != "" {
				found++
			}
			m := d.StoryMention(k, w.Basis != "")
			if m.DateBasis == w.Basis && m.DateReason != w.Reason {
				t.Errorf("%q: the story says %q, want %q", d.words(&d.Mentions[k]), m.DateReason, w.Reason)
			}
			if m := d.StoryMention(k, false); m.DateReason != "" {
				t.Errorf("%q: a reason for no date: %q", d.words(&d.Mentions[k]), m.DateReason)
			}
		}
		if found == 0 {
			t.Errorf("no date in %s", text)
		}
	}
}

func TestTitleReasons(t *testing.T) {
	for _, tt := range []struct{ text, trigger, want string }{
		{"Ida Brandt resigned in Lyon after Aino Rautio sued the firm on Tuesday.", "sued", "Aino Rautio sued the firm on Tuesday"},
		{"The flood of March 2018 in Tarn led to the sale.", "flood", "The flood of March 2018 in Tarn led to the sale"},
	} {
		d := dated(tt.text, story.DatingStated)
		if got := d.TitleReason(mentionOf(t, d, tt.trigger)); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.text, tt.trigger, got, tt.want)
		}
	}
	long := "The board, which had been asked by Ida Brandt " + strings.Repeat("and by the owners of the old mill near the river ", 8) + "to say what it knew, resigned on Tuesday."
	d := dated(long, story.DatingStated)
	for k := range d.Mentions {
		got := d.TitleReason(k)
		if n := utf8.RuneCountInString(got); n > longWords+2 || n == 0 {
			t.Errorf("%d characters: %q", n, got)
		}
		if !strings.Contains(long, strings.TrimSuffix(got, " …")) {
			t.Errorf("%q are no words of the text", got)
		}
	}
}

func TestStatusReasons(t *testing.T) {
	const ahead = "; its date lies after 14 June 2024, the report's own date"
	for _, tt := range []struct{ text, trigger, want string }{
		{"Aino Rautio met Pablo Quiroga on Tuesday.", "met", ""},
		{"Aino Rautio will meet Pablo Quiroga on 3 July 2024.", "meet", "“will meet” in report" + ahead},
		{"Aino Rautio is expected to meet Pablo Quiroga on 3 July 2024.", "meet", "“is expected to meet” in report" + ahead},
		{"The summit in Lyon was cancelled on Tuesday.", "summit", "“was cancelled” in report"},
		{"Pablo Quiroga denied that he had threatened Aino Rautio on Tuesday.", "threatened", "“denied” in report"},
		{"Aino Rautio said that she would brief the owners of the mill.", "brief", "“said that she would brief” in report"},
	} {
		d := dated(tt.text, story.DatingStated)
		if got := d.StatusReason(mentionOf(t, d, tt.trigger)); got != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}
