package story

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func parse(t *testing.T, yaml string) *Story {
	t.Helper()
	s, _, err := Load("a.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMerge(t *testing.T) {
	a := parse(t, "title: A\ndocuments: [{id: r}]\nevents:\n- {id: x, title: X, date: 1912, mentions: [{document: r, quote: one}]}\nremoved: [z]\nsilenced: [p]\n")
	b := parse(t, "title: B\nsummary: S\ndocuments: [{id: r}, {id: q}]\nevents:\n- {id: w, title: W, date: 1911}\n- {id: x, title: X, date: 1912, status: happened, mentions: [{document: r, quote: one}, {document: q, quote: two}]}\nrelations: [{from: w, to: x, type: causes}]\nremoved: [z]\nsilenced: [q, p]\n")
	got, err := Merge([]*Story{a, b})
	if err != nil {
		t.Fatal(err)
	}
	want := parse(t, "title: A\nsummary: S\ndocuments: [{id: q}, {id: r}]\nevents:\n- {id: w, title: W, date: 1911}\n- {id: x, title: X, date: 1912, mentions: [{document: q, quote: two}, {document: r, quote: one}]}\nrelations: [{from: w, to: x, type: causes}]\nremoved: [z]\nsilenced: [p, q]\n")
	if d := same(want, got); d != "" {
		t.Error(d)
	}
	if len(a.Events[0].Mentions) != 1 {
		t.Error("an input was changed")
	}
}

func TestMergeConflicts(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"events: [{id: x, title: One}]", "events: [{id: x, title: Two}]",
			"`x` has two contents: its title is One in a.yaml and Two in story 2; make them the same, or give one of them another id"},
		{"events: [{id: x, title: One, place: Here}]", "events: [{id: x, title: One}]",
			"`x` has two contents: its place is Here in a.yaml and nothing in story 2; make them the same, or give one of them another id"},
		{"documents: [{id: r, published: 1911}]", "documents: [{id: r, published: 1912}]",
			"`r` has two contents: its published is \"1911\" in a.yaml and \"1912\" in story 2; make them the same, or give one of them another id"},
		{"events: [{id: x, title: X}, {id: y, title: Y}]\nrelations: [{from: x, to: y, type: causes}]", "events: [{id: x, title: X}, {id: y, title: Y}]\nrelations: [{from: x, to: y, type: causes, strength: possible}]",
			"`x causes y` has two contents: its strength is stated in a.yaml and possible in story 2; make them the same, or give one of them another id"},
	} {
		_, err := Merge([]*Story{parse(t, tt.a), parse(t, tt.b)}, "a.yaml")
		var me *MergeError
		if !errors.As(err, &me) || err.Error() != tt.want {
			t.Errorf("got  %v\nwant %s", err, tt.want)
		}
	}
}

// Merging a story with itself, or with nothing, changes only its order.
func TestMergeWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genStory().Draw(t, "story")
		want, err := Merge([]*Story{s})
		if err != nil {
			t.Fatal(err)
		}
		for _, with := range [][]*Story{{s, s}, {s, {}, nil}, {{}, s}} {
			got, err := Merge(with)
			if err != nil {
				t.Fatal(err)
			}
			if !equalValues("", storyTree(want, false), storyTree(got, false)) {
				t.Fatal(same(want, got))
			}
		}
	})
}

// The reasons of the spelling that has them are kept, and are no difference.
func TestMergeKeepsReasons(t *testing.T) {
	full := &Story{Documents: []Document{{ID: "a"}}, Events: []Event{machine(t)}}
	plain := withoutComputed(full)
	for _, stories := range [][]*Story{{full, plain}, {plain, full}} {
		got, err := Merge(stories)
		if err != nil {
			t.Fatal(err)
		}
		e := got.Events[0]
		if e.TitleReason != "title" || e.StatusReason != "status" || e.WeightReason != "weight" {
			t.Errorf("reasons of the event are lost: %+v", e)
		}
		for _, m := range e.Mentions {
			if m.DateReason == "" || m.LinkReason == "" {
				t.Errorf("reasons of a mention are lost: %+v", m)
			}
		}
	}
}
