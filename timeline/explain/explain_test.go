package explain

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/prose"
	"github.com/causeline/causeline/timeline/story"
)

var update = flag.Bool("update", false, "write the golden files of this test anew")

func load(t testing.TB) *story.Story {
	t.Helper()
	data, err := os.ReadFile("testdata/story.json")
	if err != nil {
		t.Fatal(err)
	}
	s, diags, err := story.Load("story.json", data)
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	return s
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs: got\n%s\nwant\n%s", name, got, want)
	}
}

// TestGolden: each kind of event in words, and one as JSON.
func TestGolden(t *testing.T) {
	s := load(t)
	var all strings.Builder
	for i := range s.Events {
		all.WriteString(Event(s, &s.Events[i], nil).Text(80))
		all.WriteString("\n----\n\n")
	}
	golden(t, "story.txt", []byte(all.String()))
	out, err := json.MarshalIndent(Event(s, find(s, "talks"), nil), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "talks.json", append(out, '\n'))
}

// TestSays: what each event's explanation must not lack, whatever its layout.
func TestSays(t *testing.T) {
	s := load(t)
	for _, tt := range []struct {
		id   string
		want []string
		not  []string
	}{
		{"talks", []string{
			"6 October 2018, 11:30", "made from “Amara Okello and Miro Vance held talks in Ruda” in gazette",
			"“Saturday” in gazette: counted from 8 October 2018, the report's own date: the latest such day up to then",
			"by the date of the report wire: told in the past tense",
			"inferred for later: 6 October 2018, from other reports of the event: gazette",
			"later carries no date; it is taken to be of about 8 October 2018, since it tells of the same event as gazette",
			"who Amara Okello, Miro Vance", "where Ruda", "90 of 100: told by 3 reports +34", "yes: nothing in the story weighs more",
			"was caused by flood (Flood at Ostrel, March 2018): stated by the words “led to” “The flood of March 2018 led to the talks.” (gazette)",
			"has as a part dinner (Dinner cancelled, 7 October 2018): possible no sentence is given for it",
			"reports disagree on the date: 6 October 2018 (gazette) 7 October 2018 (wire and later)",
			"but they compare different things, and both may hold (also of flood)",
			"gazette, Leaders talk after the flood, River Gazette, 8 October 2018", "held [talks] in Ruda", "as in gazette: the same kind of act (meeting), the same people",
		}, []string{"by a person", "dates it elsewhere"}},
		{"flood", []string{"“March 2018” in gazette: the words say it all", "led to talks (Okello and Vance hold talks, 6 October 2018)", "yes: one event in the pictures weighs more"}, []string{"was caused by"}},
		{"tour", []string{"planned: “will travel” in gazette; its date lies after 8 October 2018", "no: it weighs less than what the pictures have room for"}, nil},
		{"dinner", []string{"cancelled: “was called off” in wire; gazette told it as planned", "by what stands around it in wire: told with the news of the report", "no: reports tell of it only in passing; --detail all draws it"}, nil},
		{"rumour", []string{"denied: “denied” in later", "date not known no sentence that tells of it says when", "no: it has no date"}, []string{"carries no date"}},
		{"own", []string{"a person wrote it: no report in the story tells of the event", "1969 a person says so", "yes: a person wrote it", "reviewed by a person", "note From the archive."}, []string{"weight", "this file holds no reasons"}},
		{"hidden", []string{"no: a person wants it left out", "this file holds no reasons: they stand in the story.json"}, nil},
	} {
		text := strings.Join(strings.Fields(Event(s, find(s, tt.id), nil).Text(80)), " ")
		for _, w := range tt.want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not said in:\n%s", tt.id, w, text)
			}
		}
		for _, w := range tt.not {
			if strings.Contains(text, w) {
				t.Errorf("%s: %q is said in:\n%s", tt.id, w, text)
			}
		}
	}
}

// TestChanges: what a person changed is said, field by field, and no reason is
// given for it.
func TestChanges(t *testing.T) {
	last, s := load(t), load(t)
	e := find(s, "talks")
	yes := true
	e.Title, e.Date, e.Place, e.Show, e.Weight = "Talks at Ruda", edtf.FromYear(2018), "", &yes, 0.95
	e.Mentions = e.Mentions[:2]
	e.TitleReason, e.WeightReason = "", ""
	x := Event(s, e, last)
	var got []string
	for _, c := range x.Changes {
		got = append(got, c.Field+":"+c.Was+">"+c.Is)
	}
	want := "date:2018-10-06>2018; title:Okello and Vance hold talks>Talks at Ruda; place:Ruda>; weight:0.9>0.95; show:>true; mentions:4>2"
	if strings.Join(got, "; ") != want {
		t.Errorf("changes\n got %s\nwant %s", strings.Join(got, "; "), want)
	}
	text := strings.Join(strings.Fields(x.Text(80)), " ")
	for _, w := range []string{
		"title a person wrote it", "a person says so; the reports:", "yes: a person wants it shown",
		"changed date “2018-10-06” made “2018” by a person", "place “Ruda” taken out by a person", "show set to “true” by a person",
		"sentences that tell of it: 4 made 2 by a person", "95 of 100: a person says so",
	} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not said in:\n%s", w, text)
		}
	}
	if x := Event(last, find(last, "talks"), last); len(x.Changes) > 0 {
		t.Errorf("nothing was changed, but: %v", x.Changes)
	}
}

func TestFind(t *testing.T) {
	s := load(t)
	s.Removed = []string{"gone"}
	s.SameAs = [][2]string{{"talks", "meeting"}}
	if e, err := Find(s, "talks"); err != nil || e.ID != "talks" {
		t.Fatal(e, err)
	}
	for _, tt := range []struct{ key, want string }{
		{"tal", `no event "tal": did you mean talks (Okello and Vance hold talks)?`},
		{"TALKS", `no event "TALKS": did you mean talks (Okello and Vance hold talks)?`},
		{"hold talks", `no event "hold talks": did you mean talks (Okello and Vance hold talks)?`},
		{"talks vance", `no event "talks vance": did you mean talks (Okello and Vance hold talks)?`},
		{"dinmer", `no event "dinmer": did you mean dinner (Dinner cancelled)?`},
		{"okello", "no event \"okello\": did you mean one of these?\n  talks (Okello and Vance hold talks)\n  tour (Okello to travel to Tarn)"},
		{"okello and vance met for talks", `no event "okello and vance met for talks": did you mean talks (Okello and Vance hold talks)?`},
		{"nothing like it", `no event "nothing like it" in the story; its ids stand in story.yaml and on the page`},
		{"", `no event "" in the story; its ids stand in story.yaml and on the page`},
		{"gone", `event "gone" was removed by a person`},
		{"meeting", `event "meeting" was merged into talks by a person`},
	} {
		if _, err := Find(s, tt.key); err == nil || err.Error() != tt.want {
			t.Errorf("%s\n got %v\nwant %s", tt.key, err, tt.want)
		}
	}
	if _, err := Find(&story.Story{}, "x"); err == nil || err.Error() != `no event "x": the story has no events` {
		t.Error(err)
	}
	for i := range 9 {
		s.Events = append(s.Events, story.Event{ID: "z" + string(rune('a'+i)), Title: "Z"})
	}
	if _, err := Find(s, "z"); err == nil || !strings.HasSuffix(err.Error(), "  ze (Z)\n  and 4 more") {
		t.Error(err)
	}
}

// TestTextFits: no line is longer than the width but for words that are, and
// nothing that a terminal would obey comes out.
func TestTextFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{Documents: []story.Document{{ID: "a", Title: rapid.String().Draw(t, "title")}}}
		m := story.Mention{
			Document: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "document"), Quote: rapid.String().Draw(t, "quote"),
			Sentence: story.Span{Start: rapid.IntRange(0, 9).Draw(t, "s"), End: rapid.IntRange(0, 40).Draw(t, "e")},
			Trigger:  story.Span{Start: rapid.IntRange(0, 20).Draw(t, "ts"), End: rapid.IntRange(0, 40).Draw(t, "te")},
			DateText: rapid.String().Draw(t, "words"), DateBasis: story.BasisStated, DateReason: rapid.String().Draw(t, "reason"),
		}
		s.Events = []story.Event{{ID: "e", Title: rapid.String().Draw(t, "etitle"), Note: rapid.String().Draw(t, "note"), Mentions: []story.Mention{m}}}
		width := rapid.IntRange(0, 120).Draw(t, "width")
		text := Event(s, &s.Events[0], nil).Text(width)
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if n := utf8.RuneCountInString(line); n > prose.New(width).Width() && len(strings.Fields(line)) > 2 { // a label and a word
				t.Fatalf("%d characters in %q", n, line)
			}
			for _, r := range line {
				if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
					t.Fatalf("%q in %q", r, line)
				}
			}
		}
	})
}

// TestWraps: ordinary words stay within the width, and none is lost.
func TestWraps(t *testing.T) {
	s := load(t)
	x := Event(s, find(s, "talks"), nil)
	wide := strings.Fields(x.Text(1000))
	for _, width := range []int{40, 60, 80, 100} {
		text := x.Text(width)
		longest := 0
		for line := range strings.Lines(text) {
			longest = max(longest, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")))
		}
		if longest > width || longest < width-12 {
			t.Errorf("width %d: the longest line has %d", width, longest)
		}
		if got := strings.Fields(text); strings.Join(got, " ") != strings.Join(wide, " ") {
			t.Errorf("width %d changes the words", width)
		}
	}
}

// TestOwnWords: a mention's words are marked where its offsets fit its
// sentence, in code points, and nowhere else.
func TestOwnWords(t *testing.T) {
	span := func(a, b int) story.Span { return story.Span{Start: a, End: b} }
	for _, tt := range []struct {
		sentence, trigger story.Span
		want              string
	}{
		{span(10, 21), span(14, 21), "öffnete"},
		{span(10, 22), span(14, 21), ""}, // another sentence
		{span(10, 21), span(9, 12), ""},
		{span(10, 21), span(14, 22), ""},
		{span(0, 0), span(0, 0), ""},
	} {
		m := mention(&story.Mention{Quote: "Zoë öffnete", Sentence: tt.sentence, Trigger: tt.trigger})
		if m.Words != tt.want {
			t.Errorf("%v in %v: %q, want %q", tt.trigger, tt.sentence, m.Words, tt.want)
		}
	}
}

// TestUndatedReport: where its date comes from is said only where something
// was counted from it.
func TestUndatedReport(t *testing.T) {
	s := &story.Story{Documents: []story.Document{{
		ID: "note", Published: edtf.FromYear(2018).WithApproximate(), Dating: story.DatingInferred, DatingReason: "tells of the same event as wire",
	}}}
	for reason, want := range map[string]bool{
		"the words say it all": false,
		"counted from 8 October 2018, the date inferred for the report: the year before": true,
	} {
		s.Events = []story.Event{{ID: "e", Title: "E", Date: edtf.FromYear(2017), Mentions: []story.Mention{
			{Document: "note", Quote: "Q", DateText: "2017", DateBasis: story.BasisStated, DateReason: reason},
		}}}
		text := strings.Join(strings.Fields(Event(s, &s.Events[0], nil).Text(80)), " ")
		if got := strings.Contains(text, "note carries no date; it is taken to be of about 2018, since it tells of the same event as wire"); got != want {
			t.Errorf("%q: said %v, want %v in:\n%s", reason, got, want, text)
		}
	}
}
