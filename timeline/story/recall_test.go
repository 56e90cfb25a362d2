package story

import (
	"testing"

	"pgregory.net/rapid"
)

// machine is an event as the machine leaves it in story.json.
func machine(t *testing.T) Event {
	return Event{
		ID: "mill", Date: date(t, "1911-03-08"), Title: "Mill burns", Status: StatusHappened, Weight: 0.5,
		TitleReason: "title", StatusReason: "status", WeightReason: "weight",
		Mentions: []Mention{
			{Document: "a", Quote: "It burned.", Sentence: Span{0, 10}, Trigger: Span{3, 9}, DateBasis: BasisDocument, DateReason: "date one", LinkReason: "link one"},
			{Document: "a", Quote: "It burned.", Sentence: Span{0, 10}, Trigger: Span{0, 2}, DateBasis: BasisDocument, DateReason: "date two", LinkReason: "link two"},
		},
	}
}

// A reason comes back with the field that it explains, and stays away where a
// person changed that field, and there alone.
func TestRecallDropsWhatWasChanged(t *testing.T) {
	all := []string{"title", "status", "weight", "date one", "link one", "date two", "link two"}
	for _, tt := range []struct {
		name   string
		change func(e *Event)
		gone   []string
	}{
		{"nothing", func(e *Event) {}, nil},
		{"title", func(e *Event) { e.Title = "Mill burns down" }, []string{"title"}},
		{"status", func(e *Event) { e.Status = StatusDenied }, []string{"status"}},
		{"status left out", func(e *Event) { e.Status = "" }, nil},
		{"weight", func(e *Event) { e.Weight = 0.9 }, []string{"weight"}},
		{"date", func(e *Event) { e.Date = date(t, "1911-03-09") }, []string{"date one", "date two"}},
		{"time", func(e *Event) { e.Time = "11:30" }, []string{"date one", "date two"}},
		{"a mention's words", func(e *Event) { e.Mentions[1].DateText = "then" }, []string{"date two"}},
		{"place and note", func(e *Event) { e.Place, e.Note = "Ostrel", "checked" }, nil},
	} {
		last := &Story{Events: []Event{machine(t)}}
		s := withoutComputed(last)
		tt.change(&s.Events[0])
		s.Recall(last)
		e := s.Events[0]
		got := map[string]bool{e.TitleReason: true, e.StatusReason: true, e.WeightReason: true}
		for i, m := range e.Mentions {
			got[m.DateReason], got[m.LinkReason] = true, true
			if m.Trigger != last.Events[0].Mentions[i].Trigger || m.Sentence != (Span{0, 10}) {
				t.Errorf("%s: mention %d stands at %v in %v", tt.name, i, m.Trigger, m.Sentence)
			}
		}
		for _, reason := range all {
			if want := !contains(tt.gone, reason); got[reason] != want {
				t.Errorf("%s changed: %q is there: %v, want %v", tt.name, reason, got[reason], want)
			}
		}
	}
}

func TestPassing(t *testing.T) {
	yes, no := true, false
	ms := []Mention{{Document: "a"}}
	for _, tt := range []struct {
		name           string
		e              Event
		passing, human bool
	}{
		{"light", Event{Weight: 0.19, Mentions: ms}, true, false},
		{"light, left out", Event{Weight: 0.19, Mentions: ms, Show: &no}, true, false},
		{"light, shown", Event{Weight: 0.19, Mentions: ms, Show: &yes}, false, false},
		{"heavy", Event{Weight: 0.2, Mentions: ms}, false, false},
		{"not weighed", Event{Mentions: ms}, false, true},
		{"no report", Event{Weight: 0.1}, false, true},
	} {
		if got := tt.e.Passing(); got != tt.passing {
			t.Errorf("%s: in passing %v", tt.name, got)
		}
		if got := tt.e.ByHand(); got != tt.human {
			t.Errorf("%s: by hand %v", tt.name, got)
		}
	}
}

// What a story says itself is not spoken over, and what the machine does not
// know stays without a reason.
func TestRecallKeepsOwn(t *testing.T) {
	last := &Story{Events: []Event{machine(t)}}
	own := machine(t)
	own.TitleReason, own.Mentions[0].LinkReason = "own title", "own link"
	other := Event{ID: "other", Title: "Mill burns"}
	s := &Story{Events: []Event{own, other}}
	s.Recall(last)
	if e := s.Events[0]; e.TitleReason != "own title" || e.Mentions[0].LinkReason != "own link" {
		t.Errorf("spoken over: %+v", e)
	}
	if s.Events[1].TitleReason != "" {
		t.Error("another event took the reasons")
	}
	s.Recall(nil)
}

// The YAML spelling and the machine's last state together are the whole story
// again, but for what is drawn.
func TestRecallRestores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last := genStory().Draw(t, "story")
		got := withoutComputed(last)
		got.Recall(last)
		for i := range last.Events {
			got.Events[i].Drawn = last.Events[i].Drawn
		}
		if d := same(last, got); d != "" {
			t.Fatal(d)
		}
	})
}
