package merge

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/causeline/causeline/timeline/extract"
	"github.com/causeline/causeline/timeline/names"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// told is a cluster of one mention for each of whens, in documents of their
// own named "a", "b" and so on.
func told(whens ...extract.When) (*World, []Node, Cluster) {
	w := &World{}
	var nodes []Node
	var c Cluster
	for i, when := range whens {
		w.Docs = append(w.Docs, &extract.Document{
			Source:   source.Document{ID: string(rune('a' + i))},
			Names:    &names.Directory{},
			Mentions: []extract.Mention{{When: when}},
			Chains:   []extract.Chain{{Mentions: []int{0}}},
		})
		nodes, c = append(nodes, Node{Doc: i}), append(c, i)
	}
	return w, nodes, c
}

func TestDateOf(t *testing.T) {
	stated := func(d string) extract.When {
		return extract.When{Date: edtfDate(t, d), Basis: story.BasisStated, Weekday: -1}
	}
	weak := func(d string) extract.When {
		return extract.When{Date: edtfDate(t, d), Basis: story.BasisDocument, Weekday: -1}
	}
	at := func(d, clock string) extract.When { w := stated(d); w.Clock = clock; return w }
	tests := []struct {
		name    string
		whens   []extract.When
		want    string
		clock   string
		against []story.DisagreementValue
	}{
		{name: "nothing", whens: []extract.When{{Weekday: 4}}},
		{name: "stated before document", whens: []extract.When{weak("2018-05-01"), weak("2018-05-01"), stated("2018-05-03")}, want: "2018-05-03"},
		{name: "the first of the documents' days", whens: []extract.When{weak("2018-05-04"), weak("2018-05-03"), weak("2018-05-04")}, want: "2018-05-03"},
		{name: "finer before coarser", whens: []extract.When{stated("2018"), stated("2018-05"), stated("2018-05-03")}, want: "2018-05-03"},
		{name: "finer, though fewer give it", whens: []extract.When{stated("2018-05"), stated("2018-05"), stated("2018-05-03")}, want: "2018-05-03"},
		{name: "most reports", whens: []extract.When{stated("2018-05-03"), stated("2018-05-04"), stated("2018-05-04")}, want: "2018-05-04",
			against: []story.DisagreementValue{{Value: "2018-05-04", Documents: []string{"b", "c"}}, {Value: "2018-05-03", Documents: []string{"a"}}}},
		{name: "as many for either", whens: []extract.When{stated("2018-05-04"), stated("2018-05-03")}, want: "2018-05-03?",
			against: []story.DisagreementValue{{Value: "2018-05-03", Documents: []string{"b"}}, {Value: "2018-05-04", Documents: []string{"a"}}}},
		{name: "a coarser date breaks no tie", whens: []extract.When{stated("2018-05"), stated("2018-05-04"), stated("2018-05-03")}, want: "2018-05-03?",
			against: []story.DisagreementValue{{Value: "2018-05-03", Documents: []string{"c"}}, {Value: "2018-05-04", Documents: []string{"b"}}}},
		{name: "clock, the more exact", whens: []extract.When{at("2018-05-03", "11"), at("2018-05-03", "11:30"), stated("2018-05-03")}, want: "2018-05-03", clock: "11:30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, nodes, c := told(tt.whens...)
			got, clock, against := w.dateOf(nodes, c)
			if got.String() != tt.want || clock != tt.clock {
				t.Errorf("date %s %s, want %s %s", got, clock, tt.want, tt.clock)
			}
			if d := cmp.Diff(tt.against, against); d != "" {
				t.Errorf("disagreement (-want +got):\n%s", d)
			}
		})
	}
}

// TestOneDocumentOneVote: a report that repeats a date does not outvote two.
func TestOneDocumentOneVote(t *testing.T) {
	w, nodes, c := told(
		extract.When{Date: edtfDate(t, "2018-05-04"), Basis: story.BasisStated},
		extract.When{Date: edtfDate(t, "2018-05-03"), Basis: story.BasisStated},
		extract.When{Date: edtfDate(t, "2018-05-03"), Basis: story.BasisStated})
	d := w.Docs[0]
	for range 5 {
		d.Mentions = append(d.Mentions, d.Mentions[0])
		d.Chains[0].Mentions = append(d.Chains[0].Mentions, len(d.Mentions)-1)
	}
	if got, _, _ := w.dateOf(nodes, c); got.String() != "2018-05-03" {
		t.Errorf("date %s, want 2018-05-03", got)
	}
}

// TestFinerInOneDocument: a report that gives the month and the day means the
// day.
func TestFinerInOneDocument(t *testing.T) {
	w, nodes, c := told(extract.When{Date: edtfDate(t, "2018-05"), Basis: story.BasisStated})
	d := w.Docs[0]
	d.Mentions = append(d.Mentions, extract.Mention{When: extract.When{Date: edtfDate(t, "2018-05-20"), Basis: story.BasisStated}})
	d.Chains[0].Mentions = []int{0, 1}
	if got, _, _ := w.dateOf(nodes, c); got.String() != "2018-05-20" {
		t.Errorf("date %s, want 2018-05-20", got)
	}
}

// TestSlipInHistory: two accounts of what happened long ago that are a day
// apart are one event with a conflict; of last week's news they are two.
func TestSlipInHistory(t *testing.T) {
	pair := func(published string) (*Result, []Inference) {
		return merged(t,
			lead("a", published, "Background", "Aino Rautio met Pablo Quiroga in Geneva on 3 May 2018."),
			lead("b", published, "Background", "Aino Rautio met Pablo Quiroga in Geneva on 4 May 2018."))
	}
	r, _ := pair("2019-08-01")
	e := event(t, r, "a:met")
	if other := event(t, r, "b:met"); other.ID != e.ID {
		t.Fatalf("history is apart: %s, %s", e.ID, other.ID)
	}
	if e.Date.String() != "2018-05-03?" {
		t.Errorf("date %s, want 2018-05-03?", e.Date)
	}
	want := []story.Disagreement{{About: []string{e.ID}, Field: "date", Kind: story.Conflict, Values: []story.DisagreementValue{
		{Value: "2018-05-03", Documents: []string{"a"}}, {Value: "2018-05-04", Documents: []string{"b"}}}}}
	if d := cmp.Diff(want, r.Disagreements); d != "" {
		t.Errorf("disagreements (-want +got):\n%s", d)
	}
	r, _ = pair("2018-05-09")
	if a, b := event(t, r, "a:met"), event(t, r, "b:met"); a.ID == b.ID || len(r.Disagreements) > 0 {
		t.Errorf("news of last week is one event %s, with disagreements %v", a.ID, r.Disagreements)
	}
}

// TestComparisons: answers to one question conflict, answers to two differ,
// and answers that agree are not worth a word.
func TestComparisons(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"two questions", "It was the first meeting of the two presidents since 2011.", "It was the first meeting of the two presidents behind closed doors in a neutral town since 2014.", "differs"},
		{"one question", "It was the first meeting of the two presidents since 2011.", "It was the first meeting of the two presidents since 2014.", "conflict"},
		{"two answers of one report", "It was the first meeting of the two presidents since 2011. It was the first meeting of the two presidents behind closed doors in a neutral town since 2014.", "", ""},
		{"one answer", "It was the first meeting of the two presidents since 2011.", "It was the first meeting of the two presidents since 2011.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			story := "President Aino Rautio met President Pablo Quiroga in Geneva on 3 May 2018. The meeting lasted two hours. "
			r, _ := merged(t, lead("a", "2018-05-04", "Meeting in Geneva", story+tt.a), lead("b", "2018-05-04", "Meeting in Geneva", story+tt.b))
			got := ""
			for _, d := range r.Disagreements {
				got += string(d.Kind)
				if len(d.Values) != 2 || fmt.Sprint(d.Values[0].Documents, d.Values[1].Documents) != "[a] [b]" || fmt.Sprint(d.About) != fmt.Sprint([]string{event(t, r, "a:met").ID}) {
					t.Errorf("disagreement %v is not about the meeting or names not both reports", d)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q: %v", got, tt.want, r.Disagreements)
			}
		})
	}
}
