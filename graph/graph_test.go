package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/causeline/causeline/timeline/edtf"
	"github.com/causeline/causeline/timeline/story"
)

// tb is what tests, benchmarks, fuzz targets and rapid's checks share.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func date(t tb, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tale makes a story of events "id date clock" and relations "from type to".
func tale(t tb, events []string, relations ...string) *story.Story {
	t.Helper()
	s := &story.Story{}
	for _, e := range events {
		f := append(strings.Fields(e), "", "", "")
		s.Events = append(s.Events, story.Event{ID: f[0], Title: f[0], Date: date(t, f[1]), Time: f[2]})
	}
	for _, r := range relations {
		f := strings.Fields(r)
		s.Relations = append(s.Relations, story.Relation{From: f[0], To: f[2], Type: story.RelationType(f[1])})
	}
	return s
}

func build(t tb, s *story.Story) *Graph {
	t.Helper()
	g, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestNewRefuses(t *testing.T) {
	for _, tt := range []struct {
		name  string
		story *story.Story
		names string
	}{
		{"an unknown effect", tale(t, []string{"a 2001"}, "a causes ghost"), "ghost"},
		{"an unknown cause", tale(t, []string{"a 2001"}, "ghost causes a"), "ghost"},
		{"two events of one id", tale(t, []string{"twin 2001", "twin 2002"}), "twin"},
	} {
		g, err := New(tt.story)
		if err == nil || g != nil {
			t.Errorf("%s is taken", tt.name)
		} else if !strings.Contains(err.Error(), tt.names) {
			t.Errorf("%s: %q does not name %s", tt.name, err, tt.names)
		}
	}
}

func TestEmptyStory(t *testing.T) {
	g := build(t, &story.Story{})
	if len(g.Order()) != 0 || g.Event("a") != nil || g.Whole("a") != "" || g.Parts("a") != nil || g.From("a") != nil || g.To("a") != nil || g.Between("a", "b") != nil {
		t.Error("an empty story has something")
	}
}

func TestOrder(t *testing.T) {
	tests := []struct {
		name      string
		events    []string
		relations []string
		want      string
	}{
		{"by date", []string{"c 2003", "a 2001", "b 2002"}, nil, "a b c"},
		{"before our era", []string{"b 0014", "a -0043", "c 0033"}, nil, "a b c"},
		{"undated last", []string{"z", "a 2001"}, nil, "a z"},
		{"a period by its first day", []string{"c 2001-05-02", "b 2001-05", "a 2001-05-01"}, nil, "a b c"},
		{"by clock, the day itself first", []string{"c 2001-05-01 14:00", "b 2001-05-01 09:30", "a 2001-05-01"}, nil, "a b c"},
		{"open start", []string{"b 2001", "a ../1999"}, nil, "a b"},
		{"one day, as the story has it", []string{"z 2001", "y 2001", "x 2001"}, nil, "z y x"},
		{"one day, effect after cause", []string{"z 2001", "y 2001"}, []string{"y causes z"}, "y z"},
		{"one day, stated order", []string{"z 2001", "y 2001"}, []string{"y before z"}, "y z"},
		{"one day, whole before part", []string{"part 2001", "whole 2001"}, []string{"part part_of whole"}, "whole part"},
		{"one day, through a third", []string{"c 2001", "x 2001", "b 2001", "a 2001"}, []string{"a causes b", "b enables c"}, "a b c x"},
		{"dates before relations", []string{"late 2002", "early 2001"}, []string{"late causes early"}, "early late"},
		{"clocks before relations", []string{"late 2001-05-01 10:00", "early 2001-05-01 09:00"}, []string{"late causes early"}, "early late"},
		{"through another day is no matter", []string{"a 2001", "b 2001", "x 2000"}, []string{"b causes x", "x causes a"}, "x a b"},
		{"an uncertain day is that day", []string{"b 2001-05-01?", "a 2001-05-01"}, []string{"a causes b"}, "a b"},
		{"undated too", []string{"z", "y"}, []string{"y causes z"}, "y z"},
		{"a relation to nothing", []string{"z 2001", "y 2001"}, []string{"ghost causes z", "z causes z"}, "z y"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := tale(t, tt.events, tt.relations...)
			var got []string
			for _, e := range Sorted(s).Events {
				got = append(got, e.ID)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("order %v, want %s", got, tt.want)
			}
			if strings.Contains(strings.Join(tt.relations, " "), "ghost") {
				return
			}
			if order := build(t, s).Order(); !slices.Equal(order, got) {
				t.Errorf("the graph's order is %v, the story's %v", order, got)
			}
		})
	}
}

// TestSortedProperties: nothing is lost, relations without a circle hold in
// each group, the story that is given stays, and sorting again changes nothing.
func TestSortedProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dates := []string{"", "2001", "2001-05-01", "-0043"}
		n := rapid.IntRange(0, 8).Draw(rt, "events")
		var events []string
		for i := range n {
			events = append(events, fmt.Sprintf("e%d %s", i, rapid.SampledFrom(dates).Draw(rt, "date")))
		}
		types := []string{"causes", "enables", "prevents", "before", "part_of"}
		circles := rapid.Bool().Draw(rt, "circles")
		var relations []string
		for range rapid.IntRange(0, 8).Draw(rt, "relations") {
			if n < 2 {
				break
			}
			a, b, typ := rapid.IntRange(0, n-1).Draw(rt, "a"), rapid.IntRange(0, n-1).Draw(rt, "b"), rapid.SampledFrom(types).Draw(rt, "type")
			if a == b {
				continue
			}
			if !circles && (a > b) == (typ != "part_of") {
				a, b = b, a // against the order of the ids only: no circle
			}
			relations = append(relations, fmt.Sprintf("e%d %s e%d", a, typ, b))
		}
		s := tale(t, rapid.Permutation(events).Draw(rt, "order"), relations...)
		given := s.Clone()
		got := Sorted(s)
		if d := cmp.Diff(given, s, cmp.Comparer(func(x, y edtf.Date) bool { return x == y }), cmpopts.EquateEmpty()); d != "" {
			rt.Fatalf("the story was changed: %s", d)
		}
		place := map[string]int{}
		for i, e := range got.Events {
			place[e.ID] = i
			if i > 0 && Before(&e, &got.Events[i-1]) {
				rt.Fatalf("%s comes after %s", e.ID, got.Events[i-1].ID)
			}
		}
		if len(place) != n {
			rt.Fatalf("%d events of %d", len(place), n)
		}
		for i, e := range Sorted(got).Events {
			if !circles && e.ID != got.Events[i].ID {
				rt.Fatalf("sorting again changes the order")
			}
		}
		if circles {
			return
		}
		for _, r := range s.Relations {
			first, then := r.From, r.To
			if r.Type == story.PartOf {
				first, then = then, first
			}
			a, b := got.Events[place[first]], got.Events[place[then]]
			if a.Date == b.Date && place[first] > place[then] {
				rt.Fatalf("%s %s %s, but it comes after", r.From, r.Type, r.To)
			}
		}
	})
}

func TestNeighbours(t *testing.T) {
	s := tale(t, []string{"storm 2001", "flood 2002", "exodus 2003", "relief 2003-05"},
		"storm causes exodus", "storm causes flood", "flood causes exodus", "storm before flood", "flood part_of storm", "relief part_of storm", "exodus part_of storm")
	g := build(t, s)
	spell := func(rs []*story.Relation) string {
		var out []string
		for _, r := range rs {
			out = append(out, r.From+" "+string(r.Type)+" "+r.To)
		}
		return strings.Join(out, ", ")
	}
	for _, tt := range []struct{ name, got, want string }{
		{"from", spell(g.From("storm")), "storm before flood, storm causes flood, storm causes exodus"},
		{"to", spell(g.To("exodus")), "storm causes exodus, flood causes exodus"},
		{"between, as the story has them", spell(g.Between("storm", "flood")), "storm causes flood, storm before flood"},
		{"between, the other way", spell(g.Between("flood", "storm")), "flood part_of storm"},
		{"between, none", spell(g.Between("exodus", "relief")), ""},
		{"between, unknown", spell(g.Between("ghost", "relief")), ""},
		{"whole", g.Whole("flood"), "storm"},
		{"no whole", g.Whole("storm"), ""},
		{"parts in time order", strings.Join(g.Parts("storm"), " "), "flood exodus relief"},
		{"no parts", strings.Join(g.Parts("flood"), " "), ""},
		{"event", g.Event("flood").Title, "flood"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if g.Event("ghost") != nil {
		t.Error("an unknown id has an event")
	}
	g.Order()[0] = "changed"
	if g.Order()[0] != "storm" {
		t.Error("who asks for the order can change it")
	}
}
