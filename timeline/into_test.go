package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline"
	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/source"
	"github.com/causeline/causeline/timeline/story"
)

// partition says which mentions are one event, whatever it is called.
func partition(s *story.Story) string {
	var events []string
	for _, e := range s.Events {
		var ms []string
		for _, m := range e.Mentions {
			ms = append(ms, fmt.Sprint(m.Document, m.Trigger))
		}
		slices.Sort(ms)
		events = append(events, strings.Join(ms, " "))
	}
	slices.Sort(events)
	return strings.Join(events, "\n")
}

// TestOneByOne: reports that are added one after the other come to the same
// events as when they are read together, though the earlier ones are known from
// what the story quotes alone. Left out are visits: of three, the one that
// names more people may be held together with another only by the third.
func TestOneByOne(t *testing.T) {
	facts := slices.DeleteFunc(slices.Clone(facts), func(f fact) bool { return f.kind == 1 })
	rapid.Check(t, func(rt *rapid.T) {
		docs := []source.Document{genReport(rt, "a", facts), genReport(rt, "b", facts), genReport(rt, "c", facts)}
		together, apart := &desk{}, &desk{}
		together.build(rt, docs)
		for _, d := range docs {
			apart.build(rt, []source.Document{d})
		}
		want, got := partition(load(rt, "story.json", together.json)), partition(load(rt, "story.json", apart.json))
		if want != got {
			rt.Fatalf("together\n%s\none by one\n%s", want, got)
		}
	})
}

// TestReadBeside says how each document is known to a story.
func TestReadBeside(t *testing.T) {
	const text = "Ilse Varga met Tomas Brandt in Ruda on 2 May 1990.\n\nOdile Marchetti visited Orne on 5 May 1990.\n"
	d := &desk{}
	d.build(t, []source.Document{report(t, "a", "1995-03-07", text), report(t, "undated", "", "Mira Okafor visited Velmo on Monday.\n")})
	for _, tt := range []struct {
		name string
		docs []source.Document
		want string // path, id, how, sentences lost
		read string // ids of documents that were read
	}{
		{"again", []source.Document{report(t, "a", "1995-03-07", text)}, "a.txt a Same 0", ""},
		{"under another name", []source.Document{report(t, "z", "1995-03-07", text)}, "z.txt a Same 0", ""},
		{"new", []source.Document{report(t, "z", "1995-03-07", text+"\nPetra Lindqvist resigned.")}, "", "z"},
		{"changed", []source.Document{report(t, "a", "1995-03-07", strings.Replace(text, "5 May", "6 May", 1))}, "a.txt a Changed 1", "a"},
		{"another of its name", []source.Document{report(t, "a", "1995-03-07", "Petra Lindqvist resigned on 8 May 1990.")}, "", "a-2"},
		{"two of its name", []source.Document{report(t, "a", "1995-03-07", "Petra Lindqvist resigned on 8 May 1990."), report(t, "a", "1995-03-07", text+"More.")}, "a.txt a Changed 0", "a-2 a"},
		{"with a date at last", []source.Document{report(t, "undated", "1995-03-07", "Mira Okafor visited Velmo on Monday.\n")}, "undated.txt undated Redated 0", "undated"},
		{"nothing", nil, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := load(t, "story.json", d.json)
			a := timeline.ReadBeside(s, s, tt.docs, english.Fast(), nil)
			var known, read []string
			for _, k := range a.Known {
				known = append(known, fmt.Sprintf("%s %s %s %d", k.Path, k.ID, [...]string{"Unknown", "Same", "Redated", "Changed"}[k.As], len(k.Lost)))
			}
			for _, d := range a.Reading.Documents {
				read = append(read, d.ID)
			}
			slices.Sort(read)
			wanted := strings.Fields(tt.read)
			slices.Sort(wanted)
			if got := strings.Join(known, ", "); got != tt.want || !slices.Equal(read, wanted) {
				t.Errorf("known %q, read %q; want %q, %q", got, read, tt.want, tt.read)
			}
		})
	}
}

// TestRedated: a report that gets a date at last dates what it told without.
func TestRedated(t *testing.T) {
	const text = "Mira Okafor visited Velmo on Monday.\n"
	d := &desk{}
	d.build(t, []source.Document{report(t, "a", "", text)})
	c := d.build(t, []source.Document{report(t, "a", "1995-03-08", text)})
	s := load(t, "story.json", d.json)
	if len(c.Dated) != 1 || s.Events[0].Date != day(t, "1995-03-06") || s.Documents[0].Published != day(t, "1995-03-08") {
		t.Errorf("%+v: %+v", c, s.Events)
	}
	if c := d.build(t, []source.Document{report(t, "a", "1995-03-08", text)}); !c.None() {
		t.Errorf("the second time %+v is new", c)
	}
}
